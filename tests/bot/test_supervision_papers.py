"""The supervision report on paper, as its readers fetch it and as it goes into the archive (R7.3, R7.7)."""

import io

import pytest
from pypdf import PdfReader

from bot.archived_exams import demands, supervision
from bot.press import EXPORTS, Press
from conversations.engine.messages import Paper
from rules.findings import NotPossible
from store.people import PersonId
from store.unit import Store
from tests.exams import registered
from tests.fakes import FixedClock
from tests.pictures import document
from tests.prepared import prepared
from tests.store.tree import of
from tests.supervising import Supervised
from tests.talks.conftest import database_url as database_url


@pytest.fixture
def supervised(store: Store, clock: FixedClock) -> Supervised:
    return prepared(Supervised, store, clock)


def fetched(supervised: Supervised, report: int, person: PersonId) -> tuple[str, str]:
    press = Press(supervised.store)
    printed = press.print(press.collect(Paper("supervision_report", report, ""), person))
    pages = PdfReader(io.BytesIO(printed.data)).pages
    return printed.name, "".join("".join(page.extract_text().split()) for page in pages)


def test_what_was_seen_is_printed_with_the_time_the_camera_gave(supervised: Supervised) -> None:
    report = supervised.with_photo(document())
    assert supervised.supervisor.person
    name, text = fetched(supervised, report.id, supervised.supervisor.person)
    assert name == "supervision-report-2026-0001.pdf"
    for told in (
        "电焊工四级（中级工）",
        "周海燕",
        "2026-09-0108:30",
        "40人",
        "38人",
        "考评员准时到场✓",
        "需整改",
    ):
        assert told in text
    assert "1实操现场2026-09-0109:08拍摄" in text
    assert "2026-09-0108:31至2026-09-0116:41" in text
    assert "管理站2026-09-02确认" in text


def test_the_station_has_it_once_it_is_confirmed_and_nobody_else_ever(
    supervised: Supervised,
) -> None:
    filed = supervised.file()
    station = of(supervised.stage.station)
    stranger = registered(supervised.store, serial=72, name="何永强").person
    for person in (station, stranger):
        with pytest.raises(NotPossible):
            fetched(supervised, filed.id, person)
    with supervised.store.writing(supervised.stage.officer) as work:
        work.supervision_reports.confirm(filed.id)
    assert "需整改" in fetched(supervised, filed.id, station)[1]
    with pytest.raises(NotPossible):
        fetched(supervised, filed.id, stranger)


def test_the_archive_holds_report_pictures_and_what_became_of_its_demands(
    supervised: Supervised,
) -> None:
    supervised.with_photo(document())
    with supervised.store.reading() as work:
        entries = list(supervision(work, supervised.stage.batch))
        assert [one.path for one in entries] == [
            "08-supervision/report-1",
            "08-supervision/report-1-photo-01",
            "08-supervision/corrections",
        ]
        assert [one.read(work)[0] for one in entries] == ["pdf", "jpg", "xlsx"]
        ((place, what, _, _, state, replied, words, reason),) = demands(
            supervised.stage.batch, work
        )
    assert (place, what, replied, words, reason) == (1, "2 号工位缺少排烟设备", "", "", "")
    assert state == "等考试站回复"
    assert EXPORTS["supervision_report"].kept
