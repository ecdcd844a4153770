"""Certificates on paper: every printed field, nothing blank, and a QR code that reads back."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from exports.certificate import PrintedCertificate, pdf, printed
from rules.certificates import CertificateKind
from tests.pictures import portrait

CERTIFICATE = PrintedCertificate(
    kind=CertificateKind.CAPABILITY,
    name="阿依古丽·买买提",
    id_kind="居民身份证",
    id_number="11010519491231002X",
    occupation="焊工",
    trade="电焊工",
    level="四级/中级工",
    number="2649284267400001",
    body="机械行业职业能力评价职教267考试站",
    issuer="机械工业职业技能鉴定指导中心",
    issued="2026-05-01",
    photo=None,
    address="https://kaowu.example",
    link="https://kaowu.example/verify/2649284267400001?k=1.AAAA.BBBB",
    check_code="7K3M-Q9TP-2XWA",
)


def pages(*certificates: PrintedCertificate) -> list[str]:
    read = PdfReader(io.BytesIO(pdf(certificates)))
    return ["".join(page.extract_text().split()) for page in read.pages]


def test_every_printed_field_stands_on_it() -> None:
    (text,) = pages(CERTIFICATE)
    for told in (
        "职业能力证书",
        "机械行业职业能力评价职教267考试站组织的职业能力水平评价",
        "姓名阿依古丽·买买提",
        "居民身份证",
        "11010519491231002X",
        "职业名称焊工",
        "电焊工",
        "四级/中级工",
        "2649284267400001",
        "机械工业职业技能鉴定指导中心",
        "2026-05-01",
        "7K3M-Q9TP-2XWA",
        "https://kaowu.example",
        "ostami.org",
    ):
        assert told in text


def test_the_kind_decides_title_words_and_the_national_address() -> None:
    (text,) = pages(replace(CERTIFICATE, kind=CertificateKind.SKILL_LEVEL))
    assert "职业技能等级证书" in text
    assert "职业技能等级认定" in text
    assert "jndj.osta.org.cn" in text


def test_what_is_empty_is_never_blank() -> None:
    sheet = printed([replace(CERTIFICATE, trade="")]).sheets[0]
    assert dict(sheet.lines)["工种／职业方向"].text == "--"


def test_each_begins_a_page_in_the_order_given() -> None:
    texts = pages(CERTIFICATE, replace(CERTIFICATE, name="李晓雨"), CERTIFICATE)
    assert len(texts) == 3
    assert "李晓雨" in texts[1]


def test_a_name_of_a_hundred_characters_stays_on_its_page() -> None:
    texts = pages(replace(CERTIFICATE, name="阿" * 100))
    assert len(texts) == 1
    assert "阿" * 100 in texts[0]


def test_a_character_the_font_lacks_is_spelt_out() -> None:
    (text,) = pages(replace(CERTIFICATE, name="王𠮷"))
    assert "王〓" in text
    assert "U+20BB7" in text


def test_markup_in_a_name_stays_text() -> None:
    (text,) = pages(replace(CERTIFICATE, trade="#panic[]"))
    assert "#panic[]" in text


def test_a_copy_says_so() -> None:
    (text,) = pages(replace(CERTIFICATE, mark="电子副本"))
    assert "电子副本" in text


def test_a_large_photo_is_made_as_small_as_print_needs() -> None:
    sheet = printed([replace(CERTIFICATE, photo=portrait(1200, 1600))]).sheets[0]
    assert 'width="413"' in sheet.photo
    small = printed([replace(CERTIFICATE, photo=portrait(300, 400))]).sheets[0]
    assert 'width="300"' in small.photo
    assert "照片" not in pages(replace(CERTIFICATE, photo=portrait(300, 400)))[0]


def test_old_qualifications_and_empty_booklets_are_not_printed() -> None:
    with pytest.raises(ValueError, match="issued no more"):
        pdf([replace(CERTIFICATE, kind=CertificateKind.OLD_QUALIFICATION)])
    with pytest.raises(ValueError, match="no certificate"):
        pdf([])
