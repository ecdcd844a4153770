"""Messages are numbered per person without gaps, and no reader misses one."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from store.drafts import Draft
from store.messages import NewMessage, Sender
from store.people import PersonId
from store.unit import Store


class Mishap(Exception):
    """Something went wrong in the middle."""


def says(text: str) -> NewMessage:
    return NewMessage(Sender.BOT, {"text": text})


class TestMessages:
    def test_both_sides_are_numbered_from_one(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            first = work.messages.add(person, NewMessage(Sender.ME, {"text": "报名"}), says("好"))
            second = work.messages.add(person, says("第一项"))
        assert [message.number for message in (*first, *second)] == [1, 2, 3]
        with store.reading() as work:
            assert work.messages.after(person, 0, 10) == (*first, *second)
            assert work.people.get(person).last_number == 3

    def test_every_person_has_numbers_of_their_own(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            other = work.people.add_guest().id
            work.messages.add(person, says("a"))
            assert work.messages.add(other, says("b"))[0].number == 1

    def test_saying_nothing_takes_no_number(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            assert work.messages.add(person) == ()
            assert work.messages.add(person, says("a"))[0].number == 1

    def test_a_unit_rolled_back_gives_its_numbers_back(
        self, store: Store, person: PersonId
    ) -> None:
        with suppress(Mishap), store.writing() as work:
            work.messages.add(person, says("lost"))
            raise Mishap
        with store.writing() as work:
            assert work.messages.add(person, says("kept"))[0].number == 1

    def test_history_is_read_by_page_by_range_and_by_draft(
        self, store: Store, person: PersonId, draft: Draft
    ) -> None:
        with store.writing() as work:
            work.messages.add(person, *(says(str(n)) for n in range(1, 6)))
            work.messages.add(person, NewMessage(Sender.BOT, {"text": "6"}, draft.id))
            read = work.messages
            assert [m.number for m in read.after(person, 2, 2)] == [3, 4]
            assert [m.number for m in read.range(person, 2, 4)] == [2, 3, 4]
            assert [m.number for m in read.after(person, 0, 9, only_draft=draft.id)] == [6]

    def test_the_last_we_said_is_known(self, store: Store, person: PersonId) -> None:
        with store.writing() as work:
            assert work.messages.last_said(person) is None
            work.messages.add(person, says("a"), says("b"), NewMessage(Sender.ME, {"text": "c"}))
            assert work.messages.last_said(person) == {"text": "b"}

    def test_whoever_waits_is_told_after_the_commit(self, store: Store, person: PersonId) -> None:
        told: list[PersonId] = []
        store.signals.subscribe(told.append)
        with store.writing() as work:
            work.messages.add(person, says("news"))
            assert told == []
        assert told == [person]

    def test_writers_that_interleave_leave_no_gap_and_a_reader_misses_nothing(
        self, store: Store, person: PersonId
    ) -> None:
        def write(_: int) -> None:
            with store.writing() as work:
                work.messages.add(person, says("a"), says("b"))

        read: list[int] = []

        def catch_up() -> None:
            with store.reading() as work:
                cursor = read[-1] if read else 0
                read.extend(message.number for message in work.messages.after(person, cursor, 100))

        with ThreadPoolExecutor(3) as pool:
            for writing in [pool.submit(write, n) for n in range(20)]:
                catch_up()
                writing.result()
        catch_up()
        assert read == list(range(1, 41))
