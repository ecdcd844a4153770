"""A workbook sent while a repeating part is asked: taken whole, or only once the person has seen what is wrong."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from conversations.engine.asking import Asking
from conversations.engine.boxes import Many
from conversations.engine.choosing import chosen
from conversations.engine.desk import part_answers, touched
from conversations.engine.form import Line
from conversations.engine.messages import Json, Received, Said, Words
from conversations.engine.presenting import Turn, present
from conversations.engine.workbooks import filled_entries, read_sheet, report, row_options
from conversations.words import LANGUAGES, words
from rules.findings import Finding, Refused


def at_workbook(here: Asking, part: Many[Any], file: Received) -> Turn:
    """Its rows at once when all are good and nothing was there; else shown, and nothing is taken yet."""
    if file.sheet is None:
        wrong = file.problem if file.is_workbook else None
        return again(here, wrong or Finding("workbook-wanted"))
    try:
        reading = read_sheet(here.form, part, file.sheet, languages(here.words))
    except Refused as refused:
        return again(here, refused.finding)
    told = report(type(here.form), part, reading, here.words)
    if not reading.entries:
        return again(here, Finding("workbook-all-wrong"), told)
    if not reading.faults and not filled_entries(here.filling, part.name):
        return taken(here, part, reading.entries, told)
    proposed = {"entries": list(reading.entries), "report": told}
    desk = here.filling.desk.cleared(at=part.name, confirming="workbook", proposed=proposed)
    return present(replace(here.filling, desk=desk), here.lookup, here.words)


def at_rows(here: Asking, line: Line, said: Said) -> Turn:
    """What to do with the good rows of the workbook shown."""
    filling, part = here.filling, line.box
    assert isinstance(part, Many)
    rows = filling.desk.proposed["entries"]
    options = row_options(here)
    match chosen(said, options, filling.desk.numbers):
        case "keep" | "replace":
            return taken(here, part, rows)
        case "append":
            return taken(here, part, rows, beside=filled_entries(filling, part.name))
        case "change":
            # Back to where the corrected workbook can be sent, not past it.
            at = part.name if filled_entries(filling, part.name) else None
            desk = filling.desk.cleared(at=at)
            return present(replace(filling, desk=desk), here.lookup, here.words)
        case _:
            return again(here, Finding("choice-unknown"))


def taken(
    here: Asking,
    part: Many[Any],
    rows: Sequence[Json],
    told: str = "",
    *,
    beside: Sequence[dict[str, Json]] = (),
) -> Turn:
    """The rows as entries, beside these; what they take the place of can be restored."""
    filling = here.filling
    kept = [{**e, "removed": True} for e in filled_entries(filling, part.name) if e not in beside]
    first = int(
        part.new_entry(part_answers(type(here.form), filling.answers, part.name)["entries"])
    )
    entries = [{"id": str(n), "answers": answers} for n, answers in enumerate(rows, start=first)]
    changed = filling.with_part(part.name, {"entries": [*kept, *beside, *entries], "closed": True})
    if touched(here.form, changed.read(here.lookup), part.name):
        proposed = changed.answers[part.name]
        desk = filling.desk.cleared(at=part.name, confirming="edit", proposed=proposed)
        return present(replace(filling, desk=desk), here.lookup, here.words)
    before = [told or here.words.say("engine-workbook-taken", count=len(entries))]
    cleared = replace(changed, desk=filling.desk.cleared())
    return present(cleared, here.lookup, here.words, before=before)


def again(here: Asking, error: Finding, told: str = "") -> Turn:
    """The same question, with what is wrong."""
    before = [told] if told else []
    return present(here.filling, here.lookup, here.words, before=before, error=error)


def languages(first: Words) -> list[Words]:
    """All languages, the person's first: a template may have been fetched in another one."""
    return [first, *(words(name) for name in LANGUAGES if name != first.language)]
