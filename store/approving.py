"""What a decision on a paper does to the noun it is about: one line for each kind."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from rules.approvals import PaperKind

if TYPE_CHECKING:
    from store.decisions import Decision
    from store.papers import Paper
    from store.unit import UnitOfWork


class Effect(Protocol):
    """Called in the same unit after every decision of a desk, and when the applicant withdraws.

    `paper` is as the decision left it, `decision.desk` the desk that decided. NotPossible refuses the
    decision and undoes it, as when the inspection is still to be made.
    """

    def __call__(self, work: "UnitOfWork", paper: "Paper", decision: "Decision") -> None: ...


EFFECTS: Mapping[PaperKind, Effect] = {
    PaperKind.EXAMINER_APPLICATION: lambda work, paper, _: work.examiners.decided(paper),
    PaperKind.ANNUAL_PLAN: lambda work, paper, _: work.plans.decided(paper),
    PaperKind.PLAN_SUMMARY: lambda work, paper, _: work.plan_summaries.decided(paper),
    PaperKind.BATCH: lambda work, paper, _: work.batches.decided(paper),
    PaperKind.LICENCE_CHANGE: lambda work, paper, _: work.licence_changes.decided(paper),
    PaperKind.ANNUAL_REVIEW: lambda work, paper, decision: work.annual_reviews.decided(
        paper, decision
    ),
    PaperKind.CERTIFICATE_APPLICATION: lambda work, paper, _: work.certificate_applications.decided(
        paper
    ),
    PaperKind.RESULTS: lambda work, paper, _: work.results.decided(paper),
    PaperKind.RESCHEDULE: lambda work, paper, _: work.reschedules.decided(paper),
    PaperKind.STATION_APPLICATION: lambda work, paper, decision: work.station_applications.decided(
        paper, decision
    ),
}
