"""发布通知: procedures, samples, standards and news for an audience; a change is a new version (R1.11)."""

from dataclasses import asdict
from typing import Any

from conversations.engine.boxes import Choice, Day, Many, Part, Photo, Text, optional
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done
from conversations.engine.messages import Json, Received, Sentence, sentences
from conversations.menu import Command
from conversations.officers.addressing import Addressed, as_answers
from conversations.talk import Talk
from rules.findings import NotPossible
from rules.notices import NoticeKind, paragraphs
from rules.roles import Action, who_may
from store.files import FileId, StoredFile
from store.notices import Edition, NewEdition, NoticeId
from store.unit import UnitOfWork

CHANGES = "changes"
"""Where the answers keep which notice and version they came from."""


class Attachment(Part):
    """A picture or PDF that goes with it."""

    sheet = Photo(pdf=True)


def first_day(form: Sheet) -> Any:
    return form.facts.today


class Publish(Addressed):
    """`/publish 12` opens with the latest version of that notice and makes the next."""

    roles = who_may(Action.PUBLISH_NOTICE)
    action = Action.PUBLISH_NOTICE

    kind = Choice(NoticeKind)
    heading = Text(longest=40)
    text = Text(longest=3000, reader=paragraphs, input="lines")
    attachments = optional(Many(Attachment, at_most=5))
    valid_from = Day(earliest=first_day)

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        if not argument.isdecimal():
            return {}
        edition = work.notices.managed_one(NoticeId(int(argument)))
        day = max(edition.valid_from, work.today)
        return {
            **as_answers(edition.audience),
            "kind": str(edition.kind),
            "heading": edition.heading,
            "text": edition.text,
            "attachments": attachments(work.notices.files(edition)),
            "valid_from": day.isoformat(),
            CHANGES: {"notice": edition.notice, "version": edition.version},
        }

    def submit(self, work: UnitOfWork) -> Done:
        edition = work.notices.publish(
            NewEdition(
                kind=self.kind,
                heading=self.heading,
                text=self.text,
                audience=self.meant(),
                valid_from=self.valid_from,
                files=[FileId(one.values["sheet"].file) for one in self.attachments or ()],
                replaces=self.replaced(work),
            )
        )
        facts = {
            "heading": edition.heading,
            "version": edition.version,
            "on": edition.valid_from,
            "people": self.facts.reached.people,
        }
        here = edition.notice
        steps = (f"/notices {here}", f"/broadcast {here} notice", f"/withdraw_notice {here}")
        return Done((Sentence("notice-published", facts),), next=(*steps, "/menu"))

    def replaced(self, work: UnitOfWork) -> Edition | None:
        """The version this one was made from; the store refuses when there is a newer one."""
        changed = self.answers.get(CHANGES)
        if changed is None:
            return None
        return work.notices.get(NoticeId(changed["notice"]), changed["version"])


def attachments(files: tuple[StoredFile, ...]) -> Json:
    """Kept files as the answers of the part."""
    kept = [
        {"id": str(n), "answers": {"sheet": received(file)}}
        for n, file in enumerate(files, start=1)
    ]
    return {"entries": kept, "closed": True}


def received(file: StoredFile) -> Json:
    known = asdict(
        Received(
            file.id,
            file.media_type,
            file.size,
            file.width,
            file.height,
            file.width,
            file.height,
            file.size,
        )
    )
    return {name: value for name, value in known.items() if value is not None}


def withdraw(talk: Talk, argument: str) -> Done:
    """`12` takes a notice away, `12 undo` brings it back: both at once, for each undoes the other."""
    number, _, undo = argument.partition(" ")
    notice = NoticeId(int(number)) if number.isdecimal() else NoticeId(0)
    act = talk.work.notices.restore if undo else talk.work.notices.withdraw
    try:
        edition = act(notice)
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/notices", "/menu"))
    key = "notice-restored" if undo else "notice-withdrawn"
    back = f"/notices {number}" if undo else f"/withdraw_notice {number} undo"
    return Done((Sentence(key, {"heading": edition.heading}),), next=(back, "/notices", "/menu"))


WITHDRAW_NOTICE = Command(
    "withdraw_notice", who_may(Action.PUBLISH_NOTICE), withdraw, in_menu_of=frozenset()
)
