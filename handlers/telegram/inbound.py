"""What an update of Telegram says, read from its JSON; kinds that mean nothing to us are None."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Json = Mapping[str, Any]

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates we ask Telegram for."""

UNREADABLE = (
    *("sticker", "voice", "video_note", "video", "audio", "animation", "location", "venue"),
    *("contact", "dice", "poll", "game", "story", "paid_media", "checklist"),
)
"""What people may send and we make nothing of. What is neither this nor readable is Telegram's own note."""

MALFORMED = (ValueError, TypeError, LookupError, AttributeError)
"""What reading something raises that is no update at all."""

DATA = re.compile(r"(\d*(?:\.\d+)?)([:=])(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Words:
    """Something written: a command, an answer, or a link opened here. `corrects` an earlier message's key."""

    text: str = field(repr=False)
    link: str | None = field(default=None, repr=False)
    corrects: str | None = None


@dataclass(frozen=True, slots=True)
class Tap:
    """A button: the value of its option, or the number it was shown with (`text`)."""

    query: str
    turn: str | None
    choice: str | None
    number: str | None
    text: str | None = field(repr=False)
    """The text the button stood under; None where there is none that could be changed."""


@dataclass(frozen=True, slots=True)
class Document:
    """A picture or file lying with Telegram; `size` in bytes, 0 when not said."""

    file: str
    name: str
    size: int
    album: str | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A sticker, a voice message …"""

    kind: str


@dataclass(frozen=True, slots=True)
class Left:
    """The person wants nothing from us any more."""


Content = Words | Tap | Document | Unreadable | Left


@dataclass(frozen=True, slots=True)
class Heard:
    """One update of a private chat. `key` names it within the bot for good."""

    key: str
    chat: int
    message: int
    language: str
    content: Content


def read(update: Json) -> Heard | None:
    """What is said, if it is said to us alone: in groups a bot has no business with personal data.

    Raises one of MALFORMED.
    """
    match update:
        case {"message": message}:
            return of_message(message)
        case {"edited_message": message}:
            return of_edited(message, update["update_id"])
        case {"callback_query": {"message": message} as query}:
            return of_tap(query, message)
        case {"my_chat_member": change}:
            return of_membership(change, update["update_id"])
    return None


def of_message(message: Json) -> Heard | None:
    content = content_of(message)
    if content is None:
        return None
    return heard(message, key_of(message["message_id"], message), message.get("from"), content)


def of_edited(message: Json, update: int) -> Heard | None:
    """Only words can be corrected: a picture shown again is a new message."""
    text = message.get("text")
    if not isinstance(text, str):
        return None
    corrected = Words(text, corrects=key_of(message["message_id"], message))
    return heard(message, key_of(f"u{update}", message), message.get("from"), corrected)


def of_tap(query: Json, message: Json) -> Heard | None:
    found = DATA.fullmatch(query.get("data") or "")
    if found is None:
        return None
    turn, kind, value = found.groups()
    tap = Tap(
        query["id"],
        turn or None,
        value if kind == ":" else None,
        value if kind == "=" else None,
        message.get("text"),
    )
    return heard(message, key_of(f"q{query['id']}", message), query.get("from"), tap)


def of_membership(change: Json, update: int) -> Heard | None:
    if change["new_chat_member"]["status"] not in {"kicked", "left"}:
        return None
    return heard(change, key_of(f"u{update}", change), change.get("from"), Left())


def heard(place: Json, key: str, person: Json | None, content: Content) -> Heard | None:
    if place["chat"]["type"] != "private":
        return None
    language = "zh-CN" if (person or {}).get("language_code", "zh").startswith("zh") else "en"
    number, chat = place.get("message_id", 0), place["chat"]["id"]
    if not isinstance(chat, int):
        raise TypeError("a chat goes by a number")
    return Heard(key, chat, number, language, content)


def key_of(name: int | str, place: Json) -> str:
    """Message numbers count per chat, so that an edit finds what it corrects."""
    return f"{place['chat']['id']}:{name}"


def content_of(message: Json) -> Content | None:
    match message:
        case {"text": str(text)}:
            return words_of(text)
        case {"photo": [*_, _] as sizes}:
            return picture(sizes, message.get("media_group_id"))
        case {"animation": _}:  # carries a document as well
            return Unreadable("animation")
        case {"document": document}:
            return Document(
                document["file_id"],
                document.get("file_name") or "",
                document.get("file_size") or 0,
                message.get("media_group_id"),
            )
    kind = next((kind for kind in UNREADABLE if kind in message), None)
    return Unreadable(kind) if kind else None


def words_of(text: str) -> Words:
    """`/name@bot argument` as everywhere; `/start payload` is what a link brought along."""
    if not text.startswith("/"):
        return Words(text)
    command, _, argument = text.partition(" ")
    command = command.partition("@")[0]
    return (
        started(argument.strip()) if command == "/start" else Words(f"{command} {argument}".strip())
    )


def started(payload: str) -> Words:
    """`h_…` is a handover; `registration-26-0417` opens a form; nothing at all, the menu."""
    if payload.startswith("h_"):
        return Words("", link=payload.removeprefix("h_"))
    name, _, argument = payload.partition("-")
    return Words(f"/{name or 'menu'} {argument}".strip())


def picture(sizes: Sequence[Json], album: str | None) -> Document:
    """The largest of the sizes Telegram made of it."""
    largest = max(sizes, key=lambda size: size["width"] * size["height"])
    return Document(largest["file_id"], "photo.jpg", largest.get("file_size") or 0, album)
