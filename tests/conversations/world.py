"""The office the walks go through: on every list there is something to choose, and one person may open every form."""

from dataclasses import replace
from datetime import date
from itertools import count

from rules.approvals import PaperKind
from rules.catalogue import Programme
from rules.identity import read_id_number
from rules.roles import Role
from rules.training import TrainingKind
from store.paper_versions import Shown
from store.people import PersonId
from store.seed import CENTRE, MANAGEMENT_STATION, seed
from store.unit import OFFICE, Caller, Store
from tests import examiners, plans
from tests.evaluating import evaluated
from tests.examiners import APPLICANT
from tests.exams import near, registered, unable
from tests.people import id_number
from tests.stations import Stage
from tests.store import office, reviewing
from tests.store.office import STATION

APPLICANTS = tuple(replace(APPLICANT, code=f"U00000{n}", name=f"第{n}技工学校") for n in (1, 2, 3))
POSTS = (
    (Role.STATION_HEAD, STATION.code),
    (Role.CENTRE_OFFICER, CENTRE),
    (Role.MANAGEMENT_OFFICER, MANAGEMENT_STATION),
    *((Role.APPLICANT_UNIT, unit.code) for unit in APPLICANTS),
)
LICENCE = replace(plans.PERMIT, units=plans.PERMIT.units[:2])
"""For trades of the small office."""


def furnish(store: Store) -> Caller:
    """A registration awaits its stamp, a class its results, an application each its seals, its visit, its number."""
    filed_in = office.open_batch(store)
    person = office.sign_up(store)
    filing = office.filing(store, filed_in, person)
    with store.writing(office.candidate(person)) as work:
        work.registrations.file(filing)
    office.open_batch(store)
    review(store, person)
    everybody = Caller(person, None, "web", None, frozenset(Role))
    with store.writing() as work:
        seed(work)
        for institution in (replace(STATION, parent_code=MANAGEMENT_STATION), *APPLICANTS):
            work.institutions.put(institution)
        for role, institution in POSTS:
            work.people.appoint(person, role, institution)
        work.licences.enter(STATION.code, "", LICENCE)
        phone = Shown("phone", {"zh-CN": "电话"}, {"zh-CN": "138****5678"})
        work.papers.file(PaperKind.EXAMINER_APPLICATION, None, STATION.code, 0, {}, shown=[phone])
        work.plans.enter(STATION.code, Programme.CAPABILITY, 2026, [plans.WELDERS] * 3)
    train(store, everybody)
    apply(store, everybody)
    examine(store, person)
    evaluate(store, everybody)
    return everybody


def train(store: Store, everybody: Caller) -> None:
    """Examiners who were never nominated, whose class begins soon, and who are appointed."""
    examiners.proposed(store, everybody, 41)
    examiners.announced(store, everybody, seats=20)
    examiners.announced(store, everybody, kind=TrainingKind.SENIOR_EXAMINER)
    for serial in (42, 43, 44):
        examiners.appointed(store, everybody, everybody, everybody, serial)


def apply(store: Store, everybody: Caller) -> None:
    """The first unit has its form to seal, the second waits for the visit, the third for its number."""
    for unit, first in zip(APPLICANTS, count(51, 10), strict=False):
        stage = Stage(store, everybody, everybody, everybody, unit.code)
        stage.train(first=first)
        filed = stage.file()
        if unit is not APPLICANTS[0]:
            filed = stage.seal(filed)
        if unit is APPLICANTS[2]:
            stage.approve(filed)


def examine(store: Store, person: PersonId) -> None:
    """An exam begins soon, an examiner cannot come, one supervisor is free, and the person is sent elsewhere."""
    near(store)
    unable(store)
    registered(store)
    supervisor = registered(store, office.STUDENT.born, serial=1, name="李晓雨")
    assert supervisor.person == person
    with store.writing() as work:
        elsewhere = work.batches.add(office.new_batch(station_code=office.OTHER_STATION.code))
        work.supervisions.send(elsewhere.id, supervisor.id, None)


def evaluate(store: Store, everybody: Caller) -> None:
    """The person is an examiner, who led one exam and served on another that is over."""
    own = read_id_number(id_number(office.STUDENT.born, serial=1), date(2026, 6, 1))
    examiners.appointed(store, everybody, everybody, everybody, 45, number=own, name="李晓雨")
    with store.reading() as work:
        known = {one.person: one.id for one in work.examiners.of(STATION.code)}
    assert everybody.person
    mine = known.pop(everybody.person)
    evaluated(store, everybody, (mine, *known.values())[:3])


def review(store: Store, person: PersonId) -> None:
    """Somebody's registration waits to be reviewed; of the person's own a document and a box were returned."""
    batch = office.open_batch(store)
    reviewing.complete(store, batch, 91)
    own = reviewing.file(store, office.filing(store, batch, person))
    reasons = {"photo": "unclear", "school": "differs"}
    reviewing.by(store, OFFICE, "send_back", own.id, reasons)
