"""The approved exam stations of the guide (G§2.4; R1.6), as extract.py took them from its text."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

STATIONS = Path(__file__).with_name("stations.csv")


@dataclass(frozen=True, slots=True)
class Station:
    """One row of the guide's list. The code is 49284 and the number in the name (R1.1)."""

    code: str
    name: str
    operator: str
    """承建单位, the school that runs the station."""
    serial: int
    """The number the guide prints before the row."""

    @property
    def number(self) -> str:
        """The three figures people know the station by."""
        return self.code[-3:]


@cache
def load_stations() -> tuple[Station, ...]:
    """All 43 stations in printed order."""
    with STATIONS.open(encoding="utf-8", newline="") as file:
        return tuple(
            Station(row["code"], row["name"], row["operator"], int(row["serial"]))
            for row in csv.DictReader(file)
        )
