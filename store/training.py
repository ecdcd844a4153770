"""Training classes (培训班): announced, changed, called off (R2.9). Who takes part stands in `nominations`."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    CheckConstraint,
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

from rules.findings import Finding, NotPossible
from rules.roles import Action
from rules.training import (
    RULE,
    ClassPlan,
    ClassState,
    TrainingKind,
    TrainingMode,
    plan_findings,
)
from store import rights
from store.counters import next_number
from store.institutions import institutions
from store.schema import Serial, metadata
from store.unit import OFFICE

if TYPE_CHECKING:
    from store.unit import UnitOfWork

ClassId = NewType("ClassId", int)

training_classes = Table(
    "training_classes",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("organiser", ForeignKey(institutions.c.code), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("mode", String(20), nullable=False),
    Column("place", String(200), nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("seats", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    CheckConstraint("seats > 0", name="seats"),
    CheckConstraint("starts_on <= ends_on", name="days"),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingClass(ClassPlan):
    """A class as it stands: the plan, its number, and the management station that holds it."""

    id: ClassId
    number: str
    """Year and running number, `PX26-003`."""
    organiser: str
    state: ClassState


_COLUMNS = [training_classes.c[one.name] for one in fields(TrainingClass)]
_CLASSES: Select[Any] = select(*_COLUMNS)
BY_ID = _CLASSES.where(training_classes.c.id == bindparam("class_id"))
LOCK = BY_ID.with_for_update()
LATEST_FIRST = _CLASSES.order_by(training_classes.c.starts_on.desc(), training_classes.c.id.desc())


class TrainingClasses:
    """A class with results or called off is changed no more."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def plan(self, organiser: str, plan: ClassPlan) -> TrainingClass:
        """Announce a class, or enter one held before."""
        rights.check(self._unit, Action.HOLD_TRAINING, institution=organiser)
        refuse(plan_findings(plan))
        year = self._unit.today.year
        serial = next_number(self._unit.connection, f"training-class:{year}")
        values = {
            **_values(plan),
            "number": f"PX{year % 100:02}-{serial:03}",
            "organiser": organiser,
            "state": ClassState.OPEN,
        }
        question = insert(training_classes).returning(*_COLUMNS)
        made = _class(self._unit.connection.execute(question, values).one())
        self._note("class-planned", made)
        return made

    def change(self, class_id: ClassId, plan: ClassPlan) -> TrainingClass:
        """Other days, place or seats; the kind stays once somebody was nominated."""
        before = self._own(class_id)
        findings = [*self._closed(before), *plan_findings(plan)]
        if plan.kind is not before.kind and self._unit.nominations.of_class(class_id):
            findings.append(Finding("class-kind-fixed", RULE, box="kind"))
        refuse(findings)
        after = self._set(class_id, _values(plan))
        self._note("class-changed", after)
        return after

    def cancel(self, class_id: ClassId) -> TrainingClass:
        """Call a class off; who was in it may be nominated for another one."""
        refuse(self._closed(self._own(class_id)))
        after = self._set(class_id, {"state": ClassState.CANCELLED})
        self._note("class-called-off", after)
        return after

    def get(self, class_id: ClassId) -> TrainingClass:
        found = self.find(class_id)
        if found is None:
            raise NotPossible(Finding("class-unknown", RULE))
        return found

    def find(self, class_id: ClassId) -> TrainingClass | None:
        row = self._unit.connection.execute(BY_ID, {"class_id": class_id}).first()
        return None if row is None else _class(row)

    def lock(self, class_id: ClassId) -> TrainingClass:
        """Let nominations and results of a class in one by one."""
        row = self._unit.connection.execute(LOCK, {"class_id": class_id}).first()
        if row is None:
            raise NotPossible(Finding("class-unknown", RULE))
        return _class(row)

    def all(self) -> tuple[TrainingClass, ...]:
        """The classes held above or below the caller's institutions (R1.1), the latest first."""
        question = LATEST_FIRST.where(training_classes.c.organiser.in_(self._organisers()))
        return tuple(map(_class, self._unit.connection.execute(question)))

    def by_number(self, number: str) -> TrainingClass:
        """One of those; NotPossible for any other."""
        found = next((one for one in self.all() if one.number == number), None)
        if found is None:
            raise NotPossible(Finding("class-unknown", RULE))
        return found

    def _organisers(self) -> list[str]:
        """Who holds classes on the same line of the tree as the caller (R1.1)."""
        known = self._unit.connection.execute(select(training_classes.c.organiser).distinct())
        below = self._unit.institutions.is_below
        own = [post.institution for post in rights.posts(self._unit)]
        return [
            one
            for one in known.scalars()
            if self._unit.caller is OFFICE
            or any(below(one, post) or below(post, one) for post in own)
        ]

    def _own(self, class_id: ClassId) -> TrainingClass:
        """The class, locked, if the caller holds it."""
        found = self.lock(class_id)
        rights.check(self._unit, Action.HOLD_TRAINING, institution=found.organiser)
        return found

    def _closed(self, found: TrainingClass) -> Iterable[Finding]:
        """Why a class stays as it is."""
        if found.state is ClassState.CANCELLED:
            yield Finding("class-cancelled", RULE)
        if any(place.result for place in self._unit.nominations.of_class(found.id)):
            yield Finding("class-has-results", RULE)

    def _set(self, class_id: ClassId, values: dict[str, object]) -> TrainingClass:
        question = update(training_classes).where(training_classes.c.id == class_id)
        row = self._unit.connection.execute(question.values(values).returning(*_COLUMNS)).one()
        return _class(row)

    def _note(self, act: str, subject: TrainingClass) -> None:
        self._unit.audit.note(act, f"training-class:{subject.id}", number=subject.number)


def refuse(findings: Iterable[Finding]) -> None:
    """NotPossible with all there is, if there is any."""
    if found := tuple(findings):
        raise NotPossible(found)


def _values(plan: ClassPlan) -> dict[str, object]:
    return {one.name: getattr(plan, one.name) for one in fields(ClassPlan)}


def _class(row: Row[Any]) -> TrainingClass:
    return TrainingClass(
        **{
            **row._mapping,
            "kind": TrainingKind(row.kind),
            "mode": TrainingMode(row.mode),
            "state": ClassState(row.state),
        }
    )
