"""Whole conversations in Telegram: both bots, over HTTP, with everything of ours behind them."""

import pytest

from rules.candidates import CandidateType
from rules.roles import Role
from tests import candidates
from tests.handlers.telegram.serving import PASSWORD, Person, Serving, with_password
from tests.pictures import portrait
from tests.standins.telegram_rules import ApiError, bad, too_many
from tests.store import office

EDUCATION = "中专、技校或职高"
STICKER = {
    "file_id": "s",
    "file_unique_id": "s",
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
}


def test_a_registration_with_photos_from_the_first_word_to_the_printed_form(
    somebody: Person,
) -> None:
    store, phone = somebody.store, somebody.phone
    batch = candidates.opened(store, CandidateType.STUDENT)
    user_name = with_password(store, office.sign_up(store))
    phone.start()
    assert "报名" in phone.hear().labels
    assert "已登录" in somebody.log_in(user_name).text
    phone.telegram.wait(lambda: PASSWORD not in [said["text"] for said in phone.own.values()])
    phone.start(f"registration-{batch.number}")
    phone.hear()
    review = somebody.fill(candidates.STUDENT)
    assert "请核对" in review.text
    phone.tap("提交")
    filed = phone.until("已提交")
    assert "下载申报表" in "".join(filed.labels) or any(
        b.file and b.file[0].endswith(".pdf") for b in phone.screen
    )


@pytest.fixture
def signed_in(somebody: Person) -> Person:
    """Logged in, at the menu."""
    user_name = with_password(somebody.store, office.sign_up(somebody.store))
    somebody.phone.start()
    somebody.phone.hear()
    somebody.log_in(user_name)
    return somebody


@pytest.fixture
def at_photo(signed_in: Person) -> Person:
    """At the first question of a registration, the photo."""
    batch = candidates.opened(signed_in.store, CandidateType.STUDENT)
    signed_in.phone.start(f"registration-{batch.number}")
    signed_in.phone.hear()
    assert signed_in.question()["box"] == "photo"
    return signed_in


@pytest.fixture
def at_education(at_photo: Person) -> Person:
    """At the choice of schooling, after the photo and the school."""
    phone = at_photo.phone
    phone.photo(portrait())
    phone.hear()
    phone.tap("可以")
    phone.hear()
    phone.say(office.SCHOOL)
    phone.hear()
    assert at_photo.question()["box"] == "education"
    return at_photo


def answers_of(person: Person) -> dict[str, object]:
    with person.store.reading() as work:
        (draft,) = work.drafts.open_ones(person.id)
    return dict(draft.answers)


def test_a_tapped_question_keeps_the_choice_instead_of_its_buttons(at_education: Person) -> None:
    phone = at_education.phone
    question = phone.screen[-1]
    phone.tap(EDUCATION)
    phone.hear()
    phone.telegram.wait(lambda: question.text.endswith(f"› {EDUCATION}"))
    assert question.keyboard == []
    taps = phone.bot.queries
    phone.telegram.wait(lambda: None not in taps.values())  # no button spins on


def test_the_menu_stays_a_menu(signed_in: Person) -> None:
    phone = signed_in.phone
    phone.say("/menu")
    menu = phone.hear()
    phone.tap("考试站", menu)
    phone.hear()
    phone.say("/menu")
    phone.hear()
    assert "考试站" in menu.labels


def test_a_button_of_an_earlier_question_records_nothing_and_brings_the_present_one(
    at_education: Person,
) -> None:
    phone = at_education.phone
    question = phone.screen[-1]
    buttons = [list(row) for row in question.keyboard]
    phone.tap(EDUCATION)
    present = phone.hear()
    before = answers_of(at_education)
    other = next(b for row in buttons for b in row if b["text"] != EDUCATION)
    phone.tap_data(question, other["callback_data"])
    assert phone.hear().labels == present.labels
    assert answers_of(at_education) == before


def test_the_same_update_twice_says_and_does_nothing_twice(at_education: Person) -> None:
    phone = at_education.phone
    last = phone.own[phone.say(EDUCATION)]
    phone.hear()
    phone.telegram.deliver(phone.bot, "message", last)
    phone.say("2023年9月")
    phone.hear()
    assert at_education.question()["box"] == "major"
    assert phone.unheard == 0


def test_an_edited_answer_corrects_its_box(at_education: Person) -> None:
    phone = at_education.phone
    phone.edit(max(phone.own), "哈密高级技校")
    assert phone.hear().text.startswith("已改：就读院校")
    assert answers_of(at_education)["school"] == "哈密高级技校"
    assert at_education.question()["box"] == "education"


def test_an_edit_nobody_waits_for_says_what_to_do(signed_in: Person) -> None:
    phone = signed_in.phone
    said = phone.say("你好")
    phone.hear()
    phone.edit(said, "您好")
    assert "没有改动" in phone.hear().text


def test_of_an_album_the_first_picture_counts_and_one_note_tells_of_the_others(
    at_photo: Person,
) -> None:
    phone = at_photo.phone
    pictures = [portrait(800 + n) for n in range(4)]
    phone.album(pictures)
    assert phone.hear().labels[0] == "可以"
    note = phone.hear()
    assert "一次只收一张" in note.text
    assert note.labels[0] == "可以"
    phone.tap("可以", note)
    phone.hear()
    assert at_photo.question()["box"] != "photo"
    assert phone.unheard == 0
    kept = answers_of(at_photo)["photo"]
    assert isinstance(kept, dict)
    assert kept["original_width"] == 800


def test_stickers_and_voices_get_a_sentence_and_unknown_kinds_nothing(
    at_education: Person,
) -> None:
    phone = at_education.phone
    before = answers_of(at_education)
    phone.send(sticker=STICKER)
    assert "读不了" in phone.hear().text
    phone.send(voice={"file_id": "v", "file_unique_id": "v", "duration": 3})
    assert "读不了" in phone.hear().text
    assert answers_of(at_education) == before
    phone.send(pinned_message={"message_id": 1, "date": 0, "chat": phone.chat()})
    phone.telegram.deliver(phone.bot, "poll_answer", {})
    phone.say(EDUCATION)
    phone.hear()
    assert at_education.question()["box"] == "enrolled_on"
    assert phone.unheard == 0


def test_a_file_above_the_limit_is_explained_and_not_even_fetched(at_photo: Person) -> None:
    phone = at_photo.phone
    phone.document(b"small", said_size=20_000_001)
    assert "20 MB" in phone.hear().text
    assert phone.telegram.called("getFile") == []


def test_a_file_telegram_has_no_more_is_asked_for_again(at_photo: Person) -> None:
    phone = at_photo.phone
    phone.telegram.fail("getFile", bad("wrong file_id or the file is temporarily unavailable"))
    phone.photo(portrait())
    assert "再发一次" in phone.hear().text


def test_a_file_that_cannot_be_fetched_now_is_fetched_later_and_nothing_overtakes_it(
    at_photo: Person,
) -> None:
    phone = at_photo.phone
    phone.telegram.fail("getFile", ApiError(502, "Bad Gateway"))
    phone.photo(portrait())
    phone.say("1")
    assert phone.hear().labels[0] == "可以"
    phone.hear()
    assert at_photo.question()["box"] == "school"


def test_replies_wait_out_what_telegram_asks_for_and_come_in_order(somebody: Person) -> None:
    phone = somebody.phone
    phone.telegram.fail("sendMessage", too_many(1))
    phone.start()
    phone.say("/help")
    assert "报名" in phone.hear().labels
    phone.hear()
    assert [b.id for b in phone.screen] == sorted(b.id for b in phone.screen)


def test_who_blocks_us_hears_nothing_until_they_write_again(
    signed_in: Person, kaowu: Serving
) -> None:
    phone = signed_in.phone
    phone.block()

    def blocked() -> bool:
        with kaowu.store.reading() as work:
            chat = work.chats.find(signed_in.channel, f"{phone.bot.id}:{phone.id}")
            return chat is not None and chat.blocked_at is not None

    phone.telegram.wait(blocked)
    phone.unblock()
    phone.say("/menu")
    assert "我的报名" in phone.hear().labels
    assert not blocked()


def test_a_form_goes_on_in_another_chat_by_its_link(at_education: Person) -> None:
    phone = at_education.phone
    phone.say("/handover")
    link = phone.hear().text
    page = link.partition("/handover#")[2].split()[0]
    other = phone.telegram.phone(at_education.token)
    other.start(f"h_{page}")
    assert "已换到这台设备" in other.hear().text
    other.say(EDUCATION)
    other.hear()
    assert answers_of(at_education)["education"]


def test_somebody_with_an_english_phone_is_met_in_english(kaowu: Serving, somebody: Person) -> None:
    phone = somebody.phone.telegram.phone(somebody.token, language="en")
    phone.start()
    assert "Registration" in phone.hear().labels


def test_what_was_taken_before_a_restart_is_not_taken_again(
    at_education: Person, kaowu: Serving
) -> None:
    phone = at_education.phone
    kaowu.stop()
    for message in [*phone.own.values()]:  # Telegram heard no confirmation of these
        phone.telegram.deliver(phone.bot, "message", message)
    phone.say(EDUCATION)
    kaowu.start()
    phone.hear()
    assert at_education.question()["box"] == "enrolled_on"
    assert phone.unheard == 0


def offered(person: Person, scope: str, language: str = "") -> dict[str, str]:
    """The commands Telegram shows, with their descriptions."""
    listed = person.phone.bot.commands.get((scope, language), [])
    return {one["command"]: one["description"] for one in listed}


def test_everybody_is_offered_the_commands_of_candidates_in_the_language_of_their_phone(
    signed_in: Person,
) -> None:
    everybody = "all_private_chats"
    assert offered(signed_in, everybody, "zh")["registration"] == "报名"
    assert offered(signed_in, everybody, "zh")["menu"] == "菜单"
    assert offered(signed_in, everybody, "en")["registration"] == "Registration"
    assert offered(signed_in, everybody).keys() == offered(signed_in, everybody, "zh").keys()
    mine = f"chat:{signed_in.phone.id}"
    signed_in.phone.telegram.wait(lambda: "my_registrations" in offered(signed_in, mine))


def test_staff_are_offered_theirs_in_their_chat_until_they_log_out(somebody: Person) -> None:
    store, phone = somebody.store, somebody.phone
    head = office.sign_up(store)
    with store.writing() as work:
        office.furnish(work)
        work.people.appoint(head, Role.STATION_HEAD, office.STATION.code)
    phone.start()
    phone.hear()
    mine = f"chat:{phone.id}"
    assert offered(somebody, mine) == {}
    somebody.log_in(with_password(store, head))
    phone.telegram.wait(lambda: "recovery_code" in offered(somebody, mine))
    phone.say("/logout")
    phone.hear()
    phone.telegram.wait(lambda: "recovery_code" not in offered(somebody, mine))
    assert "login" in offered(somebody, mine)


def test_a_picture_telegram_refuses_to_show_goes_as_a_document(at_photo: Person) -> None:
    """Its sides are more than 10 000 pixels together, or one is more than twenty times the other."""
    phone = at_photo.phone
    phone.telegram.fail("sendPhoto", bad("PHOTO_INVALID_DIMENSIONS"))
    phone.document(portrait())
    sent = phone.hear().file
    assert sent
    assert sent[0] == "照片.jpg"
    asked = phone.hear()
    assert "请看预览" in asked.text
    assert asked.labels[0] == "可以"
