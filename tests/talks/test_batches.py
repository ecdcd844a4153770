"""Batches applied for in the chat, in both programmes: returned, corrected, approved, listed (R4)."""

from datetime import timedelta

import pytest

from conversations.engine.messages import Kind, Outgoing
from rules.catalogue import Level, Programme
from rules.plans import PlannedLine
from rules.roles import Role
from store.batches import Batch
from store.examiners import ExaminerId
from store.unit import Store
from tests import batches
from tests.conftest import both_databases
from tests.fakes import FixedClock
from tests.officers import at
from tests.plans import FITTER, WELDERS
from tests.prepared import prepared
from tests.store.office import MACHINIST, new_batch
from tests.store.tree import BRANCH, CENTRE, CHANGZHOU, HAMI, MANAGEMENT
from tests.talk import Talker

ANSWERS: dict[str, str | list[str]] = {
    "programme": "职业能力水平评价",
    "candidate_type": "在读学生",
    "items.plan_line": ["1"],
    "items.people": ["40"],
    "items.leader": ["1"],
    "items.examiners": ["1 2"],
    "items.more": ["否"],
    "theory_on": "2026-09-01",
    "theory_starts_at": "9点",
    "practice_on": "2026-09-02",
    "practice_starts_at": "下午1点半",
    "venue": "武进区鸣新中路2号实训楼一层",
    "contact": "刘芳",
    "contact_phone": "0519-85001234",
}


@pytest.fixture(autouse=True)
def team(store: Store) -> list[ExaminerId]:
    return prepared(batches.furnish, store)


@pytest.fixture
def head(store: Store) -> Talker:
    return at(store, Role.STATION_HEAD, CHANGZHOU)


@pytest.fixture
def officer(store: Store) -> Talker:
    return at(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)


def fill(talker: Talker, **changes: str | list[str]) -> Outgoing:
    """Answer until the review, each question as the answers have it."""
    answers = {**ANSWERS, **{name.replace("__", "."): said for name, said in changes.items()}}
    left = {name: [said] if isinstance(said, str) else [*said] for name, said in answers.items()}
    while (question := talker.last.question) and question.kind is not Kind.REVIEW:
        assert question.error is None, (question.box, talker.last.text)
        talker.say(left[question.box].pop(0))
    return talker.last


def fill_until(talker: Talker, box: str) -> None:
    """Answer up to this question."""
    while talker.box != box:
        talker.say(str(first(ANSWERS[str(talker.box)])))


def first(said: str | list[str]) -> str:
    return said if isinstance(said, str) else said[0]


def applied(talker: Talker, **changes: str | list[str]) -> int:
    """Fill in and submit; the number of the paper."""
    talker.tap("/new batch")
    fill(talker, **changes)
    talker.tap("submit")
    assert talker.last.question is None, talker.last.text
    return int(talker.values[0].removeprefix("/my_papers "))


def decide(talker: Talker, paper: int, decision: str, *answers: str) -> Outgoing:
    talker.tap(f"/approve {paper}")
    talker.tap(next(v for v in talker.values if v.endswith(f" {decision}")))
    for answer in answers:
        talker.say(answer)
    return talker.last


def newest(store: Store) -> Batch:
    with store.reading() as work:
        return work.batches.of_station(CHANGZHOU).things[0]


def told_all(store: Store, talker: Talker) -> str:
    """Everything that was ever said to that person."""
    with store.reading() as work:
        session = work.sessions.find(talker.token)
        assert session
        return "\n".join(m.body["text"] for m in work.messages.after(session.person, 0, 500))


# --- applying ---


@both_databases
def test_a_batch_is_applied_for_approved_and_open_for_candidates(
    store: Store, head: Talker, officer: Talker
) -> None:
    batches.planned(store)
    head.tap("/batch")
    review = fill(head).text
    assert "考试地点：江苏省常州市武进区鸣新中路2号实训楼一层" in review
    assert "报名截止 8 月 21 日 24:00，试卷签收从 8 月 22 日 0 时起" in review
    assert "2026 年 9 月计划（40 人）　电焊工　四级（中级工）　40 人　组长王建国" in review
    assert "0519-****1234" in review
    done = head.tap("submit").text
    assert "现在由管理站办理" in done
    assert "批次编号 2026-0001" in done
    paper = int(head.values[0].removeprefix("/my_papers "))

    shown = officer.tap(f"/approve {paper}").text
    assert "2026-06-01 起算，共 40 人" in shown
    assert "30 天、年度计划、考评员、许可证和区域都符合" in shown
    decide(officer, paper, "approve", "同意")
    assert f"批次申请（{paper} 号）：职教管理站已批准" in told_all(store, head)
    with store.reading() as work:
        (open_batch,) = work.batches.open_now().things
        assert open_batch.begins_at.isoformat() == "2026-09-01T09:00:00+08:00"
        assert work.batches.contact(open_batch).phone == "0519-85001234"
    listed = head.tap("/batches").text
    assert "报名中，2026-08-21 24:00 截止，已报 0/40" in listed
    one = head.tap("/batches 2026-0001").text
    assert "组长 王建国，考评员 刘芳、陈明" in one


def test_in_the_skill_level_programme_branch_management_station_and_centre_decide(
    store: Store,
) -> None:
    batches.furnish(store, station=HAMI, region="新疆维吾尔自治区哈密市")
    fitters = PlannedLine(FITTER, FITTER.levels[0], 30, 9)
    batches.planned(store, fitters, programme=Programme.SKILL_LEVEL, station=HAMI)
    head = at(store, Role.STATION_HEAD, HAMI)
    paper = applied(head, items__people="30", candidate_type="社会人员", venue="哈密市伊州区")
    branch, officer = (
        at(store, Role.BRANCH_OFFICER, BRANCH),
        at(store, Role.MANAGEMENT_OFFICER, MANAGEMENT),
    )
    centre = at(store, Role.CENTRE_OFFICER, CENTRE)
    officer.tap(f"/approve {paper}")
    assert not any("approve" in value for value in officer.values), "it lies at the branch"
    decide(branch, paper, "forward", "同意")
    decide(officer, paper, "forward", "同意")
    with store.reading() as work:
        assert work.batches.open_now().things == ()
    decide(centre, paper, "approve", "同意")
    with store.reading() as work:
        (batch,) = work.batches.open_now().things
    assert (batch.programme, batch.venue) == (
        Programme.SKILL_LEVEL,
        "新疆维吾尔自治区哈密市伊州区",
    )


def test_the_first_of_july_can_be_applied_for_on_the_first_of_june_and_not_the_day_before(
    store: Store, head: Talker
) -> None:
    batches.planned(store)
    head.tap("/batch")
    fill_until(head, "theory_on")
    assert "最早 2026-07-01" in head.last.text
    assert "最早 2026-07-01" in head.say("2026-06-30").text
    assert (head.box, head.error) == ("theory_on", "day-too-early")
    head.say("2026-07-01")
    head.say("9:00")
    assert "报名截止 6 月 20 日 24:00，试卷签收从 6 月 21 日 0 时起" in head.last.text
    assert head.say("2026-06-30").question
    assert (head.box, head.error) == ("practice_on", "day-too-early")
    head.say("2026-07-03")
    fill(head)
    head.tap("submit")
    assert newest(store).exam_on.isoformat() == "2026-07-01"


def test_a_draft_that_waited_over_midnight_asks_for_another_day(
    store: Store, head: Talker, clock: FixedClock
) -> None:
    batches.planned(store)
    head.tap("/batch")
    fill(head, theory_on="2026-07-01", practice_on="2026-07-01")
    clock.office = clock.office.replace(hour=23, minute=59, second=59)
    assert head.tap("/batches").question is None
    assert head.tap("/resume").question
    assert head.box == "review"
    clock.advance(timedelta(seconds=1))
    head.tap("submit")
    assert head.box in {"theory_on", "practice_on"}
    assert "最早 2026-07-02" in head.last.text
    with store.reading() as work:
        assert work.batches.of_station(CHANGZHOU).things == ()


def test_several_items_stand_on_lines_of_their_own(store: Store, head: Talker) -> None:
    batches.planned(store, WELDERS, WELDERS, PlannedLine(MACHINIST, WELDERS.level, 9, 10))
    head.tap("/batch")
    fill_until(head, "items.more")
    head.say("是")
    assert len([v for v in head.values if v.isdigit()]) == 2, "a line is used once"
    head.say("jgzx")
    assert head.box == "items.people"
    assert "计划是 9 人；一条最多 99 人" in head.last.text
    assert "一条计划 1 到 99 人" in head.say("100").text
    head.say("12")
    head.say("4")
    assert "至少 2 位，现在选了 1 位" in head.say("1").text
    head.say("1 2 3")
    head.say("否")
    fill(head)
    head.tap("submit")
    with store.reading() as work:
        team = work.batches.team(newest(store).id)
        items = work.batches.items(newest(store).id)
    assert [(item.unit.name, item.people) for item in items] == [
        ("电焊工", 40),
        ("加工中心操作工", 12),
    ]
    assert [one.leader for one in team] == [True, False, False, True, False, False, False]


def test_nobody_is_asked_for_another_item_when_no_line_is_left(store: Store, head: Talker) -> None:
    batches.planned(store)
    head.tap("/batch")
    fill_until(head, "items.examiners")
    head.say("1 2")
    assert head.box == "theory_on"


def test_a_venue_outside_of_the_licence_is_refused_at_once(store: Store, head: Talker) -> None:
    batches.planned(store)
    head.tap("/batch")
    fill_until(head, "venue")
    assert "请从“江苏省常州市”写起" in head.say("南京市江宁区将军大道").text
    assert head.error == "venue-outside-licence"


# --- what comes first ---


def test_without_a_plan_the_way_to_the_plan_is_shown(store: Store, head: Talker) -> None:
    said = head.tap("/batch")
    assert "还没有批准的年度计划" in said.text
    assert head.values == ["/annual_plan", "/menu"]


def test_when_every_line_is_used_a_further_plan_comes_first(store: Store, head: Talker) -> None:
    batches.planned(store)
    applied(head)
    said = head.tap("/batch")
    assert "都用完了" in said.text
    assert head.values == ["/annual_plan", "/menu"]


def test_without_three_examiners_they_come_first(
    store: Store, head: Talker, team: list[ExaminerId]
) -> None:
    batches.planned(store)
    for examiner in team[:2]:
        batches.ended(store, examiner)
    said = head.tap("/batch")
    assert "电焊工有资格的考评员 2 名，要至少 3 名" in said.text
    assert head.values == ["/examiner_application", "/menu"]


def test_a_line_nobody_can_examine_is_refused_when_it_is_chosen(store: Store, head: Talker) -> None:
    with store.writing() as work:
        work.licences.change(CHANGZHOU, {WELDERS.unit.key: [Level.TWO]}, {})
    batches.planned(store, WELDERS, PlannedLine(WELDERS.unit, Level.TWO, 9, 10))
    head.tap("/batch")
    fill_until(head, "items.plan_line")
    assert "电焊工 二级（技师）现在没有开放" in head.say("2").text


def test_a_suspended_station_is_told_before_it_is_asked_anything(
    store: Store, head: Talker
) -> None:
    batches.planned(store)
    with store.writing() as work:
        work.licences.suspend(CHANGZHOU, "年审未通过")
    assert "许可证已暂停" in head.tap("/batch").text
    assert head.box is None


# --- returned, corrected, rejected, withdrawn ---


def returned(head: Talker, officer: Talker) -> int:
    paper = applied(head, theory_on="2026-07-01", practice_on="2026-07-01")
    decide(officer, paper, "return", "考试项目", "人数请核实", "否")
    return paper


@both_databases
def test_a_returned_batch_keeps_its_first_day_for_five_days(
    store: Store, head: Talker, officer: Talker, clock: FixedClock
) -> None:
    batches.planned(store)
    paper = returned(head, officer)
    clock.advance(timedelta(days=5))
    assert "人数请核实" in head.tap(f"/batch paper:{paper}").text
    assert head.box == "items"
    head.tap("entry:1")
    head.tap("keep")
    head.say("20")
    head.tap("keep")
    head.tap("keep")
    head.tap("done")
    assert head.box == "review", head.last.text
    head.tap("submit")
    assert "批次编号 2026-0001" in head.last.text
    assert newest(store).applied_on.isoformat() == "2026-06-01"
    shown = decide(officer, paper, "approve", "同意")
    assert "已批准" in shown.text
    with store.reading() as work:
        assert [item.people for item in work.batches.items(newest(store).id)] == [20]


def test_on_the_sixth_day_the_thirty_days_count_anew(
    store: Store, head: Talker, officer: Talker, clock: FixedClock
) -> None:
    batches.planned(store)
    paper = returned(head, officer)
    clock.advance(timedelta(days=6))
    head.tap(f"/batch paper:{paper}")
    head.tap("done")
    assert head.box == "theory_on"
    assert "最早 2026-07-07" in head.last.text
    head.say("2026-07-07")
    head.say("2026-07-08")
    assert head.box == "review", head.last.text
    head.tap("submit")
    assert newest(store).applied_on.isoformat() == "2026-06-07"


def test_another_day_counts_anew_though_it_comes_back_at_once(
    store: Store, head: Talker, officer: Talker, clock: FixedClock
) -> None:
    batches.planned(store)
    paper = returned(head, officer)
    clock.advance(timedelta(days=1))
    head.tap(f"/batch paper:{paper}")
    head.tap("done")
    head.tap("edit:theory_on")
    head.say("2026-07-02")
    head.tap("edit:practice_on")
    head.say("2026-07-02")
    assert "最早是 2026-07-02" not in head.last.text
    head.tap("submit")
    assert newest(store).applied_on.isoformat() == "2026-06-02"


@both_databases
def test_a_withdrawn_batch_gives_its_line_back_and_can_be_applied_for_anew(
    store: Store, head: Talker
) -> None:
    batches.planned(store)
    paper = applied(head)
    head.tap(f"/withdrawal {paper}")
    head.tap("yes")
    assert "已撤回" in head.tap("/batches").text
    head.tap(f"/batch anew:{paper}")
    assert head.box == "review", head.last.text
    head.tap("submit")
    assert newest(store).number == "2026-0002"


def test_a_rejected_batch_gives_its_line_back(store: Store, head: Talker, officer: Talker) -> None:
    batches.planned(store)
    decide(officer, applied(head), "reject", "不符合申请条件")
    assert "未批准" in head.tap("/batches").text
    assert head.tap("/batch").question


def test_what_changed_since_the_application_keeps_it_from_being_approved(
    store: Store, head: Talker, officer: Talker, team: list[ExaminerId]
) -> None:
    batches.planned(store)
    paper = applied(head)
    batches.ended(store, team[1])
    shown = officer.tap(f"/approve {paper}").text
    assert "有 1 项不符合" in shown
    assert "刘*" in shown
    refused = decide(officer, paper, "approve", "同意")
    assert "聘期到 2026-05-31 为止" in refused.text
    with store.reading() as work:
        assert work.batches.open_now().things == ()


# --- what is shown ---


def test_a_station_without_batches_is_shown_how_to_apply(head: Talker) -> None:
    assert "还没有申请过批次" in head.tap("/batches").text
    assert head.values == ["/batch", "/plan_lines", "/menu"]


def test_nobody_sees_the_batch_of_another_station(store: Store, head: Talker) -> None:
    batches.planned(store)
    applied(head)
    stranger = at(store, Role.STATION_HEAD, HAMI)
    said = stranger.tap("/batches 2026-0001").text
    assert "武进区" not in said
    assert "不能查看" in said
    assert "没有这个批次" in stranger.tap("/batches 2026-9999").text


@both_databases
def test_officers_see_the_batches_of_the_stations_below(
    store: Store, head: Talker, officer: Talker
) -> None:
    assert "下面的考试站还没有申请过批次" in officer.tap("/batches").text
    batches.planned(store)
    paper = applied(head)
    listed = officer.tap("/batches")
    assert "1 批次 2026-0001" in listed.text
    assert "职教267考试站" in listed.text
    one = officer.say("1").text
    assert "考试站：职教267考试站" in one
    assert "组长 王建国" in one
    assert officer.values == [f"/approve {paper}", "/batches", "/menu"]
    decide(officer, paper, "approve", "同意")
    assert "报名中" in officer.tap("/batches 2026-0001").text
    assert officer.values == ["/batches", "/menu"]


def test_a_running_number_alone_is_this_years_batch(
    store: Store, head: Talker, officer: Talker
) -> None:
    batches.planned(store)
    applied(head)
    assert "批次 2026-0001" in officer.say("/batches 1").text
    assert "批次 2026-0001" in head.say("/batches 0001").text
    assert "没有这个批次" in officer.say("/batches 3").text
    assert officer.values == ["/batches"]


def test_a_branch_sees_its_province_in_the_skill_level_programme_only(
    store: Store, head: Talker
) -> None:
    batches.planned(store)
    applied(head)
    branch = at(store, Role.BRANCH_OFFICER, BRANCH)
    assert "还没有申请过批次" in branch.tap("/batches").text
    assert "不能查看" in branch.tap("/batches 2026-0001").text


def test_a_long_list_of_batches_goes_on_with_the_next_page(store: Store, officer: Talker) -> None:
    with store.writing() as work:
        for _ in range(9):
            work.batches.add(new_batch(station_code=CHANGZHOU))
    page = officer.tap("/batches")
    assert page.options[-2].label == "下一页"
    officer.tap(page.options[-2].value)
    assert officer.values == ["/batches 2026-0001", "/menu"]


def test_the_procedures_in_force_are_noted_with_the_batch(store: Store, head: Talker) -> None:
    batches.procedure(store, "2026 年申报流程")
    batches.planned(store)
    head.tap("/batch")
    assert "按《2026 年申报流程》第 1 版办理" in fill(head).text
    head.tap("submit")
    assert "《2026 年申报流程》第 1 版" in head.tap("/batches 2026-0001").text


def test_the_form_speaks_english(store: Store) -> None:
    batches.planned(store)
    english = at(store, Role.STATION_HEAD, CHANGZHOU, "en")
    english.tap("/batch")
    fill(english, candidate_type="1", items__more="no")
    assert "Registration until the end of 8/21" in english.last.text
    english.tap("submit")
    assert "The batch has number 2026-0001" in english.last.text
