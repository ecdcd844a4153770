"""A handover link opened on another device: looked at as often as one likes, taken up once."""

from dataclasses import dataclass
from dataclasses import replace as replace_of

from conversations import bodies
from conversations.engine.messages import Outgoing
from conversations.incoming import Answer, SessionUnknown
from conversations.menu import House
from conversations.talk import Talk
from conversations.words import words
from rules.roles import Role
from store.drafts import Draft
from store.handovers import Handover
from store.people import Person
from store.unit import Caller, Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class HandoverShown:
    """What the page tells before anything happens; `name` is masked, and empty for a guest."""

    name: str
    channel: str
    form: str
    language: str
    signed_in: bool
    """Whether this device now speaks for somebody else, who would be signed out."""


class HandoverGone(Exception):
    """The link was taken up already, is too old, or its form is not open any more."""


class SomebodySignedIn(Exception):
    """This device speaks for another person, whom nobody has agreed to sign out."""


def show(store: Store, house: House, token: str, session: str | None) -> HandoverShown:
    """Who, from where and which form; changes nothing. Raises HandoverGone."""
    with store.reading() as work:
        handover, draft = opened(work, work.handovers.find(token))
        person = work.people.get(handover.person)
        say = words(person.language)
        return HandoverShown(
            name=person.masked,
            channel=say.say(f"channel-{handover.from_channel}"),
            form=Talk(work, person, say, house).unfinished(draft),
            language=person.language,
            signed_in=session is not None and speaks_for_another(work, person, session),
        )


def redeem(
    store: Store,
    house: House,
    token: str,
    session: str,
    *,
    replace: bool,
    channel: str,
    address: str | None = None,
) -> Answer:
    """Put the draft's question on this device, under a new session that opens nothing but that draft.

    The session it was asked from is voided, so a token planted there beforehand leads nowhere; of the
    draft's own person the new one opens as much as the old. Raises HandoverGone, SessionUnknown, and
    SomebodySignedIn unless `replace`; then the link is still good.
    """
    with store.writing() as work:
        here = work.sessions.find(session)
        if here is None:
            raise SessionUnknown
        handover, draft = opened(work, work.handovers.redeem(token))
        person = work.people.lock(handover.person)
        if not replace and speaks_for_another(work, person, session):
            raise SomebodySignedIn
        whole = here.person == person.id and here.only_draft is None
        work.sessions.void(here.id)
        opened_now, fresh = work.sessions.open(person.id, here.kind, None if whole else draft.id)
        role = Role.GUEST if person.guest else Role.CANDIDATE
        work.caller = Caller(person.id, opened_now, channel, address, frozenset({role}))
        work.audit.note("handover-redeemed", f"draft:{draft.id}")
        talk = Talk(work, person, words(person.language), house)
        said = talk.take_up(draft, before=[talk.words.say("handover-continued")])
        numbered = work.messages.add(person.id, *bodies.spoken(said, draft.id))
    return Answer(bodies.numbered(numbered), person.id, fresh)


def continue_here(talk: Talk, link: str) -> tuple[Talk, list[Outgoing]]:
    """A handover link opened in a chat: the talk that goes on there, and what it says.

    A chat somebody else has signed in to is left as it is, and the link stays good.
    """
    talk.heard = talk.words.say("form-handover")
    work = talk.work
    try:
        handover, draft = opened(work, work.handovers.find(link))
    except HandoverGone:
        return talk, talk.lobby(before=[talk.words.say("handover-gone")])
    if handover.person == talk.person.id:
        work.handovers.redeem(link)
        return talk, talk.take_up(draft, before=[talk.words.say("handover-continued")])
    if not talk.person.guest:
        options = talk.options(["/logout", "/menu"])
        return talk, [Outgoing(talk.words.say("handover-signed-in-here"), options)]
    work.handovers.redeem(link)
    person = work.people.lock(handover.person)
    role = Role.GUEST if person.guest else Role.CANDIDATE
    work.caller = replace_of(work.caller, person=person.id, roles=frozenset({role}))
    work.audit.note("handover-redeemed", f"draft:{draft.id}")
    going_on = Talk(work, person, words(person.language), talk.house)
    going_on.heard, going_on.only_draft, going_on.becomes = talk.heard, draft.id, person.id
    said = going_on.take_up(draft, before=[going_on.words.say("handover-continued")])
    return going_on, said


def opened(work: UnitOfWork, handover: Handover | None) -> tuple[Handover, Draft]:
    """The handover with its draft, as long as both are open."""
    if handover is None:
        raise HandoverGone
    draft = work.drafts.find_open(handover.draft, handover.person)
    if draft is None:
        raise HandoverGone
    return handover, draft


def speaks_for_another(work: UnitOfWork, person: Person, session: str) -> bool:
    """Whether the session belongs to somebody who signed in and is not this person."""
    here = work.sessions.find(session)
    return here is not None and here.person != person.id and not work.people.get(here.person).guest
