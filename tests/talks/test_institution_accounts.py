"""Institutions' accounts: the first login, lock-out, sign-up of a unit, staff, officers, recovery by mail (R1.8)."""

import re
from datetime import timedelta

import pytest

from bot.press import Press
from conversations.engine.messages import Paper, SecretRead
from conversations.incoming import Incoming, PasswordWork, SessionUnknown
from rules.roles import Role
from store.institutions import Institution, InstitutionKind
from store.people import PersonId
from store.seed import MANAGEMENT_STATION, seed
from store.sessions import SessionKind
from store.unit import Store
from tests.conftest import both_databases
from tests.fakes import FixedClock
from tests.talk import KEYS, Talker
from tests.talks.test_accounts import NUMBER, PASSWORD, signed_up

NAME, CODE = "机械行业职业能力评价职教267考试站", "49284267"
OTHER_NAME, OTHER_CODE = "机械行业职业能力评价职教299考试站", "49284299"
OWN = "our-own-0417-lathe"


@pytest.fixture(autouse=True)
def institutions(store: Store) -> None:
    with store.writing() as work:
        seed(work)


def arrived(store: Store, user_name: str = NAME, password: str = CODE) -> Talker:
    device = Talker(store)
    device.say("登录")
    device.say(user_name)
    device.say(password)
    return device


def station(store: Store) -> Talker:
    """A station's account after its first login."""
    device = arrived(store)
    device.tap("/change_password")
    device.say(OWN)
    return device


def officer(
    store: Store, role: Role = Role.MANAGEMENT_OFFICER, code: str = MANAGEMENT_STATION
) -> Talker:
    with store.writing() as work:
        person = work.people.hold_account(
            work.people.add_guest().id, "孙丽华", f"officer-{role}"
        ).id
        work.people.appoint(person, role, code)
        _, token = work.sessions.open(person, SessionKind.BEARER)
    return Talker(store, token=token)


def person_of(store: Store, user_name: str) -> PersonId:
    with store.reading() as work:
        found = work.people.find_by_user_name(user_name)
        assert found is not None
        return found.id


def audited(store: Store, subject: str) -> list[str]:
    with store.reading() as work:
        return [entry.act for entry in work.audit.of(subject)]


def given(text: str) -> str:
    """The first password in a reply."""
    return re.findall(r"[a-z]{4}-[a-z]{4}-[a-z]{4}-\d\d", text)[0]


class TestFirstLogin:
    @both_databases
    def test_a_station_signs_in_with_its_name_and_code_and_can_do_nothing_before_it_has_a_password(
        self, store: Store
    ) -> None:
        device = arrived(store, " 机械行业职业能力评价 职教２６７考试站")
        assert "首次密码" in device.last.text
        assert device.values == ["/change_password", "/logout"]
        assert "首次密码" in device.say("人员账户").text
        assert "首次密码" in device.tap("/my_data").text
        device.say("菜单")
        assert set(device.values) == {"/change_password", "/language", "/logout"}
        device.tap("/change_password")
        assert device.box == "new_password"
        device.say(CODE)
        assert device.error == "password-is-code"
        device.say(OWN)
        assert "密码改好了" in device.last.text
        assert device.values == ["/staff reserve", "/todo", "/menu"]
        device.tap("/menu accounts")
        assert "/staff" in device.values

    def test_the_code_opens_nothing_any_more_afterwards(self, store: Store) -> None:
        station(store)
        assert arrived(store).error == "password-wrong"
        assert f"{NAME}，已登录" in arrived(store, password=OWN).last.text

    @both_databases
    def test_a_second_device_waiting_with_the_code_does_not_slip_in(self, store: Store) -> None:
        late = Talker(store)
        late.say("登录")
        late.say(NAME)
        key = f"m{next(KEYS)}"
        checked = late.intake.receive(Incoming(key, late.token, "web", text=CODE))
        assert isinstance(checked, PasswordWork)
        assert checked.fits_first
        station(store)
        read = SecretRead(store.clock.machine_now(), verified=True, first=True)
        late.send(Incoming(key, late.token, "web", secret=read))
        assert "用户名或密码不对" in late.last.text
        assert late.say("菜单").text.startswith("这里是考务通")

    def test_the_management_station_is_told_who_came_first(self, store: Store) -> None:
        boss = officer(store)
        station(store)
        arrived(store, password=OWN)
        with store.reading() as work:
            said = [
                m.body
                for m in work.messages.after(person_of(store, "officer-management_officer"), 0, 9)
            ]
        assert [b["text"] for b in said] == [
            f"{NAME}刚刚用单位编码第一次登录。如果不是这家考试站，请马上停用账户。"
        ]
        assert said[0]["options"][0]["value"] == f"/accounts {CODE}"
        assert boss.say("1").text.startswith("这个账户")

    def test_officers_bodies_are_not_opened_by_a_printed_code(self, store: Store) -> None:
        with store.reading() as work:
            name = work.institutions.get(MANAGEMENT_STATION).name
        assert arrived(store, name, MANAGEMENT_STATION).error == "password-wrong"

    def test_a_part_of_a_name_offers_institutions_to_choose_from(self, store: Store) -> None:
        device = Talker(store)
        device.say("登录")
        device.say("267")
        assert device.box == "institution"
        assert device.values == [CODE, "-"]
        device.say("1")
        device.say(CODE)
        assert f"{NAME}，已登录" in device.last.text

    def test_at_most_five_are_offered_and_none_of_them_may_be_meant(self, store: Store) -> None:
        signed_up(store, user="考试")
        device = Talker(store)
        device.say("登录")
        device.say("考试站")
        assert len(device.values) == 6
        device.tap("-")
        assert device.box == "password"
        known = Talker(store)
        known.say("登录")
        known.say("考试")
        assert known.box == "password", "somebody's user name is never taken for a part of a name"

    def test_nobody_takes_an_institutions_name_as_user_name(self, store: Store) -> None:
        guest = Talker(store)
        guest.tap("/sign_up")
        for answer in ("是", "张三", NUMBER, NAME):
            guest.say(answer)
        assert (guest.box, guest.error) == ("user_name", "user-name-taken")

    def test_a_draft_in_front_takes_no_answer_before_the_password_is_changed(
        self, store: Store
    ) -> None:
        device = station(store)
        device.tap("/staff add")
        assert device.box == "role"
        boss = officer(store, Role.CENTRE_OFFICER, "CENTRE")
        boss.tap(f"/accounts {CODE} reset")
        boss.say("是")
        back = arrived(store, password=given(boss.last.text))
        for said in ("副站长", "王志强", "wangzq"):
            back.say(said)
            assert back.box is None
        assert "首次密码" in back.say("继续").text
        with store.reading() as work:
            assert len(work.accounts.at(CODE)) == 1


class TestLockOut:
    def failing(self, store: Store, user_name: str, times: int) -> Talker:
        for _ in range(times):
            device = arrived(store, user_name, "wrong")
        return device

    @pytest.mark.parametrize("user_name", ["zhangsan", NAME, "nobody-at-all"])
    def test_it_counts_on_all_devices_doubles_and_answers_alike_for_unknown_names(
        self, store: Store, clock: FixedClock, user_name: str
    ) -> None:
        signed_up(store)
        assert self.failing(store, user_name, 5).error == "password-wrong"
        for wait in (15, 30, 60):
            locked = arrived(store, user_name, "wrong")
            assert locked.error == "too-many-tries"
            assert f"{wait} 分钟" in locked.last.text
            clock.advance(timedelta(minutes=wait, seconds=-1))
            assert arrived(store, user_name, "wrong").error == "too-many-tries"
            clock.advance(timedelta(seconds=1))
            self.failing(store, user_name, 5)

    def test_the_right_password_does_not_open_it_meanwhile_and_the_owner_is_told(
        self, store: Store
    ) -> None:
        owner = signed_up(store)
        self.failing(store, "zhangsan", 5)
        assert arrived(store, "zhangsan", PASSWORD).error == "too-many-tries"
        assert "15 分钟内谁也不能登录" in owner_told(store, "zhangsan")
        assert owner.say("菜单").text.startswith("张三"), "devices signed in stay so"

    def test_a_right_password_wipes_the_slate(self, store: Store, clock: FixedClock) -> None:
        signed_up(store)
        self.failing(store, "zhangsan", 4)
        arrived(store, "zhangsan", PASSWORD)
        assert self.failing(store, "zhangsan", 4).error == "password-wrong"
        assert "已登录" in arrived(store, "zhangsan", PASSWORD).last.text

    def test_logins_and_refused_logins_are_audited(self, store: Store) -> None:
        signed_up(store)
        self.failing(store, "zhangsan", 5)
        arrived(store, "zhangsan", PASSWORD)
        person = person_of(store, "zhangsan")
        acts = audited(store, f"person:{person}")
        assert acts == ["signed-up", *["log-in-refused"] * 5, "refused"]

    def test_one_slow_check_whoever_it_is(self, store: Store) -> None:
        signed_up(store)
        station(store)
        for user_name in ("zhangsan", NAME, OTHER_NAME, "nobody"):
            device = Talker(store)
            device.say("登录")
            device.say(user_name)
            work = device.intake.receive(Incoming("one", device.token, "web", text="wrong"))
            assert isinstance(work, PasswordWork)
            assert (work.check, work.fits_first, work.pause_s) == (True, False, 0)


def owner_told(store: Store, user_name: str) -> str:
    with store.reading() as work:
        last = work.messages.last_said(person_of(store, user_name))
    assert last is not None
    return str(last["text"])


UNIT = "常州市工贸高级技工学校新校区"


def unit(store: Store, name: str = UNIT) -> Talker:
    device = Talker(store)
    device.tap("/unit_sign_up")
    for answer in ("是", name, "周建平", "zhou@example.com", "0519-85551234", "提交", OWN):
        device.say(answer)
    return device


class TestUnitSignUp:
    @both_databases
    def test_a_unit_signs_up_and_files_at_the_only_second_tier_there_is(self, store: Store) -> None:
        device = unit(store)
        assert "单位编号 U000001" in device.last.text
        with store.reading() as work:
            applicant = work.institutions.get("U000001")
            account = work.accounts.main("U000001")
        assert (applicant.kind, applicant.parent_code) == (
            InstitutionKind.APPLICANT,
            MANAGEMENT_STATION,
        )
        assert account is not None
        assert (account.contact, account.email) == ("周建平", "zhou@example.com")
        assert f"{UNIT}，已登录" in arrived(store, UNIT, OWN).last.text

    def test_with_several_bodies_of_the_second_tier_it_is_asked_where(self, store: Store) -> None:
        with store.writing() as work:
            base = Institution(
                code="49286000",
                name="新疆实训基地",
                kind=InstitutionKind.SECOND_TIER,
                parent_code="CENTRE",
            )
            work.institutions.put(base)
        device = Talker(store)
        device.tap("/unit_sign_up")
        device.say("是")
        device.say(UNIT)
        assert device.box == "filed_at"
        device.say("新疆实训基地")
        assert device.box == "contact"

    @pytest.mark.parametrize("name", [NAME, "机械行业 职业能力评价职教２６７考试站", UNIT])
    def test_a_name_there_is_already_is_refused_helpfully(self, store: Store, name: str) -> None:
        unit(store)
        second = Talker(store)
        second.tap("/unit_sign_up")
        second.say("是")
        second.say(name)
        assert (second.box, second.error) == ("name", "unit-name-taken")
        assert "找回密码" in second.last.text

    def test_an_address_that_is_none_is_refused(self, store: Store) -> None:
        device = Talker(store)
        device.tap("/unit_sign_up")
        for answer in ("是", UNIT, "周建平", "zhou@example"):
            device.say(answer)
        assert (device.box, device.error) == ("email", "email-form")

    def test_its_contact_stands_nowhere_in_history(self, store: Store) -> None:
        unit(store)
        with store.reading() as work:
            found = work.people.find_by_user_name(UNIT)
            assert found is not None
            said = str([m.body for m in work.messages.after(found.id, 0, 200)])
        assert "zhou@example.com" not in said
        assert OWN not in said


class TestStaff:
    @both_databases
    def test_the_head_adds_a_colleague_who_changes_the_first_password(self, store: Store) -> None:
        head = station(store)
        head.tap("/staff add")
        for answer in ("副站长", "王志强", "wangzq"):
            head.say(answer)
        password = given(head.last.text)
        colleague = arrived(store, "wangzq", password)
        assert "首次密码" in colleague.last.text
        colleague.tap("/change_password")
        colleague.say("mine-alone-2026")
        assert "王志强" in colleague.say("菜单").text
        assert "/staff" not in colleague.values, "a deputy gives out no accounts"
        assert "专职管理员（1 名）" in head.tap("/staff see").text

    def test_the_password_is_shown_once_and_kept_nowhere(self, store: Store) -> None:
        head = station(store)
        head.tap("/staff add")
        for answer in ("副站长", "王志强", "wangzq"):
            head.say(answer)
        password = given(head.last.text)
        with store.reading() as work:
            found = work.people.find_by_user_name(NAME)
            assert found is not None
            assert password not in str([m.body for m in work.messages.after(found.id, 0, 200)])

    def test_a_colleague_removed_is_out_at_once(self, store: Store) -> None:
        head = station(store)
        head.tap("/staff add")
        for answer in ("副站长", "王志强", "wangzq"):
            head.say(answer)
        colleague = arrived(store, "wangzq", given(head.last.text))
        head.tap("/staff remove")
        head.say("1")
        head.say("否")
        assert head.error == "not-done"
        head.say("是")
        assert "已停用" in head.last.text
        with pytest.raises(SessionUnknown):
            colleague.say("菜单")

    def test_a_taken_user_name_is_refused(self, store: Store) -> None:
        signed_up(store)
        head = station(store)
        head.tap("/staff add")
        for answer in ("副站长", "王志强", "zhangsan"):
            head.say(answer)
        assert (head.box, head.error) == ("user_name", "user-name-taken")

    def test_another_stations_colleague_cannot_be_named(self, store: Store) -> None:
        station(store)
        other = arrived(store, OTHER_NAME, OTHER_CODE)
        other.tap("/change_password")
        other.say(OWN)
        for head, user_name in ((other, "theirs"), (arrived(store, password=OWN), "wangzq")):
            head.tap("/staff add")
            for answer in ("副站长", "王志强", user_name):
                head.say(answer)
        head.tap("/staff reset")
        head.tap(str(person_of(store, "theirs")))
        assert (head.box, head.error) == ("colleague", "choice-unknown")

    def test_staff_see_and_take_along_what_is_kept_of_them(self, store: Store) -> None:
        head = station(store)
        head.say("我的信息")
        assert NAME in head.tap("see").text
        head.tap("/my_data")
        head.tap("export")
        (paper,) = head.last.files
        assert isinstance(paper, Paper)
        sheet = Press(store).collect(paper, person_of(store, NAME))
        assert CODE in sheet.content

    def test_the_account_of_an_institution_is_not_erased_by_its_holder(self, store: Store) -> None:
        head = station(store)
        head.tap("/my_data")
        head.tap("erase")
        assert "不能自己删除" in head.say("是").text
        assert "已登录" in arrived(store, password=OWN).last.text


class TestOfficers:
    def test_reset_gives_a_first_password_once_and_signs_everybody_out(self, store: Store) -> None:
        device, boss = station(store), officer(store)
        boss.tap("/accounts")
        for answer in ("267", "重置密码", "是"):
            boss.say(answer)
        password = given(boss.last.text)
        with pytest.raises(SessionUnknown):
            device.say("菜单")
        assert arrived(store, password=OWN).error == "password-wrong"
        assert "首次密码" in arrived(store, password=password).last.text

    def test_a_first_password_does_not_last_for_ever(self, store: Store, clock: FixedClock) -> None:
        boss = officer(store)
        boss.tap(f"/accounts {CODE} open")
        password = given(boss.last.text)
        assert arrived(store).error == "password-wrong", "the code counts no more"
        clock.advance(timedelta(days=31))
        assert arrived(store, password=password).error == "password-wrong"

    def test_lock_and_unlock(self, store: Store) -> None:
        device, boss = station(store), officer(store)
        boss.tap(f"/accounts {CODE} lock")
        boss.say("是")
        with pytest.raises(SessionUnknown):
            device.say("菜单")
        assert "已被上级机构停用" in arrived(store, password=OWN).last.text
        boss.tap(f"/accounts {CODE} unlock")
        assert "已登录" in arrived(store, password=OWN).last.text

    def test_a_station_never_opened_can_be_locked_against_its_printed_code(
        self, store: Store
    ) -> None:
        boss = officer(store)
        boss.tap(f"/accounts {CODE} lock")
        boss.say("是")
        assert arrived(store).error == "password-wrong"

    def test_hand_over_names_a_new_contact_and_the_old_password_is_void(self, store: Store) -> None:
        station(store)
        boss = officer(store)
        boss.tap(f"/accounts {CODE} hand_over")
        for answer in ("李新", "li@example.com", "13812345678", "是"):
            boss.say(answer)
        assert given(boss.last.text)
        assert arrived(store, password=OWN).error == "password-wrong"
        shown = boss.tap(f"/accounts {CODE} see").text
        assert "李新" in shown
        assert "li***@example.com" in shown
        assert [option.label for option in boss.last.options][:2] == ["办理这个账户", "账户"]

    def test_the_region_lets_the_branch_see_the_station(self, store: Store) -> None:
        boss = officer(store)
        boss.tap(f"/accounts {CODE} region")
        boss.say("jiangsu")
        with store.reading() as work:
            assert work.institutions.get(CODE).region == "江苏省"

    def test_an_officer_of_another_body_is_refused_and_the_try_is_noted(self, store: Store) -> None:
        with store.writing() as work:
            base = Institution(
                code="49286000",
                name="新疆实训基地",
                kind=InstitutionKind.SECOND_TIER,
                parent_code="CENTRE",
            )
            work.institutions.put(base)
        other = officer(store, code="49286000")
        other.tap(f"/accounts {CODE} reset")
        assert other.box == "institution"
        assert "refused" in audited(store, f"institution:{CODE}")

    def test_nobody_manages_the_account_of_their_own_institution(self, store: Store) -> None:
        boss = officer(store)
        boss.tap(f"/accounts {MANAGEMENT_STATION} lock")
        assert boss.box == "institution"
        assert "refused" in audited(store, f"institution:{MANAGEMENT_STATION}")

    def test_a_form_of_other_roles_is_refused_and_noted(self, store: Store) -> None:
        head = station(store)
        assert "不在这个账户的权限里" in head.tap("/accounts").text
        assert "refused" in audited(store, "form:accounts")


class TestRecoveryByMail:
    def asked(self, store: Store, name: str) -> Talker:
        device = Talker(store)
        device.say("找回密码")
        device.say(name)
        device.tap("send")
        return device

    def mailed(self, store: Store) -> list[str]:
        with store.writing() as work:
            return [mail.body for mail in work.mails.claim(10, timedelta(0))]

    @both_databases
    def test_a_code_is_mailed_to_the_reserved_address_and_opens_the_account(
        self, store: Store
    ) -> None:
        unit(store)
        device = self.asked(store, UNIT)
        (body,) = self.mailed(store)
        code = re.findall(r"\d{8}", body)[0]
        device.say("1")
        device.tap("have")
        device.say(code)
        device.say("another-0418-lathe")
        assert "密码已重设" in device.last.text
        assert "已登录" in arrived(store, UNIT, "another-0418-lathe").last.text

    def test_it_answers_alike_whether_or_not_there_is_such_an_account(self, store: Store) -> None:
        unit(store)
        texts = {self.asked(store, name).last.text for name in (UNIT, NAME, "南京没有这个学校")}
        assert len(texts) == 1
        assert len(self.mailed(store)) == 1

    def test_nobodys_letter_box_is_filled_by_others(self, store: Store) -> None:
        unit(store)
        asked = [self.asked(store, UNIT) for _ in range(5)]
        assert asked[-1].last.text != asked[0].last.text
        assert len(self.mailed(store)) == 3

    def test_a_code_of_another_unit_opens_nothing(self, store: Store) -> None:
        unit(store)
        unit(store, "无锡机电高等职业技术学校")
        self.asked(store, UNIT)
        (body,) = self.mailed(store)
        device = Talker(store)
        device.say("找回密码")
        device.say("无锡机电高等职业技术学校")
        device.tap("have")
        device.say(re.findall(r"\d{8}", body)[0])
        device.say("another-0418-lathe")
        assert "找回码不对" in device.last.text

    def test_a_station_hands_no_code_to_who_holds_a_post_elsewhere(self, store: Store) -> None:
        signed_up(store)
        with store.writing() as work:
            found = work.people.find_by_user_name("zhangsan")
            assert found is not None
            work.people.appoint(found.id, Role.CENTRE_OFFICER, "CENTRE")
        head = station(store)
        head.tap("/recovery_code")
        for answer in ("张三", NUMBER, "是"):
            head.say(answer)
        assert "不在这个账户名下" in head.last.text


class TestDevices:
    def test_another_device_is_signed_out_from_afar(self, store: Store) -> None:
        here = station(store)
        there = arrived(store, password=OWN)
        here.tap("/devices")
        assert len(here.values) == 2
        here.say("1")
        assert "已退出 1 台" in here.last.text
        with pytest.raises(SessionUnknown):
            there.say("菜单")
        assert NAME in here.say("菜单").text

    def test_somebody_elses_session_is_no_option(self, store: Store) -> None:
        signed_up(store)
        with store.reading() as work:
            (theirs,) = work.sessions.of(person_of(store, "zhangsan"))
        here = station(store)
        assert "只在这一台设备上登录" in here.tap("/devices").text
        arrived(store, password=OWN)
        here.tap("/devices")
        here.tap(str(theirs.id))
        assert here.error == "choice-unknown"
