"""Units: as the guide prints them, until an officer completes one."""

from dataclasses import replace

import pytest

from rules.catalogue import Level, Programme
from rules.findings import NotPossible
from rules.roles import Role
from store.catalogue.units import load_units
from store.seed import seed
from store.unit import Caller, Store
from tests.store.office import WELDER, furnish

LOST = "JX04-01-02-01"


class TestUnits:
    def test_the_seed_holds_the_guides_477_units_in_printed_order(self, store: Store) -> None:
        with store.writing() as work:
            seed(work)
        with store.reading() as work:
            assert work.units.all() == load_units()
            assert len(work.units.all()) == 477

    def test_a_completed_unit_stays_complete_and_is_found_by_its_new_name(
        self, store: Store
    ) -> None:
        with store.writing() as work:
            seed(work)
            lost = work.units.get(Programme.CAPABILITY, LOST)
            assert not work.units.search("平版印刷").things
            completed = replace(lost, name="平版印刷员", levels=tuple(Level), complete=True)
            work.units.put(completed, 23)
            seed(work)
        with store.reading() as work:
            assert work.units.get(Programme.CAPABILITY, LOST) == completed
            assert work.units.search("pbys").things[0] == completed

    def test_only_officers_complete_a_unit(self, store: Store) -> None:
        with store.writing() as work:
            furnish(work)
        staff = Caller(None, None, "web", None, frozenset({Role.STATION_HEAD}))
        with pytest.raises(NotPossible, match="not-your-role"), store.writing(staff) as work:
            work.units.put(WELDER, 1)

    def test_the_programme_is_part_of_the_key(self, store: Store) -> None:
        with store.writing() as work:
            furnish(work)
        with store.reading() as work:
            assert work.units.find(Programme.CAPABILITY, WELDER.code) == WELDER
            assert work.units.find(Programme.SKILL_LEVEL, WELDER.code) is None
            assert not work.units.search("dhg", Programme.SKILL_LEVEL).things
            with pytest.raises(NotPossible, match="unit-unknown"):
                work.units.get(Programme.SKILL_LEVEL, WELDER.code)
