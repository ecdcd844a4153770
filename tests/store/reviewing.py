"""Registrations ready to be reviewed, and the station's staff who do it."""

from typing import Any

import pytest

from rules.catalogue import Level
from rules.findings import NotPossible
from rules.registration_reviews import STANDING
from rules.roles import Role
from store.batches import Batch, NewItem
from store.registrations import Filing, Registration
from store.unit import Caller, Store
from tests.store import tree
from tests.store.office import STATION, WELDER, candidate, filing, sign_up, upload

FOUR = NewItem(WELDER, Level.FOUR, 3)


def officer(store: Store, station: str = STATION.code) -> Caller:
    return tree.hold(store, Role.STATION_OFFICER, station)


def filed(store: Store, batch: Batch, serial: int = 1, **changes: object) -> Registration:
    """Handed in; the stamped form is awaited."""
    person = sign_up(store, serial)
    return file(store, filing(store, batch, person, **changes))


def file(store: Store, handed_in: Filing) -> Registration:
    with store.writing(candidate(handed_in.person)) as work:
        return work.registrations.file(handed_in)


def stamped(store: Store, one: Registration, content: str = "stamped") -> Registration:
    form = upload(store, f"{content} {one.number}")
    with store.writing(candidate(one.person_id)) as work:
        return work.registrations.add_stamped_form(one.id, form)


def complete(store: Store, batch: Batch, serial: int = 1, **changes: object) -> Registration:
    """Handed in and stamped: the station may review it."""
    return stamped(store, filed(store, batch, serial, **changes))


def by(store: Store, caller: Caller, act: str, *args: Any, **named: Any) -> Any:
    """What a reviewer does, in a unit of its own."""
    with store.writing(caller) as work:
        return getattr(work.reviews, act)(*args, **named)


def approved(store: Store, caller: Caller, one: Registration) -> Registration:
    done: Registration = by(store, caller, "approve", one.id, confirmed=STANDING)
    return done


def refused(store: Store, caller: Caller, act: str, *args: Any, **named: Any) -> set[str]:
    """Why a reviewer may not."""
    with pytest.raises(NotPossible) as refusal:
        by(store, caller, act, *args, **named)
    return {finding.key for finding in refusal.value.findings}


def seats(store: Store, batch: Batch) -> list[int]:
    """How many are taken on each line."""
    with store.reading() as work:
        return [item.taken for item in work.batches.items(batch.id)]


def by_candidate(store: Store, one: Registration, act: str, *args: Any) -> Registration:
    with store.writing(candidate(one.person_id)) as work:
        done: Registration = getattr(work.corrections, act)(one.id, *args)
        return done


def not_taken(store: Store, one: Registration, act: str, *args: Any) -> set[str]:
    """Why something is not taken from the candidate."""
    with pytest.raises(NotPossible) as refusal:
        by_candidate(store, one, act, *args)
    return {finding.key for finding in refusal.value.findings}
