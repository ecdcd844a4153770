"""What somebody is named for in a batch: whoever examines or supervises it does not sit its exam (▶ R4.4, R4.8)."""

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, literal, select, union_all

from rules.registration import Duty
from rules.supervision import SENT
from store.batch_rows import BatchId, batch_items
from store.batch_teams import batch_team
from store.examiners import examiners
from store.people import PersonId
from store.supervisions import supervisions
from store.supervisors import supervisors

if TYPE_CHECKING:
    from store.unit import UnitOfWork

NAMED = union_all(
    select(literal(Duty.EXAMINES.value))
    .select_from(batch_team)
    .join(batch_items)
    .join(examiners, examiners.c.id == batch_team.c.examiner_id)
    .where(
        batch_items.c.batch_id == bindparam("batch"),
        examiners.c.person_id == bindparam("person"),
    ),
    select(literal(Duty.SUPERVISES.value))
    .select_from(supervisions)
    .join(supervisors)
    .where(
        supervisions.c.batch_id == bindparam("batch"),
        supervisions.c.state.in_(sorted(SENT)),
        supervisors.c.person_id == bindparam("person"),
    ),
)


def duty(unit: "UnitOfWork", batch: BatchId, person: PersonId) -> Duty | None:
    """Asked in every turn of somebody who registers, so it reads no names."""
    found = unit.connection.execute(NAMED, {"batch": batch, "person": person}).scalar()
    return None if found is None else Duty(found)
