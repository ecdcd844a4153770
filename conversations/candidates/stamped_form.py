"""上传盖章表: the printed form comes back with its seal, and the registration is complete (R5.4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from conversations.candidates.pictures import stamped_form
from conversations.engine.boxes import Pick, settled
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.sources.open_batches import last_day
from conversations.sources.own_registrations import named, told
from rules.findings import Refused
from rules.registration import RegistrationState
from rules.roles import Role
from store.batches import Batch
from store.files import FileId
from store.registrations import Registration
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class StampFacts:
    """The registration chosen, with its batch."""

    now: datetime
    registration: Registration | None = None
    batch: Batch | None = None


class AwaitingPick(Pick):
    """Refused at once when the form would come too late, or is not awaited."""

    def fits(self, value: str, sheet: "StampedForm") -> None:
        super().fits(value, sheet)
        facts: StampFacts = sheet.lookup.facts(sheet.title, {self.name: value})
        assert facts.registration is not None
        assert facts.batch is not None
        if facts.now >= facts.batch.closes_at:
            raise Refused("window-closed", "R4.3", last=last_day(facts.batch))
        if not is_awaited(facts.registration):
            raise Refused("registration-not-submitted", "R5.4", state=str(facts.registration.state))


def is_awaited(filed: Registration) -> bool:
    """A better picture may follow the first until the close."""
    replaces = filed.state is RegistrationState.COMPLETE and filed.stamped_at is not None
    return filed.state is RegistrationState.SUBMITTED or replaces


class StampedForm(Form):
    """One picture or PDF, looked at before it counts."""

    roles = frozenset({Role.CANDIDATE})
    reviewed = False
    facts_from = ("registration",)

    registration = settled(AwaitingPick("awaiting_stamp"))
    stamped = stamped_form()

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"registration": argument} if argument else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> StampFacts:
        filed = named(work, answers.get("registration", ""))
        if filed is None:
            return StampFacts(work.now)
        return StampFacts(work.now, filed, work.batches.get(filed.batch_id))

    def submit(self, work: UnitOfWork) -> Done:
        filed = self.facts.registration
        completed = work.registrations.add_stamped_form(filed.id, FileId(self.stamped.file))
        facts = told(work, completed)
        return Done(
            (Sentence("stamped-form-taken", facts),),
            next=(f"/my_registrations {completed.number}", "/menu"),
        )
