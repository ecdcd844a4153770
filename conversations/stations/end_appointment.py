"""终止聘任: an examiner, a manager or a supervisor taken off the register (R2.5, R2.7)."""

from conversations.engine.boxes import Pick, YesNo
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Outgoing, Sentence, Words
from conversations.sources.appointed import Holder, holder
from conversations.telling import tell
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from store.examiners import Examiner
from store.unit import UnitOfWork


class EndAppointment(Form):
    """Two questions; what the person did before stays as it is."""

    roles = who_may(Action.END_EXAMINER)
    in_menu_of = frozenset()
    reviewed = False

    holder = Pick("appointed")
    sure = YesNo()

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"holder": argument} if argument else {}

    def submit(self, work: UnitOfWork) -> Done:
        found = holder(work, self.holder)
        if found is None:
            raise NotPossible(Finding("examiner-unknown", "R2.5", box="holder"))
        back = "/examiners" if isinstance(found, Examiner) else "/supervisors"
        if not self.sure:
            return Done((Sentence("nothing-changed"),), next=(back,))
        ended = end(work, found)
        tell(work, work.people.get(ended.person), ended_news)
        args = {"name": ended.name, "number": found.number, "on": work.today}
        return Done((Sentence("appointment-ended", args),), next=(back,))


def end(work: UnitOfWork, found: Holder) -> Holder:
    if isinstance(found, Examiner):
        return work.examiners.end(found.id)
    return work.supervisors.end(found.id)


def ended_news(words: Words) -> Outgoing:
    return Outgoing(words.say("appointment-ended-told"))
