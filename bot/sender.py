"""The sender: brings what waits in the outbox to the chats, in order, at the networks' pace."""

import asyncio
import math
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence, Set
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import TypeVar

import structlog

from bot.logs import note_fault
from bot.pool import Pool
from bot.retries import retrying
from conversations import bodies
from conversations.incoming import Answer, Held, Incoming, Numbered
from handlers.channel import (
    Busy,
    Channel,
    Gone,
    NotNow,
    Rejected,
    SendFailed,
    TryLater,
    Unreachable,
)
from store.chats import ChatId
from store.faults import TransientFault
from store.outbox import Delivery, OutboxId
from store.paces import Paces
from store.unit import Store, UnitOfWork

T = TypeVar("T")

LEASE = timedelta(seconds=60)
"""Of a claimed delivery; longer than any network takes to answer."""
BULK = timedelta(seconds=15)
"""How long one process keeps claiming for a channel, from round to round; after a kill another begins."""

LOOK_EVERY_S = 1.0
AT_ONCE = 100
"""Deliveries claimed in one go, and most that wait in memory."""
WORTH_A_LOOK = AT_ONCE // 4
"""Room for fewer is left until there is more: each look at the outbox costs a unit of work."""

HANDED_S = 5.0
"""Long after any turn its replies are handed to us."""

GATHER_S = 0.05
"""Between two units that write down how sending went; without it they would be half of all units."""

LONGEST_PAUSE_S = 300
MOST_ATTEMPTS = 200
"""With the pauses between them more than half a day."""

MARGIN_S = 3
"""What is still unsent so long before its hold ends is left to whoever claims it next."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Errand:
    """One delivery on its way, and until when (loop time) it is ours."""

    id: OutboxId
    chat: ChatId
    channel: Channel
    address: str
    message: Numbered
    person: int
    urgent: bool
    attempts: int
    until: float
    delivery: Delivery | None = None
    """As claimed; None for a reply held since its turn."""


@dataclass(slots=True)
class Settling:
    """How errands ended, until it is written down."""

    sent: list[OutboxId] = field(default_factory=list)
    failed: list[tuple[Errand, SendFailed]] = field(default_factory=list)
    unsent: list[tuple[OutboxId, ChatId]] = field(default_factory=list)

    @property
    def chats(self) -> set[ChatId]:
        """Those with something unsent."""
        return {errand.chat for errand, _ in self.failed} | {chat for _, chat in self.unsent}

    def __bool__(self) -> bool:
        return bool(self.sent or self.failed or self.unsent)


class Sender:
    """For one event loop. Killed between any two steps it loses nothing: what was claimed becomes free.

    A reply may then come twice; it never is lost, invented, or overtaken by a later one of its chat.
    """

    def __init__(self, store: Store, paces: Paces, pool: Pool, holder: str) -> None:
        self._store = store
        self._channels: dict[str, Channel] = {}
        self._paces = paces
        self._pool = pool
        self._holder = holder
        self._queues: dict[ChatId, deque[Errand]] = {}
        self._out: set[OutboxId] = set()
        self._bulk: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        """By account: whose turn it is to look for a free slot."""
        self._stuck: dict[ChatId, float] = {}
        """Chats with something unsent, until (loop time) no turn is left that did not know of it."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._settling = Settling()
        self._settler: asyncio.Task[None] | None = None
        self._news = asyncio.Event()
        self._wants_more = False
        """Whether the last look took all it had room for."""
        self._stopping = False

    def connect(self, channel: Channel) -> None:
        """Send through this channel from now on."""
        self._channels[channel.name] = channel

    # --- in ---

    def hand(self, answer: Answer, incoming: Incoming) -> None:
        """Send the replies this process holds, behind those of the chat that are on their way."""
        channel = self._channels[incoming.channel]
        until = asyncio.get_running_loop().time() + incoming.hold_s - MARGIN_S
        for held in answer.deliveries:
            if held.chat in self._stuck:
                self._leave([held])
                self._write_down()
                continue
            self._enqueue(
                Errand(
                    *(held.id, held.chat, channel, incoming.chat, held.message, answer.person),
                    urgent=True,
                    attempts=1,
                    until=until,
                )
            )
        if len(answer.deliveries) < sum(not m.mine for m in answer.messages):
            self.wake()

    def wake(self) -> None:
        """There may be something to claim."""
        self._news.set()

    def settle_sent(self, deliveries: Sequence[OutboxId]) -> None:
        """Deliveries their channel has written itself."""
        self._settling.sent.extend(deliveries)
        self._write_down()

    async def run(self) -> None:
        """Claim and send until stopped; only the process that holds a channel's lease claims for it."""
        while not self._stopping:
            self._news.clear()
            try:
                busy = await self._round()
            except Busy:
                busy = False
            except Exception as error:  # noqa: BLE001 - the edge of sending: the next round tries again
                note_fault("sender-round-failed", error)
                busy = False
            if not busy and not self._stopping:
                await self._pause(LOOK_EVERY_S)

    async def stop(self) -> None:
        """Send nothing more; what is under way is finished, the rest given back."""
        self._stopping = True
        self._news.set()
        for queue in self._queues.values():
            self._leave(queue)
            queue.clear()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._write_down()
        if self._settler:
            await self._settler
        await self._in_unit(lambda work: work.leases.give_back(self._holder))

    # --- claiming ---

    async def _round(self) -> bool:
        """Claim what there is room for; whether there may be more at once."""
        room = AT_ONCE - len(self._out)
        if room < WORTH_A_LOOK:
            return False
        errands = await self._in_unit(partial(self._claimed, room))
        for errand in errands:
            self._enqueue(errand)
        self._wants_more = len(errands) == room
        return self._wants_more

    def _claimed(self, room: int, work: UnitOfWork) -> list[Errand]:
        mine = [
            name
            for name in self._channels
            if work.leases.take(f"sender:{name}", self._holder, BULK)
        ]
        # Not as holder of replies: what a turn holds while this is on its way must queue behind it.
        claimant = f"{self._holder}:claims"
        found = work.outbox.claim(mine, room, LEASE, claimant) if mine else ()
        errands = []
        for delivery in found:
            if not work.outbox.still_wanted(delivery):
                work.outbox.redirect(delivery, "chat-changed-hands")
                continue
            (said,) = bodies.numbered(
                work.messages.range(delivery.person, delivery.number, delivery.number)
            )
            chat = work.chats.get(delivery.chat)
            errands.append(
                Errand(
                    *(delivery.id, chat.id, self._channels[chat.channel], chat.address, said),
                    delivery.person,
                    delivery.urgent,
                    delivery.attempts,
                    float("inf"),
                    delivery,
                )
            )
        return errands

    # --- sending ---

    def _enqueue(self, errand: Errand) -> None:
        if errand.id in self._out or self._stopping:
            return
        self._out.add(errand.id)
        queue = self._queues.get(errand.chat)
        if queue is not None:
            queue.append(errand)
            return
        self._queues[errand.chat] = deque([errand])
        task = asyncio.create_task(self._send_all_of(errand.chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send_all_of(self, chat: ChatId) -> None:
        """One after another; after a failure the rest waits in the outbox, behind what failed."""
        queue = self._queues[chat]
        while queue:
            errand = queue.popleft()
            if asyncio.get_running_loop().time() > errand.until:
                self._leave([errand, *queue])
                queue.clear()
            elif failure := await self._failure(errand):
                self._settling.failed.append((errand, failure))
                self._stuck[chat] = math.inf
                self._leave(queue)
                queue.clear()
            else:
                self._settling.sent.append(errand.id)
            self._write_down()
        del self._queues[chat]

    def _leave(self, errands: Iterable[Errand | Held]) -> None:
        """To whoever claims them next; nothing of these chats goes out before that is written down."""
        for errand in errands:
            self._settling.unsent.append((errand.id, errand.chat))
            self._stuck[errand.chat] = math.inf

    async def _failure(self, errand: Errand) -> SendFailed | None:
        """Send at the network's pace; None when it went out."""
        try:
            await self._at_its_pace(errand)
            await errand.channel.send(errand.address, errand.message, errand.person)
        except TryLater as later:
            self._rest(errand, later)
            return later
        except SendFailed as failed:
            return failed
        except Busy:
            return Unreachable("busy")
        except Exception as error:  # noqa: BLE001 - the edge of one sent row: a bug becomes a dead letter
            note_fault("sending-failed", error)
            return Rejected(type(error).__name__)
        return None

    async def _at_its_pace(self, errand: Errand) -> None:
        limits, account = errand.channel.limits, errand.channel.name
        await self._slot(
            f"{account}:{errand.address}", limits.per_chat_second, limits.chat_burst, errand
        )
        # Of a hundred that wait only one looks for a slot; a reply has its own at once.
        async with nullcontext() if errand.urgent else self._bulk[account]:
            await self._slot(account, limits.per_second, max(1, int(limits.per_second)), errand)

    async def _slot(self, subject: str, per_second: float, burst: int, errand: Errand) -> None:
        """Wait for a slot. Bulk takes one only when it is free at once, so replies never queue behind it."""
        while True:
            at_most = 60.0 if errand.urgent else 0.0
            room = burst if errand.urgent else max(1, burst * 4 // 5)
            try:
                wait = self._paces.reserve(subject, per_second, room, at_most=at_most)
            except TransientFault as fault:
                raise Unreachable("pace-unknown") from fault
            if wait is not None:
                await asyncio.sleep(wait)
                return
            await asyncio.sleep(1 / per_second)

    def _rest(self, errand: Errand, later: TryLater) -> None:
        name = errand.channel.name
        subject = name if later.whole_account else f"{name}:{errand.address}"
        self._paces.rest(subject, later.seconds)

    # --- writing down ---

    def _write_down(self) -> None:
        """Many ends are written in one unit: while one is under way, and a moment after, the next ones gather."""
        if self._settling and self._settler is None:
            self._settler = asyncio.create_task(self._write())

    async def _write(self) -> None:
        try:
            while self._settling:
                settling, self._settling = self._settling, Settling()
                try:
                    await self._in_unit(partial(write_down, settling))
                except Busy:
                    # Leases end by themselves: at worst something is sent once more.
                    log.warning("not-written-down", sent=len(settling.sent))
                except Exception as error:  # noqa: BLE001 - the edge of sending: what is next is written
                    note_fault("not-written-down", error, sent=len(settling.sent))
                unsent = [delivery for delivery, _ in settling.unsent]
                failed = [errand.id for errand, _ in settling.failed]
                self._out.difference_update([*settling.sent, *unsent, *failed])
                self._loosen(settling.chats - self._settling.chats)
                if settling.failed or settling.unsent or self._wants_more:
                    self.wake()
                await asyncio.sleep(0 if self._stopping else GATHER_S)
        finally:
            self._settler = None

    def _loosen(self, written: Set[ChatId]) -> None:
        """What is unsent there is written down, but a turn may have held its replies just before."""
        now = asyncio.get_running_loop().time()
        self._stuck |= dict.fromkeys(written, now + HANDED_S)
        self._stuck = {chat: until for chat, until in self._stuck.items() if until > now}

    async def _in_unit(self, act: Callable[[UnitOfWork], T]) -> T:
        return await retrying(self._pool, partial(self._store.carry_out, act))

    async def _pause(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._news.wait(), seconds)
        except TimeoutError:
            return


def write_down(settling: Settling, work: UnitOfWork) -> None:
    """What was sent, what comes later, and what needs another way."""
    if settling.sent:
        work.outbox.sent(*settling.sent)
    for errand, failure in settling.failed:
        note_failure(work, errand, failure)
    if settling.unsent:
        work.outbox.release(*(delivery for delivery, _ in settling.unsent))


def note_failure(work: UnitOfWork, errand: Errand, failure: SendFailed) -> None:
    match failure:
        case TryLater():
            pause = timedelta(seconds=failure.seconds)
            work.outbox.failed(errand.id, failure.problem, retry_in=pause)
        case Unreachable() if errand.attempts < MOST_ATTEMPTS:
            pause = timedelta(seconds=min(2 ** min(errand.attempts, 9), LONGEST_PAUSE_S))
            work.outbox.failed(errand.id, failure.problem, retry_in=pause)
        case Gone():
            work.chats.block(errand.chat)
            work.audit.note("chat-blocked", f"chat:{errand.chat}", channel=errand.channel.name)
            send_elsewhere(work, errand.id, failure.problem)
        case NotNow():
            send_elsewhere(work, errand.id, failure.problem)
        case _:
            work.outbox.failed(errand.id, failure.problem, retry_in=None)


def send_elsewhere(work: UnitOfWork, errand: OutboxId, problem: str) -> None:
    """Through the person's next chat, unless the person was erased meanwhile."""
    delivery = work.outbox.find(errand)
    if delivery is not None:
        work.outbox.redirect(delivery, problem)
