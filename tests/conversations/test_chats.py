"""Chats of the networks: who speaks there, links opened there, corrections, and what is private."""

from dataclasses import replace

from conversations.house import house
from rules.roles import Role
from store.outbox import OutboxState
from store.schema import metadata
from store.unit import Store
from tests.officers import at, grown
from tests.store.tree import CENTRE
from tests.talk import Talker
from tests.talks.test_accounts import NUMBER, PASSWORD, signed_up

TELEGRAM = "telegram_aiogram"


def telegram(store: Store, chat: str = "7:77") -> Talker:
    return Talker(store, channel=TELEGRAM, chat=chat)


def rows(store: Store, table: str) -> int:
    with store.reading() as work:
        return len(work.connection.execute(metadata.tables[table].select()).all())


def test_somebody_new_in_a_chat_is_a_guest_and_stays_the_same_one(store: Store) -> None:
    chat = telegram(store)
    assert "考务通" in chat.say("你好").text
    chat.say("报名")
    first = chat.answer
    chat.say("菜单")
    assert first is not None
    assert chat.answer is not None
    assert first.person == chat.answer.person
    assert chat.answer.token is None


def test_the_same_message_of_a_network_is_answered_the_same_and_done_once(store: Store) -> None:
    chat = telegram(store)
    message = chat.message(text="条件自查")
    first = chat.send(message)
    assert chat.send(message) == first
    assert rows(store, "outbox") == 1
    assert rows(store, "people") == 1
    assert chat.answer is not None
    assert chat.answer.deliveries == ()


def test_replies_are_held_for_whoever_answered_and_stand_in_the_outbox(store: Store) -> None:
    chat = telegram(store)
    chat.say("你好")
    assert chat.answer is not None
    (held,) = chat.answer.deliveries
    with store.writing() as work:
        waiting = work.outbox.find(held.id)
        assert waiting is not None
        assert waiting.state is OutboxState.WAITING
        work.outbox.failed(held.id, "try-later", retry_in=None)


def test_behind_something_unsent_a_reply_is_left_to_the_sender(store: Store) -> None:
    chat = telegram(store)
    chat.say("你好")
    assert chat.answer is not None
    (held,) = chat.answer.deliveries
    with store.writing() as work:
        work.outbox.release(held.id)
    chat.say("菜单")
    assert chat.answer.deliveries == ()


def test_logging_in_binds_the_chat_and_logging_out_unbinds_it(store: Store) -> None:
    signed_up(store)
    chat = telegram(store)
    for said in ("登录", "zhangsan", PASSWORD):
        chat.say(said)
    assert "张三" in chat.last.text
    assert chat.answer is not None
    person = chat.answer.person
    with store.reading() as work:
        assert [c.address for c in work.chats.of(person)] == ["7:77"]
    chat.say("退出")
    with store.reading() as work:
        assert work.chats.of(person) == ()
    assert chat.answer.person != person


def test_a_new_password_logs_chats_out(store: Store) -> None:
    signed_up(store)
    chat = telegram(store)
    for said in ("登录", "zhangsan", PASSWORD):
        chat.say(said)
    assert chat.answer is not None
    person = chat.answer.person
    with store.writing() as work:
        work.sessions.void_all(person)
    with store.reading() as work:
        assert work.chats.of(person) == ()
    chat.say("我的报名")
    assert chat.answer.person != person


class TestHandover:
    def begun(self, store: Store) -> tuple[Talker, str]:
        """A sign-up begun on the page, and the token of its link."""
        page = Talker(store)
        page.tap("/sign_up")
        page.say("是")
        page.say("张三")
        assert page.say("换设备继续").text
        token = page.last.text.split("#")[1].split()[0]
        return page, token

    def test_a_link_opened_in_a_chat_goes_on_there_and_opens_nothing_else(
        self, store: Store
    ) -> None:
        _, token = self.begun(store)
        chat = telegram(store)
        chat.open(token)
        assert chat.box == "id_number"
        chat.tap("/certificate_lookup")
        assert "只能填这一份" in chat.last.text
        chat.say(NUMBER)
        assert chat.box == "user_name"

    def test_only_staff_are_handed_on_to_the_staff_bot(self, store: Store) -> None:
        links = {
            "telegram_aiogram": "https://t.me/a?start=h_",
            "telegram_ptb": "https://t.me/s?start=h_",
        }
        offered = []
        officer = at(grown(store), Role.CENTRE_OFFICER, CENTRE)
        for page in (Talker(store), officer):
            page.intake = replace(page.intake, house=house("https://kaowu.example", links))
            page.tap("/complaint")
            shown = page.tap("/handover").text
            offered.append([name for name, link in links.items() if link in shown])
        assert offered == [["telegram_aiogram"], ["telegram_aiogram", "telegram_ptb"]]

    def test_a_link_opens_once(self, store: Store) -> None:
        _, token = self.begun(store)
        telegram(store).open(token)
        other = telegram(store, "7:88")
        assert "已用过" in other.open(token).text

    def test_a_chat_of_somebody_else_is_left_alone_and_the_link_stays_good(
        self, store: Store
    ) -> None:
        signed_up(store, "李四", user="lisi")
        chat = telegram(store)
        for said in ("登录", "lisi", PASSWORD):
            chat.say(said)
        _, token = self.begun(store)
        assert "另一个人" in chat.open(token).text
        assert "李四" in chat.say("菜单").text
        assert telegram(store, "7:88").open(token).question is not None

    def test_when_the_form_is_done_the_chat_is_a_guests_again(self, store: Store) -> None:
        page, token = self.begun(store)
        chat = telegram(store)
        chat.open(token)
        page.say("取消")
        assert "考务通" in chat.say("菜单").text


class TestCorrections:
    def asked_twice(self, store: Store) -> tuple[Talker, str]:
        """A sign-up two answers on, and the key of the first."""
        chat = telegram(store)
        chat.tap("/sign_up")
        chat.say("是")
        name = chat.message(text="张二")
        chat.send(name)
        return chat, name.key

    def test_an_edited_answer_takes_the_place_of_the_old_one(self, store: Store) -> None:
        chat, name = self.asked_twice(store)
        chat.send(chat.message(text="张三", corrects=name))
        assert chat.box == "id_number"
        chat.say(NUMBER)
        chat.say("zhangsan")
        assert "张三" in chat.last.text
        assert "张二" not in chat.last.text

    def test_an_edit_of_what_is_over_changes_nothing_and_says_how(self, store: Store) -> None:
        chat, name = self.asked_twice(store)
        chat.say("取消")
        said = chat.send(chat.message(text="张三", corrects=name))
        assert "没有改动" in said.text

    def test_an_edit_of_a_message_we_never_saw_changes_nothing(self, store: Store) -> None:
        chat, _ = self.asked_twice(store)
        said = chat.send(chat.message(text="张三", corrects="never"))
        assert "没有改动" in said.text
        assert chat.box == "id_number"


class TestPrivateBoxes:
    def test_a_chat_offers_the_secure_page_for_what_is_private(self, store: Store) -> None:
        chat = telegram(store)
        chat.tap("/sign_up")
        chat.say("是")
        assert "/handover" not in chat.values
        chat.say("张三")
        assert chat.box == "id_number"
        assert "/handover" in chat.values
        assert "安全网页" in chat.last.text
        assert NUMBER not in chat.say(NUMBER).text
        assert chat.box == "user_name"

    def test_where_the_setting_says_so_it_is_taken_on_the_page_only(self, store: Store) -> None:
        chat = telegram(store)
        chat.intake = replace(
            chat.intake, house=house("https://kaowu.example", private_on_page=[TELEGRAM])
        )
        chat.tap("/sign_up")
        chat.say("是")
        chat.say("张三")
        chat.say(NUMBER)
        assert chat.box == "id_number"
        assert "安全网页" in chat.last.text
        with store.reading() as work:
            assert chat.answer is not None
            said = work.messages.after(chat.answer.person, 0, 100)
        assert all(NUMBER not in message.body["text"] for message in said)
        chat.tap("/handover")
        assert "https://kaowu.example/handover#" in chat.last.text

    def test_the_page_never_hears_of_it(self, store: Store) -> None:
        page = Talker(store)
        page.tap("/sign_up")
        page.say("是")
        page.say("张三")
        assert "安全网页" not in page.last.text
