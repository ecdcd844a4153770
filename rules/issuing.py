"""Issuing certificates: what a new one is called, and the series its number is taken from (R7.6, R8.3)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rules.catalogue import INDUSTRIAL_ENGINEERING, Level, Programme
from rules.certificates import (
    DEFAULT_SCHEME,
    CertificateKind,
    CertificateState,
    capability_number,
    read_issuer,
    skill_level_number,
)
from rules.findings import Finding

LEVEL_TEXTS = {
    Level.FIVE: "五级/初级工",
    Level.FOUR: "四级/中级工",
    Level.THREE: "三级/高级工",
    Level.TWO: "二级/技师",
    Level.ONE: "一级/高级技师",
}
"""As a certificate prints them (DF§1.4), whatever language its holder reads."""
ENGINEERING_TEXTS = {Level.THREE: "初级", Level.TWO: "中级", Level.ONE: "高级"}
"""G§2.5 note ①"""


def level_text(level: Level, unit_code: str) -> str:
    """The level as printed on a certificate of that unit (R1.3)."""
    engineering = ENGINEERING_TEXTS if unit_code == INDUSTRIAL_ENGINEERING else {}
    return engineering.get(level, LEVEL_TEXTS[level])


KIND_OF: Mapping[Programme, CertificateKind] = MappingProxyType(
    {
        Programme.CAPABILITY: CertificateKind.CAPABILITY,
        Programme.SKILL_LEVEL: CertificateKind.SKILL_LEVEL,
    }
)


@dataclass(frozen=True, slots=True)
class Series:
    """What is numbered from 1 without gaps: the certificates of one issuer, year and level (R8.3)."""

    kind: CertificateKind
    issuer: str
    """The station's code; in the skill-level programme the thirteen characters before the year."""
    year: int
    level: Level
    scheme: str = DEFAULT_SCHEME

    @property
    def name(self) -> str:
        return f"certificates:{self.issuer}:{self.year}:{self.level:d}"

    @property
    def last(self) -> str:
        """The highest number there can be."""
        return self.number(10 ** (self._places.stop - self._places.start) - 1)

    def number(self, serial: int) -> str:
        """ValueError where the serial does not fit any more."""
        if self.kind is CertificateKind.SKILL_LEVEL:
            return skill_level_number(read_issuer(self.issuer), self.year, self.level, serial)
        return capability_number(self.year, self.issuer, self.level, serial, self.scheme)

    def serial(self, number: str) -> int:
        return int(number[self._places])

    @property
    def _places(self) -> slice:
        """Where the serial stands in a number."""
        if self.kind is CertificateKind.SKILL_LEVEL:
            return slice(16, 22)
        start = self.scheme.index("N")
        return slice(start, start + self.scheme.count("N"))

    @property
    def pattern(self) -> str:
        """What all its numbers look like, with `_` for each figure of the serial."""
        number, places = self.number(1), self._places
        blank = "_" * (places.stop - places.start)
        return f"{number[: places.start]}{blank}{number[places.stop :]}"


@dataclass(frozen=True, slots=True)
class ToRelease:
    """A batch with free results somebody wants certificates for."""

    number: str
    is_settled: bool
    is_applied_for: bool
    qualified: int


def release_findings(batch: ToRelease) -> Iterator[Finding]:
    """What else stands against applying for its certificates, all of it (R7.6, R7.9)."""
    named = {"number": batch.number}
    if batch.is_applied_for:
        yield Finding("certificates-applied", "R7.6", named)
    if not batch.qualified:
        yield Finding("certificates-nobody", "R7.6", named)
    elif not batch.is_settled:
        yield Finding("certificates-unsettled", "R7.9", named)


def change_findings(
    kind: CertificateKind, state: CertificateState, *, anew: bool
) -> Iterator[Finding]:
    """Why a certificate cannot be revoked, copied or, `anew`, replaced by one with another number."""
    if state is not CertificateState.ISSUED:
        yield Finding("certificate-not-valid", "R8.2", {"state": str(state)})
    if anew and kind is CertificateKind.OLD_QUALIFICATION:
        yield Finding("certificate-old-kind", "R1.2")
