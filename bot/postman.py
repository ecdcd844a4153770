"""The postman: takes waiting mails to the mail server, beside the turns; what fails is tried again."""

import asyncio
from datetime import timedelta

import structlog

from bot.logs import places
from bot.pool import Pool
from bot.retries import retrying
from bot.smtp import CannotSend, MailServer
from handlers.channel import Busy
from store.mails import Mail, MailId
from store.unit import Store

LOOK_EVERY_S = 3.0
AT_ONCE = 10
LEASE = timedelta(minutes=5)
"""Longer than a slow server takes for that many."""
RETRY_IN = tuple(timedelta(seconds=s) for s in (20, 60, 180, 600, 1800))
"""After the last of them a mail is given up."""

log = structlog.get_logger()


class Postman:
    """For one event loop. Several processes may have one: a mail is claimed under a lease."""

    def __init__(
        self, store: Store, server: MailServer, *, look_every_s: float = LOOK_EVERY_S
    ) -> None:
        self._store = store
        self._server = server
        self._look_every_s = look_every_s
        # A slow mail server must not keep chats waiting, so it has a thread of its own.
        self._pool = Pool("mail", 1, 1)
        self._ending = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Finish the mails under way; the rest waits in the store."""
        self._ending.set()
        if self._task is not None:
            await self._task
        self._pool.close()

    async def _run(self) -> None:
        while not self._ending.is_set():
            try:
                await retrying(self._pool, self.round)
            except Busy:
                pass
            except Exception as error:  # noqa: BLE001 - the edge of one round
                log.error("mail-round-failed", error=type(error).__name__, at=places(error))  # noqa: TRY400 - without the message
            try:
                await asyncio.wait_for(self._ending.wait(), self._look_every_s)
            except TimeoutError:
                continue

    def round(self) -> int:
        """Send what waits; how many mails were claimed."""
        with self._store.writing() as work:
            mails = work.mails.claim(AT_ONCE, LEASE)
        if not mails:
            return 0
        outcome: dict[MailId, CannotSend | None] = {}
        try:
            with self._server.connected() as connection:
                for mail in mails:
                    try:
                        self._server.send(connection, mail)
                        outcome[mail.id] = None
                    except CannotSend as problem:
                        outcome[mail.id] = problem
        except CannotSend as problem:
            outcome = dict.fromkeys((mail.id for mail in mails), problem)
        for mail in mails:
            self._settle(mail, outcome[mail.id])
        return len(mails)

    def _settle(self, mail: Mail, problem: CannotSend | None) -> None:
        with self._store.writing() as work:
            if problem is None:
                work.mails.sent(mail.id)
                return
            over = problem.for_good or mail.attempts > len(RETRY_IN)
            retry_in = None if over else RETRY_IN[mail.attempts - 1]
            work.mails.failed(mail.id, str(problem), retry_in=retry_in)
        log.warning("mail-not-sent", mail=mail.id, problem=str(problem), given_up=over)
