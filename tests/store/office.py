"""A small office for store tests: one station, two trades, a batch, candidates and what they hand in."""

from dataclasses import replace
from datetime import date

from rules.candidates import CandidateType, Schooling
from rules.catalogue import Level, Programme, Unit
from rules.histories import StudyEntry
from rules.identity import read_id_number
from rules.materials import Material
from rules.registration import Application
from rules.roles import Role
from store.batches import Batch, BatchState, NewBatch, NewItem
from store.files import FileId
from store.institutions import Institution, InstitutionKind
from store.people import PersonId
from store.registrations import Filing
from store.unit import Caller, Store, UnitOfWork
from tests.people import id_number

STATION = Institution(
    code="49284267",
    name="机械行业职业能力评价职教267考试站",
    kind=InstitutionKind.STATION,
    parent_code=None,
    operator="常州市工贸高级技工学校",
)
OTHER_STATION = replace(
    STATION,
    code="49284299",
    name="机械行业职业能力评价职教299考试站",
    operator="重庆市云阳职业教育中心",
)
_ALL = tuple(Level)
WELDER = Unit(Programme.CAPABILITY, "JX04-06-04", "焊工", "JX04-06-04-01", "电焊工", _ALL, True)
MACHINIST = Unit(
    Programme.CAPABILITY,
    "JX04-05-07",
    "多工序数控机床操作调整工",
    "JX04-05-07-03",
    "加工中心操作工",
    _ALL[1:],
    True,
)
APPLIED_ON, EXAM = date(2026, 6, 1), date(2026, 7, 20)
"""Registration closes on 2026-07-10 at 00:00."""

SCHOOL = "哈密职业技术学校"
STUDENT = Application(
    name="李晓雨",
    born=date(2008, 3, 4),
    phone="0902-2231234",
    candidate_type=CandidateType.STUDENT,
    unit=WELDER,
    level=Level.FOUR,
    condition="school-4",
    materials=frozenset(),
    education=Schooling.SECONDARY_VOCATIONAL,
    school=SCHOOL,
    major="焊接技术应用",
    enrolled_on=date(2023, 9, 1),
    class_hours=400,
    study=(
        StudyEntry(date(2020, 9, 1), date(2023, 6, 20), "哈密第四中学", Schooling.JUNIOR_MIDDLE),
        StudyEntry(date(2023, 9, 1), None, SCHOOL, Schooling.SECONDARY_VOCATIONAL),
    ),
)
STUDENTS_MATERIALS = (
    Material.PHOTO,
    Material.ID_CARD_FRONT,
    Material.ID_CARD_BACK,
    Material.STUDENT_CARD,
    Material.CLASS_HOURS_PROOF,
)


def furnish(work: UnitOfWork) -> None:
    for institution in (STATION, OTHER_STATION):
        work.institutions.put(institution)
    work.units.put_all((WELDER, MACHINIST))


def new_batch(*items: NewItem, **changes: object) -> NewBatch:
    batch = NewBatch(
        station_code=STATION.code,
        programme=Programme.CAPABILITY,
        candidate_type=CandidateType.STUDENT,
        theory_on=EXAM,
        practice_on=EXAM,
        starts_at="09:00",
        venue="实训楼一层",
        applied_on=APPLIED_ON,
        items=items or (NewItem(WELDER, Level.FOUR, 2),),
        state=BatchState.OPEN,
    )
    return replace(batch, **changes)


def open_batch(store: Store, *items: NewItem, **changes: object) -> Batch:
    with store.writing() as work:
        furnish(work)
        return work.batches.add(new_batch(*items, **changes))


def sign_up(store: Store, serial: int = 1, born: date = STUDENT.born) -> PersonId:
    """Somebody with a name and an ID number, another one for each serial."""
    with store.writing() as work:
        number = read_id_number(id_number(born, serial=serial), work.today)
        guest = work.people.add_guest().id
        return work.people.register(guest, "李晓雨", number, f"student-{serial}", "hash").id


def candidate(person: PersonId) -> Caller:
    return Caller(person, None, "web", None, frozenset({Role.CANDIDATE}))


def upload(store: Store, content: str, media_type: str = "image/jpeg") -> FileId:
    with store.writing() as work:
        return work.files.note(content.encode(), media_type, size_in_pixels=(600, 800)).id


def filing(store: Store, batch: Batch, person: PersonId, **changes: object) -> Filing:
    """All a student hands in, each person their own files."""
    return Filing(
        batch=batch.id,
        person=person,
        application=replace(STUDENT, **changes),
        boxes={"school": SCHOOL, "phone": STUDENT.phone},
        form_version=1,
        files={
            material: upload(store, f"{material} of {person}") for material in STUDENTS_MATERIALS
        },
    )
