"""登记成绩: how the scores of a batch stand, what is missing, and the ways to enter them (R7.1)."""

from collections.abc import Iterator, Sequence

from conversations import score_news as news
from conversations import score_wording as wording
from conversations.engine.form import Done
from conversations.engine.messages import Paper, Sentence, sentences
from conversations.menu import Command
from conversations.paging import further, is_page, page_meant
from conversations.score_wording import ScoredBatch
from conversations.talk import Talk
from rules.exam_papers import ExamPart
from rules.findings import NotPossible
from rules.roles import STATION_STAFF, Action, who_may
from rules.scores import ScoreState, spans
from store import rights
from store.batches import Batch
from store.pages import page_of
from store.scores import Score, ScoreLine
from store.unit import UnitOfWork

LINES_A_PAGE = 30
NEXT = ("evaluation_report", "exam_material", "results")
"""What follows once all scores count."""


def scores(talk: Talk, argument: str) -> Done:
    """The batches there is something to enter for; `2026-0417` how that one stands.

    `2026-0417 page:2` the list, `2026-0417 12` one candidate with all that happened, `2026-0417 ask`
    asks its examiners to confirm.
    """
    number, _, wish = argument.partition(" ")
    try:
        if is_page(number):
            return listed(talk.work, page_meant(number))
        batch = talk.work.batches.seen(number)
        talk.work.scores.checked(batch.id, Action.SEE_SCORES)
        return one_of(talk, batch, wish)
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/scores", "/menu"))


def one_of(talk: Talk, batch: Batch, wish: str) -> Done:
    there = wording.scored(talk.work, batch)
    against = talk.work.scores.against(batch)
    if against and not any(line.scores for line in there.lines):
        says = sentences(against)
        return Done(says, next=(f"/batches {batch.number}", "/menu"))
    match wish.partition(" ")[0].partition(":"):
        case ["page", ":", _]:
            return list_of(there, page_meant(wish))
        case ["ask", _, _]:
            return asked(talk.work, batch)
        case [place, _, _] if place.isdecimal():
            return history(talk.work, there, int(place))
        case _:
            return report(talk, there)


# --- the batches ---


def listed(work: UnitOfWork, page: int) -> Done:
    """Until the results are handed in, the latest exam first."""
    found = page_of(work.scores.to_enter(), page)
    if not found.things:
        return Done((Sentence("scores-none-to-enter"),), next=("/batches", "/menu"))
    lines = (
        Sentence("scores-line", {"n": n, **counted(work, batch)})
        for n, batch in enumerate(found.things, start=1)
    )
    steps = [f"/scores {batch.number}" for batch in found.things]
    steps += further("/scores", page, found)
    return Done((Sentence("scores-listed"), *lines), next=(*steps, "/menu"))


def counted(work: UnitOfWork, batch: Batch) -> dict[str, object]:
    """How many of the scores are entered, and how many count."""
    lines = work.scores.of(batch.id)
    states = [line.state(part) for line in lines for part in ExamPart]
    return {
        "number": batch.number,
        "exam_on": batch.exam_on,
        "all": len(states),
        "entered": sum(state not in wording.OPEN for state in states),
        "confirmed": states.count(ScoreState.CONFIRMED),
    }


# --- one batch ---


def report(talk: Talk, there: ScoredBatch) -> Done:
    """By item and part: entered, confirmed, missing; with the sheet to fill in."""
    work, batch = talk.work, there.batch
    says = [Sentence("scores-shown", counted(work, batch))]
    for item in there.items.values():
        says.append(Sentence("scores-item", wording.item_told(item)))
        says += [part_line(there.of_item(item.id), part) for part in ExamPart]
    locked = work.scores.locked(batch)
    says += sentences(locked)
    sheet = Paper("score_sheet", batch.id, talk.words.say("export-score_sheet"))
    return Done(tuple(says), (sheet,), next=tuple(steps(work, there, locked=bool(locked))))


def part_line(lines: Sequence[ScoreLine], part: ExamPart) -> Sentence:
    """'理论：40 人已登记，30 人已确认。没有成绩：3、7'."""

    def places(*states: ScoreState | None) -> list[int]:
        return [line.running_number for line in lines if line.state(part) in states]

    missing, back = places(None), places(ScoreState.RETURNED)
    return Sentence(
        "scores-part",
        {
            "part": part,
            "entered": len(lines) - len(missing) - len(back),
            "all": len(lines),
            "confirmed": len(places(ScoreState.CONFIRMED)),
            "missing": len(missing) or "none",
            "missing_places": spans(missing),
            "returned": len(back) or "none",
            "returned_places": spans(back),
        },
    )


def steps(work: UnitOfWork, there: ScoredBatch, *, locked: bool) -> Iterator[str]:
    number = there.batch.number
    open_ones = wording.to_score(there.lines, tuple(ExamPart))
    station = there.batch.station_code
    if rights.covers(work, Action.ENTER_SCORES, station) and not locked:
        if open_ones:
            yield f"/score_entry {number}"
            yield f"/score_import {number}"
        if any(news.waiting(there, item) for item in there.items):
            yield f"/scores {number} ask"
        if not open_ones:
            yield f"/score_entry {number} correct"
        if all(line.confirmed for line in there.lines):
            yield from (f"/{name} {number}" for name in NEXT)
    yield f"/scores {number} page:1 list"
    yield f"/batches {number}"
    yield "/menu"


def list_of(there: ScoredBatch, page: int) -> Done:
    """Everybody in running order with both scores; several screens of them where there are many."""
    found = page_of(there.lines, page, LINES_A_PAGE)
    here = f"/scores {there.batch.number}"
    lines = (Sentence("scores-candidate", candidate(there, line)) for line in found.things)
    head = Sentence("scores-candidates", {"number": there.batch.number})
    return Done((head, *lines), next=(*further(here, page, found), here, "/menu"))


def candidate(there: ScoredBatch, line: ScoreLine) -> dict[str, object]:
    states = {str(part): str(line.state(part) or "none") for part in ExamPart}
    result = line.result or "none"
    return {
        **wording.told(there, line),
        "theory_state": states["theory"],
        "practice_state": states["practice"],
        "result": result,
    }


def history(work: UnitOfWork, there: ScoredBatch, place: int) -> Done:
    """Every value there ever was, who entered it, whose it is and what became of it."""
    line = there.at(place)
    number = there.batch.number
    if line is None:
        says = (Sentence("score-place-unknown", {"place": place}),)
        return Done(says, next=(f"/scores {number}", "/menu"))
    entries = work.scores.history(line.registration)
    names = work.people.names({one.entered_by for one in entries if one.entered_by})
    lines = (
        Sentence(
            "score-history", happened(there, one, names.get(one.entered_by or line.person, ""))
        )
        for one in entries
    )
    head = Sentence("score-history-of", candidate(there, line))
    correct = f"/score_entry {number} {line.item} place={place} correct"
    return Done((head, *lines), next=(correct, f"/scores {number}", "/menu"))


def happened(there: ScoredBatch, one: Score, entered_by: str) -> dict[str, object]:
    return {
        "part": one.part,
        "mark": one.mark,
        "examiner": there.examiner(one.examiner),
        "entered_by": entered_by,
        "entered_at": one.entered_at,
        "state": str(one.state),
        "reason": one.reason or "none",
        "confirmed_at": one.confirmed_at or "none",
        "returned_at": one.returned_at or "none",
        "answer": one.answer,
    }


def asked(work: UnitOfWork, batch: Batch) -> Done:
    work.scores.checked(batch.id)
    count = news.ask(work, batch)
    key = "scores-asked" if count else "scores-nothing-waits"
    return Done((Sentence(key, {"count": count}),), next=(f"/scores {batch.number}", "/menu"))


SCORES = Command("scores", who_may(Action.SEE_SCORES), scores, in_menu_of=STATION_STAFF)
