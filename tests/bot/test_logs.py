"""The log: one line an event, whoever says it."""

import subprocess
import sys


def test_what_a_library_says_on_several_lines_is_one_event_on_one() -> None:
    program = (
        "import logging; from bot import logs; logs.configure('text');"
        r"logging.getLogger('psycopg').warning('connection refused\n\tIs it running?\n')"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    (line,) = ran.stderr.splitlines()
    assert "connection refused Is it running?" in line
