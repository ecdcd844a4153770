"""The one `metadata` all nouns put their tables into, and the column types they share."""

import pkgutil
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)
from sqlalchemy.dialects.postgresql import JSONB, Insert, insert
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction
from sqlalchemy.types import TypeDecorator, TypeEngine

from store.clock import OFFICE_ZONE

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A point in time: aware going in, aware in Asia/Shanghai coming out.

    `timestamptz` on PostgreSQL; on SQLite UTC as text of fixed width, so that it sorts and can be read.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(26))
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        if dialect.name == "sqlite":
            return value.astimezone(UTC).isoformat(" ", "microseconds")[:26]
        return value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        on_sqlite = dialect.name == "sqlite"
        moment: datetime = datetime.fromisoformat(value + "+00:00") if on_sqlite else value
        return moment.astimezone(OFFICE_ZONE)


Serial = BigInteger().with_variant(Integer(), "sqlite")
"""Ids the database gives out; tables use them with `sqlite_autoincrement` so that none comes twice."""

Sealed = LargeBinary
"""Bytes sealed by the repository through `UnitOfWork.seal`; the key is the store's, not the column's."""

Document = JSON().with_variant(JSONB(), "postgresql")
"""JSON that holds nothing private."""


class database_now(GenericFunction[datetime]):  # noqa: N801 - reads as the SQL function it is
    """The database's own time, `seconds` from now: one clock for the leases of all processes."""

    type = Moment()
    inherit_cache = True
    name = "database_now"


@compiles(database_now, "postgresql")
def _now_on_postgresql(now: database_now, compiler: SQLCompiler, **kw: Any) -> str:
    return f"(now() + make_interval(secs => {compiler.process(now.clauses, **kw) or '0'}))"


@compiles(database_now, "sqlite")
def _now_on_sqlite(now: database_now, compiler: SQLCompiler, **kw: Any) -> str:
    seconds = compiler.process(now.clauses, **kw) or "0"
    return f"strftime('%Y-%m-%d %H:%M:%f', 'now', ({seconds}) || ' seconds')"


def insert_or_keep(table: Table) -> Insert:
    """INSERT … ON CONFLICT DO NOTHING: a row already there stays as it is and none is reported.

    PostgreSQL's construct compiles for SQLite as well, whose clause is the same.
    """
    return insert(table).on_conflict_do_nothing()


def all_tables() -> MetaData:
    """The metadata with every table in it: each module of the store is imported, so none is forgotten."""
    import store

    for module in pkgutil.iter_modules(store.__path__):
        if not module.ispkg:
            import_module(f"store.{module.name}")
    return metadata
