"""An edited message: the new wording of an earlier answer goes into the box that answer was for."""

from dataclasses import replace

from conversations.engine.desk import Filling
from conversations.engine.messages import Kind, Outgoing
from conversations.engine.moving import edit
from conversations.engine.presenting import present
from conversations.engine.wording import title
from conversations.incoming import Incoming
from conversations.talk import Talk
from store.drafts import DraftId


def correct(talk: Talk, incoming: Incoming) -> list[Outgoing]:
    """As if the person had gone back to that box; when its form is not in front any more, we say so."""
    talk.front = talk.present_draft()
    asked = answered_box(talk, incoming)
    if talk.front is None or asked is None or asked[0] != talk.front.id:
        return too_late(talk)
    filling = talk.filling(talk.front)
    turn = edit(filling, asked[1], talk.lookup, talk.words)
    asking = turn.message.question if turn.message else None
    if asking is None or asking.box != asked[1]:
        return too_late(talk)
    said = talk.take(turn.filling, incoming)
    return noted(talk, filling, asked[1], said) if asked[1] in filling.answers else said


def noted(talk: Talk, filling: Filling, box: str, said: list[Outgoing]) -> list[Outgoing]:
    """What was changed stands before the present question, which says nothing of it."""
    asking = said[0].question
    if asking is None or asking.error or asking.kind is Kind.CONFIRM:
        return said
    changed = talk.words.say("correction-noted", title=title(filling.form, box, talk.words))
    return [replace(said[0], text=f"{changed}\n{said[0].text}"), *said[1:]]


def answered_box(talk: Talk, incoming: Incoming) -> tuple[DraftId, str] | None:
    """The draft and box the corrected message answered; entries of a list and passwords are left out."""
    seen = talk.work.inbox.find(f"{incoming.channel}:{incoming.corrects}")
    if seen is None or seen.first is None or seen.person != talk.person.id:
        return None
    before = talk.work.messages.said_before(talk.person.id, seen.first)
    question = before.body["question"] if before else None
    if before is None or before.draft is None or question is None:
        return None
    written = question["kind"] not in {Kind.SECRET, Kind.REVIEW, Kind.CONFIRM}
    return (before.draft, question["box"]) if written and "." not in question["box"] else None


def too_late(talk: Talk) -> list[Outgoing]:
    """Nothing changes; how to change an answer stands in the reply."""
    talk.heard = "…"
    before = [talk.words.say("correction-too-late")]
    if talk.front is None:
        return talk.lobby(before=before)
    filling = talk.filling(talk.front)
    return [talk.shown(present(filling, talk.lookup, talk.words, before=before))]
