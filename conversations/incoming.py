"""What a channel hands to intake, and what intake hands back."""

from dataclasses import dataclass
from datetime import datetime

from conversations.engine.messages import Outgoing, Received, SecretRead


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message of a person, authenticated by its channel.

    `key` is made by the sender and unique within the session: the same key is the same message.
    """

    key: str
    token: str
    channel: str
    text: str | None = None
    choice: str | None = None
    turn: str | None = None
    file: Received | None = None
    secret: SecretRead | None = None
    address: str | None = None


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
class Answer:
    """What one message led to. `token` is set when the session was replaced by a new one."""

    messages: tuple[Numbered, ...]
    person: int
    token: str | None = None


@dataclass(frozen=True, slots=True)
class PasswordWork:
    """Work for outside the unit: check the typed password against `stored`, or hash it as a new one.

    `stored` is None for an unknown name: the check then takes as long and fails.
    """

    check: bool
    stored: str | None = None


class SessionUnknown(Exception):
    """The token opens no session: expired, replaced or never ours."""
