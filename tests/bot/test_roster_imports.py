"""A station's own roster: the dry run says what the run does, and sent again only changes are applied."""

import io
from collections.abc import Callable, Iterator
from datetime import date

import openpyxl
import pytest

from bot.roster_chores import Tally, opened_pictures, opened_sheet
from bot.roster_imports import Outcome, RosterImport, Verdict
from bot.roster_pictures import PictureCase
from conversations.words import words
from rules.candidates import CandidateType
from rules.catalogue import Level
from rules.findings import NotPossible, Refused
from rules.identity import IdNumber, read_id_number
from rules.materials import Material
from rules.registration import RegistrationState
from store.batches import Batch, NewItem
from store.pictures import PictureDesk
from store.registrations import Registration
from store.unit import Caller, Store, UnitOfWork
from tests import rosters
from tests.conftest import both_databases
from tests.rosters import listed, photos, row, zipped
from tests.store import office, reviewing
from tests.store.office import OTHER_STATION, SCHOOL, WELDER
from tests.talks.conftest import database_url as database_url

ZH = words("zh-CN")
NEW, CHANGED, UNCHANGED = Verdict.NEW, Verdict.CHANGED, Verdict.UNCHANGED
OWN, WRONG = Verdict.OWN, Verdict.WRONG


@pytest.fixture(scope="module")
def desk() -> Iterator[PictureDesk]:
    with PictureDesk() as desk:
        yield desk


@pytest.fixture
def batch(store: Store) -> Batch:
    return office.open_batch(store, NewItem(WELDER, Level.FOUR, 3))


@pytest.fixture
def officer(store: Store, batch: Batch) -> Caller:
    return reviewing.officer(store)


Send = Callable[..., list[Outcome]]


@pytest.fixture
def send(store: Store, batch: Batch, officer: Caller, desk: PictureDesk) -> Send:
    """Send a list with its pictures; `dry` only looks."""

    def sent(
        data: bytes, pictures: bytes | None = None, *, dry: bool = False, caller: Caller = officer
    ) -> list[Outcome]:
        def whose(_: UnitOfWork) -> Caller:
            return caller

        with opened_pictures(pictures) as package:
            case = PictureCase(package, desk, ZH)
            sheet = opened_sheet(data, ZH)
            return list(RosterImport(store, whose, batch.id, sheet, case, dry).outcomes())

    return sent


def verdicts(outcomes: list[Outcome]) -> list[Verdict]:
    assert all(bool(one.faults) == (one.verdict is WRONG) for one in outcomes), outcomes
    return [one.verdict for one in outcomes]


def filed(store: Store, batch: Batch) -> list[Registration]:
    with store.reading() as work:
        return list(work.registrations.of_batch(batch.id).things)


def boxes(store: Store, one: Registration) -> dict[str, object]:
    with store.reading() as work:
        return dict(work.registrations.boxes(one))


@both_databases
def test_a_row_is_the_form_its_candidate_would_have_filed(
    store: Store, batch: Batch, send: Send
) -> None:
    assert verdicts(send(listed(row(1)), zipped(photos(1)))) == [NEW]
    (one,) = filed(store, batch)
    kept = boxes(store, one)
    assert (kept["name"], kept["school"], kept["class_hours"]) == ("李晓雨", SCHOOL, "420")
    assert kept["study"] == [
        {
            "since": "2020-09-01",
            "until": "2023-07-01",
            "school": "哈密第四中学",
            "stage": "junior_middle",
            "class_name": "3班",
        },
        {
            "since": "2023-09-01",
            "school": SCHOOL,
            "stage": "secondary_vocational",
            "class_name": "23焊接1班",
        },
    ]
    assert (one.level, one.condition, one.state) == (
        Level.FOUR,
        "school-4",
        RegistrationState.SUBMITTED,
    )
    with store.reading() as work:
        given = {document.material for document in work.registrations.documents(one.id)}
    assert Material.STUDENT_CARD in given
    assert len(given) == len(rosters.NEEDED)


def test_the_dry_run_says_the_same_and_takes_nothing(
    store: Store, batch: Batch, send: Send
) -> None:
    data = listed(row(1), row(2, 培训学时=360), row(3), row(4), row(5), row(1))
    pictures = zipped(photos(1, 2, 3, 4, 5))
    looked = send(data, pictures, dry=True)
    assert filed(store, batch) == []
    with store.reading() as work:
        assert work.people.find_by_id_number(read(rosters.number(1))) is None
    assert looked == send(data, pictures)
    assert verdicts(looked) == [NEW, WRONG, NEW, NEW, WRONG, WRONG]
    assert "400 学时" in looked[1].faults[0]
    assert "报满" in looked[4].faults[0]
    assert looked[5].faults == ("这个身份证号在第 3 行已经有了。",)
    assert looked == send(data, pictures, dry=True) or verdicts(send(data, pictures, dry=True)) == [
        UNCHANGED,
        WRONG,
        UNCHANGED,
        UNCHANGED,
        WRONG,
        WRONG,
    ]


def read(number: str) -> IdNumber:
    return read_id_number(number, date(2026, 6, 1))


@both_databases
def test_sent_again_only_changes_are_applied(store: Store, batch: Batch, send: Send) -> None:
    pictures = zipped(photos(1, 2))
    send(listed(row(1), row(2)), pictures)
    assert verdicts(send(listed(row(1), row(2)), pictures)) == [UNCHANGED, UNCHANGED]
    assert verdicts(send(listed(row(1), row(2)))) == [UNCHANGED, UNCHANGED]
    again = listed(row(1), row(2, 考生电话="0902-2231299"), row(3))
    assert verdicts(send(again, zipped(photos(3)), dry=True)) == [UNCHANGED, CHANGED, NEW]
    assert verdicts(send(again, zipped(photos(3)))) == [UNCHANGED, CHANGED, NEW]
    first, second, _ = filed(store, batch)
    assert boxes(store, second)["phone"] == "0902-2231299"
    assert (first.step, second.state) == (0, RegistrationState.SUBMITTED)


def test_the_same_in_another_spelling_is_no_change(store: Store, batch: Batch, send: Send) -> None:
    send(listed(row(1)), zipped(photos(1)))
    spelt = row(1, 文化程度="中专、技校或职高", 申报等级="4", 入学时间="2023年9月")
    assert verdicts(send(listed(spelt))) == [UNCHANGED]
    assert filed(store, batch)[0].step == 0


def test_a_sharper_picture_takes_the_place_of_the_first(
    store: Store, batch: Batch, send: Send
) -> None:
    send(listed(row(1)), zipped(photos(1)))
    other = {rosters.name_of(1, "学生证"): rosters.picture(9, "学生证")}
    assert verdicts(send(listed(row(1)), zipped(other))) == [CHANGED]
    assert verdicts(send(listed(row(1)), zipped(other))) == [UNCHANGED]
    (one,) = filed(store, batch)
    with store.reading() as work:
        cards = [
            d for d in work.registrations.documents(one.id) if d.material is Material.STUDENT_CARD
        ]
    assert len(cards) == 2


def test_stamped_forms_come_in_the_same_zip(store: Store, batch: Batch, send: Send) -> None:
    send(listed(row(1)), zipped(photos(1)))
    stamped = zipped({rosters.name_of(1, "盖章申报表"): rosters.picture(1, "form")})
    assert verdicts(send(listed(row(1)), stamped, dry=True)) == [CHANGED]
    assert verdicts(send(listed(row(1)), stamped)) == [CHANGED]
    (one,) = filed(store, batch)
    assert one.state is RegistrationState.COMPLETE
    assert verdicts(send(listed(row(1)), stamped)) == [UNCHANGED]


def test_everything_wrong_in_a_row_is_said_at_once_in_the_titles_of_the_form(
    store: Store, batch: Batch, send: Send
) -> None:
    wrong = row(1, 就读院校="", 考生电话="123", 学习经历="四中 初中")
    (outcome,) = send(listed(wrong), zipped(photos(1)))
    told = "\n".join(outcome.faults)
    for title in ("就读院校：", "考生电话：", "学习经历："):
        assert title in told
    (outcome,) = send(listed(row(1, 姓名="", 身份证号="110101200803040010")))
    assert [fault.split("：")[0] for fault in outcome.faults] == ["姓名", "身份证号"]
    assert filed(store, batch) == []


def test_behind_a_wrong_trade_nothing_is_said_of_lists_that_depend_on_it(
    store: Store, batch: Batch, send: Send
) -> None:
    (outcome,) = send(listed(row(1, 申报工种="木工")), zipped(photos(1)))
    assert [fault.partition("：")[0] for fault in outcome.faults] == ["申报职业"]


def test_missing_and_unusable_pictures_are_named(store: Store, batch: Batch, send: Send) -> None:
    (outcome,) = send(listed(row(1)))
    assert set(outcome.faults) == {
        f"{title}：还差{title}。"
        for title in ("照片", "身份证人像面", "身份证国徽面", "学生证", "学时证明")
    }
    files = {**photos(1), rosters.name_of(1, "户口本"): b"x", rosters.name_of(1, ""): b"no picture"}
    (outcome,) = send(listed(row(1)), zipped(files))
    assert any("户口本" in fault for fault in outcome.faults)
    small = {**photos(1), rosters.name_of(1, ""): rosters.pictures.portrait(180, 240)}
    (outcome,) = send(listed(row(1)), zipped(small))
    assert "180×240" in outcome.faults[0]
    broken = {**photos(1), rosters.name_of(1, ""): b"\xff\xd8\xff no picture"}
    (outcome,) = send(listed(row(1)), zipped(broken))
    assert outcome.faults[0].startswith("照片：")
    assert filed(store, batch) == []


def test_who_registered_themselves_is_left_alone(store: Store, batch: Batch, send: Send) -> None:
    one = reviewing.filed(store, batch, 1)
    assert verdicts(send(listed(row(1, 培训学时=999)))) == [OWN]
    assert boxes(store, filed(store, batch)[0]) == boxes(store, one)


def test_a_number_of_somebody_of_another_name_tells_nothing(
    store: Store, batch: Batch, send: Send
) -> None:
    office.sign_up(store, 1)
    (outcome,) = send(listed(row(1, 姓名="王建国")), zipped(photos(1)))
    assert outcome.faults == ("姓名：姓名和身份证号对不上。请照身份证再核对一遍。",)


def test_what_was_approved_stays_as_it_is_and_says_so_in_the_dry_run_too(
    store: Store, batch: Batch, officer: Caller, send: Send
) -> None:
    stamped = {rosters.name_of(1, "盖章表"): rosters.picture(1, "form")}
    send(listed(row(1)), zipped({**photos(1), **stamped}))
    (one,) = filed(store, batch)
    reviewing.by(store, officer, "approve", one.id, confirmed=one.to_confirm)
    again = listed(row(1, 考生电话="0902-2231299"))
    looked = send(again, dry=True)
    assert verdicts(looked) == [WRONG]
    assert "已经审核通过" in looked[0].faults[0]
    assert looked == send(again)


def test_the_candidate_hears_who_registered_them(store: Store, batch: Batch, send: Send) -> None:
    send(listed(row(1)), zipped(photos(1)))
    (one,) = filed(store, batch)
    with store.reading() as work:
        (message,) = work.messages.after(one.person_id, 0, 10)
    assert f"已经替你报名，编号 {one.number}" in str(message.body["text"])
    assert "不是你要报的名" in str(message.body["text"])


def test_another_station_takes_nothing(store: Store, batch: Batch, send: Send) -> None:
    other = reviewing.officer(store, OTHER_STATION.code)
    (outcome,) = send(listed(row(1)), zipped(photos(1)), caller=other)
    assert outcome.verdict is WRONG
    assert filed(store, batch) == []


def test_workers_bring_their_work_history(store: Store, desk: PictureDesk, officer: Caller) -> None:
    batch = office.open_batch(
        store, NewItem(WELDER, Level.FOUR, 3), candidate_type=CandidateType.EMPLOYED
    )
    titles = ("姓名", "证件号码", "文化程度", "工龄", "手机号", "所选申报条件", "单位", "工作经历")
    titles = tuple("申报职业工龄" if one == "工龄" else one for one in titles)
    cells = (
        *("王建国", rosters.id_number(rosters.date(1990, 5, 1)), "初中", 11, "13812345678"),
        *("四级（1）", "哈密机械厂", "2015-01至今 哈密机械厂 焊工 是"),
    )
    files = {f"{cells[1]}{word}.jpg": rosters.picture(1, word or "") for word in WORKERS}
    with opened_pictures(zipped(files)) as package:
        sheet = opened_sheet(rosters.workbook(titles, cells), ZH)
        case = PictureCase(package, desk, ZH)
        taking = RosterImport(store, lambda _: officer, batch.id, sheet, case, dry=False)
        (outcome,) = taking.outcomes()
    assert outcome.faults == ()
    (one,) = filed(store, batch)
    assert one.condition == "4.1"
    assert boxes(store, one)["work"][0]["related"] is True


WORKERS = ("", "身份证正面", "身份证反面", "工作年限证明")


def test_titles_are_found_below_a_heading_and_missing_ones_are_named() -> None:
    with pytest.raises(Refused, match="workbook-titles-missing") as refused:
        opened_sheet(rosters.workbook(["姓名", "电话"], ["李晓雨", "1"]), ZH)
    assert refused.value.finding.args["titles"] == ("身份证号",)
    with pytest.raises(Refused, match="workbook-no-titles"):
        opened_sheet(rosters.workbook(["甲", "乙"], ["1", "2"]), ZH)
    with pytest.raises(Refused, match="workbook-no-rows"):
        opened_sheet(listed(), ZH)


def test_the_report_is_their_own_list_with_the_problems_beside_it(send: Send) -> None:
    data = listed(row(1), row(2, 培训学时=360))
    tally = Tally(ZH)
    for outcome in send(data, zipped(photos(1, 2)), dry=True):
        tally.note(outcome)
    report = tally.report(opened_sheet(data, ZH))
    page = openpyxl.load_workbook(io.BytesIO(report)).active
    rows = list(page.iter_rows(values_only=True))
    assert rows[1][:2] == ("问题", "姓名")
    assert rows[2][0] is None
    assert "400 学时" in str(rows[3][0])
    assert send(report, zipped(photos(1, 2)), dry=True) == send(
        data, zipped(photos(1, 2)), dry=True
    )


def test_an_account_is_claimed_with_a_code_and_the_number_as_user_name(
    store: Store, batch: Batch, send: Send
) -> None:
    send(listed(row(1)), zipped(photos(1)))
    (one,) = filed(store, batch)
    with store.writing() as work:
        person = work.people.get(one.person_id)
        assert (person.user_name, person.password_hash) == (one.number, None)
        guest, number = work.people.add_guest().id, read(rosters.number(1))
        with pytest.raises(NotPossible, match="id-number-known"):
            work.people.register(guest, "李晓雨", number, "li", "hash")
