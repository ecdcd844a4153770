"""取消培训班: a class called off; everybody who was nominated for it hears so (R2.9)."""

from conversations.engine.boxes import Pick, YesNo
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.officers.class_news import names, tell_participants
from conversations.sources.training_classes import told
from rules.roles import Action, who_may
from store.unit import UnitOfWork


class CancelClass(Form):
    """Two questions; who was in the class may be nominated for another one."""

    roles = who_may(Action.HOLD_TRAINING)
    in_menu_of = frozenset()
    reviewed = False

    training_class = Pick("held_classes")
    sure = YesNo()

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"training_class": argument} if argument else {}

    def submit(self, work: UnitOfWork) -> Done:
        held = work.training_classes.by_number(self.training_class)
        steps = (f"/training_classes {held.number}", "/training_classes")
        if not self.sure:
            return Done((Sentence("nothing-changed"),), next=steps)
        people = work.nominations.participants(held.id)
        args = told(work, work.training_classes.cancel(held.id))
        tell_participants(
            work,
            people,
            lambda words, theirs: words.say("class-cancelled-told", **args, names=names(theirs)),
        )
        said = Sentence("class-called-off", {**args, "people": len(people)})
        return Done((said,), next=steps[1:])
