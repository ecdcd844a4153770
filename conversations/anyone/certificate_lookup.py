"""证书查询: any two of name, ID number and certificate number show all certificates of a person (R8.1, R8.2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from conversations.engine.boxes import Choice, Text, only_if, optional
from conversations.engine.form import SKIPPED, Done, Form
from conversations.engine.messages import Choosable, Json, Paper, Sentence
from conversations.personal import IdNumberBox, Name, limit_caller
from conversations.words import words
from rules.certificates import lookup_fields, read_certificate_number
from rules.findings import Finding, NotPossible
from rules.identity import mask_id_number
from store.certificates import Certificate
from store.unit import UnitOfWork

UNKNOWN = "--"
"""What certificates print where there is nothing to print."""


@dataclass(frozen=True, slots=True)
class Search:
    """What a look into the register brought; `refused` when it was not made at all."""

    certificates: tuple[Certificate, ...] = ()
    refused: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class LookupFacts:
    today: date
    number_wanted: bool
    """Whether policy shows some kinds only to who knows the number (⚙ R8.1)."""
    search: Search


def search(work: UnitOfWork, name: str | None, id_number: str | None, number: str | None) -> Search:
    """Find all certificates of the person, newest first.

    Every look counts towards the limits of the caller's person, session and address, whatever
    it brings (R8.2); a wrong pair and an unknown person answer alike.
    """
    if missing := lookup_fields(name, id_number, number):
        return Search(refused=missing)
    limit = work.policy.current(work.today).lookups_per_hour
    try:
        limit_caller(work, "certificate-lookup", limit, timedelta(hours=1))
    except NotPossible as refused:
        return Search(refused=refused.findings)
    return Search(work.certificates.find(name, id_number, number))


def needs_number(form: "CertificateLookup") -> bool:
    return not (form.name and form.id_number) or bool(form.facts.number_wanted)


def has_several(form: "CertificateLookup") -> bool:
    return len(form.facts.search.certificates) > 1


def found(form: "CertificateLookup") -> Iterator[Choosable]:
    """The person's certificates by their place in the list, so that no value tells anything."""
    for n, certificate in enumerate(form.facts.search.certificates, start=1):
        yield Choosable(str(n), key="lookup-option", args=short(certificate))


class CertificateLookup(Form):
    """Two or three questions; which certificate to open is asked only after the list was shown."""

    reviewed = False
    facts_from = ("name", "id_number", "number")

    name = optional(Name())
    id_number = optional(IdNumberBox())
    number = only_if(
        needs_number,
        optional(Text(longest=40, reader=lambda raw: read_certificate_number(raw).number)),
    )
    which = only_if(has_several, optional(Choice(found)))

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"which": SKIPPED}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> LookupFacts:
        fields = (answers.get(box) for box in cls.facts_from)
        wanted = work.policy.current(work.today).number_required_for
        return LookupFacts(work.today, bool(wanted), search(work, *fields))

    def submit(self, work: UnitOfWork) -> Done:
        outcome: Search = self.facts.search
        if outcome.refused:
            raise NotPossible(outcome.refused)
        certificates = outcome.certificates
        given = [box for box in self.facts_from if getattr(self, box)]
        person = f"person:{work.caller.person}"
        work.audit.note("certificate-lookup", person, given=given, found=len(certificates))
        phones, papers = phone_numbers(work), tuple[Paper, ...]()
        if not certificates:
            again = f"/again {given[0]}"
            says: tuple[Sentence, ...] = (Sentence("lookup-nothing"), phones)
            return Done(says, next=(again, "/certificate_lookup", "/menu"))
        if self.which is None and len(certificates) > 1:
            lines = (Sentence("lookup-line", short(one)) for one in certificates)
            head = Sentence("lookup-found", {"count": len(certificates)})
            says = (head, *lines, phones)
        else:
            shown = certificates[int(self.which or 1) - 1]
            says, papers = (*in_full(work, shown), phones), tuple(copies(work, shown))
        others = ("/again which",) if len(certificates) > 1 else ()
        return Done(says, papers, next=(*others, "/certificate_lookup", "/menu"))


def copies(work: UnitOfWork, certificate: Certificate) -> Iterator[Paper]:
    """The picture on request (R8.2), for whom it was issued to alone."""
    known = work.certificates.id_of(certificate)
    if known is None or work.caller.person is None:
        return
    if work.certificate_changes.holder(known) == work.caller.person:
        language = work.people.get(work.caller.person).language
        yield Paper("certificate_copy", known, words(language).say("lookup-copy"))


def phone_numbers(work: UnitOfWork) -> Sentence:
    """What stands under every answer (⚙ R1.10)."""
    policy = work.policy.current(work.today)
    numbers = {"query": policy.query_phone, "complaint": policy.complaint_phone}
    return Sentence("lookup-phones", numbers)


def short(certificate: Certificate) -> dict[str, object]:
    """A certificate in one line (R8.1)."""
    return {
        "kind": certificate.kind,
        "trade": certificate.unit_name,
        "level": certificate.level_text,
        "issued_on": certificate.issued_on,
        "state": certificate.state,
    }


def in_full(work: UnitOfWork, certificate: Certificate) -> Iterator[Sentence]:
    """The printed fields, the ID number masked (R8.2)."""
    station = work.institutions.find(certificate.station_code)
    fields = {
        **short(certificate),
        "name": certificate.name,
        "id_number": mask_id_number(certificate.id_number),
        "sex": certificate.sex,
        "occupation": certificate.occupation_name,
        "theory": certificate.theory,
        "practice": certificate.practice,
        "result": certificate.result,
        "schooling": certificate.schooling,
        "number": certificate.number,
        "station": station.name if station else certificate.station_code,
        "issuer": certificate.issuer,
    }
    yield Sentence("lookup-fields", {key: value or UNKNOWN for key, value in fields.items()})
    if certificate.changed_on:
        yield Sentence("lookup-changed-on", {"on": certificate.changed_on})
    if certificate.replaced_by:
        yield Sentence("lookup-replaced", {"number": certificate.replaced_by})
