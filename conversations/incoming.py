"""What a channel hands to intake, and what intake hands back."""

from dataclasses import dataclass
from datetime import datetime

from conversations.engine.messages import Outgoing, Received, SecretRead
from store.chats import ChatId
from store.outbox import OutboxId
from store.wechat_chats import Opening


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message of a person, authenticated by its channel.

    It comes from a session (`token`) or from a `chat` of a network: then the token is empty.
    `key` is the sender's, unique within the session or channel: the same key is the same message.
    """

    key: str
    token: str
    channel: str
    chat: str = ""
    """The chat as the network names it, with the account of ours it talks to: `bot:chat`."""
    text: str | None = None
    choice: str | None = None
    turn: str | None = None
    file: Received | None = None
    secret: SecretRead | None = None
    given_s_ago: int = 0
    """How long the sender kept it while there was no connection."""
    address: str | None = None
    link: str | None = None
    """The token of a handover link opened in a chat."""
    corrects: str | None = None
    """The key of an earlier message of the chat that this one is the new wording of."""
    opens: Opening | None = None
    """What it lets us send to the chat from now on, where the network counts that."""
    language: str = "zh-CN"
    """Spoken with somebody met for the first time."""
    hold_s: float = 20
    """How long the channel keeps the delivery of the replies to itself before the sender takes it."""

    @property
    def origin(self) -> str:
        """Where it comes from: messages of one origin are taken one after another."""
        return self.token or f"{self.channel}:{self.chat}"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A message with its number in the person's history; `mine` when the person sent it."""

    number: int
    mine: bool
    body: Outgoing
    at: datetime | None = None
    key: str | None = None
    """The sender's own id of a message of theirs, so that a page recognises it."""


@dataclass(frozen=True, slots=True)
class Held:
    """A message on its way to a chat, and its row in the outbox."""

    id: OutboxId
    chat: ChatId
    message: Numbered


@dataclass(frozen=True, slots=True)
class Answer:
    """What one message led to. `token` is set when the session was replaced by a new one.

    `deliveries` are those of our messages a chat still waits for, held for the channel to send at once.
    """

    messages: tuple[Numbered, ...]
    person: int
    token: str | None = None
    deliveries: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class PasswordWork:
    """Work for outside the unit: check the typed password against `stored`, or hash it as a new one.

    `stored` is None for an unknown name: the check then takes as long and fails, unless it is the
    first password of an account. Before a check there is a pause, longer with every wrong password.
    """

    check: bool
    stored: str | None = None
    fits_first: bool = False
    pause_s: float = 0.0


class SessionUnknown(Exception):
    """The token opens no session: expired, replaced or never ours."""
