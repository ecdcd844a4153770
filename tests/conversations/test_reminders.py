"""Reminders as people get them: in time, once, not at night, not too many, and only what is still so (R9.1, R9.2)."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from conversations import reminders
from conversations.house import house
from conversations.reminders.sending import TELLERS
from rules.approvals import PaperKind
from rules.catalogue import Level
from rules.identity import read_id_number
from rules.plans import PlannedLine
from rules.registration import RegistrationState
from rules.reminders import ReminderKind
from rules.roles import Role
from rules.supervision import SupervisionState
from store.accounts import Reserved
from store.batches import BatchState
from store.clock import OFFICE_ZONE
from store.exam_calls import CallState, exam_calls
from store.people import PersonId, people
from store.registrations import registrations
from store.sessions import SessionKind
from store.supervisions import supervisions
from store.supervisors import NewSupervisor
from store.unit import Store
from tests.batches import application, furnish, item, planned
from tests.conftest import both_databases
from tests.exams import Stage
from tests.fakes import FixedClock
from tests.people import id_number
from tests.plans import FITTER, WELDERS
from tests.prepared import prepared
from tests.reminding import Days
from tests.store import office, tree
from tests.store.tree import CHANGZHOU, MANAGEMENT, of
from tests.talk import Talker

Morning = tuple[Stage, dict[PersonId, int]]


def first_morning(store: Store, clock: FixedClock) -> Morning:
    """The team was told, and everything else of that day was said."""
    stage, passing = Stage(store), Days(store, clock)
    passing.on(6, 2)
    passing.told(stage.station)
    return stage, passing.heard_of


@pytest.fixture
def morning(store: Store, clock: FixedClock) -> Morning:
    return prepared(first_morning, store, clock)


@pytest.fixture
def stage(store: Store, request: pytest.FixtureRequest) -> Stage:
    """That of `days`, where days pass."""
    if "days" in request.fixturenames:
        found: Stage = request.getfixturevalue("morning")[0]
        return found
    return prepared(Stage, store)


@pytest.fixture
def days(store: Store, clock: FixedClock, morning: Morning) -> Days:
    """The first morning is over."""
    return Days(store, clock, morning[1])


def candidate(stage: Stage, serial: int = 1) -> PersonId:
    person = office.sign_up(stage.store, serial)
    filing = office.filing(stage.store, stage.batch, person)
    with stage.store.writing(office.candidate(person)) as work:
        work.registrations.file(filing)
    return person


def stand(store: Store, person: PersonId, state: RegistrationState) -> None:
    """The registration stands there, however it came to that."""
    since = datetime(2026, 6, 3, 9, tzinfo=OFFICE_ZONE)
    values = {"state": state, "waiting_since": since}
    with store.writing() as work:
        changing = registrations.update().where(registrations.c.person_id == person)
        work.connection.execute(changing.values(values))


class TestStations:
    @both_databases
    def test_the_close_comes_seven_three_and_one_days_ahead_with_what_lacks(
        self, days: Days, stage: Stage
    ) -> None:
        for serial, state in enumerate(("submitted", "complete", "complete", "approved"), start=1):
            stand(days.store, candidate(stage, serial), RegistrationState(state))
        days.on(8, 13)
        days.told(stage.station)
        seen = {}
        for day in range(14, 23):
            days.on(8, day)
            seen[day] = [one for one in days.told(stage.station) if "截止" in one]
        assert [day for day, said in seen.items() if said] == [14, 18, 20, 22]
        number, last = stage.batch.number, seen[18][0].split("\n")
        assert last[:-1] == [
            f"批次 {number} 电焊工：报名、花名册和试卷 2026-08-21 24:00 截止，还有 3 天。",
            "已报名 4 人：待审核 2，待盖章表 1，已退回 0。",
            "试卷还缺 2 份。",
            *(f"/registration_review {number}", f"/paper {number}", f"/roster {number}"),
        ]
        assert last[-1].startswith("/remind_tomorrow ")
        assert "花名册没有提交" in seen[22][0]
        assert days.faults() == 0

    def test_once_the_roster_is_in_the_close_is_none_of_their_worries(
        self, days: Days, stage: Stage
    ) -> None:
        stage.sealed()
        days.on(8, 18)
        assert not [one for one in days.told(stage.station) if "截止" in one]
        days.on(8, 22)
        (signing,) = days.told(stage.station)
        assert "试卷可以签收了" in signing
        assert f"/paper_receipt {stage.batch.number}" in signing

    def test_what_waits_for_review_comes_up_every_second_day(
        self, days: Days, stage: Stage
    ) -> None:
        stand(days.store, candidate(stage), RegistrationState.COMPLETE)
        found = {}
        for day in range(4, 9):
            days.on(6, day)
            found[day] = [one for one in days.told(stage.station) if "等您审核" in one]
        assert [day for day, said in found.items() if said] == [5, 7]
        assert f"/registration_review {stage.batch.number}" in found[5][0]

    def test_the_plan_season_ends_with_the_plan(self, days: Days, stage: Stage) -> None:
        days.on(11, 1)
        (season,) = (one for one in days.told(stage.station) if "年度计划" in one)
        assert "2027 年" in season
        assert "/annual_plan" in season
        fitters = PlannedLine(FITTER, Level.FIVE, 10, 5)
        with days.store.writing() as work:
            for line in (WELDERS, fitters):
                work.plans.enter(CHANGZHOU, line.unit.programme, 2027, [line])
        days.on(12, 1)
        assert not [one for one in days.told(stage.station) if "年度计划还没有报" in one]

    def test_a_planned_month_comes_up_when_it_can_first_be_applied_for(
        self, days: Days, stage: Stage
    ) -> None:
        planned(days.store)  # one more line for September
        days.on(8, 1)
        days.told(stage.station)
        days.on(8, 2)
        (first,) = (one for one in days.told(stage.station) if "可以申请批次" in one)
        assert "最早 2026-09-01 考试" in first
        assert "最晚 2026-08-31 申请" in first
        days.on(8, 3)
        assert not [one for one in days.told(stage.station) if "可以申请批次" in one]

    def test_licence_and_appointments_are_brought_up_before_they_run_out(
        self, days: Days, stage: Stage
    ) -> None:
        days.on(2027, 11, 1)
        days.on(2027, 11, 2)
        (licence,) = (one for one in days.told(stage.station) if "许可证" in one)
        assert "2027-12-31" in licence
        days.on(2029, 4, 1)
        days.on(2029, 4, 2)
        (ends,) = (one for one in days.told(stage.station) if "资格" in one)
        assert "4 位考评员" in ends
        assert "王" in ends
        assert "王建国" not in ends

    def test_who_has_left_the_station_is_not_told(self, days: Days, stage: Stage) -> None:
        days.clock.office = datetime(2026, 8, 14, 7, tzinfo=OFFICE_ZONE)
        days.jobs.tick()
        days.jobs.drain()
        with days.store.writing() as work:
            work.people.dismiss(of(stage.station), Role.STATION_OFFICER, CHANGZHOU)
        days.at(datetime(2026, 8, 14, 8, tzinfo=OFFICE_ZONE))
        assert days.told(stage.station) == []

    def test_another_station_hears_nothing_of_it(self, days: Days, stage: Stage) -> None:
        other = tree.hold(days.store, Role.STATION_HEAD, tree.HAMI)
        days.on(8, 18)
        assert not [one for one in days.told(other) if stage.batch.number in one]


class TestCandidates:
    def test_the_stamped_form_is_asked_for_until_it_is_in(self, days: Days, stage: Stage) -> None:
        person = candidate(stage)
        days.on(8, 14)
        (asked,) = days.told(person)
        assert "2026-08-21 24:00" in asked
        assert "/stamped_form" in asked
        days.clock.office = datetime(2026, 8, 18, 7, tzinfo=OFFICE_ZONE)
        days.jobs.tick()
        days.jobs.drain()
        stand(days.store, person, RegistrationState.COMPLETE)  # between noting and sending
        days.at(datetime(2026, 8, 18, 8, tzinfo=OFFICE_ZONE))
        assert days.told(person) == []

    def test_of_a_withdrawn_batch_nothing_is_asked_for(self, days: Days, stage: Stage) -> None:
        waits, owes = candidate(stage), candidate(stage, 2)
        stand(days.store, owes, RegistrationState.COMPLETE)
        with days.store.writing(stage.station) as work:
            work.reviews.send_back(work.registrations.of(owes)[0].id, {"photo": "看不清"})
        days.clock.office = datetime(2026, 8, 18, 7, tzinfo=OFFICE_ZONE)
        days.jobs.tick()
        days.jobs.drain()
        with days.store.writing(stage.station) as work:  # between noting and sending
            work.batch_withdrawals.withdraw(stage.batch.id, "报名人数太少")
        days.at(datetime(2026, 8, 18, 8, tzinfo=OFFICE_ZONE))
        days.on(8, 20)
        assert days.told(waits) == days.told(owes) == []

    @pytest.mark.parametrize(("box", "form"), [("photo", "document"), ("school", "correction")])
    def test_what_was_returned_is_asked_for_every_second_day_and_by_the_close(
        self, days: Days, stage: Stage, box: str, form: str
    ) -> None:
        person = candidate(stage)
        stand(days.store, person, RegistrationState.COMPLETE)
        with days.store.writing(stage.station) as work:
            (filed,) = work.registrations.of(person)
            work.reviews.send_back(filed.id, {box: "看不清"})
        found = {}
        for day in (3, 4, 5, 6):
            days.on(6, day)
            found[day] = days.told(person)
        assert [len(said) for said in found.values()] == [0, 1, 0, 1]
        assert f"/{form} {filed.id}" in found[4][0]
        days.on(8, 20)
        assert len(days.told(person)) == 1
        days.on(8, 22)
        assert days.told(person) == []

    def test_time_and_place_come_to_who_is_on_the_roster(self, days: Days, stage: Stage) -> None:
        on, off = candidate(stage, 1), candidate(stage, 2)
        stage.sealed()
        stand(days.store, on, RegistrationState.APPROVED)
        stand(days.store, off, RegistrationState.REJECTED)
        days.on(8, 29)
        (told,) = days.told(on)
        assert "理论 2026-09-01 09:00" in told
        assert stage.batch.venue in told
        days.on(8, 30)
        assert days.told(on) == []
        days.on(8, 31)
        assert len(days.told(on)) == 1
        assert days.told(off) == []


class TestExaminersAndSupervisors:
    @both_databases
    def test_the_team_hears_of_its_appointment_once_and_before_the_exam(
        self, store: Store, clock: FixedClock
    ) -> None:
        stage = prepared(Stage, store)
        days = Days(store, clock)
        with store.reading() as work:
            team = [one.person for one in work.batches.team(stage.batch.id)]
        days.on(6, 2)
        assert ["担任批次" in one for person in team for one in days.told(person)] == [True] * 3
        days.on(6, 3)
        assert [one for person in team for one in days.told(person)] == []
        days.on(8, 31)
        assert ["考评的批次" in one for person in team for one in days.told(person)] == [True] * 3

    def test_who_is_asked_again_after_a_move_is_reminded_until_they_answer(
        self, days: Days, stage: Stage
    ) -> None:
        with days.store.writing() as work:
            one, other, third = (call.person for call in work.exam_calls.ask(stage.batch.id))
        for person in (one, other, third):
            days.told(person)
        answered(days.store, one, CallState.ACCEPTED)
        days.on(6, 4)
        assert days.told(one) == []
        (waiting,) = days.told(other)
        assert "请答复您能不能考评" in waiting
        assert "/assignments" in waiting
        answered(days.store, other, CallState.DECLINED)
        days.on(8, 31)
        assert ["要考试了" in said for said in days.told(one)] == [True]
        assert days.told(other) == []

    def test_a_supervisor_who_was_sent_is_reminded_to_answer_and_of_the_exam(
        self, days: Days, stage: Stage
    ) -> None:
        person = sent(days.store, stage)
        days.on(6, 3)
        assert days.told(person) == []
        days.on(6, 4)
        (waiting,) = days.told(person)
        assert "派您督导" in waiting
        with days.store.writing() as work:
            accepted = supervisions.update().values(state=SupervisionState.ACCEPTED)
            work.connection.execute(accepted)
        days.on(6, 6)
        assert days.told(person) == []
        days.on(8, 31)
        assert ["您督导的批次" in said for said in days.told(person)] == [True]


def answered(store: Store, person: PersonId, state: CallState) -> None:
    with store.writing() as work:
        (call,) = (
            one for one in work.exam_calls.of(work.batches.coming(0, 1)[0]) if one.person == person
        )
        changing = exam_calls.update().where(exam_calls.c.id == call.id)
        work.connection.execute(changing.values(state=state))


def sent(store: Store, stage: Stage) -> PersonId:
    """A supervisor of the management station, sent to the batch today."""
    with store.writing() as work:
        new = NewSupervisor(
            name="周明",
            number=read_id_number(id_number(date(1980, 2, 3)), work.today),
            works_at="江苏省机械行业协会",
            phone="13812345678",
            training="2025 年督导员培训班",
            trained_on=date(2025, 3, 1),
            valid_until=date(2027, 12, 31),
        )
        supervisor = work.supervisors.register(MANAGEMENT, new)
        work.supervisions.send(stage.batch.id, supervisor.id, None)
        return supervisor.person


class TestOfficers:
    @both_databases
    def test_papers_that_wait_are_brought_up_together(
        self, store: Store, clock: FixedClock
    ) -> None:
        examiners = furnish(store, 4)
        lines = [*planned(store), *planned(store)]
        officer = tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
        head = tree.hold(store, Role.STATION_HEAD, CHANGZHOU)
        days = Days(store, clock)
        for line in lines:
            with store.writing(head) as work:
                batch = work.batches.apply(application(item(line, examiners[:3])))
                work.papers.file(PaperKind.BATCH, batch.programme, CHANGZHOU, batch.id, {})
        days.on(6, 2)
        assert not [one for one in days.told(officer) if "待您审批" in one]
        days.on(6, 3)
        (waiting,) = (one for one in days.told(officer) if "待您审批" in one)
        assert "2 件" in waiting
        assert "2 天" in waiting
        assert "/todo" in waiting
        elsewhere = tree.hold(store, Role.MANAGEMENT_OFFICER, tree.BASE)
        days.on(6, 5)
        assert days.told(elsewhere) == []

    def test_a_large_batch_nobody_decided_on_is_brought_to_the_management_station(
        self, store: Store, clock: FixedClock
    ) -> None:
        team = furnish(store, 4)
        lines = planned(store, WELDERS, WELDERS)
        items = [item(line, team[:3]) for line in lines]
        officer = tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
        with store.writing() as work:
            batch = work.batches.add(application(*items, state=BatchState.OPEN))
        days = Days(store, clock)
        days.on(6, 3)
        (undecided,) = days.told(officer)
        assert "80 人" in undecided
        assert f"/supervision {batch.number}" in undecided
        with store.writing() as work:
            work.supervisions.waive(batch.id, "已抽查过", None)
        days.on(6, 5)
        assert days.told(officer) == []


class TestSending:
    def test_nobody_is_woken_and_the_morning_brings_it(self, days: Days, stage: Stage) -> None:
        with days.store.writing() as work:
            work.policy.set("quiet_until", "10:00", work.today)
        days.on(8, 14)
        assert days.told(stage.station) == []
        days.at(datetime(2026, 8, 14, 10, tzinfo=OFFICE_ZONE))
        assert len(days.told(stage.station)) == 1

    @both_databases
    def test_of_too_many_the_most_urgent_go_first_and_the_rest_the_next_day(
        self, days: Days, stage: Stage
    ) -> None:
        with days.store.writing() as work:
            work.policy.set("reminders_per_day", 1, work.today)
        planned(days.store)
        stand(days.store, candidate(stage), RegistrationState.COMPLETE)
        days.on(8, 14)
        (first,) = days.told(stage.station)
        assert "截止" in first
        days.at(datetime(2026, 8, 14, 9, tzinfo=OFFICE_ZONE))
        assert days.told(stage.station) == []
        days.on(8, 15)
        (second,) = days.told(stage.station)
        assert "等您审核" in second
        days.on(8, 16)
        (third,) = days.told(stage.station)
        assert "可以申请批次" in third or "等您审核" in third

    def test_two_occasions_of_one_thing_that_had_to_wait_are_said_once(
        self, days: Days, stage: Stage
    ) -> None:
        for day in (14, 18, 20):
            days.at(datetime(2026, 8, day, 7, tzinfo=OFFICE_ZONE))  # noted, never sent
        days.at(datetime(2026, 8, 20, 8, tzinfo=OFFICE_ZONE))
        (once,) = days.told(stage.station)
        assert "还有 1 天" in once

    def test_english_is_spoken_to_who_speaks_it(self, days: Days, stage: Stage) -> None:
        with days.store.writing() as work:
            work.people.set_language(of(stage.station), "en")
        days.on(8, 18)
        (said,) = days.told(stage.station)
        assert "close on 2026-08-21 at 24:00, days left: 3." in said


class TestMail:
    @pytest.fixture
    def reserved(self, stage: Stage) -> None:
        """The station has named its address."""
        with stage.store.writing() as work:
            station = work.institutions.get(CHANGZHOU)
            work.accounts.open(station, "hash")
            work.accounts.reserve(
                CHANGZHOU, Reserved("刘芳", "office@czgm.example", "051985001234")
            )

    def mails(self, store: Store) -> list[str]:
        with store.writing() as work:
            return [
                f"{mail.recipient}\n{mail.body}"
                for mail in work.mails.claim(20, timedelta(minutes=1))
            ]

    @pytest.mark.usefixtures("reserved")
    @both_databases
    def test_staff_no_chat_reaches_are_mailed_once_for_the_institution(
        self, days: Days, stage: Stage
    ) -> None:
        tree.hold(days.store, Role.STATION_DEPUTY, CHANGZHOU)
        days.on(8, 13)
        self.mails(days.store)
        days.on(8, 14)
        (mail,) = self.mails(days.store)
        assert mail.startswith("office@czgm.example\n")
        assert "2026-08-21 24:00 截止" in mail

    @pytest.mark.usefixtures("reserved")
    def test_whoever_has_a_chat_is_not_mailed_nor_is_a_candidate(
        self, days: Days, stage: Stage
    ) -> None:
        person = candidate(stage)
        with days.store.writing() as work:
            for holder in work.people.holders(CHANGZHOU):
                work.chats.bind("telegram", f"chat-{holder.id}", holder.id)
        self.mails(days.store)
        days.on(8, 14)
        assert self.mails(days.store) == []
        assert len(days.told(person)) == 1

    def test_what_concerns_one_of_the_staff_names_them(
        self, stage: Stage, reserved: None, clock: FixedClock
    ) -> None:
        Days(stage.store, clock).on(6, 2)
        mails = [one for one in self.mails(stage.store) if "担任批次" in one]
        assert [one.split("\n")[1][:6] for one in mails] == [
            "请转告王建国",
            "请转告刘芳：",
            "请转告陈明：",
        ]

    def test_where_no_mail_can_be_sent_the_web_inbox_has_it(
        self, days: Days, stage: Stage, reserved: None
    ) -> None:
        days.store.sends_mail = False
        days.on(8, 14)
        assert self.mails(days.store) == []
        assert len(days.told(stage.station)) == 1


class TestTomorrow:
    def talker(self, days: Days, stage: Stage) -> Talker:
        with days.store.writing() as work:
            _, token = work.sessions.open(of(stage.station), SessionKind.BEARER)
        return Talker(days.store, token=token)

    def reminded(self, days: Days, stage: Stage) -> str:
        """The step that puts off what was just said."""
        (said,) = days.told(stage.station)
        return said.rsplit("\n", 1)[-1]

    def test_what_was_put_off_comes_again_the_next_morning_once(
        self, days: Days, stage: Stage
    ) -> None:
        days.on(8, 14)
        again = self.reminded(days, stage)
        talker = self.talker(days, stage)
        for _ in range(2):
            assert "2026-08-15" in talker.tap(again).text
        days.told(stage.station)
        days.on(8, 15)
        (said,) = days.told(stage.station)
        assert "还有 6 天" in said
        days.on(8, 16)
        assert days.told(stage.station) == []

    def test_it_can_be_said_without_the_button(self, days: Days, stage: Stage) -> None:
        days.on(8, 14)
        assert "2026-08-15" in self.talker(days, stage).say("明天再提醒").text

    def test_what_is_done_by_then_does_not_come(self, days: Days, stage: Stage) -> None:
        days.on(8, 14)
        self.talker(days, stage).tap(self.reminded(days, stage))
        days.told(stage.station)
        stage.sealed()
        days.on(8, 15)
        assert days.told(stage.station) == []

    def test_on_the_last_day_tomorrow_is_too_late(self, days: Days, stage: Stage) -> None:
        days.at(datetime(2026, 8, 20, 7, tzinfo=OFFICE_ZONE))
        days.at(datetime(2026, 8, 21, 8, tzinfo=OFFICE_ZONE))
        (said,) = days.told(stage.station)
        assert "今天是最后一天" in said
        assert "/remind_tomorrow" not in said
        with days.store.reading(stage.station) as work:
            last = work.reminders.last_sent()
        assert last
        assert "请今天办" in self.talker(days, stage).tap(f"/remind_tomorrow {last.id}").text

    def test_somebody_elses_reminder_is_not_found(self, days: Days, stage: Stage) -> None:
        days.on(8, 14)
        number = self.reminded(days, stage)
        other = Talker(days.store)
        assert "找不到" in other.tap(number).text
        assert "不用提醒" in other.say("明天再提醒").text


class TestDrafts:
    def begin(self, store: Store) -> Talker:
        talker = Talker(store)
        talker.say("/complaint")
        talker.tap(talker.values[0])
        return talker

    def person(self, store: Store) -> PersonId:
        with store.reading() as work:
            return PersonId(work.connection.scalar(people.select().order_by(people.c.id.desc())))

    @both_databases
    def test_a_guests_is_announced_and_erased_a_week_later(
        self, store: Store, clock: FixedClock
    ) -> None:
        days = Days(store, clock)
        self.begin(store)
        person = self.person(store)
        days.told(person)
        days.on(6, 24)
        assert days.told(person) == []
        days.on(6, 25)
        (told,) = days.told(person)
        assert "2026-07-02 起会删除" in told
        assert "/resume" in told
        days.on(7, 1)
        with store.reading() as work:
            assert len(work.drafts.open_ones(person)) == 1
        days.on(7, 3)
        with store.reading() as work:
            assert work.drafts.open_ones(person) == ()
            texts = [m.body["text"] for m in work.messages.after(person, 0, 99)]
        assert any("已按保存期限删除" in text for text in texts)

    def test_who_goes_on_keeps_it(self, store: Store, clock: FixedClock) -> None:
        days = Days(store, clock)
        talker = self.begin(store)
        person = self.person(store)
        days.on(6, 25)
        days.told(person)
        talker.say("/resume")
        talker.tap(talker.values[0])
        days.on(7, 5)
        with store.reading() as work:
            assert len(work.drafts.open_ones(person)) == 1

    def test_nothing_is_erased_that_nobody_was_told_of(
        self, store: Store, clock: FixedClock
    ) -> None:
        days = Days(store, clock)
        self.begin(store)
        person = self.person(store)
        days.at(datetime(2026, 9, 1, 3, tzinfo=OFFICE_ZONE))  # nobody looked for three months
        with store.reading() as work:
            assert len(work.drafts.open_ones(person)) == 1


def test_every_kind_can_be_said_and_leads_to_what_there_is() -> None:
    assert TELLERS.keys() == set(ReminderKind)
    package = Path(reminders.__path__[0])
    sources = [file.read_text("utf-8") for file in package.glob("*.py")]
    steps = {step for source in sources for step in re.findall(r'f?"/([a-z_]+)[ "]', source)}
    assert len(steps) > 10
    assert steps <= {*house().order, "resume"}
