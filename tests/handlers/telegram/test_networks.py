"""The two libraries do the same for us, and every refusal of Telegram comes back in our words."""

import pytest

from handlers.channel import (
    FileOut,
    Gone,
    Rejected,
    SendFailed,
    TryLater,
    Unreachable,
)
from handlers.telegram.outbound import Button
from tests.handlers.telegram.conftest import Line
from tests.handlers.telegram.networks import LIBRARIES, connected
from tests.pictures import portrait
from tests.standins.telegram import TelegramStandIn
from tests.standins.telegram_rules import ApiError, bad, too_many

KEYS = ((Button("在读学生", "7.2:student"),), (Button("返回", "7.2:/back"),))


def send(line: Line, text: str = "你好") -> None:
    line.loop.run(line.network.send_text(line.phone.id, text, KEYS))


def test_a_text_arrives_with_its_buttons_and_without_a_preview_of_links(line: Line) -> None:
    send(line, "第 1 项 https://kaowu.example/handover#secret")
    bubble = line.phone.hear()
    assert bubble.text == "第 1 项 https://kaowu.example/handover#secret"
    assert [[b["text"] for b in row] for row in bubble.keyboard] == [["在读学生"], ["返回"]]
    assert bubble.data("在读学生") == "7.2:student"
    assert "is_disabled" in str(bubble.fields["link_preview_options"])


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("paid", [True, False])
def test_only_who_pays_asks_for_more_than_is_free(
    telegram: TelegramStandIn, library: str, paid: bool
) -> None:
    token = telegram.bot()
    with connected(library, token, telegram.address, paid=paid) as (network, loop):
        phone = telegram.phone(token)
        phone.start()
        loop.run(network.send_text(phone.id, "你好", ()))
        loop.run(network.send_document(phone.id, FileOut("a.pdf", "application/pdf", b"%PDF")))
        loop.run(network.send_picture(phone.id, FileOut("a.jpg", "image/jpeg", portrait()), "", ()))
        asked = {"true" in str(b.fields.get("allow_paid_broadcast")).lower() for b in phone.screen}
    assert asked == {paid}
    assert len(phone.screen) == 3


def test_pictures_and_documents_arrive_as_they_are(line: Line) -> None:
    picture, table = portrait(), b"%PDF-1.7 0123456789"
    send_picture = line.network.send_picture(
        line.phone.id, FileOut("photo.jpg", "image/jpeg", picture), "请看预览", KEYS
    )
    line.loop.run(send_picture)
    shown = line.phone.hear()
    assert (shown.text, shown.file) == ("请看预览", ("photo.jpg", picture))
    assert shown.labels == ["在读学生", "返回"]
    document = FileOut("application-form.pdf", "application/pdf", table)
    line.loop.run(line.network.send_document(line.phone.id, document))
    assert line.phone.hear().file == ("application-form.pdf", table)


def test_updates_come_as_json_again_until_an_offset_confirms_them(line: Line) -> None:
    line.phone.say("我叫李明")
    first = line.loop.run(line.network.updates(0, 0))
    assert [u["message"]["text"] for u in first] == ["/start", "我叫李明"]
    assert line.loop.run(line.network.updates(0, 0)) == first
    confirmed = first[-1]["update_id"] + 1
    assert list(line.loop.run(line.network.updates(confirmed, 0))) == []
    assert first[0]["message"]["from"]["language_code"] == "zh-hans"


def test_a_file_comes_whole_and_one_above_the_limit_is_refused(line: Line) -> None:
    data = portrait()
    assert line.loop.run(line.network.download(line.phone.upload(data))) == data
    with pytest.raises(Rejected) as refused:
        line.loop.run(line.network.download(line.phone.upload(b"x" * 20_000_001)))
    assert refused.value.problem == "too-big"
    with pytest.raises(Rejected):
        line.loop.run(line.network.download("no-such-file"))


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (too_many(7), TryLater),
        (ApiError(403, "Forbidden: bot was blocked by the user"), Gone),
        (bad("chat not found"), Gone),
        (bad("message is too long"), Rejected),
        (ApiError(502, "Bad Gateway"), Unreachable),
        (ApiError(500, "Internal Server Error: restart"), Unreachable),
        (ApiError(401, "Unauthorized"), Unreachable),
        (None, Unreachable),
    ],
)
def test_each_failure_to_send_is_one_of_ours(
    error: ApiError | None, failure: type[SendFailed], line: Line
) -> None:
    line.telegram.fail("sendMessage", error)
    with pytest.raises(failure) as failed:
        send(line)
    if isinstance(failed.value, TryLater):
        assert failed.value.seconds == 7
    assert "你好" not in failed.value.problem
    send(line)


def test_what_is_as_wanted_already_is_no_failure(line: Line) -> None:
    send(line)
    bubble = line.phone.hear()
    for _ in range(2):  # the second time Telegram says "message is not modified"
        line.loop.run(line.network.change_text(line.phone.id, bubble.id, "你好\n\n› 在读学生"))
        line.loop.run(line.network.drop_keyboard(line.phone.id, bubble.id))
    assert (bubble.text, bubble.keyboard) == ("你好\n\n› 在读学生", [])
    line.loop.run(line.network.answer_tap("older than Telegram remembers"))
    said = line.phone.say("geheim")
    for _ in range(2):
        line.loop.run(line.network.delete(line.phone.id, said))
    assert said not in line.phone.own


def test_what_telegram_would_refuse_the_stand_in_refuses(line: Line) -> None:
    cases = [
        ("x" * 4097, KEYS),
        ("💡" * 2049, KEYS),
        (" ", KEYS),
        ("x", ((Button("长", "x" * 65),),)),
        ("x", (tuple(Button("多", "1") for _ in range(9)),)),
        ("x", tuple((Button("多", "1"),) for _ in range(101))),
    ]
    for text, keyboard in cases:
        with pytest.raises(Rejected):
            line.loop.run(line.network.send_text(line.phone.id, text, keyboard))
    line.loop.run(line.network.send_text(line.phone.id, "💡" * 2048, KEYS))
    nobody = line.telegram.phone(line.token)
    with pytest.raises(Gone):  # a bot cannot write first
        line.loop.run(line.network.send_text(nobody.id, "你好", ()))


def test_commands_are_kept_by_scope_and_language(line: Line) -> None:
    bot = line.telegram.bots[line.token]
    line.loop.run(line.network.set_commands({"menu": "菜单"}, language="zh"))
    line.loop.run(line.network.set_commands({"todo": "待办"}, chat=line.phone.id))
    assert bot.commands == {
        ("all_private_chats", "zh"): [{"command": "menu", "description": "菜单"}],
        (f"chat:{line.phone.id}", ""): [{"command": "todo", "description": "待办"}],
    }


def test_a_webhook_takes_the_place_of_asking_and_back(line: Line) -> None:
    line.loop.run(line.network.set_webhook("http://127.0.0.1:9/telegram/candidate", "s3cret-_"))
    with pytest.raises(SendFailed):
        line.loop.run(line.network.updates(0, 0))
    line.loop.run(line.network.drop_webhook())
    assert len(line.loop.run(line.network.updates(0, 0))) == 1
