"""A whole registration, for each type of candidate, and what stands in its way (R5.1–R5.4)."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from conversations.engine.messages import Kind, Paper
from conversations.incoming import Answer, Incoming
from rules.candidates import CandidateType
from rules.catalogue import Level
from rules.materials import Material
from rules.names import mask_phone
from rules.registration import RegistrationState
from store.batches import Batch, NewItem
from store.clock import OFFICE_ZONE
from store.files import FileId
from store.registrations import Registration
from store.unit import Store
from tests.candidates import EMPLOYED, SOCIAL, STUDENT, fill, opened, picture, registered, signed_in
from tests.conftest import both_databases
from tests.fakes import FixedClock
from tests.store import office
from tests.store.office import MACHINIST, WELDER
from tests.talk import Talker

WORKER_BORN = date(1990, 1, 1)


@pytest.fixture
def batch(store: Store) -> Batch:
    return opened(store, CandidateType.STUDENT)


def filed(store: Store, talker: Talker) -> tuple[Registration, ...]:
    with store.reading() as work:
        session = work.sessions.find(talker.token)
        assert session is not None
        return work.registrations.of(session.person)


def handed_in(store: Store, registration: Registration) -> list[Material]:
    with store.reading() as work:
        return [document.material for document in work.registrations.documents(registration.id)]


def test_a_student_registers_and_is_told_what_to_do_until_when(store: Store, batch: Batch) -> None:
    student = signed_in(store)
    student.tap(f"/registration {batch.number}")
    review = fill(student, STUDENT).text
    assert "提交后不能再改" in review
    assert "姓名：李晓雨" in review
    assert "申报等级：四级（中级工）" in review
    done = student.say("提交")
    assert "编号 26-0001-0001" in done.text
    assert "学校教务处盖章" in done.text
    assert "8 月 21 日 24:00 前" in done.text
    (registration,) = filed(store, student)
    assert registration.state is RegistrationState.SUBMITTED
    assert [f.export for f in done.files if isinstance(f, Paper)] == [
        "application_form_pdf",
        "application_form_word",
    ]
    assert {f.subject for f in done.files if isinstance(f, Paper)} == {registration.id}
    assert student.values == [f"/stamped_form {registration.id}", "/my_registrations"]
    assert handed_in(store, registration) == [
        Material.PHOTO,
        Material.ID_CARD_FRONT,
        Material.ID_CARD_BACK,
        Material.STUDENT_CARD,
        Material.CLASS_HOURS_PROOF,
    ]


def test_somebody_employed_registers_with_certificate_and_work(store: Store) -> None:
    batch = opened(store, CandidateType.EMPLOYED)
    worker = signed_in(store, born=WORKER_BORN)
    done = registered(worker, batch, EMPLOYED)
    assert "到工作单位盖章" in done.text
    (registration,) = filed(store, worker)
    assert registration.condition == "4.2"
    assert {Material.SKILL_CERTIFICATE, Material.WORK_PROOF} <= {*handed_in(store, registration)}
    with store.reading() as work:
        boxes = work.registrations.printed(registration.id).boxes
    assert boxes["phone"] == "13812345678"
    assert boxes["work"][0]["employer"] == "哈密机械厂"


def test_somebody_without_employer_signs_a_pledge_and_is_done(store: Store) -> None:
    batch = opened(store, CandidateType.SOCIAL)
    anybody = signed_in(store, born=WORKER_BORN)
    done = registered(anybody, batch, SOCIAL)
    assert "报名完成，不用盖章" in done.text
    (registration,) = filed(store, anybody)
    assert registration.state is RegistrationState.COMPLETE
    assert Material.PLEDGE in handed_in(store, registration)


def test_my_data_show_the_phone_of_the_registration_masked(store: Store, batch: Batch) -> None:
    student = signed_in(store)
    registered(student, batch, STUDENT)
    student.say("我的信息")
    assert f"电话：{mask_phone(STUDENT['phone'])}" in student.tap("see").text


def test_what_sign_up_told_is_shown_and_not_asked_and_the_number_masked(
    store: Store, batch: Batch
) -> None:
    student = signed_in(store)
    student.tap(f"/registration {batch.number}")
    review = fill(student, STUDENT)
    assert "李晓雨" in review.text
    assert "20080304" not in review.text
    student.say("修改 姓名")
    assert student.error == "edit-unknown"


def test_a_batch_is_found_by_station_school_number_or_trade(store: Store, batch: Batch) -> None:
    student = signed_in(store)
    for query in ("267", "常州", "dhg", batch.number):
        student.tap("/new registration")
        assert student.box == "batch"
        student.say(query)
        assert student.box == "photo", query
    student.say("返回")
    student.say("没有的工种")
    assert student.error == "pick-nothing"


@both_databases
def test_tapping_submit_twice_registers_once(store: Store, batch: Batch) -> None:
    student = signed_in(store)
    student.tap(f"/registration {batch.number}")
    question = fill(student, STUDENT).question
    assert question is not None
    first = student.tap("submit", turn=question.turn)
    student.tap("submit", turn=question.turn)
    assert len(filed(store, student)) == 1
    assert "26-0001-0001" in first.text


def test_the_same_message_sent_again_gets_the_same_answer(store: Store, batch: Batch) -> None:
    student = signed_in(store)
    student.tap(f"/registration {batch.number}")
    fill(student, STUDENT)
    submit = Incoming("the-submit", student.token, "web", choice="submit")
    first, again = student.intake.receive(submit), student.intake.receive(submit)
    assert isinstance(first, Answer)
    assert first == again
    assert len(filed(store, student)) == 1


def test_a_second_registration_in_a_batch_is_refused_at_once(store: Store, batch: Batch) -> None:
    student = signed_in(store)
    registered(student, batch, STUDENT)
    student.tap(f"/registration {batch.number}")
    assert (student.box, student.error) == ("batch", "already-registered")
    student.tap(batch.number)
    assert (student.box, student.error) == ("batch", "already-registered")
    assert "每个批次只能报一次" in student.last.text


@both_databases
def test_two_drafts_of_one_batch_make_one_registration(store: Store, batch: Batch) -> None:
    student = signed_in(store)
    student.tap(f"/registration {batch.number}")
    fill(student, STUDENT)
    student.tap("/new registration")
    student.tap(batch.number)
    fill(student, STUDENT)
    student.tap("submit")
    student.tap("/resume")
    student.tap("submit")
    assert "你已经报过名了" in student.last.text
    assert len(filed(store, student)) == 1


@both_databases
def test_a_batch_closed_meanwhile_is_named_with_all_other_reasons(
    store: Store, clock: FixedClock, batch: Batch
) -> None:
    student = signed_in(store)
    student.tap(f"/registration {batch.number}")
    fill(student, {**STUDENT, "class_hours": "360"})
    clock.office = datetime(2026, 8, 22, tzinfo=OFFICE_ZONE)
    refused = student.tap("submit").text
    assert "报名在 2026-08-21 24:00 截止了" in refused
    assert "培训满 400 学时，所填是 360 学时" in refused
    assert filed(store, student) == ()
    clock.office = datetime(2026, 8, 21, 23, 59, tzinfo=OFFICE_ZONE)
    student.say("修改 培训学时")
    student.say("400")
    assert "26-0001-0001" in student.tap("submit").text


def test_a_closed_batch_is_refused_when_its_old_button_is_tapped(
    store: Store, clock: FixedClock, batch: Batch
) -> None:
    student = signed_in(store)
    clock.office = datetime(2026, 8, 22, tzinfo=OFFICE_ZONE)
    student.tap(f"/registration {batch.number}")
    assert (student.box, student.error) == ("batch", "window-closed")
    assert "2026-08-21" in student.last.text


def test_a_trade_without_the_level_names_what_it_touches(store: Store, batch: Batch) -> None:
    student = signed_in(store)
    student.tap(f"/registration {batch.number}")
    fill(student, {**STUDENT, "level": "5"})
    student.say("修改 申报职业")
    effect = student.say("加工中心操作工")
    assert effect.question is not None
    assert effect.question.kind is Kind.CONFIRM
    assert "申报等级、申报条件不再适用" in effect.text
    student.say("不改了")
    assert student.box == "review"
    student.say("修改 申报职业")
    student.say("加工中心操作工")
    student.say("修改")
    # The batch examines this trade at one level, so only the condition is asked again.
    assert student.box == "condition"
    fill(student, {"condition": "1", "class_hours": "420"})
    student.tap("submit")
    (registration,) = filed(store, student)
    assert (registration.unit_code, registration.level) == (MACHINIST.code, Level.FOUR)


def test_a_batch_with_one_trade_and_level_asks_for_neither(store: Store) -> None:
    batch = opened(store, CandidateType.STUDENT, NewItem(WELDER, Level.FOUR, 5))
    student = signed_in(store)
    student.tap(f"/registration {batch.number}")
    review = fill(student, {k: v for k, v in STUDENT.items() if k not in {"trade", "level"}})
    assert "申报职业：电焊工 JX04-06-04-01" in review.text
    student.tap("submit")
    assert len(filed(store, student)) == 1


def test_the_last_seat_goes_to_who_submits_first(store: Store) -> None:
    batch = opened(store, CandidateType.STUDENT, NewItem(WELDER, Level.FOUR, 1))
    first, second = signed_in(store, 1), signed_in(store, 2)
    for student in (first, second):
        student.tap(f"/registration {batch.number}")
        fill(student, STUDENT)
    first.tap("submit")
    assert "名额已经报满" in second.tap("submit").text
    third = signed_in(store, 3)
    third.tap(f"/registration {batch.number}")
    assert (third.box, third.error) == ("batch", "batch-full")


def test_a_photo_too_small_is_refused_with_the_size_wanted(store: Store, batch: Batch) -> None:
    student = signed_in(store)
    student.tap(f"/registration {batch.number}")
    assert student.box == "photo"
    student.show(replace(picture(store), width=180, height=240))
    assert student.error == "picture-too-small"
    assert "295×413" in student.last.text


def test_a_photo_goes_with_the_last_unfinished_form_that_has_it(store: Store, batch: Batch) -> None:
    photo = picture(store)
    students = [signed_in(store, serial) for serial in (1, 2)]
    for student in students:
        student.tap(f"/registration {batch.number}")
        student.show(photo)
    left = []
    for student in students:
        assert student.answer
        with store.writing() as work:
            (draft,) = work.drafts.open_ones(student.answer.person)
            idle = work.drafts.find_idle(draft.id)
            assert idle
            work.drafts.erase_idle(idle, {"text": "…"})
        with store.reading() as work:
            left.append(work.files.find(FileId(photo.file)) is not None)
    assert left == [True, False]


def test_the_form_goes_on_after_a_restart(store: Store, batch: Batch) -> None:
    student = signed_in(store)
    student.tap(f"/registration {batch.number}")
    student.show(picture(store))
    student.say("可以")
    student.say("菜单")
    later = Talker(store, token=student.token)
    later.say("继续")
    assert later.box == "school"


def test_a_guest_is_shown_the_way_in(store: Store, batch: Batch) -> None:
    guest = Talker(store)
    guest.say("报名")
    assert guest.values == ["/sign_up", "/login"]
    assert batch.number


def test_english_is_complete(store: Store) -> None:
    batch = opened(store, CandidateType.STUDENT)
    student = signed_in(store)
    student.say("语言")
    student.say("English")
    student.tap(f"/registration {batch.number}")
    english = {
        "education": "4",
        "study.stage": ["2", "4"],
        "study.more": ["Yes", "No"],
    }
    review = fill(student, {**STUDENT, **english}).text
    assert "Please check everything against your documents" in review
    assert "by the end of 21/8 (day/month)" in student.tap("submit").text


def test_nobody_files_for_somebody_else(store: Store, batch: Batch) -> None:
    office.open_batch(store)
    student, other = signed_in(store, 1), signed_in(store, 2)
    registered(student, batch, STUDENT)
    (registration,) = filed(store, student)
    assert "26-0001" not in other.tap(f"/my_registrations {registration.id}").text
