"""What a candidate is told of their scores and result (R7.1, R9.1)."""

from collections.abc import Mapping

from rules.catalogue import level_name
from rules.grading import Absent, Mark
from rules.results import QUALIFIED
from store.batches import Batch
from store.score_rows import ScoreLine
from store.unit import UnitOfWork


def result_told(work: UnitOfWork, batch: Batch, line: ScoreLine) -> Mapping[str, object]:
    """What a candidate is told of their scores; `outcome` names what follows."""
    item = next(one for one in work.batches.items(batch.id) if one.id == line.item)
    return {
        "number": batch.number,
        "trade": item.unit.name,
        "level": level_name(item.level, item.unit),
        "theory": mark(line.theory),
        "practice": mark(line.practice),
        "result": line.result or "",
        "outcome": "passed" if line.result in QUALIFIED else "failed",
    }


def mark(given: Mark | None) -> object:
    return "absent" if isinstance(given, Absent) else given
