"""The callback: what WeChat signed is taken, everything else refused without a word."""

from datetime import timedelta
from typing import Any

import pytest
from httpx import Response

from handlers.wechat.callback import BODY
from tests.fakes import FixedClock
from tests.handlers.wechat.conftest import Office, credentials
from tests.standins.wechat import (
    AES_KEY,
    APP_ID,
    APP_SECRET,
    CALLBACK_TOKEN,
    WechatPlatform,
    sha1,
    xml_of,
)

BOMB = '<!DOCTYPE xml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.fixture(params=["aes", "plain"])
def platform(request: pytest.FixtureRequest, platform: WechatPlatform) -> WechatPlatform:
    if request.param == "plain":
        platform.aes_key = None
    return platform


def get(office: Office, **query: str) -> Response:
    return office.loop.run(office.line.get("/wechat", params=query))


def post(office: Office, query: Any, body: bytes) -> Response:
    return office.loop.run(office.line.post("/wechat", params=query, content=body))


def a_text(office: Office, content: str = "你好") -> str:
    follower = office.platform.follower("alice")
    return xml_of(office.platform.message(follower, "text", Content=content))


def signed(clock: FixedClock, token: str = CALLBACK_TOKEN) -> dict[str, str]:
    timestamp = str(int(clock.machine.timestamp()))
    return {
        "signature": sha1(token, timestamp, "n1"),
        "timestamp": timestamp,
        "nonce": "n1",
        "echostr": "5837397576500011341",
    }


def is_silent(answer: Response, status: int) -> bool:
    return answer.status_code == status and answer.content == b""


class TestCheck:
    def test_the_echo_comes_back_to_whoever_knows_the_token(
        self, office: Office, clock: FixedClock
    ) -> None:
        answer = get(office, **signed(clock))
        assert (answer.status_code, answer.text) == (200, "5837397576500011341")
        assert answer.headers["content-type"].startswith("text/plain")

    def test_without_the_right_signature_there_is_no_echo(
        self, office: Office, clock: FixedClock
    ) -> None:
        assert is_silent(get(office, **signed(clock, "guessed")), 403)
        assert is_silent(get(office), 403)
        assert is_silent(get(office, **signed(clock) | {"signature": "签名"}), 403)


class TestDeliveries:
    def test_a_signed_message_is_answered_in_the_same_request(self, office: Office) -> None:
        assert "证书查询" in office.say(office.platform.follower("alice"), "菜单")

    @pytest.mark.parametrize("minutes", [-6, 6])
    def test_an_old_delivery_cannot_be_played_again(
        self, office: Office, clock: FixedClock, minutes: int
    ) -> None:
        query, body = office.platform.sealed(a_text(office))
        clock.advance(timedelta(minutes=minutes))
        assert is_silent(post(office, query, body), 403)

    @pytest.mark.parametrize("other", ["0" * 40, "", "²"])
    def test_neither_the_signature_nor_what_it_signs_may_be_changed(
        self, office: Office, other: str
    ) -> None:
        query, body = office.platform.sealed(a_text(office))
        signature = "msg_signature" if office.platform.aes_key else "signature"
        for changed in (signature, "timestamp", "nonce"):
            assert is_silent(post(office, query | {changed: other}, body), 403)

    @pytest.mark.parametrize(
        "body",
        [
            "",
            "garbage",
            "<a/>",
            "<xml></xml>",
            "<xml><MsgType>text</MsgType>",
            "<xml><MsgType><b>text</b></MsgType></xml>",
            "<xml><MsgType>text</MsgType><MsgType>text</MsgType></xml>",
            BOMB + "<xml><MsgType>text</MsgType><Content>&b;</Content></xml>",
            '<!DOCTYPE xml SYSTEM "file:///etc/passwd"><xml><MsgType>text</MsgType></xml>',
            "<xml>" + "<a>" * 5000 + "</a>" * 5000 + "</xml>",
        ],
    )
    def test_what_wechat_would_not_send_is_refused_without_a_trace(
        self, office: Office, body: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        answer = post(office, *office.platform.sealed(body))
        assert is_silent(answer, 400)
        assert "Traceback" not in "".join(capsys.readouterr())

    def test_entities_are_refused_even_though_the_text_they_stand_for_is_harmless(
        self, office: Office
    ) -> None:
        message = a_text(office).replace("<xml>", BOMB + "<xml>")
        assert is_silent(post(office, *office.platform.sealed(message)), 400)

    def test_what_looks_like_an_entity_in_a_message_is_only_text(self, office: Office) -> None:
        follower = office.platform.follower("alice")
        assert office.say(follower, "<!DOCTYPE a> &b; ]]> <xml>")

    def test_a_body_longer_than_any_message_is_not_read(self, office: Office) -> None:
        query, _ = office.platform.sealed(a_text(office))
        assert is_silent(post(office, query, b"x" * (BODY + 1)), 413)

    @pytest.mark.parametrize("field", ["FromUserName", "ToUserName"])
    def test_names_that_are_none_are_refused(self, office: Office, field: str) -> None:
        follower = office.platform.follower("alice")
        message = office.platform.message(follower, "text", Content="你好")
        for wrong in ("", "a b", "x" * 65, "../etc"):
            query, body = office.platform.sealed(xml_of(message | {field: wrong}))
            assert is_silent(post(office, query, body), 400)


class TestEncrypted:
    @pytest.fixture
    def platform(self, clock: FixedClock) -> Any:
        with WechatPlatform(clock.machine_now) as platform:
            yield platform

    def test_where_there_is_a_key_a_plain_body_is_refused(
        self, office: Office, clock: FixedClock
    ) -> None:
        """Its signature says nothing about the body: it could be anybody's."""
        assert is_silent(post(office, signed(clock), a_text(office).encode()), 403)

    def test_a_body_sealed_for_another_account_is_refused(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tests.standins.wechat.APP_ID", APP_ID[::-1])
        assert is_silent(post(office, *office.platform.sealed(a_text(office))), 403)

    @pytest.mark.parametrize("encrypted", ["", "AAAA", "A" * 64, "@@@", "5Y6G5Y+y"])
    def test_what_does_not_open_is_refused_although_it_is_signed(
        self, office: Office, clock: FixedClock, encrypted: str
    ) -> None:
        query = signed(clock)
        signature = sha1(CALLBACK_TOKEN, query["timestamp"], query["nonce"], encrypted)
        body = xml_of({"ToUserName": "gh_1", "Encrypt": encrypted}).encode()
        answer = post(office, query | {"msg_signature": signature}, body)
        assert answer.status_code in {400, 403}
        assert answer.content == b""


def test_secrets_do_not_show_when_credentials_are_printed(platform: WechatPlatform) -> None:
    shown = repr(credentials(platform))
    assert not any(secret in shown for secret in (APP_SECRET, CALLBACK_TOKEN, AES_KEY))
