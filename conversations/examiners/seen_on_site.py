"""The boxes of the supervision report: what somebody standing in an exam hall counts, finds and photographs (R7.3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from conversations.candidates.pictures import judged_by
from conversations.engine.boxes import (
    Choice,
    Day,
    FieldPhoto,
    Hour,
    Number,
    Part,
    Text,
    only_when,
    optional,
)
from conversations.engine.boxes.base import Sheet
from conversations.engine.messages import Choosable
from rules.deadlines import OFFICE
from rules.findings import Refused
from rules.photos import document_findings
from rules.supervision_reports import LineVerdict, SupervisionLine
from store.batches import Batch


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """The batch as it was examined, how many were expected, why the report came back, and the present moment."""

    batch: Batch
    expected: int
    now: datetime
    came_back: str = ""

    @property
    def days(self) -> list[date]:
        """The days of the exam, also those to come: a draft goes on from one day to the next."""
        return sorted({self.batch.theory_on, self.batch.practice_on})


class PhotoOf(StrEnum):
    """What a picture shows."""

    THEORY = "theory"
    PRACTICE = "practice"
    SIGN_IN = "sign_in"
    PAPERS = "papers"
    FAULT = "fault"
    OTHER = "other"


def facts_of(sheet: Sheet) -> ReportFacts | None:
    found: ReportFacts | None = sheet.facts
    return found


def days_seen(form: Sheet) -> Iterator[Choosable]:
    facts = facts_of(form)
    for day in facts.days if facts else ():
        yield Choosable(day.isoformat(), label=day.isoformat())


def days_from_arrival(form: Sheet) -> Iterator[Choosable]:
    yield from (one for one in days_seen(form) if one.value >= (form.arrived_on or ""))


def moment(day: str, hour: str) -> datetime:
    """A day and a time of day as the office reads them."""
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(hour), OFFICE)


def today(sheet: Sheet) -> date | None:
    facts = facts_of(sheet)
    return facts.now.date() if facts else None


class LeavingHour(Hour):
    """Refused at once where it lies before the arrival, or has not come yet."""

    def fits(self, value: str, sheet: Sheet) -> None:
        super().fits(value, sheet)
        facts = facts_of(sheet)
        if facts is None or not (sheet.left_on and sheet.arrived_on and sheet.arrived_at):
            return
        left, arrived = moment(sheet.left_on, value), moment(sheet.arrived_on, sheet.arrived_at)
        if left < arrived:
            raise Refused("supervision-left-early", "R7.3", arrived=sheet.arrived_at, left=value)
        if left > facts.now:
            raise Refused("supervision-left-later", "R7.3", now=f"{facts.now:%H:%M}")


class Headcount(Number):
    """How many people; refused at once where it is more than the count before it."""

    def __init__(self, key: str, of: str) -> None:
        """`key`: what to say then; `of`: the box it is part of."""
        super().__init__(most=99999)
        self.key = key
        self.of = of

    def fits(self, value: Decimal, sheet: Sheet) -> None:
        super().fits(value, sheet)
        most = sheet.values[self.of]
        if most is not None and value > most:
            raise Refused(self.key, "R7.3", **{self.name: int(value), self.of: int(most)})


def said_no(line: SupervisionLine) -> Text:
    """What was wrong, asked for a no only."""
    return only_when(line, LineVerdict.NO, Text(longest=200))


class FaultFound(Part):
    """发现问题: settled on the spot, or to be corrected by a day."""

    what = Text(longest=300)
    handled = optional(Text(longest=200))
    demanded = optional(Text(longest=300))
    due_on = only_when("demanded", "", Day(earliest=today))


class SitePicture(Part):
    """现场照片; it keeps the time it was taken, or else the time it was handed over."""

    picture = FieldPhoto(judged_by(document_findings))
    shows = Choice(PhotoOf)
