"""People: guests and signed-up persons, what is private about them sealed, and the posts they hold."""

import hmac
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from rules.candidates import Sex
from rules.findings import Finding, NotPossible
from rules.identity import IdKind, IdNumber
from rules.names import mask_name, name_key, user_name_key
from rules.roles import ANYONE, Role, Roles
from store.prepared import Prepared
from store.schema import Moment, Sealed, Serial, insert_or_keep, metadata

if TYPE_CHECKING:
    from store.drafts import DraftId
    from store.unit import UnitOfWork

PersonId = NewType("PersonId", int)

people = Table(
    "people",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("guest", Boolean, nullable=False),
    Column("name", Sealed),
    Column("name_fp", LargeBinary, index=True),
    Column("id_number", Sealed),
    Column("id_fp", LargeBinary, unique=True),
    Column("id_kind", String(30)),
    Column("sex", String(10)),
    Column("born", Sealed),
    Column("phone", Sealed),
    Column("user_name", String(100)),
    Column("user_key", String(100), unique=True),
    Column("password_hash", String(200)),
    Column("first_password_fp", LargeBinary),
    Column("first_password_until", Moment),
    Column("locked_at", Moment),
    Column("language", String(10), nullable=False),
    Column("last_number", Integer, nullable=False),
    Column("front_draft", Serial),
    Column("created_at", Moment, nullable=False),
    Column("erased_at", Moment),
    sqlite_autoincrement=True,
)

posts = Table(
    "posts",
    metadata,
    Column("person_id", ForeignKey(people.c.id), primary_key=True),
    Column("role", String(30), primary_key=True),
    Column("institution_code", String(30), primary_key=True),
)
Index(None, posts.c.institution_code)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody we talk with. A guest has no name yet; an erased person has none any more."""

    id: PersonId
    guest: bool
    language: str
    last_number: int
    front_draft: "DraftId | None"
    created_at: datetime
    erased_at: datetime | None
    user_name: str | None = field(repr=False)
    password_hash: str | None = field(repr=False)
    name: str | None = field(repr=False)
    id_number: str | None = field(repr=False)
    id_kind: IdKind | None
    sex: Sex | None
    born: date | None = field(repr=False)
    phone: str | None = field(repr=False)
    must_change_password: bool = False
    """Got a first password and may do nothing before they have set one of their own (R1.8)."""
    locked: bool = False
    """By an officer; the password counts for nothing until the account is unlocked."""

    @property
    def masked(self) -> str:
        """Their name masked; an institution's account by its name, which is no secret."""
        if not self.name or self.name == self.user_name:
            return self.user_name or ""
        return mask_name(self.name)


@dataclass(frozen=True, slots=True)
class Post:
    """A role somebody holds at an institution; `institution` is its code, empty for the whole system."""

    role: Role
    institution: str


_BY_ID = select(people).where(people.c.id == bindparam("person"))
_OF_PERSON = update(people).where(people.c.id == bindparam("person"))
BY_ID = Prepared(_BY_ID)
# Rows that refer to the person may be added by others meanwhile (FOR NO KEY UPDATE).
LOCK = Prepared(_BY_ID.with_for_update(key_share=True))
BY_USER_NAME = Prepared(select(people).where(people.c.user_key == bindparam("key")))
BY_ID_NUMBER = Prepared(select(people).where(people.c.id_fp == bindparam("fingerprint")))
TAKE_NUMBERS = Prepared(
    _OF_PERSON.values(last_number=people.c.last_number + bindparam("count")).returning(
        people.c.last_number
    )
)
SET_FRONT_DRAFT = Prepared(_OF_PERSON.values(front_draft=bindparam("draft", type_=Serial)))
APPOINT = insert_or_keep(posts)
USER_NAME_TAKEN = Finding("user-name-taken", "R5.2", box="user_name")


class People:
    """Guests and persons; `lock` first whoever a turn belongs to, and its messages stay in order."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def add_guest(self, language: str = "zh-CN") -> Person:
        values = {
            "guest": True,
            "language": language,
            "last_number": 0,
            "created_at": self._unit.now,
        }
        row = self._unit.connection.execute(insert(people).returning(*people.c), values).one()
        return self._record(row)

    def get(self, person: PersonId) -> Person:
        return self._record(BY_ID.one(self._unit.connection, {"person": person}))

    def names(self, persons: Collection[PersonId]) -> dict[PersonId, str]:
        """What those of a list are called; nothing for who has no name."""
        question = select(people.c.id, people.c.name).where(people.c.id.in_(persons))
        return {
            row.id: self._unit.unseal(row.name, f"people.name:{row.id}") if row.name else ""
            for row in self._unit.connection.execute(question)
        }

    def lock(self, person: PersonId) -> Person:
        """Keep everybody else from the person until the unit ends (on SQLite the write lock does)."""
        return self._record(LOCK.one(self._unit.connection, {"person": person}))

    def next_numbers(self, person: PersonId, count: int) -> range:
        """The next message numbers of the person; without gaps, for a rolled-back unit returns them."""
        values = {"person": person, "count": count}
        last: int = TAKE_NUMBERS.one(self._unit.connection, values).last_number
        return range(last - count + 1, last + 1)

    def register(
        self, person: PersonId, name: str, number: IdNumber, user_name: str, password_hash: str
    ) -> Person:
        """Make a guest that person, in place (R5.2); NotPossible names all that stands against it.

        Where the number tells no sex or birth date, the caller has put in the answers given for them.
        """
        values = {
            **self._identity(person, name, number),
            **self._called(user_name),
            "password_hash": password_hash,
        }
        return self._name(person, values, lambda: self._taken(number, user_name))

    def hold_account(
        self, person: PersonId, name: str, user_name: str, password_hash: str | None = None
    ) -> Person:
        """Make a guest the holder of an account without an ID number: an institution or its staff (R1.8)."""
        values = {
            "guest": False,
            **self._named(person, name),
            **self._called(user_name),
            "password_hash": password_hash,
        }
        return self._name(person, values, lambda: [USER_NAME_TAKEN])

    def rename(self, person: PersonId, name: str, user_name: str) -> None:
        """Only of institutions' accounts: their user name is the institution's full name (R1.8)."""
        try:
            with self._unit.savepoint():
                self._set(person, {**self._named(person, name), **self._called(user_name)})
        except IntegrityError as error:
            raise NotPossible(USER_NAME_TAKEN) from error

    def known(self, name: str, number: IdNumber) -> Person:
        """Whoever has that ID number, by whatever role we know them (R1.9); else they are entered now.

        A person entered like that has no account yet. The name is not compared.
        """
        found = self.find_by_id_number(number)
        if found:
            return found
        try:
            with self._unit.savepoint():
                person = self.add_guest().id
                self._set(person, self._identity(person, name, number))
        except IntegrityError:  # somebody else entered them at the same moment
            return self.known(name, number)
        return self.get(person)

    def find_by_user_name(self, user_name: str) -> Person | None:
        return self._find(BY_USER_NAME, key=user_name_key(user_name))

    def find_by_id_number(self, number: IdNumber) -> Person | None:
        fingerprint = self._unit.fingerprint(number.number, "id-number")
        return self._find(BY_ID_NUMBER, fingerprint=fingerprint)

    def set_password(self, person: PersonId, password_hash: str) -> None:
        """A password of the person's own choice; a first one is done with."""
        first = {"first_password_fp": None, "first_password_until": None}
        self._set(person, {"password_hash": password_hash, **first})

    def set_first_password(self, person: PersonId, password: str, until: datetime) -> None:
        """A password given by somebody else, to be changed at once and good until then (machine time).

        It is drawn at random and lives for days, so a keyed fingerprint guards it as well as a slow hash.
        """
        fingerprint = self._first_password(person, password)
        first = {"first_password_fp": fingerprint, "first_password_until": until}
        self._set(person, {"password_hash": None, **first})

    def fits_first_password(self, person: PersonId, typed: str) -> bool:
        """Whether that is the person's first password, still good."""
        question = select(people.c.first_password_fp, people.c.first_password_until)
        row = self._unit.connection.execute(question.where(people.c.id == person)).one()
        fingerprint = self._first_password(person, typed)
        if row.first_password_fp is None or row.first_password_until < self._unit.machine_now:
            return False
        return hmac.compare_digest(row.first_password_fp, fingerprint)

    def set_locked(self, person: PersonId, *, locked: bool) -> None:
        self._set(person, {"locked_at": self._unit.now if locked else None})

    def set_language(self, person: PersonId, language: str) -> None:
        self._set(person, {"language": language})

    def set_phone(self, person: PersonId, phone: str) -> None:
        self._set(person, self._private(person, "phone", phone))

    def set_front_draft(self, person: PersonId, draft: "DraftId | None") -> None:
        """Which draft a text without a turn belongs to."""
        SET_FRONT_DRAFT.run(self._unit.connection, {"person": person, "draft": draft})

    def appoint(self, person: PersonId, role: Role, institution: str = "") -> None:
        values = {"person_id": person, "role": role, "institution_code": institution}
        self._unit.connection.execute(APPOINT, values)

    def dismiss(self, person: PersonId, role: Role, institution: str = "") -> None:
        self._unit.connection.execute(
            delete(posts).where(
                posts.c.person_id == person,
                posts.c.role == role,
                posts.c.institution_code == institution,
            )
        )

    def anybody(self) -> bool:
        """Whether anybody has ever been here."""
        return self._unit.connection.execute(select(people.c.id).limit(1)).first() is not None

    def posts_of(self, person: PersonId) -> tuple[Post, ...]:
        question = select(posts.c.role, posts.c.institution_code).where(posts.c.person_id == person)
        rows = self._unit.connection.execute(question.order_by(*posts.primary_key))
        return tuple(Post(Role(role), institution) for role, institution in rows)

    def holding(self, roles: Roles) -> tuple[tuple[PersonId, Post], ...]:
        """Everybody who holds a post of these roles, by person."""
        question = select(posts).where(posts.c.role.in_(roles)).order_by(*posts.primary_key)
        rows = self._unit.connection.execute(question)
        return tuple((person, Post(Role(role), where)) for person, role, where in rows)

    def roles_of(self, person: PersonId) -> frozenset[Role]:
        return frozenset(post.role for post in self.posts_of(person))

    def holders(self, institution: str, roles: Roles = ANYONE) -> tuple[Person, ...]:
        """Everybody with such a post at the institution, the longest known first."""
        held = select(posts.c.person_id).where(
            posts.c.institution_code == institution, posts.c.role.in_(roles)
        )
        question = select(people).where(people.c.id.in_(held)).order_by(people.c.id)
        return tuple(map(self._record, self._unit.connection.execute(question)))

    def erase(self, person: PersonId) -> None:
        """Forget who the person is and all that was said; the bare number stays for what refers to it."""
        private = (
            *("name", "name_fp", "id_number", "id_fp", "id_kind", "sex", "born", "phone"),
            *("user_name", "user_key", "password_hash", "front_draft"),
            *("first_password_fp", "first_password_until", "locked_at"),
        )
        self._set(person, dict.fromkeys(private) | {"erased_at": self._unit.now})
        self._unit.connection.execute(delete(posts).where(posts.c.person_id == person))
        self._unit.sessions.void_all(person)
        self._unit.codes.erase(person)
        self._unit.accounts.erase(person)
        self._unit.handovers.erase(person)
        self._unit.outbox.erase(person)
        self._unit.wechat_chats.erase(person)
        self._unit.chats.unbind_all(person)
        self._unit.chores.erase_of(person)
        self._unit.news.erase(person)
        self._unit.reminders.erase(person)
        self._unit.messages.erase(person)
        self._unit.drafts.erase(person)

    def _identity(self, person: PersonId, name: str, number: IdNumber) -> dict[str, object]:
        """Who somebody is, and that they are no guest any more."""
        return {
            "guest": False,
            **self._named(person, name),
            **self._private(person, "id_number", number.number),
            "id_fp": self._unit.fingerprint(number.number, "id-number"),
            "id_kind": number.kind,
            "sex": number.sex,
            **self._private(person, "born", number.born.isoformat() if number.born else None),
        }

    def _set(self, person: PersonId, values: Mapping[str, object]) -> None:
        self._unit.connection.execute(update(people).where(people.c.id == person).values(values))

    def _find(self, question: Prepared, **values: object) -> Person | None:
        row = question.row(self._unit.connection, values)
        return None if row is None else self._record(row)

    def _name(
        self, person: PersonId, values: Mapping[str, object], taken: Callable[[], list[Finding]]
    ) -> Person:
        guest = update(people).where(people.c.id == person, people.c.guest)
        try:
            with self._unit.savepoint():
                row = self._unit.connection.execute(
                    guest.values(values).returning(*people.c)
                ).first()
        except IntegrityError as error:
            raise NotPossible(taken()) from error
        if row is None:
            raise NotPossible(Finding("signed-up-already", "R5.2"))
        return self._record(row)

    def _named(self, person: PersonId, name: str) -> dict[str, object]:
        return {
            **self._private(person, "name", name),
            "name_fp": self._unit.fingerprint(name_key(name), "name"),
        }

    @staticmethod
    def _called(user_name: str) -> dict[str, object]:
        return {"user_name": user_name.strip(), "user_key": user_name_key(user_name)}

    def _first_password(self, person: PersonId, password: str) -> bytes:
        return self._unit.fingerprint(f"{person}:{password.strip()}", "first-password")

    def _taken(self, number: IdNumber, user_name: str) -> list[Finding]:
        findings = []
        if self.find_by_id_number(number):
            findings.append(Finding("id-number-known", "R5.2", box="id_number"))
        if self.find_by_user_name(user_name):
            findings.append(USER_NAME_TAKEN)
        return findings

    def _private(self, person: PersonId, column: str, text: str | None) -> dict[str, bytes | None]:
        return {
            column: None if text is None else self._unit.seal(text, f"people.{column}:{person}")
        }

    def _record(self, row: Any) -> Person:
        def opened(column: str) -> str | None:
            sealed = getattr(row, column)
            return sealed and self._unit.unseal(sealed, f"people.{column}:{row.id}")

        born = opened("born")
        return Person(
            id=row.id,
            guest=row.guest,
            language=row.language,
            last_number=row.last_number,
            front_draft=row.front_draft,
            created_at=row.created_at,
            erased_at=row.erased_at,
            user_name=row.user_name,
            password_hash=row.password_hash,
            name=opened("name"),
            id_number=opened("id_number"),
            id_kind=row.id_kind and IdKind(row.id_kind),
            sex=row.sex and Sex(row.sex),
            born=date.fromisoformat(born) if born else None,
            phone=opened("phone"),
            must_change_password=row.first_password_fp is not None,
            locked=row.locked_at is not None,
        )
