"""The printed conditions of every level, as data (R3.1, R3.2)."""

from dataclasses import dataclass

from rules.candidates import Schooling, Title
from rules.catalogue import INDUSTRIAL_ENGINEERING, Level
from rules.needs import (
    Attends,
    BornInRange,
    Certificate,
    ClassHours,
    Graduated,
    InSchool,
    Need,
    OfAge,
    ProfessionalTitle,
    Worked,
    WorkedSince,
    Works,
)


@dataclass(frozen=True, slots=True)
class Condition:
    """One way to a level: every need must be met."""

    id: str
    """As recorded with a registration: "4.2", "school-4", "school-4+4.2"."""
    level: Level
    clause: str
    needs: tuple[Need, ...]

    def __and__(self, other: "Condition") -> "Condition":
        """Both conditions at once (R3.2, `also_national_condition`)."""
        needs = tuple(dict.fromkeys((*self.needs, *other.needs)))
        return Condition(
            f"{self.id}+{other.id}", self.level, f"{self.clause} + {other.clause}", needs
        )


_GUIDE = "G§4.3(2)"
_EDITION_2023 = "人社厅发〔2023〕31号"
_NAMES = {
    Level.FIVE: "五级",
    Level.FOUR: "四级",
    Level.THREE: "三级",
    Level.TWO: "二级",
    Level.ONE: "一级",
}


def _printed(level: Level, source: str, *conditions: tuple[Need, ...]) -> tuple[Condition, ...]:
    """The conditions in printed order; the age floor holds for every one (R3.3)."""
    return tuple(
        Condition(f"{level:d}.{n}", level, f"{source} {_NAMES[level]}({n})", (OfAge(), *needs))
        for n, needs in enumerate(conditions, start=1)
    )


_NATIONAL: dict[Level, tuple[Condition, ...]] = {
    # The guide numbers both conditions of level 5 "(1)"; the 2023 edition has (1) and (2).
    Level.FIVE: _printed(Level.FIVE, _GUIDE, (), (Works(),)),
    Level.FOUR: _printed(
        Level.FOUR,
        _GUIDE,
        (Worked(5),),
        (WorkedSince(Certificate(Level.FIVE), 3),),
        (Graduated(Schooling.SECONDARY_VOCATIONAL),),
    ),
    Level.THREE: _printed(
        Level.THREE,
        _GUIDE,
        (Worked(10),),
        (WorkedSince(Certificate(Level.FOUR), 4),),
        (WorkedSince(ProfessionalTitle(Title.JUNIOR), 1),),
        (Graduated(Schooling.SENIOR_TECHNICAL),),
        (Certificate(Level.FOUR), Graduated(Schooling.COLLEGE)),
        (Graduated(Schooling.COLLEGE, assessed=True),),
    ),
    Level.TWO: _printed(
        Level.TWO,
        _EDITION_2023,
        (WorkedSince(Certificate(Level.THREE), 5),),
        (
            WorkedSince(ProfessionalTitle(Title.JUNIOR), 5),
            WorkedSince(Certificate(Level.THREE), 1),
        ),
        (WorkedSince(ProfessionalTitle(Title.INTERMEDIATE), 1),),
        (
            Certificate(Level.THREE),
            Graduated(Schooling.SENIOR_TECHNICAL, final_year=False),
            Worked(2),
        ),
        (Certificate(Level.THREE, years=2), Attends(Schooling.TECHNICIAN_CLASS)),
    ),
    Level.ONE: _printed(
        Level.ONE,
        _EDITION_2023,
        (WorkedSince(Certificate(Level.TWO), 5),),
        (
            WorkedSince(ProfessionalTitle(Title.INTERMEDIATE), 5),
            WorkedSince(Certificate(Level.TWO), 1),
        ),
        (WorkedSince(ProfessionalTitle(Title.SENIOR), 1),),
    ),
}


def _school_set(level: Level, clause: str, schooling: Schooling) -> Condition:
    needs = (OfAge(), Attends(schooling), BornInRange(level), InSchool(), ClassHours())
    return Condition(f"school-{level:d}", level, clause, needs)


_SCHOOL_SETS = {
    Level.FOUR: _school_set(Level.FOUR, "G§4.3(1) 1)", Schooling.SECONDARY_VOCATIONAL),
    Level.THREE: _school_set(Level.THREE, "G§4.3(1) 2)", Schooling.COLLEGE),
}


def national_conditions(unit_code: str, level: Level) -> tuple[Condition, ...]:
    """The ordinary list of the level, in printed order.

    Industrial engineering counts its levels otherwise and has sets of its own, which nobody has
    filled: they are empty, and with them every level of the unit is closed (R3.1).
    """
    return () if unit_code == INDUSTRIAL_ENGINEERING else _NATIONAL[level]


def school_set(unit_code: str, level: Level) -> Condition | None:
    """在校学生条件, printed for levels 4 and 3 only (R3.2)."""
    return None if unit_code == INDUSTRIAL_ENGINEERING else _SCHOOL_SETS.get(level)
