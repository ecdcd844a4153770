"""A workbook somebody sent, read in a child process with limits: its first visible sheet as typed cells."""

import json
import math
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from rules.cells import Cell, CellFault, SentSheet
from rules.findings import Refused

READER = Path(__file__).with_name("workbook_reader.py")

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_ROWS, MAX_COLUMNS = 2000, 60
"""What is read while a person waits; longer lists are for the office's import."""
MAX_BYTES = 5_000_000
UNPACKED_BYTES = 60_000_000
MEMORY_BYTES = 1_000_000_000
TIMEOUT_S = 20.0


def read_workbook(
    data: bytes, *, timeout_s: float = TIMEOUT_S, memory_bytes: int = MEMORY_BYTES
) -> SentSheet:
    """The first visible sheet; Refused says what the file is instead and what to send.

    Takes a thread for up to `timeout_s`. A file that hangs or crashes its reader costs only itself.
    """
    if len(data) > MAX_BYTES:
        raise Refused("workbook-too-big", megabytes=MAX_BYTES // 1_000_000)
    limits = {
        "memory_bytes": memory_bytes,
        "cpu_s": math.ceil(timeout_s),
        "unpacked_bytes": UNPACKED_BYTES,
        "rows": MAX_ROWS,
        "columns": MAX_COLUMNS,
    }
    said = json.loads(_run(data, json.dumps(limits), timeout_s))
    if "refused" in said:
        raise Refused(said["refused"], **said["args"])
    return SentSheet(
        said["sheet"],
        tuple(tuple(map(_cell, row)) for row in said["rows"]),
        frozenset((row, column) for row, column in said["computed"]),
    )


def _run(data: bytes, limits: str, timeout_s: float) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - our own script
            [sys.executable, "-I", "-W", "ignore", str(READER), limits],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # The server's environment holds keys and passwords.
            env={},
            # Ctrl-C in a terminal is for the server.
            start_new_session=True,
            timeout=timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise Refused("workbook-too-slow") from late
    if done.returncode == -signal.SIGXCPU:
        raise Refused("workbook-too-slow")
    if done.returncode:
        raise Refused("workbook-unreadable")
    return done.stdout


def _cell(kept: Any) -> Cell:
    match kept:
        case {"day": day}:
            return date.fromisoformat(day)
        case {"fault": fault}:
            return CellFault(fault)
        case _:
            return kept  # type: ignore[no-any-return]  # text, number, bool or null of our own reader
