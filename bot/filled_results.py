"""Who qualified in a batch, and the register of certificates, in the words they are printed in (R7.6, R9.3)."""

import io
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from bot.filled import PAPER, Boxes, roster_row
from exports.certificate_register import (
    RegisterDays,
    RegisteredCertificate,
    certificate_register,
)
from exports.qualified_roster import QualifiedHead, QualifiedRow, qualified_roster
from rules.grading import Absent
from rules.roles import Action
from store import outcomes, rights
from store.batches import Batch, BatchId
from store.certificate_fields import printed_mark
from store.certificate_register import registered
from store.certificates import Certificate
from store.registration_rows import Registration
from store.unit import UnitOfWork

FIGURE = re.compile(r"\d{1,3}(\.\d)?")

FilledQualified = tuple[QualifiedHead, tuple[QualifiedRow, ...]]


def qualified_of_batch(work: UnitOfWork, subject: int) -> tuple[str, FilledQualified]:
    """For its station and the officers above it, once results are approved and the notice is over."""
    batch = work.batches.get(BatchId(subject))
    return f"qualified-{batch.number}", filled_qualified(work, batch)


def filled_qualified(work: UnitOfWork, batch: Batch) -> FilledQualified:
    action, station = Action.EXPORT_ROSTER, batch.station_code
    rights.check(work, action, institution=station, programme=batch.programme)
    approved_on = outcomes.approved(work, batch.id)
    head = QualifiedHead(
        batch.programme,
        batch.number,
        batch.station_name,
        batch.station_code,
        batch.exam_on,
        approved_on,
    )
    return head, tuple(qualified_rows(work, batch))


def qualified_rows(work: UnitOfWork, batch: Batch) -> Iterator[QualifiedRow]:
    """The boxes as on the roster, with scores and certificate, under the running number (R7.8)."""
    issued = {one.registration: one.certificate for one in work.issuing.of(batch.id)}
    lines = {one.registration: one for one in outcomes.qualified(work, batch.id)}
    for listed in work.registrations.roster(batch.id):
        line = lines.get(listed.registration.id)
        if line is None:
            continue
        row, certificate = roster_row(listed), issued.get(line.registration)
        yield QualifiedRow(
            running_number=line.running_number,
            name=row.name,
            sex=row.sex,
            id_type=row.id_type,
            id_number=row.id_number,
            born=row.born,
            education=row.education,
            institution=row.institution,
            major=row.major,
            occupation_code=row.occupation_code,
            occupation=row.occupation,
            trade_code=row.trade_code,
            trade=row.trade,
            level=row.level,
            theory=figure(printed_mark(line.theory)),
            practice=figure(printed_mark(line.practice)),
            result=PAPER.argument(line.result),
            certificate_number=certificate.number if certificate else "",
            issued_on=certificate.issued_on if certificate else None,
            phone=Boxes(listed.boxes).text("phone"),
        )


def qualified_workbook(filled: FilledQualified) -> bytes:
    out = io.BytesIO()
    qualified_roster(*filled, out)
    return out.getvalue()


def own_result(work: UnitOfWork, registration: Registration) -> dict[str, str]:
    """What a candidate's own data say of the exam, once the results are approved."""
    results = work.results.find(registration.batch_id)
    lines = work.scores.of(registration.batch_id) if results and results.is_approved else ()
    line = next((one for one in lines if one.registration == registration.id), None)
    if line is None or line.result is None:
        return {}
    certificate = work.issuing.of_registration(registration.id)
    return {
        "theory": printed_mark(line.theory) or Absent.ABSENT.value,
        "practice": printed_mark(line.practice) or Absent.ABSENT.value,
        "result": line.result,
        "certificate": certificate.number if certificate else "",
    }


def register_of_year(work: UnitOfWork, subject: int) -> tuple[str, bytes]:
    """The certificates of one year the caller may see, as the workbook itself: no row is kept in memory."""
    out, days = io.BytesIO(), RegisterDays(date(subject, 1, 1), date(subject, 12, 31), work.today)
    certificate_register(days, register_rows(work, days), out)
    return f"certificate-register-{subject}", out.getvalue()


def register_rows(work: UnitOfWork, days: RegisterDays) -> Iterator[RegisteredCertificate]:
    return map(register_row, registered(work, days.since, days.until))


def figure(score: str) -> Decimal | str:
    """A score as a number, to be counted with; registers of old have words there, too."""
    return Decimal(score) if FIGURE.fullmatch(score) else score


def register_row(one: Certificate) -> RegisteredCertificate:
    return RegisteredCertificate(
        number=one.number,
        kind=PAPER.argument(one.kind),
        name=one.name,
        sex=PAPER.argument(one.sex) if one.sex else "",
        id_number=one.id_number,
        occupation=one.occupation_name,
        trade=one.unit_name if one.unit_name != one.occupation_name else "--",
        level=one.level_text,
        theory=figure(one.theory),
        practice=figure(one.practice),
        result=PAPER.argument(one.result) if one.result else "",
        schooling=PAPER.argument(one.schooling) if one.schooling else "",
        issued_on=one.issued_on,
        station_code=one.station_code,
        issuer=one.issuer,
        state=PAPER.argument(one.state),
        changed_on=one.changed_on,
        replaced_by=one.replaced_by,
    )
