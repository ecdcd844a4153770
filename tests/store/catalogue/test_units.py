"""The committed table of assessment units is whole and consistent (R1.3, R1.5)."""

import csv
from collections import Counter

import pytest

from rules.catalogue import Level, Programme
from store.catalogue.units import UNITS, load_units

ROWS = list(csv.DictReader(UNITS.read_text(encoding="utf-8").splitlines()))
LEVEL_SETS = {"5 4 3 2 1", "4 3 2 1", "3 2 1", "5 4 3 2", "5 4 3", "4 3 2", "4 3", "5 4"}
INCOMPLETE = {"23": "JX04-01-02-01", "33": "JX04-01-03-01", "280": "JX04-22-01-01"}
TABLES = pytest.mark.parametrize(
    ("table", "trades", "without_trades", "occupations"),
    [("professional", 18, 4, 13), ("skilled", 395, 17, 86), ("skill_level", 42, 1, 7)],
)


def serials(column: str, table: str) -> list[int]:
    found = dict.fromkeys(row[column] for row in ROWS if row["table"] == table)
    return sorted(int(serial) for serial in found if serial)


@TABLES
def test_no_serial_of_a_table_is_missing(table, trades, without_trades, occupations):
    assert serials("serial", table) == list(range(1, trades + 1))
    assert serials("occupation_serial", table) == list(range(1, occupations + 1))


@TABLES
def test_each_table_has_the_units_the_guide_prints(table, trades, without_trades, occupations):
    rows = [row for row in ROWS if row["table"] == table]
    assert len(rows) == trades + without_trades
    assert len({row["occupation_code"] for row in rows}) == occupations
    assert sum(row["serial"] == "" for row in rows) == without_trades


def test_a_unit_without_serial_is_its_occupation_and_has_it_to_itself():
    units_of = Counter(row["occupation_code"] for row in ROWS)
    alone = [row for row in ROWS if not row["serial"]]
    assert all(row["unit_code"] == row["occupation_code"] for row in alone)
    assert all(row["unit_name"] == row["occupation_name"] for row in alone)
    assert all(units_of[row["occupation_code"]] == 1 for row in alone)
    assert "JX04-05-11" in {row["unit_code"] for row in alone}


def test_a_trade_is_named_by_its_occupations_code():
    for row in ROWS:
        if row["serial"]:
            assert row["unit_code"][:-3] == row["occupation_code"]


def test_an_occupation_has_one_name_and_one_serial():
    described = {
        (r["table"], r["occupation_code"], r["occupation_name"], r["occupation_serial"])
        for r in ROWS
    }
    assert len(described) == 13 + 86 + 7


def test_programme_and_code_name_one_unit():
    assert len({unit.key for unit in load_units()}) == 477


def test_within_an_occupation_no_two_units_share_a_name():
    named = Counter((r["occupation_code"], r["unit_name"]) for r in ROWS)
    assert max(named.values()) == 1


def test_every_set_of_levels_is_one_the_guide_uses():
    assert {row["levels"] for row in ROWS if row["complete"] == "true"} == LEVEL_SETS


def test_the_rare_sets_of_levels_stand_at_their_trades():
    rare = {
        row["unit_code"]: row["levels"] for row in ROWS if row["levels"] in ("4 3 2", "4 3", "5 4")
    }
    assert rare == {
        "JX02-11-07-03": "4 3 2",
        "JX04-10-01-05": "4 3 2",
        "JX05-03-01-27": "4 3",
        "JX04-06-01-04": "5 4",
    }


def test_three_units_are_incomplete_and_cannot_be_chosen():
    lost = [row for row in ROWS if row["complete"] == "false"]
    assert {row["serial"]: row["unit_code"] for row in lost} == INCOMPLETE
    assert all(row["unit_name"] == row["levels"] == "" for row in lost)
    units = [unit for unit in load_units() if not unit.complete]
    assert {unit.code for unit in units} == set(INCOMPLETE.values())
    assert not any(unit.offers(level) for unit in units for level in Level)


def test_names_carry_full_width_parentheses_and_no_stray_space():
    for row in ROWS:
        for name in (row["unit_name"], row["occupation_name"]):
            assert not set(name) & set("()")
            assert name == name.strip()
            assert " （" not in name
            assert name.count("（") == name.count("）")


@pytest.mark.parametrize(
    ("serial", "name"),
    [
        ("225", "汽车冲压生产线操作工"),
        ("331", "混凝土机械操作工（混凝土浇筑）"),
        ("363", "起重机械维修工（门座式起重机）"),
    ],
)
def test_names_cut_by_page_breaks_are_whole(serial, name):
    found = [r["unit_name"] for r in ROWS if r["table"] == "skilled" and r["serial"] == serial]
    assert found == [name]


def test_units_are_loaded_in_printed_order_with_typed_levels():
    units = load_units()
    assert [unit.code for unit in units] == [row["unit_code"] for row in ROWS]
    (welder,) = (unit for unit in units if unit.code == "JX04-06-04-01")
    assert (welder.programme, welder.name) == (Programme.CAPABILITY, "电焊工")
    assert welder.levels == (Level.FIVE, Level.FOUR, Level.THREE, Level.TWO, Level.ONE)


def test_the_programme_follows_the_code():
    for unit in load_units():
        assert (unit.programme is Programme.CAPABILITY) == unit.code.startswith("JX")
