"""R8.1, R8.3: certificate numbers are read leniently and made strictly."""

import pytest

from rules.catalogue import Level
from rules.certificates import (
    CertificateKind,
    SkillLevelIssuer,
    capability_number,
    check_scheme,
    lookup_fields,
    read_certificate_number,
    skill_level_number,
)
from rules.findings import Refused

CAPABILITY = CertificateKind.CAPABILITY
SKILL = CertificateKind.SKILL_LEVEL
OLD = CertificateKind.OLD_QUALIFICATION


@pytest.mark.parametrize(
    ("raw", "number", "kinds", "level"),
    [
        ("Y000123000001195000001", "Y000123000001195000001", (SKILL,), 5),
        (" s000065 000001 25 4 000123", "S000065000001254000123", (SKILL,), 4),
        ("Ｙ000123000001193000001", "Y000123000001193000001", (SKILL,), 3),
        ("Y00012300000119T000001", "Y00012300000119T000001", (SKILL,), None),
        ("YT00123000001191000001", "YT00123000001191000001", (SKILL,), None),
        ("2649284001400001", "2649284001400001", (CAPABILITY, OLD), 4),
        ("2649283000300001", "2649283000300001", (CAPABILITY, OLD), 3),
        ("0972003018300012", "0972003018300012", (OLD,), 3),
        ("0972-0030-1830-0012", "0972003018300012", (OLD,), 3),
        ("9010031234567", "0009010031234567", (OLD,), None),
        ("0009010031234567", "0009010031234567", (OLD,), None),
    ],
)
def test_the_known_forms_are_told_apart(
    raw: str, number: str, kinds: tuple[CertificateKind, ...], level: int | None
) -> None:
    read = read_certificate_number(raw)
    assert (read.number, read.kinds, read.level) == (number, kinds, level)


@pytest.mark.parametrize(
    ("raw", "warning"),
    [
        ("Z000123000001195000001", "certificate-number-issuer"),
        ("Y000123000001197000001", "certificate-number-level"),
        ("0972003018900012", "certificate-number-level"),
        ("机证字第12345号", "certificate-number-unknown-form"),
        ("RGN65010032551234567", "certificate-number-unknown-form"),
    ],
)
def test_what_looks_odd_warns_and_does_not_block(raw: str, warning: str) -> None:
    read = read_certificate_number(raw)
    assert [finding.key for finding in read.warnings] == [warning]


@pytest.mark.parametrize("raw", ["Y000123000001195000001", "2649284001400001", "9010031234567"])
def test_a_regular_number_gives_no_warning(raw: str) -> None:
    assert read_certificate_number(raw).warnings == ()


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("", "certificate-number-empty"),
        (" \u200b", "certificate-number-empty"),
        ("没有证书", "certificate-number-form"),
        ("1;DROP", "certificate-number-form"),
        ("1" * 41, "certificate-number-form"),
    ],
)
def test_what_cannot_be_a_number_is_refused(raw: str, key: str) -> None:
    with pytest.raises(Refused) as refused:
        read_certificate_number(raw)
    assert refused.value.finding.key == key


def test_a_capability_number_has_year_station_level_and_serial() -> None:
    assert capability_number(2026, "49284001", Level.FOUR, 1) == "2649284001400001"
    assert capability_number(2026, "49284001", Level.FOUR, 99_999) == "2649284001499999"
    assert (
        capability_number(2026, "49284001", Level.ONE, 7, "SSSSSSSSYYYYLNNN") == "4928400120261007"
    )
    assert read_certificate_number("2649284001400001").kinds[0] is CAPABILITY


@pytest.mark.parametrize(
    ("station", "serial"), [("49284001", 0), ("49284001", 100_000), ("492", 1)]
)
def test_a_part_that_does_not_fit_is_a_fault(station: str, serial: int) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        capability_number(2026, station, Level.FOUR, serial)


@pytest.mark.parametrize("scheme", ["", "YYSSSSSSSSLNNNNNY", "YYSSSSLLNN", "YYSSSSNNN", "YY-SSLNN"])
def test_a_scheme_has_each_run_exactly_once(scheme: str) -> None:
    with pytest.raises(ValueError, match="not one run"):
        check_scheme(scheme)


def test_a_skill_level_number_has_22_characters() -> None:
    issuer = SkillLevelIssuer("Y", "0001", "23", "000001")
    number = skill_level_number(issuer, 2019, Level.FIVE, 1)
    assert number == "Y000123000001195000001"
    assert len(number) == 22
    read = read_certificate_number(number)
    assert (read.kinds, read.level, read.warnings) == ((SKILL,), Level.FIVE, ())


def test_a_skill_level_serial_has_six_digits() -> None:
    issuer = SkillLevelIssuer("S", "0000", "65", "123456")
    assert skill_level_number(issuer, 2026, Level.THREE, 999_999).endswith("999999")
    with pytest.raises(ValueError, match="does not fit"):
        skill_level_number(issuer, 2026, Level.THREE, 1_000_000)


def test_an_issuer_with_a_wrong_part_is_a_fault() -> None:
    with pytest.raises(ValueError, match="prefix"):
        SkillLevelIssuer("X", "0001", "23", "000001")


@pytest.mark.parametrize(
    ("name", "id_number", "number", "enough"),
    [
        ("张三", "x", None, True),
        ("张三", None, "x", True),
        (None, "x", "x", True),
        ("张三", "x", "x", True),
        ("张三", None, None, False),
        ("张三", " ", "", False),
        (None, None, None, False),
    ],
)
def test_any_two_fields_are_enough(
    name: str | None, id_number: str | None, number: str | None, enough: bool
) -> None:
    keys = [finding.key for finding in lookup_fields(name, id_number, number)]
    assert keys == ([] if enough else ["lookup-two-fields"])


def test_policy_may_want_the_number_as_well() -> None:
    (finding,) = lookup_fields("张三", "x", None, number_required=True)
    assert finding.key == "lookup-number-required"
    assert lookup_fields("张三", None, "x", number_required=True) == ()
