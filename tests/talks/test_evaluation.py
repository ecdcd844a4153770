"""考评报告, 确认报告, 裁定反对意见: from the leader's report to everybody's yes (R7.2)."""

import pytest

from bot.press import Press
from conversations.engine.messages import Paper
from rules.evaluations import OpinionKind, ReportState
from rules.findings import NotPossible
from rules.roles import Role
from store.unit import Store
from tests.evaluating import Evaluating
from tests.fakes import FixedClock
from tests.officers import at
from tests.prepared import prepared
from tests.store.tree import HAMI, of
from tests.talk import Talker


@pytest.fixture
def exam(store: Store, clock: FixedClock) -> Evaluating:
    return prepared(Evaluating, store, clock)


def step(talker: Talker, beginning: str) -> None:
    talker.tap(next(value for value in talker.values if value.startswith(beginning)))


def in_order(talker: Talker, *but: str) -> None:
    """Answer the four choices; what is named in `but` has something to note."""
    for box in ("unsealing", "rooms", "scoring", "incidents"):
        assert talker.box == box
        talker.say("2" if box in but else "1")
        if box in but:
            talker.say("3 号工位焊机故障，当场更换")
    talker.say("-")


def test_filed_supplemented_objected_revised_and_confirmed_by_all(exam: Evaluating) -> None:
    leader, second, third = (exam.examiner(n) for n in range(3))
    people = [of(exam.as_examiner(n)) for n in range(3)]
    leader.tap("/evaluation_report")
    in_order(leader, "rooms")
    review = leader.last.text
    assert leader.box == "review"
    assert "应考 2 人，实考 1 人，缺考 1 人" in review
    assert "优秀 0，良好 0，合格 1，不合格 1（含缺考 1），合格率 100.0%" in review
    assert "理论试卷，校验码" in review
    leader.tap("submit")
    assert "已通知 2 位考评员确认" in leader.last.text

    assert "的考评报告已提交。请看报告并表态" in exam.heard(people[1])[-1]
    second.tap("/report_opinion")
    assert second.box == "opinion"
    assert "考场、设备与工量具：3 号工位焊机故障，当场更换" in second.last.text
    second.say("2")
    second.say("更换用时 10 分钟，已补时。")
    assert "补充意见已记入" in second.last.text
    third.tap("/report_opinion")
    third.say("3")
    third.say("更换后没有重新试焊。")
    assert "已通知组长和管理站" in third.last.text
    assert "提出反对：更换后没有重新试焊。" in exam.heard(people[0])[-1]
    assert "反对考评报告：更换后没有重新试焊。" in exam.heard(of(exam.officer))[-1]
    assert "处理以前，成绩不能提交" in exam.heard(of(exam.station))[-1]
    third.tap("/report_opinion")
    assert "没有等您确认" in third.last.text

    leader.tap(f"/evaluation_report {exam.item}")
    assert leader.box == "changed"
    leader.say("补写试焊情况：更换后试焊合格")
    leader.tap("edit:rooms_said")
    leader.say("3 号工位焊机故障，当场更换，试焊合格后继续")
    leader.tap("submit")
    assert "第 2 版已提交" in leader.last.text
    assert "您反对过的考评报告改过了" in exam.heard(people[2])[-1]
    assert "现在是第 2 版，改动：补写试焊情况" in exam.heard(people[1])[-1]
    for talker in (second, third):
        talker.tap("/report_opinion")
        assert "试焊合格后继续" in talker.last.text
        talker.say("1")
        assert "已确认" in talker.last.text
    assert exam.here().state is ReportState.CONFIRMED
    for person in (people[0], of(exam.station)):
        assert "已由全体考评员确认" in exam.heard(person)[-1]
    step(leader, "/evaluation_reports")
    leader.tap("/evaluation_reports")
    assert "第 2 版，已全部确认" in leader.last.text


def test_an_objection_is_overruled_with_a_reason(exam: Evaluating) -> None:
    report = exam.report()
    exam.opine(report, 1, OpinionKind.CONFIRM)
    third = exam.examiner(2)
    third.tap(f"/report_opinion {report.id}")
    third.say("反对")
    third.say("实操评分普遍偏低。")
    officer = exam.at(of(exam.officer))
    officer.tap("/todo")
    assert "对考评报告的反对意见：" in officer.last.text
    step(officer, "/report_overruling")
    assert officer.box == "reason"
    assert "第 1 版" in officer.last.text
    officer.say("抽看录像 5 份，评分与标准一致。")
    assert "实操评分普遍偏低。" in officer.last.text
    officer.tap("submit")
    assert "已裁定反对意见不成立" in officer.last.text
    assert "理由：抽看录像 5 份" in exam.heard(of(exam.as_examiner(2)))[-1]
    officer.tap(f"/evaluation_reports {exam.batch.number}")
    assert "已全部确认" in officer.last.text
    step(officer, "/evaluation_reports r")
    assert "裁定不成立：抽看录像 5 份" in officer.last.text
    officer.tap("/report_overruling")
    assert "没有要裁定" in officer.last.text


def test_an_opinion_on_a_version_that_was_revised_is_led_to_the_new_one(exam: Evaluating) -> None:
    report = exam.report()
    second = exam.examiner(1)
    second.tap(f"/report_opinion {report.id}")
    newer = exam.report(1, "更正试卷拆封时间")
    second.say("1")
    assert "现在是第 2 版" in second.last.text
    second.tap(f"/report_opinion {newer.id}")
    second.say("1")
    assert "第 2 版" in second.last.text


def test_who_did_not_serve_reads_and_writes_nothing(exam: Evaluating) -> None:
    report = exam.report()
    stranger = exam.examiner(3)
    for command in (f"evaluation_report {exam.item}", f"report_opinion {report.id}"):
        stranger.tap(f"/{command}")
        assert "不能查看或办理" in stranger.last.text
    other = at(exam.store, Role.STATION_HEAD, HAMI)
    for talker in (stranger, other):
        talker.tap(f"/evaluation_reports r{report.id}")
        assert "考评报告　第" not in talker.last.text
    second = exam.examiner(1)
    second.tap(f"/evaluation_report {exam.item}")
    assert "由组长（" in second.last.text
    leader = exam.examiner(0)
    leader.tap(f"/report_opinion {report.id}")
    assert "由其他考评员确认" in leader.last.text


def test_english_reads_as_whole(exam: Evaluating) -> None:
    report = exam.report()
    with exam.store.writing() as work:
        work.people.set_language(of(exam.as_examiner(1)), "en")
    second = exam.examiner(1)
    second.tap(f"/report_opinion {report.id}")
    assert "failed 1 (1 absent among them), pass rate 100.0%" in second.last.text
    second.say("1")
    assert "Confirmed: batch" in second.last.text


def test_the_report_is_printed_with_every_opinion_for_who_may_read_it(exam: Evaluating) -> None:
    report = exam.confirmed()
    leader = exam.examiner(0)
    leader.tap(f"/evaluation_reports r{report.id}")
    (paper,) = leader.last.files
    assert isinstance(paper, Paper)
    press = Press(exam.store)
    sheet = press.collect(paper, of(exam.as_examiner(0)))
    assert press.print(sheet).data.startswith(b"%PDF")
    (content,) = sheet.content
    assert content.figures == ("2", "1", "1", "0", "0", "1", "1", "100.0%")
    assert [line[1] for line in content.opinions] == ["确认", "确认"]
    whole = press.collect(Paper("reports", exam.batch.id, ""), of(exam.officer))
    assert whole.content == (sheet.content, None)
    with pytest.raises(NotPossible):
        press.collect(paper, of(exam.as_examiner(3)))
