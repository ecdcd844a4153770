"""Supervision reports (督导报告): filed by whoever was sent, confirmed by the management station (R7.3)."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, insert, select, update

from rules.findings import Finding, NotPossible
from rules.roles import Action
from rules.supervision import SENT, SupervisionState
from rules.supervision_reports import (
    COUNTING,
    ReportState,
    SupervisionConclusion,
    report_findings,
    report_gaps,
    too_early,
)
from store import rights
from store.batch_rows import Batch, BatchId, batch_of, batches
from store.database import dumps
from store.pages import Page, first_page, window
from store.rosters import LOCK_BATCH
from store.supervision_report_readers import check_reader, readable
from store.supervision_report_rows import (
    BY_ID,
    COUNTS,
    OF_BATCH,
    OWED,
    REPORTS,
    SENT_TO,
    NewReport,
    ReportId,
    SupervisionReport,
    exam_seen,
    kept,
    read,
    supervision_reports,
)
from store.supervisions import Supervision, supervisions
from store.supervisors import supervisors

if TYPE_CHECKING:
    from store.unit import UnitOfWork


class SupervisionReports:
    """Filed and decided under the lock of the batch: a second tap, or a second device, finds it there."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- by the supervisor ---

    def file(self, batch: BatchId, new: NewReport) -> SupervisionReport:
        """File the report; whoever turned up without having answered has accepted by it.

        NotPossible names everything that does not add up, and a report that is there already.
        """
        self._unit.connection.execute(LOCK_BATCH, {"batch": batch})
        sent = self._own(batch)
        if against := self._against(batch):
            raise NotPossible(against)
        expected = self._unit.supervisions.people(batch)
        new = replace(new, record=replace(new.record, expected=expected))
        exam = exam_seen(self._unit.batches.get(batch))
        if findings := tuple(report_findings(new.record, exam, self._unit.now)):
            raise NotPossible(findings)
        self._accept(sent)
        return self._added(sent, new)

    def against(self, batch: BatchId) -> tuple[Finding, ...]:
        """Why the caller cannot file a report on the batch now; NotPossible where it is not theirs at all."""
        self._own(batch)
        return self._against(batch)

    def to_file(self) -> tuple[Batch, ...]:
        """The batches the caller owes a report on, the oldest exam first."""
        mine = SENT_TO.where(supervisors.c.person_id == self._unit.caller.person)
        question = OWED.where(mine.exists())
        rows = self._unit.connection.execute(question, {"today": self._unit.today})
        return tuple(map(batch_of, rows))

    # --- by the management station ---

    def confirm(self, report: ReportId, due_on: date | None = None) -> SupervisionReport:
        """Confirm it: from now on its corrections are the station's.

        `due_on` is the new day of those whose day has passed while the report was waiting.
        """
        found = self._locked(report)
        self._unit.supervision_corrections.demand(found, due_on)
        return self._decided(found, ReportState.CONFIRMED)

    def send_back(self, report: ReportId, reason: str) -> SupervisionReport:
        """Back to the supervisor, who files it anew."""
        return self._decided(self._locked(report), ReportState.RETURNED, reason)

    def waiting(self, page: int = 0) -> Page[SupervisionReport]:
        """The reports the caller has to decide on, the longest waiting first."""
        codes = rights.covered(self._unit, Action.CONFIRM_SUPERVISION_REPORT)
        question = (
            REPORTS.join(batches, batches.c.id == supervision_reports.c.batch_id)
            .where(
                batches.c.station_code.in_(codes),
                supervision_reports.c.state == ReportState.FILED,
            )
            .order_by(supervision_reports.c.filed_at, supervision_reports.c.id)
        )
        rows = self._unit.connection.execute(window(question, page)).all()
        return first_page(map(self._record, rows))

    def to_decide(self, report: ReportId) -> SupervisionReport:
        """A report the caller may decide on now; NotPossible says what became of it."""
        found = self.get(report)
        self._check(found.batch, Action.CONFIRM_SUPERVISION_REPORT)
        if found.state is not ReportState.FILED:
            args = {"state": found.state.value}
            raise NotPossible(Finding("supervision-report-decided", "R7.3", args))
        return found

    def missing(self) -> tuple[Batch, ...]:
        """Batches below the caller whose supervisor owes the report."""
        codes = rights.covered(self._unit, Action.CONFIRM_SUPERVISION_REPORT)
        question = OWED.where(SENT_TO.exists(), batches.c.station_code.in_(codes))
        rows = self._unit.connection.execute(question, {"today": self._unit.today})
        return tuple(map(batch_of, rows))

    def excuse(self, batch: BatchId, reason: str) -> Supervision:
        """Nobody came: the supervision that was arranged counts as waived, with the reason recorded.

        Without it a batch whose supervisor fell ill could never hand in its results (R7.5).
        """
        self._unit.connection.execute(LOCK_BATCH, {"batch": batch})
        self._check(batch, Action.SEND_SUPERVISOR)
        standing = self._unit.supervisions.standing(batch)
        if standing is None or standing.state not in SENT or self.counting(batch):
            raise NotPossible(Finding("supervision-not-excused", "R7.5", box="batch"))
        if too_soon := tuple(self._too_early(batch)):
            raise NotPossible(too_soon)
        return self._unit.supervisions.excuse(batch, reason)

    # --- questions ---

    def gaps(self, batch: BatchId) -> tuple[Finding, ...]:
        """What the supervision of the batch still lacks before its results can go in (R7.5)."""
        standing = self._unit.supervisions.standing(batch)
        if standing is None or standing.state is SupervisionState.WAIVED:
            return ()
        found = self.find(batch)
        policy = self._unit.policy.current(self._unit.today)
        return tuple(
            report_gaps(
                found.state if found else None,
                found.conclusion if found else None,
                len(self._unit.supervision_corrections.unsettled(batch)),
                corrections_first=policy.corrections_before_results,
            )
        )

    def advises_against(self, batch: BatchId) -> SupervisionReport | None:
        """The confirmed report that holds the results to be void, for those who decide on them."""
        found = self.counting(batch)
        if found is None or found.state is not ReportState.CONFIRMED:
            return None
        return found if found.conclusion is SupervisionConclusion.INVALID else None

    def find(self, batch: BatchId) -> SupervisionReport | None:
        """The latest report; the caller's right is the caller's matter."""
        return next(reversed(self.of(batch)), None)

    def counting(self, batch: BatchId) -> SupervisionReport | None:
        """The report that is filed or confirmed."""
        found = self.find(batch)
        return found if found and found.state in COUNTING else None

    def counting_readable(self, batch: BatchId) -> SupervisionReport | None:
        """The same where the caller may read it."""
        question = REPORTS.join(batches, batches.c.id == supervision_reports.c.batch_id).where(
            supervision_reports.c.batch_id == batch, COUNTS, readable(self._unit)
        )
        row = self._unit.connection.execute(question).first()
        return self._record(row) if row else None

    def unsettled(self, after: int, limit: int) -> Sequence[BatchId]:
        """Batches examined whose supervision report is not confirmed, by their ids: for jobs."""
        confirmed = (
            select(supervision_reports.c.id)
            .where(
                supervision_reports.c.batch_id == batches.c.id,
                supervision_reports.c.state == ReportState.CONFIRMED,
            )
            .exists()
        )
        question = select(batches.c.id).where(
            SENT_TO.exists(),
            ~confirmed,
            batches.c.exam_on <= self._unit.today,
            batches.c.id > after,
        )
        return self._unit.connection.scalars(question.order_by(batches.c.id).limit(limit)).all()

    def of(self, batch: BatchId) -> tuple[SupervisionReport, ...]:
        """All that were filed, those that came back among them."""
        rows = self._unit.connection.execute(OF_BATCH, {"batch": batch})
        return tuple(map(self._record, rows))

    def readable(self, page: int = 0) -> Page[SupervisionReport]:
        """Those the caller may read, the latest first."""
        question = (
            REPORTS.join(batches, batches.c.id == supervision_reports.c.batch_id)
            .where(readable(self._unit))
            .order_by(supervision_reports.c.id.desc())
        )
        rows = self._unit.connection.execute(window(question, page)).all()
        return first_page(map(self._record, rows))

    def get(self, report: ReportId) -> SupervisionReport:
        row = self._unit.connection.execute(BY_ID, {"report": report}).first()
        if row is None:
            raise NotPossible(Finding("supervision-report-unknown", "R7.3"))
        return self._record(row)

    def read(self, report: ReportId) -> SupervisionReport:
        """For its supervisor, the officers above, and once it is confirmed the station."""
        found = self.get(report)
        check_reader(self._unit, found)
        return found

    # --- inside ---

    def _own(self, batch: BatchId) -> Supervision:
        self._unit.require(Action.FILE_SUPERVISION_REPORT)
        standing = self._unit.supervisions.standing(batch)
        mine = standing is not None and standing.person == self._unit.caller.person
        if standing is None or not mine or standing.state not in SENT:
            raise rights.refused(self._unit, Action.FILE_SUPERVISION_REPORT, f"batch:{batch}")
        return standing

    def _against(self, batch: BatchId) -> tuple[Finding, ...]:
        if there := self.counting(batch):
            args = {"at": there.filed_at.date(), "state": there.state.value}
            return (Finding("supervision-report-there", "R7.3", args),)
        return tuple(self._too_early(batch))

    def _too_early(self, batch: BatchId) -> tuple[Finding, ...]:
        return tuple(too_early(exam_seen(self._unit.batches.get(batch)), self._unit.now))

    def _accept(self, sent: Supervision) -> None:
        accepting = update(supervisions).where(
            supervisions.c.id == sent.id, supervisions.c.state == SupervisionState.ASKED
        )
        values = {"state": SupervisionState.ACCEPTED, "answered_at": self._unit.now}
        self._unit.connection.execute(accepting.values(values))

    def _added(self, sent: Supervision, new: NewReport) -> SupervisionReport:
        values = {
            "batch_id": sent.batch,
            "supervision_id": sent.id,
            "state": ReportState.FILED,
            "conclusion": new.record.conclusion,
            "record": b"",
            "filed_by": self._unit.caller.person,
            "filed_at": self._unit.now,
        }
        adding = insert(supervision_reports).returning(supervision_reports.c.id)
        added: int = self._unit.connection.execute(adding, values).scalar_one()
        sealed = self._unit.seal(dumps(kept(new)), f"supervision_reports.record:{added}")
        self._set(ReportId(added), record=sealed)
        photos = {f"supervision-report:{added}:{n}": one.file for n, one in enumerate(new.photos)}
        if photos:
            self._unit.files.own_each(photos)
        self._unit.audit.note(
            "supervision-report-filed", f"batch:{sent.batch}", conclusion=new.record.conclusion
        )
        return self.get(ReportId(added))

    def _locked(self, report: ReportId) -> SupervisionReport:
        self._unit.connection.execute(LOCK_BATCH, {"batch": self.get(report).batch})
        return self.to_decide(report)

    def _decided(
        self, found: SupervisionReport, state: ReportState, reason: str = ""
    ) -> SupervisionReport:
        sealed = self._unit.seal(reason, f"supervision_reports.reason:{found.id}")
        self._set(
            found.id,
            state=state,
            decided_by=self._unit.caller.person,
            decided_at=self._unit.now,
            reason=sealed if reason else None,
        )
        self._unit.audit.note(f"supervision-report-{state}", f"batch:{found.batch}")
        return self.get(found.id)

    def _set(self, report: ReportId, **values: object) -> None:
        changing = update(supervision_reports).where(supervision_reports.c.id == report)
        self._unit.connection.execute(changing.values(values))

    def _check(self, batch: BatchId, action: Action) -> None:
        found = self._unit.batches.get(batch)
        station, programme = found.station_code, found.programme
        rights.check(self._unit, action, institution=station, programme=programme)

    def _record(self, row: Row[Any]) -> SupervisionReport:
        opened = self._unit.unseal(row.record, f"supervision_reports.record:{row.id}")
        context = f"supervision_reports.reason:{row.id}"
        return SupervisionReport(
            id=ReportId(row.id),
            batch=row.batch_id,
            person=row.person_id,
            name=self._unit.people.get(row.person_id).name or "",
            state=ReportState(row.state),
            content=read(json.loads(opened)),
            filed_at=row.filed_at,
            decided_by=row.decided_by,
            decided_at=row.decided_at,
            reason=self._unit.unseal(row.reason, context) if row.reason else "",
        )
