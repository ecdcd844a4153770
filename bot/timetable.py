"""The notice board: what is done when, and by which function. One line a job, in the order of the day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from conversations.officers.class_news import seats_to_tell, tell_seat
from rules.rhythms import Hourly, Rhythm
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


def timetable() -> tuple[Job, ...]:
    """Everything that is done by itself."""
    return (Job("training-seats", Hourly(8, 20), seats_to_tell, tell_seat),)
