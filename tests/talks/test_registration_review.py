"""The station reviews in the chat, the candidate hears of it at once and hands in what was returned (R3.4, R5.6)."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from conversations.candidates.correction import Correction
from conversations.engine.form import State
from conversations.engine.messages import Picture
from conversations.lookup import StoreLookup
from rules.candidates import CandidateType
from rules.catalogue import Level
from rules.registration import RegistrationState
from rules.roles import Role
from store.batches import Batch, NewItem
from store.clock import OFFICE_ZONE
from store.registrations import Registration
from store.sessions import SessionKind
from store.unit import Caller, Store
from tests.candidates import EMPLOYED, STUDENT, fill, opened, picture, registered, signed_in
from tests.conftest import both_databases
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.store import tree
from tests.store.office import OTHER_STATION, STATION, WELDER
from tests.talk import Talker

NUMBER = "26-0001-0001"
ONE_CHOICE = {k: v for k, v in STUDENT.items() if k not in {"trade", "level"}}
"""What is asked in a batch of one trade and level."""
TOO_LATE = datetime(2026, 8, 22, tzinfo=OFFICE_ZONE)


@pytest.fixture
def handed_in(store: Store) -> tuple[Batch, Talker]:
    return prepared(with_student, store)


@pytest.fixture
def student(handed_in: tuple[Batch, Talker]) -> Talker:
    """Somebody who has registered and sent the stamped form."""
    return handed_in[1]


@pytest.fixture
def batch(store: Store, request: pytest.FixtureRequest) -> Batch:
    """The student's, where there is one."""
    if "student" in request.fixturenames:
        found: Batch = request.getfixturevalue("handed_in")[0]
        return found
    return opened(store, CandidateType.STUDENT)


@pytest.fixture
def reviewer(store: Store, batch: Batch) -> Talker:
    assert batch.number
    return staff(store)


def staff(store: Store, station: str = STATION.code) -> Talker:
    caller = tree.hold(store, Role.STATION_OFFICER, station)
    assert caller.person
    with store.writing() as work:
        _, token = work.sessions.open(caller.person, SessionKind.BEARER)
    return Talker(store, token=token)


def with_student(store: Store) -> tuple[Batch, Talker]:
    batch = opened(store, CandidateType.STUDENT)
    return batch, complete(store, batch)


def complete(store: Store, batch: Batch, serial: int = 1, **answers: str) -> Talker:
    talker = signed_in(store, serial)
    registered(talker, batch, {**STUDENT, **answers})
    talker.tap(talker.values[0])
    talker.show(picture(store, f"stamped {talker.token}"))
    talker.tap("keep")
    return talker


def of(store: Store, talker: Talker) -> Registration:
    with store.reading() as work:
        session = work.sessions.find(talker.token)
        assert session is not None
        return work.registrations.of(session.person)[0]


def heard(store: Store, talker: Talker) -> tuple[str, list[str]]:
    """The last thing somebody was told, with its buttons."""
    with store.reading() as work:
        session = work.sessions.find(talker.token)
        assert session is not None
        body = work.messages.last_said(session.person)
    assert body is not None
    return body["text"], [option["value"] for option in body["options"]]


def opened_by(reviewer: Talker, one: Registration) -> Talker:
    reviewer.tap(f"/registration_review {one.number}")
    return reviewer


def decide(reviewer: Talker, one: Registration, kind: str) -> None:
    """Open it and tap a decision."""
    opened_by(reviewer, one)
    reviewer.tap(next(v for v in reviewer.values if v.endswith(f" {kind}")))


def send_back(reviewer: Talker, one: Registration, **items: str) -> None:
    decide(reviewer, one, "return")
    for place, (item, why) in enumerate(items.items()):
        if place:
            reviewer.say("是")
        reviewer.tap(item)
        reviewer.say(why)
    reviewer.say("否")


class TestQueue:
    def test_it_says_plainly_when_nothing_waits(self, reviewer: Talker) -> None:
        assert "没有等审核的报名" in reviewer.say("报名审核").text

    def test_it_lists_who_waits_and_what_the_batch_stands_like(
        self, store: Store, batch: Batch, student: Talker, reviewer: Talker, clock: FixedClock
    ) -> None:
        registered(signed_in(store, 2), batch, STUDENT)
        clock.advance(timedelta(days=2))
        text = reviewer.say("报名审核").text
        assert "待审核 1，待盖章表 1，已退回 0，已通过 0" in text
        assert f"1 李晓雨　{NUMBER}　电焊工　四级（中级工）　等了 2 天" in text
        assert reviewer.values == [f"/registration_review {NUMBER}"]

    def test_one_batch_alone_and_its_number_of_another_station(
        self, store: Store, batch: Batch, student: Talker, reviewer: Talker
    ) -> None:
        assert NUMBER in reviewer.tap(f"/registration_review {batch.number}").text
        assert student.token
        stranger = staff(store, OTHER_STATION.code)
        assert "不在这个账户名下" in stranger.tap(f"/registration_review {batch.number}").text

    def test_a_long_queue_has_pages(self, store: Store, reviewer: Talker) -> None:
        large = opened(store, CandidateType.STUDENT, NewItem(WELDER, Level.FOUR, 20))
        for serial in range(1, 10):
            talker = signed_in(store, serial)
            registered(talker, large, ONE_CHOICE)
            talker.tap(talker.values[0])
            talker.show(picture(store, f"stamped {serial}"))
            talker.tap("keep")
        reviewer.say("报名审核")
        assert reviewer.values[-1] == "/registration_review page:2 more"
        assert "1 李晓雨　26-0002-0009" in reviewer.tap(reviewer.values[-1]).text
        reviewer.tap(f"/registration_review {large.number}")
        assert "1 李晓雨　26-0002-0009" in reviewer.tap(reviewer.values[-1]).text


class TestOnePage:
    def test_the_application_stands_beside_its_documents_and_the_explained_condition(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        shown = opened_by(reviewer, of(store, student)).last
        assert "就读院校：哈密职业技术学校" in shown.text
        assert "入学时间：2023-09" in shown.text
        assert "✓ 在校满 2 年（§4.3(1) 1)）" in shown.text
        assert "✓ 培训 420 学时，要求 400" in shown.text
        assert (
            "学生证上应是：哈密职业技术学校　焊接技术应用　2023-09 入学；申报 电焊工" in shown.text
        )
        names = [file.name for file in shown.files if isinstance(file, Picture)]
        assert names == [
            "照片",
            "身份证人像面",
            "身份证国徽面",
            "学生证",
            "学时证明",
            "盖章的申报表",
        ]

    def test_the_id_number_is_masked_and_shown_once(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        one = of(store, student)
        assert "20080304" not in opened_by(reviewer, one).last.text
        openly = reviewer.tap(f"/registration_review {one.number} openly")
        assert "20080304" in openly.text
        assert "20080304" not in heard(store, reviewer)[0]
        with store.reading() as work:
            acts = [entry.act for entry in work.audit.of(f"registration:{one.id}")]
        assert acts[-1] == "registration-private-shown"

    def test_a_claimed_one_names_the_colleague_and_can_be_put_back(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        one = of(store, student)
        opened_by(reviewer, one)
        colleague = staff(store)
        assert "有人在审" in colleague.say("报名审核").text
        assert "正在审核这一份" in opened_by(colleague, one).last.text
        reviewer.tap(f"/registration_review {one.number} release")
        assert "就读院校" in opened_by(colleague, one).last.text

    def test_somebody_elses_photo_and_phone_are_pointed_out(
        self, store: Store, batch: Batch, reviewer: Talker
    ) -> None:
        first = complete(store, batch, 1, phone="13812345678")
        second = complete(store, batch, 2, phone="13812345678")
        text = opened_by(reviewer, of(store, first)).last.text
        assert "注意：26-0001-0002用了同一个手机号，不是同一个人" in text
        assert second.token

    def test_another_stations_registration_stays_closed(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        one = of(store, student)
        stranger = staff(store, OTHER_STATION.code)
        refused = opened_by(stranger, one).last.text
        assert "不在这个账户名下" in refused
        assert "李晓雨" not in refused
        forged = stranger.tap(f"/registration_decision {one.id}.{one.step} approve").text
        assert "不在这个账户名下" in forged
        assert reviewer.token
        assert of(store, student).state is RegistrationState.COMPLETE


class TestApproval:
    @both_databases
    def test_every_point_is_compared_and_the_candidate_told_at_once(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        one = of(store, student)
        decide(reviewer, one, "approve")
        assert reviewer.box == "confirmed"
        reviewer.say("1")
        assert reviewer.error == "review-all-points"
        done = reviewer.say("0")
        assert f"已通过：{NUMBER} 李晓雨" in done.text
        assert of(store, student).state is RegistrationState.APPROVED
        text, buttons = heard(store, student)
        assert "审核通过" in text
        assert buttons == [f"/my_registrations {NUMBER}"]
        assert "审核通过" in student.tap(buttons[0]).text

    def test_a_wrong_tap_is_taken_back_and_a_second_tap_does_nothing(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        decide(reviewer, of(store, student), "approve")
        reviewer.say("0")
        undo = next(v for v in reviewer.values if v.startswith("/reopen_registration"))
        assert "已撤回 1 份" in reviewer.tap(undo).text
        assert of(store, student).state is RegistrationState.COMPLETE
        assert "正在重新审核" in heard(store, student)[0]
        assert "刚才有变动" in reviewer.tap(undo).text

    def test_an_old_button_does_not_decide_what_has_changed(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        one = of(store, student)
        opened_by(reviewer, one)
        button = next(v for v in reviewer.values if v.endswith(" approve"))
        student.tap(f"/stamped_form {one.id}")
        student.show(picture(store, "sharper"))
        student.tap("keep")
        assert "刚才有变动" in reviewer.tap(button).text
        assert reviewer.values == ["/registration_review", "/menu"]
        assert of(store, student).state is RegistrationState.COMPLETE

    def test_work_and_certificates_are_compared_with_the_proofs(self, store: Store) -> None:
        batch = opened(store, CandidateType.EMPLOYED)
        worker = signed_in(store, born=datetime(1990, 1, 1, tzinfo=OFFICE_ZONE).date())
        registered(worker, batch, EMPLOYED)
        worker.tap(worker.values[0])
        worker.show(picture(store, "stamped"))
        worker.tap("keep")
        reviewer = staff(store)
        shown = opened_by(reviewer, of(store, worker)).last.text
        assert "? 取得五级（初级工）证书后，工作累计满 3 年" in shown
        assert "请凭材料核对工作年限" in shown
        decide(reviewer, of(store, worker), "approve")
        assert [o.label for o in reviewer.last.options] == [
            "工作、证书、学历材料属实，属于本职业或相关职业"
        ]
        reviewer.say("1")
        assert of(store, worker).state is RegistrationState.APPROVED

    def test_what_is_not_stamped_can_only_be_returned_or_rejected(
        self, store: Store, batch: Batch, reviewer: Talker
    ) -> None:
        unstamped = signed_in(store, 5)
        registered(unstamped, batch, STUDENT)
        opened_by(reviewer, of(store, unstamped))
        kinds = [v.split(" ")[-1] for v in reviewer.values if "registration_decision" in v]
        assert kinds == ["return", "reject"]


class TestDocuments:
    @both_databases
    def test_only_what_was_returned_is_asked_for_with_the_reason(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        one = of(store, student)
        send_back(reviewer, one, photo="不是本人近照", student_card="1")
        assert "已退回" in reviewer.last.text
        text, buttons = heard(store, student)
        assert "照片：不是本人近照" in text
        assert "学生证：看不清楚，请重新拍" in text
        assert "8 月 21 日 24:00 前" in text
        assert buttons == [f"/document {one.id}"]
        asked = student.tap(buttons[0])
        assert student.box == "photo"
        assert "退回原因：不是本人近照" in asked.text
        student.show(picture(store, "a new face"))
        asked = student.tap("keep")
        assert student.box == "student_card"
        assert "退回原因：看不清楚" in asked.text
        student.show(picture(store, "a sharper card"))
        done = student.tap("keep")
        assert "材料收到了" in done.text
        assert of(store, student).state is RegistrationState.COMPLETE
        again = opened_by(reviewer, of(store, student)).last.text
        assert "补交的材料：照片、学生证" in again
        assert "李晓雨" in again
        assert "照片：不是本人近照" in again

    def test_my_registrations_say_what_is_owed_and_lead_there(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        one = of(store, student)
        send_back(reviewer, one, student_card="1", school="7")
        listed = student.say("我的报名").text
        assert "已退回" in listed
        shown = student.say("1").text
        assert "8 月 21 日 24:00 前补好才算有效" in shown
        assert "学生证：看不清楚，请重新拍" in shown
        assert student.values[:2] == [f"/document {one.id}", f"/correction {one.id}"]

    def test_said_in_words_it_finds_what_is_returned_or_says_there_is_nothing(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        assert "没有要补交的材料" in student.say("补交材料").text
        send_back(reviewer, of(store, student), stamped_form="6")
        student.say("补交材料")
        assert student.box == "stamped_form"
        student.show(picture(store, "sealed", "application/pdf"))
        student.tap("keep")
        assert of(store, student).state is RegistrationState.COMPLETE

    def test_a_wrong_picture_is_refused_with_what_is_wanted(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        send_back(reviewer, of(store, student), photo="1")
        student.say("补交材料")
        student.show(replace(picture(store), width=180, height=240))
        assert student.error == "picture-too-small"
        student.show(picture(store, "%PDF", "application/pdf"))
        assert student.error == "photo-no-pdf"

    def test_after_the_close_it_is_too_late_and_said_so(
        self, store: Store, student: Talker, reviewer: Talker, clock: FixedClock
    ) -> None:
        one = of(store, student)
        send_back(reviewer, one, photo="1")
        clock.office = TOO_LATE
        student.tap(f"/document {one.id}")
        assert student.error == "window-closed"
        assert "2026-08-21 24:00" in student.last.text
        assert "这次报名无效" in student.tap(f"/my_registrations {NUMBER}").text

    def test_the_same_button_twice_asks_for_nothing_more(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        one = of(store, student)
        send_back(reviewer, one, photo="1")
        student.tap(f"/document {one.id}")
        student.show(picture(store, "new"))
        student.tap("keep")
        assert "没有要补交的材料" in student.tap(f"/document {one.id}").text

    def test_rejected_meanwhile_the_hand_in_ends_there_and_says_so(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        one = of(store, student)
        send_back(reviewer, one, photo="1")
        student.tap(f"/document {one.id}")
        decide(reviewer, of(store, student), "reject")
        reviewer.say("1")
        student.show(picture(store, "new"))
        # There is nothing left to hand in for, and a way out.
        assert student.box == "registration"
        assert "/cancel" in student.values
        assert of(store, student).state is RegistrationState.REJECTED

    def test_somebody_elses_registration_is_not_found(
        self, store: Store, batch: Batch, student: Talker, reviewer: Talker
    ) -> None:
        one = of(store, student)
        send_back(reviewer, one, photo="1")
        stranger = complete(store, batch, 2)
        assert "没有要补交的材料" in stranger.tap(f"/document {one.id}").text
        assert "没有要更正的" in stranger.tap(f"/correction {one.id}").text


class TestCorrection:
    def test_a_returned_box_opens_the_form_at_that_box_only(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        one = of(store, student)
        send_back(reviewer, one, school="和学生证不一致")
        asked = student.tap(heard(store, student)[1][0])
        assert student.box == "school"
        assert "退回原因：和学生证不一致" in asked.text
        assert "哈密职业技术学校" in asked.text
        student.say("哈密职业学校")
        # The last line of the schools has to say the same, so it may be changed along.
        assert student.box == "review"
        assert [v for v in student.values if v.startswith("edit:")] == ["edit:school", "edit:study"]
        student.tap("submit")
        assert student.box == "study"
        assert "学习经历最后一条要是现在就读的哈密职业学校" in student.last.text

    @both_databases
    def test_a_corrected_form_is_stamped_anew_and_the_old_words_stay(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        one = of(store, student)
        send_back(reviewer, one, major="和学生证不一致")
        student.say("更正报名")
        student.say("焊接技术")
        done = student.tap("submit")
        assert "原来盖的章不再有效" in done.text
        assert student.values[0] == f"/stamped_form {one.id}"
        now = of(store, student)
        assert now.state is RegistrationState.SUBMITTED
        with store.reading() as work:
            assert work.registrations.boxes(now)["major"] == "焊接技术"
            assert work.corrections.before(one.id, now.step)["major"] == "焊接技术应用"
        student.tap(student.values[0])
        student.show(picture(store, "stamped anew"))
        student.tap("keep")
        shown = opened_by(reviewer, of(store, student)).last.text
        assert "专业：焊接技术\n" in shown
        assert "专业：和学生证不一致" in shown

    def test_other_boxes_cannot_be_changed(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        send_back(reviewer, of(store, student), major="x")
        student.say("更正报名")
        student.say("焊接技术")
        student.say("修改 考生电话")
        assert student.error == "edit-unknown"

    def test_documents_first_then_boxes(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        one = of(store, student)
        send_back(reviewer, one, major="x", student_card="1")
        student.tap(heard(store, student)[1][0])
        student.show(picture(store, "sharper"))
        done = student.tap("keep")
        assert "还有几项要更正" in done.text
        student.tap(student.values[0])
        assert student.box == "major"
        student.say("焊接技术")
        student.tap("submit")
        assert of(store, student).state is RegistrationState.SUBMITTED

    def test_a_level_put_right_takes_the_condition_along(
        self, store: Store, batch: Batch, student: Talker, reviewer: Talker
    ) -> None:
        send_back(reviewer, of(store, student), level="报错了等级")
        student.say("更正报名")
        assert student.box == "level"
        assert "申报条件不再适用" in student.say("5").text
        student.tap("keep")
        assert student.box == "condition"
        student.say("1")
        student.tap("submit")
        now = of(store, student)
        assert (now.level, now.condition) == (Level.FIVE, "5.1")
        with store.reading() as work:
            taken = [item.taken for item in work.batches.items(batch.id)]
        assert taken == [1, 0, 0]

    def test_what_had_to_be_answered_anew_may_be_changed_again(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        """Or an answer that fits its box and nothing else would leave no way on."""
        one = of(store, student)
        send_back(reviewer, one, major="x")
        student.say("更正报名")
        with store.reading(Caller(one.person_id, None, "web", None, frozenset())) as work:
            front = work.people.get(one.person_id).front_draft
            assert front is not None
            answers = work.drafts.get(front, one.person_id).answers
            everything = student.intake.house
            lookup = StoreLookup(work, everything.sources, everything.forms)
            as_filed = Correction(answers, lookup).line("phone")
            anew = Correction({**answers, "phone": "13900000009"}, lookup).line("phone")
        assert as_filed is not None
        assert anew is not None
        assert (as_filed.state, anew.state) == (State.KNOWN, State.ANSWERED)

    def test_an_unfinished_correction_whose_return_is_over_is_not_taken(
        self, store: Store, student: Talker, reviewer: Talker
    ) -> None:
        one = of(store, student)
        send_back(reviewer, one, major="x")
        student.say("更正报名")
        student.say("焊接技术")
        decide(reviewer, of(store, student), "reject")
        reviewer.say("1")
        assert "没有通过审核，不能再改" in student.tap("submit").text


class TestRejection:
    @both_databases
    def test_the_seat_is_free_and_the_candidate_told_why(
        self, store: Store, batch: Batch, student: Talker, reviewer: Talker
    ) -> None:
        decide(reviewer, of(store, student), "reject")
        done = reviewer.say("社保记录对不上")
        assert "名额已空出" in done.text
        text, buttons = heard(store, student)
        assert "没有通过审核" in text
        assert "整份报名：社保记录对不上" in text
        shown = student.tap(buttons[0]).text
        assert "审核未通过" in shown
        assert "原因：社保记录对不上" in shown
        with store.reading() as work:
            assert sum(item.taken for item in work.batches.items(batch.id)) == 0

    def test_the_seat_given_away_it_cannot_be_taken_back(
        self, store: Store, reviewer: Talker
    ) -> None:
        small = opened(store, CandidateType.STUDENT, NewItem(WELDER, Level.FOUR, 1))
        first = signed_in(store, 1)
        registered(first, small, ONE_CHOICE)
        decide(reviewer, of(store, first), "reject")
        reviewer.say("4")
        undo = next(v for v in reviewer.values if v.startswith("/reopen_registration"))
        registered(signed_in(store, 2), small, ONE_CHOICE)
        assert "名额已经给了别人" in reviewer.tap(undo).text
        assert of(store, first).state is RegistrationState.REJECTED


class TestTogether:
    @both_databases
    def test_the_plain_ones_are_listed_by_name_approved_and_taken_back(
        self, store: Store, batch: Batch, reviewer: Talker
    ) -> None:
        both = [complete(store, batch, 1), complete(store, batch, 2)]
        reviewer.say("报名审核")
        assert reviewer.values[-1] == f"/approve_registrations {batch.number}"
        listed = reviewer.tap(reviewer.values[-1])
        assert [o.label for o in listed.options][:2] == [
            "李晓雨　26-0001-0001",
            "李晓雨　26-0001-0002",
        ]
        review = reviewer.say("0").text
        assert "李晓雨　26-0001-0001、李晓雨　26-0001-0002" in review
        assert "提交就是确认" in review
        done = reviewer.tap("submit")
        assert "已通过 2 位" in done.text
        assert {of(store, one).state for one in both} == {RegistrationState.APPROVED}
        assert all("审核通过" in heard(store, one)[0] for one in both)
        undo = reviewer.values[-1]
        assert "已撤回 2 份" in reviewer.tap(undo).text
        assert "没有可以撤回的了" in reviewer.tap(undo).text

    def test_one_that_changed_meanwhile_is_left_out_and_named(
        self, store: Store, batch: Batch, reviewer: Talker
    ) -> None:
        first, _ = complete(store, batch, 1), complete(store, batch, 2)
        reviewer.tap(f"/approve_registrations {batch.number}")
        reviewer.say("0")
        first.tap(f"/stamped_form {of(store, first).id}")
        first.show(picture(store, "sharper"))
        first.tap("keep")
        # The answer no longer fits the list, so it is asked again.
        reviewer.tap("submit")
        assert reviewer.box == "people"
        assert of(store, first).state is RegistrationState.COMPLETE

    def test_nobody_plain_is_said(self, store: Store, batch: Batch, reviewer: Talker) -> None:
        complete(store, batch, 1, phone="13812345678")
        complete(store, batch, 2, phone="13812345678")
        text = reviewer.tap(f"/approve_registrations {batch.number}").text
        assert "没有可以批量通过的" in text


class TestSeats:
    def test_the_station_hears_once_that_a_line_is_full(self, store: Store) -> None:
        small = opened(store, CandidateType.STUDENT, NewItem(WELDER, Level.FOUR, 1))
        head = staff(store)
        registered(signed_in(store), small, ONE_CHOICE)
        text, buttons = heard(store, head)
        assert "电焊工（四级（中级工））名额已报满" in text
        assert "/batch" in buttons or buttons

    @both_databases
    def test_who_is_too_late_is_shown_where_there_are_seats_and_goes_on_there(
        self, store: Store
    ) -> None:
        small = opened(store, CandidateType.STUDENT, NewItem(WELDER, Level.FOUR, 1))
        other = opened(store, CandidateType.STUDENT, NewItem(WELDER, Level.FOUR, 5))
        opened(store, CandidateType.STUDENT, NewItem(WELDER, Level.FIVE, 5))
        opened(store, CandidateType.EMPLOYED, NewItem(WELDER, Level.FOUR, 5))
        first, second = signed_in(store, 1), signed_in(store, 2)
        for student in (first, second):
            student.tap(f"/registration {small.number}")
            fill(student, ONE_CHOICE)
        first.tap("submit")
        told = second.tap("submit")
        assert f"还有名额的批次：{other.number}" in told.text
        assert second.box == "batch"
        assert second.values[0] == other.number
        second.tap(other.number)
        assert second.box == "review"
        second.tap("submit")
        assert of(store, second).batch_id == other.id

    def test_english_is_complete(self, store: Store, student: Talker, reviewer: Talker) -> None:
        reviewer.say("语言")
        reviewer.say("English")
        shown = opened_by(reviewer, of(store, student)).last.text
        assert "The student card should say" in shown
        send_back_in_english(reviewer)
        assert "The candidate was told why" in reviewer.last.text


def send_back_in_english(reviewer: Talker) -> None:
    reviewer.tap(next(v for v in reviewer.values if v.endswith(" return")))
    reviewer.tap("photo")
    reviewer.say("1")
    reviewer.say("No")
