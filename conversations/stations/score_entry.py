"""逐个登记: scores typed one candidate after the other, each taken at once and the next one asked for by itself (R7.1)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from conversations import score_news as news
from conversations import score_wording as wording
from conversations.engine.boxes import Choice, Pick, Text, YesNo, only_if, optional, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Sentence, Words
from conversations.exam_wording import spoken
from conversations.score_wording import ScoredBatch
from conversations.stations.score_marks import Marks, ScoreParts
from conversations.stations.score_plan import Difference, side_by_side
from conversations.stations.score_rows import SheetScore
from rules.exam_papers import ExamPart
from rules.findings import Finding, NotPossible
from rules.grading import Mark
from rules.roles import Action, who_may
from rules.scores import ScoreState
from store.batches import Batch
from store.examiners import ExaminerId
from store.scores import Entry, Score, ScoreLine
from store.unit import UnitOfWork

SAID_OF_EACH = 10
"""Of more lines than these only how many there are is said."""
CARRIED = ("parts", "examiner", "practice_examiner", "place")
"""What the step may bring along: `/score_entry 2026-0417 12 place=7`."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that stands where another one was typed."""

    line: ScoreLine
    part: ExamPart
    stands: Score
    mark: Mark
    examiner: ExaminerId

    @property
    def is_open(self) -> bool:
        """Whether the examiner sent it back: it is there to be replaced."""
        return self.stands.state in wording.OPEN


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """The batch as it stands, which of its parts have begun, and the language of the reader."""

    there: ScoredBatch
    begun: tuple[ExamPart, ...]
    say: Words


def items(form: Sheet) -> Iterator[Choosable]:
    facts: EntryFacts | None = form.facts
    for item in facts.there.items.values() if facts else ():
        lines = facts.there.of_item(item.id) if facts else ()
        left = len(wording.to_score(lines, tuple(ExamPart)))
        args = {**wording.item_told(item), "people": len(lines), "left": left or "none"}
        yield Choosable(str(item.id), key="score-item-option", args=args)


def begun_parts(form: Sheet) -> Iterator[Choosable]:
    """Both together where both have begun."""
    facts: EntryFacts | None = form.facts
    for one in ScoreParts:
        if facts and set(one.parts) <= set(facts.begun):
            yield Choosable(one.value, key=f"score-parts-{one.value}")


def team(form: Sheet) -> Iterator[Choosable]:
    """The leader first; nobody else gives scores (R7.1)."""
    facts: EntryFacts | None = form.facts
    for one in facts.there.team_of(int(form.item)) if facts and form.item else ():
        args = {"name": one.name, "number": one.number, "leader": "yes" if one.leader else "no"}
        yield Choosable(str(one.examiner), key="score-examiner-option", args=args)


def needs_replacing(form: Sheet) -> bool:
    return any(not one.is_open for one in conflicts(form))


def needs_reason(form: Sheet) -> bool:
    confirmed = (one.stands.state is ScoreState.CONFIRMED for one in conflicts(form))
    return bool(form.replace) and any(confirmed)


class Replacing(YesNo):
    """Shows what stands beside what is new."""

    def told(self, sheet: Sheet) -> Mapping[str, object]:
        return {"pairs": "\n".join(pairs(sheet))}


class ScoreEntry(Form):
    """`2026-0417`, an item of it, a place on the roster; when it goes on by itself, all that was chosen."""

    roles = who_may(Action.ENTER_SCORES)
    in_menu_of = frozenset()
    reviewed = False
    facts_from = ("batch",)

    batch = settled(Pick("batches_to_score"))
    item = settled(Choice(items))
    parts = settled(Choice(begun_parts, of=ScoreParts))
    examiner = Choice(team)
    practice_examiner = only_if(lambda form: form.parts is ScoreParts.BOTH, Choice(team))
    place = settled(Pick("places_to_score"))
    marks = optional(Marks())
    replace = only_if(needs_replacing, Replacing())
    reason = only_if(needs_reason, Text(longest=200))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """NotPossible says why nothing can be entered now."""
        number, *rest = argument.split() or [""]
        if not number:
            if not work.scores.to_enter():
                raise NotPossible(Finding("scores-none-to-enter", "R7.1"))
            return {}
        batch = work.batches.seen(number)
        work.scores.checked(batch.id)
        if against := work.scores.against(batch):
            raise NotPossible(against)
        named = dict(word.split("=", 1) for word in rest if "=" in word)
        item = {"item": rest[0]} if rest and rest[0].isdecimal() else {}
        carried = {name: value for name, value in named.items() if name in CARRIED}
        known = standing(work, batch, carried) if "examiner" not in carried else {}
        return {"batch": number, **item, **known, **carried}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> EntryFacts | None:
        batch = work.batches.find_by_number(answers["batch"]) if "batch" in answers else None
        if batch is None:
            return None
        begins = work.scores.begins(batch)
        begun = tuple(part for part in ExamPart if begins[part] <= work.now)
        return EntryFacts(wording.scored(work, batch), begun, spoken(work))

    def submit(self, work: UnitOfWork) -> Done:
        there: ScoredBatch = self.facts.there
        if not self.marks:
            skipped = Sentence("score-skipped", {"place": self.place})
            return self.next_one(there, (skipped,))
        entered = work.scores.enter(there.batch.id, list(self.entries()), self.reason or "")
        there = wording.scored(work, there.batch)
        news.entered(work, there, entered)
        return self.next_one(there, tuple(self.said(there)))

    def entries(self) -> Iterator[Entry]:
        """What is to be entered: everything, or only what stands in nobody's way."""
        there: ScoredBatch = self.facts.there
        stand = {(one.line.running_number, one.part): one for one in conflicts(self)}
        for one in self.marks:
            line = there.at(one.place or 0)
            assert line
            for part, mark in one.marks.items():
                found = stand.get((line.running_number, part))
                if found and not found.is_open and not self.replace:
                    continue
                yield Entry(
                    registration=line.registration,
                    part=part,
                    mark=mark,
                    examiner=examiner_of(self.fitting, part),
                    instead_of=found.stands.mark if found else None,
                )

    def said(self, there: ScoredBatch) -> Iterator[Sentence]:
        """What stands now for everybody who was typed."""
        lines = [line for one in self.marks if (line := there.at(one.place or 0))]
        if len(lines) > SAID_OF_EACH:
            yield Sentence("scores-entered-many", {"count": len(lines)})
        else:
            yield from (Sentence("score-entered", wording.told(there, line)) for line in lines)
        if self.replace is False:
            yield Sentence("scores-kept")

    def next_one(self, there: ScoredBatch, says: tuple[Sentence, ...]) -> Done:
        """The next one in running order that has no score yet; at the end, how the batch stands."""
        open_ones = wording.to_score(there.of_item(int(self.item)), self.parts.parts)
        after = [one for one in open_ones if one.running_number > int(self.place)]
        overview = f"/scores {self.batch}"
        if not after:
            return Done(says, goes_on=overview)
        carried = {name: self.fitting.get(name) for name in CARRIED[:-1]}
        words = [f"{name}={value}" for name, value in carried.items() if value]
        place = f"place={after[0].running_number}"
        return Done(says, goes_on=" ".join(["/score_entry", self.batch, self.item, *words, place]))


def standing(work: UnitOfWork, batch: Batch, carried: Mapping[str, str]) -> dict[str, Json]:
    """Of somebody who has scores: which are to be put right, and whose they are."""
    place = carried.get("place", "")
    line = wording.scored(work, batch).at(int(place)) if place.isdecimal() else None
    there = line.scores if line else {}
    back = [part for part, one in there.items() if one.state is ScoreState.RETURNED]
    match back or list(there):
        case [ExamPart.THEORY, ExamPart.PRACTICE]:
            first, second = (str(there[part].examiner) for part in ExamPart)
            return {"parts": "both", "examiner": first, "practice_examiner": second}
        case [part]:
            return {"parts": str(part), "examiner": str(there[part].examiner)}
        case _:
            return {}


def examiner_of(answers: Mapping[str, Json], part: ExamPart) -> ExaminerId:
    """Who gave the scores of that part."""
    second = answers["parts"] == ScoreParts.BOTH and part is ExamPart.PRACTICE
    return ExaminerId(int(answers["practice_examiner" if second else "examiner"]))


def conflicts(form: Sheet) -> Iterator[Conflict]:
    """Where something else stands already, or the same was sent back."""
    for typed in form.marks or ():
        line = form.facts.there.at(typed.place)
        for part, mark in typed.marks.items() if line else ():
            stands, examiner = line.scores.get(part), examiner_of(form.fitting, part)
            if stands is None:
                continue
            same = (stands.mark, stands.examiner) == (mark, examiner)
            if not same or stands.state in wording.OPEN:
                yield Conflict(line, part, stands, mark, examiner)


def pairs(form: Sheet) -> Iterator[str]:
    """'第 3 号 王强 理论 78（王建国，已确认）→ 87（王建国）'."""
    there: ScoredBatch = form.facts.there
    for one in conflicts(form):
        if not one.is_open:
            given = SheetScore(one.line.running_number, one.part, one.mark, one.examiner)
            yield side_by_side(Difference(given, one.stands), there, form.facts.say)
