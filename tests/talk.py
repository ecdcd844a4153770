"""A person talking with the house through intake, on a real database: what tests of whole conversations use."""

from dataclasses import dataclass, field, fields, replace
from itertools import count
from typing import Any

from conversations.engine.messages import Outgoing, Received, SecretRead
from conversations.house import house
from conversations.incoming import Answer, Incoming, PasswordWork
from conversations.intake import Intake
from store.sessions import SessionKind
from store.unit import Caller, Store

KEYS = count(1)


def hashed(password: str) -> str:
    """A stand-in for the slow hash: tests of conversations do not test argon2."""
    return f"hash-of:{password}"


@dataclass
class Talker:
    """One device or chat of one person. `say` and `tap` return what the bot replied last."""

    store: Store
    language: str = "zh-CN"
    token: str = ""
    chat: str = ""
    """The address in `channel`, where it is a chat of a network."""
    channel: str = "web"
    answer: Answer | None = None
    last: Outgoing = field(default_factory=lambda: Outgoing(""))
    replies: tuple[Outgoing, ...] = ()

    def __post_init__(self) -> None:
        self.intake = Intake(self.store, house("https://kaowu.example"))
        if not self.token and not self.chat:
            self.taken(self.intake.greet(SessionKind.BEARER, self.language, "web"))

    def __reduce__(self) -> tuple[object, ...]:
        """In a prepared world the house is not kept: it is everybody's."""
        kept = (getattr(self, one.name) for one in fields(self))
        return Talker, tuple(kept)

    def say(self, text: str) -> Outgoing:
        return self.send(self.message(text=text))

    def tap(self, choice: str, *, turn: str | None = None) -> Outgoing:
        return self.send(self.message(choice=choice, turn=turn))

    def show(self, file: Received) -> Outgoing:
        return self.send(self.message(file=file))

    def open(self, link: str) -> Outgoing:
        """Follow a handover link into this chat."""
        return self.send(self.message(link=link))

    def message(self, **content: Any) -> Incoming:
        key = f"m{next(KEYS)}"
        return Incoming(key, self.token, self.channel, self.chat, **content)

    def send(self, incoming: Incoming) -> Outgoing:
        """Send a message the way a channel does, doing password work outside of the unit."""
        answer = self.intake.receive(incoming)
        if isinstance(answer, PasswordWork):
            assert incoming.text is not None
            read = SecretRead(
                at=self.store.clock.machine_now(),
                verified=answer.fits_first or answer.stored == hashed(incoming.text)
                if answer.check
                else None,
                first=answer.fits_first,
                hashed=None if answer.check else hashed(incoming.text),
            )
            answer = self.intake.receive(replace(incoming, text=None, secret=read))
        assert isinstance(answer, Answer)
        return self.taken(answer)

    def taken(self, answer: Answer) -> Outgoing:
        self.answer = answer
        self.token = answer.token or self.token
        self.replies = tuple(m.body for m in answer.messages if not m.mine)
        self.last = self.replies[-1]
        return self.last

    @property
    def box(self) -> str | None:
        """The box being asked."""
        return self.last.question.box if self.last.question else None

    @property
    def error(self) -> str | None:
        return self.last.question.error if self.last.question else None

    @property
    def values(self) -> list[str]:
        """What can be tapped now."""
        return [option.value for option in self.last.options]


def talker(store: Store, caller: Caller) -> Talker:
    """A device that person is signed in on."""
    assert caller.person
    with store.writing() as work:
        _, token = work.sessions.open(caller.person, SessionKind.BEARER)
    return Talker(store, token=token)
