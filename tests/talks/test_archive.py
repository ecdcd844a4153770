"""The archive of a batch: everything in one zip, each document with its digest; who opens it is on record (R7.7)."""

import csv
import hashlib
import io
import zipfile

import pytest
from sqlalchemy import update

from bot.archived_exams import decisions
from bot.archives import make_archive, write_archive
from bot.bundles import kept
from bot.chores import ChoreHand
from rules.findings import NotPossible
from rules.materials import Material
from rules.roles import Role
from store.chores import ChoreId, ChoreKind
from store.documents import documents
from store.unit import Store
from tests.fakes import FixedClock
from tests.handed_in import Complete
from tests.issuing import Released
from tests.officers import decide
from tests.pictures import portrait
from tests.prepared import prepared
from tests.scoring import Marking
from tests.store import tree
from tests.store.tree import YUNYANG, of
from tests.talk import Talker, talker


@pytest.fixture
def one(store: Store, clock: FixedClock) -> Released:
    found = prepared(Released, store, clock)
    found.issued()
    with_portraits(store)
    return found


def with_portraits(store: Store) -> None:
    """Photos that can be printed."""
    with store.writing() as work:
        photo = work.files.note(portrait(), "image/jpeg", size_in_pixels=(826, 1062)).id
        printable = update(documents).where(documents.c.material == Material.PHOTO)
        work.connection.execute(printable.values(file_id=photo))


def made(one: Released, asking: Talker) -> zipfile.ZipFile:
    asking.tap(f"/archive {one.batch.number}")
    assert "电子材料保存到 2031-08-31" in asking.last.text
    asking.tap(f"/archive {one.batch.number} make")
    asking.tap(f"/archive {one.batch.number} make")
    assert ChoreHand(one.store, "one", {ChoreKind.ARCHIVE: make_archive}).drain() == 1
    heard = one.heard(of(one.officer))
    assert "打包好了" in heard[-1]
    bundle = kept(one.store, ChoreId(1), of(one.officer))
    return zipfile.ZipFile(io.BytesIO(b"".join(map(one.store.files.get, bundle.files))))


def test_everything_is_in_it_and_every_digest_holds(one: Released) -> None:
    officer = talker(one.store, one.officer)
    archive = made(one, officer)
    names = set(archive.namelist())
    for needed in (
        "03-roster/roster.xlsx",
        "03-roster/sign-in-sheet-theory.pdf",
        "05-scores/scores.xlsx",
        "05-scores/score-sheet.xlsx",
        "10-certificates/qualified-roster.xlsx",
        "13-trail/trail.xlsx",
        "09-settlement/settlement.xlsx",
        "09-settlement/remittance-slip-1.jpg",
        "10-certificates/certificates.xlsx",
        "10-certificates/paper-photos.xlsx",
        "manifest.txt",
    ):
        assert needed in names, needed
    assert sum(name.endswith("application-form.pdf") for name in names) == 3
    assert sum("/stamped_form" in name for name in names) == 3
    assert sum(name.startswith("04-exam-papers/0") for name in names) == 2
    listed = list(csv.DictReader(io.StringIO(archive.read("manifest.csv").decode())))
    assert {row["path"] for row in listed} == names - {"manifest.csv", "manifest.txt", "SHA256SUMS"}
    sums = archive.read("SHA256SUMS").decode()
    for row in listed:
        data = archive.read(row["path"])
        assert row["bytes"] == str(len(data))
        assert row["sha256"] == hashlib.sha256(data).hexdigest()
        assert f"{row['sha256']}  {row['path']}\n" in sums
    with one.store.reading() as work:
        people = [work.people.get(line.person) for line in work.scores.of(one.batch.id)]
    told = [text for person in people for text in (person.name, person.id_number)]
    assert not any(str(text) in "".join(names) for text in told)
    assert f"共 {len(listed)} 份" in archive.read("manifest.txt").decode()
    officer.tap(f"/archive {one.batch.number}")
    assert f"{len(listed)} 份" in officer.last.text


def test_opinions_and_reasons_are_in_words(store: Store, clock: FixedClock) -> None:
    batch = prepared(Complete, store, clock)
    batch.complete()
    filed = batch.results_filed()
    decide(talker(store, batch.officer), "approve", "同意")
    with store.reading() as work:
        *_, (_, _, _, opinion) = decisions(work.papers.get(filed.id), work)
    assert "同意" in str(opinion)


def test_opening_is_on_record_and_only_for_those_who_may(one: Released) -> None:
    made(one, talker(one.store, one.officer))
    with one.store.reading() as work:
        acts = [entry.act for entry in work.audit.of(f"batch:{one.batch.id}")]
    assert acts[-2:] == ["archive-made", "archive-opened"]
    with pytest.raises(NotPossible, match="file-gone"):
        kept(one.store, ChoreId(1), of(one.station))
    stranger = talker(one.store, tree.hold(one.store, Role.STATION_OFFICER, YUNYANG))
    stranger.tap(f"/archive {one.batch.number} make")
    assert "不能查看或办理" in stranger.last.text


def written(one: Marking, asking: Talker) -> zipfile.ZipFile:
    asking.say("批次归档")
    asking.tap(f"/archive {one.batch.number} make")
    ChoreHand(one.store, "one", {ChoreKind.ARCHIVE: make_archive}).drain()
    assert "打包好了" in one.heard(of(one.station))[-1]
    bundle = kept(one.store, ChoreId(1), of(one.station))
    return zipfile.ZipFile(io.BytesIO(b"".join(map(one.store.files.get, bundle.files))))


def test_what_a_batch_has_not_come_to_is_left_out(store: Store, clock: FixedClock) -> None:
    one = prepared(Marking, store, clock, people=1)
    with_portraits(store)
    archive = written(one, talker(store, one.station))
    assert not any(name.startswith(("09", "10", "11")) for name in archive.namelist())
    out = io.BytesIO()
    with store.reading() as work:
        documents = write_archive(work, one.batch, out)
    from_the_command_line = zipfile.ZipFile(out)
    assert documents == len(from_the_command_line.namelist()) - 3
    assert set(from_the_command_line.namelist()) == set(archive.namelist())


def test_a_file_that_is_gone_is_named(store: Store, clock: FixedClock) -> None:
    one = prepared(Marking, store, clock, people=1)
    with_portraits(store)
    with store.reading() as work:
        line = work.scores.of(one.batch.id)[0]
        store.files.drop(work.registrations.counting(line.registration)[Material.STAMPED_FORM].file)
    archive = written(one, talker(store, one.station))
    assert "有 1 个文件已经找不到" in one.heard(of(one.station))[-1]
    listed = archive.read("manifest.txt").decode()
    assert "找不到的文件：02-registrations/0001-26-0001-0001/stamped_form" in listed
