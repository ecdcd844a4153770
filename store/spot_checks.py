"""Spot checks (抽查): a batch drawn, what its station is asked for and answers, what was found (R7.7)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Row,
    exists,
    insert,
    select,
    update,
)

from rules.findings import Finding, NotPossible
from rules.roles import Action
from rules.spot_checks import (
    SpotCheckConclusion,
    SpotCheckState,
    drawn,
    due_findings,
)
from rules.years import add_months
from store import rights
from store.batch_rights import locked_batch
from store.batch_rows import BATCHES, Batch, BatchId, BatchState, batch_of, batches
from store.files import StoredFile
from store.spot_check_rows import (
    ALL,
    BY_ID,
    IS_OPEN,
    OF_BATCH,
    ROUNDS,
    Answer,
    AnswerId,
    Request,
    Round,
    SpotCheck,
    SpotCheckId,
    Verdict,
    check_of,
    owner,
    round_of,
    spot_check_answers,
    spot_checks,
)

if TYPE_CHECKING:
    from store.unit import UnitOfWork

__all__ = [
    "Answer",
    "AnswerId",
    "Request",
    "Round",
    "SpotCheck",
    "SpotCheckId",
    "SpotChecks",
    "Verdict",
]


class SpotChecks:
    """One open check for a batch; every step under the lock of the batch."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- by the management station ---

    def ask(self, batch: BatchId, request: Request) -> SpotCheck:
        """Draw that batch; NotPossible before its exam, while one is open, and for a day gone by."""
        found = locked_batch(self._unit, batch, Action.SPOT_CHECK)
        due = due_findings(request.due_on, self._unit.today, "due_on")
        if against := (*self.against(found), *due):
            raise NotPossible(against)
        adding = insert(spot_checks).returning(spot_checks.c.id)
        new = {
            "batch_id": batch,
            "state": SpotCheckState.ASKED,
            "step": 1,
            "wanted": list(request.wanted),
            "due_on": request.due_on,
            "seed": request.seed or None,
            "drawn_from": request.drawn_from,
            "asked_by": self._unit.caller.person,
            "asked_at": self._unit.now,
        }
        check = SpotCheckId(self._unit.connection.execute(adding, new).scalar_one())
        sealed = self._unit.seal(request.note, f"spot_checks.request:{check}")
        self._set(check, request=sealed)
        self._unit.audit.note("spot-check-asked", f"batch:{batch}", seed=request.seed)
        return self.get(check)

    def against(self, batch: Batch) -> tuple[Finding, ...]:
        """Why the batch cannot be checked now."""
        args = {"number": batch.number}
        if batch.state is not BatchState.SUBMITTED or self._unit.now < batch.begins_at:
            return (Finding("spot-check-too-early", "R7.7", args, box="batch"),)
        if any(one.state is not SpotCheckState.CLOSED for one in self.of(batch.id)):
            return (Finding("spot-check-open", "R7.7", args, box="batch"),)
        return ()

    def pool(self) -> tuple[Batch, ...]:
        """What can be drawn: the caller's batches of the last ⚙ months that were never checked, by number."""
        months = self._unit.policy.current(self._unit.today).spot_check_months
        checked = exists().where(spot_checks.c.batch_id == batches.c.id)
        question = BATCHES.where(
            batches.c.station_code.in_(rights.covered(self._unit, Action.SPOT_CHECK)),
            batches.c.state == BatchState.SUBMITTED,
            batches.c.exam_on < self._unit.today,
            batches.c.exam_on >= add_months(self._unit.today, -months),
            ~checked,
        ).order_by(batches.c.number)
        return tuple(map(batch_of, self._unit.connection.execute(question)))

    def draw(self, seed: str) -> tuple[Batch, int]:
        """The batch that seed draws from the pool, and how large the pool is; NotPossible from none."""
        pool = {batch.number: batch for batch in self.pool()}
        if not pool:
            raise NotPossible(Finding("spot-check-nothing-to-draw", "R7.7", box="seed"))
        return pool[drawn(list(pool), seed)], len(pool)

    def conclude(self, check: SpotCheckId, seen: int, verdict: Verdict) -> SpotCheck:
        """What was found in the latest answer: closed, or something to be put right by a day."""
        standing = self._stepping(check, seen, SpotCheckState.ANSWERED, Action.SPOT_CHECK)
        if verdict.correct_by:
            due = due_findings(verdict.correct_by, self._unit.today, "correct_by")
            if against := tuple(due):
                raise NotPossible(against)
        self._noted(self.rounds(check)[-1].id, verdict)
        again = verdict.conclusion is SpotCheckConclusion.CORRECT
        state = SpotCheckState.ASKED if again else SpotCheckState.CLOSED
        due_on = verdict.correct_by or standing.due_on
        self._set(check, state=state, step=seen + 1, due_on=due_on)
        self._unit.audit.note(f"spot-check-{verdict.conclusion}", f"batch:{standing.batch}")
        return self.get(check)

    # --- by the station ---

    def answer(self, check: SpotCheckId, seen: int, answer: Answer) -> SpotCheck:
        """Say and send what was asked for; late is better than never."""
        standing = self._stepping(check, seen, SpotCheckState.ASKED, Action.ANSWER_SPOT_CHECK)
        values = {
            "spot_check_id": check,
            "answered_by": self._unit.caller.person,
            "answered_at": self._unit.now,
        }
        adding = insert(spot_check_answers).returning(spot_check_answers.c.id)
        number = AnswerId(self._unit.connection.execute(adding, values).scalar_one())
        self._set_answer(number, **self._sealed(number, answer=answer.text, place=answer.place))
        owners = {owner(number, n): file for n, file in enumerate(answer.files, start=1)}
        if owners:
            self._unit.files.own_each(owners)
        self._set(check, state=SpotCheckState.ANSWERED, step=seen + 1)
        args = {"files": len(answer.files)}
        self._unit.audit.note("spot-check-answered", f"batch:{standing.batch}", **args)
        return self.get(check)

    # --- questions ---

    def waiting(self, action: Action) -> tuple[SpotCheck, ...]:
        """What the caller is to do next: answers to look at, or to give; the earliest due first."""
        state = SpotCheckState.ANSWERED if action is Action.SPOT_CHECK else SpotCheckState.ASKED
        question = (
            ALL.join(batches)
            .where(
                spot_checks.c.state == state,
                batches.c.station_code.in_(rights.covered(self._unit, action)),
            )
            .order_by(spot_checks.c.due_on, spot_checks.c.id)
        )
        return tuple(check_of(self._unit, row) for row in self._unit.connection.execute(question))

    def listed(self) -> tuple[SpotCheck, ...]:
        """All the caller may see, the latest first."""
        codes = {
            *rights.covered(self._unit, Action.SPOT_CHECK),
            *rights.covered(self._unit, Action.ANSWER_SPOT_CHECK),
        }
        question = (
            ALL.join(batches)
            .where(batches.c.station_code.in_(sorted(codes)))
            .order_by(spot_checks.c.id.desc())
        )
        return tuple(check_of(self._unit, row) for row in self._unit.connection.execute(question))

    def of(self, batch: BatchId) -> tuple[SpotCheck, ...]:
        """The caller's right is the caller's matter."""
        rows = self._unit.connection.execute(OF_BATCH, {"batch": batch})
        return tuple(check_of(self._unit, row) for row in rows)

    def get(self, check: SpotCheckId) -> SpotCheck:
        row = self._unit.connection.execute(BY_ID, {"check": check}).first()
        if row is None:
            raise NotPossible(Finding("spot-check-unknown", "R7.7"))
        return check_of(self._unit, row)

    def seen(self, check: SpotCheckId) -> SpotCheck:
        """For the station and the officers who check."""
        found = self.get(check)
        batch = self._unit.batches.get(found.batch)
        if not rights.covers(self._unit, Action.SPOT_CHECK, batch.station_code, batch.programme):
            rights.check(self._unit, Action.ANSWER_SPOT_CHECK, institution=batch.station_code)
        return found

    def rounds(self, check: SpotCheckId) -> tuple[Round, ...]:
        """Answers in their order, each with what was found."""
        rows = self._unit.connection.execute(ROUNDS, {"check": check})
        return tuple(self._read(row) for row in rows.all())

    def files(self, answer: AnswerId) -> tuple[StoredFile, ...]:
        """What was sent with it, in order."""
        found: list[StoredFile] = []
        while file := self._unit.files.of(owner(answer, len(found) + 1)):
            found += file
        return tuple(found)

    def unsettled(self, after: int, limit: int) -> Sequence[SpotCheckId]:
        """All that are open, by number: for jobs."""
        question = (
            select(spot_checks.c.id)
            .where(IS_OPEN, spot_checks.c.id > after)
            .order_by(spot_checks.c.id)
            .limit(limit)
        )
        return [SpotCheckId(one) for one in self._unit.connection.scalars(question)]

    # --- inside ---

    def _stepping(
        self, check: SpotCheckId, seen: int, state: SpotCheckState, action: Action
    ) -> SpotCheck:
        locked_batch(self._unit, self.get(check).batch, action)
        standing = self.get(check)
        if standing.state is not state or standing.step != seen:
            raise NotPossible(Finding("spot-check-moved-on", "R7.7"))
        return standing

    def _noted(self, answer: AnswerId, verdict: Verdict) -> None:
        texts = self._sealed(answer, findings=verdict.findings, correction=verdict.correction)
        self._set_answer(
            answer,
            conclusion=verdict.conclusion,
            correct_by=verdict.correct_by,
            decided_by=self._unit.caller.person,
            decided_at=self._unit.now,
            **texts,
        )

    def _sealed(self, number: AnswerId, **texts: str) -> Mapping[str, bytes]:
        return {
            name: self._unit.seal(text, f"spot_check_answers.{name}:{number}")
            for name, text in texts.items()
            if text
        }

    def _set(self, check: SpotCheckId, **values: object) -> None:
        changing = update(spot_checks).where(spot_checks.c.id == check)
        self._unit.connection.execute(changing.values(values))

    def _set_answer(self, number: AnswerId, **values: object) -> None:
        changing = update(spot_check_answers).where(spot_check_answers.c.id == number)
        self._unit.connection.execute(changing.values(values))

    def _read(self, row: Row[Any]) -> Round:
        return round_of(self._unit, row, tuple(file.id for file in self.files(row.id)))
