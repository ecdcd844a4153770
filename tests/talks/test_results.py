"""Results in the chat: what is missing, handed in, decided, and told to those who were examined (R7.5, R9.1)."""

import pytest

from bot.chores import ChoreHand, tell_of_results
from bot.issued import issue_certificates
from rules.evaluations import OpinionKind
from rules.findings import NotPossible
from store.chores import ChoreKind
from store.evaluations import Report
from store.unit import Store
from tests.fakes import FixedClock
from tests.handed_in import Complete
from tests.officers import decide
from tests.prepared import prepared
from tests.store import tree
from tests.talk import Talker, talker

WORKS = {
    ChoreKind.RESULTS_NEWS: tell_of_results,
    ChoreKind.CERTIFICATES: issue_certificates,
}


@pytest.fixture
def batch(store: Store, clock: FixedClock) -> Complete:
    return prepared(Complete, store, clock)


@pytest.fixture
def station(batch: Complete) -> Talker:
    return talker(batch.store, batch.station)


def carried_out(store: Store) -> None:
    ChoreHand(store, "one", WORKS).drain()


def filed(batch: Complete, station: Talker) -> None:
    batch.complete()
    station.tap("/results")
    station.tap("skip")
    station.say("提交")


def person_at(batch: Complete, place: int) -> int:
    return batch.lines()[place - 1].person


def test_everything_missing_is_named_with_the_form_that_closes_it(
    batch: Complete, station: Talker
) -> None:
    station.say("提交成绩")
    assert f"批次 {batch.batch.number}：还差" in station.last.text
    station.tap(f"/results {batch.batch.number}")
    assert "考评报告" in station.last.text
    assert "签到表" in station.last.text
    assert station.values == [
        f"/exam_material {batch.batch.number}",
        f"/evaluation_reports {batch.batch.number}",
        f"/results {batch.batch.number}",
        "/menu",
    ]
    batch.complete()
    station.tap(f"/results {batch.batch.number}")
    assert station.box == "note"


def test_handed_in_returned_handed_in_again_and_approved(batch: Complete, station: Talker) -> None:
    store, number = batch.store, batch.batch.number
    batch.complete()
    station.tap(f"/batches {number}")
    station.tap(f"/results {number}")
    station.tap("skip")
    assert "应考 2，实考 1，缺考 1" in station.last.text
    assert "合格率 100.0%" in station.last.text
    assert "没有派督导员" in station.last.text
    station.say("提交")
    assert "已提交考试成绩" in station.last.text
    assert "锁定" in station.last.text
    with store.reading() as work:
        assert work.results.are_submitted(batch.batch.id)
    with pytest.raises(NotPossible):
        batch.score(1, "60", "60")

    officer = talker(store, batch.officer)
    decide(officer, "return", "整份申请", "请核对实操成绩", "否")
    with store.reading() as work:
        assert not work.results.are_submitted(batch.batch.id)
    station.tap("/todo")
    station.tap(next(v for v in station.values if v.startswith("/results paper:")))
    station.say("提交")

    decide(officer, "approve", "同意")
    with store.reading() as work:
        results = work.results.find(batch.batch.id)
    assert results
    assert results.is_approved
    carried_out(store)
    assert (
        "理论 78.5，实操 85，评定 合格。证书办好后会通知你。"
        in batch.heard(person_at(batch, 1))[-1]
    )
    assert "理论 缺考，实操 92，评定 不合格" in batch.heard(person_at(batch, 2))[-1]
    student = batch.at(person_at(batch, 1))
    student.say("我的报名")
    student.tap(next(v for v in student.values if v.startswith("/my_registrations 26")))
    assert "成绩：理论 78.5，实操 85，评定 合格。" in student.last.text


class Objected(Complete):
    """One of the examiners objected, and was overruled."""

    def confirmed(self) -> Report:
        report = self.report()
        objection = self.opine(report, 1, OpinionKind.OBJECT, "没有写焊机故障")
        self.opine(report, 2, OpinionKind.CONFIRM)
        with self.store.writing(self.officer) as work:
            work.evaluations.overrule(objection.id, "当场更换")
        return report


def test_an_overruled_objection_stands_beside_the_reason(store: Store, clock: FixedClock) -> None:
    batch = prepared(Objected, store, clock)
    batch.complete()
    station = talker(store, batch.station)
    station.tap("/results")
    station.tap("skip")
    assert "反对：没有写焊机故障（管理站 " in station.last.text
    assert "裁定不成立：当场更换）" in station.last.text


def test_the_second_of_two_who_submit_hears_that_it_was_done(
    batch: Complete, station: Talker
) -> None:
    batch.complete()
    station.tap("/results")
    station.tap("skip")
    batch.results_filed()
    station.tap("submit")
    assert "刚刚提交过" in station.last.text


def test_before_the_approval_candidates_see_nothing(batch: Complete, station: Talker) -> None:
    filed(batch, station)
    student = batch.at(person_at(batch, 1))
    student.say("我的报名")
    student.tap(next(v for v in student.values if v.startswith("/my_registrations 26")))
    assert "78.5" not in student.last.text


def test_a_double_tap_hands_in_once(batch: Complete, station: Talker) -> None:
    filed(batch, station)
    station.tap(f"/results {batch.batch.number}")
    assert "已经提交" in station.last.text
    station.tap("/results")
    assert "现在没有要提交成绩的批次" in station.last.text


def test_english_is_complete(batch: Complete, station: Talker) -> None:
    with batch.store.writing() as work:
        work.people.set_language(tree.of(batch.station), "en")
    batch.complete()
    station = talker(batch.store, batch.station)
    station.tap(f"/results {batch.batch.number}")
    station.tap("skip")
    assert "2 expected, 1 present, 1 absent" in station.last.text
