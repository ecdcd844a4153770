"""Stand-ins for turns: an intake that does as told, pools that are there at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event
from typing import TypeVar, cast

from argon2 import PasswordHasher

from bot.passwords import Passwords
from bot.pool import Pool
from bot.turns import Turns
from conversations.engine.messages import Outgoing
from conversations.incoming import Answer, Incoming, Numbered, PasswordWork
from conversations.intake import PasswordWanted
from store.people import PersonId
from store.unit import UnitOfWork
from tests.fakes import FixedClock

T = TypeVar("T")

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def message(key: str = "m1", text: str = "你好", token: str = "t1") -> Incoming:
    return Incoming(key, token, "web", text=text)


def said(text: str) -> Answer:
    return Answer((Numbered(1, mine=False, body=Outgoing(text)),), PersonId(1))


def text_of(answer: Answer) -> str:
    return answer.messages[-1].body.text


def echo(incoming: Incoming) -> Answer | PasswordWork:
    return said(incoming.text or "")


@dataclass
class ToldIntake:
    """Answers every message as `reply` says, and remembers what came."""

    reply: Callable[[Incoming], Answer | PasswordWork] = echo
    taken: list[Incoming] = field(default_factory=list)
    references: list[str] = field(default_factory=list)

    def received(self, work: UnitOfWork, incoming: Incoming) -> Answer:
        self.taken.append(incoming)
        said = self.reply(incoming)
        if isinstance(said, PasswordWork):
            raise PasswordWanted(said)
        return said

    def apologise(self, work: UnitOfWork, incoming: Incoming, reference: str) -> Answer:
        self.references.append(reference)
        return said(f"apology {reference}")


@dataclass
class NoUnits:
    """Threads without a store: an intake that is told what to say looks nothing up."""

    pool: Pool

    async def run(self, act: Callable[[UnitOfWork], T]) -> T:
        return await self.pool.run(lambda: act(cast("UnitOfWork", None)))


class Gate:
    """Holds up the threads that come to it until it is opened."""

    def __init__(self) -> None:
        self.reached = Event()
        self.opened = Event()

    def wait(self) -> None:
        self.reached.set()
        assert self.opened.wait(30)


@contextmanager
def turns(intake: ToldIntake, *, threads: int = 2, waiting: int = 50) -> Iterator[Turns]:
    """Turns without pauses between attempts."""
    pool, hashing = Pool("turn", threads, waiting), Pool("hash", 1, 5)
    try:
        yield Turns(
            intake,
            FixedClock(),
            units=NoUnits(pool),
            hashing=hashing,
            passwords=Passwords(QUICK),
            pauses=(0, 0, 0),
        )
    finally:
        pool.close()
        hashing.close()
