"""Drafts: half-filled forms. Saving compares the row version, so two devices never overwrite each other."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    bindparam,
    delete,
    insert,
    or_,
    select,
    update,
)

from store.database import dumps
from store.faults import DraftMoved
from store.files import FileId
from store.people import PersonId, people
from store.prepared import Prepared
from store.schema import Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

DraftId = NewType("DraftId", int)


class DraftState(StrEnum):
    """What became of a draft."""

    OPEN = "open"
    FILED = "filed"
    CANCELLED = "cancelled"


drafts = Table(
    "drafts",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("person_id", ForeignKey(people.c.id), nullable=False),
    Column("form", String(50), nullable=False),
    Column("form_version", Integer, nullable=False),
    Column("answers", Sealed),
    Column("desk", Sealed),
    Column("row_version", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("closed_at", Moment),
    sqlite_autoincrement=True,
)
Index(None, drafts.c.person_id, drafts.c.state)
Index(None, drafts.c.state, drafts.c.updated_at)


@dataclass(frozen=True, slots=True)
class Draft:
    """A form being filled: JSON-able answers, and the engine's desk, which may be lost."""

    id: DraftId
    person: PersonId
    form: str
    form_version: int
    answers: Mapping[str, Any] = field(repr=False)
    desk: Mapping[str, Any] = field(repr=False)
    row_version: int
    state: DraftState
    created_at: datetime
    updated_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class IdleDraft:
    """An open draft without what stands in it."""

    id: DraftId
    person: PersonId
    guest: bool
    form: str
    touched_at: datetime
    row_version: int
    written: bool
    """Whether anything was answered."""


OPEN = Prepared(
    insert(drafts).returning(*drafts.c),
    ("person_id", "form", "form_version", "row_version", "state", "created_at", "updated_at"),
)
GET = Prepared(
    select(drafts).where(
        drafts.c.id == bindparam("draft"), drafts.c.person_id == bindparam("person")
    )
)
SAVE = Prepared(
    update(drafts)
    .where(drafts.c.id == bindparam("draft"), drafts.c.row_version == bindparam("read_version"))
    .values(
        form_version=bindparam("form_version"),
        answers=bindparam("answers"),
        desk=bindparam("desk"),
        row_version=drafts.c.row_version + 1,
        updated_at=bindparam("updated_at"),
    )
)
MOVE = Prepared(
    update(drafts)
    .where(drafts.c.id == bindparam("draft"))
    .values(
        row_version=drafts.c.row_version + 1,
        state=bindparam("new_state"),
        closed_at=bindparam("closed_at"),
    )
)
OPEN_ONES = Prepared(
    select(drafts)
    .where(drafts.c.person_id == bindparam("person"), drafts.c.state == DraftState.OPEN)
    .order_by(drafts.c.updated_at.desc(), drafts.c.id.desc())
)


class Drafts:
    """Answers and desk are sealed for their draft."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def open(
        self, person: PersonId, form: str, version: int, answers: Mapping[str, Any] | None = None
    ) -> Draft:
        """A new draft, with the answers that are known already."""
        values = {
            "person_id": person,
            "form": form,
            "form_version": version,
            "row_version": 1,
            "state": DraftState.OPEN,
            "created_at": self._unit.now,
            "updated_at": self._unit.now,
        }
        draft = self._record(OPEN.one(self._unit.connection, values))
        return self.save(replace(draft, answers=answers)) if answers else draft

    def get(self, draft: DraftId, person: PersonId) -> Draft:
        """The person's draft in any state; KeyError when it is gone or somebody else's."""
        found = self.find(draft, person)
        if found is None:
            raise KeyError(draft)
        return found

    def find(self, draft: DraftId, person: PersonId) -> Draft | None:
        row = GET.row(self._unit.connection, {"draft": draft, "person": person})
        return None if row is None else self._record(row)

    def find_open(self, draft: DraftId, person: PersonId) -> Draft | None:
        found = self.find(draft, person)
        return found if found and found.state is DraftState.OPEN else None

    def save(self, draft: Draft) -> Draft:
        """Write answers, desk and form version; DraftMoved when the row changed since it was read."""
        saved = SAVE.run(
            self._unit.connection,
            {
                "draft": draft.id,
                "read_version": draft.row_version,
                "form_version": draft.form_version,
                "answers": self._seal(draft.id, "answers", draft.answers),
                "desk": self._seal(draft.id, "desk", draft.desk),
                "updated_at": self._unit.now,
            },
        )
        if saved != 1:
            raise DraftMoved(draft.id)
        return replace(draft, row_version=draft.row_version + 1, updated_at=self._unit.now)

    def open_ones(self, person: PersonId) -> tuple[Draft, ...]:
        """The person's open drafts, the last touched first."""
        return tuple(map(self._record, OPEN_ONES.rows(self._unit.connection, {"person": person})))

    def hold(self, draft: DraftId, files: Collection[FileId]) -> None:
        """What was sent in for it. Equal files are one: nobody else's erasing takes them from the draft."""
        self._unit.files.own_found(files, owner_of(draft))

    def close(self, draft: DraftId, state: DraftState) -> None:
        """What is filed holds its files itself."""
        self._move(draft, state, self._unit.now)
        if state is DraftState.FILED:
            self._unit.files.release(owner_of(draft))

    def reopen(self, draft: DraftId) -> None:
        """Undo a cancellation, or take a question asked before up again."""
        self._move(draft, DraftState.OPEN, None)

    def adopt(self, guest: PersonId, person: PersonId) -> None:
        """A guest turned out to be this person: the open drafts go along."""
        theirs = (drafts.c.person_id == guest) & (drafts.c.state == DraftState.OPEN)
        self._unit.connection.execute(
            update(drafts)
            .where(theirs)
            .values(row_version=drafts.c.row_version + 1, person_id=person)
        )

    def idle(
        self, guests_before: datetime, people_before: datetime, after: int, limit: int
    ) -> Sequence[DraftId]:
        """Open drafts nobody touched since then, of guests and of people, by number."""
        untouched = or_(
            people.c.guest & (drafts.c.updated_at < guests_before),
            ~people.c.guest & (drafts.c.updated_at < people_before),
        )
        question = (
            select(drafts.c.id)
            .join(people, people.c.id == drafts.c.person_id)
            .where(drafts.c.state == DraftState.OPEN, drafts.c.id > after, untouched)
            .order_by(drafts.c.id)
        )
        return self._unit.connection.scalars(question.limit(limit)).all()

    def find_idle(self, draft: DraftId) -> IdleDraft | None:
        """An open draft as its keeping sees it."""
        question = select(drafts, people.c.guest).join(people, people.c.id == drafts.c.person_id)
        open_one = question.where(drafts.c.id == draft, drafts.c.state == DraftState.OPEN)
        row = self._unit.connection.execute(open_one).first()
        if row is None:
            return None
        written = bool(self._open(draft, "answers", row.answers))
        return IdleDraft(
            row.id, row.person_id, row.guest, row.form, row.updated_at, row.row_version, written
        )

    def erase_idle(self, idle: IdleDraft, said: Mapping[str, Any]) -> None:
        """Erase it and what was said on it, unless it was touched since; `said` as in `forget_filed`."""
        untouched = (drafts.c.id == idle.id) & (drafts.c.row_version == idle.row_version)
        is_open = drafts.c.state == DraftState.OPEN
        if self._unit.connection.execute(delete(drafts).where(untouched, is_open)).rowcount:
            self._unit.messages.replace(idle.person, idle.id, said)
            self._unit.files.disown(owner_of(idle.id))

    def forget_filed(self, person: PersonId, form: str, said: Mapping[str, Any]) -> None:
        """Erase what was filed of that form last, and in the history what was said on it.

        `said` stands there instead, the body of a message: cursors and numbers stay as they are.
        """
        last = (
            select(drafts.c.id)
            .where(drafts.c.person_id == person, drafts.c.form == form)
            .where(drafts.c.state == DraftState.FILED)
            .order_by(drafts.c.closed_at.desc(), drafts.c.id.desc())
            .limit(1)
        )
        gone = delete(drafts).where(drafts.c.id.in_(last)).returning(drafts.c.id)
        for draft in self._unit.connection.execute(gone).scalars().all():
            self._unit.messages.replace(person, draft, said)

    def erase(self, person: PersonId) -> None:
        """Erase every draft of the person, filed ones too, and the files of those that were not."""
        gone = delete(drafts).where(drafts.c.person_id == person).returning(drafts.c.id)
        for draft in self._unit.connection.execute(gone).scalars().all():
            self._unit.files.disown(owner_of(draft))

    def _move(self, draft: DraftId, state: DraftState, closed_at: datetime | None) -> None:
        MOVE.run(
            self._unit.connection, {"draft": draft, "new_state": state, "closed_at": closed_at}
        )

    def _seal(self, draft: DraftId, column: str, content: Mapping[str, Any]) -> bytes:
        return self._unit.seal(dumps(content), f"drafts.{column}:{draft}")

    def _open(self, draft: DraftId, column: str, sealed: bytes | None) -> dict[str, Any]:
        if sealed is None:
            return {}
        content: dict[str, Any] = json.loads(self._unit.unseal(sealed, f"drafts.{column}:{draft}"))
        return content

    def _record(self, row: Any) -> Draft:
        draft, person, form, version, answers, desk, row_version, state, *moments = row
        return Draft(
            draft,
            person,
            form,
            version,
            self._open(draft, "answers", answers),
            self._open(draft, "desk", desk),
            row_version,
            DraftState(state),
            *moments,
        )


def owner_of(draft: DraftId) -> str:
    return f"draft:{draft}"
