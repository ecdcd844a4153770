"""Settlements: counted by trade and level, priced in fen, written in words as on a slip (R7.9)."""

from datetime import date

import pytest

from rules.catalogue import Level
from rules.money import in_capitals, in_yuan
from rules.policy import Policy, UnitPrice
from rules.settlements import bill, bill_findings, payment_findings
from tests.store.office import MACHINIST, WELDER

PRICED = Policy(unit_prices=(UnitPrice(Level.FOUR, 6550), UnitPrice(Level.THREE, 8000)))
DEARER = Policy(unit_prices=(UnitPrice(Level.FOUR, 9900), UnitPrice(Level.TWO, 12_000)))


def test_each_trade_and_level_is_a_line_at_the_price_of_its_level() -> None:
    due = bill(
        [(WELDER, Level.FOUR), (MACHINIST, Level.THREE), (WELDER, Level.FOUR)], [PRICED, DEARER]
    )
    assert [(x.unit.name, x.level, x.certificates, x.amount) for x in due.lines] == [
        ("电焊工", Level.FOUR, 2, 13_100),
        ("加工中心操作工", Level.THREE, 1, 8000),
    ]
    assert (due.certificates, due.total, due.unpriced) == (3, 21_100, ())


def test_a_price_set_later_counts_only_where_there_was_none() -> None:
    due = bill([(WELDER, Level.FOUR), (WELDER, Level.TWO)], [PRICED, DEARER])
    assert [line.fen for line in due.lines] == [6550, 12_000]


def test_nobody_passed_and_no_price_are_said() -> None:
    assert [f.key for f in bill_findings(bill([], [PRICED]))] == ["settlement-nobody-passed"]
    (one,) = bill_findings(bill([(WELDER, Level.FIVE)] * 2, [PRICED]))
    assert (one.key, one.args["level"]) == ("settlement-no-price", 5)


@pytest.mark.parametrize(
    ("paid_on", "keys"),
    [
        (date(2026, 7, 28), []),
        (date(2026, 7, 29), ["settlement-paid-in-future"]),
        (date(2026, 6, 1), []),
        (date(2026, 5, 31), ["settlement-paid-before-batch"]),
    ],
)
def test_a_payment_lies_between_the_application_and_today(paid_on: date, keys: list[str]) -> None:
    found = payment_findings(paid_on, date(2026, 6, 1), date(2026, 7, 28))
    assert [one.key for one in found] == keys


@pytest.mark.parametrize(
    ("fen", "figures", "words"),
    [
        (0, "0.00", "零元整"),
        (1, "0.01", "壹分"),
        (101, "1.01", "壹元零壹分"),
        (110, "1.10", "壹元壹角整"),
        (123_450, "1,234.50", "壹仟贰佰叁拾肆元伍角整"),
        (1_000_100, "10,001.00", "壹万零壹元整"),
        (2_030_004_500, "20,300,045.00", "贰仟零叁拾万零肆拾伍元整"),
        (10_001_000_000, "100,010,000.00", "壹亿零壹万元整"),
    ],
)
def test_an_amount_in_figures_and_in_capitals(fen: int, figures: str, words: str) -> None:
    assert (in_yuan(fen), in_capitals(fen)) == (figures, words)


@pytest.mark.parametrize("fen", [-1, 10**14])
def test_no_slip_has_such_an_amount(fen: int) -> None:
    with pytest.raises(ValueError, match=str(fen)):
        in_capitals(fen)
