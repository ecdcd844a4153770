"""培训考核: who was absent and who did not pass; everybody else passed (R2.9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conversations.engine.boxes import Pick, Several, only_if, optional
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Sentence, Words
from conversations.officers.class_news import tell_participants
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from rules.training import TrainingResult, result_findings
from store.nominations import Participant, PlaceId
from store.training import TrainingClass
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class ResultFacts:
    """The class chosen, those with a seat in it, and what stands against results today."""

    held: TrainingClass | None = None
    seated: tuple[Participant, ...] = ()
    against: tuple[Finding, ...] = ()


def seated(form: "TrainingResults") -> Sequence[Choosable]:
    return [choosable(one) for one in form.facts.seated]


def present(form: "TrainingResults") -> Sequence[Choosable]:
    """Who was absent is not assessed."""
    absent = set(form.absent or ())
    return [choosable(one) for one in form.facts.seated if str(one.place.id) not in absent]


def choosable(one: Participant) -> Choosable:
    return Choosable(str(one.place.id), one.name)


class TrainingResults(Form):
    """Entered once more, it corrects what was entered before."""

    roles = who_may(Action.HOLD_TRAINING)
    in_menu_of = frozenset()
    facts_from = ("training_class",)

    training_class = Pick("held_classes")
    absent = only_if(lambda form: bool(seated(form)), optional(Several(seated)))
    failed = only_if(lambda form: bool(present(form)), optional(Several(present)))

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"training_class": argument} if argument else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ResultFacts:
        try:
            held = work.training_classes.by_number(str(answers.get("training_class", "")))
        except NotPossible:
            return ResultFacts()
        people = work.nominations.participants(held.id)
        return ResultFacts(
            held,
            tuple(one for one in people if not one.place.waiting),
            tuple(result_findings(held, held.state, work.today)),
        )

    def problems(self) -> tuple[Finding, ...]:
        against: tuple[Finding, ...] = self.facts.against
        return against

    def submit(self, work: UnitOfWork) -> Done:
        held = self.facts.held
        absent = {PlaceId(int(place)): TrainingResult.ABSENT for place in self.absent or ()}
        failed = {PlaceId(int(place)): TrainingResult.FAILED for place in self.failed or ()}
        people = work.nominations.record(held.id, {**failed, **absent})
        tell_participants(work, people, lambda words, theirs: results(words, held, theirs))
        passed = sum(one.place.result is TrainingResult.PASSED for one in people)
        args = {"number": held.number, "of": len(people), "passed": passed}
        return Done(
            (Sentence("training-recorded", args),), next=(f"/training_classes {held.number}",)
        )


def results(words: Words, held: TrainingClass, theirs: tuple[Participant, ...]) -> str:
    """One line a participant."""
    lines = (
        words.say("training-result-line", name=one.name, result=one.place.result) for one in theirs
    )
    return "\n".join([words.say("training-results-told", number=held.number), *lines])
