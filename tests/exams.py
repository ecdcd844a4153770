"""A station with a batch open for 1 September, its papers, and who is concerned with its exam."""

import hashlib
from dataclasses import replace
from datetime import datetime

from rules.exam_papers import PaperPlace
from rules.roles import Role
from store.batches import Batch, BatchId, BatchState, batches
from store.clock import OFFICE_ZONE
from store.exam_papers import ExamPaper, Upload
from store.examiners import ExaminerId
from store.unit import Caller, Store
from tests.batches import application, furnish, item, planned
from tests.store import office, tree
from tests.store.tree import CHANGZHOU, MANAGEMENT

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CLOSES = datetime(2026, 8, 22, tzinfo=OFFICE_ZONE)
"""The papers can be signed for from the same moment."""
BEGINS = datetime(2026, 9, 1, 9, tzinfo=OFFICE_ZONE)


class Stage:
    """The station, its batch of forty welders with a team of three, and its management station."""

    def __init__(self, store: Store, **changes: object) -> None:
        self.store = store
        self.examiners: list[ExaminerId] = furnish(store, 4)
        (line,) = planned(store)
        self.station = tree.hold(store, Role.STATION_OFFICER, CHANGZHOU)
        self.officer = tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
        new = replace(application(item(line, self.examiners[:3])), state=BatchState.OPEN)
        with store.writing() as work:
            self.batch: Batch = work.batches.add(replace(new, **changes))

    def places(self) -> tuple[PaperPlace, ...]:
        with self.store.reading() as work:
            return work.exam_papers.places(self.batch.id)

    def upload(self, content: str) -> Upload:
        digest = hashlib.sha256(content.encode()).hexdigest()
        return Upload(office.upload(self.store, content, WORD), digest)

    def put(self, place: PaperPlace, content: str = "", caller: Caller | None = None) -> ExamPaper:
        upload = self.upload(content or f"{place.part} paper")
        with self.store.writing(caller or self.station) as work:
            return work.exam_papers.put(self.batch.id, place, upload)

    def sealed(self) -> tuple[ExamPaper, ...]:
        """All papers in and sealed, as the roster does it."""
        for place in self.places():
            self.put(place)
        with self.store.writing() as work:
            work.exam_papers.seal(self.batch.id)
            changing = batches.update().where(batches.c.id == self.batch.id)
            work.connection.execute(changing.values(state=BatchState.SUBMITTED))
            return work.exam_papers.of(self.batch.id)

    def now(self) -> Batch:
        """The batch as it stands."""
        with self.store.reading() as work:
            return work.batches.get(BatchId(self.batch.id))
