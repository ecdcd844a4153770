"""A candidate at a small office: signed in, with pictures at hand, answering a whole registration form."""

from dataclasses import replace
from datetime import date

from conversations.engine.messages import Kind, Outgoing, Received
from rules.candidates import CandidateType
from rules.catalogue import Level
from store.batches import Batch, NewItem
from store.unit import Store
from tests.store import office
from tests.store.office import MACHINIST, SCHOOL, WELDER
from tests.talk import Talker, talker

EXAM = date(2026, 9, 1)
"""Registration closes on 2026-08-22 at 00:00."""
LINES = (
    NewItem(WELDER, Level.FIVE, 5),
    NewItem(WELDER, Level.FOUR, 5),
    NewItem(MACHINIST, Level.FOUR, 5),
)


def opened(store: Store, candidate_type: CandidateType, *lines: NewItem) -> Batch:
    """A batch open for registration, the exam on 1 September."""
    days = {"theory_on": EXAM, "practice_on": EXAM}
    return office.open_batch(store, *(lines or LINES), candidate_type=candidate_type, **days)


def signed_in(store: Store, serial: int = 1, born: date = date(2008, 3, 4)) -> Talker:
    person = office.sign_up(store, serial, born)
    return talker(store, office.candidate(person))


def picture(store: Store, content: str = "a picture", media_type: str = "image/jpeg") -> Received:
    """A picture large enough for every use, kept the way a channel keeps it."""
    file = office.upload(store, content, media_type)
    kept = Received(file, media_type, 90_000, 600, 800, 600, 800, 90_000)
    return kept if media_type != "application/pdf" else replace(kept, width=None, height=None)


STUDENT = {
    "trade": "电焊工",
    "level": "4",
    "school": SCHOOL,
    "education": "中专、技校或职高",
    "enrolled_on": "2023年9月",
    "major": "焊接技术应用",
    "held_skill": "-",
    "phone": "0902-2231234",
    "condition": "1",
    "class_hours": "420",
    "other": "-",
    "study.since": ["2020-09", "2023-09"],
    "study.until": ["2023-07", "-"],
    "study.school": ["哈密第四中学", SCHOOL],
    "study.stage": ["初中", "中专、技校或职高"],
    "study.class_name": ["-", "23焊接1班"],
    "study.more": ["是", "否"],
}
EMPLOYED = {
    "trade": "电焊工",
    "level": "4",
    "education": "初中",
    "held_skill": "电焊工",
    "held_level": "5",
    "held_on": "2019-06-11",
    "held_certificate_number": "-",
    "held_issuer": "-",
    "years_in_trade": "11",
    "phone": "138 1234 5678",
    "condition": "2",
    "other": "会气焊",
    "employer": "哈密机械厂",
    "work.since": ["2015-01"],
    "work.until": ["-"],
    "work.employer": ["哈密机械厂"],
    "work.occupation": ["焊工"],
    "work.related": ["是"],
    "work.more": ["否"],
}
SOCIAL = {
    "trade": "电焊工",
    "level": "5",
    "education": "高中",
    "held_skill": "-",
    "years_in_trade": "0",
    "phone": "13812345678",
    "condition": "1",
    "other": "-",
    "has_employer": "否",
}


def fill(talker: Talker, answers: dict[str, str | list[str]]) -> Outgoing:
    """Answer until the review, each question as `answers` have it; every picture is shown and kept."""
    left = {box: [said] if isinstance(said, str) else [*said] for box, said in answers.items()}
    while talker.last.question and talker.last.question.kind is not Kind.REVIEW:
        question = talker.last.question
        assert question.error is None, (question.box, talker.last.text)
        match question.kind:
            case Kind.PHOTO:
                talker.show(picture(talker.store, f"{question.box} of {talker.token}"))
            case Kind.CONFIRM:
                talker.tap("keep")
            case _:
                talker.say(left[question.box].pop(0))
    return talker.last


def registered(talker: Talker, batch: Batch, answers: dict[str, str | list[str]]) -> Outgoing:
    """Fill in and submit."""
    talker.tap(f"/registration {batch.number}")
    fill(talker, answers)
    return talker.tap("submit")
