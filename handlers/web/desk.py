"""What the web needs from the program behind it: the front desk, and a few facts about the outside."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import IPv4Network, IPv6Network
from types import MappingProxyType
from typing import Protocol

from conversations.ahead import Ahead
from conversations.engine.messages import Paper, Received
from conversations.history import History
from conversations.incoming import Answer, Incoming
from conversations.passing import HandoverShown
from store.certificates import Certificate
from store.people import PersonId
from store.sessions import SessionKind

CHANNEL = "web"


@dataclass(frozen=True, slots=True)
class PublicFacts:
    """How the outside sees us."""

    url: str
    """Where we are reached, without a slash at the end; https makes the cookie Secure."""
    proxies: tuple[IPv4Network | IPv6Network, ...] = ()
    """Whose X-Forwarded-For is believed."""
    papers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The media type of each export a message may offer; what is not named is a PDF."""


@dataclass(frozen=True, slots=True)
class CertificateAsked:
    """A look-up by another system: any two of three (R8.1), and the address it is limited by (R8.2)."""

    name: str | None = field(repr=False)
    id_number: str | None = field(repr=False)
    number: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class QrAsked:
    """What somebody scanned: number and proof as the address carries them."""

    number: str
    proof: str = field(repr=False)
    address: str | None


@dataclass(frozen=True, slots=True)
class Verified:
    """A certificate whose QR code is genuine, as it is registered now."""

    certificate: Certificate
    station: str
    agrees: bool
    """Whether what was signed is what is registered."""


@dataclass(frozen=True, slots=True)
class Phones:
    """Whom to ask about a certificate, and where to complain (⚙ R1.10)."""

    query: str
    complaint: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as it is handed out; the name carries no personal data."""

    name: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture or PDF somebody sent in."""

    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Streamed:
    """A file of any size, handed out piece by piece; the name carries no personal data."""

    name: str
    media_type: str
    size: int
    pieces: AsyncIterator[bytes] = field(repr=False)


class FrontDesk(Protocol):
    """Takes what the web brings in and brings back the answers; nothing here blocks the event loop.

    Every call may raise handlers.channel.Busy; those that take a session's token raise SessionUnknown.
    """

    async def receive(self, incoming: Incoming) -> Answer:
        """One turn, whatever happens: a fault of ours comes back as an apology. Raises KeyReused."""

    async def greet(self, kind: SessionKind, language: str, address: str | None) -> Answer:
        """A new guest's session. Raises TooMany."""

    async def history(self, token: str, after: int, limit: int) -> History: ...

    async def ahead(self, token: str) -> Sequence[Ahead]:
        """What is asked after the present question, for a page that may be cut off."""

    async def reader(self, token: str) -> PersonId:
        """Whom the session belongs to."""

    async def prepare(
        self, data: bytes, name: str, token: str, *, by_camera: bool = False
    ) -> Received:
        """Decode and keep what was sent in; why it cannot be used stands in the answer.

        `by_camera`: the page took the picture itself, so it is dated by the office's clock (R7.4).
        """

    async def show_handover(self, link: str, token: str | None) -> HandoverShown:
        """Changes nothing. Raises HandoverGone."""

    async def redeem_handover(
        self, link: str, token: str, *, replace: bool, address: str | None
    ) -> Answer:
        """Raises HandoverGone, and SomebodySignedIn unless `replace`."""

    async def print_paper(self, paper: Paper, person: PersonId) -> Printed:
        """Raises NotPossible when it is not theirs or not there any more."""

    async def stream_paper(self, paper: Paper, person: PersonId) -> Streamed | None:
        """A paper too large to be held as a whole; None for those that are printed.

        Raises NotPossible when it is not theirs or not there any more.
        """

    async def kept_file(self, file: str, person: PersonId) -> Kept:
        """Raises NotPossible when it is gone."""

    async def find_certificates(self, asked: CertificateAsked) -> tuple[Certificate, ...]:
        """Raises NotPossible and Refused with what is wrong with the question, and TooMany."""

    async def verify(self, asked: QrAsked) -> Verified | None:
        """None for whatever we did not sign, or know no more. Raises TooMany."""

    async def phones(self) -> Phones:
        """The numbers under every answer about a certificate."""

    async def published_keys(self) -> str:
        """The keys QR codes are checked with, `1 base64` a line."""

    async def ready(self) -> bool:
        """Whether the database answers."""

    def subscribe(self, listener: Callable[[PersonId], None]) -> Callable[[], None]:
        """Call the listener, from any thread, when a person has news; the answer ends it."""

    def sign(self, data: bytes) -> bytes:
        """The same signature in all our processes."""

    def now(self) -> datetime:
        """Machine time: links expire by it."""
