"""退回成绩: which scores are not what the examiner gave, and why; the others confirmed with one tap (R7.1)."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from conversations import score_news as news
from conversations.engine.boxes import Choice, Pick, Text, YesNo, only_if
from conversations.engine.boxes.base import Box, Sheet, plain
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Said, Sentence, Words
from conversations.sources.scores_given import Given, given
from conversations.stations.score_marks import ScoreParts
from rules.exam_papers import ExamPart
from rules.findings import Finding, NotPossible, Refused
from rules.roles import Action, who_may
from rules.scores import ScoreState, spans
from store.scores import Score
from store.unit import UnitOfWork

NUMBERS = re.compile(r"([0-9]{1,4})(?:\s*[-–~至到]\s*([0-9]{1,4}))?")


@dataclass(frozen=True, slots=True)
class ReturnFacts:
    """The caller's scores of the item by running number."""

    given: Given
    places: Mapping[int, tuple[Score, ...]]


class Places(Box[tuple[int, ...]]):
    """Running numbers side by side, `3 7-9`."""

    def read(self, said: Said, sheet: Sheet) -> tuple[int, ...]:
        text = unicodedata.normalize("NFKC", plain(said.text))
        if not text:
            raise Refused("text-empty")
        if re.sub(NUMBERS, "", text).strip(" ,、;.号第和及"):
            raise Refused("score-places-unreadable")
        found: set[int] = set()
        for first, last in NUMBERS.findall(text):
            ends = sorted((int(first), int(last or first)))
            found |= set(range(ends[0], ends[1] + 1))
        value = tuple(sorted(found))
        self.fits(value, sheet)
        return value

    def fits(self, value: tuple[int, ...], sheet: Sheet) -> None:
        facts: ReturnFacts | None = sheet.facts
        strange = [place for place in value if not facts or place not in facts.places]
        if strange or not value:
            raise Refused("score-places-not-yours", "R7.1", places=spans(strange))

    def load(self, kept: Json) -> tuple[int, ...]:
        return tuple(int(place) for place in kept)

    def dump(self, value: tuple[int, ...]) -> Json:
        return list(value)

    def show(self, value: tuple[int, ...], sheet: Sheet, words: Words) -> str:
        return words.say("list-comma").join(spans(value))


def has_both(form: Sheet) -> bool:
    """Whether it has to be said which of two scores is meant."""
    facts: ReturnFacts | None = form.facts
    return bool(facts) and any(len(form.facts.places[place]) > 1 for place in form.which or ())


class Others(YesNo):
    """How many there are besides."""

    def told(self, sheet: Sheet) -> Mapping[str, object]:
        return {"count": len(others(sheet))}


def returned(form: Sheet) -> tuple[Score, ...]:
    """The scores meant."""
    parts = form.parts.parts if form.parts else tuple(ExamPart)
    places: Mapping[int, tuple[Score, ...]] = form.facts.places
    return tuple(one for place in form.which for one in places[place] if one.part in parts)


def others(form: Sheet) -> tuple[Score, ...]:
    """What waits besides."""
    meant = {one.id for one in returned(form)}
    own: tuple[Score, ...] = form.facts.given.scores
    return tuple(one for one in own if one.state is ScoreState.ENTERED and one.id not in meant)


class ScoreReturn(Form):
    """Opened from the scores on the screen, `2026-0417.12.345`: only what was seen is meant."""

    roles = who_may(Action.CONFIRM_SCORES)
    in_menu_of = frozenset()
    reviewed = False
    facts_from = ("given",)

    given = Pick("scores_given")
    which = Places()
    parts = only_if(has_both, Choice(ScoreParts))
    reason = Text(longest=200)
    confirm_others = only_if(lambda form: form.which and bool(others(form)), Others())

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        if not argument and not work.scores.returnable():
            raise NotPossible(Finding("scores-none-to-return", "R7.1"))
        if argument and given(work, argument) is None:
            raise NotPossible(Finding("scores-changed-meanwhile", "R7.1"))
        return {"given": argument} if argument else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ReturnFacts | None:
        found = given(work, answers["given"]) if "given" in answers else None
        if found is None:
            return None
        own = {one.id for one in found.scores if one.state is not ScoreState.RETURNED}
        places = {
            line.running_number: scores
            for line in work.scores.of(found.batch.id)
            if (scores := tuple(one for one in line.scores.values() if one.id in own))
        }
        return ReturnFacts(found, places)

    def submit(self, work: UnitOfWork) -> Done:
        found: Given = self.facts.given
        back = returned(self)
        if not back:
            raise NotPossible(Finding("score-part-not-yours", "R7.1", box="parts"))
        work.scores.send_back(found.batch.id, [one.id for one in back], self.reason)
        meant = {one.id for one in back}
        places = [n for n, own in self.facts.places.items() if meant & {one.id for one in own}]
        news.returned(work, found.batch, found.item, places, self.reason)
        says = [Sentence("scores-now-returned", {"count": len(back)})]
        if self.confirm_others:
            count = work.scores.confirm(found.batch.id, found.item, found.seen)
            args = {"number": found.batch.number, "count": count}
            says.append(Sentence("scores-now-confirmed", args))
        return Done(tuple(says), next=("/score_confirmation", "/menu"))
