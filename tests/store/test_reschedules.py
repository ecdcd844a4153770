"""R4.7: an exam moves once, when the management station says so, and everything that follows from its days moves along."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from threading import Thread

import pytest

from rules.approvals import DecisionKind, PaperKind
from rules.deadlines import ExamDays
from rules.findings import NotPossible
from rules.roles import Role
from store.batches import BatchState
from store.clock import OFFICE_ZONE
from store.exam_calls import CallState
from store.papers import PaperId
from store.reschedules import FiledReschedule, RescheduleState
from store.unit import Store
from tests.batches import ended
from tests.exams import CLOSES, Stage, registered
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.store import tree
from tests.store.tree import HAMI

SECOND = timedelta(seconds=1)
LATER = ExamDays(date(2026, 9, 15), date(2026, 9, 16))
EARLIER = ExamDays(date(2026, 8, 25), date(2026, 8, 25))


@pytest.fixture
def stage(store: Store) -> Stage:
    return prepared(Stage, store)


def filed(stage: Stage, days: ExamDays = LATER) -> tuple[FiledReschedule, PaperId]:
    with stage.store.writing(stage.station) as work:
        one = work.reschedules.file(stage.batch.id, days)
        paper = work.papers.file(
            PaperKind.RESCHEDULE, None, stage.batch.station_code, one.id, {"reason": "设备检修"}
        )
    return one, paper.id


def decided(stage: Stage, paper: PaperId, kind: DecisionKind = DecisionKind.APPROVE) -> None:
    with stage.store.writing(stage.officer) as work:
        work.papers.decide(paper, kind, reason="同意")


def moved(stage: Stage, days: ExamDays = LATER) -> FiledReschedule:
    one, paper = filed(stage, days)
    decided(stage, paper)
    return one


def reasons(refusal: pytest.ExceptionInfo[NotPossible]) -> list[str]:
    return [finding.key for finding in refusal.value.findings]


def against(stage: Stage, days: ExamDays) -> list[str]:
    with pytest.raises(NotPossible) as refusal:
        filed(stage, days)
    return reasons(refusal)


class TestOnce:
    def test_only_an_approved_move_counts(self, stage: Stage) -> None:
        for kind in (DecisionKind.REJECT, DecisionKind.REJECT):
            decided(stage, filed(stage)[1], kind)
        assert stage.now().exam_on == date(2026, 9, 1)
        one = moved(stage)
        with stage.store.reading() as work:
            assert work.reschedules.get(one.id).state is RescheduleState.APPROVED
            assert work.reschedules.get(one.id).old == ExamDays(date(2026, 9, 1), date(2026, 9, 1))

    def test_a_second_move_is_refused_with_the_rule(self, stage: Stage) -> None:
        moved(stage)
        with pytest.raises(NotPossible) as refusal:
            filed(stage, EARLIER)
        assert reasons(refusal) == ["reschedule-used"]
        assert refusal.value.findings[0].rule == "R4.7"

    def test_one_application_is_under_way_at_a_time(self, stage: Stage) -> None:
        _, paper = filed(stage)
        assert against(stage, EARLIER) == ["reschedule-under-way"]
        with stage.store.writing(stage.station) as work:
            work.papers.withdraw(paper)
        assert filed(stage, EARLIER)[0].state is RescheduleState.FILED

    def test_two_of_the_staff_at_once_file_one(self, stage: Stage) -> None:
        outcomes: list[str] = []

        def file() -> None:
            try:
                filed(stage)
                outcomes.append("filed")
            except NotPossible as refused:
                outcomes.append(refused.findings[0].key)

        threads = [Thread(target=file) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(outcomes) == ["filed", "reschedule-under-way"]


class TestWhatFollows:
    def test_before_the_close_it_moves_along(self, stage: Stage) -> None:
        moved(stage)
        batch = stage.now()
        assert (batch.theory_on, batch.practice_on) == (LATER.theory_on, LATER.practice_on)
        assert batch.exam_on == date(2026, 9, 15)
        assert batch.closes_at == datetime(2026, 9, 5, tzinfo=OFFICE_ZONE)
        assert batch.windows.papers_from == batch.closes_at

    def test_what_has_closed_stays_closed(self, stage: Stage, clock: FixedClock) -> None:
        clock.office = CLOSES
        moved(stage)
        batch = stage.now()
        assert batch.closes_at == CLOSES
        assert batch.windows.papers_from == datetime(2026, 9, 5, tzinfo=OFFICE_ZONE)

    def test_the_window_of_the_papers_follows_the_approval(
        self, stage: Stage, clock: FixedClock
    ) -> None:
        papers = stage.sealed()
        clock.office = CLOSES
        _, paper = filed(stage)
        with stage.store.writing(stage.station) as work:
            work.paper_receipts.sign(papers[0].id)
        decided(stage, paper)
        with stage.store.writing(stage.station) as work, pytest.raises(NotPossible) as refusal:
            work.paper_receipts.sign(papers[0].id)
        assert reasons(refusal) == ["exam-papers-not-open"]
        clock.office = datetime(2026, 9, 5, tzinfo=OFFICE_ZONE)
        with stage.store.writing(stage.station) as work:
            work.paper_receipts.sign(papers[0].id)

    def test_the_team_is_asked_once_each(self, stage: Stage) -> None:
        moved(stage)
        with stage.store.reading() as work:
            calls = work.exam_calls.of(stage.batch.id)
        assert [one.examiner for one in calls] == stage.examiners[:3]
        assert {one.state for one in calls} == {CallState.ASKED}

    def test_the_supervisor_is_asked_again(self, stage: Stage) -> None:
        supervisor = registered(stage.store)
        with stage.store.writing(stage.officer) as work:
            sent = work.supervisions.send(stage.batch.id, supervisor.id, None)
        caller = replace(stage.officer, person=supervisor.person, roles={Role.SUPERVISOR})
        with stage.store.writing(caller) as work:
            work.supervisions.answer(sent.id, accepts=True)
        moved(stage)
        with stage.store.reading() as work:
            standing = work.supervisions.standing(stage.batch.id)
        assert standing
        assert (standing.state, standing.answered_at) == ("asked", None)


class TestForbidden:
    @pytest.mark.parametrize(
        ("days", "reason"),
        [
            (ExamDays(date(2026, 9, 1), date(2026, 9, 1)), "reschedule-same-date"),
            (ExamDays(date(2026, 6, 11), date(2026, 6, 30)), "reschedule-close-passed"),
            (ExamDays(date(2026, 9, 15), date(2026, 6, 1)), "reschedule-not-future"),
            (ExamDays(date(2028, 1, 1), date(2028, 1, 1)), "licence-expired"),
        ],
    )
    def test_days_that_cannot_be_are_refused(
        self, stage: Stage, days: ExamDays, reason: str
    ) -> None:
        assert reason in against(stage, days)

    def test_the_earliest_possible_day_leaves_the_close_in_the_future(self, stage: Stage) -> None:
        day = date(2026, 6, 12)
        assert filed(stage, ExamDays(day, day))[0].new.exam_on == day

    def test_whoever_is_not_appointed_any_more_on_the_new_day_is_named(
        self, stage: Stage, clock: FixedClock
    ) -> None:
        clock.office += timedelta(days=30)
        ended(stage.store, stage.examiners[1])
        found = against(stage, LATER)
        assert found == ["team-expired"]

    @pytest.mark.parametrize("state", [BatchState.APPLIED, BatchState.REJECTED])
    def test_a_batch_that_is_not_approved_has_no_exam_to_move(
        self, store: Store, state: BatchState
    ) -> None:
        assert against(Stage(store, state=state), LATER) == ["reschedule-not-approved"]

    def test_it_is_the_stations_own_staff_who_apply(self, stage: Stage) -> None:
        for caller in (stage.officer, tree.hold(stage.store, Role.STATION_HEAD, HAMI)):
            with stage.store.writing(caller) as work, pytest.raises(NotPossible):
                work.reschedules.file(stage.batch.id, LATER)

    def test_days_that_have_passed_while_it_waited_are_not_approved(
        self, stage: Stage, clock: FixedClock
    ) -> None:
        _, paper = filed(stage, EARLIER)
        clock.office = datetime(2026, 8, 15, tzinfo=OFFICE_ZONE)
        with pytest.raises(NotPossible) as refusal:
            decided(stage, paper)
        assert reasons(refusal) == ["reschedule-close-passed"]
        assert stage.now().exam_on == date(2026, 9, 1)
        decided(stage, paper, DecisionKind.RETURN)
        with stage.store.reading() as work:
            counting = work.reschedules.counting(stage.batch.id)
        assert counting
        with stage.store.writing(stage.station) as work:
            corrected = work.reschedules.correct(counting.id, LATER)
            work.papers.resubmit(paper, {"reason": "设备检修"})
        assert corrected.new == LATER
        decided(stage, paper)
        assert stage.now().exam_on == LATER.exam_on

    def test_what_is_decided_is_not_corrected(self, stage: Stage) -> None:
        one = moved(stage)
        with stage.store.writing(stage.station) as work, pytest.raises(NotPossible) as refusal:
            work.reschedules.correct(one.id, EARLIER)
        assert reasons(refusal) == ["reschedule-decided"]
