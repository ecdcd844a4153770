"""Applications of examiners and managers: whom an institution proposes, for what, with which proofs (R2.4)."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    Row,
    Select,
    String,
    Table,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from rules.candidates import Sex
from rules.catalogue import Programme
from rules.examiners import (
    ExaminerApplication,
    ExaminerKind,
    Proof,
    UnitKey,
    application_findings,
)
from rules.findings import Finding, NotPossible
from rules.identity import IdNumber, read_id_number
from rules.roles import Action
from store import rights
from store.counters import next_number
from store.database import dumps
from store.files import FileId
from store.institutions import institutions
from store.schema import Document, Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

ApplicationId = NewType("ApplicationId", int)

PHOTO = "photo"


class ApplicationState(StrEnum):
    """Open while its paper is on its way, a returned one included."""

    OPEN = "open"
    APPROVED = "approved"
    CLOSED = "closed"
    """Rejected or withdrawn."""


examiner_applications = Table(
    "examiner_applications",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("institution_code", ForeignKey(institutions.c.code), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("name", Sealed, nullable=False),
    Column("id_number", Sealed, nullable=False),
    Column("id_fp", LargeBinary, nullable=False, index=True),
    Column("open_fp", LargeBinary, unique=True),
    Column("trades", Document, nullable=False),
    Column("boxes", Sealed, nullable=False),
    Column("form_version", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("filed_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExaminerFiling:
    """What is handed in: the form for the rules, its boxes for the paper, its uploads by box."""

    institution: str
    name: str = field(repr=False)
    number: IdNumber = field(repr=False)
    """With sex and birth date, asked for where the document does not show them."""
    application: ExaminerApplication
    boxes: Mapping[str, Any] = field(repr=False)
    form_version: int
    files: Mapping[str, FileId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An application as it stands; `name` is all that is told of the person."""

    id: ApplicationId
    number: str
    """`KP26-0007`"""
    institution: str
    kind: ExaminerKind
    name: str = field(repr=False)
    trades: tuple[UnitKey, ...]
    state: ApplicationState
    filed_at: datetime
    id_fp: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PrintedProposal:
    """Everything the 审批表 shows (G§3.2)."""

    proposal: Proposal
    boxes: Mapping[str, Any] = field(repr=False)
    id_number: str = field(repr=False)
    photo: FileId | None


_ALL: Select[Any] = select(examiner_applications)
BY_ID = _ALL.where(examiner_applications.c.id == bindparam("application"))
LOCK = BY_ID.with_for_update()
OF_INSTITUTION = _ALL.where(
    examiner_applications.c.institution_code == bindparam("institution")
).order_by(examiner_applications.c.id)
OPEN_OF_KIND = _ALL.where(
    examiner_applications.c.kind == bindparam("of_kind"),
    examiner_applications.c.state == ApplicationState.OPEN,
).order_by(examiner_applications.c.institution_code, examiner_applications.c.id)


class ExaminerApplications:
    """One open application per person, institution and kind; everything wrong is said at once (R4.9)."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def file(self, filing: ExaminerFiling) -> Proposal:
        """Take an application (R2.4); NotPossible leaves everything as it was."""
        rights.check(self._unit, Action.FILE_EXAMINER_APPLICATION, institution=filing.institution)
        self._refuse(filing)
        year = self._unit.today.year
        serial = next_number(self._unit.connection, f"examiner-application:{year}")
        number = f"KP{year % 100:02}-{serial:04}"
        values = {
            **self._values(filing, number),
            "number": number,
            "institution_code": filing.institution,
            "state": ApplicationState.OPEN,
            "filed_at": self._unit.now,
        }
        question = insert(examiner_applications).returning(examiner_applications)
        with self._one_open():
            row = self._unit.connection.execute(question, values).one()
        return self._kept(row, filing, "examiner-application-filed")

    def change(self, application: ApplicationId, filing: ExaminerFiling) -> Proposal:
        """Correct an application that was returned; it keeps its number and its training."""
        rights.check(self._unit, Action.FILE_EXAMINER_APPLICATION, institution=filing.institution)
        before = self.lock(application)
        if before.institution != filing.institution:
            raise NotPossible(Finding("not-yours"))
        if before.state is not ApplicationState.OPEN:
            raise NotPossible(Finding("examiner-application-decided", "R2.4"))
        self._refuse(filing)
        question = (
            update(examiner_applications)
            .where(examiner_applications.c.id == application)
            .returning(examiner_applications)
        )
        with self._one_open():
            values = self._values(filing, before.number)
            row = self._unit.connection.execute(question, values).one()
        self._unit.files.disown(_owner(application))
        return self._kept(row, filing, "examiner-application-changed")

    def get(self, application: ApplicationId) -> Proposal:
        return self._one(BY_ID, application)

    def lock(self, application: ApplicationId) -> Proposal:
        """Keep everybody else from the application until the unit ends."""
        return self._one(LOCK, application)

    def of(self, institution: str) -> tuple[Proposal, ...]:
        """All an institution ever proposed, oldest first; the caller's right is the caller's matter."""
        rows = self._unit.connection.execute(OF_INSTITUTION, {"institution": institution})
        return tuple(map(self._record, rows))

    def open_of_kind(self, kind: ExaminerKind) -> tuple[Proposal, ...]:
        """What may be nominated for a training class of that kind (R2.9)."""
        rows = self._unit.connection.execute(OPEN_OF_KIND, {"of_kind": kind})
        return tuple(map(self._record, rows))

    def id_number(self, application: ApplicationId) -> IdNumber:
        """Of the person proposed; only the appointment and the printed form need it."""
        row = self._row(BY_ID, application)
        context = f"examiner_applications.id_number:{row.number}"
        number = read_id_number(self._unit.unseal(row.id_number, context), row.filed_at.date())
        boxes = self._boxes(row)
        return replace(number, sex=Sex(boxes["sex"]), born=date.fromisoformat(boxes["born"]))

    def close(self, application: ApplicationId, state: ApplicationState) -> None:
        """The paper was decided for good."""
        self._unit.connection.execute(
            update(examiner_applications)
            .where(examiner_applications.c.id == application)
            .values(state=state, open_fp=None)
        )

    def move(self, old: str, new: str) -> None:
        """The institution goes by another code from now on: the applicant unit became a station."""
        self._unit.connection.execute(
            update(examiner_applications)
            .where(examiner_applications.c.institution_code == old)
            .values(institution_code=new)
        )

    def printed(self, application: ApplicationId) -> PrintedProposal:
        """The filled-in form, for its institution and for the officers above it."""
        row = self._row(BY_ID, application)
        rights.check(self._unit, Action.SEE_EXAMINERS, institution=row.institution_code)
        boxes = self._boxes(row)
        photo = boxes.pop(PHOTO, None)
        number = self.id_number(application).number
        return PrintedProposal(self._record(row), boxes, number, photo and FileId(photo))

    def _refuse(self, filing: ExaminerFiling) -> None:
        if forbidden := tuple(self._forbidden(filing)):
            raise NotPossible(forbidden)

    def _forbidden(self, filing: ExaminerFiling) -> Iterator[Finding]:
        proofs = frozenset(proof for proof in Proof if proof in filing.files)
        yield from application_findings(
            replace(filing.application, proofs=proofs), self._unit.today
        )
        if PHOTO not in filing.files:
            yield Finding("material-missing", "R2.4", {"material": PHOTO}, box=PHOTO)
        for box, file in filing.files.items():
            if self._unit.files.find(file) is None:
                yield Finding("file-gone", "R5.3", box=box)
        for programme, code in filing.application.trades:
            trade = self._unit.units.find(programme, code)
            if trade is None or not trade.complete:
                yield Finding("unit-unknown", "R1.3", {"unit": code}, box="trades")

    def _values(self, filing: ExaminerFiling, number: str) -> dict[str, Any]:
        told = {"sex": filing.number.sex, "born": filing.number.born and str(filing.number.born)}
        boxes = {**filing.boxes, **told, PHOTO: filing.files[PHOTO]}
        sealed = {"name": filing.name, "id_number": filing.number.number, "boxes": dumps(boxes)}
        return {
            **{
                column: self._unit.seal(text, f"examiner_applications.{column}:{number}")
                for column, text in sealed.items()
            },
            "kind": filing.application.kind,
            "id_fp": self._unit.fingerprint(filing.number.number, "id-number"),
            "open_fp": self._unit.fingerprint(
                f"{filing.institution}:{filing.application.kind}:{filing.number.number}",
                "open-examiner-application",
            ),
            "trades": [[programme, code] for programme, code in filing.application.trades],
            "form_version": filing.form_version,
        }

    @contextmanager
    def _one_open(self) -> Iterator[None]:
        """Two filings of the same person at the same moment: the unique key lets one of them in."""
        try:
            with self._unit.savepoint():
                yield
        except IntegrityError as error:
            raise NotPossible(
                Finding("examiner-application-open", "R2.4", box="id_number")
            ) from error

    def _kept(self, row: Row[Any], filing: ExaminerFiling, act: str) -> Proposal:
        for file in filing.files.values():
            self._unit.files.own(file, _owner(row.id))
        self._unit.audit.note(act, f"examiner-application:{row.id}", number=row.number)
        return self._record(row)

    def _one(self, question: Select[Any], application: ApplicationId) -> Proposal:
        return self._record(self._row(question, application))

    def _row(self, question: Select[Any], application: ApplicationId) -> Row[Any]:
        row = self._unit.connection.execute(question, {"application": application}).first()
        if row is None:
            raise NotPossible(Finding("examiner-application-unknown", "R2.4"))
        return row

    def _boxes(self, row: Row[Any]) -> dict[str, Any]:
        context = f"examiner_applications.boxes:{row.number}"
        boxes: dict[str, Any] = json.loads(self._unit.unseal(row.boxes, context))
        return boxes

    def _record(self, row: Row[Any]) -> Proposal:
        return Proposal(
            id=row.id,
            number=row.number,
            institution=row.institution_code,
            kind=ExaminerKind(row.kind),
            name=self._unit.unseal(row.name, f"examiner_applications.name:{row.number}"),
            trades=trades_of(row.trades),
            state=ApplicationState(row.state),
            filed_at=row.filed_at,
            id_fp=bytes(row.id_fp),
        )


def trades_of(kept: list[list[str]]) -> tuple[UnitKey, ...]:
    """The keys of trades kept as JSON."""
    return tuple((Programme(programme), code) for programme, code in kept)


def _owner(application: int) -> str:
    return f"examiner-application:{application}"
