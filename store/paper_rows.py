"""The rows of papers: read, locked, changed, listed. Who may do what with them is for `store.papers`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    Row,
    Select,
    String,
    Table,
    and_,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from rules.approvals import UNDER_WAY, Chain, Desk, PaperKind, PaperState
from rules.catalogue import Programme
from rules.findings import Finding, NotPossible
from store.institutions import institutions
from store.pages import Page, first_page, window
from store.people import PersonId, people
from store.schema import Document, Moment, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

PaperId = NewType("PaperId", int)

papers = Table(
    "papers",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("kind", String(30), nullable=False),
    Column("programme", String(20)),
    Column("institution_code", ForeignKey(institutions.c.code), nullable=False),
    Column("subject", BigInteger, nullable=False),
    Column("state", String(20), nullable=False),
    Column("desk", String(30), nullable=False),
    Column("chain", Document, nullable=False),
    Column("version", Integer, nullable=False),
    Column("step", Integer, nullable=False),
    Column("filed_by", ForeignKey(people.c.id)),
    Column("first_filed_at", Moment, nullable=False),
    Column("filed_at", Moment, nullable=False),
    Column("waiting_since", Moment, nullable=False),
    Column("claimed_by", ForeignKey(people.c.id)),
    Column("claimed_at", Moment),
    sqlite_autoincrement=True,
)
IS_WAITING = papers.c.state == PaperState.WAITING
IS_UNDER_WAY = papers.c.state.in_(UNDER_WAY)
ONE_AT_A_TIME = and_(IS_UNDER_WAY, papers.c.subject != 0)
Index(None, papers.c.state, papers.c.desk, papers.c.waiting_since)
Index(None, papers.c.institution_code, papers.c.id)
Index(
    None,
    papers.c.kind,
    papers.c.subject,
    unique=True,
    sqlite_where=ONE_AT_A_TIME,
    postgresql_where=ONE_AT_A_TIME,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One application; what stands on it is in its versions."""

    id: PaperId
    kind: PaperKind
    programme: Programme | None
    institution: str
    """The applicant's code."""
    subject: int
    """The row of the noun applied for, in its own table; 0 where there is none."""
    state: PaperState
    desk: Desk
    """Where it lies; of a returned or decided one, where that happened."""
    chain: Chain
    """As it was in force at the filing; it stays (⚙)."""
    version: int
    step: int
    """Decisions so far: whoever acts on what he saw names it."""
    filed_by: PersonId | None
    first_filed_at: datetime
    """R4.2: kept through corrections."""
    filed_at: datetime
    waiting_since: datetime
    """When it came to this desk."""
    claimed_by: PersonId | None
    claimed_at: datetime | None


CHANGING = (
    *("state", "desk", "version", "step", "filed_by", "filed_at"),
    *("waiting_since", "claimed_by", "claimed_at"),
)
BY_ID = select(papers).where(papers.c.id == bindparam("paper"))
LOCK = BY_ID.with_for_update()


class PaperRows:
    """A subject has one paper of a kind under way at a time; the database sees to it."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def add(self, values: Mapping[str, object]) -> Paper:
        try:
            with self._unit.savepoint():
                adding = insert(papers).returning(*papers.c)
                return _paper(self._unit.connection.execute(adding, values).one())
        except IntegrityError as error:
            raise NotPossible(Finding("paper-under-way", "R4.10")) from error

    def get(self, paper: PaperId) -> Paper:
        return self._one(BY_ID, paper)

    def lock(self, paper: PaperId) -> Paper:
        """Keep everybody else from the paper until the unit ends."""
        return self._one(LOCK, paper)

    def put(self, paper: Paper) -> Paper:
        values = {name: getattr(paper, name) for name in CHANGING}
        self._unit.connection.execute(update(papers).where(papers.c.id == paper.id).values(values))
        return paper

    def move(self, applicant: str, station: str) -> None:
        own = update(papers).where(papers.c.institution_code == applicant)
        self._unit.connection.execute(own.values(institution_code=station))

    def find(self, *which: ColumnElement[bool]) -> Paper | None:
        row = self._unit.connection.execute(select(papers).where(*which)).first()
        return None if row is None else _paper(row)

    def page(self, page: int, *which: ColumnElement[bool], order: Any) -> Page[Paper]:
        question = select(papers).where(*which).order_by(order, papers.c.id)
        return first_page(map(_paper, self._unit.connection.execute(window(question, page))))

    def applicants_at(self, desk: Desk) -> list[tuple[str, Programme | None]]:
        """Whose papers wait at the desk, and of which programme."""
        question = (
            select(papers.c.institution_code, papers.c.programme)
            .where(IS_WAITING, papers.c.desk == desk)
            .distinct()
        )
        rows = self._unit.connection.execute(question)
        return [(code, programme and Programme(programme)) for code, programme in rows]

    def _one(self, question: Select[Any], paper: PaperId) -> Paper:
        row = self._unit.connection.execute(question, {"paper": paper}).first()
        if row is None:
            raise NotPossible(Finding("paper-unknown"))
        return _paper(row)


def _paper(row: Row[Any]) -> Paper:
    return Paper(
        id=row.id,
        kind=PaperKind(row.kind),
        programme=row.programme and Programme(row.programme),
        institution=row.institution_code,
        subject=row.subject,
        state=PaperState(row.state),
        desk=Desk(row.desk),
        chain=tuple(map(Desk, row.chain)),
        version=row.version,
        step=row.step,
        filed_by=row.filed_by,
        first_filed_at=row.first_filed_at,
        filed_at=row.filed_at,
        waiting_since=row.waiting_since,
        claimed_by=row.claimed_by,
        claimed_at=row.claimed_at,
    )
