"""Evaluation reports: filed by the leader once the scores count, confirmed by all others or overruled (R7.2)."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from rules.evaluations import OpinionKind, Remark, ReportState
from rules.findings import NotPossible
from rules.grading import Result
from rules.roles import Role
from store.evaluations import Opinion, Report
from store.unit import Caller, Store
from tests.evaluating import Evaluating
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.scoring import THEORY, Marking
from tests.store import tree
from tests.store.tree import BASE, CENTRE, HAMI, MANAGEMENT

CONFIRM, SUPPLEMENT, OBJECT = OpinionKind


@pytest.fixture
def exam(store: Store, clock: FixedClock) -> Evaluating:
    return prepared(Evaluating, store, clock)


def keys(exam: Marking) -> list[str]:
    with exam.store.reading() as work:
        return [one.key for one in work.evaluations.gaps(exam.batch.id)]


def refused(refusal: pytest.ExceptionInfo[NotPossible]) -> list[str]:
    return [one.key for one in refusal.value.findings]


def overrule(exam: Evaluating, opinion: Opinion, caller: Caller | None = None) -> Opinion:
    with exam.store.writing(caller or exam.officer) as work:
        return work.evaluations.overrule(opinion.id, "评分表与录像一致")


class TestTheReport:
    def test_it_stands_once_everybody_has_confirmed(self, exam: Evaluating) -> None:
        assert keys(exam) == ["report-missing"]
        report = exam.report()
        assert keys(exam) == ["report-unconfirmed"]
        exam.opine(report, 1, CONFIRM)
        assert exam.here().state is ReportState.PENDING
        exam.opine(report, 2, SUPPLEMENT, "3 号工位焊机中途更换，未影响成绩。")
        assert keys(exam) == []
        with exam.store.reading() as work:
            assert [one.id for one in work.evaluations.find(exam.batch.id)] == [report.id]

    def test_the_figures_are_those_of_the_scores_and_kept(self, exam: Evaluating) -> None:
        content = exam.report(remarks={Remark.ROOMS: "一台焊机故障，已更换"}).content
        figures = content.figures
        assert (figures.expected, figures.present, figures.absent) == (2, 1, 1)
        assert [figures.results[one] for one in Result] == [1, 1, 0, 0]
        assert [paper.part for paper in content.papers] == ["theory", "practice"]
        assert content.remarks == {Remark.ROOMS: "一台焊机故障，已更换"}
        assert (content.advice, len(content.examiners)) == ("增加焊机。", 2)

    def test_it_waits_for_every_score(self, store: Store, clock: FixedClock) -> None:
        exam = prepared(Evaluating, store, clock)
        exam.enter(exam.entry(1, THEORY, "88", instead_of="78.5"), reason="漏计")
        with pytest.raises(NotPossible) as refusal:
            exam.report()
        assert refused(refusal) == ["report-scores-open"]
        assert keys(exam) == ["report-missing"]

    def test_scores_that_changed_ask_for_a_new_version(self, exam: Evaluating) -> None:
        exam.confirmed()
        exam.enter(exam.entry(1, THEORY, "92", instead_of="78.5"), reason="漏计")
        exam.confirm()
        assert keys(exam) == ["report-outdated"]
        exam.report(1, "更正第 1 号理论成绩")
        assert exam.here().report.content.figures.results[Result.GOOD] == 1
        assert keys(exam) == ["report-unconfirmed"]

    def test_only_the_leader_files_it(self, exam: Evaluating) -> None:
        with pytest.raises(NotPossible) as refusal:
            exam.report(by=1)
        assert refused(refusal) == ["report-not-leader"]
        for caller in (exam.as_examiner(3), exam.station, exam.officer):
            with pytest.raises(NotPossible), exam.store.writing(caller) as work:
                work.evaluations.file(exam.item, 0, {})
        assert keys(exam) == ["report-missing"]

    def test_a_double_tap_files_nothing_twice(self, exam: Evaluating) -> None:
        exam.report()
        with pytest.raises(NotPossible) as refusal:
            exam.report()
        assert refused(refusal) == ["report-filed-meanwhile"]
        assert exam.here().version == 1

    def test_of_two_devices_at_once_one_files(self, exam: Evaluating) -> None:
        def file(_: int) -> Report | None:
            try:
                return exam.report()
            except NotPossible:
                return None

        with ThreadPoolExecutor(2) as threads:
            filed = [one for one in threads.map(file, range(2)) if one]
        assert [one.version for one in filed] == [1]

    def test_when_the_leader_could_not_come_the_next_one_files(
        self, store: Store, clock: FixedClock
    ) -> None:
        before = clock.office
        exam = prepared(Evaluating, store, clock)
        after, clock.office = clock.office, before
        with store.writing() as work:
            calls = work.exam_calls.ask(exam.batch.id)
        leader = next(one for one in calls if one.examiner == exam.examiners[0])
        with store.writing(exam.as_examiner(0)) as work:
            work.exam_calls.answer(leader.id, accepts=False, reason="生病")
        clock.office = after
        with pytest.raises(NotPossible):
            exam.report()
        report = exam.report(by=1)
        exam.opine(report, 2, CONFIRM)
        assert keys(exam) == []


class TestOpinions:
    def test_nobody_speaks_on_their_own_report_nor_on_one_of_others(self, exam: Evaluating) -> None:
        report = exam.report()
        with pytest.raises(NotPossible) as refusal:
            exam.opine(report, 0, CONFIRM)
        assert refused(refusal) == ["opinion-own-report"]
        for caller in (exam.as_examiner(3), exam.station):
            with pytest.raises(NotPossible), exam.store.writing(caller) as work:
                work.evaluations.opine(report.id, CONFIRM)

    def test_there_is_one_opinion_on_a_version(self, exam: Evaluating) -> None:
        report = exam.report()
        exam.opine(report, 1, CONFIRM)
        with pytest.raises(NotPossible) as refusal:
            exam.opine(report, 1, OBJECT, "不同意")
        assert refused(refusal) == ["opinion-given-already"]

    @pytest.mark.parametrize("kind", [SUPPLEMENT, OBJECT])
    def test_anything_but_a_yes_says_what(self, exam: Evaluating, kind: OpinionKind) -> None:
        with pytest.raises(NotPossible) as refusal:
            exam.opine(exam.report(), 1, kind)
        assert refused(refusal) == ["opinion-text-wanted"]

    def test_an_objection_blocks_until_the_leader_revises_and_all_are_asked_anew(
        self, exam: Evaluating
    ) -> None:
        first = exam.report()
        exam.opine(first, 1, OBJECT, "2 号工位的评分没有复核。")
        exam.opine(first, 2, CONFIRM)
        assert keys(exam) == ["report-objected"]
        with pytest.raises(NotPossible) as refusal:
            exam.report(1)
        assert refused(refusal) == ["report-change-unsaid"]
        second = exam.report(1, "补写 2 号工位复核情况")
        assert (second.version, second.content.changed) == (2, "补写 2 号工位复核情况")
        assert keys(exam) == ["report-unconfirmed"]
        with pytest.raises(NotPossible) as refusal:
            exam.opine(first, 2, CONFIRM)
        assert refused(refusal) == ["opinion-report-revised"]
        for n in (1, 2):
            exam.opine(second, n, CONFIRM)
        assert keys(exam) == []
        with exam.store.reading() as work:
            assert [one.version for one in work.evaluations.versions(exam.here())] == [1, 2]
            assert [one.kind for one in work.evaluations.opinions(first.id)] == [OBJECT, CONFIRM]


class TestOverruling:
    def test_the_management_station_overrules_with_a_reason(self, exam: Evaluating) -> None:
        report = exam.report()
        objection = exam.opine(report, 1, OBJECT, "评分偏低")
        exam.opine(report, 2, CONFIRM)
        with exam.store.reading(exam.officer) as work:
            assert [one.id for one, _ in work.evaluations.objections()] == [objection.id]
        assert overrule(exam, objection).overruling == "评分表与录像一致"
        assert keys(exam) == []
        with exam.store.reading(exam.officer) as work:
            assert work.evaluations.objections() == ()
        with pytest.raises(NotPossible) as refusal:
            overrule(exam, objection)
        assert refused(refusal) == ["objection-decided"]

    def test_nobody_else_does_and_nobody_else_sees_it(self, exam: Evaluating) -> None:
        objection = exam.opine(exam.report(), 1, OBJECT, "评分偏低")
        for role, code in (
            (Role.MANAGEMENT_OFFICER, BASE),
            (Role.CENTRE_OFFICER, CENTRE),
            (Role.STATION_HEAD, HAMI),
        ):
            caller = tree.hold(exam.store, role, code)
            with pytest.raises(NotPossible):
                overrule(exam, objection, caller)
            with exam.store.reading(caller) as work:
                assert work.evaluations.objections() == ()

    def test_what_was_revised_needs_no_decision(self, exam: Evaluating) -> None:
        objection = exam.opine(exam.report(), 1, OBJECT, "评分偏低")
        exam.report(1, "复核后未变")
        with pytest.raises(NotPossible) as refusal:
            overrule(exam, objection)
        assert refused(refusal) == ["objection-revised"]
        with exam.store.reading(exam.officer) as work:
            assert work.evaluations.objections() == ()

    def test_an_agreement_is_nothing_to_overrule(self, exam: Evaluating) -> None:
        opinion = exam.opine(exam.report(), 1, SUPPLEMENT, "补充一点")
        with pytest.raises(NotPossible) as refusal:
            overrule(exam, opinion)
        assert refused(refusal) == ["objection-decided"]


class TestTheLock:
    def test_nothing_changes_while_the_results_are_in(self, exam: Evaluating) -> None:
        report = exam.report()
        objection = exam.opine(report, 1, OBJECT, "评分偏低")
        exam.results_filed()
        with pytest.raises(NotPossible) as refusal:
            exam.report(1, "改一处")
        assert refused(refusal) == ["report-locked"]
        with pytest.raises(NotPossible) as refusal:
            exam.opine(report, 2, CONFIRM)
        assert refused(refusal) == ["report-locked"]
        with pytest.raises(NotPossible) as refusal:
            overrule(exam, objection)
        assert refused(refusal) == ["report-locked"]

    def test_the_list_of_an_examiner_is_what_is_still_open(self, exam: Evaluating) -> None:
        for n, count in ((0, 1), (1, 1), (3, 0)):
            with exam.store.reading(exam.as_examiner(n)) as work:
                assert len(work.evaluations.own()) == count
        exam.results_filed()
        with exam.store.reading(exam.as_examiner(0)) as work:
            assert work.evaluations.own() == ()


def test_who_served_and_who_stands_above_may_read_it(exam: Evaluating) -> None:
    here = exam.here()
    above = tree.hold(exam.store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
    for caller in (exam.as_examiner(0), exam.as_examiner(2), exam.station, above):
        with exam.store.reading(caller) as work:
            work.evaluations.check_sight(here)
    other = tree.hold(exam.store, Role.STATION_HEAD, HAMI)
    for caller in (exam.as_examiner(3), other):
        with pytest.raises(NotPossible), exam.store.reading(caller) as work:
            work.evaluations.check_sight(here)
