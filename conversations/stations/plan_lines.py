"""计划条目: the approved lines of a station, each free or used by a batch (R4.1)."""

from conversations.engine.form import Done
from conversations.engine.messages import Sentence
from conversations.menu import Command
from conversations.paging import further, page_meant
from conversations.talk import Talk
from rules.catalogue import level_name
from rules.roles import STATION_STAFF
from store import rights
from store.plans import PlanLine


def plan_lines(talk: Talk, argument: str) -> Done:
    """This year's and the next year's lines by month; `page:2` is the second page."""
    page = page_meant(argument)
    station = rights.own_institution(talk.work, STATION_STAFF).code
    found = talk.work.plans.of(station, page)
    free, there = talk.work.plans.counts(station)
    if not there:
        return Done((Sentence("plan-lines-none"),), next=("/annual_plan", "/menu"))
    says = (
        Sentence("plan-lines-listed", {"lines": there, "free": free}),
        *(Sentence("plan-line-shown", told(line)) for line in found.things),
    )
    more = further("/plan_lines", page, found)
    return Done(says, next=(*more, "/annual_plan", "/menu"))


def told(line: PlanLine) -> dict[str, object]:
    return {
        "year": line.year,
        "month": line.month,
        "trade": line.unit.name,
        "level": level_name(line.level, line.unit),
        "people": line.people,
        "use": "free" if line.free else "used",
    }


PLAN_LINES = Command("plan_lines", STATION_STAFF, plan_lines)
