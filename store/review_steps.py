"""What happened to registrations after they were filed: who decided, asked for or handed in what; added, never changed."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, ForeignKey, Integer, String, Table, insert, select

from rules.registration_reviews import ReviewKind
from store.database import dumps
from store.people import PersonId, people
from store.registration_rows import Registration, RegistrationId
from store.schema import Document, Moment, Sealed, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

registration_steps = Table(
    "registration_steps",
    metadata,
    Column("registration_id", ForeignKey("registrations.id"), primary_key=True),
    Column("step", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), nullable=False),
    Column("person_id", ForeignKey(people.c.id)),
    Column("at", Moment, nullable=False),
    Column("boxes", Document, nullable=False),
    Column("reasons", Sealed, nullable=False),
    Column("lot", Integer, index=True),
)

WHOLE_REGISTRATION = ""
"""In place of a box: the reason is about the registration as a whole."""


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """One act; `person` is None for the office itself."""

    step: int
    kind: ReviewKind
    person: PersonId | None
    at: datetime
    boxes: tuple[str, ...]
    """The documents and boxes it was about; of an approval what was confirmed."""
    lot: int | None
    """Those approved together have one number."""
    reasons: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Why, by document or box; under "" about the registration as a whole."""


class ReviewSteps:
    """Reasons may be anybody's own words, so they are sealed."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def add(
        self,
        registration: Registration,
        kind: ReviewKind,
        *,
        boxes: Iterable[str] = (),
        reasons: Mapping[str, str] | None = None,
        lot: int | None = None,
    ) -> None:
        """Note what made the registration's row what it is at its present step."""
        place = f"{registration.id}.{registration.step}"
        values = {
            "registration_id": registration.id,
            "step": registration.step,
            "kind": kind,
            "person_id": self._unit.caller.person,
            "at": self._unit.now,
            "boxes": sorted(boxes),
            "reasons": self._unit.seal(dumps(dict(reasons or {})), _context(place)),
            "lot": lot,
        }
        self._unit.connection.execute(insert(registration_steps), values)
        self._unit.audit.note(
            f"registration-{kind}", f"registration:{registration.id}", boxes=sorted(boxes)
        )

    def of(self, registration: RegistrationId) -> tuple[ReviewStep, ...]:
        """From the first on."""
        question = select(registration_steps).where(
            registration_steps.c.registration_id == registration
        )
        rows = self._unit.connection.execute(question.order_by(registration_steps.c.step))
        return tuple(map(self._step, rows))

    def asked_for(self, registration: RegistrationId) -> Mapping[str, str]:
        """What the last return still waits for, with the reasons; empty when all came in."""
        steps = self.of(registration)
        returns = [n for n, one in enumerate(steps) if one.kind is ReviewKind.RETURN]
        if not returns:
            return {}
        given: Collection[str] = {box for one in steps[returns[-1] + 1 :] for box in one.boxes}
        reasons = steps[returns[-1]].reasons
        return {box: why for box, why in reasons.items() if box and box not in given}

    def of_lot(self, lot: int) -> tuple[RegistrationId, ...]:
        """The registrations approved together."""
        question = (
            select(registration_steps.c.registration_id)
            .where(registration_steps.c.lot == lot)
            .order_by(registration_steps.c.registration_id)
        )
        return tuple(self._unit.connection.scalars(question))

    def _step(self, row: Any) -> ReviewStep:
        context = _context(f"{row.registration_id}.{row.step}")
        return ReviewStep(
            row.step,
            ReviewKind(row.kind),
            row.person_id,
            row.at,
            tuple(row.boxes),
            row.lot,
            json.loads(self._unit.unseal(row.reasons, context)),
        )


def _context(place: str) -> str:
    return f"registration_steps.reasons:{place}"
