"""A station is found by number, code, school or pinyin, and tells what can be registered for there (R1.6, R4.3)."""

from datetime import date

import pytest

from rules.catalogue import Level
from store.batches import NewItem
from store.unit import Store
from tests.conftest import both_databases
from tests.fakes import FixedClock
from tests.store.office import MACHINIST, OTHER_STATION, STATION, WELDER, furnish, open_batch
from tests.talk import Talker


@pytest.fixture
def guest(store: Store) -> Talker:
    with store.writing() as work:
        furnish(work)
    return Talker(store)


@pytest.mark.parametrize("query", ["267", STATION.code, "常州", "czsgm"])
def test_a_station_is_found_by_number_code_school_and_pinyin(guest: Talker, query: str) -> None:
    guest.say("考试站")
    text = guest.say(query).text
    assert STATION.operator in text
    assert STATION.code in text
    assert "没有开放报名" in text


def test_all_stations_are_listed_by_number_and_school(guest: Talker) -> None:
    guest.tap("/stations")
    labels = [option.label for option in guest.last.options]
    assert labels == [f"267 站　{STATION.operator}", f"299 站　{OTHER_STATION.operator}"]


@both_databases
def test_open_batches_lead_to_registration(store: Store, guest: Talker) -> None:
    lines = (NewItem(WELDER, Level.FOUR, 9), NewItem(MACHINIST, Level.FOUR, 9))
    batch = open_batch(store, *lines)
    open_batch(store, station_code=OTHER_STATION.code)
    text = guest.tap(f"/stations {STATION.code}").text
    assert f"1 批次 {batch.number}　在读学生　电焊工、加工中心操作工" in text
    assert "考试 2026-07-20" in text
    assert "2026-07-09" in text
    assert guest.last.options[0].label == f"报名 {batch.number}"
    assert guest.values == [f"/registration {batch.number}", "/stations", "/menu"]


def test_a_closed_batch_is_not_offered(store: Store, guest: Talker, clock: FixedClock) -> None:
    open_batch(store)
    clock.office = clock.office.replace(month=7, day=10, hour=0)
    text = guest.tap(f"/stations {STATION.code}").text
    assert "没有开放报名" in text


def test_the_answer_comes_in_english_too(store: Store, guest: Talker) -> None:
    open_batch(store, theory_on=date(2026, 8, 1), practice_on=date(2026, 8, 1))
    english = Talker(store, "en")
    assert "exam 2026-08-01" in english.tap(f"/stations {STATION.code}").text
