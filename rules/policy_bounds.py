"""What an officer may set a ⚙ value to: nonsense is refused before it reaches a rule."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from rules.findings import Finding
from rules.policy import BirthYears, Policy, UnitPrice

YEARS = (1950, 2100)
"""Years of birth of anybody who may be a student."""
DEAREST_FEN = 1_000_000
"""No certificate costs more than 10 000 yuan."""
LONGEST_TEXT = 100
PHONE = re.compile(r"[0-9][0-9-]{3,18}[0-9]")
"""Short service numbers and 400 numbers count, too."""

BOUNDS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "lock_out_after": (3, 20),
        "lock_out_minutes": (1, 24 * 60),
        "first_password_days": (1, 90),
        "examiner_years": (1, 20),
        "supervisor_years": (1, 20),
        "class_hours": (1, 2000),
        "years_in_school": (0, 6),
        "practice_months": (0, 60),
        "min_age": (16, 60),  # the law lets nobody work before 16
        "resubmit_days": (0, 60),
        "guest_draft_days": (1, 365),
        "person_draft_days": (30, 3650),
        "sign_ups_per_day": (1, 100),
        "complaints_per_day": (1, 100),
        "difficulty_mix": (0, 100),
        "paper_retention_years": (3, 30),  # R7.7: at least
        "electronic_retention_years": (5, 100),  # R7.7: at least
        "spot_check_months": (1, 60),
        "lookups_per_hour": (1, 1000),
        "close_reminder_days": (1, 60),
        "exam_reminder_days": (1, 60),
        "expiry_reminder_days": (1, 365),
        "waiting_reminder_days": (1, 60),
        "reminders_per_day": (1, 50),
        "draft_notice_days": (1, 30),
        "plan_season_months": (1, 12),
        "export_retention_days": (1, 365),
    }
)
"""Least and most; of a list, of each entry."""
USUAL = (0, 365)
"""Of every other number: days."""

NEVER_EMPTY = frozenset({"open_levels", "student_birth_years", "plan_season_months"})
"""Lists that would close what they govern."""


def bounds(name: str) -> tuple[int, int]:
    """Least and most of a number, or of the numbers of a list."""
    return BOUNDS.get(name, USUAL)


def forbidden(name: str, value: object) -> tuple[Finding, ...]:
    """Everything that stands against a JSON-able value of that name."""
    try:
        policy = Policy.from_values({name: value})
    except ValueError:
        return (Finding("policy-value-unfit", args={"name": name}),)
    return tuple(_nonsense(name, getattr(policy, name)))


def _nonsense(name: str, value: object) -> Iterator[Finding]:
    match value:
        case bool():
            return
        case int():
            yield from _outside(value, bounds(name))
        case str():
            yield from _text(name, value)
        case tuple():
            yield from _list(name, value)


def _list(name: str, entries: Sequence[object]) -> Iterator[Finding]:
    if not entries and name in NEVER_EMPTY:
        yield Finding("policy-list-empty")
    keys = [e.level if isinstance(e, BirthYears | UnitPrice) else e for e in entries]
    # Of a mix 30, 40, 30 is no repetition.
    if len(set(keys)) < len(keys) and name != "difficulty_mix":
        yield Finding("policy-list-twice")
    if name == "difficulty_mix" and len(entries) != 3:
        yield Finding("policy-mix-three")
    for entry in entries:
        match entry:
            case BirthYears(_, first, last):
                yield from _outside(first, YEARS)
                yield from _outside(last, YEARS)
            case UnitPrice(_, fen):
                yield from _outside(fen, (1, DEAREST_FEN))
            case str():
                yield from _text(name, entry)
            case int():
                yield from _outside(entry, bounds(name))


def _outside(value: int, limits: tuple[int, int]) -> Iterator[Finding]:
    least, most = limits
    if not least <= value <= most:
        yield Finding("policy-out-of-range", args={"least": least, "most": most})


def _text(name: str, value: str) -> Iterator[Finding]:
    if not value.strip() or len(value) > LONGEST_TEXT:
        yield Finding("policy-text-length", args={"most": LONGEST_TEXT})
    elif name.endswith("_phone") and not PHONE.fullmatch(value):
        yield Finding("policy-phone-form")
    elif name == "capability_number_scheme" and not _is_of_use(value):
        yield Finding("policy-value-unfit", args={"name": name})


def _is_of_use(scheme: str) -> bool:
    """Whether years, station codes and serials fit into their runs (R8.3)."""
    return scheme.count("Y") in {2, 4} and scheme.count("S") == 8 and 4 <= scheme.count("N") <= 8
