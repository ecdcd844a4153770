"""撤销批次 in the chat: until the roster is in, with everybody told and nothing of it offered any more (R4.1)."""

from datetime import date

import pytest

from rules.deadlines import ExamDays
from rules.findings import NotPossible
from rules.roles import Role
from store.batches import BatchState
from store.people import PersonId
from store.registrations import Registration
from store.unit import Store
from tests.conftest import both_databases
from tests.exams import Stage
from tests.exams import registered as supervisor
from tests.officers import at
from tests.store import office, reviewing
from tests.store.tree import CHANGZHOU, HAMI, of
from tests.talk import Talker
from tests.talks.test_supervision import sent

REASON = "报名人数太少"


@pytest.fixture
def stage(store: Store) -> Stage:
    return Stage(store)


@pytest.fixture
def head(stage: Stage) -> Talker:
    return stage.at(of(stage.station))


def candidate(stage: Stage, serial: int = 41) -> Registration:
    person = office.sign_up(stage.store, serial)
    return reviewing.file(stage.store, office.filing(stage.store, stage.batch, person))


def withdraw(head: Talker, number: str = "2026-0001") -> str:
    head.tap(f"/batch_withdrawal {number}")
    head.say(REASON)
    head.tap("yes")
    return head.last.text


@both_databases
def test_everybody_concerned_is_told_with_the_reason(stage: Stage, head: Talker) -> None:
    who = supervisor(stage.store)
    sent(stage.at(of(stage.officer)))
    one = candidate(stage)
    head.tap("/batches 2026-0001")
    assert "/batch_withdrawal 2026-0001" in head.values
    head.tap("/batch_withdrawal 2026-0001")
    head.say(REASON)
    assert "已报名的 1 人会收到通知" in head.last.text
    done = head.tap("yes").text
    assert "批次 2026-0001 已撤销" in done
    assert "已通知报名的 1 人" in done
    told = stage.heard(one.person_id)[-1]
    assert "职教267考试站撤销了批次 2026-0001（2026-09-01 考试），原因：报名人数太少" in told
    assert "报名不再有效" in told
    with stage.store.reading() as work:
        team: list[PersonId] = [member.person for member in work.batches.team(stage.batch.id)]
    for person in (*team, who.person):
        assert "您不用再去" in stage.heard(person)[-1]
    assert "计划条目已放出" in stage.heard(of(stage.officer))[-1]


@both_databases
def test_its_lines_can_be_used_again_and_nothing_of_it_is_offered(
    stage: Stage, head: Talker
) -> None:
    candidate(stage)
    withdraw(head)
    assert stage.now().state is BatchState.WITHDRAWN
    with stage.store.reading() as work:
        assert work.plans.counts(CHANGZHOU) == (1, 1)
        assert work.batches.open_now().things == ()
        assert work.supervisions.standing(stage.batch.id) is None
        assert all(not call.is_open for call in work.exam_calls.of(stage.batch.id))
    shown = head.tap("/batches 2026-0001").text
    assert "已撤回" in shown
    assert "撤销，原因：报名人数太少" in shown
    assert "/roster 2026-0001" not in head.values
    assert "没有可以撤销的批次" in head.tap("/batch_withdrawal").text
    assert "不用撤销" in head.tap("/batch_withdrawal 2026-0001").text


def test_the_candidate_owes_nothing_any_more_and_reads_why(stage: Stage, head: Talker) -> None:
    one = candidate(stage)
    withdraw(head)
    person = stage.at(one.person_id)
    shown = person.tap(f"/my_registrations {one.number}").text
    assert "考试站已撤销这个批次，这份报名不再有效，可以报其他批次。原因：报名人数太少" in shown
    assert "盖章的申报表" not in shown
    assert person.values == ["/my_registrations"]
    person.tap("/stamped_form")
    assert person.last.options[0].value == "/cancel"
    with pytest.raises(NotPossible, match="batch-not-open"):
        reviewing.stamped(stage.store, one)


def test_a_no_leaves_everything_as_it_is(stage: Stage, head: Talker) -> None:
    head.tap("/batch_withdrawal 2026-0001")
    head.say(REASON)
    assert "还没有人报名" in head.last.text
    assert "什么都没有改" in head.tap("no").text
    assert stage.now().state is BatchState.OPEN


def test_with_the_roster_in_it_is_too_late(stage: Stage, head: Talker) -> None:
    stage.submitted()
    assert "花名册已经交了，不能撤销" in head.tap("/batch_withdrawal 2026-0001").text
    with pytest.raises(NotPossible), stage.store.writing(stage.station) as work:
        work.batch_withdrawals.withdraw(stage.batch.id, REASON)


def test_a_move_under_way_is_decided_first(stage: Stage, head: Talker) -> None:
    with stage.store.writing(stage.station) as work:
        days = ExamDays(date(2026, 9, 8), date(2026, 9, 8))
        work.reschedules.file(stage.batch.id, days)
    assert "“调整考试时间”正在审批" in head.tap("/batch_withdrawal 2026-0001").text


@pytest.mark.parametrize(("role", "code"), [(Role.STATION_HEAD, HAMI)])
def test_nobody_withdraws_the_batch_of_another_station(stage: Stage, role: Role, code: str) -> None:
    stranger = at(stage.store, role, code)
    assert "不能查看或办理" in stranger.tap("/batch_withdrawal 2026-0001").text
    assert stage.now().state is BatchState.OPEN


def test_in_english_everything_is_said_too(stage: Stage) -> None:
    english = at(stage.store, Role.STATION_HEAD, CHANGZHOU, "en")
    english.tap("/batch_withdrawal 2026-0001")
    english.say("Too few people")
    assert "Nobody is registered" in english.last.text
    assert "is withdrawn; its plan lines can be used again" in english.tap("yes").text
