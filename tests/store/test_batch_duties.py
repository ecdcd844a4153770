"""▶ R4.4, R4.8: whoever examines or supervises a batch does not sit its exam, whichever comes first."""

from datetime import datetime

import pytest

from rules.findings import NotPossible
from rules.identity import read_id_number
from rules.registration import Duty
from rules.roles import Role
from store.batch_duties import duty
from store.clock import OFFICE_ZONE
from store.examiners import examiners
from store.people import PersonId
from store.unit import Caller, Store
from tests.exams import Stage, registered
from tests.fakes import FixedClock
from tests.people import id_number
from tests.prepared import prepared
from tests.store.office import STUDENT, filing, sign_up


@pytest.fixture
def stage(store: Store) -> Stage:
    return prepared(Stage, store)


def refused(stage: Stage, person: PersonId) -> list[tuple[str, str, str | None]]:
    """Why somebody cannot register, as far as it is for what they have to do there."""
    handed_in = filing(stage.store, stage.batch, person)
    with stage.store.writing() as work, pytest.raises(NotPossible) as refusal:
        work.registrations.file(handed_in)
    found = (one for one in refusal.value.findings if one.key == "candidate-serves")
    return [(one.rule, str(one.args["duty"]), one.box) for one in found]


def file(stage: Stage, person: PersonId) -> None:
    handed_in = filing(stage.store, stage.batch, person)
    with stage.store.writing() as work:
        work.registrations.file(handed_in)


def supervisor_who_is(stage: Stage, serial: int) -> int:
    number = read_id_number(id_number(STUDENT.born, serial=serial), STUDENT.born.replace(year=2026))
    return registered(stage.store, name="李晓雨", number=number).id


def send(stage: Stage, supervisor: int) -> None:
    with stage.store.writing(stage.officer) as work:
        work.supervisions.send(stage.batch.id, supervisor, None)


def test_an_examiner_of_the_team_is_no_candidate(stage: Stage) -> None:
    with stage.store.reading() as work:
        examines, stays_away = (work.examiners.get(stage.examiners[n]).person for n in (0, 3))
        assert duty(work, stage.batch.id, examines) is Duty.EXAMINES
        assert duty(work, stage.batch.id, stays_away) is None
    assert refused(stage, examines) == [("R4.4", "examines", "batch")]
    assert refused(stage, stays_away) == []


def test_the_supervisor_is_no_candidate_unless_recalled(stage: Stage) -> None:
    student = sign_up(stage.store, serial=5)
    send(stage, supervisor_who_is(stage, serial=5))
    assert refused(stage, student) == [("R4.8", "supervises", "batch")]
    with stage.store.writing(stage.officer) as work:
        standing = work.supervisions.standing(stage.batch.id)
        assert standing
        work.supervisions.waive(stage.batch.id, "改为不派", standing.id)
    file(stage, student)


def test_a_candidate_is_not_sent_to_supervise(stage: Stage) -> None:
    student = sign_up(stage.store, serial=5)
    file(stage, student)
    with pytest.raises(NotPossible) as refusal:
        send(stage, supervisor_who_is(stage, serial=5))
    assert [one.key for one in refusal.value.findings] == ["supervisor-sits-batch"]


def test_a_candidate_takes_no_examiners_place(stage: Stage, clock: FixedClock) -> None:
    student = sign_up(stage.store, serial=5)
    file(stage, student)
    with stage.store.writing() as work:
        (absent, *_) = work.exam_calls.ask(stage.batch.id)
        same = examiners.update().where(examiners.c.id == stage.examiners[3])
        work.connection.execute(same.values(person_id=student))
    called = Caller(absent.person, None, "web", None, frozenset({Role.EXAMINER}))
    with stage.store.writing(called) as work:
        work.exam_calls.answer(absent.id, accepts=False, reason="那天要开会")
    clock.office = datetime(2026, 6, 2, 9, tzinfo=OFFICE_ZONE)
    with stage.store.writing(stage.station) as work, pytest.raises(NotPossible) as refusal:
        work.exam_calls.stand_in(absent.id, stage.examiners[3])
    assert [(one.key, one.rule) for one in refusal.value.findings] == [
        ("stand-in-sits-batch", "R4.4")
    ]
