"""The same batch with all scores confirmed: what its report is written of, and by whom it is confirmed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from rules.approvals import PaperKind
from rules.catalogue import Level, Programme
from rules.deadlines import ExamDays
from rules.evaluations import OpinionKind, Remark
from rules.exam_papers import ExamPart
from store.batches import Batch, ItemId, NewItem
from store.evaluations import ItemReport, Opinion, Report
from store.exam_papers import Upload
from store.examiners import ExaminerId
from store.papers import Paper
from store.scores import Entry, ScoreId
from store.unit import Caller, Store
from tests.exams import WORD
from tests.fakes import FixedClock
from tests.scoring import Marking
from tests.store import office, reviewing


class Evaluating(Marking):
    """Two welders, 78.5/85 and absent/92; the first examiner leads, two others have a say."""

    def __init__(self, store: Store, clock: FixedClock) -> None:
        super().__init__(store, clock)
        self.score(1, "78.5", "85")
        self.score(2, "absent", "92")
        self.confirm()

    def here(self) -> ItemReport:
        with self.store.reading() as work:
            return work.evaluations.item(self.item)

    def report(
        self,
        seen: int = 0,
        changed: str = "",
        *,
        by: int = 0,
        remarks: Mapping[Remark, str] | None = None,
    ) -> Report:
        with self.store.writing(self.as_examiner(by)) as work:
            return work.evaluations.file(
                self.item, seen, remarks or {}, advice="增加焊机。", changed=changed
            )

    def opine(self, report: Report, n: int, kind: OpinionKind, text: str = "") -> Opinion:
        with self.store.writing(self.as_examiner(n)) as work:
            return work.evaluations.opine(report.id, kind, text)

    def confirmed(self) -> Report:
        """Filed, and confirmed by everybody else."""
        report = self.report()
        for n in (1, 2):
            self.opine(report, n, OpinionKind.CONFIRM)
        return report

    def results_filed(self) -> Paper:
        """Whatever is still missing."""
        with self.store.writing(self.station) as work:
            return work.papers.file(
                PaperKind.RESULTS,
                Programme.CAPABILITY,
                self.batch.station_code,
                self.batch.id,
                {},
            )


def examined(
    store: Store, everybody: Caller, team: Sequence[ExaminerId], serial: int
) -> tuple[Batch, ItemId]:
    """A batch of the small office with one candidate, examined the day before yesterday, its scores confirmed."""
    item = NewItem(office.WELDER, Level.FOUR, 40, None, team[0], tuple(team[1:]))
    with store.writing() as work:
        batch = work.batches.add(office.new_batch(item))
    reviewing.approved(store, everybody, reviewing.complete(store, batch, serial))
    with store.writing() as work:
        for place in work.exam_papers.places(batch.id):
            file = work.files.note(f"{place.part} paper {batch.id}".encode(), WORD).id
            work.exam_papers.put(batch.id, place, Upload(file, "0" * 64))
        work.rosters.submit(batch.id)
        day = work.today - timedelta(days=2)
        work.batches.move(batch.id, ExamDays(day, day))
        (line,) = work.scores.of(batch.id)
        entries = [
            Entry(registration=line.registration, part=part, mark=Decimal(80), examiner=team[0])
            for part in ExamPart
        ]
        work.scores.enter(batch.id, entries)
        leader = work.examiners.get(team[0]).person
    with store.writing(replace(everybody, person=leader)) as work:
        (waiting,) = {one.item for one in work.scores.of(batch.id)}
        work.scores.confirm(batch.id, waiting, ScoreId(10_000))
    return batch, waiting


def evaluated(store: Store, everybody: Caller, team: Sequence[ExaminerId]) -> None:
    """The first of the team has a report to write and one to speak on, which the third objects to."""
    examined(store, everybody, team, 191)
    _, item = examined(store, everybody, (team[1], team[0], team[2]), 192)
    with store.reading() as work:
        people = [work.examiners.get(one).person for one in team]
    with store.writing(replace(everybody, person=people[1])) as work:
        report = work.evaluations.file(item, 0, {})
    with store.writing(replace(everybody, person=people[2])) as work:
        work.evaluations.opine(report.id, OpinionKind.OBJECT, "评分偏低")
