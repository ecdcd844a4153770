"""The official account as the sender knows it: a customer-service message, else a notice, else not now."""

from collections.abc import Callable, Sequence
from datetime import datetime

from conversations.engine.messages import Outgoing, Paper, Picture, Words
from conversations.incoming import Numbered
from conversations.words import words
from handlers.channel import Documents, Limits, NotNow, SendFailed
from handlers.wechat.credentials import Credentials
from handlers.wechat.memory import PUSHED, Memory
from handlers.wechat.network import Network, Over
from handlers.wechat.outbound import LIMITS, PICTURE, fits, notice_of, pages_of, text_of
from rules.findings import NotPossible
from store.clock import OFFICE_ZONE
from store.wechat_chats import CHANNEL


class WechatChannel:
    """Implements handlers.channel.Channel; an address is `app id:openid`."""

    name = CHANNEL
    limits: Limits = LIMITS

    def __init__(
        self,
        credentials: Credentials,
        network: Network,
        memory: Memory,
        documents: Documents,
        *,
        page_url: str,
        now: Callable[[], datetime],
    ) -> None:
        self._notice = credentials.notice
        self._network = network
        self._memory = memory
        self._documents = documents
        self._page_url = page_url
        self._now = now

    async def send(self, address: str, message: Numbered, person: int) -> None:
        """Within what WeChat allows in that chat now; where it counts otherwise than we, it is right."""
        taken = await self._memory.take(address)
        if taken is None:
            await self._notify(address, message, person)
            return
        pages = await self.pages([message.body], person)
        try:
            await self._network.send_text(openid(address), pages[0])
        except Over:
            await self._memory.close(address)
            await self._notify(address, message, person)
            return
        except SendFailed:
            await self._memory.give_back(address, taken)
            raise
        if len(pages) > 1:
            await self._memory.keep_pages(address, pages, PUSHED)

    async def pages(self, messages: Sequence[Outgoing], person: int) -> tuple[str, ...]:
        """What these messages look like together; WeChat carries no documents, so links stand for them."""
        offers_files = any(message.files for message in messages)
        text = text_of(messages, [()] * len(messages))
        if not offers_files and fits(text):
            return (text,)
        say = words(await self._memory.language(person))
        links = [self._links(message, person, say) for message in messages]
        return pages_of(text_of(messages, links), say)

    async def show_pictures(self, address: str, messages: Sequence[Outgoing], person: int) -> None:
        """The pictures of a reply, which itself carries only words and links to them (R5.3).

        Where WeChat allows no message of ours now, or the account none at all, the links must do.
        """
        offered = [file for message in messages for file in message.files]
        for picture in filter(is_shown, offered):
            taken = await self._memory.take(address)
            if taken is None:
                return
            try:
                file = await self._documents.file(picture, person)
                await self._network.send_picture(openid(address), file)
            except (NotPossible, SendFailed):
                await self._memory.give_back(address, taken)
                return

    def _links(self, message: Outgoing, person: int, say: Words) -> list[str]:
        return [
            say.say(
                "wechat-file",
                name=name_of(offered, say),
                link=self._documents.link(offered, person),
            )
            for offered in message.files
        ]

    async def _notify(self, address: str, message: Numbered, person: int) -> None:
        """The beginning of the message as a subscription notice; whoever replies 0 reads all of it."""
        if self._notice is None:
            raise NotNow("wechat-window-closed")
        notice = notice_of(message.body.text)
        fields = {self._notice.text_field: notice}
        if self._notice.time_field:
            at = (message.at or self._now()).astimezone(OFFICE_ZONE)
            fields[self._notice.time_field] = f"{at:%Y-%m-%d %H:%M}"
        await self._network.notify(openid(address), self._notice.id, fields, self._page_url)
        pages = await self.pages([message.body], person)
        await self._memory.keep_pages(address, (notice, *pages), PUSHED)


def openid(address: str) -> str:
    return address.partition(":")[2]


def is_shown(offered: Paper | Picture) -> bool:
    """Whether WeChat shows it as a picture."""
    return (
        isinstance(offered, Picture)
        and offered.media_type.startswith("image/")
        and offered.size <= PICTURE
    )


def name_of(offered: Paper | Picture, say: Words) -> str:
    if isinstance(offered, Paper):
        return offered.label
    return offered.name or say.say("wechat-picture")
