"""The demonstration has a licence to look at and an application to decide on."""

from bot import demo
from bot.press import Press
from conversations.engine.messages import Paper
from rules.approvals import Desk, PaperKind
from rules.catalogue import Programme
from rules.roles import Role
from store.demonstration_accounts import STATION
from store.seed import MANAGEMENT_STATION
from store.unit import Caller, Store
from tests.prepared import prepared
from tests.talks.conftest import database_url as database_url


def test_one_application_waits_at_the_management_station_and_a_licence_is_there(
    store: Store,
) -> None:
    prepared(demo.shown, store)
    demo.shown(store)
    with store.reading() as work:
        account = work.accounts.main(MANAGEMENT_STATION)
        licence = work.licences.require_active(STATION)
    assert account
    assert licence.programmes == set(Programme)
    officer = Caller(account.person, None, "web", None, frozenset({Role.MANAGEMENT_OFFICER}))
    with store.reading(officer) as work:
        (waiting,) = (
            one
            for one in work.papers.waiting_for_caller().things
            if one.kind is PaperKind.STATION_APPLICATION
        )
        lines = {line.box: line for line in work.papers.version(waiting).shown}
    assert waiting.desk is Desk.MANAGEMENT_STATION
    assert len(lines["site_photos"].files) == 5
    assert lines["first_page"].files
    press = Press(store)
    printed = press.print(
        press.collect(Paper("station_application_pdf", waiting.subject, ""), account.person)
    )
    assert printed.data.startswith(b"%PDF")
