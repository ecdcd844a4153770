"""Who is appointed within the caller's reach: examiners, managers and supervisors (R2.5, R2.7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from conversations.engine.messages import Choosable, Json, Page
from conversations.sources.nominees import named
from rules.roles import Action
from rules.training import TrainingKind
from store import rights
from store.examiners import Examiner, ExaminerState
from store.pages import page_of
from store.supervisors import Supervisor, SupervisorState
from store.unit import UnitOfWork

Holder = Examiner | Supervisor


@dataclass(frozen=True, slots=True)
class Appointed:
    """Values are numbers, `KP26-0007` or `DD-003`; `accountless`: only who cannot sign in yet."""

    action: Action
    accountless: bool = False

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = page_of(named(list(self.all(work)), query), page)
        return Page([option(one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        found = next((one for one in self.all(work) if one.number == value), None)
        return option(found) if found else None

    def all(self, work: UnitOfWork) -> Iterator[Holder]:
        for one in holders(work):
            ours = isinstance(one, Supervisor) or rights.covers(work, self.action, one.institution)
            if ours and not (self.accountless and has_account(work, one)):
                yield one


def holders(work: UnitOfWork) -> Iterator[Holder]:
    """Everybody whose appointment was not ended."""
    for examiner in work.examiners.everyone():
        if examiner.state(work.today) is not ExaminerState.ENDED:
            yield examiner
    for entry in work.supervisors.everyone():
        if entry.state(work.today) is not SupervisorState.ENDED:
            yield entry


def holder(work: UnitOfWork, number: str) -> Holder | None:
    return next((one for one in holders(work) if one.number == number), None)


def has_account(work: UnitOfWork, one: Holder) -> bool:
    return work.personal_accounts.has_one(work.people.get(one.person))


def option(one: Holder) -> Choosable:
    kind = one.kind if isinstance(one, Examiner) else TrainingKind.SUPERVISOR
    args = {"number": one.number, "name": one.name, "kind": kind}
    return Choosable(one.number, key="appointed-option", args=args)
