"""What a form filled in on site will ask next: for a page that may be cut off at any moment."""

from conversations.engine.ahead import Ahead, asked_ahead
from conversations.incoming import SessionUnknown
from conversations.lookup import StoreLookup
from conversations.menu import House
from conversations.words import words
from store.rights import roles_of
from store.unit import Caller, Store

__all__ = ["Ahead", "read"]


def read(store: Store, house: House, token: str) -> tuple[Ahead, ...]:
    """Nothing where no such form is open. Raises SessionUnknown."""
    with store.reading() as work:
        session = work.sessions.find(token)
        if session is None:
            raise SessionUnknown
        person = work.people.get(session.person)
        draft = person.front_draft and work.drafts.find_open(person.front_draft, person.id)
        if not draft or draft.form not in house.forms or not house.forms[draft.form].on_site:
            return ()
        work.caller = Caller(person.id, session.id, "web", None, roles_of(work, person))
        lookup = StoreLookup(work, house.sources, house.forms)
        form = house.forms[draft.form](draft.answers, lookup)
        return tuple(asked_ahead(form, words(person.language)))
