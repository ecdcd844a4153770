"""Evaluation reports (考评报告, R7.2) as PDF: figures, remarks, everybody's opinion, and the dated photos of the exam.

The supervision report of the batch may stand behind them.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from exports import characters, supervision_report, typeset
from exports.supervision_report import FilledReport, ReportSheet
from rules.catalogue import Programme


@dataclass(frozen=True, slots=True)
class FilledPhoto:
    """A photo with the words below it; `stamp` is its own date and time, empty where it has none (R7.4)."""

    jpeg: bytes = field(repr=False)
    caption: str
    stamp: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationPaper:
    """One version as it is printed, everything in words; an empty text is an empty box."""

    programme: Programme
    station: str
    batch: str
    trade: str
    days: str
    venue: str
    leader: str = field(repr=False)
    examiners: str = field(repr=False)
    filed: str
    state: str
    """Which version it is and whether everybody has agreed."""
    figures: tuple[str, ...]
    """In the order of the heads."""
    papers: tuple[tuple[str, ...], ...] = field(repr=False)
    remarks: tuple[tuple[str, str], ...] = field(repr=False)
    opinions: tuple[tuple[str, ...], ...] = field(repr=False)
    """Name, opinion, explanation, time."""
    photos: tuple[FilledPhoto, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """The words of one report in the order they stand, its photos as SVG."""

    title: str
    state: str
    head: tuple[tuple[tuple[str, str], ...], ...]
    figures: tuple[tuple[str, str], ...]
    papers_heads: tuple[str, ...]
    papers: tuple[tuple[str, ...], ...]
    remarks: tuple[tuple[str, str], ...]
    opinions_title: str
    opinions_heads: tuple[str, ...]
    opinions: tuple[tuple[str, ...], ...]
    leader_signs: str
    date: str
    photos_title: str
    photos: tuple[tuple[str, str, str], ...]
    footer: str


@dataclass(frozen=True, slots=True)
class PrintedReports:
    """All reports of a PDF."""

    title: str
    reports: tuple[PrintedReport, ...]
    supervision: ReportSheet | None


def pdf(papers: Sequence[EvaluationPaper], supervision: FilledReport | None = None) -> bytes:
    """An A4 PDF with its font embedded, each report on pages of its own; ValueError without one.

    A character the font lacks is printed as 〓 and spelt out.
    """
    if not papers:
        raise ValueError("no report to print")
    reports = PrintedReports(
        _wording()["title"][papers[0].programme],
        tuple(map(printed, papers)),
        supervision_report.printed(supervision) if supervision else None,
    )
    written = [text for one in reports.reports for text in _words(one)]
    if reports.supervision:
        written += supervision_report.words(reports.supervision)
    lacking = characters.missing("".join(written))
    note = _wording()["missing"].format(characters="　".join(f"U+{ord(c):04X}" for c in lacking))
    return typeset.pdf("evaluation_report.typ", reports, lacking, note if lacking else "")


def printed(paper: EvaluationPaper) -> PrintedReport:
    wording = _wording()
    return PrintedReport(
        title=wording["title"][paper.programme],
        state=paper.state,
        head=tuple(
            tuple((label, characters.visible(getattr(paper, box))) for label, box in line)
            for line in wording["head"]["lines"]
        ),
        figures=tuple(zip(wording["figures"]["heads"], paper.figures, strict=True)),
        papers_heads=tuple(wording["papers"]["heads"]),
        papers=tuple(map(_visible, paper.papers)),
        remarks=tuple((label, characters.visible(text)) for label, text in paper.remarks),
        opinions_title=wording["opinions"]["title"],
        opinions_heads=tuple(wording["opinions"]["heads"]),
        opinions=tuple((*_visible(line), "") for line in paper.opinions),
        leader_signs=wording["leader_signs"],
        date=wording["date"],
        photos_title=wording["photos_title"],
        photos=tuple(
            (typeset.small_picture(one.jpeg), one.caption, one.stamp) for one in paper.photos
        ),
        footer=wording["footer"].format(batch=paper.batch, station=paper.station),
    )


def _visible(line: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(characters.visible(text) or _wording()["none"] for text in line)


def _words(report: PrintedReport) -> Iterator[str]:
    """What somebody wrote, which the font may lack characters of."""
    yield from (answer for line in report.head for _, answer in line)
    yield from (
        text for line in (*report.papers, *report.remarks, *report.opinions) for text in line
    )
    yield report.footer


@cache
def _wording() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "evaluation_report.toml"
    return tomllib.loads(file.read_text("utf-8"))
