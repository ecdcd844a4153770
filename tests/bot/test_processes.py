"""Several processes of one server, tried by a program that does nothing else."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

PROGRAM = """
import os, signal, sys
from bot import logs
from bot.processes import Ended, become
logs.configure("text")
try:
    first = become(2, pause_s=0)
except Ended as ended:
    print("all ended", flush=True)
    sys.exit(ended.code)
signal.signal(signal.SIGUSR1, lambda *_: os._exit(3))
who = "first" if first else "other"
os.write(1, f"{who} {os.getpid()}\\n".encode())  # a line in one piece: both write to one pipe
signal.pause()
"""


@dataclass
class Family:
    process: "subprocess.Popen[str]"

    def next_child(self) -> tuple[str, int]:
        assert self.process.stdout
        who, number = self.process.stdout.readline().split()
        return who, int(number)

    def rest(self) -> str:
        """All they say until none of them is left: only then there is an end of what they write."""
        assert self.process.stdout
        return self.process.stdout.read()


@contextmanager
def family() -> Iterator[Family]:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            yield Family(process)
        finally:
            process.kill()


def test_one_of_them_speaks_for_all() -> None:
    with family() as ours:
        children = dict([ours.next_child(), ours.next_child()])
        assert children.keys() == {"first", "other"}
        assert ours.process.pid not in children.values()


def test_one_that_is_killed_is_started_again_and_speaks_for_nobody() -> None:
    with family() as ours:
        children = dict([ours.next_child(), ours.next_child()])
        os.kill(children["first"], signal.SIGKILL)
        who, number = ours.next_child()
        assert who == "other"
        assert number not in children.values()


def test_told_to_end_all_of_them_end() -> None:
    for sign in (signal.SIGTERM, signal.SIGINT):
        with family() as ours:
            ours.next_child()
            ours.next_child()
            ours.process.send_signal(sign)
            assert ours.rest() == "all ended\n"
            assert ours.process.wait() == 0


def test_one_that_ends_in_error_ends_all_with_its_code() -> None:
    with family() as ours:
        _, number = ours.next_child()
        ours.next_child()
        os.kill(number, signal.SIGUSR1)
        assert ours.rest() == "all ended\n"
        assert ours.process.wait() == 3


def test_whoever_is_left_behind_ends_too() -> None:
    with family() as ours:
        ours.next_child()
        ours.next_child()
        ours.process.kill()
        assert ours.rest() == ""
