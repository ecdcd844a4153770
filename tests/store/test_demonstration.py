"""The demonstration: made once, everything in it can be tried, and its people do not exist."""

from datetime import timedelta

from rules.candidates import CandidateType
from rules.catalogue import Level, Programme
from rules.certificates import CertificateKind, CertificateState
from rules.identity import read_id_number
from rules.roles import Action, Role
from store import rights
from store.demonstration import Demonstration, demonstrate
from store.demonstration_accounts import BRANCH, STATION
from store.people import Post
from store.seed import CENTRE, MANAGEMENT_STATION
from store.unit import Caller, Store
from tests.fakes import FixedClock


def made(store: Store) -> Demonstration:
    with store.writing() as work:
        return demonstrate(work, lambda password: f"hash of {password}")


class TestDemonstration:
    def test_the_second_call_returns_what_the_first_made(
        self, store: Store, clock: FixedClock
    ) -> None:
        first = made(store)
        clock.advance(timedelta(days=1))
        assert made(store) == first

    def test_there_is_a_batch_for_every_candidate_type_and_one_of_the_other_programme(
        self, store: Store
    ) -> None:
        batches = made(store).batches
        with store.reading() as work:
            assert work.batches.open_now().things == batches
            items = [work.batches.items(batch.id) for batch in batches]
        assert {batch.candidate_type for batch in batches} == set(CandidateType)
        assert [batch.programme for batch in batches].count(Programme.SKILL_LEVEL) == 1
        assert {(item.unit.name, item.level) for item in items[0]} == {
            ("电焊工", Level.FIVE),
            ("电焊工", Level.FOUR),
            ("电焊工", Level.THREE),
            ("加工中心操作工", Level.FOUR),
            ("加工中心操作工", Level.THREE),
        }

    def test_the_batches_stay_open_for_weeks(self, store: Store, clock: FixedClock) -> None:
        batches = made(store).batches
        assert all(batch.exam_on >= clock.office.date() + timedelta(days=40) for batch in batches)

    def test_its_accounts_can_log_in_and_hold_their_posts(self, store: Store) -> None:
        accounts = made(store).accounts
        with store.reading() as work:
            people = [work.people.find_by_user_name(account.user_name) for account in accounts]
            posts = [work.people.posts_of(person.id) for person in people if person]
        for account, person in zip(accounts, people, strict=True):
            assert person is not None
            assert person.password_hash == f"hash of {account.password}"
            assert (person.name, person.id_number or "") == (account.name, account.id_number)
        assert posts == [
            (),
            (Post(Role.STATION_HEAD, STATION),),
            (Post(Role.STATION_OFFICER, STATION),),
            (Post(Role.EXAMINER, STATION),),
            (Post(Role.SUPERVISOR, MANAGEMENT_STATION),),
            (Post(Role.MANAGEMENT_OFFICER, MANAGEMENT_STATION),),
            (Post(Role.BRANCH_OFFICER, BRANCH.code),),
            (Post(Role.CENTRE_OFFICER, CENTRE),),
            (Post(Role.APPLICANT_UNIT, "U000001"),),
        ]

    def test_nobody_has_to_change_a_password_first(self, store: Store) -> None:
        accounts = made(store).accounts
        with store.reading() as work:
            people = [work.people.find_by_user_name(account.user_name) for account in accounts]
        assert not any(person.must_change_password for person in people if person)

    def test_the_branch_sees_the_station_in_its_programme_only(self, store: Store) -> None:
        made(store)
        with store.reading() as work:
            officer = work.people.find_by_user_name(BRANCH.name)
        assert officer
        caller = Caller(officer.id, None, "web", None, frozenset({Role.BRANCH_OFFICER}))
        with store.reading(caller) as work:
            seen = [
                rights.covers(work, Action.EXPORT_ROSTER, STATION, programme)
                for programme in (Programme.SKILL_LEVEL, Programme.CAPABILITY)
            ]
        assert seen == [True, False]

    def test_every_demonstration_has_its_own_passwords(self, store: Store) -> None:
        passwords = {account.password for account in made(store).accounts}
        assert len(passwords) == 9
        assert all(len(password) >= 14 for password in passwords)

    def test_its_certificates_are_found_in_every_kind_and_state(self, store: Store) -> None:
        samples = made(store).certificates
        with store.reading() as work:
            by_pair = {
                sample.number: work.certificates.find(sample.name, sample.id_number)
                for sample in samples
            }
        listed = {one for found in by_pair.values() for one in found}
        assert {one.number for one in listed} == {sample.number for sample in samples}
        assert {one.kind for one in listed} == set(CertificateKind)
        assert {one.state for one in listed} == set(CertificateState)
        kinds = [{one.kind for one in found} for found in by_pair.values()]
        assert max(map(len, kinds)) == 2
        replaced = next(one for one in listed if one.state is CertificateState.REISSUED)
        assert replaced.replaced_by in by_pair

    def test_its_id_numbers_pass_every_check_and_name_no_county(
        self, store: Store, clock: FixedClock
    ) -> None:
        demonstration = made(store)
        people = (one for one in demonstration.accounts if one.id_number)
        for one in (*people, *demonstration.certificates):
            assert read_id_number(one.id_number, clock.office.date()).number == one.id_number
            assert one.id_number.startswith("100000")
