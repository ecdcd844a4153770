"""Archives of batches (批次归档, R7.7): everything of a batch in one zip, with the digests it can be checked by."""

from collections.abc import Generator, Sequence
from typing import BinaryIO

from bot.archive_contents import contents
from bot.archive_entries import Entry, Lost
from bot.bundles import keep
from bot.filled import PAPER
from bot.press import caller_of
from conversations.chore_news import Step
from conversations.paper_view import shown_moment
from exports.archive import MANIFEST, READABLE, SUMS, Filed, filed, manifest, readable, sums
from exports.bundle import Bundle
from rules.archives import kept_until
from rules.findings import NotPossible
from rules.roles import Action
from store import rights
from store.batches import Batch, BatchId
from store.chores import Chore
from store.people import PersonId
from store.unit import Store, UnitOfWork


class Archive:
    """A zip while it is written, and what is in it so far; pieces come out as they become whole."""

    def __init__(self, head: Sequence[str]) -> None:
        self.contents: list[Filed] = []
        self.lost: list[str] = []
        """Paths of files that are not there any more."""
        self.digest = ""
        """Of the list of contents, once it is closed."""
        self._head = head
        self._bundle = Bundle()
        self._paths: set[str] = set()

    def add(self, path: str, ending: str, data: bytes) -> list[bytes]:
        """Under its path; a second page of the same is numbered."""
        name, page = f"{path}.{ending}", 1
        while name in self._paths:
            page += 1
            name = f"{path}-{page}.{ending}"
        self._paths.add(name)
        self.contents.append(filed(name, data))
        return self._bundle.add(name, data)

    def close(self) -> list[bytes]:
        """The list of contents for machines, for `sha256sum -c` and for people, and the rest of the zip."""
        listed = manifest(self.contents)
        self.digest = filed(MANIFEST, listed).digest
        head = [*self._head, PAPER.say("archive-count", count=len(self.contents))]
        head += [PAPER.say("archive-lost", path=path) for path in self.lost]
        return [
            *self._bundle.add(MANIFEST, listed),
            *self._bundle.add(SUMS, sums(self.contents)),
            *self._bundle.add(READABLE, readable(head, self.contents)),
            *self._bundle.close(),
        ]


def make_archive(store: Store, chore: Chore) -> Generator[Step, None, dict[str, int]]:
    """For whoever asked, who must still have the right; a document at a time, each in a look of its own."""
    with store.reading() as work:
        batch = allowed(work, chore.person_id, chore.batch_id)
        entries, archive = contents(work, batch), Archive(head_of(work, batch))
    pieces = 0
    for done, entry in enumerate(entries, start=1):
        with store.reading() as work:
            whole = put_in(archive, entry, work)
        pieces = keep(store, chore.id, pieces, whole)
        yield Step(done, len(entries))
    keep(store, chore.id, pieces, archive.close())
    with store.writing() as work:
        work.caller = caller_of(work, chore.person_id)
        work.archives.note(batch.id, len(archive.contents), archive.digest)
    return {"documents": len(archive.contents), "lost": len(archive.lost)}


def allowed(work: UnitOfWork, person: PersonId, number: BatchId) -> Batch:
    """NotPossible unless the person may open the archive; what is in it is read by the office itself."""
    office, work.caller = work.caller, caller_of(work, person)
    batch = work.batches.get(number)
    station, programme = batch.station_code, batch.programme
    rights.check(work, Action.OPEN_ARCHIVE, institution=station, programme=programme)
    work.caller = office
    return batch


def put_in(archive: Archive, entry: Entry, work: UnitOfWork) -> list[bytes]:
    """Left out where the batch has no such document (yet); a file that should be there is named."""
    try:
        ending, data = entry.read(work)
    except NotPossible:
        return []
    except Lost:
        archive.lost.append(entry.path)
        return []
    return archive.add(entry.path, ending, data)


def write_archive(work: UnitOfWork, batch: Batch, file: BinaryIO) -> int:
    """The same for the command line; how many documents."""
    archive = Archive(head_of(work, batch))
    for entry in contents(work, batch):
        file.writelines(put_in(archive, entry, work))
    file.writelines(archive.close())
    return len(archive.contents)


def head_of(work: UnitOfWork, batch: Batch) -> list[str]:
    """What batch it is, as of when, and how long paper and files are kept (⚙)."""
    policy = work.policy.current(work.today)
    told = {
        "number": batch.number,
        "station": batch.station_name,
        "exam_on": batch.exam_on,
        "made": shown_moment(work.now),
        "paper": kept_until(batch.exam_on, policy.paper_retention_years),
        "electronic": kept_until(batch.exam_on, policy.electronic_retention_years),
    }
    return PAPER.say("archive-head", **told).split("\n")
