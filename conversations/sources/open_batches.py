"""Batches open for registration, found by their number, their station or a trade they examine (R4.3)."""

from collections.abc import Mapping
from datetime import date

from conversations.engine.messages import Choosable, Json, Page
from conversations.sources.trades import unit_named
from rules.candidates import CandidateType
from rules.catalogue import Level, Unit
from rules.deadlines import office_day
from rules.years import DAY
from store.batches import Batch
from store.unit import UnitOfWork


class OpenBatches:
    """Values are batch numbers. A batch that has closed is listed no more, but is still found."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = work.batches.open_now(page=page, query=query)
        return Page([option(batch) for batch in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        batch = batch_named(work, value)
        return option(batch) if batch else None


class BatchesWithSeat:
    """Open batches that still have a seat for the type, trade and level somebody filled the form in for (R4.6)."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        wanted = wanted_seat(work, answers)
        if wanted is None:
            return Page(())
        candidate_type, choice = wanted
        found = work.batches.open_now(candidate_type, choice, page)
        return Page([option(batch) for batch in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        return OpenBatches().find(work, value, answers)


def wanted_seat(
    work: UnitOfWork, answers: Mapping[str, Json]
) -> tuple[CandidateType, tuple[Unit, Level]] | None:
    """What somebody looks for who has filled in the form for a batch that is full."""
    batch, unit = batch_named(work, answers.get("batch", "")), None
    if batch and answers.get("trade"):
        unit = unit_named(work, answers["trade"])
    if batch is None or unit is None or not str(answers.get("level", "")).isdecimal():
        return None
    return batch.candidate_type, (unit, Level(int(answers["level"])))


def batch_named(work: UnitOfWork, value: str) -> Batch | None:
    """The batch of that number, as printed: 2026-0417."""
    return work.batches.find_by_number(value)


def option(batch: Batch) -> Choosable:
    """What tells two batches apart in one line."""
    args = {
        "station": batch.station_code[-3:],
        "type": batch.candidate_type,
        "exam_on": batch.exam_on,
        "last_day": last_day(batch),
    }
    return Choosable(batch.number, key="batch-option", args=args)


def last_day(batch: Batch) -> date:
    """The last day of registration, until its midnight (R4.3)."""
    return office_day(batch.closes_at) - DAY
