"""The menus below the chat: one for everybody, and one for each kind of staff, three columns of at most five."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from conversations.engine.messages import Words
from conversations.menu import House
from rules.roles import EXAMINERS, STATION_STAFF, Role, Roles

Columns = Mapping[str, tuple[str, ...]]
"""What stands in each column, by the column's title."""

NAME_BYTES = 40
"""Of an entry; WeChat cuts what is longer than about seven characters from sight, not from use."""

COLUMNS: Columns = {
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
"""For guests and candidates, and for everybody whose roles have no menu of their own."""

AT_WORK = ("todo", "menu", "my_data", "handover", "logout")
ON_SITE = ("deadlines", "menu", "my_data", "handover", "logout")


@dataclass(frozen=True, slots=True)
class StaffMenu:
    """A menu by the name of its tag's text; it holds nothing one of its roles could not open."""

    name: str
    roles: Roles
    columns: Columns


STAFF_MENUS = (
    StaffMenu(
        "wechat-tag-centre",
        frozenset({Role.CENTRE_OFFICER}),
        {
            "wechat-menu-stations": (
                *("new_station", "licence", "handing_over", "station_register", "examiners"),
            ),
            "wechat-menu-certificates": (
                *("certificates", "certificate_change", "certificate_register", "shipment"),
                "issuer_code",
            ),
            "wechat-menu-mine": AT_WORK,
        },
    ),
    StaffMenu(
        "wechat-tag-management",
        frozenset({Role.MANAGEMENT_OFFICER}),
        {
            "wechat-menu-stations": (
                *("inspection", "licence", "station_register", "plan_summary", "training_classes"),
            ),
            "wechat-menu-exams": (
                *("supervision", "supervision_reports", "settlement_check", "spot_check"),
                "certificate_application",
            ),
            "wechat-menu-mine": AT_WORK,
        },
    ),
    StaffMenu(
        "wechat-tag-branch",
        frozenset({Role.BRANCH_OFFICER}),
        {
            "wechat-menu-stations": (
                *("station_register", "examiners", "training_classes", "publish", "broadcast"),
            ),
            "wechat-menu-exams": (
                *("paper_receipts", "supervision_reports", "evaluation_reports"),
                *("qualified_roster", "certificate_register"),
            ),
            "wechat-menu-mine": AT_WORK,
        },
    ),
    StaffMenu(
        "wechat-tag-station",
        STATION_STAFF,
        {
            "wechat-menu-batches": (
                *("registration_review", "batch", "batches", "roster_import", "roster"),
            ),
            "wechat-menu-exams": ("paper", "paper_receipt", "scores", "exam_material", "results"),
            "wechat-menu-mine": AT_WORK,
        },
    ),
    StaffMenu(
        "wechat-tag-unit",
        frozenset({Role.APPLICANT_UNIT}),
        {
            "wechat-menu-apply-station": (
                *("station_application", "sealed_application", "my_papers", "staff"),
            ),
            "wechat-menu-examiners": (
                *("examiner_application", "examiners", "nomination", "training_classes"),
            ),
            "wechat-menu-mine": AT_WORK,
        },
    ),
    StaffMenu(
        "wechat-tag-supervisor",
        frozenset({Role.SUPERVISOR}),
        {
            "wechat-menu-on-site": ("assignments", "supervision_report", "supervision_reports"),
            "wechat-menu-look": COLUMNS["wechat-menu-look"],
            "wechat-menu-mine": ON_SITE,
        },
    ),
    StaffMenu(
        "wechat-tag-examiner",
        EXAMINERS,
        {
            "wechat-menu-evaluation": (
                *("assignments", "score_confirmation", "evaluation_report", "report_opinion"),
                "evaluation_reports",
            ),
            "wechat-menu-look": COLUMNS["wechat-menu-look"],
            "wechat-menu-mine": ON_SITE,
        },
    ),
)
"""Whoever holds posts of several sees the first; the word 菜单 brings all of them together."""


def menu_of(house: House, say: Words) -> dict[str, Any]:
    """As WeChat's menu/create takes it; a tap sends us the entry's command."""
    return menu(COLUMNS, {*house.allowed(frozenset({Role.GUEST, Role.CANDIDATE})), "menu"}, say)


def staff_menu_of(one: StaffMenu, house: House, say: Words) -> dict[str, Any]:
    """The same for staff; who sees it stands in its `matchrule`, which is WeChat's tag."""
    shown = set.intersection(*({*house.menu(frozenset({role}))} for role in one.roles))
    return menu(one.columns, shown | {"menu"}, say)


def menu(columns: Columns, shown: set[str], say: Words) -> dict[str, Any]:
    buttons = []
    for title, names in columns.items():
        entries = [entry(name, say) for name in names if name in shown]
        if entries:
            buttons.append({"name": say.say(title), "sub_button": entries})
    return {"button": buttons}


def entry(name: str, say: Words) -> dict[str, str]:
    key = f"command-{name}" if say.has(f"command-{name}") else f"form-{name}"
    title = say.say(key).encode()[:NAME_BYTES].decode(errors="ignore")
    return {"type": "click", "name": title, "key": f"/{name}"}


def shape(buttons: object) -> object:
    """What of a menu's buttons makes them those we set; WeChat adds an empty `sub_button` to entries."""
    if not isinstance(buttons, list):
        return None
    return [
        (one["name"], one.get("type"), one.get("key"), shape(one.get("sub_button") or None))
        for one in buttons
    ]
