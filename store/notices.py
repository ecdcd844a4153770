"""Notices: versioned procedures, samples, standards and news for an audience, and who has read them (R1.11)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Integer,
    Select,
    String,
    Table,
    Text,
    func,
    insert,
    select,
    update,
)

from rules import audiences as rule
from rules.audiences import Audience
from rules.findings import Finding, NotPossible
from rules.notices import NoticeKind
from rules.roles import Action, may, who_may
from store import rights
from store.audiences import Audiences, as_json, from_json
from store.files import FileId, StoredFile
from store.institutions import Institution
from store.pages import Page, page_of
from store.people import PersonId, people, posts
from store.schema import Document, Moment, Serial, insert_or_keep, metadata
from store.unit import OFFICE

if TYPE_CHECKING:
    from store.unit import UnitOfWork

NoticeId = NewType("NoticeId", int)

notices = Table(
    "notices",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("publisher", ForeignKey("institutions.code"), nullable=False),
    Column("withdrawn_at", Moment),
    sqlite_autoincrement=True,
)

editions = Table(
    "notice_editions",
    metadata,
    Column("notice_id", ForeignKey(notices.c.id), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), nullable=False),
    Column("heading", String(100), nullable=False),
    Column("text", Text, nullable=False),
    Column("audience", Document, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("published_by", ForeignKey(people.c.id)),
    Column("published_at", Moment, nullable=False),
)

readings = Table(
    "notice_readings",
    metadata,
    Column("notice_id", ForeignKey(notices.c.id), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("person_id", ForeignKey(people.c.id), primary_key=True),
    Column("read_at", Moment, nullable=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEdition:
    """What is published; a new version of `replaces`, where it is one."""

    kind: NoticeKind
    heading: str
    text: str
    audience: Audience
    valid_from: date
    files: Sequence[FileId] = ()
    replaces: "Edition | None" = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One version of a notice."""

    notice: NoticeId
    version: int
    kind: NoticeKind
    heading: str
    text: str = field(repr=False)
    audience: Audience
    valid_from: date
    published_by: PersonId | None
    published_at: datetime
    publisher: str
    """The code of the institution."""
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class Receipts:
    """How many of how many have read an edition, and the institutions where nobody has."""

    read: int
    of: int
    silent: tuple[Institution, ...]


_EDITIONS = select(editions, notices.c.publisher, notices.c.withdrawn_at).join(notices)
_NEWEST_FIRST = (editions.c.valid_from.desc(), editions.c.notice_id.desc())


class Notices:
    """Nothing published is changed or lost: a new version replaces the one before from its day on."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit
        self._audiences = Audiences(unit)

    def publish(self, new: NewEdition) -> Edition:
        """Publish within the caller's reach; a withdrawn notice is shown again by its new version."""
        audience = self._audiences.narrowed(new.audience, Action.PUBLISH_NOTICE)
        if new.valid_from < self._unit.today:
            raise NotPossible(Finding("notice-past-day", "R1.11", box="valid_from"))
        if new.replaces is None:
            notice, version = self._add(), 1
        else:
            latest = self._owned(new.replaces.notice)
            if latest.version != new.replaces.version:
                raise NotPossible(Finding("notice-changed-meanwhile", "R1.11"))
            notice, version = latest.notice, latest.version + 1
            self._show(notice, withdrawn_at=None)
        values = {
            "notice_id": notice,
            "version": version,
            "kind": new.kind,
            "heading": new.heading,
            "text": new.text,
            "audience": as_json(audience),
            "valid_from": new.valid_from,
            "published_by": self._unit.caller.person,
            "published_at": self._unit.now,
        }
        self._unit.connection.execute(insert(editions), values)
        for file in new.files:
            self._unit.files.own(file, _owner(notice, version))
        self._unit.audit.note("notice-published", f"notice:{notice}", version=version)
        return self._edition(notice, version)

    def withdraw(self, notice: NoticeId) -> Edition:
        """Nobody but its publisher sees it any more; what was read stays noted."""
        latest = self._owned(notice)
        if latest.withdrawn_at is None:
            self._show(notice, withdrawn_at=self._unit.now)
            self._unit.audit.note("notice-withdrawn", f"notice:{notice}")
        return self._edition(notice, latest.version)

    def restore(self, notice: NoticeId) -> Edition:
        """Undo of `withdraw`."""
        latest = self._owned(notice)
        if latest.withdrawn_at is not None:
            self._show(notice, withdrawn_at=None)
            self._unit.audit.note("notice-restored", f"notice:{notice}")
        return self._edition(notice, latest.version)

    def for_caller(self, query: str = "", page: int = 0) -> Page[Edition]:
        """What is in force and meant for the caller, the newest first."""
        return page_of(self._meant(query), page)

    def read(self, notice: NoticeId, version: int | None = None) -> Edition:
        """The edition in force, or an older one; that a signed-up person has read it is noted once."""
        edition = self.get(notice, version)
        person = self._unit.caller.person
        if person is not None and not self._unit.people.get(person).guest:
            values = {
                "notice_id": notice,
                "version": edition.version,
                "person_id": person,
                "read_at": self._unit.now,
            }
            self._unit.connection.execute(insert_or_keep(readings), values)
        return edition

    def get(self, notice: NoticeId, version: int | None = None) -> Edition:
        """What is in force must be meant for the caller; with it all versions that came before."""
        current = self.in_force(notice)
        person = self._unit.caller.person
        if current is None:
            edition = self._latest(notice)
            if self._unit.caller is OFFICE or not self.is_managed(edition):
                raise NotPossible(Finding("notice-unknown", "R1.11"))
            return edition if version is None else self._edition(notice, version)
        standing = self._audiences.standing(person) if person is not None else rule.Standing()
        if not rule.includes(current.audience, standing) and not self.is_managed(current):
            raise NotPossible(Finding("notice-unknown", "R1.11"))
        if version is None or version == current.version:
            return current
        older = self._edition(notice, version)
        if older.valid_from > self._unit.today and not self.is_managed(current):
            raise NotPossible(Finding("notice-unknown", "R1.11"))
        return older

    def is_unread(self, edition: Edition) -> bool:
        """Whether the caller has yet to read this version."""
        question = select(readings.c.person_id).where(
            _is(readings, edition), readings.c.person_id == self._unit.caller.person
        )
        return self._unit.connection.execute(question).first() is None

    def in_force(self, notice: NoticeId) -> Edition | None:
        """The version that counts today; None before the first day and after a withdrawal."""
        question = _EDITIONS.where(editions.c.notice_id == notice, self._is_in_force())
        row = self._unit.connection.execute(question).first()
        return None if row is None else _record(row)

    def in_force_of_kind(self, kind: NoticeKind) -> tuple[Edition, ...]:
        """The documents of a kind that count today, for a batch to note (R1.11)."""
        question = _EDITIONS.where(self._is_in_force(), editions.c.kind == kind)
        rows = self._unit.connection.execute(question.order_by(*_NEWEST_FIRST))
        return tuple(map(_record, rows))

    def noted(self, notice: NoticeId, version: int) -> Edition:
        """What a batch has noted, withdrawn or not; whose batch it is has been looked at (R1.11)."""
        return self._edition(notice, version)

    def versions(self, notice: NoticeId) -> tuple[Edition, ...]:
        """All versions that have come into force so far, the latest first."""
        question = _EDITIONS.where(
            editions.c.notice_id == notice, editions.c.valid_from <= self._unit.today
        )
        rows = self._unit.connection.execute(question.order_by(editions.c.version.desc()))
        return tuple(map(_record, rows))

    def listed(self, query: str = "", page: int = 0) -> Page[Edition]:
        """What the caller is shown to choose from."""
        if may(self._unit.caller.roles, Action.PUBLISH_NOTICE):
            return self.for_publisher(query, page)
        return self.for_caller(query, page)

    def files(self, edition: Edition) -> tuple[StoredFile, ...]:
        return self._unit.files.of(_owner(edition.notice, edition.version))

    def for_publisher(self, query: str = "", page: int = 0) -> Page[Edition]:
        """What the caller may change, also to come and withdrawn, with what is meant for them; newest first."""
        self._unit.require(Action.PUBLISH_NOTICE)
        latest = _EDITIONS.where(_is_last(editions.c.notice_id == notices.c.id))
        found = {edition.notice: edition for edition in self._meant(query)}
        for edition in map(_record, self._unit.connection.execute(latest)):
            if query.strip() in edition.heading and self.is_managed(edition):
                found[edition.notice] = edition
        newest_first = sorted(found.values(), key=lambda edition: edition.notice, reverse=True)
        return page_of(newest_first, page)

    def managed_one(self, notice: NoticeId) -> Edition:
        """The latest version; NotPossible when it is not the caller's to change."""
        latest = self._latest(notice)
        rights.check(self._unit, Action.PUBLISH_NOTICE, institution=latest.publisher)
        return latest

    def is_managed(self, edition: Edition) -> bool:
        return rights.covers(self._unit, Action.PUBLISH_NOTICE, edition.publisher)

    def receipts(self, edition: Edition) -> Receipts:
        """For its publisher: of people only how many, of institutions which."""
        rights.check(self._unit, Action.PUBLISH_NOTICE, institution=edition.publisher)
        members = self._audiences.members(edition.audience)
        readers = select(readings.c.person_id).where(_is(readings, edition))
        counted = select(func.count()).where(_is(readings, edition))
        read = self._unit.connection.execute(counted.where(readings.c.person_id.in_(members)))
        heard = select(posts.c.institution_code).where(posts.c.person_id.in_(readers)).distinct()
        codes = set(self._unit.connection.execute(heard).scalars())
        meant = self._audiences.institutions(edition.audience)
        silent = tuple(one for one in meant if one.code not in codes)
        return Receipts(read.scalar_one(), self._audiences.count(edition.audience), silent)

    # --- inside ---

    def _meant(self, query: str) -> Iterator[Edition]:
        person = self._unit.caller.person
        standing = self._audiences.standing(person) if person is not None else rule.Standing()
        question = _EDITIONS.where(self._is_in_force()).order_by(*_NEWEST_FIRST)
        for edition in map(_record, self._unit.connection.execute(question)):
            if query.strip() in edition.heading and rule.includes(edition.audience, standing):
                yield edition

    def _is_in_force(self) -> Any:
        begun = editions.alias("begun")
        last = (
            select(func.max(begun.c.version))
            .where(begun.c.notice_id == notices.c.id, begun.c.valid_from <= self._unit.today)
            .scalar_subquery()
        )
        return (editions.c.version == last) & notices.c.withdrawn_at.is_(None)

    def _add(self) -> NoticeId:
        publisher = rights.own_institution(self._unit, who_may(Action.PUBLISH_NOTICE)).code
        row = self._unit.connection.execute(
            insert(notices).returning(notices.c.id), {"publisher": publisher}
        )
        return NoticeId(row.scalar_one())

    def _owned(self, notice: NoticeId) -> Edition:
        """The latest version, with the notice kept from others until the unit ends."""
        self._unit.connection.execute(
            select(notices.c.id).where(notices.c.id == notice).with_for_update()
        )
        return self.managed_one(notice)

    def _latest(self, notice: NoticeId) -> Edition:
        return self._one(_EDITIONS.where(_is_last(editions.c.notice_id == notice)))

    def _edition(self, notice: NoticeId, version: int) -> Edition:
        wanted = (editions.c.notice_id == notice) & (editions.c.version == version)
        return self._one(_EDITIONS.where(wanted))

    def _one(self, question: Select[Any]) -> Edition:
        row = self._unit.connection.execute(question).first()
        if row is None:
            raise NotPossible(Finding("notice-unknown", "R1.11"))
        return _record(row)

    def _show(self, notice: NoticeId, *, withdrawn_at: datetime | None) -> None:
        self._unit.connection.execute(
            update(notices).where(notices.c.id == notice).values(withdrawn_at=withdrawn_at)
        )


def _is(table: Table, edition: Edition) -> Any:
    return (table.c.notice_id == edition.notice) & (table.c.version == edition.version)


def _is_last(of_notice: Any) -> Any:
    later = editions.alias("later")
    last = select(func.max(later.c.version)).where(later.c.notice_id == editions.c.notice_id)
    return of_notice & (editions.c.version == last.scalar_subquery())


def _owner(notice: NoticeId, version: int) -> str:
    return f"notice:{notice}:{version}"


def _record(row: Any) -> Edition:
    return Edition(
        notice=row.notice_id,
        version=row.version,
        kind=NoticeKind(row.kind),
        heading=row.heading,
        text=row.text,
        audience=from_json(row.audience),
        valid_from=row.valid_from,
        published_by=row.published_by,
        published_at=row.published_at,
        publisher=row.publisher,
        withdrawn_at=row.withdrawn_at,
    )
