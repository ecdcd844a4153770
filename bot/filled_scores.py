"""The score sheet of a batch as it stands: to be printed and signed, or filled in and sent back (R7.1)."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from bot.filled_rosters import called
from conversations import score_wording as wording
from conversations.exam_wording import days
from conversations.score_wording import ScoredBatch
from conversations.stations.score_rows import COLUMNS, examiner_label
from conversations.words import LANGUAGES, FluentWords, words
from exports.score_sheet import ScoreRow, ScoreSheet
from rules.catalogue import level_name
from rules.exam_papers import ExamPart
from rules.findings import Finding, NotPossible
from rules.grading import Absent, Mark
from rules.identity import mask_id_number
from rules.roles import Action
from rules.scores import ScoreState
from store.batches import BatchId
from store.people import PersonId
from store.scores import ScoreLine
from store.unit import UnitOfWork

ABSENCES = ("both", "theory", "practice")


def scores_of_batch(work: UnitOfWork, subject: int) -> tuple[str, ScoreSheet]:
    """For its station and the officers above it, once the roster is in; in the language of the reader."""
    batch = work.scores.checked(BatchId(subject), Action.SEE_SCORES)
    there = wording.scored(work, batch)
    if not there.lines:
        raise NotPossible(Finding("scores-no-roster", "R5.7", {"number": batch.number}))
    person = work.caller.person
    say = words(work.people.get(person).language if person else LANGUAGES[0])
    head = {"number": batch.number, "station": batch.station_name, "days": days(batch, say)}
    listed = tuple(rows(work, there, say))
    sheet = ScoreSheet(
        name=say.say("score-sheet-title"),
        lists_name=say.say("score-sheet-lists"),
        heading=(
            say.say("score-sheet-title"),
            say.say("score-sheet-head", **head),
            say.say("score-sheet-how", state=stands(work, batch.id, listed)),
        ),
        titles=tuple(say.say(f"score-column-{column}") for column in COLUMNS),
        absences=tuple(say.say(f"score-absent-{which}") for which in ABSENCES),
        wrong_score=say.say("score-sheet-score-error"),
        rows=listed,
    )
    return f"score-sheet-{batch.number}", sheet


def stands(work: UnitOfWork, batch: BatchId, listed: Sequence[ScoreRow]) -> str:
    """Whether there is anything to be filled in still: a sheet without open cells is for reading."""
    if work.results.are_submitted(batch):
        return "submitted"
    return "confirmed" if all(all(one.locked) for one in listed) else "open"


def rows(work: UnitOfWork, there: ScoredBatch, say: FluentWords) -> Iterator[ScoreRow]:
    numbers = masked(work, there)
    labels = {one.examiner: examiner_label(one.name, one.number) for one in there.team}
    for line in there.lines:
        item = there.items[line.item]
        examiners = [
            line.scores[part].examiner if part in line.scores else None for part in ExamPart
        ]
        theory, practice = (labels.get(one, "") if one else "" for one in examiners)
        states = [line.state(part) is ScoreState.CONFIRMED for part in ExamPart]
        yield ScoreRow(
            place=line.running_number,
            name=there.name(line),
            id_number=numbers[line.person],
            trade=called(item.unit),
            level=say.argument(level_name(item.level, item.unit)),
            theory=figure(line.theory),
            practice=figure(line.practice),
            absent=absent(line, say),
            examiners=(theory, practice),
            result=say.argument(line.result) if line.result else "",
            team=tuple(labels[one.examiner] for one in there.team_of(item.id)),
            locked=(states[0], states[1]),
        )


def masked(work: UnitOfWork, there: ScoredBatch) -> Mapping[PersonId, str]:
    """The sheet goes through many hands."""
    return {
        line.person: mask_id_number(work.people.get(line.person).id_number or "")
        for line in there.lines
    }


def figure(mark: Mark | None) -> Decimal | None:
    return mark if isinstance(mark, Decimal) else None


def absent(line: ScoreLine, say: FluentWords) -> str:
    """Which parts somebody was absent from, as it may be chosen in the sheet."""
    parts = [
        part
        for part in ExamPart
        if line.scores.get(part) and line.scores[part].mark is Absent.ABSENT
    ]
    if not parts:
        return ""
    which = "both" if len(parts) == len(ExamPart) else str(parts[0])
    return say.say(f"score-absent-{which}")
