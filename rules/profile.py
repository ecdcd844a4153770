"""What a candidate states about schooling, work and papers, as far as it decides the level (R3).

`related` says whether something belongs to the occupation applied for, which only the reviewer
decides (R3.1): True is confirmed, None is claimed and not yet looked at, False is refused.
"""

from dataclasses import dataclass
from datetime import date

from rules.candidates import Schooling, Title
from rules.catalogue import Level
from rules.certificates import CertificateKind
from rules.years import Period


@dataclass(frozen=True, slots=True)
class WorkPeriod(Period):
    """A time of work, both days included; still going on where `until` is None."""

    related: bool | None = None


@dataclass(frozen=True, slots=True)
class HeldCertificate:
    """A certificate of any kind: all three count alike (R1.2)."""

    level: Level
    issued_on: date
    kind: CertificateKind
    related: bool | None = None


@dataclass(frozen=True, slots=True)
class HeldTitle:
    """A professional title and the day it was awarded."""

    title: Title
    awarded_on: date
    related: bool | None = None


@dataclass(frozen=True, slots=True)
class Diploma:
    """A school finished; its day is not asked for where it does not matter."""

    schooling: Schooling
    school: str = ""
    awarded_on: date = date.min
    related: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One candidate; what was not said is None or empty and meets nothing."""

    born: date
    schooling: Schooling | None = None
    """Of a student the school attended, of others the highest finished."""
    school: str = ""
    enrolled_on: date | None = None
    major_matches: bool | None = None
    """`related`, for the major studied now (R3.4)."""
    graduating: bool = False
    """应届毕业生: in the final year, which counts as holding the diploma."""
    leaves_for_practice: bool = False
    """Leaves school for practice in the third year (R3.3)."""
    class_hours: int | None = None
    work: tuple[WorkPeriod, ...] = ()
    certificates: tuple[HeldCertificate, ...] = ()
    titles: tuple[HeldTitle, ...] = ()
    diplomas: tuple[Diploma, ...] = ()
