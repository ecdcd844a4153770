"""Days that pass with the timetable at work, and what people were told on them."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from bot.jobs import Jobs
from bot.timetable import timetable
from store.clock import OFFICE_ZONE
from store.people import PersonId
from store.unit import Caller, Store
from tests.fakes import FixedClock
from tests.store.tree import of

MORNINGS = (time(3), time(7), time(8))
"""When drafts are erased, reminders noted, and sent."""


@dataclass
class Days:
    """From the first look on; of days nobody looked at each job makes up the last."""

    store: Store
    clock: FixedClock
    heard_of: dict[PersonId, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.jobs = Jobs(self.store, timetable(), "us")
        self.jobs.tick()

    def on(self, *day: int) -> None:
        """The morning of that month and day, or of another year."""
        for moment in MORNINGS:
            self.at(datetime.combine(date(*(2026, *day)[-3:]), moment, OFFICE_ZONE))

    def at(self, moment: datetime) -> None:
        self.clock.office = moment
        self.jobs.tick()
        self.jobs.drain()

    def told(self, caller: Caller | PersonId) -> list[str]:
        """What the person was told since last asked; a text and its steps, as one."""
        person = of(caller) if isinstance(caller, Caller) else caller
        with self.store.reading() as work:
            said = work.messages.after(person, self.heard_of.get(person, 0), 100)
        if said:
            self.heard_of[person] = said[-1].number
        return [
            "\n".join([m.body["text"], *(o["value"] for o in m.body.get("options", ()))])
            for m in said
        ]

    def faults(self) -> int:
        with self.store.reading() as work:
            return sum(run.faults for job in timetable() for run in work.job_runs.of(job.name))
