"""What came of a batch: who passed, known to others once its results are approved and free (R7.1, R7.5, R7.6)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.catalogue import Level, Unit
from rules.findings import Finding, NotPossible
from rules.results import QUALIFIED
from store.batch_rows import BatchId
from store.people import PersonId
from store.registration_rows import RegistrationId

if TYPE_CHECKING:
    from datetime import date

    from store.score_rows import ScoreLine
    from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Passed:
    """Somebody who is to have a certificate, under the number fixed with the roster (R7.8)."""

    registration: RegistrationId
    person: PersonId
    unit: Unit
    level: Level
    running_number: int


def approved(unit: "UnitOfWork", batch: BatchId) -> "date":
    """The day the results were approved; NotPossible before it and until the public notice is over (R7.6)."""
    found = unit.results.find(batch)
    number = unit.batches.get(batch).number
    if found is None or found.approved_on is None:
        raise NotPossible(Finding("outcome-not-approved", "R7.6", {"number": number}))
    if not found.are_free(unit.today):
        args = {"number": number, "free_on": found.free_on}
        raise NotPossible(Finding("outcome-on-notice", "R7.6", args))
    return found.approved_on


def against(unit: "UnitOfWork", batch: BatchId) -> tuple[Finding, ...]:
    """Why nothing may follow the results yet; empty once it may."""
    try:
        approved(unit, batch)
    except NotPossible as refused:
        return refused.findings
    return ()


def qualified(unit: "UnitOfWork", batch: BatchId) -> tuple["ScoreLine", ...]:
    """Who is to have a certificate, in the order of the platform (R7.6).

    Whether the results are approved is the caller's matter.
    """
    return tuple(one for one in unit.scores.of(batch) if one.result in QUALIFIED)


def passed(unit: "UnitOfWork", batch: BatchId) -> tuple[Passed, ...]:
    """The same with the trade and level of each."""
    items = {item.id: item for item in unit.batches.items(batch)}
    return tuple(
        Passed(
            one.registration,
            one.person,
            items[one.item].unit,
            items[one.item].level,
            one.running_number,
        )
        for one in qualified(unit, batch)
    )
