"""Taking an answer: what is written, what is asked next, and what must be confirmed first."""

from datetime import UTC, datetime, timedelta

import pytest

from conversations.engine.answering import PASSWORD_STAYS_CHECKED, SecretWanted
from conversations.engine.boxes import (
    Choice,
    Many,
    Number,
    Photo,
    Secret,
    Text,
    YesNo,
    only_if,
    optional,
    private,
)
from conversations.engine.form import SKIPPED, State
from conversations.engine.messages import Kind, Received, Said
from rules.findings import Finding
from tests.conversations.engine.sample import (
    OTHER_PORTRAIT,
    PDF,
    PORTRAIT,
    PORTRAIT_KEPT,
    SMALL_PORTRAIT,
    Application,
    Job,
    KeyWords,
    Person,
    Sex,
    asked,
    filled,
    slip,
    too_small,
)

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


# --- refusing ---


def test_a_refused_answer_is_asked_again_with_the_reason_and_changes_nothing() -> None:
    person = Person(Application, filled(born=None))
    before = person.answers
    person.say("2026-13-01")
    assert (person.box, person.error, person.answers) == ("born", "day-impossible", before)
    assert person.text.startswith("day-impossible")


def test_a_reason_may_have_words_of_its_own_for_the_box() -> None:
    words = KeyWords("slip-box.refused-text-empty")
    assert asked(Text(), words=words).say(" ").text.startswith("slip-box.refused-text-empty")


def test_the_wrong_kind_of_message_is_refused_everywhere() -> None:
    for box in (Text(), Number(most=9), Choice(Sex), YesNo(), Secret()):
        form = slip(box=box, reviewed=False)
        assert Person(form).hand_in(PORTRAIT).error == "file-not-asked-for"
    assert asked(Photo()).say("照片").error == "photo-wanted"
    assert asked(Photo(pdf=True)).say("照片").error == "photo-wanted-pdf"
    assert Person(Application, filled()).hand_in(PORTRAIT).error == "file-not-asked-for"


@pytest.mark.parametrize("choice", ["no-such", "submit", "keep", "skip", "more", "yes", "/x", ""])
def test_an_option_that_does_not_stand_here_is_refused(choice: str) -> None:
    for box in (Choice(Sex), Text(), Number(most=9), Photo()):
        person = asked(box).tap(choice)
        assert person.box == "box"
        assert person.error
        assert "box" not in person.answers


# --- turns ---


def test_every_question_has_a_turn_of_its_own() -> None:
    person = Person(Application)
    first = person.question.turn
    assert first == "7.1"
    assert person.say("张三").question.turn == "7.2"
    assert person.say("").question.turn == "7.3"
    assert person.filling.token == "7.3"


def test_a_button_of_another_turn_records_nothing_and_the_present_question_comes_back() -> None:
    person = Person(slip(a=Choice(Sex), b=Choice(Sex)))
    first = person.question.turn
    person.tap("male", token=first)
    present = person.question.turn
    person.tap("female", token=first)
    assert person.answers == {"a": "male"}
    assert (person.box, person.error, person.question.turn) == ("b", "moved-on", present)
    assert person.tap("female", token=present).answers == {"a": "male", "b": "female"}


def test_text_goes_to_the_present_question() -> None:
    person = Person(slip(a=Text(), b=Text()))
    assert person.say("甲").say("乙").answers == {"a": "甲", "b": "乙"}


def test_an_old_button_at_the_review_shows_the_review_again() -> None:
    person = Person(Application, filled())
    old = person.question.turn
    person.edit("name").tap("keep")
    person.tap("submit", token=old)
    assert (person.box, person.error, person.turn.file) == ("review", "moved-on", None)


# --- changing ---


def test_changing_an_answer_returns_to_where_one_was() -> None:
    person = Person(Application, filled(years=None, note=None))
    assert person.box == "years"
    person.edit("name").say("李四")
    assert (person.box, person.answers["name"]) == ("years", "李四")


def test_changing_from_the_review_returns_to_the_review() -> None:
    person = Person(Application, filled()).edit("name").say("李四")
    assert person.box == "review"


def test_an_edit_that_makes_another_answer_void_names_it_and_waits() -> None:
    person = Person(Application, filled(level="1")).edit("trade").tap("drafter")
    assert (person.question.kind, person.box, person.values) == (
        Kind.CONFIRM,
        "trade",
        ["keep", "change"],
    )
    assert "title=application-trade, value=制图员, gone=['application-level']" in person.text
    assert "others=10" in person.text
    assert person.answers["trade"] == "welder"
    assert person.answers["level"] == "1"


def test_confirmed_the_edit_is_written_and_only_what_was_named_is_asked_again() -> None:
    person = Person(Application, filled(level="1")).edit("trade").tap("drafter").tap("keep")
    assert (person.box, person.values) == ("level", ["5", "4", "3"])
    assert person.answers["level"] == "1"
    assert person.say("5").box == "review"
    assert person.paper.values["level"] == "5"


def test_not_confirmed_nothing_changed() -> None:
    before = filled(level="1")
    person = Person(Application, before).edit("trade").tap("drafter").tap("change")
    assert (person.box, person.answers) == ("review", before)


def test_the_confirmation_takes_numbers_and_labels_and_nothing_else() -> None:
    person = Person(Application, filled(level="1")).edit("trade").tap("drafter")
    assert person.say("也许").error == "choice-unknown"
    assert person.say("engine-edit-change").box == "review"
    person.edit("trade").tap("drafter").say("1")
    assert person.answers["trade"] == "drafter"


def test_an_answer_that_falls_asleep_is_named_too_and_kept() -> None:
    person = Person(Application, filled()).edit("student").tap("no")
    assert "gone=['application-school']" in person.text
    person.tap("keep")
    assert (person.box, person.answers["school"]) == ("review", "机电学校")


def test_an_edit_that_touches_nothing_is_not_confirmed() -> None:
    person = Person(Application, filled(level="4")).edit("trade").tap("drafter")
    assert (person.box, person.answers["trade"]) == ("review", "drafter")


def test_a_first_answer_that_voids_a_later_one_names_it_too() -> None:
    """A new version of the form put a box before answers that stand."""
    form = slip(new=YesNo(), note=only_if(lambda form: not form.new, Text()), after=Text())
    person = Person(form, {"note": "旧", "after": "后"}).tap("yes")
    assert "gone=['slip-note'], others=1" in person.text
    assert person.answers == {"note": "旧", "after": "后"}
    assert person.tap("change").box == "new"
    assert person.tap("yes").tap("keep").box == "review"


def test_a_private_value_is_not_shown_in_the_confirmation() -> None:
    form = slip(number=private(Text()), b=only_if(lambda form: form.number == "1101", Text()))
    person = Person(form, {"number": "1101", "b": "乙"}).edit("number").say("65012345678")
    assert "value=…" in person.text
    assert "65012345678" not in person.text


def test_an_answer_given_again_is_kept_with_one_tap() -> None:
    person = Person(Application, filled()).edit("name")
    assert "engine-now(value=张三)" in person.text
    assert person.values == ["keep"]
    assert person.tap("keep").box == "review"
    assert person.answers == filled()


def test_a_skipped_box_offers_to_stay_empty_and_can_be_filled_later() -> None:
    person = Person(Application, filled()).edit("note")
    assert person.values == ["keep", "skip"]
    assert person.say("有一句").answers["note"] == "有一句"
    assert person.edit("note").tap("skip").answers["note"] == SKIPPED


@pytest.mark.parametrize("dash", ["-", " - "])
def test_a_dash_skips_an_optional_box(dash: str) -> None:
    for box in (Text(), Number(most=9), Choice(Sex), YesNo(), Photo()):
        assert asked(optional(box)).say(dash).answers["box"] == SKIPPED


def test_a_dash_does_not_skip_a_required_box() -> None:
    assert asked(Choice(Sex)).say("-").error == "choice-unknown"
    assert asked(Number(most=9)).say("-").error == "number-unreadable"
    assert asked(Text()).say("-").answers["box"] == "-"


@pytest.mark.parametrize("said", [Said(text="-"), Said(choice="skip")], ids=["dash", "skip"])
def test_an_optional_part_is_skipped_like_any_box(said: Said) -> None:
    person = Person(slip(work=optional(Many(Job))))
    assert (person.box, person.question.kind) == ("work.more", "yes_no")
    person.said(said)
    assert person.box == "review"
    assert person.state("work") is State.SKIPPED


def test_a_number_written_in_a_box_is_an_answer_and_not_an_option() -> None:
    person = asked(optional(Text()), answers={"box": "旧"}).edit("box").say("1")
    assert person.answers["box"] == "1"
    assert asked(optional(Number(most=9))).say("1").answers["box"] == "1"


def test_initials_of_a_control_are_an_answer_where_one_writes() -> None:
    words = type(
        "Words", (KeyWords,), {"say": lambda self, key, **_: {"engine-skip": "跳过"}.get(key, key)}
    )
    person = asked(optional(Text()), words=words())
    assert person.say("TG").answers["box"] == "TG"
    assert asked(optional(Text()), words=words()).say("跳过").answers["box"] == SKIPPED


# --- photos ---


def test_a_photo_is_shown_and_confirmed_before_it_counts() -> None:
    person = asked(Photo()).hand_in(PORTRAIT)
    assert (person.question.kind, person.values) == (Kind.CONFIRM, ["keep", "change"])
    assert "width=3024, height=4032, done=engine-photo-turned, megabytes=0.62" in person.text
    assert [f.file for f in person.message.files] == ["f1"]
    assert person.answers == {}
    assert person.tap("keep").answers["box"]["file"] == "f1"


def test_another_photo_replaces_the_one_shown() -> None:
    person = asked(Photo()).hand_in(PORTRAIT).hand_in(OTHER_PORTRAIT)
    assert [f.file for f in person.message.files] == ["f2"]
    assert person.tap("keep").answers["box"]["file"] == "f2"


def test_changing_ones_mind_asks_for_the_photo_again() -> None:
    person = asked(Photo()).hand_in(PORTRAIT).say("2")
    assert (person.question.kind, person.answers, person.error) == (Kind.PHOTO, {}, None)


def test_a_worse_second_photo_says_why_and_the_first_is_not_taken() -> None:
    person = asked(Photo(too_small)).hand_in(PORTRAIT).hand_in(SMALL_PORTRAIT)
    assert (person.question.kind, person.error, person.answers) == ("photo", "photo-too-small", {})


def test_what_could_not_be_read_says_why_wherever_one_stands_and_changes_nothing() -> None:
    sticker = Received("", problem=Finding("chat-unreadable"))
    waiting = asked(Photo()).hand_in(PORTRAIT)
    assert waiting.hand_in(sticker).error == "chat-unreadable"
    assert waiting.question.kind == "confirm"
    assert waiting.tap("keep").answers["box"]["file"] == "f1"
    assert waiting.hand_in(sticker).error == "chat-unreadable"
    assert waiting.question.kind == "review"
    assert asked(Text()).hand_in(sticker).error == "chat-unreadable"


def test_words_at_a_photo_confirmation_are_not_understood_and_the_photo_waits() -> None:
    person = asked(Photo()).hand_in(PORTRAIT).say("好看")
    assert (person.question.kind, person.error) == (Kind.CONFIRM, "choice-unknown")
    assert person.tap("keep").box == "review"


def test_a_new_photo_for_one_that_no_longer_fits_does_not_repeat_the_old_reason() -> None:
    small = {"file": "f3", "media_type": "image/jpeg", "size": 9, "width": 180}
    person = asked(Photo(too_small), answers={"box": small})
    assert person.error == "photo-too-small"
    person.hand_in(PORTRAIT)
    assert (person.question.kind, person.error) == (Kind.CONFIRM, None)
    assert "too-small" not in person.text


def test_a_photo_that_could_not_be_read_says_why() -> None:
    broken = Received("", problem=Finding("photo-broken", "R5.3"))
    assert asked(Photo()).hand_in(broken).error == "photo-broken"


def test_a_pdf_is_taken_only_where_one_will_do() -> None:
    assert asked(Photo()).hand_in(PDF).error == "photo-no-pdf"
    person = asked(Photo(pdf=True)).hand_in(PDF)
    assert "engine-pdf-received(kilobytes=40)" in person.text
    assert person.tap("keep").answers["box"]["media_type"] == "application/pdf"


def test_a_photo_kept_is_offered_when_its_box_is_asked_again() -> None:
    person = asked(Photo(), answers={"box": PORTRAIT_KEPT}).edit("box")
    assert "photo-shown(kind=picture, kilobytes=620)" in person.text
    assert person.tap("keep").answers["box"] == PORTRAIT_KEPT


# --- passwords ---


def account(**boxes: Secret) -> Person:
    return Person(slip(name=Text(), **boxes), {"name": "张三"}).tap("submit")


def test_a_password_must_be_checked_outside_of_the_turn() -> None:
    person = account(password=Secret())
    with pytest.raises(SecretWanted) as wanted:
        person.say("correct horse")
    assert wanted.value.box.name == "password"
    assert wanted.value.form.values["name"] == "张三"


def test_a_password_is_asked_after_the_review_and_files_the_form() -> None:
    person = account(password=Secret())
    assert (person.box, person.question.kind, person.question.private) == (
        "password",
        "secret",
        True,
    )
    person.password(hashed="h")
    assert person.turn.file is not None
    assert person.turn.file.values["password"].hashed == "h"


def test_a_password_is_never_in_answers_nor_on_the_desk() -> None:
    person = account(password=Secret(against_stored=True), new=Secret())
    person.password(verified=True)
    person.password(hashed="the hash")
    assert person.answers == {"name": "张三"}
    assert "hash" not in str(person.desk)
    assert set(person.desk["passed"]) == {"password"}


def test_a_wrong_password_is_asked_again() -> None:
    person = account(password=Secret(against_stored=True)).password(verified=False)
    assert (person.box, person.error, person.turn.file) == ("password", "password-wrong", None)


def test_a_weak_password_says_why() -> None:
    person = account(password=Secret()).password(weak=Finding("password-too-short"))
    assert (person.box, person.error) == ("password", "password-too-short")


def test_a_password_checked_long_ago_is_asked_for_again() -> None:
    person = account(password=Secret(against_stored=True), new=Secret())
    person.password(NOON, verified=True)
    assert person.box == "new"
    person.password(NOON + PASSWORD_STAYS_CHECKED + timedelta(seconds=1), hashed="h")
    assert (person.box, person.error) == ("password", "password-again")
    person.password(NOON, verified=True)
    person.password(NOON + PASSWORD_STAYS_CHECKED, hashed="h")
    assert person.turn.file is not None


def test_an_answer_is_reported_with_its_line_so_that_private_ones_are_masked() -> None:
    person = Person(Application, filled(id_number=None)).say("110101200601010028")
    assert person.turn.answered is not None
    assert (person.turn.answered.path, person.turn.answered.box.is_private) == ("id_number", True)
