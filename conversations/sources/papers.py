"""Papers to pick from: those that wait at one's desks, and those of one's own institution still under way."""

from collections.abc import Mapping

from conversations.engine.messages import Choosable, Json, Page
from conversations.paper_view import called, waiting
from rules.approvals import UNDER_WAY
from rules.findings import NotPossible
from store.papers import Paper, PaperId
from store.unit import UnitOfWork


def seen_paper(value: str) -> tuple[PaperId, int | None]:
    """The number and the step that was seen of `12.3`; without a step, whatever there is now."""
    number, _, step = value.partition(".")
    return PaperId(int(number) if number.isdecimal() else 0), int(
        step
    ) if step.isdecimal() else None


class PapersHere:
    """What lies at the caller's desks; one that has moved on meanwhile stays chosen, to be told of."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = work.papers.waiting_for_caller(page)
        return Page([seen(work, paper) for paper in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        try:
            return seen(work, work.papers.see(seen_paper(value)[0]))
        except NotPossible:
            return None


class PapersUnderWay:
    """What the caller's institution filed and may take back."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = work.papers.of_caller(page, *UNDER_WAY)
        return Page([own(paper) for paper in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        try:
            paper = work.papers.own(seen_paper(value)[0])
        except NotPossible:
            return None
        return own(paper) if paper.state in UNDER_WAY else None


def seen(work: UnitOfWork, paper: Paper) -> Choosable:
    told = {
        "kind": paper.kind,
        "number": paper.id,
        "institution": called(work.institutions.get(paper.institution)),
        "days": waiting(work, paper),
    }
    return Choosable(f"{paper.id}.{paper.step}", key="paper-option", args=told)


def own(paper: Paper) -> Choosable:
    told = {"kind": paper.kind, "number": paper.id, "state": paper.state}
    return Choosable(str(paper.id), key="paper-own-option", args=told)
