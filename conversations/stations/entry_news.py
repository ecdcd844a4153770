"""What candidates hear when their station has registered them, or put their registration right."""

from collections.abc import Callable

from conversations.engine.messages import Option, Outgoing, Words
from conversations.sources.open_batches import last_day
from conversations.steps import label
from conversations.telling import tell
from rules.registration import RegistrationState
from store.registrations import Registration
from store.unit import UnitOfWork


def tell_entered(work: UnitOfWork, filed: Registration) -> None:
    """That they are registered, what is still theirs to do, and what to do if they never wanted it."""
    tell_candidate(work, filed, lambda words: text("roster-entered-for-you", work, filed, words))


def tell_changed(work: UnitOfWork, filed: Registration) -> None:
    tell_candidate(work, filed, lambda words: text("roster-changed-for-you", work, filed, words))


def tell_candidate(work: UnitOfWork, filed: Registration, said: Callable[[Words], str]) -> None:
    step = f"/my_registrations {filed.number}"
    tell(
        work,
        work.people.get(filed.person_id),
        lambda words: Outgoing(said(words), (Option(label(step, words), step, "1"),)),
    )


def text(key: str, work: UnitOfWork, filed: Registration, words: Words) -> str:
    batch = work.batches.get(filed.batch_id)
    last = last_day(batch)
    return words.say(
        key,
        station=batch.station_name,
        number=filed.number,
        stamp="yes" if filed.state is RegistrationState.SUBMITTED else "no",
        month=last.month,
        day=last.day,
    )
