"""An exam paper of the demonstration as PDF: made up, and marked so on every page."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from exports import typeset
from rules.exam_papers import ExamPart


@dataclass(frozen=True, slots=True, kw_only=True)
class DemonstrationPaper:
    """What the paper is for, in words."""

    trade: str
    batch: str
    station: str
    day: str
    part: ExamPart


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """The words of the paper in the order they stand."""

    title: str
    mark: str
    head: tuple[tuple[str, str], ...]
    blanks: tuple[str, ...]
    tasks: tuple[str, ...]
    footer: str


def pdf(paper: DemonstrationPaper) -> bytes:
    """An A4 PDF with its font embedded."""
    wording = _wording()
    part = wording[paper.part]
    sheet = PaperSheet(
        title=part["title"].format(trade=paper.trade),
        mark=wording["mark"],
        head=tuple((label, getattr(paper, name)) for label, name in wording["head"]),
        blanks=tuple(wording["blanks"]),
        tasks=tuple(part["tasks"]),
        footer=wording["footer"].format(batch=paper.batch, station=paper.station),
    )
    return typeset.pdf("demonstration_paper.typ", sheet, (), "")


@cache
def _wording() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "demonstration_paper.toml"
    return tomllib.loads(file.read_text("utf-8"))
