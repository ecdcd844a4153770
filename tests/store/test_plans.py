"""Annual plans on both databases: filed, decided, used line by line and only once (R4.1, R4.10)."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from threading import Barrier, Thread
from typing import Any

import pytest

from rules.approvals import DecisionKind, PaperKind
from rules.catalogue import Level, Programme
from rules.findings import NotPossible
from rules.plans import PlannedLine, PlanState
from rules.roles import Role
from store.batches import Batch, NewItem
from store.papers import Paper
from store.plans import Plan, PlanLineId
from store.unit import Caller, Store, UnitOfWork
from tests import plans
from tests.plans import FITTER, WELDERS
from tests.store import tree
from tests.store.office import MACHINIST, WELDER, new_batch
from tests.store.tree import CENTRE, CHANGZHOU, HAMI, MANAGEMENT, URUMQI

CAPABILITY = Programme.CAPABILITY


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


def filed(
    store: Store, head: Caller, *lines: PlannedLine, year: int = 2026, station: str = CHANGZHOU
) -> tuple[Plan, Paper]:
    with store.writing(head) as work:
        plan = work.plans.file(station, CAPABILITY, year, lines or (WELDERS,))
        paper = work.papers.file(PaperKind.ANNUAL_PLAN, CAPABILITY, station, plan.id, {})
    return plan, paper


def decide(store: Store, officer: Caller, paper: Paper, kind: DecisionKind) -> None:
    with store.writing(officer) as work:
        work.papers.decide(paper.id, kind, reason="看过了")


def approved(store: Store, head: Caller, officer: Caller, *lines: PlannedLine) -> Plan:
    plan, paper = filed(store, head, *lines)
    decide(store, officer, paper, DecisionKind.APPROVE)
    return plan


def free(store: Store, station: str = CHANGZHOU) -> list[PlanLineId]:
    with store.reading() as work:
        return [line.id for line in work.plans.free_lines(station, CAPABILITY).things]


def applied(store: Store, *lines: PlanLineId, **changes: Any) -> Batch:
    items = tuple(NewItem(WELDER, Level.FOUR, 40, line) for line in lines)
    with store.writing() as work:
        return work.batches.add(new_batch(*items, station_code=CHANGZHOU, **changes))


def refusal(attempt: Callable[[], object]) -> list[str]:
    with pytest.raises(NotPossible) as refused:
        attempt()
    return [finding.key for finding in refused.value.findings]


class TestFiling:
    def test_a_plan_comes_back_as_it_was_filed_with_long_lines_split(
        self, store: Store, head: Caller
    ) -> None:
        plan, _ = filed(store, head, replace(WELDERS, people=150), replace(WELDERS, month=12))
        with store.reading() as work:
            lines = work.plans.lines(plan.id)
            assert work.plans.get(plan.id) == plan
        assert [(one.people, one.month) for one in lines] == [(99, 9), (51, 9), (40, 12)]
        assert (plan.state, plan.year, plan.station) == (PlanState.FILED, 2026, CHANGZHOU)

    def test_a_plan_under_way_is_the_only_one_of_its_programme_and_year(
        self, store: Store, head: Caller
    ) -> None:
        filed(store, head)
        assert refusal(lambda: filed(store, head)) == ["plan-under-way"]
        filed(store, head, year=2027)

    def test_nobody_plans_for_another_station(self, store: Store, head: Caller) -> None:
        assert refusal(lambda: filed(store, head, station=HAMI)) == ["not-yours"]

    def test_a_station_without_a_licence_plans_nothing(self, store: Store) -> None:
        other = tree.hold(store, Role.STATION_HEAD, URUMQI)
        assert refusal(lambda: filed(store, other, station=URUMQI)) == ["no-licence"]

    def test_everything_wrong_is_named_at_once(self, store: Store, head: Caller) -> None:
        bad = replace(WELDERS, level=Level.TWO), replace(WELDERS, month=3)
        assert refusal(lambda: filed(store, head, *bad)) == [
            "plan-month-over",
            "plan-outside-licence",
        ]

    def test_a_returned_plan_is_corrected_as_a_whole(
        self, store: Store, head: Caller, officer: Caller
    ) -> None:
        plan, paper = filed(store, head)
        decide(store, officer, paper, DecisionKind.RETURN)
        with store.writing(head) as work:
            work.plans.correct(plan.id, CAPABILITY, 2027, [replace(WELDERS, people=7)])
            work.papers.resubmit(paper.id, {})
        with store.reading() as work:
            assert work.plans.get(plan.id).year == 2027
            assert [line.people for line in work.plans.lines(plan.id)] == [7]

    def test_an_approved_plan_is_not_corrected(
        self, store: Store, head: Caller, officer: Caller
    ) -> None:
        plan = approved(store, head, officer)

        def correct() -> None:
            with store.writing(head) as work:
                work.plans.correct(plan.id, CAPABILITY, 2026, [WELDERS])

        assert refusal(correct) == ["plan-decided"]


class TestDeciding:
    def test_only_approved_lines_can_be_used(
        self, store: Store, head: Caller, officer: Caller
    ) -> None:
        _, paper = filed(store, head)
        assert free(store) == []
        decide(store, officer, paper, DecisionKind.APPROVE)
        assert len(free(store)) == 1

    @pytest.mark.parametrize("kind", [DecisionKind.REJECT, DecisionKind.RETURN])
    def test_what_is_not_approved_gives_no_lines(
        self, store: Store, head: Caller, officer: Caller, kind: DecisionKind
    ) -> None:
        _, paper = filed(store, head)
        decide(store, officer, paper, kind)
        assert free(store) == []

    def test_after_a_rejection_or_withdrawal_the_year_can_be_planned_again(
        self, store: Store, head: Caller, officer: Caller
    ) -> None:
        _, paper = filed(store, head)
        decide(store, officer, paper, DecisionKind.REJECT)
        _, again = filed(store, head)
        with store.writing(head) as work:
            work.papers.withdraw(again.id)
        filed(store, head)

    def test_a_licence_that_shrank_meanwhile_forbids_approval(
        self, store: Store, head: Caller, officer: Caller
    ) -> None:
        plan, paper = filed(store, head)
        with store.writing() as work:
            work.licences.change(CHANGZHOU, {}, {WELDER.key: [Level.FOUR]})
        approve = partial(decide, store, officer, paper, DecisionKind.APPROVE)
        assert refusal(approve) == ["plan-outside-licence"]
        with store.reading() as work:
            assert work.plans.get(plan.id).state is PlanState.FILED

    def test_who_decides_on_plans_may_enter_one_agreed_on_before(
        self, store: Store, head: Caller, officer: Caller
    ) -> None:
        def enter(caller: Caller) -> None:
            with store.writing(caller) as work:
                work.plans.enter(CHANGZHOU, CAPABILITY, 2026, [WELDERS])

        assert refusal(lambda: enter(head)) == ["not-your-role"]
        enter(officer)
        assert len(free(store)) == 1


class TestUsing:
    @pytest.fixture(autouse=True)
    def planned(self, store: Store) -> None:
        with store.writing() as work:
            work.plans.enter(CHANGZHOU, CAPABILITY, 2026, [WELDERS, WELDERS])

    def test_a_line_is_used_once_and_then_no_longer_offered(self, store: Store) -> None:
        first, second = free(store)
        applied(store, first)
        assert free(store) == [second]
        assert refusal(lambda: applied(store, first)) == ["plan-line-used"]
        assert refusal(lambda: applied(store, second, second)) == ["plan-line-used"]
        assert free(store) == [second]

    def test_a_rejected_batch_frees_its_lines_and_no_others(self, store: Store) -> None:
        first, second = free(store)
        batch, other = applied(store, first), applied(store, second)
        with store.writing() as work:
            assert work.plans.free(batch.id) == 1
            assert work.plans.free(batch.id) == 0
        assert free(store) == [first]
        applied(store, first)
        with store.writing() as work:
            assert work.plans.free(other.id) == 1

    def test_a_line_serves_its_own_station_trade_and_level_only(self, store: Store) -> None:
        (line, *_) = free(store)
        assert refusal(lambda: _batch(store, HAMI, NewItem(WELDER, Level.FOUR, 9, line))) == [
            "plan-line-unfit"
        ]
        assert refusal(lambda: _batch(store, CHANGZHOU, NewItem(WELDER, Level.FIVE, 9, line))) == [
            "plan-line-unfit"
        ]

    def test_without_a_plan_there_is_no_batch(self, store: Store, head: Caller) -> None:
        def attempt() -> None:
            with store.writing(head) as work:
                work.batches.apply(new_batch(station_code=CHANGZHOU))

        assert "plan-line-missing" in refusal(attempt)

    def test_only_the_office_itself_enters_a_batch_past_its_application(
        self, store: Store, head: Caller
    ) -> None:
        def attempt() -> None:
            with store.writing(head) as work:
                work.batches.add(new_batch(station_code=CHANGZHOU))

        assert refusal(attempt) == ["not-yours"]

    def test_a_line_of_a_plan_under_way_cannot_be_used(self, store: Store, head: Caller) -> None:
        plan, _ = filed(store, head)
        with store.reading() as work:
            (line,) = work.plans.lines(plan.id)
        assert refusal(lambda: applied(store, line.id)) == ["plan-line-used"]

    def test_two_batches_at_once_get_one_line_between_them(self, store: Store) -> None:
        line, _ = free(store)
        start, outcomes = Barrier(2), []

        def attempt() -> None:
            start.wait()
            try:
                applied(store, line)
                outcomes.append("applied")
            except NotPossible:
                outcomes.append("refused")

        threads = [Thread(target=attempt) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(outcomes) == ["applied", "refused"]

    def test_lines_are_listed_free_ones_first_for_those_who_may_see_them(
        self, store: Store, head: Caller
    ) -> None:
        applied(store, free(store)[0])
        with store.reading(head) as work:
            lines = work.plans.of(CHANGZHOU).things
            assert work.plans.counts(CHANGZHOU) == (1, 2)
        assert [line.free for line in lines] == [True, False]
        stranger = tree.hold(store, Role.STATION_HEAD, HAMI)
        with store.writing(stranger) as work, pytest.raises(NotPossible):
            work.plans.of(CHANGZHOU)


def _batch(store: Store, station: str, item: NewItem) -> Batch:
    with store.writing() as work:
        return work.batches.add(new_batch(item, station_code=station))


class TestSummaries:
    @pytest.fixture(autouse=True)
    def planned(self, store: Store) -> None:
        with store.writing() as work:
            work.plans.enter(HAMI, CAPABILITY, 2026, [replace(WELDERS, people=5)])
            work.plans.enter(
                CHANGZHOU, CAPABILITY, 2026, [WELDERS, PlannedLine(MACHINIST, Level.FOUR, 9, 8)]
            )
            work.plans.enter(CHANGZHOU, CAPABILITY, 2027, [WELDERS])
            work.plans.enter(
                CHANGZHOU, Programme.SKILL_LEVEL, 2026, [PlannedLine(FITTER, Level.FIVE, 9, 9)]
            )
            work.plans.enter(URUMQI, CAPABILITY, 2026, [WELDERS])

    def test_a_summary_holds_the_approved_plans_of_its_stations_programme_and_year(
        self, store: Store, officer: Caller
    ) -> None:
        with store.writing(officer) as work:
            stations = work.plan_summaries.to_gather(MANAGEMENT, CAPABILITY, 2026)
            summary = work.plan_summaries.file(MANAGEMENT, CAPABILITY, 2026)
            lines = list(work.plan_summaries.lines(summary.id))
        assert stations == (HAMI, CHANGZHOU)
        assert [(line.station, line.month, line.people) for line in lines] == [
            (HAMI, 9, 5),
            (CHANGZHOU, 8, 9),
            (CHANGZHOU, 9, 40),
        ]

    def test_a_plan_goes_to_the_centre_once(self, store: Store, officer: Caller) -> None:
        with store.writing(officer) as work:
            work.plan_summaries.file(MANAGEMENT, CAPABILITY, 2026)
        assert refusal(lambda: _summed(store, officer)) == ["plans-none-to-gather"]
        with store.writing() as work:
            work.plans.enter(CHANGZHOU, CAPABILITY, 2026, [WELDERS])
            later = work.plan_summaries.file(MANAGEMENT, CAPABILITY, 2026)
            assert len(list(work.plan_summaries.lines(later.id))) == 1

    @pytest.mark.parametrize("kind", [DecisionKind.REJECT, DecisionKind.WITHDRAW])
    def test_what_the_centre_does_not_take_waits_for_another_summary(
        self, store: Store, officer: Caller, centre: Caller, kind: DecisionKind
    ) -> None:
        paper = _summed(store, officer)
        if kind is DecisionKind.REJECT:
            decide(store, centre, paper, kind)
        else:
            with store.writing(officer) as work:
                work.papers.withdraw(paper.id)
        _summed(store, officer)

    def test_a_returned_summary_gathers_what_was_approved_meanwhile(
        self, store: Store, officer: Caller, centre: Caller
    ) -> None:
        paper = _summed(store, officer)
        decide(store, centre, paper, DecisionKind.RETURN)
        with store.writing() as work:
            work.plans.enter(HAMI, CAPABILITY, 2026, [WELDERS])
        with store.writing(officer) as work:
            summary = work.plan_summaries.correct(paper.subject, CAPABILITY, 2026)
            work.papers.resubmit(paper.id, {})
            assert len(list(work.plan_summaries.lines(summary.id))) == 4
        decide(store, centre, paper, DecisionKind.APPROVE)
        with store.reading() as work:
            assert work.plan_summaries.get(summary.id).state is PlanState.APPROVED

    def test_a_station_sees_no_summary(self, store: Store, officer: Caller, head: Caller) -> None:
        paper = _summed(store, officer)

        def see(caller: Caller) -> object:
            with store.writing(caller) as work:
                return work.plan_summaries.see(paper.subject)

        assert refusal(lambda: see(head)) == ["not-your-role"]
        other = tree.hold(store, Role.MANAGEMENT_OFFICER, tree.BASE)
        assert refusal(lambda: see(other)) == ["not-yours"]
        assert see(officer)


def _summed(store: Store, officer: Caller) -> Paper:
    with store.writing(officer) as work:
        return summary_paper(work)


def summary_paper(work: UnitOfWork) -> Paper:
    summary = work.plan_summaries.file(MANAGEMENT, CAPABILITY, 2026)
    return work.papers.file(PaperKind.PLAN_SUMMARY, CAPABILITY, MANAGEMENT, summary.id, {})
