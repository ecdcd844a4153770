"""R5.5: what is read from an ID number, and what is refused."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.candidates import Sex
from rules.findings import Refused
from rules.identity import IdKind, age_on, check_character, mask_id_number, read_id_number
from tests.people import id_number, with_check_character

TODAY = date(2026, 6, 1)
EXAMPLE = "11010519491231002X"


def refusal(raw: str) -> str:
    with pytest.raises(Refused) as refused:
        read_id_number(raw, TODAY)
    return refused.value.finding.key


def test_the_example_of_the_standard_is_read() -> None:
    read = read_id_number(EXAMPLE, TODAY)
    assert (read.number, read.kind) == (EXAMPLE, IdKind.RESIDENT)
    assert (read.born, read.sex) == (date(1949, 12, 31), Sex.FEMALE)


@pytest.mark.parametrize(
    "raw",
    [
        "11010519491231002x",
        " 110105 19491231 002X\n",
        "110105-19491231-002X",
        "110105–19491231—002X",
        "110105\u200b19491231\ufeff002X\u200e",
        "１１０１０５１９４９１２３１００２Ｘ",
        "11010519491231002ｘ",
        "110105\u300019491231\u00a0002X",
        "11010519491231002Ⅹ",
    ],
)
def test_the_way_it_was_typed_does_not_count(raw: str) -> None:
    assert read_id_number(raw, TODAY).number == EXAMPLE


@pytest.mark.parametrize(
    ("region", "kind"),
    [
        ("810000", IdKind.HONG_KONG),
        ("820000", IdKind.MACAU),
        ("830000", IdKind.TAIWAN),
        ("710000", IdKind.RESIDENT),
        ("330113", IdKind.RESIDENT),  # 临平区, of 2021
        ("133100", IdKind.RESIDENT),  # 雄安
        ("512101", IdKind.RESIDENT),  # a county long dissolved
        ("412723", IdKind.RESIDENT),
        ("911840", IdKind.FOREIGN_CARD),
    ],
)
@pytest.mark.parametrize("year", [1955, 1990, 2005])
def test_no_region_is_turned_away(region: str, kind: IdKind, year: int) -> None:
    born = date(year, 2, 3)
    read = read_id_number(id_number(born, Sex.FEMALE, region), TODAY)
    assert (read.kind, read.born, read.sex) == (kind, born, Sex.FEMALE)


def test_the_old_foreign_card_gives_neither_sex_nor_birth_date() -> None:
    read = read_id_number("usa 1101 1990 0101", TODAY)
    assert (read.number, read.kind) == ("USA110119900101", IdKind.OLD_FOREIGN_CARD)
    assert (read.born, read.sex) == (None, None)


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("", "id-number-empty"),
        ("  - ", "id-number-empty"),
        ("110105491231002", "id-number-first-generation"),
        ("11010519491231002", "id-number-too-short"),
        ("1101051949123100X", "id-number-too-short"),
        ("11010519491231002X1", "id-number-form"),
        ("1101051949123100211", "id-number-too-long"),
        ("1101051949123100211X", "id-number-too-long"),
        ("1101051949123X0021", "id-number-form"),
        ("11010519491231002Y", "id-number-form"),
        ("US1101199001011", "id-number-form"),
        ("USA11011990010", "id-number-form"),
        ("١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", "id-number-form"),
        ("我的身份证", "id-number-form"),
        ("010105194912310021", "id-number-form"),
        (with_check_character("11010519490230001"), "id-number-date"),
        (with_check_character("11010520230229001"), "id-number-date"),
        (with_check_character("11010519491300001"), "id-number-date"),
        (with_check_character("11010519490000001"), "id-number-date"),
        (with_check_character("11010518991231001"), "id-number-before-1900"),
        (with_check_character("11010500000101001"), "id-number-before-1900"),
        (with_check_character("11010520991231001"), "id-number-future"),
        (id_number(date(2026, 6, 2)), "id-number-future"),
        ("110105194912310021", "id-number-checksum"),
    ],
)
def test_each_fault_has_its_own_reason(raw: str, key: str) -> None:
    assert refusal(raw) == key


def test_the_bounds_of_the_birth_date_are_inside() -> None:
    assert read_id_number(id_number(date(1900, 1, 1)), TODAY).born == date(1900, 1, 1)
    assert read_id_number(id_number(TODAY), TODAY).born == TODAY


def test_a_refusal_never_carries_the_number() -> None:
    with pytest.raises(Refused) as refused:
        read_id_number("110105194912310021", TODAY)
    assert refused.value.finding.args == {"masked": "110105********0021"}


@given(
    born=st.dates(date(1900, 1, 1), TODAY),
    sex=st.sampled_from(Sex),
    serial=st.integers(0, 499),
    region=st.integers(100000, 999999).map(str),
)
def test_what_was_put_into_a_number_comes_out(
    born: date, sex: Sex, serial: int, region: str
) -> None:
    read = read_id_number(id_number(born, sex, region, serial), TODAY)
    assert (read.born, read.sex) == (born, sex)


@given(st.dates(date(1900, 1, 1), TODAY), st.integers(0, 16), st.integers(1, 9))
def test_any_single_wrong_digit_is_noticed(born: date, place: int, shift: int) -> None:
    good = id_number(born)
    digit = str((int(good[place]) + shift) % 10)
    changed = good[:place] + digit + good[place + 1 :]
    assert check_character(changed[:17]) != changed[17]


@given(st.text(max_size=30) | st.from_regex(r"[0-9]{17}[0-9X]", fullmatch=True))
def test_whatever_is_typed_is_read_or_refused(raw: str) -> None:
    with suppress(Refused):
        assert read_id_number(raw, TODAY).number[:15].isalnum()


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        (EXAMPLE, "110105********002X"),
        ("USA110119900101", "USA110*****0101"),
        ("12345", "*****"),
        ("", ""),
    ],
)
def test_a_mask_keeps_the_ends_of_a_whole_number_only(number: str, masked: str) -> None:
    assert mask_id_number(number) == masked


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2010, 6, 1), date(2026, 5, 31), 15),
        (date(2010, 6, 1), date(2026, 6, 1), 16),
        (date(2008, 2, 29), date(2024, 2, 28), 15),
        (date(2008, 2, 29), date(2024, 2, 29), 16),
        (date(2008, 2, 29), date(2025, 2, 28), 16),
        (date(2008, 2, 29), date(2025, 3, 1), 17),
        (date(2009, 12, 31), date(2026, 1, 1), 16),
        (TODAY, TODAY, 0),
    ],
)
def test_age_counts_full_years(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age
