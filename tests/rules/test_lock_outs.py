"""R1.8: wrong passwords lock an account, each time for twice as long."""

from datetime import UTC, datetime, timedelta

import pytest

from rules.lock_outs import LONGEST, PAUSES_S, Tries, failed

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def wrong(tries: Tries, times: int, now: datetime = NOW) -> Tries:
    for _ in range(times):
        tries = failed(tries, now, lock_out_after=5, minutes=15)
    return tries


def test_the_fifth_locks_and_not_the_fourth() -> None:
    assert wrong(Tries(), 4).locked_for(NOW) is None
    assert wrong(Tries(), 5).locked_for(NOW) == 15 * MINUTE


def test_it_opens_to_the_minute() -> None:
    locked = wrong(Tries(), 5)
    assert locked.locked_for(NOW + 15 * MINUTE - timedelta(microseconds=1))
    assert locked.locked_for(NOW + 15 * MINUTE) is None


def test_each_lock_out_is_twice_as_long_up_to_a_day() -> None:
    tries, now, waits = Tries(), NOW, []
    for _ in range(10):
        tries = wrong(tries, 5, now)
        wait = tries.locked_for(now)
        assert wait
        waits.append(wait)
        now += wait
    minutes = [wait // MINUTE for wait in waits]
    assert minutes == [15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440]
    assert waits[-1] == LONGEST


def test_tries_while_it_is_locked_change_nothing() -> None:
    locked = wrong(Tries(), 5)
    assert wrong(locked, 50, NOW + MINUTE) == locked


@pytest.mark.parametrize(("hours", "minutes"), [(23, 30), (24, 15)])
def test_a_day_of_quiet_after_it_opened_forgives(hours: int, minutes: int) -> None:
    locked = wrong(Tries(), 5)
    later = NOW + 15 * MINUTE + timedelta(hours=hours)
    assert wrong(locked, 5, later).locked_for(later) == minutes * MINUTE


def test_the_next_try_waits_longer_and_never_longer_than_a_chat_network_does() -> None:
    pauses = [wrong(Tries(), times).pause_s() for times in range(5)]
    assert pauses == sorted(pauses)
    assert pauses[0] == 0
    assert max(PAUSES_S) < 4.5
