"""One cell of a workbook as the answer to a box: read as strictly as a typed answer, and never guessed."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from conversations.engine.boxes import Box, Choice, Pick, Several, YesNo, label
from conversations.engine.choosing import chosen, folded
from conversations.engine.form import SKIPPED
from conversations.engine.messages import Choosable, Json, Option, Said, Words
from rules.cells import LARGEST_EXACT, Cell, CellFault
from rules.findings import Refused

NOTHING = frozenset({"", "-", "—", "－", "/", "无"})
"""What people write into a cell they leave empty."""
SEVERAL = re.compile(r"[、,，;；\n]+")
"""Between the names of several things in one cell."""
TICKS = {"√": "yes", "✓": "yes", "×": "no", "✗": "no"}


def is_empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and written(cell) in NOTHING)


def written(cell: str) -> str:
    """The text of a cell in one width, without what cannot be seen."""
    wide = unicodedata.normalize("NFKC", cell)
    return " ".join("".join(c for c in wide if unicodedata.category(c) != "Cf").split())


def answer_of(box: Box[Any], cell: Cell, sheet: Any, words: Words) -> Json:
    """What is kept of the cell in this box, SKIPPED for an empty one; Refused says why it cannot be.

    `sheet` is the entry with the answers before it. The value goes to the entry.
    """
    if is_empty(cell):
        if not box.is_optional:
            raise Refused("cell-empty")
        sheet.values[box.name] = None
        return SKIPPED
    said = said_in(box, text_of(box, cell), sheet, words)
    value = box.read(said, sheet)
    kept = box.dump(value)
    sheet.values[box.name] = value
    sheet.fitting[box.name] = kept
    return kept


def text_of(box: Box[Any], cell: Cell) -> str:
    """The cell as it would be typed."""
    match cell:
        case CellFault():
            raise Refused(f"cell-{cell.value}")
        case bool():
            return "√" if cell else "×"
        case int() | float() if abs(cell) >= LARGEST_EXACT:
            raise Refused("cell-number-too-long")
        case date():
            return box.of_day(cell)
        case str():
            return written(cell) if isinstance(box, Choice | Pick | YesNo) else cell
        case _:
            return str(cell)


def said_in(box: Box[Any], text: str, sheet: Any, words: Words) -> Said:
    """A text as the answer: of a list the option it names, with no regard to places in the list."""
    match box:
        case Pick():
            return Said(choice=picked(text, searched(box, text, sheet), words))
        case YesNo() if text in TICKS:
            return Said(choice=TICKS[text])
        case Choice() | YesNo():
            listed = box.options(sheet, "", 0).options
            options = [Option(label(o, words), o.value, o.number) for o in listed]
            numbers = {o.number: o.value for o in listed if o.number}
            value = chosen(Said(text=text), options, numbers) or part_named(text, options)
            if value is None:
                raise Refused("cell-not-listed", text=text[:30], choices=offered(options))
            return Said(choice=value)
        case Several():
            return Said(text=" ".join(numbers_named(box, text, sheet, words)))
        case _:
            return Said(text=text)


def numbers_named(box: Several, text: str, sheet: Any, words: Words) -> Iterator[str]:
    """The numbers of what a cell names, `电焊工、数控车工`; figures alone stay what they are."""
    listed = box.options(sheet, "", 0).options
    options = [
        Option(label(o, words), o.value, o.number or str(n)) for n, o in enumerate(listed, start=1)
    ]
    numbers = {option.value: option.number for option in options}
    for word in SEVERAL.split(text):
        if not word.strip():
            continue
        named = word if word in numbers else chosen(Said(text=word), options, {})
        value = named or part_named(word, options)
        if value is None and not word.strip().isdecimal():
            raise Refused("cell-not-listed", text=word[:30], choices=offered(options))
        yield numbers[value] if value else word.strip()


def searched(box: Pick, text: str, sheet: Any) -> Sequence[Choosable]:
    """What the list finds for the text; of a name with its code, as a template offers it, for the code."""
    for query in (text, *reversed(text.split())):
        if found := box.options(sheet, query, 0).options:
            return found
    return ()


def picked(text: str, found: Sequence[Choosable], words: Words) -> str:
    """The one option of that name or code. One that only contains the text is named, not taken."""
    wanted = folded(text)
    exact = [o for o in found if wanted in names_of(o, words)]
    if len(exact) == 1:
        return exact[0].value
    if exact:
        raise Refused("cell-ambiguous", text=text[:30])
    if found:
        raise Refused("cell-nearly", text=text[:30], meant=label(found[0], words))
    raise Refused("pick-nothing", query=text[:30])


def names_of(option: Choosable, words: Words) -> frozenset[str]:
    """How an option may be called in a cell: its value, its label, and each word of both."""
    spoken = label(option, words)
    names = [option.value, *option.value.split(":"), spoken, *spoken.split()]
    return frozenset(map(folded, names))


def part_named(text: str, options: list[Option]) -> str | None:
    """The only option whose label holds the text, as 中级工 in 四级（中级工）."""
    found = [o.value for o in options if len(text) > 1 and folded(text) in folded(o.label)]
    return found[0] if len(found) == 1 else None


def offered(options: list[Option]) -> tuple[str, ...]:
    return tuple(o.label for o in options[:12])
