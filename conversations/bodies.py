"""A message as JSON, the way the history keeps it, and back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from conversations.engine.messages import Kind, Option, Outgoing, Paper, Picture, Question
from conversations.incoming import Numbered
from store.drafts import DraftId
from store.messages import Message, NewMessage, Sender


def dump(message: Outgoing, *, key: str | None = None) -> dict[str, Any]:
    """The message for the history: without the text that is shown only once.

    `key` is the sender's own id of a message of theirs.
    """
    body: dict[str, Any] = {
        "text": message.text,
        "options": [fields_of(option) for option in message.options],
        "files": [fields_of(file) for file in message.files],
        "question": fields_of(message.question) if message.question else None,
    }
    if message.progress is not None:
        body["progress"] = message.progress
    return body | {"key": key} if key else body


def fields_of(part: Option | Paper | Picture | Question) -> dict[str, Any]:
    """The fields of a record of texts and numbers; `asdict` would copy each of them."""
    return {name: getattr(part, name) for name in part.__slots__}


def load(body: Mapping[str, Any]) -> Outgoing:
    question = body["question"]
    return Outgoing(
        text=body["text"],
        options=tuple(Option(**o) for o in body["options"]),
        files=tuple(Paper(**f) if "export" in f else Picture(**f) for f in body["files"]),
        question=Question(**{**question, "kind": Kind(question["kind"])}) if question else None,
        progress=body.get("progress"),
    )


def spoken(said: Iterable[Outgoing], draft: DraftId | None = None) -> list[NewMessage]:
    """What the bot says, ready for the history; `draft` is the form it belongs to."""
    return [NewMessage(Sender.BOT, dump(message), draft) for message in said]


def numbered(
    said: Iterable[Message], once: Mapping[int, str] | None = None
) -> tuple[Numbered, ...]:
    """Kept messages as they are delivered; `once` holds texts shown in this reply only, by number."""
    made = []
    for message in said:
        body = load(message.body)
        text = (once or {}).get(message.number)
        shown = replace(body, text=text) if text else body
        mine = message.sender is Sender.ME
        made.append(Numbered(message.number, mine, shown, message.at, message.body.get("key")))
    return tuple(made)
