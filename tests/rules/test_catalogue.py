"""R1.2–R1.5: units, levels and the classes of construction machinery."""

import pytest

from rules.catalogue import Level, Programme, Unit, asks_machine_type, level_key, machinery_class

ALL = tuple(Level)


def unit(
    code: str,
    name: str,
    programme: Programme = Programme.CAPABILITY,
    occupation: str = "JX05-03-01",
) -> Unit:
    return Unit(programme, occupation, "工程机械操作工", code, name, ALL, complete=True)


def test_levels_run_from_five_to_one() -> None:
    assert [int(level) for level in ALL] == [5, 4, 3, 2, 1]


def test_a_unit_offers_its_own_levels_only() -> None:
    mixer = Unit(
        Programme.CAPABILITY, "JX05-03-01", "工程机械操作工", "JX05-03-01-27", "稳定土拌和设备",
        (Level.FOUR, Level.THREE), complete=True,
    )  # fmt: skip
    assert [level for level in Level if mixer.offers(level)] == [Level.FOUR, Level.THREE]


def test_an_incomplete_unit_offers_nothing() -> None:
    lost = Unit(
        Programme.CAPABILITY, "JX04-01-02", "印刷", "JX04-01-02-01", "?", ALL, complete=False
    )
    assert not any(lost.offers(level) for level in Level)


def test_the_same_code_in_two_programmes_is_two_units() -> None:
    capability = unit("X", "叉车")
    skill = unit("X", "叉车", Programme.SKILL_LEVEL)
    assert capability.key != skill.key


def test_industrial_engineers_have_level_names_of_their_own() -> None:
    assert level_key(Level.THREE, "JX02-07-01") == "level-industrial-engineering-3"
    assert level_key(Level.THREE, "JX05-03-01-01") == "level-3"
    assert level_key(Level.FIVE, "6-18-01-08") == "level-5"


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("JX05-03-01-01", "土方机械操作工(挖掘机)", "土方机械"),
        ("JX05-03-01-05", "起重机械操作工(轮式起重机)", "起重机械"),
        ("JX05-03-01-11", "掘进及凿岩机械操作工(全断面隧道掘进机)", "掘进及凿岩机械"),
        ("JX05-03-01-14", "高空作业机械操作工(高空作业车)", "高空作业机械"),
        ("JX05-03-01-17", "筑路及道路养护机械操作工(压路机)", "筑路及道路养护机械"),
        ("JX05-03-01-31", "混凝土机械操作工(混凝土搅拌)", "混凝土机械"),
        ("JX05-03-01-23", "桩工机械操作工(打桩机)", "桩工机械"),
        ("JX05-03-01-24", "工业车辆操作工(叉车)", "工业车辆"),
        ("JX05-03-01-28", "堆(取)料机操作工", None),
        ("JX05-03-01-29", "翻车机操作工", None),
        ("JX05-03-01-30", "散料卸车机操作工", None),
    ],
)
def test_the_class_is_the_prefix_of_the_name(code: str, name: str, expected: str | None) -> None:
    assert machinery_class(unit(code, name)) == expected


def test_outside_construction_machinery_there_is_no_class() -> None:
    other = unit("JX04-05-11", "起重机械铆工", occupation="JX04-05-11")
    assert machinery_class(other) is None


def test_only_the_skill_level_programme_asks_the_machine_type_apart() -> None:
    repair = unit("35", "土方机械维修工", Programme.SKILL_LEVEL, "6-31-01-09")
    assert machinery_class(repair) == "土方机械"
    assert asks_machine_type(repair)
    assert not asks_machine_type(unit("JX05-03-01-01", "土方机械操作工(挖掘机)"))
