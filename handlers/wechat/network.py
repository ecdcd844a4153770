"""WeChat's API through wechatpy, in threads of its own and with time limits; its failures in our words."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import local
from typing import Any, TypeVar

import requests
from wechatpy.client import WeChatClient
from wechatpy.exceptions import WeChatClientException

from handlers.channel import FileOut, Gone, NotNow, Rejected, SendFailed, Unreachable
from handlers.wechat.credentials import Credentials
from handlers.wechat.token import SharedToken
from store.faults import TransientFault
from store.unit import Store

T = TypeVar("T")

THREADS = 4
TIME_OUT_S = (3, 8)
"""To connect, and between two pieces of an answer."""
TOKEN_REFUSED = frozenset({40001, 40014, 42001})
OVER = frozenset({45015, 45047})
"""The window is closed, or its messages are used up."""
NOT_SUBSCRIBED = 43101
USED_UP = 45009
"""The account may not do this any more today."""
NOT_ALLOWED = frozenset({48001, 48002, 48004, 65306, 65309})
GONE = frozenset({40003, 43004, 43019, 49003})
NO_SUCH_TAG = 45159
BUSY = frozenset({-1, 45011})


class Over(NotNow):
    """Whatever we counted: WeChat allows no message in this chat now."""


class NotAllowed(NotNow):
    """The account has no right to this."""


class NoSuchTag(Rejected):
    """Somebody deleted the tag in WeChat's console."""


class Client(WeChatClient):  # type: ignore[misc]  # wechatpy has no types
    """wechatpy's client at our address, with our token; it would fetch one for each process, without a limit."""

    def __init__(self, credentials: Credentials) -> None:
        super().__init__(
            credentials.app_id, credentials.app_secret, timeout=TIME_OUT_S, auto_retry=False
        )
        self.API_BASE_URL = f"{credentials.api_url}/cgi-bin/"
        self.token = ""

    @property
    def access_token(self) -> str:
        return self.token

    def new_token(self) -> tuple[str, timedelta]:
        """Fetch one, which voids the one before."""
        asked = {
            "access_token": "",  # else the client would add the old one
            "grant_type": "client_credential",
            "appid": self.appid,
            "secret": self.secret,
        }
        found = self.get("token", params=asked)
        return found["access_token"], timedelta(seconds=found["expires_in"])


class Network:
    """Of one account. Every call raises SendFailed when it cannot be done."""

    def __init__(self, credentials: Credentials, store: Store) -> None:
        self._credentials = credentials
        self._clients = local()
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="wechat")
        self._token = SharedToken(store, credentials.app_id, self._new_token)

    def close(self) -> None:
        self._threads.shutdown()

    async def renew_token(self) -> None:
        """Have a good token at hand."""
        await self._in_thread(self._token.current)

    async def download(self, media: str) -> bytes:
        """A picture somebody sent; WeChat keeps it for three days."""
        answer = await self._call(lambda client: client.media.download(media))
        if not isinstance(answer, requests.Response):
            raise Rejected("media-not-a-file")
        return answer.content

    async def send_text(self, openid: str, text: str) -> None:
        """A customer-service message (客服消息); Over when WeChat allows none now."""
        await self._call(lambda client: client.message.send_text(openid, text))

    async def send_picture(self, openid: str, file: FileOut) -> None:
        """The same, with a picture of at most 2 MB."""
        sent = (file.name, file.data, file.media_type)
        uploaded = await self._call(lambda client: client.media.upload("image", sent))
        media = uploaded["media_id"]
        await self._call(lambda client: client.message.send_image(openid, media))

    async def notify(
        self, openid: str, template: str, fields: Mapping[str, str], page: str
    ) -> None:
        """A subscription notice (订阅通知); NotNow when the person agreed to none."""
        data = {name: {"value": value} for name, value in fields.items()}
        await self._call(
            lambda client: client.message.send_subscribe_message(openid, template, data, page=page)
        )

    async def set_menu(self, menu: Mapping[str, Any]) -> None:
        """The menu below the chat, for everybody; those of tags stay as they are."""
        await self._call(lambda client: client.menu.create(dict(menu)))

    async def menus(self) -> Mapping[str, Any]:
        """What stands now, as menu/get has it; empty where nothing does."""
        return await self._call(lambda client: client.menu.get()) or {}

    async def add_menu(self, menu: Mapping[str, Any]) -> None:
        """One more, for those its `matchrule` names (个性化菜单)."""
        await self._call(lambda client: client.menu.add_conditional(dict(menu)))

    async def remove_menu(self, menu: str) -> None:
        await self._call(lambda client: client.menu.del_conditional(menu))

    async def tags(self) -> dict[str, int]:
        """The tags of the account, with their ids by name."""
        found = await self._call(lambda client: client.tag.get())
        return {one["name"]: one["id"] for one in found}

    async def make_tag(self, name: str) -> int:
        made = await self._call(lambda client: client.tag.create(name))
        return int(made["id"])

    async def tag(self, tag: int, openids: Sequence[str]) -> None:
        """Put it on at most 50 followers, on all or on none. Raises NoSuchTag."""
        await self._call(lambda client: client.tag.tag_user(tag, list(openids)))

    async def untag(self, tag: int, openids: Sequence[str]) -> None:
        """Take it off at most 50 followers; who does not carry it is no failure."""
        await self._call(lambda client: client.tag.untag_user(tag, list(openids)))

    async def _call(self, act: Callable[[Client], Any]) -> Any:
        return await self._in_thread(lambda: self._with_token(act))

    async def _in_thread(self, work: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        except TransientFault as error:  # of the store, where the token is
            raise Unreachable("store") from error

    def _with_token(self, act: Callable[[Client], Any]) -> Any:
        """Once more with another token when this one was refused."""
        client = self._client()
        client.token = self._token.current()
        try:
            return act(client)
        except WeChatClientException as error:
            if error.errcode not in TOKEN_REFUSED:
                raise meant(error) from error
        except requests.RequestException as error:
            raise Unreachable(type(error).__name__) from error
        client.token = self._token.other_than(client.token)
        return told_in_our_words(lambda: act(client))

    def _new_token(self) -> tuple[str, timedelta]:
        """A wrong secret or an address WeChat does not know is put right by hand; messages wait for that."""
        try:
            return told_in_our_words(self._client().new_token)
        except SendFailed as failed:
            raise Unreachable(failed.problem) from failed

    def _client(self) -> Client:
        """One a thread: a connection of requests is for one thread at a time."""
        if not hasattr(self._clients, "one"):
            self._clients.one = Client(self._credentials)
        client: Client = self._clients.one
        return client


def told_in_our_words(call: Callable[[], T]) -> T:
    try:
        return call()
    except WeChatClientException as error:
        raise meant(error) from error
    except requests.RequestException as error:
        raise Unreachable(type(error).__name__) from error


def meant(error: WeChatClientException) -> Exception:
    """What an error code means for the message."""
    code = error.errcode
    if code is None or code in BUSY or code in TOKEN_REFUSED:
        return Unreachable(f"wechat-{code}")
    if code in OVER:
        return Over(f"wechat-{code}")
    if code in NOT_ALLOWED:
        return NotAllowed(f"wechat-{code}")
    if code in {NOT_SUBSCRIBED, USED_UP}:
        return NotNow(f"wechat-{code}")
    if code in GONE:
        return Gone(f"wechat-{code}")
    return (NoSuchTag if code == NO_SUCH_TAG else Rejected)(f"wechat-{code}")
