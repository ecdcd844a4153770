"""Changes of a licence and the annual review in the chat: filed, returned, corrected, decided (R1.7, R4.10)."""

from datetime import date

import pytest

from conversations.engine.messages import Kind, Outgoing
from rules.catalogue import Level
from rules.licences import LicenceState
from rules.roles import Role
from store.unit import Caller, Store
from tests import examiners, plans
from tests.conftest import both_databases
from tests.officers import decide
from tests.store import tree
from tests.store.office import WELDER
from tests.store.tree import CENTRE, CHANGZHOU, MANAGEMENT, URUMQI
from tests.talk import Talker, talker

YES = ("staff", "examiners", "theory_venue", "practice_venue", "equipment", "office", "archives")


@pytest.fixture(autouse=True)
def furnished(store: Store) -> None:
    with store.writing() as work:
        plans.furnish(work)


@pytest.fixture
def station(store: Store) -> Caller:
    return tree.hold(store, Role.STATION_HEAD, CHANGZHOU)


@pytest.fixture
def head(store: Store, station: Caller) -> Talker:
    return talker(store, station)


@pytest.fixture
def tier(store: Store) -> Caller:
    return tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)


@pytest.fixture
def officer(store: Store, tier: Caller) -> Talker:
    return talker(store, tier)


@pytest.fixture
def centre(store: Store) -> Talker:
    return talker(store, tree.hold(store, Role.CENTRE_OFFICER, CENTRE))


def trained(store: Store, station: Caller, tier: Caller, people: int = 3) -> None:
    proposals = [
        examiners.proposed(store, station, serial, institution=CHANGZHOU)
        for serial in range(51, 51 + people)
    ]
    examiners.trained(store, tier, *proposals)


def say(talker: Talker, *answers: str) -> Outgoing:
    for answer in answers:
        talker.say(answer)
    return talker.last


def number(filed: Outgoing) -> int:
    return int(filed.options[0].value.removeprefix("/my_papers "))


def welding_levels(store: Store) -> tuple[Level, ...]:
    with store.reading() as work:
        units = work.licences.get(CHANGZHOU).units
    return next((unit.levels for unit in units if unit.key == WELDER.key), ())


# --- 增减项 ---


def added(head: Talker) -> Outgoing:
    """Level 3 of welding with its machine; nothing dropped."""
    head.tap("/licence_change")
    return say(
        head,
        *("是", "电焊工", "3", "否"),
        *("焊机 ZX7-400", "12", "否"),
        *("否", "明年要考三级"),
    )


@both_databases
def test_a_level_is_added_by_the_centre_after_a_return_and_a_correction(
    store: Store, station: Caller, tier: Caller, head: Talker, officer: Talker, centre: Talker
) -> None:
    trained(store, station, tier)
    review = added(head)
    assert review.question
    assert review.question.kind is Kind.REVIEW, review.text
    n = number(head.tap("submit"))
    decide(officer, "return", "设备", "12 台在哪里？请写清楚", "否")
    assert "12 台在哪里" in head.tap(f"/licence_change paper:{n}").text
    head.tap("entry:1")
    say(head, "焊机 ZX7-400（一号车间）", "12")
    if head.box == "equipment":
        head.tap("done")
    assert head.box == "review", head.last.text
    head.tap("submit")
    shown = officer.tap(f"/approve {n}")
    assert "培训合格的考评员 3 名，够 3 名" in shown.text
    assert "一号车间" in shown.text
    decide(officer, "forward", "同意")
    assert welding_levels(store) == (Level.FIVE, Level.FOUR)
    decide(centre, "approve", "同意")
    assert welding_levels(store) == (Level.FIVE, Level.FOUR, Level.THREE)


def test_what_is_missing_for_an_addition_is_named_and_the_draft_stays(
    store: Store, head: Talker
) -> None:
    review = added(head)
    assert "电焊工要有至少 3 名培训合格的考评员，现在 0 名" in review.text
    head.tap("submit")
    assert not any(value.startswith("/my_papers") for value in head.values)
    assert "明年要考三级" in say(head, "/menu", "/resume").text


def test_a_trade_is_dropped_without_examiners_or_equipment(
    store: Store, head: Talker, officer: Talker, centre: Talker
) -> None:
    head.tap("/licence_change")
    assert head.box == "trades.more"
    say(head, "否", "是", "电焊工", "5 4", "否", "不再开展")
    assert head.box == "review", head.last.text
    head.tap("submit")
    decide(officer, "forward", "同意")
    decide(centre, "approve", "同意")
    assert welding_levels(store) == ()


def test_a_change_of_nothing_is_refused(head: Talker) -> None:
    head.tap("/licence_change")
    say(head, "否", "否", "没有")
    assert "还没有要增加或减少的工种" in head.last.text


def test_without_a_licence_there_is_nothing_to_change_or_review(store: Store) -> None:
    other = talker(store, tree.hold(store, Role.STATION_HEAD, URUMQI))
    for name in ("licence_change", "annual_review", "annual_plan"):
        assert other.tap(f"/{name}").question is None


# --- 年审 ---


def answered(head: Talker, *, scope: str = "是") -> Outgoing:
    head.tap("/annual_review")
    while head.last.question and head.last.question.kind is not Kind.REVIEW:
        box = head.box
        match box:
            case "systems":
                head.say("1-7")
            case "systems_remark":
                head.say("考试管理制度 9 月补上")
            case "scope":
                head.say(scope)
            case "scope_remark":
                head.say("有一次在外地实操")
            case "other":
                head.say("-")
            case _:
                assert box in YES
                head.say("是")
    return head.last


def test_a_review_that_is_passed_extends_the_licence(
    store: Store, head: Talker, officer: Talker
) -> None:
    review = answered(head)
    assert "考试管理制度 9 月补上" in review.text
    assert "评价范围说明" not in review.text
    n = number(head.tap("submit"))
    shown = officer.tap(f"/approve {n}")
    assert "记录：电焊工培训合格的考评员 0 名，不够 3 名" in shown.text
    assert "延长到 2028-12-31" in shown.text
    decide(officer, "approve", "同意")
    with store.reading() as work:
        assert work.licences.get(CHANGZHOU).valid_until == date(2028, 12, 31)
    assert "2026 年的年审已经通过了" in head.tap("/annual_review").text


@both_databases
def test_a_review_is_returned_corrected_and_refused_and_the_station_plans_nothing_more(
    store: Store, head: Talker, officer: Talker
) -> None:
    answered(head, scope="否")
    n = number(head.tap("submit"))
    decide(officer, "return", "评价范围说明", "请说明是哪一次", "否")
    assert "请说明是哪一次" in head.tap(f"/annual_review paper:{n}").text
    assert head.box == "scope_remark"
    head.say("2026 年 3 月在无锡")
    assert head.box == "review", head.last.text
    head.tap("submit")
    decide(officer, "reject", "在许可区域以外评价")
    with store.reading() as work:
        licence = work.licences.get(CHANGZHOU)
    assert (licence.state, licence.reason) == (LicenceState.SUSPENDED, "在许可区域以外评价")
    assert head.tap("/annual_plan").question is None
    assert answered(head).question, "a suspended station is reviewed again: that ends it"


def test_officers_are_shown_to_their_desk(officer: Talker) -> None:
    said = officer.tap("/annual_review")
    assert said.question is None
    assert "年审由考试站提交" in said.text
