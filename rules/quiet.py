"""The hours in which nobody is woken by a message they did not ask for (⚙ R9.2)."""

from datetime import datetime, time, timedelta

from rules.policy import Policy


def not_before(now: datetime, policy: Policy) -> datetime | None:
    """When a message may go out: None at once, else the end of the quiet hours under way."""
    if not is_quiet(now.time(), policy.quiet_from, policy.quiet_until):
        return None
    until = policy.quiet_until
    end = now.replace(hour=until.hour, minute=until.minute, second=until.second, microsecond=0)
    return end if end > now else end + timedelta(days=1)


def is_quiet(at: time, since: time, until: time) -> bool:
    """Whether it is quiet at that time of day; the same beginning and end mean never."""
    if since <= until:
        return since <= at < until
    return at >= since or at < until
