"""The contract of all channels, held against each: nothing is lost on the way out, nothing changes on the way in."""

from collections.abc import Iterator
from functools import partial

import pytest

from tests.handlers.contract import (
    MESSAGES,
    PORTRAIT,
    SPOKEN,
    TURN,
    Medium,
    Opened,
    is_chosen,
    squeezed,
)
from tests.handlers.telegram import medium as telegram
from tests.handlers.web import medium as web
from tests.handlers.wechat import medium as wechat

MEDIA: dict[str, Opened] = {
    "telegram_aiogram": partial(telegram.medium, "aiogram"),
    "telegram_ptb": partial(telegram.medium, "ptb"),
    "web": web.medium,
    "wechat": wechat.medium,
}


@pytest.fixture(params=MEDIA)
def medium(request: pytest.FixtureRequest) -> Iterator[Medium]:
    with MEDIA[request.param]() as medium:
        yield medium


@pytest.mark.parametrize("name", MESSAGES)
def test_every_word_arrives_in_its_order(name: str, medium: Medium) -> None:
    message = MESSAGES[name]
    assert squeezed(message.text) in squeezed(medium.show(message).text)


@pytest.mark.parametrize("name", [name for name, m in MESSAGES.items() if m.options])
def test_every_option_can_be_chosen_and_comes_back_as_itself_of_its_turn(
    name: str, medium: Medium
) -> None:
    message = MESSAGES[name]
    for option in message.options:
        medium.show(message)
        incoming = medium.choose(option)
        assert is_chosen(incoming, option), (option, incoming)
        if incoming.choice is not None:
            assert incoming.turn == (TURN if message.question else None)


def test_a_picture_arrives(medium: Medium) -> None:
    assert medium.show(MESSAGES["a picture"]).files == (PORTRAIT,)


@pytest.mark.parametrize("text", SPOKEN)
def test_words_arrive_as_they_were_written(text: str, medium: Medium) -> None:
    incoming = medium.say(text)
    assert (incoming.text or "").strip() == text.strip()
    assert incoming.choice is None


def test_a_picture_handed_in_reaches_the_desk_whole(medium: Medium) -> None:
    incoming = medium.hand_in(PORTRAIT)
    assert incoming.file is not None
    assert incoming.file.file == f"{len(PORTRAIT)} bytes"


def test_what_is_sent_again_has_the_same_key_and_what_is_said_again_another(
    medium: Medium,
) -> None:
    first = medium.say("你好")
    assert medium.repeat().key == first.key
    assert medium.say("你好").key != first.key
