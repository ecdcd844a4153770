"""登记成绩, 确认成绩, 退回成绩: scores from the clerk's keyboard to the examiner's yes (R7.1)."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from rules.deadlines import ExamDays
from rules.grading import Absent, Result
from rules.roles import Role
from rules.scores import ScoreState
from store.clock import OFFICE_ZONE
from store.unit import Store
from tests.exams import Stage
from tests.fakes import FixedClock
from tests.officers import at
from tests.prepared import prepared
from tests.scoring import AFTER, PRACTICE, THEORY, Marking
from tests.store.tree import HAMI, MANAGEMENT, of
from tests.talk import Talker

A = Absent.ABSENT


@pytest.fixture
def exam(store: Store, clock: FixedClock) -> Marking:
    return prepared(Marking, store, clock, people=3)


@pytest.fixture
def clerk(exam: Marking) -> Talker:
    return exam.at(of(exam.station))


def begin(exam: Marking, clerk: Talker, theory: str = "1", practice: str = "1") -> None:
    """To the first question: both parts, and whose scores they are."""
    clerk.tap(f"/score_entry {exam.batch.number}")
    for answer in ("理论和实操", theory, practice, "1"):
        clerk.say(answer)
    assert clerk.box == "marks"


def marks(exam: Marking) -> list[tuple[object, object]]:
    def plain(mark: object) -> object:
        return str(mark) if isinstance(mark, Decimal) else mark

    return [(plain(line.theory), plain(line.practice)) for line in exam.lines()]


class TestTyping:
    def test_a_number_typed_is_the_running_number_wherever_in_the_list_it_stands(
        self, exam: Marking, clerk: Talker
    ) -> None:
        exam.score(1, "70", "71")
        clerk.tap(f"/score_entry {exam.batch.number}")
        for answer in ("理论和实操", "1", "1"):
            clerk.say(answer)
        assert clerk.values[:3] == ["2", "3", "1"]
        assert [one.number for one in clerk.last.options[:3]] == ["2", "3", "1"]
        clerk.say("2")
        assert "第 2 号 王强" in clerk.last.text

    def test_one_after_the_other_the_next_asked_for_by_itself(
        self, exam: Marking, clerk: Talker
    ) -> None:
        clerk.say("登记成绩")
        assert f"{exam.batch.number}　2026-09-01 考试　已登记 0/6" in clerk.last.text
        clerk.tap(f"/scores {exam.batch.number}")
        assert "理论：已登记 0/3，已确认 0；没有成绩的序号 1–3" in clerk.last.text
        clerk.tap(f"/score_entry {exam.batch.number}")
        clerk.say("理论和实操")
        assert [one.label for one in clerk.last.options] == [
            "王建国（组长）　KP26-0001",
            "刘芳　KP26-0002",
            "陈明　KP26-0003",
        ]
        for answer in ("1", "2", "1"):
            clerk.say(answer)
        assert "第 1 号 李晓雨" in clerk.last.text
        clerk.say("78.5 85")
        assert "已登记：第 1 号 李晓雨　理论 78.5　实操 85\n" in clerk.last.text
        assert "第 2 号 王强" in clerk.last.text
        assert "还有 2 人没有成绩" in clerk.last.text
        clerk.say("缺考")
        assert "第 3 号 阿依古丽·买买提" in clerk.last.text
        clerk.say("60/59.5")
        assert "已登记：第 3 号" in clerk.last.text
        assert "成绩已登记 6/6，考评员已确认 0" in clerk.last.text
        assert marks(exam) == [("78.5", "85"), (A, A), ("60", "59.5")]
        given = {one.examiner for line in exam.lines() for one in line.scores.values()}
        assert given == set(exam.examiners[:2])
        leader = exam.examiner(0)
        assert "3 个成绩等您确认" in exam.heard(session(exam.store, leader))[-1]

    def test_somebody_is_left_out_and_found_again(self, exam: Marking, clerk: Talker) -> None:
        begin(exam, clerk)
        clerk.say("跳过")
        assert "第 1 号先跳过" in clerk.last.text
        clerk.say("80 80")
        clerk.say("81 81")
        assert "没有成绩的序号 1" in clerk.last.text
        clerk.tap(f"/score_entry {exam.batch.number}")
        clerk.say("理论")
        clerk.say("2")
        # Only one is left without a score, but others may be meant: the list is shown.
        assert clerk.last.options[0].label == "1 李晓雨　理论 —　实操 —"
        clerk.say("阿依古丽")
        assert "第 3 号 阿依古丽·买买提　现在是理论 81　实操 81" in clerk.last.text

    def test_several_lines_at_once_for_others_than_the_one_asked(
        self, exam: Marking, clerk: Talker
    ) -> None:
        begin(exam, clerk)
        clerk.say("3 阿依古丽•买买提 90 91\n1 李晓雨 78 85")
        assert marks(exam) == [("78", "85"), (None, None), ("90", "91")]
        assert "第 2 号 王强" in clerk.last.text

    @pytest.mark.parametrize(
        ("text", "error"),
        [
            ("101 85", "score-too-high"),
            ("−1 85", "score-form"),
            ("-1 85", "score-form"),
            ("60.55 85", "score-decimals"),
            ("六十 85", "score-form"),
            ("78", "scores-line-2"),
            ("78 85\n79 86", "scores-line-without-place"),
            ("1 78 85\n1 79 86", "scores-line-twice"),
            ("4 78 85", "score-place-unknown"),
            ("1 王强 78 85", "score-other-name"),
            ("", "text-empty"),
        ],
    )
    def test_what_is_no_score_is_refused_and_nothing_is_written(
        self, exam: Marking, clerk: Talker, text: str, error: str
    ) -> None:
        begin(exam, clerk)
        clerk.say(text)
        assert (clerk.box, clerk.error) == ("marks", error)
        assert "第 1 号 李晓雨" in clerk.last.text
        assert marks(exam) == [(None, None)] * 3

    def test_what_stands_is_shown_beside_what_is_new(self, exam: Marking, clerk: Talker) -> None:
        exam.score(2, "70", "71")
        begin(exam, clerk)
        clerk.say("1 78 85\n2 70 17")
        assert clerk.box == "replace"
        assert "第 2 号 王强 实操 71（王建国）→ 17（王建国）" in clerk.last.text
        assert "理论 70" not in clerk.last.text
        clerk.say("否")
        assert "不一样的保留了原来的" in clerk.last.text
        assert marks(exam)[:2] == [("78", "85"), ("70", "71")]
        clerk.tap(f"/score_entry {exam.batch.number} {exam.item} place=2 correct")
        clerk.say("70 17")
        clerk.say("是")
        assert marks(exam)[1] == ("70", "17")

    def test_typed_by_two_at_once_the_second_hears_of_the_first(
        self, exam: Marking, clerk: Talker
    ) -> None:
        begin(exam, clerk)
        exam.score(1, "60", "60")
        clerk.say("78 85")
        assert clerk.box == "replace"
        assert "理论 60（王建国）→ 78（王建国）" in clerk.last.text

    def test_only_the_part_that_has_begun_is_asked_for(
        self, exam: Marking, clerk: Talker, clock: FixedClock
    ) -> None:
        with exam.store.writing() as work:
            work.batches.move(exam.batch.id, ExamDays(date(2026, 9, 1), date(2026, 9, 2)))
        clerk.tap(f"/score_entry {exam.batch.number}")
        assert clerk.box == "examiner"
        for answer in ("1", "1"):
            clerk.say(answer)
        assert "只写理论，例如 78" in clerk.last.text
        clerk.say("78")
        assert marks(exam)[0] == ("78", None)
        clock.office = datetime(2026, 8, 31, tzinfo=OFFICE_ZONE)
        clerk.tap(f"/score_entry {exam.batch.number}")
        assert "2026-09-01 09:00 开始，之后才能登记" in clerk.last.text
        clerk.say("登记成绩")
        assert "没有要登记成绩的批次" in clerk.last.text

    def test_without_a_roster_the_reason_is_named(self, store: Store, clock: FixedClock) -> None:
        stage = prepared(Stage, store)
        clock.office = AFTER
        clerk = stage.at(of(stage.station))
        for step in ("scores", "score_entry"):
            clerk.tap(f"/{step} {stage.batch.number}")
            assert "还没有提交花名册" in clerk.last.text

    def test_others_see_or_enter_nothing(self, exam: Marking) -> None:
        exam.score(1, "78", "85")
        other = at(exam.store, Role.STATION_OFFICER, HAMI)
        for step in ("scores", "score_entry"):
            other.tap(f"/{step} {exam.batch.number}")
            assert "不能查看或办理" in other.last.text
        officer = at(exam.store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
        officer.tap(f"/scores {exam.batch.number}")
        assert "已登记 1/3" in officer.last.text
        assert not [one for one in officer.values if one.startswith("/score_entry")]


class TestConfirming:
    def test_the_named_examiner_confirms_what_is_on_the_screen(
        self, exam: Marking, clerk: Talker
    ) -> None:
        exam.score(1, "78.5", "85")
        exam.score(2, "absent", "absent")
        examiner = exam.examiner(0)
        examiner.say("确认成绩")
        examiner.say("1")
        assert "1 李晓雨　理论 78.5　实操 85\n2 王强　理论 缺考　实操 缺考" in examiner.last.text
        exam.score(3, "90", "90")
        examiner.say("全部确认")
        assert "已确认 4 个成绩" in examiner.last.text
        assert "刚刚又登记了 2 个" in examiner.last.text
        examiner.say("1")
        examiner.say("1")
        assert [line.result for line in exam.lines()] == [
            Result.PASSED,
            Result.FAILED,
            Result.EXCELLENT,
        ]
        assert examiner.values == [f"/evaluation_report {exam.item}", "/menu"]
        assert "已全部由考评员确认" in exam.heard(of(exam.station))[-1]
        examiner.tap(f"/score_confirmation {exam.batch.number} {exam.item} confirm.99")
        assert "没有等您确认的成绩了" in examiner.last.text
        clerk.tap(f"/scores {exam.batch.number} page:1 list")
        assert "1 李晓雨　理论 78.5　实操 85　合格" in clerk.last.text

    def test_one_is_sent_back_the_others_confirmed_corrected_and_confirmed(
        self, exam: Marking, clerk: Talker
    ) -> None:
        exam.score(1, "87", "85")
        exam.score(2, "60", "60")
        exam.score(3, "90", "90")
        examiner = exam.examiner(0)
        examiner.tap(f"/score_confirmation {exam.batch.number} {exam.item}")
        examiner.say("有不对的，退回")
        for answer in ("1", "理论", "第 1 号理论应为 78", "是"):
            examiner.say(answer)
        assert "已退回 1 个成绩" in examiner.last.text
        assert "已确认 5 个成绩" in examiner.last.text
        told = exam.heard(of(exam.station))[-1]
        assert "王建国退回了第 1 号的成绩。原因：第 1 号理论应为 78" in told
        clerk.tap(f"/score_entry {exam.batch.number} {exam.item} place=1 back")
        assert "只写理论" in clerk.last.text
        clerk.say("78")
        assert "成绩已登记 6/6，考评员已确认 5" in clerk.last.text
        assert exam.confirm() == 1
        assert exam.lines()[0].result is Result.PASSED

    def test_a_confirmed_score_is_corrected_with_its_reason_on_record(
        self, exam: Marking, clerk: Talker
    ) -> None:
        exam.score(1, "59.5", "85")
        exam.confirm()
        clerk.tap(f"/scores {exam.batch.number} 1")
        assert "2026-09-01 17:00 确认" in clerk.last.text
        clerk.tap(f"/score_entry {exam.batch.number} {exam.item} place=1 correct")
        clerk.say("60.5 85")
        assert "理论 59.5（王建国，已确认）→ 60.5" in clerk.last.text
        clerk.say("是")
        assert clerk.box == "reason"
        clerk.say("第 12 题漏计 1 分")
        line = exam.lines()[0]
        assert (line.theory, line.confirmed) == (Decimal("60.5"), False)
        assert line.state(PRACTICE) is ScoreState.CONFIRMED
        examiner = exam.examiner(0)
        assert "已确认的成绩有更正" in exam.heard(session(exam.store, examiner))[-1]
        examiner.tap(f"/score_confirmation {exam.batch.number} {exam.item}")
        assert "1 李晓雨　理论 60.5　更正原因：第 12 题漏计 1 分" in examiner.last.text
        examiner.say("1")
        assert exam.lines()[0].result is Result.PASSED
        clerk.tap(f"/scores {exam.batch.number} 1")
        assert "理论 59.5" in clerk.last.text
        assert "（已被替换）" in clerk.last.text

    def test_a_score_confirmed_by_mistake_is_sent_back_too(
        self, exam: Marking, clerk: Talker
    ) -> None:
        examiner = exam.examiner(0)
        examiner.say("退回成绩")
        assert "没有可以退回的成绩" in examiner.last.text
        exam.score(1, "87", "85")
        exam.confirm()
        examiner.say("退回成绩")
        assert examiner.last.options[0].label == f"{exam.batch.number}　电焊工 四级（中级工）"
        for answer in ("1", "1", "理论和实操", "两科抄反了"):
            examiner.say(answer)
        assert "已退回 2 个成绩" in examiner.last.text
        assert exam.lines()[0].result is None
        clerk.tap(f"/score_entry {exam.batch.number} {exam.item} place=1 back")
        assert "现在是理论 87　实操 85" in clerk.last.text
        clerk.say("85 87")
        exam.confirm()
        assert exam.lines()[0].result is Result.GOOD

    def test_a_score_is_nobody_elses_to_confirm_or_to_send_back(self, exam: Marking) -> None:
        exam.score(1, "78", "85", examiner=1)
        first, stranger = exam.examiner(0), exam.examiner(3)
        first.say("确认成绩")
        assert "没有等您确认的成绩" in first.last.text
        stranger.tap(f"/score_confirmation {exam.batch.number} {exam.item} confirm.99")
        assert "不能查看或办理" in stranger.last.text
        for other in (first, stranger):
            other.tap(f"/score_return {exam.batch.number}.{exam.item}.99")
            assert "刚刚有变动" in other.last.text
        assert exam.lines()[0].state(THEORY) is ScoreState.ENTERED

    @pytest.mark.parametrize(
        ("text", "error"),
        [("三号", "score-places-unreadable"), ("2", "score-places-not-yours"), ("", "text-empty")],
    )
    def test_numbers_that_are_not_theirs_are_refused(
        self, exam: Marking, text: str, error: str
    ) -> None:
        exam.score(1, "78", "85")
        examiner = exam.examiner(0)
        examiner.tap(f"/score_return {exam.batch.number}.{exam.item}.99")
        examiner.say(text)
        assert (examiner.box, examiner.error) == ("which", error)


def test_english_is_complete(exam: Marking) -> None:
    clerk = at(exam.store, Role.STATION_OFFICER, exam.batch.station_code, "en")
    begin_words = ("Theory and practice", "1", "1", "1", "78 absent")
    clerk.tap(f"/score_entry {exam.batch.number}")
    for answer in begin_words:
        clerk.say(answer)
    assert "Entered: no. 1 李晓雨, theory 78, practice absent" in clerk.last.text
    clerk.tap(f"/scores {exam.batch.number}")
    assert "theory: 1/3 entered, 0 confirmed; without a score: no. 2–3" in clerk.last.text


def session(store: Store, talker: Talker) -> int:
    with store.reading() as work:
        found = work.sessions.find(talker.token)
        assert found
        return found.person
