"""Applications to become an exam station, from the filled-in form to the station's founding (R2.1–R2.3)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Integer,
    Row,
    Select,
    String,
    Table,
    bindparam,
    insert,
    select,
    update,
)

from rules.approvals import DecisionKind, Desk, PaperKind, PaperState
from rules.catalogue import Level, Programme
from rules.findings import Finding, NotPossible
from rules.licences import LicensedUnit, Permit, UnitKey
from rules.roles import Action
from rules.stations import (
    PRINTED,
    DeclaredTrade,
    InspectionResult,
    StationApplication,
    StationApplicationState,
    by_code,
    findings,
    station_code,
    station_name,
)
from store import rights
from store.database import dumps
from store.files import FileId
from store.institutions import Institution, InstitutionKind, institutions
from store.paper_versions import Shown
from store.schema import Document, Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.decisions import Decision
    from store.papers import Paper
    from store.unit import UnitOfWork

StationApplicationId = NewType("StationApplicationId", int)

SEALED_PAGES = ("first_page", "last_page")
"""The boxes of the scans: the page the legal representative signs, and the page with the unit's seal."""

station_applications = Table(
    "station_applications",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("institution_code", ForeignKey("institutions.code"), nullable=False, index=True),
    Column("state", String(20), nullable=False, index=True),
    Column("trades", Document, nullable=False),
    Column("boxes", Sealed, nullable=False),
    Column("form_version", Integer, nullable=False),
    Column("filed_on", Date, nullable=False),
    Column("stated_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StationFiling:
    """What is handed in: the form for the rules, its kept answers, its uploads and its lines as they read."""

    institution: str
    application: StationApplication
    boxes: Mapping[str, Any] = field(repr=False)
    """The answers as the form keeps them, which open it again."""
    form_version: int
    files: Mapping[str, FileId]
    shown: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StationRecord:
    """One application, without what is private about it."""

    id: StationApplicationId
    institution: str
    """The applicant's code; the station's once it is founded."""
    state: StationApplicationState
    trades: tuple[LicensedUnit, ...]
    """Ascending by code (G§2.3 note 2)."""
    form_version: int
    filed_on: date
    stated_at: datetime


_ALL: Select[Any] = select(station_applications)
BY_ID = _ALL.where(station_applications.c.id == bindparam("application"))
LOCK = BY_ID.with_for_update()
LATEST = (
    _ALL.where(station_applications.c.institution_code == bindparam("institution"))
    .order_by(station_applications.c.id.desc())
    .limit(1)
)
LOCK_INSTITUTION = (
    select(institutions.c.code).where(institutions.c.code == bindparam("code")).with_for_update()
)


class StationApplications:
    """A unit has one application under way; its paper passes the desks once the seals are on it."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- by the unit ---

    def file(self, filing: StationFiling) -> StationRecord:
        """Take the form, or its corrected copy; NotPossible names everything R2.2 misses at once.

        A copy that only changed what is not printed goes back to its desk; any other waits for its seals.
        """
        rights.check(self._unit, Action.FILE_STATION_APPLICATION, institution=filing.institution)
        self._unit.connection.execute(LOCK_INSTITUTION, {"code": filing.institution})
        before = self.of(filing.institution)
        if forbidden := tuple(self._forbidden(filing, before)):
            raise NotPossible(forbidden)
        if before is None or before.state is StationApplicationState.ENDED:
            return self._add(filing)
        return self._correct(before, filing)

    def seal(
        self,
        application: StationApplicationId,
        pages: Mapping[str, FileId],
        boxes: Mapping[str, Any],
        shown: Iterable[Shown],
    ) -> StationRecord:
        """The scans of the signed and sealed sheet: now the second tier sees the application (R2.3).

        `pages` are the files by SEALED_PAGES, `boxes` the kept answers with them.
        """
        locked = self._locked(application)
        rights.check(self._unit, Action.FILE_STATION_APPLICATION, institution=locked.institution)
        if locked.state is not StationApplicationState.AWAITING_SEAL:
            raise NotPossible(Finding("station-seal-not-awaited", "R2.3"))
        if missing := [page for page in SEALED_PAGES if page not in pages]:
            raise NotPossible([Finding("station-page-missing", "R2.3", box=p) for p in missing])
        self._own(locked.id, pages)
        self._set(locked.id, state=StationApplicationState.UNDER_WAY, boxes=boxes)
        returned = self._paper(locked)
        if returned:
            self._unit.papers.resubmit(returned.id, boxes, shown=shown)
        else:
            kind = PaperKind.STATION_APPLICATION
            self._unit.papers.file(kind, None, locked.institution, locked.id, boxes, shown=shown)
        self._note("station-application-sealed", locked)
        return self.get(locked.id)

    # --- by the desks ---

    def decided(self, paper: "Paper", decision: "Decision") -> None:
        """What a decision on the paper does: no recommendation without a passed inspection (R2.8)."""
        application = StationApplicationId(paper.subject)
        if decision.kind is DecisionKind.FORWARD and decision.desk is Desk.MANAGEMENT_STATION:
            self._require_inspection(application)
        match paper.state:
            case PaperState.APPROVED:
                self._set(application, state=StationApplicationState.APPROVED)
            case PaperState.REJECTED | PaperState.WITHDRAWN:
                self._set(application, state=StationApplicationState.ENDED)
            case _:
                pass

    def found(self, application: StationApplicationId, number: str, permit: Permit) -> Institution:
        """Give an approved applicant its station's code, name and licence (R2.3, R2.8, R1.1).

        Its account, papers and examiners go along. The licence's trades are those applied for.
        """
        approved = self._locked(application)
        rights.check(self._unit, Action.FOUND_STATION, institution=approved.institution)
        if approved.state is not StationApplicationState.APPROVED:
            raise NotPossible(Finding("station-not-approved", "R2.3"))
        applicant = self._unit.institutions.get(approved.institution)
        station = self._named(applicant, number, permit)
        self._unit.institutions.promote(applicant.code, station)
        self._unit.papers.move(applicant.code, station.code)
        self._unit.examiners.move(applicant.code, station.code)
        self._unit.licences.enter(station.code, "", replace(permit, units=approved.trades))
        self._set(approved.id, state=StationApplicationState.FOUNDED, institution_code=station.code)
        self._note("station-founded", approved, code=station.code)
        return station

    # --- questions ---

    def get(self, application: StationApplicationId) -> StationRecord:
        """Whoever asks; `opened` is for people."""
        return self._one(BY_ID, application)

    def of(self, institution: str) -> StationRecord | None:
        """The latest application of a unit."""
        row = self._unit.connection.execute(LATEST, {"institution": institution}).first()
        return None if row is None else _record(row)

    def opened(self, application: StationApplicationId) -> dict[str, Any]:
        """The kept answers, for the unit itself and the officers above it."""
        row = self._unit.connection.execute(BY_ID, {"application": application}).first()
        if row is None:
            raise NotPossible(Finding("station-application-unknown"))
        rights.check(self._unit, Action.READ_STATION, institution=row.institution_code)
        boxes: dict[str, Any] = json.loads(self._unit.unseal(row.boxes, _context(row.id)))
        return boxes

    def approved(self) -> tuple[StationRecord, ...]:
        """What waits for its code, the longest waiting first."""
        self._unit.require(Action.FOUND_STATION)
        question = _ALL.where(
            station_applications.c.state == StationApplicationState.APPROVED
        ).order_by(station_applications.c.stated_at, station_applications.c.id)
        return tuple(map(_record, self._unit.connection.execute(question)))

    def returned_for(self, application: StationRecord) -> Mapping[str, str]:
        """Why the last desk sent it back, by box."""
        paper = self._paper(application)
        return self._unit.papers.returned_for(paper) if paper else {}

    # --- inside ---

    def _forbidden(self, filing: StationFiling, before: StationRecord | None) -> Iterator[Finding]:
        kind = self._unit.institutions.get(filing.institution).kind
        if kind is not InstitutionKind.APPLICANT:
            yield Finding("station-already", "R2.1")
        if before and not self.may_correct(before):
            yield Finding("station-application-under-way", "R2.3", {"state": before.state})

        def trained(unit: UnitKey) -> int:
            return self._unit.examiners.trained_for(filing.institution, unit)

        yield from findings(filing.application, trained)
        for box, file in filing.files.items():
            if self._unit.files.find(file) is None:
                yield Finding("file-gone", "R2.2", box=box.split(".")[0])

    def may_correct(self, application: StationRecord) -> bool:
        """Whether the unit may hand in another copy: not sealed yet, or returned to it, or ended."""
        match application.state:
            case StationApplicationState.AWAITING_SEAL | StationApplicationState.ENDED:
                return True
            case StationApplicationState.UNDER_WAY:
                paper = self._paper(application)
                return paper is not None and paper.state is PaperState.RETURNED
            case _:
                return False

    def _add(self, filing: StationFiling) -> StationRecord:
        # The id first: what is sealed is sealed for its row.
        values = {
            "institution_code": filing.institution,
            "state": StationApplicationState.AWAITING_SEAL,
            "trades": _kept_trades(filing.application.trades),
            "boxes": b"",
            "form_version": filing.form_version,
            "filed_on": self._unit.today,
            "stated_at": self._unit.now,
        }
        added = self._unit.connection.execute(
            insert(station_applications).returning(station_applications.c.id), values
        ).scalar_one()
        application = StationApplicationId(added)
        self._own(application, filing.files)
        self._set(application, boxes=_unsealed(filing.boxes))
        filed = self.get(application)
        self._note("station-application-filed", filed)
        return filed

    def _correct(self, before: StationRecord, filing: StationFiling) -> StationRecord:
        old = self.opened(before.id)
        same_print = all(old.get(box) == filing.boxes.get(box) for box in PRINTED)
        sealed = same_print and all(page in filing.boxes for page in SEALED_PAGES)
        boxes = filing.boxes if sealed else _unsealed(filing.boxes)
        self._own(before.id, filing.files)
        self._set(
            before.id,
            state=StationApplicationState.UNDER_WAY
            if sealed
            else StationApplicationState.AWAITING_SEAL,
            boxes=boxes,
            trades=_kept_trades(filing.application.trades),
            form_version=filing.form_version,
        )
        self._note("station-application-corrected", before)
        paper = self._paper(before)
        if sealed and paper:
            self._unit.papers.resubmit(paper.id, boxes, shown=filing.shown)
        return self.get(before.id)

    def _require_inspection(self, application: StationApplicationId) -> None:
        last = self._unit.inspections.last(application)
        if last is None:
            raise NotPossible(Finding("inspection-wanted", "R2.8"))
        if last.result is not InspectionResult.PASSED:
            raise NotPossible(Finding("inspection-failed", "R2.8", {"on": last.on}))

    def _named(self, applicant: Institution, number: str, permit: Permit) -> Institution:
        """The station's place in the tree; NotPossible for a number that cannot be or is taken."""
        tier = self._unit.institutions.get(applicant.parent_code or "")
        code = station_code(tier.code, number)
        if code is None:
            args = {"tier": tier.code}
            raise NotPossible(Finding("station-number-unfit", "R1.1", args, box="number"))
        name = station_name(tier.name, code[-3:])
        if self._unit.institutions.find(code) or self._unit.institutions.by_name(name):
            raise NotPossible(Finding("station-number-taken", "R1.1", {"code": code}, box="number"))
        return Institution(
            code=code,
            name=name,
            kind=InstitutionKind.STATION,
            parent_code=tier.code,
            operator=applicant.name,
            region=permit.region,
        )

    def _paper(self, application: StationRecord) -> "Paper | None":
        return self._unit.papers.under_way(PaperKind.STATION_APPLICATION, application.id)

    def _own(self, application: StationApplicationId, files: Mapping[str, FileId]) -> None:
        for box, file in files.items():
            self._unit.files.own(file, f"station_application:{application}:{box}")

    def _set(self, application: StationApplicationId, **values: Any) -> None:
        if "boxes" in values:
            values["boxes"] = self._unit.seal(dumps(values["boxes"]), _context(application))
        if "state" in values:
            values["stated_at"] = self._unit.now
        self._unit.connection.execute(
            update(station_applications)
            .where(station_applications.c.id == application)
            .values(values)
        )

    def _locked(self, application: StationApplicationId) -> StationRecord:
        return self._one(LOCK, application)

    def _one(self, question: Select[Any], application: StationApplicationId) -> StationRecord:
        row = self._unit.connection.execute(question, {"application": application}).first()
        if row is None:
            raise NotPossible(Finding("station-application-unknown"))
        return _record(row)

    def _note(self, act: str, application: StationRecord, **detail: object) -> None:
        self._unit.audit.note(act, f"station_application:{application.id}", **detail)


def _unsealed(boxes: Mapping[str, Any]) -> dict[str, Any]:
    """Without the scans of a sheet that does not say so any more."""
    return {box: answer for box, answer in boxes.items() if box not in SEALED_PAGES}


def _context(application: int) -> str:
    return f"station_applications.boxes:{application}"


def _kept_trades(trades: Iterable[DeclaredTrade]) -> list[list[object]]:
    return [
        [one.unit.programme, one.unit.code, [int(level) for level in one.levels]]
        for one in by_code(trades)
    ]


def _record(row: Row[Any]) -> StationRecord:
    return StationRecord(
        id=StationApplicationId(row.id),
        institution=row.institution_code,
        state=StationApplicationState(row.state),
        trades=tuple(
            LicensedUnit(Programme(programme), code, tuple(map(Level, levels)))
            for programme, code, levels in row.trades
        ),
        form_version=row.form_version,
        filed_on=row.filed_on,
        stated_at=row.stated_at,
    )
