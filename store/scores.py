"""Scores: entered by the station, confirmed by the examiner who gave them; nothing of them is ever overwritten (R7.1)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING

from rules.exam_papers import ExamPart
from rules.findings import Finding, NotPossible
from rules.roles import Action
from rules.scores import Column, Given, ScoreState, Standing, entry_findings, gap_findings
from store import rights
from store.batch_rows import BATCHES, Batch, BatchId, BatchState, ItemId, batch_of, batches
from store.clock import OFFICE_ZONE
from store.examiners import ExaminerId
from store.registration_rows import RegistrationId
from store.rosters import LOCK_BATCH
from store.score_rows import UNFINISHED, Entry, Score, ScoreId, ScoreLine, ScoreRows, ToConfirm

if TYPE_CHECKING:
    from store.unit import UnitOfWork

__all__ = ["Entry", "Score", "ScoreId", "ScoreLine", "Scores", "ToConfirm"]


class Scores:
    """Changed under the lock of the batch: of two who type for the same candidate one hears of the other."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit
        self._rows = ScoreRows(unit)

    # --- by the station ---

    def enter(
        self, batch: BatchId, entries: Sequence[Entry], reason: str = ""
    ) -> tuple[Score, ...]:
        """Enter scores, all of them or none, and give back those that are new.

        NotPossible names everything that stands against them. A value that is there already stays as
        it is; another one is replaced only where the entry names it, a confirmed one only with a
        reason. What is entered waits for its examiner, whatever was confirmed before.
        """
        self._unit.connection.execute(LOCK_BATCH, {"batch": batch})
        found = self.checked(batch)
        given = self._given(found, entries)
        findings = (
            *self.locked(found),
            *entry_findings(given, self.begins(found), self._unit.now, reason=reason),
        )
        if findings:
            raise NotPossible(findings)
        new = [entry for entry, one in zip(entries, given, strict=True) if one.changes]
        replaced = {(e.registration, e.part) for e in new if e.instead_of is not None}
        self._rows.replace(batch, replaced)
        added = tuple(self._rows.add(batch, entry, reason) for entry in new)
        if added:
            args = {"count": len(added), "replaced": len(replaced)}
            self._unit.audit.note("scores-entered", f"batch:{batch}", **args)
        return added

    def against(self, batch: Batch) -> tuple[Finding, ...]:
        """Why no score of the batch can be entered now."""
        begins = min(self.begins(batch).values())
        early = {"part": "", "day": begins.date(), "at": f"{begins:%H:%M}"}
        if locked := self.locked(batch):
            return locked
        return (Finding("scores-too-early", "R7.1", early),) if self._unit.now < begins else ()

    def locked(self, batch: Batch) -> tuple[Finding, ...]:
        """Why nothing of the scores can change: no roster, or the results are handed in (R5.7, R7.5)."""
        args = {"number": batch.number}
        if batch.state is not BatchState.SUBMITTED:
            return (Finding("scores-no-roster", "R5.7", args),)
        if self._unit.results.are_submitted(batch.id):
            return (Finding("scores-locked", "R7.5", args),)
        return ()

    # --- by the examiner ---

    def confirm(self, batch: BatchId, item: ItemId, seen: ScoreId) -> int:
        """Confirm every score of the item that waits for the caller, none entered after `seen`; how many."""
        waiting = [one.id for one in self.waiting(batch, item, locking=True) if one.id <= seen]
        for one in waiting:
            self._rows.set(one, state=ScoreState.CONFIRMED, confirmed_at=self._unit.now)
        if waiting:
            args = {"item": item, "count": len(waiting)}
            self._unit.audit.note("scores-confirmed", f"batch:{batch}", **args)
        return len(waiting)

    def send_back(self, batch: BatchId, returned: Iterable[ScoreId], reason: str) -> None:
        """Send scores the caller gave back to the station, confirmed ones too.

        NotPossible for those of somebody else, and for what was changed meanwhile.
        """
        own = {one.id: one for one in self._own(batch, locking=True)}
        wanted = tuple(dict.fromkeys(returned))
        fresh = (ScoreState.ENTERED, ScoreState.CONFIRMED)
        if any(one not in own or own[one].state not in fresh for one in wanted):
            raise NotPossible(Finding("scores-changed-meanwhile", "R7.1"))
        for one in wanted:
            answer = self._unit.seal(reason, f"scores.answer:{one}")
            at = self._unit.now
            self._rows.set(one, state=ScoreState.RETURNED, returned_at=at, answer=answer)
        self._unit.audit.note("scores-returned", f"batch:{batch}", count=len(wanted))

    def waiting(self, batch: BatchId, item: ItemId, *, locking: bool = False) -> tuple[Score, ...]:
        """What waits for the caller's confirmation, in the order of the roster."""
        own = self.given(batch, item, locking=locking)
        return tuple(one for one in own if one.state is ScoreState.ENTERED)

    def given(self, batch: BatchId, item: ItemId, *, locking: bool = False) -> tuple[Score, ...]:
        """The scores of the item the caller gave, as they stand, in the order of the roster."""
        own = {one.id for one in self._own(batch, locking=locking)}
        lines = (line for line in self.of(batch) if line.item == item)
        return tuple(one for line in lines for one in line.scores.values() if one.id in own)

    def to_confirm(self) -> tuple[ToConfirm, ...]:
        """Batches with scores that wait for the caller, the earliest exam first."""
        person = self._unit.caller.person
        counted = Counter(self._rows.given(person, ScoreState.ENTERED) if person else ())
        found = [ToConfirm(self._unit.batches.get(one), n) for one, n in counted.items()]
        return tuple(sorted(found, key=lambda one: (one.batch.exam_on, one.batch.id)))

    def returnable(self) -> tuple[Batch, ...]:
        """Batches with scores the caller may still send back, confirmed ones too; the latest first."""
        person, fresh = self._unit.caller.person, (ScoreState.ENTERED, ScoreState.CONFIRMED)
        found = dict.fromkeys(self._rows.given(person, *fresh) if person else ())
        return tuple(
            batch for batch in map(self._unit.batches.get, found) if not self.locked(batch)
        )

    # --- questions ---

    def of(self, batch: BatchId) -> tuple[ScoreLine, ...]:
        """Everybody of the roster in running order; the caller's right is the caller's matter."""
        return self._rows.lines(batch)

    def gaps(self, batch: BatchId) -> tuple[Finding, ...]:
        """Everything that is missing, sent back or unconfirmed; empty when all scores count (R7.5)."""
        lines = self.of(batch)
        columns = (
            Column(
                item.unit,
                item.level,
                part,
                {line.running_number: line.state(part) for line in lines if line.item == item.id},
            )
            for item in self._unit.batches.items(batch)
            for part in ExamPart
        )
        return tuple(gap_findings(columns))

    def history(self, registration: RegistrationId) -> tuple[Score, ...]:
        """Every value there ever was, the oldest first; the caller's right is the caller's matter."""
        return self._rows.history(registration)

    def checked(self, batch: BatchId, action: Action = Action.ENTER_SCORES) -> Batch:
        """The batch, for its station's staff."""
        found = self._unit.batches.get(batch)
        station, programme = found.station_code, found.programme
        rights.check(self._unit, action, institution=station, programme=programme)
        return found

    def to_enter(self) -> tuple[Batch, ...]:
        """Batches of the caller's stations whose exam has begun, the latest first."""
        question = BATCHES.where(
            batches.c.station_code.in_(rights.covered(self._unit, Action.ENTER_SCORES)),
            batches.c.state == BatchState.SUBMITTED,
            batches.c.exam_on <= self._unit.today,
        ).order_by(batches.c.exam_on.desc(), batches.c.id.desc())
        found = map(batch_of, self._unit.connection.execute(question))
        return tuple(one for one in found if not self.against(one))

    def unfinished(self, after: int, limit: int) -> Sequence[BatchId]:
        """Batches examined whose scores do not all count, by their ids: for jobs."""
        question = UNFINISHED.where(batches.c.exam_on <= self._unit.today, batches.c.id > after)
        return self._unit.connection.scalars(question.order_by(batches.c.id).limit(limit)).all()

    def begins(self, batch: Batch) -> Mapping[ExamPart, datetime]:
        """When each part begins: there is no score before (R7.1)."""
        at = {
            ExamPart.THEORY: (batch.theory_on, batch.starts_at),
            ExamPart.PRACTICE: (batch.practice_on, batch.practice_starts_at),
        }
        return {
            part: datetime.combine(day, time.fromisoformat(hour), OFFICE_ZONE)
            for part, (day, hour) in at.items()
        }

    # --- inside ---

    def _given(self, batch: Batch, entries: Sequence[Entry]) -> list[Given]:
        """The entries beside what stands; NotPossible for somebody who is not on the roster."""
        lines = {line.registration: line for line in self.of(batch.id)}
        if any(entry.registration not in lines for entry in entries):
            raise NotPossible(Finding("score-not-on-roster", "R7.1"))
        team = {(one.item, one.examiner) for one in self._unit.batches.team(batch.id)}
        return [_beside(entry, lines[entry.registration], team) for entry in entries]

    def _own(self, batch: BatchId, *, locking: bool) -> tuple[Score, ...]:
        """The standing scores the caller gave."""
        self._unit.require(Action.CONFIRM_SCORES)
        if locking:
            self._unit.connection.execute(LOCK_BATCH, {"batch": batch})
            if locked := self.locked(self._unit.batches.get(batch)):
                raise NotPossible(locked)
        known = self._unit.batches.team(batch)
        mine = {one.examiner for one in known if one.person == self._unit.caller.person}
        if not mine:
            raise rights.refused(self._unit, Action.CONFIRM_SCORES, f"batch:{batch}")
        return tuple(one for one in self._rows.standing(batch) if one.examiner in mine)


def _beside(entry: Entry, line: ScoreLine, team: set[tuple[ItemId, ExaminerId]]) -> Given:
    there = line.scores.get(entry.part)
    return Given(
        place=line.running_number,
        part=entry.part,
        mark=entry.mark,
        examiner=entry.examiner,
        instead_of=entry.instead_of,
        of_team=(line.item, entry.examiner) in team,
        standing=Standing(there.mark, there.examiner, there.state) if there else None,
    )
