"""The front desk with a real store: a registration of each type, its papers, and who gets what."""

import asyncio
import io
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path

import docx
import openpyxl
import pytest
from pypdf import PdfReader

import conversations
from bot.bundles import STREAMED
from bot.commands.export import DOCUMENTS
from bot.front import GUESTS_AN_HOUR, Front, Pools, limit
from bot.passwords import Passwords
from bot.press import EXPORTS, Press
from bot.turns import Turns
from bot.units import units
from conversations.engine.messages import Outgoing, Paper
from conversations.house import house
from conversations.incoming import Incoming, SessionUnknown
from conversations.intake import Intake
from handlers.channel import TooMany
from handlers.web.desk import CertificateAsked
from rules.candidates import CandidateType
from rules.findings import Finding, NotPossible
from rules.identity import read_id_number
from rules.policy import Policy
from rules.roles import Role
from store.batches import Batch
from store.demonstration import STATION, Demonstration, demonstrate
from store.people import PersonId
from store.pictures import PictureDesk
from store.sealed import Keys
from store.sessions import SessionKind
from store.unit import Store
from tests import pictures, rosters
from tests.answers import Candidate
from tests.bot.fakes import QUICK
from tests.fakes import FixedClock, store_on
from tests.people import id_number
from tests.workbooks import workbook

BORN = date(2007, 3, 4)


@pytest.fixture
def office(sqlite_url: str, keys: Keys, clock: FixedClock, tmp_path: Path) -> Iterator[Store]:
    store = store_on(sqlite_url, keys, tmp_path / "files", clock)
    with store.writing() as work:
        demonstrate(work, QUICK.hash)
    yield store
    store.close()


@pytest.fixture(scope="module")
def picture_desk() -> Iterator[PictureDesk]:
    with PictureDesk() as desk:
        yield desk


@asynccontextmanager
async def front_of(store: Store, picture_desk: PictureDesk) -> AsyncIterator[Front]:
    pools = Pools.of_size(2)
    intake = Intake(store, house("http://127.0.0.1"))
    passwords = Passwords(QUICK)
    turns = Turns(
        intake,
        store.clock,
        units=units(store, pools.turns),
        hashing=pools.hashing,
        passwords=passwords,
    )
    try:
        yield Front(intake, turns, pools, picture_desk, Press(store))
    finally:
        await turns.finish()
        pools.close()


def signed_in(store: Store, serial: int = 1) -> tuple[PersonId, str]:
    """A candidate and the token of a session."""
    with store.writing() as work:
        number = read_id_number(id_number(BORN, serial=serial), work.today)
        guest = work.people.add_guest().id
        work.people.register(guest, "王小虎", number, f"wang-{serial}", "hash")
        _, token = work.sessions.open(guest, SessionKind.BEARER)
    return guest, token


def demonstration(store: Store) -> Demonstration:
    with store.writing() as work:
        return demonstrate(work, QUICK.hash)


def batch_for(store: Store, candidate_type: CandidateType) -> Batch:
    batches = demonstration(store).batches
    return next(batch for batch in batches if batch.candidate_type is candidate_type)


@dataclass
class Registrant:
    """Fills the form of a batch through the desk."""

    front: Front
    token: str
    keys: Iterator[int] = field(default_factory=count)

    async def send(self, **content: object) -> Outgoing:
        incoming = replace(Incoming(f"m{next(self.keys)}", self.token, "web"), **content)
        return (await self.front.receive(incoming)).messages[-1].body

    async def register(self, batch: Batch, today: date) -> Outgoing:
        candidate = Candidate(batch.candidate_type, today)
        said = await self.send(choice=f"/registration {batch.number}")
        while said.question:
            reply = candidate.reply(asdict(said.question), [o.value for o in said.options])
            file = None
            if reply.picture is not None:
                file = await self.front.prepare(reply.picture, "p.jpg", self.token)
            said = await self.send(text=reply.text, choice=reply.choice, file=file)
        return said


def played(scene: Callable[[Front], Awaitable[None]], store: Store, desk: PictureDesk) -> None:
    async def play() -> None:
        async with front_of(store, desk) as front:
            await scene(front)

    asyncio.run(play())


PRINTED = {
    CandidateType.STUDENT: (
        "无锡机电高等职业技术学校",
        "中专",
        "420",
        "在校满两年",
        "院校公章",
    ),
    CandidateType.EMPLOYED: ("无锡锅炉厂有限公司", "6 年", "电焊工", "现工作单位盖章"),
    CandidateType.SOCIAL: ("承诺书", "0 年", "五级"),
}


@pytest.mark.parametrize("candidate_type", CandidateType)
def test_a_registration_prints_as_pdf_word_and_in_the_roster(
    candidate_type: CandidateType, office: Store, picture_desk: PictureDesk
) -> None:
    person, token = signed_in(office)
    batch = batch_for(office, candidate_type)

    async def scene(front: Front) -> None:
        done = await Registrant(front, token).register(batch, office.clock.office_now().date())
        pdf, word = [f for f in done.files if isinstance(f, Paper)]
        printed = await front.print_paper(pdf, person)
        assert printed.media_type == "application/pdf"
        assert "王小虎" not in printed.name
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(printed.data)).pages)
        document = docx.Document(io.BytesIO((await front.print_paper(word, person)).data))
        cells = "".join(c.text for t in document.tables for r in t.rows for c in r.cells)
        for words in (*PRINTED[candidate_type], "王小虎", "男", id_number(BORN), "2007-03"):
            assert words in cells
            assert words.replace(" ", "") in "".join(text.split())

    played(scene, office, picture_desk)
    out = io.BytesIO()
    with office.reading() as work:
        assert DOCUMENTS["roster"](work, batch, out) == 1
    row = [cell.value for cell in openpyxl.load_workbook(out).active[4]]
    assert {"王小虎", id_number(BORN), "居民身份证", "电焊工"} <= set(row)


def test_papers_are_for_their_candidate_only(office: Store, picture_desk: PictureDesk) -> None:
    _, token = signed_in(office)
    stranger, _ = signed_in(office, serial=2)

    async def scene(front: Front) -> None:
        batch = batch_for(office, CandidateType.SOCIAL)
        done = await Registrant(front, token).register(batch, office.clock.office_now().date())
        for paper in done.files:
            assert isinstance(paper, Paper)
            with pytest.raises(NotPossible):
                await front.print_paper(paper, stranger)
        with pytest.raises(NotPossible):
            await front.print_paper(Paper("no_such_export", 1, ""), stranger)

    played(scene, office, picture_desk)


def test_everything_about_a_person_goes_to_that_person(
    office: Store, picture_desk: PictureDesk
) -> None:
    person, token = signed_in(office)
    stranger, _ = signed_in(office, serial=2)

    async def scene(front: Front) -> None:
        await Registrant(front, token).send(text="菜单")
        mine = Paper("my_data", person, "")
        data = json.loads((await front.print_paper(mine, person)).data)
        assert data["name"] == "王小虎"
        assert data["messages"][0]["text"] == "菜单"
        with pytest.raises(NotPossible):
            await front.print_paper(mine, stranger)

    played(scene, office, picture_desk)


def test_a_picture_is_kept_with_its_preview_and_a_refusal_keeps_nothing(
    office: Store, picture_desk: PictureDesk
) -> None:
    person, token = signed_in(office)

    async def scene(front: Front) -> None:
        kept = await front.prepare(pictures.portrait(), "photo.png", token)
        assert kept.problem is None
        assert kept.preview is not None
        shown = await front.kept_file(kept.preview, person)
        assert shown.media_type == "image/jpeg"
        assert shown.data.startswith(b"\xff\xd8")
        refused = await front.prepare(b"<svg/>", "photo.jpg", token)
        assert refused.file == ""
        assert refused.problem is not None
        with pytest.raises(NotPossible):
            await front.kept_file("0" * 64, person)

    played(scene, office, picture_desk)


def test_strangers_have_nothing_decoded(office: Store, picture_desk: PictureDesk) -> None:
    async def scene(front: Front) -> None:
        with pytest.raises(SessionUnknown):
            await front.prepare(pictures.portrait(), "photo.jpg", "no such token")

    played(scene, office, picture_desk)


def test_one_address_opens_only_so_many_sessions(office: Store, picture_desk: PictureDesk) -> None:
    async def scene(front: Front) -> None:
        for _ in range(GUESTS_AN_HOUR):
            limit(office, "guest", "10.0.0.1", GUESTS_AN_HOUR)
        with pytest.raises(TooMany) as refusal:
            await front.greet(SessionKind.COOKIE, "zh-CN", "10.0.0.1")
        assert refusal.value.retry_after > 0
        await front.greet(SessionKind.COOKIE, "zh-CN", "10.0.0.2")

    played(scene, office, picture_desk)


def test_other_systems_look_certificates_up_under_the_limits_of_the_chat(
    office: Store, picture_desk: PictureDesk
) -> None:
    sample = demonstration(office).certificates[0]
    asked = CertificateAsked(sample.name, sample.id_number, None, "10.0.0.1")

    async def scene(front: Front) -> None:
        assert len(await front.find_certificates(asked)) == 2
        with pytest.raises(NotPossible):
            await front.find_certificates(replace(asked, id_number=None))
        for _ in range(Policy().lookups_per_hour - 2):
            await front.find_certificates(asked)
        with pytest.raises(TooMany):
            await front.find_certificates(asked)

    played(scene, office, picture_desk)


def test_the_desk_is_ready_while_its_database_answers(
    office: Store, picture_desk: PictureDesk
) -> None:
    async def scene(front: Front) -> None:
        assert await front.ready()

    played(scene, office, picture_desk)


def test_every_paper_a_message_offers_is_printed_by_the_press() -> None:
    offered = {
        word.split('"')[1]
        for file in Path(conversations.__path__[0]).rglob("*.py")
        for word in re.split(r"\b(?:Paper|Template)\(", file.read_text("utf-8"))[1:]
        if word.lstrip().startswith('"')
    }
    assert offered == EXPORTS.keys() | STREAMED.keys()


def test_a_workbook_is_read_and_kept_and_what_is_none_is_told(
    office: Store, picture_desk: PictureDesk
) -> None:
    person, token = signed_in(office)
    data = workbook(["工种", "人数"], ["电焊工", 40])

    async def scene(front: Front) -> None:
        received = await front.prepare(data, "计划.xlsx", token)
        assert received.sheet is not None
        assert received.sheet.rows == (("工种", "人数"), ("电焊工", 40))
        assert (await front.kept_file(received.file, person)).data == data
        refused = await front.prepare("工种,人数\n电焊工,40\n".encode(), "计划.csv", token)
        assert (refused.file, refused.problem) == ("", Finding("workbook-text"))

    played(scene, office, picture_desk)


def test_a_zip_of_pictures_is_taken_only_where_one_is_asked_for(
    office: Store, picture_desk: PictureDesk
) -> None:
    person, token = signed_in(office, 77)
    with office.writing() as work:
        work.people.appoint(person, Role.STATION_OFFICER, STATION)
    batch = batch_for(office, CandidateType.STUDENT)
    good = rosters.zipped({rosters.name_of(1, ""): b"a picture"})
    hostile = rosters.zipped({f"../{rosters.name_of(1, '')}": b"x"})

    async def scene(front: Front) -> None:
        early = await front.prepare(good, "照片.zip", token)
        assert (early.file, early.problem) == ("", Finding("workbook-kind"))
        await Registrant(front, token).send(choice=f"/roster_import {batch.number}")
        taken = await front.prepare(good, "照片.zip", token)
        assert (taken.media_type, taken.problem, taken.size) == ("application/zip", None, len(good))
        refused = await front.prepare(hostile, "照片.zip", token)
        assert (refused.file, refused.problem) == ("", Finding("picture-zip-paths"))
        nobodys = await front.prepare(rosters.zipped({"合影.jpg": b"x"}), "照片.zip", token)
        assert nobodys.problem == Finding("picture-zip-nobodys")
        sheet = await front.prepare(rosters.listed(rosters.row(1)), "名单.xlsx", token)
        assert sheet.sheet is not None

    played(scene, office, picture_desk)
