"""A draft of a form whose role was lost stood in the menu and led nowhere; its facts could break every message."""

from rules.roles import Role
from store.unit import Store
from tests.officers import at, grown
from tests.store.tree import HAMI


def test_what_one_may_not_go_on_with_is_not_offered_and_not_lost(store: Store) -> None:
    grown(store)
    head = at(store, Role.STATION_HEAD, HAMI)
    head.tap("/staff")
    head.tap("/unknown")
    head.tap("/menu")
    with store.writing() as work:
        (person,) = work.people.holders(HAMI, frozenset({Role.STATION_HEAD}))
        draft = work.drafts.open(person.id, "annual_plan", 1, {"year": "2027"})
        work.people.dismiss(person.id, Role.STATION_HEAD, HAMI)
    head.tap("/menu")
    assert f"/resume {draft.id}" not in head.values
    head.tap(f"/resume {draft.id}")
    assert head.last.question is None
    with store.writing() as work:
        work.people.appoint(person.id, Role.STATION_HEAD, HAMI)
    head.tap("/menu")
    assert f"/resume {draft.id}" in head.values
