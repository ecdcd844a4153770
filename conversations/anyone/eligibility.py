"""条件自查: may I apply for this level, why not, what instead, and from which day on (R3.5)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from conversations.anyone.explaining import missing, sentences
from conversations.engine.boxes import (
    Choice,
    Day,
    Many,
    Number,
    Part,
    Pick,
    Text,
    YesNo,
    only_if,
    optional,
    settled,
)
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Sentence
from conversations.levels import level_options
from conversations.sources.trades import unit_named
from rules.candidates import CandidateType, Schooling, Title
from rules.catalogue import Level, Unit, level_name
from rules.certificates import CertificateKind
from rules.conditions import Condition
from rules.eligibility import Explanation, conditions_for, explain
from rules.needs import Graduated, Need, OfAge, WorkedSince
from rules.policy import Policy
from rules.profile import Diploma, HeldCertificate, HeldTitle, Profile, WorkPeriod
from rules.years import DAY, add_months, add_years
from store.unit import UnitOfWork

OWN_BOX = {"id_number": "born", "held_skill": "held_level", "title": "held_title"}
"""The boxes of the registration form that a self-check asks for in another way."""

USUAL_NOTICE = timedelta(days=40)
"""An exam applied for now is a month away (R4.2), and its batch has to be got ready first."""


@dataclass(frozen=True, slots=True)
class EligibilityFacts:
    today: date
    born: date | None
    """Of somebody signed in; others are asked."""
    policy: Policy
    unit: Unit | None


def today(sheet: "Eligibility | Job") -> date:
    day: date = sheet.facts.today  # type: ignore[union-attr]  # an entry has its form's facts
    return day


def levels(form: "Eligibility") -> list[Choosable]:
    unit = form.facts.unit
    return level_options(unit) if unit else []


def held_levels(_: "Eligibility") -> list[Choosable]:
    return [Choosable(f"{level:d}", key=f"level-{level:d}", number=f"{level:d}") for level in Level]


def conditions(form: "Eligibility") -> tuple[Condition, ...]:
    """What is judged; where age alone suffices, as for level 5, nothing else is asked."""
    if form.level is None or form.candidate_type is None:
        return ()
    facts: EligibilityFacts = form.facts
    assert facts.unit
    listed = conditions_for(facts.unit, form.level, form.candidate_type, facts.policy)
    by_age = tuple(c for c in listed if all(isinstance(need, OfAge) for need in c.needs))
    return by_age or listed


def needs(form: "Eligibility") -> Iterator[Need]:
    """Everything any of the conditions asks for."""
    for condition in conditions(form):
        for need in condition.needs:
            yield need
            if isinstance(need, WorkedSince):
                yield need.start


def asks(box: str) -> Callable[["Eligibility"], bool]:
    """Whether a condition looks at this box of the registration form."""
    return lambda form: any(need.box == box for need in needs(form))


def is_open(form: "Eligibility") -> bool:
    return bool(conditions(form))


def asks_born(form: "Eligibility") -> bool:
    return is_open(form) and form.facts.born is None


def asks_graduating(form: "Eligibility") -> bool:
    student = form.candidate_type is CandidateType.STUDENT
    return student and any(isinstance(need, Graduated) for need in needs(form))


def asks_school(form: "Eligibility") -> bool:
    """Only the diplomas of schools on the officers' list need their school (R3.1)."""
    listed = bool(form.facts.policy.assessed_schools)
    return listed and any(isinstance(need, Graduated) and need.assessed for need in needs(form))


def asks_practice(form: "Eligibility") -> bool:
    """Leaving for practice matters while two years in school are not full (R3.3)."""
    years = form.facts.policy.years_in_school
    return form.enrolled_on is not None and add_years(form.enrolled_on, years) > form.exam_date


def last_day(month: date | None) -> date | None:
    """Of a job left in that month; None while it lasts."""
    return month and add_months(month, 1) - DAY


class Job(Part):
    """A time of work in this or a related occupation, by months."""

    since = Day(month=True, latest=today)
    until = optional(Day(month=True, earliest=lambda job: job.since, latest=today))


class Eligibility(Form):
    """A question, not an application: nothing said here is proved or kept for one."""

    reviewed = False
    facts_from = ("trade",)

    candidate_type = Choice(CandidateType)
    trade = Pick("applicable_trades")
    level = settled(Choice(levels, of=Level))
    exam_on = only_if(is_open, optional(Day(earliest=today)))
    born = only_if(asks_born, Day(latest=today))
    education = only_if(asks("education"), Choice(Schooling))
    graduating = only_if(asks_graduating, YesNo())
    school = only_if(asks_school, Text())
    enrolled_on = only_if(asks("enrolled_on"), Day(month=True, latest=today))
    leaves_for_practice = only_if(asks_practice, YesNo())
    class_hours = only_if(asks("class_hours"), Number(most=9999))
    held_level = only_if(asks("held_skill"), optional(Choice(held_levels, of=Level)))
    held_since = only_if(lambda form: form.held_level is not None, Day(latest=today))
    held_title = only_if(asks("title"), optional(Choice(Title)))
    title_since = only_if(lambda form: form.held_title is not None, Day(latest=today))
    work = only_if(asks("work"), optional(Many(Job, at_most=10)))

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"trade": argument} if argument else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> EligibilityFacts:
        person = work.caller.person
        return EligibilityFacts(
            today=work.today,
            born=work.people.get(person).born if person is not None else None,
            policy=work.policy.current(work.today),
            unit=unit_named(work, answers["trade"]) if "trade" in answers else None,
        )

    @property
    def exam_date(self) -> date:
        return self.exam_on or today(self) + USUAL_NOTICE

    def profile(self) -> Profile:
        """What was said, none of it confirmed by anybody."""
        student = self.candidate_type is CandidateType.STUDENT
        diploma = None if student or self.education is None else self.education
        return Profile(
            born=self.facts.born or self.born,
            schooling=self.education,
            school=self.school or "",
            enrolled_on=self.enrolled_on,
            graduating=bool(self.graduating),
            leaves_for_practice=bool(self.leaves_for_practice),
            class_hours=None if self.class_hours is None else int(self.class_hours),
            work=tuple(WorkPeriod(job.since, last_day(job.until)) for job in self.work or ()),
            certificates=(
                # All three kinds count alike (R1.2).
                (HeldCertificate(self.held_level, self.held_since, CertificateKind.CAPABILITY),)
                if self.held_level is not None
                else ()
            ),
            titles=(HeldTitle(self.held_title, self.title_since),) if self.held_title else (),
            diplomas=(Diploma(diploma, self.school or ""),) if diploma else (),
        )

    def submit(self, work: UnitOfWork) -> Done:
        facts: EligibilityFacts = self.facts
        assert facts.unit
        if not is_open(self):
            closed = Sentence("eligibility-closed", {"level": level_name(self.level, facts.unit)})
            return Done((closed,), next=("/again level", "/eligibility", "/menu"))
        answer = explain(
            self.profile(),
            facts.unit,
            self.level,
            self.candidate_type,
            self.exam_date,
            facts.policy,
        )
        says = sentences(answer, facts.unit, self.exam_date, conditions(self))
        return Done(tuple(says), next=self.next_steps(answer))

    def next_steps(self, answer: Explanation) -> tuple[str, ...]:
        """To register where something is open, and back to the answer that stands in the way."""
        register = () if answer.nearest is None else ("/registration",)
        asked = {line.path for line in self.asked()}
        boxes = (OWN_BOX.get(need.box, need.box) for need in missing(answer))
        box = next((box for box in boxes if box in asked), "candidate_type")
        return (*register, f"/again {box}", "/menu")
