"""The register of supervisors, on both databases (R2.7)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rules.candidates import Sex
from rules.findings import NotPossible
from rules.identity import read_id_number
from rules.roles import Role
from rules.training import TrainingKind, TrainingResult
from store.supervisors import NewSupervisor, Supervisor, SupervisorState
from store.unit import Caller, Store
from tests.examiners import OTHER_TIER, TIER, announced, furnish, holder, recorded
from tests.fakes import FixedClock
from tests.people import id_number
from tests.store.office import STATION

TODAY = date(2026, 6, 1)
NEW = NewSupervisor(
    name="刘志强",
    number=read_id_number(id_number(date(1975, 3, 9), Sex.MALE, serial=7), TODAY),
    works_at="北京联合大学",
    phone="13812345678",
    training="第九期督导员培训班",
    trained_on=date(2026, 3, 1),
    valid_until=date(2029, 5, 31),
)


@pytest.fixture(autouse=True)
def tree(store: Store) -> None:
    furnish(store)


@pytest.fixture
def officer(store: Store) -> Caller:
    return holder(store, Role.MANAGEMENT_OFFICER, TIER.code, 102)


def keys(refused: pytest.ExceptionInfo[NotPossible]) -> list[str]:
    return [finding.key for finding in refused.value.findings]


def registered(store: Store, officer: Caller, **changes: object) -> Supervisor:
    with store.writing(officer) as work:
        return work.supervisors.register(TIER.code, replace(NEW, **changes))


def roles(store: Store, supervisor: Supervisor) -> frozenset[Role]:
    with store.reading() as work:
        return work.people.roles_of(supervisor.person)


def test_who_is_trained_is_appointed_at_once(store: Store, officer: Caller) -> None:
    entry = registered(store, officer)
    assert (entry.name, entry.phone, entry.works_at) == ("刘志强", "13812345678", "北京联合大学")
    assert entry.state(TODAY) is SupervisorState.APPOINTED
    assert roles(store, entry) == {Role.SUPERVISOR}
    assert "刘志强" not in repr(entry)
    assert "138" not in repr(entry)


def test_who_is_not_trained_yet_is_appointed_by_passing_a_class(
    store: Store, clock: FixedClock, officer: Caller
) -> None:
    entry = registered(store, officer, trained_on=None)
    assert entry.state(TODAY) is SupervisorState.TO_BE_TRAINED
    assert roles(store, entry) == set()
    held = announced(store, officer, kind=TrainingKind.SUPERVISOR)
    with store.writing(officer) as work:
        assert work.nominations.nominate_supervisor(held.id, entry.id).waiting == 0
    clock.advance(timedelta(days=11))
    recorded(store, officer, held)
    assert roles(store, entry) == {Role.SUPERVISOR}
    with store.reading(officer) as work:
        assert work.supervisors.get(entry.id).trained_on == held.ends_on
    recorded(store, officer, held, TrainingResult.FAILED)
    assert roles(store, entry) == set()


def test_supervisors_and_examiners_have_classes_of_their_own(store: Store, officer: Caller) -> None:
    entry = registered(store, officer, trained_on=None)
    held = announced(store, officer)
    with store.writing(officer) as work, pytest.raises(NotPossible) as refused:
        work.nominations.nominate_supervisor(held.id, entry.id)
    assert keys(refused) == ["class-other-kind"]


def test_the_state_follows_from_the_days(store: Store, officer: Caller) -> None:
    entry = registered(store, officer)
    assert entry.state(entry.valid_until) is SupervisorState.APPOINTED
    assert entry.state(entry.valid_until + timedelta(days=1)) is SupervisorState.EXPIRED


def test_a_validity_that_is_over_is_refused(store: Store, officer: Caller) -> None:
    assert registered(store, officer, valid_until=TODAY)
    with pytest.raises(NotPossible) as refused:
        registered(store, officer, valid_until=date(2026, 5, 31))
    assert keys(refused) == ["validity-over"]


def test_nobody_is_entered_twice_but_an_ended_entry_is_renewed(
    store: Store, officer: Caller
) -> None:
    entry = registered(store, officer)
    with pytest.raises(NotPossible) as refused:
        registered(store, officer)
    assert keys(refused) == ["supervisor-known"]
    with store.writing(officer) as work:
        assert work.supervisors.end(entry.id).state(TODAY) is SupervisorState.ENDED
        with pytest.raises(NotPossible) as refused:
            work.supervisors.end(entry.id)
    assert keys(refused) == ["supervisor-ended"]
    assert roles(store, entry) == set()
    again = registered(store, officer, works_at="天津大学")
    assert (again.id, again.works_at, again.ended_on) == (entry.id, "天津大学", None)
    assert roles(store, entry) == {Role.SUPERVISOR}


def test_each_management_station_keeps_its_own_register(store: Store, officer: Caller) -> None:
    entry = registered(store, officer)
    stranger = holder(store, Role.MANAGEMENT_OFFICER, OTHER_TIER.code, 110)
    with store.writing(stranger) as work:
        for act in (
            lambda: work.supervisors.get(entry.id),
            lambda: work.supervisors.end(entry.id),
            lambda: work.supervisors.of(TIER.code),
            lambda: work.supervisors.register(TIER.code, NEW),
        ):
            with pytest.raises(NotPossible) as refused:
                act()
            assert keys(refused) == ["not-yours"]
        assert work.supervisors.of(OTHER_TIER.code) == ()


@pytest.mark.parametrize(
    ("role", "at"), [(Role.STATION_HEAD, STATION.code), (Role.CENTRE_OFFICER, "49000000")]
)
def test_nobody_else_appoints_supervisors(store: Store, role: Role, at: str) -> None:
    stranger = holder(store, role, at, 110)
    with pytest.raises(NotPossible) as refused:
        registered(store, stranger)
    assert keys(refused) == ["not-your-role"]


def test_another_name_under_a_known_number_is_refused(store: Store, officer: Caller) -> None:
    with store.writing() as work:
        work.people.known("赵志远", NEW.number)
    with pytest.raises(NotPossible) as refused:
        registered(store, officer)
    assert keys(refused) == ["person-name-differs"]
