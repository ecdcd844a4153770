"""Stations with licences under a management station and a centre, and what they plan."""

from datetime import date

from rules.catalogue import Level, Programme, Unit
from rules.licences import LicensedUnit, Permit
from rules.plans import PlannedLine
from store.unit import UnitOfWork
from tests.store import tree
from tests.store.office import MACHINIST, WELDER

FITTER = Unit(
    Programme.SKILL_LEVEL, "6-20-01-01", "装配钳工", "6-20-01-01", "装配钳工", tuple(Level), True
)
PERMIT = Permit(
    region="江苏省常州市",
    valid_from=date(2026, 1, 1),
    valid_until=date(2027, 12, 31),
    units=(
        LicensedUnit(*WELDER.key, (Level.FIVE, Level.FOUR)),
        LicensedUnit(*MACHINIST.key, (Level.FOUR,)),
        LicensedUnit(*FITTER.key, (Level.FIVE,)),
    ),
)
WELDERS = PlannedLine(WELDER, Level.FOUR, 40, 9)


def furnish(work: UnitOfWork) -> None:
    """The tree, three trades of two programmes, and licences for 常州 and 哈密."""
    tree.grow(work)
    work.units.put_all((WELDER, MACHINIST, FITTER))
    for station in (tree.CHANGZHOU, tree.HAMI):
        work.licences.enter(station, "", PERMIT)
