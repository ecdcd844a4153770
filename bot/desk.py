"""What serves people in one process: the front desk of a store, its threads, its networks, what goes on beside."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import uuid4

from bot.accounts import Office, accounts
from bot.beside import Beside
from bot.broadcasting import Broadcasting
from bot.bundles import STREAMED
from bot.chats import ChatDocuments, Chats
from bot.chores import ChoreHand, Chores, works
from bot.front import Front, Pools
from bot.in_process import InProcess, jobs_of
from bot.networks import Networks
from bot.passwords import Passwords
from bot.postman import Postman
from bot.press import EXPORTS, Press
from bot.rehearsed_clock import RehearsedClock
from bot.sender import Sender
from bot.settings import Settings
from bot.turns import Turns
from bot.units import units
from bot.wiring import CONNECTIONS
from conversations.house import house
from conversations.intake import Intake
from conversations.menu import House
from handlers.channel import Account
from handlers.web.desk import PublicFacts
from store.paces import MemoryPaces, Paces
from store.pictures import PictureDesk
from store.unit import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """What serves people in one process."""

    front: Front
    turns: Turns
    pools: Pools
    holder: str
    """The process, by a name no other has."""
    house: House
    pictures: PictureDesk
    chat_links: dict[str, str]
    """The house's links into chats; a network is asked for its own while we serve."""


CHANNELS = {"telegram": ("telegram_aiogram", "telegram_ptb"), "wechat": ("wechat",)}
"""The channels of each network."""


def private_channels(settings: Settings) -> list[str]:
    """Where private boxes are filled in on the page only."""
    return [channel for network in settings.private_on_page for channel in CHANNELS[network]]


@contextmanager
def front_desk(settings: Settings, store: Store, public_url: str) -> Iterator[Desk]:
    """The front desk and its threads; at the end everything taken in is finished."""
    holder = uuid4().hex
    chat_links: dict[str, str] = {}
    ours = house(public_url, chat_links, private_channels(settings))
    intake = Intake(store, ours, holder)
    # SQLite has one writer; more threads would only wait for each other (measured: a tenth slower).
    threads = CONNECTIONS if settings.database_file is None else 1
    pools, pictures = Pools.of_size(threads), PictureDesk()
    turns = Turns(
        intake,
        store.clock,
        units=units(store, pools.turns),
        hashing=pools.hashing,
        passwords=Passwords(),
    )
    try:
        front = Front(intake, turns, pools, pictures, Press(store))
        yield Desk(front, turns, pools, holder, ours, pictures, chat_links)
    finally:
        pools.close()
        pictures.close()


def networks(
    settings: Settings, store: Store, desk: Desk, public: PublicFacts, paces: Paces
) -> tuple[list[Account], Networks]:
    """The accounts the settings name, and what runs them."""
    sender = Sender(store, paces, desk.pools.sending, desk.holder)
    chats = Chats(store, desk.front, desk.turns, sender, desk.pools.reading)
    documents = ChatDocuments(desk.front, public)
    office = Office(
        chats, documents, desk.house, desk.chat_links.__setitem__, store, desk.pools.turns
    )
    ours = accounts(settings, office)
    for account in ours:
        sender.connect(account.channel)
    return ours, Networks(store, ours, sender, desk.pools.sending, desk.holder)


def beside(settings: Settings, store: Store, desk: Desk) -> list[Beside]:
    """What goes on beside the turns. Jobs are left to the workers on PostgreSQL, and to the moving of
    the clock in a rehearsal."""
    hand = ChoreHand(store, desk.holder, works(desk.pictures))
    going_on: list[Beside] = [
        Broadcasting(store, desk.pools.sending),
        Chores(hand, desk.pools.printing),
    ]
    if settings.mail_server:
        going_on.append(Postman(store, settings.mail_server))
    if not store.on_postgresql and not store.rehearsing:
        going_on.append(InProcess(jobs_of(store, desk.holder), desk.pools.jobs))
    return going_on


def rehearsed_clock(store: Store, desk: Desk) -> RehearsedClock | None:
    """The clock that can be moved, where there is a rehearsal."""
    if not store.rehearsing:
        return None
    return RehearsedClock(store, jobs_of(store, desk.holder), desk.pools.jobs)


def paces(settings: Settings) -> Paces:
    """Shared by all processes where there is Redis."""
    if settings.redis_url is None:
        return MemoryPaces()
    from store.shared import RedisPaces

    return RedisPaces(settings.redis_url)


def public_facts(settings: Settings, url: str) -> PublicFacts:
    return PublicFacts(
        url=url,
        proxies=settings.trusted_proxies,
        papers={name: export.media_type for name, export in EXPORTS.items()} | dict(STREAMED),
    )
