"""督导报告 as it goes: filled in on site, sent back once, confirmed; its correction replied to and accepted (R7.3)."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from conversations import ahead
from conversations.engine.messages import Kind, Outgoing, Received
from rules.roles import Role
from rules.supervision_reports import LineVerdict, SupervisionConclusion, SupervisionLine
from store.people import PersonId
from store.unit import Store
from tests.candidates import picture
from tests.exams import registered
from tests.fakes import FixedClock
from tests.officers import at as officer_at
from tests.prepared import prepared
from tests.store.tree import BASE, of
from tests.supervising import Supervised, at
from tests.talk import Talker

FILLED = {
    "arrived_at": "8:30",
    "present": "38",
    "checked": "10",
    "mismatched": "0",
    "safety": "否",
    "safety_remark": "灭火器过期",
    "faults.more": ["是", "否"],
    "faults.what": "2 号工位缺少排烟设备",
    "faults.handled": "当场停用该工位",
    "faults.demanded": "装好排烟设备并附照片",
    "faults.due_on": "2026-09-20",
    "photos.shows": "实操现场",
    "photos.more": "否",
    "left_at": "16:40",
    "conclusion": "需整改",
    "remarks": "-",
}


@pytest.fixture
def supervised(store: Store, clock: FixedClock) -> Supervised:
    return prepared(Supervised, store, clock)


@pytest.fixture
def officer(supervised: Supervised) -> Talker:
    return supervised.stage.at(of(supervised.stage.officer))


@pytest.fixture
def station(supervised: Supervised) -> Talker:
    return supervised.stage.at(of(supervised.stage.station))


@dataclass
class OnSite:
    """Every answer goes out twice, for its reply was lost, and meets a process that knows nothing yet."""

    supervised: Supervised
    talker: Talker
    ago_s: int = 0

    def answer(self, **content: object) -> Outgoing:
        question = self.talker.last.question
        turn = question.turn if question else None
        sent = self.talker.message(**content, turn=turn, given_s_ago=self.ago_s)
        first = self.talker.send(sent)
        self.talker = Talker(self.supervised.store, token=self.talker.token)
        again = self.talker.send(replace(sent, given_s_ago=self.ago_s + 60))
        assert again == first
        return again

    def fill(self, photo: Received, **changes: str) -> Outgoing:
        """To the review."""
        left = {box: [one] if isinstance(one, str) else [*one] for box, one in FILLED.items()}
        left.update({box: [one] for box, one in changes.items()})
        while (question := self.talker.last.question) and question.kind is not Kind.REVIEW:
            assert question.error is None, (question.box, self.talker.last.text)
            if question.kind is Kind.PHOTO:
                self.answer(file=photo)
            elif question.box not in left:
                self.answer(text="是")
            elif left[question.box][0] == "now":
                self.answer(choice=left[question.box].pop(0))
            else:
                self.answer(text=left[question.box].pop(0))
        return self.talker.last


def on_site(supervised: Supervised) -> OnSite:
    talker = supervised.stage.at(supervised.supervisor.person)
    return OnSite(supervised, talker)


def filed(supervised: Supervised) -> OnSite:
    """A report filled in at noon and filed the evening after."""
    site = on_site(supervised)
    supervised.clock.office = at(8, 40)
    site.talker.tap("/supervision_report")
    supervised.clock.office = at(17, day=2)
    site.ago_s = int(timedelta(hours=32, minutes=20).total_seconds())
    site.fill(picture(supervised.store, "room"), arrived_at="now")
    site.answer(choice="submit")
    return site


def tapped(talker: Talker, ending: str) -> Outgoing:
    return talker.tap(next(value for value in talker.values if value.endswith(ending)))


def said(supervised: Supervised, person: PersonId | None) -> str:
    assert person
    return supervised.stage.heard(person)[-1]


def test_from_the_exam_hall_to_the_accepted_correction(
    supervised: Supervised, officer: Talker, station: Talker
) -> None:
    site = filed(supervised)
    assert "督导报告已提交，等管理站确认" in site.talker.last.text
    assert site.talker.last.files[0].label == "2026-0001 督导报告.pdf"
    with supervised.store.reading() as work:
        report = work.supervision_reports.find(supervised.stage.batch.id)
    assert report
    assert report.record.arrived_at == at(8, 40)
    assert report.content.noted == (at(8, 40), at(8, 40))
    assert report.content.photos[0].noted_at == at(8, 40)
    assert report.record.lines[SupervisionLine.SAFETY].remark == "灭火器过期"
    assert report.record.lines[SupervisionLine.FEES].verdict is LineVerdict.YES
    told = said(supervised, supervised.stage.officer.person)
    assert "周海燕 提交了批次 2026-0001（职教267考试站，2026-09-01）的督导报告" in told
    assert "结论：需整改" in told

    officer.tap("/todo")
    assert "待确认　2026-0001" in officer.last.text
    officer.say("1")
    assert "应到 40　实到 38　抽查 10　不符 0" in officer.last.text
    assert "检查 19 项：是 18　否 1　不适用 0" in officer.last.text
    assert "否　安全措施到位：灭火器过期" in officer.last.text
    assert "实操现场 2026-09-01 08:40 交来" in [one.name for one in officer.last.files[1:]]
    tapped(officer, " send_back")
    officer.say("抽查人数与签到表不符，请核对")
    officer.tap("submit")
    assert "已退回" in officer.last.text

    told = said(supervised, supervised.supervisor.person)
    assert "退回了：抽查人数与签到表不符，请核对" in told
    site.ago_s = 0
    site.talker.tap("/supervision_report 2026-0001")
    assert "退回原因" in site.talker.last.text
    assert site.talker.last.question
    assert site.talker.last.question.kind is Kind.REVIEW
    site.talker.tap("edit:checked")
    site.talker.say("12")
    site.talker.tap("submit")
    assert "已提交" in site.talker.last.text

    officer.tap("/supervision_reports")
    lines = [line[:5] for line in officer.last.text.splitlines()]
    assert lines == ["督导报告和", "1 待确认", "2 已退回"]
    officer.say("1")
    assert "抽查 12" in officer.last.text
    tapped(officer, " confirm")
    officer.tap("submit")
    assert "已确认" in officer.last.text
    told = said(supervised, supervised.stage.station.person)
    assert "有 1 项整改，请按期回复" in told
    assert "装好排烟设备并附照片（2026-09-20 前）" in told

    replied(supervised, station, "已装好排烟设备")
    officer.tap("/todo")
    assert "待复核" in officer.last.text
    officer.say("1")
    assert "回复：已装好排烟设备" in officer.last.text
    assert len(officer.last.files) == 1
    tapped(officer, " no")
    officer.say("照片看不清工位号")
    officer.say("2026-09-25")
    officer.tap("submit")
    told = said(supervised, supervised.stage.station.person)
    assert "没有通过：照片看不清工位号。请在 2026-09-25 前再回复" in told

    replied(supervised, station, "重拍了照片")
    officer.tap("/todo")
    officer.say("1")
    tapped(officer, " yes")
    officer.tap("submit")
    assert "整改已通过" in officer.last.text
    assert "整改通过了" in said(supervised, supervised.stage.station.person)
    assert supervised.gaps() == []
    assert "督导" not in officer.tap("/todo").text


def test_the_page_of_the_batch_leads_the_station_there(
    supervised: Supervised, station: Talker
) -> None:
    filed_only = supervised.file()
    station.tap("/batches 2026-0001")
    assert not [value for value in station.values if "supervision" in value]
    with supervised.store.writing(supervised.stage.officer) as work:
        work.supervision_reports.confirm(filed_only.id)
    station.tap("/batches 2026-0001")
    assert "/correction_reply 1" in station.values
    assert f"/supervision_reports {filed_only.id}" in station.values


def replied(supervised: Supervised, station: Talker, words: str) -> None:
    station.tap("/correction_reply")
    assert station.box == "done_so_far"
    station.say(words)
    station.tap("yes")
    station.show(picture(supervised.store, words))
    station.tap("keep")
    station.tap("no")
    station.tap("submit")
    assert "等管理站复核" in station.last.text


class TestOnSite:
    @pytest.fixture
    def site(self, supervised: Supervised) -> OnSite:
        site = on_site(supervised)
        site.talker.tap("/supervision_report")
        return site

    def test_counts_that_do_not_add_up_are_refused_at_once(self, site: OnSite) -> None:
        site.answer(text="8点半")
        site.answer(text="41")
        assert (site.talker.box, site.talker.error) == ("present", "supervision-present-too-many")
        assert "实到 41 人，多于应到 40 人" in site.talker.last.text
        site.answer(text="38")
        site.answer(text="39")
        assert site.talker.error == "supervision-checked-too-many"
        site.answer(text="3")
        site.answer(text="4")
        assert site.talker.error == "supervision-mismatched-too-many"

    def test_leaving_before_arriving_is_refused_at_once(
        self, supervised: Supervised, site: OnSite
    ) -> None:
        photo = picture(supervised.store, "room")
        site.fill(photo)
        site.talker.tap("edit:arrived_at")
        site.talker.say("16:50")
        if site.talker.values == ["keep", "change"]:
            site.talker.tap("keep")
        assert site.talker.box == "left_at"
        site.talker.say("16:45")
        assert "离场时间 16:45 早于到场时间 16:50" in site.talker.last.text
        site.talker.say("23:59")
        assert site.talker.error is None

    def test_a_day_that_has_passed_is_no_due_date(
        self, supervised: Supervised, site: OnSite
    ) -> None:
        photo = picture(supervised.store, "room")
        with pytest.raises(AssertionError, match="due_on"):
            site.fill(photo, **{"faults.due_on": "2026-09-01"})
        assert (site.talker.box, site.talker.error) == ("faults.due_on", "day-too-early")

    def test_words_are_no_photo(self, supervised: Supervised, site: OnSite) -> None:
        site.fill(picture(supervised.store, "room"))
        site.talker.tap("edit:photos")
        site.talker.tap("add")
        site.talker.say("拍好了")
        assert (site.talker.box, site.talker.error) == ("photos.picture", "photo-wanted")

    def test_a_conclusion_that_contradicts_the_findings_is_named(
        self, supervised: Supervised, site: OnSite
    ) -> None:
        site.fill(picture(supervised.store, "room"), conclusion="正常")
        site.talker.tap("submit")
        assert "结论不能是“正常”" in site.talker.last.text
        assert site.talker.box == "conclusion"

    def test_what_is_told_ahead_is_what_is_asked(
        self, supervised: Supervised, site: OnSite
    ) -> None:
        listed = ahead.read(supervised.store, site.talker.intake.house, site.talker.token)
        told = [one.question.box for one in listed]
        assert told[:4] == ["arrived_at", "present", "checked", "mismatched"]
        asked: list[str] = []
        answer = site.answer

        def noted(**content: object) -> Outgoing:
            question = site.talker.last.question
            assert question
            assert question.ahead
            asked.append(question.box)
            return answer(**content)

        site.answer = noted
        site.fill(picture(supervised.store, "room"))
        places = [told.index(box) for box in asked if not box.startswith("faults")]
        assert places == sorted(places)
        assert set(asked) <= set(told)
        (remark,) = (one for one in listed if one.question.box == "safety_remark")
        assert remark.when == ("safety", "no")
        (due,) = (one for one in listed if one.question.box == "faults.due_on")
        assert due.when == ("faults.demanded", "")

    def test_filing_twice_files_once(self, supervised: Supervised, site: OnSite) -> None:
        site.fill(picture(supervised.store, "room"))
        second = Talker(supervised.store, token=site.talker.token)
        site.talker.tap("submit")
        second.tap("submit")
        with supervised.store.reading() as work:
            assert len(work.supervision_reports.of(supervised.stage.batch.id)) == 1

    def test_a_second_report_is_refused_with_what_became_of_the_first(
        self, supervised: Supervised
    ) -> None:
        supervised.file()
        talker = supervised.stage.at(supervised.supervisor.person)
        assert "等管理站确认" in talker.tap("/supervision_report 2026-0001").text
        assert "没有要填" in talker.tap("/supervision_report").text


def test_a_batch_one_did_not_serve_is_not_ones_to_report_on(supervised: Supervised) -> None:
    other = registered(supervised.store, serial=72, name="何永强")
    talker = supervised.stage.at(other.person)
    assert "不在这个账户名下" in talker.tap("/supervision_report 2026-0001").text
    assert "没有要填" in talker.tap("/supervision_report").text


def test_before_the_day_the_form_says_from_when_on(supervised: Supervised) -> None:
    supervised.clock.office = at(23).replace(month=8, day=31)
    talker = supervised.stage.at(supervised.supervisor.person)
    assert "2026-09-01 才考试" in talker.tap("/supervision_report 2026-0001").text


def test_advice_to_void_the_results_names_its_grounds(
    supervised: Supervised, officer: Talker
) -> None:
    site = on_site(supervised)
    site.talker.tap("/supervision_report")
    site.fill(
        picture(supervised.store, "room"), conclusion="建议成绩无效", grounds="两名替考者未制止"
    )
    site.answer(choice="submit")
    told = said(supervised, supervised.stage.officer.person)
    assert "结论：建议成绩无效。依据：两名替考者未制止" in told


def test_a_due_date_that_passed_while_waiting_is_asked_for_anew(
    supervised: Supervised, officer: Talker
) -> None:
    report = supervised.file()
    supervised.clock.office = at(9).replace(month=10)
    officer.tap(f"/supervision_confirmation {report.id} confirm")
    assert officer.box == "due_on"
    officer.say("2026-09-30")
    assert officer.error == "day-too-early"
    officer.say("2026-10-20")
    officer.tap("submit")
    with supervised.store.reading() as work:
        (one,) = work.supervision_corrections.of(report.id)
    assert one.due_on.isoformat() == "2026-10-20"


def test_who_never_came_is_noted_and_nothing_is_awaited_any_more(
    supervised: Supervised, officer: Talker
) -> None:
    supervised.clock.office = at(9, day=8)
    assert "应在 2026-09-06 前交，已过期" in officer.tap("/todo").text
    officer.say("1")
    officer.say("航班取消")
    officer.tap("submit")
    assert "不再等督导报告" in officer.last.text
    assert "不用再交督导报告" in said(supervised, supervised.supervisor.person)


def test_another_management_station_sees_none_of_it(supervised: Supervised) -> None:
    report = supervised.confirmed(conclusion=SupervisionConclusion.CORRECTION)
    other = officer_at(supervised.store, Role.MANAGEMENT_OFFICER, BASE)
    assert "现在没有" in other.tap("/supervision_reports").text
    assert "不能查看" in other.tap(f"/supervision_reports {report.id}").text
    assert "不能查看" in other.tap("/supervision_corrections 1").text


def test_in_english_everything_is_said_too(supervised: Supervised) -> None:
    report = supervised.confirmed()
    officer = officer_at(supervised.store, Role.MANAGEMENT_OFFICER, "49283000", "en")
    assert "Confirmed　2026-0001" in officer.tap("/supervision_reports").text
    shown = officer.tap(f"/supervision_reports {report.id}").text
    assert "Expected 40　present 38" in shown
    assert "To correct: 装好排烟设备并附照片 (by 2026-09-20)" in shown
