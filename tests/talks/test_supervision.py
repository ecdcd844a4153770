"""派督导员 in the chat: put up, sent, declined with a reason, sent again, accepted (R4.8)."""

import pytest

from rules.roles import Role
from store.batches import batch_items
from store.unit import Store
from tests.exams import Stage, registered
from tests.officers import at
from tests.prepared import prepared
from tests.store.tree import BASE, of
from tests.talk import Talker


@pytest.fixture
def stage(store: Store) -> Stage:
    return prepared(Stage, store)


@pytest.fixture
def officer(stage: Stage) -> Talker:
    return stage.at(of(stage.officer))


def sent(officer: Talker, name: str = "周海燕") -> str:
    """Send somebody to the first batch listed; what is said in the end."""
    officer.tap("/supervision")
    officer.say("1")
    officer.tap("send")
    officer.say(name)
    officer.tap("submit")
    return officer.last.text


def answered(talker: Talker, answer: str, reason: str = "") -> str:
    talker.tap("/assignments")
    talker.say("1")
    talker.tap(next(value for value in talker.values if value.endswith(f" {answer}")))
    if reason:
        talker.say(reason)
    return talker.last.text


def test_declined_with_a_reason_and_sent_to_another_who_accepts(
    stage: Stage, officer: Talker
) -> None:
    with stage.store.writing() as work:
        work.connection.execute(batch_items.update().values(people=80))
    first = registered(stage.store)
    officer.tap("/supervision")
    assert "80 人　待决定" in officer.last.options[0].label
    assert "已派 周海燕 督导批次" in sent(officer)
    assert "请您督导批次 2026-0001：理论 2026-09-01 09:00" in stage.heard(first.person)[-1]

    told = answered(stage.at(first.person), "no", "那天住院")
    assert "会另作安排" in told
    assert (
        "周海燕 不能去督导批次 2026-0001（2026-09-01）：那天住院"
        in stage.heard(of(stage.officer))[-1]
    )

    second = registered(stage.store, serial=72, name="何永强")
    officer.tap("/supervision 2026-0001")
    officer.tap("send")
    officer.say("何永强")
    assert "周海燕 不能去：那天住院" in officer.last.text
    officer.tap("submit")
    assert "已派 何永强" in officer.last.text
    assert "好的，已记下" in answered(stage.at(second.person), "yes")
    assert "何永强 接受了批次 2026-0001" in stage.heard(of(stage.officer))[-1]
    officer.tap("/supervision")
    assert "已接受" in officer.last.options[0].label


def test_deciding_against_records_the_reason_and_can_be_changed(
    stage: Stage, officer: Talker
) -> None:
    registered(stage.store)
    officer.tap("/supervision")
    assert "40 人　未安排" in officer.last.options[0].label
    officer.say("1")
    officer.tap("waive")
    officer.say("上月刚督导过")
    officer.tap("submit")
    assert "决定不派督导员，理由已记录" in officer.last.text
    officer.tap("/supervision")
    assert "决定不派" in officer.last.options[0].label
    assert "已派 周海燕" in sent(officer)


def test_who_was_sent_before_is_told_that_somebody_else_goes(stage: Stage, officer: Talker) -> None:
    first = registered(stage.store)
    registered(stage.store, serial=72, name="何永强")
    sent(officer)
    assert "已派 何永强" in sent(officer, "何永强")
    assert "督导任务取消了" in stage.heard(first.person)[-1]
    assert "没有督导任务" in stage.at(first.person).tap("/assignments").text


def test_conflicts_are_not_listed_and_refused_with_the_reason_when_named(
    stage: Stage, officer: Talker
) -> None:
    there = registered(stage.store, works_at="职教267考试站")
    registered(stage.store, serial=72, name="何永强")
    officer.tap("/supervision")
    officer.say("1")
    officer.tap("send")
    assert [option.label.split("　")[0] for option in officer.last.options] == ["何永强"]
    officer.tap(there.number)
    assert (officer.box, officer.error) == ("supervisor", "supervisor-works-there")
    assert "就在这个考试站的单位工作" in officer.last.text


def test_without_anybody_to_send_the_way_to_the_register_is_said(
    stage: Stage, officer: Talker
) -> None:
    officer.tap("/supervision")
    officer.say("1")
    officer.tap("send")
    assert officer.last.question is None or officer.box != "reason"
    assert "没有可选的内容" in officer.last.text or officer.box == "supervisor"


def test_of_two_officers_the_second_hears_of_the_first(stage: Stage, officer: Talker) -> None:
    registered(stage.store)
    colleague = at(stage.store, Role.MANAGEMENT_OFFICER, "49283000")
    colleague.tap("/supervision")
    colleague.say("1")
    colleague.tap("waive")
    colleague.say("上月刚督导过")
    assert "已派 周海燕" in sent(officer)
    colleague.tap("submit")
    assert "刚由别人决定了" in colleague.last.text
    with stage.store.reading() as work:
        standing = work.supervisions.standing(stage.batch.id)
    assert standing
    assert standing.state == "asked"


def test_another_management_station_has_nothing_to_decide(stage: Stage) -> None:
    other = at(stage.store, Role.MANAGEMENT_OFFICER, BASE)
    assert "没有要安排督导的批次" in other.tap("/supervision").text
    assert "不能查看或办理" in other.tap(f"/supervision {stage.batch.number}").text


def test_the_place_and_whom_to_ask_are_shown_once_accepted(stage: Stage, officer: Talker) -> None:
    supervisor = registered(stage.store)
    sent(officer)
    talker = stage.at(supervisor.person)
    talker.tap("/assignments")
    talker.say("1")
    assert "江苏省常州市武进区鸣新中路2号实训楼一层" in talker.last.text
    assert "0519-85001234" not in talker.last.text
    answered(talker, "yes")
    talker.tap("/assignments")
    talker.say("1")
    assert "联系人 刘芳　0519-85001234" in talker.last.text
    assert [value.rpartition(" ")[2] for value in talker.values[:1]] == ["no"]


def test_in_english_everything_is_said_too(stage: Stage) -> None:
    officer = at(stage.store, Role.MANAGEMENT_OFFICER, "49283000", "en")
    registered(stage.store)
    officer.tap("/supervision")
    assert officer.last.options[0].label.endswith("40 people: nothing planned")
    officer.say("1")
    officer.tap("send")
    officer.say("周海燕")
    officer.tap("submit")
    assert "周海燕 was sent to supervise batch 2026-0001" in officer.last.text
