"""Contacts: seen by all, changed by the officers in whose reach they are (R1.12)."""

import pytest
from sqlalchemy import select

from rules.findings import NotPossible
from rules.roles import Role
from store.contacts import Entry, contacts
from store.unit import OFFICE, Caller, Store
from tests.store import tree
from tests.store.tree import BASE, CENTRE, CHANGZHOU, HAMI, MANAGEMENT, URUMQI

DESK = Entry(department="考务部", person="王敏", phone="010-12345678", email="kaowu@example.cn")


@pytest.fixture(autouse=True)
def grown(store: Store) -> None:
    with store.writing() as work:
        tree.grow(work)


@pytest.fixture
def officer(store: Store) -> Caller:
    return tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)


def test_what_an_officer_adds_everybody_sees(store: Store, officer: Caller) -> None:
    with store.writing(officer) as work:
        added = work.contacts.add(MANAGEMENT, DESK)
    with store.reading() as work:
        assert work.contacts.of(MANAGEMENT) == (added,)
        assert added.entry == DESK


def test_nobody_reads_them_in_the_database(store: Store, officer: Caller) -> None:
    with store.writing(officer) as work:
        work.contacts.add(MANAGEMENT, DESK)
        row = work.connection.execute(select(contacts)).one()
    assert all(DESK.person.encode() not in bytes(cell) for cell in row if isinstance(cell, bytes))
    assert DESK.phone not in str(tuple(row))


def test_institutions_are_listed_from_the_top(store: Store) -> None:
    with store.writing(OFFICE) as work:
        for code in (URUMQI, MANAGEMENT, CHANGZHOU, CENTRE, BASE):
            work.contacts.add(code, DESK)
        codes = [one.code for one in work.contacts.institutions()]
    assert codes == [CENTRE, MANAGEMENT, BASE, URUMQI, CHANGZHOU]


def test_a_removed_contact_is_gone_and_comes_back(store: Store, officer: Caller) -> None:
    with store.writing(officer) as work:
        added = work.contacts.add(HAMI, DESK)
        work.contacts.remove(added.id)
        assert work.contacts.of(HAMI) == work.contacts.institutions() == ()
        work.contacts.restore(added.id)
        assert [one.id for one in work.contacts.of(HAMI)] == [added.id]


def test_a_change_keeps_its_place(store: Store, officer: Caller) -> None:
    with store.writing(officer) as work:
        first, second = (work.contacts.add(HAMI, DESK) for _ in range(2))
        changed = work.contacts.change(first.id, HAMI, Entry(department="考务部", phone="12333"))
        assert work.contacts.of(HAMI) == (changed, second)
        assert changed.entry.person == ""


def test_nobody_moves_a_contact_out_of_reach(store: Store, officer: Caller) -> None:
    with store.writing(officer) as work:
        added = work.contacts.add(HAMI, DESK)
        with pytest.raises(NotPossible):
            work.contacts.change(added.id, URUMQI, DESK)
        assert work.contacts.change(added.id, CHANGZHOU, DESK).institution == CHANGZHOU


def test_one_that_cannot_be_reached_is_none(store: Store, officer: Caller) -> None:
    with store.writing(officer) as work, pytest.raises(NotPossible) as refusal:
        work.contacts.add(HAMI, Entry(department="考务部", person="王敏"))
    assert refusal.value.findings[0].key == "contact-unreachable"


@pytest.mark.parametrize(
    ("role", "at", "institution"),
    [
        (Role.MANAGEMENT_OFFICER, BASE, CHANGZHOU),
        (Role.MANAGEMENT_OFFICER, MANAGEMENT, CENTRE),
        (Role.BRANCH_OFFICER, tree.BRANCH, CHANGZHOU),
        (Role.STATION_HEAD, CHANGZHOU, CHANGZHOU),
    ],
)
def test_others_contacts_stay_as_they_are(
    store: Store, role: Role, at: str, institution: str
) -> None:
    with store.writing(OFFICE) as work:
        contact = work.contacts.add(institution, DESK)
    caller = tree.hold(store, role, at)
    for act in (
        lambda work: work.contacts.add(institution, DESK),
        lambda work: work.contacts.change(contact.id, institution, DESK),
        lambda work: work.contacts.remove(contact.id),
    ):
        with store.writing(caller) as work, pytest.raises(NotPossible):
            act(work)
    with store.reading() as work:
        assert work.contacts.of(institution) == (contact,)
