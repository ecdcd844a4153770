"""Several servers on one port, each a process: one that is killed is started again."""

import os
import signal
import time
from contextlib import suppress
from threading import Thread
from types import FrameType

import structlog

ENDING = (signal.SIGINT, signal.SIGTERM)
PAUSE_S = 1.0
"""Before the next start: what kills every one of them must not keep the machine busy."""

log = structlog.get_logger()


class Ended(Exception):
    """All have ended; `code` is not 0 where one of them ended in error."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def become(count: int, pause_s: float = PAUSE_S) -> bool:
    """Go on as so many processes; whether this one speaks for all. To be called before there are threads.

    The caller itself stays behind, starts again what is killed, passes on SIGINT and SIGTERM, and at the
    end raises Ended. A process that ends by itself had its reason, which the others share: all end.
    """
    family = Family()
    for place in range(count):
        if family.begins_child():
            return place == 0
    while family.lost_one():
        time.sleep(pause_s)  # a process of its own, with nothing else to do
        if family.begins_child():
            return False
    raise Ended(family.code)


class Family:
    """The process that started the others, and they."""

    def __init__(self) -> None:
        self.code = 0
        self._children: set[int] = set()
        self._ending = False
        self._lifeline = os.pipe()
        """Written to by nobody: who reads there learns that the parent is gone, however it ended."""
        for sign in ENDING:
            signal.signal(sign, self._end)

    def begins_child(self) -> bool:
        """Whether this is the new child."""
        # A signal waits until it is clear who is who.
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
        try:
            if self._ending:
                return False
            child = os.fork()
            if child:
                self._children.add(child)
            else:
                self._leave_home()
            return not child
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)

    def lost_one(self) -> bool:
        """Wait: whether one was killed and is missing now; else all have ended."""
        while self._children:
            child, status = os.wait()
            self._children.discard(child)
            code = os.waitstatus_to_exitcode(status)
            if self._ending:
                continue
            if code < 0:
                log.warning("process-killed", signal=-code)
                return True
            self.code = code
            self._end()
        return False

    def _leave_home(self) -> None:
        for sign in ENDING:
            signal.signal(sign, signal.SIG_DFL)
        # Ctrl-C at a terminal goes to a group: the parent alone gets it and passes it on once.
        os.setpgid(0, 0)
        alive, held = self._lifeline
        os.close(held)
        Thread(target=end_with_parent, args=(alive,), daemon=True).start()

    def _end(self, _sign: int = 0, _frame: FrameType | None = None) -> None:
        self._ending = True
        for child in self._children:
            # It may have ended between being waited for and being struck off.
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGTERM)


def end_with_parent(alive: int) -> None:
    os.read(alive, 1)
    os.kill(os.getpid(), signal.SIGTERM)
