"""Conversations through WeChat: replies in the same request, once for each message, late ones by the sender."""

import asyncio
from datetime import timedelta
from threading import Event

import pytest

from conversations.engine.messages import Outgoing
from conversations.incoming import Answer, Incoming
from conversations.intake import Intake
from conversations.telling import tell
from handlers.channel import Busy
from handlers.wechat.outbound import TEXT
from handlers.wechat.receiver import MOST_WAITING
from rules.candidates import CandidateType
from store.faults import TransientFault
from store.outbox import OutboxState, outbox
from store.people import Person
from store.sessions import SessionKind
from store.unit import Store, UnitOfWork
from tests import pictures
from tests.bot.fakes import QUICK
from tests.candidates import STUDENT, opened
from tests.fakes import FixedClock
from tests.handlers.wechat.conftest import PUBLIC_URL, Office
from tests.standins.wechat import APP_ID, Follower, Tried
from tests.store import office as people

PASSWORD = "correct-horse-2026"


@pytest.fixture
def alice(office: Office) -> Follower:
    return office.platform.follower("alice")


def states(store: Store) -> list[str]:
    with store.reading() as work:
        rows = work.connection.execute(outbox.select().order_by(outbox.c.id))
        return [row.state for row in rows]


def speaks_for(store: Store, follower: Follower) -> Person:
    with store.reading() as work:
        chat = work.chats.find("wechat", f"{APP_ID}:{follower.openid}")
        assert chat is not None
        assert chat.person is not None
        return work.people.get(chat.person)


def sign_in(office: Office, follower: Follower, serial: int = 1) -> None:
    """As after a sign-in in this chat; signing in itself is tried with the conversations."""
    person = people.sign_up(office.store, serial)
    with office.store.writing() as work:
        session, _ = work.sessions.open(person, SessionKind.CHAT)
        work.chats.bind("wechat", f"{APP_ID}:{follower.openid}", person, session)


def tell_alice(office: Office, alice: Follower, text: str) -> None:
    with office.store.writing() as work:
        person = speaks_for(office.store, alice)
        tell(work, person, lambda _: Outgoing(text))


class TestReplies:
    def test_somebody_who_follows_us_sees_what_can_be_done(
        self, office: Office, alice: Follower
    ) -> None:
        shown = office.deliver(alice, "event", Event="subscribe").body
        assert "1 证书查询" in shown
        assert speaks_for(office.store, alice).guest

    def test_a_number_picks_what_was_shown_and_a_word_does_too(
        self, office: Office, alice: Follower
    ) -> None:
        office.say(alice, "菜单")
        assert "姓名" in office.say(alice, "1")
        assert "证书查询" in office.say(alice, "取消")

    def test_a_tap_of_the_menu_opens_its_form(self, office: Office, alice: Follower) -> None:
        assert "姓名" in office.tap(alice, "/certificate_lookup")

    def test_a_menu_that_is_older_than_we_are_leads_to_ours(
        self, office: Office, alice: Follower
    ) -> None:
        assert "证书查询" in office.tap(alice, "V1001_OLD")

    def test_written_replies_are_settled_and_not_sent_again(
        self, office: Office, alice: Follower
    ) -> None:
        office.say(alice, "菜单")
        office.say(alice, "1")
        office.send_what_waits()
        assert len(alice.screen) == 2
        assert set(states(office.store)) == {OutboxState.SENT}

    def test_a_reply_the_sender_was_to_bring_behind_news_comes_once(
        self, office: Office, alice: Follower
    ) -> None:
        """While news waits for the chat, the reply stands behind it in the outbox; the person has it already."""
        sign_in(office, alice)
        office.say(alice, "菜单")
        tell_alice(office, alice, "批次已开放")
        office.say(alice, "1")
        office.send_what_waits()
        assert alice.screen[2:] == ["批次已开放"]
        assert set(states(office.store)) == {OutboxState.SENT}

    @pytest.mark.parametrize("kind", ["voice", "video", "shortvideo", "location", "link", "file"])
    def test_what_no_box_can_take_is_said_and_the_question_stays(
        self, office: Office, alice: Follower, kind: str
    ) -> None:
        office.tap(alice, "/certificate_lookup")
        shown = office.deliver(alice, kind, MediaId="m1").body
        assert "只能收文字和图片" in shown
        assert "姓名" in shown

    @pytest.mark.parametrize(
        "words",
        ["【收到不支持的消息类型，暂无法显示】", "[Unsupported Message]"],
    )
    def test_what_wechat_writes_for_a_sticker_is_no_answer(
        self, office: Office, alice: Follower, words: str
    ) -> None:
        office.tap(alice, "/certificate_lookup")
        shown = office.say(alice, words)
        assert "只能收文字和图片" in shown
        assert "姓名" in shown

    @pytest.mark.parametrize(
        ("kind", "fields"),
        [
            ("event", {"Event": "VIEW", "EventKey": "https://x"}),
            ("event", {"Event": "LOCATION", "Latitude": "23.1"}),
            ("event", {"Event": "TEMPLATESENDJOBFINISH", "Status": "success"}),
            ("event", {"Event": "invented_later"}),
            ("invented_later", {}),
        ],
    )
    def test_what_asks_for_no_reply_gets_none(
        self, office: Office, alice: Follower, kind: str, fields: dict[str, str]
    ) -> None:
        assert office.deliver(alice, kind, **fields).outcome == "success"
        assert alice.screen == []

    def test_who_unfollows_gets_nothing_more_and_who_returns_does(
        self, office: Office, alice: Follower
    ) -> None:
        sign_in(office, alice)
        office.say(alice, "菜单")
        assert office.deliver(alice, "event", Event="unsubscribe").outcome == "success"
        tell_alice(office, alice, "批次已开放")
        office.deliver(alice, "event", Event="subscribe")
        tell_alice(office, alice, "批次快截止了")
        office.send_what_waits()
        assert "批次快截止了" in alice.screen
        assert "批次已开放" not in alice.screen


class TestDeliveries:
    def test_three_deliveries_get_the_same_reply_and_are_one_turn(
        self, office: Office, alice: Follower
    ) -> None:
        office.say(alice, "菜单")
        message = office.platform.message(alice, "text", Content="1")

        async def three() -> list[str]:
            tried = await asyncio.gather(
                *(office.platform.deliver_once(office.line, message) for _ in range(3))
            )
            return [one.body for one in tried]

        first, second, third = office.loop.run(three())
        assert "姓名" in first
        assert first == second == third
        later = office.loop.run(office.platform.deliver_once(office.line, message))
        assert later.body == first
        office.send_what_waits()
        assert len(alice.screen) == 5
        assert states(office.store) == [OutboxState.SENT] * 2

    @pytest.mark.parametrize("kind", ["text", "image"])
    def test_a_process_that_died_before_it_answered_is_made_up_for_by_the_next_delivery(
        self, office: Office, alice: Follower, kind: str
    ) -> None:
        """The turn was committed, the reply held; whoever gets the message again shows it, and once."""
        office.tap(alice, "/certificate_lookup")
        media = office.platform.keep_media(pictures.portrait())
        content = {"Content": "李晓雨"} if kind == "text" else {"PicUrl": "u", "MediaId": media}
        message = office.platform.message(alice, kind, **content)
        key = f"{APP_ID}:{alice.openid}:{message['MsgId']}"
        dead = Incoming(key, "", "wechat", chat=f"{APP_ID}:{alice.openid}", text="李晓雨")
        answer = office.loop.run(office.account._receiver._desk.take_in_place(dead))
        assert states(office.store)[-1] == OutboxState.WAITING
        shown = office.loop.run(office.platform.deliver_once(office.line, message)).body
        assert shown.startswith(answer.messages[-1].body.text)
        office.send_what_waits()
        assert set(states(office.store)) == {OutboxState.SENT}
        assert len(alice.screen) == 2

    def test_the_same_event_delivered_again_is_one_event(
        self, office: Office, alice: Follower, clock: FixedClock
    ) -> None:
        message = office.platform.message(alice, "event", Event="CLICK", EventKey="/menu")
        for _ in range(2):
            office.loop.run(office.platform.deliver_once(office.line, message))
        assert len(states(office.store)) == 1
        clock.advance(timedelta(seconds=1))
        office.tap(alice, "/menu")
        assert len(states(office.store)) == 2

    def test_messages_of_one_chat_are_taken_in_order_though_a_picture_takes_long(
        self, office: Office, alice: Follower, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fetched = asyncio.Event()
        network = office.account._network

        async def slow(_media: str) -> bytes:
            await fetched.wait()
            return pictures.portrait()

        monkeypatch.setattr(network, "download", slow)
        office.tap(alice, "/certificate_lookup")
        picture = office.platform.message(alice, "image", PicUrl="u", MediaId="m1")
        text = office.platform.message(alice, "text", Content="李晓雨")

        async def both() -> tuple[str, str]:
            first = asyncio.create_task(office.platform.deliver_once(office.line, picture))
            second = asyncio.create_task(office.platform.deliver_once(office.line, text))
            bob = office.platform.follower("bob")
            other = office.platform.message(bob, "text", Content="菜单")
            assert (await office.platform.deliver_once(office.line, other)).outcome == "shown"
            assert not second.done()
            fetched.set()
            return (await first).body, (await second).body

        first, second = office.loop.run(both())
        assert "证书上的姓名" in first
        assert "身份证号" in second


class TestLate:
    """A turn slower than WeChat's patience: the person is told nothing wrong, and gets the reply."""

    @pytest.fixture
    def held_up(self, monkeypatch: pytest.MonkeyPatch) -> Event:
        """Turns wait until this is set."""
        gate = Event()
        received = Intake.received

        def slowly(intake: Intake, work: UnitOfWork, incoming: Incoming) -> Answer:
            assert gate.wait(30)
            return received(intake, work, incoming)

        monkeypatch.setattr(Intake, "received", slowly)
        return gate

    @pytest.fixture
    def hasty(self, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(office.account._receiver, "_patience_s", 0.02)

    @pytest.mark.usefixtures("hasty")
    def test_success_is_answered_in_time_and_the_sender_brings_the_reply(
        self, office: Office, alice: Follower, held_up: Event
    ) -> None:
        assert office.deliver(alice, "text", Content="菜单").outcome == "success"
        held_up.set()
        office.loop.run(office.account._receiver.finish())
        office.send_what_waits()
        assert len(alice.screen) == 1
        assert "1 证书查询" in alice.screen[0]
        assert states(office.store) == [OutboxState.SENT]

    def test_a_later_delivery_that_still_waits_gets_the_reply_and_nothing_comes_twice(
        self, office: Office, alice: Follower, held_up: Event, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        message = office.platform.message(alice, "text", Content="菜单")

        async def scene() -> str:
            monkeypatch.setattr(office.platform, "patience", 0.02)
            cut = await office.platform.deliver_once(office.line, message)
            assert cut.outcome == "no answer"
            monkeypatch.setattr(office.platform, "patience", 30)
            again = asyncio.create_task(office.platform.deliver_once(office.line, message))
            await asyncio.sleep(0)
            held_up.set()
            return (await again).body

        assert "1 证书查询" in office.loop.run(scene())
        office.send_what_waits()
        assert len(alice.screen) == 1

    @pytest.mark.usefixtures("hasty")
    def test_an_account_without_customer_service_keeps_it_in_the_history(
        self, office: Office, alice: Follower, held_up: Event
    ) -> None:
        office.platform.certified = False
        office.deliver(alice, "text", Content="菜单")
        held_up.set()
        office.loop.run(office.account._receiver.finish())
        office.send_what_waits()
        assert alice.screen == []
        with office.store.reading() as work:
            row = work.connection.execute(outbox.select()).one()
        assert (row.state, row.problem) == (OutboxState.INBOX, "wechat-48001")


class TestLongReplies:
    def test_a_long_reply_is_read_page_by_page(self, office: Office, alice: Follower) -> None:
        sign_in(office, alice)
        office.say(alice, "菜单")
        long = "".join(f"第{n}条通知，请仔细看完再回复我们。" for n in range(1, 120))
        tell_alice(office, alice, long)
        office.send_what_waits()
        while alice.screen[-1].endswith("（未完，回复 0 看下文）"):
            office.say(alice, "0")
        pages = alice.screen[1:]
        assert len(pages) == 3
        assert all(len(page.encode()) <= TEXT for page in pages)
        assert "".join(p.removesuffix("\n（未完，回复 0 看下文）") for p in pages) == long
        assert office.platform.cut == []

    @pytest.mark.parametrize("words", ["０", "0。", "回复0"])
    def test_the_wish_to_read_on_is_understood_however_it_is_written(
        self, office: Office, alice: Follower, words: str
    ) -> None:
        sign_in(office, alice)
        office.say(alice, "菜单")
        tell_alice(office, alice, "第一条。" * 300 + "完")
        office.send_what_waits()
        assert office.say(alice, words).endswith("完")

    def test_the_same_wish_delivered_again_shows_the_same_page(
        self, office: Office, alice: Follower
    ) -> None:
        sign_in(office, alice)
        office.say(alice, "菜单")
        tell_alice(office, alice, "。".join(f"第{n}条" for n in range(900)))
        office.send_what_waits()
        message = office.platform.message(alice, "text", Content="０")
        once = office.loop.run(office.platform.deliver_once(office.line, message))
        again = office.loop.run(office.platform.deliver_once(office.line, message))
        assert once.body == again.body != alice.screen[1]

    def test_a_zero_is_an_answer_where_nothing_is_left_to_read(
        self, office: Office, alice: Follower
    ) -> None:
        office.tap(alice, "/certificate_lookup")
        assert office.say(alice, "0").startswith("姓名里不能有数字。")


class TestTrouble:
    def test_a_picture_that_cannot_be_fetched_is_asked_for_again(
        self, office: Office, alice: Follower
    ) -> None:
        office.tap(alice, "/certificate_lookup")
        shown = office.deliver(alice, "image", PicUrl="u", MediaId="gone").body
        assert shown.startswith("这张图片没有取到。请再发一次。")

    def test_when_too_many_are_here_the_person_is_asked_to_send_it_again(
        self, office: Office, alice: Follower, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise TransientFault("disk full")

        with monkeypatch.context() as patch:
            patch.setattr(Intake, "received", full)
            assert office.say(alice, "菜单").startswith("现在人多")
        assert "证书查询" in office.say(alice, "菜单")

    def test_a_reply_that_cannot_be_put_in_pages_now_is_brought_by_the_sender(
        self, office: Office, alice: Follower, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The turn is done: nobody is told that it was not."""

        async def full(*_: object) -> None:
            raise Busy

        with monkeypatch.context() as patch:
            patch.setattr(office.account.channel, "pages", full)
            assert office.deliver(alice, "text", Content="菜单").outcome == "success"
        with office.store.writing() as work:
            (row,) = work.connection.execute(outbox.select()).all()
            work.outbox.release(row.id)
        office.send_what_waits()
        assert len(alice.screen) == 1
        assert "证书查询" in alice.screen[0]

    def test_a_flood_from_one_chat_is_held_off_and_no_other_chat_notices(
        self, office: Office, alice: Follower, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fetched = asyncio.Event()

        async def slow(_media: str) -> bytes:
            await fetched.wait()
            return b""

        monkeypatch.setattr(office.account._network, "download", slow)
        platform = office.platform
        bob = platform.follower("bob")

        async def flood() -> list[Tried]:
            flooding = [
                asyncio.create_task(
                    platform.deliver_once(
                        office.line, platform.message(alice, "image", PicUrl="u", MediaId="m")
                    )
                )
                for _ in range(MOST_WAITING + 3)
            ]
            hello = platform.message(bob, "text", Content="菜单")
            assert (await platform.deliver_once(office.line, hello)).outcome == "shown"
            fetched.set()
            return await asyncio.gather(*flooding)

        held_off = [one for one in office.loop.run(flood()) if one.body.startswith("现在人多")]
        assert len(held_off) == 3

    def test_a_bug_of_ours_is_apologised_for_in_the_same_request(
        self, office: Office, alice: Follower, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object) -> None:
            raise ZeroDivisionError

        with monkeypatch.context() as patch:
            patch.setattr(Intake, "received", broken)
            assert "是我们的问题" in office.say(alice, "菜单")

    def test_a_bug_around_the_turn_shows_nobody_an_error_of_wechats(
        self, office: Office, alice: Follower, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def broken(*_: object) -> None:
            raise ZeroDivisionError

        with monkeypatch.context() as patch:
            patch.setattr(office.account.channel, "pages", broken)
            assert office.deliver(alice, "text", Content="菜单").outcome == "success"
        assert "证书查询" in office.say(alice, "菜单")

    def test_where_no_picture_may_be_sent_the_link_in_the_text_must_do(
        self, office: Office, alice: Follower
    ) -> None:
        office.platform.certified = False
        batch = opened(office.store, CandidateType.STUDENT)
        sign_in(office, alice)
        office.say(alice, f"/registration {batch.number}")
        shown = office.show(alice, pictures.portrait())
        assert f"：{PUBLIC_URL}/files/" in shown
        assert alice.pictures == []
        office.platform.certified = True
        tell_alice(office, alice, "批次已开放")
        office.send_what_waits()
        assert alice.screen[-1] == "批次已开放"


class TestPushes:
    """Messages we begin with, within WeChat's quota."""

    def push(self, office: Office, alice: Follower, count: int) -> None:
        for number in range(count):
            tell_alice(office, alice, f"通知 {number}")
        office.send_what_waits()

    @pytest.fixture
    def signed_in(self, office: Office, alice: Follower) -> Follower:
        sign_in(office, alice)
        office.say(alice, "菜单")
        return alice

    def test_five_after_a_message_then_a_notice_then_the_web_inbox(
        self, office: Office, signed_in: Follower
    ) -> None:
        signed_in.subscriptions = 1
        self.push(office, signed_in, 7)
        assert signed_in.screen[1:] == [f"通知 {n}" for n in range(5)]
        assert signed_in.notices == [{"thing1": "通知 5", "time2": "2026-06-01 09:00"}]
        assert states(office.store)[1:] == [OutboxState.SENT] * 6 + [OutboxState.INBOX]
        assert office.platform.calls["message/custom/send"] == 5

    def test_whoever_got_a_notice_replies_0_and_reads_the_message(
        self, office: Office, signed_in: Follower, clock: FixedClock
    ) -> None:
        clock.advance(timedelta(hours=49))
        signed_in.subscriptions = 1
        tell_alice(office, signed_in, "电焊工四级报名 8 月 21 日 24:00 截止，还差盖章表。")
        office.send_what_waits()
        assert signed_in.notices[0]["thing1"] == "电焊工四级报名 8 月 21 日 24…"
        assert office.say(signed_in, "0") == "电焊工四级报名 8 月 21 日 24:00 截止，还差盖章表。"

    def test_when_wechat_counts_otherwise_wechat_is_right(
        self, office: Office, signed_in: Follower
    ) -> None:
        office.platform.failing["message/custom/send"] = [45047]
        self.push(office, signed_in, 3)
        assert office.platform.calls["message/custom/send"] == 1
        assert states(office.store)[1:] == [OutboxState.INBOX] * 3

    def test_a_failure_of_the_network_is_tried_again_in_order_and_uses_nothing_up(
        self, office: Office, signed_in: Follower
    ) -> None:
        office.platform.failing["message/custom/send"] = [-1]
        self.push(office, signed_in, 5)
        assert signed_in.screen[1:] == []
        assert states(office.store)[1:] == [OutboxState.WAITING] * 5
        with office.store.writing() as work:
            first = work.connection.execute(outbox.select()).all()[1]
            work.outbox.release(first.id)
        office.send_what_waits()
        assert signed_in.screen[1:] == [f"通知 {n}" for n in range(5)]


class TestHandover:
    def handed(self, office: Office) -> str:
        """The token of a handover of a look-up begun on the web."""
        person = people.sign_up(office.store, 7)
        with office.store.writing() as work:
            draft = work.drafts.open(person, "certificate_lookup", 1)
            return work.handovers.make(draft.id, person)

    @pytest.mark.parametrize("known", [True, False])
    def test_a_scanned_code_brings_the_form_into_this_chat(
        self, office: Office, alice: Follower, *, known: bool
    ) -> None:
        scene = f"h_{self.handed(office)}"
        if known:
            shown = office.deliver(alice, "event", Event="SCAN", EventKey=scene).body
        else:
            scene = f"qrscene_{scene}"
            shown = office.deliver(alice, "event", Event="subscribe", EventKey=scene).body
        assert "已换到这台设备" in shown
        assert "证书上的姓名" in shown

    def test_the_line_may_be_typed_and_works_once(self, office: Office, alice: Follower) -> None:
        line = f"h_{self.handed(office)}"
        assert "已换到这台设备" in office.say(alice, line)
        bob = office.platform.follower("bob")
        assert "已用过" in office.say(bob, line)

    def test_the_token_stands_in_no_key_of_the_inbox(self, office: Office, alice: Follower) -> None:
        token = self.handed(office)
        office.deliver(alice, "event", Event="SCAN", EventKey=f"h_{token}")
        with office.store.reading() as work:
            keys = work.connection.exec_driver_sql("SELECT key FROM inbox").scalars().all()
        assert keys
        assert not any(token in key for key in keys)


def test_a_crowd_at_once_is_answered_in_the_same_request(office: Office) -> None:
    platform = office.platform

    async def crowd() -> list[str]:
        messages = [
            platform.message(platform.follower(f"p{n}"), "text", Content="菜单") for n in range(20)
        ]
        tried = await asyncio.gather(*(platform.deliver_once(office.line, m) for m in messages))
        return [one.outcome for one in tried]

    assert office.loop.run(crowd()) == ["shown"] * 20


def test_a_password_typed_in_wechat_signs_in_and_is_kept_nowhere(
    office: Office, alice: Follower
) -> None:
    person = people.sign_up(office.store, 3)
    with office.store.writing() as work:
        work.people.set_password(person, QUICK.hash(PASSWORD))
    office.tap(alice, "/login")
    office.say(alice, "student-3")
    assert "李晓雨" in office.say(alice, PASSWORD)
    assert speaks_for(office.store, alice).id == person
    with office.store.reading() as work:
        said = work.messages.after(person, 0, 100)
    assert said
    assert PASSWORD not in "".join(str(message.body) for message in said)


def test_a_student_registers_with_photos_in_wechat(office: Office, alice: Follower) -> None:
    batch = opened(office.store, CandidateType.STUDENT)
    sign_in(office, alice)
    left = {box: [said] if isinstance(said, str) else [*said] for box, said in STUDENT.items()}
    shown = office.say(alice, f"/registration {batch.number}")
    previews = 0
    for _ in range(80):
        question = asked(office, alice)
        if question is None or question["kind"] == "review":
            break
        assert question["error"] is None, (question["box"], shown)
        match question["kind"]:
            case "photo" if question["box"] == "photo":
                shown = office.show(alice, pictures.portrait())
            case "photo":
                shown = office.show(alice, pictures.document(line=question["box"]))
            case "confirm":
                previews += 1
                assert f"：{PUBLIC_URL}/files/" in shown
                shown = office.say(alice, "1")
            case _:
                shown = office.say(alice, left[question["box"]].pop(0))
        while shown.endswith("（未完，回复 0 看下文）"):
            shown = office.say(alice, "0")
    shown = office.say(alice, "提交")
    assert "已提交" in shown
    assert ".pdf：https://kaowu.example/files/" in shown
    with office.store.reading() as work:
        registrations = work.registrations.of(speaks_for(office.store, alice).id)
    assert len(registrations) == 1
    assert len(alice.pictures) == previews
    assert office.platform.cut == []
    assert not any("故障" in text for text in alice.screen)


def asked(office: Office, follower: Follower) -> dict[str, str] | None:
    """The question the person was asked last."""
    person = speaks_for(office.store, follower)
    with office.store.reading() as work:
        last = work.messages.last_said(person.id)
    question: dict[str, str] | None = last and last["question"]
    return question
