"""Certificates in the chat: applied for, released, issued with progress, changed (R7.6, R8.2, R9.3)."""

import io
import json
from dataclasses import replace

import openpyxl
import pytest

from bot.chores import ChoreHand
from bot.issued import issue_certificates, issue_next
from bot.press import Press
from conversations.engine.messages import Paper
from conversations.officers.certificates import ranges
from rules.findings import NotPossible
from rules.roles import Role
from store.chores import ChoreKind
from store.unit import Store
from tests.fakes import FixedClock
from tests.issuing import Released
from tests.officers import decide
from tests.prepared import prepared
from tests.store import tree
from tests.store.tree import CENTRE, HAMI
from tests.talk import Talker, talker

FIRST, SECOND, THIRD = (f"26492842674{serial:05}" for serial in (1, 2, 3))


class Settled(Released):
    """Paid for; the application is still to be made."""

    def decided(self, *_: object) -> None: ...

    def applied(self) -> None: ...


@pytest.fixture
def one(store: Store, clock: FixedClock) -> Settled:
    return prepared(Settled, store, clock)


@pytest.fixture
def centre(one: Settled) -> Talker:
    return talker(one.store, one.centre)


def released(one: Settled, centre: Talker) -> None:
    officer = talker(one.store, one.officer)
    officer.tap(f"/certificate_application {one.batch.number}")
    officer.tap("skip")
    assert "2 本" in officer.last.text
    officer.say("提交")
    decide(centre, "approve", "同意")


def carried_out(store: Store, holder: str = "one") -> None:
    ChoreHand(store, holder, {ChoreKind.CERTIFICATES: issue_certificates}).drain()


def issued(one: Settled, centre: Talker) -> None:
    released(one, centre)
    centre.tap(f"/certificates {one.batch.number} confirm")
    carried_out(one.store)


def person_at(one: Settled, place: int) -> int:
    return one.lines()[place - 1].person


def workbook(one: Settled, export: str, subject: int, person: int) -> list[list[object]]:
    press = Press(one.store)
    printed = press.print(press.collect(Paper(export, subject, ""), person))
    page = openpyxl.load_workbook(io.BytesIO(printed.data)).active
    return [[cell.value for cell in row] for row in page]


def test_from_the_application_to_the_certificate_in_hand(one: Settled, centre: Talker) -> None:
    number = one.batch.number
    officer = talker(one.store, one.officer)
    officer.say("证书核发申请")
    assert officer.box == "batches"
    released(one, centre)
    label = next(one.label for one in centre.last.options if one.value == "/certificates")
    assert label == "核发证书"
    centre.tap("/certificates")
    assert f"{number}　职教267考试站　0/2 本" in centre.last.text
    centre.tap(f"/certificates {number}")
    centre.tap(f"/certificates {number} issue")
    assert "核发 2 本，发证日期 2026-09-18" in centre.last.text
    centre.tap(f"/certificates {number} confirm")
    carried_out(one.store)
    assert "2 本证书已核发" in one.heard(tree.of(one.centre))[-1]
    assert f"编号 {FIRST}，发证日期 2026-09-18" in one.heard(person_at(one, 1))[-1]
    assert f"编号 {SECOND}" in one.heard(person_at(one, 3))[-1]
    assert one.heard(person_at(one, 2)) == []
    assert "可以邮寄" in one.heard(tree.of(one.officer))[-1]

    centre.tap(f"/certificates {number}")
    assert f"编号 {FIRST} 至 {SECOND}" in centre.last.text
    student = one.at(person_at(one, 1))
    student.say("我的报名")
    student.tap(next(v for v in student.values if v.startswith("/my_registrations 26")))
    assert f"证书编号 {FIRST}，2026-09-18 核发，有效" in student.last.text


def test_each_level_has_numbers_of_its_own(one: Settled, centre: Talker) -> None:
    released(one, centre)
    centre.tap(f"/certificates {one.batch.number} confirm")
    carried_out(one.store)
    with one.store.reading() as work:
        four, again = [each.certificate for each in work.issuing.of(one.batch.id)]
    three = replace(four, level_text="三级/高级工", number="2649284267300001")
    assert ranges([four, again, three]) == [(FIRST, SECOND), (three.number, three.number)]


def test_confirmed_twice_and_by_two_officers_nobody_hears_twice(
    one: Settled, centre: Talker
) -> None:
    released(one, centre)
    other = talker(one.store, tree.hold(one.store, Role.CENTRE_OFFICER, CENTRE))
    for officer in (centre, other, centre):
        officer.tap(f"/certificates {one.batch.number} confirm")
    carried_out(one.store)
    carried_out(one.store)
    assert one.numbers() == [FIRST, SECOND]
    assert sum("证书已核发" in text for text in one.heard(person_at(one, 1))) == 1


def test_killed_half_way_it_goes_on_where_it_stood(one: Settled, centre: Talker) -> None:
    released(one, centre)
    with one.store.writing(one.centre) as work:
        work.issuing.begin(one.batch.id)
    with one.store.writing() as work:
        work.issuing.issue_some(one.batch.id, 1)
    assert issue_next(one.store, one.batch.id, ())
    centre.tap(f"/certificates {one.batch.number}")
    assert "已核发 2/2 本" in centre.last.text
    centre.tap(f"/certificates {one.batch.number} confirm")
    carried_out(one.store)
    assert one.numbers() == [FIRST, SECOND]
    for place in (1, 3):
        assert sum("证书已核发" in text for text in one.heard(person_at(one, place))) == 1


def test_a_certificate_is_replaced_and_revoked_with_the_reason(
    one: Settled, centre: Talker
) -> None:
    issued(one, centre)
    centre.say("证书变更")
    centre.say("9949284267400001")
    assert "没有查到这个编号" in centre.last.text
    centre.say(FIRST)
    centre.tap("reissue")
    centre.say("李小雨")
    centre.say("姓名印错")
    centre.say("提交")
    assert f"新编号 {THIRD}" in centre.last.text
    assert f"新编号 {THIRD}" in one.heard(person_at(one, 1))[-1]

    centre.tap("/certificate_change")
    centre.say(SECOND)
    centre.tap("revoke")
    centre.say("冒名顶替")
    centre.say("提交")
    assert "已撤销" in centre.last.text
    assert "冒名顶替" in one.heard(person_at(one, 3))[-1]

    for number, state in ((FIRST, "已换发"), (SECOND, "已注销")):
        centre.tap("/certificate_lookup")
        for answer in ("李晓雨" if number == FIRST else "阿依古丽·买买提", "-", number):
            centre.say(answer)
        assert state in centre.last.text


def test_the_lists_are_for_the_station_and_those_above_it(one: Settled, centre: Talker) -> None:
    issued(one, centre)
    station = talker(one.store, one.station)
    station.say("合格人员名册")
    station.tap(f"/qualified_roster {one.batch.number}")
    assert "合格 2 人，已发证 2 本" in station.last.text
    assert [file.export for file in station.last.files if isinstance(file, Paper)] == [
        "qualified_roster"
    ]
    listed = workbook(one, "qualified_roster", one.batch.id, tree.of(one.station))
    assert listed[0][0] == "机械行业职业能力水平评价合格人员名册"
    assert [row[0] for row in listed[3:]] == [1, 3]
    assert [row[17] for row in listed[3:]] == [FIRST, SECOND]
    assert {type(row[4]) for row in listed[3:]} == {str}
    registered = workbook(one, "certificate_register", 2026, tree.of(one.station))
    assert [row[1] for row in registered[3:]] == [FIRST, SECOND]

    press = Press(one.store)
    for place, result in ((1, ["85", "82.5", "good", FIRST]), (2, ["55", "82.5", "failed", ""])):
        own = person_at(one, place)
        data = json.loads(press.print(press.collect(Paper("my_data", own, ""), own)).data)
        told = data["registrations"][0]
        assert [told[x] for x in ("theory", "practice", "result", "certificate")] == result

    stranger = tree.of(tree.hold(one.store, Role.STATION_OFFICER, HAMI))
    with pytest.raises(NotPossible, match="not-yours"):
        workbook(one, "qualified_roster", one.batch.id, stranger)
    assert len(workbook(one, "certificate_register", 2026, stranger)) == 3


def test_a_code_is_entered_as_the_notice_has_it(one: Settled, centre: Talker) -> None:
    centre.say("评价机构编码")
    centre.say("102")
    centre.say("S0000 65 00010")
    assert "13 位" in centre.last.text
    centre.say("ｓ0000 65 000102")
    centre.say("提交")
    assert "S000065000102" in centre.last.text


def test_nothing_to_do_is_said_and_others_are_refused(one: Settled, centre: Talker) -> None:
    centre.say("核发证书")
    assert "现在没有要核发的证书" in centre.last.text
    centre.tap(f"/certificates {one.batch.number}")
    assert "还没有放行" in centre.last.text
    officer = talker(one.store, one.officer)
    officer.tap("/certificates")
    assert "0/2" not in officer.last.text
    released(one, centre)
    officer.tap("/certificate_application")
    assert "现在没有可以申请证书的批次" in officer.last.text


def test_a_returned_application_is_corrected_and_a_rejected_one_made_anew(
    one: Settled, centre: Talker
) -> None:
    officer = talker(one.store, one.officer)
    officer.tap(f"/certificate_application {one.batch.number}")
    officer.tap("skip")
    officer.say("提交")
    decide(centre, "return", "说明", "请写明领取方式", "否")
    officer.tap("/todo")
    officer.tap(next(v for v in officer.values if v.startswith("/certificate_application paper:")))
    assert officer.box == "note"
    officer.say("寄给考试站")
    assert "2 本" in officer.last.text
    officer.say("提交")
    assert "指导中心" in officer.last.text
    decide(centre, "reject", "先核对名册")
    with one.store.reading(one.officer) as work:
        assert [batch.id for batch in work.certificate_applications.ready()] == [one.batch.id]
    released(one, centre)
    assert f"{one.batch.number}" in centre.tap("/certificates").text
