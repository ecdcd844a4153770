"""Accounts as people meet them: signing up, logging in on another device, passwords, one's own data."""

from datetime import date, timedelta

import pytest

from conversations.incoming import Incoming
from rules.roles import Role
from store.unit import Store
from tests.conftest import both_databases
from tests.fakes import FixedClock
from tests.people import id_number
from tests.talk import Talker

NUMBER = id_number(date(2008, 5, 4))
PASSWORD = "wuxi-0417-lathe"


def signed_up(
    store: Store, name: str = "张三", number: str = NUMBER, user: str = "zhangsan"
) -> Talker:
    guest = Talker(store)
    guest.tap("/sign_up")
    for answer in ("是", name, number, user, "提交", PASSWORD):
        guest.say(answer)
    return guest


def logged_in(store: Store, user: str = "zhangsan", password: str = PASSWORD) -> Talker:
    device = Talker(store)
    device.say("登录")
    device.say(user)
    device.say(password)
    return device


def test_a_guest_signs_up_and_the_session_is_replaced(store: Store) -> None:
    guest = Talker(store)
    before = guest.token
    guest.tap("/sign_up")
    guest.say("否")
    assert guest.error == "consent-needed"
    guest.say("是")
    guest.say("古丽娜尔•买买提")
    guest.say(NUMBER.lower())
    guest.say("guli")
    assert guest.box == "review"
    assert "古丽娜尔·买买提" in guest.last.text
    assert NUMBER not in guest.last.text
    guest.tap("submit")
    assert guest.box == "password"
    guest.say("12345678")
    assert guest.error == "password-too-simple"
    guest.say(PASSWORD)
    assert "guli" in guest.last.text
    assert guest.token != before
    assert "古丽娜尔·买买提" in guest.say("菜单").text


def test_the_password_stands_nowhere_in_history(store: Store) -> None:
    person = signed_up(store)
    with store.reading() as work:
        found = work.people.find_by_user_name("ZhangSan")
        assert found is not None
        said = str([m.body for m in work.messages.after(found.id, 0, 200)])
    assert PASSWORD not in said
    assert NUMBER not in said
    assert person.token


def test_the_full_number_is_shown_once_and_kept_masked(store: Store) -> None:
    guest = Talker(store)
    guest.tap("/sign_up")
    for answer in ("是", "张三", NUMBER, "zhangsan"):
        guest.say(answer)
    guest.tap("reveal")
    assert NUMBER in guest.last.text
    assert NUMBER not in guest.say("帮助").text


def test_a_taken_user_name_is_refused_at_its_box(store: Store) -> None:
    signed_up(store)
    other = Talker(store)
    other.tap("/sign_up")
    for answer in ("是", "李四", id_number(date(2007, 1, 1)), "ZHANGSAN"):
        other.say(answer)
    assert (other.box, other.error) == ("user_name", "user-name-taken")


def test_a_known_number_binds_nothing_and_its_owner_is_told(store: Store) -> None:
    owner = signed_up(store)
    thief = signed_up(store, name="李四", user="lisi")
    assert "没有注册成功" in thief.last.text
    assert "zhangsan" not in thief.last.text
    with store.reading() as work:
        found = work.people.find_by_user_name("zhangsan")
        assert found is not None
        last = work.messages.last_said(found.id)
        assert work.people.find_by_user_name("lisi") is None
    assert last is not None
    assert "有人用你的身份证号注册" in last["text"]
    assert owner.say("菜单").text.startswith("张三")


@both_databases
def test_log_in_on_another_device_and_the_guests_form_goes_along(store: Store) -> None:
    signed_up(store)
    device = Talker(store)
    device.say("登录")
    device.say("zhangsan")
    device.say("wrong-password")
    assert device.error == "password-wrong"
    device.say(PASSWORD)
    assert "张三，已登录" in device.last.text


def test_an_unknown_name_answers_like_a_wrong_password(store: Store) -> None:
    signed_up(store)
    known, unknown = logged_in(store, password="no"), logged_in(store, user="nobody", password="no")
    assert known.last.text == unknown.last.text
    assert known.error == unknown.error == "password-wrong"


def test_from_the_password_one_goes_back_to_a_user_name_typed_wrong(store: Store) -> None:
    signed_up(store)
    device = logged_in(store, user="zhangsam")
    assert device.error == "password-wrong"
    assert device.say("返回").question.box == "user_name"
    device.say("zhangsan")
    assert "张三，已登录" in device.say(PASSWORD).text


def test_too_many_wrong_passwords_lock_the_account_for_a_while(store: Store) -> None:
    signed_up(store)
    device = Talker(store)
    device.say("登录")
    device.say("zhangsan")
    for _ in range(5):
        device.say("wrong")
    assert device.error == "password-wrong"
    device.say(PASSWORD)
    assert device.error == "too-many-tries"


def test_a_lost_reply_to_a_log_in_is_given_again_with_a_fresh_session(store: Store) -> None:
    signed_up(store)
    device = Talker(store)
    device.say("登录")
    device.say("zhangsan")
    old = device.token
    last = Incoming("the-same", old, "web", text=PASSWORD)
    device.send(last)
    first = device.token
    device.token = old
    device.send(last)
    assert device.token not in {old, first}
    assert "已登录" in device.last.text


def test_changing_the_password_logs_other_devices_out(store: Store) -> None:
    signed_up(store)
    phone, computer = logged_in(store), logged_in(store)
    phone.tap("/change_password")
    phone.say("wrong")
    assert phone.error == "password-wrong"
    phone.say(PASSWORD)
    assert phone.box == "new_password"
    phone.say("a-new-one-for-me")
    assert "密码改好了" in phone.last.text
    from conversations.incoming import SessionUnknown

    with pytest.raises(SessionUnknown):
        computer.say("菜单")
    assert "已登录" in logged_in(store, password="a-new-one-for-me").last.text


def test_the_present_password_is_asked_again_after_a_while(store: Store, clock: FixedClock) -> None:
    person = signed_up(store)
    person.tap("/change_password")
    person.say(PASSWORD)
    clock.advance(timedelta(minutes=11))
    person.say("a-new-one-for-me")
    assert (person.box, person.error) == ("password", "password-again")


def code_in(store: Store, user: str) -> str:
    with store.reading() as work:
        found = work.people.find_by_user_name(user)
        assert found is not None
        last = work.messages.last_said(found.id)
    assert last is not None
    return "".join(c for c in last["text"].split("，")[0] if c.isdigit())


@both_databases
def test_a_forgotten_password_is_recovered_with_a_code_on_another_device(store: Store) -> None:
    signed_up(store)
    device = Talker(store)
    device.say("忘了密码")
    for answer in ("张三", NUMBER, "给我发找回码"):
        device.say(answer)
    assert "如果姓名和身份证号对得上" in device.last.text
    code = code_in(store, "zhangsan")
    device.say("1")
    device.say("我已经有找回码")
    device.say("00000000")
    device.say("a-new-one-for-me")
    assert device.box == "code"
    assert "找回码不对" in device.last.text
    device.say(code)
    device.say("a-new-one-for-me")
    assert "密码已重设" in device.last.text


def test_recovery_answers_alike_for_unknown_people(store: Store) -> None:
    signed_up(store)
    texts = []
    for name in ("张三", "王五"):
        device = Talker(store)
        device.say("找回密码")
        for answer in (name, NUMBER, "send"):
            device.tap(answer) if answer == "send" else device.say(answer)
        texts.append(device.last.text)
    assert texts[0] == texts[1]


def test_a_station_hands_out_a_code_on_sight_of_the_card(store: Store) -> None:
    signed_up(store)
    clerk = signed_up(store, "周干事", id_number(date(1985, 3, 3)), "clerk")
    with store.writing() as work:
        found = work.people.find_by_user_name("clerk")
        assert found is not None
        work.people.appoint(found.id, Role.STATION_OFFICER, "49284267")
    clerk.tap("/recovery_code")
    for answer in ("张三", NUMBER, "是"):
        clerk.say(answer)
    code = "".join(c for c in clerk.last.text.split("。")[0] if c.isdigit())
    assert len(code) == 8
    device = Talker(store)
    device.say("找回密码")
    for answer in ("张三", NUMBER):
        device.say(answer)
    device.tap("have")
    device.say(code)
    device.say("a-new-one-for-me")
    assert "密码已重设" in device.last.text


def test_candidates_cannot_hand_out_codes(store: Store) -> None:
    person = signed_up(store)
    person.tap("/recovery_code")
    assert "不在这个账户的权限里" in person.last.text


def test_log_out_makes_the_device_a_guests(store: Store) -> None:
    person = signed_up(store)
    person.say("退出")
    assert "已退出" in person.last.text
    assert "这里是考务通" in person.say("菜单").text


def test_my_data_is_seen_and_erased_on_request(store: Store) -> None:
    person = signed_up(store)
    person.say("我的信息")
    person.tap("see")
    assert "110101********" in person.last.text
    person.tap("/my_data")
    (file,) = person.tap("export").files
    assert file.label == "我的信息.json"
    person.tap("/my_data")
    person.tap("erase")
    person.say("否")
    assert "什么都没有删除" in person.last.text
    person.tap("/my_data")
    person.tap("erase")
    person.say("是")
    assert "已删除" in person.last.text
    assert logged_in(store).error == "password-wrong"


@pytest.mark.parametrize("wish", ["我要报名", "怎么报名", "想报名考试"])
def test_a_guest_who_wants_to_register_is_shown_the_way_in(store: Store, wish: str) -> None:
    shown = Talker(store).say(wish)
    assert [option.value for option in shown.options] == ["/sign_up", "/login"]


@pytest.mark.parametrize(
    ("form", "ways"),
    [
        ("my_registrations", ["/sign_up", "/login"]),
        ("station_application", ["/unit_sign_up", "/login"]),
        ("registration_review", ["/login"]),
    ],
)
def test_a_guest_is_shown_the_way_that_leads_to_a_form(
    store: Store, form: str, ways: list[str]
) -> None:
    assert [option.value for option in Talker(store).tap(f"/{form}").options] == ways


def test_a_title_that_is_no_answer_opens_its_form(store: Store) -> None:
    guest = Talker(store)
    guest.tap("/sign_up")
    guest.say("是")
    guest.say("登录")
    assert guest.box == "id_number"  # two characters may be a name
    assert "用户名" in guest.say("登录").text
    assert "注册（2/5）" in [option.label for option in guest.say("继续").options]


def test_a_line_of_the_menu_is_understood_without_the_menu(store: Store) -> None:
    guest = Talker(store)
    guest.say("菜单")
    guest.tap("/language")
    guest.say("中文")
    assert "/complaint" in [option.value for option in guest.say("通知、联系、投诉").options]
