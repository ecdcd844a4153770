"""Statements compiled once and put to the driver itself, where SQLAlchemy would be most of the work."""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Insert, Select, Update
from sqlalchemy.types import TypeEngine

from store.faults import passes, passing

Values = Mapping[str, object]
Processor = Callable[[Any], Any]


class _Compiled(NamedTuple):
    """A statement in the words of one kind of database."""

    sql: str
    given: Values
    """The values that are part of the statement."""
    order: Sequence[str] | None
    """The names of the values in order, where the driver takes them without names."""
    write: Sequence[tuple[str, Processor]]
    """The values the driver does not take as they are."""
    read: Sequence[tuple[int, Processor]]
    """The columns whose values are not what the driver returns."""
    made: Callable[[Iterable[Any]], tuple[Any, ...]]
    """A row with the columns' names."""

    def values(self, given: Values) -> Any:
        named = {**self.given, **given}
        for name, write in self.write:
            named[name] = write(named[name])
        return named if self.order is None else [named[name] for name in self.order]

    def row(self, row: Sequence[Any]) -> tuple[Any, ...]:
        if not self.read:
            return self.made(row)
        values = list(row)
        for place, read in self.read:
            values[place] = read(values[place])
        return self.made(values)


class Prepared:
    """One statement; an INSERT takes a value for each of its `columns`.

    What SQLAlchemy does around a statement it does here too, but for events and its own errors:
    only what passes by itself is told apart, as a TransientFault.
    """

    def __init__(self, statement: Select[Any] | Insert | Update, columns: Sequence[str] = ()):
        self._statement = statement
        self._columns = list(columns) or None
        self._compiled: dict[str, _Compiled] = {}

    def rows(self, connection: Connection, values: Values) -> list[Any]:
        """Tuples whose values also go by their columns' names."""
        compiled = self._for(connection.dialect)
        with _Cursor(connection) as cursor:
            cursor.execute(compiled.sql, compiled.values(values))
            found = cursor.fetchall()
        return [compiled.row(row) for row in found]

    def row(self, connection: Connection, values: Values) -> Any:
        """The first row, or None; the others stay unread."""
        compiled = self._for(connection.dialect)
        with _Cursor(connection) as cursor:
            cursor.execute(compiled.sql, compiled.values(values))
            found = cursor.fetchone()
        return None if found is None else compiled.row(found)

    def one(self, connection: Connection, values: Values) -> Any:
        """The row there must be; KeyError when there is none."""
        found = self.row(connection, values)
        if found is None:
            raise KeyError(self._statement)
        return found

    def run(self, connection: Connection, *values: Values) -> int:
        """Carry it out once for each of the values; how many rows it met in all."""
        compiled, met = self._for(connection.dialect), 0
        with _Cursor(connection) as cursor:
            # executemany of psycopg goes another way, which pays only for many.
            for one in values:
                cursor.execute(compiled.sql, compiled.values(one))
                met += cursor.rowcount
        return met

    def _for(self, dialect: Dialect) -> _Compiled:
        return self._compiled.get(dialect.name) or self._compile(dialect)

    def _compile(self, dialect: Dialect) -> _Compiled:
        compiled = self._statement.compile(dialect=dialect, column_keys=self._columns)
        binds = compiled.binds.items()
        columns = list(self._statement.exported_columns)
        write = [
            (name, writer)
            for name, bind in binds
            if (writer := _own(bind.type, dialect).bind_processor(dialect))
        ]
        read = [
            (place, reader)
            for place, column in enumerate(columns)
            if (reader := _own(column.type, dialect).result_processor(dialect, None))
        ]
        names = [str(column.key) for column in columns]
        named: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc]  # known here only
        given = {name: bind.effective_value for name, bind in binds if not bind.required}
        ready = _Compiled(str(compiled), given, compiled.positiontup, write, read, named._make)
        self._compiled[dialect.name] = ready
        return ready


def _own(kind: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    return kind.dialect_impl(dialect)


class _Cursor:
    """A cursor of the driver, whose errors do not pass SQLAlchemy, where `translate` listens."""

    __slots__ = ("_cursor", "_out_of_order")

    def __init__(self, connection: Connection) -> None:
        self._out_of_order = connection.dialect.loaded_dbapi.OperationalError
        self._cursor = connection.connection.cursor()

    def __enter__(self) -> Any:
        return self._cursor

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        self._cursor.close()
        if error is not None and passes(error, self._out_of_order):
            raise passing(error) from error
