"""Identity numbers: reading, checking, masking, and the age they give (R5.5)."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.candidates import Sex
from rules.findings import Refused

RULE = "R5.5"


class IdKind(StrEnum):
    """The documents whose number can stand in the box 身份证号."""

    RESIDENT = "resident"
    HONG_KONG = "hong_kong"
    MACAU = "macau"
    TAIWAN = "taiwan"
    FOREIGN_CARD = "foreign_card"
    """外国人永久居留身份证 since 2023-12-01: 18 characters, the first a 9."""
    OLD_FOREIGN_CARD = "old_foreign_card"
    """The card of 2017, still valid: three letters and twelve digits."""


@dataclass(frozen=True, slots=True)
class IdNumber:
    """A checked number; `born` and `sex` are None where the document does not give them reliably."""

    number: str
    kind: IdKind
    born: date | None
    sex: Sex | None


_REGIONS = {"810000": IdKind.HONG_KONG, "820000": IdKind.MACAU, "830000": IdKind.TAIWAN}
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"


def read_id_number(raw: str, today: date) -> IdNumber:
    """The number as printed on the card, or Refused with the reason.

    The county is not looked up: new districts and late registrations make every table wrong.
    """
    number = _plain(raw)
    if re.fullmatch(r"[A-Z]{3}[0-9]{12}", number):
        # No check character guards its birth date, so sex and birth date are asked for.
        return IdNumber(number, IdKind.OLD_FOREIGN_CARD, None, None)
    _check_form(number)
    born = _born(number, today)
    if check_character(number[:17]) != number[17]:
        raise Refused("id-number-checksum", RULE, masked=mask_id_number(number))
    sex = Sex.MALE if int(number[16]) % 2 else Sex.FEMALE
    return IdNumber(number, _kind(number), born, sex)


def check_character(first_17: str) -> str:
    """The eighteenth character by ISO 7064 MOD 11-2 (GB 11643-1999)."""
    total = sum(int(digit) * weight for digit, weight in zip(first_17, _WEIGHTS, strict=True))
    return _CHECK_CHARACTERS[total % 11]


def mask_id_number(number: str) -> str:
    """For showing: `110105********002X`; what is too short to be a number is hidden whole."""
    if len(number) < 15:
        return "*" * len(number)
    return f"{number[:6]}{'*' * (len(number) - 10)}{number[-4:]}"


def age_on(born: date, day: date) -> int:
    """Full years of age; who was born on 29 February turns a year older on 1 March of other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _plain(raw: str) -> str:
    """Upper-case, half-width, without spaces, dashes and invisible characters."""
    if raw.isascii() and raw.isalnum():
        return raw.upper()
    text = unicodedata.normalize("NFKC", raw).upper()
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in _DROPPED)


_DROPPED = frozenset({"Pd", "Cf"})
"""Dashes of every length; zero-width and direction marks that come along when copying."""


def _check_form(number: str) -> None:
    if not number:
        raise Refused("id-number-empty", RULE)
    if re.fullmatch(r"[0-9]{15}", number):
        raise Refused("id-number-first-generation", RULE)
    if not re.fullmatch(r"[0-9]+X?", number):
        raise Refused("id-number-form", RULE)
    if len(number) != 18:
        key = "id-number-too-short" if len(number) < 18 else "id-number-too-long"
        raise Refused(key, RULE, length=len(number))
    if number.startswith("0"):
        raise Refused("id-number-form", RULE)


def _born(number: str, today: date) -> date:
    year, month, day = int(number[6:10]), int(number[10:12]), int(number[12:14])
    if year < 1900:
        raise Refused("id-number-before-1900", RULE, year=year)
    try:
        born = date(year, month, day)
    except ValueError as impossible:
        raise Refused("id-number-date", RULE) from impossible
    if born > today:
        raise Refused("id-number-future", RULE)
    return born


def _kind(number: str) -> IdKind:
    if number.startswith("9"):
        return IdKind.FOREIGN_CARD
    return _REGIONS.get(number[:6], IdKind.RESIDENT)
