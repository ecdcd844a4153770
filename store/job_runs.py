"""Runs of jobs: each due time of each job once, item after item, whoever carries it and however often killed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    Float,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    or_,
    select,
    update,
)

from store.schema import Moment, Serial, database_now, insert_or_keep, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

JobRunId = NewType("JobRunId", int)


class JobRunState(StrEnum):
    """Where a run stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"


job_runs = Table(
    "job_runs",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("name", String(60), nullable=False),
    Column("due", Moment, nullable=False),
    Column("state", String(10), nullable=False),
    Column("cursor", Serial, nullable=False),
    Column("items", Integer, nullable=False),
    Column("faults", Integer, nullable=False),
    Column("problem", String(200)),
    Column("leased_by", String(60)),
    Column("leased_until", Moment),
    Column("ended_at", Moment),
    UniqueConstraint("name", "due"),
    sqlite_autoincrement=True,
)
Index(None, job_runs.c.state, job_runs.c.due)

job_clocks = Table(
    "job_clocks",
    metadata,
    Column("name", String(60), primary_key=True),
    Column("planned_until", Moment, nullable=False),
)


@dataclass(frozen=True, slots=True)
class JobRun:
    """One due time of one job; `cursor` is the last item done."""

    id: JobRunId
    name: str
    due: datetime
    state: JobRunState
    cursor: int
    items: int
    faults: int
    problem: str | None


_SHOWN = tuple(job_runs.c[name] for name in JobRun.__slots__)
_FREE = or_(
    job_runs.c.state == JobRunState.WAITING,
    (job_runs.c.state == JobRunState.RUNNING) & (job_runs.c.leased_until <= database_now()),
)
_lease_end = database_now(bindparam("seconds", type_=Float))
_first_free = (
    select(job_runs.c.id)
    .where(_FREE)
    .order_by(job_runs.c.due, job_runs.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
    .scalar_subquery()
)
_TAKEN = {
    "state": JobRunState.RUNNING,
    "leased_by": bindparam("holder"),
    "leased_until": _lease_end,
}
TAKE = (
    update(job_runs)
    .where(job_runs.c.id == bindparam("run"), _FREE)
    .values(_TAKEN)
    .returning(*_SHOWN)
)
TAKE_FIRST = update(job_runs).where(job_runs.c.id == _first_free).values(_TAKEN).returning(*_SHOWN)
_OURS = (
    (job_runs.c.id == bindparam("run"))
    & (job_runs.c.state == JobRunState.RUNNING)
    & (job_runs.c.leased_by == bindparam("holder"))
)
ADVANCE = (
    update(job_runs)
    .where(_OURS)
    .values(
        cursor=bindparam("at"),
        items=job_runs.c["items"] + bindparam("more"),
        faults=job_runs.c.faults + bindparam("wrong"),
        leased_until=_lease_end,
    )
)
PLAN = insert_or_keep(job_runs).returning(job_runs.c.id)


class JobRuns:
    """Due times are office time; leases go by the database's own."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def clocks(self) -> Mapping[str, datetime]:
        """Up to when the due times of each job are planned; those never seen are left out."""
        rows = self._unit.connection.execute(select(job_clocks.c.name, job_clocks.c.planned_until))
        return {row.name: row.planned_until for row in rows}

    def planned_until(self, name: str) -> datetime:
        """Up to when the job's due times are planned; a job never seen begins now. Locks the job's clock."""
        row = {"name": name, "planned_until": self._unit.now}
        self._unit.connection.execute(insert_or_keep(job_clocks), row)
        question = select(job_clocks.c.planned_until).where(job_clocks.c.name == name)
        until: datetime = self._unit.connection.execute(question.with_for_update()).scalar_one()
        return until

    def plan(self, name: str, dues: Sequence[datetime], until: datetime) -> tuple[JobRunId, ...]:
        """Note the due times as runs, each once, and that everything up to `until` is planned."""
        planned = []
        for due in dues:
            values = {
                "name": name,
                "due": due,
                "state": JobRunState.WAITING,
                "cursor": 0,
                "items": 0,
                "faults": 0,
            }
            if (run := self._unit.connection.execute(PLAN, values).scalar()) is not None:
                planned.append(JobRunId(run))
        self._unit.connection.execute(
            update(job_clocks).where(job_clocks.c.name == name).values(planned_until=until)
        )
        return tuple(planned)

    def take(self, run: JobRunId, holder: str, lease: timedelta) -> JobRun | None:
        """Begin a run, or go on with one whose holder is gone; None when there is nothing to do."""
        values = {"run": run, "holder": holder, "seconds": lease.total_seconds()}
        return _record(self._unit.connection.execute(TAKE, values).first())

    def take_first(self, holder: str, lease: timedelta) -> JobRun | None:
        """The same with whichever run is due first."""
        values = {"holder": holder, "seconds": lease.total_seconds()}
        return _record(self._unit.connection.execute(TAKE_FIRST, values).first())

    def advance(
        self, run: JobRunId, holder: str, lease: timedelta, *, at: int, items: int, faults: int
    ) -> bool:
        """In the unit of the items themselves: they are done. False when another holds the run now."""
        values = {
            "run": run,
            "holder": holder,
            "seconds": lease.total_seconds(),
            "at": at,
            "more": items,
            "wrong": faults,
        }
        return self._unit.connection.execute(ADVANCE, values).rowcount == 1

    def done(self, run: JobRunId, holder: str, problem: str | None = None) -> None:
        ours = (job_runs.c.id == run) & (job_runs.c.leased_by == holder)
        self._unit.connection.execute(
            update(job_runs)
            .where(ours)
            .values(
                state=JobRunState.DONE,
                leased_by=None,
                leased_until=None,
                ended_at=self._unit.now,
                problem=problem and problem[:200],
            )
        )

    def is_done(self, run: JobRunId) -> bool:
        question = select(job_runs.c.state).where(job_runs.c.id == run)
        return self._unit.connection.scalar(question) == JobRunState.DONE

    def unfinished(self) -> tuple[JobRun, ...]:
        """Runs waiting or under way, the first due first."""
        question = select(*_SHOWN).where(job_runs.c.state != JobRunState.DONE)
        rows = self._unit.connection.execute(question.order_by(job_runs.c.due, job_runs.c.id))
        return tuple(found for row in rows if (found := _record(row)))

    def of(self, name: str) -> tuple[JobRun, ...]:
        """All runs of a job, the latest first."""
        question = select(*_SHOWN).where(job_runs.c.name == name).order_by(job_runs.c.due.desc())
        rows = self._unit.connection.execute(question)
        return tuple(found for row in rows if (found := _record(row)))


def _record(row: Any) -> JobRun | None:
    if row is None:
        return None
    return JobRun(**{**row._mapping, "state": JobRunState(row.state)})
