"""The carrier of jobs on PostgreSQL: a run is handed on in the transaction that notes it (procrastinate).

Our own table of runs is the truth; what the carrier loses is handed on again, what it brings twice is
found done.
"""

from typing import TYPE_CHECKING

from procrastinate import App, RetryStrategy, SyncPsycopgConnector
from procrastinate.schema import SchemaManager
from sqlalchemy import Connection, text

from store.job_runs import JobRunId

if TYPE_CHECKING:
    from store.unit import UnitOfWork

TASK = "kaowu.run"
RETRY = RetryStrategy(wait=15)
"""A run in the hands of a process that was killed is free once its lease has ended."""

_deferring = App(connector=SyncPsycopgConnector())


def hand_on(work: "UnitOfWork", run: JobRunId) -> None:
    """Let some worker carry the run out, once the unit is committed."""
    connection = work.connection.connection.driver_connection
    _deferring.configure_task(TASK, connection=connection).defer(run=run)


def add_schema(connection: Connection) -> None:
    """The carrier's own tables, where they are missing."""
    if connection.scalar(text("SELECT to_regclass('procrastinate_jobs')")) is not None:
        return
    driver = connection.connection.driver_connection
    assert driver is not None
    with driver.cursor() as cursor:
        cursor.execute(SchemaManager.get_schema())
