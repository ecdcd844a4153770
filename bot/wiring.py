"""The store as the settings say, opened and closed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.faults import Stopped
from bot.settings import Settings
from store import migrate
from store.clock import SystemClock
from store.files import FolderShelf
from store.rates import MemoryRates, Rates
from store.signals import MemorySignals, Signals
from store.signing import SigningKeyLost
from store.unit import Store, UnitOfWork

CONNECTIONS = 4
"""Of one process."""


@contextmanager
def opened(settings: Settings, *, with_other_keys: bool = False) -> Iterator[Store]:
    """The store, closed at the end; Stopped when its database is not of our version or has other keys."""
    require_current(settings)
    for folder in (settings.data_dir, settings.files):
        make_folder(folder)
    keys = settings.keys()
    rates, signals = (
        shared(settings.redis_url) if settings.redis_url else (MemoryRates(), MemorySignals())
    )
    store = Store(
        settings.database,
        keys=keys,
        files=FolderShelf(settings.files, keys),
        clock=SystemClock(),
        rates=rates,
        signals=signals,
        pool_size=CONNECTIONS,
        sends_mail=settings.smtp_url is not None,
    )
    store.public_url = settings.public_url or ""
    try:
        with store.reading() as work:
            store.rehearsing = work.rehearsal.now() is not None
            if not with_other_keys:
                require_its_keys(work)
        yield store
    finally:
        store.signals.close()
        store.close()


def shared(redis_url: str) -> tuple[Rates, Signals]:
    """What several processes share."""
    from store.shared import RedisRates, RedisSignals

    return RedisRates(redis_url), RedisSignals(redis_url)


def require_current(settings: Settings) -> None:
    """Stopped when there is no database, or a step is missing."""
    if not is_current(settings):
        raise Stopped("The database is not at the current version: run `kaowu migrate` first.")


def require_its_keys(work: UnitOfWork) -> None:
    """Stopped when the database was written with other keys: nothing in it would open."""
    try:
        work.signing.current()
    except SigningKeyLost as lost:
        raise Stopped(
            "The keys are not those this database was written with: put back secret.key and "
            "data.keys, or set KAOWU_SECRET_KEY and KAOWU_DATA_KEYS as they were."
        ) from lost


def is_current(settings: Settings) -> bool:
    """Whether there is a database and no step is missing; looking makes none."""
    file = settings.database_file
    return (file is None or file.exists()) and migrate.is_current(settings.database)


def make_folder(folder: Path) -> None:
    """The data directory or the one for files, for nobody but its owner."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Stopped(f"The folder {folder} cannot be made: {error.strerror}.") from error
