"""One document of an archive: kept as it was handed in, printed by the press, or written as a plain table (R7.7)."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.filled import PAPER
from bot.press import EXPORTS
from exports.archive import table
from rules.findings import NotPossible
from store.files import FileId
from store.unit import UnitOfWork

ENDINGS = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A document to be put in: its path without an ending where `read` gives the ending, too."""

    path: str
    read: Callable[[UnitOfWork], tuple[str, bytes]]
    """The ending, and the content; NotPossible where there is no such document (yet)."""


class Lost(Exception):
    """A file that was handed in is not on the shelf any more; its path is named in the archive."""


def kept(path: str, file: FileId) -> Entry:
    """A file as it was handed in."""

    def read(work: UnitOfWork) -> tuple[str, bytes]:
        try:
            media_type = work.files.get(file).media_type
            return ENDINGS.get(media_type, "bin"), work.files.content(file)
        except (NotPossible, KeyError) as gone:
            raise Lost(path) from gone

    return Entry(path, read)


def printed(export: str, path: str, subject: int) -> Entry:
    """A document of the press."""

    def read(work: UnitOfWork) -> tuple[str, bytes]:
        made = EXPORTS[export]
        _, content = made.collect(work, subject)
        return made.ending, made.print(content)

    return Entry(path, read)


def listed(path: str, titles: str, rows: Callable[[UnitOfWork], list[tuple[object, ...]]]) -> Entry:
    """A plain table; `titles` is the key of its titles, parted by bars. Not there without rows."""

    def read(work: UnitOfWork) -> tuple[str, bytes]:
        found = rows(work)
        if not found:
            raise NotPossible(())
        return "xlsx", table(path.rpartition("/")[2], PAPER.say(titles).split("|"), found)

    return Entry(path, read)
