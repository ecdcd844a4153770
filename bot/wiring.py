"""Putting the parts together: the store as the settings say, and the front desk of a server on it."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.faults import Stopped
from bot.front import Front, Pools
from bot.passwords import Passwords
from bot.press import EXPORTS, Press
from bot.settings import Settings
from bot.turns import Turns
from conversations.house import house
from conversations.intake import Intake
from handlers.web.desk import PublicFacts
from store import migrate
from store.clock import SystemClock
from store.files import FolderShelf
from store.pictures import PictureDesk
from store.rates import MemoryRates, Rates
from store.signals import MemorySignals, Signals
from store.unit import Store

CONNECTIONS = 4
"""Of one process."""


@contextmanager
def opened(settings: Settings) -> Iterator[Store]:
    """The store, closed at the end; Stopped when its database is not of our version."""
    if not is_current(settings):
        raise Stopped("The database is not at the current version: run `kaowu migrate` first.")
    make_folder(settings)
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
    )
    try:
        yield store
    finally:
        store.signals.close()
        store.close()


def shared(redis_url: str) -> tuple[Rates, Signals]:
    """What several processes share."""
    from store.shared import RedisRates, RedisSignals

    return RedisRates(redis_url), RedisSignals(redis_url)


def is_current(settings: Settings) -> bool:
    """Whether there is a database and no step is missing; looking makes none."""
    file = settings.database_file
    return (file is None or file.exists()) and migrate.is_current(settings.database)


def make_folder(settings: Settings) -> None:
    """The data directory, for nobody but its owner."""
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Stopped(f"KAOWU_DATA_DIR cannot be made: {error.strerror}.") from error


@contextmanager
def front_desk(settings: Settings, store: Store, public_url: str) -> Iterator[tuple[Front, Turns]]:
    """The front desk and its threads; at the end everything taken in is finished."""
    intake = Intake(store, house(public_url))
    # SQLite has one writer; more threads would only wait for each other (measured: a tenth slower).
    threads = CONNECTIONS if settings.database_file is None else 1
    pools, pictures = Pools.of_size(threads), PictureDesk()
    turns = Turns(
        intake, store.clock, pool=pools.turns, hashing=pools.hashing, passwords=Passwords()
    )
    try:
        yield Front(intake, turns, pools, pictures, Press(store)), turns
    finally:
        pools.close()
        pictures.close()


def public_facts(settings: Settings, url: str) -> PublicFacts:
    return PublicFacts(
        url=url,
        proxies=settings.trusted_proxies,
        papers={name: export.media_type for name, export in EXPORTS.items()},
    )
