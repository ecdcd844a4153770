"""换设备继续: a link that carries the form in front to another device, once and for ten minutes."""

from conversations.engine.form import Done
from conversations.engine.messages import Sentence
from conversations.menu import Command
from conversations.talk import Talk
from rules.roles import ANYONE, POSTS, Role

STAFF_BOT = "telegram_ptb"
AT_WORK = POSTS | {Role.ACCOUNT_HOLDER}


def hand_over(talk: Talk, _: str) -> Done:
    """The token stands in the link's fragment, which browsers do not send and previews do not fetch."""
    drafts = talk.open_drafts()
    front = talk.front or (drafts[0] if drafts else None)
    if front is None:
        return Done((Sentence("handover-nothing"),), next=("/menu",))
    token = talk.work.handovers.make(front.id, talk.person.id)
    talk.work.audit.note("handover-made", f"draft:{front.id}")
    form = talk.title(front.form)
    page = Sentence("handover-link-once", {"link": link_to_page(talk, token), "form": form})
    chats = [Sentence(f"handover-{c}", {"link": a + token}) for c, a in other_chats(talk)]
    return Done(
        (Sentence("handover-link", {"form": form}),),
        once=(page, *chats),
        next=(f"/resume {front.id}",),
    )


def link_to_page(talk: Talk, token: str) -> str:
    return f"{talk.house.public_url}/handover#{token}"


def other_chats(talk: Talk) -> list[tuple[str, str]]:
    """The chat networks the form could go on in, by the address a token is put behind."""
    here, at_work = talk.work.caller.channel, bool(talk.roles & AT_WORK)
    links = talk.house.chat_links.items()
    return [one for one in links if one[0] != here and (at_work or one[0] != STAFF_BOT)]


HANDOVER = Command("handover", ANYONE, hand_over)
