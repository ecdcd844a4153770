"""Every form there is, walked over in any order on a real store."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.house import house
from conversations.lookup import StoreLookup
from store.files import FolderShelf
from store.rates import MemoryRates
from store.sealed import Keys
from store.signals import MemorySignals
from store.unit import Store
from tests.conversations.walk import STEPS, Walk, take
from tests.conversations.world import furnish
from tests.fakes import FixedClock

HOUSE = house()
NEEDS_A_HELD_EXAM = frozenset(
    {
        "certificate_application",
        "certificate_change",
        "correction_check",
        "correction_reply",
        "photo_receipt",
        "results",
        "score_import",
        "score_return",
        "settlement",
        "settlement_decision",
        "shipment",
        "shipment_receipt",
        "spot_check_finding",
        "spot_check_reply",
        "supervision_absence",
        "supervision_confirmation",
        "supervision_report",
        "waybill",
    }
)
"""There is none in this world: these are walked by their own talks, and by the one over a whole batch."""
FORMS = sorted(HOUSE.forms.keys() - NEEDS_A_HELD_EXAM)
steps = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 40)), max_size=40)


@pytest.fixture(scope="module")
def lookup(
    sqlite_template: Path, keys: Keys, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[StoreLookup]:
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
    everybody = furnish(store)
    with store.reading(everybody) as work:
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
