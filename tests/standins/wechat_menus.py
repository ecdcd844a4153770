"""WeChat's custom menus and user tags, with the limits and error codes of the public documentation."""

from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

MOST_TAGS = 100
TAGS_OF_A_USER = 20
TAG_NAME_BYTES = 30
OPENIDS = 50


class Refusal(Exception):
    """An errcode of the API."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


class Menus:
    """Of one account. `follows` tells whether an openid is a follower's."""

    def __init__(self, follows: Callable[[str], bool]) -> None:
        self._follows = follows
        self._ids = count(208_396_938)
        self._tag_ids = count(100)
        self.default: dict[str, Any] | None = None
        self.conditional: list[dict[str, Any]] = []
        self.tags: dict[int, str] = {}
        self.carried: dict[str, set[int]] = {}
        """The tags of each user."""

    def shown_to(self, openid: str) -> dict[str, Any] | None:
        """The menu below this user's chat: the last made that matches, else the default one."""
        tags = self.carried.get(openid, set())
        fitting = [one for one in self.conditional if int(one["matchrule"]["tag_id"]) in tags]
        return fitting[-1] if fitting else self.default

    def names_of(self, openid: str) -> set[str]:
        """The names of the user's tags."""
        return {self.tags[tag] for tag in self.carried.get(openid, ())}

    def leave(self, openid: str) -> None:
        """Whoever unfollows carries no tag any more."""
        self.carried.pop(openid, None)

    def delete_tag(self, tag: int) -> None:
        """By hand, in the console."""
        del self.tags[tag]
        for tags in self.carried.values():
            tags.discard(tag)

    # --- the API ---

    def answer(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        match path:
            case "menu/create":
                self.default = checked_menu(dict(body))
            case "menu/get":
                return self._get()
            case "menu/delete":
                self.default, self.conditional = None, []
            case "menu/addconditional":
                return self._add(dict(body))
            case "menu/delconditional":
                self._remove(body["menuid"])
            case "tags/create":
                return {"tag": self._new_tag(body["tag"]["name"])}
            case "tags/get":
                return {"tags": [self._told(tag) for tag in self.tags]}
            case "tags/members/batchtagging":
                self._put_on(body["tagid"], body["openid_list"])
            case "tags/members/batchuntagging":
                self._take_off(body["tagid"], body["openid_list"])
            case _:
                raise Refusal(40066, "invalid url")
        return {"errcode": 0, "errmsg": "ok"}

    def _get(self) -> dict[str, Any]:
        """As it really answers: entries with an empty `sub_button`, a tag's id as `group_id`."""
        if self.default is None:
            raise Refusal(46003, "menu no exist")
        found: dict[str, Any] = {"menu": {"button": told(self.default["button"]), "menuid": 1}}
        if self.conditional:
            found["conditionalmenu"] = [
                {
                    "button": told(one["button"]),
                    "matchrule": {"group_id": int(one["matchrule"]["tag_id"])},
                    "menuid": one["menuid"],
                }
                for one in self.conditional
            ]
        return found

    def _add(self, menu: dict[str, Any]) -> dict[str, Any]:
        if self.default is None:
            raise Refusal(65303, "there is no selfmenu, please create selfmenu first")
        rule = menu.get("matchrule")
        if not rule:
            raise Refusal(65304, "match rule empty")
        checked_menu(menu)
        if int(rule["tag_id"]) not in self.tags:
            raise Refusal(45159, "invalid tag id")
        made = menu | {"menuid": next(self._ids)}
        self.conditional.append(made)
        return {"menuid": str(made["menuid"])}

    def _remove(self, menu: str) -> None:
        left = [one for one in self.conditional if str(one["menuid"]) != menu]
        if len(left) == len(self.conditional):
            raise Refusal(65301, "menuid not exist")
        self.conditional = left

    def _new_tag(self, name: str) -> dict[str, Any]:
        if len(name.encode()) > TAG_NAME_BYTES:
            raise Refusal(45158, "tag name too long")
        if not name or name in self.tags.values():
            raise Refusal(45157, "invalid tag name")
        if len(self.tags) >= MOST_TAGS:
            raise Refusal(45056, "too many tags")
        tag = next(self._tag_ids)
        self.tags[tag] = name
        return {"id": tag, "name": name}

    def _told(self, tag: int) -> dict[str, Any]:
        carrying = sum(tag in tags for tags in self.carried.values())
        return {"id": tag, "name": self.tags[tag], "count": carrying}

    def _put_on(self, tag: int, openids: list[str]) -> None:
        self._check(tag, openids)
        for one in openids:
            if len(self.carried.get(one, set()) | {tag}) > TAGS_OF_A_USER:
                raise Refusal(45059, "user has too many tags")
        for one in openids:
            self.carried.setdefault(one, set()).add(tag)

    def _take_off(self, tag: int, openids: list[str]) -> None:
        self._check(tag, openids)
        for one in openids:
            self.carried.get(one, set()).discard(tag)

    def _check(self, tag: int, openids: list[str]) -> None:
        if tag not in self.tags:
            raise Refusal(45159, "invalid tag id")
        if not 1 <= len(openids) <= OPENIDS:
            raise Refusal(40032, "invalid openid list size")
        if not all(self._follows(one) for one in openids):
            raise Refusal(40003, "invalid openid")


def told(buttons: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one | {"sub_button": told(one.get("sub_button", []))} for one in buttons]


def checked_menu(menu: dict[str, Any]) -> dict[str, Any]:
    """A custom menu within its limits; Refusal otherwise."""
    if not 1 <= len(menu["button"]) <= 3:
        raise Refusal(40016, "invalid button size")
    for top in menu["button"]:
        below = top.get("sub_button", [])
        if len(top["name"].encode()) > 16:
            raise Refusal(40018, "invalid button name size")
        if len(below) > 5:
            raise Refusal(40023, "invalid sub button size")
        for one in below or [top]:
            if below and len(one["name"].encode()) > 40:
                raise Refusal(40025, "invalid sub button name size")
            check_button(one)
    return menu


def check_button(button: Mapping[str, str]) -> None:
    match button["type"]:
        case "click" if 1 <= len(button["key"].encode()) <= 128:
            return
        case "view" if button["url"].startswith("https://") and len(button["url"]) <= 1024:
            return
        case _:
            raise Refusal(40019, "invalid button key or url")
