"""Two documents and their text are three calls of Telegram; told to wait before the third, we sent all three
again, and again, as long as anybody looked."""

import pytest

from conversations.engine.messages import Outgoing, Picture
from tests.handlers.telegram.medium import medium
from tests.handlers.telegram.networks import LIBRARIES
from tests.standins.telegram_rules import too_many

FILES = tuple(Picture(f"f{n}", f"{n}.jpg", "image/jpeg", 1) for n in (1, 2))


@pytest.mark.parametrize("library", LIBRARIES)
def test_what_was_sent_before_the_pause_is_not_sent_again(library: str) -> None:
    with medium(library) as chat:
        chat.phone.telegram.fail("sendMessage", too_many(1))
        seen = chat.show(Outgoing("已提交。", files=FILES))
    assert seen.text.strip() == "已提交。"
    assert len(seen.files) == 2


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_message_with_nothing_in_it_is_no_fault(library: str) -> None:
    with medium(library) as chat:
        assert chat.show(Outgoing("")).text == ""
