"""考评员申报: one person proposed as examiner or manager, in the order of form G§3.2 (R2.4, R2.5)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from conversations.candidates.pictures import document, portrait
from conversations.engine.boxes import (
    Choice,
    Day,
    Known,
    Many,
    Number,
    Part,
    Photo,
    Pick,
    Text,
    YesNo,
    only_if,
    optional,
    private,
)
from conversations.engine.form import Done, Form, State
from conversations.engine.messages import Choosable, Json, Paper, Sentence
from conversations.filing import file_paper, receipt
from conversations.personal import IdNumberBox, Name, Phone, id_number
from conversations.stations.declared import unit_key
from conversations.words import words
from rules.approvals import FILED_BY, PaperKind
from rules.candidates import Schooling, Sex, Title
from rules.catalogue import Level
from rules.examiners import (
    MOST_TRADES,
    ExaminerKind,
    ManagerPost,
    Proof,
    UnitKey,
    application_findings,
    qualifies,
)
from rules.examiners import (
    ExaminerApplication as Judged,
)
from rules.findings import Finding, Refused
from rules.identity import IdKind, IdNumber, age_on, read_id_number
from rules.names import mask_email, read_email
from store import rights
from store.examiner_applications import ApplicationId, ExaminerFiling, Proposal
from store.examiners import Examiner
from store.files import FileId
from store.institutions import Institution
from store.papers import Paper as FiledPaper
from store.papers import PaperId
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class ProposingFacts:
    """Who proposes, and when. The person's phone may be a landline."""

    today: date
    institution: Institution
    landline: bool = True


class TradeLine(Part):
    """One of at most three trades (R2.4)."""

    trade = Pick("applicable_trades")


class TrainingChoice(Choice[ExaminerKind]):
    """参加培训项目. Refused at once where skill and title are too low for it (R2.5)."""

    def __init__(self) -> None:
        super().__init__(ExaminerKind)

    def fits(self, value: Any, sheet: "ExaminerApplication") -> None:
        super().fits(value, sheet)
        if not qualifies(value, sheet.skill_level, sheet.professional_title):
            raise Refused("examiner-not-qualified", "R2.5", kind=str(value))


class Conduct(YesNo):
    """The code of conduct, declared by everybody (R2.5)."""

    def fits(self, value: bool, sheet: object) -> None:  # noqa: FBT001 - the answer itself
        if not value:
            raise Refused("conduct-needed", "R2.5")


def skill_levels(_: object) -> Iterable[Choosable]:
    """高级工 and above: what is lower does not count here."""
    return [
        Choosable(f"{level:d}", key=f"level-{level:d}", number=f"{level:d}")
        for level in (Level.THREE, Level.TWO, Level.ONE)
    ]


def told(form: "ExaminerApplication") -> IdNumber | None:
    """What the ID number tells; it stands below the boxes that follow from it."""
    try:
        return read_id_number(form.answers.get("id_number") or "", form.facts.today)
    except (Refused, TypeError, AttributeError):
        return None


def sex_told(form: "ExaminerApplication") -> Sex | None:
    number = told(form)
    return number.sex if number else None


def age_told(form: "ExaminerApplication") -> int | None:
    """Full years today (R2.4: derived)."""
    number = told(form)
    return age_on(number.born, form.facts.today) if number and number.born else None


def shows_no_birth_date(form: "ExaminerApplication") -> bool:
    """The old foreigner's card, of which sex and birth date are asked for (R5.5)."""
    return bool(form.id_number) and id_number(form).kind is IdKind.OLD_FOREIGN_CARD


def assesses(form: "ExaminerApplication") -> bool:
    return form.training is not None and form.training.assesses


def is_senior(form: "ExaminerApplication") -> bool:
    return form.training is ExaminerKind.SENIOR_EXAMINER


def is_manager(form: "ExaminerApplication") -> bool:
    return form.training is ExaminerKind.EXAM_MANAGER


def today(form: "ExaminerApplication") -> date:
    day: date = form.facts.today
    return day


class ExaminerApplication(Form):
    """Filed from the account of the applicant unit or the station, for one person at a time."""

    roles = FILED_BY[PaperKind.EXAMINER_APPLICATION]
    paper = PaperKind.EXAMINER_APPLICATION

    unit = Known[str](lambda form: form.facts.institution.name)
    name = Name()
    sex = Known[Sex | None](sex_told, lambda sex, words: words.say(f"sex-{sex}") if sex else "—")
    age = Known[int | None](age_told, lambda age, _: str(age or "—"))
    photo = portrait()
    education = Choice(Schooling)
    major = Text(longest=40)
    id_number = IdNumberBox()
    stated_sex = only_if(shows_no_birth_date, Choice(Sex))
    born = only_if(shows_no_birth_date, Day(latest=today))
    department = Text(longest=40)
    occupation = Text(longest=40)
    years_in_trade = Number(most=60)
    skill_level = optional(Choice(skill_levels, of=Level))
    professional_title = optional(Choice(Title))
    post = optional(Text(longest=40))
    address = private(Text(longest=100))
    email = private(Text(longest=100, reader=read_email, input="email", masked=mask_email))
    phone = Phone()
    training = TrainingChoice()
    manages = only_if(is_manager, Choice(ManagerPost))
    examiner_since = only_if(is_senior, Day(latest=today))
    trades = only_if(assesses, Many(TradeLine, at_least=1, at_most=MOST_TRADES))
    skill_proof = only_if(lambda form: form.skill_level is not None, document())
    title_proof = only_if(lambda form: form.professional_title is not None, document())
    examiner_proof = only_if(is_senior, document())
    conduct = Conduct()

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ProposingFacts:
        return ProposingFacts(work.today, rights.own_institution(work, cls.roles))

    @classmethod
    def briefing(cls, work: UnitOfWork, paper: FiledPaper) -> tuple[Sentence, ...]:
        """Whether the training is passed (R2.6), and what the register knows of the person."""
        proposal = work.examiner_applications.get(ApplicationId(paper.subject))
        known = (registered(work, one) for one in work.examiners.known_as(proposal))
        return (training_so_far(work, proposal), *known)

    @property
    def chosen_trades(self) -> tuple[UnitKey, ...]:
        return tuple(unit_key(line.trade) for line in self.trades or ())

    def judged(self) -> Judged:
        """The form as the rules judge it."""
        return Judged(
            kind=self.training,
            trades=self.chosen_trades,
            skill=self.skill_level,
            title=self.professional_title,
            examiner_since=self.examiner_since,
            manages=self.manages,
            conduct=bool(self.conduct),
            proofs=frozenset(proof for proof in Proof if proof in self.files()),
        )

    def files(self) -> dict[str, FileId]:
        return {
            line.path: FileId(self.values[line.path].file)
            for line in self.lines
            if isinstance(line.box, Photo) and line.state is State.ANSWERED
        }

    def problems(self) -> tuple[Finding, ...]:
        return application_findings(self.judged(), self.facts.today)

    def submit(self, work: UnitOfWork) -> Done:
        paper, proposal = self.corrected(work) if self.paper_id else self.proposed(work)
        language = work.people.get(work.caller.person).language if work.caller.person else ""
        steps = [f"/nomination {proposal.number}"] if may_be_nominated(work, proposal) else []
        return Done(
            (receipt(paper), training_so_far(work, proposal)),
            form_papers(proposal, language),
            next=(*steps, "/examiner_application", "/my_papers"),
        )

    def proposed(self, work: UnitOfWork) -> tuple[FiledPaper, Proposal]:
        institution = self.facts.institution.code
        proposal = work.examiner_applications.file(self.filing(institution))
        paper = file_paper(self, work, programme=None, institution=institution, subject=proposal.id)
        return paper, proposal

    def corrected(self, work: UnitOfWork) -> tuple[FiledPaper, Proposal]:
        """The paper first: whoever decides on it locks it before the application, too."""
        before = work.papers.get(PaperId(self.paper_id or 0))
        at, subject = before.institution, before.subject
        paper = file_paper(self, work, programme=None, institution=at, subject=subject)
        changed = work.examiner_applications.change(ApplicationId(subject), self.filing(at))
        return paper, changed

    def filing(self, institution: str) -> ExaminerFiling:
        number = id_number(self)
        if number.born is None:
            number = replace(number, born=self.born, sex=self.stated_sex)
        return ExaminerFiling(
            institution=institution,
            name=self.name,
            number=number,
            application=self.judged(),
            boxes=self.as_filed(),
            form_version=self.version,
            files=self.files(),
        )

    def as_filed(self) -> dict[str, Json]:
        """What the printed form shows beside name, number, photo and trades."""
        names = (
            *("education", "major", "department", "occupation", "years_in_trade", "skill_level"),
            *("professional_title", "post", "address", "email", "phone", "manages"),
            "examiner_since",
        )
        given = {line.path: line.box for line in self.lines if line.state is State.ANSWERED}
        return {one: given[one].dump(self.values[one]) for one in names if one in given}


def training_so_far(work: UnitOfWork, proposal: Proposal) -> Sentence:
    """Passed, in a class, on its waiting list, or nothing yet (R2.6)."""
    passed_on = work.nominations.passed_on(proposal)
    if passed_on:
        args = {"own": proposal.number, "kind": proposal.kind, "on": passed_on}
        return Sentence("training-passed", args)
    place = work.nominations.waits_for(proposal.id)
    if place is None:
        return Sentence("training-none", {"own": proposal.number, "kind": proposal.kind})
    held = work.training_classes.get(place.class_id)
    args = {
        "own": proposal.number,
        "number": held.number,
        "starts_on": held.starts_on,
        "ends_on": held.ends_on,
        "position": place.waiting,
    }
    return Sentence("training-waiting" if place.waiting else "training-seat", args)


def may_be_nominated(work: UnitOfWork, proposal: Proposal) -> bool:
    settled = work.nominations.passed_on(proposal) or work.nominations.waits_for(proposal.id)
    return not settled


def registered(work: UnitOfWork, examiner: Examiner) -> Sentence:
    """What the register says of somebody who is proposed again, or elsewhere."""
    return Sentence(
        "examiner-registered-as",
        {
            "kind": examiner.kind,
            "institution": work.institutions.get(examiner.institution).name,
            "since": examiner.appointed_on,
            "state": examiner.state(work.today),
        },
    )


def form_papers(proposal: Proposal, language: str) -> tuple[Paper, ...]:
    """The printed 审批表, and as Word."""
    say = words(language).say
    return (
        Paper("examiner_form_pdf", proposal.id, say("examiner-form-pdf", number=proposal.number)),
        Paper("examiner_form_word", proposal.id, say("examiner-form-word", number=proposal.number)),
    )
