"""The person's own registrations, and those of them the stamped form belongs to (R5.4)."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.engine.messages import Choosable, Json, Page
from conversations.sources.open_batches import last_day
from rules.catalogue import level_name
from rules.registration import RegistrationState
from store.batches import BatchState
from store.pages import page_of
from store.registrations import Registration, RegistrationId
from store.unit import UnitOfWork


class AwaitingStamp:
    """Values are registration ids. A stamped form once sent may be replaced, so its registration is still found."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        awaiting = [
            one
            for one in own(work)
            if one.state is RegistrationState.SUBMITTED and counts(work, one)
        ]
        found = page_of((one for one in awaiting if query.strip() in one.number), page)
        return Page([option(work, one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        filed = named(work, value)
        return option(work, filed) if filed else None


class ReturnedDocuments:
    """The one registration a hand-in is about: it was settled when the form was opened."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        filed = first_owing(work, work.corrections.documents_wanted, answers.get(ABOUT, ""))
        return Page([option(work, filed)] if filed else [])

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        filed = named(work, value)
        return option(work, filed) if filed else None


ABOUT = "about"
"""Beside the answers of a form: the registration it was opened for. No box has this name."""

Owing = Callable[[RegistrationId], Mapping[Any, str]]
"""What a candidate still owes of a registration, with the reasons."""


def first_owing(work: UnitOfWork, owing: Owing, named_so: str = "") -> Registration | None:
    """The registration named, or else the one that closes first, of which something is owed."""
    open_ones = [
        one
        for one in own(work)
        if one.state is RegistrationState.RETURNED
        and counts(work, one)
        and named_so in {"", str(one.id), one.number}
        and owing(one.id)
    ]
    return min(open_ones, key=lambda one: work.batches.get(one.batch_id).closes_at, default=None)


def own(work: UnitOfWork) -> tuple[Registration, ...]:
    """All the person filed, newest first."""
    return work.registrations.of(work.caller.person) if work.caller.person is not None else ()


def counts(work: UnitOfWork, filed: Registration) -> bool:
    """Whether its batch was not withdrawn."""
    return work.batches.get(filed.batch_id).state is not BatchState.WITHDRAWN


def named(work: UnitOfWork, value: str) -> Registration | None:
    """The person's registration of this id or number."""
    return next((one for one in own(work) if value in {str(one.id), one.number}), None)


def option(work: UnitOfWork, filed: Registration) -> Choosable:
    return Choosable(str(filed.id), key="registration-option", args=told(work, filed))


def told(work: UnitOfWork, filed: Registration) -> dict[str, object]:
    """What is said of a registration: its number, trade and level, station, days and state."""
    batch = work.batches.get(filed.batch_id)
    unit = work.units.get(filed.programme, filed.unit_code)
    last = last_day(batch)
    return {
        "number": filed.number,
        "trade": unit.name,
        "level": level_name(filed.level, unit),
        "station": batch.station_name,
        "exam_on": batch.exam_on,
        "state": filed.state,
        "month": last.month,
        "day": last.day,
    }
