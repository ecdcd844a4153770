"""What a QR code says is read back exactly as it was written, or not at all (R8.2)."""

from dataclasses import replace
from datetime import date

import pytest

from rules.certificates import CertificateKind
from rules.findings import Refused
from rules.verification import (
    LONGEST,
    SignedFacts,
    SignedLink,
    check_code,
    holder_digest,
    read_check_code,
    read_link,
    read_proof,
)

CODE = "7K3M-Q9TP-2XWA"
FACTS = SignedFacts(
    kind=CertificateKind.CAPABILITY,
    number="2649284001400001",
    trade="电焊工",
    level="四级/中级工",
    issued_on=date(2026, 5, 1),
    issuer="机械工业职业技能鉴定指导中心",
    holder=holder_digest("阿依古丽·买买提", "11010519491231002X", CODE),
)
LINK = SignedLink(3, FACTS, bytes(range(64)))
URL = f"https://kaowu.example{LINK.path}"


@pytest.mark.parametrize(
    "text", [URL, f" {URL}\n", f"扫码核验：{URL}", URL.replace("https://kaowu.example", "")]
)
def test_a_link_is_found_in_what_a_reader_makes_of_a_qr_code(text: str) -> None:
    assert read_link(text) == LINK


@pytest.mark.parametrize("number", ["职（2012）第0001号", "A/B 1", "S000032000267244000001"])
def test_every_number_survives_the_address(number: str) -> None:
    link = replace(LINK, facts=replace(FACTS, number=number))
    assert read_link(f"https://kaowu.example{link.path}") == link


def test_neither_name_nor_id_number_stands_in_the_link() -> None:
    lines = FACTS.lines().decode()
    for private in ("阿依古丽", "110105", "002X", CODE):
        assert private not in lines
        assert private not in URL


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://kaowu.example/",
        "https://kaowu.example/verify/2649284001400001",
        "https://kaowu.example/verify/2649284001400001?k=",
        "https://kaowu.example/verify/2649284001400001?k=x&k=y",
        "https://kaowu.example/verify/?k=" + LINK.proof,
        "https://[kaowu/verify/1?k=1",
        URL[:-1],
        URL + "A",
        URL.replace("?k=3.", "?k=03."),
        URL.replace("?k=3.", "?k=9999999999."),
        "/verify/1?k=1." + "A" * 100 + "." + "A" * 86,
        "/verify/1?k=1.____." + "A" * 86,
        "\U0001f600" * 50,
        "/verify/%00%ff?k=%00",
        "x" * (LONGEST + 1),
    ],
)
def test_rubbish_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="verify-form"):
        read_link(text)


def test_there_is_one_way_only_to_write_a_proof() -> None:
    """The last letter of 64 bytes has bits to spare: another letter there is another text."""
    head, last = LINK.proof[:-1], LINK.proof[-1]
    following = chr(ord(last) + 1)
    with pytest.raises(Refused):
        read_proof(FACTS.number, head + following)


@pytest.mark.parametrize(
    "typed", [CODE, "7k3mq9tp2xwa", " 7K3M Q9TP 2XWA ", "７Ｋ３Ｍ—Ｑ９ＴＰ—２ＸＷＡ"]
)
def test_a_check_code_is_read_however_it_was_typed(typed: str) -> None:
    assert read_check_code(typed) == CODE


@pytest.mark.parametrize(
    "typed", ["", "7K3M-Q9TP-2XW", "7K3M-Q9TP-2XWU", "7K3M-Q9TP-2XWAA", "防伪码"]
)
def test_what_is_no_check_code_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="verify-check-code"):
        read_check_code(typed)


def test_misread_letters_are_the_ones_meant() -> None:
    code = check_code(bytes(8))
    assert code == "0000-0000-0000"
    assert read_check_code(code.replace("0", "O")) == code
    assert read_check_code("1111-1111-1111".replace("1", "l")) == "1111-1111-1111"


def test_the_holder_is_known_by_name_number_and_code_as_they_are_typed() -> None:
    assert holder_digest(" 阿依古丽 • 买买提", "110105 19491231 002x", CODE) == FACTS.holder
    assert holder_digest("阿依古丽", "11010519491231002X", CODE) != FACTS.holder
    assert holder_digest("阿依古丽·买买提", "110105194912310038", CODE) != FACTS.holder
    assert holder_digest("阿依古丽·买买提", "11010519491231002X", "7K3M-Q9TP-2XWB") != FACTS.holder
