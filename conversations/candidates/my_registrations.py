"""我的报名: what a candidate applied for, how far it has come, and what is still missing (R5.4)."""

from collections.abc import Iterator

from conversations.candidates.registration import application_papers
from conversations.engine.form import Done
from conversations.engine.messages import Sentence
from conversations.menu import Command
from conversations.sources.own_registrations import named, own, told
from conversations.talk import Talk
from rules.registration import RegistrationState
from rules.roles import Role
from store.registrations import Registration
from store.unit import UnitOfWork

MOST = 9
"""A list a phone shows at once, each line under a figure of its own."""


def my_registrations(talk: Talk, argument: str) -> Done:
    """One registration with its papers, or all of them, newest first."""
    work, filed = talk.work, own(talk.work)
    one = named(work, argument) if argument else None
    if one:
        return shown(work, one, talk.person.language)
    if not filed:
        return Done((Sentence("registrations-none"),), next=("/registration", "/eligibility"))
    lines = list(listed(work, filed[:MOST]))
    steps = [f"/my_registrations {one.number}" for one in filed[:MOST]]
    return Done((Sentence("registrations-listed"), *lines), next=(*steps, "/registration"))


def listed(work: UnitOfWork, filed: tuple[Registration, ...]) -> Iterator[Sentence]:
    for n, one in enumerate(filed, start=1):
        yield Sentence("registrations-line", {"n": n, **told(work, one)})
        yield from missing(work, one)


def shown(work: UnitOfWork, one: Registration, language: str) -> Done:
    says = (Sentence("registrations-one", told(work, one)), *missing(work, one))
    stamp = (f"/stamped_form {one.id}",) if is_due(work, one) else ()
    return Done(says, application_papers(one, language), next=(*stamp, "/my_registrations"))


def missing(work: UnitOfWork, one: Registration) -> Iterator[Sentence]:
    """What the candidate still owes, and until when; or that the time for it is over."""
    if one.state is RegistrationState.SUBMITTED:
        key = "registrations-stamp-due" if is_due(work, one) else "registrations-stamp-late"
        yield Sentence(key, told(work, one))


def is_due(work: UnitOfWork, one: Registration) -> bool:
    awaited = one.state is RegistrationState.SUBMITTED
    return awaited and work.now < work.batches.get(one.batch_id).closes_at


MY_REGISTRATIONS = Command("my_registrations", frozenset({Role.CANDIDATE}), my_registrations)
