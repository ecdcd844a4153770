"""Paper photos in talks: received in ranges, one returned with the reason, all others, complete (R7.8)."""

import io

import pytest
from pypdf import PdfReader

from bot.press import Press
from conversations.engine.messages import Paper
from rules.findings import NotPossible
from rules.roles import Role
from store.unit import Store
from tests.fakes import FixedClock
from tests.officers import at
from tests.prepared import prepared
from tests.qualified import Qualified
from tests.store import tree
from tests.store.tree import YUNYANG, of
from tests.talk import Talker, talker


@pytest.fixture
def one(store: Store, clock: FixedClock) -> Qualified:
    return prepared(Qualified, store, clock, people=6)


@pytest.fixture
def officer(one: Qualified) -> Talker:
    return talker(one.store, one.officer)


def test_received_in_ranges_one_returned_then_all_complete(one: Qualified, officer: Talker) -> None:
    number = one.batch.number
    officer.say("纸质照片")
    officer.tap(f"/paper_photos {number}")
    assert "合格 5 人：已收 0，待收 5，退回 0" in officer.last.text
    assert "待收的序号：1-2, 4-6" in officer.last.text

    officer.tap(f"/photo_receipt {number} received")
    officer.say("1-2 5")
    assert "已登记收到 3 张：1-2, 5" in officer.tap("submit").text
    officer.tap(f"/photo_receipt {number} returned")
    officer.say("4")
    officer.say("戴了帽子，请重交一张")
    assert "已登记退回 1 张：4" in officer.tap("submit").text
    returned = one.lines()[3].person
    assert "序号 4）被退回：戴了帽子，请重交一张" in one.heard(returned)[-1]
    assert "序号 4 的纸质照片被退回" in one.heard(of(one.station))[-1]

    own = Press(one.store).collect(Paper("my_data", returned, ""), returned)
    assert "戴了帽子，请重交一张" in own.content

    officer.tap(f"/photo_receipt {number} others")
    assert "待收" in officer.last.text
    assert "已登记收到 1 张：6" in officer.tap("submit").text
    station = talker(one.store, one.station)
    station.tap(f"/paper_photos {number}")
    assert "已收 4，待收 0，退回 1" in station.last.text
    assert "序号 4 已退回：戴了帽子，请重交一张" in station.last.text
    assert not any(value.startswith("/photo_receipt") for value in station.values)

    officer.tap(f"/photo_receipt {number} received")
    officer.say("4")
    officer.tap("submit")
    assert "已经收齐" in one.heard(of(one.station))[-1]
    officer.tap("/paper_photos")
    assert "现在没有要收的纸质照片" in officer.last.text


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("5-1", "running-numbers-reversed"),
        ("3", "running-numbers-not-listed"),
        ("1-9", "running-numbers-not-listed"),
        ("都收到了", "running-numbers-unreadable"),
    ],
)
def test_numbers_that_cannot_be_meant_are_asked_for_again(
    one: Qualified, officer: Talker, said: str, error: str
) -> None:
    officer.tap(f"/photo_receipt {one.batch.number} received")
    officer.say(said)
    assert (officer.box, officer.error) == ("numbers", error)


def test_noted_twice_it_is_noted_once_and_nobody_hears_twice(
    one: Qualified, officer: Talker
) -> None:
    for _ in range(2):
        officer.tap(f"/photo_receipt {one.batch.number} returned")
        officer.say("1")
        officer.say("不是免冠照")
        officer.tap("submit")
    assert "没有变化" in officer.last.text
    assert sum("被退回" in text for text in one.heard(one.lines()[0].person)) == 1


def test_labels_stand_in_the_order_of_the_platform_with_masked_numbers(one: Qualified) -> None:
    press = Press(one.store)
    paper = Paper("photo_labels", one.batch.id, "")
    printed = press.print(press.collect(paper, of(one.station)))
    text = "".join(PdfReader(io.BytesIO(printed.data)).pages[0].extract_text().split())
    with one.store.reading() as work:
        names = [
            work.registrations.boxes(work.registrations.get(line.registration))["name"]
            for line in one.lines()
        ]
    labels = [f"{place}{name}110101********" for place, name in enumerate(names, start=1)]
    places = [text.index(label) for label in labels if not label.startswith("3")]
    assert places == sorted(places)
    assert labels[2] not in text
    assert "5人（序号1–6）" in text
    assert "********" in text
    stranger = tree.hold(one.store, Role.STATION_OFFICER, YUNYANG)
    with pytest.raises(NotPossible, match="not-yours"):
        press.collect(paper, of(stranger))


def test_english_is_complete(one: Qualified) -> None:
    officer = at(one.store, Role.MANAGEMENT_OFFICER, "49283000", "en")
    officer.tap(f"/paper_photos {one.batch.number}")
    assert "5 qualified: 0 received, 5 awaited, 0 returned" in officer.last.text
