"""考试站申报: the form by which a unit applies to become an exam station (G§2.3, R2.1–R2.3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from conversations.candidates.pictures import stamped_form
from conversations.engine.boxes import (
    Choice,
    Known,
    Many,
    Number,
    Photo,
    Several,
    Template,
    Text,
    YesNo,
    only_if,
    optional,
)
from conversations.engine.form import Done, Form, State
from conversations.engine.messages import Json, Paper, Sentence, Words
from conversations.filing import kept_answers, receipt, shown_lines
from conversations.paper_news import tell_desk
from conversations.personal import Email, Name, Phone
from conversations.sources.trades import unit_named
from conversations.stations.briefing import briefing as briefed
from conversations.stations.declared import (
    Deputy,
    EquipmentLine,
    SitePhoto,
    SystemFile,
    Trade,
    unit_key,
)
from conversations.words import words
from rules import stations as rules
from rules.approvals import Desk, PaperKind
from rules.catalogue import Unit
from rules.findings import Finding, NotPossible
from rules.regions import read_postcode
from rules.roles import Role
from rules.stations import (
    Attachment,
    DeclaredTrade,
    Equipment,
    InspectionResult,
    ManagementSystem,
    OfficeEquipment,
    StationApplicationState,
    UnitKey,
    UnitKind,
    Venue,
)
from store import papers, rights
from store.files import FileId
from store.institutions import Institution
from store.station_applications import StationApplicationId, StationFiling
from store.unit import UnitOfWork

APPLICANTS = frozenset({Role.APPLICANT_UNIT})
SQUARE_METRES = 1_000_000
EQUIPMENT_LIST = Template("equipment_template")


@dataclass(frozen=True, slots=True)
class StationFacts:
    """The unit, and the trained examiners of each trade declared so far."""

    today: date
    institution: Institution | None = None
    units: Mapping[str, Unit] = field(default_factory=dict)
    """By the value they are listed under."""
    trained: Mapping[UnitKey, int] = field(default_factory=dict)
    landline: bool = True


def operator_named(form: "StationApplication") -> str:
    unit: Institution | None = form.facts.institution
    return unit.name if unit else ""


def of_another_kind(form: "StationApplication") -> bool:
    return form.kind is UnitKind.OTHER


def was_sealed(form: "StationApplication") -> bool:
    """Pages once sent in stay on the paper, and are replaced here when they are returned."""
    return "first_page" in form.answers


def examiners_told(trained: Mapping[str, int], words: Words) -> str:
    lines = [words.say("station-trained", trade=t, count=n) for t, n in trained.items()]
    return words.say("list-comma").join(lines) if lines else words.say("engine-left-empty")


class StationApplication(Form):
    """In the order of R2.1 and the printed form; what may be missing today is told with all else at the end."""

    roles = APPLICANTS
    paper = PaperKind.STATION_APPLICATION
    facts_from = ("trades",)

    head = Name()
    applied_on = Known[date](lambda form: form.facts.today)
    email = Email()
    trades = Many(Trade, at_least=1, at_most=40)
    category = Known[str](lambda _: "station", lambda _, words: words.say("station-category"))
    operator = Known[str](operator_named)
    kind = Choice(UnitKind)
    kind_note = only_if(of_another_kind, Text())
    legal_representative = Name()
    address = Text(longest=100)
    phone = Phone()
    postcode = Text(reader=read_postcode)
    teachers = Text(longest=200)
    deputies = optional(Many(Deputy, at_most=9))
    full_time_officer = optional(Name())
    examiners = Known[Mapping[str, int]](lambda form: form.examiners_by_name(), examiners_told)
    staff_note = optional(Text(longest=200))
    systems = optional(Several(ManagementSystem))
    system_files = optional(Many(SystemFile, at_most=8))
    office_area = Number(most=SQUARE_METRES, places=1)
    theory_area = Number(most=SQUARE_METRES, places=1)
    practice_area = Number(most=SQUARE_METRES, places=1)
    theory_for_training = YesNo()
    office_equipment = optional(Several(OfficeEquipment))
    equipment = optional(Many(EquipmentLine, at_most=200, from_workbook=EQUIPMENT_LIST))
    testing_equipment = optional(Many(EquipmentLine, at_most=200, from_workbook=EQUIPMENT_LIST))
    staff_list = optional(stamped_form())
    past_assessments = optional(stamped_form())
    introduction = optional(stamped_form())
    site_photos = optional(Many(SitePhoto, at_most=10))
    three_year_plan = optional(stamped_form())
    remarks = optional(Text(longest=200))
    first_page = only_if(was_sealed, stamped_form())
    last_page = only_if(was_sealed, stamped_form())

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """What is not sealed yet may still be changed: it opens as it was filled in.

        NotPossible while it is decided, before anything is typed in vain.
        """
        unit = rights.own_institution(work, APPLICANTS)
        filed = work.station_applications.of(unit.code)
        if filed is None:
            return {}
        if not work.station_applications.may_correct(filed):
            args = {"state": str(filed.state)}
            raise NotPossible(Finding("station-application-under-way", "R2.3", args))
        awaited = filed.state is StationApplicationState.AWAITING_SEAL
        return work.station_applications.opened(filed.id) if awaited else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> StationFacts:
        assert work.caller.person
        units = rights.institutions_of(work, work.caller.person, APPLICANTS)
        if not units:
            # A draft from before the unit became a station is still listed and counted.
            return StationFacts(work.today)
        unit = work.institutions.get(units[0])
        entries = (answers.get("trades") or {}).get("entries", ())
        named = {str(entry["answers"].get("trade", "")) for entry in entries}
        found = {value: unit_named(work, value) for value in named}
        return StationFacts(
            today=work.today,
            institution=unit,
            units={value: one for value, one in found.items() if one},
            trained={
                one.key: work.examiners.trained_for(unit.code, one.key)
                for one in found.values()
                if one
            },
        )

    @classmethod
    def kept_since(cls, work: UnitOfWork, paper: papers.Paper) -> Mapping[str, Json] | None:
        """A corrected sheet that waits for its new seals."""
        filed = work.station_applications.get(StationApplicationId(paper.subject))
        awaited = filed.state is StationApplicationState.AWAITING_SEAL
        return work.station_applications.opened(filed.id) if awaited else None

    @classmethod
    def briefing(cls, work: UnitOfWork, paper: papers.Paper) -> tuple[Sentence, ...]:
        """The examiners there are today, and what the inspection found."""
        return briefed(work, paper)

    @classmethod
    def errands(cls, work: UnitOfWork, paper: papers.Paper) -> tuple[str, ...]:
        """The inspection, until one was passed (R2.8)."""
        last = work.inspections.last(StationApplicationId(paper.subject))
        passed = last is not None and last.result is InspectionResult.PASSED
        here = paper.desk is Desk.MANAGEMENT_STATION
        return (f"/inspection {paper.subject}",) if here and not passed else ()

    @classmethod
    def documents(cls, work: UnitOfWork, paper: papers.Paper) -> tuple[Paper, ...]:
        return printed_form(StationApplicationId(paper.subject), words(language(work)))

    # --- what the answers so far amount to ---

    def declared(self) -> tuple[DeclaredTrade, ...]:
        units: Mapping[str, Unit] = self.facts.units
        return tuple(
            DeclaredTrade(units[one.values["trade"]], one.values["levels"])
            for one in self.trades or ()
            if one.values["trade"] in units
        )

    def examiners_by_name(self) -> dict[str, int]:
        trained: Mapping[UnitKey, int] = self.facts.trained
        return {one.unit.name: trained[one.unit.key] for one in self.declared()}

    def application(self) -> rules.StationApplication:
        """The form as the rules judge it."""
        return rules.StationApplication(
            kind=self.kind,
            kind_note=self.kind_note or "",
            trades=self.declared(),
            head=self.head or "",
            deputies=tuple(one.values["name"] for one in self.deputies or ()),
            full_time_officer=self.full_time_officer or "",
            areas={venue: self.values[f"{venue}_area"] for venue in Venue},
            theory_for_training=bool(self.theory_for_training),
            office_equipment=frozenset(self.office_equipment or ()),
            equipment=listed(self.equipment),
            testing_equipment=listed(self.testing_equipment),
            systems=frozenset(self.systems or ()),
            attachments=frozenset(Attachment) & {*self.files()},
            site_photos=len(self.site_photos or ()),
        )

    def files(self) -> dict[str, FileId]:
        """Everything uploaded, by the box or the entry's box it stands in."""
        return {
            line.path: FileId(line.sheet.values[line.box.name].file)
            for line in self.lines
            if isinstance(line.box, Photo) and line.state is State.ANSWERED
        }

    # --- filing ---

    def problems(self) -> tuple[Finding, ...]:
        trained: Mapping[UnitKey, int] = self.facts.trained
        return rules.findings(self.application(), trained.__getitem__)

    def submit(self, work: UnitOfWork) -> Done:
        filed = work.station_applications.file(
            StationFiling(
                institution=rights.own_institution(work, APPLICANTS).code,
                application=self.application(),
                boxes=kept_answers(self),
                form_version=self.version,
                files=self.files(),
                shown=tuple(shown_lines(self)),
            )
        )
        if filed.state is StationApplicationState.AWAITING_SEAL:
            says = Sentence("station-application-filed")
            steps = ("/sealed_application", "/station_application correct")
            return Done((says,), printed_form(filed.id, words(language(work))), next=steps)
        return handed_in(work, filed.id)


def listed(lines: Iterable[Any] | None) -> tuple[Equipment, ...]:
    return tuple(
        Equipment(
            one.values["model"],
            int(one.values["quantity"]),
            frozenset(map(unit_key, one.values["serves"])),
        )
        for one in lines or ()
    )


def handed_in(work: UnitOfWork, application: StationApplicationId) -> Done:
    """The paper lies at the second tier; its officers are told."""
    paper = work.papers.under_way(PaperKind.STATION_APPLICATION, application)
    assert paper
    tell_desk(work, paper)
    return Done((receipt(paper),), next=(f"/my_papers {paper.id}", "/menu"))


def printed_form(application: StationApplicationId, say: Words) -> tuple[Paper, ...]:
    """机械行业人才评价机构审批登记表, two paper copies of which are signed and sealed (G§2.3)."""
    return (
        Paper("station_application_pdf", application, say.say("station-form-pdf")),
        Paper("station_application_word", application, say.say("station-form-word")),
    )


def language(work: UnitOfWork) -> str:
    assert work.caller.person
    return work.people.get(work.caller.person).language
