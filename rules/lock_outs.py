"""Wrong passwords: growing pauses, then a lock-out, each one twice as long as the last (R1.8)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

FORGOTTEN_AFTER = timedelta(days=1)
"""Without a try; the next lock-out is a first one again."""
LONGEST = timedelta(days=1)
PAUSES_S = (0.0, 0.0, 0.5, 1.0, 2.0)
"""Before a try is looked at, by the wrong ones before it; a chat network waits no longer than seconds."""


@dataclass(frozen=True, slots=True)
class Tries:
    """What is remembered of the wrong passwords of one account; times are machine time."""

    failures: int = 0
    """Since the last right password or lock-out."""
    lock_outs: int = 0
    failed_at: datetime | None = None
    locked_until: datetime | None = None

    def locked_for(self, now: datetime) -> timedelta | None:
        """How long nobody gets in, the right password or not; None while tries are open."""
        if self.locked_until is None or self.locked_until <= now:
            return None
        return self.locked_until - now

    def pause_s(self) -> float:
        """How long the next try waits before it is looked at."""
        return PAUSES_S[min(self.failures, len(PAUSES_S) - 1)]


def failed(tries: Tries, now: datetime, *, lock_out_after: int, minutes: int) -> Tries:
    """One more wrong password; `lock_out_after` of them lock the account for `minutes`, then twice that."""
    if tries.locked_for(now):
        return tries
    quiet_since = max(filter(None, (tries.failed_at, tries.locked_until)), default=now)
    if now - quiet_since >= FORGOTTEN_AFTER:
        tries = Tries()
    if tries.failures + 1 < lock_out_after:
        return Tries(tries.failures + 1, tries.lock_outs, now)
    doublings = min(tries.lock_outs, 20)
    wait = min(timedelta(minutes=minutes) * 2**doublings, LONGEST)
    return Tries(0, tries.lock_outs + 1, now, now + wait)
