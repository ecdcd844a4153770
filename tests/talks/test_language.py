"""A guest greets us and changes the language."""

from store.unit import Store
from tests.conftest import both_databases
from tests.talk import Talker


def test_the_greeting_offers_a_menu_and_the_language_can_be_changed(store: Store) -> None:
    guest = Talker(store)
    assert "考务通" in guest.last.text
    guest.say("语言")
    assert guest.box == "language"
    guest.say("2")
    assert guest.last.text == "Good, English it is."
    assert "Kaowu" in guest.say("menu").text


@both_databases
def test_an_unfinished_form_is_cancelled_and_brought_back(store: Store) -> None:
    guest = Talker(store)
    guest.tap("/sign_up")
    guest.say("是")
    box = guest.box
    guest.say("取消")
    assert guest.values[0].startswith("/undo")
    guest.say("1")
    assert guest.box == box


def test_a_form_with_nothing_filled_in_is_put_away_without_a_trace(store: Store) -> None:
    guest = Talker(store)
    guest.tap("/sign_up")
    assert guest.say("取消").text == "好，“注册”先不办。"
    assert guest.values == ["/menu"]
    guest.tap("/sign_up")
    guest.tap("/menu")
    assert not any(value.startswith("/resume") for value in guest.values)
    guest.tap("/sign_up")
    assert guest.box == "consent"


def test_an_answer_to_an_earlier_question_records_nothing(store: Store) -> None:
    guest = Talker(store)
    guest.tap("/language")
    question = guest.last.question
    assert question is not None
    guest.say("quatsch")
    assert guest.error == "choice-unknown"
    guest.tap("en", turn=question.turn)
    assert guest.error == "moved-on"
    assert guest.box == "language"
