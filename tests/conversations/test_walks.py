"""Every form there is, walked over in any order on a real store."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.house import house
from conversations.lookup import StoreLookup
from store.sealed import Keys
from store.unit import Store
from tests.conversations.held import Held
from tests.conversations.walk import STEPS, Walk, take
from tests.conversations.world import furnish
from tests.fakes import FixedClock, store_on

HOUSE = house()
AFTER_AN_EXAM = (
    "certificate_application",
    "certificate_change",
    "correction_check",
    "correction_reply",
    "photo_receipt",
    "results",
    "results_return",
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
)
"""Filled in in the world in which exams have been held."""
FORMS = sorted(HOUSE.forms.keys() - set(AFTER_AN_EXAM))
steps = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 40)), max_size=40)


@pytest.fixture(scope="module")
def empty(
    sqlite_template: Path, keys: Keys, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], Store]]:
    """Opens stores of the module's own."""
    with ExitStack() as open_ones:

        def opened() -> Store:
            folder = tmp_path_factory.mktemp("office")
            shutil.copyfile(sqlite_template, folder / "kaowu.db")
            store = store_on(
                f"sqlite:///{folder / 'kaowu.db'}", keys, folder / "files", FixedClock()
            )
            open_ones.callback(store.close)
            return store

        yield opened


@pytest.fixture(scope="module")
def lookup(empty: Callable[[], Store]) -> Iterator[StoreLookup]:
    """The office, its exams still to come."""
    store = empty()
    with store.reading(furnish(store)) as work:
        yield StoreLookup(work, HOUSE.sources, HOUSE.forms)


@pytest.fixture(scope="module")
def begin_later(empty: Callable[[], Store]) -> Iterator[Callable[[str], Walk]]:
    """A walk over a form of the office after its exams."""
    store = empty()
    held = Held(store, furnish(store))
    wise = held.everywhere()
    with store.reading(held.everybody) as work:
        lookup = StoreLookup(work, HOUSE.sources, HOUSE.forms)
        yield lambda form: Walk(HOUSE.forms[form], lookup, wise=wise.get(form, {}))


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


@pytest.mark.parametrize("form", AFTER_AN_EXAM)
def test_every_form_is_filled_after_an_exam(form: str, begin_later: Callable[[str], Walk]) -> None:
    begin_later(form).fill()


@pytest.mark.parametrize("form", AFTER_AN_EXAM)
def test_no_order_breaks_a_form_after_an_exam(
    form: str, begin_later: Callable[[str], Walk]
) -> None:
    @settings(max_examples=12, deadline=None)
    @given(steps)
    def walked(steps: list[tuple[str, int]]) -> None:
        walk = begin_later(form)
        take(walk, steps, [walk.lookup])
        walk.fill()

    walked()
