"""换设备继续: a link that carries the form in front to another device, once and for ten minutes."""

from conversations.engine.form import Done
from conversations.engine.messages import Sentence
from conversations.menu import Command
from conversations.talk import Talk
from rules.roles import ANYONE


def hand_over(talk: Talk, _: str) -> Done:
    """The token stands in the link's fragment, which browsers do not send and previews do not fetch."""
    drafts = talk.work.drafts.open_ones(talk.person.id)
    front = talk.front or (drafts[0] if drafts else None)
    if front is None:
        return Done((Sentence("handover-nothing"),), next=("/menu",))
    token = talk.work.handovers.make(front.id, talk.person.id)
    talk.work.audit.note("handover-made", f"draft:{front.id}")
    link = f"{talk.house.public_url}/handover#{token}"
    return Done(
        (Sentence("handover-link", {"form": talk.title(front.form)}),),
        once=Sentence("handover-link-once", {"link": link, "form": talk.title(front.form)}),
        next=(f"/resume {front.id}",),
    )


HANDOVER = Command("handover", ANYONE, hand_over)
