"""The sender: in order within a chat, replies before bulk, every kind of failure in its own way."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.pool import Pool
from bot.sender import Sender
from conversations import bodies
from conversations.engine.messages import Outgoing
from conversations.incoming import Answer, Held, Incoming, Numbered
from handlers.channel import Gone, Limits, NotNow, Rejected, SendFailed, TryLater, Unreachable
from store.faults import TransientFault
from store.outbox import OutboxState
from store.paces import MemoryPaces, Paces
from store.people import PersonId
from store.unit import Store

NAME = "telegram_aiogram"
FAST = Limits(
    text=4096,
    text_unit="utf-16",
    buttons=100,
    choice_bytes=64,
    photo_in=1,
    file_in=1,
    file_out=1,
    per_second=1e6,
    per_chat_second=1e6,
)


class ToldChannel:
    """A network that fails as told, and remembers what reached which chat."""

    def __init__(self, name: str = NAME, limits: Limits = FAST) -> None:
        self.name = name
        self.limits = limits
        self.reached: list[tuple[str, str]] = []
        self.failing: dict[str, list[Exception]] = {}
        self._changed = asyncio.Condition()
        self._failed = asyncio.Event()

    async def send(self, address: str, message: Numbered, person: int) -> None:
        failures = self.failing.get(message.body.text) or self.failing.get(address)
        if failures:
            self._failed.set()
            raise failures.pop(0)
        async with self._changed:
            self.reached.append((address, message.body.text))
            self._changed.notify_all()

    async def until(self, count: int) -> None:
        """Until so many messages have arrived."""
        async with asyncio.timeout(20), self._changed:
            await self._changed.wait_for(lambda: len(self.reached) >= count)

    async def failed(self) -> None:
        """Until a message has failed, and the sender has heard of it."""
        await asyncio.wait_for(self._failed.wait(), 20)
        await asyncio.sleep(0)

    def texts(self, address: str) -> list[str]:
        return [text for chat, text in self.reached if chat == address]


class Office:
    """A store with people in chats, and what is said to them."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def person(self, *addresses: str, channel: str = NAME) -> PersonId:
        with self.store.writing() as work:
            person = work.people.add_guest().id
            for address in addresses:
                work.chats.bind(channel, address, person)
        return person

    def tell(self, person: PersonId, *texts: str) -> None:
        """Bulk for the person's latest chat."""
        with self.store.writing() as work:
            chat = work.chats.of(person)[0]
            for message in work.messages.add(person, *bodies.spoken(map(Outgoing, texts))):
                work.outbox.put(person, message.number, chat.id, urgent=False)

    def reply(self, person: PersonId, address: str, *texts: str, holder: str = "us") -> Answer:
        """As intake leaves an answer."""
        with self.store.writing() as work:
            chat = work.chats.find(NAME, address)
            assert chat is not None
            said = bodies.numbered(work.messages.add(person, *bodies.spoken(map(Outgoing, texts))))
            minute = timedelta(minutes=1)
            rows = [work.outbox.hold(person, m.number, chat.id, holder, minute) for m in said]
        held = [Held(r, chat.id, m) for r, m in zip(rows, said, strict=True) if r]
        return Answer(said, person, deliveries=tuple(held))

    def states(self) -> Mapping[OutboxState, int]:
        from store.outbox import outbox  # the table, for counting

        counts: dict[OutboxState, int] = {}
        with self.store.reading() as work:
            for row in work.connection.execute(outbox.select()):
                state = OutboxState(row.state)
                counts[state] = counts.get(state, 0) + 1
        return counts


@pytest.fixture
def office(store: Store) -> Office:
    return Office(store)


@contextmanager
def pool() -> Iterator[Pool]:
    sending = Pool("send", 1, 100)
    yield sending
    sending.close()


def send(
    store: Store,
    act: Callable[[Sender, ToldChannel], Awaitable[None]],
    *,
    holder: str = "us",
    limits: Limits = FAST,
    paces: Paces | None = None,
) -> ToldChannel:
    """Let a sender run while `act` goes on, then stop it in good order."""

    async def run(sending: Pool) -> ToldChannel:
        channel = ToldChannel(limits=limits)
        sender = Sender(store, paces or MemoryPaces(), sending, holder)
        sender.connect(channel)
        running = asyncio.create_task(sender.run())
        await act(sender, channel)
        await sender.stop()
        await running
        return channel

    with pool() as sending:
        return asyncio.run(run(sending))


def incoming(address: str) -> Incoming:
    return Incoming("m1", "", NAME, address, hold_s=60)


def test_replies_go_out_in_order_and_are_written_down(store: Store, office: Office) -> None:
    person = office.person("7:1")
    answer = office.reply(person, "7:1", "一", "二", "三")

    async def act(sender: Sender, channel: ToldChannel) -> None:
        sender.hand(answer, incoming("7:1"))
        sender.hand(answer, incoming("7:1"))  # two who waited for the same turn
        await channel.until(3)

    assert send(store, act).texts("7:1") == ["一", "二", "三"]
    assert office.states() == {OutboxState.SENT: 3}


def test_a_chat_told_to_wait_waits_alone_and_keeps_its_order(store: Store, office: Office) -> None:
    office.tell(office.person("7:1"), "一", "二")
    office.tell(office.person("7:2"), "甲", "乙")

    async def act(sender: Sender, channel: ToldChannel) -> None:
        channel.failing["一"] = [TryLater(0), Unreachable("reset"), TryLater(0)]
        await channel.until(4)

    with_pauses = send(store, act)
    assert with_pauses.texts("7:1") == ["一", "二"]
    assert with_pauses.texts("7:2") == ["甲", "乙"]
    assert office.states() == {OutboxState.SENT: 4}


def test_a_reply_behind_one_that_failed_does_not_overtake_it(store: Store, office: Office) -> None:
    person = office.person("7:1")
    first = office.reply(person, "7:1", "一", "二")

    async def act(sender: Sender, channel: ToldChannel) -> None:
        channel.failing["一"] = [TryLater(0)]
        sender.hand(first, incoming("7:1"))
        second = await asyncio.to_thread(office.reply, person, "7:1", "三")
        sender.hand(second, incoming("7:1"))
        await channel.until(3)

    assert send(store, act).texts("7:1") == ["一", "二", "三"]


def test_a_reply_held_before_one_failed_and_handed_after_it_does_not_overtake_it(
    store: Store, office: Office
) -> None:
    person = office.person("7:1")
    first, second = (office.reply(person, "7:1", text) for text in ("一", "二"))

    async def act(sender: Sender, channel: ToldChannel) -> None:
        channel.failing["一"] = [TryLater(0.2)]
        sender.hand(first, incoming("7:1"))
        await channel.failed()
        while sender._settler:
            await sender._settler
        sender.hand(second, incoming("7:1"))
        await channel.until(2)

    assert len(second.deliveries) == 1
    assert send(store, act).texts("7:1") == ["一", "二"]


def test_a_reply_is_not_held_while_an_earlier_one_is_claimed(store: Store, office: Office) -> None:
    person = office.person("7:1")
    office.tell(person, "一")
    with pool() as sending:
        sender = Sender(store, MemoryPaces(), sending, "us")
        sender.connect(ToldChannel())
        with store.writing() as work:
            assert len(sender._claimed(10, work)) == 1
    assert office.reply(person, "7:1", "二", holder="us").deliveries == ()


def test_a_chat_that_refuses_us_is_left_and_the_next_one_gets_the_message(
    store: Store, office: Office
) -> None:
    person = office.person("7:old", "7:new")
    office.tell(person, "成绩已公布")

    async def act(sender: Sender, channel: ToldChannel) -> None:
        channel.failing["7:new"] = [Gone("blocked")]
        await channel.until(1)

    assert send(store, act).reached == [("7:old", "成绩已公布")]
    with store.reading() as work:
        assert [chat.address for chat in work.chats.of(person)] == ["7:old"]


def test_with_no_chat_left_a_message_waits_in_the_web_inbox(store: Store, office: Office) -> None:
    person, other = office.person("7:1"), office.person("7:2")
    office.tell(person, "提醒")
    office.tell(other, "别的")

    async def act(sender: Sender, channel: ToldChannel) -> None:
        channel.failing["7:1"] = [NotNow("window-closed")]
        await channel.until(1)

    send(store, act)
    assert office.states() == {OutboxState.INBOX: 1, OutboxState.SENT: 1}
    with store.reading() as work:
        assert work.messages.after(person, 0, 10)[0].body["text"] == "提醒"


def test_who_is_erased_while_a_message_is_on_its_way_stops_nobody_elses(
    store: Store, office: Office
) -> None:
    person, other = office.person("7:1"), office.person("7:2")
    office.tell(person, "提醒")

    class Forgetting(Gone):
        """The network's refusal comes after the person's own wish to be forgotten."""

        def __init__(self) -> None:
            with store.writing() as work:
                work.people.erase(person)
            super().__init__("blocked")

    async def act(sender: Sender, channel: ToldChannel) -> None:
        send_one = channel.send

        async def send(address: str, message: Numbered, whose: int) -> None:
            if address == "7:1":
                channel._failed.set()
                raise Forgetting
            await send_one(address, message, whose)

        channel.send = send  # type: ignore[method-assign]
        await channel.failed()
        office.tell(other, "别的")
        await channel.until(1)
        while sender._settler:
            await sender._settler
        assert not sender._out

    send(store, act)
    assert office.states() == {OutboxState.SENT: 1}


@pytest.mark.parametrize("fault", [Rejected("bad-request"), ZeroDivisionError()])
def test_a_message_the_network_calls_wrong_is_a_dead_letter_and_the_rest_goes_on(
    store: Store, office: Office, fault: Exception
) -> None:
    person = office.person("7:1")
    office.tell(person, "坏的", "好的")

    async def act(sender: Sender, channel: ToldChannel) -> None:
        channel.failing["坏的"] = [fault]
        await channel.until(1)

    assert send(store, act).texts("7:1") == ["好的"]
    with store.writing() as work:
        (dead,) = work.outbox.dead()
        assert dead.number == 1
        work.outbox.replay(dead.id)

    async def again(sender: Sender, channel: ToldChannel) -> None:
        await channel.until(1)

    assert send(store, again).texts("7:1") == ["坏的"]


def test_what_a_killed_process_had_claimed_is_sent_by_the_next(
    store: Store, office: Office
) -> None:
    person = office.person("7:1")
    office.tell(person, "一")
    with store.writing() as work:
        assert work.outbox.claim((NAME,), 10, timedelta(0), "killed")

    async def act(sender: Sender, channel: ToldChannel) -> None:
        await channel.until(1)

    assert send(store, act).texts("7:1") == ["一"]


def test_bulk_is_sent_by_the_process_that_holds_the_lease_replies_by_each(
    store: Store, office: Office
) -> None:
    person, other = office.person("7:1"), office.person("7:2")
    office.tell(person, "群发")
    with store.writing() as work:
        assert work.leases.take(f"sender:{NAME}", "another", timedelta(minutes=5))
    answer = office.reply(other, "7:2", "答")

    async def act(sender: Sender, channel: ToldChannel) -> None:
        sender.hand(answer, incoming("7:2"))
        await channel.until(1)
        sender.wake()

    assert send(store, act).reached == [("7:2", "答")]
    assert office.states() == {OutboxState.SENT: 1, OutboxState.WAITING: 1}


def test_a_reply_does_not_wait_behind_bulk(store: Store, office: Office) -> None:
    for one in range(40):
        office.tell(office.person(f"7:b{one}"), f"群发 {one}")
    answer = office.reply(office.person("7:r"), "7:r", "答")

    async def act(sender: Sender, channel: ToldChannel) -> None:
        await channel.until(16)  # what bulk may take of a second's twenty
        sender.hand(answer, incoming("7:r"))
        await channel.until(41)

    order = [chat for chat, _ in send(store, act, limits=replace(FAST, per_second=20)).reached]
    assert len(order) == 41
    assert order.index("7:r") < 20


class CountedPaces(MemoryPaces):
    """Counts how often somebody looked for a slot of the account."""

    looks = 0

    def reserve(
        self, subject: str, per_second: float, burst: int, *, at_most: float = 60.0
    ) -> float | None:
        self.looks += subject == NAME
        return super().reserve(subject, per_second, burst, at_most=at_most)


def test_of_much_bulk_one_at_a_time_looks_for_a_slot(store: Store, office: Office) -> None:
    for one in range(60):
        office.tell(office.person(f"7:b{one}"), f"群发 {one}")

    async def act(sender: Sender, channel: ToldChannel) -> None:
        await channel.until(60)

    paces = CountedPaces()
    send(store, act, limits=replace(FAST, per_second=50), paces=paces)
    assert paces.looks < 3 * 60  # each would look dozens of times if all did at once


class LostPaces(MemoryPaces):
    """Cannot be reached twice, as when Redis starts anew."""

    lost = 2

    def reserve(
        self, subject: str, per_second: float, burst: int, *, at_most: float = 60.0
    ) -> float | None:
        if self.lost:
            self.lost -= 1
            raise TransientFault("gone")
        return super().reserve(subject, per_second, burst, at_most=at_most)


def test_what_cannot_be_paced_is_sent_later_and_not_given_up(store: Store, office: Office) -> None:
    answer = office.reply(office.person("7:1"), "7:1", "一")

    async def act(sender: Sender, channel: ToldChannel) -> None:
        sender.hand(answer, incoming("7:1"))
        await channel.until(1)

    assert send(store, act, paces=LostPaces()).texts("7:1") == ["一"]
    assert office.states() == {OutboxState.SENT: 1}


def test_stopping_gives_back_what_is_unsent(store: Store, office: Office) -> None:
    person = office.person("7:1")
    answer = office.reply(person, "7:1", "一", "二")

    async def act(sender: Sender, channel: ToldChannel) -> None:
        channel.failing["一"] = [Unreachable("down")] * 9
        sender.hand(answer, incoming("7:1"))

    send(store, act)
    with store.writing() as work:
        waiting = work.outbox.find(answer.deliveries[1].id)
        assert waiting is not None
        assert waiting.state is OutboxState.WAITING
        assert work.leases.take(f"sender:{NAME}", "the-next", timedelta(minutes=1))


def test_a_hold_that_ran_out_is_left_to_whoever_claims_it(store: Store, office: Office) -> None:
    person = office.person("7:1")
    answer = office.reply(person, "7:1", "一", "二")

    async def act(sender: Sender, channel: ToldChannel) -> None:
        sender.hand(answer, Incoming("m1", "", NAME, "7:1", hold_s=0))
        await channel.until(2)

    assert send(store, act).texts("7:1") == ["一", "二"]


def failure_kinds() -> list[SendFailed]:
    return [TryLater(1), Unreachable("x"), Gone("x"), NotNow("x"), Rejected("x")]


@pytest.mark.parametrize("failure", failure_kinds(), ids=lambda f: type(f).__name__)
def test_no_failure_says_anything_private(failure: SendFailed) -> None:
    assert failure.problem.isascii()
