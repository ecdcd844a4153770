"""考评报告: the leader of a team writes of the exam what the data do not say; the figures stand there already (R7.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from conversations import evaluation_wording as wording
from conversations import exam_wording
from conversations.engine.boxes import Choice, Known, Pick, Text, only_if, optional, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import SKIPPED, Done, Form
from conversations.engine.messages import Json, Sentence, Words
from conversations.examiners.report_news import tell_filed
from conversations.sources.evaluations import item_of, item_value, led, version_seen
from rules.evaluations import PaperFacts, Remark
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from store.batches import ItemId
from store.evaluations import ItemReport, Report
from store.unit import UnitOfWork

LONGEST = 500


class Course(StrEnum):
    """How something went."""

    IN_ORDER = "in_order"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class EvaluationFacts:
    """The item as it stands, and its papers with their receipts."""

    here: ItemReport
    papers: tuple[PaperFacts, ...]


def shown_exam(facts: EvaluationFacts | None, say: Words) -> str:
    if facts is None:
        return "…"
    return say.say("report-exam", **exam_wording.told(facts.here.batch, say))


def shown_team(facts: EvaluationFacts | None, say: Words) -> str:
    if facts is None:
        return "…"
    team = facts.here.team
    others = tuple(one.name for one in team.others)
    return say.say("report-team", leader=team.leader.name, examiners=others)


def shown_attendance(facts: EvaluationFacts | None, say: Words) -> str:
    if facts is None:
        return "…"
    return say.say("report-attendance", **wording.attendance_told(facts.here.figures))


def shown_grades(facts: EvaluationFacts | None, say: Words) -> str:
    if facts is None:
        return "…"
    return say.say("report-grades", **wording.grades_told(facts.here.figures))


def shown_papers(facts: EvaluationFacts | None, say: Words) -> str:
    if facts is None:
        return "…"
    return wording.in_words(map(wording.paper_line, facts.papers), say)


def is_revision(form: Sheet) -> bool:
    return bool(form.item) and version_seen(form.item) > 0


class EvaluationReport(Form):
    """A new version takes the place of the one before, which is kept; everybody is asked anew."""

    roles = who_may(Action.FILE_EVALUATION)
    facts_from = ("item",)

    item = settled(Pick("reports_to_file"))
    exam = Known(lambda form: form.facts, shown_exam)
    team = Known(lambda form: form.facts, shown_team)
    attendance = Known(lambda form: form.facts, shown_attendance)
    grades = Known(lambda form: form.facts, shown_grades)
    papers = Known(lambda form: form.facts, shown_papers)
    unsealing = Choice(Course)
    unsealing_said = only_if(lambda form: form.unsealing is Course.REMARK, Text(longest=LONGEST))
    rooms = Choice(Course)
    rooms_said = only_if(lambda form: form.rooms is Course.REMARK, Text(longest=LONGEST))
    scoring = Choice(Course)
    scoring_said = only_if(lambda form: form.scoring is Course.REMARK, Text(longest=LONGEST))
    incidents = Choice(Course)
    incidents_said = only_if(lambda form: form.incidents is Course.REMARK, Text(longest=LONGEST))
    advice = optional(Text(longest=LONGEST))
    changed = only_if(is_revision, Text(longest=300))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """An item, `12`, or a batch, `2026-0417`; a revision begins with what stood there before."""
        mine = [here for here in led(work) if is_meant(here, argument)]
        if argument.isdecimal():
            here = work.evaluations.item(ItemId(int(argument)))
            if against := work.evaluations.against(here, here.version):
                raise NotPossible(against)
            mine = [here]
        if not mine:
            raise NotPossible(Finding("report-none", "R7.2"))
        return opened(mine[0]) if len(mine) == 1 else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> EvaluationFacts | None:
        here = item_of(work, str(answers.get("item", "")))
        return EvaluationFacts(here, work.evaluations.papers(here)) if here else None

    def submit(self, work: UnitOfWork) -> Done:
        here: ItemReport = self.facts.here
        report = work.evaluations.file(
            here.item.id,
            version_seen(self.item),
            self.remarks(),
            advice=self.advice or "",
            changed=self.changed or "",
        )
        tell_filed(work, here, report)
        told = {**wording.item_told(here), "version": report.version}
        said = Sentence("report-filed", {**told, "count": len(here.team.others)})
        return Done((said,), next=(f"/evaluation_reports r{report.id}", "/menu"))

    def remarks(self) -> dict[Remark, str]:
        """What is said of the exam, box by box; nothing where all was in order."""
        said = {remark: getattr(self, f"{remark}_said") for remark in Remark}
        return {remark: text for remark, text in said.items() if text}


def is_meant(here: ItemReport, argument: str) -> bool:
    return argument in {"", here.batch.number}


def opened(here: ItemReport) -> dict[str, Json]:
    """The item, and on it what the version before said."""
    return {"item": item_value(here), **(before(here.report) if here.report else {})}


def before(report: Report) -> dict[str, Json]:
    answers: dict[str, Json] = {}
    for remark in Remark:
        text = report.content.remarks.get(remark)
        answers[remark] = str(Course.REMARK if text else Course.IN_ORDER)
        answers |= {f"{remark}_said": text} if text else {}
    return {**answers, "advice": report.content.advice or SKIPPED}
