"""Questions compiled once and put to the driver itself, where SQLAlchemy would be most of the work."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Select

from store.faults import SQLITE_BUGS, TransientFault


class _Compiled(NamedTuple):
    """A question in the words of one kind of database."""

    sql: str
    given: Mapping[str, Any]
    """The values that are part of the question."""
    order: Sequence[str] | None
    """The names of the values in order, where the driver takes them without names."""
    read: Sequence[tuple[int, Callable[[Any], Any]]]
    """The columns whose values are not what the driver returns."""

    def values(self, given: Mapping[str, object]) -> Any:
        named = {**self.given, **given}
        return named if self.order is None else [named[name] for name in self.order]

    def row(self, row: Sequence[Any]) -> tuple[Any, ...]:
        values = list(row)
        for place, read in self.read:
            values[place] = read(values[place])
        return tuple(values)


class Prepared:
    """One SELECT. Its values reach the driver as they are, so they are texts, numbers or bytes."""

    def __init__(self, question: Select[Any]) -> None:
        self._question = question
        self._compiled: dict[str, _Compiled] = {}

    def rows(self, connection: Connection, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        dialect = connection.dialect
        compiled = self._compiled.get(dialect.name) or self._compile(dialect)
        cursor = connection.connection.cursor()
        try:
            cursor.execute(compiled.sql, compiled.values(values))
            found = cursor.fetchall()
        except dialect.loaded_dbapi.OperationalError as error:
            # The driver's errors do not pass SQLAlchemy, where `translate` listens.
            if getattr(error, "sqlite_errorcode", None) in SQLITE_BUGS:
                raise
            raise TransientFault(f"{type(error).__name__}: {error}".splitlines()[0]) from error
        finally:
            cursor.close()
        return [compiled.row(row) for row in found]

    def _compile(self, dialect: Dialect) -> _Compiled:
        compiled = self._question.compile(dialect=dialect)
        types = [column.type for column in self._question.selected_columns]
        processors = [kind.dialect_impl(dialect).result_processor(dialect, None) for kind in types]
        read = [(place, processor) for place, processor in enumerate(processors) if processor]
        ready = _Compiled(str(compiled), compiled.params, compiled.positiontup, read)
        self._compiled[dialect.name] = ready
        return ready
