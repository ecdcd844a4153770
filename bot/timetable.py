"""The notice board: what is done when, and by which function. One line a job, in the order of the day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import Enum

from conversations.chore_news import erase_chore, old_chores
from conversations.officers.class_news import seats_to_tell, tell_seat
from conversations.reminders import (
    drafts,
    evaluations,
    planning,
    results,
    scores,
    sending,
    settlements,
    supervision,
)
from rules.rhythms import Daily, Hourly, Rhythm
from store.unit import UnitOfWork

Find = Callable[[UnitOfWork, datetime, int, int], Sequence[int]]
"""The items due, by ascending number: of a due time, after an item, at most so many."""
Act = Callable[[UnitOfWork, datetime, int], None]
"""What is done to one item, in a unit that also notes it as done."""


class CatchUp(Enum):
    """What becomes of due times nobody was there for."""

    EACH = "each"
    LATEST = "latest"
    """Only the last one is made up."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something that comes again."""

    name: str
    rhythm: Rhythm
    find: Find
    act: Act
    catch_up: CatchUp = CatchUp.LATEST


MORNING = Daily(time(7))
"""Before anybody is awake: what is noted is sent from the end of the quiet hours on."""
NIGHT = Daily(time(3))


def timetable() -> tuple[Job, ...]:
    """Everything that is done by itself."""
    return (
        Job("erase-chores", NIGHT, old_chores, erase_chore),
        Job("erase-drafts", NIGHT, drafts.to_erase, drafts.erase),
        Job("forget-reminders", NIGHT, sending.old, sending.forget),
        Job("note-batches", MORNING, planning.batches, planning.note_batch),
        Job("note-returned", MORNING, planning.returned, planning.note_returned),
        Job("note-stations", MORNING, planning.stations, planning.note_licensed),
        Job("note-papers", MORNING, planning.papers, planning.note_paper),
        Job("note-examined", MORNING, results.examined, results.note_examined),
        Job("note-scores", MORNING, scores.unfinished, scores.note_batch),
        Job("note-evaluations", MORNING, evaluations.batches, evaluations.note_batch),
        Job("note-reports", MORNING, supervision.reports, supervision.note_report),
        Job("note-corrections", MORNING, supervision.corrections, supervision.note_correction),
        Job("note-settlements", MORNING, settlements.unsettled, settlements.note_settlement),
        Job("note-photos", MORNING, settlements.with_returned, settlements.note_photos),
        Job("note-parcels", MORNING, settlements.parcels, settlements.note_parcel),
        Job("note-spot-checks", MORNING, settlements.checks, settlements.note_check),
        Job("note-drafts", MORNING, drafts.to_announce, drafts.announce),
        Job("remind", Hourly(8, 20), sending.people_to_remind, sending.remind),
        Job("training-seats", Hourly(8, 20), seats_to_tell, tell_seat),
    )
