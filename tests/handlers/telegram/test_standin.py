"""The stand-in's rates: what Telegram says to a bot that is too fast, by a clock the test moves."""

import pytest

from handlers.channel import TryLater
from tests.handlers.telegram.networks import LIBRARIES, connected
from tests.standins.telegram import TelegramStandIn


@pytest.mark.parametrize("library", LIBRARIES)
def test_one_chat_takes_a_few_at_once_and_then_one_a_second(library: str) -> None:
    seconds = [100.0]
    with TelegramStandIn(limited=True, clock=lambda: seconds[0]) as telegram:
        token = telegram.bot()
        phones = [telegram.phone(token) for _ in range(12)]
        for phone in phones:
            phone.start()
        with connected(library, token, telegram.address) as (network, loop):

            def send(*chats: int) -> None:
                for chat in chats:
                    loop.run(network.send_text(chat, "你好", ()))

            for _ in range(3):
                send(phones[0].id)
            with pytest.raises(TryLater) as refused:
                send(phones[0].id)
            assert refused.value.seconds == 1
            seconds[0] += 1
            send(phones[0].id)
            with pytest.raises(TryLater):  # all chats together: thirty a second
                send(*(phone.id for phone in phones[1:] for _ in range(3)))
