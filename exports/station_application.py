"""机械行业人才评价机构审批登记表 (G§2.3): what stands in its boxes, and the form as PDF or Word."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

from exports import characters, typeset, word_booklet
from exports.booklet import Booklet, Grid
from exports.printed_form import Cell


@dataclass(frozen=True, slots=True)
class PrintedTrade:
    """A line of the trades applied for."""

    code: str
    name: str
    levels: str


@dataclass(frozen=True, slots=True)
class PrintedEquipment:
    """A line of an equipment list."""

    model: str
    quantity: str


@dataclass(frozen=True, slots=True)
class StationOpinion:
    """What a desk said and when; empty where it is to be written by hand."""

    text: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StationForm:
    """The answers of one application as they are printed; an empty text is an empty box."""

    category: str
    operator: str
    head: str
    applied_on: str
    kind: str
    legal_representative: str
    address: str
    phone: str = field(repr=False)
    postcode: str
    teachers: str
    staffing: str
    systems: str
    trades: tuple[PrintedTrade, ...]
    office_area: str
    theory_area: str
    practice_area: str
    equipment: tuple[PrintedEquipment, ...]
    testing_equipment: tuple[PrintedEquipment, ...]
    second_tier: StationOpinion = StationOpinion()
    centre: StationOpinion = StationOpinion()
    remarks: str = ""


def pdf(form: StationForm) -> bytes:
    """An A4 PDF with its font embedded; the same form gives the same bytes."""
    lacking = characters.missing("".join(_texts(form)))
    note = _wording()["missing"].format(characters="　".join(f"U+{ord(c):04X}" for c in lacking))
    return typeset.pdf("booklet.typ", printed(form), lacking, note if lacking else "")


def word(form: StationForm) -> bytes:
    """The same form as an editable Word document (docx)."""
    return word_booklet.docx(printed(form))


def printed(form: StationForm) -> Booklet:
    """Cover, unit, trades, venues, equipment, opinions, in the order of the guide."""
    wording = _wording()
    return Booklet(
        title=tuple(wording["title"]),
        cover=tuple((label, _shown(getattr(form, box))) for label, box in wording["cover"]),
        issuer=wording["issuer"],
        grids=(
            _unit(form),
            _trades(form.trades),
            _venues(form),
            _equipment("equipment", form.equipment),
            _equipment("testing_equipment", form.testing_equipment),
            _opinions(form),
        ),
        footer=wording["footer"].format(operator=_shown(form.operator)),
    )


@cache
def _wording() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "station_application.toml"
    return tomllib.loads(file.read_text("utf-8"))


def _unit(form: StationForm) -> Grid:
    shape = _wording()["unit"]
    rows = [
        (
            Cell(label, 1, kind="label"),
            _fitted(getattr(form, box), 1, shape["columns"][1], height),
        )
        for label, box, height in shape["rows"]
    ]
    heights = tuple(height for _, _, height in shape["rows"])
    return Grid(tuple(shape["columns"]), heights, tuple(rows), shape["heading"], new_page=True)


def _trades(trades: Sequence[PrintedTrade]) -> Grid:
    """Ascending by code, as the applicant is told to list them (G§2.3 note 2)."""
    shape = _wording()["trades"]
    widths, height = shape["columns"], shape["height"]
    lines = [(str(n), one.code, one.name, one.levels) for n, one in enumerate(trades, start=1)]
    rows = [tuple(Cell(text, 1, kind="label") for text in shape["heads"])]
    for line in lines:
        boxes = zip(line, widths, strict=True)
        rows.append(tuple(_fitted(text, 1, width, height) for text, width in boxes))
    heights = (height,) * len(rows)
    return Grid(tuple(widths), heights, tuple(rows), shape["heading"], head=1)


def _venues(form: StationForm) -> Grid:
    shape = _wording()["venues"]
    cells = [Cell(shape["label"], 1, kind="label")]
    for label, box in shape["boxes"]:
        cells.append(Cell(label, 1, kind="label"))
        cells.append(Cell(getattr(form, box), 1))
    # Its list of equipment follows: the two are not torn apart by the end of a page.
    heights, rows = (shape["height"],), (tuple(cells),)
    return Grid(tuple(shape["columns"]), heights, rows, shape["heading"], new_page=True)


def _equipment(part: str, listed: Sequence[PrintedEquipment]) -> Grid:
    """Two pieces a line, as printed; a short list still shows its empty lines."""
    shape, empty = _wording()["equipment"], PrintedEquipment("", "")
    widths, height = shape["columns"], shape["height"]
    title = Cell(shape[part], len(widths), kind="label")
    heads = tuple(Cell(text, 1, kind="label") for text in shape["heads"])
    padded = [*listed, *[empty] * (2 * shape["least"] - len(listed))]
    rows = [(title,), heads]
    for left, right in zip_longest(padded[::2], padded[1::2], fillvalue=empty):
        texts = (left.model, left.quantity, right.model, right.quantity)
        boxes = zip(texts, widths, strict=True)
        rows.append(tuple(_fitted(text, 1, width, height) for text, width in boxes))
    return Grid(tuple(widths), (height,) * len(rows), tuple(rows), head=2)


def _opinions(form: StationForm) -> Grid:
    """The unit signs by hand; the others show what was decided, and room to seal it."""
    shape = _wording()["opinions"]
    rows, heights = [], []
    for label, box, height in shape["rows"]:
        opinion = getattr(form, box, StationOpinion())
        foot = f"{shape['seal']}　　{opinion.day or shape['day']}"
        cell = Cell(_shown(opinion.text), 1, kind="opinion", foot=foot)
        rows.append((Cell(label, 1, kind="label"), cell))
        heights.append(height)
    label, height = shape["remarks"]
    rows.append(
        (Cell(label, 1, kind="label"), _fitted(form.remarks, 1, shape["columns"][1], height))
    )
    heights.append(height)
    return Grid(
        tuple(shape["columns"]), tuple(heights), tuple(rows), shape["heading"], new_page=True
    )


def _fitted(text: str, columns: int, width: float, height: float) -> Cell:
    return Cell.fitted(_shown(text), columns, width=width, height=height)


def _shown(text: str) -> str:
    return characters.visible(text)


def _texts(form: StationForm) -> Iterator[str]:
    """Everything the unit or a desk wrote."""
    for box in (one.name for one in fields(form)):
        match getattr(form, box):
            case str(text) | StationOpinion(text=text):
                yield _shown(text)
            case tuple(lines):
                yield from (_shown(getattr(x, f.name)) for x in lines for f in fields(x))
