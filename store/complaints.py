"""Complaints: of anybody, also of nobody; read by who is not concerned, handled with result and date (R1.10)."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    LargeBinary,
    String,
    Table,
    bindparam,
    insert,
    or_,
    select,
    update,
)

from rules.certificates import read_certificate_number
from rules.complaints import About, ComplaintResult, ComplaintState, readers
from rules.findings import Finding, NotPossible, Refused
from rules.roles import Action, Role
from store import rights
from store.certificates import certificates
from store.counters import next_number
from store.files import FileId, StoredFile
from store.institutions import InstitutionKind
from store.pages import Page, page_of
from store.people import Person, PersonId, people
from store.schema import Document, Moment, Sealed, Serial, metadata
from store.unit import OFFICE

if TYPE_CHECKING:
    from store.unit import UnitOfWork

ComplaintId = NewType("ComplaintId", int)

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without what is read for something else."""
CODE_LENGTH = 10

complaints = Table(
    "complaints",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("about", String(20), nullable=False),
    Column("concerned", ForeignKey("institutions.code")),
    Column("readers", Document, nullable=False),
    Column("subject", Sealed, nullable=False),
    Column("text", Sealed, nullable=False),
    Column("contact", Sealed, nullable=False),
    Column("person_id", ForeignKey(people.c.id), index=True),
    Column("code_fp", LargeBinary, nullable=False),
    Column("state", String(20), nullable=False, index=True),
    Column("claimed_by", ForeignKey(people.c.id)),
    Column("result", String(20)),
    Column("answer", Sealed),
    Column("filed_at", Moment, nullable=False),
    Column("answered_at", Moment),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewComplaint:
    """What is handed in. `person` is None for an anonymous one, about whom nothing is kept."""

    about: About
    concerned: str | None = None
    """The code of the institution, where it was named."""
    subject: str = field(default="", repr=False)
    """The number of the batch or certificate, or whom it is about."""
    text: str = field(repr=False)
    contact: str = field(default="", repr=False)
    person: PersonId | None
    files: Sequence[FileId] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """A complaint as its readers see it."""

    id: ComplaintId
    number: str
    about: About
    concerned: str | None
    readers: tuple[str, ...]
    subject: str = field(repr=False)
    text: str = field(repr=False)
    contact: str = field(repr=False)
    person: PersonId | None
    state: ComplaintState
    claimed_by: PersonId | None
    result: ComplaintResult | None
    answer: str = field(repr=False)
    filed_at: datetime
    """Of an anonymous one only the day, so that no message of that moment tells whose it is."""
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What to ask with later; the code is kept nowhere."""

    complaint: Complaint
    code: str = field(repr=False)


_BY_ID = select(complaints).where(complaints.c.id == bindparam("complaint"))
BY_NUMBER = select(complaints).where(complaints.c.number == bindparam("receipt"))
OPEN_FIRST = select(complaints).order_by(
    complaints.c.answered_at.is_not(None), complaints.c.id.desc()
)


class Complaints:
    """Who files one is never asked who they are; who reads one has no post at the institution concerned."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def file(self, new: NewComplaint) -> Receipt:
        """Take a complaint; nobody is told here."""
        work = self._unit
        concerned = new.concerned or self._concerned(new)
        number = (
            f"TS{work.today:%y}-{next_number(work.connection, f'complaints:{work.today:%Y}'):04}"
        )
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        private = {"subject": new.subject, "text": new.text, "contact": new.contact}
        values = {
            "number": number,
            "about": new.about,
            "concerned": concerned,
            "readers": sorted(self._readers(concerned)),
            **{name: self._seal(number, name, text) for name, text in private.items()},
            "person_id": new.person,
            "code_fp": self._code_fingerprint(number, code),
            "state": ComplaintState.FILED,
            "filed_at": work.now if new.person else _midnight(work.now),
        }
        row = work.connection.execute(insert(complaints).returning(complaints), values).one()
        complaint = self._record(row)
        for file in new.files:
            work.files.own(file, f"complaint:{complaint.id}")
        self._note_filed(complaint)
        return Receipt(complaint, code)

    def get(self, complaint: ComplaintId) -> Complaint:
        """For its readers; the refusal of others is noted."""
        row = self._unit.connection.execute(_BY_ID, {"complaint": complaint}).first()
        if row is None:
            raise NotPossible(Finding("complaint-unknown", "R1.10"))
        found = self._record(row)
        if not self.is_reader(found):
            raise rights.refused(self._unit, Action.HANDLE_COMPLAINT, f"complaint:{complaint}")
        return found

    def read(self, complaint: ComplaintId) -> Complaint:
        """Like `get`, and noted: it is somebody's confidence."""
        found = self.get(complaint)
        self._unit.audit.note("complaint-read", f"complaint:{complaint}")
        return found

    def files(self, complaint: Complaint) -> tuple[StoredFile, ...]:
        return self._unit.files.of(f"complaint:{complaint.id}")

    def desk(self, query: str = "", page: int = 0) -> Page[Complaint]:
        """All the caller may read, the open ones first, then the newest."""
        self._unit.require(Action.HANDLE_COMPLAINT)
        return page_of(self._readable(query.strip().upper()), page)

    def claim(self, complaint: ComplaintId) -> Complaint:
        """Take it in hand; NotPossible when somebody else was faster."""
        self.get(complaint)
        free = complaints.c.state == ComplaintState.FILED
        changed = self._move(
            complaint, free, state=ComplaintState.CLAIMED, claimed_by=self._unit.caller.person
        )
        return self._moved(complaint, "complaint-claimed", changed=changed)

    def release(self, complaint: ComplaintId) -> Complaint:
        """Give it back; the centre may take it out of somebody's hands."""
        self.get(complaint)
        whose = complaints.c.state == ComplaintState.CLAIMED
        if Role.CENTRE_OFFICER not in self._unit.caller.roles:
            whose &= complaints.c.claimed_by == self._unit.caller.person
        changed = self._move(complaint, whose, state=ComplaintState.FILED, claimed_by=None)
        return self._moved(complaint, "complaint-released", changed=changed)

    def answer(self, complaint: ComplaintId, result: ComplaintResult, text: str) -> Complaint:
        """The result, once and for all; NotPossible when another has it in hand or answered it."""
        work = self._unit
        found = self.get(complaint)
        mine = or_(
            complaints.c.state == ComplaintState.FILED,
            (complaints.c.state == ComplaintState.CLAIMED)
            & (complaints.c.claimed_by == work.caller.person),
        )
        changed = self._move(
            complaint,
            mine,
            state=ComplaintState.ANSWERED,
            claimed_by=work.caller.person,
            result=result,
            answer=self._seal(found.number, "answer", text),
            answered_at=work.now,
        )
        return self._moved(complaint, "complaint-answered", changed=changed)

    def asked(self, number: str, code: str) -> Complaint | None:
        """By the receipt; a wrong number and a wrong code are answered alike. One's own needs no code."""
        row = self._unit.connection.execute(BY_NUMBER, {"receipt": number.upper()}).first()
        if row is None:
            return None
        found, person = self._record(row), self._unit.caller.person
        given = self._code_fingerprint(found.number, code.upper())
        own = person is not None and found.person == person
        return found if own or secrets.compare_digest(given, row.code_fp) else None

    def is_reader(self, complaint: Complaint) -> bool:
        """Whether it goes to the caller, who must not hold a post at the institution concerned."""
        work = self._unit
        if work.caller is OFFICE:
            return True
        held = {post.institution for post in rights.posts(work)}
        concerned = complaint.concerned is not None and complaint.concerned in held
        return not concerned and any(
            rights.covers(work, Action.HANDLE_COMPLAINT, code) for code in complaint.readers
        )

    def people_told(self, complaint: Complaint) -> tuple[Person, ...]:
        """The officers a new one is announced to."""
        work = self._unit
        roles = {Role.MANAGEMENT_OFFICER, Role.CENTRE_OFFICER}
        found = {
            person.id: person
            for code in complaint.readers
            for person in work.people.holders(code, frozenset(roles))
            if complaint.concerned not in rights.institutions_of(work, person.id)
        }
        return tuple(found.values())

    # --- inside ---

    def _readable(self, query: str) -> Iterator[Complaint]:
        for complaint in map(self._record, self._unit.connection.execute(OPEN_FIRST)):
            if query in complaint.number and self.is_reader(complaint):
                yield complaint

    def _concerned(self, new: NewComplaint) -> str | None:
        """The station of the batch or certificate named, where we know it."""
        execute = self._unit.connection.execute
        match new.about:
            case About.BATCH:
                batch = self._unit.batches.find_by_number(new.subject.strip())
                return batch.station_code if batch else None
            case About.CERTIFICATE:
                question = select(certificates.c.station_code).where(
                    certificates.c.number_key == _certificate_key(new.subject)
                )
                code = execute(question).scalar()
                return code if code and self._unit.institutions.find(code) else None
            case _:
                return None

    def _readers(self, concerned: str | None) -> frozenset[str]:
        listed = self._unit.institutions.all()
        codes: Mapping[InstitutionKind, list[str]] = {
            kind: [one.code for one in listed if one.kind is kind]
            for kind in (InstitutionKind.SECOND_TIER, InstitutionKind.CENTRE)
        }
        above = [
            one.code
            for one in listed
            if concerned and self._unit.institutions.is_below(concerned, one.code)
        ]
        return readers(
            concerned,
            above,
            second_tier=codes[InstitutionKind.SECOND_TIER],
            centre=codes[InstitutionKind.CENTRE],
        )

    def _note_filed(self, complaint: Complaint) -> None:
        """Of an anonymous one neither who nor the moment is noted."""
        subject, audit = f"complaint:{complaint.id}", self._unit.audit
        if complaint.person is not None:
            audit.note("complaint-filed", subject)
            return
        row = {"at": complaint.filed_at, "person_id": None, "role": "anonymous"}
        audit.write([{**row, "act": "complaint-filed", "subject": subject, "detail": {}}])

    def _move(self, complaint: ComplaintId, when: Any, **values: object) -> bool:
        moved = update(complaints).where(complaints.c.id == complaint, when).values(**values)
        return self._unit.connection.execute(moved).rowcount == 1

    def _moved(self, complaint: ComplaintId, act: str, *, changed: bool) -> Complaint:
        found = self.get(complaint)
        if not changed:
            state = {"state": str(found.state)}
            raise NotPossible(Finding("complaint-in-other-hands", "R1.10", state))
        self._unit.audit.note(act, f"complaint:{complaint}")
        return found

    def _seal(self, number: str, column: str, text: str) -> bytes:
        return self._unit.seal(text, f"complaints.{column}:{number}")

    def _code_fingerprint(self, number: str, code: str) -> bytes:
        return self._unit.fingerprint(f"{number}:{code}", "complaint-code")

    def _record(self, row: Any) -> Complaint:
        def opened(column: str) -> str:
            sealed = getattr(row, column)
            if sealed is None:
                return ""
            return self._unit.unseal(sealed, f"complaints.{column}:{row.number}")

        return Complaint(
            id=row.id,
            number=row.number,
            about=About(row.about),
            concerned=row.concerned,
            readers=tuple(row.readers),
            subject=opened("subject"),
            text=opened("text"),
            contact=opened("contact"),
            person=row.person_id,
            state=ComplaintState(row.state),
            claimed_by=row.claimed_by,
            result=ComplaintResult(row.result) if row.result else None,
            answer=opened("answer"),
            filed_at=row.filed_at,
            answered_at=row.answered_at,
        )


def _certificate_key(raw: str) -> str:
    try:
        return read_certificate_number(raw).number
    except Refused:
        return raw.strip().upper()


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
