"""退回已批准的成绩 in the chat: until anything followed, with everybody told, and approved anew (R7.6)."""

import pytest

from rules.findings import NotPossible
from rules.roles import Role
from store.unit import Store
from tests.conftest import both_databases
from tests.fakes import FixedClock
from tests.handed_in import Complete
from tests.officers import at, decide
from tests.prepared import prepared
from tests.qualified import Qualified
from tests.store.tree import BASE, CENTRE, of
from tests.talk import Talker, talker
from tests.talks.test_results import carried_out, filed, person_at
from tests.talks.test_settlement import pay

REASON = "2 号考生的实操成绩登记错了"


@pytest.fixture
def batch(store: Store, clock: FixedClock) -> Complete:
    return prepared(Complete, store, clock)


@pytest.fixture
def station(batch: Complete) -> Talker:
    return talker(batch.store, batch.station)


@pytest.fixture
def officer(batch: Complete, station: Talker) -> Talker:
    """Has approved the results, and everybody was told."""
    filed(batch, station)
    officer = talker(batch.store, batch.officer)
    decide(officer, "approve", "同意")
    carried_out(batch.store)
    return officer


def take_back(officer: Talker, number: str) -> str:
    officer.tap(f"/results_return {number}")
    officer.say(REASON)
    officer.tap("yes")
    return officer.last.text


@both_databases
def test_back_with_the_station_corrected_and_approved_anew(
    batch: Complete, station: Talker, officer: Talker
) -> None:
    store, number = batch.store, batch.batch.number
    officer.tap(f"/batches {number}")
    assert f"/results_return {number}" in officer.values
    officer.tap(f"/results_return {number}")
    officer.say(REASON)
    assert "2 名考生会收到通知：原来的成绩不再算数" in officer.last.text
    assert "已退回考试站更正" in officer.tap("yes").text
    with store.reading() as work:
        results = work.results.find(batch.batch.id)
        assert results
        assert not results.is_approved
        assert not work.results.are_submitted(batch.batch.id)
    told = batch.heard(of(batch.station))[-1]
    assert "退回修改" in told
    assert REASON in told
    examiner = batch.as_examiner(0)
    assert "更正的成绩由考评员重新确认" in batch.heard(of(examiner))[-1]
    said = batch.heard(person_at(batch, 1))[-1]
    assert "之前告诉你的成绩不再算数" in said
    assert REASON not in said

    station.tap("/todo")
    station.tap(next(v for v in station.values if v.startswith("/results paper:")))
    station.say("提交")
    decide(officer, "approve", "同意")
    carried_out(store)
    assert "理论 78.5，实操 85，评定 合格" in batch.heard(person_at(batch, 1))[-1]


def test_its_candidates_see_no_scores_meanwhile(batch: Complete, officer: Talker) -> None:
    take_back(officer, batch.batch.number)
    student = batch.at(person_at(batch, 1))
    student.say("我的报名")
    student.tap(next(v for v in student.values if v.startswith("/my_registrations 26")))
    assert "78.5" not in student.last.text


def test_who_was_not_told_yet_is_not_told_scores_that_count_no_more(
    batch: Complete, station: Talker
) -> None:
    filed(batch, station)
    officer = talker(batch.store, batch.officer)
    decide(officer, "approve", "同意")
    take_back(officer, batch.batch.number)
    carried_out(batch.store)
    assert not [said for said in batch.heard(person_at(batch, 1)) if "78.5" in said]


def test_a_no_leaves_them_approved(batch: Complete, officer: Talker) -> None:
    officer.tap("/results_return")
    officer.say(REASON)
    assert "什么都没有改" in officer.tap("no").text
    with batch.store.reading() as work:
        assert work.results.are_submitted(batch.batch.id)


def test_before_the_approval_they_are_returned_as_any_paper(
    batch: Complete, station: Talker
) -> None:
    filed(batch, station)
    officer = talker(batch.store, batch.officer)
    assert "还没有批准" in officer.tap(f"/results_return {batch.batch.number}").text
    assert "没有可以退回的成绩" in officer.tap("/results_return").text


def test_once_they_are_settled_they_stand(store: Store, clock: FixedClock) -> None:
    one = prepared(Qualified, store, clock)
    one.priced()
    pay(one, talker(one.store, one.station))
    officer = talker(one.store, one.officer)
    said = officer.tap(f"/results_return {one.batch.number}").text
    assert "已经提交证书结算，成绩不能再退回" in said
    with pytest.raises(NotPossible), one.store.writing(one.officer) as work:
        work.results.take_back(one.batch.id, REASON)


@pytest.mark.parametrize(
    ("role", "code", "said"),
    [
        (Role.MANAGEMENT_OFFICER, BASE, "不能查看或办理"),
        (Role.CENTRE_OFFICER, CENTRE, "由最后批准的那一级退回"),
    ],
)
def test_only_who_approved_them_takes_them_back(
    batch: Complete, officer: Talker, role: Role, code: str, said: str
) -> None:
    other = at(batch.store, role, code)
    assert said in other.tap(f"/results_return {batch.batch.number}").text


def test_in_english_everything_is_said_too(batch: Complete, officer: Talker) -> None:
    with batch.store.writing() as work:
        work.people.set_language(of(batch.officer), "en")
    english = talker(batch.store, batch.officer)
    english.tap(f"/results_return {batch.batch.number}")
    english.say("Wrong score")
    assert "2 candidates will be told" in english.last.text
    assert "are back with the station" in english.tap("yes").text
