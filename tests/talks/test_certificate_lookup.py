"""Anyone finds a person's certificates by any two of name, ID number and certificate number (R8.1, R8.2)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from conversations.incoming import Incoming
from conversations.personal import PEOPLE_AT_AN_ADDRESS
from rules.candidates import Sex
from rules.catalogue import Level
from rules.certificates import CertificateKind, CertificateState
from rules.policy import Policy
from store.certificates import Certificate
from store.unit import Store
from tests.conftest import both_databases
from tests.people import id_number
from tests.talk import Talker

NAME = "古丽娜尔·买买提"
ID_NUMBER = next(
    number
    for serial in range(500)
    if (number := id_number(date(2008, 5, 4), Sex.FEMALE, serial=serial)).endswith("X")
)
OTHER = id_number(date(2007, 1, 2))
NEWEST = Certificate(
    kind=CertificateKind.CAPABILITY,
    number="2649284267400032",
    name=NAME,
    id_number=ID_NUMBER,
    sex=Sex.FEMALE,
    occupation_name="焊工",
    unit_code="JX04-06-04-01",
    unit_name="电焊工",
    level=Level.FOUR,
    level_text="四级/中级工",
    theory="86",
    issued_on=date(2026, 5, 20),
    station_code="49284267",
)
REISSUED = replace(
    NEWEST,
    number="2449284267500007",
    unit_name="制图员",
    level=Level.FIVE,
    level_text="五级/初级工",
    issued_on=date(2024, 6, 11),
    state=CertificateState.REISSUED,
    replaced_by="2449284267500019",
)
REVOKED = replace(
    NEWEST,
    kind=CertificateKind.OLD_QUALIFICATION,
    number="1249284267500001",
    unit_name="铣工",
    issued_on=date(2012, 6, 15),
    state=CertificateState.REVOKED,
)
SOMEBODY_ELSES = replace(NEWEST, number="2649284267400033", name="张三", id_number=OTHER)


@pytest.fixture
def guest(store: Store) -> Talker:
    with store.writing() as work:
        work.certificates.add_many([REVOKED, NEWEST, SOMEBODY_ELSES, REISSUED])
    return Talker(store)


def look_up(guest: Talker, *answers: str) -> str:
    """The reply to the last answer of a new look-up."""
    guest.tap("/certificate_lookup")
    for answer in answers:
        guest.say(answer)
    return guest.last.text


@both_databases
def test_name_and_id_number_are_asked_first_and_show_all_certificates_newest_first(
    guest: Talker,
) -> None:
    guest.say("证书查询")
    assert guest.box == "name"
    guest.say(NAME)
    assert guest.box == "id_number"
    text = guest.say(ID_NUMBER).text
    assert "找到 3 本" in text
    assert text.index("电焊工") < text.index("制图员") < text.index("铣工")
    assert "职业资格证书" in text
    assert "四级/中级工" in text
    assert "2026-05-20" in text


def test_states_are_named(guest: Talker) -> None:
    text = look_up(guest, NAME, ID_NUMBER)
    assert [state in text for state in ("有效", "已换发", "已注销")] == [True] * 3


def test_one_certificate_is_opened_with_its_id_number_masked(guest: Talker) -> None:
    look_up(guest, NAME, ID_NUMBER)
    guest.say("1")
    assert guest.box == "which"
    assert "制图员" in guest.last.options[1].label
    text = guest.say("2").text
    assert "2449284267500007" in text
    assert "2449284267500019" in text
    assert f"{ID_NUMBER[:6]}********{ID_NUMBER[-4:]}" in text
    assert ID_NUMBER not in text


def test_another_certificate_is_opened_from_there(guest: Talker) -> None:
    look_up(guest, NAME, ID_NUMBER)
    for answer in ("1", "2", "1", "3"):
        guest.say(answer)
    assert "铣工" in guest.last.text
    assert "已注销" in guest.last.text


def test_a_person_with_one_certificate_sees_it_at_once(guest: Talker) -> None:
    text = look_up(guest, "张三", OTHER)
    assert "2649284267400033" in text
    assert "理论成绩：86" in text
    assert "文化程度：--" in text


def test_what_is_not_given_is_made_up_for_by_the_number(guest: Talker) -> None:
    assert "找到 3 本" in look_up(guest, NAME, "-", NEWEST.number)
    assert "找到 3 本" in look_up(guest, "-", ID_NUMBER, NEWEST.number)


def test_one_thing_alone_is_not_enough(guest: Talker) -> None:
    look_up(guest, NAME, "-", "-")
    assert "至少要两项" in guest.last.text
    assert "找到 3 本" in guest.say(NEWEST.number).text


@pytest.mark.parametrize(
    "name", ["古丽娜尔•买买提", "古丽娜尔・买买提", "古丽娜尔.买买提", "古丽娜尔 · 买买提"]
)
def test_the_kind_of_middle_dot_does_not_matter(guest: Talker, name: str) -> None:
    assert "找到 3 本" in look_up(guest, name, ID_NUMBER)


def test_the_number_is_found_in_lower_case_and_full_width(guest: Talker) -> None:
    assert "找到 3 本" in look_up(guest, NAME, ID_NUMBER.lower())
    wide = "".join(chr(ord(c) + 0xFEE0) for c in ID_NUMBER)
    assert "找到 3 本" in look_up(guest, NAME, wide)


def test_a_wrong_pair_and_an_unknown_person_answer_alike(guest: Talker) -> None:
    wrong = look_up(guest, NAME, OTHER)
    unknown = look_up(guest, "王五", id_number(date(1990, 2, 3)))
    assert wrong == unknown
    assert "20 天" in wrong


def test_a_misspelt_name_is_put_right_without_asking_all_again(guest: Talker) -> None:
    look_up(guest, "古丽娜", ID_NUMBER)
    guest.say("1")
    assert guest.box == "name"
    assert "找到 3 本" in guest.say(NAME).text


def test_both_phone_numbers_stand_under_every_answer(guest: Talker) -> None:
    policy = Policy()
    answers = [
        look_up(guest, NAME, ID_NUMBER),
        look_up(guest, "张三", OTHER),
        look_up(guest, NAME, OTHER),
    ]
    assert all(policy.query_phone in a and policy.complaint_phone in a for a in answers)


def test_an_impossible_id_number_is_refused_with_the_reason(guest: Talker) -> None:
    look_up(guest, NAME, ID_NUMBER[:-1] + "1")
    assert guest.error == "id-number-checksum"
    assert guest.box == "id_number"


def test_the_limit_is_told_with_the_minutes_and_passes(store: Store, guest: Talker) -> None:
    for _ in range(Policy().lookups_per_hour):
        look_up(guest, NAME, OTHER)
    assert "60 分钟" in look_up(guest, NAME, ID_NUMBER)
    assert "电焊工" not in guest.last.text
    assert "找到 3 本" in look_up(Talker(store), NAME, ID_NUMBER)


def test_a_new_session_does_not_lift_the_limit_of_an_address(store: Store, guest: Talker) -> None:
    def from_one_address(talker: Talker) -> str:
        for text in ("/certificate_lookup", NAME, ID_NUMBER):
            talker.send(Incoming(text, talker.token, "web", text=text, address="203.0.113.7"))
        return talker.last.text

    with store.reading() as work:
        key = f"address:{work.fingerprint('203.0.113.7', 'address').hex()}"
    for _ in range(Policy().lookups_per_hour * PEOPLE_AT_AN_ADDRESS - 1):
        store.rates.take("certificate-lookup", key, 1, timedelta(hours=1))  # others of the class
    assert "找到 3 本" in from_one_address(Talker(store))
    assert "60 分钟" in from_one_address(Talker(store))


def test_changing_an_old_look_up_is_no_way_around_the_limit(guest: Talker) -> None:
    look_up(guest, NAME, ID_NUMBER)
    guest.say("1")
    guest.say("1")
    again = guest.values[0].replace("which", "id_number")
    for _ in range(Policy().lookups_per_hour):
        guest.tap(again)
        guest.say(OTHER)
    guest.tap(again)
    guest.say(ID_NUMBER)
    assert "电焊工" not in str(guest.last)


def test_the_audit_tells_that_somebody_looked_but_not_for_whom(store: Store, guest: Talker) -> None:
    look_up(guest, NAME, ID_NUMBER)
    with store.reading() as work:
        session = work.sessions.find(guest.token)
        assert session is not None
        (entry,) = work.audit.of(f"person:{session.person}")
    assert entry.act == "certificate-lookup"
    assert entry.detail == {"given": ["name", "id_number"], "found": 3}


def test_policy_may_ask_for_the_number_of_a_kind(store: Store, guest: Talker) -> None:
    with store.writing() as work:
        work.policy.set("number_required_for", ["capability"], date(2026, 1, 1))
    assert "铣工" in look_up(guest, NAME, ID_NUMBER, "-")
    assert "找到 3 本" in look_up(guest, NAME, ID_NUMBER, NEWEST.number)


def test_the_answer_comes_in_english_too(store: Store, guest: Talker) -> None:
    english = Talker(store, "en")
    assert "Certificates found: 3" in look_up(english, NAME, ID_NUMBER)
    english.say("1")
    assert "valid" in english.say("1").text
