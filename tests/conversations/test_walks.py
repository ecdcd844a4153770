"""Every form there is, walked over in any order on a real store."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.house import house
from conversations.lookup import StoreLookup
from rules.approvals import PaperKind
from rules.roles import Role
from store.files import FolderShelf
from store.paper_versions import Shown
from store.rates import MemoryRates
from store.sealed import Keys
from store.seed import CENTRE, MANAGEMENT_STATION, seed
from store.signals import MemorySignals
from store.unit import Caller, Store
from tests.conversations.walk import STEPS, Walk, take
from tests.fakes import FixedClock
from tests.plans import PERMIT
from tests.store import office

HOUSE = house()
FORMS = sorted(HOUSE.forms)
LICENCE = replace(PERMIT, units=PERMIT.units[:2])
"""For trades of the small office."""
steps = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 40)), max_size=40)


@pytest.fixture(scope="module")
def lookup(
    sqlite_template: Path, keys: Keys, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[StoreLookup]:
    """A small office with an open batch, and somebody whose registration awaits its stamp."""
    folder = tmp_path_factory.mktemp("office")
    shutil.copyfile(sqlite_template, folder / "kaowu.db")
    store = Store(
        f"sqlite:///{folder / 'kaowu.db'}",
        keys=keys,
        files=FolderShelf(folder / "files", keys),
        clock=FixedClock(),
        rates=MemoryRates(),
        signals=MemorySignals(),
    )
    filed_in = office.open_batch(store)
    person = office.sign_up(store)
    filing = office.filing(store, filed_in, person)
    with store.writing(office.candidate(person)) as work:
        work.registrations.file(filing)
    office.open_batch(store)
    with store.writing() as work:
        seed(work)
        # Head of the station and officer of the centre: forms of staff act for an institution.
        work.people.appoint(person, Role.STATION_HEAD, office.STATION.code)
        work.people.appoint(person, Role.CENTRE_OFFICER, CENTRE)
        work.people.appoint(person, Role.MANAGEMENT_OFFICER, MANAGEMENT_STATION)
        work.licences.enter(office.STATION.code, "", LICENCE)
        phone = Shown("phone", {"zh-CN": "电话"}, {"zh-CN": "138****5678"})
        kind, station = PaperKind.EXAMINER_APPLICATION, office.STATION.code
        work.papers.file(kind, None, station, 0, {}, shown=[phone])
    with store.reading(Caller(person, None, "web", None, frozenset(Role))) as work:
        yield StoreLookup(work, HOUSE.sources, HOUSE.forms)
    store.close()


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_filled_from_beginning_to_end(form: str, lookup: StoreLookup) -> None:
    Walk(HOUSE.forms[form], lookup).fill()


@pytest.mark.parametrize("form", FORMS)
def test_no_order_of_answers_breaks_a_form_or_loses_one(form: str, lookup: StoreLookup) -> None:
    @settings(max_examples=12, deadline=None)
    @given(steps)
    def walked(steps: list[tuple[str, int]]) -> None:
        walk = Walk(HOUSE.forms[form], lookup)
        take(walk, steps, [lookup])
        walk.fill()

    walked()
