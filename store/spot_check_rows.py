"""Rows of spot checks: the tables, what is read of them, and an answer with what was found in it (R7.7)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Row,
    Select,
    String,
    Table,
    bindparam,
    select,
)

from rules.spot_checks import SpotCheckConclusion, SpotCheckMaterial, SpotCheckState
from store.batch_rows import BatchId, batches
from store.files import FileId
from store.people import PersonId, people
from store.schema import Document, Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

SpotCheckId = NewType("SpotCheckId", int)
AnswerId = NewType("AnswerId", int)

spot_checks = Table(
    "spot_checks",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False, index=True),
    Column("state", String(10), nullable=False),
    Column("step", Integer, nullable=False),
    Column("wanted", Document, nullable=False),
    Column("request", Sealed),
    Column("due_on", Date, nullable=False),
    Column("seed", String(40)),
    Column("drawn_from", Integer),
    Column("asked_by", ForeignKey(people.c.id)),
    Column("asked_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)
IS_OPEN = spot_checks.c.state != SpotCheckState.CLOSED
Index(
    "uq_spot_checks_open",
    spot_checks.c.batch_id,
    unique=True,
    sqlite_where=IS_OPEN,
    postgresql_where=IS_OPEN,
)

spot_check_answers = Table(
    "spot_check_answers",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("spot_check_id", ForeignKey(spot_checks.c.id), nullable=False, index=True),
    Column("answer", Sealed),
    Column("place", Sealed),
    Column("answered_by", ForeignKey(people.c.id)),
    Column("answered_at", Moment, nullable=False),
    Column("conclusion", String(10)),
    Column("findings", Sealed),
    Column("correction", Sealed),
    Column("correct_by", Date),
    Column("decided_by", ForeignKey(people.c.id)),
    Column("decided_at", Moment),
    sqlite_autoincrement=True,
)
TEXTS = ("answer", "place", "findings", "correction")


@dataclass(frozen=True, slots=True)
class Request:
    """What the station is asked for, and until when; `seed` where the batch was drawn by it."""

    wanted: tuple[SpotCheckMaterial, ...]
    due_on: date
    note: str = field(default="", repr=False)
    seed: str = ""
    drawn_from: int | None = None
    """Out of how many batches."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the station says and sends; `place` is where papers and video lie."""

    text: str = field(repr=False)
    place: str = field(repr=False)
    files: tuple[FileId, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the officer found in an answer; a correction is demanded with its day."""

    conclusion: SpotCheckConclusion
    findings: str = field(repr=False)
    correction: str = field(default="", repr=False)
    correct_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """An answer, and what was found in it once somebody looked."""

    id: AnswerId
    answer: Answer
    answered_by: PersonId | None
    answered_at: datetime
    verdict: Verdict | None
    decided_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotCheck:
    """A check as it stands; `step` counts what happened to it. `due_on` is the day it waits for."""

    id: SpotCheckId
    batch: BatchId
    state: SpotCheckState
    step: int
    request: Request
    due_on: date
    asked_by: PersonId | None
    asked_at: datetime


ALL: Select[Any] = select(spot_checks)
BY_ID = ALL.where(spot_checks.c.id == bindparam("check"))
OF_BATCH = ALL.where(spot_checks.c.batch_id == bindparam("batch")).order_by(spot_checks.c.id)
ROUNDS: Select[Any] = (
    select(spot_check_answers)
    .where(spot_check_answers.c.spot_check_id == bindparam("check"))
    .order_by(spot_check_answers.c.id)
)


def check_of(unit: "UnitOfWork", row: Row[Any]) -> SpotCheck:
    note = unit.unseal(row.request, f"spot_checks.request:{row.id}")
    wanted = tuple(map(SpotCheckMaterial, row.wanted))
    return SpotCheck(
        id=row.id,
        batch=row.batch_id,
        state=SpotCheckState(row.state),
        step=row.step,
        request=Request(wanted, row.due_on, note, row.seed or "", row.drawn_from),
        due_on=row.due_on,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
    )


def round_of(unit: "UnitOfWork", row: Row[Any], files: tuple[FileId, ...]) -> Round:
    """`files` were sent with the answer."""

    def opened(column: str) -> str:
        sealed = getattr(row, column)
        context = f"spot_check_answers.{column}:{row.id}"
        return unit.unseal(sealed, context) if sealed else ""

    texts = {name: opened(name) for name in TEXTS}
    verdict = None
    if row.conclusion:
        conclusion = SpotCheckConclusion(row.conclusion)
        verdict = Verdict(conclusion, texts["findings"], texts["correction"], row.correct_by)
    return Round(
        id=row.id,
        answer=Answer(texts["answer"], texts["place"], files),
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        verdict=verdict,
        decided_at=row.decided_at,
    )


def owner(answer: AnswerId, n: int) -> str:
    return f"spot-check-answer:{answer}:{n}"
