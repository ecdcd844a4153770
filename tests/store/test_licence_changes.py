"""Changes of licences and annual reviews on both databases: filed, decided, and what follows (R1.7, R4.10)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial

import pytest

from rules.approvals import DecisionKind, PaperKind
from rules.catalogue import Level
from rules.findings import NotPossible
from rules.licence_changes import Change, ChangeState
from rules.licences import LicenceState
from rules.reviews import ReviewState
from rules.roles import Role
from rules.stations import DeclaredTrade, Equipment
from store.clock import OFFICE_ZONE
from store.papers import Paper
from store.unit import Caller, Store
from tests import examiners, plans
from tests.fakes import FixedClock
from tests.store import tree
from tests.store.office import MACHINIST, WELDER
from tests.store.tree import CENTRE, CHANGZHOU, HAMI, MANAGEMENT, URUMQI

DROP_FIVE = Change(dropped=(DeclaredTrade(WELDER, (Level.FIVE,)),))
ADD_THREE = Change(
    added=(DeclaredTrade(WELDER, (Level.THREE,)),),
    equipment=(Equipment("焊机 ZX7-400", 12, frozenset({WELDER.key})),),
)


@pytest.fixture(autouse=True)
def furnished(store: Store) -> None:
    with store.writing() as work:
        plans.furnish(work)


@pytest.fixture
def head(store: Store) -> Caller:
    return tree.hold(store, Role.STATION_HEAD, CHANGZHOU)


@pytest.fixture
def officer(store: Store) -> Caller:
    return tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)


@pytest.fixture
def centre(store: Store) -> Caller:
    return tree.hold(store, Role.CENTRE_OFFICER, CENTRE)


def trained(store: Store, head: Caller, officer: Caller, people: int = 3) -> None:
    proposals = [
        examiners.proposed(store, head, serial, institution=CHANGZHOU)
        for serial in range(51, 51 + people)
    ]
    examiners.trained(store, officer, *proposals)


def filed(store: Store, head: Caller, change: Change, station: str = CHANGZHOU) -> Paper:
    with store.writing(head) as work:
        made = work.licence_changes.file(station, change)
        return work.papers.file(PaperKind.LICENCE_CHANGE, None, station, made.id, {})


def reviewed(store: Store, head: Caller, station: str = CHANGZHOU) -> Paper:
    with store.writing(head) as work:
        review = work.annual_reviews.file(station)
        return work.papers.file(PaperKind.ANNUAL_REVIEW, None, station, review.id, {})


def decide(store: Store, who: Caller, paper: Paper, kind: DecisionKind) -> None:
    with store.writing(who) as work:
        work.papers.decide(paper.id, kind, reason="看过了")


def refusal(attempt: Callable[[], object]) -> list[str]:
    with pytest.raises(NotPossible) as refused:
        attempt()
    return [finding.key for finding in refused.value.findings]


def levels(store: Store) -> tuple[Level, ...]:
    with store.reading() as work:
        units = work.licences.get(CHANGZHOU).units
    return next(unit.levels for unit in units if unit.key == WELDER.key)


class TestLicenceChanges:
    def test_the_licence_changes_when_the_centre_agrees_and_not_before(
        self, store: Store, head: Caller, officer: Caller, centre: Caller
    ) -> None:
        trained(store, head, officer)
        both = replace(ADD_THREE, dropped=DROP_FIVE.dropped)
        paper = filed(store, head, both)
        decide(store, officer, paper, DecisionKind.FORWARD)
        assert levels(store) == (Level.FIVE, Level.FOUR)
        decide(store, centre, paper, DecisionKind.APPROVE)
        assert levels(store) == (Level.FOUR, Level.THREE)
        with store.reading() as work:
            made = work.licence_changes.get(paper.subject)
        assert (made.state, made.change) == (ChangeState.DONE, both)

    def test_without_three_trained_examiners_nothing_is_added(
        self, store: Store, head: Caller, officer: Caller
    ) -> None:
        trained(store, head, officer, people=2)
        assert refusal(lambda: filed(store, head, ADD_THREE)) == ["station-examiners-few"]

    def test_one_change_is_under_way_at_a_time_and_after_a_rejection_another_may_be(
        self, store: Store, head: Caller, officer: Caller
    ) -> None:
        paper = filed(store, head, DROP_FIVE)
        assert refusal(lambda: filed(store, head, DROP_FIVE)) == ["change-under-way"]
        decide(store, officer, paper, DecisionKind.REJECT)
        assert levels(store) == (Level.FIVE, Level.FOUR)
        filed(store, head, DROP_FIVE)

    def test_a_returned_change_is_corrected(
        self, store: Store, head: Caller, officer: Caller, centre: Caller
    ) -> None:
        paper = filed(store, head, DROP_FIVE)
        decide(store, officer, paper, DecisionKind.RETURN)
        with store.writing(head) as work:
            work.licence_changes.correct(
                paper.subject, Change(dropped=(DeclaredTrade(MACHINIST, (Level.FOUR,)),))
            )
            work.papers.resubmit(paper.id, {})
        decide(store, officer, paper, DecisionKind.FORWARD)
        decide(store, centre, paper, DecisionKind.APPROVE)
        with store.reading() as work:
            assert not work.licences.get(CHANGZHOU).covers(MACHINIST.key, Level.FOUR)
        assert levels(store) == (Level.FIVE, Level.FOUR)

    def test_a_licence_that_changed_meanwhile_is_held_against_the_change_again(
        self, store: Store, head: Caller, officer: Caller, centre: Caller
    ) -> None:
        paper = filed(store, head, DROP_FIVE)
        decide(store, officer, paper, DecisionKind.FORWARD)
        with store.writing() as work:
            work.licences.change(CHANGZHOU, {}, {WELDER.key: [Level.FIVE]})
        approve = partial(decide, store, centre, paper, DecisionKind.APPROVE)
        assert refusal(approve) == ["change-not-there"]

    def test_nobody_changes_the_licence_of_another_station(
        self, store: Store, head: Caller
    ) -> None:
        assert refusal(lambda: filed(store, head, DROP_FIVE, HAMI)) == ["not-yours"]


class TestAnnualReviews:
    def test_passed_the_licence_runs_a_year_longer_once_a_year(
        self, store: Store, head: Caller, officer: Caller
    ) -> None:
        decide(store, officer, reviewed(store, head), DecisionKind.APPROVE)
        with store.reading() as work:
            assert work.licences.get(CHANGZHOU).valid_until == date(2028, 12, 31)
        assert refusal(lambda: reviewed(store, head)) == ["review-passed-already"]

    def test_failed_the_station_is_suspended_until_it_passes(
        self, store: Store, head: Caller, officer: Caller
    ) -> None:
        decide(store, officer, reviewed(store, head), DecisionKind.REJECT)
        with store.reading() as work:
            licence = work.licences.get(CHANGZHOU)
            review = work.annual_reviews.last(CHANGZHOU, 2026)
        assert (licence.state, licence.reason) == (LicenceState.SUSPENDED, "看过了")
        assert review is not None
        assert review.state is ReviewState.FAILED
        decide(store, officer, reviewed(store, head), DecisionKind.APPROVE)
        with store.reading() as work:
            assert work.licences.get(CHANGZHOU).state is LicenceState.ACTIVE

    def test_one_review_is_under_way_at_a_time_and_may_be_withdrawn(
        self, store: Store, head: Caller
    ) -> None:
        paper = reviewed(store, head)
        assert refusal(lambda: reviewed(store, head)) == ["review-under-way"]
        with store.writing(head) as work:
            work.papers.withdraw(paper.id)
        reviewed(store, head)

    def test_the_next_year_there_is_another_review(
        self, store: Store, head: Caller, officer: Caller, clock: FixedClock
    ) -> None:
        decide(store, officer, reviewed(store, head), DecisionKind.APPROVE)
        clock.office = datetime(2027, 1, 4, 9, tzinfo=OFFICE_ZONE)
        decide(store, officer, reviewed(store, head), DecisionKind.APPROVE)
        with store.reading() as work:
            assert work.licences.get(CHANGZHOU).valid_until == date(2029, 12, 31)

    def test_a_station_without_a_licence_has_nothing_to_review(self, store: Store) -> None:
        other = tree.hold(store, Role.STATION_HEAD, URUMQI)
        assert refusal(lambda: reviewed(store, other, URUMQI)) == ["no-licence"]
