"""Paper photos (纸质照片): each qualified candidate's, awaited, received or returned with the reason (R7.8)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, ForeignKey, Row, String, Table, select
from sqlalchemy.dialects.postgresql import insert

from rules.findings import Finding, NotPossible
from rules.paper_photos import PhotoState
from rules.roles import Action
from rules.running_numbers import in_spans
from store import outcomes, rights
from store.batch_rights import check_batch, locked_batch
from store.batch_rows import BATCHES, Batch, BatchId, BatchState, batch_of, batches
from store.people import PersonId, people
from store.registration_rows import RegistrationId, registrations
from store.results import approved_results
from store.schema import Moment, Sealed, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

paper_photos = Table(
    "paper_photos",
    metadata,
    Column("registration_id", ForeignKey(registrations.c.id), primary_key=True),
    Column("batch_id", ForeignKey(batches.c.id), nullable=False, index=True),
    Column("state", String(10), nullable=False),
    Column("reason", Sealed),
    Column("noted_by", ForeignKey(people.c.id)),
    Column("noted_at", Moment, nullable=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPhoto:
    """Of one candidate who passed; without a note it is awaited."""

    registration: RegistrationId
    person: PersonId
    running_number: int
    state: PhotoState
    reason: str = field(default="", repr=False)
    """Why it was returned."""
    noted_at: datetime | None = None


_new = insert(paper_photos)
# PostgreSQL's construct compiles for SQLite as well, whose clause is the same.
NOTE = _new.on_conflict_do_update(
    index_elements=[paper_photos.c.registration_id],
    set_={name: _new.excluded[name] for name in ("state", "reason", "noted_by", "noted_at")},
)


class PaperPhotos:
    """Noted by running number under the lock of the batch; what is as it should be stays as it is."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def receive(self, batch: BatchId, numbers: Collection[int]) -> tuple[PaperPhoto, ...]:
        """They are there; those that were not before. NotPossible names numbers nobody passed under."""
        return self._note(batch, numbers, PhotoState.RECEIVED, "")

    def give_back(
        self, batch: BatchId, numbers: Collection[int], reason: str
    ) -> tuple[PaperPhoto, ...]:
        """They will not do; those it is new of."""
        return self._note(batch, numbers, PhotoState.RETURNED, reason)

    # --- questions ---

    def of(self, batch: BatchId) -> tuple[PaperPhoto, ...]:
        """Of everybody who passed, in the order of the platform; NotPossible before the results are free."""
        outcomes.approved(self._unit, batch)
        question = select(paper_photos).where(paper_photos.c.batch_id == batch)
        noted = {row.registration_id: row for row in self._unit.connection.execute(question)}
        return tuple(
            self._record(one, noted.get(one.registration))
            for one in outcomes.passed(self._unit, batch)
        )

    def of_registration(
        self, registration: RegistrationId
    ) -> tuple[PhotoState, str, datetime] | None:
        """How it stands, why it was returned, since when; None where nothing was noted."""
        question = select(paper_photos).where(paper_photos.c.registration_id == registration)
        row = self._unit.connection.execute(question).first()
        return (PhotoState(row.state), self._reason(row), row.noted_at) if row else None

    def seen(self, batch: BatchId) -> tuple[PaperPhoto, ...]:
        """The same for the station and the officers above it."""
        found = self._unit.batches.get(batch)
        check_batch(self._unit, found, Action.SEE_PAPER_PHOTOS)
        return self.of(batch)

    def lacking(self, batch: BatchId) -> tuple[PaperPhoto, ...]:
        """What is awaited or was returned."""
        return tuple(one for one in self.of(batch) if one.state is not PhotoState.RECEIVED)

    def awaiting(self) -> tuple[Batch, ...]:
        """Batches the caller may see photos of that are not complete, the oldest exam first."""
        question = (
            BATCHES.join(approved_results, approved_results.c.batch_id == batches.c.id)
            .where(
                batches.c.station_code.in_(rights.covered(self._unit, Action.SEE_PAPER_PHOTOS)),
                batches.c.state == BatchState.SUBMITTED,
                approved_results.c.free_on <= self._unit.today,
            )
            .order_by(batches.c.exam_on, batches.c.id)
        )
        listed: Sequence[Row[Any]] = self._unit.connection.execute(question).all()
        return tuple(one for one in map(batch_of, listed) if self.lacking(one.id))

    def with_returned(self, after: int, limit: int) -> tuple[BatchId, ...]:
        """Batches with a photo that was returned, by number: for jobs."""
        question = (
            select(paper_photos.c.batch_id)
            .where(paper_photos.c.state == PhotoState.RETURNED, paper_photos.c.batch_id > after)
            .distinct()
            .order_by(paper_photos.c.batch_id)
            .limit(limit)
        )
        return tuple(map(BatchId, self._unit.connection.scalars(question)))

    # --- inside ---

    def _note(
        self, batch: BatchId, numbers: Collection[int], state: PhotoState, reason: str
    ) -> tuple[PaperPhoto, ...]:
        locked_batch(self._unit, batch, Action.KEEP_PAPER_PHOTOS)
        there = {one.running_number: one for one in self.of(batch)}
        if unknown := set(numbers) - there.keys():
            args = {"numbers": in_spans(unknown)}
            raise NotPossible(Finding("paper-photos-not-listed", "R7.8", args, box="numbers"))
        new = [
            there[number]
            for number in sorted(numbers)
            if (there[number].state, there[number].reason) != (state, reason)
        ]
        for one in new:
            self._unit.connection.execute(NOTE, self._values(batch, one, state, reason))
        if new:
            spans = in_spans(one.running_number for one in new)
            self._unit.audit.note(f"photos-{state}", f"batch:{batch}", numbers=spans)
        changed = {one.registration for one in new}
        return tuple(one for one in self.of(batch) if one.registration in changed)

    def _values(
        self, batch: BatchId, one: PaperPhoto, state: PhotoState, reason: str
    ) -> Mapping[str, object]:
        context = f"paper_photos.reason:{one.registration}"
        return {
            "registration_id": one.registration,
            "batch_id": batch,
            "state": state,
            "reason": self._unit.seal(reason, context) if reason else None,
            "noted_by": self._unit.caller.person,
            "noted_at": self._unit.now,
        }

    def _record(self, one: outcomes.Passed, row: Row[Any] | None) -> PaperPhoto:
        return PaperPhoto(
            registration=one.registration,
            person=one.person,
            running_number=one.running_number,
            state=PhotoState(row.state) if row else PhotoState.AWAITED,
            reason=self._reason(row) if row else "",
            noted_at=row.noted_at if row else None,
        )

    def _reason(self, row: Row[Any]) -> str:
        context = f"paper_photos.reason:{row.registration_id}"
        return self._unit.unseal(row.reason, context) if row.reason else ""
