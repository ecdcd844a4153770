"""The access token all processes share."""

from datetime import timedelta

from sqlalchemy import select

from store.unit import Store
from store.wechat_tokens import WechatToken, wechat_tokens
from tests.fakes import FixedClock


def put(store: Store, text: str) -> WechatToken:
    with store.writing() as work:
        return work.wechat_tokens.put("wx1", text, timedelta(hours=2))


def find(store: Store, account: str = "wx1") -> str | None:
    with store.reading() as work:
        found = work.wechat_tokens.find(account)
    return found and found.text


def test_the_latest_token_of_an_account_is_found_until_it_ends(
    store: Store, clock: FixedClock
) -> None:
    put(store, "first")
    put(store, "second")
    assert (find(store), find(store, "wx2")) == ("second", None)
    clock.advance(timedelta(hours=2))
    assert find(store) is None


def test_it_lies_sealed_and_is_not_shown(store: Store) -> None:
    kept = put(store, "first")
    with store.reading() as work:
        assert b"first" not in work.connection.scalar(select(wechat_tokens.c.token))
    assert "first" not in repr(kept)
