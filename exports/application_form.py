"""The application form (附件一, G§4.4): what stands in its boxes, and the form as PDF or Word."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from exports import characters, typeset, word_form
from exports.printed_form import Cell, PrintedForm, SealBox, Table
from rules.catalogue import Programme


class Seal(StrEnum):
    """What closes the form (R5.4): a stamp, or the signature of a person without employer."""

    SCHOOL = "school"
    EMPLOYER = "employer"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A line of the study or work history; without `until` it goes on."""

    since: date
    until: date | None
    place: str
    role: str
    """The class at a school, the post at an employer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationForm:
    """The answers of one registration as they are printed (R5.1); an empty text is an empty box.

    The programme decides the title (R1.2). `photo` is a JPEG.
    """

    programme: Programme
    number: str
    candidate_type: str
    name: str
    sex: str
    born: date
    id_number: str
    photo: bytes | None
    seal: Seal
    school: str = ""
    enrolled_on: date | None = None
    employer: str = ""
    post: str = ""
    education: str = ""
    major: str = ""
    held_skill: str = ""
    held_certificate_number: str = ""
    held_issuer: str = ""
    occupation: str
    trade: str = ""
    trade_code: str
    years_in_trade: str = ""
    level: str
    phone: str
    theory_score: str = ""
    practice_score: str = ""
    eligible: str = ""
    condition: str = ""
    class_hours: str = ""
    other: str = ""
    study: tuple[HistoryLine, ...] = ()
    work: tuple[HistoryLine, ...] = ()
    batch_number: str
    station: str
    exam_date: date


def pdf(form: ApplicationForm) -> bytes:
    """An A4 PDF with its font embedded; the same form gives the same bytes.

    A character the font lacks is printed as 〓 and spelt out below the form, never left blank.
    Raises OSError when the photo cannot be decoded.
    """
    lacking = characters.missing("".join(text for _, text in _texts(form)))
    note = _wording()["missing"].format(characters="　".join(f"U+{ord(c):04X}" for c in lacking))
    return typeset.pdf("application_form.typ", printed(form), lacking, note if lacking else "")


def word(form: ApplicationForm) -> bytes:
    """The same form as an editable Word document (docx); Word finds a font for rare characters."""
    return word_form.docx(printed(form))


def missing_characters(form: ApplicationForm) -> list[tuple[str, str]]:
    """(box, character) for everything the print font cannot draw, to be said before printing."""
    return [(box, c) for box, text in _texts(form) for c in characters.missing(text)]


def printed(form: ApplicationForm) -> PrintedForm:
    """The boxes, tables and lines of the paper, filled in; PDF and Word both draw this."""
    wording = _wording()
    answers = _answers(form)
    place = "school" if form.seal is Seal.SCHOOL else "employer"
    rows = [row for row in wording["row"] if row.get("when", place) == place]
    cells = [_row(row, answers, wording["columns"]) for row in rows]
    cells[0] = (*cells[0], Cell(wording["photo"], 1, rows=wording["photo_rows"], kind="photo"))
    always = "study" if form.seal is Seal.SCHOOL else "work"
    history = [part for part in ("study", "work") if getattr(form, part) or part == always]
    return PrintedForm(
        title=wording["title"][form.programme],
        head=(wording["head"].format(**answers), wording["kind"].format(**answers)),
        columns=tuple(wording["columns"]),
        heights=tuple(row["height"] for row in rows),
        rows=tuple(cells),
        photo=form.photo,
        tables=tuple(_table(wording, part, getattr(form, part)) for part in history),
        seal=SealBox(**wording["seal"][form.seal]),
        footer=(wording["footer"].format(**answers), wording["person"].format(**answers)),
    )


@cache
def _wording() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "application_form.toml"
    return tomllib.loads(file.read_text("utf-8"))


def _row(row: dict[str, Any], answers: dict[str, str], widths: list[int]) -> tuple[Cell, ...]:
    """Label and answer in turn; an answer is set small enough to stay within the printed row."""
    cells, column = [], 0
    for label, box, label_columns, columns in row["boxes"]:
        column += label_columns
        width = sum(widths[column : column + columns])
        column += columns
        cells.append(Cell(label, label_columns, kind="label"))
        cells.append(Cell.fitted(answers[box], columns, width=width, height=row["height"]))
    return tuple(cells)


def _table(wording: dict[str, Any], part: str, history: tuple[HistoryLine, ...]) -> Table:
    shape = wording[part]
    lines = [_words(line, wording["until_now"]) for line in history]
    lines += [("", "", "", "")] * (shape["least"] - len(lines))
    _, *widths = shape["widths"]

    def cells(words: tuple[str, ...]) -> tuple[Cell, ...]:
        boxes = zip(words, widths, strict=True)
        return tuple(Cell.fitted(w, 1, width=width, height=shape["height"]) for w, width in boxes)

    return Table(
        label=shape["label"],
        heads=tuple(shape["heads"]),
        widths=tuple(shape["widths"]),
        height=shape["height"],
        lines=tuple(map(cells, lines)),
    )


def _words(line: HistoryLine, now: str) -> tuple[str, ...]:
    words = (_month(line.since), _month(line.until) or now, line.place, line.role)
    return tuple(map(characters.visible, words))


def _answers(form: ApplicationForm) -> dict[str, str]:
    """Every box as text: dates as printed, the trade with its code, "none" where nothing is held."""
    answers = {box: text for box, text in _texts(form) if box not in ("study", "work")}
    answers |= {"born": _month(form.born), "enrolled_on": _month(form.enrolled_on)}
    answers["exam_date"] = form.exam_date.isoformat()
    trade = answers["trade"]
    beside = f"（{trade}）" if trade and trade != form.occupation else ""
    answers["declared"] = f"{answers['occupation']}{beside}\n{answers['trade_code']}"
    answers["eligible"] = "　".join(filter(None, (answers["eligible"], answers["condition"])))
    for box in ("held_skill", "held_certificate_number", "held_issuer"):
        answers[box] = answers[box] or _wording()["none"]
    return answers


def _texts(form: ApplicationForm) -> Iterator[tuple[str, str]]:
    """(box, text) of everything the person or the office wrote."""
    for box in (field.name for field in fields(form)):
        match getattr(form, box):
            case str(text):
                yield box, characters.visible(text)
            case tuple(lines):
                yield box, characters.visible("\n".join(f"{x.place} {x.role}" for x in lines))


def _month(day: date | None) -> str:
    return f"{day:%Y-%m}" if day else ""
