"""A returned paper: the boxes named are asked again though they are answered, each with the reason, in order."""

from conversations.engine.boxes import Text
from conversations.engine.desk import Desk
from conversations.engine.form import PAPER
from tests.conversations.engine.sample import (
    OTHER_PORTRAIT,
    Application,
    Person,
    filled,
    slip,
)


def returned(**reasons: str) -> Person:
    """Somebody who takes up an application that came back for these boxes."""
    return Person(Application, filled(), desk=Desk(returned=reasons).dump())


def test_the_boxes_named_are_asked_in_printed_order_whatever_the_order_of_the_reasons() -> None:
    person = returned(photo="太暗", name="请写全")
    assert person.box == "name"
    assert "engine-returned(reason=请写全)" in person.text
    person.say("张三丰")
    assert person.box == "photo"
    assert "engine-returned(reason=太暗)" in person.text
    assert "请写全" not in person.text
    person.hand_in(OTHER_PORTRAIT).tap("keep")
    assert person.box == "review"
    assert person.answers["name"] == "张三丰"


def test_a_named_box_may_stay_as_it_was() -> None:
    person = returned(name="请写全")
    assert "keep" in person.values
    assert person.tap("keep").box == "review"
    assert person.answers == filled()


def test_an_answer_that_does_not_fit_keeps_the_reason_and_the_box() -> None:
    person = returned(name="请写全").say("一个长得写不下的名字的名字")
    assert (person.box, person.error) == ("name", "text-too-long")
    assert "请写全" in person.text


def test_going_elsewhere_first_forgets_no_box() -> None:
    person = returned(level="再核对", photo="太暗")
    person.edit("years").say("4")
    assert person.box == "level"
    person.back()
    assert person.box == "trade"
    assert person.tap("keep").box == "level"
    assert person.tap("keep").box == "photo"


def test_a_change_that_would_touch_others_is_named_first_and_may_be_left() -> None:
    person = returned(trade="与证书不一致").tap("turner")
    assert person.question.kind == "confirm"
    assert person.tap("change").box == "trade"
    person.tap("turner").tap("keep")
    assert person.box == "level"
    assert person.tap("5").box == "review"


def test_a_repeating_part_is_gone_through_as_a_list() -> None:
    person = returned(work="时间不连续")
    assert person.box == "work"
    assert "entry:1" in person.values
    person.tap("entry:1")
    assert "时间不连续" not in person.text
    person.say("2019-01").say("2020-12").say("机械厂")
    assert person.box == "work"
    assert "时间不连续" in person.text
    assert person.tap("done").box == "review"


def test_a_box_that_no_longer_applies_or_was_renamed_holds_nothing_up() -> None:
    person = Person(
        Application,
        filled(student=False),
        desk=Desk(returned={"school": "写全称", "gone": "不清楚"}).dump(),
    )
    assert person.box == "review"


def test_a_skipped_box_is_asked_again() -> None:
    person = returned(note="请说明")
    assert person.box == "note"
    assert person.say("说明").box == "review"


def test_a_form_without_review_is_filed_once_all_named_boxes_were_looked_at() -> None:
    answers = {"a": "一", "b": "二"}
    form = slip(reviewed=False, a=Text(), b=Text())
    person = Person(form, answers, desk=Desk(returned={"a": "甲", "b": "乙"}).dump())
    assert person.box == "a"
    person.tap("keep")
    assert person.box == "b"
    assert person.tap("keep").turn.file is not None


def test_the_paper_it_corrects_stays_with_the_answers_when_the_desk_is_lost() -> None:
    person = Person(Application, filled(**{PAPER: 12}))
    assert person.paper.paper_id == 12
    person.edit("name").say("张三丰")
    assert person.paper.paper_id == 12
    assert Person(Application, filled()).paper.paper_id is None
