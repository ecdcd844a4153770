"""Every ⚙ value is explained, changed from a day on by the management station, and keeps its history."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, time
from pathlib import Path

import pytest

import rules.policy
from conversations.engine.form import State
from conversations.house import SOURCES
from conversations.lookup import StoreLookup
from conversations.officers.policy_change import AS_JSON, ASKED_IN, PolicyChange
from conversations.officers.policy_shapes import in_words, shape_of
from conversations.words import words
from rules.catalogue import Level
from rules.policy import BirthYears, Policy, UnitPrice
from rules.roles import Role
from store.unit import Store
from tests import officers
from tests.conftest import both_databases
from tests.fakes import FixedClock
from tests.store.tree import CENTRE, MANAGEMENT
from tests.talk import Talker

NAMES = [field.name for field in fields(Policy)]


@pytest.fixture
def officer(store: Store) -> Talker:
    return officers.at(officers.grown(store), Role.MANAGEMENT_OFFICER, MANAGEMENT)


def current(store: Store, day: date = date(2026, 6, 1)) -> Policy:
    with store.reading() as work:
        return work.policy.current(day)


def changed(officer: Talker, name: str, *answers: str, valid_from: str = "2026-06-01") -> str:
    """What is said after the change."""
    officer.tap(f"/policy_change {name}")
    for said in (*answers, valid_from):
        assert officer.error is None, officer.last.text
        officer.say(said)
    assert officer.box == "review", officer.last.text
    return officer.tap("submit").text


# --- what a new value needs ---


@pytest.mark.parametrize("name", NAMES)
def test_every_value_is_shown_with_its_meaning(officer: Talker, name: str) -> None:
    for language in ("zh-CN", "en"):
        assert words(language).say(f"policy-{name}")
    text = officer.tap(f"/policy {name}").text
    assert words("zh-CN").say(f"policy-{name}.about") in text
    assert f"现在：{in_words(getattr(Policy(), name), words('zh-CN'))}" in text


@pytest.mark.parametrize("name", NAMES)
def test_every_value_has_exactly_the_boxes_of_its_shape(store: Store, name: str) -> None:
    common = {"value", "present", "valid_from"}
    with store.reading() as work:
        form = PolicyChange(
            {"value": name}, StoreLookup(work, SOURCES, {"policy_change": PolicyChange})
        )
        asked = {x.path.split(".")[0] for x in form.lines if x.state is not State.ASLEEP}
    assert asked - common - {"how"} == {ASKED_IN[shape_of(name)]}
    assert shape_of(name) in AS_JSON


def cited() -> Iterator[tuple[str, str]]:
    """The R-number the rules name for a value."""
    module = ast.parse(Path(rules.policy.__file__).read_text("utf-8"))
    policy = next(n for n in module.body if isinstance(n, ast.ClassDef) and n.name == "Policy")
    for field, text in zip(policy.body, policy.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            told = ast.literal_eval(text.value) if isinstance(text, ast.Expr) else ""
            if found := re.match(r"R\d+\.\d+", told):
                yield field.target.id, found[0]


@pytest.mark.parametrize(("name", "rule"), list(cited()))
def test_the_explanation_names_the_rule(name: str, rule: str) -> None:
    for language in ("zh-CN", "en"):
        assert rule in words(language).say(f"policy-{name}.about")


# --- one change of each shape ---


@pytest.mark.parametrize(
    ("name", "answers", "value"),
    [
        ("class_hours", ["360"], 360),
        ("also_national_condition", ["是"], True),
        ("query_phone", ["12333"], "12333"),
        ("quiet_from", ["22：30"], time(22, 30)),
        ("close_reminder_days", ["5、2"], (5, 2)),
        ("close_reminder_days", ["-"], ()),
        ("difficulty_mix", ["30 40 30"], (30, 40, 30)),
        ("open_levels", ["5432"], (Level.FIVE, Level.FOUR, Level.THREE, Level.TWO)),
        ("landline_for", ["-"], ()),
        ("unit_prices", ["是", "5", "35.5", "否"], (UnitPrice(Level.FIVE, 3550),)),
        (
            "student_birth_years",
            ["是", "3", "2005", "2004", "否"],
            (BirthYears(Level.THREE, 2005, 2004),),
        ),
        ("assessed_schools", ["换成新名单", "甲学院\n乙学院\n甲学院"], ("甲学院", "乙学院")),
    ],
)
def test_a_value_of_each_shape_is_changed(
    store: Store, officer: Talker, name: str, answers: list[str], value: object
) -> None:
    said = changed(officer, name, *answers)
    assert getattr(current(store), name) == value
    assert f"→ {in_words(value, words('zh-CN'))}，从 2026-06-01 起" in said


def test_schools_are_added_and_taken_away_without_typing_the_others(
    store: Store, officer: Talker
) -> None:
    changed(officer, "assessed_schools", "加进名单", "甲学院\n乙学院")
    changed(officer, "assessed_schools", "加进名单", "丙学院")
    changed(officer, "assessed_schools", "从名单去掉", "乙学院")
    assert current(store).assessed_schools == ("甲学院", "丙学院")
    officer.tap("/policy_change assessed_schools")
    for said in ("从名单去掉", "丁学院", "2026-06-01"):
        officer.say(said)
    assert "名单里没有：丁学院" in officer.last.text


def test_another_chain_of_desks(store: Store, officer: Talker) -> None:
    officer.tap("/policy_change approval_chains")
    officer.tap("yes")
    officer.tap("batch:capability")
    assert "branch" not in officer.values, "it sees the skill-level programme only"
    officer.say("3 4")
    officer.tap("no")
    officer.say("2026-07-01")
    assert "批次申请（职业能力水平评价）　管理站、指导中心" in officer.last.text
    said = officer.tap("submit").text
    assert "→ 批次申请（职业能力水平评价）：管理站 → 指导中心" in said
    (chain,) = current(store, date(2026, 7, 1)).approval_chains
    assert [str(desk) for desk in chain.desks] == ["management_station", "centre"]


# --- days, history, refusals ---


def test_old_and_new_stand_side_by_side_before_it_counts(officer: Talker) -> None:
    officer.tap("/policy_change class_hours")
    officer.say("360")
    officer.say("2026-09-01")
    assert "现在的值：400" in officer.last.text
    assert "新的值：360" in officer.last.text
    assert "2026-09-01" in officer.last.text


def test_a_coming_value_waits_and_is_shown_as_such(
    store: Store, officer: Talker, clock: FixedClock
) -> None:
    changed(officer, "class_hours", "360", valid_from="2026-09-01")
    assert current(store).class_hours == 400
    text = officer.tap("/policy class_hours").text
    assert "现在：400" in text
    assert "将来 2026-09-01 起：360（李晓雨，2026-06-01 设）" in text
    clock.office = clock.office.replace(month=9)
    assert "现在：360" in officer.tap("/policy class_hours").text


@both_databases
def test_it_is_undone_by_setting_it_again_and_both_stay_in_the_history(
    store: Store, officer: Talker
) -> None:
    changed(officer, "class_hours", "360")
    changed(officer, "class_hours", "400")
    assert current(store).class_hours == 400
    text = officer.tap("/policy class_hours").text
    assert text.index("起：400") < text.index("起：360")


def test_nonsense_is_refused_as_it_is_written(officer: Talker) -> None:
    officer.tap("/policy_change min_age")
    officer.say("12")
    assert officer.error == "number-out-of-range"
    assert "16 到 60" in officer.last.text


def test_nonsense_of_a_whole_list_is_refused_at_the_review(store: Store, officer: Talker) -> None:
    officer.tap("/policy_change difficulty_mix")
    officer.say("20 30")
    officer.say("2026-06-01")
    officer.tap("submit")
    assert officer.box == "numbers", "where it can be put right"
    assert "合计要是 100" in officer.last.text
    assert current(store) == Policy()


def test_a_pattern_of_numbers_that_cannot_be_is_refused(store: Store, officer: Talker) -> None:
    officer.tap("/policy_change capability_number_scheme")
    officer.say("NNNN")
    officer.say("2026-06-01")
    officer.tap("submit")
    assert officer.box == "wording"
    assert current(store) == Policy()


@pytest.mark.parametrize(
    ("name", "said", "error"),
    [
        ("quiet_from", "25:00", "time-unreadable"),
        ("quiet_from", "晚上", "time-unreadable"),
        ("close_reminder_days", "三天", "numbers-unreadable"),
        ("class_hours", "many", "number-unreadable"),
    ],
)
def test_what_cannot_be_read_is_asked_again(
    officer: Talker, name: str, said: str, error: str
) -> None:
    officer.tap(f"/policy_change {name}")
    officer.say(said)
    assert officer.error == error


def test_the_past_is_not_changed(officer: Talker) -> None:
    officer.tap("/policy_change class_hours")
    officer.say("360")
    officer.say("2026-05-31")
    assert officer.error == "day-too-early"


@pytest.mark.parametrize("query", ["学时", "R3.2", "class_hours"])
def test_a_value_is_found_by_its_name_and_by_its_rule(officer: Talker, query: str) -> None:
    officer.tap("/policy")
    officer.say(query)
    found = officer.values if officer.box == "value" else ["class_hours"]
    assert "class_hours" in found


def test_the_list_shows_what_holds_now(officer: Talker) -> None:
    assert officer.tap("/policy").options[0].label == "查询电话：010-83068013"


@pytest.mark.parametrize("role", [Role.CENTRE_OFFICER, Role.STATION_HEAD])
def test_nobody_but_the_management_station_opens_it(
    store: Store, officer: Talker, role: Role
) -> None:
    other = officers.at(store, role, CENTRE)
    assert "不在这个账户的权限里" in other.tap("/policy_change class_hours").text


def test_an_unknown_value_is_asked_for(officer: Talker) -> None:
    officer.tap("/policy_change no_such_value")
    assert (officer.box, officer.error) == ("value", "pick-unknown")
