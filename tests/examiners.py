"""An office with a management station, a station and an applicant unit, and whom they propose as examiners."""

from dataclasses import replace
from datetime import date

from rules.approvals import DecisionKind, PaperKind
from rules.candidates import Sex
from rules.catalogue import Level
from rules.examiners import ExaminerApplication, ExaminerKind, Proof
from rules.identity import read_id_number
from rules.roles import Role
from rules.training import ClassPlan, TrainingKind, TrainingMode, TrainingResult
from store.examiner_applications import PHOTO, ExaminerFiling, Proposal
from store.examiners import Examiner
from store.institutions import Institution, InstitutionKind
from store.papers import Paper
from store.training import TrainingClass
from store.unit import Caller, Store
from tests.people import id_number
from tests.store import office
from tests.store.office import OTHER_STATION, STATION, WELDER
from tests.talk import Talker

CENTRE = Institution(
    code="49000000",
    name="机械工业职业技能鉴定指导中心",
    kind=InstitutionKind.CENTRE,
    parent_code=None,
)
TIER = Institution(
    code="49283000",
    name="机械行业职业能力评价职教管理站",
    kind=InstitutionKind.SECOND_TIER,
    parent_code=CENTRE.code,
)
OTHER_TIER = replace(TIER, code="49285000", name="机械工业人才评价新疆基地")
APPLICANT = Institution(
    code="U000001",
    name="无锡市第一技工学校",
    kind=InstitutionKind.APPLICANT,
    parent_code=TIER.code,
    operator="无锡市第一技工学校",
)
BORN = date(1985, 5, 20)
EXAMINER = ExaminerApplication(
    kind=ExaminerKind.EXAMINER, trades=(WELDER.key,), skill=Level.TWO, conduct=True
)
SENIOR = ExaminerApplication(
    kind=ExaminerKind.SENIOR_EXAMINER,
    trades=(WELDER.key,),
    skill=Level.ONE,
    examiner_since=date(2024, 1, 1),
    conduct=True,
)


def furnish(store: Store) -> None:
    with store.writing() as work:
        for institution in (CENTRE, TIER, OTHER_TIER, APPLICANT):
            work.institutions.put(institution)
        office.furnish(work)
        work.institutions.put(replace(STATION, parent_code=TIER.code))
        work.institutions.put(replace(OTHER_STATION, parent_code=OTHER_TIER.code))


def holder(store: Store, role: Role, institution: str, serial: int) -> Caller:
    """Somebody with that post."""
    person = office.sign_up(store, serial)
    with store.writing() as work:
        work.people.appoint(person, role, institution)
    return Caller(person, None, "web", None, frozenset({role}))


def filing(store: Store, serial: int = 1, **changes: object) -> ExaminerFiling:
    """A proposal of the station for its own examiner; another person for each serial."""
    application = changes.pop("application", EXAMINER)
    number = read_id_number(id_number(BORN, Sex.MALE, serial=serial), date(2026, 6, 1))
    files = {
        box: office.upload(store, f"{box} of examiner {serial}")
        for box in (PHOTO, Proof.SKILL_PROOF, Proof.EXAMINER_PROOF)
    }
    new = ExaminerFiling(
        institution=STATION.code,
        name="王建国",
        number=number,
        application=application,
        boxes={"major": "焊接工程"},
        form_version=1,
        files=files,
    )
    return replace(new, **changes)


def proposed(store: Store, caller: Caller, serial: int = 1, **changes: object) -> Proposal:
    new = filing(store, serial, **changes)
    with store.writing(caller) as work:
        return work.examiner_applications.file(new)


PLAN = ClassPlan(
    kind=TrainingKind.EXAMINER,
    mode=TrainingMode.ON_SITE,
    place="北京市西城区",
    starts_on=date(2026, 6, 10),
    ends_on=date(2026, 6, 12),
    seats=2,
)


def announced(store: Store, officer: Caller, **changes: object) -> TrainingClass:
    with store.writing(officer) as work:
        return work.training_classes.plan(TIER.code, replace(PLAN, **changes))


def trained(store: Store, officer: Caller, *proposals: Proposal) -> TrainingClass:
    """A class of two months ago that all of them passed."""
    days = {"starts_on": date(2026, 4, 1), "ends_on": date(2026, 4, 3)}
    kind = TrainingKind(proposals[0].kind.value)
    held = announced(store, officer, kind=kind, seats=50, **days)
    with store.writing(officer) as work:
        for proposal in proposals:
            work.nominations.nominate(held.id, proposal.id)
        work.nominations.record(held.id, {})
    return held


def recorded(store: Store, officer: Caller, held: TrainingClass, *results: TrainingResult) -> None:
    """Results in the order of nomination."""
    with store.writing(officer) as work:
        places = work.nominations.of_class(held.id)
        otherwise = {
            place.id: result
            for place, result in zip(places, results, strict=False)
            if result is not TrainingResult.PASSED
        }
        work.nominations.record(held.id, otherwise)


def paper_of(store: Store, caller: Caller, proposal: Proposal) -> Paper:
    with store.writing(caller) as work:
        return work.papers.file(
            PaperKind.EXAMINER_APPLICATION, None, proposal.institution, proposal.id, {}
        )


def agreed_by_all_but_the_centre(
    store: Store, head: Caller, officer: Caller, proposal: Proposal
) -> Paper:
    """Opinions of the department, the unit and the second tier, in this order."""
    paper = paper_of(store, head, proposal)
    for caller in (head, head, officer):
        with store.writing(caller) as work:
            work.papers.decide(paper.id, DecisionKind.FORWARD, reason="同意")
    return paper


def appointed(
    store: Store, head: Caller, officer: Caller, centre: Caller, serial: int = 1, **changes: object
) -> Examiner:
    """Somebody of the station, trained and approved."""
    proposal = proposed(store, head, serial, **changes)
    trained(store, officer, proposal)
    paper = agreed_by_all_but_the_centre(store, head, officer, proposal)
    with store.writing(centre) as work:
        work.papers.decide(paper.id, DecisionKind.APPROVE)
        return next(
            one for one in work.examiners.of(STATION.code) if one.application == proposal.id
        )


def heard(store: Store, talker: Talker) -> list[str]:
    """Everything that was ever said to that person."""
    with store.reading() as work:
        session = work.sessions.find(talker.token)
        assert session
        return [m.body["text"] for m in work.messages.after(session.person, 0, 500)]
