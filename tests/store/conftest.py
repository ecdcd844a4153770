"""People and drafts most store tests begin with."""

from datetime import date

import pytest

from rules.identity import IdNumber, read_id_number
from store.drafts import Draft
from store.people import PersonId
from store.unit import Store


@pytest.fixture
def number() -> IdNumber:
    return read_id_number("11010519491231002X", date(2026, 6, 1))


@pytest.fixture
def person(store: Store) -> PersonId:
    with store.writing() as work:
        return work.people.add_guest().id


@pytest.fixture
def draft(store: Store, person: PersonId) -> Draft:
    with store.writing() as work:
        return work.drafts.open(person, "registration", 1)
