"""Menus by role: set once, shown to staff while they are signed in, whatever fails or is cut off between."""

import pytest

from handlers.wechat.account import until_done
from handlers.wechat.menu import STAFF_MENUS
from rules.roles import Role
from store.people import PersonId
from store.sessions import SessionKind
from store.unit import Store
from tests.bot.fakes import QUICK
from tests.handlers.wechat.conftest import Office, serving
from tests.standins.wechat import APP_ID, Follower, WechatPlatform
from tests.store import office as people

PASSWORD = "correct-horse-2026"
STATION, EXAMINER = "考务通考试站", "考务通考评员"


@pytest.fixture
def alice(office: Office) -> Follower:
    office.loop.run(office.account.set_menus())
    return office.platform.follower("alice")


def address(follower: Follower) -> str:
    return f"{APP_ID}:{follower.openid}"


def holder(store: Store, *roles: Role, serial: int = 1) -> PersonId:
    person = people.sign_up(store, serial)
    with store.writing() as work:
        people.furnish(work)
        work.people.set_password(person, QUICK.hash(PASSWORD))
        for role in roles:
            work.people.appoint(person, role, people.STATION.code)
    return person


def bind(office: Office, follower: Follower, person: PersonId) -> None:
    """As after a sign-in in this chat."""
    with office.store.writing() as work:
        session, _ = work.sessions.open(person, SessionKind.CHAT)
        work.chats.bind("wechat", address(follower), person, session)


def sign_in(office: Office, follower: Follower, serial: int = 1) -> None:
    office.tap(follower, "/login")
    office.say(follower, f"student-{serial}")
    office.say(follower, PASSWORD)


def follow(office: Office) -> None:
    office.loop.run(office.account.follow_roles())


def keys(office: Office, follower: Follower) -> set[str]:
    """What the menu below this follower's chat opens."""
    menu = office.platform.menus.shown_to(follower.openid)
    assert menu
    return {one["key"] for column in menu["button"] for one in column["sub_button"]}


def tags(office: Office, follower: Follower) -> set[str]:
    return office.platform.menus.names_of(follower.openid)


class Killed(Exception):
    """In the place of a kill."""


def killed_at(office: Office, step: str) -> None:
    """Put tags into effect until that step, which is not taken."""

    async def killed(*_: object) -> None:
        raise Killed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(office.account._menus._memory, step, killed)
        with pytest.raises(Killed):
            follow(office)


def follow_in_next_process(office: Office) -> None:
    with serving(office.store, office.platform, office.loop, "next") as restarted:
        office.loop.run(restarted.account.set_menus())
        follow(restarted)


class TestSetting:
    def test_there_is_a_menu_for_each_kind_of_staff(self, office: Office, alice: Follower) -> None:
        menus = office.platform.menus
        assert len(menus.conditional) == len(menus.tags) == len(STAFF_MENUS)
        assert {int(one["matchrule"]["tag_id"]) for one in menus.conditional} == set(menus.tags)
        assert menus.shown_to(alice.openid) == menus.default

    def test_a_restart_changes_nothing(self, office: Office, alice: Follower) -> None:
        before = office.platform.calls.copy()
        with serving(office.store, office.platform, office.loop, "next") as restarted:
            office.loop.run(restarted.account.set_menus())
        done = office.platform.calls - before
        assert set(done) == {"menu/get", "tags/get"}

    def test_what_is_out_of_date_is_replaced_and_what_is_strange_taken_away(
        self, office: Office, alice: Follower
    ) -> None:
        menus = office.platform.menus
        old, twice = menus.conditional[0], menus.conditional[1]
        old["button"] = old["button"][:1]
        menus.conditional.append(twice | {"menuid": 7})
        assert menus.default
        menus.default["button"] = menus.default["button"][:1]
        office.loop.run(office.account.set_menus())
        assert len(menus.default["button"]) == 3
        assert len(menus.conditional) == len(STAFF_MENUS)
        assert {len(one["button"]) for one in menus.conditional} == {3}

    @pytest.mark.parametrize(
        "call", ["menu/get", "menu/create", "tags/get", "tags/create", "menu/addconditional"]
    )
    def test_a_failure_on_the_way_is_made_up_for(self, office: Office, call: str) -> None:
        office.platform.failing[call] = [-1, 45009]
        office.loop.run(until_done(office.account.set_menus, pause=0))
        assert len(office.platform.menus.conditional) == len(STAFF_MENUS)
        assert len(office.platform.menus.tags) == len(STAFF_MENUS)

    def test_an_account_without_the_right_keeps_the_one_menu(self, office: Office) -> None:
        office.platform.failing["tags/get"] = [48001]
        office.loop.run(office.account.set_menus())
        follow(office)
        assert office.platform.menus.default
        assert office.platform.menus.conditional == []


class TestStaff:
    def test_signing_in_brings_the_menu_of_the_post_and_signing_out_takes_it(
        self, office: Office, alice: Follower
    ) -> None:
        holder(office.store, Role.STATION_OFFICER)
        sign_in(office, alice)
        follow(office)
        assert tags(office, alice) == {STATION}
        assert {"/registration_review", "/scores", "/logout"} <= keys(office, alice)
        office.tap(alice, "/logout")
        follow(office)
        assert tags(office, alice) == set()
        assert "/registration" in keys(office, alice)

    def test_candidates_and_guests_carry_nothing(self, office: Office, alice: Follower) -> None:
        holder(office.store)
        sign_in(office, alice)
        office.say(office.platform.follower("guest"), "菜单")
        before = office.platform.calls.copy()
        follow(office)
        assert office.platform.calls == before

    def test_whoever_changes_posts_changes_menus(self, office: Office, alice: Follower) -> None:
        person = holder(office.store, Role.EXAMINER)
        bind(office, alice, person)
        follow(office)
        assert tags(office, alice) == {EXAMINER}
        with office.store.writing() as work:
            work.people.appoint(person, Role.STATION_HEAD, people.STATION.code)
        follow(office)
        assert tags(office, alice) == {STATION}

    def test_a_session_ended_elsewhere_takes_the_menu(
        self, office: Office, alice: Follower
    ) -> None:
        person = holder(office.store, Role.EXAMINER)
        bind(office, alice, person)
        follow(office)
        with office.store.writing() as work:
            work.sessions.void_all(person)
        follow(office)
        assert tags(office, alice) == set()

    def test_nothing_is_told_twice(self, office: Office, alice: Follower) -> None:
        bind(office, alice, holder(office.store, Role.EXAMINER))
        follow(office)
        before = office.platform.calls.copy()
        follow(office)
        assert office.platform.calls == before

    def test_many_go_in_lists_wechat_takes(self, office: Office, alice: Follower) -> None:
        person = holder(office.store, Role.EXAMINER)
        many = [office.platform.follower(f"e{number}") for number in range(120)]
        for one in many:
            bind(office, one, person)
        follow(office)
        assert all(tags(office, one) == {EXAMINER} for one in many)
        assert office.platform.calls["tags/members/batchtagging"] == 3

    def test_one_who_left_unnoticed_keeps_nobody_else_from_the_menu(
        self, office: Office, alice: Follower
    ) -> None:
        person = holder(office.store, Role.EXAMINER)
        gone = office.platform.follower("gone")
        for one in (alice, gone):
            bind(office, one, person)
        gone.follows = False
        follow(office)
        assert tags(office, alice) == {EXAMINER}
        before = office.platform.calls["tags/members/batchtagging"]
        follow(office)
        assert office.platform.calls["tags/members/batchtagging"] == before

    @pytest.mark.parametrize("noticed", [True, False])
    def test_who_unfollows_and_returns_has_the_menu_again(
        self, office: Office, alice: Follower, *, noticed: bool
    ) -> None:
        bind(office, alice, holder(office.store, Role.EXAMINER))
        follow(office)
        alice.follows = False
        office.deliver(alice, "event", Event="unsubscribe")
        if noticed:
            follow(office)
        alice.follows = True
        office.deliver(alice, "event", Event="subscribe")
        follow(office)
        assert tags(office, alice) == {EXAMINER}


class TestFailures:
    @pytest.fixture
    def examiner(self, office: Office, alice: Follower) -> Follower:
        bind(office, alice, holder(office.store, Role.EXAMINER))
        return alice

    def log_out(self, office: Office, follower: Follower) -> None:
        office.tap(follower, "/logout")

    def test_a_network_that_fails_is_asked_again(self, office: Office, examiner: Follower) -> None:
        for call in ("batchtagging", "batchuntagging"):
            office.platform.failing[f"tags/members/{call}"] = [-1, -1]
        office.loop.run(until_done(office.account.follow_roles, pause=0))
        assert tags(office, examiner) == {EXAMINER}
        self.log_out(office, examiner)
        office.loop.run(until_done(office.account.follow_roles, pause=0))
        assert tags(office, examiner) == set()

    @pytest.mark.parametrize("signs_out", [True, False])
    @pytest.mark.parametrize("step", ["begin_tag", "tag_stands"])
    def test_a_kill_while_a_tag_is_put_on_is_made_up_for(
        self, office: Office, examiner: Follower, step: str, *, signs_out: bool
    ) -> None:
        killed_at(office, step)
        if signs_out:
            self.log_out(office, examiner)
        follow_in_next_process(office)
        assert tags(office, examiner) == (set() if signs_out else {EXAMINER})

    @pytest.mark.parametrize("returns", [True, False])
    @pytest.mark.parametrize("step", ["doubt_tag", "end_tag"])
    def test_a_kill_while_a_tag_is_taken_off_is_made_up_for(
        self, office: Office, examiner: Follower, step: str, *, returns: bool
    ) -> None:
        follow(office)
        self.log_out(office, examiner)
        killed_at(office, step)
        if returns:
            sign_in(office, examiner)
        follow_in_next_process(office)
        assert tags(office, examiner) == ({EXAMINER} if returns else set())

    def test_a_tag_deleted_in_the_console_is_made_again(
        self, office: Office, examiner: Follower, platform: WechatPlatform
    ) -> None:
        follow(office)
        (tag,) = (one for one, name in platform.menus.tags.items() if name == EXAMINER)
        platform.menus.delete_tag(tag)
        bind(office, platform.follower("next"), holder(office.store, Role.EXAMINER, serial=2))
        follow(office)
        follow(office)
        assert tags(office, examiner) == {EXAMINER}
        assert "/score_confirmation" in keys(office, examiner)
        assert len(platform.menus.conditional) == len(STAFF_MENUS)

    def test_what_wechat_refuses_for_one_is_not_asked_for_ever(
        self, office: Office, examiner: Follower, platform: WechatPlatform
    ) -> None:
        platform.menus.carried[examiner.openid] = set(range(1000, 1020))
        follow(office)
        before = platform.calls.copy()
        follow(office)
        assert platform.calls == before

    def test_an_erased_person_leaves_no_tag(self, office: Office, examiner: Follower) -> None:
        follow(office)
        with office.store.writing() as work:
            chat = work.chats.find("wechat", address(examiner))
            assert chat
            assert chat.person
            work.people.erase(chat.person)
        follow(office)
        assert tags(office, examiner) == set()
