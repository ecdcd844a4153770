"""What waits for the caller around certificates: results to hand in, certificates to apply for and to issue (R7.5, R7.6)."""

from collections.abc import Iterator

from conversations.engine.messages import Sentence
from conversations.officers.supervision_desk import Entry
from rules.roles import Action, may
from store import outcomes
from store.pages import PAGE_SIZE
from store.unit import UnitOfWork


def here(work: UnitOfWork) -> Iterator[Entry]:
    """Everything the caller has to do, by what they may do."""
    roles = work.caller.roles
    if may(roles, Action.SUBMIT_RESULTS):
        yield from to_hand_in(work)
    if may(roles, Action.APPLY_FOR_CERTIFICATES):
        yield from to_apply(work)
    if may(roles, Action.ISSUE_CERTIFICATES):
        yield from to_issue(work)


def to_hand_in(work: UnitOfWork) -> Iterator[Entry]:
    for batch in work.results.to_submit()[:PAGE_SIZE]:
        args = {"number": batch.number, "gaps": len(work.results.gaps(batch.id))}
        yield Entry(Sentence("todo-results", args), f"/results {batch.number}")


def to_apply(work: UnitOfWork) -> Iterator[Entry]:
    for batch in work.certificate_applications.ready()[:PAGE_SIZE]:
        people = len(outcomes.qualified(work, batch.id))
        args = {"number": batch.number, "station": batch.station_name, "people": people}
        step = f"/certificate_application {batch.number}"
        yield Entry(Sentence("todo-certificates-to-apply", args), step)


def to_issue(work: UnitOfWork) -> Iterator[Entry]:
    for issue in work.issuing.waiting()[:PAGE_SIZE]:
        batch = work.batches.get(issue.batch)
        left = issue.people - work.issuing.count(batch.id)
        args = {"number": batch.number, "station": batch.station_name, "people": left}
        yield Entry(Sentence("todo-certificates-to-issue", args), f"/certificates {batch.number}")
