"""A batch of welders on its exam day: the roster is in, and nobody has a score yet."""

from datetime import datetime
from decimal import Decimal

from rules.exam_papers import ExamPart
from rules.grading import Absent, Mark
from rules.identity import read_id_number
from store.batches import ItemId
from store.clock import OFFICE_ZONE
from store.scores import Entry, Score, ScoreLine
from store.unit import Caller, Store
from tests.exams import Stage
from tests.fakes import FixedClock
from tests.people import id_number
from tests.store import reviewing
from tests.store.office import STUDENT, filing

AFTER = datetime(2026, 9, 1, 17, tzinfo=OFFICE_ZONE)
"""In the afternoon of the exam day: both parts have begun."""
NAMES = ("李晓雨", "王强", "阿依古丽·买买提", "赵敏", "陈思远")
THEORY, PRACTICE = ExamPart.THEORY, ExamPart.PRACTICE


class Marking(Stage):
    """Students of one trade and level, numbered 1, 2, 3 …; the team are the first three examiners."""

    def __init__(self, store: Store, clock: FixedClock, people: int = 2) -> None:
        super().__init__(store)
        for serial in range(1, people + 1):
            self._on_roster(serial)
        for place in self.places():
            self.put(place)
        with store.writing() as work:
            work.rosters.submit(self.batch.id)
            self.batch = work.batches.get(self.batch.id)
            (item,) = work.batches.items(self.batch.id)
        self.item: ItemId = item.id
        clock.office = AFTER

    def _on_roster(self, serial: int) -> None:
        with self.store.writing() as work:
            number = read_id_number(id_number(STUDENT.born, serial=serial), work.today)
            guest, name = work.people.add_guest().id, NAMES[(serial - 1) % len(NAMES)]
            person = work.people.register(guest, name, number, f"student-{serial}", "hash").id
        one = reviewing.file(self.store, filing(self.store, self.batch, person))
        reviewing.approved(self.store, self.station, reviewing.stamped(self.store, one))

    def lines(self) -> tuple[ScoreLine, ...]:
        with self.store.reading() as work:
            return work.scores.of(self.batch.id)

    def entry(
        self, place: int, part: ExamPart, mark: str, examiner: int = 0, instead_of: str = ""
    ) -> Entry:
        """`absent` or figures; the examiner counted from 0."""
        line = next(one for one in self.lines() if one.running_number == place)
        return Entry(
            registration=line.registration,
            part=part,
            mark=as_mark(mark),
            examiner=self.examiners[examiner],
            instead_of=as_mark(instead_of) if instead_of else None,
        )

    def enter(self, *entries: Entry, reason: str = "") -> tuple[Score, ...]:
        with self.store.writing(self.station) as work:
            return work.scores.enter(self.batch.id, entries, reason)

    def score(self, place: int, theory: str, practice: str, examiner: int = 0) -> None:
        self.enter(
            self.entry(place, THEORY, theory, examiner),
            self.entry(place, PRACTICE, practice, examiner),
        )

    def as_examiner(self, n: int) -> Caller:
        with self.store.reading() as work:
            found = work.examiners.get(self.examiners[n])
            return Caller(found.person, None, "web", None, work.people.roles_of(found.person))

    def confirm(self, examiner: int = 0) -> int:
        """Everything that waits for that examiner."""
        with self.store.writing(self.as_examiner(examiner)) as work:
            waiting = work.scores.waiting(self.batch.id, self.item)
            last = max((one.id for one in waiting), default=0)
            return work.scores.confirm(self.batch.id, self.item, last)


def as_mark(text: str) -> Mark:
    return Absent.ABSENT if text == "absent" else Decimal(text)
