"""Counting years: 满 N 年 is the same day N years later (R3.1)."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included; still running where `until` is None."""

    since: date
    until: date | None = None

    @property
    def last(self) -> date:
        return self.until or date.max


def month_of(day: date) -> str:
    """`2026-09`: how a day is told to whoever was asked for a month."""
    return day.isoformat()[:7]


def add_months(day: date, months: int) -> date:
    """The same day of the month; where the month has none, as 29 February, the day after its last.

    So nothing is ever full a day too early, and ages agree with `identity.age_on`.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > MAXYEAR:
        return date.max
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last)) + DAY * (day.day > last)


def add_years(day: date, years: int) -> date:
    """满 N 年 after `day`."""
    return add_months(day, 12 * years)


def full_on(periods: Iterable[Period], years: int, *, after: date = date.min) -> date | None:
    """The day on which the periods add up to full years, None if they never do.

    Only time from `after` on counts, and time covered twice counts once (R3.1). Days of earlier
    periods are laid directly before the next, so one unbroken period is counted by the calendar.
    """
    carried = timedelta()
    for period in _merged(periods, after):
        full = max(add_years(period.since - carried, years), period.since)
        if full - period.last <= DAY:
            return full
        carried += period.last - period.since + DAY
    return None


def _merged(periods: Iterable[Period], after: date) -> list[Period]:
    """The time covered, as periods that do not overlap, in order."""
    merged: list[Period] = []
    clipped = (Period(max(period.since, after), period.until) for period in periods)
    for period in sorted(clipped, key=lambda period: period.since):
        if period.last < period.since:
            continue
        if merged and period.since <= merged[-1].last:
            merged[-1] = Period(merged[-1].since, max(merged[-1].last, period.last))
        else:
            merged.append(period)
    return merged
