"""培训提名: somebody proposed, or a supervisor to be trained, put into a training class (R2.9)."""

from conversations.engine.boxes import Pick
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Outgoing, Sentence, Words
from conversations.officers.class_news import PROPOSING
from conversations.sources.nominees import nominee
from conversations.telling import tell_institution
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from store import rights
from store.examiner_applications import Proposal
from store.nominations import Place
from store.training import TrainingClass
from store.unit import UnitOfWork


class Nomination(Form):
    """By the unit that proposed somebody, or by the officers who hold the class."""

    roles = who_may(Action.NOMINATE)
    reviewed = False

    nominee = Pick("nominees")
    training_class = Pick("classes_for")

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"nominee": argument} if argument else {}

    def submit(self, work: UnitOfWork) -> Done:
        who = nominee(work, self.nominee)
        if who is None:
            raise NotPossible(Finding("already-nominated", "R2.9", box="nominee"))
        held = work.training_classes.by_number(self.training_class)
        if isinstance(who, Proposal):
            place = work.nominations.nominate(held.id, who.id)
            tell_unit(work, who, held, place)
        else:
            place = work.nominations.nominate_supervisor(held.id, who.id)
        steps = ("/nomination", f"/training_classes {held.number}")
        return Done((Sentence(*told(who.name, held, place)),), next=steps)


def told(name: str, held: TrainingClass, place: Place) -> tuple[str, dict[str, object]]:
    """A seat, or plainly which one of the waiting list."""
    args: dict[str, object] = {
        "name": name,
        "number": held.number,
        "starts_on": held.starts_on,
        "ends_on": held.ends_on,
        "place": held.place,
    }
    if place.waiting:
        return "nominated-waiting", {**args, "seats": held.seats, "position": place.waiting}
    return "nominated-seat", args


def tell_unit(work: UnitOfWork, who: Proposal, held: TrainingClass, place: Place) -> None:
    """The unit hears of it when the officers nominated."""
    if who.institution in {post.institution for post in rights.posts(work)}:
        return
    key, args = told(who.name, held, place)

    def news(words: Words) -> Outgoing:
        return Outgoing(words.say(key, **args))

    tell_institution(work, who.institution, news, PROPOSING)
