"""One core for the threads that take turns with the interpreter.

Only one of them runs Python at a time. Spread over the cores, each hand-over (a turn has dozens, one for
every statement) wakes another core and finds its caches cold: up to half of the server's processor time.
"""

import os
import socket
from collections.abc import Iterator, Set
from contextlib import contextmanager
from pathlib import Path

ALLOWED = frozenset(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else frozenset()
"""What this process was started with; empty where threads cannot be kept anywhere."""
CORES = Path("/sys/devices/system/cpu")
MARK = "kaowu-core"
"""Of the servers on one machine."""


@contextmanager
def one_core(mark: str = MARK) -> Iterator[int | None]:
    """This thread, and those it starts, stay on a core nobody else with this mark stays on.

    None where that cannot be: one core, every core taken, another operating system, not allowed.
    """
    with socket.socket(socket.AF_UNIX) as taken:
        core = next((core for core in several() if take(taken, f"{mark}-{core}")), None)
        kept = core is not None and run_on({core})
        try:
            yield core if kept else None
        finally:
            roam()


def roam() -> None:
    """This thread runs on any core again: long work in C leaves the interpreter to others."""
    if ALLOWED:
        run_on(ALLOWED)


def run_on(cores: Set[int]) -> bool:
    """Whether the system lets this thread be kept there; it need not."""
    try:
        os.sched_setaffinity(0, cores)
    except OSError:
        return False
    return True


def several() -> list[int]:
    """The cores there are to choose from: the fastest first, and core 0, which serves the interrupts, after its like."""
    if len(ALLOWED) < 2:
        return []
    return sorted(ALLOWED, key=lambda core: (-speed(core), core == 0, core))


def speed(core: int) -> int:
    """In kHz at most; 0 where the machine does not tell. Not all cores of a laptop are alike."""
    try:
        return int((CORES / f"cpu{core}/cpufreq/cpuinfo_max_freq").read_text())
    except (OSError, ValueError):
        return 0


def take(taken: socket.socket, name: str) -> bool:
    """Whether the name is ours from now on; it goes with the process, however that ends."""
    try:
        taken.bind(f"\0{name}")
    except OSError:
        return False
    return True
