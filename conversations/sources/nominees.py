"""Who may be nominated for a training class: proposed examiners, supervisors to be trained (R2.4, R2.7)."""

from collections.abc import Iterator, Mapping
from typing import Protocol, TypeVar

from conversations.engine.messages import Choosable, Json, Page
from rules.examiners import ExaminerKind
from rules.roles import Action
from rules.training import TrainingKind
from store import rights
from store.catalogue.pinyin import Names, fold
from store.examiner_applications import Proposal
from store.pages import page_of
from store.supervisors import Supervisor, SupervisorState
from store.unit import UnitOfWork

Nominee = Proposal | Supervisor


class Numbered(Protocol):
    """Somebody on a list."""

    @property
    def name(self) -> str: ...

    @property
    def number(self) -> str: ...


Listed = TypeVar("Listed", bound=Numbered)


class Nominees:
    """Values are the numbers of applications and of supervisors; trained or nominated ones are left out."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = page_of(named(list(waiting(work)), query), page)
        return Page([option(work, one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        found = nominee(work, value)
        return option(work, found) if found else None


def nominee(work: UnitOfWork, number: str) -> Nominee | None:
    return next((one for one in waiting(work) if one.number == number), None)


def waiting(work: UnitOfWork) -> Iterator[Nominee]:
    """Everybody within the caller's reach who still needs a class."""
    for kind in ExaminerKind:
        for proposal in work.examiner_applications.open_of_kind(kind):
            if rights.covers(work, Action.NOMINATE, proposal.institution) and not (
                work.nominations.passed_on(proposal) or work.nominations.waits_for(proposal.id)
            ):
                yield proposal
    for entry in work.supervisors.everyone():
        untrained = entry.state(work.today) is SupervisorState.TO_BE_TRAINED
        if untrained and not work.nominations.supervisor_waits(entry.id):
            yield entry


def training_kind(nominee: Nominee) -> TrainingKind:
    if isinstance(nominee, Proposal):
        return TrainingKind(nominee.kind.value)
    return TrainingKind.SUPERVISOR


def unit_of(work: UnitOfWork, nominee: Nominee) -> str:
    """Where somebody comes from, in words."""
    if isinstance(nominee, Proposal):
        institution = work.institutions.get(nominee.institution)
        return institution.operator or institution.name
    return nominee.works_at


def named(listed: list[Listed], query: str) -> list[Listed]:
    """Those a query means by name, pinyin or number; all for an empty one."""
    if not query.strip():
        return listed
    fits = Names(one.name for one in listed).fits(query)
    wanted = fold(query)
    return [one for one in listed if fold(one.name) in fits or wanted in fold(one.number)]


def option(work: UnitOfWork, nominee: Nominee) -> Choosable:
    args = {
        "number": nominee.number,
        "name": nominee.name,
        "unit": unit_of(work, nominee),
        "kind": training_kind(nominee),
    }
    return Choosable(nominee.number, key="nominee-option", args=args)
