"""Long work beside the turns: the zip of all forms, what is said of it, and what a kill leaves behind."""

import asyncio
import io
import zipfile
from collections.abc import Generator, Mapping
from datetime import timedelta
from typing import Any

import pytest
from pypdf import PdfReader

from bot import bundles, chores
from bot.chores import ChoreHand
from bot.pool import Pool
from conversations import chore_news
from conversations.chore_news import Step
from rules.findings import NotPossible
from rules.materials import Material
from rules.roles import Role
from store.batches import Batch
from store.chores import Chore, ChoreKind, ChoreState
from store.exam_papers import Upload
from store.faults import TransientFault
from store.registrations import Registration
from store.unit import Caller, Store
from tests import pictures
from tests.store import office, reviewing
from tests.store.office import STATION, upload
from tests.store.tree import of

FORMS = ChoreKind.APPLICATION_FORMS


@pytest.fixture
def batch(store: Store) -> Batch:
    return office.open_batch(store, reviewing.FOUR)


@pytest.fixture
def officer(store: Store, batch: Batch) -> Caller:
    return reviewing.officer(store)


def registered(store: Store, batch: Batch, serial: int) -> Registration:
    """With a photo that can be printed."""
    person = office.sign_up(store, serial)
    with store.writing() as work:
        photo = work.files.note(pictures.portrait(), "image/jpeg", size_in_pixels=(826, 1062)).id
    filing = office.filing(store, batch, person)
    files = {**filing.files, Material.PHOTO: photo}
    with store.writing(office.candidate(person)) as work:
        return work.registrations.file(office.replace(filing, files=files))


def asked(store: Store, caller: Caller, batch: Batch) -> Chore:
    with store.writing(caller) as work:
        return work.chores.ask(FORMS, batch.id)


WORKS = {FORMS: bundles.make_bundle, ChoreKind.ROSTER_NEWS: chores.tell_of_roster}


def hand(store: Store, works: Mapping[ChoreKind, Any] = WORKS) -> ChoreHand:
    return ChoreHand(store, "one", works, tell_every_s=0)


def dying(store: Store) -> ChoreHand:
    """A process whose lease is over before it has done anything."""
    return ChoreHand(store, "killed", WORKS, lease=timedelta(seconds=-1))


def said(store: Store, caller: Caller) -> list[dict[str, Any]]:
    with store.reading() as work:
        return [dict(m.body) for m in work.messages.after(of(caller), 0, 50)]


def zipped(store: Store, chore: Chore, caller: Caller) -> zipfile.ZipFile:
    async def whole() -> bytes:
        async def read(act: Any) -> bytes:
            return act()

        kept = bundles.kept(store, chore.id, of(caller))
        streamed = await bundles.handed_out(read, store, kept)
        data = b"".join([piece async for piece in streamed.pieces])
        assert len(data) == streamed.size
        return data

    return zipfile.ZipFile(io.BytesIO(asyncio.run(whole())))


def test_all_forms_come_in_one_zip_without_a_name_in_it(
    store: Store, officer: Caller, batch: Batch
) -> None:
    first, second = registered(store, batch, 1), registered(store, batch, 2)
    chore = asked(store, officer, batch)
    assert hand(store).drain() == 1
    with zipped(store, chore, officer) as bundle:
        assert bundle.namelist() == [f"{first.number}.pdf", f"{second.number}.pdf"]
        text = PdfReader(io.BytesIO(bundle.read(f"{second.number}.pdf"))).pages[0].extract_text()
    assert "李晓雨" in text


def test_on_a_submitted_roster_they_are_named_by_their_running_numbers(
    store: Store, officer: Caller, batch: Batch
) -> None:
    rejected = registered(store, batch, 1)
    reviewing.by(store, officer, "reject", rejected.id, "不符合")
    one = reviewing.stamped(store, registered(store, batch, 2))
    reviewing.approved(store, officer, one)
    submitted(store, officer, batch)
    chore = asked(store, officer, batch)
    hand(store).drain()
    with zipped(store, chore, officer) as bundle:
        assert bundle.namelist() == [f"0001-{one.number}.pdf"]


def submitted(store: Store, officer: Caller, batch: Batch) -> None:
    with store.reading() as work:
        places = work.exam_papers.places(batch.id)
    for place in places:
        file = upload(store, f"{place.part}", "application/pdf")
        with store.writing(officer) as work:
            work.exam_papers.put(batch.id, place, Upload(file, "0" * 64))
    with store.writing(officer) as work:
        work.rosters.submit(batch.id)
        work.chores.ask(ChoreKind.ROSTER_NEWS, batch.id)


def test_one_message_shows_how_far_it_is_and_the_last_one_brings_the_zip(
    store: Store, officer: Caller, batch: Batch
) -> None:
    for serial in (1, 2, 3):
        registered(store, batch, serial)
    chore = asked(store, officer, batch)
    ours = hand(store)
    job = ours.take()
    assert job is not None
    (begun,) = said(store, officer)
    assert begun["progress"] == 0
    while ours.slice(job):
        (shown,) = said(store, officer)
        assert 0 < shown["progress"] <= 100
    shown, last = said(store, officer)
    assert shown["progress"] == 100
    assert "3 份申报表已打包" in last["text"]
    assert last["files"] == [
        {"export": "bundle", "subject": chore.id, "label": f"申报表 {batch.number}.zip"}
    ]


def test_the_zip_is_for_whom_it_was_made_and_only_as_long_as_they_may(
    store: Store, officer: Caller, batch: Batch
) -> None:
    registered(store, batch, 1)
    chore = asked(store, officer, batch)
    with pytest.raises(NotPossible, match="file-gone"):
        bundles.kept(store, chore.id, of(officer))
    hand(store).drain()
    with pytest.raises(NotPossible, match="file-gone"):
        bundles.kept(store, chore.id, of(reviewing.officer(store)))
    assert bundles.kept(store, chore.id, of(officer)).size > 1000
    with store.writing() as work:
        work.people.dismiss(of(officer), Role.STATION_OFFICER, STATION.code)
    with pytest.raises(NotPossible, match="not-your-role"):
        bundles.kept(store, chore.id, of(officer))


def test_who_lost_the_right_meanwhile_gets_nothing(
    store: Store, officer: Caller, batch: Batch
) -> None:
    registered(store, batch, 1)
    chore = asked(store, officer, batch)
    with store.writing() as work:
        work.people.dismiss(of(officer), Role.STATION_OFFICER, STATION.code)
    hand(store).drain()
    with store.reading() as work:
        assert work.chores.get(chore.id).state is ChoreState.FAILED
        assert work.chores.pieces(chore.id) == ()
    assert "没有打包成功" in said(store, officer)[-1]["text"]


def test_what_a_killed_process_began_is_made_anew_and_whole(
    store: Store, officer: Caller, batch: Batch
) -> None:
    for serial in (1, 2, 3):
        registered(store, batch, serial)
    chore = asked(store, officer, batch)
    killed = dying(store).take()
    assert killed is not None
    next(killed.steps)
    assert hand(store).drain() == 1
    with zipped(store, chore, officer) as bundle:
        assert len(bundle.namelist()) == 3
        assert bundle.testzip() is None
    assert [body.get("progress") for body in said(store, officer)] == [100, None]


def test_a_fault_of_ours_ends_one_chore_and_no_other(
    store: Store, officer: Caller, batch: Batch
) -> None:
    def broken(_: Store, chore: Chore) -> Generator[Step, None, Mapping[str, int]]:
        yield Step(1, 2)
        raise ZeroDivisionError

    chore = asked(store, officer, batch)
    assert hand(store, {FORMS: broken}).drain() == 1
    with store.reading() as work:
        assert work.chores.get(chore.id).state is ChoreState.FAILED
    (option,) = said(store, officer)[-1]["options"]
    assert option["value"] == f"/application_forms {batch.number}"


def test_after_bad_luck_it_is_begun_anew(store: Store, officer: Caller, batch: Batch) -> None:
    tries = []

    def unlucky(_: Store, chore: Chore) -> Generator[Step, None, Mapping[str, int]]:
        tries.append(chore.id)
        yield Step(1, 2)
        if len(tries) == 1:
            raise TransientFault("the database is busy")
        return {"people": 1}

    chore = asked(store, officer, batch)
    hand(store, {FORMS: unlucky}).drain()
    assert len(tries) == 2
    with store.reading() as work:
        assert work.chores.get(chore.id).state is ChoreState.DONE


def test_everybody_concerned_hears_of_the_roster_once(
    store: Store, officer: Caller, batch: Batch
) -> None:
    people = [reviewing.stamped(store, registered(store, batch, serial)) for serial in (1, 2, 3)]
    for one in people:
        reviewing.approved(store, officer, one)
    submitted(store, officer, batch)
    killed = dying(store).take()
    assert killed is not None
    next(killed.steps)
    next(killed.steps)
    assert hand(store).drain() == 1
    for place, one in enumerate(people, start=1):
        told = said(store, Caller(one.person_id, None, "web", None, frozenset()))
        (roster,) = [body["text"] for body in told if "花名册" in body["text"]]
        assert f"报名编号 {one.number}，序号 {place}" in roster
    assert all("花名册" not in body["text"] for body in said(store, officer))


def test_its_files_go_after_thirty_days(store: Store, officer: Caller, batch: Batch) -> None:
    registered(store, batch, 1)
    chore = asked(store, officer, batch)
    hand(store).drain()
    with store.writing() as work:
        due = work.now + timedelta(days=30)
        assert chore_news.old_chores(work, due, 0, 10) == ()
        (old,) = chore_news.old_chores(work, due + timedelta(seconds=1), 0, 10)
        chore_news.erase_chore(work, due, old)
    with pytest.raises(NotPossible, match="file-gone"):
        bundles.kept(store, chore.id, of(officer))


def test_it_goes_on_beside_a_server(store: Store, officer: Caller, batch: Batch) -> None:
    registered(store, batch, 1)
    chore = asked(store, officer, batch)

    async def serve() -> None:
        pool = Pool("print", 1, 20)
        beside, news = chores.Chores(hand(store), pool), asyncio.Event()
        loop = asyncio.get_running_loop()
        end = store.signals.subscribe(lambda _: loop.call_soon_threadsafe(news.set))
        beside.start()
        async with asyncio.timeout(20):
            while len(said(store, officer)) < 2:
                await news.wait()
                news.clear()
        await beside.stop()
        end()
        pool.close()

    asyncio.run(serve())
    with store.reading() as work:
        assert work.chores.get(chore.id).state is ChoreState.DONE
