"""Guessing at certificates gains nothing: few guesses are answered, and the right one is no exception (R8.2)."""

from datetime import date

import pytest

from bot.front import find_certificates
from handlers.channel import TooMany
from handlers.web.desk import CertificateAsked
from rules.policy import Policy
from store.unit import Store
from tests.people import id_number
from tests.store.test_certificates import FIRST, NAME


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """The limits know no database."""
    return sqlite_url


def test_of_many_guesses_a_few_are_answered_and_the_right_one_comes_too_late(store: Store) -> None:
    with store.writing() as work:
        work.certificates.add(FIRST)
    answers, waits = set(), []
    for serial in range(200):
        number = FIRST.id_number if serial == 150 else id_number(date(1990, 1, 1), serial=serial)
        try:
            answers.add(find_certificates(store, CertificateAsked(NAME, number, None, "192.0.2.1")))
        except TooMany as late:
            waits.append(late.retry_after)
    assert answers == {()}
    assert len(waits) == 200 - Policy().lookups_per_hour
    assert all(0 < wait <= 3600 for wait in waits)
