"""派督导员: a supervisor is sent to a batch, or it is decided against and the reason recorded (R4.8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from conversations import exam_wording as wording
from conversations.engine.boxes import Choice, Known, Pick, Text, only_if
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Outgoing, Sentence, Words
from conversations.sources.supervision import (
    decision_seen,
    seen_batch,
    supervisor_named,
    value_now,
)
from conversations.steps import options
from conversations.telling import tell
from rules.findings import Finding, NotPossible, Refused
from rules.roles import Action, who_may
from rules.supervision import SENT, SupervisionState
from store.batches import Batch
from store.supervisions import Supervision as Decided
from store.unit import UnitOfWork


class SupervisionChoice(StrEnum):
    """What an officer can decide."""

    SEND = "send"
    WAIVE = "waive"


@dataclass(frozen=True, slots=True)
class SupervisionFacts:
    """What stands decided about the batch, or who declined last, and why the supervisor chosen cannot be sent."""

    standing: Decided | None
    against: tuple[Finding, ...]


class FreeSupervisor(Pick):
    """Refuses a conflict of interest with its reason."""

    def fits(self, value: str, sheet: Sheet) -> None:
        super().fits(value, sheet)
        known = {"batch": sheet.fitting.get("batch", ""), self.name: value}
        facts: SupervisionFacts = sheet.lookup.facts(Supervision.title, known)
        for finding in facts.against:
            raise Refused(finding.key, finding.rule, **finding.args)


def stands(form: Sheet) -> bool:
    return form.facts.standing is not None


def shown_standing(standing: Decided | None, say: Words) -> str:
    if standing is None:
        return "…"
    if standing.state is SupervisionState.DECLINED:
        args = {"name": standing.name, "reason": standing.answer}
        return say.say("supervision-declined-shown", **args)
    args = {"state": standing.state.value, "name": standing.name, "reason": standing.reason}
    return say.say("supervision-standing-shown", **args)


class Supervision(Form):
    """Deciding anew recalls the supervisor who was sent before."""

    roles = who_may(Action.SEND_SUPERVISOR)
    facts_from = ("batch", "supervisor")

    batch = Pick("batches_put_up")
    standing = only_if(stands, Known(lambda form: form.facts.standing, shown_standing))
    decision = Choice(SupervisionChoice)
    supervisor = only_if(
        lambda form: form.decision is SupervisionChoice.SEND, FreeSupervisor("supervisors_to_send")
    )
    reason = only_if(lambda form: form.decision is SupervisionChoice.WAIVE, Text(longest=200))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`2026-0417`, as it stands now."""
        if not argument:
            if not work.supervisions.put_up().things:
                raise NotPossible(Finding("supervision-none", "R4.8"))
            return {}
        return {"batch": value_now(work, work.batches.seen(seen_batch(argument)[0]))}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> SupervisionFacts:
        batch = work.batches.find_by_number(seen_batch(str(answers.get("batch", "")))[0])
        if batch is None:
            return SupervisionFacts(None, ())
        last = work.supervisions.last(batch.id)
        is_told = last is not None and last.state is not SupervisionState.RECALLED
        chosen = supervisor_named(work, str(answers.get("supervisor", "")))
        against = work.supervisions.against(batch, chosen) if chosen else ()
        return SupervisionFacts(last if is_told else None, against)

    def submit(self, work: UnitOfWork) -> Done:
        batch = work.batches.seen(seen_batch(self.batch)[0])
        before = work.supervisions.standing(batch.id)
        decided = self.decided(work, batch)
        if before and before.state in SENT:
            tell_recalled(work, batch, before)
        if decided.state is SupervisionState.ASKED:
            tell_sent(work, batch, decided)
            said = Sentence("supervision-sent", {"name": decided.name, "number": batch.number})
        else:
            said = Sentence("supervision-waived", {"number": batch.number})
        return Done((said,), next=("/supervision", "/menu"))

    def decided(self, work: UnitOfWork, batch: Batch) -> Decided:
        seen = decision_seen(self.batch)
        if self.decision is SupervisionChoice.WAIVE:
            return work.supervisions.waive(batch.id, self.reason, seen)
        supervisor = supervisor_named(work, self.supervisor)
        if supervisor is None:
            raise NotPossible(Finding("supervisor-unknown", "R2.7", box="supervisor"))
        return work.supervisions.send(batch.id, supervisor.id, seen)


def tell_sent(work: UnitOfWork, batch: Batch, sent: Decided) -> None:
    """The supervisor answers with one tap."""
    assert sent.person
    people = work.supervisions.people(batch.id)

    def asked(say: Words) -> Outgoing:
        text = say.say("supervision-told", **wording.told(batch, say), people=people)
        steps = [f"/assignment_reply s{sent.id} {answer}" for answer in ("yes", "no")]
        return Outgoing(text, options(steps, say))

    tell(work, work.people.get(sent.person), asked)


def tell_recalled(work: UnitOfWork, batch: Batch, before: Decided) -> None:
    assert before.person

    def recalled(say: Words) -> Outgoing:
        return Outgoing(say.say("supervision-recalled-told", **wording.told(batch, say)))

    tell(work, work.people.get(before.person), recalled)
