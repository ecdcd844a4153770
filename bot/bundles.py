"""Zips of all documents of a batch: made a document at a time beside the turns, handed out piece by piece."""

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from bot.filled import application_form
from bot.press import caller_of
from conversations.chore_news import Step
from exports import application_form as forms
from exports.bundle import Bundle
from exports.picture_zip import MEDIA_TYPE
from handlers.web.desk import Streamed
from rules.findings import Finding, NotPossible
from rules.registration import RegistrationState
from rules.roles import Action
from store import rights
from store.batches import BatchId
from store.chores import Chore, ChoreId, ChoreKind
from store.files import FileId
from store.people import PersonId
from store.registrations import RegistrationId
from store.unit import Store, UnitOfWork

STREAMED: Mapping[str, str] = MappingProxyType({"bundle": MEDIA_TYPE})
"""Exports that are handed out in pieces, with their media types; the subject is the chore that made them."""

ZIPS: Mapping[ChoreKind, tuple[str, Action]] = MappingProxyType(
    {
        ChoreKind.APPLICATION_FORMS: ("application-forms", Action.EXPORT_ROSTER),
        ChoreKind.ARCHIVE: ("archive", Action.OPEN_ARCHIVE),
    }
)
"""Chores that make one: what it is called, and the right to it."""


ON_IT = frozenset(RegistrationState) - {RegistrationState.REJECTED}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One form of the zip: by the running number where there is one, never by a name."""

    registration: RegistrationId
    name: str


def make_bundle(store: Store, chore: Chore) -> Generator[Step, None, dict[str, int]]:
    """All application forms of the chore's batch; who asked must still have the right (R9.3)."""
    with store.reading() as work:
        work.caller = caller_of(work, chore.person_id)
        wanted = wanted_forms(work, chore.batch_id)
    bundle, pieces = Bundle(), 0
    for done, one in enumerate(wanted, start=1):
        whole = bundle.add(one.name, printed(store, chore.person_id, one.registration))
        pieces = keep(store, chore.id, pieces, whole)
        yield Step(done, len(wanted))
    keep(store, chore.id, pieces, bundle.close())
    return {"people": len(wanted)}


def wanted_forms(work: UnitOfWork, batch: BatchId) -> list[Wanted]:
    """Everybody but those who were rejected, in the order of filing."""
    numbers = work.rosters.running_numbers(batch)
    return [
        Wanted(one.registration, name_of(one.number, numbers.get(one.registration)))
        for one in work.rosters.candidates(batch, ON_IT)
    ]


def name_of(number: str, running_number: int | None) -> str:
    return f"{number}.pdf" if running_number is None else f"{running_number:04}-{number}.pdf"


def printed(store: Store, person: PersonId, registration: RegistrationId) -> bytes:
    with store.reading() as work:
        work.caller = caller_of(work, person)
        filled = work.registrations.printed(registration)
        photo = work.files.content(filled.photo) if filled.photo else None
    return forms.pdf(application_form(filled, photo))


def keep(store: Store, chore: ChoreId, position: int, pieces: list[bytes]) -> int:
    """Put the pieces on the shelf; where the next one stands."""
    for piece in pieces:
        with store.writing() as work:
            work.chores.add_piece(chore, position, piece, MEDIA_TYPE)
        position += 1
    return position


@dataclass(frozen=True, slots=True)
class Kept:
    """A zip that is there: its pieces, and what it is called."""

    name: str
    files: tuple[FileId, ...]
    size: int


def kept(store: Store, chore: ChoreId, person: PersonId) -> Kept:
    """NotPossible unless the person asked for it and may still have it (R9.3); who opens an archive is noted (R7.7)."""
    with store.writing() as work:
        work.caller = caller_of(work, person)
        found = work.chores.own(chore)
        files = work.chores.pieces(chore)
        if found.kind not in ZIPS or not found.is_over or not files:
            raise NotPossible(Finding("file-gone"))
        called, right = ZIPS[found.kind]
        batch = work.batches.get(found.batch_id)
        station, programme = batch.station_code, batch.programme
        rights.check(work, right, institution=station, programme=programme)
        if found.kind is ChoreKind.ARCHIVE:
            work.archives.note_opened(batch.id)
        size = sum(work.files.get(file).size for file in files)
        return Kept(f"{called}-{batch.number}.zip", files, size)


Read = Callable[[Callable[[], bytes]], Awaitable[bytes]]


async def handed_out(read: Read, store: Store, bundle: Kept) -> Streamed:
    """The zip as a stream; a piece is in memory while it is sent."""

    async def pieces() -> AsyncIterator[bytes]:
        for file in bundle.files:
            yield await read(partial(store.files.get, file))

    return Streamed(bundle.name, MEDIA_TYPE, bundle.size, pieces())
