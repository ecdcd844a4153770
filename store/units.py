"""The assessment units in force. They start as the guide prints them; officers complete them later (R1.5)."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Column, Date, Integer, Row, String, Table, bindparam, func, select
from sqlalchemy.dialects.postgresql import insert

from rules.catalogue import Level, Programme, Unit
from rules.findings import Finding, NotPossible
from rules.roles import Action
from store.catalogue.search import Index
from store.kept import Kept
from store.pages import Page, page_of
from store.schema import metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

units = Table(
    "units",
    metadata,
    Column("programme", String(20), primary_key=True),
    Column("code", String(30), primary_key=True),
    Column("occupation_code", String(30), nullable=False),
    Column("occupation_name", String(100), nullable=False),
    Column("name", String(100), nullable=False),
    Column("levels", String(20), nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("position", Integer, nullable=False),
    Column("added_on", Date, nullable=False),
    Column("revision", Integer, nullable=False),
)

COLUMNS = [units.c[name] for name in Unit.__slots__]
ALL = select(*COLUMNS).order_by(units.c.position, units.c.programme, units.c.code)
BY_KEY = select(*COLUMNS).where(
    units.c.programme == bindparam("programme"), units.c.code == bindparam("code")
)
VERSION = select(func.count(), func.sum(units.c.revision))

_new = insert(units)
# PostgreSQL's construct compiles for SQLite as well, whose clause is the same.
PUT = _new.on_conflict_do_update(
    index_elements=list(units.primary_key),
    set_={
        **{column.name: _new.excluded[column.name] for column in COLUMNS if not column.primary_key},
        "revision": units.c.revision + 1,
    },
)


class Units:
    """Trades, and occupations without trades, of both programmes (R1.2, R1.3)."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def put(self, unit: Unit, position: int, *, added_on: date | None = None) -> None:
        """Add the unit at its place in the printed order, or bring it up to date where it stands."""
        self._unit.require(Action.COMPLETE_UNIT)
        self._unit.connection.execute(PUT, _values(unit, position, added_on or self._unit.today))

    def put_all(self, units: Iterable[Unit]) -> None:
        """A whole catalogue, in printed order."""
        self._unit.require(Action.COMPLETE_UNIT)
        today = self._unit.today
        values = [_values(unit, position, today) for position, unit in enumerate(units, start=1)]
        self._unit.connection.execute(PUT, values)

    def get(self, programme: Programme, code: str) -> Unit:
        found = self.find(programme, code)
        if found is None:
            raise NotPossible(Finding("unit-unknown", "R1.3", {"unit": code}))
        return found

    def find(self, programme: Programme, code: str) -> Unit | None:
        rows = self._unit.connection.execute(BY_KEY, {"programme": programme, "code": code})
        row = rows.first()
        return None if row is None else unit_of(row)

    def all(self) -> tuple[Unit, ...]:
        """Every unit in printed order."""
        return tuple(map(unit_of, self._unit.connection.execute(ALL)))

    def search(self, query: str, programme: Programme | None = None, page: int = 0) -> Page[Unit]:
        """What `query` names in characters, pinyin or code, best first, incomplete units last."""
        version = tuple(self._unit.connection.execute(VERSION).one())
        index = _kept.get(self._unit.store, version, lambda: Index(self.all()))
        return page_of(index.find(query, programme), page)


_kept: Kept[Index] = Kept()


def _values(unit: Unit, position: int, added_on: date) -> dict[str, Any]:
    return {name: getattr(unit, name) for name in Unit.__slots__} | {
        "levels": " ".join(str(int(level)) for level in unit.levels),
        "position": position,
        "added_on": added_on,
        "revision": 1,
    }


def unit_of(row: Row[Any]) -> Unit:
    """The unit in a row that has its columns, perhaps among others."""
    return Unit(
        programme=Programme(row.programme),
        occupation_code=row.occupation_code,
        occupation_name=row.occupation_name,
        code=row.code,
        name=row.name,
        levels=tuple(Level(int(figure)) for figure in row.levels.split()),
        complete=row.complete,
    )
