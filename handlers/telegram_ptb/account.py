"""The staff bot put together."""

from functools import partial

from handlers.telegram.account import TelegramAccount
from handlers.telegram.channel import TelegramChannel
from handlers.telegram.commands import CommandBook
from handlers.telegram.receiver import Receiver
from handlers.telegram.setup import Setup
from handlers.telegram_ptb.inbound import PtbInbound
from handlers.telegram_ptb.outbound import PtbNetwork

NAME = "telegram_ptb"


def make_account(setup: Setup) -> TelegramAccount:
    network = PtbNetwork(setup.token, setup.api_url, paid=setup.paid)
    book = CommandBook(setup.house, network, partial(setup.desk.speaker, NAME))
    receiver = Receiver(NAME, setup.desk, network, book.greet)
    return TelegramAccount(
        TelegramChannel(NAME, network, setup.documents, setup.limits),
        network,
        PtbInbound(network, receiver),
        book,
        hook=setup.hook,
        introduced=setup.introduced,
    )
