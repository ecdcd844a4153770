"""The seats of a batch: who takes one sits on a plan line of that trade and level (R4.1, R4.6)."""

from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Integer, String, Table, bindparam, func, select, update

from rules.catalogue import Level
from store.batches import BatchId, ItemId, batch_items, batches
from store.schema import insert_or_keep, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

UnitKey = tuple[str, str]
"""Programme and code of a trade."""

full_choices = Table(
    "full_choices",
    metadata,
    Column("batch_id", ForeignKey(batches.c.id), primary_key=True),
    Column("programme", String(20), primary_key=True),
    Column("unit_code", String(30), primary_key=True),
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("people", Integer, primary_key=True, autoincrement=False),
)
"""What the station was told to be full, by the seats it had then: with another line it may fill up again."""

_OF_CHOICE = (
    batch_items.c.batch_id == bindparam("of_batch"),
    batch_items.c.programme == bindparam("of_programme"),
    batch_items.c.unit_code == bindparam("of_unit"),
    batch_items.c.level == bindparam("of_level"),
)
_LINE_WITH_ROOM = (
    select(batch_items.c.id)
    .where(*_OF_CHOICE, batch_items.c.taken < batch_items.c.people)
    .order_by(batch_items.c.id)
    .limit(1)
    .scalar_subquery()
)
TAKE = (
    update(batch_items)
    .where(batch_items.c.id == _LINE_WITH_ROOM, batch_items.c.taken < batch_items.c.people)
    .values(taken=batch_items.c.taken + 1)
    .returning(batch_items.c.id)
)
GIVE_BACK = (
    update(batch_items)
    .where(batch_items.c.id == bindparam("item"), batch_items.c.taken > 0)
    .values(taken=batch_items.c.taken - 1)
)
COUNTED = select(
    func.sum(batch_items.c.people).label("people"), func.sum(batch_items.c.taken).label("taken")
).where(*_OF_CHOICE)
LOCK = select(batches.c.id).where(batches.c.id == bindparam("of_batch")).with_for_update()
NOTE_FULL = insert_or_keep(full_choices).returning(full_choices.c.people)


class Seats:
    """Seats of one batch are given out one by one, under the lock of its row; batches do not wait for each other."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def lock(self, batch: BatchId) -> None:
        """Keep others from taking seats of the batch, or its roster from being closed, until the unit ends."""
        self._unit.connection.execute(LOCK, {"of_batch": batch})

    def take(self, batch: BatchId, unit: UnitKey, level: Level) -> ItemId | None:
        """A seat on the first line with room; None when there is none. The batch must be locked."""
        choice = _choice(batch, unit, level)
        return self._unit.connection.execute(TAKE, choice).scalar()

    def give_back(self, item: ItemId) -> None:
        """The seat of a rejected registration, or of one that changed to another line."""
        self._unit.connection.execute(GIVE_BACK, {"item": item})

    def just_filled(self, batch: BatchId, unit: UnitKey, level: Level) -> bool:
        """Whether no seat is left and nobody was told so yet: true once for as many seats (R4.6)."""
        choice = _choice(batch, unit, level)
        people, taken = self._unit.connection.execute(COUNTED, choice).one()
        if not people or taken < people:
            return False
        programme, code = unit
        values = {
            "batch_id": batch,
            "programme": programme,
            "unit_code": code,
            "level": level,
            "people": people,
        }
        return self._unit.connection.execute(NOTE_FULL, values).first() is not None


def _choice(batch: BatchId, unit: UnitKey, level: Level) -> dict[str, object]:
    programme, code = unit
    return {"of_batch": batch, "of_programme": programme, "of_unit": code, "of_level": level}
