"""Word and PDF files are judged by what they are, whatever they are called."""

import io
import zipfile

import docx
import openpyxl
import pytest

from rules.findings import Refused
from store.office_documents import MAX_BYTES, PDF, WORD, media_type_of
from tests import pictures


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph("电焊工 四级 理论试卷")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_macros() -> bytes:
    out = io.BytesIO(word())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\0")
    return out.getvalue()


def workbook() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


PRINTED = b"%PDF-1.7\n1 0 obj\n<</Type /Page>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def test_word_and_pdf_are_taken() -> None:
    assert media_type_of(word()) == WORD
    assert media_type_of(PRINTED) == PDF


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (workbook(), "document-wanted"),
        (pictures.portrait(), "document-wanted"),
        (b"", "document-wanted"),
        ("一、单选题".encode(), "document-wanted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "document-old-word"),
        (with_macros(), "document-with-macros"),
        (word()[:-100], "document-cut-off"),
        (PRINTED[:-7], "document-cut-off"),
        (PRINTED.replace(b"<<>>", b"<</Encrypt 5 0 R>>"), "document-locked"),
        (b"%PDF-" + bytes(MAX_BYTES), "document-too-big"),
    ],
)
def test_anything_else_is_refused_with_what_it_is(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refusal:
        media_type_of(data)
    assert refusal.value.finding.key == reason


def test_a_file_of_exactly_the_limit_is_taken() -> None:
    padding = b"%" + bytes(MAX_BYTES - len(PRINTED) - 1)
    assert media_type_of(PRINTED[:9] + padding + PRINTED[9:]) == PDF
