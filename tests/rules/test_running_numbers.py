"""Running numbers as people write them, and shipments' waybills (R7.8, R7.9)."""

import pytest

from rules.findings import Refused
from rules.running_numbers import in_spans, read_numbers
from rules.shipments import read_tracking_number

THERE = frozenset(range(1, 51)) - {3, 40}


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("5", (5,)),
        ("1-5", (1, 2, 4, 5)),
        ("1-2 45", (1, 2, 45)),
        ("1至2、45号", (1, 2, 45)),
        ("１－２，４５", (1, 2, 45)),
        ("45 1-2 2", (1, 2, 45)),
        ("1 - 2,45.", (1, 2, 45)),
    ],
)
def test_numbers_and_spans_are_understood_as_written(said: str, numbers: tuple[int, ...]) -> None:
    assert read_numbers(said, THERE) == numbers


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("", "text-empty"),
        (" ，", "text-empty"),
        ("45-1", "running-numbers-reversed"),
        ("1-99", "running-numbers-not-listed"),
        ("3", "running-numbers-not-listed"),
        ("1-40", "running-numbers-not-listed"),
        ("0", "running-numbers-not-listed"),
        ("全部", "running-numbers-unreadable"),
        ("1-", "running-numbers-unreadable"),
        ("-5", "running-numbers-unreadable"),
        ("1234567", "running-numbers-unreadable"),
    ],
)
def test_what_is_no_number_of_the_list_is_refused(said: str, key: str) -> None:
    with pytest.raises(Refused, match=key):
        read_numbers(said, THERE)


def test_following_numbers_are_written_together() -> None:
    assert in_spans([45, 1, 2, 3, 7, 8]) == "1-3, 7-8, 45"
    assert in_spans([]) == ""


@pytest.mark.parametrize("text", ["sf 1234 5678 9012", "SF-123456789012", "ＳＦ123456789012"])
def test_a_tracking_number_is_kept_without_spaces(text: str) -> None:
    assert read_tracking_number(text) == "SF123456789012"


@pytest.mark.parametrize("text", ["1234567", "顺丰12345678", "ABCDEFGHIJ", "1" * 31, "SF12345678;"])
def test_what_no_carrier_gives_out_is_no_tracking_number(text: str) -> None:
    with pytest.raises(Refused, match="tracking-number-form"):
        read_tracking_number(text)
