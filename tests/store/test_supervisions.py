"""R4.8: who is sent to which batch, decided once whoever decides, answered by nobody else."""

from datetime import date
from threading import Thread

import pytest

from rules.catalogue import Level
from rules.findings import NotPossible
from rules.roles import Role
from rules.supervision import SupervisionState
from store.batches import BatchState, NewBatch, NewItem, batch_items
from store.exam_calls import CallState, ExamCall
from store.supervisions import Supervision
from store.unit import Caller, Store
from tests.exams import BEGINS, Stage, registered
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.store import tree
from tests.store.office import WELDER, new_batch
from tests.store.tree import BASE, CHANGZHOU, MANAGEMENT


@pytest.fixture
def stage(store: Store) -> Stage:
    return prepared(Stage, store)


def people(stage: Stage, number: int) -> None:
    with stage.store.writing() as work:
        work.connection.execute(batch_items.update().values(people=number))


def listed(stage: Stage, caller: Caller | None = None) -> list[tuple[str, int]]:
    with stage.store.reading(caller or stage.officer) as work:
        found = work.supervisions.put_up().things
    return [(one.batch.number, one.people) for one in found]


def send(stage: Stage, **changes: object) -> Supervision:
    supervisor = registered(stage.store, **changes)
    with stage.store.writing(stage.officer) as work:
        return work.supervisions.send(stage.batch.id, supervisor.id, None)


def as_person(person: int, role: Role = Role.SUPERVISOR) -> Caller:
    return Caller(person, None, "web", None, frozenset({role}))


def reasons(refusal: pytest.ExceptionInfo[NotPossible]) -> list[str]:
    return [finding.key for finding in refusal.value.findings]


class TestPutUp:
    def test_the_management_station_sees_its_batches_with_their_size(self, stage: Stage) -> None:
        assert listed(stage) == [(stage.batch.number, 40)]
        people(stage, 80)
        assert listed(stage) == [(stage.batch.number, 80)]
        assert listed(stage, tree.hold(stage.store, Role.MANAGEMENT_OFFICER, BASE)) == []

    @pytest.mark.parametrize("state", [BatchState.APPLIED, BatchState.WITHDRAWN])
    def test_what_is_not_approved_is_not_listed(self, store: Store, state: BatchState) -> None:
        assert listed(Stage(store, state=state)) == []

    def test_an_exam_that_has_begun_is_not_decided_on(
        self, stage: Stage, clock: FixedClock
    ) -> None:
        supervisor = registered(stage.store)
        clock.office = BEGINS
        with stage.store.writing(stage.officer) as work, pytest.raises(NotPossible) as refusal:
            work.supervisions.send(stage.batch.id, supervisor.id, None)
        assert reasons(refusal) == ["supervision-too-late"]

    def test_large_undecided_batches_stand_first(self, stage: Stage) -> None:
        with stage.store.writing() as work:
            first, second = stage.batch, work.batches.add(as_large())
        assert listed(stage) == [(second.number, 99), (first.number, 40)]
        with stage.store.writing(stage.officer) as work:
            work.supervisions.waive(second.id, "本季度已经督导过", None)
        assert listed(stage) == [(first.number, 40), (second.number, 99)]


def as_large() -> NewBatch:
    day = date(2026, 10, 1)
    item = NewItem(WELDER, Level.FOUR, 99)
    return new_batch(item, station_code=CHANGZHOU, theory_on=day, practice_on=day)


class TestDeciding:
    def test_a_refusal_is_recorded_with_its_reason_sealed(self, stage: Stage) -> None:
        with stage.store.writing(stage.officer) as work:
            waived = work.supervisions.waive(stage.batch.id, "上月刚督导过", None)
        assert (waived.state, waived.reason) == (SupervisionState.WAIVED, "上月刚督导过")
        with stage.store.reading() as work:
            row = work.connection.exec_driver_sql("SELECT reason FROM supervisions").scalar_one()
        assert "上月".encode() not in bytes(row)

    def test_deciding_anew_recalls_who_was_sent(self, stage: Stage) -> None:
        first = send(stage)
        other = registered(stage.store, serial=72, name="何永强")
        with stage.store.writing(stage.officer) as work:
            second = work.supervisions.send(stage.batch.id, other.id, first.id)
        with stage.store.reading() as work:
            assert work.supervisions.get(first.id).state is SupervisionState.RECALLED
            assert work.supervisions.standing(stage.batch.id) == second
        assert first.person
        caller = as_person(first.person)
        with stage.store.writing(caller) as work, pytest.raises(NotPossible) as refusal:
            work.supervisions.answer(first.id, accepts=True)
        assert reasons(refusal) == ["assignment-recalled"]

    def test_who_decides_on_what_has_changed_meanwhile_is_told(self, stage: Stage) -> None:
        send(stage)
        with stage.store.writing(stage.officer) as work, pytest.raises(NotPossible) as refusal:
            work.supervisions.waive(stage.batch.id, "不派", None)
        assert reasons(refusal) == ["supervision-decided-meanwhile"]

    def test_of_two_officers_at_once_one_decides(self, stage: Stage) -> None:
        supervisors = [registered(stage.store), registered(stage.store, serial=72, name="何永强")]
        outcomes: list[str] = []

        def decide(n: int) -> None:
            try:
                with stage.store.writing(stage.officer) as work:
                    work.supervisions.send(stage.batch.id, supervisors[n].id, None)
                outcomes.append("sent")
            except NotPossible as refused:
                outcomes.append(refused.findings[0].key)

        threads = [Thread(target=decide, args=(n,)) for n in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(outcomes) == ["sent", "supervision-decided-meanwhile"]

    def test_only_the_management_station_above_decides(self, stage: Stage) -> None:
        supervisor = registered(stage.store)
        for caller in (stage.station, tree.hold(stage.store, Role.MANAGEMENT_OFFICER, BASE)):
            with stage.store.writing(caller) as work, pytest.raises(NotPossible):
                work.supervisions.waive(stage.batch.id, "不派", None)
            with stage.store.writing(caller) as work, pytest.raises(NotPossible):
                work.supervisions.send(stage.batch.id, supervisor.id, None)

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"valid_until": date(2026, 8, 31)}, "supervisor-expired"),
            ({"trained_on": None}, "supervisor-untrained"),
            ({"works_at": "职教267考试站"}, "supervisor-works-there"),
        ],
    )
    def test_who_may_not_be_sent_is_refused_with_the_reason(
        self, stage: Stage, changes: dict[str, object], reason: str
    ) -> None:
        with pytest.raises(NotPossible) as refusal:
            send(stage, **changes)
        assert reasons(refusal) == [reason]

    def test_an_appointment_until_the_very_day_is_enough(self, stage: Stage) -> None:
        assert send(stage, valid_until=date(2026, 9, 1)).state is SupervisionState.ASKED

    @pytest.mark.parametrize(
        ("examiner", "reason"),
        [(0, "supervisor-examines-batch"), (3, "supervisor-of-station")],
    )
    def test_an_examiner_of_the_batch_or_the_station_is_no_supervisor_there(
        self, stage: Stage, examiner: int, reason: str
    ) -> None:
        supervisor = registered(stage.store)
        with stage.store.writing() as work:
            one = work.examiners.by_ids(stage.examiners)[stage.examiners[examiner]]
            work.connection.exec_driver_sql(
                f"UPDATE supervisors SET person_id = {one.person} WHERE id = {supervisor.id}"
            )
            work.connection.exec_driver_sql("UPDATE supervisors SET phone = NULL")
        with stage.store.writing(stage.officer) as work, pytest.raises(NotPossible) as refusal:
            work.supervisions.send(stage.batch.id, supervisor.id, None)
        assert reasons(refusal) == [reason]

    def test_the_stations_staff_do_not_supervise_it(self, stage: Stage) -> None:
        supervisor = registered(stage.store)
        with stage.store.writing() as work:
            work.people.appoint(supervisor.person, Role.STATION_DEPUTY, CHANGZHOU)
        with stage.store.writing(stage.officer) as work, pytest.raises(NotPossible) as refusal:
            work.supervisions.send(stage.batch.id, supervisor.id, None)
        assert reasons(refusal) == ["supervisor-of-station"]


class TestAnswering:
    def test_a_no_puts_the_batch_up_again(self, stage: Stage) -> None:
        sent = send(stage)
        assert sent.person
        with stage.store.writing(as_person(sent.person)) as work:
            declined = work.supervisions.answer(sent.id, accepts=False, reason="那天住院")
        assert (declined.state, declined.answer) == (SupervisionState.DECLINED, "那天住院")
        with stage.store.reading() as work:
            assert work.supervisions.standing(stage.batch.id) is None
        other = registered(stage.store, serial=72, name="何永强")
        with stage.store.writing(stage.officer) as work:
            again = work.supervisions.send(stage.batch.id, other.id, None)
        assert again.state is SupervisionState.ASKED

    def test_a_yes_can_be_taken_back_but_is_not_said_twice(self, stage: Stage) -> None:
        sent = send(stage)
        assert sent.person
        with stage.store.writing(as_person(sent.person)) as work:
            work.supervisions.answer(sent.id, accepts=True)
            with pytest.raises(NotPossible) as refusal:
                work.supervisions.answer(sent.id, accepts=True)
            assert reasons(refusal) == ["assignment-answered"]
            assert (
                work.supervisions.answer(sent.id, accepts=False, reason="出差").state == "declined"
            )

    def test_nobody_answers_for_another(self, stage: Stage) -> None:
        sent = send(stage)
        other = registered(stage.store, serial=72, name="何永强")
        for caller in (as_person(other.person), stage.officer, stage.station):
            with stage.store.writing(caller) as work, pytest.raises(NotPossible):
                work.supervisions.answer(sent.id, accepts=True)

    def test_after_the_exam_has_begun_nothing_is_answered(
        self, stage: Stage, clock: FixedClock
    ) -> None:
        sent = send(stage)
        assert sent.person
        clock.office = BEGINS
        caller = as_person(sent.person)
        with stage.store.writing(caller) as work, pytest.raises(NotPossible) as refusal:
            work.supervisions.answer(sent.id, accepts=False, reason="堵车")
        assert reasons(refusal) == ["assignment-over"]


class TestStandIn:
    @pytest.fixture
    def declined(self, stage: Stage) -> ExamCall:
        with stage.store.writing() as work:
            first = work.exam_calls.ask(stage.batch.id)[0]
        with stage.store.writing(as_person(first.person, Role.EXAMINER)) as work:
            return work.exam_calls.answer(first.id, accepts=False, reason="那天要开会")

    def test_another_examiner_takes_all_places_and_is_asked(
        self, stage: Stage, declined: ExamCall
    ) -> None:
        with stage.store.writing(stage.station) as work:
            called = work.exam_calls.stand_in(declined.id, stage.examiners[3])
        assert (called.examiner, called.state) == (stage.examiners[3], CallState.ASKED)
        with stage.store.reading() as work:
            team = work.batches.team(stage.batch.id)
            assert declined.id not in {one.id for one in work.exam_calls.of(stage.batch.id)}
        assert {one.examiner for one in team} == {*stage.examiners[1:]}
        assert [one.examiner for one in team if one.leader] == [stage.examiners[3]]

    def test_nobody_is_replaced_who_did_not_decline(self, stage: Stage, declined: ExamCall) -> None:
        with stage.store.reading() as work:
            asked = work.exam_calls.of(stage.batch.id)[1]
        with stage.store.writing(stage.station) as work, pytest.raises(NotPossible) as refusal:
            work.exam_calls.stand_in(asked.id, stage.examiners[3])
        assert reasons(refusal) == ["stand-in-not-declined"]

    @pytest.mark.parametrize("examiner", [0, 1])
    def test_who_is_on_the_team_already_cannot_stand_in(
        self, stage: Stage, declined: ExamCall, examiner: int
    ) -> None:
        with stage.store.writing(stage.station) as work, pytest.raises(NotPossible) as refusal:
            work.exam_calls.stand_in(declined.id, stage.examiners[examiner])
        assert reasons(refusal) == ["stand-in-on-team"]

    def test_the_supervisor_of_the_batch_cannot_stand_in(
        self, stage: Stage, declined: ExamCall
    ) -> None:
        sent = send(stage)
        with stage.store.writing() as work:
            one = work.examiners.by_ids(stage.examiners)[stage.examiners[3]]
            work.connection.exec_driver_sql(
                f"UPDATE supervisors SET person_id = {one.person}, phone = NULL "
                f"WHERE id = {sent.supervisor}"
            )
        with stage.store.writing(stage.station) as work, pytest.raises(NotPossible) as refusal:
            work.exam_calls.stand_in(declined.id, stage.examiners[3])
        assert reasons(refusal) == ["stand-in-supervises"]

    def test_the_replaced_one_is_asked_for_nothing_any_more(
        self, stage: Stage, declined: ExamCall
    ) -> None:
        with stage.store.writing(stage.station) as work:
            work.exam_calls.stand_in(declined.id, stage.examiners[3])
        with stage.store.writing(as_person(declined.person, Role.EXAMINER)) as work:
            assert work.exam_calls.of_caller() == ()
            with pytest.raises(NotPossible) as refusal:
                work.exam_calls.answer(declined.id, accepts=True)
        assert reasons(refusal) == ["assignment-recalled"]

    def test_it_is_the_stations_own_matter(self, stage: Stage, declined: ExamCall) -> None:
        other = tree.hold(stage.store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
        for caller in (other, as_person(declined.person, Role.EXAMINER)):
            with stage.store.writing(caller) as work, pytest.raises(NotPossible):
                work.exam_calls.stand_in(declined.id, stage.examiners[3])
