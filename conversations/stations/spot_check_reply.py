"""抽查回复: what the station says and sends when a batch is checked, and where papers and video lie (R7.7)."""

from collections.abc import Mapping

from conversations import batch_news
from conversations.candidates.pictures import scan
from conversations.engine.boxes import Known, Many, Part, Pick, Text, optional, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence, Words
from conversations.sources.spot_checks import seen_check, value_of
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from rules.spot_checks import SpotCheckState
from store.files import FileId
from store.spot_checks import Answer, SpotCheck
from store.unit import UnitOfWork


class Enclosure(Part):
    """One picture, or a PDF."""

    file = scan()


def requested(form: Sheet) -> SpotCheck | None:
    found: SpotCheck | None = form.facts
    return found


def shown_request(check: SpotCheck | None, say: Words) -> str:
    if check is None:
        return "…"
    args = {"wanted": check.request.wanted, "note": check.request.note, "due_on": check.due_on}
    return say.say("spot-check-request-shown", **args)


class SpotCheckReply(Form):
    """Opened from the request, `5`."""

    roles = who_may(Action.ANSWER_SPOT_CHECK)
    facts_from = ("check",)

    check = settled(Pick("spot_checks_to_answer"))
    request = Known(requested, shown_request)
    answer = Text(longest=1000)
    place = optional(Text(longest=200))
    files = optional(Many(Enclosure, at_most=20))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """NotPossible where nothing is asked for, or it was answered already."""
        if not argument:
            if not work.spot_checks.waiting(Action.ANSWER_SPOT_CHECK):
                raise NotPossible(Finding("spot-check-none-to-answer", "R7.7"))
            return {}
        check = work.spot_checks.seen(seen_check(argument)[0])
        if check.state is not SpotCheckState.ASKED:
            raise NotPossible(Finding("spot-check-moved-on", "R7.7"))
        return {"check": value_of(check)}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> SpotCheck | None:
        return work.spot_checks.get(seen_check(answers["check"])[0]) if answers else None

    def submit(self, work: UnitOfWork) -> Done:
        number, step = seen_check(self.check)
        files = tuple(FileId(entry.values["file"].file) for entry in self.files or ())
        answer = Answer(self.answer, self.place or "", files)
        check = work.spot_checks.answer(number, step, answer)
        batch = work.batches.get(check.batch)
        told = {"files": len(files)}
        step_on = f"/spot_checks {check.id}"
        batch_news.tell_officers(
            work, batch, Action.SPOT_CHECK, "spot-check-told-answered", step_on, **told
        )
        said = Sentence("spot-check-answered", {"number": batch.number})
        return Done((said,), next=(step_on, "/menu"))
