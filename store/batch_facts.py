"""A batch as the rules judge it: its plan lines, its examiners and its licence as they are today."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from rules.batches import AppliedBatch, AppliedItem, Assessor, LineFacts, findings
from rules.findings import Finding
from rules.names import mask_name
from rules.years import DAY
from store.batch_rows import Batch, BatchId, BatchItem, ItemId, NewBatch, NewItem
from store.plans import PlanLine, PlanLineId
from store.unit import UnitOfWork

if TYPE_CHECKING:
    from store.examiners import Examiner, ExaminerId


def against(work: UnitOfWork, new: NewBatch, own: BatchId | None = None) -> tuple[Finding, ...]:
    """Everything that stands against the application today; the lines of `own` are free for it."""
    policy = work.policy.current(work.today)
    return findings(gathered(work, new, own), work.licences.of(new.station_code), policy)


def gathered(work: UnitOfWork, new: NewBatch, own: BatchId | None = None) -> AppliedBatch:
    """The application with what the store knows of its lines and examiners."""
    mine = {item.id for item in work.batches.items(own)} if own is not None else set[ItemId]()
    lines = {item.line: work.plans.line(item.line) for item in new.items if item.line is not None}
    register = work.examiners.by_ids({one for item in new.items for one in item.team})
    return judged(new, lines, register, mine)


def judged(
    new: NewBatch,
    lines: Mapping[PlanLineId, PlanLine],
    register: "Mapping[ExaminerId, Examiner]",
    mine: Collection[ItemId] = (),
) -> AppliedBatch:
    """The application with these lines and examiners; a line under an item of `mine` is free."""

    def line(item: NewItem) -> LineFacts | None:
        known = lines.get(item.line) if item.line is not None else None
        return line_facts(known, mine) if known else None

    return AppliedBatch(
        station=new.station_code,
        programme=new.programme,
        candidate_type=new.candidate_type,
        theory_on=new.theory_on,
        practice_on=new.practice_on,
        applied_on=new.applied_on,
        items=tuple(
            AppliedItem(
                unit=item.unit,
                level=item.level,
                people=item.people,
                line=line(item),
                has_leader=item.leader in register,
                team=tuple(
                    assessor(register[one], new.station_code)
                    for one in item.team
                    if one in register
                ),
            )
            for item in new.items
        ),
        venue=new.venue,
        contact=new.contact,
    )


def as_new(work: UnitOfWork, batch: Batch) -> NewBatch:
    """A batch that stands, as it would be applied for."""
    contact = work.batches.contact(batch)
    return NewBatch(
        station_code=batch.station_code,
        programme=batch.programme,
        candidate_type=batch.candidate_type,
        theory_on=batch.theory_on,
        practice_on=batch.practice_on,
        starts_at=batch.starts_at,
        practice_starts_at=batch.practice_starts_at,
        venue=batch.venue,
        applied_on=batch.applied_on,
        items=tuple(_items(work, batch)),
        state=batch.state,
        contact=contact.name,
        contact_phone=contact.phone,
    )


def as_judged(batch: Batch, items: Iterable[BatchItem]) -> AppliedBatch:
    """A batch that stands, where only its days, its trades and whoever assesses them are asked about."""
    return AppliedBatch(
        station=batch.station_code,
        programme=batch.programme,
        candidate_type=batch.candidate_type,
        theory_on=batch.theory_on,
        practice_on=batch.practice_on,
        applied_on=batch.applied_on,
        items=tuple(AppliedItem(unit=x.unit, level=x.level, people=x.people) for x in items),
    )


def assessor(one: "Examiner", station: str) -> Assessor:
    """An entry of the register; of another station's only the number is told."""
    name = f"{mask_name(one.name)} " if one.institution == station else ""
    last = one.valid_until if one.ended_on is None else min(one.valid_until, one.ended_on - DAY)
    return Assessor(
        person=one.person,
        called=f"{name}{one.number}",
        station=one.institution,
        kind=one.kind,
        trades=one.trades,
        appointed_on=one.appointed_on,
        last_day=last,
    )


def line_facts(line: PlanLine, mine: Collection[ItemId] = ()) -> LineFacts:
    free = line.free or line.item in mine
    return LineFacts(line.id, line.station, line.unit.key, line.level, free)


def _items(work: UnitOfWork, batch: Batch) -> Iterator[NewItem]:
    lines, team = work.plans.lines_of(batch.id), work.batches.team(batch.id)
    for item in work.batches.items(batch.id):
        named = [one for one in team if one.item == item.id]
        yield NewItem(
            item.unit,
            item.level,
            item.people,
            lines[item.id].id if item.id in lines else None,
            next((one.examiner for one in named if one.leader), None),
            tuple(one.examiner for one in named),
        )
