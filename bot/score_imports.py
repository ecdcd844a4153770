"""A score sheet taken from the command line: looked through and run by the same plan (R7.1)."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Self

from conversations import score_news as news
from conversations import score_wording as wording
from conversations.engine.messages import Words
from conversations.score_wording import ScoredBatch
from conversations.stations.score_plan import SheetPlan, planned, replacing, side_by_side
from conversations.stations.score_rows import SheetRead, in_words, read_scores
from exports.received_workbook import read_workbook
from store.batches import Batch
from store.scores import Entry
from store.unit import UnitOfWork


class _OnlyLooked(Exception):
    """Undoes a dry run."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of it, or would; `refused` where something differs and nothing was said about it."""

    lines: tuple[str, ...]
    entered: int
    same: int
    differs: int
    wrong: int
    refused: bool


@dataclass(frozen=True, slots=True)
class ScoreImport:
    """A sheet and the batch it is of, in the running unit."""

    work: UnitOfWork
    there: ScoredBatch
    read: SheetRead
    plan: SheetPlan
    say: Words

    @classmethod
    def of(cls, work: UnitOfWork, batch: Batch, data: bytes, say: Words) -> Self:
        """Refused for a sheet of something else."""
        there = wording.scored(work, batch)
        read = read_scores(read_workbook(data), there)
        return cls(work, there, read, planned(read.scores, there), say)

    def take(self, *, replace: bool, reason: str, dry_run: bool) -> Told:
        """NotPossible leaves everything as it was; a dry run does it all and undoes it."""
        told = self._told(0, replace=replace)
        with suppress(_OnlyLooked), self.work.savepoint():
            entries = self._entries(replace=replace)
            new = self.work.scores.enter(self.there.batch.id, entries, reason)
            news.entered(self.work, wording.scored(self.work, self.there.batch), new)
            told = self._told(len(new), replace=replace)
            if dry_run:
                raise _OnlyLooked
        return told

    def _entries(self, *, replace: bool) -> list[Entry]:
        if self.read.faults or (self.plan.differs and not replace):
            return []
        return [*self.plan.new, *replacing(self.plan.differs, self.there)]

    def _told(self, entered: int, *, replace: bool) -> Told:
        faults = (in_words(fault, self.say) for fault in self.read.faults)
        differ = (side_by_side(one, self.there, self.say) for one in self.plan.differs)
        return Told(
            lines=(*faults, *differ),
            entered=entered,
            same=self.plan.same,
            differs=len(self.plan.differs),
            wrong=len({fault.row for fault in self.read.faults}),
            refused=bool(self.plan.differs) and not replace,
        )
