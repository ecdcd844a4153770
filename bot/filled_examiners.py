"""An examiner's application as it stands on paper, and the register's rows: stored answers in printed words."""

from collections.abc import Iterator
from datetime import date

from bot.filled import PAPER, Boxes
from conversations.reasons import in_words
from exports.examiner_form import ExaminerForm, PrintedOpinion
from exports.examiner_register import RegisterRow
from rules.approvals import DecisionKind, Desk, PaperKind
from rules.candidates import Schooling, Sex, Title
from rules.catalogue import Level, level_name
from rules.examiners import ManagerPost, UnitKey, may_assess
from rules.identity import age_on
from store.decisions import Decision
from store.examiner_applications import ApplicationId, PrintedProposal
from store.examiners import Examiner
from store.unit import UnitOfWork

SAID = frozenset({DecisionKind.FORWARD, DecisionKind.APPROVE, DecisionKind.REJECT})


def examiner_form(work: UnitOfWork, application: ApplicationId) -> ExaminerForm:
    """审批表 (G§3.2) of an application, for who may see it."""
    printed = work.examiner_applications.printed(application)
    proposal, boxes = printed.proposal, Boxes(printed.boxes)
    said = opinions(work, application)
    return ExaminerForm(
        number=proposal.number,
        unit=work.institutions.get(proposal.institution).name,
        name=proposal.name,
        sex=boxes.choice("sex", Sex),
        age=str(age_on(born(boxes), proposal.filed_at.date())),
        photo=work.files.content(printed.photo) if printed.photo else None,
        education=beside(boxes.choice("education", Schooling), boxes.text("major")),
        id_number=printed.id_number,
        department=boxes.text("department"),
        occupation=occupation(boxes),
        title=beside(
            boxes.choice("professional_title", Title),
            boxes.text("post"),
            boxes.choice("manages", ManagerPost),
        ),
        address=boxes.text("address"),
        email=boxes.text("email"),
        phone=boxes.text("phone"),
        kind=proposal.kind,
        trades="\n".join(trades(work, printed)),
        department_opinion=said.get(Desk.DEPARTMENT, PrintedOpinion()),
        unit_opinion=said.get(Desk.UNIT, PrintedOpinion()),
        centre_opinion=said.get(Desk.CENTRE, PrintedOpinion()),
    )


def born(boxes: Boxes) -> date:
    day = boxes.day("born")
    assert day is not None  # the store keeps it with every application
    return day


def beside(*texts: str) -> str:
    return "　".join(filter(None, texts))


def occupation(boxes: Boxes) -> str:
    """职业及年限, with the skill level that qualifies."""
    years = boxes.text("years_in_trade")
    level = boxes.choice("skill_level", Level)
    return beside(boxes.text("occupation"), f"{years} 年" if years else "", level)


def trades(work: UnitOfWork, printed: PrintedProposal) -> Iterator[str]:
    for key in printed.proposal.trades:
        unit = work.units.get(*key)
        yield PAPER.say(f"trade-{unit.programme}", name=unit.name, code=unit.code)


def opinions(work: UnitOfWork, application: ApplicationId) -> dict[Desk, PrintedOpinion]:
    """What each desk said last; after a correction that went back to an earlier desk, not what followed it."""
    paper = work.papers.about(PaperKind.EXAMINER_APPLICATION, application)
    if paper is None:
        return {}
    history = work.papers.history(paper)
    said: dict[Desk, PrintedOpinion] = {}
    step = 0
    for desk in paper.chain:
        spoken = [one for one in history if one.desk is desk and one.kind in SAID]
        if not spoken or spoken[-1].step < step:
            break
        step = spoken[-1].step
        said[desk] = opinion(spoken[-1])
    return said


def opinion(decision: Decision) -> PrintedOpinion:
    return PrintedOpinion(in_words(decision.opinion, PAPER), decision.at.date())


def register_row(work: UnitOfWork, one: Examiner) -> RegisterRow:
    """One line of 考评员名册 (R9.3)."""
    institution = work.institutions.get(one.institution)
    return RegisterRow(
        number=one.number,
        name=one.name,
        kind=PAPER.argument(one.kind),
        code=institution.code,
        institution=institution.name,
        operator=institution.operator,
        trades="\n".join(trade(work, one, key) for key in one.trades),
        trained_on=one.trained_on,
        appointed_on=one.appointed_on,
        valid_until=one.valid_until,
        state=PAPER.argument(one.state(work.today)),
        ended_on=one.ended_on,
    )


def trade(work: UnitOfWork, one: Examiner, key: UnitKey) -> str:
    """A trade with the levels the person may assess (R2.5)."""
    unit = work.units.get(*key)
    levels = [x for x in unit.levels if may_assess(one.kind, x, unit.code)]
    names = (PAPER.argument(level_name(level, unit)).split("（")[0] for level in levels)
    return f"{unit.name}（{unit.code}）{'、'.join(names)}"
