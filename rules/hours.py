"""Times of day as people write them: 9:00, 9点半, 下午2点."""

import re
import unicodedata

from rules.findings import Refused

_PATTERN = re.compile(
    r"(?P<half>上午|早上|中午|下午|晚上|am|pm)?"
    r"(?P<hour>\d{1,2})(?:[:.点时h](?:(?P<minute>\d{1,2})分?|(?P<thirty>半))?)?"
    r"(?P<after>am|pm)?"
)
_TOGETHER = re.compile(r"(\d{1,2})(\d{2})")
_AFTERNOON = frozenset({"下午", "晚上", "pm"})


def read_hour(raw: str) -> str:
    """下午2点半 → 14:30; Refused for what is no time of day."""
    text = "".join(unicodedata.normalize("NFKC", raw).casefold().split())
    if together := _TOGETHER.fullmatch(text):
        text = ":".join(together.groups())
    found = _PATTERN.fullmatch(text)
    if not found:
        raise Refused("hour-unreadable")
    hour = int(found["hour"])
    minute = 30 if found["thirty"] else int(found["minute"] or 0)
    half = found["half"] or found["after"]
    if half in _AFTERNOON and hour < 12:
        hour += 12
    if half == "中午" and hour < 11:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        raise Refused("hour-unreadable")
    return f"{hour:02}:{minute:02}"
