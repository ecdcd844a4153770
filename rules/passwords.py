"""Which passwords are refused when chosen (R5.8, R1.8)."""

from rules.common_passwords import is_common
from rules.findings import Refused
from rules.names import user_name_key

SHORTEST, LONGEST = 8, 128
"""The upper bound keeps one login from hashing megabytes."""

_FEWEST_DIFFERENT = 4
_SHORTEST_PART = 6
"""A password that is this much of the ID number can be guessed from the card."""
_BIRTHDAY = slice(6, 14)


def check_password(password: str, user_name: str, id_number: str | None) -> None:
    """Refused when short, or to be guessed from the person or because it is what others take."""
    if len(password) < SHORTEST:
        raise Refused("password-too-short", "R5.8", shortest=SHORTEST)
    if len(password) > LONGEST:
        raise Refused("password-too-long", "R5.8", longest=LONGEST)
    if user_name_key(password) == user_name_key(user_name):
        raise Refused("password-user-name", "R5.8")
    if id_number is not None and _part_of(password, id_number):
        raise Refused("password-id-number", "R5.8")
    if len(set(password)) < _FEWEST_DIFFERENT or is_common(password, user_name):
        raise Refused("password-too-simple", "R5.8")


def _part_of(password: str, id_number: str) -> bool:
    core = "".join(c for c in password if c.isalnum()).upper()
    return (len(core) >= _SHORTEST_PART and core in id_number) or id_number[_BIRTHDAY] in core
