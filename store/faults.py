"""What can go wrong below: faults worth a second try, told apart from bugs without naming the database."""

from sqlalchemy.engine import ExceptionContext

SQLITE_DAMAGED = (11, 26)
"""SQLite's codes for a file that is damaged or no database: until it is put right all that helps is to wait."""
SQLITE_BUGS = (1, 8)
"""SQLite's codes for a statement it does not understand and for writing where one may only read."""


class TransientFault(Exception):
    """A lost connection, deadlock, lock time-out, full or damaged disk: nothing was written, try again later."""


class DraftMoved(Exception):
    """The draft was saved by somebody else since it was read; read it again and compare the turn."""


class KeyReused(Exception):
    """An inbox key came back with other content; nothing was done with it."""


def passing(error: BaseException) -> TransientFault:
    """An error of the driver by its name and first line: the rest may show values."""
    return TransientFault(f"{type(error).__name__}: {error}".splitlines()[0])


def passes(error: BaseException, out_of_order: type[BaseException]) -> bool:
    """Whether it passes by itself; `out_of_order` is the driver's own OperationalError."""
    code = getattr(error, "sqlite_errorcode", None)
    return code in SQLITE_DAMAGED or (isinstance(error, out_of_order) and code not in SQLITE_BUGS)


def translate(context: ExceptionContext) -> TransientFault | None:
    """Turn what passes by itself into a TransientFault; every other error stays what it is: a bug."""
    original, driver = context.original_exception, context.dialect.loaded_dbapi
    if context.is_disconnect or passes(original, driver.OperationalError):
        return passing(original)
    return None
