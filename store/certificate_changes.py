"""What happens to a certificate once it is issued: revoked, replaced, printed again, each with reason and date (R8.2)."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Row,
    Select,
    String,
    Table,
    bindparam,
    insert,
    select,
    update,
)

from rules.certificates import CertificateState
from rules.findings import Finding, NotPossible
from rules.issuing import change_findings
from rules.roles import Action
from store import rights
from store.certificates import Certificate, CertificateId, certificates, number_key
from store.issue_rows import issued_certificates
from store.people import PersonId, people
from store.registration_rows import registrations
from store.schema import Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork


class CertificateStep(StrEnum):
    """What was done."""

    ISSUED = "issued"
    REVOKED = "revoked"
    REISSUED = "reissued"
    """Replaced by one with another number."""
    PRINTED_AGAIN = "printed_again"
    """The print was lost: another print of the same certificate."""


certificate_steps = Table(
    "certificate_steps",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("certificate_id", ForeignKey(certificates.c.id), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("at", Moment, nullable=False),
    Column("person_id", ForeignKey(people.c.id)),
    Column("reason", Sealed),
    Column("other_number", String(40), nullable=False),
    sqlite_autoincrement=True,
)
Index(None, certificate_steps.c.certificate_id)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the history; `other_number` is that of the certificate it replaced or was replaced by."""

    kind: CertificateStep
    at: datetime
    person: PersonId | None
    reason: str = field(repr=False)
    other_number: str


@dataclass(frozen=True, slots=True)
class Held:
    """A certificate of the register, whichever way it came there."""

    id: CertificateId
    certificate: Certificate


HELD = select(certificates.c.id, *(certificates.c[name] for name in Certificate.__slots__))
BY_ID = HELD.where(certificates.c.id == bindparam("certificate"))
BY_NUMBER = HELD.where(certificates.c.number_key == bindparam("number")).order_by(certificates.c.id)


class CertificateChanges:
    """Decided under the lock of the certificate's row: of two officers one hears of the other."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- by the centre ---

    def revoke(self, certificate: CertificateId, reason: str) -> None:
        """It stays in the register and says so to whoever looks it up."""
        held = self._locked(certificate, anew=False)
        self._change(held, CertificateState.REVOKED)
        self._note(held.id, CertificateStep.REVOKED, reason)

    def print_again(self, certificate: CertificateId, reason: str) -> None:
        """The same certificate with the same number, on new paper."""
        held = self._locked(certificate, anew=False)
        self._note(held.id, CertificateStep.PRINTED_AGAIN, reason)

    def reissue(
        self, certificate: CertificateId, reason: str, *, name: str | None = None
    ) -> Certificate:
        """A new one of today with a number of its own; the old one says which that is.

        `name`: put right where it was printed wrong.
        """
        held = self._locked(certificate, anew=True)
        old = held.certificate
        if old.programme is None or not old.station_code:
            raise NotPossible(Finding("certificate-station-unknown", "R8.3"))
        numbers, today = self._unit.certificate_series, self._unit.today
        series = numbers.of(old.programme, old.station_code, old.level, today)
        (number,) = numbers.take(series, 1)
        new = replace(old, number=number, issued_on=today, name=name or old.name)
        (added,) = self._unit.certificates.add_new([new])
        self._change(held, CertificateState.REISSUED, number)
        self._hand_on(held.id, added)
        self._note(held.id, CertificateStep.REISSUED, reason, number)
        self._note(added, CertificateStep.ISSUED, reason, old.number)
        return new

    def note_issued(self, issued: Iterable[CertificateId]) -> None:
        for certificate in issued:
            self._note(certificate, CertificateStep.ISSUED, "")

    # --- questions ---

    def find(self, number: str) -> tuple[Held, ...]:
        """By its number, of whichever kinds have one like that; for those who may change it."""
        named = {"number": number_key(number)}
        rows = self._unit.connection.execute(BY_NUMBER, named)
        return tuple(held for row in rows if self._reaches((held := self._held(row)).certificate))

    def get(self, certificate: CertificateId) -> Held:
        """For those who may change it."""
        return self._checked(BY_ID, certificate)

    def own(self, certificate: CertificateId) -> Certificate:
        """For whom it was issued alone; NotPossible for everybody else, whatever number they signed up with."""
        person = self._unit.caller.person
        row = self._unit.connection.execute(BY_ID, {"certificate": certificate}).first()
        if row is None or person is None or self.holder(certificate) != person:
            raise NotPossible(Finding("not-yours", "R8.2"))
        return self._held(row).certificate

    def holder(self, certificate: CertificateId) -> PersonId | None:
        """Whose registration it was issued for; nobody's of ours where it was imported."""
        question = (
            select(registrations.c.person_id)
            .join(issued_certificates)
            .where(issued_certificates.c.certificate_id == certificate)
        )
        return self._unit.connection.execute(question).scalar()

    def history(self, certificate: CertificateId) -> tuple[Step, ...]:
        """Everything that was done, the earliest first; the caller's right is the caller's matter."""
        question = select(certificate_steps).where(
            certificate_steps.c.certificate_id == certificate
        )
        rows = self._unit.connection.execute(question.order_by(certificate_steps.c.id))
        return tuple(
            Step(
                kind=CertificateStep(row.kind),
                at=row.at,
                person=row.person_id,
                reason=self._unit.unseal(row.reason, _context(certificate)) if row.reason else "",
                other_number=row.other_number,
            )
            for row in rows
        )

    # --- inside ---

    def _locked(self, certificate: CertificateId, *, anew: bool) -> Held:
        held = self._checked(BY_ID.with_for_update(), certificate)
        one = held.certificate
        if against := tuple(change_findings(one.kind, one.state, anew=anew)):
            raise NotPossible(against)
        return held

    def _checked(self, question: Select[Any], certificate: CertificateId) -> Held:
        row = self._unit.connection.execute(question, {"certificate": certificate}).first()
        if row is None:
            raise NotPossible(Finding("certificate-unknown", "R8.2"))
        held = self._held(row)
        if not self._reaches(held.certificate):
            subject = f"certificate:{certificate}"
            raise rights.refused(self._unit, Action.CHANGE_CERTIFICATE, subject)
        return held

    def _reaches(self, one: Certificate) -> bool:
        action, station = Action.CHANGE_CERTIFICATE, one.station_code
        return rights.covers(self._unit, action, station, one.programme)

    def _held(self, row: Row[Any]) -> Held:
        return Held(row.id, self._unit.certificates.opened(tuple(row[1:])))

    def _change(self, held: Held, state: CertificateState, replaced_by: str = "") -> None:
        changing = update(certificates).where(certificates.c.id == held.id)
        values = {"state": state, "replaced_by": replaced_by, "changed_on": self._unit.today}
        self._unit.connection.execute(changing.values(values))

    def _hand_on(self, old: CertificateId, new: CertificateId) -> None:
        """The new one counts for the registration the old one was issued for, if it was one of ours."""
        of_old = issued_certificates.c.certificate_id == old
        execute = self._unit.connection.execute
        row = execute(
            update(issued_certificates)
            .where(of_old)
            .values(counts=False)
            .returning(*issued_certificates.c)
        ).first()
        if row is not None:
            execute(
                insert(issued_certificates),
                {**row._mapping, "certificate_id": new, "counts": True},
            )

    def _note(
        self, certificate: CertificateId, kind: CertificateStep, reason: str, other: str = ""
    ) -> None:
        values = {
            "certificate_id": certificate,
            "kind": kind,
            "at": self._unit.now,
            "person_id": self._unit.caller.person,
            "reason": self._unit.seal(reason, _context(certificate)) if reason else None,
            "other_number": other,
        }
        self._unit.connection.execute(insert(certificate_steps), values)
        self._unit.audit.note(f"certificate-{kind}", f"certificate:{certificate}")


def _context(certificate: CertificateId) -> str:
    return f"certificate_steps.reason:{certificate}"
