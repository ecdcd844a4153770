"""A sent sheet as entries of a repeating part: its columns found by their titles, every row judged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from conversations.engine import wording
from conversations.engine.asking import Asking
from conversations.engine.boxes import Box, Choice, Known, Many, Pick, YesNo
from conversations.engine.boxes.base import always
from conversations.engine.cells import answer_of, is_empty, written
from conversations.engine.choosing import folded
from conversations.engine.desk import Filling, entries_left, part_box
from conversations.engine.form import Form, PartCopy, only_option
from conversations.engine.messages import Json, Option, Words
from rules.cells import Cell, CellFault, SentSheet
from rules.findings import Finding, Refused

TITLES_WITHIN = 15
"""Rows a heading and notes may take before the titles come."""
FAULTS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong in one cell. `row` is the number Excel shows."""

    row: int
    box: Box[Any]
    finding: Finding


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sheet amounts to: the answers of every good row, and all that is wrong in the others."""

    entries: tuple[dict[str, Json], ...]
    faults: tuple[RowFault, ...]
    unused: tuple[str, ...]
    """Titles of columns nothing is asked for in."""

    @property
    def wrong_rows(self) -> int:
        return len({fault.row for fault in self.faults})


def read_sheet(
    form: Form, part: Many[Any], sheet: SentSheet, languages: Sequence[Words]
) -> Reading:
    """Read every row below the titles; Refused for other titles, no rows, or too many good ones.

    Titles are understood in all `languages`; options and what is wrong are in the first one.
    """
    at, columns = columns_of(form, part, sheet, languages)
    entries: list[dict[str, Json]] = []
    faults: list[RowFault] = []
    for number, row in enumerate(sheet.rows[at + 1 :], start=at + 2):
        if all(is_empty(cell) or cell is CellFault.MERGED for cell in row):
            continue
        cells = {name: row[column] for name, column in columns.items()}
        answers, wrong = read_row(form, part, cells, languages[0])
        faults += [RowFault(number, box, finding) for box, finding in wrong]
        if not wrong:
            entries.append(answers)
    if not entries and not faults:
        raise Refused("workbook-no-rows")
    if len(entries) > part.at_most:
        raise Refused("workbook-too-many-rows", rows=len(entries), most=part.at_most)
    titles = [written(t) for t in sheet.rows[at] if isinstance(t, str) and written(t)]
    known = {written(str(sheet.rows[at][column])) for column in columns.values()}
    return Reading(tuple(entries), tuple(faults), tuple(t for t in titles if t not in known))


def columns_of(
    form: Form, part: Many[Any], sheet: SentSheet, languages: Sequence[Words]
) -> tuple[int, dict[str, int]]:
    """The row of the titles, from 0, and the column of each box that has one."""
    wanted = {box.name: titles_of(type(form), part, box, languages) for box in asked(part)}
    found = [(at, row_columns(row, wanted)) for at, row in enumerate(sheet.rows[:TITLES_WITHIN])]
    at, columns = max(found, key=lambda one: len(one[1]), default=(0, {}))
    own = {box.name: own_title(type(form), part, box, languages[0]) for box in asked(part)}
    if not columns:
        raise Refused("workbook-no-titles", titles=tuple(own.values()))
    if twice := [own[name] for name, places in columns.items() if len(places) > 1]:
        raise Refused("workbook-title-twice", titles=tuple(twice))
    needed = [b.name for b in asked(part) if not b.is_optional and b.applies is always]
    if missing := [own[name] for name in needed if name not in columns]:
        raise Refused("workbook-titles-missing", titles=tuple(missing))
    return at, {name: places[0] for name, places in columns.items()}


def asked(part: Many[Any]) -> list[Box[Any]]:
    """The boxes of an entry that have a column."""
    return [box for box in part.part.boxes if not isinstance(box, Known)]


def titles_of(
    form: type[Form], part: Many[Any], box: Box[Any], languages: Sequence[Words]
) -> frozenset[str]:
    """What the column of a box may be called: its title in any language, as `folded`."""
    keys = wording.keys(form, f"{part.name}.1.{box.name}")
    spoken = [own_title(form, part, box, languages[0])]
    spoken += [w.say(key) for w in languages for key in keys if w.has(key)]
    return frozenset(map(folded, spoken))


def own_title(form: type[Form], part: Many[Any], box: Box[Any], words: Words) -> str:
    return wording.title(form, f"{part.name}.1.{box.name}", words)


def row_columns(row: Sequence[Cell], wanted: Mapping[str, frozenset[str]]) -> dict[str, list[int]]:
    """Of each box the columns whose title in this row is its own."""
    places: dict[str, list[int]] = {}
    for column, cell in enumerate(row):
        title = folded(written(cell)).strip("*") if isinstance(cell, str) else ""
        for name, titles in wanted.items():
            if title and title in titles:
                places.setdefault(name, []).append(column)
    return places


def read_row(
    form: Form, part: Many[Any], cells: Mapping[str, Cell], words: Words
) -> tuple[dict[str, Json], list[tuple[Box[Any], Finding]]]:
    """The answers of one row, and what is wrong in it.

    Behind a wrong cell lists may only seem wrong, because they depend on it: they are not judged.
    """
    entry = PartCopy(part.part, "1", {}, form)
    answers: dict[str, Json] = {}
    wrong: list[tuple[Box[Any], Finding]] = []
    for box in part.part.boxes:
        entry.values[box.name] = None
        if not box.applies(entry):
            continue
        if isinstance(box, Known):
            entry.values[box.name] = box.derive(entry)
            continue
        cell = cells.get(box.name)
        only = only_option(box, entry) if box.is_settled and is_empty(cell) else None
        try:
            answers[box.name] = answer_of(box, only or cell, entry, words)
        except Refused as refused:
            if not (wrong and isinstance(box, Choice | Pick | YesNo)):
                wrong.append((box, refused.finding))
    return answers, wrong


# --- in words ---


def report(form: type[Form], part: Many[Any], reading: Reading, words: Words) -> str:
    """What was read: how many rows, and of each wrong cell its row, its column and why."""
    good, wrong = len(reading.entries), reading.wrong_rows
    key = "engine-workbook-some-wrong" if wrong else "engine-workbook-all-good"
    head = words.say(key, good=good, wrong=wrong)
    return "\n".join([head, *notes(form, part, reading, words)])


def notes(form: type[Form], part: Many[Any], reading: Reading, words: Words) -> Iterator[str]:
    for fault in reading.faults[:FAULTS_SHOWN]:
        path = f"{part.name}.1.{fault.box.name}"
        yield words.say(
            "engine-workbook-fault",
            row=fault.row,
            column=wording.title(form, path, words),
            problem=wording.refusal(form, path, fault.finding, words),
        )
    if len(reading.faults) > FAULTS_SHOWN:
        rest = len(reading.faults) - FAULTS_SHOWN
        yield words.say("engine-workbook-more-faults", count=rest)
    if reading.unused:
        yield words.say("engine-workbook-unused", columns=reading.unused)


def row_options(asking: Asking) -> tuple[Option, ...]:
    """What may be done with the good rows, beside entries that may be there already."""
    desk, words = asking.filling.desk, asking.words
    part = part_box(asking.filling.form, desk.at or "")
    good, there = len(desk.proposed["entries"]), len(filled_entries(asking.filling, part.name))
    values = ["replace" if there else "keep"]
    if there and good + there <= part.at_most:
        values.append("append")
    values.append("change")
    return tuple(
        Option(words.say(f"engine-workbook-{v}", good=good, there=there), v, str(n))
        for n, v in enumerate(values, start=1)
    )


def filled_entries(filling: Filling, part: str) -> list[dict[str, Json]]:
    """The entries somebody has answered something in."""
    return [entry for entry in entries_left(filling, part) if entry["answers"]]
