"""The calendar of whoever asks: the dates ahead in their language."""

from conversations.anyone.deadlines import what
from conversations.words import words
from exports.calendar import Calendar, Event
from store.unit import UnitOfWork


def calendar_of_caller(work: UnitOfWork, _: int) -> tuple[str, Calendar]:
    assert work.caller.person is not None
    speak = words(work.people.get(work.caller.person).language)
    events = tuple(
        Event(f"{one.kind}-{one.subject}@kaowu", one.at, what(one, speak))
        for one in work.deadlines.of_caller()
    )
    name = speak.say("form-deadlines")
    return f"deadlines-{work.today.isoformat()}", Calendar(name, work.now, events)
