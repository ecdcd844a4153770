"""An exam with a supervisor who accepted, on its day, and what a report on it holds."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from rules.roles import Role
from rules.supervision_reports import (
    Fault,
    LineVerdict,
    ReportRecord,
    Seen,
    SupervisionConclusion,
    SupervisionLine,
)
from store.clock import OFFICE_ZONE
from store.supervision_report_rows import NewReport, ReportPhoto, SupervisionReport
from store.supervisors import Supervisor
from store.unit import Caller, Store
from tests.exams import Stage, registered
from tests.fakes import FixedClock

EXAM_DAY = date(2026, 9, 1)
NOW = datetime(2026, 9, 2, 17, tzinfo=OFFICE_ZONE)
"""After the practice of the batch."""
FAULT = Fault("2 号工位缺少排烟设备", "当场停用该工位", "装好排烟设备并附照片", date(2026, 9, 20))


def at(hour: int, minute: int = 0, day: int = 1) -> datetime:
    return datetime(2026, 9, day, hour, minute, tzinfo=OFFICE_ZONE)


def record(**changes: Any) -> ReportRecord:
    """Everything as it should be, but for a demand."""
    whole = ReportRecord(
        arrived_at=at(8, 30),
        left_at=at(16, 40),
        expected=40,
        present=38,
        checked=10,
        mismatched=0,
        lines={line: Seen(LineVerdict.YES) for line in SupervisionLine},
        faults=(FAULT,),
        conclusion=SupervisionConclusion.CORRECTION,
    )
    return replace(whole, **changes)


def lines(**changes: Seen) -> Mapping[SupervisionLine, Seen]:
    seen = {line: Seen(LineVerdict.YES) for line in SupervisionLine}
    return {**seen, **{SupervisionLine(name): one for name, one in changes.items()}}


class Supervised:
    """The stage with a supervisor who was sent; the clock stands where the test puts it."""

    def __init__(self, store: Store, clock: FixedClock, *, accepts: bool = True) -> None:
        self.stage = Stage(store)
        self.store, self.clock = store, clock
        self.supervisor: Supervisor = registered(store)
        self.caller = as_supervisor(self.supervisor.person)
        with store.writing(self.stage.officer) as work:
            sent = work.supervisions.send(self.stage.batch.id, self.supervisor.id, None)
        if accepts:
            with store.writing(self.caller) as work:
                work.supervisions.answer(sent.id, accepts=True)
        self.stage.submitted()
        clock.office = NOW

    def file(self, caller: Caller | None = None, **changes: Any) -> SupervisionReport:
        with self.store.writing(caller or self.caller) as work:
            new = NewReport(record=record(**changes))
            return work.supervision_reports.file(self.stage.batch.id, new)

    def confirmed(self, **changes: Any) -> SupervisionReport:
        filed = self.file(**changes)
        with self.store.writing(self.stage.officer) as work:
            return work.supervision_reports.confirm(filed.id)

    def with_photo(self, jpeg: bytes) -> SupervisionReport:
        """Confirmed, with a picture that can be printed."""
        with self.store.writing(self.caller) as work:
            photo = work.files.note(jpeg, "image/jpeg", size_in_pixels=(1200, 800)).id
            shown = ReportPhoto(photo, "practice", at(9, 10), at(9, 8))
            new = NewReport(record=record(), photos=(shown,), noted=(at(8, 31), at(16, 41)))
            filed = work.supervision_reports.file(self.stage.batch.id, new)
        with self.store.writing(self.stage.officer) as work:
            return work.supervision_reports.confirm(filed.id)

    def gaps(self) -> list[str]:
        with self.store.reading() as work:
            found = work.supervision_reports.gaps(self.stage.batch.id)
        return [one.key for one in found]


def as_supervisor(person: int) -> Caller:
    return Caller(person, None, "web", None, frozenset({Role.CANDIDATE, Role.SUPERVISOR}))
