"""Sixteen issuers in four processes number one series on one PostgreSQL, and a fifth process dies in the middle (R8.3).

10 000 certificates with `KAOWU_KILLS=1 pytest tests/kills`; in the suite there are 400. Every batch has two issuers,
each in another process.
"""

import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from multiprocessing.synchronize import Barrier
from pathlib import Path
from time import monotonic

import pytest
from sqlalchemy import insert, update

from rules.catalogue import Level
from rules.certificates import CertificateKind
from rules.exam_papers import ExamPart
from rules.issuing import Series
from rules.registration import RegistrationState
from rules.scores import ScoreState
from store.batches import BatchId, BatchState, batches
from store.database import dumps
from store.examiners import ExaminerId
from store.people import PersonId
from store.registration_rows import registrations
from store.registrations import boxes_context
from store.rosters import roster_lines, rosters
from store.score_rows import scores
from store.unit import Store, UnitOfWork
from tests.batches import furnish
from tests.kills.forking import forking
from tests.kills.test_last_seats import open_store
from tests.people import id_number
from tests.store import office
from tests.store.tree import CHANGZHOU

CERTIFICATES = 10_000 if "KAOWU_KILLS" in os.environ else 400
PROCESSES, ISSUERS, BATCHES = 4, 16, 16
EACH = CERTIFICATES // BATCHES
LONGEST = 1800.0
FIRST_SERIAL = 300
"""Beyond those of the office's own people."""
SERIES = Series(CertificateKind.CAPABILITY, CHANGZHOU, 2026, Level.FOUR)


def issue(store: Store, batch: BatchId) -> int:
    """All there is to issue of it, beside whoever else is at it; how many."""
    issued = 0
    while True:
        with store.writing() as work:
            now = work.issuing.issue_some(batch)
        issued += now
        if not now:
            return issued


def issue_two(url: str, folder: Path, mine: list[list[BatchId]], start: Barrier) -> None:
    """One process with four issuers; each batch is also another's in another process."""
    store = open_store(url, folder)
    start.wait()
    with ThreadPoolExecutor(len(mine)) as pool:
        list(pool.map(lambda two: [issue(store, batch) for batch in two], mine))
    store.close()


def die(url: str, folder: Path, batch: BatchId, start: Barrier) -> None:
    """Killed with numbers taken and nothing committed."""
    store = open_store(url, folder)
    start.wait()
    with store.writing() as work:
        work.issuing.issue_some(batch, 1)
    with store.writing() as work:
        work.issuing.issue_some(batch)
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def shared(empty_postgresql_url: str, tmp_path: Path) -> Store:
    return open_store(empty_postgresql_url, tmp_path)


def released(store: Store) -> list[BatchId]:
    """Batches of one series with everybody qualified: the same people sit all of them."""
    (examiner,) = furnish(store, 1)
    people = [office.sign_up(store, FIRST_SERIAL + n) for n in range(EACH)]
    with store.writing() as work:
        return [batch_of(work, people, examiner) for _ in range(BATCHES)]


def batch_of(work: UnitOfWork, people: list[PersonId], examiner: ExaminerId) -> BatchId:
    batch = work.batches.add(office.new_batch()).id
    (item,) = work.batches.items(batch)
    execute = work.connection.execute
    execute(update(batches).where(batches.c.id == batch).values(state=BatchState.SUBMITTED))
    execute(insert(rosters), {"batch_id": batch, "people": len(people), "submitted_at": work.now})
    for place, person in enumerate(people, start=1):
        number = f"26-{batch:04}-{place:04}"
        boxes = {
            "name": "李晓雨",
            "id_number": id_number(office.STUDENT.born, serial=FIRST_SERIAL + place - 1),
        }
        row = {
            "number": number,
            "batch_id": batch,
            "person_id": person,
            "id_fp": work.fingerprint(boxes["id_number"], "id-number"),
            "programme": item.unit.programme,
            "unit_code": item.unit.code,
            "level": item.level,
            "item_id": item.id,
            "candidate_type": office.STUDENT.candidate_type,
            "condition": office.STUDENT.condition,
            "state": RegistrationState.APPROVED,
            "boxes": work.seal(dumps(boxes), boxes_context(number)),
            "form_version": 1,
            "filed_at": work.now,
            "stamp_needed": True,
            "to_confirm": [],
            "step": 0,
        }
        adding = insert(registrations).returning(registrations.c.id)
        one = execute(adding, row).scalar_one()
        line = {"registration_id": one, "batch_id": batch, "running_number": place}
        execute(insert(roster_lines), line)
        for part in ExamPart:
            score = {
                "batch_id": batch,
                "registration_id": one,
                "part": part,
                "tenths": 850,
                "examiner_id": examiner,
                "state": ScoreState.CONFIRMED,
                "entered_at": work.now,
            }
            execute(insert(scores), score)
    work.issuing.release(batch, len(people))
    work.issuing.begin(batch)
    return batch


def test_no_number_is_missing_and_none_comes_twice(
    shared: Store,
    empty_postgresql_url: str,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    """The report of the run (`--junitxml`) has the seconds from the first unit to the last."""
    found = released(shared)
    two_each = [[found[n], found[(n + 1) % BATCHES]] for n in range(ISSUERS)]
    context = forking()
    start = context.Barrier(PROCESSES + 2)
    given = (empty_postgresql_url, tmp_path)
    issuers = [
        context.Process(target=issue_two, args=(*given, two_each[n::PROCESSES], start))
        for n in range(PROCESSES)
    ]
    dying = context.Process(target=die, args=(*given, found[0], start))
    for one in (*issuers, dying):
        one.start()
    start.wait()
    began = monotonic()
    for one in (*issuers, dying):
        one.join(LONGEST)
    record_property("seconds", round(monotonic() - began, 1))
    assert [one.exitcode for one in issuers] == [0] * PROCESSES
    assert dying.exitcode == -signal.SIGKILL
    with shared.reading() as work:
        of_batches = [list(work.issuing.of(batch)) for batch in found]
    numbers = [one.certificate.number for issued in of_batches for one in issued]
    assert sorted(numbers) == [SERIES.number(serial) for serial in range(1, CERTIFICATES + 1)]
    for issued in of_batches:
        assert [one.running_number for one in issued] == list(range(1, EACH + 1))
        in_order = [one.certificate.number for one in issued]
        assert in_order == sorted(in_order)
    assert {one.certificate.issued_on for one in of_batches[0]} == {date(2026, 6, 1)}
    shared.close()
