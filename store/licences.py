"""Licences (许可证) of stations: what each may do where and until when, and what was handed over (R1.7, R2.8)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Select,
    String,
    Table,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from rules.catalogue import Level, Programme, level_name
from rules.findings import Finding, NotPossible
from rules.licences import (
    HandedOver,
    LicenceState,
    LicensedUnit,
    Permit,
    UnitKey,
    activity_findings,
    changed,
    entry_findings,
    scope_findings,
)
from rules.roles import Action
from store import rights
from store.institutions import Institution, InstitutionKind, institutions
from store.schema import Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

LicenceId = NewType("LicenceId", int)

licences = Table(
    "licences",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("station_code", ForeignKey("institutions.code"), nullable=False, unique=True),
    Column("number", String(60), nullable=False, unique=True),
    Column("region", String(100), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_until", Date, nullable=False),
    Column("state", String(20), nullable=False),
    Column("reason", Sealed),
    Column("stated_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)

licence_units = Table(
    "licence_units",
    metadata,
    Column("licence_id", ForeignKey("licences.id"), primary_key=True),
    Column("programme", String(20), primary_key=True),
    Column("unit_code", String(30), primary_key=True),
    Column("levels", String(20), nullable=False),
)

hand_overs = Table(
    "hand_overs",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("station_code", ForeignKey("institutions.code"), nullable=False, index=True),
    Column("thing", String(20), nullable=False),
    Column("handed_on", Date, nullable=False),
    Column("receiver", Sealed, nullable=False),
    Column("noted_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence(Permit):
    """The one licence of a station; what happened to it stands in the audit trail."""

    id: LicenceId
    station: str
    number: str
    reason: str = field(default="", repr=False)
    """Why it is suspended."""
    stated_at: datetime


@dataclass(frozen=True, slots=True)
class HandOver:
    """Something given to the station, to whom and when."""

    thing: HandedOver
    on: date
    receiver: str = field(repr=False)


BY_STATION = select(licences).where(licences.c.station_code == bindparam("station"))
BY_ID = select(licences).where(licences.c.id == bindparam("licence"))
LOCK_STATION = (
    select(institutions.c.code).where(institutions.c.code == bindparam("station")).with_for_update()
)
UNITS = (
    select(licence_units)
    .where(licence_units.c.licence_id == bindparam("licence"))
    .order_by(licence_units.c.programme, licence_units.c.unit_code)
)


class Licences:
    """Reading is for whoever may see the station; changing is checked here (R1.7)."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- what holds ---

    def of(self, station: str) -> Licence | None:
        return self._one(BY_STATION, {"station": station})

    def get(self, station: str) -> Licence:
        found = self.of(station)
        if found is None:
            raise NotPossible(Finding("no-licence", "R1.7"))
        return found

    def seen(self, licence: LicenceId) -> Licence:
        """The licence, for its station and the officers above it."""
        found = self._one(BY_ID, {"licence": licence})
        if found is None:
            raise NotPossible(Finding("no-licence", "R1.7"))
        rights.check(self._unit, Action.READ_STATION, institution=found.station)
        return found

    def numbers(self, after: int, limit: int) -> Sequence[int]:
        """All licences by their ids: for jobs, which look at every station."""
        question = select(licences.c.id).where(licences.c.id > after).order_by(licences.c.id)
        return self._unit.connection.scalars(question.limit(limit)).all()

    def register(self) -> Iterator[tuple[Institution, Licence | None]]:
        """Every station the caller may see, by code, with its licence where one was entered (R9.3)."""
        self._unit.require(Action.READ_STATION)
        for code in rights.covered(self._unit, Action.READ_STATION):
            station = self._unit.institutions.get(code)
            if station.kind is InstitutionKind.STATION:
                yield station, self.of(code)

    def is_suspended(self, station: str) -> bool:
        """A station without a licence is not suspended; it may do nothing all the same."""
        found = self.of(station)
        return found is not None and found.state is LicenceState.SUSPENDED

    def require_active(self, station: str, day: date | None = None) -> Licence:
        """NotPossible unless the station may begin something new that happens on `day`, today by default."""
        licence = self.get(station)
        if forbidden := tuple(activity_findings(licence, day or self._unit.today)):
            raise NotPossible(forbidden)
        return licence

    def require(self, station: str, unit: UnitKey, level: Level, day: date) -> Licence:
        """NotPossible unless the station may examine trade and level on that day."""
        licence = self.get(station)
        scope = scope_findings(licence, self._unit.units.get(*unit), level)
        if forbidden := (*activity_findings(licence, day), *scope):
            raise NotPossible(forbidden)
        return licence

    # --- what officers decide ---

    def enter(self, station: str, number: str, permit: Permit) -> Licence:
        """Enter a station's licence or put it right; whether it is suspended stays as it was."""
        rights.check(self._unit, Action.SET_LICENCE, institution=station)
        if forbidden := tuple(self._unfit(station, permit)):
            raise NotPossible(forbidden)
        # Locked before there is a licence to lock: of two officers the second one corrects.
        self._unit.connection.execute(LOCK_STATION, {"station": station})
        before = self._locked(station)
        values = {
            "station_code": station,
            "number": number.strip() or station,
            "region": permit.region,
            "valid_from": permit.valid_from,
            "valid_until": permit.valid_until,
        }
        self._keep(before, values)
        entered = self.get(station)
        self._keep_units(entered, permit.units)
        act = "licence-corrected" if before else "licence-entered"
        self._note(act, station, until=permit.valid_until.isoformat(), units=len(permit.units))
        return self.get(station)

    def extend(self, station: str, until: date) -> Licence:
        """A new last day after a review that was passed; it ends a suspension."""
        licence = self._to_decide(station)
        if until <= licence.valid_until:
            args = {"until": licence.valid_until}
            raise NotPossible(Finding("licence-not-longer", "R1.7", args, box="until"))
        self._state(licence, LicenceState.ACTIVE, valid_until=until)
        self._note("licence-extended", station, until=until.isoformat())
        return self.get(station)

    def suspend(self, station: str, reason: str) -> Licence:
        """From now on nothing new; what runs is kept."""
        licence = self._to_decide(station)
        self._state(licence, LicenceState.SUSPENDED, reason=reason)
        self._note("licence-suspended", station)
        return self.get(station)

    def change(
        self,
        station: str,
        add: Mapping[UnitKey, Iterable[Level]],
        drop: Mapping[UnitKey, Iterable[Level]],
    ) -> Licence:
        """Add and drop trades and levels (增减项); a suspended station adds nothing."""
        licence = self._to_decide(station)
        if add and (forbidden := tuple(activity_findings(licence, self._unit.today))):
            raise NotPossible(forbidden)
        after = replace(licence, units=changed(licence.units, add, drop))
        if forbidden := tuple(self._unfit(station, after)):
            raise NotPossible(forbidden)
        self._keep_units(licence, after.units)
        named = {"added": [code for _, code in add], "dropped": [code for _, code in drop]}
        self._note("licence-changed", station, **named)
        return self.get(station)

    # --- what was handed over (R2.8) ---

    def hand_over(self, station: str, given: HandOver) -> None:
        """Note the day; a thing given again, such as a new plaque, stands beside the first."""
        rights.check(self._unit, Action.SET_LICENCE, institution=station)
        licence = self.get(station)
        if given.on > self._unit.today:
            args = {"today": self._unit.today}
            raise NotPossible(Finding("hand-over-in-future", "R2.8", args, box="handed_on"))
        added = self._unit.connection.execute(
            insert(hand_overs).returning(hand_overs.c.id),
            {
                "station_code": station,
                "thing": given.thing,
                "handed_on": given.on,
                "receiver": self._unit.seal(given.receiver, f"hand_overs.receiver:{licence.id}"),
                "noted_at": self._unit.now,
            },
        ).scalar_one()
        self._note("handed-over", station, thing=given.thing, number=added)

    def handed_over(self, station: str) -> tuple[HandOver, ...]:
        """In the order it was noted."""
        licence = self.of(station)
        rows = self._unit.connection.execute(
            select(hand_overs).where(hand_overs.c.station_code == station).order_by(hand_overs.c.id)
        )
        return tuple(
            HandOver(
                HandedOver(row.thing),
                row.handed_on,
                self._unit.unseal(row.receiver, f"hand_overs.receiver:{licence.id}"),
            )
            for row in rows
            if licence is not None
        )

    # --- inside ---

    def _unfit(self, station: str, permit: Permit) -> Iterator[Finding]:
        if self._unit.institutions.get(station).kind is not InstitutionKind.STATION:
            yield Finding("licence-only-stations", "R1.7", box="station")
        yield from entry_findings(permit)
        for one in permit.units:
            unit = self._unit.units.get(*one.key)
            for level in one.levels:
                if not unit.offers(level):
                    args = {"trade": unit.name, "level": level_name(level, unit)}
                    yield Finding("station-level-unknown", "R1.3", args, box="trades")

    def _to_decide(self, station: str) -> Licence:
        rights.check(self._unit, Action.SET_LICENCE, institution=station)
        found = self._locked(station)
        if found is None:
            raise NotPossible(Finding("no-licence", "R1.7"))
        return found

    def _locked(self, station: str) -> Licence | None:
        return self._one(BY_STATION.with_for_update(), {"station": station})

    def _keep(self, before: Licence | None, values: Mapping[str, object]) -> None:
        first = {"state": LicenceState.ACTIVE, "stated_at": self._unit.now}
        try:
            with self._unit.savepoint():
                if before is None:
                    self._unit.connection.execute(insert(licences), {**first, **values})
                else:
                    self._set(before.id, values)
        except IntegrityError as error:
            raise NotPossible(Finding("licence-number-taken", "R1.7", box="number")) from error

    def _keep_units(self, licence: Licence, units: Iterable[LicensedUnit]) -> None:
        """Write trades and levels, and on the institution the programmes and region that follow."""
        execute = self._unit.connection.execute
        execute(delete(licence_units).where(licence_units.c.licence_id == licence.id))
        rows = [
            {
                "licence_id": licence.id,
                "programme": unit.programme,
                "unit_code": unit.code,
                "levels": " ".join(f"{level:d}" for level in unit.levels),
            }
            for unit in units
        ]
        execute(insert(licence_units), rows)
        programmes = {row["programme"] for row in rows}
        station = self._unit.institutions.get(licence.station)
        self._unit.institutions.put(
            replace(
                station,
                region=licence.region,
                capability=Programme.CAPABILITY in programmes,
                skill_level=Programme.SKILL_LEVEL in programmes,
            )
        )

    def _state(
        self, licence: Licence, state: LicenceState, *, reason: str = "", **values: object
    ) -> None:
        sealed = self._unit.seal(reason, f"licences.reason:{licence.id}") if reason else None
        self._set(
            licence.id, {"state": state, "reason": sealed, "stated_at": self._unit.now, **values}
        )

    def _set(self, licence: LicenceId, values: Mapping[str, object]) -> None:
        self._unit.connection.execute(
            update(licences).where(licences.c.id == licence).values(values)
        )

    def _note(self, act: str, station: str, **detail: object) -> None:
        self._unit.audit.note(act, f"station:{station}", **detail)

    def _one(self, question: Select[Any], values: Mapping[str, object]) -> Licence | None:
        row = self._unit.connection.execute(question, values).first()
        if row is None:
            return None
        units = self._unit.connection.execute(UNITS, {"licence": row.id})
        return Licence(
            id=LicenceId(row.id),
            station=row.station_code,
            number=row.number,
            region=row.region,
            valid_from=row.valid_from,
            valid_until=row.valid_until,
            state=LicenceState(row.state),
            reason=self._unit.unseal(row.reason, f"licences.reason:{row.id}") if row.reason else "",
            stated_at=row.stated_at,
            units=tuple(
                LicensedUnit(Programme(u.programme), u.unit_code, read_levels(u.levels))
                for u in units
            ),
        )


def read_levels(kept: str) -> tuple[Level, ...]:
    """Levels as they are kept, `5 4 3`."""
    return tuple(Level(int(figure)) for figure in kept.split())
