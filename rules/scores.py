"""Scores: when they may be entered, who answers for them, and what a batch still lacks (R7.1)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rules.catalogue import Level, Unit, level_name
from rules.exam_papers import ExamPart
from rules.findings import Finding
from rules.grading import Absent, Mark


class ScoreState(StrEnum):
    """How far a score has come; it counts once its examiner has confirmed it (G§4.7(3))."""

    ENTERED = "entered"
    """Typed or imported by the station; the examiner has not looked yet."""
    CONFIRMED = "confirmed"
    RETURNED = "returned"
    """Sent back by the examiner with a reason."""
    REPLACED = "replaced"
    """Another value stands in its place; kept for the record."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in a score box, and whose it is."""

    mark: Mark
    examiner: int
    state: ScoreState


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A score somebody wants to enter, beside what stands in its box."""

    place: int
    """The running number of the candidate on the roster."""
    part: ExamPart
    mark: Mark
    examiner: int
    instead_of: Mark | None
    """What whoever enters it saw there."""
    of_team: bool
    """Whether that examiner is on the team of the candidate's item."""
    standing: Standing | None

    @property
    def changes(self) -> bool:
        """Whether entering it does anything. What was sent back and is insisted on is entered anew."""
        there = self.standing
        if there is None or (there.mark, there.examiner) != (self.mark, self.examiner):
            return True
        return there.state is ScoreState.RETURNED and self.instead_of is not None


def entry_findings(
    given: Sequence[Given], begins: Mapping[ExamPart, datetime], now: datetime, *, reason: str
) -> Iterator[Finding]:
    """Everything that forbids entering these scores, all of them at once (R7.1)."""
    for part in ExamPart:
        if now < begins[part] and any(one.part is part for one in given):
            yield too_early(part, begins[part])
    times = Counter((one.place, one.part) for one in given)
    for place, part in (box for box, count in times.items() if count > 1):
        yield Finding("score-twice", "R7.1", {"place": place, "part": part.value})
    for one in given:
        yield from _against(one, reason)


def too_early(part: ExamPart, begins: datetime) -> Finding:
    args = {"part": part.value, "day": begins.date(), "at": f"{begins:%H:%M}"}
    return Finding("scores-too-early", "R7.1", args)


def _against(one: Given, reason: str) -> Iterator[Finding]:
    box = {"place": one.place, "part": one.part.value}
    if not one.of_team:
        yield Finding("score-examiner-not-of-team", "R7.1", box)
    there = one.standing
    if there is None or not one.changes:
        return
    if one.instead_of != there.mark:
        yield stands(one, there)
    elif there.state is ScoreState.CONFIRMED and not reason:
        yield Finding("score-needs-reason", "R7.1", box)


def stands(one: Given, there: Standing) -> Finding:
    """Another value stands there: both side by side."""
    args = {
        "place": one.place,
        "part": one.part.value,
        "stands": written(there.mark),
        "given": written(one.mark),
        "state": there.state.value,
    }
    return Finding("score-stands", "R7.1", args)


def written(mark: Mark | None) -> str:
    """A mark as figures; `absent`, or nothing for an empty box."""
    match mark:
        case None:
            return ""
        case Absent():
            return mark.value
        case _:
            return f"{mark.normalize():f}"


@dataclass(frozen=True, slots=True)
class Column:
    """One part of one item of a batch: how each candidate's score of it stands, by running number."""

    unit: Unit
    level: Level
    part: ExamPart
    states: Mapping[int, ScoreState | None]


def gap_findings(columns: Iterable[Column]) -> Iterator[Finding]:
    """What is missing before the results can be handed in, by trade, level and part (R7.5)."""
    for column in columns:
        for key, state in _GAPS:
            places = tuple(place for place, there in column.states.items() if there is state)
            if places:
                args = {
                    "trade": column.unit.name,
                    "level": level_name(column.level, column.unit),
                    "part": column.part.value,
                    "count": len(places),
                    "places": spans(places),
                }
                yield Finding(key, "R7.5", args)


def spans(places: Sequence[int]) -> tuple[str, ...]:
    """Running numbers in order, neighbours drawn together: `1–40`, `43`."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][1] + 1:
            runs[-1][1] = place
        else:
            runs.append([place, place])
    return tuple(f"{first}–{last}" if first < last else f"{first}" for first, last in runs)


_GAPS = (
    ("scores-missing", None),
    ("scores-returned", ScoreState.RETURNED),
    ("scores-unconfirmed", ScoreState.ENTERED),
)
