"""批次申请: one exam for one type of candidates, on lines of the annual plan, with its teams (R4.11)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from conversations.engine.boxes import Choice, Day, Known, Many, Text, only_if, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Said, Sentence, Words
from conversations.filing import file_paper, receipt
from conversations.personal import Name, Phone
from conversations.stations.batch_briefing import briefing, window_sentence
from conversations.stations.batch_items import (
    ApplyingFacts,
    Corrected,
    Item,
    new_item,
    short_of_examiners,
)
from rules.approvals import DecisionKind, PaperKind, PaperState
from rules.batches import TEAM_LEAST, Windows, counts_from, findings, windows
from rules.candidates import CandidateType
from rules.catalogue import Programme
from rules.deadlines import exam_date
from rules.findings import Finding, NotPossible
from rules.hours import read_hour
from rules.notices import NoticeKind
from rules.regions import address_within
from rules.roles import STATION_STAFF
from store import rights
from store.batch_facts import judged
from store.batches import Batch as Filed
from store.batches import BatchId, NewBatch
from store.institutions import Institution
from store.papers import Paper, PaperId
from store.plans import PlanLine, PlanLineId
from store.unit import UnitOfWork

MOST_ITEMS = 20


def programmes(form: Sheet) -> Iterable[Choosable]:
    """Those of the licence with a line to stand on."""
    planned = {line.unit.programme for line in form.facts.lines.values()}
    licensed = form.facts.licence.programmes & planned
    return [Choosable(one.value, key=f"programme-{one}") for one in Programme if one in licensed]


def lines_there(form: Sheet) -> int:
    facts: ApplyingFacts = form.facts
    return len(facts.usable(form.programme, form.paper_id))


class ExamDay(Day):
    """Thirty days ahead, and within the licence."""

    def __init__(self) -> None:
        super().__init__(
            earliest=lambda form: form.facts.first_exam(form.paper_id),
            latest=lambda form: form.facts.licence.valid_until,
        )

    def told(self, sheet: Sheet) -> Mapping[str, object]:
        """The first day there is, and what would follow from the theory's alone."""
        first: date = sheet.facts.first_exam(sheet.paper_id)
        day = sheet.theory_on or first
        return {"earliest": first, **window_sentence(windows(day, day)).args}


class Venue(Text):
    """考试地点, in full and inside the region of the licence."""

    def __init__(self) -> None:
        super().__init__(longest=100)

    def read(self, said: Said, sheet: Sheet) -> str:
        return address_within(super().read(said, sheet), sheet.facts.licence.region)


def shown_windows(value: Windows | None, words: Words) -> str:
    if value is None:
        return "—"
    said = window_sentence(value)
    return words.say(said.key, **said.args)


class Batch(Form):
    """Approved, candidates register; the windows follow from the earlier of the two days."""

    roles = STATION_STAFF
    paper = PaperKind.BATCH
    ways_out = MappingProxyType(
        {
            "batch-no-plan": "/annual_plan",
            "batch-no-free-line": "/annual_plan",
            "batch-no-team": "/examiner_application",
            "licence-expired": "/annual_review",
        }
    )

    programme = settled(Choice(programmes, of=Programme))
    candidate_type = Choice(CandidateType)
    items = Many(Item, at_least=1, at_most=MOST_ITEMS, room=lines_there)
    theory_on = ExamDay()
    theory_starts_at = Text(longest=10, reader=read_hour)
    practice_on = ExamDay()
    practice_starts_at = Text(longest=10, reader=read_hour)
    windows = Known[Windows | None](lambda form: form.follows, shown_windows)
    venue = Venue()
    contact = Name()
    contact_phone = Phone()
    procedures = only_if(
        lambda form: bool(form.facts.procedures),
        Known[tuple[tuple[str, int], ...]](
            lambda form: tuple((one.heading, one.version) for one in form.facts.procedures),
            lambda editions, words: words.say(
                "batch-procedures-shown",
                editions=tuple(
                    words.say("batch-procedure", heading=heading, version=version)
                    for heading, version in editions
                ),
            ),
        ),
    )

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """Refused before anything is asked when there is nothing to apply with, and what comes first."""
        station = rights.own_institution(work, STATION_STAFF).code
        work.licences.require_active(station)
        facts = cls.look_up(work, {})
        if not facts.lines:
            planned = work.plans.counts(station)[1]
            raise NotPossible(Finding("batch-no-free-line" if planned else "batch-no-plan", "R4.1"))
        if short := short_of_examiners(facts):
            raise NotPossible(tuple(no_team(work, short)))
        return {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ApplyingFacts:
        station = rights.own_institution(work, STATION_STAFF)
        returned = dict(came_back(work, station.code))
        own: tuple[BatchId | None, ...] = (None, *(one.batch.id for one in returned.values()))
        return ApplyingFacts(
            today=work.today,
            policy=work.policy.current(work.today),
            station=station,
            licence=work.licences.get(station.code),
            lines=all_lines(work, station, own),
            register={one.id: one for one in work.examiners.of(station.code)},
            returned=returned,
            procedures=work.notices.in_force_of_kind(NoticeKind.PROCEDURE),
        )

    @classmethod
    def briefing(cls, work: UnitOfWork, paper: Paper) -> tuple[Sentence, ...]:
        """What stands against it today, its windows, and how the station's plan is used."""
        return tuple(briefing(work, paper))

    # --- what the answers amount to ---

    @property
    def follows(self) -> Windows | None:
        """The windows, as soon as both days are known."""
        return (
            windows(self.theory_on, self.practice_on)
            if self.theory_on and self.practice_on
            else None
        )

    @property
    def applied_on(self) -> date:
        """The day the thirty days count from (R4.2)."""
        facts: ApplyingFacts = self.facts
        before = facts.corrected(self.paper_id)
        if before is None:
            return facts.today
        same = exam_date(self.theory_on, self.practice_on) == before.batch.exam_on
        return counts_from(
            before.batch.applied_on,
            before.returned_on,
            facts.today,
            exam_unchanged=same,
            policy=facts.policy,
        )

    def new(self) -> NewBatch:
        facts: ApplyingFacts = self.facts
        return NewBatch(
            station_code=facts.station.code,
            programme=self.programme,
            candidate_type=self.candidate_type,
            theory_on=self.theory_on,
            practice_on=self.practice_on,
            starts_at=self.theory_starts_at,
            practice_starts_at=self.practice_starts_at,
            venue=self.venue,
            applied_on=self.applied_on,
            items=tuple(new_item(entry, facts) for entry in self.items or ()),
            contact=self.contact,
            contact_phone=self.contact_phone,
        )

    def problems(self) -> tuple[Finding, ...]:
        facts: ApplyingFacts = self.facts
        before = facts.corrected(self.paper_id)
        mine = before.items if before else ()
        return findings(
            judged(self.new(), facts.lines, facts.register, mine), facts.licence, facts.policy
        )

    # --- filing ---

    def submit(self, work: UnitOfWork) -> Done:
        batch, paper = self.corrected(work) if self.paper_id else self.applied(work)
        number = Sentence("batch-filed", {"number": batch.number})
        steps = [f"/my_papers {paper.id}", f"/batches {batch.number}", "/menu"]
        return Done((receipt(paper), number, window_sentence(batch.windows)), next=tuple(steps))

    def applied(self, work: UnitOfWork) -> tuple[Filed, Paper]:
        batch = work.batches.apply(self.new())
        return batch, self.filed(work, batch.id)

    def corrected(self, work: UnitOfWork) -> tuple[Filed, Paper]:
        """The paper first: whoever decides on it locks it before the batch, too."""
        subject = BatchId(work.papers.own(PaperId(self.paper_id or 0)).subject)
        paper = self.filed(work, subject)
        return work.batches.correct(subject, self.new()), paper

    def filed(self, work: UnitOfWork, batch: BatchId) -> Paper:
        at = self.facts.station.code
        return file_paper(self, work, programme=self.programme, institution=at, subject=batch)


def all_lines(
    work: UnitOfWork, station: Institution, own: Iterable[BatchId | None]
) -> dict[PlanLineId, PlanLine]:
    return {
        line.id: line
        for programme in Programme
        for batch in own
        for line in work.plans.usable(station.code, programme, batch)
    }


def came_back(work: UnitOfWork, station: str) -> Iterator[tuple[PaperId, Corrected]]:
    """The station's applications that were returned, by paper."""
    for batch in work.batches.under_way(station):
        paper = work.papers.under_way(PaperKind.BATCH, batch.id)
        if paper and paper.state is PaperState.RETURNED:
            returns = [x for x in work.papers.history(paper) if x.kind is DecisionKind.RETURN]
            items = {item.id for item in work.batches.items(batch.id)}
            yield paper.id, Corrected(batch, returns[-1].at.date(), items)


def no_team(work: UnitOfWork, short: Mapping[tuple[Programme, str], int]) -> Iterator[Finding]:
    """Which trades of the plan lack examiners (R4.4)."""
    for (programme, code), has in short.items():
        name = work.units.get(programme, code).name
        yield Finding("batch-no-team", "R4.4", {"trade": name, "has": has, "least": TEAM_LEAST})
