"""Reminders: each occasion once, however often and by how many noted."""

from datetime import datetime, timedelta
from threading import Thread

import pytest

from rules.findings import NotPossible
from rules.registration import RegistrationState
from rules.reminders import ReminderKind
from store.people import PersonId
from store.reminders import KEPT, Reminder, ReminderState
from store.unit import Caller, Store
from tests.fakes import FixedClock
from tests.store import office

CLOSE, STAMP = ReminderKind.CLOSE, ReminderKind.STAMP


def note(store: Store, person: PersonId, occasion: str = "7", subject: int = 1) -> None:
    with store.writing() as work:
        work.reminders.once(CLOSE, subject, [person], occasion)


def waiting(store: Store, person: PersonId) -> tuple[Reminder, ...]:
    with store.reading() as work:
        return work.reminders.waiting_for(person)


def settle(store: Store, person: PersonId, state: ReminderState = ReminderState.SENT) -> None:
    with store.writing() as work:
        found = work.reminders.waiting_for(person)
        work.reminders.settle(state, *(one.id for one in found))


def test_an_occasion_is_noted_once_and_another_beside_it(store: Store, person: PersonId) -> None:
    for occasion in ("7", "7", "3"):
        note(store, person, occasion)
    assert [one.occasion for one in waiting(store, person)] == ["3", "7"]


@pytest.mark.parametrize("state", [ReminderState.SENT, ReminderState.DROPPED])
def test_what_is_settled_never_comes_back(
    store: Store, person: PersonId, state: ReminderState
) -> None:
    note(store, person)
    settle(store, person, state)
    note(store, person)
    assert waiting(store, person) == ()


def test_two_at_once_note_the_same_once(store: Store, person: PersonId) -> None:
    threads = [Thread(target=note, args=(store, person)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(waiting(store, person)) == 1


def test_people_are_found_by_number_page_after_page(store: Store) -> None:
    with store.writing() as work:
        people = [work.people.add_guest().id for _ in range(5)]
        for subject in (1, 2):
            work.reminders.once(CLOSE, subject, people, "7")
    with store.reading() as work:
        first = work.reminders.people_waiting(0, 3)
        assert [*first, *work.reminders.people_waiting(first[-1], 3)] == people


def test_what_is_due_tomorrow_waits_until_then(
    store: Store, person: PersonId, clock: FixedClock
) -> None:
    note(store, person)
    settle(store, person)
    with store.writing(caller(person)) as work:
        sent = work.reminders.last_sent()
        assert sent
        for _ in range(2):
            work.reminders.again(sent, work.now + timedelta(days=1))
    assert waiting(store, person) == ()
    clock.advance(timedelta(days=1))
    (again,) = waiting(store, person)
    assert (again.kind, again.subject) == (CLOSE, "1")


def test_only_todays_count_for_the_day(store: Store, person: PersonId, clock: FixedClock) -> None:
    note(store, person)
    settle(store, person)
    with store.reading() as work:
        assert work.reminders.sent_today(person) == 1
    clock.advance(timedelta(hours=15))  # midnight
    with store.reading() as work:
        assert work.reminders.sent_today(person) == 0


def test_nobody_sees_or_puts_off_what_somebody_else_was_sent(
    store: Store, person: PersonId
) -> None:
    note(store, person)
    (reminder,) = waiting(store, person)
    with store.writing() as work:
        other = work.people.add_guest().id
    with store.reading(caller(other)) as work:
        assert work.reminders.last_sent() is None
        with pytest.raises(NotPossible) as refused:
            work.reminders.own(reminder.id)
    assert refused.value.findings[0].key == "reminder-unknown"


def test_a_mail_goes_once_to_an_institution_whoever_of_it_is_reminded(store: Store) -> None:
    with store.writing() as work:
        people = [work.people.add_guest().id for _ in range(2)]
        work.reminders.once(CLOSE, 1, people, "7", institution="49284267")
    with store.writing() as work:
        mailed = [
            work.reminders.mail_once("49284267", one)
            for p in people
            for one in work.reminders.waiting_for(p)
        ]
    assert mailed == [True, False]


class TestCandidates:
    @pytest.fixture
    def people(self, store: Store) -> list[PersonId]:
        batch = office.open_batch(store)
        found = []
        for serial in (1, 2):
            person = office.sign_up(store, serial)
            filing = office.filing(store, batch, person)
            with store.writing(office.candidate(person)) as work:
                work.registrations.file(filing)
            found.append(person)
        self.batch = batch
        return found

    def test_all_of_a_batch_whose_registration_stands_there_are_noted_once(
        self, store: Store, people: list[PersonId]
    ) -> None:
        awaiting = {RegistrationState.SUBMITTED}
        with store.writing() as work:
            for _ in range(2):
                work.reminders.once_for_candidates(STAMP, self.batch.id, awaiting, "7")
        for person in people:
            (one,) = waiting(store, person)
            with store.reading() as work:
                (registration,) = work.registrations.of(person)
            assert (one.subject, one.institution) == (str(registration.id), None)

    def test_others_are_not(self, store: Store, people: list[PersonId]) -> None:
        with store.writing() as work:
            done = {RegistrationState.COMPLETE}
            work.reminders.once_for_candidates(STAMP, self.batch.id, done, "7")
        assert waiting(store, people[0]) == ()


def test_old_ones_are_forgotten_and_those_of_an_erased_person(
    store: Store, person: PersonId, clock: FixedClock
) -> None:
    note(store, person)
    settle(store, person)
    with store.reading() as work:
        assert work.reminders.old(0, 10) == []
    clock.advance(KEPT + timedelta(days=1))
    note(store, person, "3")
    with store.writing() as work:
        (old,) = work.reminders.old(0, 10)
        work.reminders.forget(old)
        work.people.erase(person)
    assert waiting(store, person) == ()


def test_when_somebody_was_first_told(store: Store, person: PersonId, clock: FixedClock) -> None:
    began = clock.office_now()
    told: list[datetime] = []
    for occasion in ("7", "3"):
        clock.advance(timedelta(days=1))
        note(store, person, occasion)
        settle(store, person)
        told.append(clock.office_now())
    with store.reading() as work:
        assert work.reminders.was_told(CLOSE, 1, person, began) == told[0]
        assert work.reminders.was_told(CLOSE, 1, person, told[0]) == told[1]
        assert work.reminders.was_told(CLOSE, 1, person, told[1]) is None
        assert work.reminders.was_told(CLOSE, 2, person, began) is None


def caller(person: PersonId) -> Caller:
    return Caller(person, None, "web", None, frozenset())
