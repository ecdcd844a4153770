"""The station's review of registrations: who has which in hand, and what was decided (R3.4, R5.6)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, func, select

from rules.approvals import claim_holds
from rules.findings import Finding, NotPossible
from rules.materials import Material
from rules.registration import RegistrationState, close_findings
from rules.registration_reviews import (
    STANDING,
    Point,
    ReviewKind,
    choices,
    confirmation_findings,
    reopening_findings,
    returnable,
)
from rules.roles import Action
from store import rights
from store.batches import BatchId, BatchState, ItemId, batches
from store.counters import next_number
from store.documents import Documents
from store.look_alikes import LookAlike, look_alikes
from store.pages import Page, first_page, window
from store.people import PersonId
from store.registration_rows import (
    REGISTRATIONS,
    Registration,
    RegistrationId,
    RegistrationRows,
    registration_of,
    registrations,
)
from store.review_steps import WHOLE_REGISTRATION, ReviewStep, ReviewSteps

if TYPE_CHECKING:
    from store.unit import UnitOfWork

AT_ONCE = 30
"""So many are approved together: names a person can still compare."""


class Reviews:
    """Every change is decided under the lock of the registration's row, by the staff of its batch's station."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit
        self._rows = RegistrationRows(unit)
        self._steps = ReviewSteps(unit)
        self._documents = Documents(unit)

    # --- questions ---

    def waiting(self, page: int = 0, batch: BatchId | None = None) -> Page[Registration]:
        """What is complete and waits for the caller's stations, longest waiting first."""
        question = window(self._waiting(batch), page)
        return first_page(map(registration_of, self._unit.connection.execute(question)))

    def batches_waiting(self) -> tuple[BatchId, ...]:
        """The batches of the caller's stations something waits in."""
        waiting = self._waiting(None).with_only_columns(registrations.c.batch_id).order_by(None)
        question = waiting.distinct().order_by(registrations.c.batch_id)
        return tuple(self._unit.connection.scalars(question))

    def plain(self, batch: BatchId) -> tuple[Registration, ...]:
        """Those of a batch that ask for no look of their own, at most AT_ONCE of them.

        Nothing to confirm but what is confirmed of every student, nobody else's photo or mobile
        number, and not in a colleague's hands.
        """
        found = []
        for row in self._unit.connection.execute(self._waiting(batch)):
            one = registration_of(row)
            if self._is_plain(one):
                found.append(one)
            if len(found) == AT_ONCE:
                break
        return tuple(found)

    def see(self, registration: RegistrationId) -> Registration:
        """The registration, for the staff of its station; a refusal is audited."""
        return self._visible(self._rows.get(registration))

    def at_hand(self, registration: RegistrationId, seen: int | None = None) -> Registration:
        """The registration, if the caller may decide on it now; NotPossible says what happened to it."""
        return self._decidable(self.see(registration), seen)

    def history(self, registration: RegistrationId) -> tuple[ReviewStep, ...]:
        return self._steps.of(registration)

    def asked_for(self, registration: RegistrationId) -> Mapping[str, str]:
        """The documents and boxes a candidate still owes, with the reasons."""
        return self._steps.asked_for(registration)

    def waits_since(self, batch: BatchId) -> datetime | None:
        """Since when the one waiting longest waits; for jobs, whoever's station it is."""
        waiting = registrations.c.state == RegistrationState.COMPLETE
        question = select(func.min(registrations.c.waiting_since))
        since: datetime | None = self._unit.connection.scalar(
            question.where(registrations.c.batch_id == batch, waiting)
        )
        return since

    def returned(self, after: int, limit: int) -> Sequence[RegistrationId]:
        """Registrations that wait for their candidate in open batches, by their ids: for jobs."""
        question = (
            select(registrations.c.id)
            .join(batches, batches.c.id == registrations.c.batch_id)
            .where(registrations.c.state == RegistrationState.RETURNED)
            .where(batches.c.state == BatchState.OPEN, batches.c.closes_at > self._unit.now)
            .where(registrations.c.id > after)
            .order_by(registrations.c.id)
        )
        return self._unit.connection.scalars(question.limit(limit)).all()

    def returned_at(self, registration: RegistrationId) -> datetime | None:
        """When it was returned last."""
        returns = (one for one in self._steps.of(registration) if one.kind is ReviewKind.RETURN)
        return max((one.at for one in returns), default=None)

    def look_alikes(self, registration: Registration) -> tuple[LookAlike, ...]:
        return look_alikes(self._unit, registration)

    def is_claimed(self, one: Registration) -> bool:
        hours = self._unit.policy.current(self._unit.today).claim_hours
        return one.claimed_at is not None and claim_holds(one.claimed_at, self._unit.now, hours)

    # --- decisions ---

    def claim(self, registration: RegistrationId) -> Registration:
        """Take it for oneself for a while (⚙), so that two do not review the same."""
        waiting = self._locked(registration)
        person, now = self._unit.caller.person, self._unit.now
        return self._rows.change(waiting.id, claimed_by=person, claimed_at=now)

    def release(self, registration: RegistrationId) -> Registration:
        """Leave it to the others again."""
        waiting = self._locked(registration)
        return self._rows.change(waiting.id, claimed_by=None, claimed_at=None)

    def approve(
        self,
        registration: RegistrationId,
        *,
        confirmed: Collection[Point] = (),
        seen: int | None = None,
    ) -> Registration:
        """Ready for the roster; NotPossible names every point that is still to be confirmed."""
        waiting = self._locked(registration, seen)
        self._allow(waiting, ReviewKind.APPROVE)
        if missing := tuple(confirmation_findings(waiting.to_confirm, confirmed)):
            raise NotPossible(missing)
        return self._approved(waiting)

    def approve_together(
        self, seen: Mapping[RegistrationId, int], *, confirmed: Collection[Point] = ()
    ) -> tuple[int, tuple[Registration, ...]]:
        """Approve the plain ones among those the caller saw; what has changed since stays as it is.

        The number of the lot takes them back together.
        """
        lot = next_number(self._unit.connection, "review-lot")
        done = []
        for registration, step in sorted(seen.items()):
            one = self._visible(self._rows.lock(registration))
            whole = one.step == step and self._is_open(one) and self._is_plain(one)
            if whole and set(one.to_confirm) <= set(confirmed):
                done.append(self._approved(one, lot))
        return lot, tuple(done)

    def send_back(
        self, registration: RegistrationId, reasons: Mapping[str, str], *, seen: int | None = None
    ) -> Registration:
        """Ask for single documents again and for boxes to be corrected, each with its reason (R5.2, R5.6)."""
        waiting = self._locked(registration, seen)
        self._allow(waiting, ReviewKind.RETURN)
        if findings := tuple(self._return_findings(waiting, reasons)):
            raise NotPossible(findings)
        rejected = {box: why for box, why in reasons.items() if box in set(Material)}
        self._documents.find(waiting.id, {Material(box): why for box, why in rejected.items()})
        state = RegistrationState.RETURNED
        return self._decided(waiting, ReviewKind.RETURN, state, reasons=reasons)

    def reject(
        self, registration: RegistrationId, reason: str, *, seen: int | None = None
    ) -> Registration:
        """Refuse it for good and give its seat to somebody else."""
        waiting = self._locked(registration, seen)
        self._allow(waiting, ReviewKind.REJECT)
        if not reason:
            raise NotPossible(Finding("review-reason-wanted", "R5.6"))
        self._unit.seats.give_back(waiting.item_id)
        reasons = {WHOLE_REGISTRATION: reason}
        state = RegistrationState.REJECTED
        return self._decided(waiting, ReviewKind.REJECT, state, reasons=reasons)

    def reopen(self, registration: RegistrationId, *, seen: int | None = None) -> Registration:
        """Take a decision of the same day back, until the roster is submitted; a rejected one needs a seat again."""
        # Before its row: the roster is closed under the lock of the batch.
        self._unit.seats.lock(self._rows.get(registration).batch_id)
        decided = self._locked(registration, seen)
        self._allow(decided, ReviewKind.REOPEN)
        last = self._steps.of(decided.id)[-1]
        if findings := tuple(reopening_findings(last.at, self._unit.now)):
            raise NotPossible(findings)
        item = decided.item_id
        if decided.state is RegistrationState.REJECTED:
            item = self._seat_again(decided)
        # What it was before is what it would be with nothing asked for, or what is still asked for.
        owed = self._steps.asked_for(decided.id)
        state = RegistrationState.RETURNED if owed else decided.whole
        return self._decided(decided, ReviewKind.REOPEN, state, item_id=item)

    def reopen_together(self, lot: int) -> tuple[Registration, ...]:
        """Take back those approved together; what has changed since stays as it is."""
        undone = []
        for registration in self._steps.of_lot(lot):
            one = self._visible(self._rows.get(registration))
            last = self._steps.of(registration)[-1]
            if one.state is RegistrationState.APPROVED and last.lot == lot:
                undone.append(self.reopen(registration))
        return tuple(undone)

    # --- what the above is made of ---

    def _waiting(self, batch: BatchId | None) -> Select[Any]:
        reached = rights.covered(self._unit, Action.REVIEW_REGISTRATION)
        conditions: list[ColumnElement[bool]] = [
            registrations.c.state == RegistrationState.COMPLETE,
            batches.c.state == BatchState.OPEN,
            batches.c.station_code.in_(reached),
        ]
        if batch is not None:
            conditions.append(batches.c.id == batch)
        joined = REGISTRATIONS.join(batches, batches.c.id == registrations.c.batch_id)
        return joined.where(*conditions).order_by(registrations.c.waiting_since, registrations.c.id)

    def _locked(self, registration: RegistrationId, seen: int | None = None) -> Registration:
        return self._decidable(self._visible(self._rows.lock(registration)), seen)

    def _visible(self, one: Registration) -> Registration:
        batch = self._unit.batches.get(one.batch_id)
        action = Action.REVIEW_REGISTRATION
        self._unit.require(action)
        if not rights.covers(self._unit, action, batch.station_code, batch.programme):
            raise rights.refused(self._unit, action, f"registration:{one.id}")
        return one

    def _decidable(self, one: Registration, seen: int | None) -> Registration:
        """NotPossible unless it is as it was seen, its roster still open, and nobody else has it."""
        if seen not in {None, one.step}:
            raise NotPossible(self._moved_on(one))
        batch = self._unit.batches.get(one.batch_id)
        if batch.state is not BatchState.OPEN:
            raise NotPossible(Finding("review-over", "R5.7", {"number": batch.number}))
        if self._unit.caller.person == one.person_id:
            raise NotPossible(Finding("review-own", "R5.6"))
        if self._is_others(one):
            assert one.claimed_by
            raise NotPossible(Finding("review-claimed", args={"by": self._who(one.claimed_by)}))
        return one

    def _is_others(self, one: Registration) -> bool:
        return self.is_claimed(one) and one.claimed_by != self._unit.caller.person

    def _is_open(self, one: Registration) -> bool:
        return self._unit.batches.get(one.batch_id).state is BatchState.OPEN

    def _is_plain(self, one: Registration) -> bool:
        return (
            one.state is RegistrationState.COMPLETE
            and set(one.to_confirm) <= STANDING
            and one.person_id != self._unit.caller.person
            and not self._is_others(one)
            and not self.look_alikes(one)
        )

    def _moved_on(self, one: Registration) -> Finding:
        """What was done with it last, by whom and when."""
        last = self._steps.of(one.id)[-1]
        by = self._who(last.person) if last.person else ""
        return Finding(
            "review-moved-on", args={"done": str(last.kind), "by": by, "on": last.at.date()}
        )

    def _who(self, person: PersonId) -> str:
        return self._unit.people.get(person).masked

    def _allow(self, one: Registration, kind: ReviewKind) -> None:
        if kind not in choices(one.state):
            raise NotPossible(Finding("review-not-now", "R5.6", {"state": str(one.state)}))

    def _return_findings(self, one: Registration, reasons: Mapping[str, str]) -> Iterator[Finding]:
        batch = self._unit.batches.get(one.batch_id)
        # Afterwards the candidate could not hand anything in any more.
        yield from close_findings(batch.closes_at, self._unit.now)
        if not reasons or not all(reasons.values()):
            yield Finding("review-reason-wanted", "R5.6")
        # Of what was imported these are known as well.
        boxes = {*self._unit.registrations.boxes(one), "trade", "level", "condition"}
        handed_in = self._documents.counting(one.id)
        for box in reasons:
            if not returnable(box, boxes, handed_in):
                yield Finding("review-not-returnable", "R5.2", box=box)

    def _seat_again(self, rejected: Registration) -> ItemId:
        item = self._unit.seats.take(rejected.batch_id, rejected.unit_key, rejected.level)
        if item is None:
            raise NotPossible(Finding("review-no-seat", "R4.6"))
        return item

    def _approved(self, waiting: Registration, lot: int | None = None) -> Registration:
        self._documents.find(waiting.id, {})
        state, points = RegistrationState.APPROVED, waiting.to_confirm
        return self._decided(waiting, ReviewKind.APPROVE, state, boxes=points, lot=lot)

    def _decided(
        self,
        one: Registration,
        kind: ReviewKind,
        state: RegistrationState,
        *,
        boxes: Iterable[str] = (),
        reasons: Mapping[str, str] | None = None,
        lot: int | None = None,
        **values: object,
    ) -> Registration:
        """Write what was decided; it is nobody's any more."""
        complete = state is RegistrationState.COMPLETE
        changed = self._rows.change(
            one.id,
            state=state,
            step=one.step + 1,
            waiting_since=self._unit.now if complete else None,
            claimed_by=None,
            claimed_at=None,
            **values,
        )
        named = boxes or [box for box in reasons or {} if box]
        self._steps.add(changed, kind, boxes=named, reasons=reasons, lot=lot)
        return changed
