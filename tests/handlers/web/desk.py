"""A front desk over a real store: one turn after the other, on the loop, without lanes, pools or argon2."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.front import phones, published_keys, verify
from conversations import ahead, history, passing
from conversations.ahead import Ahead
from conversations.engine.messages import Paper, Received, SecretRead
from conversations.history import History
from conversations.house import house
from conversations.incoming import Answer, Incoming, PasswordWork
from conversations.intake import Intake
from conversations.passing import HandoverShown
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
from store.certificates import Certificate
from store.files import FileId
from store.people import PersonId
from store.sessions import SessionKind
from store.unit import Store
from tests.talk import hashed

PUBLIC_URL = "https://kaowu.example"


@dataclass
class StoreDesk:
    """Implements FrontDesk. `refusing` is raised instead of the next answer to a message."""

    store: Store
    refusing: Exception | None = None
    is_ready: bool = True
    received: list[Incoming] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.house = house(PUBLIC_URL)
        self.intake = Intake(self.store, self.house)

    async def receive(self, incoming: Incoming) -> Answer:
        if self.refusing:
            raise self.refusing
        self.received.append(incoming)
        answer = self.intake.receive(incoming)
        if isinstance(answer, PasswordWork):
            typed = hashed(incoming.text or "")
            read = SecretRead(
                at=self.now(),
                verified=answer.stored == typed if answer.check else None,
                hashed=None if answer.check else typed,
            )
            answer = self.intake.receive(replace(incoming, text=None, secret=read))
        assert isinstance(answer, Answer)
        return answer

    async def greet(self, kind: SessionKind, language: str, address: str | None) -> Answer:
        return self.intake.greet(kind, language, CHANNEL)

    async def history(self, token: str, after: int, limit: int) -> History:
        return history.read(self.store, token, after, limit)

    async def ahead(self, token: str) -> tuple[Ahead, ...]:
        return ahead.read(self.store, self.house, token)

    async def reader(self, token: str) -> PersonId:
        return history.reader(self.store, token)

    async def prepare(
        self, data: bytes, name: str, token: str, *, by_camera: bool = False
    ) -> Received:
        """Keeps whatever comes as a picture; what real pictures become is tested with the store."""
        with self.store.writing() as work:
            kept = work.files.note(data, "image/jpeg", size_in_pixels=(300, 400))
        return Received(kept.id, kept.media_type, kept.size, 300, 400)

    async def show_handover(self, link: str, token: str | None) -> HandoverShown:
        return passing.show(self.store, self.house, link, token)

    async def redeem_handover(
        self, link: str, token: str, *, replace: bool, address: str | None
    ) -> Answer:
        return passing.redeem(
            self.store, self.house, link, token, replace=replace, channel=CHANNEL, address=address
        )

    async def print_paper(self, paper: Paper, person: PersonId) -> Printed:
        return Printed(f"申报表 {paper.subject}.pdf", "application/pdf", b"%PDF-1.7 " + b"x" * 10)

    async def stream_paper(self, paper: Paper, person: PersonId) -> Streamed | None:
        """A zip in three pieces, of any batch."""
        if paper.export != "bundle":
            return None

        async def pieces() -> AsyncIterator[bytes]:
            for piece in (b"PK", b"...", b"end"):
                yield piece

        return Streamed("bundle.zip", "application/zip", 8, pieces())

    async def kept_file(self, file: str, person: PersonId) -> Kept:
        with self.store.reading() as work:
            found = work.files.get(FileId(file))
            return Kept(found.media_type, work.files.content(found.id))

    async def find_certificates(self, asked: CertificateAsked) -> tuple[Certificate, ...]:
        with self.store.reading() as work:
            return work.certificates.find(asked.name, asked.id_number, asked.number)

    async def verify(self, asked: QrAsked) -> Verified | None:
        return verify(self.store, asked)

    async def phones(self) -> Phones:
        return phones(self.store)

    async def published_keys(self) -> str:
        return published_keys(self.store)

    async def ready(self) -> bool:
        return self.is_ready

    def subscribe(self, listener: Callable[[PersonId], None]) -> Callable[[], None]:
        return self.store.signals.subscribe(listener)

    def sign(self, data: bytes) -> bytes:
        return self.store.keys.sign(data)

    def now(self) -> datetime:
        return self.store.clock.machine_now()
