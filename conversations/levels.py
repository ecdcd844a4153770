"""What a level is called, which depends on its unit (R1.3)."""

from enum import IntEnum

from conversations.engine.messages import Choosable
from rules.catalogue import INDUSTRIAL_ENGINEERING, Level, Unit, level_key


class LevelIndustrialEngineering(IntEnum):
    """The levels of 工业工程技术人员, whose names go by `level_key` like all others."""

    THREE = 3
    TWO = 2
    ONE = 1


def level_name(level: Level, unit: Unit) -> Level | LevelIndustrialEngineering:
    """The level as an argument of a sentence, which puts in its name."""
    return LevelIndustrialEngineering(level) if unit.code == INDUSTRIAL_ENGINEERING else level


def level_options(unit: Unit) -> list[Choosable]:
    """The unit's levels to choose from, each under its own figure."""
    return [Choosable(f"{x:d}", key=level_key(x, unit.code), number=f"{x:d}") for x in unit.levels]
