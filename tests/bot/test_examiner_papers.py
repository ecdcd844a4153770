"""The examiners' papers from the store to the printed page, for those who may have them (R2.4, R9.3)."""

import io
from datetime import date

import openpyxl
import pytest
from pypdf import PdfReader

from bot.press import Press
from conversations.engine.messages import Paper
from rules.approvals import DecisionKind, PaperKind
from rules.findings import NotPossible
from rules.roles import Role
from store.examiner_applications import PHOTO, Proposal
from store.files import FileId
from store.people import PersonId
from store.unit import Caller, Store
from tests import pictures
from tests.examiners import CENTRE, TIER, filing, furnish, holder, proposed, trained
from tests.store.office import OTHER_STATION, STATION
from tests.talks.conftest import database_url as database_url


@pytest.fixture(autouse=True)
def tree(store: Store) -> None:
    furnish(store)


@pytest.fixture
def head(store: Store) -> Caller:
    return holder(store, Role.STATION_HEAD, STATION.code, 101)


@pytest.fixture
def officer(store: Store) -> Caller:
    return holder(store, Role.MANAGEMENT_OFFICER, TIER.code, 102)


@pytest.fixture
def centre(store: Store) -> Caller:
    return holder(store, Role.CENTRE_OFFICER, CENTRE.code, 103)


def person(caller: Caller) -> PersonId:
    assert caller.person
    return caller.person


@pytest.fixture
def proposal(store: Store, head: Caller) -> Proposal:
    """With a photo that can be printed."""
    files = filing(store).files
    with store.writing() as work:
        portrait = work.files.note(pictures.portrait(), "image/jpeg", size_in_pixels=(413, 531))
    return proposed(store, head, files={**files, PHOTO: FileId(portrait.id)})


def text_of(press: Press, caller: Caller, proposal: Proposal) -> str:
    paper = Paper("examiner_form_pdf", proposal.id, "")
    printed = press.print(press.collect(paper, person(caller)))
    (page,) = PdfReader(io.BytesIO(printed.data)).pages
    return "".join(page.extract_text().split())


def test_the_form_shows_the_opinions_desk_by_desk(
    store: Store, head: Caller, officer: Caller, centre: Caller, proposal: Proposal
) -> None:
    press = Press(store)
    assert "王建国" in text_of(press, head, proposal)
    with store.writing(head) as work:
        paper = work.papers.file(
            PaperKind.EXAMINER_APPLICATION, None, STATION.code, proposal.id, {"major": "焊接"}
        )
    trained(store, officer, proposal)
    for caller, opinion, kind in (
        (head, "部门同意", DecisionKind.FORWARD),
        (head, "单位同意", DecisionKind.FORWARD),
        (officer, "管理站同意", DecisionKind.FORWARD),
        (centre, "批准聘任", DecisionKind.APPROVE),
    ):
        with store.writing(caller) as work:
            work.papers.decide(paper.id, kind, reason=opinion)
    text = text_of(press, centre, proposal)
    assert text.index("部门同意") < text.index("单位同意") < text.index("批准聘任")
    assert "管理站同意" not in text
    assert text.count("2026年6月1日") == 3


def test_what_was_said_before_a_correction_that_starts_anew_is_not_printed(
    store: Store, head: Caller, officer: Caller, proposal: Proposal
) -> None:
    with store.writing(head) as work:
        paper = work.papers.file(
            PaperKind.EXAMINER_APPLICATION, None, STATION.code, proposal.id, {"major": "焊接"}
        )
        work.papers.decide(paper.id, DecisionKind.FORWARD, reason="部门先同意")
        work.papers.decide(paper.id, DecisionKind.FORWARD, reason="单位先同意")
    with store.writing(officer) as work:
        work.papers.decide(paper.id, DecisionKind.RETURN, boxes={"major": "请写全称"})
    with store.writing(head) as work:
        work.papers.resubmit(paper.id, {"major": "焊接", "department": "另一个部门"})
        work.papers.decide(paper.id, DecisionKind.FORWARD, reason="部门再同意")
    text = text_of(Press(store), head, proposal)
    assert "部门再同意" in text
    assert "先同意" not in text


@pytest.mark.parametrize(
    ("role", "at"),
    [(Role.STATION_HEAD, OTHER_STATION.code), (Role.EXAMINER, STATION.code)],
)
def test_nobody_else_gets_the_form(store: Store, proposal: Proposal, role: Role, at: str) -> None:
    stranger = holder(store, role, at, 110)
    for export in ("examiner_form_pdf", "examiner_form_word"):
        with pytest.raises(NotPossible):
            Press(store).collect(Paper(export, proposal.id, ""), person(stranger))


def test_the_register_holds_what_the_caller_may_see_and_no_numbers_of_people(
    store: Store, head: Caller, officer: Caller, proposal: Proposal
) -> None:
    trained(store, officer, proposal)
    with store.writing() as work:
        work.examiners.appoint(proposal)
    press, register = Press(store), Paper("examiner_register", 0, "")

    def rows(caller: Caller) -> list[tuple[object, ...]]:
        printed = press.print(press.collect(register, person(caller)))
        sheet = openpyxl.load_workbook(io.BytesIO(printed.data)).active
        assert sheet is not None
        return list(sheet.iter_rows(min_row=4, values_only=True))

    ((_, number, name, kind, code, *_, state, ended),) = rows(head)
    assert (number, name, kind, code) == ("KP26-0001", "王建国", "考评员", STATION.code)
    assert (state, ended) == ("在聘", None)
    assert "电焊工（JX04-06-04-01）五级、四级、三级" in str(rows(officer))
    assert "1101" not in str(rows(officer))
    stranger = holder(store, Role.STATION_HEAD, OTHER_STATION.code, 110)
    assert rows(stranger) == []
    nobody = holder(store, Role.EXAMINER, STATION.code, 111)
    assert rows(nobody) == []
    assert date(2026, 4, 3) in [cell.date() for cell in rows(head)[0] if hasattr(cell, "date")]
