"""Certificates as they stand on paper: those of a batch for the office, a copy for the holder (R7.6, R8.2)."""

from bot.filled import PAPER
from exports.certificate import PrintedCertificate
from rules.certificates import CertificateState
from rules.findings import Finding, NotPossible, Refused
from rules.identity import read_id_number
from rules.roles import Action
from store import rights
from store.batches import BatchId
from store.certificates import Certificate, CertificateId
from store.unit import UnitOfWork

Certificates = tuple[PrintedCertificate, ...]


def of_batch(work: UnitOfWork, subject: int) -> tuple[str, Certificates]:
    """Everybody's of a batch in the platform's order, for those who send them out."""
    batch = work.batches.get(BatchId(subject))
    rights.check(
        work,
        Action.SEND_CERTIFICATES,
        institution=batch.station_code,
        programme=batch.programme,
    )
    sheets = tuple(printed(work, one.certificate) for one in work.issuing.of(batch.id))
    if not sheets:
        raise NotPossible(Finding("certificate-sheets-none", "R7.6"))
    return f"certificates-{batch.number}", sheets


def copy_for_holder(work: UnitOfWork, subject: int) -> tuple[str, Certificates]:
    """The picture on request (R8.2): for nobody but whom it was issued to, and marked as a copy."""
    certificate = work.certificate_changes.own(CertificateId(subject))
    issued = certificate.state is CertificateState.ISSUED
    mark = PAPER.say("certificate-copy") if issued else PAPER.argument(certificate.state)
    return f"certificate-{certificate.issued_on.isoformat()}", (printed(work, certificate, mark),)


def printed(work: UnitOfWork, certificate: Certificate, mark: str = "") -> PrintedCertificate:
    """All that stands on it. Where people reach us must be known: the QR code leads there."""
    public = work.store.public_url
    if not public:
        raise NotPossible(Finding("certificate-no-address", "R8.2"))
    station = work.institutions.find(certificate.station_code)
    same = certificate.unit_name == certificate.occupation_name
    return PrintedCertificate(
        kind=certificate.kind,
        name=certificate.name,
        id_kind=id_kind(work, certificate.id_number),
        id_number=certificate.id_number,
        occupation=certificate.occupation_name or certificate.unit_name,
        trade="" if same or not certificate.occupation_name else certificate.unit_name,
        level=certificate.level_text,
        number=certificate.number,
        body=station.name if station else certificate.station_code,
        issuer=certificate.issuer,
        issued=certificate.issued_on.isoformat(),
        photo=photo(work, certificate),
        address=public,
        link=public + work.signing.link(certificate).path,
        check_code=work.signing.check_code(certificate),
        mark=mark,
    )


def id_kind(work: UnitOfWork, number: str) -> str:
    """What the number was read from; nothing where an old certificate names something else."""
    try:
        return PAPER.argument(read_id_number(number, work.today).kind)
    except Refused:
        return ""


def photo(work: UnitOfWork, certificate: Certificate) -> bytes | None:
    if certificate.photo is None:
        return None
    try:
        return work.files.content(certificate.photo)
    except KeyError:
        return None  # its time was over: the certificate stays
