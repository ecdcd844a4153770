"""First passwords for people appointed: who may give one, and whom nobody can take over (R1.9)."""

from datetime import date

import pytest

from rules.candidates import Sex
from rules.findings import NotPossible
from rules.identity import read_id_number
from rules.roles import Role
from store.people import PersonId
from store.unit import Caller, Store
from tests.examiners import TIER, furnish, holder
from tests.people import id_number
from tests.store.office import OTHER_STATION, STATION


@pytest.fixture(autouse=True)
def tree(store: Store) -> None:
    furnish(store)


@pytest.fixture
def head(store: Store) -> Caller:
    return holder(store, Role.STATION_HEAD, STATION.code, 101)


@pytest.fixture
def examiner(store: Store) -> PersonId:
    """Appointed at the station, with no account yet."""
    with store.writing() as work:
        number = read_id_number(id_number(date(1985, 5, 20), Sex.MALE), work.today)
        person = work.people.known("王建国", number).id
        work.people.appoint(person, Role.EXAMINER, STATION.code)
    return person


def keys(refused: pytest.ExceptionInfo[NotPossible]) -> list[str]:
    return [finding.key for finding in refused.value.findings]


def test_the_first_password_lets_the_person_in_and_has_to_be_changed(
    store: Store, head: Caller, examiner: PersonId
) -> None:
    with store.writing(head) as work:
        password = work.personal_accounts.open(examiner, "王建国-常州")
    with store.reading() as work:
        assert work.people.fits_first_password(examiner, password)
        person = work.people.get(examiner)
        assert person.must_change_password
        assert (person.name, person.user_name) == ("王建国", "王建国-常州")


def test_until_it_was_used_another_may_be_given_and_the_old_one_is_void(
    store: Store, head: Caller, examiner: PersonId
) -> None:
    with store.writing(head) as work:
        old = work.personal_accounts.open(examiner, "王建国-常州")
        new = work.personal_accounts.open(examiner, "王建国-常州")
        assert not work.people.fits_first_password(examiner, old)
        assert work.people.fits_first_password(examiner, new)


def test_whoever_set_a_password_is_left_alone(
    store: Store, head: Caller, examiner: PersonId
) -> None:
    with store.writing(head) as work:
        work.personal_accounts.open(examiner, "王建国-常州")
        work.people.set_password(examiner, "hash")
        with pytest.raises(NotPossible) as refused:
            work.personal_accounts.open(examiner, "王建国-常州")
    assert keys(refused) == ["personal-account-there"]


def test_an_institutions_own_account_is_no_personal_one(store: Store, head: Caller) -> None:
    with store.writing() as work:
        account = work.people.hold_account(work.people.add_guest().id, "周建平", "zhou").id
        work.people.appoint(account, Role.STATION_OFFICER, STATION.code)
    with store.writing(head) as work, pytest.raises(NotPossible) as refused:
        work.personal_accounts.open(account, "zhou-2")
    assert keys(refused) == ["personal-account-there"]


def test_a_taken_user_name_is_refused_and_nothing_given(
    store: Store, head: Caller, examiner: PersonId
) -> None:
    with store.writing() as work:
        work.people.hold_account(work.people.add_guest().id, "周建平", "zhou")
    with store.writing(head) as work, pytest.raises(NotPossible) as refused:
        work.personal_accounts.open(examiner, "ZHOU")
    assert keys(refused) == ["user-name-taken"]
    with store.reading() as work:
        assert not work.people.get(examiner).must_change_password


def test_somebody_with_a_post_elsewhere_too_is_for_the_officers_above_both(
    store: Store, head: Caller, examiner: PersonId
) -> None:
    with store.writing() as work:
        work.people.appoint(examiner, Role.EXAMINER, OTHER_STATION.code)
    with store.writing(head) as work, pytest.raises(NotPossible) as refused:
        work.personal_accounts.open(examiner, "王建国-常州")
    assert keys(refused) == ["not-yours"]


@pytest.mark.parametrize(
    ("role", "at"),
    [
        (Role.STATION_HEAD, OTHER_STATION.code),
        (Role.EXAMINER, STATION.code),
        (Role.CENTRE_OFFICER, "49000000"),
    ],
)
def test_nobody_else_gives_it(store: Store, examiner: PersonId, role: Role, at: str) -> None:
    stranger = holder(store, role, at, 110)
    with store.writing(stranger) as work, pytest.raises(NotPossible):
        work.personal_accounts.open(examiner, "王建国-常州")


def test_nobody_is_opened_an_account_who_holds_no_post(store: Store) -> None:
    officer = holder(store, Role.MANAGEMENT_OFFICER, TIER.code, 110)
    with store.writing() as work:
        number = read_id_number(id_number(date(1990, 1, 1), Sex.MALE), work.today)
        somebody = work.people.known("李国强", number).id
    with store.writing(officer) as work, pytest.raises(NotPossible) as refused:
        work.personal_accounts.open(somebody, "li")
    assert keys(refused) == ["not-yours"]
