"""Rosters: submitted whole and once, in the order of filing, by the batch's own station (R5.7, R7.8)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from rules.deadlines import OFFICE as OFFICE_ZONE
from rules.findings import Finding, NotPossible
from rules.registration import RegistrationState
from store.batches import Batch, BatchState
from store.exam_papers import Upload
from store.registrations import Registration
from store.rosters import Roster
from store.unit import Caller, Store
from tests.fakes import FixedClock
from tests.store import office, reviewing
from tests.store.office import OTHER_STATION, upload


@pytest.fixture
def batch(store: Store) -> Batch:
    return office.open_batch(store, reviewing.FOUR)


@pytest.fixture
def officer(store: Store, batch: Batch) -> Caller:
    return reviewing.officer(store)


def with_papers(store: Store, officer: Caller, batch: Batch) -> None:
    with store.reading() as work:
        places = work.exam_papers.places(batch.id)
    for place in places:
        file = upload(store, f"{place.part} of {batch.number}", "application/pdf")
        with store.writing(officer) as work:
            work.exam_papers.put(batch.id, place, Upload(file, "0" * 64))


def approved(store: Store, officer: Caller, batch: Batch, serial: int) -> Registration:
    one = reviewing.complete(store, batch, serial)
    return reviewing.approved(store, officer, one)


def submitted(store: Store, caller: Caller, batch: Batch) -> Roster:
    with store.writing(caller) as work:
        return work.rosters.submit(batch.id)


def refusal(store: Store, caller: Caller, batch: Batch) -> list[Finding]:
    with pytest.raises(NotPossible) as refused, store.writing(caller) as work:
        work.rosters.submit(batch.id)
    return list(refused.value.findings)


def test_everybody_approved_gets_a_running_number_in_the_order_of_filing(
    store: Store, officer: Caller, batch: Batch
) -> None:
    first = reviewing.complete(store, batch, 1)
    rejected = reviewing.filed(store, batch, 2)
    third = reviewing.complete(store, batch, 3)
    reviewing.by(store, officer, "reject", rejected.id, "不符合")
    for one in (third, first):
        reviewing.approved(store, officer, one)
    with_papers(store, officer, batch)
    roster = submitted(store, officer, batch)
    with store.reading(officer) as work:
        assert work.rosters.running_numbers(batch.id) == {first.id: 1, third.id: 2}
        assert work.batches.get(batch.id).state is BatchState.SUBMITTED
        assert work.rosters.find(batch.id) == roster
        assert all(paper.sealed_at for paper in work.exam_papers.of(batch.id))
        assert roster.people == 2


def test_what_is_missing_is_said_all_at_once_and_nothing_happened(
    store: Store, officer: Caller, batch: Batch
) -> None:
    approved(store, officer, batch, 1)
    waiting = reviewing.filed(store, batch, 2)
    found = refusal(store, officer, batch)
    assert [one.key for one in found] == ["roster-incomplete", *["exam-paper-missing"] * 2]
    assert found[0].args["numbers"] == (waiting.number,)
    with store.reading(officer) as work:
        assert work.rosters.find(batch.id) is None
        assert work.rosters.running_numbers(batch.id) == {}
        (awaited,) = work.rosters.candidates(batch.id, {RegistrationState.SUBMITTED})
    assert (awaited.number, awaited.person) == (waiting.number, waiting.person_id)


def test_after_the_close_it_is_refused_with_the_day(
    store: Store, officer: Caller, batch: Batch, clock: FixedClock
) -> None:
    approved(store, officer, batch, 1)
    with_papers(store, officer, batch)
    clock.office = datetime(2026, 7, 10, tzinfo=OFFICE_ZONE)
    (late,) = refusal(store, officer, batch)
    assert (late.key, str(late.args["last"])) == ("roster-closed", "2026-07-09")
    clock.office = datetime(2026, 7, 9, 23, 59, 59, tzinfo=OFFICE_ZONE)
    assert submitted(store, officer, batch).people == 1


def test_a_second_click_finds_the_roster_that_is_in(
    store: Store, officer: Caller, batch: Batch, clock: FixedClock
) -> None:
    approved(store, officer, batch, 1)
    with_papers(store, officer, batch)
    first = submitted(store, officer, batch)
    clock.office = datetime(2026, 7, 10, tzinfo=OFFICE_ZONE)
    assert submitted(store, officer, batch) == first


def test_two_devices_at_once_submit_one_roster(store: Store, officer: Caller, batch: Batch) -> None:
    approved(store, officer, batch, 1)
    with_papers(store, officer, batch)
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _: submitted(store, officer, batch), range(2)))
    assert both[0] == both[1]


def test_nobody_registers_any_more_and_no_decision_is_taken_back(
    store: Store, officer: Caller, batch: Batch
) -> None:
    one = approved(store, officer, batch, 1)
    with_papers(store, officer, batch)
    submitted(store, officer, batch)
    with pytest.raises(NotPossible, match="batch-not-open"):
        reviewing.filed(store, batch, 2)
    assert reviewing.refused(store, officer, "reopen", one.id) == {"review-over"}


def test_a_registration_filed_at_the_same_moment_is_on_it_or_refused(
    store: Store, officer: Caller, batch: Batch
) -> None:
    approved(store, officer, batch, 1)
    with_papers(store, officer, batch)
    person = office.sign_up(store, 2)
    filing = office.filing(store, batch, person)

    def file() -> bool:
        try:
            with store.writing(office.candidate(person)) as work:
                work.registrations.file(filing)
        except NotPossible:
            return False
        return True

    def submit() -> bool:
        try:
            submitted(store, officer, batch)
        except NotPossible:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        filed, closed = pool.submit(file), pool.submit(submit)
        assert filed.result() != closed.result()


def test_another_stations_roster_is_nobody_elses_to_submit(
    store: Store, officer: Caller, batch: Batch
) -> None:
    other = reviewing.officer(store, OTHER_STATION.code)
    assert [one.key for one in refusal(store, other, batch)] == ["not-yours"]
    with store.reading(other) as work:
        assert work.rosters.to_submit() == ()
    with store.reading(officer) as work:
        assert [one.id for one in work.rosters.to_submit()] == [batch.id]


def test_a_batch_that_is_not_open_has_no_roster_to_submit(
    store: Store, officer: Caller, batch: Batch
) -> None:
    applied = office.open_batch(store, reviewing.FOUR, state=BatchState.APPLIED)
    assert [one.key for one in refusal(store, officer, applied)] == ["roster-not-open"]
