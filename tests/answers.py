"""What made-up candidates answer, by box: for talks through the API, the page and the kill test."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rules.candidates import CandidateType
from rules.years import add_months
from tests import pictures


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer as a client sends it: words, an option's value, or a picture."""

    text: str | None = None
    choice: str | None = None
    picture: bytes | None = field(default=None, repr=False)


def months_ago(today: date, months: int) -> str:
    return add_months(today.replace(day=1), -months).isoformat()[:7]


def student(today: date) -> dict[str, list[str]]:
    """Two years in a vocational school, 420 hours, for welder level 4."""
    return {
        "school": ["无锡机电高等职业技术学校"],
        "education": ["secondary_vocational"],
        "enrolled_on": [months_ago(today, 26)],
        "major": ["焊接技术应用"],
        "held_skill": ["skip"],
        "trade": ["capability:JX04-06-04-01"],
        "level": ["4"],
        "phone": ["0510-82712345"],
        "condition": ["school-4"],
        "class_hours": ["420"],
        "study.since": [months_ago(today, 62), months_ago(today, 26)],
        "study.until": [months_ago(today, 27), "skip"],
        "study.school": ["无锡市东林中学", "无锡机电高等职业技术学校"],
        "study.stage": ["junior_middle", "secondary_vocational"],
        "study.class_name": ["初三（2）班", "焊接 2401"],
        "study.more": ["yes", "no"],
    }


def employed(today: date) -> dict[str, list[str]]:
    """Six years as a welder, for level 4."""
    return {
        "education": ["high_school"],
        "held_skill": ["skip"],
        "trade": ["capability:JX04-06-04-01"],
        "level": ["4"],
        "years_in_trade": ["6"],
        "phone": ["13912345678"],
        "condition": ["4.1"],
        "employer": ["无锡锅炉厂有限公司"],
        "work.since": [months_ago(today, 74)],
        "work.until": ["skip"],
        "work.employer": ["无锡锅炉厂有限公司"],
        "work.occupation": ["电焊工"],
        "work.related": ["yes"],
        "work.more": ["no"],
    }


def social(today: date) -> dict[str, list[str]]:
    """Nobody's employee, for level 5, with a pledge instead of a stamp."""
    return {
        "education": ["junior_middle"],
        "held_skill": ["skip"],
        "trade": ["capability:JX04-06-04-01"],
        "level": ["5"],
        "years_in_trade": ["0"],
        "phone": ["13812345678"],
        "condition": ["5.1"],
        "has_employer": ["no"],
        "work.more": ["no"],
    }


ANSWERS = {
    CandidateType.STUDENT: student,
    CandidateType.EMPLOYED: employed,
    CandidateType.SOCIAL: social,
}


class Candidate:
    """Answers each question of a registration in turn; the same questions get the same answers."""

    def __init__(self, candidate_type: CandidateType, today: date) -> None:
        self.prepared = ANSWERS[candidate_type](today)
        self.asked: dict[str, int] = {}

    def reply(self, question: Mapping[str, Any], options: list[str]) -> Reply:
        """The answer to a question as the API puts it; `options` are the values on offer."""
        box, kind = question["box"], question["kind"]
        match kind:
            case "confirm":
                return Reply(choice="keep")
            case "review":
                return Reply(choice="submit")
            case "photo" | "file":
                data = pictures.portrait() if box == "photo" else pictures.document(line=box)
                return Reply(picture=data)
        answer = self.next(box)
        if answer is None:
            return Reply(choice="skip") if question["optional"] else Reply(choice=options[0])
        by_choice = kind in {"choice", "yes_no"} or answer == "skip"
        return Reply(choice=answer) if by_choice else Reply(text=answer)

    def next(self, box: str) -> str | None:
        """The prepared answer for this time the box is asked; the last one for any further time."""
        answers = self.prepared.get(box)
        if answers is None:
            return None
        place = self.asked.get(box, 0)
        self.asked[box] = place + 1
        return answers[min(place, len(answers) - 1)]
