"""The audit trail and the policy: who did what, and which value held on which day."""

from datetime import date

import pytest

from rules.findings import NotPossible
from rules.policy import Policy
from rules.roles import Role
from store.people import PersonId
from store.unit import Caller, Store


def officer(person: PersonId) -> Caller:
    return Caller(person, None, "web", None, frozenset({Role.MANAGEMENT_OFFICER}))


class TestAudit:
    def test_acts_are_listed_by_subject_in_order(self, store: Store, person: PersonId) -> None:
        with store.writing(officer(person)) as work:
            work.audit.note("file", "registration:1", batch=7)
            work.audit.note("return", "registration:1", reason="photo")
            work.audit.note("file", "registration:2")
        with store.reading() as work:
            first, second = work.audit.of("registration:1")
        assert (first.act, first.person, first.role) == ("file", person, "management_officer")
        assert (first.detail, second.detail) == ({"batch": 7}, {"reason": "photo"})
        assert first.at == work.now

    def test_what_a_job_does_is_the_offices(self, store: Store) -> None:
        with store.writing() as work:
            work.audit.note("erase", "draft:1")
            (entry,) = work.audit.of("draft:1")
        assert (entry.person, entry.role) == (None, "office")


class TestPolicy:
    def test_what_nobody_set_has_the_value_it_ships_with(self, store: Store) -> None:
        with store.reading() as work:
            assert work.policy.current(date(2026, 6, 1)) == Policy()

    def test_a_value_holds_from_its_day_until_the_next(
        self, store: Store, person: PersonId
    ) -> None:
        with store.writing(officer(person)) as work:
            work.policy.set("class_hours", 360, date(2027, 1, 1))
            work.policy.set("class_hours", 500, date(2026, 7, 1))
            days = (date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 1))
            assert [work.policy.current(day).class_hours for day in days] == [400, 500, 500, 360]

    def test_of_two_values_from_the_same_day_the_later_one_counts(
        self, store: Store, person: PersonId
    ) -> None:
        with store.writing(officer(person)) as work:
            for hours in (360, 300):
                work.policy.set("class_hours", hours, date(2026, 7, 1))
            assert work.policy.current(date(2026, 7, 1)).class_hours == 300

    @pytest.mark.parametrize(("name", "value"), [("class_hours", "many"), ("no_such_value", 1)])
    def test_a_value_that_does_not_fit_is_refused(
        self, store: Store, person: PersonId, name: str, value: object
    ) -> None:
        with store.writing(officer(person)) as work, pytest.raises(NotPossible):
            work.policy.set(name, value, date(2026, 7, 1))

    def test_the_past_is_not_rewritten(self, store: Store, person: PersonId) -> None:
        with store.writing(officer(person)) as work, pytest.raises(NotPossible) as refusal:
            work.policy.set("class_hours", 5000, date(2026, 5, 31))
        keys = [finding.key for finding in refusal.value.findings]
        assert keys == ["policy-out-of-range", "policy-past-day"]

    def test_every_change_stays_with_who_made_it_and_when(
        self, store: Store, person: PersonId
    ) -> None:
        with store.writing(officer(person)) as work:
            work.policy.set("class_hours", 360, date(2027, 1, 1))
            work.policy.set("class_hours", 400, date(2027, 1, 1))
            later, earlier = work.policy.changes("class_hours")
            assert (earlier.value, later.value) == (360, 400)
            assert (later.set_by, later.set_at) == (person, work.now)
            assert len(work.audit.of("policy:class_hours")) == 2

    def test_only_the_management_station_sets_values(self, store: Store, person: PersonId) -> None:
        guest = Caller(person, None, "web", None, frozenset({Role.GUEST}))
        with store.writing(guest) as work, pytest.raises(NotPossible) as refusal:
            work.policy.set("class_hours", 300, date(2026, 7, 1))
        assert refusal.value.findings[0].key == "not-your-role"
