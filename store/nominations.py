"""Who takes part in a training class: nominated in order, beyond the seats a waiting list, then the result (R2.9)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Select,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from rules.findings import Finding
from rules.roles import Action
from rules.training import (
    RULE,
    ClassState,
    TrainingKind,
    TrainingResult,
    result_findings,
    waiting_position,
)
from store import rights
from store.examiner_applications import (
    ApplicationId,
    ApplicationState,
    Proposal,
    examiner_applications,
)
from store.schema import Moment, Serial, metadata
from store.supervisors import Supervisor, SupervisorId, supervisors
from store.training import ClassId, TrainingClass, refuse, training_classes

if TYPE_CHECKING:
    from store.unit import UnitOfWork

PlaceId = NewType("PlaceId", int)

training_places = Table(
    "training_places",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("class_id", ForeignKey(training_classes.c.id), nullable=False),
    Column("application_id", ForeignKey(examiner_applications.c.id), index=True),
    Column("supervisor_id", ForeignKey(supervisors.c.id), index=True),
    Column("told_waiting", Boolean, nullable=False),
    Column("entered_at", Moment, nullable=False),
    Column("result", String(20)),
    Column("result_at", Moment),
    UniqueConstraint("class_id", "application_id"),
    UniqueConstraint("class_id", "supervisor_id"),
    CheckConstraint("(application_id IS NULL) <> (supervisor_id IS NULL)", name="who"),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in a class; `waiting` is 0 for a seat, else the position on the waiting list."""

    id: PlaceId
    class_id: ClassId
    application: ApplicationId | None
    supervisor: SupervisorId | None
    waiting: int
    told_waiting: bool
    """Heard of the waiting list and of no seat since."""
    result: TrainingResult | None


@dataclass(frozen=True, slots=True)
class Participant:
    """A place with who has it."""

    place: Place
    name: str = field(repr=False)
    institution: str
    """The code of the proposing institution; empty for a supervisor."""
    unit: str
    """Where the person works, in words."""


OF_CLASS = (
    select(training_places, training_classes.c.seats)
    .join(training_classes)
    .where(training_places.c.class_id == bindparam("of_class"))
    .order_by(training_places.c.id)
)
_OPEN: Select[Any] = (
    select(training_places)
    .join(training_classes)
    .where(
        training_classes.c.state == ClassState.OPEN,
        training_places.c.result.is_(None),
    )
)
OPEN_OF_APPLICATION = _OPEN.where(training_places.c.application_id == bindparam("who"))
OPEN_OF_SUPERVISOR = _OPEN.where(training_places.c.supervisor_id == bindparam("who"))
PASSED = (
    select(
        examiner_applications.c.id_fp,
        examiner_applications.c.kind,
        training_classes.c.ends_on,
    )
    .join(training_places, training_places.c.application_id == examiner_applications.c.id)
    .join(training_classes, training_classes.c.id == training_places.c.class_id)
    .where(training_places.c.result == TrainingResult.PASSED)
    .order_by(training_classes.c.ends_on.desc())
)
PASSED_BY = PASSED.where(
    examiner_applications.c.id_fp == bindparam("person"),
    examiner_applications.c.kind == bindparam("of_kind"),
)


class Nominations:
    """The order of nomination decides about seats, so none is given twice and nobody is passed over."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def nominate(self, class_id: ClassId, application: ApplicationId) -> Place:
        """Put somebody proposed into a class of the kind applied for (R2.4, R2.9)."""
        proposal = self._unit.examiner_applications.lock(application)
        rights.check(self._unit, Action.NOMINATE, institution=proposal.institution)
        found = self._unit.training_classes.lock(class_id)
        refuse(self._forbidden(found, proposal))
        return self._add(found, {"application_id": application, "supervisor_id": None})

    def nominate_supervisor(self, class_id: ClassId, supervisor: SupervisorId) -> Place:
        """Put a supervisor to be trained into a class for supervisors (R2.7)."""
        entry = self._unit.supervisors.get(supervisor)
        found = self._unit.training_classes.lock(class_id)
        refuse(self._forbidden_for(found, entry))
        return self._add(found, {"application_id": None, "supervisor_id": supervisor})

    def withdraw(self, application: ApplicationId) -> tuple[Place, ...]:
        """Take an application out of the class it waits for; those who get a seat by it."""
        place = self._open_place(OPEN_OF_APPLICATION, application)
        if place is None:
            return ()
        self._unit.training_classes.lock(place.class_id)
        before = {one.id: one.waiting for one in self.of_class(place.class_id)}
        self._unit.connection.execute(
            delete(training_places).where(training_places.c.id == place.id)
        )
        self._unit.audit.note("nomination-withdrawn", f"training-class:{place.class_id}")
        after = self.of_class(place.class_id)
        return tuple(one for one in after if before[one.id] and not one.waiting)

    def record(
        self, class_id: ClassId, otherwise: Mapping[PlaceId, TrainingResult]
    ) -> tuple[Participant, ...]:
        """Attendance and assessment: everybody with a seat passed, except those named `otherwise`.

        The waiting list was not there and may be nominated again. A mistake is corrected by
        recording once more, until the centre has approved somebody on the strength of it.
        """
        found = self._unit.training_classes.lock(class_id)
        rights.check(self._unit, Action.HOLD_TRAINING, institution=found.organiser)
        places = self.of_class(class_id)
        seated = [place for place in places if not place.waiting]
        refuse(self._unrecordable(found, seated, otherwise))
        late = [place.id for place in places if place.waiting]
        self._unit.connection.execute(delete(training_places).where(training_places.c.id.in_(late)))
        for place in seated:
            self._take(found, place, otherwise.get(place.id, TrainingResult.PASSED))
        counted = {"passed": len(seated) - len(otherwise), "of": len(seated)}
        self._unit.audit.note("training-recorded", f"training-class:{class_id}", **counted)
        return self.participants(class_id)

    def of_class(self, class_id: ClassId) -> tuple[Place, ...]:
        """In the order of nomination; the caller's right is the caller's matter."""
        rows = self._unit.connection.execute(OF_CLASS, {"of_class": class_id}).all()
        return tuple(_place(row, at) for at, row in enumerate(rows))

    def participants(self, class_id: ClassId) -> tuple[Participant, ...]:
        """Who takes part, for who holds the class; a station sees those it proposed."""
        found = self._unit.training_classes.get(class_id)
        places = self.of_class(class_id)
        if rights.covers(self._unit, Action.HOLD_TRAINING, found.organiser):
            return tuple(map(self._participant, places))
        proposed = [self._participant(place) for place in places if place.application]
        return tuple(
            one for one in proposed if rights.covers(self._unit, Action.NOMINATE, one.institution)
        )

    def waits_for(self, application: ApplicationId) -> Place | None:
        """The place in a class that is still to come or to be assessed."""
        place = self._open_place(OPEN_OF_APPLICATION, application)
        if place is None:
            return None
        return next(one for one in self.of_class(place.class_id) if one.id == place.id)

    def supervisor_waits(self, supervisor: SupervisorId) -> bool:
        """Whether the supervisor has a place in a class that is still to come or to be assessed."""
        return self._open_place(OPEN_OF_SUPERVISOR, supervisor) is not None

    def passed_on(self, proposal: Proposal) -> date | None:
        """The last day of the class the person passed for that kind, by whichever application (R2.6)."""
        key = {"person": proposal.id_fp, "of_kind": proposal.kind}
        row = self._unit.connection.execute(PASSED_BY, key).first()
        return None if row is None else row.ends_on

    def moved_up(self) -> tuple[Participant, ...]:
        """Who got a seat and has only heard of the waiting list so far."""
        heard = select(training_places.c.class_id).where(training_places.c.told_waiting).distinct()
        return tuple(
            self._participant(place)
            for class_id in sorted(self._unit.connection.execute(heard).scalars())
            if self._unit.training_classes.get(class_id).state is ClassState.OPEN
            for place in self.of_class(class_id)
            if place.told_waiting and not place.waiting and not place.result
        )

    def seat_told(self, place: PlaceId) -> bool:
        """Whoever notes it first tells it; false for anybody else."""
        question = update(training_places).where(
            training_places.c.id == place, training_places.c.told_waiting
        )
        return bool(self._unit.connection.execute(question.values(told_waiting=False)).rowcount)

    def _forbidden(self, found: TrainingClass, proposal: Proposal) -> Iterator[Finding]:
        if proposal.state is not ApplicationState.OPEN:
            yield Finding("examiner-application-decided", "R2.4")
        if found.kind.value != proposal.kind.value:
            yield Finding("class-other-kind", RULE, {"kind": str(found.kind)})
        if not self._unit.institutions.is_below(proposal.institution, found.organiser):
            yield Finding("class-elsewhere", RULE)
        holds = rights.covers(self._unit, Action.HOLD_TRAINING, found.organiser)
        yield from self._taking(found, holds=holds)
        if on := self.passed_on(proposal):
            yield Finding("already-trained", "R2.6", {"on": on})
        if self._open_place(OPEN_OF_APPLICATION, proposal.id):
            yield Finding("already-nominated", RULE)

    def _forbidden_for(self, found: TrainingClass, entry: Supervisor) -> Iterator[Finding]:
        if found.kind is not TrainingKind.SUPERVISOR:
            yield Finding("class-other-kind", RULE, {"kind": str(found.kind)})
        yield from self._taking(found, holds=True)
        if entry.trained_on:
            yield Finding("already-trained", "R2.6", {"on": entry.trained_on})
        if self._open_place(OPEN_OF_SUPERVISOR, entry.id):
            yield Finding("already-nominated", RULE)

    def _taking(self, found: TrainingClass, *, holds: bool) -> Iterator[Finding]:
        """Once a class is over only who holds it enters somebody who was there."""
        if found.state is ClassState.CANCELLED:
            yield Finding("class-cancelled", RULE)
        elif found.ends_on < self._unit.today and not holds:
            yield Finding("class-over", RULE, {"ends_on": found.ends_on})

    def _unrecordable(
        self,
        found: TrainingClass,
        seated: list[Place],
        otherwise: Mapping[PlaceId, TrainingResult],
    ) -> Iterator[Finding]:
        yield from result_findings(found, found.state, self._unit.today)
        if not seated:
            yield Finding("class-empty", RULE)
        if not otherwise.keys() <= {place.id for place in seated}:
            yield Finding("not-in-class", RULE)
        for place in seated:
            result = otherwise.get(place.id, TrainingResult.PASSED)
            if place.application and result is not TrainingResult.PASSED:
                proposal = self._unit.examiner_applications.get(place.application)
                if proposal.state is ApplicationState.APPROVED:
                    yield Finding("trained-and-approved", RULE, {"number": proposal.number})

    def _take(self, found: TrainingClass, place: Place, result: TrainingResult) -> None:
        self._unit.connection.execute(
            update(training_places)
            .where(training_places.c.id == place.id)
            .values(result=result, result_at=self._unit.now)
        )
        if place.supervisor is not None:
            on = found.ends_on if result is TrainingResult.PASSED else None
            self._unit.supervisors.set_trained(place.supervisor, on)

    def _add(self, found: TrainingClass, who: Mapping[str, int | None]) -> Place:
        waits = len(self.of_class(found.id)) >= found.seats
        entered = {"entered_at": self._unit.now, "told_waiting": waits}
        values = {"class_id": found.id, **entered, **who}
        question = insert(training_places).returning(training_places.c.id)
        added = self._unit.connection.execute(question, values).scalar_one()
        self._unit.audit.note("nominated", f"training-class:{found.id}", place=added)
        return next(one for one in self.of_class(found.id) if one.id == added)

    def _open_place(self, question: Select[Any], who: int) -> Any | None:
        return self._unit.connection.execute(question, {"who": who}).first()

    def _participant(self, place: Place) -> Participant:
        if place.application is not None:
            proposal = self._unit.examiner_applications.get(place.application)
            proposer = self._unit.institutions.get(proposal.institution)
            unit = proposer.operator or proposer.name
            return Participant(place, proposal.name, proposal.institution, unit)
        assert place.supervisor is not None
        entry = self._unit.supervisors.get(place.supervisor)
        return Participant(place, entry.name, "", entry.works_at)


def _place(row: Any, place_in_line: int) -> Place:
    return Place(
        id=row.id,
        class_id=row.class_id,
        application=row.application_id,
        supervisor=row.supervisor_id,
        waiting=waiting_position(place_in_line, row.seats),
        told_waiting=row.told_waiting,
        result=row.result and TrainingResult(row.result),
    )
