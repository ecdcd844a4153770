"""WeChat's API through wechatpy, unchanged, over HTTP: what the stand-in refuses comes back in our words."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from handlers.channel import Gone, NotNow, Rejected, SendFailed, Unreachable
from handlers.wechat.network import Network, NoSuchTag, NotAllowed, Over
from store.unit import Store
from tests.fakes import FixedClock
from tests.handlers.wechat.conftest import credentials
from tests.standins.wechat import TEMPLATE, WechatPlatform

SEND = "message/custom/send"
Do = Callable[[Awaitable[Any]], Any]


@pytest.fixture
def network(store: Store, platform: WechatPlatform) -> Iterator[Network]:
    network = Network(credentials(platform), store)
    yield network
    network.close()


@pytest.fixture
def do(loop: Any) -> Do:
    async def awaited(call: Awaitable[Any]) -> Any:
        return await call

    return lambda call: loop.run(awaited(call))


def test_a_message_reaches_the_screen_and_the_token_is_fetched_once(
    network: Network, platform: WechatPlatform, do: Do
) -> None:
    alice = platform.follower("alice")
    platform.message(alice, "text", Content="你好")
    do(network.send_text(alice.openid, '李晓雨，你好 <>&"]]> 😀'))
    do(network.send_text(alice.openid, "第二条"))
    assert alice.screen == ['李晓雨，你好 <>&"]]> 😀', "第二条"]
    assert platform.calls["token"] == 1


def test_a_voided_token_is_replaced_and_the_message_sent_once(
    network: Network, platform: WechatPlatform, do: Do
) -> None:
    alice = platform.follower("alice")
    platform.message(alice, "text", Content="你好")
    do(network.send_text(alice.openid, "一"))
    platform.void_token()
    do(network.send_text(alice.openid, "二"))
    assert alice.screen == ["一", "二"]
    assert platform.calls["token"] == 2


def test_an_expired_token_is_not_even_tried(
    network: Network, platform: WechatPlatform, clock: FixedClock, do: Do
) -> None:
    alice = platform.follower("alice")
    do(network.renew_token())
    clock.advance(timedelta(hours=2))
    platform.message(alice, "text", Content="你好")
    do(network.send_text(alice.openid, "一"))
    assert (platform.calls[SEND], platform.calls["token"]) == (1, 2)


def test_two_processes_share_one_token_and_never_void_each_others(
    network: Network, platform: WechatPlatform, store: Store, do: Do
) -> None:
    other = Network(credentials(platform), store)
    alice = platform.follower("alice")
    platform.message(alice, "text", Content="你好")
    for one in (network, other, network, other):
        do(one.send_text(alice.openid, "一"))
    assert len(alice.screen) == 4
    assert platform.calls["token"] == 1
    other.close()


def test_a_picture_comes_whole_and_a_lost_one_is_told_apart(
    network: Network, platform: WechatPlatform, clock: FixedClock, do: Do
) -> None:
    data = bytes(range(256)) * 100
    media = platform.keep_media(data)
    assert do(network.download(media)) == data
    clock.advance(timedelta(days=3))
    with pytest.raises(Rejected, match="wechat-40007"):
        do(network.download(media))


@pytest.mark.parametrize(
    ("code", "failure"),
    [
        (45015, Over),
        (45047, Over),
        (48001, NotAllowed),
        (45159, NoSuchTag),
        (45009, NotNow),
        (43004, Gone),
        (40003, Gone),
        (-1, Unreachable),
        (45002, Rejected),
        (47001, Rejected),
    ],
)
def test_what_wechat_refuses_is_told_apart(
    network: Network, platform: WechatPlatform, do: Do, code: int, failure: type[SendFailed]
) -> None:
    alice = platform.follower("alice")
    platform.failing[SEND] = [code]
    with pytest.raises(failure) as failed:
        do(network.send_text(alice.openid, "你好"))
    assert type(failed.value) is failure
    assert failed.value.problem == f"wechat-{code}"


def test_a_wrong_secret_makes_messages_wait_and_not_die(
    network: Network, platform: WechatPlatform, do: Do
) -> None:
    platform.failing["token"] = [40125]
    with pytest.raises(Unreachable, match="wechat-40125"):
        do(network.send_text(platform.follower("alice").openid, "你好"))


def test_a_token_refused_twice_makes_the_message_wait(
    network: Network, platform: WechatPlatform, do: Do
) -> None:
    platform.failing[SEND] = [40001, 40001]
    with pytest.raises(Unreachable):
        do(network.send_text(platform.follower("alice").openid, "你好"))


def test_a_network_that_is_not_there_is_unreachable(
    store: Store, platform: WechatPlatform, do: Do
) -> None:
    nobody = replace(credentials(platform), api_url="http://127.0.0.1:9")
    network = Network(nobody, store)
    with pytest.raises(Unreachable):
        do(network.send_text("oA", "你好"))
    network.close()


def test_a_notice_goes_to_whoever_agreed_to_one_and_once(
    network: Network, platform: WechatPlatform, do: Do
) -> None:
    alice = platform.follower("alice")
    alice.subscriptions = 1
    fields = {"thing1": "报名截止", "time2": "2026-08-21 24:00"}
    do(network.notify(alice.openid, TEMPLATE, fields, "https://kaowu.example"))
    assert alice.notices == [fields]
    with pytest.raises(NotNow, match="wechat-43101"):
        do(network.notify(alice.openid, TEMPLATE, fields, "https://kaowu.example"))
