"""Which core the threads of a server stay on."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import pytest

from bot import cores
from bot.cores import ALLOWED, one_core, roam

T = TypeVar("T")

pytestmark = pytest.mark.skipif(len(ALLOWED) < 2, reason="there is one core")


def apart(act: Callable[[], T]) -> T:
    """In a thread of its own: whatever core it stays on, the tests do not."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(act).result()


def mine() -> frozenset[int]:
    return frozenset(os.sched_getaffinity(0))


def test_a_server_and_the_threads_it_starts_stay_on_one_core() -> None:
    def serve() -> None:
        with one_core(uuid4().hex) as core:
            assert mine() == apart(mine) == {core}
        assert mine() == ALLOWED

    apart(serve)


def test_a_thread_for_long_work_runs_on_any_core() -> None:
    def serve() -> frozenset[int]:
        with one_core(uuid4().hex), ThreadPoolExecutor(1, initializer=roam) as threads:
            return threads.submit(mine).result()

    assert apart(serve) == ALLOWED


def test_no_two_servers_choose_the_same_core_and_one_too_many_runs_on_any() -> None:
    mark = uuid4().hex

    def serve() -> None:
        with ExitStack() as servers:
            kept = [servers.enter_context(one_core(mark)) for _ in ALLOWED]
            assert frozenset(kept) == ALLOWED
            with one_core(mark) as core:
                assert core is None

    apart(serve)


def test_a_core_is_free_again_after_its_server() -> None:
    mark = uuid4().hex

    def serve() -> list[int | None]:
        kept = []
        for _ in range(2):
            with one_core(mark) as core:
                kept.append(core)
        return kept

    first, second = apart(serve)
    assert first is not None
    assert first == second


def test_where_the_system_forbids_it_a_server_runs_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def forbidden(_thread: int, _cores: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "sched_setaffinity", forbidden)
    with one_core(uuid4().hex) as core:
        assert core is None
        assert mine() == ALLOWED


def test_the_fastest_core_comes_first_and_core_0_after_its_like(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(cores, "ALLOWED", frozenset(range(4)))
    monkeypatch.setattr(cores, "CORES", tmp_path)
    assert cores.several() == [1, 2, 3, 0]
    for core, khz in enumerate((2_000_000, 2_000_000, 3_500_000, 3_500_000)):
        told = tmp_path / f"cpu{core}/cpufreq"
        told.mkdir(parents=True)
        (told / "cpuinfo_max_freq").write_text(f"{khz}\n")
    assert cores.several() == [2, 3, 1, 0]
