"""The two clocks: office time, which a rehearsal may move, and machine time, which nobody moves."""

from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

OFFICE_ZONE = ZoneInfo("Asia/Shanghai")


class Clock(Protocol):
    """Both answers are aware; `office_now` is in Asia/Shanghai and never runs backwards."""

    def office_now(self) -> datetime:
        """The time regulations, reminders and due jobs go by."""

    def machine_now(self) -> datetime:
        """The time sessions, codes and rates go by."""


class SystemClock:
    """The real clock, for both."""

    def office_now(self) -> datetime:
        return datetime.now(OFFICE_ZONE)

    def machine_now(self) -> datetime:
        return datetime.now(UTC)
