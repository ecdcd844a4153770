"""Who assesses the items of a batch: one 考评组长 and the other 考评员 of each (R4.4)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Table,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from rules.examiners import ExaminerKind
from store.batch_rows import BatchId, ItemId, batch_items
from store.people import PersonId
from store.schema import metadata

if TYPE_CHECKING:
    from store.examiners import ExaminerId
    from store.unit import UnitOfWork

batch_team = Table(
    "batch_team",
    metadata,
    Column("item_id", ForeignKey(batch_items.c.id), primary_key=True),
    Column("examiner_id", ForeignKey("examiners.id"), primary_key=True),
    Column("leader", Boolean, nullable=False),
)
Index(None, batch_team.c.examiner_id)
Index(
    None,
    batch_team.c.item_id,
    unique=True,
    sqlite_where=batch_team.c.leader,
    postgresql_where=batch_team.c.leader,
)


@dataclass(frozen=True, slots=True)
class TeamMember:
    """One examiner of one item."""

    item: ItemId
    examiner: "ExaminerId"
    leader: bool
    person: PersonId
    number: str
    """In the register."""
    name: str = field(repr=False)
    kind: ExaminerKind


OF_BATCH = (
    select(batch_team)
    .join(batch_items)
    .where(batch_items.c.batch_id == bindparam("batch"))
    .order_by(batch_team.c.item_id, batch_team.c.leader.desc(), batch_team.c.examiner_id)
)


class BatchTeams:
    """Named with the item and changed with it; whether they may assess is for `rules.batches`."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def of(self, batch: BatchId) -> tuple[TeamMember, ...]:
        """Item by item, its leader first."""
        rows = self._unit.connection.execute(OF_BATCH, {"batch": batch}).all()
        known = self._unit.examiners.by_ids({row.examiner_id for row in rows})
        return tuple(
            TeamMember(
                item=row.item_id,
                examiner=row.examiner_id,
                leader=row.leader,
                person=known[row.examiner_id].person,
                number=known[row.examiner_id].number,
                name=known[row.examiner_id].name,
                kind=known[row.examiner_id].kind,
            )
            for row in rows
        )

    def name(self, item: ItemId, leader: "ExaminerId | None", team: "Iterable[ExaminerId]") -> None:
        """The team of an item from now on."""
        self.dismiss([item])
        rows = [{"item_id": item, "examiner_id": one, "leader": one == leader} for one in team]
        if rows:
            self._unit.connection.execute(insert(batch_team), rows)

    def replace(self, batch: BatchId, old: "ExaminerId", new: "ExaminerId") -> None:
        """Another examiner in the same places, as leader where it was the leader's."""
        items = select(batch_items.c.id).where(batch_items.c.batch_id == batch)
        changing = update(batch_team).where(
            batch_team.c.item_id.in_(items), batch_team.c.examiner_id == old
        )
        self._unit.connection.execute(changing.values(examiner_id=new))

    def dismiss(self, items: Iterable[ItemId]) -> None:
        self._unit.connection.execute(delete(batch_team).where(batch_team.c.item_id.in_(items)))
