"""上传盖章申报表: the signed first page and the sealed last page come back, and the paper sets out (G§2.3 notes 3, 4)."""

from collections.abc import Mapping
from dataclasses import dataclass

from conversations.candidates.pictures import stamped_form
from conversations.engine.boxes import Pick, settled
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json
from conversations.filing import kept_answers, shown_lines
from conversations.stations.station_application import (
    APPLICANTS,
    StationApplication,
    handed_in,
)
from store.files import FileId
from store.station_applications import SEALED_PAGES, StationApplicationId
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class SealFacts:
    """The application as it was filled in."""

    boxes: Mapping[str, Json]


class SealedApplication(Form):
    """Two pictures or PDFs, each looked at before it counts."""

    roles = APPLICANTS
    reviewed = False
    facts_from = ("application",)

    application = settled(Pick("awaiting_seals"))
    first_page = stamped_form()
    last_page = stamped_form()

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> SealFacts:
        number = str(answers.get("application", ""))
        if not number.isdecimal():
            return SealFacts({})
        return SealFacts(work.station_applications.opened(StationApplicationId(int(number))))

    def submit(self, work: UnitOfWork) -> Done:
        application = StationApplicationId(int(self.application))
        pages = {page: self.answers[page] for page in SEALED_PAGES}
        whole = StationApplication({**self.facts.boxes, **pages}, self.lookup)
        work.station_applications.seal(
            application,
            {page: FileId(self.values[page].file) for page in SEALED_PAGES},
            kept_answers(whole),
            tuple(shown_lines(whole)),
        )
        return handed_in(work, application)
