"""Trying again what failed by bad luck: nothing was written, and a moment later it may go through."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

import structlog

from bot.pool import Pool
from handlers.channel import Busy
from store.faults import DraftMoved, TransientFault

T = TypeVar("T")

PAUSES = (0.01, 0.03, 0.07)
"""Seconds before the second, third and fourth attempt; who still waits then is told to come back."""

log = structlog.get_logger()


async def retrying(pool: Pool, work: Callable[[], T], pauses: Sequence[float] = PAUSES) -> T:
    """Do the work in the pool; Busy when the pool is full or every attempt met a transient fault."""
    return await trying(lambda: pool.run(work), pauses)


async def trying(attempt: Callable[[], Awaitable[T]], pauses: Sequence[float] = PAUSES) -> T:
    """Attempt it until it meets no transient fault; Busy when every attempt met one."""
    for pause in pauses:
        try:
            return await attempt()
        except (TransientFault, DraftMoved) as fault:
            log.info("tried-again", fault=told(fault))
            await asyncio.sleep(pause)
    try:
        return await attempt()
    except (TransientFault, DraftMoved) as fault:
        log.warning("given-up", fault=told(fault))
        raise Busy from fault


def told(fault: TransientFault | DraftMoved) -> str:
    """What passes by itself, for the log: a full disk or a database that is gone has to be seen there."""
    return str(fault) or type(fault).__name__
