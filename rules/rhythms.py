"""Rhythms: when something that comes again is due, in office time (R9.6)."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol


class Rhythm(Protocol):
    """Moments one after another, each in the time zone of the moment asked with."""

    def next_after(self, moment: datetime) -> datetime:
        """The first due moment later than that one."""


@dataclass(frozen=True, slots=True)
class Hourly:
    """Every full hour of the day from `first` to `last`, both included."""

    first: int = 0
    last: int = 23

    def next_after(self, moment: datetime) -> datetime:
        due = moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        if self.first <= due.hour <= self.last and due > moment:
            return due
        day = moment.date() if moment.hour < self.first else moment.date() + timedelta(days=1)
        return at(day, time(self.first), moment)


@dataclass(frozen=True, slots=True)
class Daily:
    """Every day at that time."""

    at: time

    def next_after(self, moment: datetime) -> datetime:
        due = at(moment.date(), self.at, moment)
        return due if due > moment else at(moment.date() + timedelta(days=1), self.at, moment)


@dataclass(frozen=True, slots=True)
class Weekly:
    """Every week on a day, Monday being 1."""

    day: int
    at: time

    def next_after(self, moment: datetime) -> datetime:
        ahead = (self.day - moment.isoweekday()) % 7
        due = at(moment.date() + timedelta(days=ahead), self.at, moment)
        return due if due > moment else due + timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Monthly:
    """Every month on a day; where a month has no such day, on its last."""

    day: int
    at: time

    def next_after(self, moment: datetime) -> datetime:
        due = at(self._in_month(moment.year, moment.month), self.at, moment)
        if due > moment:
            return due
        year, month = (moment.year, moment.month + 1) if moment.month < 12 else (moment.year + 1, 1)
        return at(self._in_month(year, month), self.at, moment)

    def _in_month(self, year: int, month: int) -> date:
        return date(year, month, min(self.day, calendar.monthrange(year, month)[1]))


def between(rhythm: Rhythm, after: datetime, until: datetime) -> list[datetime]:
    """All due moments later than `after`, up to `until` included."""
    dues = []
    due = rhythm.next_after(after)
    while due <= until:
        dues.append(due)
        due = rhythm.next_after(due)
    return dues


def at(day: date, moment: time, like: datetime) -> datetime:
    return datetime.combine(day, moment, tzinfo=like.tzinfo)
