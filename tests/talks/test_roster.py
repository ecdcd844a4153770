"""A roster from the open batch to its submission: what is missing told at once, then everybody told once (R5.7)."""

from datetime import datetime

import pytest

from bot.chores import ChoreHand, tell_of_roster
from bot.press import Press
from conversations.engine.messages import Paper
from rules.deadlines import OFFICE as OFFICE_ZONE
from rules.findings import NotPossible
from rules.roles import Role
from store.batches import Batch, BatchState
from store.chores import ChoreKind
from store.exam_papers import Upload
from store.registrations import Registration
from store.sessions import SessionKind
from store.unit import Store
from tests.fakes import FixedClock
from tests.officers import at
from tests.store import office, reviewing
from tests.store.office import OTHER_STATION, STATION, upload
from tests.talk import Talker


@pytest.fixture
def batch(store: Store) -> Batch:
    return office.open_batch(store, reviewing.FOUR)


@pytest.fixture
def officer(store: Store, batch: Batch) -> Talker:
    return at(store, Role.STATION_OFFICER, STATION.code)


def candidate(store: Store, one: Registration) -> Talker:
    with store.writing() as work:
        _, token = work.sessions.open(one.person_id, SessionKind.BEARER)
    return Talker(store, token=token)


def with_papers(store: Store, batch: Batch) -> None:
    with store.reading() as work:
        places = work.exam_papers.places(batch.id)
    for place in places:
        file = upload(store, f"{place.part}", "application/pdf")
        with store.writing() as work:
            work.exam_papers.put(batch.id, place, Upload(file, "0" * 64))


def reviewed(store: Store, *registrations: Registration) -> None:
    colleague = reviewing.officer(store)
    for one in registrations:
        reviewing.approved(store, colleague, one)


def told(store: Store, person: int) -> list[str]:
    with store.reading() as work:
        return [str(m.body["text"]) for m in work.messages.after(person, 0, 50)]


def test_from_the_open_batch_to_the_submitted_roster(
    store: Store, officer: Talker, batch: Batch
) -> None:
    first = reviewing.complete(store, batch, 1)
    second = reviewing.filed(store, batch, 2)
    officer.say("提交花名册")
    assert f"{batch.number}　7 月 9 日 24:00 截止" in officer.last.text
    officer.tap(f"/roster {batch.number}")
    assert "待审核（1 人）：0001 李晓雨" in officer.last.text
    assert "待盖章表（1 人）：0002 李晓雨" in officer.last.text
    assert "理论" in officer.last.text
    assert officer.last.files == ()

    reviewed(store, first, reviewing.stamped(store, second))
    with_papers(store, batch)
    officer.tap(f"/roster {batch.number}")
    assert [file.export for file in officer.last.files if isinstance(file, Paper)] == [
        "roster",
        "sign_in_sheet_theory",
        "sign_in_sheet_practice",
    ]
    officer.say("1")
    assert "2 人。提交后名单和序号固定" in officer.last.text
    officer.tap(f"/roster {batch.number} confirm")
    assert "花名册已提交：2 人" in officer.last.text
    with store.reading() as work:
        assert work.batches.get(batch.id).state is BatchState.SUBMITTED
        assert work.rosters.running_numbers(batch.id) == {first.id: 1, second.id: 2}

    ChoreHand(store, "one", {ChoreKind.ROSTER_NEWS: tell_of_roster}).drain()
    assert "序号 2" in told(store, second.person_id)[-1]
    student = candidate(store, second)
    student.tap(f"/my_registrations {second.number}")
    assert second.number in student.last.text


def test_submitted_twice_it_is_in_once_and_nobody_hears_twice(
    store: Store, officer: Talker, batch: Batch
) -> None:
    one = reviewing.complete(store, batch, 1)
    reviewed(store, one)
    with_papers(store, batch)
    for _ in range(2):
        officer.tap(f"/roster {batch.number} confirm")
        assert "花名册已提交：1 人" in officer.last.text
        ChoreHand(store, "one", {ChoreKind.ROSTER_NEWS: tell_of_roster}).drain()
    assert sum("花名册" in text for text in told(store, one.person_id)) == 1


def test_an_old_button_submits_nothing_that_is_not_ready(
    store: Store, officer: Talker, batch: Batch
) -> None:
    reviewing.filed(store, batch, 1)
    officer.tap(f"/roster {batch.number} submit")
    assert "待盖章表（1 人）" in officer.last.text
    officer.tap(f"/roster {batch.number} confirm")
    assert "还没有盖章表（1 人）：26-0001-0001" in officer.last.text
    with store.reading() as work:
        assert work.rosters.find(batch.id) is None


def test_after_the_close_the_day_is_named(
    store: Store, officer: Talker, batch: Batch, clock: FixedClock
) -> None:
    reviewed(store, reviewing.complete(store, batch, 1))
    with_papers(store, batch)
    clock.office = datetime(2026, 7, 10, tzinfo=OFFICE_ZONE)
    officer.say("提交花名册")
    assert "7 月 9 日 24:00 已截止" in officer.last.text
    officer.tap(f"/roster {batch.number} confirm")
    assert "花名册在 2026-07-09 24:00 截止了" in officer.last.text


def test_without_batches_there_is_a_way_out(store: Store) -> None:
    with store.writing() as work:
        office.furnish(work)
    officer = at(store, Role.STATION_OFFICER, STATION.code)
    officer.say("提交花名册")
    assert "没有要提交花名册的批次" in officer.last.text
    assert "/menu" in officer.values


def test_another_stations_batch_is_not_shown(store: Store, officer: Talker, batch: Batch) -> None:
    other = at(store, Role.STATION_OFFICER, OTHER_STATION.code)
    for step in ("", " submit", " confirm"):
        other.tap(f"/roster {batch.number}{step}")
        assert "不能查看或办理" in other.last.text
    officer.tap("/roster 2026-9999")
    assert "没有这个批次" in officer.last.text


def test_all_forms_are_asked_for_and_come_later(
    store: Store, officer: Talker, batch: Batch
) -> None:
    officer.tap(f"/application_forms {batch.number}")
    assert "这个批次还没有考生" in officer.last.text
    reviewing.filed(store, batch, 1)
    officer.tap(f"/application_forms {batch.number}")
    assert "正在准备批次 2026-0001 的 1 份申报表" in officer.last.text


def test_the_documents_are_printed_for_the_station_and_for_nobody_else(
    store: Store, officer: Talker, batch: Batch
) -> None:
    reviewed(store, reviewing.complete(store, batch, 1))
    press = Press(store)
    reader = reviewing.officer(store).person
    other = reviewing.officer(store, OTHER_STATION.code).person
    assert reader
    assert other
    for export in ("roster", "sign_in_sheet_theory", "sign_in_sheet_practice"):
        paper = Paper(export, batch.id, "")
        printed = press.print(press.collect(paper, reader))
        assert printed.data[:2] in {b"PK", b"%P"}
        assert batch.number in printed.name
        with pytest.raises(NotPossible, match="not-yours"):
            press.collect(paper, other)


def test_english_is_complete(store: Store, batch: Batch) -> None:
    reviewing.filed(store, batch, 1)
    officer = at(store, Role.STATION_OFFICER, STATION.code, "en")
    officer.tap("/roster")
    assert "closes at the end of 9/7" in officer.last.text
    officer.tap(f"/roster {batch.number}")
    assert "Stamped form missing (1): 0001" in officer.last.text
