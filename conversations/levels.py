"""The levels of a unit as a list to choose from (R1.3)."""

from conversations.engine.messages import Choosable
from rules.catalogue import Unit, level_key


def level_options(unit: Unit) -> list[Choosable]:
    """Each under its own figure."""
    return [Choosable(f"{x:d}", key=level_key(x, unit.code), number=f"{x:d}") for x in unit.levels]
