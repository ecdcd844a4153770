"""现场验收: what an inspection of an applicant found at every line of R2.2 (R2.8)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from conversations.engine.boxes import Choice, Day, Known, Many, Pick, Text, only_if, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.stations.declared import SitePhoto
from rules.findings import Finding, Refused
from rules.names import NAME_LONGEST
from rules.roles import Action, who_may
from rules.stations import (
    Found,
    InspectionLine,
    InspectionRecord,
    InspectionResult,
    InspectionVerdict,
    inspection_findings,
)
from store.files import FileId
from store.station_applications import StationApplicationId
from store.unit import UnitOfWork

MOST_INSPECTORS = 9


@dataclass(frozen=True, slots=True)
class InspectionFacts:
    """Today, and the day the unit applied."""

    today: date
    applied_on: date | None = None
    unit: str = ""


def read_people(text: str) -> str:
    """Several names as one text, `孙丽华、李强`."""
    for mark in "，,;；\n/":
        text = text.replace(mark, "、")
    names = [" ".join(name.split()) for name in text.split("、") if name.strip()]
    if not names or len(names) > MOST_INSPECTORS or max(map(len, names)) > NAME_LONGEST:
        raise Refused("inspectors-unreadable", "R2.8", most=MOST_INSPECTORS)
    return "、".join(names)


def remarked(line: str) -> Callable[[Sheet], bool]:
    """Whether the line is not simply met."""
    return lambda form: form.values[line] in {InspectionVerdict.NOTED, InspectionVerdict.NOT_MET}


def remark(line: InspectionLine) -> Text:
    return only_if(remarked(line), Text(longest=200))


def applied_on(form: "Inspection") -> date | None:
    day: date | None = form.facts.applied_on
    return day


class Inspection(Form):
    """The lines in the order of R2.2; the result follows from them."""

    roles = who_may(Action.INSPECT_STATION)
    facts_from = ("application",)

    application = settled(Pick("stations_to_inspect"))
    inspected_on = Day(earliest=applied_on, latest=lambda form: form.facts.today)
    inspectors = Text(longest=300, reader=read_people)
    staff = Choice(InspectionVerdict)
    staff_remark = remark(InspectionLine.STAFF)
    examiners = Choice(InspectionVerdict)
    examiners_remark = remark(InspectionLine.EXAMINERS)
    theory_venue = Choice(InspectionVerdict)
    theory_venue_remark = remark(InspectionLine.THEORY_VENUE)
    practice_venue = Choice(InspectionVerdict)
    practice_venue_remark = remark(InspectionLine.PRACTICE_VENUE)
    office = Choice(InspectionVerdict)
    office_remark = remark(InspectionLine.OFFICE)
    equipment = Choice(InspectionVerdict)
    equipment_remark = remark(InspectionLine.EQUIPMENT)
    testing_equipment = Choice(InspectionVerdict)
    testing_equipment_remark = remark(InspectionLine.TESTING_EQUIPMENT)
    records = Choice(InspectionVerdict)
    records_remark = remark(InspectionLine.RECORDS)
    systems = Choice(InspectionVerdict)
    systems_remark = remark(InspectionLine.SYSTEMS)
    materials = Choice(InspectionVerdict)
    materials_remark = remark(InspectionLine.MATERIALS)
    photos = Many(SitePhoto, at_least=1, at_most=20)
    result = Known[InspectionResult](
        lambda form: form.outcome(), lambda result, words: words.say(f"inspection-result-{result}")
    )

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"application": argument} if argument else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> InspectionFacts:
        number = str(answers.get("application", ""))
        if not number.isdecimal():
            return InspectionFacts(work.today)
        applied = work.station_applications.get(StationApplicationId(int(number)))
        unit = work.institutions.get(applied.institution).name
        return InspectionFacts(work.today, applied.filed_on, unit)

    def found(self) -> dict[InspectionLine, Found]:
        """The lines answered so far."""
        return {
            line: Found(self.values[line], self.values[f"{line}_remark"] or "")
            for line in InspectionLine
            if self.values[line]
        }

    def outcome(self) -> InspectionResult:
        unmet = any(one.verdict is InspectionVerdict.NOT_MET for one in self.found().values())
        return InspectionResult.FAILED if unmet else InspectionResult.PASSED

    def record(self) -> InspectionRecord:
        return InspectionRecord(
            on=self.inspected_on,
            inspectors=tuple(self.inspectors.split("、")),
            found=self.found(),
            photos=len(self.photos),
            result=self.outcome(),
        )

    def problems(self) -> tuple[Finding, ...]:
        facts: InspectionFacts = self.facts
        assert facts.applied_on
        return tuple(inspection_findings(self.record(), facts.applied_on, facts.today))

    def submit(self, work: UnitOfWork) -> Done:
        application = StationApplicationId(int(self.application))
        photos = [FileId(one.values["picture"].file) for one in self.photos]
        added = work.inspections.add(application, self.record(), photos)
        told = {"unit": self.facts.unit, "on": added.on, "result": added.result}
        (paper,) = (one for one in work.inspections.waiting() if one.subject == application)
        says = Sentence("inspection-noted", told)
        return Done((says,), next=(f"/approve {paper.id}", "/todo"))
