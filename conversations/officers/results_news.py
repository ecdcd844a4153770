"""Word of results that are approved: to the station what follows, to everybody examined how they did (R9.1)."""

from collections.abc import Mapping

from conversations import batch_news, paper_news
from conversations.engine.messages import Outgoing, Words
from conversations.results_view import result_told
from conversations.steps import options
from conversations.telling import tell, tell_soon
from rules.approvals import ACTION_AT, PaperState
from store import rights
from store.batches import Batch, BatchId
from store.chores import ChoreKind
from store.papers import Paper
from store.unit import UnitOfWork


def spread(work: UnitOfWork, paper: Paper) -> None:
    """After the approval; candidates hear of it beside the turns, for there may be hundreds."""
    if paper.state is not PaperState.APPROVED:
        return
    batch = work.batches.get(BatchId(paper.subject))
    results = work.results.find(batch.id)
    assert results  # just approved
    is_free = results.are_free(work.today)
    told = {"notice": "no" if is_free else "yes", "free_on": results.free_on}
    steps = [f"/settlement {batch.number}"] if is_free else []
    batch_news.tell_station(work, batch, "results-approved-station", *steps, **told)
    work.chores.ask(ChoreKind.RESULTS_NEWS, batch.id)


def taken_back(work: UnitOfWork, paper: Paper, reason: str) -> None:
    """After approved results were returned: the station and who was told of them, or gave them, hear of it."""
    batch = work.batches.get(BatchId(paper.subject))
    paper_news.tell_applicant(work, paper, work.papers.history(paper)[-1])
    told = {"number": batch.number, "station": batch.station_name, "reason": reason}
    examiners = {one.person for one in work.batches.team(batch.id)}
    desks = (
        rights.holders(work, ACTION_AT[desk], paper.institution, paper.programme)
        for desk in paper.chain
    )
    officers = {person for people in desks for person in people}
    paper_news.tell_all(
        work,
        examiners | officers,
        lambda say: Outgoing(say.say("results-taken-back-staff", **told)),
    )
    for line in work.scores.of(batch.id):
        tell_soon(
            work,
            work.people.get(line.person),
            lambda say: Outgoing(
                say.say("results-taken-back-candidate", **told), options(["/my_registrations"], say)
            ),
        )


def people_to_tell(work: UnitOfWork, batch: BatchId) -> int:
    return len(work.scores.of(batch))


def tell_one(work: UnitOfWork, batch: Batch, step: int) -> None:
    """Step 0 is the first of the roster; nobody any more once the results were taken back."""
    results = work.results.find(batch.id)
    if results is None or not results.is_approved:
        return
    line = work.scores.of(batch.id)[step]
    person = work.people.get(line.person)
    told = result_told(work, batch, line)
    tell(work, person, lambda say: result_news(told, say))


def result_news(told: Mapping[str, object], say: Words) -> Outgoing:
    steps = ["/my_registrations"]
    if told["outcome"] == "failed":
        steps.append("/registration")
    return Outgoing(say.say("results-your-result", **told), options(steps, say))
