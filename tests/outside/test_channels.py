"""One script of answers on all four channels, each over its own network: the same registration comes of it."""

import asyncio
import hashlib
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Protocol

import httpx
import pytest

from bot import settings, wiring
from rules.candidates import Sex
from store.clock import OFFICE_ZONE
from store.registrations import RosterLine
from store.unit import UnitOfWork
from tests.answers import Reply, months_ago
from tests.client import Client
from tests.conftest import Demonstrated
from tests.people import id_number
from tests.pictures import document, portrait
from tests.serving import Server
from tests.standins import wechat
from tests.standins.telegram import TelegramStandIn
from tests.standins.telegram_phone import Bubble, Phone
from tests.standins.wechat import WechatPlatform

SCHOOL, NAME, PASSWORD = "无锡机电高等职业技术学校", "阿依古丽·买买提", "wuxi-0417-lathe"
CONDITION = (
    "职业院校在籍学生：中专、技校或职高及以上学历；出生年份在申报中级的规定范围内；"
    "在校满两年；经本校正规培训达规定标准 400 学时以上"
)
READ_ON = "回复 0 看下文"
Said = str | bytes
"""What somebody writes, chooses by its label, or shows as a picture."""


def script(place: int, batch: str, today: date) -> list[tuple[Said, str]]:
    """What is said, and a part of what must come back: with a wrong answer, a way back and an edit."""
    number = id_number(date(2008, 5, 4), Sex.FEMALE, serial=41 + place)
    signing_up = [
        ("/sign_up", "姓名"),
        ("是", "姓名"),
        (NAME, "身份证号"),
        (number, "用户名"),
        (f"phone-{place}", "请核对"),
        ("提交", "密码"),
        (PASSWORD, "注册好了"),
    ]
    schooling = [
        (f"/registration {batch}", "照片"),
        (portrait(), "预览"),
        ("可以", "就读院校"),
        ("无锡机电职校", "文化程度"),
        ("返回", "就读院校"),
        (SCHOOL, "文化程度"),
        ("中专、技校或职高", "入学时间"),
        (months_ago(today, 26), "专业"),
        ("焊接技术应用", "已取得职业技能"),
        ("跳过", "申报职业"),
        ("电焊工 JX04-06-04-01", "申报等级"),
        ("四级（中级工）", "考生电话"),
        ("12345", "考生电话"),
        ("0510-82712345", "申报条件"),
        (CONDITION, "培训学时"),
        ("420", "其他"),
        ("跳过", "入学年月"),
    ]
    studies = [
        (months_ago(today, 62), ""),
        (months_ago(today, 27), ""),
        ("无锡市东林中学", ""),
        ("初中", ""),
        ("初三（2）班", ""),
        ("是", ""),
        (months_ago(today, 26), ""),
        ("跳过", ""),
        (SCHOOL, ""),
        ("中专、技校或职高", ""),
        ("焊接 2401", ""),
        ("否", "身份证人像面"),
    ]
    documents: list[tuple[Said, str]] = []
    for line, then in (
        ("FRONT", "身份证国徽面"),
        ("BACK", "学生证"),
        ("STUDENT", "学时证明"),
        ("HOURS", "请核对（18 项）"),
    ):
        documents += [(document(line=line), "预览"), ("可以", then)]
    ending = [("修改专业", "专业"), ("焊接技术", "请核对（18 项）"), ("提交", "已提交")]
    return [*signing_up, *schooling, *studies, *documents, *ending]


class Medium(Protocol):
    """Somebody on one channel."""

    def send(self, said: Said) -> str:
        """What comes back, whole."""


class Page:
    """Through the API, by the turn of the question and the value of an option, as the page does it."""

    def __init__(self, client: Client) -> None:
        self.client = client
        client.begin()
        self.said: dict[str, Any] = {"options": [], "question": None}

    def send(self, said: Said) -> str:
        question = self.said["question"]
        self.said = self.client.send(self._reply(said), question and question["turn"])
        return str(self.said["text"])

    def _reply(self, said: Said) -> Reply:
        if isinstance(said, bytes):
            return Reply(picture=said)
        values = {option["label"]: option["value"] for option in self.said["options"]}
        return Reply(choice=values[said]) if said in values else Reply(text=said)


class Telegram:
    """By buttons where there is one, its number where the label is listed in the text, else in words."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        phone.start()
        self.seen = phone.hear()

    def send(self, said: Said) -> str:
        shown, asked = self.seen.labels, self.seen.text.splitlines()
        if isinstance(said, bytes):
            self.phone.document(said)
        elif said in shown:
            self.phone.tap(said, self.seen)
        elif number := next((n for n in shown if f"{n}　{said}" in asked), None):
            self.phone.tap(number, self.seen)
        else:
            self.phone.say(said)
        self.seen = self._answer()
        return self.seen.text

    def _answer(self) -> Bubble:
        """The documents at the end come before the words that offer them."""
        seen = self.phone.hear()
        return self._answer() if seen.file and not seen.text else seen


class Wechat:
    """In words and pictures alone; a long reply is read to its end."""

    def __init__(self, platform: WechatPlatform, address: str) -> None:
        self.platform = platform
        self.owner = platform.follower("ayigul")
        self.address = address

    def send(self, said: Said) -> str:
        if isinstance(said, bytes):
            media = self.platform.keep_media(said)
            seen = self._deliver("image", PicUrl="https://wx.example/p", MediaId=media)
        else:
            seen = self._deliver("text", Content=said)
        if READ_ON not in seen:
            return seen
        return seen + self.send("0")

    def _deliver(self, kind: str, **fields: str) -> str:
        """What the screen shows more: in the callback's answer, or soon after it."""
        before = len(self.owner.screen)
        message = self.platform.message(self.owner, kind, **fields)
        asyncio.run(self._post(message))
        self.platform.wait(lambda: len(self.owner.screen) > before)
        return "\n".join(self.owner.screen[before:])

    async def _post(self, message: dict[str, str]) -> None:
        async with httpx.AsyncClient(base_url=self.address, trust_env=False) as line:
            await self.platform.deliver(line, message)


@dataclass
class Town:
    """A server, the networks around it, and what is demonstrated there."""

    folder: Path
    address: str
    shown: dict[str, Any]
    telegram: TelegramStandIn
    tokens: tuple[str, str]
    platform: WechatPlatform


@pytest.fixture
def town(demonstrated: Demonstrated, tmp_path: Path) -> Iterator[Town]:
    folder = demonstrated.copy_to(tmp_path / "data")
    with ExitStack() as open_now:
        telegram = open_now.enter_context(TelegramStandIn(limited=True))
        platform = open_now.enter_context(WechatPlatform(lambda: datetime.now(UTC)))
        tokens = (telegram.bot("kaowu_bot"), telegram.bot("kaowu_staff_bot"))
        server = Server(
            folder,
            KAOWU_CANDIDATE_BOT_TOKEN=tokens[0],
            KAOWU_STAFF_BOT_TOKEN=tokens[1],
            KAOWU_TELEGRAM_API_URL=telegram.address,
            KAOWU_WECHAT_APP_ID=wechat.APP_ID,
            KAOWU_WECHAT_APP_SECRET=wechat.APP_SECRET,
            KAOWU_WECHAT_TOKEN=wechat.CALLBACK_TOKEN,
            KAOWU_WECHAT_AES_KEY=wechat.AES_KEY,
            KAOWU_WECHAT_API_URL=platform.address,
        )
        address = server.start()
        yield Town(folder, address, demonstrated.shown, telegram, tokens, platform)
        server.stop()
        assert server.process
        assert server.process.returncode == 0


def play(medium: Medium, said: list[tuple[Said, str]]) -> None:
    for number, (words, heard) in enumerate(said):
        seen = medium.send(words)
        assert heard in seen, (number, words if isinstance(words, str) else "a picture", seen)


def content_of(work: UnitOfWork, line: RosterLine) -> bytes:
    """What was filed, byte for byte, but for whose it is and when it was."""
    filed = line.registration
    boxes = {name: value for name, value in line.boxes.items() if name != "id_number"}
    files = {
        str(given.material): hashlib.sha256(work.files.content(given.file)).hexdigest()
        for given in work.registrations.documents(filed.id)
    }
    kept = {
        "batch": filed.batch_id,
        "unit": [filed.programme, filed.unit_code, filed.level],
        "as": [filed.candidate_type, filed.condition, filed.state, filed.form_version],
        "boxes": boxes,
        "files": files,
    }
    return json.dumps(kept, ensure_ascii=False).encode()


@pytest.fixture
def media(town: Town) -> Iterator[list[Medium]]:
    with closing(Client(town.address)) as client:
        phones = [Telegram(town.telegram.phone(token)) for token in town.tokens]
        yield [Page(client), *phones, Wechat(town.platform, town.address)]


def test_the_same_answers_on_all_four_channels_file_the_same_registration(
    town: Town, media: list[Medium]
) -> None:
    batch = next(b["number"] for b in town.shown["batches"] if b["candidate_type"] == "student")
    today = datetime.now(OFFICE_ZONE).date()
    with ThreadPoolExecutor(4) as people:
        playing = [
            people.submit(play, medium, script(place, batch, today))
            for place, medium in enumerate(media)
        ]
        for one in playing:
            one.result()
    with wiring.opened(settings.load(town.folder)) as store, store.reading() as work:
        found = work.batches.find_by_number(batch)
        assert found is not None
        filed = [content_of(work, line) for line in work.registrations.roster(found.id)]
    assert len(filed) == len(media)
    assert {*filed} == {filed[0]}
    assert "焊接技术".encode() in filed[0]
    assert town.platform.cut == []
