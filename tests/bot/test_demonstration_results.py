"""The demonstration has batches at every desk after an exam: each finds something to do, and something done to look at."""

import io

import pytest
from pypdf import PdfReader

from bot import demo
from bot.press import Press
from conversations.engine.messages import Paper
from rules.approvals import DecisionKind, Desk, PaperKind
from rules.roles import Role
from rules.supervision_reports import ReportState
from store.demonstration_accounts import STATION
from store.people import PersonId
from store.seed import CENTRE, MANAGEMENT_STATION
from store.unit import Caller, Store
from tests.fakes import FixedClock
from tests.prepared import prepared


@pytest.fixture
def shown(store: Store) -> Store:
    """Made twice, which makes nothing twice."""
    prepared(demo.shown, store)
    demo.shown(store)
    return store


def person(store: Store, institution: str) -> PersonId:
    with store.reading() as work:
        account = work.accounts.main(institution)
    assert account
    return account.person


def as_main(store: Store, role: Role, institution: str) -> Caller:
    return Caller(person(store, institution), None, "web", None, frozenset({role}))


def test_the_officer_has_results_to_approve_a_payment_to_find_and_a_parcel_to_send(
    shown: Store, clock: FixedClock
) -> None:
    with shown.reading(as_main(shown, Role.MANAGEMENT_OFFICER, MANAGEMENT_STATION)) as work:
        waiting = {one.kind: one for one in work.papers.waiting_for_caller().things}
        (paid,) = work.settlements.to_check()
        to_send = [one.id for one in work.shipments.to_send()]
        results = work.papers.version(waiting[PaperKind.RESULTS]).shown
    assert waiting[PaperKind.RESULTS].desk is Desk.MANAGEMENT_STATION
    assert waiting[PaperKind.RESULTS].filed_at < clock.office
    assert any("电焊工" in line.answer["zh-CN"] for line in results)
    assert paid.filed_at < clock.office
    assert to_send == issued(shown)


def issued(store: Store) -> list[int]:
    with store.reading() as work:
        return [
            one.id
            for one in work.batches.of_station(STATION).things
            if work.issuing.is_finished(one.id)
        ]


def test_the_centre_has_an_application_to_agree_to_and_then_certificates_to_issue(
    shown: Store,
) -> None:
    with shown.writing(as_main(shown, Role.CENTRE_OFFICER, CENTRE)) as work:
        (paper,) = work.papers.waiting_for_caller().things
        assert paper.kind is PaperKind.CERTIFICATE_APPLICATION
        assert not work.issuing.waiting()
        work.papers.decide(paper.id, DecisionKind.APPROVE, reason="同意")
        (released,) = work.issuing.waiting()
        assert work.issuing.begin(released.batch)
        assert work.issuing.issue_some(released.batch) == 2


def test_a_report_waits_for_the_management_station_and_of_another_the_correction_to_be_looked_at(
    shown: Store,
) -> None:
    with shown.reading(as_main(shown, Role.MANAGEMENT_OFFICER, MANAGEMENT_STATION)) as work:
        (waiting,) = work.supervision_reports.waiting().things
        (answered,) = work.supervision_corrections.to_decide()
        confirmed = work.supervision_reports.get(answered.report)
        opened = work.files.content(confirmed.content.photos[0].file)
    assert waiting.record.faults[0].demanded
    assert answered.replies[0].photos
    assert confirmed.state is ReportState.CONFIRMED
    assert opened.startswith(b"\xff\xd8")
    press, station = Press(shown), person(shown, STATION)
    paper = Paper("supervision_report", confirmed.id, "")
    assert press.print(press.collect(paper, station)).data.startswith(b"%PDF")
    together = press.print(press.collect(Paper("reports", confirmed.batch, ""), station)).data
    texts = [page.extract_text() for page in PdfReader(io.BytesIO(together)).pages]
    titles = [text.split()[0] for text in texts if "报告" in text]
    assert titles == ["机械行业职业能力水平评价考评报告", "机械行业技能评价督导报告"]


def test_what_belongs_to_certificates_that_are_there_can_be_printed(shown: Store) -> None:
    (batch,) = issued(shown)
    shown.public_url = "https://kaowu.example"
    press, station = Press(shown), person(shown, STATION)
    for export in ("qualified_roster", "score_sheet", "settlement", "payment_slip", "reports"):
        assert press.print(press.collect(Paper(export, batch, ""), station)).data
    officer = person(shown, MANAGEMENT_STATION)
    sheets = Paper("certificate_sheets", batch, "")
    assert press.print(press.collect(sheets, officer)).data.startswith(b"%PDF")
    with shown.reading() as work:
        numbers = [one.certificate.number for one in work.issuing.of(batch)]
    assert len(set(numbers)) == 3
