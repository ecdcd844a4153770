"""The repeating parts of a station application: trades with levels, staff, equipment, systems, photos (R2.1)."""

from collections.abc import Sequence

from conversations.candidates.pictures import document, stamped_form
from conversations.engine.boxes import Choice, Number, Part, Pick, Several, Text, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.messages import Choosable, Page
from conversations.personal import Name
from rules.catalogue import Level, Programme
from rules.stations import ManagementSystem, UnitKey

TRADES = "applicable_trades"


def levels_offered(sheet: Sheet) -> Sequence[Choosable]:
    """The levels of the trade chosen just before."""
    if sheet.trade is None:
        return ()
    page: Page = sheet.lookup.options("levels_of_trade", {"trade": sheet.trade}, "", 0)
    return page.options


def trades_declared(sheet: Sheet) -> Sequence[Choosable]:
    """The trades of the same form."""
    declared = dict.fromkeys(one.values["trade"] for one in sheet.form.trades or ())
    found = (sheet.lookup.find(TRADES, value, {}) for value in declared)
    return [option for option in found if option is not None]


class Trade(Part):
    """A trade applied for, with its levels."""

    trade = Pick(TRADES)
    levels = Several(levels_offered, of=Level)


class Deputy(Part):
    """副站长."""

    name = Name()


class EquipmentLine(Part):
    """A line of an equipment list, and the trades it is for (G§2.3 note 1)."""

    model = Text(longest=80)
    quantity = Number(least=1, most=99999)
    serves = settled(Several(trades_declared))


class SystemFile(Part):
    """One of the management systems in writing."""

    system = Choice(ManagementSystem)
    text = stamped_form()


class SitePhoto(Part):
    """The training site (G§2.3 note 6)."""

    picture = document()


def unit_key(trade: str) -> UnitKey:
    """The key in a trade's value, `programme:code`."""
    programme, _, code = trade.partition(":")
    return Programme(programme), code
