"""Who hears that a roster is in: those above the station, the examiners, and everybody on it."""

from collections.abc import Mapping

from conversations.engine.messages import Option, Outgoing, Words
from conversations.steps import label
from conversations.telling import tell, tell_institution
from rules.roles import Action, who_may
from store.batches import Batch, BatchId
from store.registrations import Registration
from store.unit import UnitOfWork


def people_to_tell(work: UnitOfWork, batch: BatchId) -> int:
    """How many steps the telling takes: one for the institutions, one for each candidate."""
    roster = work.rosters.find(batch)
    return 1 + roster.people if roster else 0


def tell_one(work: UnitOfWork, batch: Batch, step: int) -> None:
    """Step 0 tells those who see to the exam, each further one the candidate of that running number."""
    if step == 0:
        tell_institutions(work, batch)
        tell_team(work, batch)
    elif registration := work.rosters.at(batch.id, step):
        filed = work.registrations.get(registration)
        told = {**days(batch), "registration": filed.number, "place": step}
        person = work.people.get(filed.person_id)
        tell(work, person, lambda words: candidate_told(words, filed, told))


def candidate_told(words: Words, filed: Registration, told: Mapping[str, object]) -> Outgoing:
    step = f"/my_registrations {filed.number}"
    return Outgoing(
        words.say("roster-you-are-on", **told), (Option(label(step, words), step, "1"),)
    )


def tell_institutions(work: UnitOfWork, batch: Batch) -> None:
    roster = work.rosters.find(batch.id)
    parent = work.institutions.get(batch.station_code).parent_code
    if parent is None or roster is None:
        return
    args = {"number": batch.number, "station": batch.station_name, "people": roster.people}
    tell_institution(
        work,
        parent,
        lambda words: Outgoing(words.say("roster-came-in", **args)),
        who_may(Action.DECIDE_AT_MANAGEMENT_STATION),
    )


def tell_team(work: UnitOfWork, batch: Batch) -> None:
    for person in dict.fromkeys(one.person for one in work.batches.team(batch.id)):
        tell(
            work,
            work.people.get(person),
            lambda words: Outgoing(words.say("roster-for-examiners", **days(batch))),
        )


def days(batch: Batch) -> dict[str, object]:
    return {
        "number": batch.number,
        "station": batch.station_name,
        "theory_on": batch.theory_on,
        "theory_at": batch.starts_at,
        "practice_on": batch.practice_on,
        "practice_at": batch.practice_starts_at,
        "venue": batch.venue,
    }
