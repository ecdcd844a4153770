"""Trades are found by name, code and pinyin, and told with their levels (R1.2–R1.5)."""

import pytest

from rules.catalogue import INDUSTRIAL_ENGINEERING, Level, Programme, Unit
from store.catalogue.units import load_units
from store.unit import Store
from tests.conftest import both_databases
from tests.talk import Talker

CODES = (
    "JX04-06-04-01",  # 电焊工, and what else dhg may mean
    "JX04-09-07-01",
    "JX04-01-02-01",  # lost its name
    INDUSTRIAL_ENGINEERING,
)
IN_BOTH = tuple(
    Unit(programme, "X", "X", code, "数控车工", tuple(Level), True)
    for programme, code in ((Programme.CAPABILITY, "JX09-1"), (Programme.SKILL_LEVEL, "6-18-1"))
)


@pytest.fixture
def guest(store: Store) -> Talker:
    some = [unit for unit in load_units() if unit.code in CODES]
    with store.writing() as work:
        work.units.put_all([*some, *IN_BOTH])
    return Talker(store)


def test_initials_that_fit_several_trades_show_them_the_likeliest_first(guest: Talker) -> None:
    guest.say("职业工种")
    guest.say("dhg")
    assert guest.values[0] == "capability:JX04-06-04-01"
    assert len(guest.values) == 2
    text = guest.say("1").text
    assert "电焊工" in text
    assert "五级（初级工）、四级（中级工）" in text


@pytest.mark.parametrize("query", ["电焊", "JX04-06-04-01", "jx04060401", "dianhangong"])
def test_what_names_one_trade_shows_it_at_once(guest: Talker, query: str) -> None:
    guest.tap("/catalogue")
    assert "JX04-06-04-01" in guest.say(query).text
    assert "/eligibility capability:JX04-06-04-01" in guest.values


def test_a_name_in_both_programmes_is_told_apart(guest: Talker) -> None:
    guest.tap("/catalogue")
    labels = [option.label for option in guest.say("数控车工").options]
    assert labels == ["数控车工　JX09-1　职业能力", "数控车工　6-18-1　技能等级"]
    assert "职业技能等级认定" in guest.say("2").text


def test_a_trade_may_be_named_with_the_command(guest: Talker) -> None:
    assert "电焊工" in guest.tap("/catalogue capability:JX04-06-04-01").text
    assert guest.tap("/catalogue nonsense:1").question is not None


def test_a_unit_without_its_name_says_so_and_leads_nowhere(guest: Talker) -> None:
    guest.tap("/catalogue")
    assert "名称待确认" in guest.say("JX04-01-02-01").text
    assert not any(value.startswith("/eligibility") for value in guest.values)


def test_industrial_engineering_has_level_names_of_its_own(guest: Talker) -> None:
    guest.tap("/catalogue")
    assert "初级、中级、高级" in guest.say(INDUSTRIAL_ENGINEERING).text


def test_nothing_found_says_what_may_be_written(guest: Talker) -> None:
    guest.tap("/catalogue")
    guest.say("宇航员")
    assert guest.error == "pick-nothing"
    assert "拼音" in guest.last.text


@both_databases
def test_the_whole_list_has_pages(store: Store) -> None:
    with store.writing() as work:
        work.units.put_all(load_units()[:12])
    guest = Talker(store)
    guest.tap("/catalogue")
    first = guest.values
    guest.tap("more")
    assert not set(first[:-1]) & set(guest.values)


def test_the_answer_comes_in_english_too(store: Store, guest: Talker) -> None:
    english = Talker(store, "en")
    assert "Level 5" in english.tap("/catalogue capability:JX04-06-04-01").text
