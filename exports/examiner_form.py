"""The approval form of examiners and managers (审批表, G§3.2), as PDF or Word."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from exports import characters, typeset, word_form
from exports.printed_form import Cell, PrintedForm
from rules.examiners import ExaminerKind


@dataclass(frozen=True, slots=True)
class PrintedOpinion:
    """What a desk wrote and when; nothing while it has not said anything."""

    text: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExaminerForm:
    """One application as it is printed (R2.4); an empty text is an empty box. `photo` is a JPEG."""

    number: str
    unit: str
    name: str
    sex: str
    age: str
    photo: bytes | None
    education: str
    """学历及专业"""
    id_number: str
    department: str
    occupation: str
    """职业及年限"""
    title: str
    """职称或职务, and the skill level"""
    address: str
    email: str
    phone: str
    kind: ExaminerKind
    trades: str = ""
    """One a line."""
    department_opinion: PrintedOpinion = PrintedOpinion()
    unit_opinion: PrintedOpinion = PrintedOpinion()
    centre_opinion: PrintedOpinion = PrintedOpinion()


def pdf(form: ExaminerForm) -> bytes:
    """An A4 PDF with its font embedded; the same form gives the same bytes.

    A character the font lacks is printed as 〓 and spelt out below the form, never left blank.
    Raises OSError when the photo cannot be decoded.
    """
    lacking = characters.missing("".join(_texts(form).values()))
    note = _wording()["missing"].format(characters="　".join(f"U+{ord(c):04X}" for c in lacking))
    return typeset.pdf("examiner_form.typ", printed(form), lacking, note if lacking else "")


def word(form: ExaminerForm) -> bytes:
    """The same form as an editable Word document (docx)."""
    return word_form.docx(printed(form))


def printed(form: ExaminerForm) -> PrintedForm:
    """The boxes of the paper, filled in; PDF and Word both draw this."""
    wording, texts = _wording(), _texts(form)
    rows = [_row(row, form, texts) for row in wording["row"]]
    rows[0] = (*rows[0], Cell(wording["photo"], 1, rows=wording["photo_rows"], kind="photo"))
    training = wording["choices"][form.kind].partition("（")[0]
    return PrintedForm(
        title=wording["title"],
        head=(wording["head"].format(**texts), wording["number"].format(**texts)),
        columns=tuple(wording["columns"]),
        heights=tuple(row["height"] for row in wording["row"]),
        rows=tuple(rows),
        photo=form.photo,
        footer=(wording["footer"].format(training=training), wording["person"].format(**texts)),
    )


@cache
def _wording() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "examiner_form.toml"
    return tomllib.loads(file.read_text("utf-8"))


def _row(row: dict[str, Any], form: ExaminerForm, texts: dict[str, str]) -> tuple[Cell, ...]:
    if "choices" in row:
        return tuple(_choices(row, form.kind))
    if "opinion" in row:
        return tuple(_opinion(row, form, texts))
    return tuple(_boxes(row, texts))


def _boxes(row: dict[str, Any], texts: dict[str, str]) -> Iterator[Cell]:
    """Label and answer in turn; an answer is set small enough to stay within the printed row."""
    widths, column = _wording()["columns"], 0
    for label, box, label_columns, columns in row["boxes"]:
        column += label_columns
        width = sum(widths[column : column + columns])
        column += columns
        yield Cell(label, label_columns, kind="label")
        yield Cell.fitted(texts[box], columns, width=width, height=row["height"])


def _choices(row: dict[str, Any], kind: ExaminerKind) -> Iterator[Cell]:
    """All three kinds, the one applied for ticked."""
    choices = _wording()["choices"]
    label, columns = row["choices"]
    yield Cell(label, columns, kind="label")
    for one in ExaminerKind:
        tick = choices["ticked"] if one is kind else choices["empty"]
        yield Cell(choices[one].format(tick=tick), choices["columns"])


def _opinion(row: dict[str, Any], form: ExaminerForm, texts: dict[str, str]) -> Iterator[Cell]:
    """What the desk wrote, and room to sign and seal it by hand."""
    label, box, label_columns, columns = row["opinion"]
    on = getattr(form, box).on
    sign = _wording()["sign"]
    foot = sign["dated"].format(year=on.year, month=on.month, day=on.day) if on else sign["blank"]
    yield Cell(label, label_columns, kind="label")
    yield Cell(texts[box], columns, kind="opinion", foot=foot)


def _texts(form: ExaminerForm) -> dict[str, str]:
    """Everything the unit or a desk wrote, by box."""
    found = {}
    for box in (field.name for field in fields(form)):
        match getattr(form, box):
            case ExaminerKind():
                pass
            case str(text) | PrintedOpinion(text=text):
                found[box] = characters.visible(text)
    return found
