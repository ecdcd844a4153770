"""Rows of scores: the table, and what is read of it, each value a row of its own (R7.1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Row,
    Select,
    String,
    Table,
    bindparam,
    func,
    insert,
    select,
    update,
)

from rules.exam_papers import ExamPart
from rules.grading import PASSED_FROM, Absent, Mark, Result, result
from rules.scores import ScoreState
from store.batch_rows import Batch, BatchId, ItemId, batches
from store.examiners import ExaminerId, examiners
from store.people import PersonId, people
from store.registration_rows import RegistrationId, registrations
from store.rosters import roster_lines, rosters
from store.schema import Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

ScoreId = NewType("ScoreId", int)

scores = Table(
    "scores",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("batch_id", ForeignKey(rosters.c.batch_id), nullable=False),
    Column("registration_id", ForeignKey(roster_lines.c.registration_id), nullable=False),
    Column("part", String(10), nullable=False),
    Column("tenths", Integer),
    Column("examiner_id", ForeignKey(examiners.c.id), nullable=False),
    Column("state", String(10), nullable=False),
    Column("reason", Sealed),
    Column("entered_by", ForeignKey(people.c.id)),
    Column("entered_at", Moment, nullable=False),
    Column("confirmed_at", Moment),
    Column("returned_at", Moment),
    Column("answer", Sealed),
    CheckConstraint("tenths BETWEEN 0 AND 1000", name="range"),
    sqlite_autoincrement=True,
)
_STANDS = scores.c.state != ScoreState.REPLACED
Index(None, scores.c.batch_id)
Index(None, scores.c.examiner_id, scores.c.state)
Index(
    "uq_scores_standing",
    scores.c.registration_id,
    scores.c.part,
    unique=True,
    sqlite_where=_STANDS,
    postgresql_where=_STANDS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A score to be entered. `instead_of` is what whoever enters it saw standing there, if anything."""

    registration: RegistrationId
    part: ExamPart
    mark: Mark
    examiner: ExaminerId
    instead_of: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One value in one box of the score sheet, with all that ever happened to it."""

    id: ScoreId
    registration: RegistrationId
    part: ExamPart
    mark: Mark
    examiner: ExaminerId
    state: ScoreState
    reason: str = field(repr=False)
    """Why it took the place of another one."""
    entered_by: PersonId | None
    entered_at: datetime
    confirmed_at: datetime | None
    returned_at: datetime | None
    answer: str = field(repr=False)
    """Why the examiner sent it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """One candidate of the roster, and what stands in both score boxes."""

    registration: RegistrationId
    person: PersonId
    item: ItemId
    running_number: int
    scores: Mapping[ExamPart, Score]

    @property
    def theory(self) -> Mark | None:
        return self._mark(ExamPart.THEORY)

    @property
    def practice(self) -> Mark | None:
        return self._mark(ExamPart.PRACTICE)

    @property
    def confirmed(self) -> bool:
        """Whether both are there and their examiners have confirmed them."""
        states = [one.state for one in self.scores.values()]
        return states == [ScoreState.CONFIRMED] * len(ExamPart)

    @property
    def result(self) -> Result | None:
        """Derived, never typed; None until both scores count (R7.1)."""
        theory, practice = self.theory, self.practice
        if not self.confirmed or theory is None or practice is None:
            return None
        return result(theory, practice)

    def state(self, part: ExamPart) -> ScoreState | None:
        return self.scores[part].state if part in self.scores else None

    def _mark(self, part: ExamPart) -> Mark | None:
        return self.scores[part].mark if part in self.scores else None


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """A batch in which scores wait for the caller, and how many."""

    batch: Batch
    count: int


EVERYBODY = (
    select(
        roster_lines.c.registration_id,
        roster_lines.c.running_number,
        registrations.c.person_id,
        registrations.c.item_id,
    )
    .join(registrations, registrations.c.id == roster_lines.c.registration_id)
    .where(roster_lines.c.batch_id == bindparam("batch"))
    .order_by(roster_lines.c.running_number)
)
STANDING: Select[Any] = (
    select(scores).where(scores.c.batch_id == bindparam("batch"), _STANDS).order_by(scores.c.id)
)
HISTORY: Select[Any] = (
    select(scores)
    .where(scores.c.registration_id == bindparam("registration"))
    .order_by(scores.c.id)
)
GIVEN = (
    select(scores.c.batch_id)
    .join(examiners, examiners.c.id == scores.c.examiner_id)
    .where(examiners.c.person_id == bindparam("person"))
)

_CONFIRMED = (
    select(func.count())
    .where(scores.c.batch_id == batches.c.id, scores.c.state == ScoreState.CONFIRMED)
    .scalar_subquery()
)
UNFINISHED = (
    select(batches.c.id)
    .join(rosters, rosters.c.batch_id == batches.c.id)
    .where(rosters.c.people * len(ExamPart) > _CONFIRMED)
)
SOMEBODY_PASSED = (
    select(scores.c.registration_id)
    .where(
        scores.c.batch_id == batches.c.id,
        scores.c.state == ScoreState.CONFIRMED,
        scores.c.tenths >= int(PASSED_FROM * 10),
    )
    .group_by(scores.c.registration_id)
    .having(func.count() == len(ExamPart))
    .exists()
)
"""Of a batch in the statement around it: whether both parts of anybody count and suffice (R7.1)."""


class ScoreRows:
    """Knows nothing of rules and rights."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def standing(self, batch: BatchId) -> tuple[Score, ...]:
        rows = self._unit.connection.execute(STANDING, {"batch": batch})
        return tuple(map(self._record, rows))

    def history(self, registration: RegistrationId) -> tuple[Score, ...]:
        rows = self._unit.connection.execute(HISTORY, {"registration": registration})
        return tuple(map(self._record, rows))

    def lines(self, batch: BatchId) -> tuple[ScoreLine, ...]:
        """Everybody of the roster in running order."""
        boxes: dict[RegistrationId, dict[ExamPart, Score]] = {}
        for one in self.standing(batch):
            boxes.setdefault(one.registration, {})[one.part] = one
        return tuple(
            ScoreLine(
                registration=row.registration_id,
                person=row.person_id,
                item=row.item_id,
                running_number=row.running_number,
                scores=_in_order(boxes.get(row.registration_id, {})),
            )
            for row in self._unit.connection.execute(EVERYBODY, {"batch": batch})
        )

    def given(self, person: PersonId, *states: ScoreState) -> tuple[BatchId, ...]:
        """The batch of each score of that examiner in such a state."""
        question = GIVEN.where(scores.c.state.in_(states)).order_by(scores.c.batch_id.desc())
        return tuple(self._unit.connection.scalars(question, {"person": person}))

    def replace(self, batch: BatchId, boxes: Iterable[tuple[RegistrationId, ExamPart]]) -> None:
        for registration, part in boxes:
            replacing = update(scores).where(
                scores.c.batch_id == batch,
                scores.c.registration_id == registration,
                scores.c.part == part,
                _STANDS,
            )
            self._unit.connection.execute(replacing.values(state=ScoreState.REPLACED))

    def add(self, batch: BatchId, entry: Entry, reason: str) -> Score:
        adding = insert(scores).returning(*scores.c)
        values = {
            "batch_id": batch,
            "registration_id": entry.registration,
            "part": entry.part,
            "tenths": None if isinstance(entry.mark, Absent) else int(entry.mark * 10),
            "examiner_id": entry.examiner,
            "state": ScoreState.ENTERED,
            "entered_by": self._unit.caller.person,
            "entered_at": self._unit.now,
        }
        row = self._unit.connection.execute(adding, values).one()
        if not (reason and entry.instead_of is not None):
            return self._record(row)
        sealed = self._unit.seal(reason, f"scores.reason:{row.id}")
        explaining = update(scores).where(scores.c.id == row.id).values(reason=sealed)
        return self._record(self._unit.connection.execute(explaining.returning(*scores.c)).one())

    def _record(self, row: Row[Any]) -> Score:
        def opened(column: str) -> str:
            sealed = getattr(row, column)
            return self._unit.unseal(sealed, f"scores.{column}:{row.id}") if sealed else ""

        return Score(
            id=row.id,
            registration=row.registration_id,
            part=ExamPart(row.part),
            mark=Absent.ABSENT if row.tenths is None else Decimal(row.tenths) / 10,
            examiner=row.examiner_id,
            state=ScoreState(row.state),
            reason=opened("reason"),
            entered_by=row.entered_by,
            entered_at=row.entered_at,
            confirmed_at=row.confirmed_at,
            returned_at=row.returned_at,
            answer=opened("answer"),
        )

    def set(self, score: ScoreId, **values: object) -> None:
        changing = update(scores).where(scores.c.id == score)
        self._unit.connection.execute(changing.values(values))


def _in_order(boxes: Mapping[ExamPart, Score]) -> dict[ExamPart, Score]:
    return {part: boxes[part] for part in ExamPart if part in boxes}
