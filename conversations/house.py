"""Every form, command and searched list there is, in the order of the menu."""

from collections.abc import Iterable, Mapping

from conversations.anyone.catalogue import Catalogue
from conversations.anyone.certificate_lookup import CertificateLookup
from conversations.anyone.devices import Devices
from conversations.anyone.eligibility import Eligibility
from conversations.anyone.handover import HANDOVER
from conversations.anyone.language import Language
from conversations.anyone.login import Login
from conversations.anyone.logout import LOGOUT
from conversations.anyone.my_data import MyData
from conversations.anyone.passwords import ChangePassword, RecoveryCode, ResetPassword
from conversations.anyone.sign_up import FreeUserNames, SignUp
from conversations.anyone.stations import Stations
from conversations.anyone.unit_sign_up import FreeUnitNames, UnitSignUp
from conversations.candidates.my_registrations import MY_REGISTRATIONS
from conversations.candidates.registration import Registration
from conversations.candidates.stamped_form import StampedForm
from conversations.engine.form import Form
from conversations.lookup import Source
from conversations.menu import Command, House
from conversations.officers.accounts import Accounts
from conversations.officers.approve import APPROVE
from conversations.officers.decision import Decision
from conversations.officers.todo import TODO
from conversations.sources.batch_trades import BatchTrades
from conversations.sources.institutions_below import InstitutionsBelow
from conversations.sources.open_batches import OpenBatches
from conversations.sources.own_registrations import AwaitingStamp
from conversations.sources.papers import PapersHere, PapersUnderWay
from conversations.sources.provinces import Provinces
from conversations.sources.stations import Stations as StationList
from conversations.sources.trades import Trades
from conversations.stations.my_papers import MY_PAPERS
from conversations.stations.staff import Staff
from conversations.stations.withdrawal import Withdrawal

MENU: tuple[type[Form] | Command, ...] = (
    TODO,
    APPROVE,
    Decision,
    MY_PAPERS,
    Withdrawal,
    CertificateLookup,
    Registration,
    MY_REGISTRATIONS,
    StampedForm,
    Eligibility,
    Stations,
    Catalogue,
    Login,
    SignUp,
    UnitSignUp,
    ResetPassword,
    RecoveryCode,
    Staff,
    Accounts,
    MyData,
    Devices,
    ChangePassword,
    Language,
    HANDOVER,
    LOGOUT,
)
"""One line an entry, in menu order."""

SOURCES: dict[str, Source] = {
    "free_user_names": FreeUserNames(),
    "free_unit_names": FreeUnitNames(),
    "institutions_below": InstitutionsBelow(),
    "provinces": Provinces(),
    "trades": Trades(),
    "applicable_trades": Trades(complete=True),
    "stations": StationList(),
    "open_batches": OpenBatches(),
    "batch_trades": BatchTrades(),
    "awaiting_stamp": AwaitingStamp(),
    "papers_here": PapersHere(),
    "papers_under_way": PapersUnderWay(),
}


def house(
    public_url: str = "",
    chat_links: Mapping[str, str] | None = None,
    private_on_page: Iterable[str] = (),
) -> House:
    """The house as it stands; see House for what the outside has to say about it."""
    return House(
        forms={e.title: e for e in MENU if not isinstance(e, Command)},
        commands={e.title: e for e in MENU if isinstance(e, Command)},
        sources=SOURCES,
        order=tuple(e.title for e in MENU),
        public_url=public_url,
        chat_links={} if chat_links is None else chat_links,
        private_on_page=frozenset(private_on_page),
    )
