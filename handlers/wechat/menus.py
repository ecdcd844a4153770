"""Menus by role: WeChat shows a follower the one of the tag they carry, so staff carry one while signed in."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence

import structlog

from conversations.menu import House
from conversations.words import words
from handlers.channel import Busy, Gone, Rejected
from handlers.wechat.channel import openid
from handlers.wechat.memory import Memory
from handlers.wechat.menu import STAFF_MENUS, menu_of, shape, staff_menu_of
from handlers.wechat.network import Network, NoSuchTag, NotAllowed
from rules.roles import Role

MOST = 50
"""Followers WeChat takes in one call."""

log = structlog.get_logger()

Told = Callable[[int, Sequence[str]], Awaitable[None]]


class Menus:
    """Of one account, in the process that serves it. Every call can be cut off anywhere and made again."""

    def __init__(self, account: str, network: Network, memory: Memory, house: House) -> None:
        self._account = account
        self._network = network
        self._memory = memory
        self._house = house
        self._say = words("zh-CN")
        self._tags: dict[Role, int] = {}
        """WeChat's tag of each role with a menu, in the order they count in."""

    async def set(self) -> None:
        """Set what is not there yet and take away what should not be. Raises SendFailed."""
        standing = await self._network.menus()
        ours = menu_of(self._house, self._say)
        if shape(standing.get("menu", {}).get("button")) != shape(ours["button"]):
            await self._network.set_menu(ours)
        try:
            await self._set_staff_menus(standing.get("conditionalmenu", []))
        except NotAllowed as refused:
            log.warning("wechat-one-menu-for-all", problem=refused.problem)

    async def follow(self) -> None:
        """Put on and take off tags until each chat carries the one its person's posts call for."""
        try:
            while self._tags and await self._followed():
                pass
        except Busy:
            return

    async def _set_staff_menus(self, standing: Sequence[dict[str, object]]) -> None:
        tags = await self._made_tags()
        wanted = {tags[one.name]: staff_menu_of(one, self._house, self._say) for one in STAFF_MENUS}
        for there in standing:
            tag = tag_of(there)
            if tag in wanted and shape(wanted[tag]["button"]) == shape(there["button"]):
                del wanted[tag]
            else:
                await self._network.remove_menu(str(there["menuid"]))
        for tag, menu in wanted.items():
            await self._network.add_menu(menu | {"matchrule": {"tag_id": str(tag)}})
        self._tags = {role: tags[one.name] for one in STAFF_MENUS for role in sorted(one.roles)}

    async def _made_tags(self) -> dict[str, int]:
        """The tag of each staff menu, made where it is missing."""
        there = await self._network.tags()
        names = {one.name: self._say.say(one.name) for one in STAFF_MENUS}
        return {
            one: there.get(name) or await self._network.make_tag(name)
            for one, name in names.items()
        }

    async def _followed(self) -> bool:
        """One batch; whether there may be more."""
        found = await self._memory.out_of_step(self._account, self._tags, MOST)
        off, on = defaultdict(list), defaultdict(list)
        for one in found:
            if one.carried is not None and one.carried != one.wanted:
                off[one.carried].append(one.address)
            if one.wanted is not None:
                on[one.wanted].append(one.address)
        for tag, addresses in off.items():
            await self._take_off(tag, addresses)
        for tag, addresses in on.items():
            if not await self._put_on(tag, addresses):
                return False
        return len(found) == MOST

    async def _take_off(self, tag: int, addresses: Sequence[str]) -> None:
        """Who does not follow us any more, and a tag that is gone, are as good."""
        await self._memory.doubt_tag(addresses)
        await told(self._network.untag, tag, addresses)
        await self._memory.end_tag(addresses, tag)

    async def _put_on(self, tag: int, addresses: Sequence[str]) -> bool:
        """Noted first: what WeChat may have put on is never forgotten. False when the tag is gone."""
        await self._memory.begin_tag(addresses, tag)
        refused = await told(self._network.tag, tag, addresses)
        if any(isinstance(why, NoSuchTag) for why in refused.values()):
            await self.set()
            return False
        for address, why in refused.items():
            if isinstance(why, Gone):
                await self._memory.block(address)
            else:
                log.warning("wechat-tag-refused", problem=why.problem)
        await self._memory.tag_stands(addresses, tag)
        return True


async def told(call: Told, tag: int, addresses: Sequence[str]) -> dict[str, Gone | Rejected]:
    """Who was refused; WeChat takes all of a list or none, so then each is tried alone."""
    try:
        await call(tag, [openid(one) for one in addresses])
    except NoSuchTag as gone:
        return dict.fromkeys(addresses, gone)
    except (Gone, Rejected) as refused:
        if len(addresses) == 1:
            return {addresses[0]: refused}
    else:
        return {}
    refusals: dict[str, Gone | Rejected] = {}
    for one in addresses:
        refusals |= await told(call, tag, [one])
    return refusals


def tag_of(menu: dict[str, object]) -> int:
    """Whom a menu is for, 0 where it is not by tag; WeChat tells a tag's id as `group_id`."""
    rule = menu.get("matchrule")
    found = (rule.get("tag_id") or rule.get("group_id")) if isinstance(rule, dict) else None
    return int(found or 0)
