"""The supervision report (督导报告, R7.3) as PDF: what was seen on site, with its pictures and their times."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from exports import characters, typeset


@dataclass(frozen=True, slots=True)
class FilledLine:
    """A line of the checklist."""

    label: str
    verdict: Literal["yes", "no", "not_applicable"]
    remark: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FilledFault:
    """A finding; empty where nothing was handled or demanded."""

    what: str = field(repr=False)
    handled: str = field(repr=False)
    demanded: str = field(repr=False)
    due_on: str


@dataclass(frozen=True, slots=True)
class FilledPhoto:
    """A picture and the words below it, which say when."""

    jpeg: bytes = field(repr=False)
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledReport:
    """Everything on the paper, in words; times as printed."""

    station: str
    batch: str
    trades: str
    days: str
    venue: str
    supervisor: str = field(repr=False)
    arrived: str
    left: str
    noted: str
    filed: str
    counts: tuple[int, int, int, int]
    """Expected, present, checked, not matching."""
    lines: tuple[FilledLine, ...]
    faults: tuple[FilledFault, ...]
    conclusion: str
    grounds: str = field(repr=False)
    remarks: str = field(repr=False)
    state: str
    """Whether it is confirmed, and by whom."""
    photos: tuple[FilledPhoto, ...]


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """The words of the paper in the order they stand, and the pictures as SVG."""

    title: str
    state: str
    head: tuple[tuple[tuple[str, str], ...], ...]
    counts: tuple[tuple[str, str], ...]
    checklist: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    faults_title: str
    faults_heads: tuple[str, ...]
    faults: tuple[tuple[str, ...], ...]
    no_faults: str
    conclusion_title: str
    conclusion: str
    notes: tuple[str, ...]
    signatures: tuple[str, ...]
    date: str
    photos_title: str
    photos: tuple[tuple[str, str], ...]
    footer: str


def pdf(report: FilledReport) -> bytes:
    """An A4 PDF with its font embedded; a character the font lacks is printed as 〓 and spelt out."""
    sheet = printed(report)
    lacking = characters.missing("".join(words(sheet)))
    note = _wording()["missing"].format(characters="　".join(f"U+{ord(c):04X}" for c in lacking))
    return typeset.pdf("supervision_report.typ", sheet, lacking, note if lacking else "")


def printed(report: FilledReport) -> ReportSheet:
    wording = _wording()
    notes = [(name, getattr(report, name)) for name in ("grounds", "remarks")]
    return ReportSheet(
        title=wording["title"],
        state=characters.visible(report.state),
        head=tuple(
            tuple((label, characters.visible(getattr(report, box))) for label, box in line)
            for line in wording["head"]
        ),
        counts=tuple(
            (label, wording["people"].format(count=count))
            for label, count in zip(wording["counts"], report.counts, strict=True)
        ),
        checklist=tuple(wording["checklist"]),
        lines=tuple(_line(n, one) for n, one in enumerate(report.lines, start=1)),
        faults_title=wording["faults_title"],
        faults_heads=tuple(wording["faults"]),
        faults=tuple(_fault(n, one) for n, one in enumerate(report.faults, start=1)),
        no_faults=wording["no_faults"],
        conclusion_title=wording["conclusion_title"],
        conclusion=report.conclusion,
        notes=tuple(
            wording[name].format(**{name: characters.visible(text)}) for name, text in notes if text
        ),
        signatures=tuple(wording["signatures"]),
        date=wording["date"],
        photos_title=wording["photos_title"],
        photos=tuple((typeset.small_picture(one.jpeg), one.caption) for one in report.photos),
        footer=wording["footer"].format(batch=report.batch, station=report.station),
    )


def _line(n: int, one: FilledLine) -> tuple[str, ...]:
    ticks = (
        _wording()["tick"] if one.verdict == verdict else ""
        for verdict in ("yes", "no", "not_applicable")
    )
    return (str(n), one.label, *ticks, characters.visible(one.remark))


def _fault(n: int, one: FilledFault) -> tuple[str, ...]:
    told = (one.what, one.handled, one.demanded, one.due_on)
    return (str(n), *(characters.visible(text) or _wording()["none"] for text in told))


def words(sheet: ReportSheet) -> Iterator[str]:
    """What somebody wrote, which the font may lack characters of."""
    yield from (answer for line in sheet.head for _, answer in line)
    yield from (text for line in (*sheet.lines, *sheet.faults) for text in line)
    yield from (*sheet.notes, sheet.state, sheet.footer)


@cache
def _wording() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "supervision_report.toml"
    return tomllib.loads(file.read_text("utf-8"))
