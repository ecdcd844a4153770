"""Certificates: kinds, states, numbers and what a look-up needs (R8.1–R8.3)."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from rules.catalogue import Level
from rules.findings import Finding, Refused


class CertificateKind(StrEnum):
    """The three kinds anyone may look up (R1.2, R8.1)."""

    CAPABILITY = "capability"
    """职业能力证书"""
    SKILL_LEVEL = "skill_level"
    """职业技能等级证书"""
    OLD_QUALIFICATION = "old_qualification"
    """职业资格证书, issued until the old functions were dropped"""


class CertificateState(StrEnum):
    """What a look-up says about a certificate (R8.2)."""

    ISSUED = "issued"
    REVOKED = "revoked"
    REISSUED = "reissued"


@dataclass(frozen=True, slots=True)
class CertificateNumber:
    """A number as it is stored and compared; warnings never block, for old numbers vary."""

    number: str
    kinds: tuple[CertificateKind, ...]
    """The kinds that number certificates in this form; empty where the form is not known."""
    level: Level | None = None
    warnings: tuple[Finding, ...] = ()


def read_certificate_number(raw: str) -> CertificateNumber:
    """Any number somebody may hold in hand; Refused only what cannot be a number at all."""
    number = _visible(raw)
    if not number:
        raise Refused("certificate-number-empty", "R8.1")
    if not re.fullmatch(r"[0-9A-Z\u4e00-\u9fff()-]{1,40}", number) or not re.search(
        "[0-9]", number
    ):
        raise Refused("certificate-number-form", "R8.1")
    bare = number.replace("-", "")
    if re.fullmatch(r"[A-Z][0-9]{14}[0-9A-Z][0-9]{6}|[A-Z]{2}[0-9]{20}", bare):
        return _skill_level(bare)
    if re.fullmatch(r"[0-9]{13}", bare):
        # Shanghai's old numbers are looked up with three zeros in front.
        bare = f"000{bare}"
    if re.fullmatch(r"[0-9]{16}", bare):
        return _sixteen_digits(bare)
    return CertificateNumber(number, (), None, (_warning("unknown-form"),))


def _visible(raw: str) -> str:
    """In upper case, half-width, without spaces and invisible characters."""
    if raw.isascii() and raw.isalnum():
        return raw.upper()  # most are: looking at each character takes longer than all the rest
    text = unicodedata.normalize("NFKC", raw).upper()
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")


def _skill_level(number: str) -> CertificateNumber:
    """One letter and 21 digits, or with a second letter for 特级技师 (人社鉴发〔2019〕2号)."""
    special = not number[1:].isdigit()
    level = _level(number[15])
    warnings = []
    if number[0] not in "YS":
        warnings.append(_warning("issuer"))
    if level is None and not special:
        warnings.append(_warning("level"))
    kinds = (CertificateKind.SKILL_LEVEL,)
    return CertificateNumber(number, kinds, None if special else level, tuple(warnings))


def _sixteen_digits(number: str) -> CertificateNumber:
    """The coding of the old qualifications, which the capability numbers follow by default.

    Shanghai's thirteen digits have their own order inside, so no level is read from them.
    """
    if number.startswith("000"):
        return CertificateNumber(number, (CertificateKind.OLD_QUALIFICATION,))
    level = _level(number[10])
    # 4928 is the management station's own prefix; its stations issued both kinds.
    ours = number[2:6] == "4928" and number[6] in "34"
    kinds = (CertificateKind.CAPABILITY, CertificateKind.OLD_QUALIFICATION)
    warnings = () if level is not None else (_warning("level"),)
    return CertificateNumber(number, kinds if ours else kinds[1:], level, warnings)


def _level(digit: str) -> Level | None:
    return Level(int(digit)) if digit in "12345" else None


def _warning(what: str) -> Finding:
    return Finding(f"certificate-number-{what}", "R8.3")


DEFAULT_SCHEME = "YYSSSSSSSSLNNNNN"
"""▶ `YY` + `49284NNN` + level + five-digit serial (R8.3)."""


def check_scheme(scheme: str) -> None:
    """ValueError unless the scheme is made of one run each of Y, S, L and N, L a single letter."""
    runs = [run[0] for run in re.finditer(r"(.)\1*", scheme)]
    if sorted(run[0] for run in runs) != sorted("YSLN") or "L" not in runs:
        raise ValueError(f"{scheme!r} is not one run each of Y, S, L (single) and N")


def capability_number(
    year: int, station_code: str, level: Level, serial: int, scheme: str = DEFAULT_SCHEME
) -> str:
    """The number of a capability certificate; ValueError when a part does not fit its run (R8.3)."""
    check_scheme(scheme)
    years = scheme.count("Y")
    parts = {
        "Y": f"{year % 10**years:0{years}}",
        "S": station_code,
        "L": f"{level:d}",
        "N": _serial(serial, scheme.count("N")),
    }
    number = re.sub(r"(.)\1*", lambda run: parts[run[1]], scheme)
    if len(number) != len(scheme):
        raise ValueError(f"station code {station_code} does not fit {scheme}")
    return number


@dataclass(frozen=True, slots=True)
class SkillLevelIssuer:
    """The first four parts of a skill-level number, given out by the labour departments."""

    letter: str
    """Y employer, S social training and assessment organisation"""
    body: str
    """Four digits; 0000 when filed first with a province"""
    province: str
    """Two digits of GB/T 2260"""
    site: str
    """Six digits given by the province"""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[YS][0-9]{4}[1-9][0-9][0-9]{6}", self.prefix):
            raise ValueError(f"{self.prefix} is no issuer's prefix")

    @property
    def prefix(self) -> str:
        return f"{self.letter}{self.body}{self.province}{self.site}"


def read_issuer(raw: str) -> SkillLevelIssuer:
    """The thirteen characters a labour department gave out, as an officer types them (R8.3)."""
    text = "".join(unicodedata.normalize("NFKC", raw).upper().split())
    try:
        return SkillLevelIssuer(text[:1], text[1:5], text[5:7], text[7:])
    except ValueError as error:
        raise Refused("issuer-code-form", "R8.3") from error


def skill_level_number(issuer: SkillLevelIssuer, year: int, level: Level, serial: int) -> str:
    """The 22 characters of a skill-level certificate number (R8.3)."""
    return f"{issuer.prefix}{year % 100:02}{level:d}{_serial(serial, 6)}"


def _serial(serial: int, digits: int) -> str:
    if not 1 <= serial < 10**digits:
        raise ValueError(f"serial {serial} does not fit {digits} digits")
    return f"{serial:0{digits}}"


def lookup_fields(
    name: str | None, id_number: str | None, number: str | None, *, number_required: bool = False
) -> tuple[Finding, ...]:
    """What is missing for a look-up: any two suffice unless policy wants the number too (R8.1)."""
    given = [bool(field and field.strip()) for field in (name, id_number, number)]
    findings = []
    if sum(given) < 2:
        findings.append(Finding("lookup-two-fields", "R8.1"))
    if number_required and not given[2]:
        findings.append(Finding("lookup-number-required", "R8.1", box="number"))
    return tuple(findings)
