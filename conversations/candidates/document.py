"""补交材料: only the documents the station asked for again, one after another, each with the reason (R5.6)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from conversations.candidates.pictures import document, portrait, stamped_form
from conversations.engine.boxes import Photo, Pick, only_if, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form, State
from conversations.engine.messages import Json, Sentence
from conversations.sources.own_registrations import ABOUT, first_owing, told
from rules.deadlines import office_day
from rules.findings import Finding, NotPossible, Refused
from rules.materials import Material
from rules.registration import RegistrationState
from rules.roles import Role
from rules.years import DAY
from store.batches import Batch
from store.files import FileId
from store.registrations import Registration
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """The registration in question, its batch, and what is asked for."""

    now: datetime
    registration: Registration
    batch: Batch
    wanted: frozenset[Material]


class ReturnedPick(Pick):
    """Which registration is known from the start; refused when it is too late, or nothing is owed any more."""

    def known(self, sheet: Sheet) -> Mapping[str, Json]:
        return {ABOUT: sheet.answers.get(ABOUT, "")}

    def fits(self, value: str, sheet: Sheet) -> None:
        super().fits(value, sheet)
        facts: DocumentFacts | None = sheet.lookup.facts(sheet.title, {self.name: value})
        if facts is None:
            raise Refused("pick-unknown")
        if facts.now >= facts.batch.closes_at:
            last = office_day(facts.batch.closes_at) - DAY
            raise Refused("window-closed", "R4.3", last=last)


def asks_for(material: Material) -> Callable[["Document"], bool]:
    return lambda form: form.registration is not None and material in form.facts.wanted


class Document(Form):
    """Every picture is shown and confirmed; with the last one all of them are handed in."""

    roles = frozenset({Role.CANDIDATE})
    in_menu_of = frozenset[Role]()
    reviewed = False
    speaks_like = "registration"
    facts_from = ("registration",)

    registration = settled(ReturnedPick("returned_documents"))
    photo = only_if(asks_for(Material.PHOTO), portrait())
    id_card_front = only_if(asks_for(Material.ID_CARD_FRONT), document())
    id_card_back = only_if(asks_for(Material.ID_CARD_BACK), document())
    student_card = only_if(asks_for(Material.STUDENT_CARD), document())
    class_hours_proof = only_if(asks_for(Material.CLASS_HOURS_PROOF), document())
    skill_certificate = only_if(asks_for(Material.SKILL_CERTIFICATE), document())
    title_certificate = only_if(asks_for(Material.TITLE_CERTIFICATE), document())
    diploma = only_if(asks_for(Material.DIPLOMA), document())
    work_proof = only_if(asks_for(Material.WORK_PROOF), document())
    pledge = only_if(asks_for(Material.PLEDGE), document())
    stamped_form = only_if(asks_for(Material.STAMPED_FORM), stamped_form())

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """NotPossible when nothing is asked for."""
        filed = first_owing(work, work.corrections.documents_wanted, argument)
        if filed is None:
            raise NotPossible(Finding("document-none", "R5.6"))
        return {ABOUT: str(filed.id)}

    @classmethod
    def sent_back(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> Mapping[str, str]:
        filed = first_owing(work, work.corrections.documents_wanted, answers[ABOUT])
        wanted = work.corrections.documents_wanted(filed.id) if filed else {}
        return {str(material): why for material, why in wanted.items()}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> DocumentFacts | None:
        filed = first_owing(
            work, work.corrections.documents_wanted, answers.get("registration", "")
        )
        if filed is None:
            return None
        wanted = frozenset(work.corrections.documents_wanted(filed.id))
        return DocumentFacts(work.now, filed, work.batches.get(filed.batch_id), wanted)

    def submit(self, work: UnitOfWork) -> Done:
        files = {
            Material(line.path): FileId(self.values[line.path].file)
            for line in self.lines
            if isinstance(line.box, Photo) and line.state is State.ANSWERED
        }
        taken = work.corrections.hand_in(self.facts.registration.id, files)
        steps = {
            RegistrationState.RETURNED: f"/correction {taken.id}",
            RegistrationState.SUBMITTED: f"/stamped_form {taken.id}",
        }
        step = (steps[taken.state],) if taken.state in steps else ()
        says = (Sentence(f"document-taken-{taken.state}", told(work, taken)),)
        return Done(says, next=(*step, f"/my_registrations {taken.number}"))
