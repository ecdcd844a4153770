"""What a reply looks like in WeChat: one text, options as numbered lines, pages of at most 2 048 bytes."""

import re
from collections.abc import Mapping, Sequence

from conversations.engine.messages import Option, Outgoing, Words
from handlers.channel import Limits
from handlers.splitting import pieces, utf8_bytes
from handlers.wechat.xml import document

TEXT = 2048
NOTICE_TEXT = 20
PICTURE = 2_000_000
"""Largest picture we can send; WeChat's documentation names both 2 and 10 MB."""
READ_ON = "0"
"""What a person replies to read on."""
LINK = re.compile(r"<(?=\s*/?\s*a\b)", re.IGNORECASE)

LIMITS = Limits(
    text=TEXT,
    text_unit="bytes",
    buttons=0,
    choice_bytes=128,
    photo_in=10_000_000,
    file_in=0,
    file_out=0,
    per_second=50,
    per_chat_second=1,
    reply_within_s=5,
    window_h=48,
)


def text_of(messages: Sequence[Outgoing], links: Sequence[Sequence[str]]) -> str:
    """Several messages as one text; only the last one's options can be answered, so only they are listed."""
    parts = ["\n".join([m.text, *more]).strip() for m, more in zip(messages, links, strict=True)]
    if messages:
        parts[-1] = "\n".join([parts[-1], *listed(messages[-1].options)])
    return harmless("\n\n".join(part for part in parts if part))


def listed(options: Sequence[Option]) -> list[str]:
    """`1 证书查询`, one a line; what has no number is answered by its label, and stands together at the end."""
    numbered = [
        one.label if one.label.startswith(f"{one.number} ") else f"{one.number} {one.label}"
        for one in options
        if one.number
    ]
    named = "　".join(f"〔{one.label}〕" for one in options if not one.number)
    return [*numbered, named] if named else numbered


def fits(text: str) -> bool:
    return utf8_bytes(text) <= TEXT


def pages_of(text: str, say: Words) -> tuple[str, ...]:
    """The text in pages, each that is not the last ending with how to read on."""
    if fits(text):
        return (text,)
    footer = "\n" + say.say("wechat-read-on", reply=READ_ON)
    *more, last = pieces(text, TEXT - utf8_bytes(footer), utf8_bytes)
    return (*(page + footer for page in more), last)


def harmless(text: str) -> str:
    """WeChat makes links of `<a href=…>` in our texts, whoever wrote them; so nothing begins like one."""
    return LINK.sub("＜", text)


def notice_of(text: str) -> str:
    """The beginning of a message in the 20 characters a notice has for it."""
    line = " ".join(harmless(text).split())
    return line if len(line) <= NOTICE_TEXT else line[: NOTICE_TEXT - 1] + "…"


def reply(text: str, *, sender: str, receiver: str, at: int) -> str:
    """A passive reply: `receiver` is the person's openid, `sender` our account's name."""
    content: Mapping[str, str] = {
        "ToUserName": receiver,
        "FromUserName": sender,
        "CreateTime": str(at),
        "MsgType": "text",
        "Content": text,
    }
    return document(content)
