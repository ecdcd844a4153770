"""我的报名: what a candidate applied for, how far it has come, and what is still missing (R5.4)."""

from collections.abc import Iterator

from conversations import reasons
from conversations.anyone.certificate_lookup import copies
from conversations.candidates.box_titles import box_title
from conversations.candidates.registration import application_papers
from conversations.candidates.stamped_form import is_awaited
from conversations.engine.form import Done
from conversations.engine.messages import Sentence, Words
from conversations.menu import Command
from conversations.results_view import result_told
from conversations.sources.own_registrations import named, own, told
from conversations.talk import Talk
from rules.registration import RegistrationState
from rules.roles import Role
from store.batches import BatchState
from store.registrations import Registration
from store.unit import UnitOfWork

MOST = 9
"""A list a phone shows at once, each line under a figure of its own."""


def my_registrations(talk: Talk, argument: str) -> Done:
    """One registration with its papers, or all of them, newest first."""
    work, filed = talk.work, own(talk.work)
    one = named(work, argument) if argument else None
    if one:
        return shown(work, one, talk)
    if not filed:
        return Done((Sentence("registrations-none"),), next=("/registration", "/eligibility"))
    lines = list(listed(work, filed[:MOST]))
    steps = [f"/my_registrations {one.number}" for one in filed[:MOST]]
    return Done((Sentence("registrations-listed"), *lines), next=(*steps, "/registration"))


def listed(work: UnitOfWork, filed: tuple[Registration, ...]) -> Iterator[Sentence]:
    for n, one in enumerate(filed, start=1):
        yield Sentence("registrations-line", {"n": n, **told(work, one)})
        yield from missing(work, one)


def shown(work: UnitOfWork, one: Registration, talk: Talk) -> Done:
    owed = (*missing(work, one), *asked_for(work, one, talk.words), *refused(work, one, talk.words))
    says = (Sentence("registrations-one", told(work, one)), *owed)
    papers = application_papers(one, talk.person.language)
    if certificate := work.issuing.of_registration(one.id):
        papers = (*papers, *copies(work, certificate))
    says = (*says, *stamped(work, one), *outcome(work, one))
    return Done(says, papers, next=(*next_steps(work, one), "/my_registrations"))


def missing(work: UnitOfWork, one: Registration) -> Iterator[Sentence]:
    """What the candidate still owes, and until when; or that the time for it is over."""
    owed = {RegistrationState.SUBMITTED: "stamp", RegistrationState.RETURNED: "returned"}
    if withdrawal := work.batch_withdrawals.find(one.batch_id):
        yield Sentence("registrations-withdrawn", {"reason": withdrawal.reason})
    elif one.state in owed:
        when = "due" if is_open(work, one) else "late"
        yield Sentence(f"registrations-{owed[one.state]}-{when}", told(work, one))


def stamped(work: UnitOfWork, one: Registration) -> Iterator[Sentence]:
    """That the stamped form is in, and how long a clearer one may follow."""
    if one.state is RegistrationState.COMPLETE and is_awaited(one) and is_open(work, one):
        yield Sentence("registrations-stamped", told(work, one))


def asked_for(work: UnitOfWork, one: Registration, words: Words) -> Iterator[Sentence]:
    """The documents and boxes the station returned, each with its reason."""
    if one.state is RegistrationState.RETURNED and is_open(work, one):
        for box, why in work.reviews.asked_for(one.id).items():
            reason = reasons.in_words(why, words)
            told = {"box": box_title(box, words), "reason": reason}
            yield Sentence("registrations-returned-item", told)


def refused(work: UnitOfWork, one: Registration, words: Words) -> Iterator[Sentence]:
    """Why it was rejected."""
    if one.state is RegistrationState.REJECTED:
        last = work.reviews.history(one.id)[-1]
        for why in last.reasons.values():
            yield Sentence("registrations-rejected-why", {"reason": reasons.in_words(why, words)})


def outcome(work: UnitOfWork, one: Registration) -> Iterator[Sentence]:
    """Scores and result once they are approved, and the certificate once there is one (R9.1)."""
    results = work.results.find(one.batch_id)
    line = next((x for x in work.scores.of(one.batch_id) if x.registration == one.id), None)
    if results is None or not results.is_approved or line is None:
        return
    batch = work.batches.get(one.batch_id)
    yield Sentence("results-shown", result_told(work, batch, line))
    if certificate := work.issuing.of_registration(one.id):
        told = {"number": certificate.number, "issued_on": certificate.issued_on}
        yield Sentence("results-certificate", {**told, "state": certificate.state})


def next_steps(work: UnitOfWork, one: Registration) -> Iterator[str]:
    """The stamped form, also a clearer one, or what was returned, as long as there is time."""
    if not is_open(work, one):
        return
    if is_awaited(one):
        yield f"/stamped_form {one.id}"
    if one.state is RegistrationState.RETURNED:
        if work.corrections.documents_wanted(one.id):
            yield f"/document {one.id}"
        if work.corrections.boxes_wanted(one.id):
            yield f"/correction {one.id}"


def is_open(work: UnitOfWork, one: Registration) -> bool:
    batch = work.batches.get(one.batch_id)
    return batch.state is not BatchState.WITHDRAWN and work.now < batch.closes_at


MY_REGISTRATIONS = Command("my_registrations", frozenset({Role.CANDIDATE}), my_registrations)
