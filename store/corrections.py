"""What a candidate hands in again after the station returned a registration (R5.2, R5.6): old versions stay."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, ForeignKey, Integer, Table, insert, select

from rules.findings import Finding, NotPossible
from rules.materials import Material
from rules.photos import upload_findings
from rules.registration import RegistrationState, close_findings, findings
from rules.registration_reviews import FIXED, ReviewKind, unasked_changes
from rules.roles import Action
from store.batches import Batch, BatchItem, BatchState, ItemId, facts_of, seats_left
from store.database import dumps
from store.documents import Documents
from store.files import FileId
from store.registration_rows import Registration, RegistrationId, RegistrationRows
from store.registrations import (
    Filing,
    as_signed_up,
    boxes_context,
    facts_of_file,
    gone_files,
    judged,
)
from store.review_steps import ReviewSteps
from store.rights import check_own
from store.schema import Moment, Sealed, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

registration_versions = Table(
    "registration_versions",
    metadata,
    Column("registration_id", ForeignKey("registrations.id"), primary_key=True),
    Column("step", Integer, primary_key=True, autoincrement=False),
    Column("boxes", Sealed, nullable=False),
    Column("replaced_at", Moment, nullable=False),
)
"""The boxes as they stood before the correction that made this step."""


class Corrections:
    """Only what was returned may change, only by its candidate, only until the close (R4.3)."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit
        self._rows = RegistrationRows(unit)
        self._steps = ReviewSteps(unit)
        self._documents = Documents(unit)

    def hand_in(
        self, registration: RegistrationId, files: Mapping[Material, FileId]
    ) -> Registration:
        """Take the documents asked for again, all of them; everything wrong is said at once."""
        returned = self._locked(registration)
        wanted = self.documents_wanted(registration)
        if forbidden := tuple(self._document_findings(files, wanted)):
            raise NotPossible(forbidden)
        self._documents.give(returned.id, files)
        stamped = {"stamped_at": self._unit.now} if Material.STAMPED_FORM in files else {}
        return self._moved_on(returned, ReviewKind.HAND_IN, {str(one) for one in files}, stamped)

    def correct(self, registration: RegistrationId, filing: Filing) -> Registration:
        """Take the boxes asked for again; with another trade or level the seat changes as well.

        The printed form reads differently now, so a stamp on the old one counts no more (R5.4).
        """
        # Before the registration's row: seats are given out under the lock of the batch.
        self._unit.seats.lock(self._rows.get(registration).batch_id)
        returned = self._locked(registration)
        filing = as_signed_up(filing, self._unit.people.get(returned.person_id))
        batch = self._unit.batches.get(returned.batch_id)
        if forbidden := tuple(self._correction_findings(returned, filing, batch)):
            raise NotPossible(forbidden)
        self._keep_old(returned)
        policy = self._unit.policy.current(self._unit.today)
        values = {
            **judged(self._unit, filing, batch, policy),
            "item_id": self._seat(returned, filing),
            "boxes": self._unit.seal(dumps(filing.boxes), boxes_context(returned.number)),
            "stamped_at": None,
        }
        self._documents.give(returned.id, self._fresh(returned, filing.files))
        return self._moved_on(returned, ReviewKind.CORRECT, self.boxes_wanted(registration), values)

    def documents_wanted(self, registration: RegistrationId) -> Mapping[Material, str]:
        """The documents asked for again, in the order of the form, with the reasons."""
        asked = self._steps.asked_for(registration)
        return {material: asked[material] for material in Material if material in asked}

    def boxes_wanted(self, registration: RegistrationId) -> Mapping[str, str]:
        """The boxes to be corrected, with the reasons."""
        asked = self._steps.asked_for(registration)
        return {box: why for box, why in asked.items() if box not in set(Material)}

    # --- what the above is made of ---

    def _locked(self, registration: RegistrationId) -> Registration:
        one = self._rows.lock(registration)
        check_own(self._unit, one.person_id, Action.FILE_REGISTRATION)
        batch = self._unit.batches.get(one.batch_id)
        forbidden = [*close_findings(batch.closes_at, self._unit.now)]
        if batch.state is not BatchState.OPEN:
            forbidden.append(Finding("batch-not-open", "R4.3", {"state": str(batch.state)}))
        if one.state is not RegistrationState.RETURNED:
            forbidden.append(
                Finding("registration-not-returned", "R5.2", {"state": str(one.state)})
            )
        if forbidden:
            raise NotPossible(forbidden)
        return one

    def _document_findings(
        self, files: Mapping[Material, FileId], wanted: Mapping[Material, str]
    ) -> Iterator[Finding]:
        for material in wanted:
            if material not in files:
                yield Finding(
                    "material-missing", "R5.6", {"material": str(material)}, box=str(material)
                )
        for material, file in files.items():
            found = self._unit.files.find(file)
            if material not in wanted:
                yield Finding("document-not-returned", "R5.2", box=str(material))
            elif found is None:
                yield Finding("file-gone", "R5.3", box=str(material))
            else:
                for one in upload_findings(material, facts_of_file(found)):
                    yield replace(one, box=str(material))

    def _correction_findings(
        self, returned: Registration, filing: Filing, batch: Batch
    ) -> Iterator[Finding]:
        wanted = self.boxes_wanted(returned.id)
        if not wanted:
            yield Finding("registration-not-returned", "R5.2", {"state": str(returned.state)})
        application, items = filing.application, self._items(returned)
        yield from findings(
            application,
            facts_of(batch, items),
            already_registered=False,
            seats_left=seats_left(items, application.unit, application.level),
            now=self._unit.now,
            policy=self._unit.policy.current(self._unit.today),
        )
        yield from gone_files(self._unit, filing.files)
        before = _correctable(self._unit.registrations.boxes(returned))
        after = _correctable(json.loads(dumps(filing.boxes)))
        for box in unasked_changes(before, after, wanted):
            yield Finding("box-not-returned", "R5.2", box=box)

    def _items(self, returned: Registration) -> tuple[BatchItem, ...]:
        """The lines of the batch as if the registration's own seat were free."""
        return tuple(
            replace(item, taken=item.taken - 1) if item.id == returned.item_id else item
            for item in self._unit.batches.items(returned.batch_id)
        )

    def _seat(self, returned: Registration, filing: Filing) -> ItemId:
        """The seat it holds, or one of the choice it was corrected to."""
        unit, level = filing.application.unit, filing.application.level
        if (unit.key, level) == (returned.unit_key, returned.level):
            return returned.item_id
        item = self._unit.seats.take(returned.batch_id, unit.key, level)
        if item is None:
            raise NotPossible(Finding("batch-full", "R4.6", box="level"))
        self._unit.seats.give_back(returned.item_id)
        return item

    def _fresh(
        self, returned: Registration, files: Mapping[Material, FileId]
    ) -> Mapping[Material, FileId]:
        """The uploads that are not the ones that count already."""
        counting = self._documents.counting(returned.id)
        return {
            material: file
            for material, file in files.items()
            if material not in counting or counting[material].file != file
        }

    def _keep_old(self, returned: Registration) -> None:
        step = returned.step + 1
        boxes = dumps(self._unit.registrations.boxes(returned))
        values = {
            "registration_id": returned.id,
            "step": step,
            "boxes": self._unit.seal(boxes, _context(returned.id, step)),
            "replaced_at": self._unit.now,
        }
        self._unit.connection.execute(insert(registration_versions), values)

    def before(self, registration: RegistrationId, step: int) -> dict[str, Any]:
        """The boxes as they stood before the correction that made this step."""
        question = select(registration_versions.c.boxes).where(
            registration_versions.c.registration_id == registration,
            registration_versions.c.step == step,
        )
        sealed = self._unit.connection.execute(question).scalar_one()
        boxes: dict[str, Any] = json.loads(self._unit.unseal(sealed, _context(registration, step)))
        return boxes

    def _moved_on(
        self,
        returned: Registration,
        kind: ReviewKind,
        given: "set[str] | Mapping[str, str]",
        values: Mapping[str, object],
    ) -> Registration:
        """Back to the station when nothing more is asked for; else it still is the candidate's."""
        written = self._rows.change(returned.id, **{**values, "step": returned.step + 1})
        self._steps.add(written, kind, boxes=given)
        state = RegistrationState.RETURNED
        if not self._steps.asked_for(returned.id):
            state = written.whole
        complete = state is RegistrationState.COMPLETE
        since = self._unit.now if complete else None
        return self._rows.change(written.id, state=state, waiting_since=since)


def _correctable(boxes: Mapping[str, Any]) -> dict[str, Any]:
    """The boxes a form is asked for; the others follow from sign-up and batch."""
    return {box: value for box, value in boxes.items() if box not in FIXED}


def _context(registration: RegistrationId, step: int) -> str:
    return f"registration_versions.boxes:{registration}.{step}"
