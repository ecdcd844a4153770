"""Papers in the chat: filed, listed, read, returned to the box, corrected, passed on, decided, withdrawn."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from conversations.engine.boxes import Known, Many, Part, Photo, Text, private
from conversations.engine.form import Done, Form
from conversations.engine.messages import Outgoing, Picture, Sentence
from conversations.filing import file_paper, receipt
from conversations.house import house
from conversations.intake import Intake
from rules.approvals import FILED_BY, DecisionKind, Desk, PaperKind, PaperState
from rules.findings import Finding, NotPossible
from rules.roles import Role
from store import approving
from store.decisions import Decision
from store.papers import Paper, PaperId
from store.unit import Store, UnitOfWork
from tests import officers
from tests.candidates import picture
from tests.conftest import both_databases
from tests.fakes import FixedClock
from tests.officers import decide
from tests.store import tree
from tests.store.tree import CENTRE, CHANGZHOU, HAMI, MANAGEMENT
from tests.talk import Talker


class TradeLine(Part):
    trade = Text()


class ExaminerApplication(Form):
    """Five boxes of the real one, so that what is tested here is the way of the paper."""

    roles = FILED_BY[PaperKind.EXAMINER_APPLICATION]
    paper = PaperKind.EXAMINER_APPLICATION

    unit = Known[str](lambda _: "职教102考试站")
    name = Text()
    photo = Photo()
    phone = private(Text())
    trades = Many(TradeLine, at_least=1, at_most=3)

    @classmethod
    def briefing(cls, work: UnitOfWork, paper: Paper) -> tuple[Sentence, ...]:
        return (Sentence("paper-reason", {"box": "核对", "reason": "培训还没有通过"}),)

    def submit(self, work: UnitOfWork) -> Done:
        paper = file_paper(self, work, programme=None, institution=HAMI, subject=0)
        return Done((receipt(paper),), next=(f"/my_papers {paper.id}",))


@pytest.fixture(autouse=True)
def institutions(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tree of institutions, and papers about nothing."""
    monkeypatch.setattr(approving, "EFFECTS", {})
    with store.writing() as work:
        tree.grow(work)


def at_desk(store: Store, role: Role, code: str, language: str = "zh-CN") -> Talker:
    """Somebody who holds this post, signed in."""
    talker = officers.at(store, role, code, language)
    real = house()
    forms = {**real.forms, ExaminerApplication.title: ExaminerApplication}
    talker.intake = Intake(store, replace(real, forms=forms))
    return talker


@pytest.fixture
def clerk(store: Store) -> Talker:
    return at_desk(store, Role.STATION_OFFICER, HAMI)


@pytest.fixture
def head(store: Store) -> Talker:
    return at_desk(store, Role.STATION_HEAD, HAMI)


@pytest.fixture
def officer(store: Store) -> Talker:
    return at_desk(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)


@pytest.fixture
def centre(store: Store) -> Talker:
    return at_desk(store, Role.CENTRE_OFFICER, CENTRE)


def fill(talker: Talker, name: str = "李晓雨") -> Outgoing:
    talker.tap("/examiner_application")
    talker.say(name)
    talker.show(picture(talker.store))
    talker.tap("keep")
    talker.say("13812345678")
    talker.say("电焊工")
    talker.tap("no")
    return talker.tap("submit")


def news(talker: Talker) -> list[str]:
    """The texts of everything the bot has said to this person, pushed messages too."""
    with talker.store.reading() as work:
        session = work.sessions.find(talker.token)
        assert session
        said = work.messages.after(session.person, 0, 500)
    return [m.body["text"] for m in said if m.sender == "bot"]


def last_news(talker: Talker) -> dict[str, Any]:
    with talker.store.reading() as work:
        session = work.sessions.find(talker.token)
        assert session
        said = work.messages.last_said(session.person)
    assert said
    return dict(said)


def number(filed: Outgoing) -> int:
    """The number of the paper a receipt leads to."""
    return int(filed.options[0].value.removeprefix("/my_papers "))


def paper(store: Store, number: int) -> Paper:
    with store.reading() as work:
        return work.papers.get(PaperId(number))


# --- the whole way ---


@both_databases
def test_a_paper_goes_through_all_desks_is_returned_corrected_and_approved(
    store: Store, clerk: Talker, head: Talker, officer: Talker, centre: Talker
) -> None:
    said = fill(clerk)
    n = number(said)
    assert f"编号 {n}" in said.text
    assert "部门" in said.text
    assert last_news(head)["options"][0]["value"] == f"/approve {n}"
    assert news(officer) == []

    decide(clerk, "forward", "同意")
    assert paper(store, n).desk is Desk.UNIT
    decide(head, "forward", "同意推荐，表现好")
    assert "等您办理" in last_news(officer)["text"]

    decide(
        officer, "return", "照片", "看不清楚，请重新拍照上传", "是", "联系电话", "号码打不通", "否"
    )
    assert "申请单位已收到通知" in officer.last.text
    told = last_news(clerk)
    assert "职教管理站退回修改" in told["text"]
    assert "照片：看不清楚" in told["text"]
    assert "联系电话：号码打不通" in told["text"]
    assert told["options"][0]["value"] == f"/examiner_application paper:{n}"

    opened = head.tap(f"/examiner_application paper:{n}")
    assert (head.box, head.error) == ("photo", None)
    assert "退回原因：看不清楚" in opened.text
    head.show(picture(store, "a better picture"))
    asked = head.tap("keep")
    assert head.box == "phone"
    assert "退回原因：号码打不通" in asked.text
    review = head.say("13912345678")
    assert head.box == "review"
    assert "李晓雨" in review.text
    assert "现在由管理站办理" in head.tap("submit").text
    assert (paper(store, n).desk, paper(store, n).version) == (Desk.MANAGEMENT_STATION, 2)

    decide(officer, "forward", "同意")
    decide(centre, "approve", "同意")
    assert paper(store, n).state is PaperState.APPROVED
    assert "指导中心已批准" in last_news(clerk)["text"]
    way = ["file", "forward", "forward", "return", "resubmit", "forward", "approve"]
    assert paper_history(store, n) == way


def test_the_officer_reads_the_whole_paper_as_it_was_filed(
    store: Store, clerk: Talker, head: Talker
) -> None:
    n = number(fill(clerk))
    shown = head.tap(f"/approve {n}")
    for part in (f"考评员申报 {n} 号", "姓名：李晓雨", "单位名称：职教102考试站", "电焊工"):
        assert part in shown.text
    assert "13812345678" not in shown.text
    assert "培训还没有通过" in shown.text
    (photo,) = shown.files
    assert isinstance(photo, Picture)
    assert photo.name == "照片"
    assert [v.split()[-1] for v in head.values] == [
        *("forward", "return", "reject"),
        *("openly", "release", "/todo"),
    ]


def test_private_lines_are_shown_once_and_kept_in_no_history(
    store: Store, clerk: Talker, head: Talker
) -> None:
    n = number(fill(clerk))
    answer = head.tap(f"/approve {n} openly")
    assert "13812345678" in answer.text
    assert not any("13812345678" in text for text in news(head))
    with store.reading() as work:
        assert "paper-private-shown" in [e.act for e in work.audit.of(f"paper:{n}")]


def test_an_officer_who_reads_english_is_told_everything_in_english(
    store: Store, clerk: Talker
) -> None:
    english = at_desk(store, Role.STATION_HEAD, HAMI, "en")
    n = number(fill(clerk))
    assert "waits for you" in last_news(english)["text"]
    assert "Examiner" in english.tap(f"/approve {n}").text
    english.tap(f"/decision {n}.1 return")
    assert "Photo" in [option.label for option in english.last.options]
    assert not any("退回" in option.label for option in english.last.options)


# --- a second officer, a second click ---


def test_a_second_click_says_by_whom_and_when_it_was_decided(
    store: Store, clerk: Talker, head: Talker
) -> None:
    n = number(fill(clerk))
    head.tap(f"/approve {n}")
    button = head.values[0]
    head.tap(f"/approve {n} release")
    decide(clerk, "reject", "材料不真实")
    for tap in (button, f"/approve {n}"):
        said = head.tap(tap)
        assert "已经办过了：2026-06-01" in said.text
        assert said.options[0].value == "/todo"
        assert "不同意" in said.text
    assert len(paper_history(store, n)) == 2


def paper_history(store: Store, n: int) -> list[DecisionKind]:
    with store.reading() as work:
        return [d.kind for d in work.papers.history(work.papers.get(PaperId(n)))]


def test_what_a_colleague_is_working_on_is_marked_and_left_to_him(
    store: Store, clock: FixedClock, clerk: Talker, head: Talker
) -> None:
    n = number(fill(clerk))
    head.tap(f"/approve {n}")
    assert "有人在办" in clerk.tap("/todo").text
    assert "您在办" in head.tap("/todo").text
    assert "正在办理" in clerk.tap(f"/approve {n}").text
    assert not any("/decision" in v for v in clerk.values)
    head.tap(f"/approve {n} release")
    assert any("/decision" in v for v in (clerk.tap(f"/approve {n}"), clerk.values)[1])
    clock.advance(timedelta(hours=3))
    head.tap(f"/approve {n}")
    assert any("/decision" in v for v in head.values)


@both_databases
def test_a_decision_taken_while_one_was_writing_the_reason_is_not_overwritten(
    store: Store, clock: FixedClock, clerk: Talker, head: Talker
) -> None:
    n = number(fill(clerk))
    head.tap(f"/approve {n}")
    head.tap(f"/decision {n}.1 reject")
    clock.advance(timedelta(hours=3))
    decide(clerk, "forward", "同意")
    said = head.say("不符合规定的条件")
    assert "已经办过了" in said.text
    assert head.values == [f"/approve {n}", "/todo"]
    assert paper(store, n).state is PaperState.WAITING
    assert paper_history(store, n) == ["file", "forward"]


def test_what_a_kinds_effect_refuses_is_told_and_leads_back_to_the_paper(
    store: Store, clerk: Talker, head: Talker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_yet(work: UnitOfWork, paper: Paper, decision: Decision) -> None:
        raise NotPossible(Finding("paper-reason-wanted"))

    monkeypatch.setattr(approving, "EFFECTS", {PaperKind.EXAMINER_APPLICATION: not_yet})
    n = number(fill(clerk))
    assert "请写明原因" in decide(head, "forward", "同意").text
    assert head.values == [f"/approve {n}", "/todo"]
    assert paper_history(store, n) == ["file"]


def test_somebody_elses_paper_is_nobodys_business(
    store: Store, clerk: Talker, centre: Talker
) -> None:
    n = number(fill(clerk))
    stranger = at_desk(store, Role.STATION_HEAD, CHANGZHOU)
    for talker in (stranger, centre):
        for tap in (f"/approve {n}", f"/approve {n} openly", f"/decision {n}.1 reject", "/todo"):
            said = talker.tap(tap)
            assert "李晓雨" not in said.text.replace("李晓雨，您好", "")
            assert not any(v.startswith("/decision") for v in talker.values)
    for tap in (f"/my_papers {n}", f"/examiner_application paper:{n}", f"/withdrawal {n}"):
        assert f"考评员申报 {n} 号" not in stranger.tap(tap).text
    assert paper_history(store, n) == ["file"]


# --- the applicant ---


def test_an_unfinished_correction_is_gone_on_with_and_a_box_may_stay_as_it_was(
    store: Store, clerk: Talker, head: Talker
) -> None:
    n = number(fill(clerk))
    decide(head, "return", "姓名", "与证明材料不一致，请核对", "是", "考评工种", "请写全称", "否")
    clerk.tap(f"/examiner_application paper:{n}")
    assert clerk.box == "name"
    clerk.tap("keep")
    assert clerk.box == "trades"
    clerk.tap("/menu")
    again = clerk.tap(f"/examiner_application paper:{n}")
    assert clerk.box == "trades"
    assert "请写全称" in again.text
    clerk.tap("entry:1")
    clerk.say("加工中心操作工")
    clerk.tap("done")
    assert clerk.box == "review"
    clerk.tap("submit")
    assert paper(store, n).version == 2


def test_a_reason_about_the_whole_paper_leads_to_the_review(
    store: Store, clerk: Talker, head: Talker
) -> None:
    n = number(fill(clerk))
    decide(head, "return", "整份申请", "先和部门商量", "否")
    opened = clerk.tap(f"/examiner_application paper:{n}")
    assert clerk.box == "review"
    assert "先和部门商量" in opened.text


@both_databases
def test_a_colleague_who_corrects_too_late_is_told_and_nothing_is_filed_twice(
    store: Store, clerk: Talker, head: Talker
) -> None:
    n = number(fill(clerk))
    decide(head, "return", "姓名", "请写全", "否")
    for talker in (clerk, head):
        talker.tap(f"/examiner_application paper:{n}")
        talker.tap("keep")
    clerk.tap("submit")
    assert "已经办过了" in head.tap("submit").text
    assert paper(store, n).version == 2
    assert "不用改" in clerk.tap(f"/examiner_application paper:{n}").text


def test_who_files_and_gives_the_opinion_himself_is_led_there(store: Store, head: Talker) -> None:
    n = number(fill(head))
    head.tap(f"/my_papers {n}")
    for _ in (Desk.DEPARTMENT, Desk.UNIT):
        assert f"/approve {n}" in head.values
        head.tap(f"/approve {n}")
        head.tap(head.values[0])
        head.say("同意")
    assert paper(store, n).desk is Desk.MANAGEMENT_STATION
    head.tap(f"/my_papers {n}")
    assert f"/approve {n}" not in head.values


def test_my_papers_tells_how_far_each_has_come_and_why(
    store: Store, clerk: Talker, head: Talker
) -> None:
    assert "还没有提交过" in clerk.tap("/my_papers").text
    n = number(fill(clerk))
    assert "部门审批中" in clerk.tap("/my_papers").text
    decide(head, "return", "姓名", "请写全", "否")
    assert "已退回" in clerk.tap("/my_papers").text
    shown = clerk.tap(f"/my_papers {n}")
    assert "姓名：请写全" in shown.text
    assert clerk.values[0] == f"/examiner_application paper:{n}"
    assert "退回来、等您修改" in clerk.tap("/todo").text
    assert f"/examiner_application paper:{n}" in clerk.values


def test_a_paper_is_withdrawn_after_a_yes_and_filed_anew_from_what_stood_on_it(
    store: Store, clerk: Talker, head: Talker
) -> None:
    n = number(fill(clerk))
    head.tap(f"/approve {n}")
    clerk.tap(f"/my_papers {n}")
    assert f"/withdrawal {n}" in clerk.values
    clerk.tap(f"/withdrawal {n}")
    assert "没有撤回" in clerk.tap("no").text
    clerk.tap(f"/withdrawal {n}")
    assert "已撤回" in clerk.tap("yes").text
    assert paper(store, n).state is PaperState.WITHDRAWN
    assert "已由申请单位撤回" in last_news(head)["text"]
    assert "没有要办的事" in head.tap("/todo").text
    assert "没有在办的申请" in clerk.tap(f"/withdrawal {n}").text
    assert "没有要办的事" in head.tap("/decision").text
    clerk.tap(f"/examiner_application anew:{n}")
    assert clerk.box == "review"
    again = number(clerk.tap("submit"))
    assert again != n
    assert paper(store, again).version == 1


def test_nothing_to_do_says_so_and_a_long_list_has_pages(
    store: Store, clock: FixedClock, clerk: Talker, head: Talker
) -> None:
    assert "没有要办的事" in head.tap("/todo").text
    filed = []
    for serial in range(9):
        filed.append(number(fill(clerk, f"考评员{serial}")))
        clock.advance(timedelta(days=1))
    first = head.tap("/todo")
    assert "等了 9 天" in first.text
    assert head.values[-1] == "/todo page:2"
    head.tap("/todo page:2")
    assert head.values == [f"/approve {filed[-1]}"]
    assert "昨天到" in head.last.text
    for nonsense in ("page:99", "page:x", "第三"):
        assert head.tap(f"/todo {nonsense}").text
