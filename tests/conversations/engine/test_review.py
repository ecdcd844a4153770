"""The review page: every answer, what is wrong across boxes, private answers masked."""

from conversations.engine.boxes import (
    Known,
    Many,
    Number,
    Part,
    Secret,
    Text,
    only_if,
    optional,
    private,
)
from conversations.engine.messages import Kind
from tests.conversations.engine.sample import Application, KeyWords, Person, filled, slip

NUMBER = "110101200601010028"


def test_the_review_lists_every_answer_in_printed_order_with_its_number() -> None:
    person = Person(Application, filled())
    rows = [r for r in person.text.splitlines() if r.startswith("engine-review-line")]
    assert rows[0] == "engine-review-line(mark=1 , title=application-name, answer=张三)"
    assert rows[3] == "engine-review-line(mark=4 , title=application-sex, answer=sex-female)"
    assert (
        rows[10] == "engine-review-line(mark=10 , title=application-note, answer=engine-left-empty)"
    )


def test_a_known_box_is_listed_without_a_number() -> None:
    person = Person(Application, filled())
    assert "(mark=, title=application-station, answer=示范考试站)" in person.text
    assert "edit:station" not in person.values


def test_sleeping_boxes_and_passwords_are_not_listed() -> None:
    person = Person(Application, filled(student=False))
    assert "school" not in person.text
    assert "password" not in person.text


def test_the_review_offers_to_submit_to_change_and_to_leave() -> None:
    person = Person(slip(a=Text(), b=Text()), {"a": "甲", "b": "乙"})
    assert (person.box, person.question.kind) == ("review", Kind.REVIEW)
    assert person.values == ["submit", "edit:a", "edit:b", "cancel"]
    assert person.numbers == {"1": "edit:a", "2": "edit:b"}


def test_the_entries_of_a_part_stand_on_lines_of_their_own() -> None:
    assert "\n1. 2020-01　***\n2. 2021-01　***" in Person(Application, filled()).text


def test_a_number_changes_the_answer_of_that_number() -> None:
    assert Person(Application, filled()).say("4").box == "sex"
    assert Person(Application, filled()).say("１２").box == "photo"
    assert Person(Application, filled(student=False)).say("6").box == "trade"


def test_labels_are_understood_and_other_words_are_not() -> None:
    person = Person(slip(a=Text()), {"a": "甲"})
    assert person.say("好的").error == "review-unknown"
    assert person.say("99").error == "review-unknown"
    assert person.say("engine-edit(title=slip-a)").box == "a"
    person.tap("keep").say("engine-submit")
    assert person.turn.file is not None


def test_submitting_hands_the_form_over_with_its_values() -> None:
    person = Person(slip(a=Text(), b=Number(most=9)), {"a": "甲", "b": "3"}).tap("submit")
    filed = person.turn.file
    assert filed is not None
    assert (filed.values["a"], filed.values["b"]) == ("甲", 3)


def test_leaving_cancels_and_keeps_every_answer() -> None:
    person = Person(Application, filled()).tap("cancel")
    assert person.turn.cancel
    assert person.answers == filled()


def test_a_problem_stands_on_the_review_and_leads_to_its_box_at_submission() -> None:
    person = Person(Application, filled(note="不对"))
    assert (person.box, person.question.problem) == ("review", "note-odd")
    assert person.tap("submit").box == "note"
    assert person.turn.file is None


def test_several_problems_are_each_said_once() -> None:
    person = Person(Application, filled(note="两处不对")).tap("submit")
    assert person.box == "review"
    assert person.text.splitlines()[:2] == ["note-odd", "years-odd"]
    assert person.text.count("note-odd") == 1


def test_a_problem_mended_lets_the_form_be_submitted() -> None:
    person = Person(Application, filled(note="不对")).tap("submit").say("对了")
    assert (person.box, person.question.problem) == ("review", None)
    assert person.tap("submit").box == "password"


# --- private answers ---


def test_private_answers_are_masked_in_text_and_question() -> None:
    person = Person(Application, filled())
    assert NUMBER not in person.text
    assert "answer=11**************28" in person.text


def test_private_answers_are_shown_once_and_only_in_this_reply() -> None:
    person = Person(Application, filled()).tap("reveal")
    assert person.message.once is not None
    assert NUMBER in person.message.once
    assert "机械厂" in person.message.once
    assert NUMBER not in person.text
    assert NUMBER not in str(person.desk)
    assert person.look().message.once is None


def test_showing_them_is_offered_only_where_something_is_private() -> None:
    assert "reveal" not in Person(slip(a=Text()), {"a": "甲"}).values
    form = slip(
        a=Text(), b=optional(private(Text())), c=only_if(lambda form: None, private(Text()))
    )
    assert "reveal" not in Person(form, {"a": "甲", "b": {"skipped": True}, "c": "丙"}).values
    assert "reveal" in Person(slip(a=private(Known(lambda form: "甲")))).values


def test_private_answers_inside_a_part_can_be_shown_too() -> None:
    class Relative(Part):
        phone = private(Text())

    entries = {"entries": [{"id": "1", "answers": {"phone": "13812345678"}}], "closed": True}
    person = Person(slip(relatives=Many(Relative)), {"relatives": entries})
    assert "13812345678" not in person.text
    once = person.tap("reveal").message.once
    assert once is not None
    assert "13812345678" in once


def test_a_private_answer_asked_again_is_masked() -> None:
    person = Person(Application, filled()).edit("id_number")
    assert NUMBER not in person.text
    assert (person.question.private, person.question.shown) == (True, None)


def test_a_short_private_answer_shows_nothing_of_itself() -> None:
    person = Person(slip(a=private(Text())), {"a": "甲乙丙"})
    assert "answer=***" in person.text


def test_a_box_masks_in_its_own_way() -> None:
    person = Person(slip(a=private(Text(masked=lambda shown: shown[-1]))), {"a": "甲乙丙"})
    assert "answer=丙" in person.text


# --- words ---


def test_a_form_may_have_its_own_words_at_the_end_of_the_review() -> None:
    person = Person(slip(a=Text()), {"a": "甲"}, words=KeyWords("form-slip.review"))
    assert person.text.endswith("form-slip.review")
    assert Person(slip(a=Text()), {"a": "甲"}).text.endswith("engine-review-foot")


def test_a_form_of_passwords_alone_is_reviewed_before_them() -> None:
    assert Person(slip(password=Secret())).box == "review"
