"""Trades and stations are found by name part, code and pinyin, the likeliest first."""

from dataclasses import replace

import pytest

from rules.catalogue import Programme
from store.catalogue.pinyin import initials
from store.catalogue.search import Index, find_stations
from store.catalogue.units import load_units

INDEX = Index(load_units())


def names(query: str, **narrowed) -> list[str]:
    return [unit.name for unit in INDEX.find(query, **narrowed)]


@pytest.mark.parametrize(
    "query", ["dhg", "DHG", "dianhangong", "电焊工", "电 焊 工", "JX04-06-04-01", "jx04060401"]
)
def test_the_welder_comes_first_whatever_is_typed(query):
    assert names(query)[0] == "电焊工"


def test_every_complete_unit_is_found_by_its_name_code_and_initials():
    for unit in load_units():
        if unit.complete:
            assert unit.name in names(unit.name)[:2]
            assert INDEX.find(unit.code)[0] == unit
            assert unit in INDEX.find(min(initials(unit.name)))
            assert unit in INDEX.find(max(initials(unit.name)))


def test_the_exact_name_comes_first_then_names_that_begin_with_it_then_names_that_contain_it():
    any_unit = load_units()[0]
    index = Index(replace(any_unit, name=name) for name in ("机修电工", "电工仪表装调工", "电工"))
    assert [unit.name for unit in index.find("电工")] == ["电工", "电工仪表装调工", "机修电工"]
    assert [unit.name for unit in index.find("dg")] == ["电工", "电工仪表装调工", "机修电工"]


def test_shorter_names_come_first_among_equals():
    found = names("数控")
    lengths = [len(name) for name in found if name.startswith("数控")]
    assert lengths == sorted(lengths)
    assert len(lengths) > 5


def test_an_occupations_name_finds_its_trades_after_the_trades_of_that_name():
    assert names("焊工") == ["电焊工", "气焊工", "钎焊工", "锅炉（承压）设备焊工", "焊接设备操作工"]


@pytest.mark.parametrize("query", ["JX04-01-02", "jx040102", "jx04-0102", "ＪＸ04 01 02"])
def test_the_beginning_of_a_code_finds_its_trades_in_printed_order_incomplete_ones_last(query):
    found = [unit.code for unit in INDEX.find(query)]
    assert found == [f"JX04-01-02-{number:02}" for number in (*range(2, 11), 1)]


def test_an_incomplete_unit_is_found_by_its_code():
    assert [unit.complete for unit in INDEX.find("JX04-22-01-01")] == [False]


def test_letters_alone_are_not_a_code():
    assert "机修钳工" in names("jx")
    assert "电焊工" not in names("jx")


def test_the_programmes_can_be_told_apart():
    assert len(INDEX.find("汽车整车装调工")) == 2
    (unit,) = INDEX.find("汽车整车装调工", Programme.SKILL_LEVEL)
    assert unit.code == "6-22-02-01-01"


def test_the_list_can_be_cut():
    assert names("工", limit=3) == names("工")[:3]


def test_an_empty_query_lists_all_and_one_without_letters_nothing():
    assert INDEX.find("  ") == list(load_units())
    assert INDEX.find("（）") == []


def test_what_nobody_is_called_is_not_found():
    assert names("飞行员") == []
    assert names("xyzzy") == []


@pytest.mark.parametrize(
    "query",
    [
        "299",
        "49284299",
        "职教299",
        "职教 299 考试站",
        "机械行业职业能力评价职教 299 考试站",
        "云阳",
        "yunyang",
        "cqsyyzyjyzx",
    ],
)
def test_a_station_is_found_by_number_code_name_and_operator(query):
    assert [station.number for station in find_stations(query)] == ["299"]


def test_a_heteronym_in_an_operators_name_is_read_both_ways():
    assert find_stations("chongqing") == find_stations("zhongqing")
    assert len(find_stations("chongqing")) == 5


def test_stations_can_be_listed_and_cut():
    assert len(find_stations("")) == 43
    assert [station.serial for station in find_stations("", limit=2)] == [1, 2]
    assert find_stations("火星") == []
