"""Times of day as people write them, and what is none."""

import pytest

from rules.findings import Refused
from rules.hours import read_hour


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("9:00", "09:00"),
        ("09：30", "09:30"),
        ("9点", "09:00"),
        ("9点半", "09:30"),
        ("9时15分", "09:15"),
        ("上午 9 点", "09:00"),
        ("下午2点", "14:00"),
        ("下午2点半", "14:30"),
        ("14点", "14:00"),
        ("下午14:30", "14:30"),
        ("中午12点", "12:00"),
        ("中午1点", "13:00"),
        ("900", "09:00"),
        ("1430", "14:30"),
        ("9", "09:00"),
        ("2pm", "14:00"),
        ("12am", "00:00"),
        ("12 PM", "12:00"),
        ("０９：００", "09:00"),
        ("0:00", "00:00"),
        ("23:59", "23:59"),
    ],
)
def test_a_time_of_day_is_understood(said: str, hour: str) -> None:
    assert read_hour(said) == hour


@pytest.mark.parametrize(
    "said", ["", "早", "24:00", "25", "9:60", "九点", "9-10点", "2026-09-01", "90000", "明天9点"]
)
def test_anything_else_is_none(said: str) -> None:
    with pytest.raises(Refused) as refused:
        read_hour(said)
    assert refused.value.finding.key == "hour-unreadable"
