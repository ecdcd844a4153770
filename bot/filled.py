"""A registration as it stands on paper: stored answers in the words of the printed form."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from conversations.candidates.registration import Registration as Form
from conversations.stations.written_histories import write_history
from conversations.words import LANGUAGES, words
from exports.application_form import ApplicationForm, HistoryLine, Seal
from exports.roster import RosterHead, RosterRow
from rules.candidates import CandidateType, Schooling, Sex
from rules.catalogue import Level, Unit, level_name
from rules.identity import read_id_number
from rules.registration import RegistrationState
from store.batches import Batch
from store.registrations import PrintedRegistration, Registration, RosterLine

PAPER = words(LANGUAGES[0])
"""The forms are printed in Chinese, whatever language the candidate speaks with us."""


class Boxes:
    """The answers of a registration, by the name of their box."""

    def __init__(self, kept: Mapping[str, Any]) -> None:
        self._kept = kept

    def text(self, box: str) -> str:
        """What was written, or nothing."""
        value = self._kept.get(box)
        return "" if value is None else str(value)

    def day(self, box: str) -> date | None:
        value = self._kept.get(box)
        return date.fromisoformat(value) if value else None

    def choice(self, box: str, kind: type[Enum]) -> str:
        """A fixed choice in words."""
        value = self._kept.get(box)
        if not value:
            return ""
        return PAPER.argument(kind(int(value) if issubclass(kind, int) else value))

    def history(self, box: str, place: str, role: str) -> tuple[HistoryLine, ...]:
        """The lines of a repeating part."""
        entries: Iterable[Mapping[str, Any]] = self._kept.get(box) or ()
        return tuple(
            HistoryLine(
                since=date.fromisoformat(entry["since"]),
                until=date.fromisoformat(entry["until"]) if entry.get("until") else None,
                place=str(entry.get(place) or ""),
                role=str(entry.get(role) or ""),
            )
            for entry in entries
        )


def application_form(printed: PrintedRegistration, photo: bytes | None) -> ApplicationForm:
    """附件一 of a registration (R5.1)."""
    registration, batch, unit = printed.registration, printed.batch, printed.unit
    boxes = Boxes(printed.boxes)
    born = boxes.day("born")
    assert born is not None  # nobody signs up without
    return ApplicationForm(
        programme=registration.programme,
        number=registration.number,
        candidate_type=PAPER.argument(registration.candidate_type),
        name=boxes.text("name"),
        sex=boxes.choice("sex", Sex),
        born=born,
        id_number=boxes.text("id_number"),
        photo=photo,
        seal=seal(registration.candidate_type, boxes),
        school=boxes.text("school"),
        enrolled_on=boxes.day("enrolled_on"),
        employer=boxes.text("employer"),
        post=post(boxes),
        education=boxes.choice("education", Schooling),
        major=boxes.text("major"),
        held_skill=held(boxes),
        held_certificate_number=boxes.text("held_certificate_number"),
        held_issuer=boxes.text("held_issuer"),
        occupation=unit.occupation_name,
        trade="" if unit.name == unit.occupation_name else unit.name,
        trade_code=unit.code,
        years_in_trade=years(boxes),
        level=level(registration.level, unit),
        phone=boxes.text("phone"),
        condition=condition(registration.condition),
        class_hours=boxes.text("class_hours"),
        study=boxes.history("study", "school", "class_name"),
        work=boxes.history("work", "employer", "occupation"),
        other=boxes.text("other"),
        batch_number=batch.number,
        station=batch.station_name,
        exam_date=batch.exam_on,
    )


def level(of: Level, unit: Unit) -> str:
    return PAPER.argument(level_name(of, unit))


def held(boxes: Boxes) -> str:
    """已取得职业技能名称及等级."""
    return " ".join(filter(None, (boxes.text("held_skill"), boxes.choice("held_level", Level))))


def years(boxes: Boxes) -> str:
    counted = boxes.text("years_in_trade")
    return f"{counted} 年" if counted else ""


def post(boxes: Boxes) -> str:
    """The occupation at the present employer, as the work history has it."""
    present = [job.role for job in boxes.history("work", "employer", "occupation") if not job.until]
    return present[-1] if present else ""


def seal(candidate_type: CandidateType, boxes: Boxes) -> Seal:
    """Who closes the form (R5.4): the school, the employer, or the person alone."""
    if candidate_type is CandidateType.STUDENT:
        return Seal.SCHOOL
    return Seal.EMPLOYER if boxes.text("employer") else Seal.PROMISE


def condition(claimed: str) -> str:
    """The condition a registration claims, in its printed words."""
    key = f"condition-{claimed.replace('.', '-').replace('+', '-and-')}"
    return PAPER.say(key) if PAPER.has(key) else claimed


def condition_named(claimed: str) -> str:
    """The condition in a word, for a column: 四级（2）, or 在校学生条件 as R3.2 has it recorded."""
    if claimed.startswith("school"):
        return PAPER.say("condition-name-school")
    figure, _, number = claimed.partition(".")
    return PAPER.say(
        "condition-name", level=PAPER.say(f"level-{figure}").split("（")[0], number=number
    )


def roster_head(batch: Batch) -> RosterHead:
    return RosterHead(batch.programme, batch.number, batch.station_name, batch.exam_on)


def roster_row(line: RosterLine) -> RosterRow:
    """One candidate of the roster (R5.7), in the words of the form."""
    registration, unit = line.registration, line.unit
    boxes = Boxes(line.boxes)
    born = boxes.day("born")
    assert born is not None  # nobody signs up without
    student = registration.candidate_type is CandidateType.STUDENT
    hours = boxes.text("class_hours")
    filed_on = registration.filed_at.date()
    return RosterRow(
        number=registration.number,
        name=boxes.text("name"),
        sex=boxes.choice("sex", Sex),
        born=born,
        id_type=PAPER.argument(read_id_number(boxes.text("id_number"), filed_on).kind),
        id_number=boxes.text("id_number"),
        candidate_type=PAPER.argument(registration.candidate_type),
        institution=boxes.text("school" if student else "employer"),
        education=boxes.choice("education", Schooling),
        enrolled_on=boxes.day("enrolled_on"),
        major=boxes.text("major") if student else post(boxes),
        held_skill=held(boxes),
        held_certificate_number=boxes.text("held_certificate_number"),
        held_issuer=boxes.text("held_issuer"),
        occupation_code=unit.occupation_code,
        occupation=unit.occupation_name,
        trade_code=unit.code,
        trade=unit.name,
        years_in_trade=years(boxes),
        level=level(registration.level, unit),
        condition=condition_named(registration.condition),
        class_hours=int(hours) if hours.isdecimal() else None,
        phone=boxes.text("phone"),
        other=boxes.text("other"),
        stamped_form=registration.stamped_at.date().isoformat() if registration.stamped_at else "",
        eligible=eligible(registration),
        history=history(line.boxes),
    )


def eligible(registration: Registration) -> str:
    """是否符合申报条件: what the station found, once it has (R5.6)."""
    approved = registration.state is RegistrationState.APPROVED
    return PAPER.say("roster-eligible") if approved else ""


def history(boxes: Mapping[str, Any]) -> str:
    """Study and work in one cell, the way a list is read again."""
    parts = (("study", Form.study), ("work", Form.work))
    return "；".join(
        write_history(boxes[name], part, PAPER) for name, part in parts if boxes.get(name)
    )
