"""The assessment units of the guide (G§2.5.1, 2.5.2; R1.5), as extract.py took them from its text."""

import csv
from functools import cache
from pathlib import Path

from rules.catalogue import Level, Programme, Unit

UNITS = Path(__file__).with_name("units.csv")


@cache
def load_units() -> tuple[Unit, ...]:
    """All 477 units in printed order, the three incomplete ones among them."""
    with UNITS.open(encoding="utf-8", newline="") as file:
        return tuple(_unit(row) for row in csv.DictReader(file))


def _unit(row: dict[str, str]) -> Unit:
    return Unit(
        programme=Programme(row["programme"]),
        occupation_code=row["occupation_code"],
        occupation_name=row["occupation_name"],
        code=row["unit_code"],
        name=row["unit_name"],
        levels=tuple(Level(int(figure)) for figure in row["levels"].split()),
        complete=row["complete"] == "true",
    )
