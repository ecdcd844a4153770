"""A handover link: shown to whoever fetches it, taken up once, and never opening more than one form."""

from datetime import date, timedelta

import pytest

from conversations import history, passing
from conversations.house import house
from conversations.incoming import SessionUnknown
from conversations.intake import Intake
from conversations.passing import HandoverGone, HandoverShown, SomebodySignedIn
from rules.roles import Role
from store.people import PersonId
from store.unit import Store
from tests.examiners import TIER, furnish, holder
from tests.fakes import FixedClock
from tests.people import id_number
from tests.talk import Talker, talker

PASSWORD = "wuxi-0417-lathe"
HOUSE = house("https://kaowu.example")


def signed_up(store: Store, name: str = "张小三", serial: int = 1) -> Talker:
    person = Talker(store)
    person.tap("/sign_up")
    number = id_number(date(2008, 5, 4), serial=serial)
    for answer in ("是", name, number, f"user{serial}", "提交", PASSWORD):
        person.say(answer)
    return person


def link_from(device: Talker) -> str:
    """Open a form on the device and ask for the link that carries it on."""
    device.tap("/language")
    return link_again(device)


def link_again(device: Talker) -> str:
    text = device.tap("/handover").text
    return text.partition("/handover#")[2].split()[0]


def show(store: Store, link: str, device: Talker | None = None) -> HandoverShown:
    return passing.show(store, HOUSE, link, device.token if device else None)


def redeem(store: Store, link: str, device: Talker, *, replace: bool = False) -> Talker:
    """The device as it is afterwards."""
    answer = passing.redeem(store, HOUSE, link, device.token, replace=replace, channel="web")
    device.taken(answer)
    return device


def person_of(store: Store, device: Talker) -> PersonId:
    return history.reader(store, device.token)


class TestShowing:
    def test_it_says_who_from_where_and_which_form(self, store: Store) -> None:
        shown = show(store, link_from(signed_up(store)))
        assert shown == HandoverShown("张*三", "网页", "语言（0/1）", "zh-CN", signed_in=False)

    def test_a_guest_has_no_name(self, store: Store) -> None:
        assert show(store, link_from(Talker(store))).name == ""

    def test_previews_change_nothing(self, store: Store) -> None:
        device = Talker(store)
        link = link_from(device)
        before = history.read(store, device.token, 0, 100)
        for _ in range(3):
            show(store, link)
        assert history.read(store, device.token, 0, 100) == before
        assert redeem(store, link, Talker(store)).box == "language"

    def test_it_says_when_somebody_else_is_signed_in_here(self, store: Store) -> None:
        owner, other = signed_up(store), signed_up(store, "李四", 2)
        link = link_from(owner)
        assert show(store, link, other).signed_in
        assert not show(store, link, owner).signed_in
        assert not show(store, link, Talker(store)).signed_in

    def test_an_unknown_link_is_gone(self, store: Store) -> None:
        with pytest.raises(HandoverGone):
            show(store, "guessed")


class TestRedeeming:
    def test_the_form_goes_on_where_it_stood(self, store: Store) -> None:
        desk, phone = Talker(store), Talker(store)
        desk.tap("/sign_up")
        desk.say("是")
        redeem(store, link_again(desk), phone)
        assert phone.box == "name"
        phone.say("王五")
        assert desk.say("菜单")
        assert desk.values[0].startswith("/resume")
        desk.say("1")
        assert desk.box == "id_number"

    def test_it_works_once(self, store: Store) -> None:
        link = link_from(Talker(store))
        redeem(store, link, Talker(store))
        with pytest.raises(HandoverGone):
            redeem(store, link, Talker(store))

    def test_it_works_for_ten_minutes(self, store: Store, clock: FixedClock) -> None:
        link = link_from(Talker(store))
        late = Talker(store)
        clock.advance(timedelta(minutes=10))
        with pytest.raises(HandoverGone):
            show(store, link)
        with pytest.raises(HandoverGone):
            redeem(store, link, late)

    def test_a_form_closed_meanwhile_is_gone(self, store: Store) -> None:
        device = Talker(store)
        link = link_from(device)
        device.tap("/resume")
        device.say("取消")
        with pytest.raises(HandoverGone):
            redeem(store, link, Talker(store))

    def test_a_planted_session_leads_nowhere(self, store: Store) -> None:
        planted = Talker(store)
        before = planted.token
        redeem(store, link_from(signed_up(store)), planted)
        assert planted.token != before
        with pytest.raises(SessionUnknown):
            history.reader(store, before)

    def test_a_session_that_ended_redeems_nothing(self, store: Store) -> None:
        link = link_from(Talker(store))
        with pytest.raises(SessionUnknown):
            redeem(store, link, Talker(store, token="made up"))
        assert redeem(store, link, Talker(store)).box == "language"

    def test_it_is_audited(self, store: Store) -> None:
        device = Talker(store)
        redeem(store, link_from(device), Talker(store))
        with store.reading() as work:
            (draft,) = work.drafts.open_ones(person_of(store, device))
            acts = [entry.act for entry in work.audit.of(f"draft:{draft.id}")]
        assert acts == ["handover-made", "handover-redeemed"]


class TestWhatItOpens:
    def test_nothing_but_that_form(self, store: Store) -> None:
        owner, phone = signed_up(store), Talker(store)
        redeem(store, link_from(owner), phone)
        assert "只能填这一份表" in phone.tap("/my_data").text
        assert phone.box == "language"

    def test_nothing_of_the_history_but_that_forms(self, store: Store) -> None:
        owner, phone = signed_up(store), Talker(store)
        redeem(store, link_from(owner), phone)
        seen = history.read(store, phone.token, 0, 100).messages
        whole = history.read(store, owner.token, 0, 100).messages
        assert 0 < len(seen) < len(whole)
        assert not any("张小三" in said.body.text for said in seen)

    def test_never_staff_rights(self, store: Store) -> None:
        owner, phone = signed_up(store), Talker(store)
        with store.writing() as work:
            work.people.appoint(person_of(store, owner), Role.CENTRE_OFFICER)
        redeem(store, link_from(owner), phone)
        with store.reading() as work:
            session = work.sessions.find(phone.token)
            assert session is not None
            person = work.people.get(session.person)
            assert Intake.roles(work, person, session) == {Role.CANDIDATE}

    def test_a_signed_in_person_is_not_signed_out_unasked(self, store: Store) -> None:
        owner, other = signed_up(store), signed_up(store, "李四", 2)
        link = link_from(owner)
        before = other.token
        with pytest.raises(SomebodySignedIn):
            redeem(store, link, other)
        assert person_of(store, other) != person_of(store, owner)
        redeem(store, link, other, replace=True)
        assert person_of(store, other) == person_of(store, owner)
        with pytest.raises(SessionUnknown):
            history.reader(store, before)

    def test_ones_own_other_device_keeps_what_it_may(self, store: Store) -> None:
        owner = signed_up(store)
        before = owner.token
        redeem(store, link_from(owner), owner)
        assert owner.token != before
        assert "只能填这一份表" not in owner.tap("/my_data").text

    def test_a_device_limited_to_one_form_stays_limited_with_the_next(self, store: Store) -> None:
        owner, phone = signed_up(store), Talker(store)
        redeem(store, link_from(owner), phone)
        owner.tap("/change_password")
        redeem(store, link_again(owner), phone)
        assert "只能填这一份表" in phone.tap("/my_data").text


class TestFormsOfStaff:
    """A link carries a form to the page, and no rights of staff with it."""

    def handed_over(self, store: Store) -> tuple[Talker, Talker]:
        furnish(store)
        chat = talker(store, holder(store, Role.MANAGEMENT_OFFICER, TIER.code, 40))
        chat.tap("/training_class")
        return chat, redeem(store, link_again(chat), Talker(store))

    def test_what_was_filled_in_on_the_page_is_submitted_in_the_chat(self, store: Store) -> None:
        chat, page = self.handed_over(store)
        for answer in ("考评员", "面授", "北京市", "2026-07-01", "2026-07-03", "30"):
            page.say(answer)
        assert "不能提交：请回到原来的聊天" in page.say("提交").text
        assert page.values == ["/login"]
        chat.say("继续")
        assert "培训班 PX26-001 已建立" in chat.say("提交").text

    def test_who_logs_in_there_submits_there(self, store: Store) -> None:
        chat, page = self.handed_over(store)
        page.say("考评员")
        page.tap("/login")
        assert "已退出" in page.last.text
        page.tap("/login")
        assert page.box == "user_name"
        assert chat.say("面授").question is not None
        assert chat.box == "place"

    def test_once_the_form_is_gone_the_page_leads_on(self, store: Store) -> None:
        chat, page = self.handed_over(store)
        chat.say("取消")
        page.tap("/menu")
        assert page.values == ["/login"]
        page.tap("/login")
        page.tap("/menu")
        assert "/certificate_lookup" in page.values
