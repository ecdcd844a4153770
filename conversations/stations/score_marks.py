"""The box the scores of one candidate are written into, or of several line by line (R7.1)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from conversations import score_wording as wording
from conversations.engine.boxes.base import Box, Sheet, plain
from conversations.engine.messages import Choosable, Json, Page, Said, Words
from conversations.score_wording import ScoredBatch
from rules.exam_papers import ExamPart
from rules.findings import Refused
from rules.grading import Absent, Mark, read_score
from rules.names import name_key
from rules.scores import written
from rules.typed_scores import Typed, read_typed

ABSENT: Mark = Absent.ABSENT
LONGEST = 4000


class ScoreParts(StrEnum):
    """Which scores are entered in one go."""

    BOTH = "both"
    THEORY = "theory"
    PRACTICE = "practice"

    @property
    def parts(self) -> tuple[ExamPart, ...]:
        return tuple(ExamPart) if self is ScoreParts.BOTH else (ExamPart(self.value),)


class Marks(Box[tuple[Typed, ...]]):
    """On a form with `item`, `parts` and `place`, whose facts hold the batch. Everybody gets their place."""

    by_name: ClassVar[bool] = True

    def options(self, sheet: Sheet, query: str, page: int) -> Page:
        return Page((Choosable("absent", key="absent-absent"),))

    def read(self, said: Said, sheet: Sheet) -> tuple[Typed, ...]:
        parts = sheet.parts.parts
        if said.choice == "absent":
            value: tuple[Typed, ...] = (Typed(int(sheet.place), dict.fromkeys(parts, ABSENT)),)
        else:
            text = plain(said.text)
            if len(text) > LONGEST:
                raise Refused("text-too-long", most=LONGEST, length=len(text))
            here = int(sheet.place)
            value = tuple(
                Typed(one.place or here, one.marks, one.name) for one in read_typed(text, parts)
            )
        self.fits(value, sheet)
        return value

    def fits(self, value: tuple[Typed, ...], sheet: Sheet) -> None:
        """On this item, and whose name was written with the number."""
        there: ScoredBatch = sheet.facts.there
        for one in value:
            line = there.at(one.place or 0)
            if line is None or str(line.item) != sheet.item:
                raise Refused("score-place-unknown", "R7.1", place=one.place or 0)
            if one.name and name_key(one.name) != name_key(there.name(line)):
                raise Refused("score-other-name", "R7.1", place=one.place or 0)

    def told(self, sheet: Sheet) -> Mapping[str, object]:
        there: ScoredBatch = sheet.facts.there
        line = there.at(int(sheet.place))
        left = wording.to_score(there.of_item(int(sheet.item)), sheet.parts.parts)
        who = wording.told(there, line) if line else {}
        stands = "some" if line and line.scores else "none"
        return {**who, "stands": stands, "parts": sheet.parts.value, "left": len(left)}

    def load(self, kept: Json) -> tuple[Typed, ...]:
        return tuple(
            Typed(int(one["place"]), {ExamPart(p): loaded(m) for p, m in one["marks"].items()})
            for one in kept
        )

    def dump(self, value: tuple[Typed, ...]) -> Json:
        return [
            {"place": one.place, "marks": {str(p): written(m) for p, m in one.marks.items()}}
            for one in value
        ]

    def show(self, value: tuple[Typed, ...], sheet: Sheet, words: Words) -> str:
        return "\n".join(
            words.say(
                "score-typed",
                place=one.place,
                theory=wording.mark(one.marks.get(ExamPart.THEORY)),
                practice=wording.mark(one.marks.get(ExamPart.PRACTICE)),
            )
            for one in value
        )


def loaded(kept: str) -> Mark:
    return Absent.ABSENT if kept == Absent.ABSENT.value else read_score(kept)
