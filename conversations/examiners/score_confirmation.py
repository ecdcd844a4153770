"""确认成绩: an examiner looks at the scores entered in their name and confirms them, or sends some back (R7.1)."""

from collections.abc import Iterable

from conversations import score_news as news
from conversations import score_wording as wording
from conversations.engine.form import Done
from conversations.engine.messages import Sentence, sentences
from conversations.menu import Command
from conversations.score_wording import ScoredBatch
from conversations.talk import Talk
from rules.evaluations import ReportState
from rules.exam_papers import ExamPart
from rules.findings import NotPossible
from rules.roles import Action, who_may
from store.batches import Batch, ItemId
from store.pages import PAGE_SIZE
from store.scores import Score, ScoreId
from store.unit import UnitOfWork


def score_confirmation(talk: Talk, argument: str) -> Done:
    """What waits for the caller; `2026-0417 12` an item of a batch, `2026-0417 12 confirm.345` confirms what was seen."""
    words = argument.split()
    work = talk.work
    try:
        batch = batch_meant(work, words[0]) if words else None
        if batch is None:
            return listed(work)
        there = wording.scored(work, batch)
        items = [item for item in there.items if work.scores.waiting(batch.id, ItemId(item))]
        if len(words) < 2:
            return shown(work, there, items) if len(items) == 1 else choose(work, there, items)
        item = ItemId(int(words[1]) if words[1].isdecimal() else 0)
        if len(words) > 2 and words[2].startswith("confirm."):
            return confirmed(work, batch, item, words[2].partition(".")[2])
        return shown(work, there, [item])
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/score_confirmation", "/menu"))


def batch_meant(work: UnitOfWork, number: str) -> Batch | None:
    """The batch by its number; whether the caller examines in it is asked with what waits."""
    return work.batches.find_by_number(number)


def listed(work: UnitOfWork) -> Done:
    waiting = work.scores.to_confirm()[:PAGE_SIZE]
    if not waiting:
        return Done((Sentence("scores-none-to-confirm"),), next=("/assignments", "/menu"))
    lines = (
        Sentence(
            "scores-to-confirm-line",
            {
                "n": n,
                "number": one.batch.number,
                "station": one.batch.station_name,
                "exam_on": one.batch.exam_on,
                "count": one.count,
            },
        )
        for n, one in enumerate(waiting, start=1)
    )
    steps = (f"/score_confirmation {one.batch.number}" for one in waiting)
    return Done((Sentence("scores-to-confirm-listed"), *lines), next=(*steps, "/menu"))


def choose(work: UnitOfWork, there: ScoredBatch, items: Iterable[int]) -> Done:
    """Which trade first, where several wait; or that nothing does any more."""
    number = there.batch.number
    found = list(items)
    if not found:
        says = (Sentence("scores-confirmed-already", {"number": number}),)
        return Done(says, next=("/score_confirmation", "/menu"))
    lines = (
        Sentence(
            "scores-item-to-confirm",
            {
                "n": n,
                **wording.item_told(there.items[item]),
                "count": len(work.scores.waiting(there.batch.id, ItemId(item))),
            },
        )
        for n, item in enumerate(found, start=1)
    )
    steps = (f"/score_confirmation {number} {item}" for item in found)
    return Done((Sentence("scores-which-item", {"number": number}), *lines), next=(*steps, "/menu"))


def shown(work: UnitOfWork, there: ScoredBatch, items: list[int]) -> Done:
    """Every score that waits, in running order; one tap for all of them, or those that are not right."""
    (item,) = items
    waiting = work.scores.waiting(there.batch.id, ItemId(item))
    number = there.batch.number
    if not waiting or item not in there.items:
        return choose(work, there, [])
    head = {**wording.item_told(there.items[item]), "number": number, "count": len(waiting)}
    says = (Sentence("scores-confirm-head", head), *lines(there, waiting))
    seen = max(one.id for one in waiting)
    steps = (
        f"/score_confirmation {number} {item} confirm.{seen} all",
        f"/score_return {number}.{item}.{seen}",
    )
    return Done((*says, Sentence("scores-confirm-foot")), next=(*steps, "/menu"))


def lines(there: ScoredBatch, waiting: Iterable[Score]) -> Iterable[Sentence]:
    """'12 李晓雨　理论 78　实操 缺考': of each candidate what is the caller's to confirm."""
    mine: dict[int, dict[ExamPart, Score]] = {}
    for one in waiting:
        mine.setdefault(one.registration, {})[one.part] = one
    for line in there.lines:
        if own := mine.get(line.registration):
            theory, practice = own.get(ExamPart.THEORY), own.get(ExamPart.PRACTICE)
            yield Sentence(
                "score-to-confirm",
                {
                    "place": line.running_number,
                    "name": there.name(line),
                    "theory": theory.mark if theory else "none",
                    "practice": practice.mark if practice else "none",
                    "reason": "；".join(dict.fromkeys(x.reason for x in own.values() if x.reason))
                    or "none",
                },
            )


def confirmed(work: UnitOfWork, batch: Batch, item: ItemId, seen: str) -> Done:
    """All that was on the screen; a second tap finds nothing more to do."""
    last = ScoreId(int(seen) if seen.isdecimal() else 0)
    count = work.scores.confirm(batch.id, item, last)
    left = len(work.scores.waiting(batch.id, item))
    if count:
        news.all_confirmed(work, batch)
    key = "scores-now-confirmed" if count else "scores-confirmed-already"
    says = [Sentence(key, {"number": batch.number, "count": count})]
    if left:
        says.append(Sentence("scores-came-meanwhile", {"count": left}))
    again = [f"/score_confirmation {batch.number} {item}"] if left else after(work)
    return Done(tuple(says), next=(*again, "/menu"))


def after(work: UnitOfWork) -> list[str]:
    """Scores of another batch, and the report the caller can write now (R7.2)."""
    steps = ["/score_confirmation"] if work.scores.to_confirm() else []
    due = (
        one
        for one in work.evaluations.own()
        if one.state is ReportState.DUE and one.team.leader.person == work.caller.person
    )
    return [*steps, *(f"/evaluation_report {one.item.id}" for one in due)]


SCORE_CONFIRMATION = Command(
    "score_confirmation", who_may(Action.CONFIRM_SCORES), score_confirmation
)
