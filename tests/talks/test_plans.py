"""Annual plans in the chat: typed or sent as a workbook, returned and corrected, summed up for the centre (R4.1, R4.10)."""

import io
from collections.abc import Sequence

import openpyxl
import pytest

from bot.press import EXPORTS
from conversations.engine.messages import Kind, Outgoing, Paper, Received
from exports.received_workbook import read_workbook
from rules.approvals import PaperState
from rules.catalogue import Level, Programme
from rules.plans import PlanState
from rules.roles import Role
from store.papers import PaperId
from store.sessions import SessionKind
from store.unit import Caller, Store
from tests import plans
from tests.conftest import both_databases
from tests.officers import at, decide
from tests.store import tree
from tests.store.tree import CENTRE, CHANGZHOU, HAMI, MANAGEMENT, of
from tests.talk import Talker
from tests.workbooks import saved

CAPABILITY = Programme.CAPABILITY
TITLES = ("职业（工种）", "等级", "预计人数", "计划月份")


@pytest.fixture(autouse=True)
def furnished(store: Store) -> None:
    with store.writing() as work:
        plans.furnish(work)


@pytest.fixture
def head(store: Store) -> Talker:
    return at(store, Role.STATION_HEAD, CHANGZHOU)


@pytest.fixture
def officer(store: Store) -> Talker:
    return at(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)


@pytest.fixture
def centre(store: Store) -> Talker:
    return at(store, Role.CENTRE_OFFICER, CENTRE)


def opened(talker: Talker, programme: str = "职业能力水平评价", year: str = "2026") -> Outgoing:
    talker.tap("/annual_plan")
    talker.say(programme)
    return talker.say(year)


def line(talker: Talker, *answers: str) -> Outgoing:
    for answer in answers:
        talker.say(answer)
    return talker.last


def filed(talker: Talker) -> int:
    """Skip the remark and submit; the number of the paper."""
    talker.say("-")
    assert talker.last.question
    assert talker.last.question.kind is Kind.REVIEW, talker.last.text
    talker.tap("submit")
    return int(talker.last.options[0].value.removeprefix("/my_papers "))


def sheet(*rows: Sequence[object], titles: Sequence[object] = TITLES) -> Received:
    """A workbook as the front desk hands it in."""
    book = openpyxl.Workbook()
    for row in (titles, *rows):
        book.active.append(list(row))
    return received(saved(book))


def received(data: bytes) -> Received:
    return Received("0" * 64, "xlsx", len(data), sheet=read_workbook(data))


def printed(store: Store, talker: Talker, paper: Paper) -> bytes:
    """A paper as the person would get it."""
    with store.reading() as work:
        session = work.sessions.find(talker.token)
        assert session
        person = work.people.get(session.person)
        work.caller = Caller(person.id, None, "web", None, work.people.roles_of(person.id))
        export = EXPORTS[paper.export]
        _, content = export.collect(work, paper.subject)
    return export.print(content)


def free(store: Store, programme: Programme = CAPABILITY) -> list[tuple[str, int, int, int]]:
    with store.reading() as work:
        found = work.plans.free_lines(CHANGZHOU, programme).things
        return [(x.unit.name, int(x.level), x.people, x.month) for x in found]


# --- typed ---


@both_databases
def test_a_plan_is_typed_filed_approved_and_its_lines_can_be_used(
    store: Store, head: Talker, officer: Talker
) -> None:
    opened(head)
    assert head.box == "plan_lines.trade"
    line(head, "电焊工", "4", "150", "9月", "是", "dhg", "五级", "20", "12", "否")
    n = filed(head)
    assert "共 3 条计划，170 人" in head.last.text
    assert "电焊工 四级（中级工） 150 人超过 99 人，拆成了 2 条" in head.last.text
    assert free(store) == []

    shown = officer.tap(f"/approve {n}")
    assert "电焊工" in shown.text
    assert "共 3 条计划，170 人" in shown.text
    decide(officer, "approve", "同意")
    assert free(store) == [("电焊工", 4, 99, 9), ("电焊工", 4, 51, 9), ("电焊工", 5, 20, 12)]
    listed = head.tap("/plan_lines").text
    assert "已批准 3 条，可用 3 条" in listed
    assert "2026 年 12 月　电焊工 五级（初级工）　20 人　可用" in listed


def test_only_what_stands_on_the_licence_can_be_planned(head: Talker) -> None:
    opened(head, "职业技能等级认定")
    assert head.values == ["skill_level:6-20-01-01"] or head.box == "plan_lines.people"
    head.tap("/cancel")
    opened(head)
    assert [value for value in head.values if ":" in value] == [
        "capability:JX04-05-07-03",
        "capability:JX04-06-04-01",
    ]
    head.say("焊工")
    assert head.values[:2] == ["5", "4"]
    assert head.say("3").question
    assert head.error == "choice-unknown"


def test_both_programmes_have_plans_of_their_own(
    store: Store, head: Talker, officer: Talker
) -> None:
    opened(head, "职业技能等级认定")
    assert head.box == "plan_lines.people", "one trade and level: nothing to ask"
    line(head, "30", "10", "否")
    filed(head)
    opened(head)
    line(head, "加工中心", "10", "11", "否")
    filed(head)
    decide(officer, "approve", "同意")
    assert free(store) == []
    assert free(store, Programme.SKILL_LEVEL) == [("装配钳工", 5, 30, 10)]
    decide(officer, "approve", "同意")
    assert free(store) == [("加工中心操作工", 4, 10, 11)]


def test_a_month_that_is_over_is_named_with_its_line_and_nothing_is_filed(head: Talker) -> None:
    opened(head)
    line(head, "电焊工", "4", "10", "3", "否", "-")
    assert "第 1 条：3 月已经过了" in head.last.text
    head.tap("submit")
    assert head.box != "review"
    assert "/my_papers" not in " ".join(head.values)


def test_a_second_plan_of_the_year_waits_for_the_first(head: Talker) -> None:
    opened(head)
    line(head, "电焊工", "4", "10", "9", "否")
    filed(head)
    opened(head)
    line(head, "电焊工", "4", "10", "9", "否", "-")
    head.tap("submit")
    assert "2026 年的计划还有一份没有办完" in head.last.text


# --- as a workbook ---


def test_the_template_lists_the_licence_and_comes_back_as_a_plan(
    store: Store, head: Talker, officer: Talker
) -> None:
    offered = opened(head)
    (paper,) = offered.files
    assert isinstance(paper, Paper)
    book = openpyxl.load_workbook(io.BytesIO(printed(store, head, paper)))
    page, choices = book.worksheets
    assert [cell.value for cell in page[5]] == [f"{title}*" for title in TITLES]
    assert [row[0].value for row in choices.iter_rows()] == [
        "职业（工种）",
        "加工中心操作工 JX04-05-07-03",
        "电焊工 JX04-06-04-01",
        *[None] * 10,
    ]
    for row, cells in enumerate(
        [
            ("电焊工 JX04-06-04-01", "四级（中级工）", "250", "9"),
            ("加工中心操作工", "4", "8", "12月"),
        ],
        start=6,
    ):
        for column, text in enumerate(cells, start=1):
            page.cell(row, column, text)
    taken = head.show(received(saved(book)))
    assert "2 行都可以用" in taken.text
    assert head.box == "note"
    filed(head)
    decide(officer, "approve", "同意")
    assert [line[2] for line in free(store)] == [99, 99, 52, 8]


def test_the_template_in_english_is_understood_too(store: Store) -> None:
    english = at(store, Role.STATION_HEAD, CHANGZHOU, "en")
    english.tap("/annual_plan")
    english.tap("capability")
    offered = english.say("2026")
    (paper,) = offered.files
    assert isinstance(paper, Paper)
    book = openpyxl.load_workbook(io.BytesIO(printed(store, english, paper)))
    assert book.worksheets[0]["A5"].value == "Occupation (trade)*"
    english.show(sheet(("电焊工", "4", 40, 9)))
    assert english.box == "note"


def test_wrong_rows_are_told_and_only_the_good_ones_taken_when_told_to(head: Talker) -> None:
    opened(head)
    said = head.show(
        sheet(
            ("电焊工", "四级", 40, 9),
            ("电焊工", "一级", 40, 9),
            ("电弧焊工", "四级", 0, 13),
            ("电焊工", 5, "４０", "九月"),
        )
    )
    assert "1 行可以用，3 行有问题" in said.text
    assert "第 3 行“等级”：没有“一级”。可以写：五级（初级工）、四级（中级工）。" in said.text
    assert "第 4 行“职业（工种）”：许可证上没有“电弧焊工”" in said.text
    assert "第 4 行“预计人数”" in said.text
    assert "第 5 行“计划月份”" in said.text
    head.tap("keep")
    assert head.box == "note"
    review = head.say("-").text
    assert "电焊工 JX04-06-04-01　四级（中级工）　40　9 月" in review


def test_a_photo_or_another_file_changes_nothing(head: Talker) -> None:
    opened(head)
    head.show(Received("1" * 64, "image/jpeg", 9, 600, 800))
    assert (head.box, head.error) == ("plan_lines.trade", "workbook-wanted")


def test_a_chat_that_carries_no_files_shows_the_way_to_the_page(store: Store) -> None:
    person = of(tree.hold(store, Role.STATION_HEAD, CHANGZHOU))
    for channel, offered in (("wechat", True), ("telegram_ptb", False)):
        with store.writing() as work:
            session, _ = work.sessions.open(person, SessionKind.BEARER)
            work.chats.bind(channel, f"{channel}:1", person, session)
        chat = Talker(store, channel=channel, chat=f"{channel}:1")
        chat.tap("/new annual_plan")
        chat.say("职业能力水平评价")
        said = chat.say("2026")
        assert chat.box == "plan_lines.trade"
        assert ("Excel 文件在网页上发" in said.text) is offered
        assert ("/handover" in chat.values) is offered


# --- return and resubmission ---


@both_databases
def test_a_returned_plan_is_corrected_at_its_lines_and_goes_on(
    store: Store, head: Talker, officer: Talker
) -> None:
    opened(head)
    line(head, "电焊工", "4", "10", "9", "否")
    n = filed(head)
    decide(officer, "return", "计划条目", "人数和去年差太多，请核实", "否")
    with store.reading() as work:
        assert work.papers.get(PaperId(n)).state is PaperState.RETURNED
    opened_again = head.tap(f"/annual_plan paper:{n}")
    assert "人数和去年差太多" in opened_again.text
    assert head.box == "plan_lines"
    head.show(sheet(("电焊工", 4, 60, 9), ("电焊工", 5, 30, 10)))
    assert head.values == ["replace", "append", "change"]
    head.tap("replace")
    if head.box == "plan_lines":
        head.tap("done")
    assert head.box == "review", head.last.text
    head.tap("submit")
    assert "共 2 条计划，90 人" in head.last.text
    decide(officer, "approve", "同意")
    assert free(store) == [("电焊工", 4, 60, 9), ("电焊工", 5, 30, 10)]
    with store.reading() as work:
        plan = work.plans.get(work.papers.get(PaperId(n)).subject)
    assert plan.state is PlanState.APPROVED


def test_a_station_that_is_suspended_is_told_before_it_fills_anything(
    store: Store, head: Talker
) -> None:
    with store.writing() as work:
        work.licences.suspend(CHANGZHOU, "年审未通过")
    said = head.tap("/annual_plan")
    assert said.question is None
    assert "暂停" in said.text


def test_nobody_but_station_staff_plans(officer: Talker) -> None:
    assert officer.tap("/annual_plan").question is None


# --- the summary ---


def planned(store: Store) -> None:
    with store.writing() as work:
        work.plans.enter(CHANGZHOU, CAPABILITY, 2026, [plans.WELDERS, plans.WELDERS])
        work.plans.enter(HAMI, CAPABILITY, 2026, [plans.WELDERS])


def test_the_management_station_sums_up_and_the_centre_reads_the_table(
    store: Store, officer: Talker, centre: Talker
) -> None:
    planned(store)
    officer.tap("/plan_summary")
    officer.say("职业能力水平评价")
    officer.say("2026")
    review = officer.say("-").text
    assert "考试站：2 个" in review
    done = officer.tap("submit")
    assert "共 2 个考试站，3 条计划，120 人" in done.text
    n = int(done.options[0].value.removeprefix("/my_papers "))
    shown = centre.tap(f"/approve {n}")
    (table,) = shown.files
    assert isinstance(table, Paper)
    rows = list(openpyxl.load_workbook(io.BytesIO(printed(store, centre, table))).active.values)
    assert "2026年度计划汇总申报表" in str(rows[0][0])
    assert rows[2][1:] == (
        *("项目", "考试站编码", "考试站", "承建单位", "工种编码", "职业（工种）"),
        *("等级", "计划月份", "计划人数"),
    )
    assert [(r[0], r[2], r[9]) for r in rows[3:]] == [
        (1, HAMI, 40),
        (None, HAMI, 40),
        (2, CHANGZHOU, 40),
        (3, CHANGZHOU, 40),
        (None, CHANGZHOU, 80),
        (None, None, 120),
    ]
    decide(centre, "approve", "同意")
    officer.tap("/plan_summary")
    officer.say("职业能力水平评价")
    officer.say("2026")
    officer.say("-")
    assert "2026 年没有待上报的计划" in officer.last.text


@both_databases
def test_a_returned_summary_takes_along_what_was_approved_meanwhile(
    store: Store, officer: Talker, centre: Talker
) -> None:
    planned(store)
    for answer in ("/plan_summary", "职业能力水平评价", "2026年", "-", "提交"):
        officer.say(answer)
    n = int(officer.last.options[0].value.removeprefix("/my_papers "))
    decide(centre, "return", "整份申请", "还缺两个站", "否")
    with store.writing() as work:
        work.plans.enter(
            HAMI, CAPABILITY, 2026, [plans.PlannedLine(plans.WELDER, Level.FIVE, 9, 8)]
        )
    officer.tap(f"/plan_summary paper:{n}")
    officer.tap("submit")
    assert "4 条计划，129 人" in officer.last.text
    decide(centre, "approve", "同意")
    with store.reading() as work:
        assert work.papers.get(PaperId(n)).state is PaperState.APPROVED
