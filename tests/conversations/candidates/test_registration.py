"""The registration form as a paper: what is asked of whom, what follows from what, what it becomes for the rules."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from conversations.candidates.choices import condition_key
from conversations.candidates.registration import Registration
from conversations.engine.answering import answer
from conversations.engine.desk import Desk, Filling
from conversations.engine.form import State
from conversations.engine.messages import Kind, Said
from conversations.engine.presenting import present
from conversations.sources.trades import trade_value
from conversations.words import LANGUAGES, words
from rules.candidates import CandidateType
from rules.catalogue import Level
from rules.deadlines import OFFICE
from rules.eligibility import conditions_for
from rules.histories import StudyEntry, WorkEntry
from rules.materials import Material
from rules.policy import Policy
from rules.registration import Duty
from tests.conversations.candidates.world import (
    ANYBODY,
    JOB,
    ONE_CHOICE,
    PAGE,
    PORTRAIT,
    SOCIAL,
    STUDENT,
    STUDENTS,
    WORKER,
    World,
    entries,
    items,
    read,
)
from tests.conversations.walk import Walk
from tests.rules.units import MACHINIST, WELDER

ALL_TYPES = pytest.mark.parametrize("answers", [STUDENT, WORKER, ANYBODY], ids=lambda a: a["batch"])


def asked(form: Registration) -> set[str]:
    return {line.path for line in form.asked()}


def problems(answers: dict[str, Any], world: World | None = None) -> list[tuple[str, str | None]]:
    return [(finding.key, finding.box) for finding in read(answers, world).problems()]


@ALL_TYPES
def test_a_form_of_each_type_can_be_filled_and_filed(answers: dict[str, Any]) -> None:
    form = read(answers)
    assert form.first_open() is None
    assert problems(answers) == []


@ALL_TYPES
def test_what_is_known_from_sign_up_is_never_asked(answers: dict[str, Any]) -> None:
    known = {line.path for line in read(answers).lines if line.state is State.KNOWN}
    assert known >= {"name", "sex", "born", "id_number"}


def test_students_tell_their_school_and_others_their_work() -> None:
    school = {"school", "enrolled_on", "major", "study", "student_card"}
    work = {"years_in_trade", "employer", "work"}
    assert asked(read(STUDENT)) >= school
    assert not asked(read(STUDENT)) & work
    assert asked(read(WORKER)) >= work
    assert not asked(read(WORKER)) & school


def test_only_the_proofs_of_the_condition_claimed_are_asked_for() -> None:
    pictures = {str(m) for m in Material}
    assert asked(read(STUDENT)) & pictures == {
        "photo",
        "id_card_front",
        "id_card_back",
        "student_card",
        "class_hours_proof",
    }
    assert "pledge" in asked(read(ANYBODY))
    employed_now = {**ANYBODY, "has_employer": True}
    assert "pledge" not in asked(read(employed_now))
    assert "employer" in asked(read(employed_now))


def test_a_certificate_is_asked_for_in_full_once_one_is_held() -> None:
    more = {"held_level", "held_on", "held_certificate_number", "held_issuer"}
    assert not asked(read(WORKER)) & more
    assert asked(read({**WORKER, "held_skill": "电焊工"})) >= more


def test_a_choice_there_is_none_of_is_not_asked() -> None:
    form = read({**STUDENT, "batch": ONE_CHOICE.number, "trade": None, "level": None})
    assert (form.trade, form.level) == (trade_value(WELDER), Level.FOUR)
    assert not {"trade", "level"} & asked(form)
    assert form.first_open() is None


def test_a_trade_without_the_level_names_the_level_and_keeps_the_rest() -> None:
    five = {**STUDENT, "level": "5", "condition": "5.1"}
    walk = Walk(Registration, World(), answers=five)
    walk.answer(Said(choice="edit:trade"))
    walk.answer(Said(choice=trade_value(MACHINIST)))
    assert walk.question.kind is Kind.CONFIRM
    assert "申报等级、申报条件" in walk.said.text
    assert walk.filling.answers == five
    walk.answer(Said(choice="keep"))
    assert walk.question.box == "level"
    assert walk.filling.answers["school"] == STUDENT["school"]


def test_practice_is_asked_about_only_while_two_years_are_not_full() -> None:
    assert "leaves_for_practice" not in asked(read(STUDENT))
    late = {**STUDENT, "enrolled_on": "2025-02-01"}
    assert "leaves_for_practice" in asked(read(late))
    assert "need-years-in-school" in dict(problems({**late, "leaves_for_practice": False}))


def test_a_condition_plainly_not_met_is_refused_where_it_is_chosen() -> None:
    line = read({**STUDENT, "education": "junior_middle"}).line("condition")
    assert line is not None
    assert line.state is State.UNFIT
    assert line.why is not None
    assert line.why.key == "need-schooling"


def test_a_condition_that_only_lacks_what_is_asked_later_can_be_chosen() -> None:
    short = {**WORKER, "work": entries({**JOB, "since": "2024-01-01"})}
    assert read(short).condition == "4.1"
    assert problems(short) == [("need-worked", "work")]


def test_class_hours_too_few_are_named_before_filing() -> None:
    assert problems({**STUDENT, "class_hours": "360"}) == [("need-class-hours", "class_hours")]


def test_work_not_related_to_the_trade_does_not_count() -> None:
    assert problems({**WORKER, "work": entries({**JOB, "related": False})}) == [
        ("need-worked", "work")
    ]


@pytest.mark.parametrize(
    ("phone", "batch", "found"),
    [
        ("0902-2231234", STUDENT, []),
        ("0902-2231234", WORKER, [("phone-mobile-only", "phone")]),
    ],
)
def test_a_landline_is_a_students_phone_only(
    phone: str, batch: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    assert problems({**batch, "phone": phone}) == found


def test_months_become_whole_months_of_work_and_of_school() -> None:
    worked = {**WORKER, "work": entries({**JOB, "until": "2024-02-01"}, JOB)}
    first, second = read(worked).application().work
    assert first == WorkEntry(date(2015, 1, 1), date(2024, 2, 29), "哈密机械厂", "焊工", None)
    assert second.until is None
    attended = read(STUDENT).application().study
    assert attended[0] == StudyEntry(
        date(2020, 9, 1), date(2023, 7, 1), "哈密第四中学", attended[0].stage, ""
    )


def test_work_ended_this_month_ends_today_and_not_in_the_future() -> None:
    this_month = {**WORKER, "work": entries({**JOB, "until": "2026-06-01"})}
    assert read(this_month).application().work[0].until == date(2026, 6, 1)
    assert problems(this_month) == []


def test_a_school_that_ends_this_month_is_attended_still() -> None:
    *_, last = STUDENT["study"]["entries"]
    leaving = {**last["answers"], "until": "2026-06-01"}
    first = STUDENT["study"]["entries"][0]["answers"]
    assert problems({**STUDENT, "study": entries(first, leaving)}) == []


# --- the batch ---


@pytest.mark.parametrize(
    ("world", "reason"),
    [
        (World(registered=frozenset({STUDENTS.number})), "already-registered"),
        (World(duty=Duty.EXAMINES), "candidate-serves"),
        (World(duty=Duty.SUPERVISES), "candidate-serves"),
        (World(now=STUDENTS.closes_at), "window-closed"),
        (World({STUDENTS.number: (STUDENTS, items((WELDER, Level.FOUR), taken=30))}), "batch-full"),
    ],
)
def test_a_batch_one_cannot_register_in_is_refused_at_once(world: World, reason: str) -> None:
    opened = Filling(1, Registration, Registration.opening(STUDENTS.number), Desk())
    shown = present(opened, world, words("zh-CN")).message
    assert shown is not None
    assert shown.question is not None
    assert (shown.question.box, shown.question.error) == ("batch", reason)
    unopened = Filling(1, Registration, {}, Desk())
    chosen = answer(unopened, Said(choice=STUDENTS.number), world, words("zh-CN")).message
    assert chosen is not None
    assert chosen.question is not None
    assert (chosen.question.box, chosen.question.error) == ("batch", reason)


def test_a_batch_that_closes_meanwhile_is_named_with_everything_else() -> None:
    closed = World(now=STUDENTS.closes_at, registered=frozenset({STUDENTS.number}))
    short = {**STUDENT, "class_hours": "360"}
    assert problems(short, closed) == [
        ("window-closed", None),
        ("already-registered", None),
        ("need-class-hours", "class_hours"),
    ]


def test_the_last_moment_before_the_close_is_in_time() -> None:
    assert problems(STUDENT, World(now=datetime(2026, 8, 21, 23, 59, 59, tzinfo=OFFICE))) == []


def test_a_level_that_is_full_is_refused_where_it_is_chosen() -> None:
    full = (*items((WELDER, Level.FIVE), taken=30), *items((WELDER, Level.FOUR)))
    world = World({STUDENTS.number: (STUDENTS, full)})
    answers = {k: v for k, v in STUDENT.items() if k not in {"level", "condition"}}
    filling = Filling(1, Registration, answers, Desk())
    refused = answer(filling, Said(choice="5"), world, words("zh-CN")).message
    assert refused is not None
    assert refused.question is not None
    assert (refused.question.box, refused.question.error) == ("level", "batch-full")


def test_level_numbers_are_the_printed_figures() -> None:
    form = read(STUDENT)
    level = form.line("level")
    assert level is not None
    assert [o.number for o in level.box.options(form, "", 0).options] == ["5", "4", "3"]


# --- pictures ---


@pytest.mark.parametrize(
    ("box", "picture", "reason"),
    [
        ("photo", {**PORTRAIT, "width": 180, "height": 240}, "picture-too-small"),
        ("photo", {**PORTRAIT, "width": 1600, "height": 1200}, "portrait-shape"),
        ("student_card", {**PAGE, "width": 300, "height": 400}, "picture-too-small"),
        ("student_card", {**PAGE, "media_type": "application/pdf"}, "photo-no-pdf"),
        ("photo", {**PORTRAIT, "size": 1_000_001}, "upload-too-large"),
    ],
)
def test_a_picture_that_would_not_print_is_refused(
    box: str, picture: dict[str, Any], reason: str
) -> None:
    line = read({**STUDENT, box: picture}).line(box)
    assert line is not None
    assert line.why is not None
    assert line.why.key == reason


# --- what is filed ---


def test_the_boxes_are_filed_as_json_without_pictures_and_sleeping_answers() -> None:
    filed = read({**STUDENT, "employer": "前一个单位"}).as_filed()
    assert filed["enrolled_on"] == "2023-09-01"
    assert filed["level"] == "4"
    assert filed["study"][1] == {
        "since": "2023-09-01",
        "school": STUDENT["school"],
        "stage": "secondary_vocational",
        "class_name": "23焊接1班",
    }
    assert not {"photo", "student_card", "employer", "held_skill", "id_number"} & filed.keys()


def test_every_condition_has_its_printed_words_in_every_language() -> None:
    policies = [
        Policy(open_levels=tuple(Level)),
        Policy(open_levels=tuple(Level), also_national_condition=True),
    ]
    claimable = {
        condition_key(condition)
        for policy in policies
        for candidate_type in CandidateType
        for level in Level
        for condition in conditions_for(WELDER, level, candidate_type, policy)
    }
    assert len(claimable) == 30
    for language in LANGUAGES:
        assert [key for key in claimable if not words(language).has(key)] == []


def test_a_level_closed_meanwhile_is_asked_again_with_the_reason() -> None:
    world = World(policy=Policy(open_levels=(Level.FIVE,)))
    line = read(STUDENT, world).line("level")
    assert line is not None
    assert line.why is not None
    assert line.why.key == "level-closed"


def test_somebody_without_a_name_cannot_register() -> None:
    nobody = World(person=replace(World().person, name=None, born=None))
    line = read({"batch": SOCIAL.number}, nobody).line("batch")
    assert line is not None
    assert line.why is not None
    assert line.why.key == "not-signed-up"
