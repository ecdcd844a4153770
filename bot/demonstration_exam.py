"""Of the demonstration: a batch whose exam is over, so that there are scores to enter and to confirm (R7.1).

Everything happens on the day it would have: the roster before the close, the scores after the exam.
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from bot.demonstration_hands import Hands, acting, at, at_ten
from bot.demonstration_pictures import PAGE, PORTRAIT, picture
from bot.demonstration_supervision import Supervised
from bot.filled import PAPER
from exports import demonstration_paper
from exports.demonstration_paper import DemonstrationPaper
from rules.candidates import CandidateType, Schooling, Sex
from rules.catalogue import Level, Programme, level_name
from rules.exam_papers import ExamPart, PaperPlace
from rules.grading import Absent, Mark
from rules.identity import read_id_number
from rules.materials import Material
from rules.registration import Application
from rules.roles import Role
from store.batches import Batch, BatchState, NewBatch, NewItem
from store.demonstration import WELDER, on_plan
from store.demonstration_accounts import STATION, MadeUp
from store.exam_papers import Upload
from store.examiners import Examiner
from store.files import FileId
from store.registrations import Filing
from store.scores import Entry, ScoreLine
from store.unit import UnitOfWork

EXAM_BEFORE = timedelta(days=3)
APPLIED_BEFORE = timedelta(days=60)
ROSTER_BEFORE = timedelta(days=15)
PEOPLE = 30

CANDIDATES = tuple(
    MadeUp(name, date(1998, 6, serial - 30), sex, serial)
    for serial, (name, sex) in enumerate(
        (
            ("马建军", Sex.MALE),
            ("古丽娜尔·艾山", Sex.FEMALE),
            ("沈佳怡", Sex.FEMALE),
            ("韩立新", Sex.MALE),
            ("杨帆", Sex.MALE),
        ),
        start=31,
    )
)
CONFIRMED: Mapping[int, tuple[Mark, Mark]] = {
    1: (Decimal(86), Decimal("82.5")),
    2: (Decimal(91), Decimal(88)),
}
"""By running number: theory and practice."""
WAITING: Mapping[int, tuple[Mark, Mark]] = {3: (Decimal(74), Absent.ABSENT)}


def hold(work: UnitOfWork) -> None:
    """A batch on its third day after the exam: three of five have scores, one waits for the examiner,
    and the supervision report for the management station.
    """
    team = team_of(work)
    batch = to_the_exam(work, EXAM_BEFORE, CANDIDATES)
    score(work, batch, team[0], CONFIRMED)
    confirm(work, batch, team[0])
    score(work, batch, team[0], WAITING)
    Supervised(Hands(work), batch).file()


def team_of(work: UnitOfWork) -> tuple[Examiner, ...]:
    """Who examines every batch; the first leads."""
    return work.examiners.of(STATION)[:3]


def to_the_exam(work: UnitOfWork, before: timedelta, candidates: Iterable[MadeUp]) -> Batch:
    """A batch whose exam was so long ago, its roster in."""
    exam = at_ten(work.now) - before
    with at(work, exam - APPLIED_BEFORE):
        batch = work.batches.add(planned(work, exam.date(), team_of(work)))
    with at(work, exam - ROSTER_BEFORE):
        for somebody in candidates:
            register(work, batch, somebody)
        hand_in(work, batch)
    return batch


def planned(work: UnitOfWork, exam_on: date, team: tuple[Examiner, ...]) -> NewBatch:
    """Welders of level 5, both parts on one day."""
    leader, *others = (one.id for one in team)
    item = NewItem(work.units.get(*WELDER), Level.FIVE, PEOPLE, None, leader, tuple(others))
    return NewBatch(
        station_code=STATION,
        programme=Programme.CAPABILITY,
        candidate_type=CandidateType.SOCIAL,
        theory_on=exam_on,
        practice_on=exam_on,
        starts_at="09:00",
        practice_starts_at="13:30",
        venue="实训楼一层",
        applied_on=work.today,
        items=on_plan(work, Programme.CAPABILITY, exam_on.year, (item,)),
        state=BatchState.OPEN,
    )


def register(work: UnitOfWork, batch: Batch, somebody: MadeUp) -> None:
    """Somebody without employer, whose pledge stands for the stamp (R5.4); approved by the station."""
    number = read_id_number(somebody.id_number, work.today)
    person = work.people.known(somebody.name, number).id
    sizes = {Material.PHOTO: PORTRAIT, Material.ID_CARD_FRONT: PAGE, Material.ID_CARD_BACK: PAGE}
    files = {
        material: FileId(picture(work, f"{material} {somebody.serial}", size)["file"])
        for material, size in {**sizes, Material.PLEDGE: PAGE}.items()
    }
    phone = f"138000001{somebody.serial:02}"
    form = Application(
        name=somebody.name,
        born=somebody.born,
        phone=phone,
        candidate_type=CandidateType.SOCIAL,
        unit=work.units.get(*WELDER),
        level=Level.FIVE,
        condition="5.1",
        materials=frozenset(files),
        education=Schooling.HIGH_SCHOOL,
    )
    boxes = {"education": Schooling.HIGH_SCHOOL, "phone": phone, "years_in_trade": "0"}
    filing = Filing(
        batch=batch.id, person=person, application=form, boxes=boxes, form_version=1, files=files
    )
    filed = work.registrations.file(filing)
    work.people.rename(person, somebody.name, filed.number)
    work.reviews.approve(filed.id, confirmed=filed.to_confirm)


def hand_in(work: UnitOfWork, batch: Batch) -> None:
    """The papers, and the roster that seals them (R5.7, R6.5)."""
    for place in work.exam_papers.places(batch.id):
        content = exam_paper(batch, place)
        file = work.files.note(content, "application/pdf").id
        digest = hashlib.sha256(content).hexdigest()
        work.exam_papers.put(batch.id, place, Upload(file, digest))
    work.rosters.submit(batch.id)


def exam_paper(batch: Batch, place: PaperPlace) -> bytes:
    on = batch.theory_on if place.part is ExamPart.THEORY else batch.practice_on
    paper = DemonstrationPaper(
        trade=f"{place.unit.name} {PAPER.argument(level_name(place.level, place.unit))}",
        batch=batch.number,
        station=batch.station_name,
        day=on.isoformat(),
        part=place.part,
    )
    return demonstration_paper.pdf(paper)


def score(
    work: UnitOfWork, batch: Batch, examiner: Examiner, given: Mapping[int, tuple[Mark, Mark]]
) -> None:
    """Both parts of everybody named, entered by the station."""
    lines = {one.running_number: one for one in work.scores.of(batch.id)}
    entries = [
        entry(lines[place], part, mark, examiner)
        for place, marks in given.items()
        for part, mark in zip(ExamPart, marks, strict=True)
    ]
    work.scores.enter(batch.id, entries)


def entry(line: ScoreLine, part: ExamPart, mark: Mark, examiner: Examiner) -> Entry:
    return Entry(registration=line.registration, part=part, mark=mark, examiner=examiner.id)


def confirm(work: UnitOfWork, batch: Batch, examiner: Examiner) -> None:
    """What waits for that examiner, by themselves."""
    with acting(work, examiner.person, Role.EXAMINER):
        for item in work.batches.items(batch.id):
            waiting = work.scores.waiting(batch.id, item.id)
            work.scores.confirm(batch.id, item.id, max(one.id for one in waiting))
