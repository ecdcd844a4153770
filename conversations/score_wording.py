"""How scores are spoken of: a candidate by number and name, both marks side by side, whose they are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rules.catalogue import level_name
from rules.exam_papers import ExamPart
from rules.grading import Mark
from rules.scores import ScoreState
from store.batches import Batch, BatchItem, TeamMember
from store.examiners import ExaminerId
from store.people import PersonId
from store.scores import ScoreLine
from store.unit import UnitOfWork

NONE = "—"
"""An empty box."""


@dataclass(frozen=True, slots=True)
class ScoredBatch:
    """A batch with its roster, its scores and everybody's name: what forms about them are asked with."""

    batch: Batch
    items: Mapping[int, BatchItem]
    lines: tuple[ScoreLine, ...]
    team: tuple[TeamMember, ...]
    names: Mapping[PersonId, str] = field(repr=False)

    def of_item(self, item: int) -> tuple[ScoreLine, ...]:
        return tuple(line for line in self.lines if line.item == item)

    def at(self, place: int) -> ScoreLine | None:
        return next((line for line in self.lines if line.running_number == place), None)

    def team_of(self, item: int) -> tuple[TeamMember, ...]:
        return tuple(one for one in self.team if one.item == item)

    def name(self, line: ScoreLine) -> str:
        return self.names.get(line.person, "")

    def examiner(self, examiner: ExaminerId) -> str:
        return next((one.name for one in self.team if one.examiner == examiner), "")


def scored(work: UnitOfWork, batch: Batch) -> ScoredBatch:
    """Whether the caller may see it is the caller's matter."""
    lines = work.scores.of(batch.id)
    return ScoredBatch(
        batch,
        {item.id: item for item in work.batches.items(batch.id)},
        lines,
        work.batches.team(batch.id),
        work.people.names({line.person for line in lines}),
    )


def mark(value: Mark | None) -> object:
    """A mark as an argument of a sentence."""
    return NONE if value is None else value


def told(there: ScoredBatch, line: ScoreLine) -> dict[str, object]:
    """'12 李晓雨　理论 78　实操 缺考'."""
    return {
        "place": line.running_number,
        "name": there.name(line),
        "theory": mark(line.theory),
        "practice": mark(line.practice),
    }


def item_told(item: BatchItem) -> dict[str, object]:
    return {"trade": item.unit.name, "level": level_name(item.level, item.unit)}


OPEN = frozenset({None, ScoreState.RETURNED})
"""A box that waits for the station."""


def to_score(lines: Iterable[ScoreLine], parts: Sequence[ExamPart]) -> tuple[ScoreLine, ...]:
    """Those without a score in one of the parts, or with one that was sent back."""
    return tuple(line for line in lines if any(line.state(part) in OPEN for part in parts))
