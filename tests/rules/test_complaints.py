"""A complaint never goes to the institution it is about (R1.10)."""

import pytest

from rules.complaints import readers

TIER = ("49283000", "XJ")


@pytest.mark.parametrize(
    ("concerned", "above", "to"),
    [
        ("49284267", ("49283000", "CENTRE"), {"49283000", "CENTRE"}),
        ("49284101", ("XJ", "CENTRE"), {"XJ", "CENTRE"}),
        ("49283000", ("CENTRE",), {"CENTRE"}),
        ("U000001", (), {"49283000", "XJ", "CENTRE"}),
        (None, (), {"49283000", "XJ", "CENTRE"}),
    ],
)
def test_the_centre_and_the_second_tier_above_read_it(
    concerned: str | None, above: tuple[str, ...], to: set[str]
) -> None:
    assert readers(concerned, above, second_tier=TIER, centre=("CENTRE",)) == to
