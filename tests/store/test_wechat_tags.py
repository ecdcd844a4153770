"""Which WeChat chats should carry which tag: it follows from session and posts alone."""

from collections.abc import Callable

import pytest

from rules.roles import Role
from store.people import PersonId
from store.sessions import SessionId, SessionKind
from store.unit import Store, UnitOfWork
from store.wechat_tags import OutOfStep

ACCOUNT = "wx1"
HERE = "wx1:oAlice"
TAGS = {Role.STATION_HEAD: 101, Role.EXAMINER: 102, Role.SENIOR_EXAMINER: 102}


def found(store: Store, account: str = ACCOUNT, most: int = 50) -> tuple[OutOfStep, ...]:
    with store.reading() as work:
        return work.wechat_tags.out_of_step(account, TAGS, most)


@pytest.fixture
def session(store: Store, person: PersonId) -> SessionId:
    """Of an examiner's chat."""
    with store.writing() as work:
        session, _ = work.sessions.open(person, SessionKind.CHAT)
        work.chats.bind("wechat", HERE, person, session)
        work.people.appoint(person, Role.EXAMINER, "")
    return session


@pytest.fixture
def tagged(store: Store, session: SessionId) -> SessionId:
    with store.writing() as work:
        work.wechat_tags.begin([HERE], 102)
        work.wechat_tags.stand([HERE], 102)
    return session


def test_the_first_of_several_posts_counts(
    store: Store, session: SessionId, person: PersonId
) -> None:
    assert found(store) == (OutOfStep(HERE, None, 102),)
    with store.writing() as work:
        work.people.appoint(person, Role.SENIOR_EXAMINER, "")
        work.people.appoint(person, Role.STATION_HEAD, "")
        work.people.appoint(person, Role.EXAM_MANAGER, "")
    assert found(store) == (OutOfStep(HERE, None, 101),)


def test_what_stands_is_not_out_of_step(store: Store, tagged: SessionId) -> None:
    assert found(store) == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda work: work.wechat_tags.begin([HERE], 102),
        lambda work: work.wechat_tags.doubt([HERE]),
    ],
)
def test_what_is_not_sure_is_told_again(
    store: Store, tagged: SessionId, change: Callable[[UnitOfWork], None]
) -> None:
    with store.writing() as work:
        change(work)
    assert found(store) == (OutOfStep(HERE, 102, 102),)


def test_another_tag_under_way_is_neither_confirmed_nor_ended(
    store: Store, tagged: SessionId
) -> None:
    with store.writing() as work:
        work.wechat_tags.begin([HERE], 101)
        work.wechat_tags.stand([HERE], 102)
        work.wechat_tags.end([HERE], 102)
    assert found(store) == (OutOfStep(HERE, 101, 102),)


def voided(work: UnitOfWork, session: SessionId) -> None:
    work.sessions.void(session)


def blocked(work: UnitOfWork, _: SessionId) -> None:
    chat = work.chats.find("wechat", HERE)
    assert chat
    work.chats.block(chat.id)


def erased(work: UnitOfWork, _: SessionId) -> None:
    chat = work.chats.find("wechat", HERE)
    assert chat
    assert chat.person
    work.people.erase(chat.person)


def first_password(work: UnitOfWork, _: SessionId) -> None:
    chat = work.chats.find("wechat", HERE)
    assert chat
    assert chat.person
    work.people.set_first_password(chat.person, "49284267", work.machine_now)


@pytest.mark.parametrize("end", [voided, blocked, erased, first_password])
def test_what_no_session_calls_for_any_more_is_taken_off(
    store: Store, tagged: SessionId, end: Callable[[UnitOfWork, SessionId], None]
) -> None:
    with store.writing() as work:
        end(work, tagged)
    assert found(store) == (OutOfStep(HERE, 102, None),)
    with store.writing() as work:
        work.wechat_tags.end([HERE], 102)
    assert found(store) == ()


def test_another_account_and_another_network_are_not_ours(
    store: Store, session: SessionId, person: PersonId
) -> None:
    with store.writing() as work:
        work.chats.bind("telegram_ptb", "wx1:7", person, session)
        work.wechat_tags.begin(["wx2:oBob"], 102)
    assert [one.address for one in found(store)] == [HERE]
    assert [one.address for one in found(store, "wx2")] == ["wx2:oBob"]


def test_no_more_than_asked_for(store: Store, session: SessionId, person: PersonId) -> None:
    with store.writing() as work:
        work.chats.bind("wechat", "wx1:oSecond", person, session)
        work.wechat_tags.begin(["wx1:oOld"], 101)
    assert len(found(store, most=2)) == 2
    assert len(found(store)) == 3
