"""更正报名: the registration opened again at the boxes the station returned, and at no others (R5.2)."""

from collections.abc import Mapping
from dataclasses import replace

from conversations.candidates.kept import kept_answers
from conversations.candidates.registration import (
    Registration,
    RegistrationFacts,
    application_papers,
)
from conversations.engine.form import Done, State
from conversations.engine.messages import Json, Sentence
from conversations.sources.open_batches import batch_named
from conversations.sources.own_registrations import first_owing, told
from rules.findings import Finding, NotPossible
from rules.registration import RegistrationState
from rules.registration_reviews import correctable
from rules.roles import Role
from store.registrations import Registration as Filed
from store.unit import UnitOfWork

RETURNED = "returned"
"""Beside the answers: the boxes that may change. No box has this name."""
AS_FILED = "as_filed"
"""Beside the answers: what they were. Whoever answers another box anew may change that answer again."""


class Correction(Registration):
    """All the rest stands on the review as it was, and is asked again only where a correction makes it unfit."""

    in_menu_of = frozenset[Role]()
    speaks_like = "registration"

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """NotPossible when nothing is to be corrected."""
        filed = first_owing(work, work.corrections.boxes_wanted, argument)
        if filed is None:
            raise NotPossible(Finding("correction-none", "R5.2"))
        boxes = sorted(work.corrections.boxes_wanted(filed.id))
        kept = kept_answers(work, filed)
        return {**kept, RETURNED: boxes, AS_FILED: kept}

    @classmethod
    def sent_back(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> Mapping[str, str]:
        filed = filed_in(work, answers)
        return work.corrections.boxes_wanted(filed.id) if filed else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> RegistrationFacts:
        """As for a new one, but the seat is one's own and so is the place in the batch."""
        facts = super().look_up(work, answers)
        filed = filed_in(work, answers)
        seat = filed.item_id if filed else None
        items = tuple(
            replace(item, taken=item.taken - 1) if item.id == seat else item for item in facts.items
        )
        return replace(facts, items=items, registered_here=False, duty=None)

    def _read(self) -> None:
        """What was neither returned nor follows from it is not asked, as long as it fits."""
        super()._read()
        returned = correctable(self.answers.get(RETURNED, ()))
        self.lines = [
            replace(line, state=State.KNOWN)
            if line.given and (box := line.path.split(".")[0]) not in returned and self._stands(box)
            else line
            for line in self.lines
        ]

    def _stands(self, box: str) -> bool:
        """Whether the answer is still the one that was filed."""
        filed = self.answers.get(AS_FILED, self.answers)
        return bool(self.answers.get(box) == filed.get(box))

    def submit(self, work: UnitOfWork) -> Done:
        filed = filed_in(work, self.answers)
        assert filed is not None
        corrected = work.corrections.correct(filed.id, self.filing())
        return corrected_done(work, corrected, self.facts.person.language)


def filed_in(work: UnitOfWork, answers: Mapping[str, Json]) -> Filed | None:
    """The person's registration in the batch of these answers: there is one (R5.2)."""
    batch = batch_named(work, answers.get("batch", ""))
    person = work.caller.person
    own = work.registrations.of(person) if person is not None else ()
    return next((one for one in own if batch and one.batch_id == batch.id), None)


def corrected_done(work: UnitOfWork, corrected: Filed, language: str) -> Done:
    """What comes next: the documents still asked for, the stamp on the new form, or nothing."""
    says = (Sentence(f"correction-taken-{corrected.state}", told(work, corrected)),)
    steps = {
        RegistrationState.RETURNED: f"/document {corrected.id}",
        RegistrationState.SUBMITTED: f"/stamped_form {corrected.id}",
    }
    step = (steps[corrected.state],) if corrected.state in steps else ()
    papers = application_papers(corrected, language)
    return Done(says, papers, next=(*step, f"/my_registrations {corrected.number}"))
