"""A station sends its own roster: looked through first, taken with one tap, corrected and sent again (R5.1)."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.chores import ChoreHand, works
from bot.front import keep_whole, keep_workbook
from bot.press import Press
from conversations import bodies
from conversations.engine.messages import Outgoing, Paper, Picture, Received
from exports.picture_zip import MEDIA_TYPE
from exports.received_workbook import read_workbook
from rules.catalogue import Level
from rules.findings import Finding, NotPossible
from rules.registration import RegistrationState
from rules.roles import Role
from store.batches import Batch, NewItem
from store.pictures import PictureDesk
from store.registrations import Registration
from store.unit import Store
from tests.officers import at
from tests.rosters import listed, name_of, photos, picture, row, zipped
from tests.store import office, reviewing
from tests.store.office import OTHER_STATION, STATION, WELDER
from tests.talk import Talker


@pytest.fixture(scope="module")
def desk() -> Iterator[PictureDesk]:
    with PictureDesk() as desk:
        yield desk


@pytest.fixture
def batch(store: Store) -> Batch:
    return office.open_batch(store, NewItem(WELDER, Level.FOUR, 3))


@pytest.fixture
def officer(store: Store, batch: Batch) -> Talker:
    return at(store, Role.STATION_OFFICER, STATION.code)


def workbook(store: Store, data: bytes) -> Received:
    return replace(keep_workbook(store, data), sheet=read_workbook(data))


def archive(store: Store, data: bytes) -> Received:
    return keep_whole(store, data, MEDIA_TYPE)


def send(officer: Talker, data: bytes, pictures: bytes | None = None) -> Outgoing:
    officer.tap("/roster_import")
    officer.show(workbook(officer.store, data))
    if pictures is None:
        return officer.tap("skip")
    return officer.show(archive(officer.store, pictures))


def finished(officer: Talker, desk: PictureDesk) -> Outgoing:
    """What is told once the work beside the turns is done."""
    ChoreHand(officer.store, "one", works(desk), tell_every_s=0).drain()
    officer.tap("/menu")
    with officer.store.reading() as work:
        session = work.sessions.find(officer.token)
        assert session
        said = work.messages.after(session.person, 0, 200)
    return next(
        m.body for m in reversed(bodies.numbered(said)) if "名单" in m.body.text and not m.mine
    )


def filed(store: Store, batch: Batch) -> list[Registration]:
    with store.reading() as work:
        return list(work.registrations.of_batch(batch.id).things)


def test_looked_through_corrected_taken_and_sent_again(
    store: Store, officer: Talker, batch: Batch, desk: PictureDesk
) -> None:
    officer.say("导入花名册")
    assert officer.box == "roster"
    assert [f.export for f in officer.last.files if isinstance(f, Paper)] == ["roster_template"]
    wrong = listed(row(1), row(2, 培训学时=360))
    pictures = zipped(photos(1, 2))
    assert "正在检查批次 2026-0001 的名单" in send(officer, wrong, pictures).text
    looked = finished(officer, desk)
    assert "新报名 1 人" in looked.text
    assert "有问题 1 行" in looked.text
    (report,) = looked.files
    assert isinstance(report, Picture)
    assert filed(store, batch) == []

    send(officer, listed(row(1), row(2)), pictures)
    looked = finished(officer, desk)
    assert "新报名 2 人" in looked.text
    assert looked.files == ()
    officer.tap(looked.options[0].value)
    assert "正在导入" in officer.last.text
    taken = finished(officer, desk)
    assert "名单已导入：新报名 2 人" in taken.text
    assert len(filed(store, batch)) == 2

    stamped = {name_of(n, "盖章申报表"): picture(n, "form") for n in (1, 2)}
    send(officer, listed(row(1), row(2)), zipped(stamped))
    officer.tap(finished(officer, desk).options[0].value)
    assert "更改 2 人" in finished(officer, desk).text
    assert {one.state for one in filed(store, batch)} == {RegistrationState.COMPLETE}
    officer.tap(f"/registration_review {filed(store, batch)[0].number}")
    assert "名单导入　上传盖章表" in officer.last.text


def test_taken_twice_by_an_impatient_thumb_it_is_taken_once(
    store: Store, officer: Talker, batch: Batch, desk: PictureDesk
) -> None:
    send(officer, listed(row(1)), zipped(photos(1)))
    button = finished(officer, desk).options[0].value
    officer.tap(button)
    officer.tap(button)
    assert "新报名 1 人" in finished(officer, desk).text
    officer.tap(button)
    assert "没有变化 1 人" in finished(officer, desk).text
    assert len(filed(store, batch)) == 1


def test_a_list_that_is_none_is_told_as_such(
    store: Store, officer: Talker, batch: Batch, desk: PictureDesk
) -> None:
    send(officer, listed())
    assert "名单没有检查成功：表头下面没有填内容" in finished(officer, desk).text
    officer.tap("/roster_import")
    officer.show(archive(store, zipped(photos(1))))
    assert officer.error == "list-wanted"
    officer.show(Received("", problem=Finding("workbook-old")))
    assert officer.error == "workbook-old"
    officer.show(workbook(store, listed(row(1))))
    assert officer.box == "pictures"
    officer.show(workbook(store, listed(row(1))))
    assert officer.error == "picture-zip-wanted"
    officer.show(Received("", problem=Finding("picture-zip-paths")))
    assert officer.error == "picture-zip-paths"


def test_an_old_or_somebody_elses_button_takes_nothing(
    store: Store, officer: Talker, batch: Batch, desk: PictureDesk
) -> None:
    send(officer, listed(row(1)), zipped(photos(1)))
    button = finished(officer, desk).options[0].value
    other = at(store, Role.STATION_OFFICER, OTHER_STATION.code)
    for one in (button, "/take_roster", "/take_roster x", "/take_roster 99"):
        other.tap(one)
        assert "不在了" in other.last.text
    assert filed(store, batch) == []


def test_without_an_open_batch_there_is_nothing_to_import(store: Store) -> None:
    with store.writing() as work:
        office.furnish(work)
    officer = at(store, Role.STATION_OFFICER, STATION.code)
    officer.tap("/roster_import")
    assert "没有可以报名的批次" in officer.last.text
    assert officer.values == ["/cancel"]


def test_the_template_holds_what_may_be_chosen_and_reads_again(
    store: Store, officer: Talker, batch: Batch, desk: PictureDesk
) -> None:
    press = Press(store)
    person = reviewing.officer(store).person
    other = reviewing.officer(store, OTHER_STATION.code).person
    assert person
    assert other
    paper = Paper("roster_template", batch.id, "")
    printed = press.print(press.collect(paper, person))
    sheet = read_workbook(printed.data)
    titles = [str(cell).rstrip("*") for cell in sheet.rows[4] if cell]
    assert titles[:3] == ["姓名", "身份证号", "就读院校"]
    assert "现工作单位" not in titles
    with pytest.raises(NotPossible, match="not-yours"):
        press.collect(paper, other)
    send(officer, printed.data)
    assert "表头下面没有填内容" in finished(officer, desk).text
