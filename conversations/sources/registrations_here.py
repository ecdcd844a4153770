"""Registrations to review, and the batches they are in: of the caller's own stations."""

from collections.abc import Mapping

from conversations.engine.messages import Choosable, Json, Page
from rules.catalogue import level_name
from rules.findings import NotPossible
from store.registrations import Registration, RegistrationId
from store.unit import UnitOfWork


def seen_registration(value: str) -> tuple[RegistrationId, int | None]:
    """The registration and the step that was seen of `12.3`; without a step, whatever it is now."""
    number, _, step = value.partition(".")
    registration = RegistrationId(int(number) if number.isdecimal() else 0)
    return registration, int(step) if step.isdecimal() else None


class RegistrationsHere:
    """What waits; one that has moved on meanwhile stays chosen, to be told of."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = work.reviews.waiting(page)
        return Page([option(work, one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        try:
            return option(work, work.reviews.see(seen_registration(value)[0]))
        except NotPossible:
            return None


class BatchesToReview:
    """Batches something waits in; values are their numbers."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        batches = (work.batches.get(batch) for batch in work.reviews.batches_waiting())
        return Page([Choosable(batch.number, batch.number) for batch in batches])

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        try:
            return Choosable(value, work.batches.seen(value).number)
        except NotPossible:
            return None


def option(work: UnitOfWork, one: Registration) -> Choosable:
    unit = work.units.get(*one.unit_key)
    told = {
        "number": one.number,
        "name": work.people.get(one.person_id).name or "",
        "trade": unit.name,
        "level": level_name(one.level, unit),
    }
    return Choosable(f"{one.id}.{one.step}", key="review-option", args=told)
