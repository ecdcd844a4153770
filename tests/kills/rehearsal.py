"""A year to be rehearsed, as full of reminders as it gets, and the story of it to compare."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from rules.approvals import PaperKind
from rules.registration import RegistrationState
from rules.roles import Role
from store.batches import Batch, BatchState, batches
from store.clock import OFFICE_ZONE
from store.job_runs import job_runs
from store.people import PersonId, people
from store.registrations import registrations
from store.reminders import reminders
from store.unit import Store
from tests.batches import application, furnish, item, planned
from tests.store import office, tree
from tests.store.tree import CHANGZHOU, MANAGEMENT

BEGINS = datetime(2026, 6, 1, 9, tzinfo=OFFICE_ZONE)
ENDS = datetime(2027, 6, 1, 9, tzinfo=OFFICE_ZONE)
EXAMS = (date(2026, 8, 20), date(2026, 10, 12), date(2026, 12, 7), date(2027, 2, 20))
CANDIDATES = 7
"""Of each batch."""
STANDINGS = tuple(RegistrationState)


def prepare(store: Store) -> None:
    """Batches that go well and batches that do not, papers nobody decides on, a form nobody finishes."""
    with store.writing() as work:
        work.rehearsal.begin(BEGINS)
    store.rehearsing = True
    team = furnish(store, 4)
    tree.hold(store, Role.STATION_OFFICER, CHANGZHOU)
    tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
    for n, exam in enumerate(EXAMS):
        days = {"theory_on": exam, "practice_on": exam, "state": BatchState.OPEN}
        new = application(item(*planned(store), team[:3]), **days)
        with store.writing() as work:
            batch = work.batches.add(new)
        fill(store, batch, n, ready=n % 2 == 0)
    waits(store)


def fill(store: Store, batch: Batch, n: int, *, ready: bool) -> None:
    """Everybody approved and the roster in, or a bit of everything."""
    for serial in range(CANDIDATES):
        person = office.sign_up(store, 500 + n * CANDIDATES + serial)
        filing = office.filing(store, batch, person)
        with store.writing(office.candidate(person)) as work:
            filed = work.registrations.file(filing)
        state = RegistrationState.APPROVED if ready else STANDINGS[serial % len(STANDINGS)]
        values = {"state": state, "waiting_since": BEGINS}
        with store.writing() as work:
            changing = update(registrations).where(registrations.c.id == filed.id)
            work.connection.execute(changing.values(values))
    if ready:
        with store.writing() as work:
            submitted = update(batches).where(batches.c.id == batch.id)
            work.connection.execute(submitted.values(state=BatchState.SUBMITTED))


def waits(store: Store) -> None:
    head = tree.hold(store, Role.STATION_HEAD, CHANGZHOU)
    with store.writing(head) as work:
        work.papers.file(PaperKind.ANNUAL_PLAN, None, CHANGZHOU, 1, {})
    with store.writing() as work:
        guest = work.people.add_guest().id
        work.drafts.open(guest, "complaint", 1, {"about": "station"})


@dataclass(frozen=True)
class Story:
    """What happened, without the numbers rows got by chance.

    Nor has it how many items a run found: of two runs at one moment either may come first.
    """

    reminders: Counter[tuple[Any, ...]]
    told: Counter[tuple[Any, ...]]
    runs: Counter[tuple[Any, ...]]


def story(store: Store) -> Story:
    shown = ("kind", "subject", "person_id", "occasion", "state", "settled_at")
    ran = ("name", "due", "state", "faults")
    with store.reading() as work:
        execute = work.connection.execute
        everybody = [PersonId(one) for one in work.connection.scalars(select(people.c.id))]
        return Story(
            Counter(map(tuple, execute(select(*(reminders.c[name] for name in shown))))),
            Counter(
                (person, message.at, message.body["text"])
                for person in everybody
                for message in work.messages.after(person, 0, 100_000)
            ),
            Counter(map(tuple, execute(select(*(job_runs.c[name] for name in ran))))),
        )


def mornings() -> list[datetime]:
    """Of the days on which something happens: at night, before the day, and when it has begun."""
    days = {exam - timedelta(days=n) for exam in EXAMS for n in (13, 9, 3, 1)}
    days |= {date(2026, 6, 25), date(2026, 7, 3), date(2026, 11, 1), date(2026, 12, 25)}
    return sorted(
        datetime(day.year, day.month, day.day, hour, tzinfo=OFFICE_ZONE)
        for day in days
        if day > BEGINS.date()
        for hour in (3, 7, 8)
    )
