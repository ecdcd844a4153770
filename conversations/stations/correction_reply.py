"""整改回复: what the station did about a finding of the supervision, in words and pictures (R7.3)."""

from collections.abc import Mapping

from conversations.candidates.pictures import document
from conversations.engine.boxes import Known, Many, Part, Pick, Text, optional, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence, Words
from conversations.examiners.supervision_news import demanded, tell_replied
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from store.files import FileId
from store.supervision_corrections import CorrectionId, SupervisionCorrection
from store.unit import UnitOfWork


class ReplyPicture(Part):
    """What it looks like now."""

    picture = document()


def asked(form: Sheet) -> SupervisionCorrection | None:
    found: SupervisionCorrection | None = form.facts
    return found


def demand_shown(one: SupervisionCorrection | None, say: Words) -> str:
    return say.say("supervision-demand-shown", **demanded(one)) if one else "…"


def refused_before(form: Sheet) -> str:
    """Why the last reply was not enough."""
    one = asked(form)
    return one.replies[-1].reason if one and one.replies else ""


class CorrectionReply(Form):
    """One correction a time; the answer is final until the management station has looked at it."""

    roles = who_may(Action.ANSWER_SUPERVISION_CORRECTION)
    facts_from = ("correction",)

    correction = settled(Pick("corrections_to_answer"))
    demand = Known(asked, demand_shown)
    refused_for = Known(refused_before, lambda reason, _: reason or "—")
    done_so_far = Text(longest=1000)
    photos = optional(Many(ReplyPicture, at_most=9))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`12`; NotPossible says how it stands where nothing is to be replied."""
        if not argument:
            if not work.supervision_corrections.to_answer():
                raise NotPossible(Finding("corrections-none", "R7.3"))
            return {}
        work.supervision_corrections.owed_now(correction_id(argument))
        return {"correction": argument}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> SupervisionCorrection | None:
        number = str(answers.get("correction", ""))
        return work.supervision_corrections.get(correction_id(number)) if number else None

    def submit(self, work: UnitOfWork) -> Done:
        photos = [FileId(one.values["picture"].file) for one in self.photos]
        one = work.supervision_corrections.reply(
            correction_id(self.correction), self.done_so_far, photos
        )
        batch = work.batches.get(one.batch)
        tell_replied(work, batch, one)
        said = Sentence("correction-replied", {"number": batch.number, "place": one.place})
        further = (
            f"/correction_reply {x.id}" for x in work.supervision_corrections.to_answer()[:1]
        )
        return Done((said,), next=(*further, f"/batches {batch.number}", "/menu"))


def correction_id(number: str) -> CorrectionId:
    return CorrectionId(int(number) if number.isdecimal() else 0)
