"""Stand-ins for what a test must control."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from store.clock import OFFICE_ZONE
from store.files import FolderShelf
from store.rates import MemoryRates
from store.sealed import Keys
from store.signals import MemorySignals
from store.unit import Store


class FixedClock:
    """Stands still until a test moves it; machine time may be moved apart from office time."""

    def __init__(self, office: datetime | None = None) -> None:
        self.office = office or datetime(2026, 6, 1, 9, 0, tzinfo=OFFICE_ZONE)
        self.machine = self.office.astimezone(UTC)

    def office_now(self) -> datetime:
        return self.office

    def machine_now(self) -> datetime:
        return self.machine

    def advance(self, by: timedelta) -> None:
        self.office += by
        self.machine += by


def store_on(url: str, keys: Keys, folder: Path, clock: FixedClock) -> Store:
    """The store of one process that shares nothing but its database and its files."""
    return Store(
        url,
        keys=keys,
        files=FolderShelf(folder, keys),
        clock=clock,
        rates=MemoryRates(),
        signals=MemorySignals(),
    )
