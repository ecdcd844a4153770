"""Broadcasts: everybody exactly once, whatever is killed in between, and nobody woken at night (R1.11, R9.2)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select

from conversations.officers.sending import send_some
from rules.audiences import Audience, AudienceKind
from rules.findings import NotPossible
from rules.roles import Role
from store.broadcasts import Broadcast
from store.clock import OFFICE_ZONE
from store.outbox import outbox
from store.people import PersonId
from store.sealed import Keys
from store.unit import Caller, Store
from tests.fakes import FixedClock, store_on
from tests.store import office, tree
from tests.store.tree import CHANGZHOU, MANAGEMENT, URUMQI, of

TEXT = "八月一日起停机维护一天。"
EVERYONE = Audience(kind=AudienceKind.EVERYONE)


def slowly() -> Callable[[], float]:
    """A clock on which telling one person takes longer than a step may."""
    return partial(next, count(0.0))


@pytest.fixture
def officer(store: Store) -> Caller:
    with store.writing() as work:
        tree.grow(work)
    return tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)


@pytest.fixture
def people(store: Store, officer: Caller) -> list[PersonId]:
    """Everybody who has signed up, the officer among them."""
    return [of(officer), *(office.sign_up(store, serial) for serial in range(1, 6))]


def begun(store: Store, officer: Caller, audience: Audience = EVERYONE) -> Broadcast:
    with store.writing(officer) as work:
        return work.broadcasts.begin(audience, TEXT)


def heard(store: Store, person: PersonId) -> int:
    """How often somebody has been told."""
    with store.reading() as work:
        said = work.messages.after(person, 0, 100)
    return sum(TEXT in message.body["text"] for message in said)


def send_all(store: Store, seconds: Callable[[], float] | None = None) -> int:
    """How many steps it took."""
    return sum(1 for _ in iter(lambda: send_some(store, seconds or slowly()), False))


def test_everybody_is_told_once_and_who_sent_it_learns_the_number(
    store: Store, officer: Caller, people: list[PersonId]
) -> None:
    broadcast = begun(store, officer)
    assert broadcast.planned == len(people)
    send_all(store)
    assert [heard(store, person) for person in people] == [1] * len(people)
    with store.reading() as work:
        done = work.broadcasts.get(broadcast.id)
        last = work.messages.last_said(of(officer))
    assert done.ended_at is not None
    assert done.sent == len(people)
    assert last is not None
    assert "6 人" in last["text"]


def test_a_step_ends_when_its_time_is_over(
    store: Store, officer: Caller, people: list[PersonId]
) -> None:
    begun(store, officer)
    assert send_all(store, slowly()) == len(people) + 1, "one person a step, then the end"


def test_a_step_with_time_left_tells_many(
    store: Store, officer: Caller, people: list[PersonId]
) -> None:
    begun(store, officer)
    assert send_all(store, lambda: 0.0) == 2


def another_process(store: Store, url: str, keys: Keys, clock: FixedClock, folder: Path) -> Store:
    return store_on(url, keys, folder, clock)


def test_killed_between_two_steps_the_next_process_goes_on(
    store: Store,
    officer: Caller,
    people: list[PersonId],
    database_url: str,
    keys: Keys,
    clock: FixedClock,
    tmp_path: Path,
) -> None:
    begun(store, officer)
    for _ in range(2):
        send_some(store, slowly())
    store.close()
    next_one = another_process(store, database_url, keys, clock, tmp_path / "files")
    send_all(next_one)
    assert [heard(next_one, person) for person in people] == [1] * len(people)
    next_one.close()


class Killed(BaseException):
    """Nothing catches it, as nothing catches a kill."""


def test_killed_within_a_step_it_is_as_if_the_step_had_not_been(
    store: Store, officer: Caller, people: list[PersonId]
) -> None:
    begun(store, officer)
    send_some(store, slowly())
    looks = count()

    def dying() -> float:
        if next(looks) == 3:
            raise Killed
        return 0.0

    with pytest.raises(Killed):
        send_some(store, dying)
    assert [heard(store, person) for person in people] == [1, 0, 0, 0, 0, 0]
    send_all(store)
    assert [heard(store, person) for person in people] == [1] * len(people)


def test_two_processes_at_once_tell_nobody_twice(
    store: Store, officer: Caller, people: list[PersonId]
) -> None:
    for _ in range(2):
        begun(store, officer)
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda _: send_all(store), range(2)))
    send_all(store)
    assert [heard(store, person) for person in people] == [2] * len(people)


def test_who_signs_up_later_is_not_told(
    store: Store, officer: Caller, people: list[PersonId]
) -> None:
    begun(store, officer)
    late = office.sign_up(store, 50)
    send_all(store)
    assert heard(store, late) == 0


def test_a_station_of_another_province_gets_nothing(store: Store, officer: Caller) -> None:
    there = tree.hold(store, Role.STATION_HEAD, tree.HAMI)
    elsewhere = tree.hold(store, Role.STATION_HEAD, CHANGZHOU)
    not_below = tree.hold(store, Role.STATION_HEAD, URUMQI)
    xinjiang = Audience(kind=AudienceKind.STATIONS, region="新疆维吾尔自治区")
    assert begun(store, officer, xinjiang).planned == 1
    send_all(store)
    assert [heard(store, of(caller)) for caller in (there, elsewhere, not_below)] == [1, 0, 0]


def test_a_stopped_broadcast_reaches_nobody_else(
    store: Store, officer: Caller, people: list[PersonId]
) -> None:
    broadcast = begun(store, officer)
    send_some(store, slowly())
    with store.writing(officer) as work:
        stopped = work.broadcasts.stop(broadcast.id)
    assert stopped.sent == 1
    assert not send_some(store)
    with store.writing(officer) as work, pytest.raises(NotPossible) as refusal:
        work.broadcasts.stop(broadcast.id)
    assert refusal.value.findings[0].key == "broadcast-ended"


def test_only_its_own_institution_stops_a_broadcast(
    store: Store, officer: Caller, people: list[PersonId]
) -> None:
    broadcast = begun(store, officer)
    other = tree.hold(store, Role.MANAGEMENT_OFFICER, tree.BASE)
    with store.writing(other) as work, pytest.raises(NotPossible):
        work.broadcasts.stop(broadcast.id)


def test_an_empty_audience_is_refused(store: Store, officer: Caller) -> None:
    with store.writing(officer) as work, pytest.raises(NotPossible) as refusal:
        work.broadcasts.begin(Audience(kind=AudienceKind.EXAMINERS), TEXT)
    assert refusal.value.findings[0].key == "audience-empty"


@pytest.mark.parametrize(
    ("hour", "until"), [(20, None), (22, datetime(2026, 6, 2, 8, tzinfo=OFFICE_ZONE))]
)
def test_at_night_phones_stay_quiet_until_the_morning(
    store: Store, officer: Caller, clock: FixedClock, hour: int, until: datetime | None
) -> None:
    clock.office = clock.office.replace(hour=hour)
    with store.writing() as work:
        work.chats.bind("telegram", "1", of(officer))
    begun(store, officer)
    send_all(store)
    with store.reading() as work:
        waits = work.connection.execute(select(outbox.c.not_before)).scalars().all()
    assert set(waits) == {until}


def test_without_a_broadcast_there_is_nothing_to_do(store: Store) -> None:
    assert not send_some(store)
