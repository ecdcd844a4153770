"""News for others: what a turn has to tell somebody else, until it stands in their history.

A turn holds its own person's row; to number a message for another it would have to hold theirs as well,
and two turns that tell each other would wait for each other. So the news is noted with the turn and
brought after its commit, under one person's row at a time.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import Column, ForeignKey, Table, delete, insert, select

from store.database import dumps
from store.people import PersonId, people
from store.schema import Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

NewsId = NewType("NewsId", int)

news = Table(
    "news",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("person_id", ForeignKey(people.c.id), nullable=False, index=True),
    Column("body", Sealed, nullable=False),
    Column("not_before", Moment),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class News:
    """One message not yet in its person's history."""

    id: NewsId
    body: Mapping[str, Any] = field(repr=False)
    not_before: datetime | None


class NewsDesk:
    """Bodies are sealed for their person."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def put(self, person: PersonId, body: Mapping[str, Any], not_before: datetime | None) -> None:
        values = {
            "person_id": person,
            "body": self._unit.seal(dumps(body), f"news.body:{person}"),
            "not_before": not_before,
        }
        self._unit.connection.execute(insert(news), values)

    def take(self, person: PersonId) -> tuple[News, ...]:
        """What waits for the person, in order; in this unit it must reach the history.

        The person's row has to be locked: then nobody else takes the same.
        """
        question = select(news).where(news.c.person_id == person).order_by(news.c.id)
        rows = self._unit.connection.execute(question).all()
        self._unit.connection.execute(delete(news).where(news.c.id.in_([row.id for row in rows])))
        return tuple(News(row.id, self._opened(person, row.body), row.not_before) for row in rows)

    def waiting(self, limit: int) -> Sequence[PersonId]:
        """People something waits for."""
        question = select(news.c.person_id).distinct().order_by(news.c.person_id).limit(limit)
        return [PersonId(person) for person in self._unit.connection.scalars(question)]

    def erase(self, person: PersonId) -> None:
        self._unit.connection.execute(delete(news).where(news.c.person_id == person))

    def _opened(self, person: PersonId, sealed: bytes) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(self._unit.unseal(sealed, f"news.body:{person}"))
        return content
