"""What the papers of annual plans are printed from: the empty template and the summary (R4.1, R4.10)."""

from conversations.engine import wording
from conversations.engine.boxes import Box
from conversations.engine.workbooks import asked
from conversations.sources.batch_trades import option
from conversations.stations.annual_plan import BOTH, AnnualPlan
from conversations.words import LANGUAGES, FluentWords, words
from exports.plan_summary import SummaryRow, SummarySheet
from exports.template import EmptySheet, TemplateColumn
from rules.catalogue import Programme, Unit, level_name
from rules.licences import LicensedUnit
from rules.plans import LINE_HOLDS, MONTHS
from rules.roles import STATION_STAFF
from store import rights
from store.plan_summaries import SummaryId
from store.plans import PlanLine
from store.unit import UnitOfWork

PAPER = words(LANGUAGES[0])
"""What goes to the centre is in Chinese, whatever language the officer speaks with us."""


def empty_plan(work: UnitOfWork, subject: int) -> tuple[str, EmptySheet]:
    """The template of the station's plan, with the trades and levels of its licence to choose from."""
    programme = BOTH[subject] if subject < len(BOTH) else BOTH[0]
    station = rights.own_institution(work, STATION_STAFF)
    licensed = [one for one in work.licences.get(station.code).units if one.programme is programme]
    assert work.caller.person
    say = words(work.people.get(work.caller.person).language)
    heading = (
        say.say("plan-template-title", programme=programme),
        say.say("plan-template-station", name=station.name, code=station.code),
        say.say("plan-template-how", most=LINE_HOLDS),
        say.say("plan-template-send"),
    )
    choices = offered(work, licensed, say)
    part = AnnualPlan.plan_lines
    columns = tuple(column(box, choices.get(box.name, ()), say) for box in asked(part))
    names = say.say("form-annual_plan"), say.say("plan-template-choices")
    return f"annual-plan-{programme}", EmptySheet(*names, heading, columns)


def offered(
    work: UnitOfWork, licensed: list[LicensedUnit], say: FluentWords
) -> dict[str, tuple[str, ...]]:
    """What may be chosen in the columns that hold choices."""
    units = [work.units.get(*one.key) for one in licensed]
    levels = {
        level: say.argument(level_name(level, unit))
        for one, unit in zip(licensed, units, strict=True)
        for level in one.levels
    }
    return {
        "trade": tuple(option(unit).label for unit in units),
        "level": tuple(levels[level] for level in sorted(levels, reverse=True)),
        "month": tuple(str(month) for month in MONTHS),
    }


def column(box: Box[object], choices: tuple[str, ...], say: FluentWords) -> TemplateColumn:
    path = f"{AnnualPlan.plan_lines.name}.1.{box.name}"
    hint = wording.part_of_text(AnnualPlan, path, "hint", say)
    return TemplateColumn(
        title=wording.title(AnnualPlan, path, say),
        note=say.say(hint) if hint else "",
        choices=choices,
        needed=not box.is_optional,
    )


def summary(work: UnitOfWork, subject: int) -> tuple[str, SummarySheet]:
    """The table of a summary, for its management station and the centre."""
    found = work.plan_summaries.see(SummaryId(subject))
    sheet = SummarySheet(
        programme=PAPER.argument(found.programme),
        year=found.year,
        institution=work.institutions.get(found.institution).name,
        filed_on=found.filed_at.date(),
        state=PAPER.argument(found.state),
        rows=tuple(
            row(work, line, found.programme) for line in work.plan_summaries.lines(found.id)
        ),
    )
    return f"plan-summary-{found.year}-{found.id}", sheet


def row(work: UnitOfWork, line: PlanLine, programme: Programme) -> SummaryRow:
    station, unit = work.institutions.get(line.station), line.unit
    return SummaryRow(
        programme=PAPER.argument(programme),
        station_code=station.code,
        station=station.name,
        operator=station.operator,
        unit_code=unit.code,
        unit=called(unit),
        level=PAPER.argument(level_name(line.level, unit)),
        month=line.month,
        people=line.people,
    )


def called(unit: Unit) -> str:
    """An occupation with its trade, as the centre's tables print them."""
    if unit.name == unit.occupation_name:
        return unit.name
    return f"{unit.occupation_name}（{unit.name}）"
