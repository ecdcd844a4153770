"""Scores: entered whole or not at all, counted once their examiner confirmed them, never overwritten (R7.1)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from decimal import Decimal

import pytest

from rules.approvals import PaperKind
from rules.deadlines import ExamDays
from rules.findings import Finding, NotPossible
from rules.grading import Absent, Result
from rules.roles import Role
from rules.scores import ScoreState
from store.clock import OFFICE_ZONE
from store.scores import Entry
from store.unit import Store
from tests.exams import Stage
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.scoring import AFTER, PRACTICE, THEORY, Marking
from tests.store import tree
from tests.store.tree import MANAGEMENT, YUNYANG


@pytest.fixture
def exam(store: Store, clock: FixedClock) -> Marking:
    return prepared(Marking, store, clock)


def refused(exam: Marking, *entries: Entry, reason: str = "") -> list[Finding]:
    with pytest.raises(NotPossible) as refusal:
        exam.enter(*entries, reason=reason)
    return list(refusal.value.findings)


def keys(exam: Marking) -> list[str]:
    with exam.store.reading() as work:
        return [one.key for one in work.scores.gaps(exam.batch.id)]


def test_a_result_stands_once_both_scores_are_confirmed(exam: Marking) -> None:
    exam.score(1, "78.5", "85")
    exam.enter(exam.entry(2, THEORY, "absent"), exam.entry(2, PRACTICE, "92", 1))
    first, second = exam.lines()
    assert (first.theory, first.practice, first.confirmed) == (Decimal("78.5"), Decimal(85), False)
    assert first.result is None
    assert second.theory is Absent.ABSENT
    assert exam.confirm(0) == 3
    first, second = exam.lines()
    assert first.result is Result.PASSED
    assert (second.confirmed, second.result) == (False, None)
    assert exam.confirm(1) == 1
    assert exam.lines()[1].result is Result.FAILED
    assert keys(exam) == []


def test_everything_missing_is_named_by_trade_and_part(exam: Marking) -> None:
    exam.enter(exam.entry(1, THEORY, "60"))
    with exam.store.reading() as work:
        found = work.scores.gaps(exam.batch.id)
    assert [(one.key, one.args["part"], one.args["places"]) for one in found] == [
        ("scores-missing", "theory", ("2",)),
        ("scores-unconfirmed", "theory", ("1",)),
        ("scores-missing", "practice", ("1–2",)),
    ]


def test_what_is_there_is_replaced_only_by_who_saw_it(exam: Marking) -> None:
    exam.enter(exam.entry(1, THEORY, "78"))
    assert exam.enter(exam.entry(1, THEORY, "78")) == ()
    (found,) = refused(exam, exam.entry(1, THEORY, "87"), exam.entry(2, THEORY, "66"))
    assert (found.key, found.args["stands"], found.args["given"]) == ("score-stands", "78", "87")
    assert exam.lines()[1].theory is None
    (new,) = exam.enter(exam.entry(1, THEORY, "87", instead_of="78"))
    assert new.state is ScoreState.ENTERED
    (stale,) = refused(exam, exam.entry(1, THEORY, "77", instead_of="78"))
    assert stale.key == "score-stands"


def test_a_confirmed_score_is_corrected_with_a_reason_and_confirmed_anew(exam: Marking) -> None:
    exam.score(1, "59.5", "85")
    exam.confirm()
    (found,) = refused(exam, exam.entry(1, THEORY, "60.5", instead_of="59.5"))
    assert found.key == "score-needs-reason"
    exam.enter(exam.entry(1, THEORY, "60.5", instead_of="59.5"), reason="第 12 题漏计 1 分")
    line = exam.lines()[0]
    assert (line.confirmed, line.result) == (False, None)
    exam.confirm()
    assert exam.lines()[0].result is Result.PASSED
    with exam.store.reading() as work:
        theory = [one for one in work.scores.history(line.registration) if one.part is THEORY]
    old, new = theory
    assert (old.mark, old.state, old.confirmed_at) == (Decimal("59.5"), ScoreState.REPLACED, AFTER)
    assert (new.mark, new.reason) == (Decimal("60.5"), "第 12 题漏计 1 分")
    assert new.entered_by == exam.station.person
    assert "第 12 题" not in repr(new)


def test_an_examiner_sends_back_what_was_typed_wrongly(exam: Marking) -> None:
    exam.score(1, "87", "85")
    (theory,) = [one for one in exam.lines()[0].scores.values() if one.part is THEORY]
    with exam.store.writing(exam.as_examiner(0)) as work:
        work.scores.send_back(exam.batch.id, [theory.id], "理论是 78")
        assert work.scores.confirm(exam.batch.id, exam.item, theory.id + 1) == 1
    line = exam.lines()[0]
    assert (line.scores[THEORY].answer, line.confirmed) == ("理论是 78", False)
    assert keys(exam)[:2] == ["scores-missing", "scores-returned"]
    exam.enter(exam.entry(1, THEORY, "78", instead_of="87"))
    assert exam.confirm() == 1


def test_a_score_insisted_on_goes_to_the_examiner_again(exam: Marking) -> None:
    exam.score(1, "87", "85")
    theory = exam.lines()[0].scores[THEORY]
    with exam.store.writing(exam.as_examiner(0)) as work:
        work.scores.send_back(exam.batch.id, [theory.id], "请再核对")
    assert exam.enter(exam.entry(1, THEORY, "87")) == ()
    (again,) = exam.enter(exam.entry(1, THEORY, "87", instead_of="87"), reason="已核对答卷")
    assert (again.state, again.id > theory.id) == (ScoreState.ENTERED, True)


def test_what_was_entered_after_the_look_is_not_confirmed_with_it(exam: Marking) -> None:
    (seen,) = exam.enter(exam.entry(1, THEORY, "78"))
    exam.enter(exam.entry(1, PRACTICE, "85"))
    with exam.store.writing(exam.as_examiner(0)) as work:
        assert work.scores.confirm(exam.batch.id, exam.item, seen.id) == 1
        assert len(work.scores.waiting(exam.batch.id, exam.item)) == 1


def test_only_the_named_examiner_of_the_team_confirms(exam: Marking) -> None:
    exam.score(1, "78", "85", examiner=1)
    assert exam.confirm(0) == 0
    with pytest.raises(NotPossible, match="not-yours"):
        exam.confirm(3)
    score = exam.lines()[0].scores[THEORY]
    with (
        pytest.raises(NotPossible, match="changed-meanwhile"),
        exam.store.writing(exam.as_examiner(0)) as work,
    ):
        work.scores.send_back(exam.batch.id, [score.id], "不是我的")
    with (
        pytest.raises(NotPossible, match="not-your-role"),
        exam.store.writing(exam.station) as work,
    ):
        work.scores.confirm(exam.batch.id, exam.item, score.id)


def test_everything_wrong_is_said_at_once_and_nothing_is_written(exam: Marking) -> None:
    found = refused(
        exam,
        exam.entry(1, THEORY, "78", examiner=3),
        exam.entry(2, THEORY, "66"),
        exam.entry(2, THEORY, "67"),
    )
    assert [one.key for one in found] == ["score-twice", "score-examiner-not-of-team"]
    assert [line.theory for line in exam.lines()] == [None, None]


def test_nobody_has_a_score_before_their_exam_began(exam: Marking, clock: FixedClock) -> None:
    with exam.store.writing() as work:
        work.batches.move(exam.batch.id, ExamDays(date(2026, 9, 2), date(2026, 9, 1)))
    (early,) = refused(exam, exam.entry(1, THEORY, "78"), exam.entry(1, PRACTICE, "85"))
    assert (early.key, early.args["part"]) == ("scores-too-early", "theory")
    exam.enter(exam.entry(1, PRACTICE, "85"))
    clock.office = datetime(2026, 9, 2, 9, tzinfo=OFFICE_ZONE)
    exam.enter(exam.entry(1, THEORY, "78"))


def test_without_a_roster_there_is_nobody_to_score(store: Store, clock: FixedClock) -> None:
    stage = prepared(Stage, store)
    clock.office = AFTER
    with store.reading(stage.station) as work:
        assert [one.key for one in work.scores.against(stage.batch)] == ["scores-no-roster"]
        assert work.scores.to_enter() == ()
        assert work.scores.of(stage.batch.id) == ()


def test_once_the_results_are_handed_in_nothing_changes_any_more(exam: Marking) -> None:
    exam.score(1, "78", "85")
    theory = exam.lines()[0].scores[THEORY]
    with exam.store.writing() as work:
        subject = exam.batch.id
        programme, station = exam.batch.programme, exam.batch.station_code
        work.papers.file(PaperKind.RESULTS, programme, station, subject, {})
    assert [one.key for one in refused(exam, exam.entry(2, THEORY, "66"))] == ["scores-locked"]
    with pytest.raises(NotPossible, match="scores-locked"):
        exam.confirm()
    with (
        pytest.raises(NotPossible, match="scores-locked"),
        exam.store.writing(exam.as_examiner(0)) as work,
    ):
        work.scores.send_back(exam.batch.id, [theory.id], "晚了")
    with exam.store.reading(exam.station) as work:
        assert work.scores.to_enter() == ()


def test_somebody_of_another_batch_is_not_on_this_roster(exam: Marking) -> None:
    with exam.store.reading() as work:
        known = work.scores.of(exam.batch.id)[0]
    stranger = Entry(
        registration=known.registration + 1000,
        part=THEORY,
        mark=Decimal(60),
        examiner=exam.examiners[0],
    )
    assert [one.key for one in refused(exam, stranger)] == ["score-not-on-roster"]


@pytest.mark.parametrize(
    ("role", "where"),
    [(Role.STATION_OFFICER, YUNYANG), (Role.MANAGEMENT_OFFICER, MANAGEMENT)],
)
def test_only_the_batchs_own_station_enters_scores(exam: Marking, role: Role, where: str) -> None:
    caller = tree.hold(exam.store, role, where)
    entry = exam.entry(1, THEORY, "78")
    with (
        pytest.raises(NotPossible, match=r"not-your"),
        exam.store.writing(caller) as work,
    ):
        work.scores.enter(exam.batch.id, [entry])


def test_lists_show_what_is_to_be_done_where(exam: Marking) -> None:
    with exam.store.reading(exam.station) as work:
        assert [one.id for one in work.scores.to_enter()] == [exam.batch.id]
    exam.score(1, "78", "85")
    with exam.store.reading(exam.as_examiner(0)) as work:
        (waiting,) = work.scores.to_confirm()
    assert (waiting.batch.id, waiting.count) == (exam.batch.id, 2)
    with exam.store.reading(exam.as_examiner(1)) as work:
        assert work.scores.to_confirm() == ()


def test_two_devices_that_type_for_one_candidate_leave_one_score(exam: Marking) -> None:
    entries = [exam.entry(1, THEORY, "78"), exam.entry(1, THEORY, "87")]

    def typed(entry: Entry) -> bool:
        try:
            exam.enter(entry)
        except NotPossible:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(typed, entries)) == [False, True]
