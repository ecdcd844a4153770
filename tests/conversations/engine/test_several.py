"""A box for several things: numbers side by side, spans, all of them, and what is none of the list."""

from collections.abc import Sequence
from enum import StrEnum

import pytest

from conversations.engine.boxes import Several, settled
from conversations.engine.boxes.several import ALL
from conversations.engine.messages import Choosable, Said
from rules.catalogue import Level
from rules.findings import Refused


class Thing(StrEnum):
    """Three things."""

    PRINTER = "printer"
    FILING = "filing"
    TELEPHONE = "telephone"


def levels(_: object) -> Sequence[Choosable]:
    """Options that are numbers themselves."""
    return [Choosable(f"{x:d}", label=f"{x:d}", number=f"{x:d}") for x in (5, 4, 3)]


THINGS, LEVELS = Several(Thing), Several(levels, of=Level)


def read(box: Several, text: str) -> tuple[object, ...]:
    return box.read(Said(text=text), None)


def refusal(box: Several, text: str) -> str:
    with pytest.raises(Refused) as refused:
        read(box, text)
    return refused.value.finding.key


@pytest.mark.parametrize("text", ["1 3", "1，3", "3、1", "13", "１和３", "1, 3, 1"])
def test_numbers_may_stand_in_any_way_and_keep_the_order_of_the_list(text: str) -> None:
    assert read(THINGS, text) == (Thing.PRINTER, Thing.TELEPHONE)


@pytest.mark.parametrize("text", ["1-3", "3-1", "1 至 3", "0", "123"])
def test_a_span_and_a_nought_mean_more_than_is_written(text: str) -> None:
    assert read(THINGS, text) == tuple(Thing)


def test_a_tap_means_one_and_the_last_one_all() -> None:
    assert THINGS.read(Said(choice="filing"), None) == (Thing.FILING,)
    assert THINGS.read(Said(choice=ALL), None) == tuple(Thing)
    with pytest.raises(Refused):
        THINGS.read(Said(choice="piano"), None)


def test_options_that_are_numbers_are_meant_by_themselves() -> None:
    assert read(LEVELS, "4") == (Level.FOUR,)
    assert read(LEVELS, "543") == read(LEVELS, "5-3") == (Level.FIVE, Level.FOUR, Level.THREE)
    assert refusal(LEVELS, "2") == "several-unknown"
    numbers = [option.number for option in LEVELS.options(None, "", 0).options]
    assert numbers == ["5", "4", "3", "0"]


@pytest.mark.parametrize("text", ["4", "1 钢琴", "1 9", "1-9"])
def test_what_is_not_in_the_list_is_named(text: str) -> None:
    assert refusal(THINGS, text) == "several-unknown"


@pytest.mark.parametrize("text", ["", "，", " 、 "])
def test_nothing_is_no_answer(text: str) -> None:
    assert refusal(THINGS, text) == "text-empty"


def test_it_is_kept_as_a_list_and_read_back() -> None:
    for box, value in ((THINGS, (Thing.FILING,)), (LEVELS, (Level.FIVE, Level.THREE))):
        assert box.load(box.dump(value)) == value
    assert LEVELS.dump((Level.FIVE,)) == ["5"]
    with pytest.raises(TypeError):
        THINGS.load({"filing": True})
    with pytest.raises(ValueError, match="piano"):
        THINGS.load(["piano"])


def test_an_answer_that_left_the_list_no_longer_fits() -> None:
    LEVELS.fits((Level.FOUR,), None)
    for gone in ((Level.ONE,), (Level.FOUR, Level.ONE), ()):
        with pytest.raises(Refused):
            LEVELS.fits(gone, None)


def test_the_only_thing_there_is_needs_no_choosing() -> None:
    box = settled(Several(lambda _: [Choosable("only", label="only")]))
    (option,) = box.options(None, "", 0).options
    assert box.load(option.value) == ("only",)
