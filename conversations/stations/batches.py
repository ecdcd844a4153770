"""批次一览: what one's station, or the stations below, applied for, how each stands and what can be done next."""

from collections.abc import Iterator, Sequence

from conversations.engine import messages
from conversations.engine.form import Done
from conversations.engine.messages import Sentence, sentences
from conversations.menu import Command
from conversations.paging import further, is_page, page_meant
from conversations.stations import after_results
from conversations.stations.batch_briefing import procedures, window_sentence
from conversations.talk import Talk
from rules.approvals import PaperKind, PaperState
from rules.catalogue import level_name
from rules.deadlines import office_day
from rules.findings import NotPossible
from rules.names import mask_phone
from rules.registration import RegistrationState
from rules.roles import STATION_STAFF, Action, who_may
from rules.supervision_reports import CorrectionState, ReportState
from rules.years import DAY
from store import rights
from store.batches import Batch, BatchItem, BatchState, TeamMember
from store.papers import Paper
from store.unit import UnitOfWork

FROM_HERE = {
    BatchState.APPLIED: ("paper",),
    BatchState.OPEN: ("registration_review", "roster", "paper", "reschedule", "batch_withdrawal"),
    BatchState.CLOSED: ("roster", "reschedule", "batch_withdrawal"),
    BatchState.SUBMITTED: ("paper_receipt", "roster", "reschedule"),
}
"""What leads on, by how the batch stands; of forms that are not there nothing is offered."""


def batches(talk: Talk, argument: str) -> Done:
    """All of them, newest first, a page at a time; `2026-0417`, or `417`, one with its items, team and next steps."""
    if not is_page(argument):
        try:
            return shown(talk.work, talk.work.batches.seen(number_meant(talk.work, argument)))
        except NotPossible as refused:
            return Done(sentences(refused.findings), next=("/batches",))
    return listed(talk, page_meant(argument))


def number_meant(work: UnitOfWork, argument: str) -> str:
    """The running number alone means this year's batch."""
    is_serial = argument.isdecimal() and len(argument) <= 4
    return f"{work.today.year}-{int(argument):04}" if is_serial else argument


def listed(talk: Talk, page: int) -> Done:
    """What the station applied for; without a post at one, that of all stations below."""
    return listed_own(talk, page) if talk.roles & STATION_STAFF else listed_below(talk.work, page)


def listed_below(work: UnitOfWork, page: int) -> Done:
    found = work.batches.in_reach(page)
    if not found.things:
        return Done((Sentence("batches-none-below"),), next=("/menu",))
    lines = (
        Sentence("batches-line-below", {"n": n, **told(work, batch)})
        for n, batch in enumerate(found.things, start=1)
    )
    steps = [f"/batches {batch.number}" for batch in found.things]
    steps += further("/batches", page, found)
    return Done((Sentence("batches-listed-below"), *lines), next=(*steps, "/menu"))


def listed_own(talk: Talk, page: int) -> Done:
    work = talk.work
    station = rights.own_institution(work, STATION_STAFF).code
    found = work.batches.of_station(station, page)
    if not found.things:
        return Done((Sentence("batches-none"),), next=("/batch", "/plan_lines", "/menu"))
    lines = (
        Sentence("batches-line", {"n": n, **told(work, batch)})
        for n, batch in enumerate(found.things, start=1)
    )
    steps = [f"/batches {batch.number}" for batch in found.things]
    steps += further("/batches", page, found)
    dates = messages.Paper("calendar", 0, talk.words.say("deadlines-file"))
    return Done((Sentence("batches-listed"), *lines), (dates,), next=(*steps, "/batch"))


def told(work: UnitOfWork, batch: Batch) -> dict[str, object]:
    """What a line says; the last day stands as long as it has not passed."""
    items = work.batches.items(batch.id)
    trades = dict.fromkeys(item.unit.name for item in items)
    return {
        "number": batch.number,
        "station": batch.station_name,
        "type": batch.candidate_type,
        "trades": tuple(trades),
        "exam_on": batch.exam_on,
        "state": batch.state_at(work.now).value,
        "last_day": office_day(batch.closes_at) - DAY,
        "taken": sum(item.taken for item in items),
        "people": sum(item.people for item in items),
    }


def shown(work: UnitOfWork, batch: Batch) -> Done:
    says = (
        Sentence("batch-shown", {**told(work, batch), "programme": batch.programme}),
        *of_station(work, batch),
        *withdrawn(work, batch),
        Sentence("batch-days", days(batch)),
        window_sentence(batch.windows),
        *item_lines(work, batch),
        *registered(work, batch),
        *contact(work, batch),
        *procedures(work, batch),
    )
    return Done(says, next=(*steps(work, batch), "/batches", "/menu"))


def is_own(work: UnitOfWork, batch: Batch) -> bool:
    return rights.covers(work, Action.FILE_PAPER, batch.station_code)


def of_station(work: UnitOfWork, batch: Batch) -> Iterator[Sentence]:
    if not is_own(work, batch):
        yield Sentence("batch-station-shown", {"station": batch.station_name})


def withdrawn(work: UnitOfWork, batch: Batch) -> Iterator[Sentence]:
    """Why, where it was open already."""
    if found := work.batch_withdrawals.find(batch.id):
        yield Sentence("batch-withdrawn-why", {"on": found.at.date(), "reason": found.reason})


def days(batch: Batch) -> dict[str, object]:
    return {
        "theory_on": batch.theory_on,
        "theory_at": batch.starts_at,
        "practice_on": batch.practice_on,
        "practice_at": batch.practice_starts_at,
        "venue": batch.venue,
    }


def item_lines(work: UnitOfWork, batch: Batch) -> Iterator[Sentence]:
    team = work.batches.team(batch.id)
    for item in work.batches.items(batch.id):
        mine = [one for one in team if one.item == item.id]
        yield Sentence("batch-item", item_told(item))
        if mine:
            yield Sentence("batch-team", team_told(mine))


def item_told(item: BatchItem) -> dict[str, object]:
    return {
        "trade": item.unit.name,
        "level": level_name(item.level, item.unit),
        "taken": item.taken,
        "people": item.people,
    }


def team_told(team: Sequence[TeamMember]) -> dict[str, object]:
    return {
        "leader": tuple(one.name for one in team if one.leader),
        "examiners": tuple(one.name for one in team if not one.leader),
    }


def registered(work: UnitOfWork, batch: Batch) -> Iterator[Sentence]:
    """How far the registrations have come, as long as there is something to do."""
    counts = work.registrations.counts(batch.id)
    if batch.state is BatchState.WITHDRAWN:
        return
    if any(counts.values()):
        told = {state.value: counts.get(state, 0) for state in RegistrationState}
        yield Sentence("batch-registrations", told)


def contact(work: UnitOfWork, batch: Batch) -> Iterator[Sentence]:
    known = work.batches.contact(batch)
    if known.name:
        yield Sentence(
            "batch-contact-shown", {"name": known.name, "phone": mask_phone(known.phone)}
        )


def steps(work: UnitOfWork, batch: Batch) -> Iterator[str]:
    paper = work.papers.about(PaperKind.BATCH, batch.id)
    if paper and batch.state not in {BatchState.OPEN, BatchState.SUBMITTED}:
        yield from paper_step(work, batch, paper)
    if not work.scores.against(batch):
        yield f"/scores {batch.number}"
    if not work.exam_material.against(batch):
        yield f"/exam_material {batch.number}"
    yield from supervision_steps(work, batch)
    yield from results_step(work, batch)
    yield from looked_into(work, batch)
    yield from after_results.steps(work, batch)
    for name in FROM_HERE.get(batch.state_at(work.now), ()):
        yield f"/{name} {batch.number}"


def supervision_steps(work: UnitOfWork, batch: Batch) -> Iterator[str]:
    """What the supervision demands first, then its report once it is confirmed (R7.3)."""
    found = work.supervision_reports.counting(batch.id)
    if found and found.state is ReportState.CONFIRMED:
        for one in work.supervision_corrections.of(found.id):
            if one.state is CorrectionState.OPEN:
                yield f"/correction_reply {one.id}"
        yield f"/supervision_reports {found.id}"


def results_step(work: UnitOfWork, batch: Batch) -> Iterator[str]:
    """To hand the results in once the exam is over, or to where they are on their way."""
    filed = work.papers.about(PaperKind.RESULTS, batch.id)
    found = work.results.find(batch.id)
    if found and found.are_free(work.today):
        yield f"/qualified_roster {batch.number}"
    elif work.results.are_due(batch):
        yield f"/results {batch.number}"
    elif filed:
        yield from paper_step(work, batch, filed)


def paper_step(work: UnitOfWork, batch: Batch, paper: Paper) -> Iterator[str]:
    """To the paper: its station sees it whenever it likes, officers while it lies at their desk."""
    if is_own(work, batch):
        yield f"/my_papers {paper.id}"
    elif paper.state is PaperState.WAITING and work.caller.person in work.papers.officers_at(paper):
        yield f"/approve {paper.id}"


def looked_into(work: UnitOfWork, batch: Batch) -> Iterator[str]:
    """What officers look into once the exam has begun."""
    has_begun = batch.state is BatchState.SUBMITTED and work.now >= batch.begins_at
    if has_begun and not is_own(work, batch):
        yield f"/evaluation_reports {batch.number}"
        yield f"/material_list {batch.number}"
        if not any(work.results.against_taking_back(batch)):
            yield f"/results_return {batch.number}"


BATCHES = Command("batches", who_may(Action.SEE_BATCHES), batches)
