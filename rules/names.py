"""What people and institutions are called and reached by: names, user names, phones (R8.2, R1.8)."""

import re
import unicodedata

from rules.findings import Refused

NAME_LONGEST = 100
UNIT_NAME_SHORTEST = 4
USER_NAME_SHORTEST, USER_NAME_LONGEST = 2, 30

_HAN = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_EMAIL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
)
_DOTS = re.compile(r"(?:\s*[·•‧・∙⋅])+\s*")
_DOTS_AND_STOPS = re.compile(r"(?:\s*[·•‧・∙⋅.])+\s*")
_UNIT_RATHER_FROM = 5
_UNIT_ENDINGS = (
    *("站", "中心", "学校", "学院", "大学", "中学", "校区", "公司", "集团", "厂", "基地", "分校"),
    *("协会", "学会", "研究院", "研究所", "事务所", "机构", "局", "委员会", "院", "培训部"),
)
_PLAIN = re.compile(r"[ -~·\u3007\u4e00-\u9fff]*")
"""What most names are made of: nothing invisible is among it."""
_ZERO = "〇"
"""A letter in names, although Unicode counts it among the numbers."""


def read_name(raw: str) -> str:
    """A person's name as it will be printed: middle dots as one ·, no spaces between Han characters.

    A full stop is a middle dot only in a Han name; in `John Q. Smith` it stays what it is.
    """
    text = _visible(raw).strip()
    if not text:
        raise Refused("name-empty", "R8.2")
    if any(unicodedata.category(c) == "Cc" for c in text):
        raise Refused("name-characters", "R8.2")
    han = _HAN.search(text) is not None
    name = (_DOTS_AND_STOPS if han else _DOTS).sub("·", text)
    name = ("".join(name.split()) if han else " ".join(name.split())).strip("·")
    _check_name(name)
    return name


def _check_name(name: str) -> None:
    if any(unicodedata.category(c).startswith("N") and c != _ZERO for c in name):
        raise Refused("name-digits", "R8.2")
    if not name or not _is_letter(name[0]) or not all(_is_letter(c) or c in " ·-'’." for c in name):
        raise Refused("name-characters", "R8.2")
    if len(name) < 2:
        raise Refused("name-too-short", "R8.2")
    if len(name) > NAME_LONGEST:
        raise Refused("name-too-long", "R8.2", longest=NAME_LONGEST)


def _is_letter(character: str) -> bool:
    return character == _ZERO or unicodedata.category(character)[0] in "LM"


def name_key(raw: str) -> str:
    """For comparing persons' names: spaces, case, width and kind of middle dot do not count (R8.2)."""
    return _folded(_DOTS_AND_STOPS.sub("·", _visible(raw)))


def institution_key(raw: str) -> str:
    """For comparing institutions' names: NFKC, without spaces (R1.8)."""
    return _folded(_visible(raw))


def user_name_key(raw: str) -> str:
    """For comparing user names: two that differ only in case or width are one."""
    return _folded(_visible(raw))


def read_user_name(raw: str) -> str:
    """A user name of 2 to 30 characters, which never changes afterwards (R5.2)."""
    name = _visible(raw).strip()
    if re.search(r"[0-9]{15}", name):
        # It is shown to others and written in logs; an ID number must not be.
        raise Refused("user-name-id-number", "R5.2")
    if any(c.isspace() for c in name):
        raise Refused("user-name-spaces", "R5.2")
    if not USER_NAME_SHORTEST <= len(name) <= USER_NAME_LONGEST:
        limits = {"shortest": USER_NAME_SHORTEST, "longest": USER_NAME_LONGEST}
        raise Refused("user-name-length", "R5.2", **limits)
    if not all(_is_letter(c) or c.isdecimal() or c in "_-.·@" for c in name):
        raise Refused("user-name-characters", "R5.2")
    return name


def read_phone(raw: str, *, landline: bool) -> str:
    """A mobile as eleven digits or, where `landline`, a landline as `0991-4812345` (R5.4)."""
    digits = re.sub(r"[\s()-]", "", re.sub(r"[‐‑–—−]", "-", _visible(raw)))
    digits = re.sub(r"^(\+86|0086|86(?=1[3-9]\d{9}$))", "", digits, flags=re.ASCII)
    if not digits:
        raise Refused("phone-empty", "R5.1")
    if re.fullmatch(r"1[3-9][0-9]{9}", digits):
        return digits
    number = re.fullmatch(r"(010|02[0-9]|0[3-9][0-9]{2})([2-8][0-9]{6,7})", digits)
    if number is not None and landline:
        return f"{number[1]}-{number[2]}"
    if number is not None:
        raise Refused("phone-mobile-only", "R5.4")
    if landline and re.fullmatch(r"[2-8][0-9]{6,7}", digits):
        raise Refused("phone-area-code", "R5.4")
    raise Refused("phone-form", "R5.1")


def read_institution(raw: str) -> str:
    """The full name of a unit, which it will sign in with (R1.8): 4 to 100 characters."""
    name = " ".join(_visible(raw).split())
    if not UNIT_NAME_SHORTEST <= len(name) <= NAME_LONGEST:
        raise Refused("unit-name-length", "R1.8", shortest=UNIT_NAME_SHORTEST, longest=NAME_LONGEST)
    if not all(_is_letter(c) or c.isdecimal() or c in " ·-()（）、&.,'’" for c in name):
        raise Refused("unit-name-characters", "R1.8")
    if not any(map(_is_letter, name)):
        raise Refused("unit-name-characters", "R1.8")
    # As on the seal: a Chinese name has wide brackets, which NFKC made narrow.
    return name.replace("(", "（").replace(")", "）") if _HAN.search(name) else name


def is_unit_name(raw: str) -> bool:
    """Whether a name is rather an institution's than a person's: people are not called …考试站 or …学校."""
    name = "".join(_visible(raw).split())
    if len(name) < _UNIT_RATHER_FROM or _DOTS.search(name):
        return False
    return any(c.isdecimal() for c in name) or name.rstrip(")）").endswith(_UNIT_ENDINGS)


def read_email(raw: str) -> str:
    """An address as mail servers take it, the domain in lower case (R1.8)."""
    text = _visible(raw).strip()
    if len(text) > NAME_LONGEST or not _EMAIL.fullmatch(text):
        raise Refused("email-form", "R1.8")
    local, _, domain = text.rpartition("@")
    return f"{local}@{domain.lower()}"


def mask_email(address: str) -> str:
    """`zh***@example.com`: enough for its owner to recognise."""
    local, _, domain = address.rpartition("@")
    return f"{local[:2]}***@{domain}"


def mask_phone(phone: str) -> str:
    """`138****1234`, `0991-***2345`: for showing to others."""
    area, dash, local = phone.rpartition("-")
    if dash:
        return f"{area}-{'*' * (len(local) - 4)}{local[-4:]}"
    return f"{phone[:3]}****{phone[-4:]}"


def mask_name(name: str) -> str:
    """`张*`, `张*丰`, `阿***提`: enough to recognise oneself, too little to be found by."""
    if len(name) < 3:
        return f"{name[:1]}*"
    return f"{name[0]}{'*' * min(len(name) - 2, 3)}{name[-1]}"


def _visible(raw: str) -> str:
    """NFKC without zero-width and direction marks."""
    text = unicodedata.normalize("NFKC", raw)
    if _PLAIN.fullmatch(text):
        return text
    return "".join(c for c in text if unicodedata.category(c) != "Cf")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", "".join(text.split()).casefold())
