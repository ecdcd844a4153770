"""WeChat's side of an official account: delivers messages, shows replies, and serves the API with its limits.

Written from the public documentation and apart from wechatpy, so that both can be held against each other.
Times are the given clock's; nothing here sleeps.
"""

import asyncio
import base64
import hashlib
import json
import secrets
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from threading import Condition
from typing import Any, Self
from xml.etree import ElementTree as ET

from httpx import AsyncClient, Response, TimeoutException

from tests.standins.http_threads import HttpThreads, Reply, Request, as_json
from tests.standins.wechat_menus import Menus, Refusal
from tests.standins.wechat_seal import Seal, fields_of, sha1, xml_of

APP_ID = "wx5823bf96d3bd56c7"
APP_SECRET = "c8594fd5a1e0406089c8bd4ba9df5a6b"
CALLBACK_TOKEN = "kaowuCallback2026"
AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
OUR_NAME = "gh_7f083739789a"
TEMPLATE = "ogvTJzCIXRCUZ-aXZMZbZzi0vzlfzHU3"

LONG = 60
"""Seconds anything in a test may take before it has failed."""
PATIENCE_S = 5.0
DELIVERIES = 3
TEXT_BYTES = 2048
TOKEN_LIFE = timedelta(seconds=7200)
MEDIA_LIFE = timedelta(days=3)
IMAGE_BYTES = 2_000_000
WRITTEN = (5, timedelta(hours=48))
TAPPED = (3, timedelta(minutes=1))
OUT_OF_ORDER = "该公众号提供的服务出现故障，请稍后再试"


@dataclass
class Follower:
    """One user: what their screen shows, and what may still be sent to them."""

    openid: str
    follows: bool = True
    screen: list[str] = field(default_factory=list)
    pictures: list[bytes] = field(default_factory=list)
    notices: list[dict[str, str]] = field(default_factory=list)
    subscriptions: int = 0
    allowances: dict[str, tuple[datetime, int]] = field(default_factory=dict)
    """Until when and how many, by what opened it."""


@dataclass
class Tried:
    """One delivery of a message: how it ended."""

    key: str
    outcome: str
    body: str = ""


class WechatPlatform:
    """`callback` is where messages go; a client of httpx over ASGI or a real line carries them."""

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        aes: bool = True,
        patience: float = PATIENCE_S,
        certified: bool = True,
    ) -> None:
        self.now = now
        self.aes_key = base64.b64decode(AES_KEY + "=") if aes else None
        self.patience = patience
        self.certified = certified
        self.followers: dict[str, Follower] = {}
        self.tried: list[Tried] = []
        self.cut: list[str] = []
        self.menus = Menus(self._follows)
        self.media: dict[str, tuple[bytes, datetime]] = {}
        self.calls: Counter[str] = Counter()
        self.failing: dict[str, list[int]] = defaultdict(list)
        """Error codes the next calls of a path get, first to last."""
        self._token = ""
        self._token_until = now()
        self._ids = count(23_000_000_000_000_001)
        self._news = Condition()
        self._server = HttpThreads(self._answer)

    @property
    def address(self) -> str:
        return self._server.address

    def __enter__(self) -> Self:
        self._server.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._server.__exit__(*error)

    def wait(self, until: Callable[[], bool]) -> None:
        """Until calls of the API have made it so."""
        with self._news:
            assert self._news.wait_for(until, LONG), "nothing happened in time"

    def follower(self, name: str) -> Follower:
        openid = "o" + hashlib.sha256(name.encode()).hexdigest()[:27]
        return self.followers.setdefault(openid, Follower(openid))

    # --- messages to the callback ---

    def message(self, follower: Follower, kind: str, **fields: str) -> dict[str, str]:
        """The fields of a message as the user sends it."""
        if kind != "event":
            fields = fields | {"MsgId": str(next(self._ids))}
            self._open(follower, "written", WRITTEN)
        elif fields["Event"] in {"CLICK", "SCAN", "subscribe"}:
            self._open(follower, "tapped", TAPPED)
        elif fields["Event"] == "unsubscribe":
            self.menus.leave(follower.openid)
        return {
            "ToUserName": OUR_NAME,
            "FromUserName": follower.openid,
            "CreateTime": str(int(self.now().timestamp())),
            "MsgType": kind,
            **fields,
        }

    def keep_media(self, data: bytes) -> str:
        name = secrets.token_urlsafe(48)
        self.media[name] = (data, self.now() + MEDIA_LIFE)
        return name

    async def deliver(self, line: AsyncClient, message: Mapping[str, str]) -> Tried:
        """Up to three deliveries of one message, each cut off after `patience`; shows what came back."""
        follower = self.followers[message["FromUserName"]]
        for _ in range(DELIVERIES):
            tried = await self.deliver_once(line, message)
            if tried.outcome != "no answer":
                break
        else:
            follower.screen.append(OUT_OF_ORDER)
        return tried

    async def deliver_once(self, line: AsyncClient, message: Mapping[str, str]) -> Tried:
        query, body = self.sealed(xml_of(message))
        key = message.get("MsgId") or message["CreateTime"]
        try:
            sending = line.post("/wechat", params=query, content=body)
            answer = await asyncio.wait_for(sending, self.patience)
        except (TimeoutError, TimeoutException):
            tried = Tried(key, "no answer")
        else:
            tried = self._shown(self.followers[message["FromUserName"]], key, answer)
        self.tried.append(tried)
        return tried

    def sealed(self, xml: str, **changed: str) -> tuple[dict[str, str], bytes]:
        """The query and body of a delivery; `changed` parts of the query are not what was signed."""
        timestamp, nonce = str(int(self.now().timestamp())), secrets.token_hex(5)
        query = {
            "signature": sha1(CALLBACK_TOKEN, timestamp, nonce),
            "timestamp": timestamp,
            "nonce": nonce,
        }
        if self.aes_key is None:
            return query | changed, xml.encode()
        encrypted = self.seal.close(xml)
        query |= {
            "encrypt_type": "aes",
            "msg_signature": sha1(CALLBACK_TOKEN, timestamp, nonce, encrypted),
        }
        body = xml_of({"ToUserName": OUR_NAME, "Encrypt": encrypted})
        return query | changed, body.encode()

    def _shown(self, follower: Follower, key: str, answer: Response) -> Tried:
        """What the user sees of an answer; nothing for 'success' and an empty body."""
        if answer.status_code != 200:
            follower.screen.append(OUT_OF_ORDER)
            return Tried(key, f"status {answer.status_code}")
        if answer.text in {"success", ""}:
            return Tried(key, "success")
        try:
            text = self._text_of(follower, answer.content)
        except (ET.ParseError, ValueError, KeyError) as wrong:
            follower.screen.append(OUT_OF_ORDER)
            return Tried(key, "not readable", str(wrong))
        follower.screen.append(text)
        return Tried(key, "shown", text)

    def _text_of(self, follower: Follower, body: bytes) -> str:
        reply = fields_of(body)
        if self.aes_key is not None:
            signed = (reply["TimeStamp"], reply["Nonce"], reply["Encrypt"])
            if sha1(CALLBACK_TOKEN, *signed) != reply["MsgSignature"]:
                raise ValueError("the reply's signature is wrong")
            reply = fields_of(self.seal.open(reply["Encrypt"]).encode())
        wanted = {"ToUserName": follower.openid, "FromUserName": OUR_NAME, "MsgType": "text"}
        if {name: reply[name] for name in wanted} != wanted or set(reply) != {
            *wanted,
            "CreateTime",
            "Content",
        }:
            raise ValueError("the reply's fields are wrong")
        if not reply["CreateTime"].isdigit() or not reply["Content"].strip():
            raise ValueError("the reply is empty or not dated")
        return self._cut(reply["Content"])

    def _cut(self, text: str) -> str:
        if len(text.encode()) <= TEXT_BYTES:
            return text
        self.cut.append(text)
        return text.encode()[:TEXT_BYTES].decode(errors="ignore")

    @property
    def seal(self) -> Seal:
        assert self.aes_key
        return Seal(self.aes_key, APP_ID)

    # --- the API ---

    def _open(self, follower: Follower, what: str, allowance: tuple[int, timedelta]) -> None:
        most, span = allowance
        follower.allowances[what] = (self.now() + span, most)

    def _answer(self, request: Request) -> Reply:
        path = request.path.removeprefix("/cgi-bin/")
        self.calls[path] += 1
        try:
            return self._called(path, request)
        except Refusal as refused:
            return as_json(200, {"errcode": refused.code, "errmsg": str(refused)})
        finally:
            with self._news:
                self._news.notify_all()

    def _called(self, path: str, request: Request) -> Reply:
        if self.failing[path]:
            raise Refusal(self.failing[path].pop(0), "told to fail")
        if path == "token":
            return as_json(200, self._new_token(request.fields))
        self._check_token(str(request.fields.get("access_token", "")))
        match path:
            case "media/get":
                return self._media(str(request.fields["media_id"]))
            case "media/upload":
                return as_json(200, self._uploaded(request))
            case "message/custom/send":
                self._send(json.loads(request.body))
            case "message/subscribe/bizsend":
                self._notify(json.loads(request.body))
            case _:
                body = json.loads(request.body) if request.body else {}
                return as_json(200, self.menus.answer(path, body))
        return as_json(200, {"errcode": 0, "errmsg": "ok"})

    def _new_token(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """A new token; the one before is void."""
        if asked.get("grant_type") != "client_credential" or asked.get("appid") != APP_ID:
            raise Refusal(40013, "invalid appid")
        if asked.get("secret") != APP_SECRET:
            raise Refusal(40125, "invalid appsecret")
        self._token = secrets.token_urlsafe(60)
        self._token_until = self.now() + TOKEN_LIFE
        return {"access_token": self._token, "expires_in": int(TOKEN_LIFE.total_seconds())}

    def _check_token(self, token: str) -> None:
        if not token or token != self._token:
            raise Refusal(40001, "invalid credential, access_token is invalid or not latest")
        if self._token_until <= self.now():
            raise Refusal(42001, "access_token expired")

    def void_token(self) -> None:
        """As when somebody else fetches a token for the same account."""
        self._token = secrets.token_urlsafe(60)

    def _media(self, name: str) -> Reply:
        data, until = self.media.get(name, (b"", self.now()))
        if until <= self.now():
            raise Refusal(40007, "invalid media_id")
        return Reply(200, data, {"Content-Type": "image/jpeg"})

    def _uploaded(self, request: Request) -> dict[str, Any]:
        _, data = request.files["media"]
        if request.fields.get("type") != "image" or len(data) > IMAGE_BYTES:
            raise Refusal(40009, "invalid image size")
        return {"type": "image", "media_id": self.keep_media(data), "created_at": 1}

    def _send(self, body: Mapping[str, Any]) -> None:
        """A customer-service message, within what the user's last steps allow."""
        if not self.certified:
            raise Refusal(48001, "api unauthorized")
        follower = self._follower(body)
        text = body["text"]["content"] if body["msgtype"] == "text" else ""
        if len(text.encode()) > TEXT_BYTES:
            raise Refusal(45002, "content size out of limit")
        self._use_allowance(follower)
        if body["msgtype"] == "text":
            follower.screen.append(text)
        else:
            follower.pictures.append(self._media(body["image"]["media_id"]).body)

    def _use_allowance(self, follower: Follower) -> None:
        open_now = {
            what: (until, left)
            for what, (until, left) in follower.allowances.items()
            if until > self.now()
        }
        if not open_now:
            raise Refusal(45015, "response out of time limit or subscription is canceled")
        for what in ("tapped", "written"):
            until, left = open_now.get(what, (self.now(), 0))
            if left:
                follower.allowances[what] = (until, left - 1)
                return
        raise Refusal(45047, "out of response count limit")

    def _notify(self, body: Mapping[str, Any]) -> None:
        """A subscription notice: one for each the user agreed to, fields of at most 20 characters."""
        follower = self._follower(body)
        if body["template_id"] != TEMPLATE:
            raise Refusal(40037, "invalid template_id")
        notice = {name: str(entry["value"]) for name, entry in body["data"].items()}
        for name, value in notice.items():
            if not value or len(value) > 20 or "\n" in value:
                raise Refusal(47003, f"argument invalid! data.{name}.value invalid")
        if not follower.subscriptions:
            raise Refusal(43101, "user refuse to accept the msg")
        follower.subscriptions -= 1
        follower.notices.append(notice)

    def _follows(self, openid: str) -> bool:
        return openid in self.followers and self.followers[openid].follows

    def _follower(self, body: Mapping[str, Any]) -> Follower:
        follower = self.followers.get(body["touser"])
        if follower is None:
            raise Refusal(40003, "invalid openid")
        if not follower.follows:
            raise Refusal(43004, "require subscribe")
        return follower
