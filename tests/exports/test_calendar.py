"""The calendar file, read back the way RFC 5545 says."""

from datetime import date, datetime, timedelta

from exports.calendar import LINE_BYTES, Calendar, Event, ics
from store.clock import OFFICE_ZONE

MADE = datetime(2026, 6, 1, 9, tzinfo=OFFICE_ZONE)
LONG = "理论考试：多工序数控机床操作调整工、电焊工，实训楼一层; 东门\n批次 2026-0417, 请带身份证\\"


def calendar(*events: Event, made_at: datetime = MADE) -> bytes:
    return ics(Calendar("截止日期", made_at, events))


def lines(file: bytes) -> list[str]:
    """Unfolded."""
    return file.decode().replace("\r\n ", "").split("\r\n")


def values(file: bytes, name: str) -> list[str]:
    return [line.partition(":")[2] for line in lines(file) if line.partition(":")[0] == name]


def test_a_moment_stands_in_utc_and_a_day_ends_before_the_next() -> None:
    exam = Event("theory-1@kaowu", datetime(2026, 9, 1, 9, tzinfo=OFFICE_ZONE), "考试")
    close = Event("close-1@kaowu", date(2026, 8, 31), "截止")
    file = calendar(exam, close)
    assert values(file, "DTSTART") == ["20260901T010000Z"]
    assert values(file, "DTSTART;VALUE=DATE") == ["20260831"]
    assert values(file, "DTEND;VALUE=DATE") == ["20260901"]
    assert values(file, "DTSTAMP") == ["20260601T010000Z"] * 2


def test_lines_are_folded_between_characters_and_read_back_whole() -> None:
    file = calendar(Event("a@kaowu", date(2026, 8, 21), LONG))
    pieces = file.split(b"\r\n")
    assert max(map(len, pieces)) <= LINE_BYTES
    assert all(piece.decode() is not None for piece in pieces)
    (summary,) = values(file, "SUMMARY")
    assert summary == LONG.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace(
        "\n", "\\n"
    )


def test_every_line_ends_with_both_signs_and_nothing_breaks_out_of_one() -> None:
    file = calendar(Event("a@kaowu", date(2026, 8, 21), "截止\r\nEND:VEVENT"))
    assert file.endswith(b"END:VCALENDAR\r\n")
    assert file.count(b"\n") == file.count(b"\r\n")
    assert lines(file).count("END:VEVENT") == 1


def test_what_moved_keeps_its_name_and_is_the_later_version() -> None:
    first = calendar(Event("theory-1@kaowu", date(2026, 9, 1), "考试"))
    moved = Event("theory-1@kaowu", date(2026, 9, 8), "考试")
    second = calendar(moved, made_at=MADE + timedelta(days=3))
    assert values(first, "UID") == values(second, "UID") == ["theory-1@kaowu"]
    assert int(values(second, "SEQUENCE")[0]) > int(values(first, "SEQUENCE")[0])


def test_an_empty_calendar_is_one_nevertheless() -> None:
    assert lines(calendar())[0] == "BEGIN:VCALENDAR"
    assert values(calendar(), "UID") == []
