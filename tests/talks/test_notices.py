"""Officers publish for an audience, everybody reads what is theirs, publishers see who has (R1.11)."""

import pytest

from rules.roles import Role
from store.unit import Store
from tests import officers
from tests.candidates import picture
from tests.conftest import both_databases
from tests.fakes import FixedClock
from tests.officers import fill
from tests.store.tree import BASE, BRANCH, CENTRE, CHANGZHOU, HAMI, MANAGEMENT, URUMQI
from tests.talk import Talker

NEWS = {
    "audience": "全体考试站",
    "kind": "申报流程",
    "heading": "考试站申报流程",
    "text": "一、先报年度计划。\n二、再报批次。",
    "valid_from": "2026-06-01",
}


@pytest.fixture
def centre(store: Store) -> Talker:
    return officers.at(officers.grown(store), Role.CENTRE_OFFICER, CENTRE)


def published(officer: Talker, **changes: str) -> str:
    """The id of a notice just published."""
    officer.tap("/publish")
    fill(officer, **{**NEWS, **changes})
    officer.tap("submit")
    return officer.values[0].removeprefix("/notices ")


def opened(talker: Talker) -> list[str]:
    """What the list shows, by label."""
    return [option.label for option in talker.tap("/notices").options]


def test_without_notices_the_way_leads_to_the_contacts(centre: Talker, store: Store) -> None:
    for talker in (Talker(store), centre):
        talker.say("通知公告")
        assert "现在没有通知" in talker.last.text
        assert "/contacts" in talker.values


@both_databases
def test_a_station_reads_what_is_published_for_stations(store: Store, centre: Talker) -> None:
    station = officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    candidate = Talker(store)
    published(centre)
    assert opened(station) == ["● 考试站申报流程　2026-06-01"]
    text = station.say("1").text
    assert "〔申报流程〕考试站申报流程" in text
    assert "指导中心　2026-06-01 起　第 1 版" in text
    assert "一、先报年度计划。\n二、再报批次。" in text
    assert "已读" not in text
    assert opened(station) == ["考试站申报流程　2026-06-01"], "read, so without the dot"
    candidate.tap("/notices")
    assert "现在没有通知" in candidate.last.text


def test_the_review_names_exactly_who_gets_it(store: Store, centre: Talker) -> None:
    for code in (CHANGZHOU, HAMI, URUMQI):
        officers.at(store, Role.STATION_HEAD, code)
    centre.tap("/publish")
    fill(centre, **{**NEWS, "region": "新疆", "programme": "职业技能等级认定"})
    assert "2 人，2 个机构（如职教101考试站、职教102考试站）" in centre.last.text


def test_a_station_of_another_province_is_not_shown_it_even_by_its_link(
    store: Store, centre: Talker
) -> None:
    here, there = (officers.at(store, Role.STATION_HEAD, code) for code in (URUMQI, CHANGZHOU))
    notice = published(centre, region="新疆")
    assert "一、先报年度计划" in here.tap(f"/notices {notice}").text
    assert "一、先报年度计划" not in there.tap(f"/notices {notice}").text


def test_a_branch_is_offered_its_own_kinds_only_and_stays_in_its_province(
    store: Store, centre: Talker
) -> None:
    officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    officers.at(store, Role.STATION_HEAD, HAMI)
    branch = officers.at(store, Role.BRANCH_OFFICER, BRANCH)
    branch.tap("/publish")
    assert {"everyone", "candidates", "officers"}.isdisjoint(branch.values)
    fill(branch, **NEWS)
    assert "1 人，1 个机构（如职教102考试站）" in branch.last.text
    branch.tap("edit:region")
    branch.say("江苏")
    assert "不归您管" in branch.tap("submit").text


def test_a_long_text_comes_in_pages(store: Store, centre: Talker) -> None:
    station = officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    notice = published(centre, text="请各考试站按时申报。" * 80)
    first = station.tap(f"/notices {notice}")
    assert "第 1 页，共 2 页" in first.text
    assert len(first.text.encode()) < 2048
    second = station.say("下一页")
    assert "第 2 页，共 2 页" in second.text
    assert first.text.count("请各考试站") + second.text.count("请各考试站") == 80
    assert "第 1 页" in station.say("上一页").text


def test_attachments_come_with_it(store: Store, centre: Talker) -> None:
    station = officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    centre.tap("/publish")
    for box in ("audience", "region", "programme", "kind", "heading", "text"):
        centre.say(NEWS[box]) if box in NEWS else centre.tap("skip")
    centre.tap("yes")
    centre.show(picture(store, "sample", "application/pdf"))
    centre.tap("keep")
    fill(centre, valid_from="2026-06-01")
    notice = centre.tap("submit").options[0].value
    (file,) = station.tap(notice).files
    assert file.media_type == "application/pdf"


def test_a_change_opens_with_the_old_answers_and_makes_a_new_version(
    store: Store, centre: Talker
) -> None:
    station = officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    notice = published(centre)
    station.tap(f"/notices {notice}")
    centre.tap(f"/publish {notice}")
    assert centre.box == "review"
    assert "二、再报批次" in centre.last.text
    centre.tap("edit:text")
    centre.say("都在考务通里报。")
    assert "第 2 版" in centre.tap("submit").text
    assert opened(station) == ["● 考试站申报流程　2026-06-01"], "to be read anew"
    assert "都在考务通里报" in station.say("1").text
    older = station.say("看上一版").text
    assert "二、再报批次" in older
    assert "已有新版" in older
    assert "都在考务通里报" in station.say("看现行版").text


@both_databases
def test_of_two_officers_changing_it_the_second_loses_nothing(store: Store, centre: Talker) -> None:
    other = officers.at(store, Role.CENTRE_OFFICER, CENTRE)
    notice = published(centre)
    for officer in (centre, other):
        officer.tap(f"/publish {notice}")
    centre.tap("submit")
    assert "刚才有人改过了" in other.tap("submit").text
    assert other.box == "review"


def test_what_is_to_come_waits_for_its_day(store: Store, centre: Talker, clock: FixedClock) -> None:
    station = officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    notice = published(centre, valid_from="2026-06-02")
    station.tap("/notices")
    assert "现在没有通知" in station.last.text
    assert "还没有生效" in centre.tap(f"/notices {notice}").text
    clock.office = clock.office.replace(day=2)
    assert opened(station) == ["● 考试站申报流程　2026-06-02"]


def test_yesterday_is_no_day_to_begin(centre: Talker) -> None:
    centre.tap("/publish")
    centre.say("所有人")
    for box in ("kind", "heading", "text"):
        centre.say(NEWS[box])
    centre.tap("no")
    centre.say("2026-05-31")
    assert centre.error == "day-too-early"


def test_a_withdrawn_notice_is_gone_and_comes_back(store: Store, centre: Talker) -> None:
    station = officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    notice = published(centre)
    button = f"/notices {notice}"
    assert "已撤下" in centre.tap(f"/withdraw_notice {notice}").text
    station.tap(button)
    assert "现在没有通知" in station.last.text
    assert "已撤下" in centre.tap(button).text, "its publisher still finds it"
    assert "已恢复" in centre.tap(f"/withdraw_notice {notice} undo").text
    assert "一、先报年度计划" in station.tap(button).text


def test_officers_find_what_they_look_after_beside_what_is_for_them(
    store: Store, centre: Talker
) -> None:
    published(centre, audience="管理站、分支机构和指导中心", heading="月度例会")
    withdrawn = published(centre)
    published(centre, heading="新样表", valid_from="2026-07-01")
    centre.tap(f"/withdraw_notice {withdrawn}")
    assert opened(centre) == [
        "（未生效）新样表　2026-07-01",
        "（已撤下）考试站申报流程　2026-06-01",
        "● 月度例会　2026-06-01",
    ]


def test_the_publisher_sees_how_many_have_read_it_and_which_institutions_have_not(
    store: Store, centre: Talker
) -> None:
    station = officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    officers.at(store, Role.STATION_OFFICER, HAMI)
    notice = published(centre)
    station.tap(f"/notices {notice}")
    text = centre.tap(f"/notices {notice}").text
    assert "已读 1 人，共 2 人" in text
    assert "还没有人读的机构（1 个）：职教102考试站" in text


@pytest.mark.parametrize("command", ["/withdraw_notice", "/publish", "/broadcast"])
def test_another_tiers_notice_is_not_touched(store: Store, centre: Talker, command: str) -> None:
    base = officers.at(store, Role.MANAGEMENT_OFFICER, BASE)
    notice = published(base)
    other = officers.at(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
    other.tap(f"{command} {notice}")
    assert "不能查看或办理" in other.last.text
    with store.reading() as work:
        (edition,) = work.notices.versions(int(notice))
    assert edition.withdrawn_at is None


@pytest.mark.parametrize("argument", ["", "abc", "99", "99 undo"])
def test_a_withdrawal_of_nothing_is_answered(centre: Talker, argument: str) -> None:
    assert "没有这条通知" in centre.tap(f"/withdraw_notice {argument}").text


def test_a_station_may_not_publish(store: Store, centre: Talker) -> None:
    station = officers.at(store, Role.STATION_HEAD, CHANGZHOU)
    assert "不在这个账户的权限里" in station.tap("/publish").text


def test_it_reads_well_in_english(store: Store, centre: Talker) -> None:
    published(centre)
    station = officers.at(store, Role.STATION_HEAD, CHANGZHOU, "en")
    station.say("Notices")
    assert "Procedure: 考试站申报流程" in station.say("1").text
