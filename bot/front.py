"""The front desk: what the web asks for, done in the right thread and with the right pauses."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from math import ceil
from typing import TypeVar

from bot import bundles
from bot.bundles import STREAMED
from bot.cores import roam
from bot.lanes import Lanes
from bot.pool import Pool
from bot.press import Press
from bot.retries import retrying
from bot.turns import Turns
from conversations import ahead, history, passing
from conversations.ahead import Ahead
from conversations.engine.messages import Paper, Received
from conversations.expecting import wants_document, wants_pictures
from conversations.history import History
from conversations.incoming import Answer, Incoming
from conversations.intake import Intake
from conversations.passing import HandoverShown
from conversations.personal import PEOPLE_AT_AN_ADDRESS
from exports.picture_zip import MEDIA_TYPE as PICTURE_ZIP
from exports.picture_zip import PictureZip, is_picture_zip
from exports.received_workbook import MEDIA_TYPE as WORKBOOK
from exports.received_workbook import read_workbook
from handlers.channel import Busy, TooMany
from handlers.web.desk import (
    CHANNEL,
    CertificateAsked,
    Kept,
    Phones,
    Printed,
    QrAsked,
    Streamed,
    Verified,
)
from rules.findings import Finding, NotPossible, Refused
from rules.verification import read_proof
from store.certificates import Certificate
from store.chores import ChoreId
from store.clock import OFFICE_ZONE
from store.files import FileId
from store.office_documents import DOCUMENTS, media_type_of
from store.people import PersonId
from store.picture_kinds import kind_of
from store.pictures import PictureDesk, Prepared
from store.sessions import SessionKind
from store.signing import as_published
from store.unit import Store

T = TypeVar("T")

UPLOADS_AT_ONCE = 3
"""Of one session; a phone sends its pictures one after another."""

GUESTS_AN_HOUR = 1000
"""New sessions of one address: a school's whole network may stand behind it."""

HOUR = timedelta(hours=1)
MAYBE_WORKBOOKS = frozenset({"zip", "doc", "text"})
"""What is sent where a list is wanted; never a picture."""
PREVIEW = "image/jpeg"


@dataclass(frozen=True, slots=True)
class Pools:
    """The threads of a server, apart for each kind of work so that none waits for another kind."""

    turns: Pool
    reading: Pool
    hashing: Pool
    pictures: Pool
    printing: Pool
    sending: Pool
    jobs: Pool

    @classmethod
    def of_size(cls, turns: int) -> "Pools":
        """`turns` threads for turns, two for what only reads; every other kind of work is one at a time.

        A long history or a document's content must not stand in a turn's way. What is long runs on any
        core, what is short stays with the event loop.
        """
        return cls(
            turns=Pool("turn", turns, 200),
            reading=Pool("read", 2, 200),
            hashing=Pool("hash", 1, 30, roam),
            pictures=Pool("picture", 1, 20, roam),
            printing=Pool("print", 1, 20, roam),
            sending=Pool("send", 1, 200),
            jobs=Pool("job", 1, 20, roam),
        )

    def close(self) -> None:
        for pool in (self.pictures, self.printing, self.hashing, self.reading, self.turns):
            pool.close()
        self.sending.close()
        self.jobs.close()


class Front:
    """The FrontDesk of handlers.web, for one event loop."""

    def __init__(
        self, intake: Intake, turns: Turns, pools: Pools, pictures: PictureDesk, press: Press
    ) -> None:
        self._intake = intake
        self._store: Store = intake.store
        self._turns = turns
        self._pools = pools
        self._pictures = pictures
        self._press = press
        self._uploads = Lanes(UPLOADS_AT_ONCE)

    async def receive(self, incoming: Incoming) -> Answer:
        return await self._turns.take(incoming)

    async def greet(self, kind: SessionKind, language: str, address: str | None) -> Answer:
        return await self._unit(partial(greet, self._intake, kind, language, address))

    async def history(self, token: str, after: int, limit: int) -> History:
        return await self._read(partial(history.read, self._store, token, after, limit))

    async def ahead(self, token: str) -> Sequence[Ahead]:
        return await self._read(partial(ahead.read, self._store, self._intake.house, token))

    async def reader(self, token: str) -> PersonId:
        return await self._read(partial(history.reader, self._store, token))

    async def prepare(
        self, data: bytes, name: str, token: str, *, by_camera: bool = False
    ) -> Received:
        await self.reader(token)
        return await self.prepared(data, name, token, by_camera=by_camera)

    async def prepared(
        self, data: bytes, name: str, origin: str, *, by_camera: bool = False
    ) -> Received:
        """Decode and keep what came from there; a few at a time of each origin."""
        async with self._uploads.turn(origin):
            kind = kind_of(data)
            if kind in DOCUMENTS and await self._wants_document(origin):
                return await self._document(data)
            if is_picture_zip(data) and await self._wants_pictures(origin):
                return await self._picture_zip(data)
            if kind in MAYBE_WORKBOOKS:
                return await self._workbook(data)
            try:
                prepared = await self._pools.pictures.run(partial(self._pictures.prepare, data))
            except Refused as refused:
                return Received("", original_size=len(data), problem=refused.finding)
            return await self._unit(partial(keep, self._store, prepared, by_camera=by_camera))

    async def show_handover(self, link: str, token: str | None) -> HandoverShown:
        return await self._read(partial(passing.show, self._store, self._intake.house, link, token))

    async def redeem_handover(
        self, link: str, token: str, *, replace: bool, address: str | None
    ) -> Answer:
        return await self._unit(
            partial(
                passing.redeem,
                self._store,
                self._intake.house,
                link,
                token,
                replace=replace,
                channel=CHANNEL,
                address=address,
            )
        )

    async def print_paper(self, paper: Paper, person: PersonId) -> Printed:
        sheet = await self._read(partial(self._press.collect, paper, person))
        return await self._pools.printing.run(partial(self._press.print, sheet))

    async def stream_paper(self, paper: Paper, person: PersonId) -> Streamed | None:
        if paper.export not in STREAMED:
            return None
        bundle = await self._read(
            partial(bundles.kept, self._store, ChoreId(paper.subject), person)
        )
        return await bundles.handed_out(self._read, self._store, bundle)

    async def kept_file(self, file: str, person: PersonId) -> Kept:
        return await self._read(partial(kept, self._store, FileId(file)))

    async def find_certificates(self, asked: CertificateAsked) -> tuple[Certificate, ...]:
        return await self._unit(partial(find_certificates, self._store, asked))

    async def verify(self, asked: QrAsked) -> Verified | None:
        return await self._read(partial(verify, self._store, asked))

    async def phones(self) -> Phones:
        return await self._read(partial(phones, self._store))

    async def published_keys(self) -> str:
        return await self._read(partial(published_keys, self._store))

    async def ready(self) -> bool:
        try:
            await self._unit(partial(touch, self._store))
        except Busy:
            return False
        return True

    def subscribe(self, listener: Callable[[PersonId], None]) -> Callable[[], None]:
        return self._store.signals.subscribe(listener)

    def sign(self, data: bytes) -> bytes:
        return self._store.keys.sign(data)

    def now(self) -> datetime:
        return self._store.clock.machine_now()

    async def _workbook(self, data: bytes) -> Received:
        """The first sheet of a workbook, which is kept as it came."""
        try:
            sheet = await self._pools.pictures.run(partial(read_workbook, data))
        except Refused as refused:
            return Received("", original_size=len(data), problem=refused.finding)
        file = await self._unit(partial(keep_workbook, self._store, data))
        return replace(file, sheet=sheet)

    async def _wants_document(self, origin: str) -> bool:
        return await self._read(partial(wants_document, self._store, self._intake.house, origin))

    async def _wants_pictures(self, origin: str) -> bool:
        return await self._read(partial(wants_pictures, self._store, self._intake.house, origin))

    async def _picture_zip(self, data: bytes) -> Received:
        """A zip of pictures, its contents looked at and none of them unpacked."""
        try:
            await self._pools.pictures.run(partial(look_into, data))
        except Refused as refused:
            return Received("", original_size=len(data), problem=refused.finding)
        return await self._unit(partial(keep_whole, self._store, data, PICTURE_ZIP))

    async def _document(self, data: bytes) -> Received:
        """A Word or PDF file, kept as it came."""
        try:
            media_type, digest = await self._pools.pictures.run(partial(looked_at, data))
        except Refused as refused:
            return Received("", original_size=len(data), problem=refused.finding)
        file = await self._unit(partial(keep_whole, self._store, data, media_type))
        return replace(file, digest=digest)

    async def _read(self, work: Callable[[], T]) -> T:
        return await retrying(self._pools.reading, work)

    async def _unit(self, work: Callable[[], T]) -> T:
        return await retrying(self._pools.turns, work)


def greet(intake: Intake, kind: SessionKind, language: str, address: str | None) -> Answer:
    limit(intake.store, "guest", address, GUESTS_AN_HOUR)
    return intake.greet(kind, language, CHANNEL)


def find_certificates(store: Store, asked: CertificateAsked) -> tuple[Certificate, ...]:
    """The look-up of another system, under the limits of the chat (R8.2)."""
    with store.reading() as work:
        most = work.policy.current(work.today).lookups_per_hour
        limit(store, "certificate-lookup", asked.address, most)
        return work.certificates.find(asked.name, asked.id_number, asked.number)


def verify(store: Store, asked: QrAsked) -> Verified | None:
    """What a scanned QR code stands for now. Nothing can be tried out: only what we signed is looked up."""
    with store.reading() as work:
        most = work.policy.current(work.today).lookups_per_hour * PEOPLE_AT_AN_ADDRESS
        limit(store, "certificate-verify", asked.address, most)
        try:
            link = read_proof(asked.number, asked.proof)
        except Refused:
            return None
        if not work.signing.genuine(link):
            return None
        found = work.certificates.of_number(link.facts.kind, link.facts.number)
        if found is None:
            return None
        station = work.institutions.find(found.station_code)
        return Verified(
            certificate=found,
            station=station.name if station else found.station_code,
            agrees=link.facts == work.signing.facts(found),
        )


def phones(store: Store) -> Phones:
    with store.reading() as work:
        policy = work.policy.current(work.today)
    return Phones(policy.query_phone, policy.complaint_phone)


def published_keys(store: Store) -> str:
    with store.reading() as work:
        return as_published(work.signing.published())


def limit(store: Store, what: str, address: str | None, most: int) -> None:
    """Count one attempt of an address; TooMany when it had its share of the hour."""
    if address is None:
        return
    subject = f"address:{store.keys.fingerprint(address, 'address').hex()}"
    if wait := store.rates.take(what, subject, most, HOUR):
        raise TooMany(ceil(wait.total_seconds()))


def keep(store: Store, prepared: Prepared, *, by_camera: bool = False) -> Received:
    """Put a picture and its preview on the shelf; forms own them later, or they go with the draft.

    `by_camera`: our own page took it, whose pictures carry no time; the office's is theirs (R7.4).
    """
    by_camera = by_camera and prepared.taken_at is None and prepared.width is not None
    in_pixels = None
    if prepared.width is not None and prepared.height is not None:
        in_pixels = (prepared.width, prepared.height)
    with store.writing() as work:
        taken_at = work.now if by_camera else moment(prepared.taken_at)
        file = work.files.note(
            prepared.data,
            prepared.media_type,
            size_in_pixels=in_pixels,
            taken_at=taken_at,
            by_camera=by_camera,
        )
        preview = prepared.preview and work.files.note(prepared.preview, PREVIEW).id
    return Received(
        file=file.id,
        media_type=file.media_type,
        size=file.size,
        width=file.width,
        height=file.height,
        original_width=prepared.original_width,
        original_height=prepared.original_height,
        original_size=prepared.original_bytes,
        turned=prepared.turned,
        reduced=prepared.reduced,
        taken_at=taken_at.replace(tzinfo=None).isoformat() if taken_at else None,
        by_camera=by_camera,
        preview=preview or None,
    )


def keep_workbook(store: Store, data: bytes) -> Received:
    """Put a workbook on the shelf, where nobody owns it."""
    return keep_whole(store, data, WORKBOOK)


def keep_whole(store: Store, data: bytes, media_type: str) -> Received:
    """Put a file on the shelf as it came; forms own it later, or it goes with the draft."""
    with store.writing() as work:
        file = work.files.note(data, media_type)
    return Received(file.id, file.media_type, file.size, original_size=file.size)


def look_into(data: bytes) -> None:
    """Raises Refused for a zip that is none of pictures."""
    with PictureZip(io.BytesIO(data)) as package:
        if not package.pictures:
            raise Refused("picture-zip-nobodys")


def looked_at(data: bytes) -> tuple[str, str]:
    """The media type of a document and its SHA-256. Raises Refused."""
    return media_type_of(data), sha256(data).hexdigest()


def kept(store: Store, file: FileId) -> Kept:
    with store.reading() as work:
        known = work.files.get(file)
        try:
            return Kept(known.media_type, work.files.content(file))
        except KeyError as error:
            raise NotPossible(Finding("file-gone")) from error


def touch(store: Store) -> None:
    """One question to the database; it need only answer."""
    with store.reading() as work:
        work.policy.current(work.today)


def moment(taken_at: datetime | None) -> datetime | None:
    """A camera that names no zone is taken to be on office time."""
    if taken_at is None or taken_at.tzinfo is not None:
        return taken_at
    return taken_at.replace(tzinfo=OFFICE_ZONE)
