"""Policy: every ⚙ value of the regulations, with the value in force unless an officer sets another.

The management station keeps values with a validity period; a rule gets the `Policy` of its day.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import time
from enum import Enum
from typing import Any, Self, TypeVar, get_args, get_origin, get_type_hints

from rules.approvals import ReplacedChain
from rules.candidates import CandidateType
from rules.catalogue import Level
from rules.certificates import DEFAULT_SCHEME, CertificateKind, check_scheme

Plain = TypeVar("Plain")


@dataclass(frozen=True, slots=True)
class BirthYears:
    """The years a student of a level may be born in, as printed (R3.2)."""

    level: Level
    first: int
    last: int

    @property
    def reversed(self) -> bool:
        """Printed the wrong way round: warns the reviewer, never blocks, is never swapped."""
        return self.first > self.last


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """What one certificate of a level costs, in fen (R7.9)."""

    level: Level
    fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One set of values; days are natural days."""

    # Institutions and answers
    query_phone: str = "010-83068013"
    """R1.10: printed under every look-up answer."""
    complaint_phone: str = "010-83069009"
    """R1.10: printed under every look-up answer."""
    lock_out_after: int = 5
    """R1.8: wrong passwords in a row."""
    lock_out_minutes: int = 15
    """R1.8: of the first lock-out; each further one lasts twice as long."""
    first_password_days: int = 30
    """R1.8: how long a first password somebody gave out is good for."""
    complaints_per_day: int = 5
    """R1.10: per person and per chat; an address has as many as a class of people."""
    examiner_years: int = 3
    """R2.4: an appointment is valid so long; the documents name no term."""
    supervisor_years: int = 3
    """R2.7: likewise, as long as nothing shorter is entered."""

    # Papers on their way
    approval_chains: tuple[ReplacedChain, ...] = ()
    """R4.10: chains that take the place of the shipped ones, for papers filed from then on."""
    claim_hours: int = 2
    """Office time an officer keeps a paper to himself."""

    # Who may apply
    open_levels: tuple[Level, ...] = (Level.FIVE, Level.FOUR, Level.THREE)
    """R3.1: levels 2 and 1 are shipped but off."""
    assessed_schools: tuple[str, ...] = ()
    """R3.1: 经评估论证 schools of level 3, condition 6."""
    student_birth_years: tuple[BirthYears, ...] = (
        BirthYears(Level.FOUR, 2005, 2009),
        BirthYears(Level.THREE, 2005, 2004),
    )
    """R3.2: as printed, the second one reversed."""
    also_national_condition: bool = False
    """R3.2: whether students must meet an ordinary condition as well."""
    class_hours: int = 400
    """R3.2: least hours of training at the school."""
    years_in_school: int = 2
    """R3.2, measured to the exam date."""
    practice_months: int = 18
    """R3.3: months in school of a student leaving for practice, confirmed by the station."""
    min_age: int = 16
    """R3.3: on the exam date, for every level."""

    # Batches
    resubmit_days: int = 5
    """R4.2: a returned batch keeps its first application date for so long."""

    # Registration
    landline_for: tuple[CandidateType, ...] = (CandidateType.STUDENT,)
    """R5.4: who may give a landline as phone."""
    employerless_pledge: bool = True
    """R5.4: 社会人员 without employer sign a 承诺书 instead of a stamped form."""
    guest_draft_days: int = 30
    """A guest's draft is announced and erased after so many days."""
    person_draft_days: int = 365
    """A person's draft is announced and erased after so many days."""
    draft_notice_days: int = 7
    """So many days before."""
    sign_ups_per_day: int = 5
    """Per person and per chat; an address has as many as a class of people."""

    # Papers, results, archive
    notice_period_days: int = 0
    """R7.6: public notice of approved results before anything follows; none unless set."""
    difficulty_mix: tuple[int, ...] = (20, 70, 10)
    """R6.2: per cent easy, medium, hard."""
    paper_retention_years: int = 3
    """R7.7"""
    electronic_retention_years: int = 5
    """R7.7"""
    unit_prices: tuple[UnitPrice, ...] = ()
    """R7.9: none until an officer sets them."""
    payee: tuple[str, ...] = ()
    """R7.9: where to pay, line by line as it is to be printed; none until an officer sets it."""
    spot_check_months: int = 12
    """R7.7: batches examined in so many months can be drawn."""

    # Certificates
    number_required_for: tuple[CertificateKind, ...] = ()
    """R8.1: kinds whose look-up asks for the certificate number as well."""
    lookups_per_hour: int = 20
    """R8.2: per person and per chat; an address has as many as a class of people."""
    capability_number_scheme: str = DEFAULT_SCHEME
    """R8.3: Y year, S station code, L level, N serial; as many letters as digits."""

    # Supervision
    corrections_before_results: bool = False
    """R7.5: whether results wait until every correction of a supervision report is accepted."""

    # Reminders and exports
    close_reminder_days: tuple[int, ...] = (7, 3, 1)
    """R9.1: days ahead of the roster and paper close."""
    exam_reminder_days: tuple[int, ...] = (3, 1)
    """R9.1: days ahead of the exam, for candidates, examiners, supervisors and the station."""
    expiry_reminder_days: tuple[int, ...] = (60, 30, 7)
    """R9.1: days before a licence or an appointment runs out."""
    waiting_reminder_days: int = 2
    """R9.1: what waits for somebody so long reminds them, and again after as many days."""
    reminders_per_day: int = 6
    """R9.2: of one person; what is less urgent waits for the next day."""
    quiet_from: time = time(21)
    """R9.2"""
    quiet_until: time = time(8)
    """R9.2"""
    scores_due_days: int = 3
    """R9.4: after the exam; this and the following remind and never block."""
    report_due_days: int = 5
    """R9.4"""
    confirmations_due_days: int = 7
    """R9.4"""
    supervision_report_due_days: int = 5
    """R9.4"""
    results_due_days: int = 10
    """R9.4"""
    settlement_due_days: int = 20
    """R9.4: qualified roster and settlement."""
    plan_season_months: tuple[int, ...] = (11, 12)
    """R9.4: 1 November to 31 December."""
    export_retention_days: int = 30
    """R9.6"""

    def __post_init__(self) -> None:
        check_scheme(self.capability_number_scheme)
        if sum(self.difficulty_mix) != 100:
            raise ValueError("difficulty_mix must add up to 100")

    @classmethod
    def from_values(cls, values: Mapping[str, object]) -> Self:
        """The defaults overlaid with JSON-able values; ValueError names what is unknown or wrong."""
        kinds = get_type_hints(cls)
        known = {field.name for field in fields(cls)}
        if unknown := sorted(values.keys() - known):
            raise ValueError(f"unknown policy values: {', '.join(unknown)}")
        return cls(**{name: _read(name, kinds[name], value) for name, value in values.items()})

    def birth_years(self, level: Level) -> BirthYears | None:
        """The range printed for students of this level, None where none is printed (R3.2)."""
        return next((years for years in self.student_birth_years if years.level is level), None)


def as_json(value: object) -> Any:
    """A typed value as `from_values` reads it."""
    match value:
        case tuple():
            return [as_json(entry) for entry in value]
        case BirthYears(level, first, last):
            return [level.value, first, last]
        case UnitPrice(level, fen):
            return [level.value, fen]
        case ReplacedChain(kind, programme, desks):
            return [kind.value, programme, as_json(desks)]
        case time():
            return value.isoformat("minutes")
        case Enum():
            return value.value
        case _:
            return value


def _read(name: str, kind: Any, value: object) -> Any:
    """A JSON value as the type the field is annotated with."""
    try:
        return _typed(kind, value)
    except (TypeError, ValueError) as reason:
        raise ValueError(f"policy value {name}: {value!r} does not fit: {reason}") from reason


def _typed(kind: Any, value: object) -> Any:
    if get_origin(kind) is tuple:
        return tuple(_typed(get_args(kind)[0], entry) for entry in _list(value))
    if kind in (BirthYears, ReplacedChain, UnitPrice):
        parts = [field.type for field in fields(kind)]
        return kind(*map(_typed, parts, _list(value, length=len(parts))))
    if kind is time:
        return _office_time(_plain(str, value))
    if issubclass(kind, Enum):
        return kind(_plain(int, value) if issubclass(kind, int) else _plain(str, value))
    if kind is int and _plain(int, value) < 0:
        raise ValueError("must not be negative")
    return _plain(kind, value)


def _office_time(text: str) -> time:
    moment = time.fromisoformat(text)
    if moment.tzinfo is not None:
        raise ValueError("the time of day is office time and has no offset")
    return moment


def _list(value: object, *, length: int | None = None) -> list[object]:
    if not isinstance(value, list | tuple):
        raise TypeError("a list is wanted")
    if length is not None and len(value) != length:
        raise ValueError(f"{length} entries are wanted")
    return list(value)


def _plain(kind: type[Plain], value: object) -> Plain:
    # type() and not isinstance(): in JSON, true is no number.
    if not isinstance(value, kind) or type(value) is not kind:
        raise TypeError(f"{kind.__name__} is wanted")
    return value
