"""The self-check asks only what matters, and explains what is open, what is missing and from when (R3)."""

from datetime import date

import pytest

from rules.catalogue import INDUSTRIAL_ENGINEERING, Level, Programme, Unit
from rules.policy import Policy
from store.unit import Store
from tests.conftest import both_databases
from tests.store.office import MACHINIST, WELDER, sign_up
from tests.talk import Talker

LOST = Unit(Programme.CAPABILITY, "JX04-01-02", "印刷操作员", "JX04-01-02-01", "", (), False)
ENGINEER = Unit(
    Programme.CAPABILITY,
    INDUSTRIAL_ENGINEERING,
    "工业工程技术人员",
    INDUSTRIAL_ENGINEERING,
    "工业工程技术人员",
    (Level.THREE, Level.TWO, Level.ONE),
    True,
)


@pytest.fixture
def guest(store: Store) -> Talker:
    with store.writing() as work:
        work.units.put_all((WELDER, MACHINIST, LOST, ENGINEER))
    return Talker(store)


def check(guest: Talker, *answers: str) -> str:
    """The reply to the last answer of a new check."""
    guest.tap("/eligibility")
    for answer in answers:
        guest.say(answer)
    return guest.last.text


STUDENT = ("在读学生", "电焊工", "4", "2026-12-20", "2008-05-04", "中专、技校或职高", "2024-09")


def test_360_hours_open_level_5_and_level_4_waits_for_400(guest: Talker) -> None:
    text = check(guest, *STUDENT, "360")
    assert "电焊工　四级（中级工）　参照考试日期 2026-12-20" in text
    assert "✗ 培训 360 学时，要求 400" in text
    assert "✓ 在校满 2 年" in text
    assert "§4.3(1) 1)" in text
    assert "现在可以报：五级（初级工）。" in text
    assert "学时满 400 后即可报四级（中级工）。" in text


def test_a_wrong_figure_is_put_right_with_one_answer(guest: Talker) -> None:
    check(guest, *STUDENT, "360")
    step = next(value for value in guest.values if value.startswith("/again"))
    guest.tap(step)
    assert guest.box == "class_hours"
    text = guest.say("400").text
    assert "可以报四级（中级工）。" in text
    assert "✗" not in text


def test_level_5_asks_for_nothing_but_the_birthday(guest: Talker) -> None:
    text = check(guest, "在读学生", "电焊工", "5", "2026-12-20", "2010-12-20")
    assert "可以报五级（初级工）。" in text
    text = check(guest, "在读学生", "电焊工", "5", "2026-12-20", "2010-12-21")
    assert "现在还没有能报的等级" in text
    assert "2026-12-21 或以后" in text


def test_four_years_of_work_open_level_4_a_year_later(guest: Talker) -> None:
    social = ("社会人员", "电焊工", "4", "2026-07-20", "1999-05-04", "初中", "跳过")
    text = check(guest, *social, "是", "2022-06", "跳过", "否")
    assert "✗ 从事这个工种或相近的工作累计满 5 年" in text
    assert "考试日期在 2027-06-01 或以后，就可以报四级（中级工）。" in text
    assert "现在可以报：五级（初级工）。" in text


def test_times_of_work_add_up_and_overlaps_count_once(guest: Talker) -> None:
    social = ("社会人员", "电焊工", "4", "2026-07-20", "1999-05-04", "初中", "跳过")
    jobs = ("是", "2016-01", "2018-12", "是", "2018-06", "2020-12", "否")
    text = check(guest, *social, *jobs)
    assert "? 从事这个工种或相近的工作累计满 5 年" in text
    assert "标 ? 的要凭证明材料" in text


def test_a_certificate_counts_from_its_day(guest: Talker) -> None:
    employed = ("在职人员", "电焊工", "4", "2026-07-20", "1999-05-04", "初中", "5", "2023-07-20")
    text = check(guest, *employed, "是", "2022-06", "跳过", "否")
    assert "? 取得五级（初级工）证书后，工作累计满 3 年" in text


def test_a_diploma_of_the_field_needs_proof(guest: Talker) -> None:
    social = ("社会人员", "电焊工", "3", "2026-07-20", "1999-05-04")
    text = check(guest, *social, "技工院校高级工班", "跳过", "跳过", "否")
    assert "? 本专业或相关专业毕业：技工院校高级工班及以上" in text
    assert "按你填的可以报三级（高级工）。" in text


def test_the_reversed_birth_years_block_nobody(guest: Talker) -> None:
    text = check(
        guest, "在读学生", "电焊工", "3", "2026-12-20", "2005-05-04", "大专、高职", "2023-09", "400"
    )
    assert "? 2005 年出生，今年的范围是 2005–2004" in text
    assert "可以报三级" in text


def test_leaving_for_practice_is_asked_where_two_years_are_not_full(guest: Talker) -> None:
    guest.tap("/eligibility")
    for answer in (*STUDENT[:-1], "2025-03"):
        guest.say(answer)
    assert guest.box == "leaves_for_practice"
    guest.say("是")
    assert "? 在校满 2 年" in guest.say("400").text


def test_the_exam_date_may_be_left_open(guest: Talker) -> None:
    text = check(guest, "在读学生", "电焊工", "5", "跳过", "2008-05-04")
    assert "参照考试日期 2026-07-11" in text


def test_a_closed_level_is_said_before_more_is_asked(guest: Talker) -> None:
    text = check(guest, "社会人员", "电焊工", "2")
    assert "二级（技师）现在没有开放" in text
    guest.say("1")
    assert guest.box == "level"


def test_levels_answer_to_their_own_figures(guest: Talker) -> None:
    check(guest, "社会人员", "加工中心")
    assert [option.number for option in guest.last.options] == ["4", "3", "2", "1"]
    guest.say("5")
    assert guest.error == "choice-unknown"


def test_industrial_engineering_is_closed_under_its_own_names(guest: Talker) -> None:
    assert "初级现在没有开放" in check(guest, "社会人员", INDUSTRIAL_ENGINEERING, "3")


def test_units_without_a_name_cannot_be_chosen(guest: Talker) -> None:
    check(guest, "社会人员", LOST.code)
    assert guest.error == "pick-nothing"
    guest.tap(f"/eligibility capability:{LOST.code}")
    guest.say("社会人员")
    assert guest.box == "trade"


def test_the_catalogue_leads_here_with_the_trade_chosen(guest: Talker) -> None:
    guest.tap(f"/eligibility capability:{WELDER.code}")
    guest.say("社会人员")
    assert guest.box == "level"


def test_whoever_is_signed_in_is_not_asked_for_the_birthday(store: Store, guest: Talker) -> None:
    person = sign_up(store, born=date(2008, 3, 4))
    with store.writing() as work:
        session = work.sessions.find(guest.token)
        assert session is not None
        _, token = work.sessions.open(person, session.kind)
    candidate = Talker(store, token=token)
    text = check(candidate, "在读学生", "电焊工", "5", "跳过")
    assert "可以报五级（初级工）。" in text


@both_databases
def test_policy_may_ask_students_for_an_ordinary_condition_too(store: Store, guest: Talker) -> None:
    with store.writing() as work:
        work.policy.set("also_national_condition", True, date(2026, 1, 1))
    guest.tap("/eligibility")
    for answer in (*STUDENT[:-1], "是", "2024-09", "400", "跳过"):
        guest.say(answer)
    assert guest.box == "work.more"
    assert "? 本专业或相关专业毕业" in guest.say("否").text


def test_listed_schools_are_asked_for_where_a_condition_names_them(
    store: Store, guest: Talker
) -> None:
    assert Policy().assessed_schools == ()
    with store.writing() as work:
        work.policy.set("assessed_schools", ["哈密职业技术学院"], date(2026, 1, 1))
    social = ("社会人员", "电焊工", "3", "2026-07-20", "1999-05-04", "大专、高职")
    text = check(guest, *social, "哈密职业技术学院", "跳过", "跳过", "否")
    assert "? 经评估论证的学校毕业" in text
    assert "按你填的可以报三级（高级工）。" in text


def test_the_answer_comes_in_english_too(store: Store, guest: Talker) -> None:
    english = Talker(store, "en")
    text = check(english, "Student", "电焊工", "5", "skip", "2008-05-04")
    assert "You may apply for Level 5" in text
