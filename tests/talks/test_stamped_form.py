"""The stamped form comes back, and 我的报名 tells how far everything is (R5.4)."""

from datetime import datetime

import pytest

from conversations.engine.messages import Paper
from rules.candidates import CandidateType
from rules.materials import Material
from rules.registration import RegistrationState
from store.clock import OFFICE_ZONE
from store.unit import Store
from tests.candidates import STUDENT, opened, picture, registered, signed_in
from tests.conftest import both_databases
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.talk import Talker

NUMBER = "26-0001-0001"
TOO_LATE = datetime(2026, 8, 22, tzinfo=OFFICE_ZONE)


def filed(store: Store) -> Talker:
    talker = signed_in(store)
    registered(talker, opened(store, CandidateType.STUDENT), STUDENT)
    return talker


@pytest.fixture
def student(store: Store) -> Talker:
    """Somebody who has registered and not yet sent the stamped form."""
    return prepared(filed, store)


def state(store: Store, talker: Talker) -> RegistrationState:
    with store.reading() as work:
        session = work.sessions.find(talker.token)
        assert session is not None
        return work.registrations.of(session.person)[0].state


@pytest.mark.parametrize("media_type", ["image/jpeg", "application/pdf"])
@both_databases
def test_a_picture_or_pdf_completes_the_registration(
    store: Store, student: Talker, media_type: str
) -> None:
    student.tap(student.values[0])
    assert student.box == "stamped"
    student.show(picture(store, "stamped", media_type))
    done = student.tap("keep")
    assert f"{NUMBER} 报名完成" in done.text
    assert state(store, student) is RegistrationState.COMPLETE


def test_the_only_registration_that_waits_needs_no_choosing(store: Store, student: Talker) -> None:
    student.say("上传盖章表")
    assert student.box == "stamped"


def test_after_the_close_it_is_refused_with_the_date(
    store: Store, clock: FixedClock, student: Talker
) -> None:
    button = student.values[0]
    clock.office = TOO_LATE
    student.tap(button)
    assert (student.box, student.error) == ("registration", "window-closed")
    assert "2026-08-21 24:00" in student.last.text
    assert state(store, student) is RegistrationState.SUBMITTED


def test_the_close_between_question_and_picture_counts(
    store: Store, clock: FixedClock, student: Talker
) -> None:
    student.tap(student.values[0])
    clock.office = TOO_LATE
    student.show(picture(store, "stamped"))
    assert student.error == "window-closed"
    assert state(store, student) is RegistrationState.SUBMITTED


def test_a_clearer_picture_may_replace_the_first(store: Store, student: Talker) -> None:
    button = student.values[0]
    for content in ("blurred", "clear"):
        student.tap(button)
        student.show(picture(store, content))
        student.tap("keep")
    with store.reading() as work:
        session = work.sessions.find(student.token)
        assert session is not None
        (filed,) = work.registrations.of(session.person)
        given = [d.material for d in work.registrations.documents(filed.id)]
    assert given.count(Material.STAMPED_FORM) == 2


def test_a_clearer_picture_is_offered_with_the_registration_until_the_close(
    store: Store, clock: FixedClock, student: Talker
) -> None:
    button = student.values[0]
    student.tap(button)
    student.show(picture(store, "stamped"))
    student.tap("keep")
    assert "我的报名" in student.say("上传盖章表").text
    student.say("取消")
    student.say(f"/my_registrations {NUMBER}")
    assert button in student.values
    clock.office = TOO_LATE
    student.say(f"/my_registrations {NUMBER}")
    assert button not in student.values


def test_my_registrations_tell_what_is_missing_and_until_when(student: Talker) -> None:
    text = student.say("我的报名").text
    assert f"1 {NUMBER}　电焊工　四级（中级工）" in text
    assert "2026-09-01 考试　待上传盖章表" in text
    assert "8 月 21 日 24:00 前" in text
    assert [o.label for o in student.last.options] == [NUMBER, "报名"]


def test_one_registration_is_shown_with_its_papers_and_the_next_step(student: Talker) -> None:
    student.say("我的报名")
    shown = student.say("1")
    assert "待上传盖章表" in shown.text
    assert [f.label for f in shown.files if isinstance(f, Paper)] == [
        f"申报表 {NUMBER}.pdf",
        f"申报表 {NUMBER}.docx",
    ]
    assert student.values[0].startswith("/stamped_form")


def test_a_complete_registration_asks_for_nothing_more(store: Store, student: Talker) -> None:
    student.tap(student.values[0])
    student.show(picture(store, "stamped"))
    student.tap("keep")
    shown = student.tap(f"/my_registrations {NUMBER}")
    assert "报名完成，等考试站审核" in shown.text
    assert "还差" not in shown.text
    assert student.values == ["/stamped_form 1", "/my_registrations"]


def test_a_stamp_that_did_not_come_in_time_is_said_plainly(
    clock: FixedClock, student: Talker
) -> None:
    clock.office = TOO_LATE
    assert "没有收到，这次报名无效" in student.say("我的报名").text


def test_without_a_registration_there_is_a_way_on(store: Store) -> None:
    opened(store, CandidateType.STUDENT)
    nobody = signed_in(store)
    assert "还没有报名" in nobody.say("我的报名").text
    assert nobody.values == ["/registration", "/eligibility"]
