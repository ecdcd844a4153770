"""Examiners from the proposal to the first sign-in, each kind through the whole chain (R2.4–R2.6, R2.9)."""

from datetime import date, timedelta

import pytest

from conversations.engine.messages import Outgoing, Paper
from rules.approvals import PaperKind, PaperState
from rules.candidates import Sex
from rules.catalogue import Level
from rules.examiners import ExaminerKind
from rules.roles import Role
from store.papers import Paper as FiledPaper
from store.unit import Store
from tests.candidates import fill, picture
from tests.conftest import both_databases
from tests.examiners import APPLICANT, BORN, CENTRE, TIER, furnish, heard, holder
from tests.fakes import FixedClock
from tests.people import id_number
from tests.store.office import STATION, WELDER
from tests.talk import Talker, talker

NUMBER = id_number(BORN, Sex.MALE, serial=1)
EXAMINER: dict[str, str | list[str]] = {
    "name": "王建国",
    "education": "本科",
    "major": "焊接技术与工程",
    "id_number": NUMBER,
    "department": "机电工程系",
    "occupation": "焊接专业教师",
    "years_in_trade": "16",
    "skill_level": "2",
    "professional_title": "-",
    "post": "教研室主任",
    "address": "江苏省常州市钟楼区新冶路",
    "email": "wjg@gm.example",
    "phone": "138 1234 5678",
    "training": "考评员",
    "trades.trade": ["电焊工", "加工中心操作工"],
    "trades.more": ["是", "否"],
    "conduct": "是",
}
SENIOR = {
    **EXAMINER,
    "skill_level": "1",
    "training": "高级考评员",
    "examiner_since": "2024-03-01",
    "trades.trade": ["电焊工"],
    "trades.more": ["否"],
}
MANAGER = {
    **EXAMINER,
    "skill_level": "-",
    "training": "管理人员",
    "manages": "从事考务管理的人员",
}


@pytest.fixture(autouse=True)
def tree(store: Store) -> None:
    furnish(store)


@pytest.fixture
def head(store: Store) -> Talker:
    return talker(store, holder(store, Role.STATION_HEAD, STATION.code, 101))


@pytest.fixture
def officer(store: Store) -> Talker:
    return talker(store, holder(store, Role.MANAGEMENT_OFFICER, TIER.code, 102))


@pytest.fixture
def centre(store: Store) -> Talker:
    return talker(store, holder(store, Role.CENTRE_OFFICER, CENTRE.code, 103))


def proposed(talker: Talker, answers: dict[str, str | list[str]]) -> Outgoing:
    talker.tap("/new examiner_application")
    fill(talker, answers)
    return talker.tap("submit")


def decided(talker: Talker, kind: str, opinion: str = "同意") -> Outgoing:
    """Take the first paper that waits, and decide it."""
    talker.tap("/todo")
    talker.tap(next(v for v in talker.values if v.startswith("/approve ")))
    talker.tap(next(v for v in talker.values if v.startswith("/decision ") and v.endswith(kind)))
    return talker.say(opinion)


def paper(store: Store) -> FiledPaper:
    """The paper of the station's first proposal."""
    with store.reading() as work:
        first, *_ = work.examiner_applications.of(STATION.code)
        found = work.papers.about(PaperKind.EXAMINER_APPLICATION, first.id)
        assert found
        return found


def class_held(officer: Talker, clock: FixedClock, kind: str, *nominees: str) -> Outgoing:
    """A class of next week with these participants, all of whom pass."""
    officer.tap("/new training_class")
    first = (clock.office + timedelta(days=7)).date().isoformat()
    for answer in (kind, "面授", "北京市西城区", first, first, "30"):
        officer.say(answer)
    number = officer.tap("submit").text.split(" ")[1]
    for nominee in nominees:
        officer.tap(f"/nomination {nominee}")
        officer.tap(number)
    clock.advance(timedelta(days=8))
    officer.tap(f"/training_results {number}")
    officer.say("-")
    officer.say("-")
    return officer.tap("submit")


@pytest.mark.parametrize(
    ("answers", "kind", "label"),
    [
        (EXAMINER, ExaminerKind.EXAMINER, "考评员"),
        (SENIOR, ExaminerKind.SENIOR_EXAMINER, "高级考评员"),
        (MANAGER, ExaminerKind.EXAM_MANAGER, "管理人员"),
    ],
)
@both_databases
def test_each_kind_goes_through_the_whole_chain(
    store: Store,
    clock: FixedClock,
    head: Talker,
    officer: Talker,
    centre: Talker,
    answers: dict[str, str | list[str]],
    kind: ExaminerKind,
    label: str,
) -> None:
    done = proposed(head, answers)
    assert "现在由部门办理" in done.text
    assert f"还没有参加{label}培训班" in done.text
    assert [f.export for f in done.files if isinstance(f, Paper)] == [
        "examiner_form_pdf",
        "examiner_form_word",
    ]
    assert "/nomination KP26-0001" in done.text or "/nomination KP26-0001" in head.values
    assert "转到单位" in decided(head, "forward").text
    assert "转到管理站" in decided(head, "forward").text
    assert "转到指导中心" in decided(officer, "forward").text

    refused = decided(centre, "approve")
    assert "KP26-0001 还没有通过培训班" in refused.text
    assert "合格 1 人" in class_held(officer, clock, label, "KP26-0001").text
    assert any("王建国　合格" in text for text in heard(store, head))

    assert "已批准" in decided(centre, "approve").text
    assert any("指导中心已批准" in text for text in heard(store, head))
    with store.reading() as work:
        (examiner,) = work.examiners.of(STATION.code)
        assert examiner.kind is kind
        assert work.people.roles_of(examiner.person) == {kind.role}
        assert bool(work.examiners.entitled(STATION.code, WELDER.key, Level.FOUR, work.today)) is (
            kind.assesses
        )

    listed = head.tap("/examiners")
    assert f"1 KP26-0001　王建国　{label}" in listed.text
    shown = head.tap("/examiners KP26-0001")
    assert "还没有个人账户" in shown.text
    assert "/personal_account KP26-0001" in head.values


def test_the_account_handed_out_lets_the_examiner_in_who_then_sets_a_password(
    store: Store, clock: FixedClock, head: Talker, officer: Talker, centre: Talker
) -> None:
    proposed(head, EXAMINER)
    for one, kind in ((head, "forward"), (head, "forward"), (officer, "forward")):
        decided(one, kind)
    class_held(officer, clock, "考评员", "KP26-0001")
    decided(centre, "approve")
    head.tap("/personal_account KP26-0001")
    done = head.say("王建国-常州")
    assert "已开通" in done.text
    password = done.text.split("首次密码：")[1].split("（")[0]
    assert not any(password in text for text in heard(store, head))

    examiner = Talker(store)
    examiner.tap("/login")
    examiner.say("王建国-常州")
    examiner.say(password)
    examiner.tap("/change_password")
    examiner.say("a new-Password 42")
    with store.reading() as work:
        session = work.sessions.find(examiner.token)
        assert session
        assert Role.EXAMINER in work.people.roles_of(session.person)
    head.tap("/personal_account KP26-0001")
    assert head.error == "pick-unknown"
    examiner.tap("/my_data")
    examiner.say("要求删除")
    assert "名册按规定要保存 5 年" in examiner.say("是").text
    with store.reading() as work:
        (entry,) = work.examiners.of(STATION.code)
    assert entry.name == "王建国"


def test_a_return_to_exact_boxes_and_the_correction(
    store: Store, head: Talker, officer: Talker
) -> None:
    proposed(head, EXAMINER)
    decided(head, "forward")
    decided(head, "forward")
    officer.tap("/todo")
    officer.tap(next(v for v in officer.values if v.startswith("/approve ")))
    assert "还没有参加考评员培训班" in officer.last.text
    assert NUMBER not in officer.last.text
    officer.tap(next(v for v in officer.values if v.endswith(" return")))
    officer.say("所学专业")
    officer.say("请写毕业证上的全称")
    officer.say("否")
    assert any("请写毕业证上的全称" in text for text in heard(store, head))

    head.tap(f"/examiner_application paper:{paper(store).id}")
    assert head.box == "major"
    assert "请写毕业证上的全称" in head.last.text
    head.say("焊接技术与工程（本科）")
    done = head.tap("submit")
    assert "现在由管理站办理" in done.text
    with store.reading() as work:
        assert len(work.examiner_applications.of(STATION.code)) == 1
    assert (paper(store).state, paper(store).version) == (PaperState.WAITING, 2)


def test_another_photo_on_correction_is_the_one_that_is_printed(store: Store, head: Talker) -> None:
    proposed(head, EXAMINER)
    head.tap("/todo")
    head.tap(next(v for v in head.values if v.startswith("/approve ")))
    head.tap(next(v for v in head.values if v.endswith(" return")))
    head.say("照片")
    head.say("1")
    head.say("否")
    head.tap(f"/examiner_application paper:{paper(store).id}")
    better = picture(store, "a better photo")
    head.show(better)
    head.tap("keep")
    head.tap("submit")
    with store.reading() as work:
        (proposal,) = work.examiner_applications.of(STATION.code)
        assert work.examiner_applications.printed(proposal.id).photo == better.file


def test_what_follows_from_the_number_is_shown_and_not_asked(head: Talker) -> None:
    head.tap("/examiner_application")
    review = fill(head, EXAMINER).text
    assert "性别：男" in review
    assert "年龄：41" in review
    assert STATION.name in review
    assert NUMBER not in review
    assert "13812345678" not in review
    assert "wjg@gm.example" not in review


def test_skill_and_title_too_low_are_told_at_the_choice(head: Talker) -> None:
    head.tap("/examiner_application")
    answers = {**EXAMINER, "skill_level": "3", "training": "高级考评员"}
    with pytest.raises(AssertionError):
        fill(head, answers)
    assert head.error == "examiner-not-qualified"
    assert "高级技师或高级职称" in head.last.text
    head.say("修改 职称")
    head.say("高级职称")
    assert head.box == "training"
    head.say("高级考评员")
    assert head.box == "examiner_since"


def test_less_than_a_year_as_examiner_names_the_day_it_is_full(head: Talker) -> None:
    head.tap("/examiner_application")
    fill(head, {**SENIOR, "examiner_since": "2025-07-01"})
    refused = head.tap("submit")
    assert "2026-07-01 起可以报" in refused.text


def test_the_same_trade_twice_is_told_and_a_fourth_is_not_asked_for(head: Talker) -> None:
    head.tap("/examiner_application")
    trades = {"trades.trade": ["电焊工", "电焊工"], "trades.more": ["是", "否"]}
    fill(head, {**EXAMINER, **trades})
    assert "同一个工种写了两次" in head.tap("submit").text


def test_without_the_code_of_conduct_there_is_no_application(head: Talker) -> None:
    head.tap("/examiner_application")
    with pytest.raises(AssertionError):
        fill(head, {**EXAMINER, "conduct": "否"})
    assert head.error == "conduct-needed"


@both_databases
def test_tapping_submit_twice_files_once(store: Store, head: Talker) -> None:
    proposed(head, EXAMINER)
    head.tap("submit")
    with store.reading() as work:
        assert len(work.examiner_applications.of(STATION.code)) == 1


def test_the_old_card_is_asked_for_sex_and_birth_date(store: Store, head: Talker) -> None:
    head.tap("/examiner_application")
    answers = {**EXAMINER, "id_number": "FRA123456789012", "stated_sex": "女", "born": "1980-02-03"}
    review = fill(head, answers).text
    assert "性别（证件上没有）：女" in review
    head.tap("submit")
    with store.reading() as work:
        (proposal,) = work.examiner_applications.of(STATION.code)
        number = work.examiner_applications.id_number(proposal.id)
    assert (number.sex, number.born) == (Sex.FEMALE, date(1980, 2, 3))


def test_the_applicant_unit_proposes_before_it_is_a_station(store: Store) -> None:
    unit = talker(store, holder(store, Role.APPLICANT_UNIT, APPLICANT.code, 120))
    assert "现在由部门办理" in proposed(unit, EXAMINER).text
    with store.reading() as work:
        assert len(work.examiner_applications.of(APPLICANT.code)) == 1


@pytest.mark.parametrize(
    ("role", "at"),
    [
        (Role.EXAMINER, STATION.code),
        (Role.MANAGEMENT_OFFICER, TIER.code),
        (Role.CENTRE_OFFICER, CENTRE.code),
    ],
)
def test_nobody_else_is_offered_the_form(store: Store, role: Role, at: str) -> None:
    other = talker(store, holder(store, role, at, 120))
    other.tap("/examiner_application")
    assert other.box is None


def test_ending_an_appointment_is_asked_twice_and_told(
    store: Store, clock: FixedClock, head: Talker, officer: Talker, centre: Talker
) -> None:
    proposed(head, EXAMINER)
    for one in (head, head, officer):
        decided(one, "forward")
    class_held(officer, clock, "考评员", "KP26-0001")
    decided(centre, "approve")
    head.tap("/end_appointment KP26-0001")
    assert "什么都没有改" in head.say("否").text
    head.tap("/end_appointment KP26-0001")
    assert "已于 2026-06-09 终止" in head.say("是").text
    head.tap("/end_appointment KP26-0001")
    assert head.error == "pick-unknown"
    assert "已解聘" in head.tap("/examiners").text


def test_english_speaks_of_the_same(store: Store, head: Talker) -> None:
    head.tap("/language")
    head.say("English")
    head.tap("/examiner_application")
    assert "Whom do you propose" in head.last.text
    fill(
        head,
        {
            **EXAMINER,
            "education": "Bachelor",
            "training": "examiner",
            "trades.more": ["yes", "no"],
            "conduct": "yes",
        },
    )
    done = head.tap("submit")
    assert "no class for examiner attended yet" in done.text
    assert "No class" not in done.text
