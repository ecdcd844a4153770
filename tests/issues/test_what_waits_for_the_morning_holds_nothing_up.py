"""A message kept back for the quiet hours stood before every reply of the night in its chat."""

from datetime import datetime, timedelta

from store.clock import OFFICE_ZONE
from store.people import PersonId
from store.unit import Store
from tests.conftest import both_databases
from tests.fakes import FixedClock
from tests.store.test_outbox import MINUTE

MORNING = datetime(2026, 6, 2, 8, tzinfo=OFFICE_ZONE)


def claimed(store: Store) -> list[int]:
    with store.writing() as work:
        deliveries = work.outbox.claim(["telegram"], 10, MINUTE)
        for delivery in deliveries:
            work.outbox.sent(delivery.id)
    return [delivery.number for delivery in deliveries]


@both_databases
def test_a_reply_passes_what_waits_for_the_morning(store: Store, clock: FixedClock) -> None:
    clock.office = MORNING - timedelta(hours=10)
    with store.writing() as work:
        person: PersonId = work.people.add_guest().id
        chat = work.chats.bind("telegram", "1", person).id
        work.outbox.put(person, 1, chat, urgent=False, not_before=MORNING)
        work.outbox.put(person, 2, chat, urgent=True)
        work.outbox.put(person, 3, chat, urgent=False, not_before=MORNING)
    assert claimed(store) == [2]
    assert claimed(store) == []
    clock.office = MORNING
    assert claimed(store) == [1]
    assert claimed(store) == [3]
