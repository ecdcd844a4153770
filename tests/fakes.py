"""Stand-ins for what a test must control: time, the folder of files."""

from datetime import UTC, datetime, timedelta

from store.clock import OFFICE_ZONE
from store.files import FileId, name_of
from store.sealed import Keys


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


class MemoryShelf:
    """Files in a dictionary, sealed by nobody: for tests of what owns a file."""

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.held: dict[FileId, bytes] = {}

    def put(self, data: bytes) -> FileId:
        file = name_of(self.keys, data)
        self.held[file] = data
        return file

    def get(self, file: FileId) -> bytes:
        return self.held[file]

    def drop(self, file: FileId) -> None:
        self.held.pop(file, None)
