"""Settlement in talks: the slip to pay by, the payment told, sent back once, then confirmed (R7.9)."""

import io

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from bot.press import Press
from conversations.engine.messages import Outgoing, Paper, Picture
from rules.findings import NotPossible
from rules.roles import Role
from store.unit import Store
from tests.candidates import picture
from tests.exams import WORD
from tests.fakes import FixedClock
from tests.officers import at
from tests.prepared import prepared
from tests.qualified import Qualified
from tests.store.tree import CHANGZHOU, MANAGEMENT, YUNYANG, of
from tests.talk import Talker, talker


@pytest.fixture
def one(store: Store, clock: FixedClock) -> Qualified:
    return prepared(Qualified, store, clock)


@pytest.fixture
def station(one: Qualified) -> Talker:
    return talker(one.store, one.station)


@pytest.fixture
def officer(one: Qualified) -> Talker:
    return talker(one.store, one.officer)


def pay(one: Qualified, station: Talker, slip: str = "slip") -> Outgoing:
    station.tap(f"/settlement {one.batch.number}")
    station.say("江苏省常州技师学院")
    station.say("2026-09-17")
    station.show(picture(one.store, slip))
    station.tap("keep")
    return station.tap("submit")


def test_paid_sent_back_once_paid_again_and_confirmed(
    one: Qualified, station: Talker, officer: Talker
) -> None:
    one.priced()
    station.say("缴费通知单")
    assert one.batch.number in station.last.text
    station.tap(f"/payment_slip {one.batch.number}")
    assert "电焊工 四级（中级工）：3 本 × 65.00 元 = 195.00 元" in station.last.text
    assert "合计 3 本，195.00 元（壹佰玖拾伍元整）" in station.last.text
    assert "收款账户还没有登记" in station.last.text
    assert "195.00 元" in pay(one, station, "blurred").text
    assert "195.00 元，请核对到账" in one.heard(of(one.officer))[-1]

    officer.say("核对结算")
    officer.tap(f"/settlement_check {one.batch.number}")
    assert "缴费单位：江苏省常州技师学院，2026-09-17 缴费" in officer.last.text
    assert any(isinstance(file, Picture) for file in officer.last.files)
    back = next(value for value in officer.values if value.endswith("return"))
    confirm = next(value for value in officer.values if value.endswith("confirm"))
    officer.tap(back)
    assert "已退回" in officer.say("凭证看不清").text
    assert "被退回：凭证看不清" in one.heard(of(one.station))[-1]
    officer.tap(confirm)
    assert "已经办过" in officer.last.text
    assert officer.values == ["/settlement_check", "/menu"]

    station.tap(f"/settlement {one.batch.number}")
    assert station.box == "review"
    assert "江苏省常州技师学院" in station.last.text
    station.tap("edit:slip")
    station.show(picture(one.store, "clear"))
    station.tap("keep")
    assert "195.00 元" in station.tap("submit").text
    officer.tap(f"/settlement_check {one.batch.number}")
    done = officer.tap(next(value for value in officer.values if value.endswith("confirm")))
    assert "已确认" in done.text
    assert "195.00 元已确认到账" in one.heard(of(one.station))[-1]
    officer.tap("/settlement_check")
    assert "没有要核对的结算" in officer.last.text
    with one.store.reading() as work:
        assert work.settlements.is_confirmed(one.batch.id)


def test_without_a_price_it_is_said_whom_to_ask(one: Qualified, station: Talker) -> None:
    station.tap(f"/settlement {one.batch.number}")
    assert "四级（中级工）证书还没有定单价。请联系管理站" in station.last.text
    assert "四级（中级工）证书还没有定单价" in station.tap(f"/payment_slip {one.batch.number}").text
    station.tap(f"/payment_slip {one.batch.number}")
    assert "3 本 × 未定价" in station.last.text
    assert station.last.files == ()


def test_a_day_to_come_and_a_file_that_is_no_slip_are_asked_for_again(
    one: Qualified, station: Talker
) -> None:
    one.priced()
    station.tap(f"/settlement {one.batch.number}")
    station.say("江苏省常州技师学院")
    station.say("2026-09-19")
    assert (station.box, station.error) == ("paid_on", "day-too-late")
    station.say("2026-09-17")
    station.show(picture(one.store, "a report", WORD))
    assert station.box == "slip"
    station.say("已经付了")
    assert (station.box, station.error) == ("slip", "photo-wanted-pdf")


def test_what_lies_with_the_officer_is_not_filed_again(one: Qualified, station: Talker) -> None:
    one.priced()
    pay(one, station)
    station.tap(f"/settlement {one.batch.number}")
    assert "管理站正在核对" in station.last.text
    station.tap("/settlement")
    assert "现在没有要结算的批次" in station.last.text
    station.tap(f"/payment_slip {one.batch.number}")
    assert f"/settlement {one.batch.number}" not in station.values


def test_slip_and_table_are_for_the_station_and_the_officers_above_it(one: Qualified) -> None:
    press = Press(one.store)
    slip = Paper("payment_slip", one.batch.id, "")
    with pytest.raises(NotPossible, match="settlement-no-price"):
        press.collect(slip, of(one.station))
    one.priced()
    with one.store.writing() as work:
        work.policy.set("payee", ["机械工业教育发展中心", "账号 0000"], work.today)
    for reader in (one.station, one.officer):
        printed = press.print(press.collect(slip, of(reader)))
        text = "".join(PdfReader(io.BytesIO(printed.data)).pages[0].extract_text().split())
        assert printed.name == f"payment-slip-{one.batch.number}.pdf"
    for told in ("缴费通知单", "3本，¥195.00", "壹佰玖拾伍元整", "机械工业教育发展中心"):
        assert told in text
    table = press.print(press.collect(Paper("settlement", one.batch.id, ""), of(one.officer)))
    total = [*load_workbook(io.BytesIO(table.data)).active][-2][-1]
    assert (total.value, total.number_format) == (195, "#,##0.00")
    stranger = at(one.store, Role.STATION_OFFICER, YUNYANG)
    stranger.tap(f"/payment_slip {one.batch.number}")
    assert "不能查看或办理" in stranger.last.text


@pytest.mark.parametrize(
    ("role", "code", "step", "says"),
    [
        (Role.STATION_OFFICER, CHANGZHOU, "/payment_slip", "No batch is to be settled now"),
        (Role.STATION_OFFICER, CHANGZHOU, "/settlement", "No batch is to be settled now"),
        (Role.MANAGEMENT_OFFICER, MANAGEMENT, "/settlement_check", "No settlement is to be"),
    ],
)
def test_with_nothing_to_do_it_says_so(
    one: Qualified, role: Role, code: str, step: str, says: str
) -> None:
    one.priced()
    payment = talker(one.store, one.station)
    if role is Role.STATION_OFFICER:
        pay(one, payment)
    reader = at(one.store, role, code, "en")
    reader.tap(step)
    assert says in reader.last.text
