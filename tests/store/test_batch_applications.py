"""Applications for batches on both databases: checked whole, corrected, opened, given up (R4)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import text

from rules.approvals import DecisionKind, PaperKind
from rules.catalogue import Level, Programme
from rules.findings import NotPossible
from rules.plans import PlannedLine
from rules.roles import Role
from store.batches import Batch, BatchState, NewBatch
from store.examiners import ExaminerId
from store.papers import Paper
from store.plans import PlanLineId
from store.unit import Caller, Store
from tests import batches
from tests.batches import EXAM, application, item
from tests.fakes import FixedClock
from tests.plans import WELDERS
from tests.prepared import prepared
from tests.store import tree
from tests.store.office import MACHINIST
from tests.store.tree import CENTRE, CHANGZHOU, HAMI, MANAGEMENT


@pytest.fixture(autouse=True)
def team(store: Store) -> list[ExaminerId]:
    return prepared(batches.furnish, store)


@pytest.fixture
def lines(store: Store, team: list[ExaminerId]) -> list[PlanLineId]:
    return batches.planned(store, WELDERS, WELDERS)


@pytest.fixture
def head(store: Store) -> Caller:
    return batches.head(store)


@pytest.fixture
def officer(store: Store) -> Caller:
    return tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)


def apply(store: Store, head: Caller, new: NewBatch) -> tuple[Batch, Paper]:
    """The batch with its paper, as the form files it."""
    with store.writing(head) as work:
        batch = work.batches.apply(new)
        at = (new.programme, new.station_code)
        return batch, work.papers.file(PaperKind.BATCH, *at, batch.id, {})


def decide(store: Store, officer: Caller, paper: Paper, kind: DecisionKind) -> None:
    with store.writing(officer) as work:
        work.papers.decide(paper.id, kind, reason="看过了")


def correct(store: Store, head: Caller, paper: Paper, new: NewBatch) -> Batch:
    with store.writing(head) as work:
        work.papers.resubmit(paper.id, {})
        return work.batches.correct(paper.subject, new)


def refusal(attempt: Callable[[], object]) -> list[str]:
    with pytest.raises(NotPossible) as refused:
        attempt()
    return [finding.key for finding in refused.value.findings]


def free(store: Store) -> list[PlanLineId]:
    with store.reading() as work:
        return [line.id for line in work.plans.usable(CHANGZHOU, Programme.CAPABILITY)]


def batch_now(store: Store, batch: Batch) -> Batch:
    with store.reading() as work:
        return work.batches.get(batch.id)


class TestApplying:
    def test_an_application_comes_back_as_it_was_made(
        self, store: Store, head: Caller, team: list[ExaminerId], lines: list[PlanLineId]
    ) -> None:
        new = application(item(lines[0], team), practice_starts_at="13:30")
        batch, _ = apply(store, head, new)
        with store.reading() as work:
            members = work.batches.team(batch.id)
            contact = work.batches.contact(batch)
            assert work.batches.get(batch.id) == batch
        assert (batch.state, batch.applied_on) == (BatchState.APPLIED, date(2026, 6, 1))
        assert [(one.examiner, one.leader) for one in members] == [
            (team[0], True),
            *((one, False) for one in team[1:]),
        ]
        assert [one.name for one in members] == ["王建国", "刘芳", "陈明", "赵志远"]
        assert (contact.name, contact.phone) == ("刘芳", "0519-85001234")
        assert batch.begins_at.isoformat() == "2026-09-01T09:00:00+08:00"
        assert free(store) == lines[1:]

    def test_the_contact_is_sealed_where_it_lies(
        self, store: Store, head: Caller, team: list[ExaminerId], lines: list[PlanLineId]
    ) -> None:
        apply(store, head, application(item(lines[0], team)))
        with store.reading() as work:
            row = work.connection.execute(text("SELECT contact, contact_phone FROM batches")).one()
        assert all(bytes(sealed) and b"0519" not in bytes(sealed) for sealed in row)
        assert "刘芳".encode() not in bytes(row[0])

    def test_the_day_of_the_application_is_today_whatever_is_said(
        self, store: Store, head: Caller, team: list[ExaminerId], lines: list[PlanLineId]
    ) -> None:
        sly = application(
            item(lines[0], team),
            applied_on=date(2026, 5, 1),
            theory_on=date(2026, 6, 30),
            state=BatchState.OPEN,
        )
        assert refusal(lambda: apply(store, head, sly)) == ["exam-date-too-early"]
        batch, _ = apply(store, head, replace(sly, theory_on=EXAM))
        assert (batch.state, batch.applied_on) == (BatchState.APPLIED, date(2026, 6, 1))

    def test_everything_missing_is_named_at_once_and_nothing_is_kept(
        self, store: Store, head: Caller, team: list[ExaminerId], lines: list[PlanLineId]
    ) -> None:
        bad = application(
            item(lines[0], team[:2], people=100),
            item(lines[0], team[:3], level=Level.FIVE),
            theory_on=date(2026, 6, 30),
            venue="南京市",
        )
        assert set(refusal(lambda: apply(store, head, bad))) == {
            "exam-date-too-early",
            "line-size",
            "team-too-few",
            "plan-line-unfit",
            "plan-line-twice",
            "venue-outside-licence",
        }
        assert free(store) == lines
        with store.reading() as work:
            assert work.batches.of_station(CHANGZHOU).things == ()

    def test_examiners_of_another_station_are_refused_by_number_only(
        self, store: Store, head: Caller, team: list[ExaminerId], lines: list[PlanLineId]
    ) -> None:
        others = batches.appointed(store, HAMI, 2)
        new = application(item(lines[0], [team[0], *others]))
        with store.writing(head) as work, pytest.raises(NotPossible) as refused:
            work.batches.apply(new)
        found = refused.value.findings
        assert [finding.key for finding in found] == ["team-other-station"] * 2
        assert all(str(finding.args["who"]).startswith("KP26-") for finding in found)

    def test_an_appointment_that_ends_before_the_exam_is_named(
        self, store: Store, head: Caller, team: list[ExaminerId], lines: list[PlanLineId]
    ) -> None:
        batches.ended(store, team[2])
        new = application(item(lines[0], team[:3]))
        assert refusal(lambda: apply(store, head, new)) == ["team-expired"]

    def test_nobody_applies_for_another_station(
        self, store: Store, team: list[ExaminerId], lines: list[PlanLineId]
    ) -> None:
        stranger = batches.head(store, HAMI)
        new = application(item(lines[0], team))
        assert refusal(lambda: apply(store, stranger, new)) == ["not-yours"]

    def test_a_suspended_or_missing_licence_is_named(
        self, store: Store, head: Caller, team: list[ExaminerId], lines: list[PlanLineId]
    ) -> None:
        with store.writing() as work:
            work.licences.suspend(CHANGZHOU, "年审未通过")
        new = application(item(lines[0], team))
        assert refusal(lambda: apply(store, head, new)) == ["licence-suspended"]

    def test_two_who_want_one_line_at_once_get_one_batch_between_them(
        self, store: Store, team: list[ExaminerId], lines: list[PlanLineId]
    ) -> None:
        heads = [batches.head(store), tree.hold(store, Role.STATION_OFFICER, CHANGZHOU)]
        # Both lines, in the other order: neither may wait for ever for the other one.
        wanted = [lines, lines[::-1]]
        start, outcomes = Barrier(2), list[str]()

        def attempt(caller: Caller, mine: list[PlanLineId]) -> None:
            new = application(*(item(line, team) for line in mine))
            start.wait()
            try:
                apply(store, caller, new)
                outcomes.append("applied")
            except NotPossible as refused:
                outcomes.append(refused.findings[0].key)

        threads = [Thread(target=attempt, args=pair) for pair in zip(heads, wanted, strict=True)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(outcomes) == ["applied", "plan-line-used"]
        with store.reading() as work:
            (batch,) = work.batches.of_station(CHANGZHOU).things
            assert len(work.batches.items(batch.id)) == 2
            assert batch.number == "2026-0001"


class TestDeciding:
    def test_the_approval_opens_the_batch_from_now_on(
        self,
        store: Store,
        clock: FixedClock,
        head: Caller,
        officer: Caller,
        team: list[ExaminerId],
        lines: list[PlanLineId],
    ) -> None:
        batch, paper = apply(store, head, application(item(lines[0], team)))
        clock.advance(timedelta(days=3))
        decide(store, officer, paper, DecisionKind.APPROVE)
        opened = batch_now(store, batch)
        assert (opened.state, opened.opens_at) == (BatchState.OPEN, clock.office)
        assert opened.state_at(clock.office) is BatchState.OPEN
        last = opened.closes_at - timedelta(seconds=1)
        assert opened.state_at(last) is BatchState.OPEN
        assert opened.state_at(opened.closes_at) is BatchState.CLOSED

    @pytest.mark.parametrize("kind", [DecisionKind.REJECT, DecisionKind.WITHDRAW])
    def test_a_batch_given_up_frees_its_lines(
        self,
        store: Store,
        head: Caller,
        officer: Caller,
        team: list[ExaminerId],
        lines: list[PlanLineId],
        kind: DecisionKind,
    ) -> None:
        batch, paper = apply(store, head, application(*(item(line, team) for line in lines)))
        assert free(store) == []
        if kind is DecisionKind.REJECT:
            decide(store, officer, paper, kind)
        else:
            with store.writing(head) as work:
                work.papers.withdraw(paper.id)
        assert free(store) == lines
        assert batch_now(store, batch).state.value.startswith(kind.value)
        apply(store, head, application(item(lines[0], team)))

    def test_approval_looks_at_licence_and_team_again(
        self,
        store: Store,
        head: Caller,
        officer: Caller,
        team: list[ExaminerId],
        lines: list[PlanLineId],
    ) -> None:
        batch, paper = apply(store, head, application(item(lines[0], team[:3])))
        batches.ended(store, team[0])
        with store.writing() as work:
            work.licences.change(CHANGZHOU, {}, {WELDERS.unit.key: [Level.FOUR]})

        def approve() -> None:
            decide(store, officer, paper, DecisionKind.APPROVE)

        assert sorted(refusal(approve)) == ["outside-licence", "team-expired"]
        assert batch_now(store, batch).state is BatchState.APPLIED

    def test_a_batch_whose_registration_is_over_is_not_opened(
        self,
        store: Store,
        clock: FixedClock,
        head: Caller,
        officer: Caller,
        team: list[ExaminerId],
        lines: list[PlanLineId],
    ) -> None:
        batch, paper = apply(store, head, application(item(lines[0], team)))
        clock.office = batch.closes_at - timedelta(seconds=1)
        with store.reading(officer) as work:
            assert work.batches.against(batch) == ()
        clock.office = batch.closes_at

        def approve() -> None:
            decide(store, officer, paper, DecisionKind.APPROVE)

        assert refusal(approve) == ["batch-closed-before-open"]

    def test_the_procedures_in_force_are_noted_and_stay(
        self,
        store: Store,
        clock: FixedClock,
        head: Caller,
        team: list[ExaminerId],
        lines: list[PlanLineId],
    ) -> None:
        batches.procedure(store, "2026 年申报流程")
        first, _ = apply(store, head, application(item(lines[0], team)))
        clock.advance(timedelta(days=1))
        batches.procedure(store, "补充流程")
        second, _ = apply(store, head, application(item(lines[1], team)))
        assert len(first.procedures) == 1
        assert len(second.procedures) == 2
        assert batch_now(store, first).procedures == first.procedures


class TestCorrecting:
    @pytest.fixture
    def returned(
        self,
        store: Store,
        head: Caller,
        officer: Caller,
        team: list[ExaminerId],
        lines: list[PlanLineId],
    ) -> Paper:
        soon = {"theory_on": date(2026, 7, 1), "practice_on": date(2026, 7, 1)}
        _, paper = apply(store, head, application(item(lines[0], team), **soon))
        decide(store, officer, paper, DecisionKind.RETURN)
        return paper

    def again(self, *items: object, **changes: object) -> NewBatch:
        soon = {"theory_on": date(2026, 7, 1), "practice_on": date(2026, 7, 1)}
        return application(*items, **{**soon, **changes})

    def test_an_item_that_keeps_its_line_stays_the_same_item(
        self,
        store: Store,
        head: Caller,
        returned: Paper,
        team: list[ExaminerId],
        lines: list[PlanLineId],
    ) -> None:
        with store.reading() as work:
            (before,) = work.batches.items(returned.subject)
        new = self.again(item(lines[1], team[1:]), item(lines[0], team[:3], people=7))
        batch = correct(store, head, returned, new)
        with store.reading() as work:
            after = {one.people: one.id for one in work.batches.items(batch.id)}
            members = work.batches.team(batch.id)
        assert after[7] == before.id
        assert [one.examiner for one in members if one.item == before.id] == team[:3]
        assert free(store) == []

    def test_a_line_taken_off_is_free_again(
        self,
        store: Store,
        head: Caller,
        returned: Paper,
        team: list[ExaminerId],
        lines: list[PlanLineId],
    ) -> None:
        correct(store, head, returned, self.again(item(lines[1], team)))
        assert free(store) == [lines[0]]
        with store.reading() as work:
            assert len(work.batches.team(returned.subject)) == len(team)

    def test_for_five_days_the_first_day_counts(
        self,
        store: Store,
        clock: FixedClock,
        head: Caller,
        returned: Paper,
        team: list[ExaminerId],
        lines: list[PlanLineId],
    ) -> None:
        clock.advance(timedelta(days=5))
        batch = correct(store, head, returned, self.again(item(lines[0], team)))
        assert (batch.applied_on, batch.number) == (date(2026, 6, 1), "2026-0001")

    def test_after_that_the_thirty_days_begin_again(
        self,
        store: Store,
        clock: FixedClock,
        head: Caller,
        returned: Paper,
        team: list[ExaminerId],
        lines: list[PlanLineId],
    ) -> None:
        clock.advance(timedelta(days=6))
        same = self.again(item(lines[0], team))
        assert refusal(lambda: correct(store, head, returned, same)) == ["exam-date-too-early"]
        later = {"theory_on": date(2026, 7, 7), "practice_on": date(2026, 7, 7)}
        batch = correct(store, head, returned, replace(same, **later))
        assert batch.applied_on == date(2026, 6, 7)
        assert batch.closes_at.date() == date(2026, 6, 27)

    def test_another_exam_day_counts_anew(
        self,
        store: Store,
        clock: FixedClock,
        head: Caller,
        returned: Paper,
        team: list[ExaminerId],
        lines: list[PlanLineId],
    ) -> None:
        clock.advance(timedelta(days=1))
        sooner = self.again(item(lines[0], team), practice_on=date(2026, 6, 30))
        assert refusal(lambda: correct(store, head, returned, sooner)) == ["exam-date-too-early"]
        later_part = self.again(item(lines[0], team), practice_on=date(2026, 7, 9))
        batch = correct(store, head, returned, later_part)
        assert batch.applied_on == date(2026, 6, 1), "the earlier day, which counts, is the same"

    def test_the_programme_stays_and_a_decided_batch_too(
        self,
        store: Store,
        head: Caller,
        officer: Caller,
        returned: Paper,
        team: list[ExaminerId],
        lines: list[PlanLineId],
    ) -> None:
        other = self.again(item(lines[0], team), programme=Programme.SKILL_LEVEL)
        assert refusal(lambda: correct(store, head, returned, other)) == ["batch-other-programme"]
        correct(store, head, returned, self.again(item(lines[0], team)))
        decide(store, officer, returned, DecisionKind.APPROVE)
        with store.writing(head) as work, pytest.raises(NotPossible) as refused:
            work.batches.correct(returned.subject, self.again(item(lines[0], team)))
        assert refused.value.findings[0].key == "batch-decided"

    def test_the_line_of_a_colleagues_batch_is_not_taken_over(
        self,
        store: Store,
        head: Caller,
        returned: Paper,
        team: list[ExaminerId],
        lines: list[PlanLineId],
    ) -> None:
        apply(store, head, application(item(lines[1], team)))
        new = self.again(item(lines[1], team))
        assert refusal(lambda: correct(store, head, returned, new)) == ["plan-line-used"]


class TestSight:
    def test_a_batch_is_seen_by_its_station_and_those_above(
        self,
        store: Store,
        head: Caller,
        officer: Caller,
        team: list[ExaminerId],
        lines: list[PlanLineId],
    ) -> None:
        batch, _ = apply(store, head, application(item(lines[0], team)))
        centre = tree.hold(store, Role.CENTRE_OFFICER, CENTRE)
        for caller in (head, officer, centre):
            with store.reading(caller) as work:
                assert work.batches.seen(batch.number) == batch
        for stranger in (
            batches.head(store, HAMI),
            tree.hold(store, Role.MANAGEMENT_OFFICER, tree.BASE),
            tree.hold(store, Role.BRANCH_OFFICER, tree.BRANCH),
        ):
            with store.writing(stranger) as work, pytest.raises(NotPossible) as refused:
                work.batches.seen(batch.number)
            assert refused.value.findings[0].key == "not-yours"

    def test_a_line_of_another_trade_is_not_offered_for_the_programme(
        self, store: Store, lines: list[PlanLineId]
    ) -> None:
        batches.planned(store, PlannedLine(MACHINIST, Level.FOUR, 9, 12))
        assert len(free(store)) == 3
        with store.reading() as work:
            assert work.plans.usable(CHANGZHOU, Programme.SKILL_LEVEL) == ()
