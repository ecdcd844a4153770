"""Word of an exam that was moved: its candidates the new time and place, its examiners and supervisor a question (R4.7)."""

from collections.abc import Callable

from conversations import exam_wording as wording
from conversations.engine.messages import Outgoing, Words
from conversations.steps import options
from conversations.telling import tell, tell_soon
from rules.approvals import PaperState
from rules.catalogue import level_name
from rules.deadlines import office_day
from rules.registration import RegistrationState
from rules.supervision import SENT
from rules.years import DAY
from store.batches import Batch
from store.papers import Paper
from store.registration_rows import Registration
from store.reschedules import RescheduleId
from store.unit import UnitOfWork

WAITS = frozenset(
    {RegistrationState.SUBMITTED, RegistrationState.RETURNED, RegistrationState.COMPLETE}
)
"""Who may still have to hand something in before the close."""


def spread(work: UnitOfWork, paper: Paper) -> None:
    """After an approval; anything else concerns only the station, which hears of it as of any paper."""
    if paper.state is not PaperState.APPROVED:
        return
    batch = work.batches.get(work.reschedules.get(RescheduleId(paper.subject)).batch)
    ask_supervisor(work, batch)
    ask_examiners(work, batch)
    tell_candidates(work, batch)


def ask_supervisor(work: UnitOfWork, batch: Batch) -> None:
    standing = work.supervisions.standing(batch.id)
    if standing and standing.person and standing.state in SENT:
        news = question("rescheduled-supervisor", batch, f"s{standing.id}")
        tell(work, work.people.get(standing.person), news)


def ask_examiners(work: UnitOfWork, batch: Batch) -> None:
    for call in work.exam_calls.of(batch.id):
        news = question("rescheduled-examiner", batch, f"e{call.id}")
        tell(work, work.people.get(call.person), news)


def question(key: str, batch: Batch, assignment: str) -> Callable[[Words], Outgoing]:
    def asked(say: Words) -> Outgoing:
        steps = [f"/assignment_reply {assignment} {answer}" for answer in ("yes", "no")]
        return Outgoing(say.say(key, **wording.told(batch, say)), options(steps, say))

    return asked


def tell_candidates(work: UnitOfWork, batch: Batch) -> None:
    """A batch may have hundreds: the officer does not wait until each has it."""
    for registration in work.reschedules.candidates(batch.id):
        person = work.people.get(registration.person_id)
        tell_soon(work, person, moved(work, batch, registration))


def moved(
    work: UnitOfWork, batch: Batch, registration: Registration
) -> Callable[[Words], Outgoing]:
    unit = work.units.get(*registration.unit_key)
    still_open = work.now < batch.closes_at and registration.state in WAITS

    def news(say: Words) -> Outgoing:
        level = level_name(registration.level, unit)
        told = {**wording.told(batch, say), "trade": unit.name, "level": level}
        lines = [say.say("rescheduled-candidate", **told)]
        if still_open:
            last_day = office_day(batch.closes_at) - DAY
            lines.append(say.say("rescheduled-close", last_day=last_day))
        return Outgoing("\n".join(lines), options(["/my_registrations"], say))

    return news
