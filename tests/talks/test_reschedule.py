"""调整考试时间 in the chat: applied for, decided, told to everybody concerned, and never twice (R4.7)."""

import pytest

from conversations.engine.messages import Kind
from rules.roles import Role
from store.people import PersonId
from store.unit import Store
from tests.exams import CLOSES, Stage, registered
from tests.fakes import FixedClock
from tests.officers import at
from tests.prepared import prepared
from tests.station_talks import agreed
from tests.store import office
from tests.store.tree import HAMI, of
from tests.talk import Talker


@pytest.fixture
def stage(store: Store) -> Stage:
    return prepared(Stage, store)


@pytest.fixture
def station(stage: Stage) -> Talker:
    return stage.at(of(stage.station))


@pytest.fixture
def officer(stage: Stage) -> Talker:
    return stage.at(of(stage.officer))


def filled(station: Talker, theory: str = "2026-09-15", practice: str = "2026-09-16") -> None:
    station.tap("/reschedule")
    station.say(theory)
    station.say(practice)
    station.say("实训设备检修")


def filed(station: Talker, *days: str) -> int:
    """The number of the paper."""
    filled(station, *days)
    assert station.last.question, station.last.text
    assert station.last.question.kind is Kind.REVIEW, station.last.text
    station.tap("submit")
    return int(station.last.options[0].value.removeprefix("/my_papers "))


def candidate(stage: Stage) -> PersonId:
    person = office.sign_up(stage.store)
    filing = office.filing(stage.store, stage.batch, person)
    with stage.store.writing(office.candidate(person)) as work:
        work.registrations.file(filing)
    return person


def test_the_review_says_what_it_was_and_what_follows(stage: Stage, station: Talker) -> None:
    filled(station)
    assert "原定时间：理论 2026-09-01 09:00，实操 2026-09-01 09:00" in station.last.text
    assert "随之变动：报名截止 2026-09-04 24:00，试卷签收从 2026-09-05 0 时起" in station.last.text
    assert "只能调整一次" in station.last.text


def test_everybody_concerned_hears_of_it_once_it_is_approved(
    stage: Stage, station: Talker, officer: Talker
) -> None:
    person = candidate(stage)
    supervisor = registered(stage.store)
    with stage.store.writing(stage.officer) as work:
        sent = work.supervisions.send(stage.batch.id, supervisor.id, None)
    paper = filed(station)
    assert stage.heard(person) == []
    officer.tap(f"/approve {paper}")
    assert f"批次 {stage.batch.number}：已报名 1 人" in officer.last.text
    assert "已派督导员 周海燕，批准后要重新确认" in officer.last.text
    agreed(officer, paper, "approve")
    (told,) = stage.heard(person)
    assert "考试时间有调整" in told
    assert "电焊工 四级" in told
    assert "理论 2026-09-15 09:00，实操 2026-09-16 09:00" in told
    assert "地点：江苏省常州市武进区鸣新中路2号实训楼一层" in told
    assert "报名材料改为 2026-09-04 24:00 前交齐" in told
    asked = stage.heard(supervisor.person)[-1]
    assert "请重新确认能不能去" in asked
    with stage.store.reading() as work:
        team = {one.person for one in work.batches.team(stage.batch.id)}
        assert work.supervisions.get(sent.id).state == "asked"
    for examiner in team:
        assert "请重新确认能不能参加" in stage.heard(examiner)[-1]
    assert any("批准" in text for text in stage.heard(of(stage.station)))


def test_a_second_application_is_refused_while_one_waits_and_after_one_was_approved(
    stage: Stage, station: Talker, officer: Talker
) -> None:
    paper = filed(station)
    station.tap(f"/reschedule {stage.batch.number}")
    assert "已经有一份调整申请在办理" in station.last.text
    agreed(officer, paper, "approve")
    station.tap(f"/reschedule {stage.batch.number}")
    assert "只能调整一次，已经用过了" in station.last.text
    filled(station, "2026-10-10", "2026-10-10")
    assert "只能调整一次，已经用过了" in station.last.text
    with stage.store.reading() as work:
        assert work.batches.get(stage.batch.id).exam_on.isoformat() == "2026-09-15"


def test_a_rejected_application_leaves_the_one_move(
    stage: Stage, station: Talker, officer: Talker
) -> None:
    paper = filed(station)
    officer.tap(f"/approve {paper}")
    officer.tap(next(value for value in officer.values if value.endswith(" reject")))
    officer.say("考生已经安排好行程")
    agreed(officer, filed(station, "2026-09-20", "2026-09-20"), "approve")
    assert stage.now().exam_on.isoformat() == "2026-09-20"


def test_a_returned_application_comes_back_with_its_days_and_is_corrected(
    stage: Stage, station: Talker, officer: Talker
) -> None:
    paper = filed(station)
    officer.tap(f"/approve {paper}")
    officer.tap(next(value for value in officer.values if value.endswith(" return")))
    officer.tap("theory_on")
    officer.say("那天是节假日")
    officer.tap("no")
    station.tap(f"/reschedule paper:{paper}")
    assert station.box == "theory_on"
    assert "那天是节假日" in station.last.text
    station.say("2026-09-14")
    assert station.last.question
    assert station.last.question.kind is Kind.REVIEW, station.last.text
    station.tap("submit")
    agreed(officer, paper, "approve")
    assert stage.now().exam_on.isoformat() == "2026-09-14"


@pytest.mark.parametrize(
    ("days", "box", "error"),
    [
        (("2026-06-11",), "theory_on", "day-too-early"),
        (("2028-01-01",), "theory_on", "day-too-late"),
        (("2026-02-30",), "theory_on", "day-impossible"),
        (("2026-09-15", "2026-06-05"), "practice_on", "day-too-early"),
    ],
)
def test_impossible_days_are_asked_again_with_the_boundary(
    station: Talker, days: tuple[str, ...], box: str, error: str
) -> None:
    station.tap("/reschedule")
    for day in days:
        station.say(day)
    assert (station.box, station.error) == (box, error)


def test_the_same_days_are_no_move(station: Talker) -> None:
    filled(station, "2026-09-01", "2026-09-01")
    station.tap("submit")
    assert "两个日期和原来都一样" in station.last.text


def test_papers_already_signed_for_are_pointed_out_to_the_officer(
    stage: Stage, station: Talker, officer: Talker, clock: FixedClock
) -> None:
    papers = stage.sealed()
    clock.office = CLOSES
    with stage.store.writing(stage.station) as work:
        work.paper_receipts.sign(papers[0].id)
    paper = filed(station)
    assert "试卷已签收 1 次" in officer.tap(f"/approve {paper}").text


def test_a_station_without_a_batch_and_another_stations_batch_lead_nowhere(stage: Stage) -> None:
    other = at(stage.store, Role.STATION_HEAD, HAMI)
    assert "没有可以调整的批次" in other.tap("/reschedule").text
    assert "不能查看或办理" in other.tap(f"/reschedule {stage.batch.number}").text


class TestExaminersAnswer:
    @pytest.fixture
    def moved(self, stage: Stage, station: Talker, officer: Talker) -> None:
        agreed(officer, filed(station), "approve")

    @pytest.mark.usefixtures("moved")
    def test_a_no_asks_why_and_leads_the_station_to_somebody_else(
        self, stage: Stage, station: Talker
    ) -> None:
        absent = stage.examiner(0)
        absent.tap("/assignments")
        assert f"考评　批次 {stage.batch.number}　2026-09-15" in absent.last.text
        absent.say("1")
        absent.tap(next(value for value in absent.values if value.endswith(" no")))
        assert absent.box == "reason"
        absent.say("那天要开会")
        assert "会另作安排" in absent.last.text
        assert "王建国 不能参加批次" in stage.heard(of(stage.station))[-1]
        assert "那天要开会" in stage.heard(of(stage.station))[-1]
        station.tap("/stand_in")
        assert station.box == "examiner"
        assert [option.label.split("　")[0] for option in station.last.options] == ["赵志远"]
        said = station.say("1")
        assert "王建国 换成了 赵志远，等本人确认" in said.text
        newcomer = stage.examiner(3)
        newcomer.tap("/assignments")
        newcomer.say("1")
        newcomer.tap(next(value for value in newcomer.values if value.endswith(" yes")))
        assert "好的，已记下：理论 2026-09-15 09:00" in newcomer.last.text
        assert any("换了考评员" in text for text in stage.heard(of(stage.officer)))

    @pytest.mark.usefixtures("moved")
    def test_the_station_hears_when_the_last_one_has_said_yes(
        self, stage: Stage, station: Talker
    ) -> None:
        for n in range(3):
            assert not any("都确认了" in text for text in stage.heard(of(stage.station)))
            examiner = stage.examiner(n)
            examiner.tap("/assignment_reply")
            examiner.say("是")
            assert "好的，已记下" in examiner.last.text
        assert "考评员都确认了新的考试时间（2026-09-15）" in stage.heard(of(stage.station))[-1]

    @pytest.mark.usefixtures("moved")
    def test_the_second_tap_and_somebody_elses_tap_do_nothing(self, stage: Stage) -> None:
        first, second = stage.examiner(0), stage.examiner(1)
        first.tap("/assignments")
        value = first.values[0].removeprefix("/assignments ")
        first.tap(f"/assignment_reply {value} yes")
        first.tap(f"/assignment_reply {value} yes")
        assert "已经回复过了（能去）" in first.last.text
        second.tap(f"/assignment_reply {value} no")
        assert "不能查看或办理" in second.last.text

    def test_who_is_asked_for_nothing_is_told_so(self, stage: Stage) -> None:
        assert "没有督导任务" in stage.examiner(3).tap("/assignments").text
        assert "没有督导任务" in stage.examiner(3).tap("/assignment_reply").text
