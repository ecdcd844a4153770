"""The desk beside the answers: losing it, or finding one of another version, loses no answer."""

import json

import pytest

from conversations.engine.boxes import Choice, Day, Many, Photo, Secret, Text, YesNo
from conversations.engine.desk import Desk, Filling, entries_left
from conversations.engine.messages import Json
from tests.conversations.engine.sample import (
    PORTRAIT,
    Application,
    Job,
    Person,
    Sex,
    filled,
    job,
    slip,
)


def test_a_desk_comes_back_from_json_as_it_was() -> None:
    person = Person(Application, filled(level="1")).edit("trade").say("焊")
    kept = json.loads(json.dumps(person.desk))
    assert json.loads(json.dumps(Desk.load(kept).dump())) == kept
    assert Desk.load(kept).numbers == {"1": "welder", "2": "gas-welder"}


def test_an_empty_desk_is_a_new_one() -> None:
    assert Desk.load({}) == Desk()


def test_a_desk_of_another_version_is_put_aside_but_old_buttons_stay_old() -> None:
    assert Desk.load({"turn": 41, "drawer": "left"}) == Desk(turn=41)


@pytest.mark.parametrize(
    "moves",
    [
        lambda person: person.edit("trade").say("焊"),
        lambda person: person.edit("trade").tap("drafter"),
        lambda person: person.edit("photo").hand_in(PORTRAIT),
        lambda person: person.edit("work").tap("entry:1"),
        lambda person: person.back().back(),
        lambda person: person.tap("submit"),
    ],
    ids=["searching", "confirming", "showing a photo", "in an entry", "gone back", "filing"],
)
def test_losing_the_desk_loses_no_answer(moves: object) -> None:
    person = moves(Person(Application, filled(level="1")))
    before = person.answers
    person.desk = {}
    assert person.look().box == "review"
    assert person.answers == before == filled(level="1")


def test_an_entry_half_filled_survives_the_loss_of_the_desk() -> None:
    person = Person(slip(work=Many(Job))).say("2020-01")
    person.desk = {}
    assert person.look().box == "work.until"


def test_what_was_proposed_for_a_box_that_became_another_kind_is_put_aside() -> None:
    proposal = {"file": "f1", "media_type": "image/jpeg", "size": 9}
    desk = {"turn": 3, "at": "box", "confirming": "photo", "proposed": proposal}
    for box in (Text(), Day(), Choice(Sex), YesNo()):
        person = Person(slip(box=box), desk=dict(desk))
        assert (person.box, person.question.kind) == ("box", box.kind)
    waiting = Person(slip(box=Photo()), desk=dict(desk))
    assert waiting.question.kind == "confirm"


def test_an_edit_proposed_in_another_shape_is_put_aside() -> None:
    for proposed in ("not a day", {"day": 1}, 3):
        desk = {"turn": 3, "at": "box", "confirming": "edit", "proposed": proposed}
        person = Person(slip(box=Day()), {"box": "2026-01-01"}, desk=desk)
        assert (person.box, person.question.kind) == ("box", "day")


def test_what_was_proposed_for_one_box_is_never_written_into_another() -> None:
    desk = {"turn": 3, "at": "gone", "confirming": "edit", "proposed": "fremd"}
    person = Person(slip(box=Text()), desk=desk)
    assert (person.box, person.question.kind) == ("box", "text")
    assert person.tap("keep").answers == {}


def test_a_desk_at_a_box_that_is_gone_asks_the_first_open_one() -> None:
    person = Person(slip(a=Text(), b=Text()), {"a": "甲"}, desk={"turn": 3, "at": "gone.1.x"})
    assert person.box == "b"


def test_the_desk_keeps_how_an_option_read_when_it_was_shown() -> None:
    desk = Person(slip(box=Choice(Sex))).filling.desk
    assert desk.label("male") == "sex-male"
    assert desk.label("never shown") == "never shown"


def test_an_answer_is_written_where_its_path_leads_and_the_old_draft_stays_as_it_was() -> None:
    before = Filling(1, Application, filled(), Desk())
    after = before.with_answer("work.2.employer", "新厂").with_answer("name", "李四")
    assert after.answers["name"] == "李四"
    assert after.answers["work"]["entries"][1]["answers"]["employer"] == "新厂"
    assert before.answers == filled()
    with pytest.raises(ValueError, match=r"a\.b"):
        before.with_answer("a.b", 1)


def test_an_answer_to_the_first_box_of_a_part_begins_its_entry() -> None:
    written = Filling(1, Application, {}, Desk()).with_answer("work.1.employer", "厂")
    assert written.answers["work"]["entries"] == [{"id": "1", "answers": {"employer": "厂"}}]


def test_entries_taken_away_are_kept_but_not_counted() -> None:
    gone: dict[str, Json] = {**job("1"), "removed": True}
    work = {"entries": [gone, job("2")], "closed": True}
    left = entries_left(Filling(1, Application, {"work": work}, Desk()), "work")
    assert [entry["id"] for entry in left] == ["2"]


def test_the_token_of_a_draft_names_draft_and_turn() -> None:
    assert Filling(12, Application, {}, Desk(turn=5)).token == "12.5"


def test_answers_and_desk_hold_nothing_but_json_after_every_kind_of_answer() -> None:
    person = Person(Application)
    for text in ("张三", "110101200601010028", "2006.1.1", "2", "1", "学校", "1", "5", "3.5", "-"):
        person.say(text)
    person.say("2020-01").say("-").say("机械厂").tap("no").hand_in(PORTRAIT).tap("keep")
    assert person.box == "review"
    assert json.loads(json.dumps([person.answers, person.desk])) == [
        person.answers,
        json.loads(json.dumps(person.desk)),
    ]
    person.tap("submit").password(hashed="h")
    assert person.turn.file is not None
    assert isinstance(person.form.boxes[-1], Secret)
