"""Study and work histories in one cell of a list: `2020-09至2023-07 哈密第四中学 初中 3班；2023-09至今 …`."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from conversations.engine.boxes import Box, Many
from conversations.engine.cells import answer_of, is_empty, written
from conversations.engine.form import SKIPPED, Form, PartCopy
from conversations.engine.messages import Json, Words
from conversations.engine.wording import refusal
from rules.findings import Refused

_MONTH = r"\d{4}\s*[-./年]\s*\d{1,2}\s*月?"
_NOW = frozenset({"今", "至今", "现在", "now", "present"})
SPAN = re.compile(
    rf"({_MONTH})\s*(?:至|到|to|-|—|–|~|～|,|\s)\s*({_MONTH}|至?今|现在|now|present)", re.IGNORECASE
)
BETWEEN = re.compile(r"[;；\n]+")
"""Between two entries."""


def read_history(part: Many[Any], text: str, form: Form, words: Words) -> Json:
    """The entries as the part keeps them; Refused names the entry and what is wrong in it."""
    pieces = [piece for piece in BETWEEN.split(text) if written(piece)]
    entries = [
        {"id": str(n), "answers": entry(part, piece, n, form, words)}
        for n, piece in enumerate(pieces, start=1)
    ]
    return {"entries": entries, "closed": True}


def entry(part: Many[Any], piece: str, n: int, form: Form, words: Words) -> dict[str, Json]:
    """One entry: from when until when, and then its boxes in their order, a blank between them."""
    line = written(piece)
    span = SPAN.match(line)
    if span is None:
        raise Refused("history-unreadable", n=n, text=line[:20])
    since, until = span[1], None if span[2].lower() in _NOW else span[2]
    cells = [since, until, *words_of(line[span.end() :])]
    copy = PartCopy(part.part, str(n), {}, form)
    answers: dict[str, Json] = {}
    boxes: Sequence[Box[Any]] = part.part.boxes
    for at, box in enumerate(boxes):
        # What is left over belongs to the last box: names of classes may have blanks.
        rest = cells[at:] if box is boxes[-1] else cells[at : at + 1]
        cell = " ".join(filter(None, rest)) or None
        try:
            answers[box.name] = said(box, cell, copy, words)
        except Refused as refused:
            path = f"{part.name}.{n}.{box.name}"
            why = refusal(type(form), path, refused.finding, words)
            raise Refused("history-entry-wrong", n=n, problem=why) from refused
    return answers


def words_of(rest: str) -> list[str]:
    """What stands behind the months: between commas where there are some, else between blanks."""
    between = r"\s*[,，|]\s*" if re.search(r"[,，|]", rest.strip(" ,，|")) else r"\s+"
    return re.split(between, rest.strip(" ,，|"))


def said(box: Box[Any], cell: str | None, copy: PartCopy, words: Words) -> Json:
    if box.name == "until" and is_empty(cell):
        copy.values[box.name] = None
        return SKIPPED
    return answer_of(box, cell, copy, words)


def write_history(entries: Iterable[Mapping[str, Json]], part: Many[Any], words: Words) -> str:
    """Kept entries the way they are read."""
    return "；".join(write_entry(one, part, words) for one in entries)


def write_entry(kept: Mapping[str, Json], part: Many[Any], words: Words) -> str:
    until = str(kept["until"])[:7] if kept.get("until") else "今"
    rest = [
        shown(b, kept[b.name], words) for b in part.part.boxes[2:] if kept.get(b.name) is not None
    ]
    return " ".join([f"{str(kept['since'])[:7]}至{until}", *rest])


def shown(box: Box[Any], kept: Json, words: Words) -> str:
    """In one word, as it is found again: a choice of several names by the first of them."""
    text = box.show(box.load(kept), None, words)
    return re.split(r"[、（(，]", text)[0].replace(" ", "") or text
