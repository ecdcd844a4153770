"""机械行业人才评价机构许可证 (R1.7, R2.8): the licence of a station with its trades and levels, as PDF."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from exports import characters, typeset


@dataclass(frozen=True, slots=True)
class LicensedTrade:
    """A line of the annex."""

    programme: str
    code: str
    name: str
    levels: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLicence:
    """What the licence says; days as printed."""

    number: str
    station: str
    code: str
    operator: str
    region: str
    programmes: str
    since: str
    until: str
    trades: tuple[LicensedTrade, ...]


@dataclass(frozen=True, slots=True)
class LicenceSheet:
    """The words of the paper in the order they stand."""

    title: str
    number: str
    lines: tuple[tuple[str, str], ...]
    statement: str
    issuer: str
    issued: str
    annex: str
    heads: tuple[str, ...]
    trades: tuple[tuple[str, ...], ...]
    footer: str


def pdf(licence: PrintedLicence) -> bytes:
    """An A4 PDF with its font embedded: the licence, and its trades as annex on pages of their own."""
    sheet = printed(licence)
    words = [sheet.footer, *(answer for _, answer in sheet.lines), *sum(sheet.trades, ())]
    lacking = characters.missing("".join(words))
    note = _wording()["missing"].format(characters="　".join(f"U+{ord(c):04X}" for c in lacking))
    return typeset.pdf("licence.typ", sheet, lacking, note if lacking else "")


def printed(licence: PrintedLicence) -> LicenceSheet:
    wording = _wording()
    told = {"since": licence.since, "until": licence.until, "number": licence.number}
    told["station"] = characters.visible(licence.station)
    return LicenceSheet(
        title=wording["title"],
        number=wording["number"].format(**told),
        lines=tuple(
            (
                label,
                characters.visible(
                    getattr(licence, box) if box != "valid" else wording["valid"].format(**told)
                ),
            )
            for label, box in wording["lines"]
        ),
        statement=wording["statement"],
        issuer=wording["issuer"],
        issued=licence.since,
        annex=wording["annex"],
        heads=tuple(wording["heads"]),
        trades=tuple(
            (str(n), one.programme, one.code, characters.visible(one.name), one.levels)
            for n, one in enumerate(licence.trades, start=1)
        ),
        footer=wording["footer"].format(**told),
    )


@cache
def _wording() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "licence.toml"
    return tomllib.loads(file.read_text("utf-8"))
