"""The items of a batch application: a plan line each, its people, its leader and examiners (R4.1, R4.4)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from conversations.engine.boxes import Choice, Known, Number, Part, Pick, Several
from conversations.engine.boxes.base import Sheet
from conversations.engine.messages import Choosable, Json, Said, Words
from rules.batches import TEAM_LEAST, may_assess
from rules.catalogue import Programme, level_name
from rules.deadlines import earliest_exam, resubmission_keeps_date
from rules.eligibility import closed
from rules.examiners import UnitKey
from rules.findings import Refused
from rules.licences import scope_findings
from rules.plans import LINE_HOLDS
from rules.policy import Policy
from store.batch_facts import assessor
from store.batches import Batch, ItemId, NewItem
from store.examiners import Examiner, ExaminerId
from store.institutions import Institution
from store.licences import Licence
from store.notices import Edition
from store.papers import PaperId
from store.plans import PlanLine, PlanLineId


@dataclass(frozen=True, slots=True)
class Corrected:
    """An application that came back, with its items."""

    batch: Batch
    returned_on: date
    items: Collection[ItemId]


@dataclass(frozen=True, slots=True)
class ApplyingFacts:
    """Whose batch it is, and what it can be applied for with. The contact's phone may be a landline."""

    today: date
    policy: Policy
    station: Institution
    licence: Licence
    lines: Mapping[PlanLineId, PlanLine]
    """Free ones, and those of applications that came back."""
    register: Mapping[ExaminerId, Examiner] = field(repr=False)
    returned: Mapping[PaperId, Corrected]
    procedures: tuple[Edition, ...]
    landline: bool = True

    def line(self, value: str | None) -> PlanLine | None:
        return self.lines.get(PlanLineId(int(value))) if value else None

    def usable(self, programme: Programme | None, paper: int | None) -> list[PlanLine]:
        """The lines this copy of the form can stand on."""
        before = self.corrected(paper)
        mine = before.items if before else ()
        ours = (line for line in self.lines.values() if line.free or line.item in mine)
        return [line for line in ours if line.unit.programme is programme]

    def entitled(self, line: PlanLine, on: date) -> list[Examiner]:
        """Who of the station can be on a team for the line, from that day on (R4.4)."""
        return [one for one in self.register.values() if can_assess(one, line, on)]

    def corrected(self, paper: int | None) -> Corrected | None:
        return self.returned.get(PaperId(paper)) if paper else None

    def first_exam(self, paper: int | None) -> date:
        """The first day there can be an exam; for some days a returned application may keep its own (R4.2)."""
        before = self.corrected(paper)
        first = earliest_exam(self.today)
        keeps = before and resubmission_keeps_date(
            before.returned_on,
            self.today,
            exam_unchanged=True,
            within_days=self.policy.resubmit_days,
        )
        return min(first, before.batch.exam_on) if before and keeps else first


def can_assess(one: Examiner, line: PlanLine, on: date) -> bool:
    return may_assess(assessor(one, one.institution), line.unit, line.level, on, on)


class LinePick(Pick):
    """计划条目. Refused at once where nobody could examine it (R4.4) or it may not be examined (R1.7, R3.1)."""

    def __init__(self) -> None:
        super().__init__("free_lines")

    def known(self, sheet: Sheet) -> Mapping[str, Json]:
        before = sheet.facts.corrected(sheet.form.paper_id)
        return {
            "programme": str(sheet.form.programme),
            "taken": others(sheet),
            "own": before.batch.id if before else 0,
        }

    def read(self, said: Said, sheet: Sheet) -> str:
        value = super().read(said, sheet)
        facts: ApplyingFacts = sheet.facts
        line = facts.line(value)
        assert line is not None
        for finding in (
            *closed(line.unit, line.level, facts.policy),
            *scope_findings(facts.licence, line.unit, line.level),
        ):
            raise Refused(finding.key, finding.rule, **finding.args)
        has = len({one.person for one in facts.entitled(line, first_exam(sheet))})
        if has < TEAM_LEAST:
            args = {"trade": line.unit.name, "level": level_name(line.level, line.unit)}
            raise Refused("batch-few-examiners", "R4.4", **args, has=has, least=TEAM_LEAST)
        return value

    def show(self, value: str, sheet: Sheet, words: Words) -> str:
        line: PlanLine | None = sheet.facts.line(value)
        if line is None:
            return value
        args = {"year": line.year, "month": line.month, "people": line.people}
        return words.say("batch-line-shown", **args)


def others(entry: Sheet) -> list[str]:
    """The lines the other entries of the form stand on."""
    part = entry.form.answers.get("items") or {"entries": ()}
    answers = (
        e["answers"] for e in part["entries"] if e["id"] != entry.entry and not e.get("removed")
    )
    return [str(line) for one in answers if (line := one.get("plan_line"))]


def first_exam(entry: Sheet) -> date:
    facts: ApplyingFacts = entry.facts
    return facts.first_exam(entry.form.paper_id)


class People(Number):
    """As many as a line holds; more people need another line (R4.1)."""

    def __init__(self) -> None:
        super().__init__(least=1, most=LINE_HOLDS)

    def told(self, sheet: Sheet) -> Mapping[str, object]:
        """The number planned, which was an estimate."""
        line = line_of(sheet)
        return {"planned": line.people if line else 0, "most": LINE_HOLDS}

    def show(self, value: Decimal, sheet: Sheet, words: Words) -> str:
        return words.say("batch-people-shown", people=int(value))


def line_of(entry: Sheet) -> PlanLine | None:
    facts: ApplyingFacts = entry.facts
    return facts.line(entry.plan_line)


def leaders(entry: Sheet) -> Iterator[Choosable]:
    """Everybody entitled to the trade and level of the line."""
    line = line_of(entry)
    for one in entry.facts.entitled(line, first_exam(entry)) if line else ():
        args = {"name": one.name, "kind": one.kind, "number": one.number}
        yield Choosable(str(one.id), key="batch-examiner", args=args)


class Leader(Choice[str]):
    """考评组长, of those entitled."""

    def __init__(self) -> None:
        super().__init__(leaders)

    def show(self, value: str, sheet: Sheet, words: Words) -> str:
        return words.say("batch-leader-shown", name=name_of(value, sheet))


def name_of(examiner: str, entry: Sheet) -> str:
    facts: ApplyingFacts = entry.facts
    return facts.register[ExaminerId(int(examiner))].name


def beside_leader(entry: Sheet) -> Iterator[Choosable]:
    return (option for option in leaders(entry) if option.value != entry.leader)


class Team(Several):
    """考评员, so many that with the leader they are three (R4.4)."""

    def __init__(self) -> None:
        super().__init__(beside_leader)

    def fits(self, value: tuple[str, ...], sheet: Sheet) -> None:
        super().fits(value, sheet)
        wanted = TEAM_LEAST - 1
        if len(value) < wanted:
            raise Refused("batch-team-small", "R4.4", wanted=wanted, has=len(value))

    def show(self, value: tuple[str, ...], sheet: Sheet, words: Words) -> str:
        names = tuple(name_of(one, sheet) for one in value)
        return words.say("batch-team-shown", names=names)


class Item(Part):
    """A line of the plan; trade and level follow from it."""

    plan_line = LinePick()
    trade = Known[str | None](lambda entry: line.unit.name if (line := line_of(entry)) else None)
    level = Known[object | None](
        lambda entry: level_name(line.level, line.unit) if (line := line_of(entry)) else None,
        lambda level, words: words.say("batch-level-shown", level=level),
    )
    people = People()
    leader = Leader()
    examiners = Team()


def new_item(entry: Item, facts: ApplyingFacts) -> NewItem:
    """A filled entry as the store takes it."""
    line = facts.line(entry.plan_line)
    assert line is not None
    return NewItem(
        line.unit,
        line.level,
        int(entry.people),
        line.id,
        ExaminerId(int(entry.leader)),
        tuple(ExaminerId(int(one)) for one in entry.examiners),
    )


def short_of_examiners(facts: ApplyingFacts) -> dict[UnitKey, int] | None:
    """How many can assess each planned trade, where no line has a whole team; None where one has."""
    first = facts.first_exam(None)
    found: dict[UnitKey, int] = {}
    for line in facts.lines.values():
        has = len({one.person for one in facts.entitled(line, first)})
        if has >= TEAM_LEAST:
            return None
        found[line.unit.key] = max(has, found.get(line.unit.key, 0))
    return found
