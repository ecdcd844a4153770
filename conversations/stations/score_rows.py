"""A score sheet somebody sent: its batch, its columns, and of each row the scores in it, as strictly as typed ones (R7.1)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from conversations.engine.cells import is_empty, written
from conversations.engine.choosing import folded
from conversations.engine.messages import Words
from conversations.engine.workbooks import TITLES_WITHIN
from conversations.score_wording import ScoredBatch
from conversations.words import LANGUAGES, words
from rules.cells import Cell, CellFault, SentSheet
from rules.exam_papers import ExamPart
from rules.findings import Finding, Refused
from rules.grading import Absent, Mark, read_score
from rules.names import name_key
from store.examiners import ExaminerId
from store.scores import ScoreLine

COLUMNS = (
    *("place", "name", "id_number", "trade", "level", "theory", "practice", "absent"),
    *("theory_examiner", "practice_examiner", "result", "signature"),
)
"""In the order they stand; what is read of a sheet sent back are those up to the examiners."""
READ = COLUMNS[: COLUMNS.index("result")]
ABSENCES: Mapping[str, tuple[ExamPart, ...]] = {
    "both": tuple(ExamPart),
    "theory": (ExamPart.THEORY,),
    "practice": (ExamPart.PRACTICE,),
}
NUMBER = re.compile(r"\b[0-9]{4}-[0-9]{4,}\b")


@dataclass(frozen=True, slots=True)
class SheetScore:
    """A score of the sheet, and who gave it."""

    place: int
    part: ExamPart
    mark: Mark
    examiner: ExaminerId


@dataclass(frozen=True, slots=True)
class SheetFault:
    """What is wrong in a row; `column` is one of COLUMNS, or empty for the row as a whole."""

    row: int
    """As Excel counts."""
    column: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class SheetRead:
    """What a sheet comes to. With faults in it nothing of it counts."""

    scores: tuple[SheetScore, ...]
    faults: tuple[SheetFault, ...] = ()


@dataclass(slots=True)
class _Row:
    """One row while it is read."""

    number: int
    cells: Mapping[str, Cell]
    computed: frozenset[str]
    faults: list[SheetFault] = field(default_factory=list)

    def wrong(self, column: str, finding: Finding) -> None:
        self.faults.append(SheetFault(self.number, column, finding))


def read_scores(sheet: SentSheet, there: ScoredBatch) -> SheetRead:
    """Every score of the sheet; Refused when it is another batch's, or no score sheet, or empty."""
    titles = titles_row(sheet)
    check_batch(sheet.rows[:titles], there.batch.number)
    seen: dict[int, int] = {}
    scores: list[SheetScore] = []
    faults: list[SheetFault] = []
    for row in rows(sheet, titles):
        scores += read_row(row, there, seen)
        faults += row.faults
    if not scores and not faults:
        raise Refused("score-sheet-empty", "R7.1")
    return SheetRead(tuple(scores), tuple(faults))


def titles_row(sheet: SentSheet) -> int:
    """Where the titles stand, from 0; Refused when they are not those of the score sheet, in its order."""
    wanted = [called(column) for column in READ]
    most: tuple[int, int] = (0, 0)
    for at, row in enumerate(sheet.rows[:TITLES_WITHIN]):
        there = [folded(written(cell)) if isinstance(cell, str) else "" for cell in row]
        if len(there) >= len(wanted) and all(t in w for t, w in zip(there, wanted, strict=False)):
            return at
        known = sum(any(title in names for names in wanted) for title in there if title)
        most = max(most, (known, -at))
    raise Refused("score-sheet-columns" if most[0] > len(wanted) // 2 else "score-sheet-unknown")


def called(column: str) -> frozenset[str]:
    """The title of a column in any language, as `folded`."""
    return frozenset(folded(words(one).say(f"score-column-{column}")) for one in LANGUAGES)


def check_batch(above: Sequence[Sequence[Cell]], number: str) -> None:
    """The number of the batch stands above the list."""
    texts = [cell for row in above for cell in row if isinstance(cell, str)]
    found = {one for text in texts for one in NUMBER.findall(written(text))}
    if number in found and len(found) == 1:
        return
    if found:
        raise Refused("score-sheet-other-batch", "R7.1", number=number, found=min(found))
    raise Refused("score-sheet-no-batch", "R7.1", number=number)


def rows(sheet: SentSheet, titles: int) -> Iterator[_Row]:
    for at, row in enumerate(sheet.rows[titles + 1 :], start=titles + 1):
        cells = dict(zip(READ, [*row, *[None] * len(READ)], strict=False))
        if not all(is_empty(cell) for cell in cells.values()):
            computed = frozenset(c for n, c in enumerate(READ) if (at, n) in sheet.computed)
            yield _Row(at + 1, cells, computed)


def read_row(row: _Row, there: ScoredBatch, seen: dict[int, int]) -> list[SheetScore]:
    """The scores of a row that is filled in; what is wrong goes to the row."""
    line = candidate(row, there, seen)
    marks = dict(marks_of(row))
    if line is None or row.faults:
        return []
    found = []
    for part, mark in marks.items():
        column = f"{part}_examiner"
        examiner = examiner_of(row, column, there, line)
        if examiner is not None:
            found.append(SheetScore(line.running_number, part, mark, examiner))
    return [] if row.faults else found


def candidate(row: _Row, there: ScoredBatch, seen: dict[int, int]) -> ScoreLine | None:
    """Whose row it is: number, name and the visible figures of the ID number have to agree."""
    place = row.cells["place"]
    figures = str(place).strip() if isinstance(place, int | str) else ""
    if not figures.isdecimal() or isinstance(place, bool):
        row.wrong("place", Finding("score-sheet-place", "R7.1"))
        return None
    line = there.at(int(figures))
    if line is None:
        row.wrong("place", Finding("score-sheet-not-on-roster", "R7.1", {"place": int(figures)}))
        return None
    if line.running_number in seen:
        args = {"place": line.running_number, "row": seen[line.running_number]}
        row.wrong("place", Finding("score-sheet-twice", "R7.1", args))
        return None
    seen[line.running_number] = row.number
    name = row.cells["name"]
    if not isinstance(name, str) or name_key(name) != name_key(there.name(line)):
        row.wrong("name", Finding("score-sheet-other-name", "R7.1", {"place": int(figures)}))
    return line


def marks_of(row: _Row) -> Iterator[tuple[ExamPart, Mark]]:
    """Each part's score, or its absence; a score beside an absence is refused (R7.1)."""
    absent = absence(row)
    for part in ExamPart:
        cell = row.cells[part]
        if is_empty(cell):
            if part in absent:
                yield part, Absent.ABSENT
            continue
        try:
            mark = mark_in(cell, computed=part in row.computed)
        except Refused as refused:
            row.wrong(part, refused.finding)
            continue
        if part in absent and not isinstance(mark, Absent):
            row.wrong(part, Finding("score-sheet-absent-scored", "R7.1"))
        else:
            yield part, mark


def mark_in(cell: Cell, *, computed: bool) -> Mark:
    """A score stands in its cell as figures; nothing is taken from a formula."""
    match cell:
        case _ if computed:
            raise Refused("score-sheet-formula", "R7.1")
        case CellFault():
            raise Refused(f"cell-{cell.value}", "R7.1")
        case str() if folded(written(cell)) in absent_words("both"):
            return Absent.ABSENT
        case bool() | date():
            raise Refused("score-form", "R7.1")
        case _:
            return read_score(written(str(cell)))


def absence(row: _Row) -> tuple[ExamPart, ...]:
    cell = row.cells["absent"]
    if is_empty(cell):
        return ()
    if isinstance(cell, CellFault):
        row.wrong("absent", Finding(f"cell-{cell.value}", "R7.1"))
        return ()
    said = folded(written(str(cell)))
    for which, parts in ABSENCES.items():
        if said in absent_words(which):
            return parts
    row.wrong("absent", Finding("score-sheet-absence", "R7.1"))
    return ()


def absent_words(which: str) -> frozenset[str]:
    return frozenset(folded(words(one).say(f"score-absent-{which}")) for one in LANGUAGES)


def examiner_of(row: _Row, column: str, there: ScoredBatch, line: ScoreLine) -> ExaminerId | None:
    """Of the team of the candidate's item, by the name in the list, the name alone, or the number."""
    cell = row.cells[column]
    if isinstance(cell, CellFault):
        row.wrong(column, Finding(f"cell-{cell.value}", "R7.1"))
        return None
    if is_empty(cell):
        row.wrong(column, Finding("score-sheet-no-examiner", "R7.1"))
        return None
    said = folded(written(str(cell)))
    team = there.team_of(line.item)
    found = [
        one.examiner
        for one in team
        if said
        in {folded(examiner_label(one.name, one.number)), folded(one.name), folded(one.number)}
    ]
    if len(found) == 1:
        return found[0]
    names = tuple(examiner_label(one.name, one.number) for one in team)
    key = "score-sheet-examiner-twice" if found else "score-sheet-examiner"
    row.wrong(column, Finding(key, "R7.1", {"team": names}))
    return None


def examiner_label(name: str, number: str) -> str:
    """How the sheet names an examiner."""
    return f"{name}（{number}）"


def in_words(fault: SheetFault, say: Words) -> str:
    """'第 12 行 理论成绩：成绩最高 100 分'."""
    return say.say(
        "score-sheet-fault",
        row=fault.row,
        column=say.say(f"score-column-{fault.column}"),
        problem=say.say(fault.finding.key, **fault.finding.args),
    )
