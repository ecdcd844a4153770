"""The assessment units of both programmes: occupation, trade, levels (R1.2–R1.5)."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Programme(StrEnum):
    """The two programmes, which never mix (R1.2)."""

    CAPABILITY = "capability"
    """职业能力水平评价, JX codes."""
    SKILL_LEVEL = "skill_level"
    """职业技能等级认定, national codes."""


class Level(IntEnum):
    """A level by its printed figure: 5 is the lowest, 1 the highest (R1.3)."""

    FIVE = 5
    FOUR = 4
    THREE = 3
    TWO = 2
    ONE = 1


@dataclass(frozen=True, slots=True)
class Unit:
    """What is declared, examined and certified: a trade, or an occupation without trades (R1.3)."""

    programme: Programme
    occupation_code: str
    occupation_name: str
    code: str
    name: str
    levels: tuple[Level, ...]
    """As printed, descending from 5 to 1; empty where the guide lost them (R1.5)."""
    complete: bool
    """False for a unit whose name, code or levels an officer has yet to confirm (R1.5)."""

    @property
    def key(self) -> tuple[Programme, str]:
        """The same trade name occurs in both programmes; only this pair is unique (R1.2)."""
        return self.programme, self.code

    def offers(self, level: Level) -> bool:
        """Whether the unit can be chosen at this level; an incomplete unit never can (R1.5)."""
        return self.complete and level in self.levels


INDUSTRIAL_ENGINEERING = "JX02-07-01"
"""工业工程技术人员, whose levels are 3 初级, 2 中级, 1 高级 (G§2.5 note ①)."""


def level_key(level: Level, unit_code: str) -> str:
    """The text key of the level's name for this unit (R1.3)."""
    if unit_code == INDUSTRIAL_ENGINEERING:
        return f"level-industrial-engineering-{level:d}"
    return f"level-{level:d}"


class LevelIndustrialEngineering(IntEnum):
    """Those three levels, whose names go by `level_key` like all others."""

    THREE = 3
    TWO = 2
    ONE = 1


def level_name(level: Level, unit: Unit) -> Level | LevelIndustrialEngineering:
    """The level as an argument of a sentence, which puts in the name it has in this unit (R1.3)."""
    its_own = unit.code == INDUSTRIAL_ENGINEERING and level <= Level.THREE
    return LevelIndustrialEngineering(level) if its_own else level


MACHINERY_CLASSES = (
    "土方机械",
    "起重机械",
    "掘进及凿岩机械",
    "高空作业机械",
    "筑路及道路养护机械",
    "混凝土机械",
    "桩工机械",
    "工业车辆",
)
"""The eight classes of construction machinery, as the industry standard names them (R1.4)."""

MACHINERY_OCCUPATIONS = frozenset({"JX04-15-02", "JX05-03-01", "JX05-06-05", "6-31-01-09"})
"""工程机械装配调试工, 操作工, 维修工 (both programmes)."""


def machinery_class(unit: Unit) -> str | None:
    """The class a declaration must stay within, or None where the unit stands alone (R1.4)."""
    if unit.occupation_code not in MACHINERY_OCCUPATIONS:
        return None
    return next((name for name in MACHINERY_CLASSES if unit.name.startswith(name)), None)


def asks_machine_type(unit: Unit) -> bool:
    """Whether the machine type is a box of its own: there the unit is the class (R1.4)."""
    return unit.programme is Programme.SKILL_LEVEL and machinery_class(unit) is not None
