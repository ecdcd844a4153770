"""The register of examiners and managers (考评员名册): appointed where, for which trades, until when (R2.5, R2.6)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Row,
    Select,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    insert,
    select,
    update,
)

from rules.approvals import PaperState
from rules.catalogue import Level
from rules.examiners import ExaminerKind, UnitKey, entitled
from rules.findings import Finding, NotPossible
from rules.names import name_key
from rules.roles import Action
from rules.years import DAY, add_years
from store import rights
from store.examiner_applications import (
    ApplicationId,
    ApplicationState,
    Proposal,
    examiner_applications,
    trades_of,
)
from store.institutions import institutions
from store.people import PersonId, people
from store.schema import Document, Serial, metadata

if TYPE_CHECKING:
    from store.papers import Paper
    from store.unit import UnitOfWork

ExaminerId = NewType("ExaminerId", int)


class ExaminerState(StrEnum):
    """Follows from the days kept."""

    APPOINTED = "appointed"
    EXPIRED = "expired"
    ENDED = "ended"


examiners = Table(
    "examiners",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("person_id", ForeignKey(people.c.id), nullable=False),
    Column("institution_code", ForeignKey(institutions.c.code), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("trades", Document, nullable=False),
    Column("trained_on", Date, nullable=False),
    Column("appointed_on", Date, nullable=False),
    Column("valid_until", Date, nullable=False),
    Column("ended_on", Date),
    Column("application_id", ForeignKey(examiner_applications.c.id), nullable=False),
    UniqueConstraint("person_id", "institution_code", "kind"),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examiner:
    """One entry of the register."""

    id: ExaminerId
    number: str
    """Of the application that led to it, `KP26-0007`."""
    person: PersonId
    institution: str
    name: str = field(repr=False)
    kind: ExaminerKind
    trades: tuple[UnitKey, ...]
    """At most three (R2.4); a manager has none."""
    trained_on: date
    appointed_on: date
    valid_until: date
    ended_on: date | None
    application: ApplicationId
    person_fp: bytes = field(repr=False)

    def state(self, day: date) -> ExaminerState:
        if self.ended_on is not None and self.ended_on <= day:
            return ExaminerState.ENDED
        return ExaminerState.EXPIRED if self.valid_until < day else ExaminerState.APPOINTED

    def may_assess(self, unit: UnitKey, level: Level, day: date) -> bool:
        """Appointed on that day, for the trade, and entitled to the level (R2.5, R4.4)."""
        appointed = self.state(day) is ExaminerState.APPOINTED and self.appointed_on <= day
        return appointed and entitled(self.kind, self.trades, unit, level)


_ALL: Select[Any] = (
    select(
        examiners,
        examiner_applications.c.number,
        people.c.name.label("sealed_name"),
        people.c.id_fp.label("person_fp"),
    )
    .join(people, people.c.id == examiners.c.person_id)
    .join(examiner_applications, examiner_applications.c.id == examiners.c.application_id)
)
BY_ID = _ALL.where(examiners.c.id == bindparam("examiner"))
OF_INSTITUTION = _ALL.where(examiners.c.institution_code == bindparam("institution")).order_by(
    examiners.c.id
)
OF_PERSON_ID = _ALL.where(examiners.c.person_id == bindparam("person")).order_by(examiners.c.id)
OF_PERSON = _ALL.where(people.c.id_fp == bindparam("person")).order_by(examiners.c.id)
SAME_POST = _ALL.where(
    examiners.c.person_id == bindparam("person"),
    examiners.c.institution_code == bindparam("institution"),
    examiners.c.kind == bindparam("of_kind"),
)


class Examiners:
    """Appointed by the centre's approval and nothing else; expiry needs nobody to notice it."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- questions of the rules: the caller's right is the caller's matter ---

    def of(self, institution: str) -> tuple[Examiner, ...]:
        """All the institution ever had, in the order of appointment; `state(day)` tells who still is one."""
        return self._all(OF_INSTITUTION, institution=institution)

    def by_ids(self, examiners_named: Collection[ExaminerId]) -> dict[ExaminerId, Examiner]:
        """Those of these ids that there are, of whatever institution."""
        named = _ALL.where(examiners.c.id.in_(examiners_named))
        return {one.id: one for one in self._all(named)} if examiners_named else {}

    def entitled(
        self, station: str, unit: UnitKey, level: Level, day: date
    ) -> tuple[Examiner, ...]:
        """Who of the station may assess that trade at that level on that day (R4.4)."""
        return tuple(one for one in self.of(station) if one.may_assess(unit, level, day))

    def trained_for(self, institution: str, unit: UnitKey) -> int:
        """How many people count for a trade (R2.2, R2.6): trained, and proposed or appointed."""
        today = self._unit.today
        appointed = {
            one.person_fp
            for one in self.of(institution)
            if unit in one.trades and one.state(today) is ExaminerState.APPOINTED
        }
        proposed = {
            one.id_fp
            for one in self._unit.examiner_applications.of(institution)
            if unit in one.trades
            and one.state is ApplicationState.OPEN
            and self._unit.nominations.passed_on(one)
        }
        return len(appointed | proposed)

    def known_as(self, proposal: Proposal) -> tuple[Examiner, ...]:
        """What the register says of the person proposed, for the officer who decides."""
        return self._all(OF_PERSON, person=proposal.id_fp)

    def appointments(self, person: PersonId) -> tuple[Examiner, ...]:
        """Everything the person was ever appointed as, for the person."""
        return self._all(OF_PERSON_ID, person=person)

    # --- the register, for who may see it ---

    def register(self, institution: str) -> tuple[Examiner, ...]:
        """Of one institution, for itself and the officers above it."""
        rights.check(self._unit, Action.SEE_EXAMINERS, institution=institution)
        return self.of(institution)

    def everyone(self) -> Iterator[Examiner]:
        """Of all institutions the caller may see, one institution after the other (R9.3)."""
        for code in rights.covered(self._unit, Action.SEE_EXAMINERS):
            yield from self.of(code)

    def get(self, examiner: ExaminerId) -> Examiner:
        found = self._all(BY_ID, examiner=examiner)
        if not found:
            raise NotPossible(Finding("examiner-unknown", "R2.5"))
        rights.check(self._unit, Action.SEE_EXAMINERS, institution=found[0].institution)
        return found[0]

    # --- appointment ---

    def appoint(self, proposal: Proposal) -> Examiner:
        """Enter the person, who is the same in every role (R1.9), or renew the entry; NotPossible untrained."""
        trained_on = self._unit.nominations.passed_on(proposal)
        if trained_on is None:
            raise NotPossible(Finding("training-not-passed", "R2.6", {"number": proposal.number}))
        person = self._person(proposal)
        today = self._unit.today
        years = self._unit.policy.current(today).examiner_years
        values = {
            "trades": [[programme, code] for programme, code in proposal.trades],
            "trained_on": trained_on,
            "valid_until": add_years(today, years) - DAY,
            "ended_on": None,
            "application_id": proposal.id,
        }
        examiner = self._put(person, proposal, values)
        if proposal.kind is ExaminerKind.SENIOR_EXAMINER:
            self._supersede(examiner)
        self._unit.people.appoint(person, proposal.kind.role, proposal.institution)
        self._unit.audit.note("examiner-appointed", f"examiner:{examiner.id}")
        return examiner

    def decided(self, paper: "Paper") -> None:
        """What a decision on an application means for the register (R2.4, R2.6)."""
        proposal = self._unit.examiner_applications.lock(ApplicationId(paper.subject))
        match paper.state:
            case PaperState.APPROVED:
                self.appoint(proposal)
                self._unit.examiner_applications.close(proposal.id, ApplicationState.APPROVED)
            case PaperState.REJECTED | PaperState.WITHDRAWN:
                self._unit.examiner_applications.close(proposal.id, ApplicationState.CLOSED)
                self._unit.nominations.withdraw(proposal.id)
            case _:
                pass

    def end(self, examiner: ExaminerId) -> Examiner:
        """Take somebody off the register today; the post goes with it."""
        found = self.get(examiner)
        rights.check(self._unit, Action.END_EXAMINER, institution=found.institution)
        if found.state(self._unit.today) is ExaminerState.ENDED:
            raise NotPossible(Finding("examiner-ended", "R2.5", {"on": found.ended_on}))
        self._end(found)
        return self.get(examiner)

    def move(self, old: str, new: str) -> None:
        """The institution goes by another code from now on: the applicant unit became a station."""
        self._unit.connection.execute(
            update(examiners)
            .where(examiners.c.institution_code == old)
            .values(institution_code=new)
        )
        self._unit.examiner_applications.move(old, new)

    def _person(self, proposal: Proposal) -> PersonId:
        number = self._unit.examiner_applications.id_number(proposal.id)
        person = self._unit.people.known(proposal.name, number)
        if name_key(person.name or "") != name_key(proposal.name):
            raise NotPossible(Finding("person-name-differs", "R1.9", box="name"))
        return person.id

    def _put(self, person: PersonId, proposal: Proposal, values: dict[str, Any]) -> Examiner:
        """A further appointment to the same post extends the entry, which keeps its first day."""
        key = {"person": person, "institution": proposal.institution, "of_kind": proposal.kind}
        found = self._all(SAME_POST, **key)
        if found:
            self._set(found[0].id, values)
            return self._all(BY_ID, examiner=found[0].id)[0]
        new = {
            **values,
            "person_id": person,
            "institution_code": proposal.institution,
            "kind": proposal.kind,
            "appointed_on": self._unit.today,
        }
        added = self._unit.connection.execute(insert(examiners).returning(examiners.c.id), new)
        return self._all(BY_ID, examiner=added.scalar_one())[0]

    def _supersede(self, senior: Examiner) -> None:
        """Who has become 高级考评员 is no 考评员 of the same institution any more."""
        key = {
            "person": senior.person,
            "institution": senior.institution,
            "of_kind": ExaminerKind.EXAMINER,
        }
        for one in self._all(SAME_POST, **key):
            if one.ended_on is None:
                self._end(one)

    def _end(self, examiner: Examiner) -> None:
        self._set(examiner.id, {"ended_on": self._unit.today})
        self._unit.people.dismiss(examiner.person, examiner.kind.role, examiner.institution)
        self._unit.audit.note("examiner-ended", f"examiner:{examiner.id}")

    def _set(self, examiner: ExaminerId, values: dict[str, Any]) -> None:
        question = update(examiners).where(examiners.c.id == examiner)
        self._unit.connection.execute(question.values(values))

    def _all(self, question: Select[Any], **key: object) -> tuple[Examiner, ...]:
        return tuple(map(self._record, self._unit.connection.execute(question, key)))

    def _record(self, row: Row[Any]) -> Examiner:
        sealed = row.sealed_name
        return Examiner(
            id=row.id,
            number=row.number,
            person=row.person_id,
            institution=row.institution_code,
            name=self._unit.unseal(sealed, f"people.name:{row.person_id}") if sealed else "",
            kind=ExaminerKind(row.kind),
            trades=trades_of(row.trades),
            trained_on=row.trained_on,
            appointed_on=row.appointed_on,
            valid_until=row.valid_until,
            ended_on=row.ended_on,
            application=row.application_id,
            person_fp=bytes(row.person_fp or b""),
        )
