"""An option called like a form opened that form instead of being chosen: 派督导员, 提交花名册, 考试站."""

import pytest

from store.unit import Store
from tests.exams import Stage, registered
from tests.store.tree import of
from tests.talk import Talker


@pytest.fixture
def stage(store: Store) -> Stage:
    return Stage(store)


@pytest.fixture
def officer(stage: Stage) -> Talker:
    return stage.at(of(stage.officer))


def test_an_option_of_the_present_question_is_chosen(stage: Stage, officer: Talker) -> None:
    registered(stage.store)
    officer.tap("/supervision 2026-0001")
    assert "派督导员" in [option.label for option in officer.last.options]
    officer.say("派督导员")
    assert officer.box == "supervisor"
    assert officer.error is None


def test_what_is_not_offered_opens_its_form(stage: Stage, officer: Talker) -> None:
    registered(stage.store)
    officer.tap("/supervision 2026-0001")
    assert "各考试站的批次" in officer.say("批次一览").text


@pytest.mark.parametrize(("word", "leaves"), [("取消", True), ("返回", False), ("帮助", False)])
def test_control_words_stay_orders(stage: Stage, officer: Talker, word: str, leaves: bool) -> None:
    registered(stage.store)
    officer.tap("/supervision 2026-0001")
    officer.say(word)
    assert (officer.box is None) is leaves


def test_behind_a_slash_it_is_the_form_all_the_same(stage: Stage, officer: Talker) -> None:
    registered(stage.store)
    officer.tap("/supervision 2026-0001")
    officer.say("/supervision")
    assert "/new supervision" in officer.values


def test_a_line_of_the_menu_unfolds(officer: Talker) -> None:
    officer.tap("/menu")
    assert "考试站" in [option.label for option in officer.last.options]
    officer.say("考试站")
    assert "/licence" in officer.values


def test_without_that_line_the_same_word_opens_the_list(officer: Talker) -> None:
    officer.tap("/todo")
    officer.say("考试站")
    assert "/licence" not in officer.values


def test_a_next_step_leads_where_its_button_does(stage: Stage) -> None:
    head = stage.at(of(stage.station))
    head.tap("/batches 2026-0001")
    assert ("调整考试时间", "/reschedule 2026-0001") in [
        (option.label, option.value) for option in head.last.options
    ]
    head.say("调整考试时间")
    assert head.box == "theory_on"
