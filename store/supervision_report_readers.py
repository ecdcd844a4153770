"""Who may read a supervision report: its supervisor, the officers above, and once it is confirmed the station (R7.3)."""

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, or_

from rules.catalogue import Programme
from rules.findings import Finding, NotPossible
from rules.roles import Action
from rules.supervision_reports import ReportState
from store import rights
from store.batch_rows import batches
from store.supervision_report_rows import SupervisionReport, supervision_reports
from store.supervisors import supervisors

if TYPE_CHECKING:
    from store.unit import UnitOfWork


def readable(work: "UnitOfWork") -> ColumnElement[bool]:
    """Those the caller may read, among reports joined with their batch and supervisor."""
    deciding = rights.covered(work, Action.CONFIRM_SUPERVISION_REPORT)
    confirmed = supervision_reports.c.state == ReportState.CONFIRMED
    by_programme = (
        and_(batches.c.programme == programme, batches.c.station_code.in_(codes), confirmed)
        for programme in Programme
        if (codes := rights.covered(work, Action.READ_SUPERVISION_REPORT, programme))
    )
    return or_(
        supervisors.c.person_id == work.caller.person,
        batches.c.station_code.in_(deciding),
        *by_programme,
    )


def check_reader(work: "UnitOfWork", report: SupervisionReport) -> None:
    """NotPossible unless the caller may read it, or where it is too early for that."""
    if work.caller.person == report.person:
        return
    batch = work.batches.get(report.batch)
    station, programme = batch.station_code, batch.programme
    rights.check(work, Action.READ_SUPERVISION_REPORT, institution=station, programme=programme)
    decides = rights.covers(work, Action.CONFIRM_SUPERVISION_REPORT, station)
    if report.state is not ReportState.CONFIRMED and not decides:
        raise NotPossible(Finding("supervision-report-not-yet", "R7.3"))
