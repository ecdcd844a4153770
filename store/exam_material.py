"""Exam material: pictures and scans of each trade of a batch, and where its answers are kept (R7.4, R7.7)."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert

from rules.deadlines import ExamDays
from rules.exam_material import (
    MOST_PAGES,
    PHOTOS,
    ROOMS,
    DateSource,
    MaterialPlace,
    date_findings,
    missing_findings,
    places,
)
from rules.findings import Finding, NotPossible
from rules.roles import Action
from store import rights
from store.batch_rows import BATCHES, Batch, BatchId, BatchState, batch_of, batches
from store.exam_material_rows import (
    BY_ID,
    KEEP,
    KEPT,
    OF_BATCH,
    USED,
    Material,
    MaterialId,
    NewMaterial,
    exam_material,
    material_of,
)
from store.files import FileId, StoredFile
from store.rosters import LOCK_BATCH

if TYPE_CHECKING:
    from store.unit import UnitOfWork

__all__ = ["ExamMaterial", "Material", "MaterialId", "NewMaterial"]


class ExamMaterial:
    """Handed in, replaced and removed under the lock of the batch, until its results are filed."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- by the station ---

    def put(self, batch: BatchId, place: MaterialPlace, new: NewMaterial) -> Material:
        """A photo takes the place of the one before it, a scan is one page more; NotPossible says why not.

        The date is the picture's own where it has one, else the one stated (R7.4).
        """
        found = self._open(batch)
        file = self._unit.files.get(new.file)
        if against := self.against_picture(found, place, file, new):
            raise NotPossible(against)
        if place.kind in PHOTOS:
            self._drop(*(one for one in self.of(batch) if one.place == place))
        return self._added(batch, place, file, new)

    def remove(self, material: MaterialId) -> Material:
        """Take one back."""
        found = self.get(material)
        self._open(found.batch)
        self._drop(found)
        self._unit.audit.note(
            "exam-material-removed", f"batch:{found.batch}", kind=found.place.kind
        )
        return found

    def keep_answers(self, batch: BatchId, place: str) -> None:
        """Where the station keeps answers, photos and video (R7.7)."""
        self._open(batch)
        values = {
            "batch_id": batch,
            "place": place,
            "noted_by": self._unit.caller.person,
            "noted_at": self._unit.now,
        }
        self._unit.connection.execute(KEEP, values)
        self._unit.audit.note("answers-kept", f"batch:{batch}")

    def against(self, batch: Batch) -> tuple[Finding, ...]:
        """Why nothing can be handed in, replaced or removed now."""
        if batch.state is not BatchState.SUBMITTED:
            return (Finding("exam-material-no-roster", "R7.4", {"number": batch.number}),)
        if self._unit.today < batch.exam_on:
            return (Finding("exam-material-before-exam", "R7.4", {"exam_on": batch.exam_on}),)
        if self._unit.results.are_submitted(batch.id):
            return (Finding("exam-material-locked", "R7.5", {"number": batch.number}),)
        return ()

    def against_picture(
        self, batch: Batch, place: MaterialPlace, file: StoredFile, new: NewMaterial
    ) -> tuple[Finding, ...]:
        """Why this picture cannot stand there."""
        if place not in self.places(batch.id):
            return (Finding("exam-material-no-place", "R7.4", box="place"),)
        if self._stands_elsewhere(file.id, batch.id, place):
            return (Finding("exam-material-used-already", "R7.4"),)
        if place.kind not in PHOTOS:
            pages = sum(one.place == place for one in self.of(batch.id))
            full = Finding("exam-material-pages-full", "R7.4", {"most": MOST_PAGES}, box="scan")
            return (full,) if pages >= MOST_PAGES else ()
        taken_on, _ = dated(file, new.stated_on)
        days = ExamDays(batch.theory_on, batch.practice_on)
        found = (
            [Finding("exam-material-undated", "R7.4", box="taken_on")]
            if taken_on is None
            else list(date_findings(place.kind, taken_on, days))
        )
        if place.kind in ROOMS and not new.examiners:
            found.append(Finding("exam-material-no-examiner", "R7.4", box="examiners"))
        return tuple(found)

    # --- questions ---

    def gaps(self, batch: BatchId) -> tuple[Finding, ...]:
        """Everything that is missing, by trade and kind (R7.4); empty when it is complete."""
        there = {one.place for one in self.of(batch)}
        missing = tuple(missing_findings(self.places(batch), there))
        if self.answers_kept_at(batch):
            return missing
        return (*missing, Finding("exam-material-answers-nowhere", "R7.7"))

    def places(self, batch: BatchId) -> tuple[MaterialPlace, ...]:
        """What has to be handed in for the batch, trade by trade."""
        return places(item.unit for item in self._unit.batches.items(batch))

    def of(self, batch: BatchId) -> tuple[Material, ...]:
        """What is there, in the order of the places; the caller's right is the caller's matter."""
        order = {place: n for n, place in enumerate(self.places(batch))}
        rows = self._unit.connection.execute(OF_BATCH, {"batch": batch})
        return tuple(sorted(map(material_of, rows), key=lambda one: order[one.place]))

    def get(self, material: MaterialId) -> Material:
        row = self._unit.connection.execute(BY_ID, {"material": material}).first()
        if row is None:
            raise NotPossible(Finding("exam-material-gone", "R7.4"))
        return material_of(row)

    def answers_kept_at(self, batch: BatchId) -> str:
        """The place noted; empty as long as there is none."""
        return self._unit.connection.execute(KEPT, {"batch": batch}).scalar() or ""

    def open_batches(self) -> tuple[Batch, ...]:
        """Batches of the caller's stations that material can be handed in for, the earliest exam first."""
        question = BATCHES.where(
            batches.c.station_code.in_(rights.covered(self._unit, Action.KEEP_EXAM_MATERIAL)),
            batches.c.state == BatchState.SUBMITTED,
            batches.c.exam_on <= self._unit.today,
        ).order_by(batches.c.exam_on, batches.c.id)
        found = map(batch_of, self._unit.connection.execute(question))
        return tuple(batch for batch in found if not self.against(batch))

    # --- inside ---

    def _open(self, batch: BatchId) -> Batch:
        """The batch, locked; NotPossible for another station's and where it is too early or too late."""
        self._unit.connection.execute(LOCK_BATCH, {"batch": batch})
        found = self._unit.batches.get(batch)
        rights.check(self._unit, Action.KEEP_EXAM_MATERIAL, institution=found.station_code)
        if against := self.against(found):
            raise NotPossible(against)
        return found

    def _added(
        self, batch: BatchId, place: MaterialPlace, file: StoredFile, new: NewMaterial
    ) -> Material:
        is_photo = place.kind in PHOTOS
        taken_on, source = dated(file, new.stated_on) if is_photo else (None, None)
        values = {
            "batch_id": batch,
            "programme": place.unit.programme,
            "unit_code": place.unit.code,
            "kind": place.kind,
            "file_id": file.id,
            "preview_id": new.preview,
            "taken_on": taken_on,
            "date_source": source,
            "examiners": new.examiners if place.kind in ROOMS else None,
            "added_by": self._unit.caller.person,
            "added_at": self._unit.now,
        }
        adding = insert(exam_material).returning(exam_material.c.id)
        added = MaterialId(self._unit.connection.execute(adding, values).scalar_one())
        self._unit.files.own(file.id, owner(added))
        if new.preview:
            self._unit.files.own(new.preview, owner(added))
        self._unit.audit.note("exam-material-put", f"batch:{batch}", kind=place.kind)
        return self.get(added)

    def _stands_elsewhere(self, file: FileId, batch: BatchId, place: MaterialPlace) -> bool:
        """Whether the very same picture or page is somewhere already; a photo may be sent again for its place."""
        here = (batch, place.unit.code, place.kind) if place.kind in PHOTOS else None
        used = self._unit.connection.execute(USED, {"file": file})
        return any(tuple(row) != here for row in used)

    def _drop(self, *gone: Material) -> None:
        for one in gone:
            self._unit.connection.execute(delete(exam_material).where(exam_material.c.id == one.id))
            self._unit.files.disown(owner(one.id))


def dated(file: StoredFile, stated_on: date | None) -> tuple[date | None, DateSource | None]:
    """The day a picture was taken and how it is known: what it carries itself goes before any word (R7.4)."""
    if file.taken_at is not None:
        source = DateSource.CAMERA if file.by_camera else DateSource.EXIF
        return file.taken_at.date(), source
    return (stated_on, DateSource.STATED) if stated_on else (None, None)


def owner(material: MaterialId) -> str:
    return f"exam-material:{material}"
