"""Chores: long work somebody asked for in a chat, done beside the turns, taken up again where a process was killed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    bindparam,
    delete,
    insert,
    or_,
    select,
    update,
)

from rules.findings import Finding, NotPossible
from store.batches import BatchId, batches
from store.files import FileId, files
from store.people import PersonId, people
from store.schema import Document, Moment, Serial, database_now, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

ChoreId = NewType("ChoreId", int)


class ChoreKind(StrEnum):
    """What there is to do."""

    APPLICATION_FORMS = "application_forms"
    """All application forms of a batch, in a zip."""
    ARCHIVE = "archive"
    """Everything of a batch, in a zip."""
    ROSTER_CHECK = "roster_check"
    """Look at a sent roster, taking nothing of it."""
    ROSTER_IMPORT = "roster_import"
    """Take a sent roster."""
    ROSTER_NEWS = "roster_news"
    """Tell everybody concerned that the roster is in."""
    RESULTS_NEWS = "results_news"
    """Tell everybody examined how they did."""
    CERTIFICATES = "certificates"
    """Issue the certificates of a batch, and tell who holds them."""


class ChoreState(StrEnum):
    """How far it has come."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    ERASED = "erased"
    """What it was given and made is gone (⚙ R9.6)."""


UNDER_WAY = (ChoreState.WAITING, ChoreState.RUNNING)
ENDED = (ChoreState.DONE, ChoreState.FAILED)

chores = Table(
    "chores",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("kind", String(30), nullable=False),
    Column("person_id", ForeignKey(people.c.id), nullable=False, index=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False),
    Column("given", Document, nullable=False),
    Column("state", String(10), nullable=False),
    Column("done", Integer, nullable=False),
    Column("of", Integer, nullable=False),
    Column("message", Integer),
    Column("result", Document, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("leased_by", String(60)),
    Column("leased_until", Moment),
    sqlite_autoincrement=True,
)
Index(None, chores.c.state, chores.c.id)

chore_pieces = Table(
    "chore_pieces",
    metadata,
    Column("chore_id", ForeignKey(chores.c.id), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("file_id", ForeignKey(files.c.id), nullable=False, index=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chore:
    """`done` of `of` steps; `message` is the number of the message that shows how far it is."""

    id: ChoreId
    kind: ChoreKind
    person_id: PersonId
    batch_id: BatchId
    given: Mapping[str, FileId] = field(repr=False)
    """The files it works on, by what they are."""
    state: ChoreState
    done: int
    of: int
    message: int | None
    result: Mapping[str, Any] = field(repr=False)
    """Figures for the last message."""
    asked_at: datetime
    ended_at: datetime | None

    @property
    def percent(self) -> int:
        return 100 * self.done // self.of if self.of else 0

    @property
    def is_over(self) -> bool:
        return self.state not in UNDER_WAY


_SHOWN = tuple(chores.c[name] for name in Chore.__slots__)
_UNDER_WAY = chores.c.state.in_(UNDER_WAY)
_FREE = or_(
    chores.c.state == ChoreState.WAITING,
    (chores.c.state == ChoreState.RUNNING) & (chores.c.leased_until <= database_now()),
)
_LEASE_END = database_now(bindparam("seconds", type_=Float))
TAKE_FIRST = (
    update(chores)
    .where(
        chores.c.id
        == select(chores.c.id)
        .where(_FREE)
        .order_by(chores.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    .values(state=ChoreState.RUNNING, leased_by=bindparam("holder"), leased_until=_LEASE_END)
    .returning(*_SHOWN)
)
GO_ON = (
    update(chores)
    .where(
        chores.c.id == bindparam("chore"),
        chores.c.state == ChoreState.RUNNING,
        chores.c.leased_by == bindparam("holder"),
    )
    .values(done=bindparam("so_far"), of=bindparam("all_of"), leased_until=_LEASE_END)
)


class Chores:
    """Whoever takes a chore holds it by a lease; what it makes lies in pieces on the shelf."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def ask(
        self, kind: ChoreKind, batch: BatchId, given: Mapping[str, FileId] | None = None
    ) -> Chore:
        """Note it for the caller; the one already under way for the same, whatever is tapped twice.

        It owns the files it is given. Whether the caller may have it is asked again when it is done.
        """
        person = self._unit.caller.person
        if person is None:
            raise NotPossible(Finding("not-signed-up", "R5.1"))
        self._unit.people.lock(person)
        files_given = dict(given or {})
        for one in self._under_way(person):
            if (one.kind, one.batch_id, dict(one.given)) == (kind, batch, files_given):
                return one
        values = {
            "kind": kind,
            "person_id": person,
            "batch_id": batch,
            "given": files_given,
            "state": ChoreState.WAITING,
            "done": 0,
            "of": 0,
            "result": {},
            "asked_at": self._unit.now,
        }
        row = self._unit.connection.execute(insert(chores).returning(*_SHOWN), values).one()
        for file in files_given.values():
            self._unit.files.own(file, f"chore:{row.id}:given")
        self._unit.audit.note("chore-asked", f"chore:{row.id}", kind=kind, batch=batch)
        return _record(row)

    def get(self, chore: ChoreId) -> Chore:
        row = self._unit.connection.execute(select(*_SHOWN).where(chores.c.id == chore)).first()
        if row is None:
            raise NotPossible(Finding("file-gone"))
        return _record(row)

    def own(self, chore: ChoreId) -> Chore:
        """One the caller asked for; nobody else hears that there is one."""
        found = self.get(chore)
        if found.person_id != self._unit.caller.person:
            raise NotPossible(Finding("file-gone"))
        return found

    def any_waiting(self) -> bool:
        """Whether there is anything to take: asked often, so it locks nothing."""
        question = select(chores.c.id).where(_UNDER_WAY).limit(1)
        return self._unit.connection.execute(question).first() is not None

    # --- at work ---

    def take_first(self, holder: str, lease: timedelta) -> Chore | None:
        """The oldest nobody is at, with what a killed process had done; pieces it made are dropped."""
        values = {"holder": holder, "seconds": lease.total_seconds()}
        row = self._unit.connection.execute(TAKE_FIRST, values).first()
        if row is None:
            return None
        self._drop_pieces(row.id)
        return _record(row)

    def go_on(self, chore: ChoreId, holder: str, lease: timedelta, done: int, of: int) -> bool:
        """Note how far it is; False when another process has taken it over."""
        values = {
            "chore": chore,
            "holder": holder,
            "seconds": lease.total_seconds(),
            "so_far": done,
            "all_of": of,
        }
        return self._unit.connection.execute(GO_ON, values).rowcount == 1

    def shown_in(self, chore: ChoreId, message: int) -> None:
        self._set(chore, message=message)

    def advance(self, chore: ChoreId, done: int, of: int) -> None:
        """In the unit of a step itself: it is done, and not done again after a kill."""
        self._set(chore, done=done, of=of)

    def give_back(self, chore: ChoreId, holder: str) -> None:
        """Leave it to whoever takes it next."""
        free = {"state": ChoreState.WAITING, "leased_by": None, "leased_until": None}
        self._unit.connection.execute(update(chores).where(_held(chore, holder)).values(free))

    def end(
        self, chore: ChoreId, holder: str, state: ChoreState, result: Mapping[str, Any]
    ) -> Chore | None:
        """None when another process has taken it over."""
        values = {
            "state": state,
            "result": dict(result),
            "ended_at": self._unit.now,
            "leased_by": None,
            "leased_until": None,
        }
        ending = update(chores).where(_held(chore, holder)).values(values)
        ours = self._unit.connection.execute(ending).rowcount == 1
        return self.get(chore) if ours else None

    # --- what it made ---

    def add_piece(self, chore: ChoreId, position: int, data: bytes, media_type: str) -> FileId:
        """The next piece of the file it makes; the chore owns it."""
        kept = self._unit.files.note(data, media_type)
        self._unit.files.own(kept.id, f"chore:{chore}:made")
        values = {"chore_id": chore, "position": position, "file_id": kept.id}
        self._unit.connection.execute(insert(chore_pieces), values)
        return kept.id

    def pieces(self, chore: ChoreId) -> tuple[FileId, ...]:
        """In their order; empty once they have been erased."""
        question = select(chore_pieces.c.file_id).where(chore_pieces.c.chore_id == chore)
        rows = self._unit.connection.execute(question.order_by(chore_pieces.c.position))
        return tuple(FileId(file) for file in rows.scalars())

    def ended_before(self, moment: datetime, after: int, limit: int) -> tuple[ChoreId, ...]:
        """Chores whose time is over (⚙ R9.6), by ascending number."""
        question = (
            select(chores.c.id)
            .where(chores.c.state.in_(ENDED), chores.c.ended_at < moment, chores.c.id > after)
            .order_by(chores.c.id)
            .limit(limit)
        )
        return tuple(map(ChoreId, self._unit.connection.execute(question).scalars()))

    def erase(self, chore: ChoreId) -> None:
        """Let go of what it was given and made; that there was one stays."""
        self._drop_pieces(chore)
        self._unit.files.disown(f"chore:{chore}:given")
        self._set(chore, state=ChoreState.ERASED, given={})

    def erase_of(self, person: PersonId) -> None:
        """All somebody asked for; what is under way finds nothing more to do."""
        of_person = select(chores.c.id).where(chores.c.person_id == person)
        for chore in self._unit.connection.execute(of_person).scalars().all():
            self.erase(chore)

    def _drop_pieces(self, chore: ChoreId) -> None:
        of_chore = chore_pieces.c.chore_id == chore
        self._unit.connection.execute(delete(chore_pieces).where(of_chore))
        self._unit.files.disown(f"chore:{chore}:made")

    def _under_way(self, person: PersonId) -> Iterator[Chore]:
        question = select(*_SHOWN).where(chores.c.person_id == person, _UNDER_WAY)
        return map(_record, self._unit.connection.execute(question))

    def _set(self, chore: ChoreId, **values: Any) -> None:
        self._unit.connection.execute(update(chores).where(chores.c.id == chore).values(values))


def _held(chore: ChoreId, holder: str) -> ColumnElement[bool]:
    running = chores.c.state == ChoreState.RUNNING
    return (chores.c.id == chore) & running & (chores.c.leased_by == holder)


def _record(row: Row[Any]) -> Chore:
    return Chore(**{**row._mapping, "kind": ChoreKind(row.kind), "state": ChoreState(row.state)})
