"""200 candidates submit at once for the last 10 seats, through four processes on one PostgreSQL (R4.1, R4.6).

That many come with `KAOWU_KILLS=1 pytest tests/kills`; in the suite there are forty.
"""

import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import pytest

from rules.candidates import CandidateType
from rules.catalogue import Level
from rules.identity import read_id_number
from store.batches import Batch, NewItem
from store.files import FolderShelf
from store.rates import MemoryRates
from store.sealed import Keys
from store.sessions import SessionKind
from store.signals import MemorySignals
from store.unit import Store
from tests.candidates import STUDENT, fill, opened, signed_in
from tests.fakes import FixedClock
from tests.kills.forking import forking
from tests.people import id_number
from tests.store import office
from tests.store.office import WELDER
from tests.talk import Talker

CANDIDATES = 200 if "KAOWU_KILLS" in os.environ else 40
SEATS, PROCESSES = 10, 4
AT_ONCE = 25
"""Threads a process: more candidates than that are in each other's way for sure."""
PATIENCE = 60.0
"""Nobody is turned away for want of a connection on a machine that has other things to do."""


def open_store(url: str, folder: Path) -> Store:
    keys = Keys.load_or_create(folder)
    return Store(
        url,
        keys=keys,
        files=FolderShelf(folder / "files", keys),
        clock=FixedClock(),
        rates=MemoryRates(),
        signals=MemorySignals(),
        patience=PATIENCE,
    )


def submit(url: str, folder: Path, tokens: list[str], start: Barrier, replies: Any) -> None:
    """One process: its candidates tap "submit" on their reviews, all at the same moment."""
    store = open_store(url, folder)
    talkers = [Talker(store, token=token) for token in tokens]
    start.wait()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        said = pool.map(lambda talker: talker.tap("submit").text, talkers)
        replies.put(list(said))
    store.close()


@pytest.fixture
def shared(empty_postgresql_url: str, tmp_path: Path) -> Store:
    return open_store(empty_postgresql_url, tmp_path)


def ready(store: Store, batch: Batch) -> list[str]:
    """Candidates with the whole form filled in and the review before them: copies of one that stays as it is."""
    first = signed_in(store)
    first.tap(f"/registration {batch.number}")
    fill(first, {box: said for box, said in STUDENT.items() if box not in {"trade", "level"}})
    with store.reading() as work:
        session = work.sessions.find(first.token)
        assert session is not None
        (filled,) = work.drafts.open_ones(session.person)
    tokens = []
    with store.writing() as work:
        for serial in range(2, CANDIDATES + 2):
            number = read_id_number(id_number(office.STUDENT.born, serial=serial), work.today)
            guest = work.people.add_guest().id
            person = work.people.register(guest, "李晓雨", number, f"student-{serial}", "hash").id
            draft = work.drafts.open(person, filled.form, filled.form_version, filled.answers)
            work.people.set_front_draft(person, draft.id)
            tokens.append(work.sessions.open(person, SessionKind.BEARER)[1])
    return tokens


def submitted(url: str, folder: Path, tokens: list[str]) -> list[str]:
    """What each of them was told."""
    processes = forking()
    start, replies = processes.Barrier(PROCESSES), processes.Queue()
    running = [
        processes.Process(target=submit, args=(url, folder, tokens[n::PROCESSES], start, replies))
        for n in range(PROCESSES)
    ]
    for one in running:
        one.start()
    said = [text for _ in running for text in replies.get(timeout=PATIENCE)]
    for one in running:
        one.join(PATIENCE)
    assert [one.exitcode for one in running] == [0] * PROCESSES
    return said


def test_the_last_ten_seats_go_to_ten_of_many_in_the_order_of_their_numbers(
    shared: Store, empty_postgresql_url: str, tmp_path: Path
) -> None:
    batch = opened(shared, CandidateType.STUDENT, NewItem(WELDER, Level.FOUR, SEATS))
    tokens = ready(shared, batch)
    said = submitted(empty_postgresql_url, tmp_path, tokens)
    told = Counter("seated" if "已提交，编号 26-0001-" in text else text[:20] for text in said)
    assert told["seated"] == SEATS
    # Everybody else is told plainly, and nobody of a fault.
    assert len(said) == CANDIDATES
    assert all("已提交" in text or "名额已经报满" in text for text in said), told
    with shared.reading() as work:
        filed = [one for n in (0, 1) for one in work.registrations.of_batch(batch.id, (), n).things]
        (item,) = work.batches.items(batch.id)
    assert [one.number for one in filed] == [f"26-0001-{n:04}" for n in range(1, SEATS + 1)]
    assert item.taken == SEATS
    shared.close()
