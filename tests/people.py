"""Synthetic people for the tests: ID numbers that pass every check and belong to nobody."""

from datetime import date

from rules.candidates import Sex


def id_number(born: date, sex: Sex = Sex.MALE, region: str = "110101", serial: int = 1) -> str:
    """A valid 18-character number; another `serial` gives another person, the 500th of a day elsewhere."""
    further, place = divmod(serial, 500)
    order = 2 * place + (1 if sex is Sex.MALE else 0)
    return with_check_character(f"{int(region) + further:06}{born:%Y%m%d}{order:03}")


def with_check_character(first_17: str) -> str:
    """ISO 7064 MOD 11-2 in its recursive form, not the weighted sum the rules use."""
    rest = 0
    for digit in first_17:
        rest = (rest + int(digit)) * 2 % 11
    return first_17 + "0123456789X"[(12 - rest) % 11]
