"""报名: the application form of a candidate (附件一, G§4.4), one class for all three types (R5.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from conversations.candidates import applies
from conversations.candidates.applies import hands_in, needs
from conversations.candidates.choices import (
    BatchPick,
    ConditionChoice,
    LevelChoice,
    elsewhere,
)
from conversations.candidates.full_lines import tell_when_full
from conversations.candidates.histories import Job, School, study_entry, today, work_entry
from conversations.candidates.pictures import document, portrait
from conversations.engine.boxes import (
    Choice,
    Day,
    Known,
    Many,
    Number,
    Photo,
    Pick,
    Text,
    YesNo,
    only_if,
    optional,
    private,
    settled,
)
from conversations.engine.form import Done, Form, Line, State
from conversations.engine.messages import Choosable, Json, Paper, Sentence
from conversations.personal import Phone
from conversations.sources.open_batches import batch_named, last_day
from conversations.sources.trades import trade_value
from conversations.words import words
from rules.candidates import CandidateType, Schooling, Title
from rules.catalogue import Level, Unit
from rules.certificates import CertificateKind
from rules.conditions import Condition
from rules.eligibility import conditions_for
from rules.findings import Finding, NotPossible
from rules.identity import mask_id_number
from rules.materials import Material, required
from rules.needs import ClassHours, Graduated, Need, ProfessionalTitle, WorkedSince
from rules.policy import Policy
from rules.profile import HeldCertificate, HeldTitle
from rules.registration import (
    Application,
    BatchFacts,
    Duty,
    RegistrationState,
    duty_findings,
    findings,
)
from rules.roles import Role
from store.batch_duties import duty
from store.batches import Batch, BatchItem, facts_of, seats_left
from store.files import FileId
from store.people import Person
from store.registrations import Filing
from store.registrations import Registration as Filed
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class RegistrationFacts:
    """Who registers, under which policy, and the batch chosen with its lines."""

    now: datetime
    today: date
    policy: Policy
    person: Person
    batch: Batch | None = None
    items: tuple[BatchItem, ...] = ()
    registered_here: bool = False
    duty: Duty | None = None

    @property
    def offered(self) -> BatchFacts:
        assert self.batch is not None
        return facts_of(self.batch, self.items)

    @property
    def landline(self) -> bool:
        return self.batch is not None and self.batch.candidate_type in self.policy.landline_for


def any_level(_: "Registration") -> list[Choosable]:
    return [Choosable(f"{level:d}", key=f"level-{level:d}", number=f"{level:d}") for level in Level]


def holds_skill(form: "Registration") -> bool:
    return form.held_skill is not None


def diploma_is_listed(form: "Registration") -> bool:
    """Only schools on the officers' list count for such a condition (R3.1)."""
    listed = any(isinstance(need, Graduated) and need.assessed for need in form.needs)
    return listed and applies.is_worker(form)


def final_year_counts(form: "Registration") -> bool:
    return applies.is_student(form) and needs(Graduated)(form)


class Registration(Form):
    """In the order of the printed form; what follows from sign-up and batch is not asked."""

    roles = frozenset({Role.CANDIDATE})
    facts_from = ("batch",)

    batch = BatchPick("open_batches")
    name = Known[str](lambda form: form.facts.person.name)
    sex = Known[str](lambda form: form.facts.person.sex, lambda sex, words: words.say(f"sex-{sex}"))
    born = Known[date](lambda form: form.facts.person.born)
    photo = portrait()
    id_number = private(Known[str](lambda form: form.facts.person.id_number, masked=mask_id_number))
    school = only_if(applies.is_student, Text())
    education = Choice(Schooling)
    enrolled_on = only_if(applies.is_student, Day(month=True, latest=today))
    major = only_if(applies.is_student, Text(longest=40))
    held_skill = optional(Text(longest=40))
    held_level = only_if(holds_skill, Choice(any_level, of=Level))
    held_on = only_if(holds_skill, Day(latest=today))
    held_certificate_number = only_if(holds_skill, optional(Text(longest=40)))
    held_issuer = only_if(holds_skill, optional(Text()))
    trade = settled(Pick("batch_trades"))
    years_in_trade = only_if(applies.is_worker, Number(most=60))
    level = settled(LevelChoice())
    phone = Phone()
    condition = ConditionChoice()
    held_title = only_if(needs(ProfessionalTitle), Choice(Title))
    title_on = only_if(needs(ProfessionalTitle), Day(latest=today))
    finished_at = only_if(diploma_is_listed, Text())
    graduating = only_if(final_year_counts, YesNo())
    leaves_for_practice = only_if(applies.may_leave_for_practice, YesNo())
    class_hours = only_if(needs(ClassHours), Number(most=9999))
    other = optional(Text(longest=200))
    has_employer = only_if(applies.is_social, YesNo())
    employer = only_if(applies.has_employer, Text())
    study = only_if(applies.is_student, Many(School, at_least=1, at_most=12))
    work = only_if(applies.has_work, Many(Job, at_least=1))
    id_card_front = document()
    id_card_back = document()
    student_card = only_if(hands_in(Material.STUDENT_CARD), document())
    skill_certificate = only_if(hands_in(Material.SKILL_CERTIFICATE), document())
    title_certificate = only_if(hands_in(Material.TITLE_CERTIFICATE), document())
    diploma = only_if(hands_in(Material.DIPLOMA), document())
    work_proof = only_if(hands_in(Material.WORK_PROOF), document())
    class_hours_proof = only_if(hands_in(Material.CLASS_HOURS_PROOF), document())
    pledge = only_if(hands_in(Material.PLEDGE), document())

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"batch": argument} if argument else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> RegistrationFacts:
        assert work.caller.person is not None
        person = work.people.get(work.caller.person)
        policy = work.policy.current(work.today)
        batch = batch_named(work, answers.get("batch", ""))
        if batch is None:
            return RegistrationFacts(work.now, work.today, policy, person)
        registered = {filed.batch_id for filed in work.registrations.of(person.id)}
        items = work.batches.items(batch.id)
        return RegistrationFacts(
            work.now,
            work.today,
            policy,
            person,
            batch,
            items,
            batch.id in registered,
            duty(work, batch.id, person.id),
        )

    # --- what the answers so far amount to ---

    @property
    def candidate_type(self) -> CandidateType | None:
        batch: Batch | None = self.facts.batch
        return batch.candidate_type if batch else None

    @property
    def unit(self) -> Unit | None:
        units = (item.unit for item in self.facts.items)
        return next((unit for unit in units if trade_value(unit) == self.trade), None)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What may be claimed for the trade and level chosen."""
        if self.unit is None or self.level is None or self.candidate_type is None:
            return ()
        return conditions_for(self.unit, self.level, self.candidate_type, self.facts.policy)

    @property
    def claimed(self) -> Condition | None:
        return next((one for one in self.conditions if one.id == self.condition), None)

    @property
    def needs(self) -> tuple[Need, ...]:
        """Everything the condition claimed looks at."""
        asked = self.claimed.needs if self.claimed else ()
        starts = tuple(need.start for need in asked if isinstance(need, WorkedSince))
        return (*asked, *starts)

    @property
    def wanted(self) -> frozenset[Material]:
        """The pictures to hand in."""
        if self.candidate_type is None:
            return frozenset()
        employed = applies.has_employer(self)
        return required(
            self.candidate_type, self.claimed, has_employer=employed, policy=self.facts.policy
        )

    @property
    def handed_in(self) -> dict[Material, FileId]:
        return {
            Material(line.path): FileId(self.values[line.path].file)
            for line in self.lines
            if isinstance(line.box, Photo) and line.state in {State.ANSWERED, State.KNOWN}
        }

    def application(self) -> Application:
        """The form as the rules judge it; what is still open is empty."""
        facts: RegistrationFacts = self.facts
        assert self.candidate_type is not None
        assert self.unit is not None
        return Application(
            name=facts.person.name or "",
            born=facts.person.born or facts.today,
            phone=self.phone or "",
            candidate_type=self.candidate_type,
            unit=self.unit,
            level=self.level,
            condition=self.condition or "",
            materials=frozenset(self.handed_in),
            education=self.education,
            held_certificates=self.held_certificates(),
            titles=(HeldTitle(self.held_title, self.title_on),) if self.title_on else (),
            school=self.school or "",
            major=self.major or "",
            enrolled_on=self.enrolled_on,
            graduating=bool(self.graduating),
            leaves_for_practice=bool(self.leaves_for_practice),
            class_hours=None if self.class_hours is None else int(self.class_hours),
            study=tuple(study_entry(school, facts.today) for school in self.study or ()),
            employer=self.employer or "",
            finished_at=self.finished_at or "",
            work=tuple(work_entry(job, facts.today) for job in self.work or ()),
        )

    def held_certificates(self) -> tuple[HeldCertificate, ...]:
        """All three kinds count alike (R1.2), so the printed form does not ask for it."""
        if self.held_on is None or self.held_level is None:
            return ()
        return (HeldCertificate(self.held_level, self.held_on, CertificateKind.CAPABILITY),)

    # --- filing ---

    def problems(self) -> tuple[Finding, ...]:
        facts: RegistrationFacts = self.facts
        application = self.application()
        found = findings(
            application,
            facts.offered,
            already_registered=facts.registered_here,
            seats_left=seats_left(facts.items, application.unit, application.level),
            now=facts.now,
            policy=facts.policy,
        )
        found = (*duty_findings(facts.duty), *found)
        return tuple(elsewhere(finding, self) for finding in found)

    def submit(self, work: UnitOfWork) -> Done:
        facts: RegistrationFacts = self.facts
        assert facts.batch is not None
        try:
            filed = work.registrations.file(self.filing())
        except NotPossible as refused:
            raise NotPossible(elsewhere(one, self) for one in refused.findings) from None
        tell_when_full(work, filed)
        return filed_done(filed, facts.batch, facts.person)

    def filing(self) -> Filing:
        """The form as the store takes it."""
        facts: RegistrationFacts = self.facts
        assert facts.batch is not None
        return Filing(
            batch=facts.batch.id,
            person=facts.person.id,
            application=self.application(),
            boxes=self.as_filed(),
            form_version=self.version,
            files=self.handed_in,
        )

    def as_filed(self) -> dict[str, Json]:
        """The answers as JSON by box; pictures and what is known are kept elsewhere."""
        return {
            line.path: as_json(line)
            for line in self.lines
            if "." not in line.path
            and line.state in {State.ANSWERED, State.KNOWN}
            and not isinstance(line.box, Known | Photo)
        }


def as_json(line: Line) -> Json:
    value: Any = line.sheet.values[line.box.name]
    if not isinstance(line.box, Many):
        return line.box.dump(value)
    return [
        {b.name: b.dump(e.values[b.name]) for b in e.boxes if e.values[b.name] is not None}
        for e in value
    ]


def filed_done(filed: Filed, batch: Batch, person: Person) -> Done:
    """The number, what to do next and until when (R5.4)."""
    last = last_day(batch)
    facts: dict[str, object] = {"number": filed.number, "month": last.month, "day": last.day}
    papers = application_papers(filed, person.language)
    if filed.state is RegistrationState.COMPLETE:
        return Done(
            (Sentence("registration-complete", facts),), papers, next=("/my_registrations",)
        )
    stamped_by = "student" if filed.candidate_type is CandidateType.STUDENT else "employer"
    return Done(
        (Sentence("registration-filed", {**facts, "stamped_by": stamped_by}),),
        papers,
        next=(f"/stamped_form {filed.id}", "/my_registrations"),
    )


def application_papers(filed: Filed, language: str) -> tuple[Paper, ...]:
    """The printed form to be stamped, and as Word for corrections by hand."""
    say = words(language).say
    return (
        Paper("application_form_pdf", filed.id, say("application-form-pdf", number=filed.number)),
        Paper("application_form_word", filed.id, say("application-form-word", number=filed.number)),
    )
