"""Assessment units the rules' tests apply for."""

from rules.catalogue import INDUSTRIAL_ENGINEERING, Level, Programme, Unit

ALL_LEVELS = (Level.FIVE, Level.FOUR, Level.THREE, Level.TWO, Level.ONE)


def unit(*levels: Level, code: str = "JX04-05-10-02", complete: bool = True) -> Unit:
    return Unit(
        programme=Programme.CAPABILITY,
        occupation_code=code[:10],
        occupation_name="焊工",
        code=code,
        name="电焊工",
        levels=levels or ALL_LEVELS,
        complete=complete,
    )


WELDER = unit()
MACHINIST = unit(*ALL_LEVELS[1:], code="JX04-05-09-02")
ENGINEER = unit(*ALL_LEVELS[2:], code=INDUSTRIAL_ENGINEERING)
LOST = unit(code="JX04-01-02-01", complete=False)
