"""Results: filed when the exam is over and nothing is missing, locked while they are in, free after the notice (R7.5)."""

from datetime import date, datetime

import pytest

from rules.approvals import DecisionKind, PaperKind
from rules.catalogue import Programme
from rules.deadlines import OFFICE as OFFICE_ZONE
from rules.findings import NotPossible
from rules.roles import Role
from store.batches import Batch, BatchState
from store.papers import Paper
from store.results import Submissions
from store.unit import Caller, Store, UnitOfWork
from tests.fakes import FixedClock
from tests.store import office, tree
from tests.store.tree import CHANGZHOU, HAMI, MANAGEMENT

AFTER = datetime(2026, 7, 21, 9, tzinfo=OFFICE_ZONE)


@pytest.fixture
def batch(store: Store, clock: FixedClock) -> Batch:
    found = office.open_batch(store, state=BatchState.SUBMITTED)
    with store.writing() as work:
        tree.grow(work)
    clock.office = AFTER
    return found


@pytest.fixture
def station(store: Store, batch: Batch) -> Caller:
    return tree.hold(store, Role.STATION_OFFICER, CHANGZHOU)


@pytest.fixture
def officer(store: Store, batch: Batch) -> Caller:
    return tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)


def nothing_missing(work: UnitOfWork) -> Submissions:
    """What scores, reports and material still lack is tested with each of them, and in the talks."""
    work.results = Submissions(work, gaps={})
    return work.results


def filed(store: Store, station: Caller, batch: Batch) -> Paper:
    with store.writing(station) as work:
        nothing_missing(work).check(batch.id)
        return work.papers.file(
            PaperKind.RESULTS, Programme.CAPABILITY, batch.station_code, batch.id, {}
        )


def decided(store: Store, officer: Caller, paper: Paper, kind: DecisionKind) -> None:
    with store.writing(officer) as work:
        nothing_missing(work)
        work.papers.decide(paper.id, kind, reason="理由")


def refusal(store: Store, caller: Caller, batch: Batch) -> list[str]:
    with pytest.raises(NotPossible) as refused, store.writing(caller) as work:
        nothing_missing(work).check(batch.id)
    return [finding.key for finding in refused.value.findings]


def are_in(store: Store, batch: Batch) -> bool:
    with store.reading() as work:
        return work.results.are_submitted(batch.id)


def test_from_filing_to_approval_they_are_in_and_then_free(
    store: Store, station: Caller, officer: Caller, batch: Batch
) -> None:
    assert not are_in(store, batch)
    with store.reading(station) as work:
        assert [one.id for one in work.results.to_submit()] == [batch.id]
    paper = filed(store, station, batch)
    assert are_in(store, batch)
    assert refusal(store, station, batch) == ["results-in-already"]
    decided(store, officer, paper, DecisionKind.APPROVE)
    with store.reading(station) as work:
        results = work.results.find(batch.id)
        assert results
        assert results.is_approved
        assert results.approved_on == date(2026, 7, 21)
        assert results.are_free(date(2026, 7, 21))
        assert work.results.to_submit() == ()


@pytest.mark.parametrize("kind", [DecisionKind.RETURN, DecisionKind.REJECT])
def test_given_back_they_are_open_again(
    store: Store, station: Caller, officer: Caller, batch: Batch, kind: DecisionKind
) -> None:
    decided(store, officer, filed(store, station, batch), kind)
    assert not are_in(store, batch)
    with store.reading(station) as work:
        results = work.results.find(batch.id)
        assert results
        assert not results.is_approved
        assert [one.id for one in work.results.to_submit()] == [batch.id]


def test_nothing_follows_before_the_notice_is_over(
    store: Store, station: Caller, officer: Caller, batch: Batch
) -> None:
    with store.writing() as work:
        work.policy.set("notice_period_days", 5, date(2026, 7, 1))
    decided(store, officer, filed(store, station, batch), DecisionKind.APPROVE)
    with store.reading() as work:
        results = work.results.find(batch.id)
        assert results
        assert results.is_approved
        assert not results.are_free(date(2026, 7, 26))
        assert results.are_free(date(2026, 7, 27))


def test_before_the_exam_is_over_and_without_a_roster_nothing_is_filed(
    store: Store, station: Caller, batch: Batch, clock: FixedClock
) -> None:
    clock.office = datetime(2026, 7, 19, 23, 59, tzinfo=OFFICE_ZONE)
    assert refusal(store, station, batch) == ["results-before-exam"]
    still_open = office.open_batch(store)
    with store.writing() as work:
        tree.grow(work)
    assert refusal(store, station, still_open) == ["results-no-roster"]


def test_another_stations_results_are_nobody_elses(store: Store, batch: Batch) -> None:
    other = tree.hold(store, Role.STATION_OFFICER, HAMI)
    assert refusal(store, other, batch) == ["not-yours"]
    with store.reading(other) as work:
        assert work.results.to_submit() == ()
