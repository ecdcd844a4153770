"""Certificates printed: a batch for those who send them out, a copy for whom it was issued to, both verifiable."""

import io
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import update

from bot.press import Press
from conversations.engine.messages import Paper
from exports import qr_code
from rules.findings import NotPossible
from rules.verification import read_link
from store.certificates import certificates
from store.people import PersonId
from store.unit import Store
from tests.fakes import FixedClock
from tests.issuing import Released
from tests.pictures import portrait
from tests.prepared import prepared


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What differs between databases is tested below."""
    return sqlite_url


@pytest.fixture
def one(store: Store, clock: FixedClock) -> Released:
    store.public_url = "https://kaowu.example"
    released = prepared(Released, store, clock)
    released.issued()
    with store.writing() as work:
        photo = work.files.note(portrait(413, 531), "image/jpeg", size_in_pixels=(413, 531)).id
        work.connection.execute(update(certificates).values(photo=photo))
    return released


def pages(press: Press, paper: Paper, person: PersonId | None) -> list[str]:
    assert person is not None
    made = press.print(press.collect(paper, person)).data
    return ["".join(p.extract_text().split()) for p in PdfReader(io.BytesIO(made)).pages]


def test_the_office_prints_a_batch_in_running_order_and_the_station_does_not(one: Released) -> None:
    press, paper = Press(one.store), Paper("certificate_sheets", one.batch.id, "")
    sheets = pages(press, paper, one.officer.person)
    assert len(sheets) == 2
    for number, sheet in zip(one.numbers(), sheets, strict=True):
        assert number in sheet
    with pytest.raises(NotPossible, match="not-your-role"):
        press.collect(paper, one.station.person or PersonId(0))


def test_a_copy_goes_to_whom_it_was_issued_to_alone_and_says_that_it_is_one(one: Released) -> None:
    press = Press(one.store)
    with one.store.reading() as work:
        first, second = work.issuing.of(one.batch.id)
        known = work.certificates.id_of(first.certificate)
        holder = work.registrations.get(first.registration).person_id
        other = work.registrations.get(second.registration).person_id
    assert known is not None
    paper = Paper("certificate_copy", known, "")
    (copy,) = pages(press, paper, holder)
    assert first.certificate.number in copy
    assert "电子副本" in copy
    for stranger in (other, one.officer.person):
        assert stranger is not None
        with pytest.raises(NotPossible, match="not-yours"):
            press.collect(paper, stranger)
    with one.store.writing(one.centre) as work:
        work.certificate_changes.revoke(known, "理由")
    assert "已注销" in pages(press, paper, holder)[0]


def test_the_qr_code_on_the_paper_is_read_and_verified(one: Released, tmp_path: Path) -> None:
    """As a phone sees it: the page as a picture, and nothing but the published keys."""
    press = Press(one.store)
    paper = Paper("certificate_sheets", one.batch.id, "")
    assert one.officer.person is not None
    made = press.print(press.collect(paper, one.officer.person))
    (tmp_path / "sheets.pdf").write_bytes(made.data)
    try:
        subprocess.run(
            ["pdftoppm", "-r", "150", "-png", "-f", "1", "-l", "1", "sheets.pdf", "page"],
            cwd=tmp_path,
            check=True,
        )
    except FileNotFoundError:
        pytest.skip("left out: pdftoppm")
    (page,) = tmp_path.glob("page*.png")
    (text,) = qr_code.read(page.read_bytes())
    link = read_link(text)
    with one.store.reading() as work:
        assert work.signing.genuine(link)
        assert link.facts == work.signing.facts(next(work.issuing.of(one.batch.id)).certificate)


def test_without_an_address_nothing_is_printed(one: Released) -> None:
    one.store.public_url = ""
    with pytest.raises(NotPossible, match="certificate-no-address"):
        Press(one.store).collect(
            Paper("certificate_sheets", one.batch.id, ""), one.officer.person or PersonId(0)
        )
