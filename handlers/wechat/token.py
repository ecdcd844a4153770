"""The access token: fetched by one process at a time, because a new one voids the one all others use."""

import time
from collections.abc import Callable
from datetime import timedelta
from threading import Lock
from uuid import uuid4

from handlers.channel import Unreachable
from store.unit import Store
from store.wechat_tokens import WechatToken

EARLY = timedelta(minutes=5)
"""A token is not used in the last minutes of its life."""
LEASE = timedelta(seconds=15)
"""Longer than a fetch takes at worst."""
LOOKS = 100
LOOK_EVERY_S = 0.1


class SharedToken:
    """Of one account, in any thread. `fetch` asks WeChat for a new token and tells how long it lives."""

    def __init__(
        self,
        store: Store,
        account: str,
        fetch: Callable[[], tuple[str, timedelta]],
        *,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._store = store
        self._account = account
        self._fetch = fetch
        self._pause = pause
        self._known: WechatToken | None = None
        self._lock = Lock()

    def current(self) -> str:
        """A token that should be good. Raises SendFailed when none can be had."""
        known = self._known
        if known and known.good_until > self._store.clock.machine_now():
            return known.text
        return self.other_than("")

    def other_than(self, refused: str) -> str:
        """A token after WeChat refused that one: another process may have fetched it, else we do."""
        with self._lock:
            if self._known is None or self._known.text == refused or self._is_over(self._known):
                self._known = self._kept(refused) or self._fetched(refused)
            return self._known.text

    def _is_over(self, token: WechatToken) -> bool:
        return token.good_until <= self._store.clock.machine_now()

    def _kept(self, refused: str) -> WechatToken | None:
        """What some process put into the store, unless it is the refused one."""
        with self._store.reading() as work:
            kept = work.wechat_tokens.find(self._account)
        return None if kept is None or kept.text == refused else kept

    def _fetched(self, refused: str) -> WechatToken:
        """Fetch under the lease; while another process holds it, wait for what that one fetches."""
        holder = uuid4().hex
        for _ in range(LOOKS):
            with self._store.writing() as work:
                ours = work.leases.take(f"wechat-token:{self._account}", holder, LEASE)
            # Whoever held the lease until a moment ago may have put one there.
            if kept := self._kept(refused):
                if ours:
                    self._end_lease(holder)
                return kept
            if ours:
                return self._put(holder)
            self._pause(LOOK_EVERY_S)
        raise Unreachable("token-not-fetched")

    def _put(self, holder: str) -> WechatToken:
        try:
            text, life = self._fetch()
            with self._store.writing() as work:
                return work.wechat_tokens.put(self._account, text, life - EARLY)
        finally:
            self._end_lease(holder)

    def _end_lease(self, holder: str) -> None:
        with self._store.writing() as work:
            work.leases.give_back(holder)
