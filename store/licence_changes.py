"""增减项: changes of licences on their way; the centre's approval carries them out (R1.7, R4.10)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Row,
    String,
    Table,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from rules.approvals import PaperState
from rules.catalogue import Level, Programme
from rules.findings import Finding, NotPossible
from rules.licence_changes import Change, ChangeState, findings, levels_by_unit
from rules.licences import UnitKey
from rules.roles import Action
from rules.stations import DeclaredTrade, Equipment
from store import rights
from store.institutions import institutions
from store.schema import Document, Moment, Serial, metadata

if TYPE_CHECKING:
    from store.papers import Paper
    from store.unit import UnitOfWork

ChangeId = NewType("ChangeId", int)

licence_changes = Table(
    "licence_changes",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("station_code", ForeignKey(institutions.c.code), nullable=False),
    Column("added", Document, nullable=False),
    Column("dropped", Document, nullable=False),
    Column("equipment", Document, nullable=False),
    Column("state", String(20), nullable=False),
    Column("filed_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)
_FILED = licence_changes.c.state == ChangeState.FILED
Index(
    None,
    licence_changes.c.station_code,
    unique=True,
    sqlite_where=_FILED,
    postgresql_where=_FILED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceChange:
    """A change as it was filed."""

    id: ChangeId
    station: str
    change: Change
    state: ChangeState
    filed_at: datetime


BY_ID = select(licence_changes).where(licence_changes.c.id == bindparam("change"))


class LicenceChanges:
    """Held against the licence when filed and again when approved: both may have changed between."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def file(self, station: str, change: Change) -> LicenceChange:
        """A new change, on its way; a station has one at a time. NotPossible names all reasons (R4.9)."""
        self._check_filing(station, change)
        values = {
            "station_code": station,
            "state": ChangeState.FILED,
            "filed_at": self._unit.now,
            **_kept(change),
        }
        try:
            with self._unit.savepoint():
                adding = insert(licence_changes).returning(licence_changes.c.id)
                number = self._unit.connection.execute(adding, values).scalar_one()
        except IntegrityError as error:
            raise NotPossible(Finding("change-under-way", "R1.7")) from error
        return self.get(ChangeId(number))

    def correct(self, number: ChangeId, change: Change) -> LicenceChange:
        """Another content for a change that was returned."""
        before = self._locked(number)
        self._check_filing(before.station, change)
        self._set(number, **_kept(change))
        return self.get(number)

    def decided(self, paper: "Paper") -> None:
        """What a decision on its paper means: the centre's approval changes the licence."""
        found = self._locked(ChangeId(paper.subject))
        match paper.state:
            case PaperState.APPROVED:
                self._check(found.station, found.change)
                added, dropped = map(levels_by_unit, (found.change.added, found.change.dropped))
                self._unit.licences.change(found.station, added, dropped)
                self._set(found.id, state=ChangeState.DONE)
            case PaperState.REJECTED | PaperState.WITHDRAWN:
                self._set(found.id, state=ChangeState.CLOSED)
            case _:
                pass

    def get(self, number: ChangeId) -> LicenceChange:
        return self._one(self._unit.connection.execute(BY_ID, {"change": number}).first())

    # --- inside ---

    def _check_filing(self, station: str, change: Change) -> None:
        rights.check(self._unit, Action.FILE_PAPER, institution=station)
        self._check(station, change)

    def _check(self, station: str, change: Change) -> None:
        licence = self._unit.licences.get(station)
        against = findings(change, licence, self._unit.today, self._trained(station))
        if reasons := tuple(against):
            raise NotPossible(reasons)

    def _trained(self, station: str) -> Callable[[UnitKey], int]:
        return lambda key: self._unit.examiners.trained_for(station, key)

    def _locked(self, number: ChangeId) -> LicenceChange:
        row = self._unit.connection.execute(BY_ID.with_for_update(), {"change": number}).first()
        return self._one(row)

    def _set(self, number: ChangeId, **values: object) -> None:
        changing = update(licence_changes).where(licence_changes.c.id == number)
        self._unit.connection.execute(changing.values(values))

    def _one(self, row: Row[Any] | None) -> LicenceChange:
        if row is None:
            raise NotPossible(Finding("change-unknown", "R1.7"))
        return LicenceChange(
            id=row.id,
            station=row.station_code,
            change=Change(
                tuple(self._trades(row.added)),
                tuple(self._trades(row.dropped)),
                tuple(_equipment(row.equipment)),
            ),
            state=ChangeState(row.state),
            filed_at=row.filed_at,
        )

    def _trades(self, kept: Iterable[Any]) -> Iterable[DeclaredTrade]:
        for programme, code, levels in kept:
            unit = self._unit.units.get(Programme(programme), code)
            yield DeclaredTrade(unit, tuple(map(Level, levels)))


def _kept(change: Change) -> dict[str, object]:
    def trades(declared: Iterable[DeclaredTrade]) -> list[list[object]]:
        return [[*one.unit.key, [int(level) for level in one.levels]] for one in declared]

    return {
        "added": trades(change.added),
        "dropped": trades(change.dropped),
        "equipment": [
            [one.name, one.quantity, sorted(map(list, one.serves))] for one in change.equipment
        ],
    }


def _equipment(kept: Iterable[Any]) -> Iterable[Equipment]:
    for name, quantity, serves in kept:
        yield Equipment(name, quantity, frozenset((Programme(p), code) for p, code in serves))
