"""The menu below the chat: the forms of guests and candidates, three columns of at most five.

It is the same for everybody. A menu for each role would need every follower tagged in WeChat with what
they are, which no account may know; staff find their forms by replying 菜单.
"""

from typing import Any

from conversations.engine.messages import Words
from conversations.menu import House
from rules.roles import Role

COLUMNS: dict[str, tuple[str, ...]] = {
    "wechat-menu-look": (
        "certificate_lookup",
        "eligibility",
        "catalogue",
        "stations",
        "notices",
    ),
    "wechat-menu-apply": (
        "registration",
        "my_registrations",
        "stamped_form",
        "document",
        "self_test",
    ),
    "wechat-menu-mine": ("menu", "sign_up", "login", "my_data", "handover"),
}
NAME_BYTES = 40
"""Of an entry; WeChat cuts what is longer than about seven characters from sight, not from use."""


def menu_of(house: House, say: Words) -> dict[str, Any]:
    """As WeChat's menu/create takes it; a tap sends us the entry's command."""
    open_to_all = {*house.allowed(frozenset({Role.GUEST, Role.CANDIDATE})), "menu"}
    columns = []
    for title, names in COLUMNS.items():
        entries = [entry(name, say) for name in names if name in open_to_all]
        if entries:
            columns.append({"name": say.say(title), "sub_button": entries})
    return {"button": columns}


def entry(name: str, say: Words) -> dict[str, str]:
    key = f"command-{name}" if say.has(f"command-{name}") else f"form-{name}"
    title = say.say(key).encode()[:NAME_BYTES].decode(errors="ignore")
    return {"type": "click", "name": title, "key": f"/{name}"}
