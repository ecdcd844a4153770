"""Going back, to one box, and to what a refused filing names: nothing is lost on the way."""

import pytest

from conversations.engine.boxes import Many, Photo, Secret, Text, YesNo, only_if, optional
from conversations.engine.messages import Kind
from rules.findings import Finding
from tests.conversations.engine.sample import (
    PORTRAIT,
    Application,
    Job,
    Person,
    filled,
    job,
    slip,
)

# --- back ---


def test_back_goes_to_the_box_before_in_printed_order_and_offers_its_answer_as_one_tap() -> None:
    person = Person(Application, filled(born=None, sex=None)).back()
    assert (person.box, person.values) == ("id_number", ["keep"])
    assert person.back().box == "name"
    assert person.tap("keep").box == "born"


def test_going_back_and_editing_delete_nothing() -> None:
    person = Person(Application, filled())
    for _ in range(9):
        person.back()
    for path in ("name", "work", "photo", "work.2.since"):
        person.edit(path)
    assert person.answers == filled()


def test_back_at_the_first_box_says_so_and_asks_it() -> None:
    person = Person(Application).back()
    assert (person.box, person.error) == ("name", "back-at-first")


def test_back_passes_over_boxes_that_sleep_or_are_known() -> None:
    person = Person(Application, filled(student=False, trade=None, note=None))
    assert person.back().box == "student"
    person.edit("student").tap("keep")
    person = Person(Application, filled(note=None)).back()
    assert person.box == "years"


def test_back_from_the_review_asks_the_last_box() -> None:
    assert Person(Application, filled()).back().box == "photo"


def test_back_stops_at_skipped_boxes_too() -> None:
    person = Person(slip(a=optional(Text()), b=Text())).tap("skip").back()
    assert (person.box, person.values) == ("a", ["keep", "skip"])


def test_back_twice_and_an_answer_returns_to_the_first_open_box() -> None:
    person = Person(Application, filled(years=None)).back().back()
    assert person.box == "trade"
    assert person.tap("keep").box == "years"


def test_back_from_a_photo_shown_asks_for_the_photo() -> None:
    person = Person(slip(photo=Photo())).hand_in(PORTRAIT).back()
    assert (person.question.kind, person.answers) == (Kind.PHOTO, {})


def test_back_from_a_confirmation_asks_the_edited_box() -> None:
    person = Person(Application, filled(level="1")).edit("trade").tap("drafter").back()
    assert (person.box, person.question.kind, person.answers) == (
        "trade",
        "choice",
        filled(level="1"),
    )


def test_back_from_a_password_returns_to_the_review_or_the_box_before() -> None:
    form = slip(name=Text(), old=Secret(against_stored=True), new=Secret())
    person = Person(form, {"name": "张三"}).tap("submit").password(verified=True)
    assert person.box == "new"
    assert person.back().box == "review"
    assert person.tap("submit").box == "old"


def test_back_inside_a_part_goes_through_its_entries() -> None:
    person = Person(Application, filled(work={"entries": [job("1")], "closed": True}, photo=None))
    boxes = [person.back().box for _ in range(5)]
    assert boxes == ["work", "work.employer", "work.until", "work.since", "note"]


# --- edit ---


def test_every_answer_can_be_changed_from_any_question() -> None:
    assert Person(Application, filled(photo=None)).edit("sex").box == "sex"


@pytest.mark.parametrize(
    "path",
    ["", "nonsense", "school", "station", "password", "photo", "work.9.since", "work.more", "a.b"],
)
def test_what_was_not_asked_cannot_be_changed(path: str) -> None:
    """Asleep, known, a password, further on, or nothing at all."""
    person = Person(Application, filled(student=False, years=None, photo=None)).edit(path)
    assert (person.box, person.error) == ("years", "edit-unknown")


def test_an_answer_further_on_can_be_changed_while_a_box_before_it_is_open() -> None:
    person = Person(Application, filled(sex=None)).edit("years")
    assert (person.box, person.say("4").box, person.answers["years"]) == ("years", "sex", "4")


def test_a_part_under_way_can_be_opened_for_editing() -> None:
    person = Person(
        slip(work=Many(Job)), {"work": {"entries": [job("1"), {"id": "2", "answers": {}}]}}
    )
    assert person.box == "work.since"
    person.edit("work")
    assert person.values == ["done", "entry:1", "remove:1", "entry:2", "remove:2", "add"]


def test_a_box_that_falls_asleep_while_it_is_asked_gives_way() -> None:
    form = slip(a=Text(), b=only_if(lambda form: form.facts.landline, Text()), c=Text())
    person = Person(form, {"a": "甲", "b": "乙"})
    assert person.box == "c"
    person.desk["at"] = "b"
    assert person.look().box == "c"


# --- a refused filing ---


def test_one_reason_at_one_box_leads_to_it() -> None:
    person = Person(Application, filled()).refused(Finding("batch-full", box="level"))
    assert person.box == "level"
    assert person.text.startswith("batch-full")


def test_several_reasons_are_all_said_on_the_review() -> None:
    person = Person(Application, filled())
    person.refused(Finding("batch-full", box="level"), Finding("photo-old", box="photo"))
    assert person.box == "review"
    assert person.text.startswith("batch-full\nphoto-old\n")


def test_a_reason_without_a_box_is_said_on_the_review() -> None:
    person = Person(Application, filled()).refused(Finding("window-closed"))
    assert (person.box, person.text.split("\n")[0]) == ("review", "window-closed")


def test_without_review_the_last_box_is_asked_again() -> None:
    person = Person(slip(a=Text(), b=Text(), reviewed=False), {"a": "甲"}).say("乙")
    assert person.turn.file is not None
    person.refused(Finding("nothing-found"))
    assert (person.box, person.answers) == ("b", {"a": "甲", "b": "乙"})
    assert person.refused(Finding("x", box="a"), Finding("y")).box == "a"


def test_after_a_refusal_passwords_are_asked_again() -> None:
    person = Person(slip(name=Text(), password=Secret()), {"name": "张三"}).tap("submit")
    person.password(hashed="h").refused(Finding("name-taken", box="name"))
    assert person.box == "name"
    assert person.say("李四").tap("submit").box == "password"


def test_edit_leaves_the_passwords_for_later() -> None:
    person = Person(slip(name=Text(), sure=YesNo(), password=Secret()), {"name": "a", "sure": True})
    assert person.tap("submit").box == "password"
    assert person.edit("name").say("b").box == "review"
