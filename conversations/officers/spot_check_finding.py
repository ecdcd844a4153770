"""抽查结论: what was found in a station's answer: in order, to be put right by a day, or a violation (R7.7)."""

from collections.abc import Mapping
from datetime import date

from conversations import batch_news
from conversations.engine.boxes import Choice, Day, Pick, Text, only_if, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.sources.spot_checks import seen_check
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from rules.spot_checks import SpotCheckConclusion, SpotCheckState
from store.spot_checks import Verdict
from store.unit import UnitOfWork


def is_correction(form: Sheet) -> bool:
    return form.conclusion is SpotCheckConclusion.CORRECT


def today(form: Sheet) -> date | None:
    found: date | None = form.facts
    return found


class SpotCheckFinding(Form):
    """Opened from the answer on the screen, `5.2`: the step that was seen."""

    roles = who_may(Action.SPOT_CHECK)
    in_menu_of = frozenset()

    check = settled(Pick("spot_checks_answered"))
    findings = Text(longest=1000)
    conclusion = Choice(SpotCheckConclusion)
    correction = only_if(is_correction, Text(longest=500))
    correct_by = only_if(is_correction, Day(earliest=today))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """NotPossible where nothing was answered, or it has moved on since the button was shown."""
        if not argument:
            if not work.spot_checks.waiting(Action.SPOT_CHECK):
                raise NotPossible(Finding("spot-check-none-answered", "R7.7"))
            return {}
        number, step = seen_check(argument)
        check = work.spot_checks.seen(number)
        if check.state is not SpotCheckState.ANSWERED or check.step != step:
            raise NotPossible(Finding("spot-check-moved-on", "R7.7"))
        return {"check": argument}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> date:
        return work.today

    def submit(self, work: UnitOfWork) -> Done:
        number, step = seen_check(self.check)
        verdict = Verdict(self.conclusion, self.findings, self.correction or "", self.correct_by)
        check = work.spot_checks.conclude(number, step, verdict)
        batch = work.batches.get(check.batch)
        key = f"spot-check-told-{self.conclusion}"
        told = {
            "findings": verdict.findings,
            "correction": verdict.correction,
            "correct_by": verdict.correct_by or "",
        }
        again = f"/spot_check_reply {check.id}" if is_correction(self) else ""
        step_on = again or f"/spot_checks {check.id}"
        batch_news.tell_station(work, batch, key, step_on, **told)
        said = Sentence(
            "spot-check-concluded", {"number": batch.number, "state": check.state.value}
        )
        return Done((said,), next=(f"/spot_checks {check.id}", "/spot_checks", "/menu"))
