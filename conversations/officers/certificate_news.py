"""Word of certificates that are issued or changed: to who holds them, the station and the officers above it (R9.1)."""

from conversations import batch_news
from conversations.engine.messages import Outgoing, Words
from conversations.steps import options
from conversations.telling import tell
from rules.roles import Action
from store.batches import Batch
from store.certificate_changes import CertificateStep
from store.certificates import Certificate
from store.issuing import IssuedCertificate
from store.people import PersonId
from store.unit import UnitOfWork


def tell_holder(work: UnitOfWork, one: IssuedCertificate) -> None:
    registration = work.registrations.get(one.registration)
    step = f"/my_registrations {registration.number}"
    told = certificate_told(one.certificate)

    def issued(say: Words) -> Outgoing:
        return Outgoing(say.say("certificate-yours", **told), options([step], say))

    tell(work, work.people.get(registration.person_id), issued)


def tell_of_issue(work: UnitOfWork, batch: Batch) -> None:
    """Once all of a batch are there."""
    people = work.issuing.get(batch.id).people
    step = f"/batches {batch.number}"
    batch_news.tell_station(work, batch, "certificates-issued-station", step, people=people)
    shipping, action = f"/shipment {batch.number}", Action.APPLY_FOR_CERTIFICATES
    batch_news.tell_officers(
        work, batch, action, "certificates-issued-officers", shipping, people=people
    )


def tell_of_change(
    work: UnitOfWork, holder: PersonId, kind: CertificateStep, certificate: Certificate, reason: str
) -> None:
    """The holder hears of it with the reason; of a replaced one `certificate` is the new one."""
    told = {**certificate_told(certificate), "reason": reason}

    def changed(say: Words) -> Outgoing:
        said = say.say(f"certificate-told-{kind}", **told)
        return Outgoing(said, options(["/certificate_lookup", "/contacts"], say))

    tell(work, work.people.get(holder), changed)


def certificate_told(one: Certificate) -> dict[str, object]:
    return {
        "number": one.number,
        "trade": one.unit_name,
        "level": one.level_text,
        "issued_on": one.issued_on,
        "kind": one.kind,
    }
