"""Whom to call: kept by officers, seen by all, with the numbers for questions and complaints (R1.12, R1.10)."""

import pytest

from rules.policy import Policy
from rules.roles import Role
from store.unit import Store
from tests import officers
from tests.conftest import both_databases
from tests.officers import fill
from tests.store.tree import CHANGZHOU, MANAGEMENT, URUMQI
from tests.talk import Talker

DESK = {"institution": "职教管理站", "department": "考务部", "person": "王敏"}


@pytest.fixture
def officer(store: Store) -> Talker:
    return officers.at(officers.grown(store), Role.MANAGEMENT_OFFICER, MANAGEMENT)


def kept(officer: Talker, **changes: str) -> str:
    """The id of a contact just added."""
    officer.tap("/contact")
    fill(officer, **{**DESK, "phone": "010-68013456", **changes})
    officer.tap("submit")
    return officer.values[1].removeprefix("/remove_contact ")


def test_before_there_are_any_the_phones_are_shown(store: Store) -> None:
    guest = Talker(store)
    guest.say("联系我们")
    assert "还没有登记联系人" in guest.last.text
    assert Policy().query_phone in guest.last.text
    assert Policy().complaint_phone in guest.last.text
    assert "/complaint" in guest.values


def test_what_an_officer_keeps_everybody_sees(store: Store, officer: Talker) -> None:
    kept(officer, email="kaowu@example.cn")
    guest = Talker(store)
    text = guest.tap("/contacts").text
    assert "考务部　王敏　010-68013456　kaowu@example.cn" in text
    assert Policy().query_phone in text
    assert not any(value.startswith("/contact ") for value in guest.values)


def test_of_several_institutions_one_is_chosen(store: Store, officer: Talker) -> None:
    kept(officer)
    kept(officer, institution="267", person="刘洋")
    guest = Talker(store)
    guest.tap("/contacts")
    assert guest.values == [MANAGEMENT, CHANGZHOU]
    text = guest.say("267").text
    assert "刘洋" in text
    assert "王敏" not in text


@both_databases
def test_a_contact_is_put_right_removed_and_brought_back(store: Store, officer: Talker) -> None:
    contact = kept(officer)
    officer.tap("/contacts")
    assert officer.values[0] == f"/contact {contact}"
    officer.say("1")
    assert officer.box == "review"
    assert "010-68013456" in officer.last.text, "what all may see needs no mask"
    officer.tap("edit:phone")
    officer.say("13812345678")
    officer.tap("submit")
    assert "13812345678" in Talker(store).tap("/contacts").text
    assert "已去掉：考务部" in officer.tap(f"/remove_contact {contact}").text
    assert "还没有登记联系人" in Talker(store).tap("/contacts").text
    assert "已恢复：考务部" in officer.tap(f"/remove_contact {contact} undo").text
    assert "13812345678" in Talker(store).tap("/contacts").text


def test_without_phone_and_mail_it_is_not_kept(officer: Talker) -> None:
    officer.tap("/contact")
    fill(officer, **DESK)
    assert "至少写一个" in officer.tap("submit").text
    assert officer.box == "phone"


def test_institutions_out_of_reach_are_neither_listed_nor_changed(
    store: Store, officer: Talker
) -> None:
    contact = kept(officer)
    officer.tap("/contact")
    officer.tap(URUMQI)
    assert officer.error == "pick-unknown"
    other = officers.at(store, Role.MANAGEMENT_OFFICER, "49283007")
    assert "不能查看或办理" in other.tap(f"/remove_contact {contact}").text
    assert "不能查看或办理" in other.tap(f"/contact {contact}").text
    assert "王敏" in Talker(store).tap("/contacts").text


@pytest.mark.parametrize("argument", ["", "99", "abc"])
def test_removing_nothing_is_answered(officer: Talker, argument: str) -> None:
    assert "没有这个联系人" in officer.tap(f"/remove_contact {argument}").text
