"""Scores as people type them: `78 85`, `78/缺考`, or line by line with the running number first (R7.1)."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rules.exam_papers import ExamPart
from rules.findings import Refused
from rules.grading import Absent, Mark, read_score

ABSENT = frozenset({"缺考", "缺", "absent"})
NOT_YET = "-"
"""What stands for a score that is still to come, beside one that is there."""
BETWEEN = re.compile(r"[\s/,、|]+")
LINES = re.compile(r"[\n;]+")
MARKED = re.compile(r"(?:第([0-9]{1,4})号?|#([0-9]{1,4})|([0-9]{1,4})[号:.])")
"""A number that says of itself that it is the running number."""
CLOSE_BEHIND = re.compile(r"^(第?[0-9]{1,4}号|[0-9]{1,4}:)(?=\S)")
SHOWN = 20
"""Characters of a line that is not read."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed for one candidate; without a `place` for the one who was asked for."""

    place: int | None
    marks: Mapping[ExamPart, Mark]
    name: str = field(default="", repr=False)
    """Typed or pasted along with the number: it has to be theirs."""


def read_typed(text: str, parts: Sequence[ExamPart]) -> tuple[Typed, ...]:
    """One candidate a line, the scores in the order of `parts`; Refused names the line that is not read.

    Of several lines each begins with the running number. `缺考` alone means all parts.
    """
    wide = unicodedata.normalize("NFKC", text)
    lines = [line.strip() for line in LINES.split(wide) if line.strip()]
    if not lines:
        raise Refused("text-empty")
    read = tuple(_line(line, parts) for line in lines)
    places = [one.place for one in read]
    if len(lines) > 1 and None in places:
        raise Refused("scores-line-without-place", "R7.1", line=_cut(lines[places.index(None)]))
    if len(set(places)) < len(places):
        twice = next(place for place in places if places.count(place) > 1)
        raise Refused("scores-line-twice", "R7.1", place=twice)
    return read


def _line(line: str, parts: Sequence[ExamPart]) -> Typed:
    words = [word for word in BETWEEN.split(CLOSE_BEHIND.sub(r"\1 ", line)) if word]
    place, words = _place(words, len(parts))
    name = words.pop(0) if place is not None and words and _is_name(words[0]) else ""
    if len(words) == 1 and words[0].casefold() in ABSENT:
        words *= len(parts)
    if len(words) != len(parts) or set(words) == {NOT_YET}:
        raise Refused(f"scores-line-{len(parts)}", "R7.1", line=_cut(line))
    marks = {part: _mark(w) for part, w in zip(parts, words, strict=True) if w != NOT_YET}
    return Typed(place, marks, name)


def _place(words: list[str], parts: int) -> tuple[int | None, list[str]]:
    """The running number in front, marked as one or one word more than there are scores."""
    if words and (marked := MARKED.fullmatch(words[0])):
        return int(next(filter(None, marked.groups()))), words[1:]
    more = len(words) - parts
    named = more == 2 and _is_name(words[1])
    if words[0].isdecimal() and (more == 1 or named):
        return int(words[0]), words[1:]
    return None, words


def _is_name(word: str) -> bool:
    return word.casefold() not in ABSENT and not re.search(r"[0-9]", word) and word != NOT_YET


def _mark(word: str) -> Mark:
    return Absent.ABSENT if word.casefold() in ABSENT else read_score(word)


def _cut(line: str) -> str:
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"
