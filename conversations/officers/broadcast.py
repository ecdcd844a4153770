"""通知: one message to a whole audience, at once and on every channel; seen and counted before it goes."""

from collections.abc import Iterator

from conversations.engine.boxes import Known, Text
from conversations.engine.form import Done
from conversations.engine.messages import Json, Sentence, Words, sentences
from conversations.menu import Command
from conversations.officers.addressing import Addressed, as_answers
from conversations.officers.sending import morning
from conversations.talk import Talk
from conversations.words import words
from rules.findings import Finding, NotPossible
from rules.notices import PAGE_LENGTH, paragraphs
from rules.roles import Action, who_may
from store.broadcasts import BroadcastId
from store.notices import NoticeId
from store.unit import UnitOfWork

NOTICE = "notice"
"""Where the answers keep the notice the message leads to."""


def as_read(said: tuple[str, str], words: Words) -> str:
    """The message as its readers will see it."""
    text, sender = said
    return words.say("broadcast-message", text=text, sender=sender)


class Broadcast(Addressed):
    """`/broadcast 12 notice` opens with the audience of that notice."""

    roles = who_may(Action.SEND_BROADCAST)

    text = Text(longest=PAGE_LENGTH, reader=paragraphs, input="lines")
    sample = Known[tuple[str, str]](lambda form: (form.text or "", form.facts.sender), as_read)

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        number = argument.partition(" ")[0]
        if not number.isdecimal() or work.caller.person is None:
            return {}
        edition = work.notices.managed_one(NoticeId(int(number)))
        speaks = words(work.people.get(work.caller.person).language)
        return {
            **as_answers(edition.audience),
            "text": speaks.say("broadcast-of-notice", heading=edition.heading),
            NOTICE: edition.notice,
        }

    def problems(self) -> Iterator[Finding]:
        yield from super().problems()
        if not self.facts.refused and not self.facts.reached.people:
            yield Finding("audience-empty", box="audience")

    def submit(self, work: UnitOfWork) -> Done:
        begun = work.broadcasts.begin(self.meant(), self.text, self.answers.get(NOTICE))
        until = morning(work)
        key = "broadcast-begun-at-night" if until else "broadcast-begun"
        facts: dict[str, object] = {"count": begun.planned}
        if until:
            facts["until"] = until
        return Done((Sentence(key, facts),), next=(f"/stop_broadcast {begun.id}", "/menu"))


def stop(talk: Talk, argument: str) -> Done:
    """Nobody else is told; whom it reached already stays as it is."""
    broadcast = BroadcastId(int(argument)) if argument.isdecimal() else BroadcastId(0)
    try:
        stopped = talk.work.broadcasts.stop(broadcast)
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/menu",))
    facts = {"sent": stopped.sent, "planned": stopped.planned}
    return Done((Sentence("broadcast-stopped", facts),), next=("/broadcast", "/menu"))


STOP_BROADCAST = Command(
    "stop_broadcast", who_may(Action.SEND_BROADCAST), stop, in_menu_of=frozenset()
)
