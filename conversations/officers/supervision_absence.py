"""督导员未到场: nobody came, so no report is awaited any more; the reason is recorded (R4.8, R7.5)."""

from conversations.engine.boxes import Pick, Text, settled
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.examiners.supervision_news import tell_excused
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from store.unit import UnitOfWork


class SupervisionAbsence(Form):
    """Without it such a batch could never hand in its results."""

    roles = who_may(Action.SEND_SUPERVISOR)
    in_menu_of = frozenset()

    batch = settled(Pick("batches_unreported"))
    reason = Text(longest=200)

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        if not work.supervision_reports.missing():
            raise NotPossible(Finding("supervision-not-excused", "R7.5"))
        return {"batch": argument} if argument else {}

    def submit(self, work: UnitOfWork) -> Done:
        batch = work.batches.seen(self.batch)
        before = work.supervisions.standing(batch.id)
        work.supervision_reports.excuse(batch.id, self.reason)
        assert before
        assert before.person
        tell_excused(work, batch, before.person, self.reason)
        said = Sentence("supervision-excused", {"number": batch.number})
        return Done((said,), next=("/supervision_reports", "/menu"))
