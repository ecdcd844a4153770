"""举报投诉: with or without a name, past whom it is about, answered where it was asked (R1.10)."""

import re

import pytest
from sqlalchemy import select

from rules.policy import Policy
from rules.roles import Role
from store.complaints import complaints
from store.drafts import drafts
from store.unit import Store
from tests import officers
from tests.candidates import picture, signed_in
from tests.conftest import both_databases
from tests.officers import fill
from tests.store.tree import BASE, CENTRE, CHANGZHOU, MANAGEMENT
from tests.talk import Talker

TEXT = "六月一日上午，267 站考场里有人替考。"
CONTACT = "qq 10001"
NAMED = {"anonymous": "否", "about": "考试站或机构", "institution": "267", "what": TEXT}
ANONYMOUS = {**NAMED, "anonymous": "是"}


@pytest.fixture
def officer(store: Store) -> Talker:
    return officers.at(officers.grown(store), Role.MANAGEMENT_OFFICER, MANAGEMENT)


@pytest.fixture
def candidate(store: Store, officer: Talker) -> Talker:
    return signed_in(store)


def complained(talker: Talker, answers: dict[str, str]) -> tuple[str, str]:
    """Number and code of the receipt, as shown once."""
    talker.tap("/complaint")
    fill(talker, **answers)
    talker.tap("submit")
    found = re.search(r"(TS\d\d-\d{4})\D.*?([A-Z2-9]{10})", talker.last.text, re.DOTALL)
    assert found, talker.last.text
    return found[1], found[2]


def everything_kept(store: Store, talker: Talker) -> str:
    """All that stands in the person's history."""
    with store.reading() as work:
        session = work.sessions.find(talker.token)
        assert session is not None
        said = work.messages.after(session.person, 0, 500)
    return "\n".join(str(dict(message.body)) for message in said)


def pushed(store: Store, talker: Talker) -> str:
    with store.reading() as work:
        session = work.sessions.find(talker.token)
        assert session is not None
        said = work.messages.last_said(session.person)
    return str(said["text"]) if said else ""


# --- with a name ---


@both_databases
def test_who_gives_a_name_hears_the_result_in_the_chat(
    store: Store, candidate: Talker, officer: Talker
) -> None:
    number, _ = complained(candidate, NAMED)
    assert f"收到新的举报 {number}：考试站或机构" in pushed(store, officer)
    officer.say(f"打开 {number}")
    assert TEXT in officer.last.text
    assert "机构：职教267考试站" in officer.last.text
    officer.say("我来处理")
    assert "正在处理" in officer.last.text
    officer.say("答复")
    fill(officer, result="部分属实", words_said="已约谈考试站，6 月 20 日前整改。")
    officer.tap("submit")
    told = pushed(store, candidate)
    assert f"举报 {number} 的处理结果：部分属实（2026-06-01）" in told
    assert "已约谈考试站" in told
    assert "已约谈考试站" in candidate.tap(f"/complaint_status {number}").text, (
        "no code for one's own"
    )


def test_evidence_reaches_the_officer(store: Store, candidate: Talker, officer: Talker) -> None:
    candidate.tap("/complaint")
    for said in NAMED.values():
        candidate.say(said)
    candidate.tap("yes")
    candidate.show(picture(store, "the scene"))
    candidate.tap("keep")
    fill(candidate, contact=CONTACT)
    candidate.tap("submit")
    officer.tap("/complaints")
    officer.say("1")
    assert len(officer.last.files) == 1
    assert f"联系方式：{CONTACT}" in officer.last.text


def test_the_news_tells_nothing_of_the_content(
    store: Store, candidate: Talker, officer: Talker
) -> None:
    complained(candidate, NAMED)
    assert "替考" not in pushed(store, officer)


# --- without a name ---


def test_of_an_anonymous_one_nothing_is_left_with_the_person(
    store: Store, candidate: Talker
) -> None:
    number, code = complained(candidate, {**ANONYMOUS, "contact": CONTACT})
    kept = everything_kept(store, candidate)
    for trace in (TEXT, "替考", "267", CONTACT, number, code, "匿名", "举报"):
        assert trace not in kept, trace
    assert "这里的内容没有保存" in kept
    with store.reading() as work:
        assert work.connection.execute(select(drafts)).all() == []
        (row,) = work.connection.execute(select(complaints)).all()
        session = work.sessions.find(candidate.token)
        assert session is not None
        numbers = [message.number for message in work.messages.after(session.person, 0, 500)]
    assert row.person_id is None
    assert numbers == list(range(1, len(numbers) + 1)), "cursors go on as before"


def test_a_guest_complains_without_signing_up(store: Store, officer: Talker) -> None:
    number, _ = complained(Talker(store), ANONYMOUS)
    assert "　匿名" in officer.tap(f"/complaints {number}").text


def test_number_and_code_show_the_result_and_leave_no_trace_either(
    store: Store, candidate: Talker, officer: Talker
) -> None:
    number, code = complained(candidate, ANONYMOUS)
    officer.tap(f"/complaint_answer {number}")
    fill(officer, result="属实", words_said="已取消有关人员成绩。")
    assert "举报人凭回执来查" in officer.tap("submit").text
    asking = Talker(store)
    asking.say("举报查询")
    asking.say(number.lower())
    assert "已取消有关人员成绩" in asking.say(code.lower()).text
    kept = everything_kept(store, asking)
    for trace in (number.lower(), number, code.lower(), "已取消"):
        assert trace not in kept, trace


def test_before_it_is_answered_its_state_is_shown(store: Store, candidate: Talker) -> None:
    number, code = complained(candidate, ANONYMOUS)
    asking = Talker(store)
    asking.tap(f"/complaint_status {number}")
    assert f"举报 {number}（2026-06-01）：等待处理" in asking.say(code).text


def test_a_wrong_code_and_an_unknown_number_are_answered_alike(
    store: Store, candidate: Talker
) -> None:
    number, _ = complained(candidate, ANONYMOUS)
    replies = []
    for asked in (number, "TS26-0099"):
        asking = Talker(store)
        asking.tap(f"/complaint_status {asked}")
        replies.append(asking.say("AAAAAAAAAA").text)
    assert replies[0] == replies[1]
    assert "没有查到" in replies[0]


def test_codes_cannot_be_guessed(store: Store, candidate: Talker) -> None:
    number, _ = complained(candidate, ANONYMOUS)
    asking = Talker(store)
    asking.tap(f"/complaint_status {number}")
    for _ in range(10):
        asking.say("AAAAAAAAAA")
    assert asking.error is None or "没有查到" in asking.last.text
    assert "分钟" in asking.say("AAAAAAAAAA").text


def test_another_complaint_of_the_same_person_stays_in_the_history(
    store: Store, candidate: Talker
) -> None:
    first, _ = complained(candidate, NAMED)
    complained(candidate, {**ANONYMOUS, "what": "另一件事。"})
    kept = everything_kept(store, candidate)
    assert first in kept
    assert "另一件事" not in kept


# --- past whom it is about ---


def test_the_station_concerned_hears_and_finds_nothing(
    store: Store, officer: Talker, candidate: Talker
) -> None:
    station = officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    number, _ = complained(candidate, NAMED)
    assert number not in pushed(store, station)
    assert "不在这个账户的权限里" in station.tap(f"/complaints {number}").text


def test_what_is_about_the_second_tier_goes_to_the_centre_alone(
    store: Store, officer: Talker, candidate: Talker
) -> None:
    centre = officers.at(store, Role.CENTRE_OFFICER, CENTRE)
    number, _ = complained(candidate, {**ANONYMOUS, "institution": "职教管理站"})
    assert number in pushed(store, centre)
    assert number not in pushed(store, officer)
    assert "现在没有举报" in officer.tap("/complaints").text
    assert "没有这份举报" in officer.tap(f"/complaints {number}").text
    assert TEXT in centre.tap(f"/complaints {number}").text


def test_about_a_person_whose_institution_is_named(
    store: Store, officer: Talker, candidate: Talker
) -> None:
    about = {"about": "某个人", "whom": "张站长", "works_at": "267"}
    complained(candidate, {"anonymous": "是", **about, "what": TEXT})
    officer.tap("/complaints")
    officer.say("1")
    assert "关于：某个人　张站长" in officer.last.text
    assert "机构：职教267考试站" in officer.last.text


# --- the desk ---


def test_without_complaints_the_desk_is_empty(officer: Talker) -> None:
    assert "现在没有举报" in officer.say("举报处理").text


@both_databases
def test_of_two_officers_the_second_is_told_who_was_faster(
    store: Store, officer: Talker, candidate: Talker
) -> None:
    number, _ = complained(candidate, NAMED)
    colleague = officers.at(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
    for one in (officer, colleague):
        one.tap(f"/complaints {number}")
    officer.tap(f"/complaints {number} claim")
    assert "别人正在处理" in colleague.tap(f"/complaints {number} claim").text
    assert f"/complaint_answer {number}" not in colleague.tap(f"/complaints {number}").options
    officer.tap(f"/complaints {number} release")
    assert "正在处理" in colleague.tap(f"/complaints {number} claim").text


def test_an_answer_is_given_once(store: Store, officer: Talker, candidate: Talker) -> None:
    number, _ = complained(candidate, NAMED)
    colleague = officers.at(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
    for one in (officer, colleague):
        one.tap(f"/complaint_answer {number}")
        fill(one, result="不属实", words_said="查无此事。")
    officer.tap("submit")
    assert "已经答复了" in colleague.tap("submit").text
    assert colleague.box == "review", "nothing that was written is lost"


def test_another_tier_neither_reads_nor_answers_it(
    store: Store, officer: Talker, candidate: Talker
) -> None:
    number, _ = complained(candidate, NAMED)
    base = officers.at(store, Role.MANAGEMENT_OFFICER, BASE)
    assert "没有这份举报" in base.tap(f"/complaints {number}").text
    assert "没有这份举报" in base.tap(f"/complaint_answer {number}").text
    with store.reading() as work:
        complaint = work.connection.execute(select(complaints.c.id)).scalar_one()
    assert "不能查看或办理" in base.tap(f"/complaints {complaint}").text


@pytest.mark.parametrize("argument", ["", "TS26", "99"])
def test_an_answer_to_nothing_in_particular_is_not_begun(
    officer: Talker, candidate: Talker, argument: str
) -> None:
    complained(candidate, NAMED)
    assert "没有这份举报" in officer.tap(f"/complaint_answer {argument}").text


def test_nobody_files_complaints_all_day(store: Store, candidate: Talker) -> None:
    for _ in range(Policy().complaints_per_day):
        complained(candidate, NAMED)
    candidate.tap("/complaint")
    fill(candidate, **NAMED)
    assert "分钟" in candidate.tap("submit").text
    with store.reading() as work:
        filed = work.connection.execute(select(complaints.c.id)).all()
    assert len(filed) == Policy().complaints_per_day


def test_all_of_it_in_english(store: Store, officer: Talker) -> None:
    guest = Talker(store, "en")
    answers = {"anonymous": "Yes", "about": "Something else", "what": "Somebody else sat the exam."}
    guest.tap("/complaint")
    fill(guest, **answers)
    assert "Please note this now" in guest.tap("submit").text
