"""举报查询: what became of a complaint, by its receipt (R1.10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from conversations.anyone.forgetting import forget
from conversations.engine.boxes import Text, only_if, private
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.personal import limit_caller
from rules.complaints import ComplaintState
from rules.findings import Finding, NotPossible
from store.complaints import Complaint
from store.unit import UnitOfWork

TRIES_AN_HOUR = 10


@dataclass(frozen=True, slots=True)
class StatusFacts:
    """Whether the number is the person's own, which needs no code."""

    own: bool = False


class ComplaintStatus(Form):
    """Two questions; what is answered stands in this reply only, as the complaint may be nobody's."""

    reviewed = False
    facts_from = ("number",)

    number = Text(longest=20)
    code = only_if(
        lambda form: not form.facts.own, private(Text(longest=20, masked=lambda _: "••••"))
    )

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"number": argument} if argument else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> StatusFacts:
        number = answers.get("number", "")
        return StatusFacts(bool(number) and work.complaints.asked(number, "") is not None)

    def submit(self, work: UnitOfWork) -> Done:
        limit_caller(work, "complaint-status", TRIES_AN_HOUR, timedelta(hours=1))
        found = work.complaints.asked(self.number, self.code or "")
        if found is None:
            raise NotPossible(Finding("complaint-not-found", "R1.10"))
        said = status(found)
        if found.person is not None:
            return Done((said,), next=("/menu",))
        forget(work, self.title)
        return Done((Sentence("complaint-not-kept"),), once=(said,), next=("/menu",))


def status(found: Complaint) -> Sentence:
    if found.state is not ComplaintState.ANSWERED:
        facts = {"number": found.number, "on": found.filed_at.date(), "state": found.state}
        return Sentence("complaint-under-way", facts)
    assert found.answered_at is not None
    answered = {
        "number": found.number,
        "result": found.result,
        "on": found.answered_at.date(),
        "answer": found.answer,
    }
    return Sentence("complaint-answer", answered)
