"""What taking a score sheet would do, beside what stands: the same for the look beforehand and for the run (R7.1)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from conversations.engine.messages import Words
from conversations.score_wording import ScoredBatch
from conversations.stations.score_rows import SheetScore
from rules.scores import ScoreState
from store.scores import Entry, Score


@dataclass(frozen=True, slots=True)
class Difference:
    """Another value stands where the sheet has one."""

    sheet: SheetScore
    stands: Score


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What is new, what stands already, and what differs."""

    new: tuple[Entry, ...]
    same: int
    differs: tuple[Difference, ...]
    people: int

    @property
    def is_confirmed(self) -> bool:
        """Whether an examiner has confirmed something that differs."""
        return any(one.stands.state is ScoreState.CONFIRMED for one in self.differs)


def planned(scores: Sequence[SheetScore], there: ScoredBatch) -> SheetPlan:
    """What was sent back is there to be replaced; anything else that differs is for a person to decide."""
    new: list[Entry] = []
    differs: list[Difference] = []
    for one in scores:
        stands = standing(one, there)
        if stands is None:
            new.append(entry(one, there))
        elif (stands.mark, stands.examiner) != (one.mark, one.examiner):
            if stands.state is ScoreState.RETURNED:
                new.append(entry(one, there, stands))
            else:
                differs.append(Difference(one, stands))
    same = len(scores) - len(new) - len(differs)
    return SheetPlan(tuple(new), same, tuple(differs), len({one.place for one in scores}))


def replacing(differs: Iterable[Difference], there: ScoredBatch) -> Iterator[Entry]:
    """The entries that put the sheet's values in the place of those that stand."""
    return (entry(one.sheet, there, one.stands) for one in differs)


def standing(one: SheetScore, there: ScoredBatch) -> Score | None:
    line = there.at(one.place)
    return line.scores.get(one.part) if line else None


def entry(one: SheetScore, there: ScoredBatch, stands: Score | None = None) -> Entry:
    line = there.at(one.place)
    assert line
    return Entry(
        registration=line.registration,
        part=one.part,
        mark=one.mark,
        examiner=one.examiner,
        instead_of=stands.mark if stands else None,
    )


def side_by_side(one: Difference, there: ScoredBatch, say: Words) -> str:
    """'第 3 号 王强 理论 78（王建国，已确认）→ 87（王建国）'."""
    line = there.at(one.sheet.place)
    return say.say(
        "score-pair",
        place=one.sheet.place,
        name=there.name(line) if line else "",
        part=one.sheet.part,
        stands=one.stands.mark,
        stands_examiner=there.examiner(one.stands.examiner),
        given=one.sheet.mark,
        given_examiner=there.examiner(one.sheet.examiner),
        state=one.stands.state.value,
    )
