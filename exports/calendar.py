"""Calendar files (.ics, RFC 5545): dates a phone takes over; sent again they move with what was moved."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MEDIA_TYPE = "text/calendar; charset=utf-8"
LINE_BYTES = 75
"""RFC 5545 3.1: a longer line goes on in the next, behind a space."""


@dataclass(frozen=True, slots=True)
class Event:
    """A day, or a moment that lasts no time; `uid` stays the same when it is moved."""

    uid: str
    at: datetime | date
    summary: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """`made_at` tells which of two versions of an event is the later."""

    name: str
    made_at: datetime
    events: tuple[Event, ...]


def ics(calendar: Calendar) -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kaowu//Kaowu//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(calendar.name)}",
    ]
    for event in calendar.events:
        lines += event_lines(event, calendar.made_at)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) + b"\r\n" for line in lines)


def event_lines(event: Event, made_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{in_utc(made_at)}"
    yield f"SEQUENCE:{sequence(made_at)}"
    if isinstance(event.at, datetime):
        yield f"DTSTART:{in_utc(event.at)}"
    else:
        yield f"DTSTART;VALUE=DATE:{event.at:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.at + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(event.summary)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def in_utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def sequence(made_at: datetime) -> int:
    """Minutes since 2020: a calendar takes over the version with the higher number."""
    return int((made_at - datetime(2020, 1, 1, tzinfo=UTC)).total_seconds()) // 60


def escaped(text: str) -> str:
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return "".join(sign for sign in text if sign >= " ")


def folded(line: str) -> bytes:
    """Pieces of at most 75 bytes, no character torn apart."""
    pieces = [b""]
    for sign in line:
        encoded = sign.encode()
        if len(pieces[-1]) + len(encoded) > LINE_BYTES:
            pieces.append(b" ")
        pieces[-1] += encoded
    return b"\r\n".join(pieces)
