"""What updates say: one table from Telegram's JSON to what we hear."""

from typing import Any

import pytest

from handlers.telegram.inbound import Content, Document, Left, Tap, Unreadable, Words, read

LI = {"id": 77, "is_bot": False, "first_name": "李明", "language_code": "zh-hans"}
CHAT = {"id": 77, "type": "private"}
HEAD = {"message_id": 12, "date": 1, "from": LI, "chat": CHAT}
SIZES = [
    {"file_id": "small", "width": 90, "height": 120, "file_size": 900},
    {"file_id": "large", "width": 960, "height": 1280, "file_size": 90_000},
    {"file_id": "middle", "width": 320, "height": 427, "file_size": 9_000},
]
FILE = {"file_id": "f1", "file_name": "form.pdf", "file_size": 1234}


def heard(kind: str, **content: Any) -> Content | None:
    found = read({"update_id": 5, kind: content})
    return found.content if found else None


@pytest.mark.parametrize(
    ("message", "content"),
    [
        ({"text": "电焊工"}, Words("电焊工")),
        ({"text": "/edit school"}, Words("/edit school")),
        ({"text": "/registration@kaowu_bot 26-0417"}, Words("/registration 26-0417")),
        ({"text": "/start"}, Words("/menu")),
        ({"text": "/start h_Zm9v-bar_"}, Words("", link="Zm9v-bar_")),
        ({"text": "/start registration-26-0417"}, Words("/registration 26-0417")),
        ({"text": "/start certificate_lookup"}, Words("/certificate_lookup")),
        ({"photo": SIZES}, Document("large", "photo.jpg", 90_000)),
        ({"photo": SIZES, "media_group_id": "9"}, Document("large", "photo.jpg", 90_000, "9")),
        ({"document": FILE}, Document("f1", "form.pdf", 1234)),
        ({"document": {"file_id": "f2"}}, Document("f2", "", 0)),
        ({"animation": {}, "document": FILE}, Unreadable("animation")),
        ({"sticker": {}}, Unreadable("sticker")),
        ({"voice": {}}, Unreadable("voice")),
        ({"pinned_message": {}}, None),
        ({"something_telegram_adds_next_year": {}}, None),
    ],
)
def test_a_message_says(message: dict[str, Any], content: Content | None) -> None:
    assert heard("message", **HEAD, **message) == content


@pytest.mark.parametrize(
    ("data", "tap"),
    [
        ("7.2:student", Tap("q1", "7.2", "student", None, "问题")),
        ("7.2:edit:study.2.school", Tap("q1", "7.2", "edit:study.2.school", None, "问题")),
        (":/registration 26-0417", Tap("q1", None, "/registration 26-0417", None, "问题")),
        ("7.2=3", Tap("q1", "7.2", None, "3", "问题")),
        ("of another bot", None),
    ],
)
def test_a_tap_says_which_option_of_which_turn(data: str, tap: Tap | None) -> None:
    message = HEAD | {"text": "问题"}
    assert heard("callback_query", id="q1", **{"from": LI}, message=message, data=data) == tap


def test_an_edit_names_the_message_it_corrects() -> None:
    first = read({"update_id": 5, "message": HEAD | {"text": "李名"}})
    edited = read({"update_id": 6, "edited_message": HEAD | {"text": "李明"}})
    assert first is not None
    assert edited is not None
    assert edited.content == Words("李明", corrects=first.key)
    assert edited.key != first.key


def test_every_update_has_a_key_of_its_own_and_the_same_one_when_it_comes_again() -> None:
    updates = [
        {"update_id": 5, "message": HEAD | {"text": "1"}},
        {"update_id": 6, "message": HEAD | {"message_id": 13, "text": "1"}},
        {"update_id": 7, "edited_message": HEAD | {"text": "2"}},
        {"update_id": 8, "edited_message": HEAD | {"text": "3"}},
        {"update_id": 9, "callback_query": {"id": "1", "message": HEAD, "data": ":/menu"}},
        {"update_id": 9, "message": HEAD | {"chat": {**CHAT, "id": 78}, "text": "1"}},
    ]
    keys = [read(update).key for update in updates]
    assert len(set(keys)) == len(updates)
    assert keys == [read(update).key for update in updates]


@pytest.mark.parametrize(
    ("status", "content"), [("kicked", Left()), ("left", Left()), ("member", None)]
)
def test_who_blocks_us_has_left(status: str, content: Left | None) -> None:
    change = {"chat": CHAT, "from": LI, "date": 1, "new_chat_member": {"status": status}}
    assert heard("my_chat_member", **change) == content


def test_groups_and_unknown_kinds_say_nothing_to_us() -> None:
    group = HEAD | {"chat": {"id": -5, "type": "group"}, "text": "/menu"}
    assert read({"update_id": 5, "message": group}) is None
    assert read({"update_id": 5, "channel_post": HEAD | {"text": "x"}}) is None
    assert read({"update_id": 5}) is None
    assert heard("edited_message", **HEAD, caption="x") is None


@pytest.mark.parametrize(
    ("code", "language"),
    [("zh-hans", "zh-CN"), ("zh", "zh-CN"), (None, "zh-CN"), ("en", "en"), ("ru", "en")],
)
def test_somebody_new_is_spoken_to_in_the_language_of_their_phone(
    code: str | None, language: str
) -> None:
    person = {"id": 77} | ({"language_code": code} if code else {})
    found = read({"update_id": 5, "message": HEAD | {"from": person, "text": "x"}})
    assert found is not None
    assert found.language == language
