"""The committed list of exam stations is whole and consistent (R1.1, R1.6)."""

import re

from store.catalogue.stations import load_stations


def test_the_43_stations_stand_in_printed_order():
    assert [station.serial for station in load_stations()] == list(range(1, 44))


def test_no_two_stations_share_a_code_a_name_or_an_operator():
    stations = load_stations()
    assert len({station.code for station in stations}) == 43
    assert len({station.name for station in stations}) == 43
    assert len({station.operator for station in stations}) == 43


def test_a_stations_code_ends_with_the_number_in_its_name():
    for station in load_stations():
        assert re.fullmatch(r"49284\d{3}", station.code)
        assert station.name == f"机械行业职业能力评价职教{station.number}考试站"
