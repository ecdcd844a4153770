"""The contract of a channel: what every one must do and may not do, and what it hears from the desk.

A channel authenticates an update, turns it into `Incoming` and hands it to the `ChatDesk`; the desk's
answer goes out through `Channel.send`, at once or later by the sender. A channel keeps no state that
a kill may not take, asks nothing, decides nothing, and never shows a person an error of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from conversations.engine.messages import Paper, Picture, Received
from conversations.incoming import Answer, Incoming, Numbered
from rules.roles import Roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.routing import Route


class Busy(Exception):
    """Nothing was done; the same message is welcome again after `retry_after` seconds."""

    def __init__(self, retry_after: int = 1) -> None:
        super().__init__(f"busy, come back after {retry_after} s")
        self.retry_after = retry_after


class TooMany(Busy):
    """Not we but the caller is too busy: a limit of R8.2 or on new sessions is reached."""


# --- what a channel can carry ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a network lets through; texts are split, never cut, and nothing is sent that it refuses."""

    text: int
    """Longest text of one message, in `text_unit`."""
    text_unit: str
    """`utf-16` (Telegram counts so), `bytes` (WeChat), `characters`."""
    buttons: int
    """Most buttons under a message; 0 where options are numbered lines."""
    choice_bytes: int
    """Longest value of a button."""
    photo_in: int
    """Largest picture taken in, in bytes."""
    file_in: int
    """Largest document taken in, in bytes; 0 where documents cannot be sent to us."""
    file_out: int
    """Largest document we can send, in bytes; 0 where a link to the page takes its place."""
    per_second: float
    """Messages a second over all chats of the account."""
    per_chat_second: float
    """Messages a second to one chat; `chat_burst` at once."""
    chat_burst: int = 3
    reply_within_s: float | None = None
    """The network waits so long for a reply in its own request; None where replies are sent apart."""
    window_h: float | None = None
    """We may write first only so long after the person wrote; None where always."""
    abroad: bool = False
    """The network keeps messages outside mainland China (domain-facts §10)."""


# --- how sending may end ---


class SendFailed(Exception):
    """The message did not go out. `problem` is a short word for the outbox, without personal data."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class TryLater(SendFailed):
    """The network names the pause (429): nothing goes to this chat before it is over."""

    def __init__(self, seconds: float, *, whole_account: bool = False) -> None:
        super().__init__("try-later")
        self.seconds = seconds
        self.whole_account = whole_account


class Unreachable(SendFailed):
    """The network did not answer, or not sensibly: tried again with growing pauses."""


class Gone(SendFailed):
    """The chat refuses us for good (blocked, deleted): the person's next channel takes over."""


class NotNow(SendFailed):
    """The network lets us not write now (window, quota): the next channel, else the web inbox."""


class Rejected(SendFailed):
    """The network calls the message wrong: a fault of ours, listed as a dead letter."""


# --- the two directions ---


@dataclass(frozen=True, slots=True)
class FileOut:
    """A document or picture to be sent; the name carries no personal data."""

    name: str
    media_type: str
    data: bytes


class TooLarge(Exception):
    """What is offered is not for a chat to carry: a link takes its place."""


class Documents(Protocol):
    """Where a channel gets the bytes of what a message offers."""

    async def file(self, offered: Paper | Picture, person: int) -> FileOut:
        """Raises rules.findings.NotPossible when it is not the person's or not there any more, TooLarge."""

    def link(self, offered: Paper | Picture, person: int) -> str:
        """A personal, expiring address of it, for channels that carry no files."""


class Channel(Protocol):
    """One account of ours in a network, as the sender knows it."""

    @property
    def name(self) -> str:
        """As in the chats table: `telegram_aiogram`, `telegram_ptb`, `wechat`."""

    @property
    def limits(self) -> Limits: ...

    async def send(self, address: str, message: Numbered, person: int) -> None:
        """Deliver one message to a chat. Raises SendFailed. Sending it twice is allowed, losing it not."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a chat speaks for: what its menu offers, and in which language."""

    language: str
    roles: Roles


class Account(Protocol):
    """An account of ours as the program runs it. Each package offers `make_account(…) -> Account`."""

    @property
    def channel(self) -> Channel: ...

    def routes(self) -> Sequence[Route]:
        """Where the network calls us, each read by ourselves; an account that polls has none."""

    async def open(self) -> None:
        """Get ready on the running loop; no call to the network that could hold up the start."""

    async def serve(self) -> None:
        """What only one process does for an account: set the webhook or poll, menus and commands, the
        token. Runs as long as this process holds the account's lease and is cancelled when it ends;
        an outage of the network is waited out in here."""

    async def close(self) -> None:
        """Give back connections; after the last turn and the last sending."""


class ChatDesk(Protocol):
    """Takes what chat networks bring in; nothing here blocks the event loop. Any call may raise Busy."""

    async def take(self, incoming: Incoming) -> Answer:
        """One turn, whatever happens, its replies handed to the sender at once.

        A fault of ours comes back as an apology. Raises KeyReused.
        """

    async def take_in_place(self, incoming: Incoming) -> Answer:
        """The same for networks that take the reply in their own request: the channel writes it.

        `answer.deliveries` are held for `incoming.hold_s`; call `written` once they are on the wire.
        A message seen before gives the same messages again, and no deliveries.
        """

    async def written(self, answer: Answer) -> None:
        """The held deliveries of an answer went out."""

    async def prepare_from_chat(
        self, channel: str, chat: str, key: str, data: bytes, name: str
    ) -> Received:
        """Decode and keep a file of that message; why it cannot be used stands in the answer.

        What broke us twice is not tried a third time. Once for a key: a repetition gives the same.
        """

    async def blocked(self, channel: str, chat: str) -> None:
        """The person wants no messages there any more."""

    async def speaker(self, channel: str, chat: str) -> Speaker:
        """Whom the chat speaks for now; a guest where nobody has said anything yet."""
