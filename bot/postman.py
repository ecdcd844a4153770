"""The postman: takes waiting mails to the mail server, beside the turns; what fails is tried again."""

from datetime import timedelta

import structlog

from bot.beside import Beside, pausing
from bot.pool import Pool
from bot.retries import retrying
from bot.smtp import CannotSend, MailServer
from store.mails import Mail, MailId
from store.unit import Store

LOOK_EVERY_S = 3.0
AT_ONCE = 10
LEASE = timedelta(minutes=5)
"""Longer than a slow server takes for that many."""
RETRY_IN = tuple(timedelta(seconds=s) for s in (20, 60, 180, 600, 1800))
"""After the last of them a mail is given up."""

log = structlog.get_logger()


class Postman(Beside):
    """Several processes may have one: a mail is claimed under a lease."""

    def __init__(self, store: Store, server: MailServer) -> None:
        super().__init__("mail-round-failed", pausing(LOOK_EVERY_S))
        self._store = store
        self._server = server
        # A slow mail server must not keep chats waiting, so it has a thread of its own.
        self._pool = Pool("mail", 1, 1)

    async def stop(self) -> None:
        await super().stop()
        self._pool.close()

    async def look(self) -> bool:
        await retrying(self._pool, self.round)
        return False

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
