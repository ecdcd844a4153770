"""A unit that becomes a station in the chat: what everybody answers, step by step."""

from conversations.engine.messages import Kind, Outgoing, Received
from rules.stations import InspectionLine
from tests.candidates import picture
from tests.talk import Talker

ANSWERS: dict[str, str | list[str]] = {
    "head": "王建国",
    "email": "office@wxjx.example",
    "trades.trade": "电焊工",
    "trades.levels": "5 4",
    "trades.more": "否",
    "kind": "技工学校",
    "legal_representative": "王建国",
    "address": "江苏省无锡市惠山区学院路",
    "phone": "0510-82712345",
    "postcode": "214151",
    "teachers": "实训教师 12 人，其中高级技师 4 人",
    "deputies.more": ["是", "否"],
    "deputies.name": "刘芳",
    "full_time_officer": "陈明",
    "staff_note": "-",
    "systems": "0",
    "system_files.more": "否",
    "office_area": "60",
    "theory_area": "180.5",
    "practice_area": "900",
    "theory_for_training": "是",
    "office_equipment": "1-4",
    "equipment.more": ["是", "否"],
    "equipment.model": "焊机 ZX7-400",
    "equipment.quantity": "12",
    "testing_equipment.more": ["是", "否"],
    "testing_equipment.model": "焊缝检验尺",
    "testing_equipment.quantity": "6",
    "site_photos.more": ["是", "是", "是", "是", "是", "否"],
    "remarks": "-",
}


def fill(
    talker: Talker, answers: dict[str, str | list[str]], pictures: Received | None = None
) -> Outgoing:
    """Answer until the review, every picture shown and kept; a box without an answer is skipped."""
    left = {box: [said] if isinstance(said, str) else [*said] for box, said in answers.items()}
    serial = 0
    while (question := talker.last.question) and question.kind is not Kind.REVIEW:
        assert question.error is None, (question.box, talker.last.text)
        match question.kind:
            case Kind.CONFIRM:
                talker.tap("keep")
            case Kind.PHOTO:
                serial += 1
                talker.show(pictures or picture(talker.store, f"{question.box} {serial}"))
            case _:
                talker.say(left[question.box].pop(0))
    return talker.last


def filed(unit: Talker, **changes: str | list[str]) -> Outgoing:
    unit.tap("/station_application")
    fill(unit, {**ANSWERS, **{box.replace("__", "."): said for box, said in changes.items()}})
    return unit.tap("submit")


def sealed(unit: Talker) -> Outgoing:
    unit.tap("/sealed_application")
    for page in ("first", "last"):
        unit.show(picture(unit.store, f"{page} page, signed and sealed"))
        unit.tap("keep")
    return unit.last


def inspected(officer: Talker, **changes: str) -> Outgoing:
    """Note a visit with every line met but those in `changes`."""
    answers: dict[str, str | list[str]] = dict.fromkeys(InspectionLine, "符合")
    answers |= {"inspected_on": "2026-06-01", "inspectors": "孙丽华，李强", "photos.more": "否"}
    officer.tap("/inspection")
    fill(officer, {**answers, **changes})
    return officer.tap("submit")


def agreed(officer: Talker, paper: int, decision: str) -> None:
    """Read the paper and agree to it."""
    officer.tap(f"/approve {paper}")
    officer.tap(next(value for value in officer.values if value.endswith(f" {decision}")))
    officer.say("同意")
    assert officer.last.question is None, officer.last.text
