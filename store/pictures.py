"""Pictures as they arrive: judged, turned, reduced and stripped in a child process (R5.3, R5.4)."""

import json
import math
import queue
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from rules.findings import Refused
from rules.photos import MAX_BYTES
from store.picture_kinds import kind_of

READER = Path(__file__).with_name("picture_reader.py")
READABLE = frozenset({"jpeg", "png", "webp", "heic", "pdf"})

MAX_INPUT_BYTES = 20_000_000
MAX_PIXELS = 100_000_000
MEMORY_BYTES = 2_000_000_000
START_S = 60.0
"""A reader starts in a fifth of a second, but a machine under load may take its time."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file fit to keep: a PDF as it came, or a picture as an upright sRGB JPEG without any metadata.

    Sizes are in pixels of the upright picture and None for a PDF; `taken_at` is the camera's own clock.
    """

    data: bytes
    media_type: str
    width: int | None
    height: int | None
    taken_at: datetime | None
    original_width: int | None
    original_height: int | None
    original_bytes: int
    turned: bool
    reduced: bool
    """It came with more bytes than allowed, or has fewer pixels than it came with."""
    preview: bytes | None
    """A JPEG of at most 480 pixels a side, to be shown for confirmation."""


class PictureDesk:
    """Prepares pictures for any number of threads; its readers start with the first picture and stay warm.

    A reader that hangs, crashes or outgrows its memory costs only the file it was reading.
    """

    def __init__(
        self, workers: int = 1, timeout_s: float = 15.0, memory_bytes: int = MEMORY_BYTES
    ) -> None:
        self._workers = workers
        # Last in, first out: the warm reader goes first, a second one starts only when both are needed.
        self._idle: queue.LifoQueue[_Reader] = queue.LifoQueue()
        for _ in range(workers):
            self._idle.put(_Reader(memory_bytes, timeout_s))
        self._closing = threading.Lock()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def prepare(self, data: bytes) -> Prepared:
        """The file, fit to keep; waits while all readers are busy.

        Raises Refused with the reason and its numbers. Whether the picture is large enough for its
        purpose, and whether a PDF will do, is for the caller to judge.
        """
        kind = _readable_kind(data)
        reader = self._idle.get()
        try:
            if self._closed:
                raise RuntimeError("the picture desk is closed")
            head, jpeg, preview = reader.read(kind, data)
        finally:
            self._idle.put(reader)
        if "refused" in head:
            raise Refused(head["refused"], _rule(kind), **head["args"])
        return _pdf(data) if kind == "pdf" else _picture(head, jpeg, preview, len(data))

    def close(self) -> None:
        """Ends the readers, after the picture each may be at; nothing is left running."""
        with self._closing:
            self._closed = True
            readers = [self._idle.get() for _ in range(self._workers)]
            for reader in readers:
                reader.end()
                # Who still waits for a reader gets it, and is told that the desk is closed.
                self._idle.put(reader)


class _Reader:
    """One child process at a time, started when first needed and again after it failed."""

    def __init__(self, memory_bytes: int, timeout_s: float) -> None:
        self._timeout_s = timeout_s
        self._limits = {
            "memory_bytes": memory_bytes,
            # Decoders use several cores; the clock on the wall is the stricter limit.
            "cpu_s": math.ceil(timeout_s) * 4,
            "max_pixels": MAX_PIXELS,
            "max_bytes": MAX_BYTES,
        }
        self._pipe: Connection | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._between_files = False
        self._out_of_time = False

    def read(self, kind: str, data: bytes) -> tuple[dict[str, Any], bytes, bytes]:
        """The head, the picture and the preview of the child's answer."""
        pipe, process = self._ready()
        self._between_files = False
        watch = threading.Timer(self._timeout_s, self._stop_late, [process])
        watch.start()
        try:
            pipe.send_bytes(kind.encode())
            pipe.send_bytes(data)
            head, jpeg, preview = (pipe.recv_bytes(MAX_INPUT_BYTES) for _ in range(3))
        except (EOFError, OSError) as gone:
            self.end()
            if self._out_of_time or process.returncode == -signal.SIGXCPU:
                seconds = math.ceil(self._timeout_s)
                raise Refused("picture-too-slow", _rule(kind), seconds=seconds) from gone
            raise Refused("picture-unreadable", _rule(kind)) from gone
        finally:
            watch.cancel()
            # From here on the watch can no longer hit a child that has gone on to the next file.
            watch.join()
        # An interrupted file never gets here: its late answer would be taken for the next person's.
        self._between_files = not self._out_of_time
        return json.loads(head), jpeg, preview

    def end(self) -> None:
        """Kills the child and waits for it, so that no zombie stays."""
        self._between_files = False
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None
        if self._pipe:
            self._pipe.close()
            self._pipe = None

    def _ready(self) -> tuple[Connection, subprocess.Popen[bytes]]:
        if self._pipe and self._process and self._between_files and self._process.poll() is None:
            return self._pipe, self._process
        self.end()
        self._out_of_time = False
        self._pipe, theirs = Pipe()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own script
                [sys.executable, "-I", "-W", "ignore", str(READER), json.dumps(self._limits)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                # The server's environment holds keys and passwords.
                env={},
                # Ctrl-C in a terminal is for the server, which then ends its readers.
                start_new_session=True,
            )
        if not _says_ready(self._pipe):
            self.end()
            raise RuntimeError("the picture reader did not start")
        return self._pipe, self._process

    def _stop_late(self, process: subprocess.Popen[bytes]) -> None:
        self._out_of_time = True
        process.kill()


def _says_ready(pipe: Connection) -> bool:
    with suppress(EOFError, OSError):
        return pipe.poll(START_S) and pipe.recv_bytes() == b"ready"
    return False


def _readable_kind(data: bytes) -> str:
    if not data:
        raise Refused("picture-empty", "R5.3")
    if len(data) > MAX_INPUT_BYTES:
        raise Refused("picture-too-big", "R5.3", bytes=len(data), limit=MAX_INPUT_BYTES)
    kind = kind_of(data)
    if kind is None:
        raise Refused("picture-unreadable", "R5.3")
    if kind not in READABLE:
        raise Refused("picture-kind", "R5.3", kind=kind)
    if kind == "pdf" and len(data) > MAX_BYTES:
        raise Refused("pdf-too-large", "R5.4", bytes=len(data), limit=MAX_BYTES)
    return kind


def _rule(kind: str) -> str:
    return "R5.4" if kind == "pdf" else "R5.3"


def _pdf(data: bytes) -> Prepared:
    return Prepared(
        data=data,
        media_type="application/pdf",
        width=None,
        height=None,
        taken_at=None,
        original_width=None,
        original_height=None,
        original_bytes=len(data),
        turned=False,
        reduced=False,
        preview=None,
    )


def _picture(head: dict[str, Any], jpeg: bytes, preview: bytes, came_with: int) -> Prepared:
    size, original_size = tuple(head["size"]), tuple(head["original_size"])
    return Prepared(
        data=jpeg,
        media_type="image/jpeg",
        width=size[0],
        height=size[1],
        taken_at=datetime.fromisoformat(head["taken_at"]) if head["taken_at"] else None,
        original_width=original_size[0],
        original_height=original_size[1],
        original_bytes=came_with,
        turned=head["turned"],
        reduced=came_with > MAX_BYTES or size != original_size,
        preview=preview,
    )
