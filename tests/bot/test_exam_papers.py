"""A paper's way through the front desk: taken as it came, and handed out as it came (R6.5)."""

import asyncio
from collections.abc import Iterator
from itertools import count

import pytest

from bot.chats import ChatDocuments
from bot.front import Front
from conversations.engine.messages import Outgoing, Paper
from conversations.incoming import Incoming
from handlers.channel import TooLarge
from handlers.web.desk import PublicFacts
from rules.findings import NotPossible
from store.pictures import PictureDesk
from store.sessions import SessionKind
from store.unit import Store
from tests import pictures
from tests.bot.test_front import front_of
from tests.exams import CLOSES, WORD, Stage
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.store.test_office_documents import PRINTED, word
from tests.store.tree import of
from tests.talks.conftest import database_url as database_url
from tests.workbooks import workbook

KEYS = count()


@pytest.fixture(scope="module")
def picture_desk() -> Iterator[PictureDesk]:
    with PictureDesk() as desk:
        yield desk


class Officer:
    """The station's officer at the web page."""

    def __init__(self, stage: Stage, front: Front) -> None:
        self.front = front
        with stage.store.writing() as work:
            _, self.token = work.sessions.open(of(stage.station), SessionKind.BEARER)

    async def send(self, choice: str) -> Outgoing:
        incoming = Incoming(f"m{next(KEYS)}", self.token, "web", choice=choice)
        return (await self.front.receive(incoming)).messages[-1].body

    async def hand_in(self, data: bytes) -> Outgoing:
        received = await self.front.prepare(data, "试卷.docx", self.token)
        incoming = Incoming(f"m{next(KEYS)}", self.token, "web", file=received)
        return (await self.front.receive(incoming)).messages[-1].body


@pytest.mark.parametrize(
    ("data", "reason"),
    [(workbook(["题号"], [1]), "document-wanted"), (PRINTED[:-7], "document-cut-off")],
)
def test_what_is_no_document_is_refused_at_the_box(
    store: Store, picture_desk: PictureDesk, data: bytes, reason: str
) -> None:
    async def scene() -> None:
        async with front_of(store, picture_desk) as front:
            officer = Officer(stage, front)
            await officer.send("/paper")
            await officer.send("JX04-06-04-01:4:theory")
            said = await officer.hand_in(data)
            assert said.question
            assert (said.question.box, said.question.error) == ("file", reason)
            said = await officer.hand_in(pictures.portrait())
            assert said.question
            assert said.question.error == "document-wanted"

    stage = prepared(Stage, store)
    asyncio.run(scene())


def test_a_paper_is_handed_out_as_it_came_to_whoever_signed_and_in_chats_as_a_link(
    store: Store, picture_desk: PictureDesk, clock: FixedClock
) -> None:
    theory, practice = word(), PRINTED + b"%" + bytes(2_000_000) + b"\n%%EOF\n"

    async def scene() -> None:
        async with front_of(store, picture_desk) as front:
            officer = Officer(stage, front)
            await officer.send("/paper")
            await officer.send("JX04-06-04-01:4:theory")
            said = await officer.hand_in(theory)
            await officer.send(said.options[0].value)
            await officer.hand_in(practice)
            with store.writing() as work:
                work.exam_papers.seal(stage.batch.id)
            stage.submitted()
            clock.office = CLOSES
            chats = ChatDocuments(front, PublicFacts("https://kaowu.example"))
            for n, data in ((0, theory), (1, practice)):
                said = await officer.send(f"/paper_receipt {stage.batch.number}")
                await officer.send(said.options[n].value)
                said = await officer.send("yes")
                (paper,) = said.files
                assert isinstance(paper, Paper)
                printed = await front.print_paper(paper, of(stage.station))
                assert printed.data == data
                assert (printed.media_type == WORD) is (n == 0)
                with pytest.raises(NotPossible):
                    await front.print_paper(paper, of(stage.officer))
                with pytest.raises(TooLarge):
                    await chats.file(paper, of(stage.station))

    stage = prepared(Stage, store)
    asyncio.run(scene())
