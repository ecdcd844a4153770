"""An answer about eligibility in sentences: each condition, the verdict, what is open, and from when (R3.5)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from conversations.engine.messages import Sentence
from rules.candidates import Schooling, Title
from rules.catalogue import Unit, level_name
from rules.conditions import Condition
from rules.eligibility import ConditionResult, Explanation, NeedResult, Verdict
from rules.needs import BornInRange, ClassHours, Need, OfAge


def sentences(
    answer: Explanation, unit: Unit, exam_date: date, asked: Sequence[Condition]
) -> Iterator[Sentence]:
    """The whole answer about an open level; of its conditions those that were `asked` for."""
    heading = {"trade": unit.name, "level": level_name(answer.level, unit), "exam_on": exam_date}
    yield Sentence("eligibility-heading", heading)
    results = [result for result in answer.conditions if result.condition in asked]
    if len(results) > 1:
        yield Sentence("eligibility-any")
    yield from need_lines(results)
    yield from verdict(answer, unit)


def need_lines(results: Sequence[ConditionResult]) -> Iterator[Sentence]:
    """A line for each need with ✓, ? or ✗; the age, which all conditions share, once."""
    told = set()
    for result in results:
        for one in result.needs:
            clause = "" if isinstance(one.need, OfAge) else result.condition.clause
            if (one.need, clause) not in told:
                told.add((one.need, clause))
                yield need_line(one, clause)


def need_line(one: NeedResult, clause: str) -> Sentence:
    args = {**spoken(one.finding.args), "mark": one.verdict, "clause": clause.replace("G§", "§")}
    no_range = isinstance(one.need, BornInRange) and not args["first"]
    return Sentence(f"eligibility-{one.finding.key}{'-not-set' if no_range else ''}", args)


def spoken(args: Mapping[str, object]) -> dict[str, object]:
    """A finding's arguments, with stored choices as such, so that they are put into words."""
    choices = {"schooling": Schooling, "title": Title}
    return {k: choices[k](str(v)) if k in choices else v for k, v in args.items()}


def verdict(answer: Explanation, unit: Unit) -> Iterator[Sentence]:
    level = {"level": level_name(answer.level, unit)}
    if answer.verdict is not Verdict.NOT_MET:
        yield Sentence(f"eligibility-{answer.verdict}", level)
        return
    if answer.nearest is None:
        yield Sentence("eligibility-none-open")
    else:
        yield Sentence("eligibility-nearest", {"level": level_name(answer.nearest, unit)})
    if answer.opens_on:
        yield Sentence("eligibility-opens", {**level, "opens_on": answer.opens_on})
    elif hours := only_hours_missing(answer):
        yield Sentence("eligibility-after-hours", {**level, **hours.finding.args})


def only_hours_missing(answer: Explanation) -> NeedResult | None:
    """The class hours, where nothing else stands against one of the conditions."""
    lacking = (result.missing for result in answer.conditions)
    return next((one for one, *more in lacking if not more and one.need == ClassHours()), None)


def missing(answer: Explanation) -> Iterator[Need]:
    """What is not met, in printed order."""
    for result in answer.conditions:
        yield from (one.need for one in result.missing)
