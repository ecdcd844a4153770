"""Institutions: the centre, the second tier and the exam stations below it, as one tree (R1.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, bindparam, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from rules.findings import Finding, NotPossible
from rules.names import institution_key
from rules.roles import Action
from store import rights
from store.catalogue.pinyin import Names, fold
from store.counters import next_number
from store.kept import Kept
from store.pages import Page, page_of
from store.prepared import Prepared
from store.schema import metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork


class InstitutionKind(StrEnum):
    """Where an institution stands in the tree (R1.1, R1.9)."""

    CENTRE = "centre"
    """指导中心"""
    SECOND_TIER = "second_tier"
    """分中心, 培养(实训)基地, 管理站"""
    BRANCH = "branch"
    """省级分支机构, of the skill-level programme"""
    STATION = "station"
    """考试站"""
    APPLICANT = "applicant"
    """申报单位, before approval"""


institutions = Table(
    "institutions",
    metadata,
    Column("code", String(30), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("name_key", String(200), nullable=False, unique=True),
    Column("kind", String(20), nullable=False),
    Column("parent_code", ForeignKey("institutions.code"), index=True),
    Column("operator", String(200), nullable=False),
    Column("region", String(100), nullable=False),
    Column("capability", Boolean, nullable=False),
    Column("skill_level", Boolean, nullable=False),
    Column("revision", Integer, nullable=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """One institution; the programmes are those it may act in (R1.2, R1.7)."""

    code: str
    name: str
    kind: InstitutionKind
    parent_code: str | None
    operator: str = ""
    """承建单位, the school or company that runs it."""
    region: str = ""
    """Empty while the licence has not been entered."""
    capability: bool = True
    skill_level: bool = False


COLUMNS = [institutions.c[name] for name in Institution.__slots__]
ALL = select(*COLUMNS).order_by(institutions.c.code)
BY_CODE = select(*COLUMNS).where(institutions.c.code == bindparam("code"))
BY_NAME = Prepared(select(*COLUMNS).where(institutions.c.name_key == bindparam("key")))
VERSION = select(func.count(), func.sum(institutions.c.revision))

_new = insert(institutions)
# PostgreSQL's construct compiles for SQLite as well, whose clause is the same.
PUT = _new.on_conflict_do_update(
    index_elements=[institutions.c.code],
    set_={
        **{column.name: _new.excluded[column.name] for column in COLUMNS if not column.primary_key},
        "name_key": _new.excluded.name_key,
        "revision": institutions.c.revision + 1,
    },
)


class Institutions:
    """Names compare without regard to spaces and width (R1.8)."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def put(self, institution: Institution) -> None:
        """Add the institution, or bring it up to date; its parent has to be there."""
        values = asdict(institution) | {
            "name_key": institution_key(institution.name),
            "revision": 1,
        }
        self._unit.connection.execute(PUT, values)

    def add_applicant(self, name: str, parent: str) -> Institution:
        """A unit that wants to become a station (R2.1), below the body it will file at."""
        code = f"U{next_number(self._unit.connection, 'applicants'):06}"
        applicant = Institution(
            code=code, name=name, kind=InstitutionKind.APPLICANT, parent_code=parent
        )
        try:
            with self._unit.savepoint():
                self.put(applicant)
        except IntegrityError as error:
            raise NotPossible(Finding("unit-name-taken", "R1.8", box="name")) from error
        return applicant

    def promote(self, applicant: str, station: Institution) -> None:
        """On approval the applicant's accounts become the station's (R2.1); the old row stays for its papers."""
        rights.check(self._unit, Action.MANAGE_ACCOUNTS, institution=applicant)
        self.put(station)
        self._unit.accounts.move(applicant, station)
        self._unit.audit.note("promoted", f"institution:{applicant}", station=station.code)

    def set_region(self, code: str, region: str) -> None:
        self.put(replace(self.get(code), region=region))

    def get(self, code: str) -> Institution:
        found = self.find(code)
        if found is None:
            raise NotPossible(Finding("institution-unknown", "R1.1", {"code": code}))
        return found

    def find(self, code: str) -> Institution | None:
        return self._one(self._unit.connection.execute(BY_CODE, {"code": code}).first())

    def by_name(self, name: str) -> Institution | None:
        """The institution of that full name, as it logs in with (R1.8)."""
        return self._one(BY_NAME.row(self._unit.connection, {"key": institution_key(name)}))

    def all(self) -> tuple[Institution, ...]:
        """Every institution by code."""
        return self._register().all

    def matching(self, query: str) -> Sequence[Institution]:
        """All that `search` would list, best first."""
        return self._register().find(query)

    def line(self, code: str) -> tuple[str, ...]:
        """The institution and all above it, up to the centre."""
        return tuple(self._register().line(code))

    def is_below(self, code: str, top: str) -> bool:
        """Whether it is that institution or one below it in the tree (R1.1)."""
        return top in self._register().line(code)

    def search(self, query: str, page: int = 0) -> Page[Institution]:
        """Best first: by code or number, operator (also in pinyin), name; all for an empty query."""
        return page_of(self._register().find(query), page)

    def _register(self) -> "_Register":
        execute = self._unit.connection.execute
        version = tuple(execute(VERSION).one())
        return _kept.get(self._unit.store, version, lambda: _Register(map(_record, execute(ALL))))

    @staticmethod
    def _one(row: Any | None) -> Institution | None:
        return None if row is None else _record(row)


class _Register:
    """All institutions by code, searchable."""

    def __init__(self, institutions: Iterable[Institution]) -> None:
        self.all = tuple(institutions)
        self._parents = {one.code: one.parent_code for one in self.all}
        self._operators = Names(one.operator for one in self.all)

    def line(self, code: str | None) -> list[str]:
        """The institution and all above it, up to the centre; empty for an unknown code."""
        found: list[str] = []
        while code in self._parents and code not in found:
            found.append(code)
            code = self._parents[code]
        return found

    def find(self, query: str) -> list[Institution]:
        if not query.strip():
            return list(self.all)
        wanted = fold(query)
        fits = self._operators.fits(query)
        ranked = [
            (rank, place)
            for place, one in enumerate(self.all)
            if (rank := _rank(one, wanted, fits.get(fold(one.operator)))) is not None
        ]
        return [self.all[place] for _, place in sorted(ranked)]


def _rank(institution: Institution, wanted: str, fit: int | None) -> tuple[int, int] | None:
    """Whole code, number or name; then operator; then parts of code and name, which many share."""
    name, code = fold(institution.name), fold(institution.code)
    if wanted in {code, code[-3:], name}:
        return (0, 0)
    if fit is not None:
        return (1, fit)
    if code.startswith(wanted) or wanted in name:
        return (2, 0)
    return None


_kept: Kept[_Register] = Kept()


def _record(row: Any) -> Institution:
    values: dict[str, Any] = dict(zip(Institution.__slots__, row, strict=True))
    return Institution(**{**values, "kind": InstitutionKind(row.kind)})
