"""培训班: a training class announced, entered afterwards, or changed (R2.9)."""

from dataclasses import fields
from datetime import date

from conversations.engine.boxes import Choice, Day, Number, Text
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence, Words
from conversations.officers.class_news import names, tell_moved_up, tell_participants
from conversations.sources.training_classes import told
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from rules.training import ClassPlan, TrainingKind, TrainingMode, plan_findings
from store import rights
from store.nominations import Participant
from store.training import TrainingClass as Held
from store.unit import UnitOfWork

CHANGED = "changed"
"""Beside the answers: the number of the class they change."""
MOST_SEATS = 90
"""So many names, with what else can be tapped, fit under one message of every channel."""


def first_day(form: "TrainingClass") -> date | None:
    day: date | None = form.starts_on
    return day


class TrainingClass(Form):
    """One that lies in the past may be entered too, for those who were trained before."""

    roles = who_may(Action.HOLD_TRAINING)

    kind = Choice(TrainingKind)
    mode = Choice(TrainingMode)
    place = Text(longest=100)
    starts_on = Day()
    ends_on = Day(earliest=first_day)
    seats = Number(least=1, most=MOST_SEATS)

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`/training_class PX26-003` changes that class."""
        try:
            held = work.training_classes.by_number(argument)
        except NotPossible:
            return {}
        return {
            "kind": held.kind.value,
            "mode": held.mode.value,
            "place": held.place,
            "starts_on": held.starts_on.isoformat(),
            "ends_on": held.ends_on.isoformat(),
            "seats": str(held.seats),
            CHANGED: held.number,
        }

    def plan(self) -> ClassPlan:
        return ClassPlan(
            kind=self.kind,
            mode=self.mode,
            place=self.place,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            seats=int(self.seats),
        )

    def problems(self) -> tuple[Finding, ...]:
        return tuple(plan_findings(self.plan()))

    def submit(self, work: UnitOfWork) -> Done:
        number = self.answers.get(CHANGED)
        if number:
            return changed(work, work.training_classes.by_number(number), self.plan())
        organiser = rights.own_institution(work, self.roles).code
        made = work.training_classes.plan(organiser, self.plan())
        return Done(
            (Sentence("class-announced", told(work, made)),),
            next=("/nomination", f"/training_classes {made.number}"),
        )


def changed(work: UnitOfWork, before: Held, plan: ClassPlan) -> Done:
    """Everybody concerned hears of the change, and who gets a seat by it hears that as well."""
    after = work.training_classes.change(before.id, plan)
    participants = work.nominations.participants(before.id)
    if any(getattr(before, one.name) != getattr(plan, one.name) for one in fields(ClassPlan)):
        tell_participants(
            work, participants, lambda words, theirs: moved_to(words, work, after, theirs)
        )
    tell_moved_up(work, [one for one in participants if not one.place.waiting])
    return Done(
        (Sentence("class-changed", {**told(work, after), "people": len(participants)}),),
        next=(f"/training_classes {after.number}",),
    )


def moved_to(words: Words, work: UnitOfWork, after: Held, theirs: tuple[Participant, ...]) -> str:
    return words.say("class-changed-told", **told(work, after), names=names(theirs))
