"""Training classes on both databases: seats in order, the waiting list, results (R2.6, R2.9)."""

from dataclasses import asdict, replace
from datetime import date, timedelta
from threading import Barrier, Thread

import pytest

from rules.findings import NotPossible
from rules.roles import Role
from rules.training import ClassState, TrainingKind, TrainingResult
from store.examiner_applications import ApplicationState, Proposal
from store.nominations import Place
from store.training import TrainingClass
from store.unit import Caller, Store
from tests.examiners import (
    OTHER_TIER,
    PLAN,
    SENIOR,
    TIER,
    announced,
    furnish,
    holder,
    proposed,
    recorded,
)
from tests.fakes import FixedClock
from tests.store.office import OTHER_STATION, STATION

PASSED, FAILED, ABSENT = TrainingResult


@pytest.fixture(autouse=True)
def tree(store: Store) -> None:
    furnish(store)


@pytest.fixture
def head(store: Store) -> Caller:
    return holder(store, Role.STATION_HEAD, STATION.code, 101)


@pytest.fixture
def officer(store: Store) -> Caller:
    return holder(store, Role.MANAGEMENT_OFFICER, TIER.code, 102)


@pytest.fixture
def held(store: Store, officer: Caller) -> TrainingClass:
    """Two seats, from 10 to 12 June."""
    return announced(store, officer)


def keys(refused: pytest.ExceptionInfo[NotPossible]) -> list[str]:
    return [finding.key for finding in refused.value.findings]


def nominated(store: Store, caller: Caller, held: TrainingClass, proposal: Proposal) -> Place:
    with store.writing(caller) as work:
        return work.nominations.nominate(held.id, proposal.id)


def line(store: Store, held: TrainingClass) -> list[tuple[int | None, int]]:
    with store.reading() as work:
        return [(one.application, one.waiting) for one in work.nominations.of_class(held.id)]


# --- classes ---


def test_a_class_is_numbered_by_year_and_open(store: Store, held: TrainingClass) -> None:
    assert (held.number, held.organiser, held.state) == ("PX26-001", TIER.code, ClassState.OPEN)
    assert {name: getattr(held, name) for name in asdict(PLAN)} == asdict(PLAN)


@pytest.mark.parametrize(
    ("role", "at"),
    [
        (Role.MANAGEMENT_OFFICER, OTHER_TIER.code),
        (Role.STATION_HEAD, STATION.code),
        (Role.CENTRE_OFFICER, "49000000"),
    ],
)
def test_only_the_management_station_itself_holds_and_calls_off(
    store: Store, held: TrainingClass, role: Role, at: str
) -> None:
    stranger = holder(store, role, at, 110)
    with store.writing(stranger) as work:
        for act in (
            lambda: work.training_classes.plan(TIER.code, PLAN),
            lambda: work.training_classes.change(held.id, PLAN),
            lambda: work.training_classes.cancel(held.id),
            lambda: work.nominations.record(held.id, {}),
        ):
            with pytest.raises(NotPossible) as refused:
                act()
            assert keys(refused)[0] in {"not-yours", "not-your-role"}


def test_what_is_wrong_with_a_plan_is_said_at_once(store: Store, officer: Caller) -> None:
    with pytest.raises(NotPossible) as refused:
        announced(store, officer, seats=0, ends_on=date(2026, 6, 1))
    assert keys(refused) == ["class-ends-before-start", "class-without-seats"]


def test_a_class_is_listed_on_its_own_line_of_the_tree_only(
    store: Store, officer: Caller, head: Caller, held: TrainingClass
) -> None:
    elsewhere = holder(store, Role.STATION_HEAD, OTHER_STATION.code, 110)
    centre = holder(store, Role.CENTRE_OFFICER, "49000000", 111)
    for caller, seen in ((officer, 1), (head, 1), (centre, 1), (elsewhere, 0)):
        with store.reading(caller) as work:
            assert len(work.training_classes.all()) == seen
            if not seen:
                with pytest.raises(NotPossible):
                    work.training_classes.by_number(held.number)


def test_the_kind_stays_once_somebody_was_nominated(
    store: Store, officer: Caller, head: Caller, held: TrainingClass
) -> None:
    other_kind = replace(PLAN, kind=TrainingKind.SENIOR_EXAMINER)
    with store.writing(officer) as work:
        assert work.training_classes.change(held.id, other_kind).kind is other_kind.kind
        work.training_classes.change(held.id, PLAN)
    nominated(store, head, held, proposed(store, head))
    with store.writing(officer) as work, pytest.raises(NotPossible) as refused:
        work.training_classes.change(held.id, other_kind)
    assert keys(refused) == ["class-kind-fixed"]


# --- nominations ---


def test_the_order_of_nomination_decides_and_the_third_of_two_seats_waits(
    store: Store, head: Caller, held: TrainingClass
) -> None:
    proposals = [proposed(store, head, serial) for serial in (1, 2, 3, 4)]
    waiting = [nominated(store, head, held, one).waiting for one in proposals]
    assert waiting == [0, 0, 1, 2]


def test_more_seats_and_a_withdrawal_let_the_next_in(
    store: Store, officer: Caller, head: Caller, held: TrainingClass
) -> None:
    proposals = [proposed(store, head, serial) for serial in (1, 2, 3, 4)]
    for one in proposals:
        nominated(store, head, held, one)
    with store.writing(officer) as work:
        moved = work.nominations.withdraw(proposals[0].id)
    assert [place.application for place in moved] == [proposals[2].id]
    with store.writing(officer) as work:
        work.training_classes.change(held.id, replace(PLAN, seats=3))
    assert line(store, held) == [(one.id, 0) for one in proposals[1:]]


def test_somebody_on_the_waiting_list_who_leaves_lets_nobody_in(
    store: Store, officer: Caller, head: Caller, held: TrainingClass
) -> None:
    proposals = [proposed(store, head, serial) for serial in (1, 2, 3)]
    for one in proposals:
        nominated(store, head, held, one)
    with store.writing(officer) as work:
        assert work.nominations.withdraw(proposals[2].id) == ()


def test_two_at_the_same_moment_never_share_the_last_seat(
    store: Store, officer: Caller, head: Caller
) -> None:
    held = announced(store, officer, seats=1)
    proposals = [proposed(store, head, serial) for serial in (1, 2)]
    start, told = Barrier(2), []

    def nominate(proposal: Proposal) -> None:
        start.wait()
        told.append(nominated(store, head, held, proposal).waiting)

    threads = [Thread(target=nominate, args=(one,)) for one in proposals]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == [0, 1]


def test_nobody_is_in_two_classes_or_twice_in_one(
    store: Store, officer: Caller, head: Caller, held: TrainingClass
) -> None:
    proposal = proposed(store, head)
    nominated(store, head, held, proposal)
    for one in (held, announced(store, officer)):
        with pytest.raises(NotPossible) as refused:
            nominated(store, head, one, proposal)
        assert keys(refused) == ["already-nominated"]


def test_a_called_off_class_frees_those_who_were_in_it(
    store: Store, officer: Caller, head: Caller, held: TrainingClass
) -> None:
    proposal = proposed(store, head)
    nominated(store, head, held, proposal)
    with store.writing(officer) as work:
        work.training_classes.cancel(held.id)
        with pytest.raises(NotPossible) as refused:
            work.training_classes.cancel(held.id)
    assert keys(refused) == ["class-cancelled"]
    assert nominated(store, head, announced(store, officer), proposal).waiting == 0


def test_kind_line_of_the_tree_and_end_stand_against_a_nomination_all_at_once(
    store: Store, clock: FixedClock, head: Caller
) -> None:
    elsewhere = holder(store, Role.MANAGEMENT_OFFICER, OTHER_TIER.code, 110)
    with store.writing(elsewhere) as work:
        other = work.training_classes.plan(OTHER_TIER.code, PLAN)
    senior = proposed(store, head, application=SENIOR)
    clock.advance(timedelta(days=30))
    with pytest.raises(NotPossible) as refused:
        nominated(store, head, other, senior)
    assert keys(refused) == ["class-other-kind", "class-elsewhere", "class-over"]


def test_another_station_nominates_nobody_of_ours(
    store: Store, head: Caller, held: TrainingClass
) -> None:
    proposal = proposed(store, head)
    stranger = holder(store, Role.STATION_HEAD, OTHER_STATION.code, 110)
    with pytest.raises(NotPossible) as refused:
        nominated(store, stranger, held, proposal)
    assert keys(refused) == ["not-yours"]


def test_a_station_sees_whom_it_proposed_and_the_officer_everybody(
    store: Store, officer: Caller, head: Caller, held: TrainingClass
) -> None:
    with store.writing() as work:
        work.institutions.put(replace(OTHER_STATION, parent_code=TIER.code))
    colleague = holder(store, Role.STATION_HEAD, OTHER_STATION.code, 110)
    theirs = proposed(store, colleague, 2, institution=OTHER_STATION.code, name="李国强")
    nominated(store, head, held, proposed(store, head))
    nominated(store, colleague, held, theirs)
    for caller, names in ((head, ["王建国"]), (officer, ["王建国", "李国强"])):
        with store.reading(caller) as work:
            assert [one.name for one in work.nominations.participants(held.id)] == names


# --- results ---


def test_all_passed_but_those_named_and_the_waiting_list_goes_free(
    store: Store, clock: FixedClock, officer: Caller, head: Caller, held: TrainingClass
) -> None:
    proposals = [proposed(store, head, serial) for serial in (1, 2, 3)]
    for one in proposals:
        nominated(store, head, held, one)
    clock.advance(timedelta(days=11))
    recorded(store, officer, held, PASSED, ABSENT)
    with store.reading() as work:
        results = [place.result for place in work.nominations.of_class(held.id)]
        assert results == [PASSED, ABSENT]
        passed = [work.nominations.passed_on(one) for one in proposals]
        assert passed == [date(2026, 6, 12), None, None]
    next_class = announced(store, officer, starts_on=date(2026, 7, 1), ends_on=date(2026, 7, 2))
    assert nominated(store, head, next_class, proposals[1]).waiting == 0
    assert nominated(store, head, next_class, proposals[2]).waiting == 0
    with pytest.raises(NotPossible) as refused:
        nominated(store, head, next_class, proposals[0])
    assert keys(refused) == ["already-trained"]


def test_no_results_before_the_last_day_nor_of_an_empty_class(
    store: Store, officer: Caller, held: TrainingClass
) -> None:
    with store.writing(officer) as work, pytest.raises(NotPossible) as refused:
        work.nominations.record(held.id, {})
    assert keys(refused) == ["class-not-over", "class-empty"]


def test_a_result_for_somebody_who_is_not_in_the_class_is_refused(
    store: Store, clock: FixedClock, officer: Caller, head: Caller, held: TrainingClass
) -> None:
    nominated(store, head, held, proposed(store, head))
    other = announced(store, officer)
    stranger = nominated(store, head, other, proposed(store, head, 2))
    clock.advance(timedelta(days=11))
    with store.writing(officer) as work, pytest.raises(NotPossible) as refused:
        work.nominations.record(held.id, {stranger.id: FAILED})
    assert keys(refused) == ["not-in-class"]


def test_a_mistake_is_corrected_until_somebody_was_approved_on_the_strength_of_it(
    store: Store, clock: FixedClock, officer: Caller, head: Caller, held: TrainingClass
) -> None:
    proposal = proposed(store, head)
    nominated(store, head, held, proposal)
    clock.advance(timedelta(days=11))
    recorded(store, officer, held, FAILED)
    with store.reading() as work:
        assert work.nominations.passed_on(proposal) is None
    recorded(store, officer, held, PASSED)
    with store.writing() as work:
        assert work.nominations.passed_on(proposal)
        work.examiner_applications.close(proposal.id, ApplicationState.APPROVED)
    with pytest.raises(NotPossible) as refused:
        recorded(store, officer, held, FAILED)
    assert keys(refused) == ["trained-and-approved"]


def test_a_class_with_results_is_changed_and_called_off_no_more(
    store: Store, clock: FixedClock, officer: Caller, head: Caller, held: TrainingClass
) -> None:
    nominated(store, head, held, proposed(store, head))
    clock.advance(timedelta(days=11))
    recorded(store, officer, held)
    with store.writing(officer) as work:
        for act in (
            lambda: work.training_classes.change(held.id, PLAN),
            lambda: work.training_classes.cancel(held.id),
        ):
            with pytest.raises(NotPossible) as refused:
                act()
            assert keys(refused) == ["class-has-results"]


def test_who_holds_the_class_enters_somebody_who_was_there_after_its_end(
    store: Store, clock: FixedClock, officer: Caller, head: Caller, held: TrainingClass
) -> None:
    proposal = proposed(store, head)
    clock.advance(timedelta(days=30))
    with pytest.raises(NotPossible) as refused:
        nominated(store, head, held, proposal)
    assert keys(refused) == ["class-over"]
    nominated(store, officer, held, proposal)
    recorded(store, officer, held)
    with store.reading() as work:
        assert work.nominations.passed_on(proposal) == held.ends_on
