"""What bad input gets at the callbacks of the chat networks: an answer, no trace in the data, none in the log."""

import asyncio
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from bot import settings, wiring
from store.schema import all_tables
from tests.serving import Server
from tests.standins import wechat
from tests.standins.telegram import TelegramStandIn
from tests.standins.wechat import WechatPlatform, xml_of

SECRET = "a-secret_of_at_least-16"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
TELEGRAM = ("/telegram/candidate", "/telegram/staff")
TOLD = {"chats", "inbox", "messages", "outbox", "drafts", "sessions", "files", "wechat_chats"}
"""Where something somebody sent would leave a trace; `people`, too."""
CUT_OFF = 413
"""Refused before its end has come, so that the line may break before the answer is read."""


@dataclass
class Town:
    """A server whose three accounts are called by their networks."""

    server: Server
    telegram: TelegramStandIn
    platform: WechatPlatform
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    def rows(self) -> dict[str, int]:
        """How many there are in the tables that tell of people."""
        tables = {name: all_tables().tables[name] for name in {*TOLD, "people"}}
        with wiring.opened(settings.load(self.server.folder)) as store, store.reading() as work:
            return {
                name: work.connection.scalar(select(func.count()).select_from(table)) or 0
                for name, table in tables.items()
            }


@pytest.fixture(scope="module")
def town(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("bad-input")
    shutil.copyfile(sqlite_template, folder / "kaowu.db")
    with TelegramStandIn() as telegram, WechatPlatform(lambda: datetime.now(UTC)) as platform:
        server = Server(
            folder,
            log=folder / "log",
            KAOWU_CANDIDATE_BOT_TOKEN=telegram.bot("kaowu_bot"),
            KAOWU_STAFF_BOT_TOKEN=telegram.bot("kaowu_staff_bot"),
            KAOWU_TELEGRAM_API_URL=telegram.address,
            KAOWU_TELEGRAM_MODE="webhook",
            KAOWU_TELEGRAM_WEBHOOK_SECRET=SECRET,
            KAOWU_PUBLIC_URL="https://kaowu.example",
            KAOWU_WECHAT_APP_ID=wechat.APP_ID,
            KAOWU_WECHAT_APP_SECRET=wechat.APP_SECRET,
            KAOWU_WECHAT_TOKEN=wechat.CALLBACK_TOKEN,
            KAOWU_WECHAT_AES_KEY=wechat.AES_KEY,
            KAOWU_WECHAT_API_URL=platform.address,
        )
        server.start()
        yield Town(server, telegram, platform, folder / "log")
        server.stop()


@dataclass(frozen=True)
class Bad:
    """A body for a callback, and what it must be answered."""

    name: str
    body: bytes
    status: int
    headers: Mapping[str, str | bytes] = field(default_factory=lambda: {HEADER: SECRET})
    query: Mapping[str, str] = field(default_factory=dict)


def message(**changed: Any) -> bytes:
    person = {"id": 77, "is_bot": False, "first_name": "A"}
    chat = {"id": 77, "type": "private"}
    content = {"message_id": 1, "date": 1, "from": person, "chat": chat, "text": "/menu"} | changed
    return httpx.Request("POST", "http://x", json={"update_id": 1, "message": content}).content


AT_TELEGRAM = (
    Bad("no secret", message(), 403, {}),
    Bad("an empty secret", message(), 403, {HEADER: ""}),
    Bad("another secret", message(), 403, {HEADER: SECRET[::-1]}),
    Bad("half of the secret", message(), 403, {HEADER: SECRET[:-1]}),
    Bad("more than the secret", message(), 403, {HEADER: SECRET + "x"}),
    Bad("a secret that is no ASCII", message(), 403, {HEADER: "秘密".encode()}),
    Bad("nothing", b"", 400),
    Bad("no JSON", b"{", 400),
    Bad("no UTF-8", b'{"update_id": 1, "message": "\xff"}', 400),
    Bad("JSON as deep as it gets", b"[" * 200_000, 400),
    Bad("a number", b"7", 400),
    Bad("no number of an update", b'{"message": {}}', 400),
    Bad("too long", b'{"update_id": 1, "x": "' + b"x" * 1_000_000 + b'"}', CUT_OFF),
    Bad("nothing we know", b'{"update_id": 1, "gift": {"text": "x"}}', 200),
    Bad("a channel's post", b'{"update_id": 1, "channel_post": {"text": "x"}}', 200),
    Bad("a message that is none", b'{"update_id": 1, "message": 7}', 200),
    Bad("a chat that is none", message(chat=[]), 200),
    Bad("a group", message(chat={"id": -5, "type": "group"}), 200),
    Bad("a chat whose number is none", message(chat={"id": "x" * 500, "type": "private"}), 200),
    Bad("a kind nobody has heard of", message(text=None, hologram={"x": 1}), 200),
)


def at_wechat(platform: WechatPlatform) -> Iterator[Bad]:
    """Sealed as WeChat does, with one thing wrong."""
    good = {
        "ToUserName": wechat.OUR_NAME,
        "FromUserName": "o" * 28,
        "CreateTime": "1780275600",
        "MsgType": "text",
        "Content": "菜单",
        "MsgId": "1",
    }
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 9}">' for n in range(1, 9))
    bomb = f'<!DOCTYPE xml [<!ENTITY e0 "x">{entities}]><xml><Content>&e8;</Content></xml>'
    file = (
        '<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><Content>&e;</Content></xml>'
    )

    def bad(name: str, xml: str, status: int, **changed: str) -> Bad:
        query, body = platform.sealed(xml, **changed)
        return Bad(name, body, status, {}, query)

    yield bad("another signature", xml_of(good), 403, msg_signature="0" * 40)
    yield bad("no timestamp", xml_of(good), 403, timestamp="")
    yield bad("another nonce", xml_of(good), 403, nonce="7")
    yield bad("a body that is no XML", "菜单", 400)
    yield bad("entities in entities", bomb, 400)
    yield bad("a file as an entity", file, 400)
    yield bad("nobody", xml_of(good | {"FromUserName": ""}), 400)
    yield bad("somebody else's name", xml_of(good | {"FromUserName": "o'; DROP"}), 400)
    yield bad("no kind", xml_of({k: v for k, v in good.items() if k != "MsgType"}), 400)
    yield bad("no number", xml_of({k: v for k, v in good.items() if k != "MsgId"}), 400)
    yield bad("a kind nobody has heard of", xml_of(good | {"MsgType": "hologram"}), 200)
    yield bad("too long", xml_of(good | {"Content": "x" * 64_000}), CUT_OFF)
    yield Bad("not sealed", xml_of(good).encode(), 403, {}, platform.sealed("x")[0])
    yield Bad("XML without an end", b"<xml><Encrypt>", 400, {}, platform.sealed("x")[0])
    now, platform.now = platform.now, lambda: now() - timedelta(minutes=6)
    yield bad("from six minutes ago", xml_of(good), 403)
    platform.now = now


def answered(anybody: httpx.Client, path: str, one: Bad) -> int:
    try:
        answer = anybody.post(path, content=one.body, headers=one.headers, params=one.query)
    except (httpx.ReadError, httpx.WriteError):
        return CUT_OFF
    return answer.status_code


def test_bad_input_is_refused_or_ignored_and_leaves_no_trace(town: Town) -> None:
    before, asked = town.rows(), len(town.telegram.called("sendMessage"))
    wrong = {}
    with httpx.Client(base_url=town.address, timeout=60, trust_env=False) as anybody:
        for path, table in [(path, AT_TELEGRAM) for path in TELEGRAM] + [
            ("/wechat", tuple(at_wechat(town.platform)))
        ]:
            for one in table:
                status = answered(anybody, path, one)
                if status != one.status:
                    wrong[f"{path}: {one.name}"] = status
        assert anybody.get("/healthz").is_success
    assert wrong == {}
    assert town.rows() == before
    assert len(town.telegram.called("sendMessage")) == asked
    log = town.log.read_text()
    assert "Traceback" not in log
    assert ".py:" not in log
    assert "菜单" not in log


FLOOD = 120


async def flood(town: Town, path: str) -> int:
    """How many of one person's many messages were answered before another person's only one."""
    bot = list(town.telegram.bots.values())[TELEGRAM.index(path)]
    one, other = town.telegram.phone(bot.token), town.telegram.phone(bot.token)
    answered, begun = 0, asyncio.Event()
    limits = httpx.Limits(max_connections=FLOOD + 1)
    headers = {HEADER: SECRET}
    async with httpx.AsyncClient(
        base_url=town.address, limits=limits, headers=headers, timeout=60, trust_env=False
    ) as line:

        async def say(phone: Any, text: str) -> None:
            nonlocal answered
            await line.post(path, json=phone.written(text))
            answered += phone is one
            begun.set()

        saying = [asyncio.create_task(say(one, f"消息 {n}")) for n in range(FLOOD)]
        await begun.wait()
        await say(other, "/menu")
        before = answered
        await asyncio.gather(*saying)
    assert answered == FLOOD
    return before


@pytest.mark.parametrize("path", TELEGRAM)
def test_a_flood_from_one_person_slows_only_that_person(town: Town, path: str) -> None:
    assert asyncio.run(flood(town, path)) < FLOOD // 3
