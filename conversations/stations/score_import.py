"""导入成绩: the filled-in score sheet of a batch, looked through before anything of it is taken (R7.1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from conversations import score_news as news
from conversations import score_wording as wording
from conversations.engine.boxes import (
    Choice,
    Pick,
    SentWorkbook,
    Template,
    Text,
    only_if,
    settled,
)
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Said, Sentence, Words
from conversations.exam_wording import spoken
from conversations.score_wording import ScoredBatch
from conversations.stations.score_marks import loaded
from conversations.stations.score_plan import SheetPlan, planned, replacing, side_by_side
from conversations.stations.score_rows import SheetRead, SheetScore, in_words, read_scores
from rules.exam_papers import ExamPart
from rules.findings import Finding, NotPossible, Refused
from rules.roles import Action, who_may
from rules.scores import too_early, written
from store.examiners import ExaminerId
from store.unit import UnitOfWork

SHOWN = 12
"""Faults and differences that are listed; the others are counted."""


class Differing(StrEnum):
    """What becomes of scores that stand otherwise on the sheet."""

    ENTERED = "entered"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class ImportFacts:
    """The batch as it stands, what the sheet would do to it, and the language of what is wrong."""

    there: ScoredBatch
    plan: SheetPlan | None
    pairs: str
    say: Words
    early: tuple[Finding, ...] = ()
    """Of parts in the sheet that have not begun."""


class SentScores(SentWorkbook[tuple[SheetScore, ...]]):
    """The score sheet, kept as the scores in it. Refused with everything that is wrong: nothing half is taken."""

    def read(self, said: Said, sheet: Sheet) -> tuple[SheetScore, ...]:
        file, facts = self.opened(said), sheet.facts
        assert file.sheet
        read = read_scores(file.sheet, facts.there)
        if read.faults:
            raise Refused("score-sheet-wrong", "R7.1", faults=listed(read, facts.say))
        return read.scores

    def load(self, kept: Json) -> tuple[SheetScore, ...]:
        return tuple(
            SheetScore(place, ExamPart(part), loaded(mark), ExaminerId(examiner))
            for place, part, mark, examiner in kept
        )

    def dump(self, value: tuple[SheetScore, ...]) -> Json:
        return [[one.place, str(one.part), written(one.mark), one.examiner] for one in value]

    def show(self, value: tuple[SheetScore, ...], sheet: Sheet, words: Words) -> str:
        """What taking it would do."""
        plan = sheet.facts.plan or planned(value, sheet.facts.there)
        return words.say("score-sheet-shown", **figures(plan))


def listed(read: SheetRead, say: Words) -> str:
    """What is wrong, one a line, as far as it can be taken in at once."""
    lines = [in_words(fault, say) for fault in read.faults[:SHOWN]]
    if len(read.faults) > len(lines):
        lines.append(say.say("score-sheet-more-faults", count=len(read.faults) - len(lines)))
    return "\n".join(lines)


def ways(form: Sheet) -> list[Choosable]:
    """Each counts for the scores that stood when it was offered, and for none entered since."""
    facts: ImportFacts = form.facts
    assert facts.plan
    latest = max(one.stands.id for one in facts.plan.differs)
    return [Choosable(f"{one}.{latest}", key=f"differing-{one}") for one in Differing]


class Differ(Choice[str]):
    """Both values side by side."""

    def __init__(self) -> None:
        super().__init__(ways)

    def fits(self, value: str, sheet: Sheet) -> None:
        if value not in {one.value for one in ways(sheet)}:
            raise Refused("score-sheet-moved-on")

    def told(self, sheet: Sheet) -> Mapping[str, object]:
        return {"pairs": sheet.facts.pairs}


def figures(plan: SheetPlan) -> dict[str, object]:
    return {
        "people": plan.people,
        "new": len(plan.new),
        "same": plan.same,
        "differs": len(plan.differs) or "none",
    }


def batch_id(form: Sheet) -> int:
    facts: ImportFacts | None = form.facts
    return facts.there.batch.id if facts else 0


def differs(form: Sheet) -> bool:
    facts: ImportFacts | None = form.facts
    return bool(facts and facts.plan and facts.plan.differs)


def is_chosen(form: Sheet, way: Differing) -> bool:
    return (form.differing or "").startswith(f"{way}.")


def needs_reason(form: Sheet) -> bool:
    return is_chosen(form, Differing.SHEET) and form.facts.plan.is_confirmed


class ScoreImport(Form):
    """The review shows what the sheet would do; submitting does exactly that."""

    roles = who_may(Action.ENTER_SCORES)
    in_menu_of = frozenset()
    facts_from = ("batch", "sheet")

    batch = settled(Pick("batches_to_score"))
    sheet = SentScores(Template("score_sheet", batch_id))
    differing = only_if(differs, Differ())
    reason = only_if(needs_reason, Text(longest=200))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """NotPossible says why nothing can be entered now."""
        if not argument:
            if not work.scores.to_enter():
                raise NotPossible(Finding("scores-none-to-enter", "R7.1"))
            return {}
        batch = work.batches.seen(argument)
        work.scores.checked(batch.id)
        if against := work.scores.against(batch):
            raise NotPossible(against)
        return {"batch": argument}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ImportFacts | None:
        batch = work.batches.find_by_number(answers["batch"]) if "batch" in answers else None
        if batch is None:
            return None
        there, say = wording.scored(work, batch), spoken(work)
        if "sheet" not in answers:
            return ImportFacts(there, None, "", say)
        plan = planned(cls.sheet.load(answers["sheet"]), there)
        shown = [side_by_side(one, there, say) for one in plan.differs[:SHOWN]]
        if len(plan.differs) > len(shown):
            shown.append(say.say("score-sheet-more", count=len(plan.differs) - len(shown)))
        given = {one.part for one in cls.sheet.load(answers["sheet"])}
        begins = work.scores.begins(batch)
        early = [too_early(part, begins[part]) for part in given if work.now < begins[part]]
        return ImportFacts(there, plan, "\n".join(shown), say, tuple(early))

    def problems(self) -> Iterable[Finding]:
        return [replace(one, box="sheet") for one in self.facts.early]

    def submit(self, work: UnitOfWork) -> Done:
        facts: ImportFacts = self.facts
        assert facts.plan
        batch, plan = facts.there.batch, facts.plan
        entries = list(plan.new)
        if is_chosen(self, Differing.SHEET):
            entries += replacing(plan.differs, facts.there)
        entered = work.scores.enter(batch.id, entries, self.reason or "")
        news.entered(work, wording.scored(work, batch), entered)
        says = [Sentence("scores-taken", {"count": len(entered)})]
        if plan.differs and is_chosen(self, Differing.ENTERED):
            says.append(Sentence("scores-kept"))
        return Done(tuple(says), goes_on=f"/scores {batch.number}")
