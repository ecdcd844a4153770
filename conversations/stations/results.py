"""提交成绩: everything that is missing named at once with the step that closes it, then how each item came out (R7.5)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from conversations.engine.boxes import Known, Pick, Text, optional, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence, Words, sentences
from conversations.evaluation_wording import in_words, opinion_line
from conversations.filing import file_paper, receipt
from conversations.sources.results import to_hand_in
from rules.approvals import PaperKind
from rules.catalogue import Level, Unit, level_name
from rules.findings import Finding, NotPossible
from rules.grading import Result
from rules.results import Figures, Outcome, figures
from rules.roles import Action, who_may
from rules.supervision_reports import SupervisionConclusion
from store.batches import Batch, BatchId
from store.evaluations import Opinion
from store.item_reports import is_present
from store.pages import PAGE_SIZE
from store.papers import Paper
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """One trade and level of the batch in figures."""

    unit: Unit
    level: Level
    figures: Figures


@dataclass(frozen=True, slots=True)
class ResultsFacts:
    """What the paper shows of the batch."""

    outcomes: tuple[ItemOutcome, ...]
    conclusion: SupervisionConclusion | None
    overruled: tuple[Opinion, ...]
    """Objections to evaluation reports, and why they do not stand."""


def shown_outcomes(outcomes: Iterable[ItemOutcome], say: Words) -> str:
    return "\n".join(say.say("results-item", **told(one)) for one in outcomes)


def told(one: ItemOutcome) -> dict[str, object]:
    counted = one.figures
    return {
        "trade": one.unit.name,
        "level": level_name(one.level, one.unit),
        "expected": counted.expected,
        "present": counted.present,
        "absent": counted.absent,
        **{result.value: counted.results[result] for result in Result},
        "rate": counted.per_cent or "none",
    }


def conclusion(form: Sheet) -> str:
    facts: ResultsFacts | None = form.facts
    return facts.conclusion.value if facts and facts.conclusion else "none"


def shown_conclusion(conclusion: str, say: Words) -> str:
    return say.say("results-conclusion", conclusion=conclusion)


def shown_objections(overruled: tuple[Opinion, ...], say: Words) -> str:
    return in_words(map(opinion_line, overruled), say) or say.say("results-no-objections")


class Results(Form):
    """Nothing to type but a note: the rest follows from scores and reports as they stand."""

    roles = who_may(Action.SUBMIT_RESULTS)
    paper = PaperKind.RESULTS
    facts_from = ("batch",)

    batch = settled(Pick("batches_with_results"))
    outcomes = Known(lambda form: form.facts.outcomes if form.facts else (), shown_outcomes)
    supervision = Known(conclusion, shown_conclusion)
    overruled = Known(lambda form: form.facts.overruled if form.facts else (), shown_objections)
    note = optional(Text(longest=300))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`2026-0417`; NotPossible at once with everything that batch lacks, or with how each stands."""
        if argument:
            batch = work.batches.seen(argument)
            if against := work.results.against(batch):
                raise NotPossible(against)
            return {"batch": batch.number}
        if not to_hand_in(work):
            waiting = work.results.to_submit()[:PAGE_SIZE]
            raise NotPossible(tuple(as_it_stands(work, one) for one in waiting) or NONE)
        return {}

    @classmethod
    def first_steps(cls, work: UnitOfWork, argument: str, refused: NotPossible) -> tuple[str, ...]:
        """The forms that close the gaps of the batch, or the batches with gaps."""
        if not argument:
            return tuple(f"/results {one.number}" for one in work.results.to_submit()[:PAGE_SIZE])
        batch = work.batches.find_by_number(argument)
        if batch is None or refused.findings != work.results.gaps(batch.id):
            return ()
        gaps = work.results.gaps_by_form(batch.id)
        steps = [f"/{form} {argument}" for form in gaps]
        if "evaluation_report" in gaps:
            # Its examiners write and confirm it; the station looks how far they are.
            steps.append(f"/evaluation_reports {argument}")
        return (*steps, f"/results {argument}")

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ResultsFacts | None:
        batch = work.batches.find_by_number(answers["batch"]) if "batch" in answers else None
        if batch is None:
            return None
        report = work.supervision_reports.counting(batch.id)
        opinions = [one for here in work.evaluations.of(batch.id) for one in here.opinions]
        return ResultsFacts(
            tuple(outcomes(work, batch.id)),
            report.conclusion if report else None,
            tuple(one for one in opinions if one.said.overruled),
        )

    @classmethod
    def briefing(cls, work: UnitOfWork, paper: Paper) -> tuple[Sentence, ...]:
        """Whether everything is there still, and a supervisor who holds the results to be void (R7.3)."""
        batch = work.batches.get(BatchId(paper.subject))
        gaps = work.results.gaps(batch.id)
        args = {"number": batch.number, "count": len(gaps), "exam_on": batch.exam_on}
        says = [Sentence("results-briefing", args), *sentences(gaps)]
        if work.supervision_reports.advises_against(batch.id):
            says.append(Sentence("results-advised-against"))
        return tuple(says)

    def submit(self, work: UnitOfWork) -> Done:
        batch = work.results.check(work.batches.seen(self.batch).id)
        paper = file_paper(
            self,
            work,
            programme=batch.programme,
            institution=batch.station_code,
            subject=batch.id,
        )
        said = Sentence("results-filed", {"number": batch.number})
        return Done((receipt(paper), said), next=(f"/my_papers {paper.id}", "/menu"))


def outcomes(work: UnitOfWork, batch: BatchId) -> Iterable[ItemOutcome]:
    lines = work.scores.of(batch)
    for item in work.batches.items(batch):
        here = [line for line in lines if line.item == item.id]
        counted = figures(Outcome(is_present(line), line.result) for line in here)
        if here:
            yield ItemOutcome(item.unit, item.level, counted)


NONE = (Finding("results-none", "R7.5"),)


def as_it_stands(work: UnitOfWork, batch: Batch) -> Finding:
    args = {"number": batch.number, "count": len(work.results.gaps(batch.id))}
    return Finding("results-batch-gaps", "R7.5", args)
