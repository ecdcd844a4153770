"""On-site inspections (现场验收) of applicants: what was found at each line of R2.2, with photos (R2.8)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import Column, Date, ForeignKey, Row, String, Table, insert, select, update

from rules.approvals import Desk, PaperKind, PaperState
from rules.findings import Finding, NotPossible
from rules.roles import Action
from rules.stations import (
    Found,
    InspectionLine,
    InspectionRecord,
    InspectionResult,
    InspectionVerdict,
    inspection_findings,
)
from store import rights
from store.database import dumps
from store.files import FileId
from store.people import people
from store.schema import Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.papers import Paper
    from store.station_applications import StationApplicationId
    from store.unit import UnitOfWork

InspectionId = NewType("InspectionId", int)

inspections = Table(
    "inspections",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("application_id", ForeignKey("station_applications.id"), nullable=False, index=True),
    Column("inspected_on", Date, nullable=False),
    Column("result", String(20), nullable=False),
    Column("record", Sealed, nullable=False),
    Column("noted_by", ForeignKey(people.c.id)),
    Column("noted_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """One visit, as it was noted."""

    id: InspectionId
    on: date
    result: InspectionResult
    inspectors: tuple[str, ...] = field(repr=False)
    found: dict[InspectionLine, Found] = field(repr=False)
    photos: tuple[FileId, ...]


class Inspections:
    """Nothing noted is changed: a second visit stands beside the first, and the last one counts."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def waiting(self) -> tuple["Paper", ...]:
        """The applications at the caller's second tier, the longest waiting first."""
        self._unit.require(Action.INSPECT_STATION)
        found: list[Paper] = []
        page = 0
        while True:
            read = self._unit.papers.waiting_for_caller(page)
            found += [one for one in read.things if one.kind is PaperKind.STATION_APPLICATION]
            if not read.more:
                return tuple(found)
            page += 1

    def add(
        self,
        application: "StationApplicationId",
        record: InspectionRecord,
        photos: Sequence[FileId],
    ) -> Inspection:
        """Note a visit while the application lies at the second tier; NotPossible names all that is wrong."""
        applied = self._unit.station_applications.get(application)
        rights.check(self._unit, Action.INSPECT_STATION, institution=applied.institution)
        paper = self._unit.papers.under_way(PaperKind.STATION_APPLICATION, application)
        here = paper and (paper.state, paper.desk) == (PaperState.WAITING, Desk.MANAGEMENT_STATION)
        if not here:
            raise NotPossible(Finding("inspection-not-now", "R2.8", box="application"))
        wrong = inspection_findings(record, applied.filed_on, self._unit.today)
        if forbidden := tuple(wrong):
            raise NotPossible(forbidden)
        added = self._keep(application, record, photos)
        self._unit.audit.note(
            "station-inspected", f"station_application:{application}", result=record.result
        )
        return added

    def of(self, application: "StationApplicationId") -> tuple[Inspection, ...]:
        """In the order they were noted."""
        question = select(inspections).where(inspections.c.application_id == application)
        rows = self._unit.connection.execute(question.order_by(inspections.c.id))
        return tuple(map(self._record, rows))

    def last(self, application: "StationApplicationId") -> Inspection | None:
        """The one that counts."""
        return next(reversed(self.of(application)), None)

    def _keep(
        self,
        application: "StationApplicationId",
        record: InspectionRecord,
        photos: Sequence[FileId],
    ) -> Inspection:
        values = {
            "application_id": application,
            "inspected_on": record.on,
            "result": record.result,
            "record": b"",
            "noted_by": self._unit.caller.person,
            "noted_at": self._unit.now,
        }
        added: int = self._unit.connection.execute(
            insert(inspections).returning(inspections.c.id), values
        ).scalar_one()
        kept = {
            "inspectors": record.inspectors,
            "found": {line: [one.verdict, one.remark] for line, one in record.found.items()},
            "photos": list(photos),
        }
        for file in photos:
            self._unit.files.own(file, f"inspection:{added}")
        sealed = self._unit.seal(dumps(kept), f"inspections.record:{added}")
        row = self._unit.connection.execute(
            update(inspections)
            .where(inspections.c.id == added)
            .values(record=sealed)
            .returning(*inspections.c)
        ).one()
        return self._record(row)

    def _record(self, row: Row[Any]) -> Inspection:
        kept = json.loads(self._unit.unseal(row.record, f"inspections.record:{row.id}"))
        return Inspection(
            id=InspectionId(row.id),
            on=row.inspected_on,
            result=InspectionResult(row.result),
            inspectors=tuple(kept["inspectors"]),
            found={
                InspectionLine(line): Found(InspectionVerdict(verdict), remark)
                for line, (verdict, remark) in kept["found"].items()
            },
            photos=tuple(map(FileId, kept["photos"])),
        )
