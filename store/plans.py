"""Annual plans of the stations, and the lines batches are applied for with: each is used once (R4.1)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Row,
    Select,
    String,
    Table,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from rules.approvals import PaperState
from rules.catalogue import Level, Programme, Unit
from rules.findings import Finding, NotPossible
from rules.plans import (
    LINE_HOLDS,
    PlannedLine,
    PlanState,
    begins,
    findings,
    licence_findings,
    split,
)
from rules.roles import Action
from store import rights
from store.batch_rows import BatchId, ItemId, batch_items
from store.institutions import institutions
from store.pages import Page, first_page, page_of, window
from store.schema import Moment, Serial, metadata
from store.units import unit_of, units

if TYPE_CHECKING:
    from store.papers import Paper
    from store.unit import UnitOfWork

PlanId = NewType("PlanId", int)
PlanLineId = NewType("PlanLineId", int)

plans = Table(
    "plans",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("station_code", ForeignKey(institutions.c.code), nullable=False),
    Column("programme", String(20), nullable=False),
    Column("year", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("filed_at", Moment, nullable=False),
    Column("summary_id", ForeignKey("plan_summaries.id"), index=True),
    sqlite_autoincrement=True,
)
Index(None, plans.c.station_code, plans.c.programme, plans.c.year, plans.c.state)
_FILED = plans.c.state == PlanState.FILED
Index(
    None,
    plans.c.station_code,
    plans.c.programme,
    plans.c.year,
    unique=True,
    sqlite_where=_FILED,
    postgresql_where=_FILED,
)

plan_lines = Table(
    "plan_lines",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("plan_id", ForeignKey(plans.c.id), nullable=False, index=True),
    Column("programme", String(20), nullable=False),
    Column("unit_code", String(30), nullable=False),
    Column("level", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("month", Integer, nullable=False),
    Column("item_id", ForeignKey(batch_items.c.id), unique=True),
    CheckConstraint(f"people BETWEEN 1 AND {LINE_HOLDS}", name="people"),
    CheckConstraint("month BETWEEN 1 AND 12", name="month"),
    ForeignKeyConstraint(["programme", "unit_code"], [units.c.programme, units.c.code]),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One filing of lines; further ones in the same year stand beside it."""

    id: PlanId
    station: str
    programme: Programme
    year: int
    state: PlanState
    filed_at: datetime
    summary: int | None
    """The summary it went to the centre with (R4.10)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One line as it stands: free until a batch item uses it."""

    id: PlanLineId
    plan: PlanId
    station: str
    year: int
    unit: Unit
    level: Level
    people: int
    month: int
    state: PlanState
    item: ItemId | None

    @property
    def free(self) -> bool:
        return self.state is PlanState.APPROVED and self.item is None


BY_ID = select(plans).where(plans.c.id == bindparam("plan"))
_LINES: Select[Any] = (
    select(
        *(plan_lines.c[name] for name in ("id", "plan_id", "level", "people", "month", "item_id")),
        plans.c.station_code,
        plans.c.year,
        plans.c.state,
        units,
    )
    .select_from(plan_lines)
    .join(plans)
    .join(units)
)
_IN_ORDER = (plans.c.year, plan_lines.c.month, plan_lines.c.id)
USABLE = select(plans.c.id).where(plans.c.state == PlanState.APPROVED)


class Plans:
    """Filed by the station, approved by the management station, used up line by line."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- filing ---

    def file(
        self, station: str, programme: Programme, year: int, lines: Sequence[PlannedLine]
    ) -> Plan:
        """A new plan, on its way; NotPossible names everything that stands against it (R4.9).

        Lines of more than 99 people are split. One plan of a programme and year is under way at a time.
        """
        self._check(station, programme, year, lines)
        return self._add(station, programme, year, lines, PlanState.FILED)

    def correct(
        self, plan: PlanId, programme: Programme, year: int, lines: Sequence[PlannedLine]
    ) -> Plan:
        """Other lines, perhaps of another year, on a plan that was returned; not another programme (R1.2)."""
        before = self._locked(plan)
        self._check(before.station, programme, year, lines)
        if programme is not before.programme:
            args = {"programme": before.programme}
            raise NotPossible(Finding("plan-other-programme", "R1.2", args, box="programme"))
        if before.state is not PlanState.FILED:
            raise NotPossible(Finding("plan-decided", "R4.1"))
        try:
            with self._unit.savepoint():
                self._set(plan, year=year)
        except IntegrityError as error:
            raise NotPossible(_under_way(year)) from error
        self._unit.connection.execute(delete(plan_lines).where(plan_lines.c.plan_id == plan))
        self._put_lines(plan, lines)
        return self.get(plan)

    def enter(
        self, station: str, programme: Programme, year: int, lines: Sequence[PlannedLine]
    ) -> Plan:
        """A plan agreed on before it could be filed here: whoever decides on plans enters it, approved."""
        rights.check(self._unit, Action.ENTER_PLAN, institution=station, programme=programme)
        plan = self._add(station, programme, year, lines, PlanState.APPROVED)
        self._unit.audit.note("plan-entered", f"plan:{plan.id}", lines=len(lines))
        return plan

    def decided(self, paper: "Paper") -> None:
        """What a decision on its paper does to a plan; a licence that shrank meanwhile forbids approval."""
        plan = self._locked(PlanId(paper.subject))
        match paper.state:
            case PaperState.APPROVED:
                lines = [_planned(line) for line in self.lines(plan.id)]
                licence = self._unit.licences.get(plan.station)
                day = begins(plan.year, self._unit.today)
                if against := tuple(licence_findings(lines, licence, day)):
                    raise NotPossible(against)
                self._set(plan.id, state=PlanState.APPROVED)
            case PaperState.REJECTED | PaperState.WITHDRAWN:
                self._set(plan.id, state=PlanState.CLOSED)
            case _:
                pass

    # --- using ---

    def use(self, line: PlanLineId, item: ItemId) -> None:
        """The line is the item's from now on; NotPossible when it is used already, or not approved (R4.1)."""
        taken = self._unit.connection.execute(
            update(plan_lines)
            .where(
                plan_lines.c.id == line,
                plan_lines.c.item_id.is_(None),
                plan_lines.c.plan_id.in_(USABLE),
            )
            .values(item_id=item)
        )
        if not taken.rowcount:
            raise NotPossible(Finding("plan-line-used", "R4.1", box="items"))
        self._unit.audit.note("plan-line-used", f"plan-line:{line}", item=item)

    def free(self, batch: BatchId) -> int:
        """The lines of a rejected or withdrawn batch can be used again (R4.1 ▶); how many there were."""
        items = select(batch_items.c.id).where(batch_items.c.batch_id == batch)
        freed = self._freed(plan_lines.c.item_id.in_(items))
        self._unit.audit.note("plan-lines-freed", f"batch:{batch}", lines=freed)
        return freed

    def free_items(self, items: Sequence[ItemId]) -> int:
        """The same for items taken off a batch that is corrected."""
        return self._freed(plan_lines.c.item_id.in_(items))

    # --- questions ---

    def get(self, plan: PlanId) -> Plan:
        row = self._unit.connection.execute(BY_ID, {"plan": plan}).first()
        if row is None:
            raise NotPossible(Finding("plan-unknown", "R4.1"))
        return _plan(row)

    def line(self, line: PlanLineId) -> PlanLine:
        row = self._unit.connection.execute(_LINES.where(plan_lines.c.id == line)).first()
        if row is None:
            raise NotPossible(Finding("plan-line-unknown", "R4.1"))
        return _line(row)

    def lines(self, plan: PlanId) -> tuple[PlanLine, ...]:
        """The lines of a plan as they were filed."""
        question = _LINES.where(plans.c.id == plan).order_by(plan_lines.c.id)
        return tuple(map(_line, self._unit.connection.execute(question)))

    def of(self, station: str, page: int = 0) -> Page[PlanLine]:
        """All approved lines of a station from this year on, those still free first, by month."""
        rights.check(self._unit, Action.SEE_PLANS, institution=station)
        free_first = plan_lines.c.item_id.is_not(None)
        question = self._approved(station).order_by(free_first, *_IN_ORDER)
        return first_page(map(_line, self._unit.connection.execute(window(question, page))))

    def free_lines(self, station: str, programme: Programme, page: int = 0) -> Page[PlanLine]:
        """What a batch can be applied for with; a line used once is not offered any more (R4.1)."""
        return page_of(self.usable(station, programme), page)

    def usable(
        self, station: str, programme: Programme, own: BatchId | None = None
    ) -> tuple[PlanLine, ...]:
        """All free lines by month; those of the station's `own` batch are free for its correction."""
        items = select(batch_items.c.id).where(batch_items.c.batch_id == own)
        question = self._approved(station).where(
            plans.c.programme == programme,
            or_(plan_lines.c.item_id.is_(None), plan_lines.c.item_id.in_(items)),
        )
        return tuple(map(_line, self._unit.connection.execute(question.order_by(*_IN_ORDER))))

    def lines_of(self, batch: BatchId) -> dict[ItemId, PlanLine]:
        """The line under each item of a batch; none under what the office entered."""
        items = select(batch_items.c.id).where(batch_items.c.batch_id == batch)
        question = _LINES.where(plan_lines.c.item_id.in_(items)).order_by(plan_lines.c.item_id)
        lines = map(_line, self._unit.connection.execute(question))
        return {line.item: line for line in lines if line.item is not None}

    def programmes_planned(self, station: str, year: int) -> frozenset[Programme]:
        """The programmes a plan of that year is filed or approved for."""
        question = select(plans.c.programme).where(
            plans.c.station_code == station,
            plans.c.year == year,
            plans.c.state.in_([PlanState.FILED, PlanState.APPROVED]),
        )
        return frozenset(map(Programme, self._unit.connection.scalars(question)))

    def free_in(self, station: str, year: int, month: int) -> int:
        """How many approved lines of that month no batch uses yet."""
        question = self._approved(station).where(
            plans.c.year == year, plan_lines.c.month == month, plan_lines.c.item_id.is_(None)
        )
        counted = question.with_only_columns(func.count(plan_lines.c.id))
        return int(self._unit.connection.execute(counted).scalar_one())

    def counts(self, station: str) -> tuple[int, int]:
        """How many approved lines of this year and the next are free, and how many there are."""
        question = self._approved(station).with_only_columns(
            func.count(plan_lines.c.id), func.count(plan_lines.c.item_id)
        )
        there, used = self._unit.connection.execute(question).one()
        return there - used, there

    # --- inside ---

    def _approved(self, station: str) -> Select[Any]:
        return _LINES.where(
            plans.c.station_code == station,
            plans.c.state == PlanState.APPROVED,
            plans.c.year >= self._unit.today.year,
        )

    def _check(
        self, station: str, programme: Programme, year: int, lines: Sequence[PlannedLine]
    ) -> None:
        rights.check(self._unit, Action.FILE_PAPER, institution=station)
        licence = self._unit.licences.get(station)
        if against := tuple(findings(programme, year, lines, licence, self._unit.today)):
            raise NotPossible(against)

    def _add(
        self,
        station: str,
        programme: Programme,
        year: int,
        lines: Sequence[PlannedLine],
        state: PlanState,
    ) -> Plan:
        values = {
            "station_code": station,
            "programme": programme,
            "year": year,
            "state": state,
            "filed_at": self._unit.now,
        }
        try:
            with self._unit.savepoint():
                adding = insert(plans).returning(plans.c.id)
                plan = PlanId(self._unit.connection.execute(adding, values).scalar_one())
        except IntegrityError as error:
            raise NotPossible(_under_way(year)) from error
        self._put_lines(plan, lines)
        return self.get(plan)

    def _put_lines(self, plan: PlanId, lines: Iterable[PlannedLine]) -> None:
        rows = [
            {
                "plan_id": plan,
                "programme": one.unit.programme,
                "unit_code": one.unit.code,
                "level": one.level,
                "people": one.people,
                "month": one.month,
            }
            for line in lines
            for one in split(line)
        ]
        self._unit.connection.execute(insert(plan_lines), rows)

    def _freed(self, which: ColumnElement[bool]) -> int:
        freeing = update(plan_lines).where(which).values(item_id=None)
        return self._unit.connection.execute(freeing).rowcount

    def _locked(self, plan: PlanId) -> Plan:
        row = self._unit.connection.execute(BY_ID.with_for_update(), {"plan": plan}).first()
        if row is None:
            raise NotPossible(Finding("plan-unknown", "R4.1"))
        return _plan(row)

    def _set(self, plan: PlanId, **values: object) -> None:
        self._unit.connection.execute(update(plans).where(plans.c.id == plan).values(values))


def lines_of_summary(work: "UnitOfWork", summary: int) -> Iterator[PlanLine]:
    """Every line of the plans a summary holds, station by station."""
    question = _LINES.where(plans.c.summary_id == summary).order_by(
        plans.c.station_code, plan_lines.c.month, plan_lines.c.unit_code, plan_lines.c.id
    )
    return map(_line, work.connection.execute(question))


def _under_way(year: int) -> Finding:
    return Finding("plan-under-way", "R4.1", {"year": year}, box="year")


def _planned(line: PlanLine) -> PlannedLine:
    return PlannedLine(line.unit, line.level, line.people, line.month)


def _plan(row: Row[Any]) -> Plan:
    return Plan(
        id=row.id,
        station=row.station_code,
        programme=Programme(row.programme),
        year=row.year,
        state=PlanState(row.state),
        filed_at=row.filed_at,
        summary=row.summary_id,
    )


def _line(row: Row[Any]) -> PlanLine:
    return PlanLine(
        id=row.id,
        plan=row.plan_id,
        station=row.station_code,
        year=row.year,
        unit=unit_of(row),
        level=Level(row.level),
        people=row.people,
        month=row.month,
        state=PlanState(row.state),
        item=row.item_id,
    )
