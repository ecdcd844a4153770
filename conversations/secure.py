"""Private boxes in a chat: a network abroad need not see an ID number, so the page is offered or asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from conversations.engine.asking import target
from conversations.engine.desk import Filling
from conversations.engine.messages import Kind, Option, Outgoing
from conversations.incoming import Incoming

if TYPE_CHECKING:
    from conversations.talk import Talk

TELLING = frozenset({Kind.PHOTO, Kind.FILE, Kind.SECRET})
"""Kinds that tell who somebody is, whether or not the box is marked private."""


WITHOUT_FILES = frozenset({"wechat"})
"""An official account is sent words, pictures and voices, and no files."""


def is_barred(talk: Talk, filling: Filling, incoming: Incoming) -> bool:
    """Whether the answer may not be given here: its words are not even looked at."""
    if not must_use_page(talk) or (incoming.text is None and incoming.file is None):
        return False
    line = target(filling.read(talk.lookup), filling.desk)
    return line is not None and (line.box.is_private or line.box.kind in TELLING)


def offered(talk: Talk, message: Outgoing) -> Outgoing:
    """The question with the way to the page: for what is private, and for a file the chat cannot carry."""
    question = message.question
    if talk.work.caller.chat is None or question is None:
        return message
    if question.private or question.kind in TELLING:
        key = "private-only-on-page" if must_use_page(talk) else "private-also-on-page"
    elif question.accepts and talk.work.caller.channel in WITHOUT_FILES:
        key = "workbook-on-page"
    else:
        return message
    to_page = Option(talk.words.say("next-handover"), "/handover", quiet=True)
    text = f"{message.text}\n{talk.words.say(key)}"
    return replace(message, text=text, options=(*message.options, to_page))


def must_use_page(talk: Talk) -> bool:
    caller = talk.work.caller
    return caller.chat is not None and caller.channel in talk.house.private_on_page
