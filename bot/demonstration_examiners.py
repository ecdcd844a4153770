"""Of the demonstration: examiners who went through their class, and the teams of its batches (R2.6, R4.4)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.demonstration_pictures import picture
from rules.candidates import Sex
from rules.catalogue import Level
from rules.examiners import ExaminerApplication, ExaminerKind, Proof, UnitKey
from rules.identity import read_id_number
from rules.training import ClassPlan, TrainingKind, TrainingMode
from store.batch_teams import BatchTeams
from store.demonstration import MACHINIST, SPARK_ERODER, WELDER, Demonstration
from store.demonstration_accounts import EXAMINER, STATION, MadeUp
from store.examiner_applications import PHOTO, ExaminerFiling, Proposal
from store.files import FileId
from store.seed import MANAGEMENT_STATION
from store.unit import UnitOfWork

CLASS_BEFORE = timedelta(days=60)
TRADES = (WELDER, MACHINIST, SPARK_ERODER)
COLLEAGUES = tuple(
    MadeUp(name, date(1982, 5, serial), Sex.MALE, serial)
    for serial, name in enumerate(("冯德华", "陈志伟", "褚文斌"), start=21)
)


def appoint(work: UnitOfWork, made: Demonstration) -> None:
    """The station's examiners: the one with an account and three more, on the team of every batch."""
    proposals = train(work, STATION, (EXAMINER, *COLLEAGUES), TRADES)
    leader, *others = [work.examiners.appoint(proposal).id for proposal in proposals]
    teams = BatchTeams(work)
    for batch in made.batches:
        for item in work.batches.items(batch.id):
            teams.name(item.id, leader, (leader, *others[:2]))


def train(
    work: UnitOfWork, institution: str, people: Sequence[MadeUp], trades: Sequence[UnitKey]
) -> list[Proposal]:
    """Proposed by the institution, and through a class of two months ago."""
    proposals = [
        work.examiner_applications.file(filing)
        for filing in proposed(work, institution, people, trades)
    ]
    starts_on = work.today - CLASS_BEFORE
    plan = ClassPlan(
        kind=TrainingKind.EXAMINER,
        mode=TrainingMode.ON_SITE,
        place="北京市",
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=2),
        seats=30,
    )
    held = work.training_classes.plan(MANAGEMENT_STATION, plan)
    for proposal in proposals:
        work.nominations.nominate(held.id, proposal.id)
    work.nominations.record(held.id, {})
    return proposals


def proposed(
    work: UnitOfWork, institution: str, people: Sequence[MadeUp], trades: Sequence[UnitKey]
) -> Iterator[ExaminerFiling]:
    for somebody in people:
        files = {
            box: FileId(picture(work, f"{box} {somebody.serial}")["file"])
            for box in (PHOTO, Proof.SKILL_PROOF)
        }
        yield ExaminerFiling(
            institution=institution,
            name=somebody.name,
            number=read_id_number(somebody.id_number, work.today),
            application=ExaminerApplication(
                kind=ExaminerKind.EXAMINER, trades=tuple(trades), skill=Level.TWO, conduct=True
            ),
            boxes={"major": "焊接技术"},
            form_version=1,
            files=files,
        )
