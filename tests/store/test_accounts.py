"""Accounts of institutions in the store: opened once, managed from above only, moved on approval (R1.8, R2.1)."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest

from rules.findings import NotPossible
from rules.roles import Role
from store.accounts import Colleague, Reserved, new_password
from store.institutions import Institution, InstitutionKind
from store.people import Post
from store.seed import CENTRE, MANAGEMENT_STATION, seed
from store.unit import Caller, Store
from tests.fakes import FixedClock

CODE, OTHER = "49284267", "49284299"
RESERVED = Reserved("周建平", "zhou@example.com", "13812345678")
WANG = Colleague("王志强", "wangzq", Role.STATION_DEPUTY)


@pytest.fixture(autouse=True)
def institutions(store: Store) -> None:
    with store.writing() as work:
        seed(work)


def caller(store: Store, role: Role, at: str) -> Caller:
    with store.writing() as work:
        person = work.people.add_guest().id
        work.people.hold_account(person, "孙丽华", f"{role}@{at}")
        work.people.appoint(person, role, at)
    return Caller(person, None, "web", None, frozenset({role, Role.ACCOUNT_HOLDER}))


class TestAccounts:
    def test_nobody_needs_to_open_a_stations_account(self, store: Store) -> None:
        with store.writing() as work:
            name = work.institutions.get(CODE).name
            entrance = work.accounts.entrance(name)
            assert work.accounts.fits_first_password(entrance, CODE)
            assert not work.accounts.fits_first_password(entrance, OTHER)
            person = work.accounts.enter(entrance)
            assert work.people.posts_of(person.id) == (Post(Role.STATION_HEAD, CODE),)
        assert (person.name, person.user_name, person.id_number) == (name, name, None)
        assert person.must_change_password

    def test_of_two_first_logins_at_once_one_opens_it_and_both_are_the_station(
        self, store: Store
    ) -> None:
        with store.reading() as work:
            name = work.institutions.get(CODE).name
        start = Barrier(2)

        def log_in(_: int) -> int:
            start.wait()
            with store.writing() as work:
                return work.accounts.enter(work.accounts.entrance(name)).id

        with ThreadPoolExecutor(2) as pool:
            assert len(set(pool.map(log_in, range(2)))) == 1
        with store.reading() as work:
            assert len(work.accounts.at(CODE)) == 1

    @pytest.mark.parametrize("code", [CENTRE, MANAGEMENT_STATION])
    def test_officers_bodies_have_no_first_password_anybody_could_read(
        self, store: Store, code: str
    ) -> None:
        with store.reading() as work:
            entrance = work.accounts.entrance(work.institutions.get(code).name)
            assert not work.accounts.fits_first_password(entrance, code)

    def test_nothing_private_is_in_the_tables(self, store: Store) -> None:
        with store.writing() as work:
            unit = work.institutions.add_applicant("哈密职业技术学校", MANAGEMENT_STATION)
            guest = work.people.add_guest().id
            person = work.accounts.sign_up(guest, unit, RESERVED, "hash")
            account = work.accounts.of(person.id)
            rows = str(work.connection.exec_driver_sql("SELECT * FROM accounts").all())
        assert account is not None
        assert (account.contact, account.email) == (RESERVED.contact, RESERVED.email)
        assert "zhou" not in rows + repr(account)
        assert "周建平" not in rows + repr(account)

    def test_a_first_password_is_good_for_its_days_and_only_for_its_owner(
        self, store: Store, clock: FixedClock
    ) -> None:
        with store.writing() as work:
            first, second = work.accounts.reset(CODE), work.accounts.reset(OTHER)
            mine = work.accounts.entrance(work.institutions.get(CODE).name)
            assert work.accounts.fits_first_password(mine, f" {first} ")
            assert not work.accounts.fits_first_password(mine, second)
            assert not work.accounts.fits_first_password(mine, CODE)
        clock.advance(timedelta(days=30, seconds=1))
        with store.writing() as work:
            assert not work.accounts.fits_first_password(mine, first)

    def test_first_passwords_differ(self) -> None:
        assert len({new_password() for _ in range(200)}) == 200

    @pytest.mark.parametrize("act", ["reset", "lock", "unlock", "hand_over", "set_region"])
    @pytest.mark.parametrize(
        ("role", "at", "allowed"),
        [
            (Role.MANAGEMENT_OFFICER, MANAGEMENT_STATION, True),
            (Role.CENTRE_OFFICER, CENTRE, True),
            (Role.MANAGEMENT_OFFICER, "49286000", False),
            (Role.BRANCH_OFFICER, "JS", False),
            (Role.STATION_HEAD, CODE, False),
            (Role.STATION_HEAD, OTHER, False),
        ],
    )
    def test_only_who_stands_above_in_the_tree_manages_an_account(
        self, store: Store, act: str, *, role: Role, at: str, allowed: bool
    ) -> None:
        with store.writing() as work:
            work.accounts.reset(CODE)
            for code, kind in (
                ("49286000", InstitutionKind.SECOND_TIER),
                ("JS", InstitutionKind.BRANCH),
            ):
                body = Institution(code=code, name=code, kind=kind, parent_code=CENTRE)
                work.institutions.put(replace(body, region="江苏省"))
        arguments = {"hand_over": (RESERVED,), "set_region": ("江苏省",)}.get(act, ())
        expected = nullcontext() if allowed else pytest.raises(NotPossible, match="not-your")
        with expected, store.writing(caller(store, role, at)) as work:
            getattr(work.accounts, act)(CODE, *arguments)

    def test_nobody_manages_the_account_of_their_own_institution(self, store: Store) -> None:
        officer = caller(store, Role.CENTRE_OFFICER, CENTRE)
        with store.writing(officer) as work, pytest.raises(NotPossible, match="not-yours"):
            work.accounts.lock(CENTRE)

    def test_staff_are_added_for_posts_of_this_kind_of_institution_only(self, store: Store) -> None:
        head = caller(store, Role.STATION_HEAD, CODE)
        for role in (Role.STATION_HEAD, Role.CENTRE_OFFICER, Role.MANAGEMENT_OFFICER):
            with store.writing(head) as work, pytest.raises(NotPossible, match="post-not-here"):
                work.accounts.add_colleague(CODE, replace(WANG, role=role))
        with store.writing(head) as work, pytest.raises(NotPossible, match="not-yours"):
            work.accounts.add_colleague(OTHER, WANG)

    def test_a_colleagues_user_name_is_nobodys_and_no_institutions(self, store: Store) -> None:
        head = caller(store, Role.STATION_HEAD, CODE)
        with store.reading() as work:
            name = work.institutions.get(OTHER).name
        for taken in ("WANGZQ", name):
            with store.writing(head) as work:
                if not work.people.find_by_user_name("wangzq"):
                    work.accounts.add_colleague(CODE, WANG)
                with pytest.raises(NotPossible, match="user-name-taken"):
                    work.accounts.add_colleague(CODE, replace(WANG, user_name=taken))

    def test_a_head_touches_neither_the_main_account_nor_strangers(self, store: Store) -> None:
        head = caller(store, Role.STATION_HEAD, CODE)
        with store.writing() as work:
            work.accounts.reset(CODE)
            work.accounts.reset(OTHER)
            main, theirs = work.accounts.main(CODE), work.accounts.main(OTHER)
        assert main
        assert theirs
        for person, key in ((main.person, "not-this-account"), (theirs.person, "not-yours")):
            with store.writing(head) as work, pytest.raises(NotPossible, match=key):
                work.accounts.remove_colleague(CODE, person)

    def test_a_removed_colleague_has_no_post_and_comes_in_no_more(self, store: Store) -> None:
        head = caller(store, Role.STATION_HEAD, CODE)
        with store.writing(head) as work:
            person, _ = work.accounts.add_colleague(CODE, WANG)
            work.accounts.remove_colleague(CODE, person.id)
            assert work.people.posts_of(person.id) == ()
            assert [one.person for one in work.accounts.at(CODE)] == []
            with pytest.raises(NotPossible, match="account-locked"):
                work.accounts.enter(work.accounts.entrance("wangzq"))


class TestPromotion:
    NEW = Institution(
        code="49284501",
        name="机械行业职业能力评价职教501考试站",
        kind=InstitutionKind.STATION,
        parent_code=MANAGEMENT_STATION,
        operator="哈密职业技术学校",
    )

    def test_an_applicants_accounts_become_the_stations(self, store: Store) -> None:
        with store.writing() as work:
            unit = work.institutions.add_applicant("哈密职业技术学校", MANAGEMENT_STATION)
            guest = work.people.add_guest().id
            main = work.accounts.sign_up(guest, unit, RESERVED, "hash")
            second = Colleague("王志强", "wangzq", Role.APPLICANT_UNIT)
            colleague, _ = work.accounts.add_colleague(unit.code, second)
            work.institutions.promote(unit.code, self.NEW)
        with store.reading() as work:
            assert work.people.posts_of(main.id) == (Post(Role.STATION_HEAD, "49284501"),)
            assert work.people.posts_of(colleague.id) == (Post(Role.STATION_OFFICER, "49284501"),)
            renamed = work.people.get(main.id)
            assert (renamed.name, renamed.user_name) == (self.NEW.name, self.NEW.name)
            assert work.people.get(colleague.id).user_name == "wangzq"
            account = work.accounts.main("49284501")
            assert account is not None
            assert (account.person, account.email) == (main.id, RESERVED.email)
            assert work.accounts.at(unit.code) == ()
            # The code of a new station opens nothing: its account has a password already.
            entrance = work.accounts.entrance(self.NEW.name)
            assert not work.accounts.fits_first_password(entrance, "49284501")

    def test_only_officers_above_promote(self, store: Store) -> None:
        with store.writing() as work:
            unit = work.institutions.add_applicant("哈密职业技术学校", MANAGEMENT_STATION)
        applicant = caller(store, Role.APPLICANT_UNIT, unit.code)
        with store.writing(applicant) as work, pytest.raises(NotPossible, match="not-your-role"):
            work.institutions.promote(unit.code, self.NEW)

    def test_of_two_units_of_one_name_at_once_one_is_taken(self, store: Store) -> None:
        start = Barrier(2)

        def sign_up(name: str) -> str:
            start.wait()
            try:
                with store.writing() as work:
                    return work.institutions.add_applicant(name, MANAGEMENT_STATION).code
            except NotPossible as refused:
                return str(refused)

        names = ("哈密职业技术学校", "哈密 职业技术学校")
        with ThreadPoolExecutor(2) as pool:
            assert set(pool.map(sign_up, names)) == {"U000001", "unit-name-taken"}


class TestTries:
    def test_of_tries_at_once_each_counts(self, store: Store) -> None:
        start = Barrier(4)

        def fail(_: int) -> None:
            start.wait()
            with store.writing() as work:
                work.tries.failed("zhangsan")

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(fail, range(4)))
        with store.reading() as work:
            assert work.tries.of(" ZHANGSAN ").failures == 4

    def test_made_up_names_do_not_fill_the_table(self, store: Store, clock: FixedClock) -> None:
        with store.writing() as work:
            for number in range(20):
                work.tries.failed(f"nobody-{number}")
        clock.advance(timedelta(days=3))
        with store.writing() as work:
            work.tries.failed("nobody-again")
            count = work.connection.exec_driver_sql("SELECT count(*) FROM sign_in_tries")
            assert count.scalar_one() == 1
