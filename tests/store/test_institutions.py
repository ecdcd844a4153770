"""Institutions: one tree, found by code, full name, operator and pinyin."""

from dataclasses import replace

import pytest

from rules.findings import NotPossible
from store.institutions import InstitutionKind
from store.seed import CENTRE, MANAGEMENT_STATION, seed
from store.unit import Store
from tests.store.office import STATION, furnish


class TestInstitutions:
    def test_the_seed_puts_43_stations_below_the_management_station(self, store: Store) -> None:
        with store.writing() as work:
            seed(work)
        with store.reading() as work:
            management = work.institutions.get(MANAGEMENT_STATION)
            station = work.institutions.get(STATION.code)
            everything = [
                one for page in range(6) for one in work.institutions.search("", page).things
            ]
        assert management.parent_code == CENTRE
        assert station.parent_code == MANAGEMENT_STATION
        assert station.operator == "常州市工贸高级技工学校"
        kinds = [one.kind for one in everything]
        assert kinds.count(InstitutionKind.STATION) == 43
        assert len(kinds) == 45

    def test_seeding_again_changes_nothing_an_officer_changed(self, store: Store) -> None:
        with store.writing() as work:
            seed(work)
            renamed = replace(work.institutions.get(STATION.code), operator="新学校")
            work.institutions.put(renamed)
            seed(work)
        with store.reading() as work:
            assert work.institutions.get(STATION.code) == renamed

    def test_a_full_name_is_found_without_regard_to_spaces_and_width(self, store: Store) -> None:
        with store.writing() as work:
            furnish(work)
        with store.reading() as work:
            assert work.institutions.by_name(" 机械行业职业能力评价 职教２６７考试站 ") == STATION
            assert work.institutions.by_name("机械行业") is None

    @pytest.mark.parametrize(
        "query", ["267", "49284267", "常州", "czs", "机械行业职业能力评价职教267考试站"]
    )
    def test_a_station_is_found_by_number_code_operator_and_name(
        self, store: Store, query: str
    ) -> None:
        with store.writing() as work:
            furnish(work)
        with store.reading() as work:
            assert work.institutions.search(query).things[0] == STATION

    def test_a_search_sees_what_was_changed_after_the_last_one(self, store: Store) -> None:
        with store.writing() as work:
            furnish(work)
        with store.reading() as work:
            assert not work.institutions.search("新疆").things
        with store.writing() as work:
            work.institutions.put(replace(STATION, operator="新疆机电学校"))
        with store.reading() as work:
            assert [one.code for one in work.institutions.search("新疆").things] == [STATION.code]

    def test_a_page_says_whether_more_follow(self, store: Store) -> None:
        with store.writing() as work:
            seed(work)
        with store.reading() as work:
            assert work.institutions.search("", 4).more
            assert not work.institutions.search("", 5).more
            assert len(work.institutions.search("", 5).things) == 5

    def test_an_unknown_code_is_found_or_refused(self, store: Store) -> None:
        with store.reading() as work:
            assert work.institutions.find("49284000") is None
            with pytest.raises(NotPossible, match="institution-unknown"):
                work.institutions.get("49284000")
