"""What WeChat tells us: one delivery as a message, a picture, a tap, a coming or going."""

import hashlib
import re
from dataclasses import dataclass, field

from wechatpy import parse_message
from wechatpy.messages import BaseMessage

from handlers.wechat.xml import NotReadable, fields
from store.wechat_chats import Opening

NAME = re.compile(r"[\w-]{1,64}", re.ASCII)
"""Of a user (openid) or of our account."""
LINE = "h_"
"""A handover: these two signs and its token, as a QR code's scene or typed."""
HANDOVER = re.compile(LINE + r"([\w-]{32})", re.ASCII)
TEXT_LIMIT = 4000
UNSUPPORTED = frozenset(
    {
        *("【收到不支持的消息类型，暂无法显示】", "【收到不支援的訊息類型，無法顯示】"),
        *("[收到不支持的消息类型，暂无法显示]", "[收到不支援的訊息類型，無法顯示]"),
        "[unsupported message]",
    }
)
"""What WeChat writes, in the person's name, for a sticker or a file it does not pass on."""
MENU = "/menu"


@dataclass(frozen=True, slots=True)
class Words:
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Photo:
    media: str


@dataclass(frozen=True, slots=True)
class Tap:
    """A button of the menu below the chat, or somebody new, who sees ours."""

    choice: str


@dataclass(frozen=True, slots=True)
class Link:
    """A handover, by a QR code or typed."""

    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Other:
    """Voice, video, a place, a link, a sticker: what no box can take."""


@dataclass(frozen=True, slots=True)
class Left:
    """They follow us no more."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """For our information: a page of the menu opened, a place reported, a notice delivered, …"""


Content = Words | Photo | Tap | Link | Other | Left | Nothing


@dataclass(frozen=True, slots=True)
class Heard:
    """One delivery. `key` is the same for every delivery of the same message or event."""

    chat: str
    """`app id:openid`, as in the chats table."""
    sender: str
    receiver: str
    key: str
    opening: Opening | None
    content: Content


def read(xml: bytes, app_id: str) -> Heard:
    """Raises NotReadable for what WeChat would not send."""
    fields(xml)  # refuses what wechatpy would let pass or stumble over
    try:
        message = parse_message(xml)
        sender, receiver = message.source or "", message.target or ""
        content, opening = content_of(message)
        key = f"{app_id}:{sender}:{name_of(message)}"
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NotReadable from error
    if not NAME.fullmatch(sender) or not NAME.fullmatch(receiver):
        raise NotReadable
    return Heard(f"{app_id}:{sender}", sender, receiver, key, opening, content)


def content_of(message: BaseMessage) -> tuple[Content, Opening | None]:
    """What it is, and whether it opens the chat for messages of ours."""
    match message.type:
        case "text":
            return written(message.content or ""), Opening.WRITTEN
        case "image":
            return Photo(message.media_id or ""), Opening.WRITTEN
        case "event":
            return content_of_event(message)
        case "unknown" if message._data["MsgType"] == "file":  # which wechatpy does not know
            return Other(), Opening.WRITTEN
        case "unknown":
            return Nothing(), None
        case _:
            return Other(), Opening.WRITTEN


def content_of_event(event: BaseMessage) -> tuple[Content, Opening | None]:
    match event.event:
        case "subscribe":
            return Tap(MENU), Opening.TAPPED
        case "subscribe_scan" | "scan":
            link = HANDOVER.fullmatch(event.scene_id or "")
            return Link(link[1]) if link else Tap(MENU), Opening.TAPPED
        case "click":
            return Tap(event.key or MENU), Opening.TAPPED
        case "unsubscribe":
            return Left(), None
        case _:
            return Nothing(), None


def written(text: str) -> Content:
    if text.strip().casefold() in UNSUPPORTED:
        return Other()
    link = HANDOVER.fullmatch(text.strip())
    return Link(link[1]) if link else Words(text.replace("\0", "")[:TEXT_LIMIT])


def name_of(message: BaseMessage) -> str:
    """The message's id; of an event, which has none, its second and what happened.

    What happened may name a handover's token and stands there as a digest.
    """
    if message.type != "event":
        if not message.id and message.type != "unknown":
            raise NotReadable
        return str(message.id)
    event = f"{message.event}:{message._data.get('EventKey') or ''}"
    return f"{message.time}:{hashlib.sha256(event.encode()).hexdigest()[:16]}"
