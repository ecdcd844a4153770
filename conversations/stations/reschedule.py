"""调整考试时间: the one move an exam may make, decided by the management station (R4.7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from conversations import exam_wording as wording
from conversations.engine.boxes import Day, Known, Pick, Text, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence, Words
from conversations.filing import file_paper, receipt
from rules.approvals import PaperKind, PaperState
from rules.deadlines import ExamDays, closes_at, earliest_move, office_day, papers_open_at
from rules.findings import Finding, NotPossible
from rules.roles import STATION_STAFF
from rules.years import DAY
from store.batches import Batch
from store.papers import Paper, PaperId
from store.reschedules import FiledReschedule, RescheduleId, RescheduleState
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class MoveFacts:
    """The batch as it stands, the days it may move to, and what stands against those chosen."""

    batch: Batch
    earliest: date
    latest: date | None
    is_closed: bool
    against: tuple[Finding, ...]


def earliest(form: Sheet) -> date | None:
    facts: MoveFacts | None = form.facts
    return facts.earliest if facts else None


def latest(form: Sheet) -> date | None:
    facts: MoveFacts | None = form.facts
    return facts.latest if facts else None


def as_it_stands(form: Sheet) -> dict[str, object]:
    facts: MoveFacts | None = form.facts
    return wording.days_told(facts.batch) if facts else {}


def shown_days(told: dict[str, object], say: Words) -> str:
    return say.say("exam-days", **told) if told else "…"


@dataclass(frozen=True, slots=True)
class Follows:
    """The windows after the move."""

    is_closed: bool
    last_day: date
    opens: date


def follows(form: Sheet) -> Follows | None:
    facts: MoveFacts | None = form.facts
    if facts is None or form.theory_on is None or form.practice_on is None:
        return None
    exam = ExamDays(form.theory_on, form.practice_on).exam_on
    last = office_day(closes_at(exam)) - DAY
    return Follows(facts.is_closed, last, office_day(papers_open_at(exam)))


def shown_windows(windows: Follows | None, say: Words) -> str:
    if windows is None:
        return "…"
    closed = "yes" if windows.is_closed else "no"
    return say.say(
        "reschedule-windows-shown", closed=closed, last_day=windows.last_day, opens=windows.opens
    )


class Reschedule(Form):
    """Both days are named; hours and place stay as they were approved."""

    roles = STATION_STAFF
    paper = PaperKind.RESCHEDULE
    facts_from = ("batch", "theory_on", "practice_on")

    batch = settled(Pick("batches_to_move"))
    days = Known(as_it_stands, shown_days)
    theory_on = Day(earliest=earliest, latest=latest)
    practice_on = Day(earliest=earliest, latest=latest)
    windows = Known(follows, shown_windows)
    reason = Text(longest=300)

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`2026-0417`; NotPossible at once where that batch can be moved no more, or none can."""
        if not argument:
            if not work.reschedules.movable():
                raise NotPossible(Finding("reschedule-none", "R4.7"))
            return {}
        if against := tuple(work.reschedules.barred(work.batches.seen(argument))):
            raise NotPossible(against)
        return {"batch": argument}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> MoveFacts | None:
        batch = work.batches.find_by_number(answers["batch"]) if "batch" in answers else None
        if batch is None:
            return None
        licence = work.licences.of(batch.station_code)
        return MoveFacts(
            batch,
            earliest_move(work.now, batch.closes_at),
            licence.valid_until if licence else None,
            work.now >= batch.closes_at,
            against_chosen(work, batch, answers),
        )

    @classmethod
    def briefing(cls, work: UnitOfWork, paper: Paper) -> tuple[Sentence, ...]:
        """Who is concerned, and whether papers are out already."""
        filed = work.reschedules.get(RescheduleId(paper.subject))
        return tuple(concerned(work, work.batches.get(filed.batch)))

    def problems(self) -> Iterator[Finding]:
        yield from self.facts.against

    def submit(self, work: UnitOfWork) -> Done:
        batch = work.batches.seen(self.batch)
        filed = self.kept(work, batch)
        paper = file_paper(
            self,
            work,
            programme=batch.programme,
            institution=batch.station_code,
            subject=filed.id,
        )
        return Done((receipt(paper),), next=(f"/my_papers {paper.id}", "/menu"))

    def kept(self, work: UnitOfWork, batch: Batch) -> FiledReschedule:
        new = ExamDays(self.theory_on, self.practice_on)
        if self.paper_id:
            subject = work.papers.own(PaperId(self.paper_id)).subject
            return work.reschedules.correct(RescheduleId(subject), new)
        return work.reschedules.file(batch.id, new)


def against_chosen(
    work: UnitOfWork, batch: Batch, answers: Mapping[str, Json]
) -> tuple[Finding, ...]:
    """What stands against the days once both are there; of a returned application its own is no obstacle."""
    if not {"theory_on", "practice_on"} <= answers.keys():
        return ()
    new = ExamDays(*(date.fromisoformat(answers[box]) for box in ("theory_on", "practice_on")))
    counting = work.reschedules.counting(batch.id)
    own = counting.id if counting and counting.state is RescheduleState.FILED else None
    paper = work.papers.about(PaperKind.RESCHEDULE, own) if own else None
    is_returned = paper is not None and paper.state is PaperState.RETURNED
    return work.reschedules.against(batch, new, own if is_returned else None)


def concerned(work: UnitOfWork, batch: Batch) -> Iterator[Sentence]:
    taken = sum(item.taken for item in work.batches.items(batch.id))
    yield Sentence("reschedule-briefing", {"number": batch.number, "taken": taken})
    if signed := len(work.paper_receipts.of(batch.id)):
        yield Sentence("reschedule-briefing-signed", {"count": signed})
    supervision = work.supervisions.standing(batch.id)
    if supervision and supervision.person:
        yield Sentence("reschedule-briefing-supervisor", {"name": supervision.name})
