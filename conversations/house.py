"""Every form, command and searched list there is, in the order of the menu."""

from conversations.anyone.handover import HANDOVER
from conversations.anyone.language import Language
from conversations.anyone.login import Login
from conversations.anyone.logout import LOGOUT
from conversations.anyone.my_data import MyData
from conversations.anyone.passwords import ChangePassword, RecoveryCode, ResetPassword
from conversations.anyone.sign_up import FreeUserNames, SignUp
from conversations.engine.form import Form
from conversations.lookup import Source
from conversations.menu import Command, House

MENU: tuple[type[Form] | Command, ...] = (
    Login,
    SignUp,
    ResetPassword,
    RecoveryCode,
    MyData,
    ChangePassword,
    Language,
    HANDOVER,
    LOGOUT,
)
"""One line an entry, in menu order."""

SOURCES: dict[str, Source] = {
    "free_user_names": FreeUserNames(),
}


def house(public_url: str = "") -> House:
    """The house as it stands; `public_url` is where links lead."""
    return House(
        forms={e.title: e for e in MENU if not isinstance(e, Command)},
        commands={e.title: e for e in MENU if isinstance(e, Command)},
        sources=SOURCES,
        order=tuple(e.title for e in MENU),
        public_url=public_url,
    )
