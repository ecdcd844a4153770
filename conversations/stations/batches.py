"""我的批次: what one's station applied for, how each stands, its windows as dates and what can be done next."""

from collections.abc import Iterator, Sequence

from conversations.engine.form import Done
from conversations.engine.messages import Paper, Sentence
from conversations.levels import level_name
from conversations.menu import Command
from conversations.officers.todo import page_meant
from conversations.stations import after_results
from conversations.stations.batch_briefing import procedures, window_sentence
from conversations.talk import Talk
from rules.approvals import PaperKind
from rules.deadlines import office_day
from rules.findings import NotPossible
from rules.names import mask_phone
from rules.registration import RegistrationState
from rules.roles import STATION_STAFF
from rules.supervision_reports import CorrectionState, ReportState
from rules.years import DAY
from store import rights
from store.batches import Batch, BatchItem, BatchState, TeamMember
from store.unit import UnitOfWork

FROM_HERE = {
    BatchState.APPLIED: ("paper",),
    BatchState.OPEN: ("registration_review", "roster", "paper", "reschedule"),
    BatchState.CLOSED: ("roster", "reschedule"),
    BatchState.SUBMITTED: ("paper_receipt", "roster", "reschedule"),
}
"""What leads on, by how the batch stands; of forms that are not there nothing is offered."""


def batches(talk: Talk, argument: str) -> Done:
    """All of them, newest first, a page at a time; `2026-0417` one with its items, team and next steps."""
    if argument and not argument.startswith("page:"):
        try:
            return shown(talk.work, talk.work.batches.seen(argument))
        except NotPossible as refused:
            says = tuple(Sentence(f.key, f.args) for f in refused.findings)
            return Done(says, next=("/batches",))
    return listed(talk, page_meant(argument))


def listed(talk: Talk, page: int) -> Done:
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
    steps += [f"/batches page:{page + 2}"] if found.more else []
    dates = Paper("calendar", 0, talk.words.say("deadlines-file"))
    return Done((Sentence("batches-listed"), *lines), (dates,), next=(*steps, "/batch"))


def told(work: UnitOfWork, batch: Batch) -> dict[str, object]:
    """What a line says; the last day stands as long as it has not passed."""
    items = work.batches.items(batch.id)
    trades = dict.fromkeys(item.unit.name for item in items)
    return {
        "number": batch.number,
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
        Sentence("batch-days", days(batch)),
        window_sentence(batch.windows),
        *item_lines(work, batch),
        *registered(work, batch),
        *contact(work, batch),
        *procedures(work, batch),
    )
    return Done(says, next=(*steps(work, batch), "/batches", "/menu"))


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
        yield f"/my_papers {paper.id}"
    if not work.scores.against(batch):
        yield f"/scores {batch.number}"
    if not work.exam_material.against(batch):
        yield f"/exam_material {batch.number}"
    yield from supervision_steps(work, batch)
    yield from results_step(work, batch)
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
        yield f"/my_papers {filed.id}"


BATCHES = Command("batches", STATION_STAFF, batches)
