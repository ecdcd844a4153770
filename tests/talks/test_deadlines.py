"""截止日期: the dates ahead of a station, its examiners and its candidates, as a list and as a calendar."""

from datetime import datetime, timedelta

import pytest

from bot.press import Press
from conversations.engine.messages import Paper
from rules.registration import RegistrationState
from store.batches import batches
from store.clock import OFFICE_ZONE
from store.people import PersonId
from store.registrations import registrations
from store.sessions import SessionKind
from store.unit import Store
from tests.exams import Stage
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.store import office
from tests.store.tree import of
from tests.talk import Talker


@pytest.fixture
def stage(store: Store) -> Stage:
    return prepared(Stage, store)


def talker(store: Store, person: PersonId, language: str = "zh-CN") -> Talker:
    with store.writing() as work:
        work.people.set_language(person, language)
        _, token = work.sessions.open(person, SessionKind.BEARER)
    return Talker(store, token=token)


def candidate(stage: Stage) -> PersonId:
    person = office.sign_up(stage.store)
    filing = office.filing(stage.store, stage.batch, person)
    with stage.store.writing(office.candidate(person)) as work:
        work.registrations.file(filing)
    return person


def calendar(store: Store, person: PersonId) -> str:
    press = Press(store)
    sheet = press.collect(Paper("calendar", 0, "日历文件"), person)
    assert sheet.name.endswith(".ics")
    return press.print(sheet).data.decode().replace("\r\n ", "")


def test_a_station_sees_what_is_ahead_the_next_first(stage: Stage) -> None:
    said = talker(stage.store, of(stage.station)).say("截止日期")
    number, place = stage.batch.number, f"{stage.batch.station_name} {stage.batch.venue}"
    assert said.text.split("\n")[1:5] == [
        f"2026-08-21 24:00　报名、花名册和试卷截止：批次 {number} 电焊工",
        f"2026-08-22 00:00　试卷开始签收：批次 {number} 电焊工",
        f"2026-09-01 09:00　理论考试：电焊工，{place}（批次 {number}）",
        f"2026-09-01 09:00　实操考试：电焊工，{place}（批次 {number}）",
    ]
    assert [file.export for file in said.files if isinstance(file, Paper)] == ["calendar"]


def test_once_the_roster_is_in_nothing_closes_any_more(stage: Stage) -> None:
    stage.sealed()
    assert "花名册" not in talker(stage.store, of(stage.station)).say("/deadlines").text


def test_an_examiner_sees_the_exam_and_nothing_of_the_station(stage: Stage) -> None:
    with stage.store.reading() as work:
        person = work.batches.team(stage.batch.id)[0].person
    said = talker(stage.store, person).say("/deadlines").text
    assert "理论考试" in said
    assert "截止：" not in said
    assert "许可证" not in said


def test_a_candidate_sees_what_is_owed_until_it_is_in(stage: Stage) -> None:
    person = candidate(stage)
    asking = talker(stage.store, person)
    assert "补齐报名材料截止" in asking.say("/deadlines").text
    for state, wanted in (("approved", True), ("rejected", False)):
        with stage.store.writing() as work:
            changing = registrations.update().where(registrations.c.person_id == person)
            work.connection.execute(changing.values(state=RegistrationState(state)))
        said = asking.say("/deadlines").text
        assert "补齐" not in said
        assert ("理论考试" in said) is wanted


def test_nobody_sees_what_is_over_or_somebody_elses(stage: Stage, clock: FixedClock) -> None:
    stranger = talker(stage.store, office.sign_up(stage.store, 7))
    assert "没有要记的日期" in stranger.say("/deadlines").text
    asking = talker(stage.store, of(stage.station))
    clock.office = datetime(2026, 9, 2, 9, tzinfo=OFFICE_ZONE)
    assert stage.batch.number not in asking.say("/deadlines").text


def test_guests_are_shown_the_way_in(stage: Stage) -> None:
    assert "/login" in [o.value for o in Talker(stage.store).say("/deadlines").options]


def test_the_calendar_has_the_same_dates_and_moves_with_the_exam(stage: Stage) -> None:
    first = calendar(stage.store, of(stage.station))
    uid = f"UID:theory-{stage.batch.number}@kaowu"
    assert "DTSTART;VALUE=DATE:20260821" in first
    assert f"{uid}\r\n" in first
    assert "DTSTART:20260901T010000Z" in first
    moved = stage.batch.exam_on + timedelta(days=7)
    with stage.store.writing() as work:
        values = {"theory_on": moved, "practice_on": moved, "exam_on": moved}
        work.connection.execute(batches.update().values(values))
    second = calendar(stage.store, of(stage.station))
    assert f"{uid}\r\n" in second
    assert "DTSTART:20260908T010000Z" in second


def test_in_english(stage: Stage) -> None:
    said = talker(stage.store, of(stage.station), "en").say("/deadlines").text
    assert f"registration, roster and papers close: batch {stage.batch.number} 电焊工" in said
