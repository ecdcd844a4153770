"""The same batch with nothing missing: its reports confirmed, its material there, its results ready to be filed."""

from datetime import datetime

from store.clock import OFFICE_ZONE
from store.exam_material import NewMaterial
from tests.evaluating import Evaluating

TAKEN = datetime(2026, 9, 1, 9, 30, tzinfo=OFFICE_ZONE)


class Complete(Evaluating):
    """Two welders: one with 78.5 and 85, one absent from the theory."""

    def complete(self) -> None:
        self.confirmed()
        with self.store.reading() as work:
            places = work.exam_material.places(self.batch.id)
        for place in places:
            with self.store.writing() as work:
                file = work.files.note(str(place).encode(), "image/jpeg", taken_at=TAKEN).id
            with self.store.writing(self.station) as work:
                work.exam_material.put(self.batch.id, place, NewMaterial(file=file, examiners=3))
        with self.store.writing(self.station) as work:
            work.exam_material.keep_answers(self.batch.id, "教务处档案室 3 号柜")
