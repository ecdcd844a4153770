"""组卷: the finished papers of a batch handed in as files, one of each part for every trade and level (R6.5)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from conversations import exam_wording as wording
from conversations.engine.boxes import Choice, Document, Pick, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Received, Sentence
from rules.deadlines import office_day
from rules.exam_papers import PaperPlace
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from rules.years import DAY
from store.batches import Batch
from store.exam_papers import ExamPaper, Upload
from store.files import FileId
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What the batch needs and has, and until when papers can be replaced."""

    wanted: Mapping[str, PaperPlace]
    there: frozenset[PaperPlace]
    last_day: date


def value_of(place: PaperPlace) -> str:
    return f"{place.unit.code}:{int(place.level)}:{place.part}"


def papers_wanted(form: Sheet) -> Iterator[Choosable]:
    """What is missing first."""
    facts: PaperFacts | None = form.facts
    wanted = list(facts.wanted.items()) if facts else []
    for value, place in sorted(wanted, key=lambda one: facts is None or one[1] in facts.there):
        there = "yes" if facts and place in facts.there else "no"
        args = {**wording.called_told(place), "there": there}
        yield Choosable(value, key="paper-place-option", args=args)


class PaperFile(Document):
    """Its hint says until when it can be replaced."""

    def told(self, sheet: Sheet) -> Mapping[str, object]:
        facts: PaperFacts | None = sheet.facts
        return {"last_day": facts.last_day if facts else ""}


class Paper(Form):
    """One file a paper; another one takes its place until the close or the roster."""

    roles = who_may(Action.KEEP_EXAM_PAPERS)
    reviewed = False
    facts_from = ("batch",)

    batch = Pick("batches_awaiting_papers")
    place = settled(Choice(papers_wanted))
    file = PaperFile()

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`2026-0417`, or `2026-0417 <paper>`; NotPossible says why nothing can be handed in now."""
        number, _, place = argument.partition(" ")
        if not number:
            return only(work.exam_papers.awaiting())
        if against := work.exam_papers.against(work.batches.seen(number)):
            raise NotPossible(against)
        return {"batch": number, **({"place": place} if place else {})}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> PaperFacts | None:
        batch = work.batches.find_by_number(answers["batch"]) if "batch" in answers else None
        if batch is None:
            return None
        return PaperFacts(
            {value_of(place): place for place in work.exam_papers.places(batch.id)},
            frozenset(paper.place for paper in work.exam_papers.of(batch.id)),
            last_day(batch),
        )

    def submit(self, work: UnitOfWork) -> Done:
        batch = work.batches.seen(self.batch)
        place = self.facts.wanted[self.place]
        file: Received = self.file
        assert file.digest
        before = place in self.facts.there
        upload = Upload(FileId(file.file), file.digest)
        paper = work.exam_papers.put(batch.id, place, upload)
        return Done(
            tuple(received(work, batch, paper, before=before)),
            next=(*still(work, batch), f"/batches {batch.number}", "/menu"),
        )


def only(awaiting: Sequence[Batch]) -> dict[str, Json]:
    """The batch where there is but one, kept as an answer: it goes along when the form is handed over."""
    if not awaiting:
        raise NotPossible(Finding("exam-papers-nothing-awaited", "R6.5"))
    return {"batch": awaiting[0].number} if len(awaiting) == 1 else {}


def last_day(batch: Batch) -> date:
    return office_day(batch.closes_at) - DAY


def received(
    work: UnitOfWork, batch: Batch, paper: ExamPaper, *, before: bool
) -> Iterator[Sentence]:
    """What came in, its checksum, and what is still missing."""
    say = wording.spoken(work)
    file = wording.file_shown(paper.media_type, paper.size, say)
    yield Sentence("paper-put", {"called": wording.called(paper.place, say), "file": file})
    yield Sentence("paper-digest", {"digest": paper.digest})
    if before:
        yield Sentence("paper-replaced")
    missing = missing_places(work, batch)
    if missing:
        papers = tuple(wording.called(place, say) for place in missing)
        args = {"count": len(missing), "papers": papers, "last_day": last_day(batch)}
        yield Sentence("papers-still-missing", args)
    else:
        opens = office_day(batch.windows.papers_from)
        yield Sentence("papers-complete", {"opens": opens})


def missing_places(work: UnitOfWork, batch: Batch) -> list[PaperPlace]:
    there = {paper.place for paper in work.exam_papers.of(batch.id)}
    return [place for place in work.exam_papers.places(batch.id) if place not in there]


def still(work: UnitOfWork, batch: Batch) -> tuple[str, ...]:
    """The next one that is missing."""
    return tuple(f"/paper {batch.number} {value_of(p)}" for p in missing_places(work, batch)[:1])
