"""The settlement of a batch (证书结算表, R7.9) as an Excel workbook, and its payment slip (缴费通知单) as PDF."""

import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from exports import characters, typeset, workbook
from exports.workbook import Column, Kind, Sheet
from rules.catalogue import Programme
from rules.money import FEN, in_capitals, in_yuan


@dataclass(frozen=True, slots=True)
class SettledLine:
    """The certificates of one trade and level; `fen` is the price of one."""

    trade_code: str
    trade: str
    level: str
    certificates: int
    fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementSheet:
    """A bill, and the payment where it was told; the programme decides the title (R1.2)."""

    programme: Programme
    batch: str
    station: str
    station_code: str
    operator: str
    exam_on: date
    printed_on: date
    lines: tuple[SettledLine, ...]
    state: str
    payer: str = field(default="", repr=False)
    paid_on: date | None = None
    payee: tuple[str, ...] = ()
    """Where to pay (⚙), line by line as it was set; empty: to be asked for."""

    @property
    def certificates(self) -> int:
        return sum(line.certificates for line in self.lines)

    @property
    def total(self) -> int:
        """In fen."""
        return sum(line.certificates * line.fen for line in self.lines)


def settlement(sheet: SettlementSheet) -> bytes:
    """The workbook as xlsx; amounts are numbers, so that they can be added up."""
    shape = _wording()["sheet"]
    columns = [Column(title, width, Kind[kind.upper()]) for title, width, kind in shape["columns"]]
    head = shape["heading"].format(
        batch=sheet.batch,
        station=sheet.station,
        code=sheet.station_code,
        exam_on=sheet.exam_on.isoformat(),
    )
    paid = shape["payment"].format(
        payer=sheet.payer or "—", paid_on=sheet.paid_on or "—", state=sheet.state
    )
    title = _wording()["title"][sheet.programme]
    out = io.BytesIO()
    workbook.write(out, Sheet(shape["name"], columns, _rows(sheet), heading=(title, head, paid)))
    return out.getvalue()


def _rows(sheet: SettlementSheet) -> Iterator[list[object]]:
    for n, line in enumerate(sheet.lines, start=1):
        told = [line.trade_code, line.trade, line.level, line.certificates]
        yield [n, *told, _yuan(line.fen), _yuan(line.certificates * line.fen)]
    shape = _wording()["sheet"]
    yield [None, None, shape["total"], None, sheet.certificates, None, _yuan(sheet.total)]
    yield [None, None, shape["capitals"], in_capitals(sheet.total), None, None, None]


def _yuan(fen: int) -> Decimal:
    return Decimal(fen) / FEN


@dataclass(frozen=True, slots=True)
class PrintedSlip:
    """The words of a payment slip in the order they stand; widths in millimetres."""

    title: str
    head: tuple[tuple[str, str], ...]
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    lines: tuple[tuple[str, ...], ...]
    total: tuple[str, str]
    capitals: tuple[str, str]
    payee: tuple[str, str]
    remarks: tuple[str, ...]


def slip(sheet: SettlementSheet) -> bytes:
    """An A4 PDF with its font embedded; a character the font lacks is printed as 〓 and spelt out."""
    form = printed(sheet)
    lacking = characters.missing("".join([sheet.station, sheet.operator, *sheet.payee]))
    spelt = "　".join(f"U+{ord(c):04X}" for c in lacking)
    note = _wording()["slip"]["missing"].format(characters=spelt) if lacking else ""
    return typeset.pdf("payment_slip.typ", form, lacking, note)


def printed(sheet: SettlementSheet) -> PrintedSlip:
    shape = _wording()["slip"]
    answers: dict[str, object] = {
        "station": f"{sheet.station}（{sheet.station_code}）",
        "operator": sheet.operator or "—",
        "batch": sheet.batch,
        "exam_on": sheet.exam_on.isoformat(),
        "printed_on": sheet.printed_on.isoformat(),
        "state": sheet.state,
    }
    total = shape["yuan"].format(amount=in_yuan(sheet.total), certificates=sheet.certificates)
    return PrintedSlip(
        title=shape["title"][sheet.programme],
        head=tuple((label, characters.visible(str(answers[box]))) for label, box in shape["head"]),
        heads=tuple(shape["heads"]),
        widths=tuple(shape["widths"]),
        lines=tuple(_slip_lines(sheet)),
        total=(shape["total"], total),
        capitals=(shape["capitals"], in_capitals(sheet.total)),
        payee=(shape["payee"], "\n".join(map(characters.visible, sheet.payee)) or shape["ask"]),
        remarks=tuple(one.format(batch=sheet.batch) for one in shape["remarks"]),
    )


def _slip_lines(sheet: SettlementSheet) -> Iterator[tuple[str, ...]]:
    for line in sheet.lines:
        amount = in_yuan(line.certificates * line.fen)
        trade = characters.visible(line.trade)
        yield trade, line.level, str(line.certificates), in_yuan(line.fen), amount


@cache
def _wording() -> dict[str, Any]:
    file = Path(__file__).with_name("forms") / "settlement.toml"
    return tomllib.loads(file.read_text("utf-8"))
