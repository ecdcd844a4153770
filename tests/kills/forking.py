"""Processes of their own that need not import everything again."""

from multiprocessing import get_context
from multiprocessing.context import ForkServerContext

IMPORTED = ["tests.kills.test_issuing", "tests.kills.test_last_seats"]


def forking() -> ForkServerContext:
    """Each is forked from a process that has imported our modules and has no threads."""
    context = get_context("forkserver")
    context.set_forkserver_preload(IMPORTED)
    return context
