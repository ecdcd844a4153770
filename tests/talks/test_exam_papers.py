"""组卷, 试卷签收, 签收记录: papers handed in and signed for in the chat (R4.7, R6.5)."""

import hashlib
from datetime import timedelta

import pytest

from bot.press import EXPORTS, Press
from conversations import passing
from conversations.engine.messages import Kind, Paper, Received
from conversations.expecting import wants_document
from conversations.house import house
from rules.findings import Finding, NotPossible
from rules.roles import Role
from store.unit import Store
from tests.candidates import picture
from tests.exams import BEGINS, CLOSES, WORD, Stage
from tests.fakes import FixedClock
from tests.officers import at
from tests.prepared import prepared
from tests.store.office import upload
from tests.store.tree import CHANGZHOU, HAMI, of
from tests.talk import Talker

SECOND = timedelta(seconds=1)


@pytest.fixture
def stage(store: Store) -> Stage:
    return prepared(Stage, store)


@pytest.fixture
def officer(stage: Stage) -> Talker:
    return stage.at(of(stage.station))


def document(store: Store, content: str) -> Received:
    """A file as the front desk hands it in."""
    digest = hashlib.sha256(content.encode()).hexdigest()
    return Received(upload(store, content, WORD), WORD, len(content), digest=digest)


class TestHandingIn:
    def test_both_papers_are_asked_for_one_after_the_other(
        self, stage: Stage, officer: Talker
    ) -> None:
        officer.tap("/paper")
        assert officer.box == "place"
        assert [one.label for one in officer.last.options] == [
            "电焊工 四级（中级工） 理论　未交",
            "电焊工 四级（中级工） 实操　未交",
        ]
        officer.say("1")
        assert officer.last.question
        assert (officer.box, officer.last.question.kind) == ("file", Kind.FILE)
        assert "2026-08-21 24:00" in officer.last.text
        said = officer.show(document(stage.store, "theory"))
        assert "收到电焊工 四级（中级工） 理论试卷：Word，" in said.text
        assert hashlib.sha256(b"theory").hexdigest() in said.text
        assert "还缺 1 份：电焊工 四级（中级工） 实操试卷" in said.text
        officer.tap(officer.values[0])
        said = officer.show(document(stage.store, "practice"))
        assert "交齐了" in said.text
        assert "2026-08-22 0 时起可以签收" in said.text

    def test_another_file_replaces_the_first_and_it_is_said(
        self, stage: Stage, officer: Talker
    ) -> None:
        place = stage.places()[0]
        stage.put(place)
        officer.tap(f"/paper {stage.batch.number} JX04-06-04-01:4:theory")
        said = officer.show(document(stage.store, "better"))
        assert "原来那一份已作废" in said.text
        with stage.store.reading() as work:
            assert work.files.content(work.exam_papers.of(stage.batch.id)[0].file) == b"better"

    @pytest.mark.parametrize("key", ["document-old-word", "document-with-macros"])
    def test_what_cannot_be_taken_is_refused_with_what_to_send(
        self, officer: Talker, key: str
    ) -> None:
        officer.tap("/paper")
        officer.say("1")
        officer.show(Received("", problem=Finding(key)))
        assert (officer.box, officer.error) == ("file", key)

    def test_a_picture_or_words_are_no_paper(self, stage: Stage, officer: Talker) -> None:
        officer.tap("/paper")
        officer.say("1")
        officer.show(picture(stage.store, "a photo of the paper"))
        assert (officer.box, officer.error) == ("file", "document-wanted")
        officer.say("明天发")
        assert (officer.box, officer.error) == ("file", "document-wanted")
        officer.show(Received("", problem=Finding("workbook-text")))
        assert (officer.box, officer.error) == ("file", "document-wanted")

    def test_the_paper_is_not_shown_in_the_history_again(
        self, stage: Stage, officer: Talker
    ) -> None:
        officer.tap("/paper")
        officer.say("1")
        officer.show(document(stage.store, "secret"))
        with stage.store.reading() as work:
            said = work.messages.after(of(stage.station), 0, 100)
        assert [m.body["files"] for m in said if m.body["files"]] == []

    def test_after_the_close_the_day_is_named(
        self, stage: Stage, officer: Talker, clock: FixedClock
    ) -> None:
        clock.office = CLOSES
        officer.tap(f"/paper {stage.batch.number}")
        assert "2026-08-21 24:00 已经截止" in officer.last.text
        officer.tap("/paper")
        assert "没有要交试卷的批次" in officer.last.text

    def test_another_station_gets_no_further(self, stage: Stage) -> None:
        other = at(stage.store, Role.STATION_OFFICER, HAMI)
        other.tap(f"/paper {stage.batch.number}")
        assert "不能查看或办理" in other.last.text

    def test_a_form_handed_over_to_the_page_takes_the_file_there_and_files_it_in_the_chat(
        self, stage: Stage, officer: Talker
    ) -> None:
        officer.tap("/paper")
        officer.say("1")
        link = officer.tap("/handover").text.partition("/handover#")[2].split()[0]
        page = Talker(stage.store)
        page.taken(
            passing.redeem(stage.store, house(), link, page.token, replace=True, channel="web")
        )
        assert page.box == "file"
        assert wants_document(stage.store, house(), page.token)
        assert "不能提交：请回到原来的聊天" in page.show(document(stage.store, "theory")).text
        assert "收到电焊工 四级（中级工） 理论试卷" in officer.say("继续").text

    def test_documents_are_taken_as_they_are_only_from_who_is_asked_for_one(
        self, stage: Stage, officer: Talker
    ) -> None:
        def expected() -> bool:
            return wants_document(stage.store, house(), officer.token)

        assert not expected()
        officer.tap("/paper")
        assert expected()
        officer.tap("/menu")
        assert not expected()
        assert not wants_document(stage.store, house(), "no such session")
        assert not wants_document(stage.store, house(), "wechat:gh_1:o-unknown")


class TestSigningFor:
    def sign(self, talker: Talker, stage: Stage) -> Paper:
        talker.tap(f"/paper_receipt {stage.batch.number}")
        talker.say("1")
        talker.say("是")
        (paper,) = talker.last.files
        assert isinstance(paper, Paper)
        return paper

    def test_the_window_of_the_first_of_september(
        self, stage: Stage, officer: Talker, clock: FixedClock
    ) -> None:
        stage.sealed()
        clock.office = CLOSES - SECOND
        officer.tap(f"/paper_receipt {stage.batch.number}")
        assert "从 2026-08-22 0 时起可以签收" in officer.last.text
        clock.office = CLOSES
        officer.tap(f"/paper_receipt {stage.batch.number}")
        assert officer.box == "paper_signed"
        clock.office = BEGINS - SECOND
        officer.tap(f"/paper_receipt {stage.batch.number}")
        assert officer.box == "paper_signed"
        clock.office = BEGINS
        officer.tap(f"/paper_receipt {stage.batch.number}")
        assert "已经开始，不能再签收" in officer.last.text

    def test_a_batch_chosen_too_early_is_refused_with_the_day(
        self, stage: Stage, officer: Talker, clock: FixedClock
    ) -> None:
        stage.sealed()
        officer.tap("/paper_receipt")
        assert officer.box == "batch"
        assert "2026-08-22 0 时起" in officer.last.options[0].label
        officer.say("1")
        assert (officer.box, officer.error) == ("batch", "exam-papers-not-open")
        assert "从 2026-08-22 0 时起可以签收" in officer.last.text
        clock.office = CLOSES
        officer.say("1")
        assert officer.box == "paper_signed"

    def test_the_file_comes_with_the_signature_and_to_nobody_else(
        self, stage: Stage, officer: Talker, clock: FixedClock
    ) -> None:
        stage.sealed()
        clock.office = CLOSES
        paper = self.sign(officer, stage)
        assert paper.export == "paper_word"
        press = Press(stage.store)
        sheet = press.collect(paper, of(stage.station))
        assert sheet.name == "paper-2026-0001-JX04-06-04-01-4-theory.docx"
        assert press.print(sheet).data == b"theory paper"
        colleague = at(stage.store, Role.STATION_HEAD, CHANGZHOU)
        with stage.store.reading() as work:
            session = work.sessions.find(colleague.token)
        assert session
        with pytest.raises(NotPossible):
            press.collect(paper, session.person)

    def test_sealed_papers_do_not_stay_in_the_presss_memory(self) -> None:
        assert not EXPORTS["paper_word"].kept
        assert not EXPORTS["paper_pdf"].kept

    def test_who_does_not_sign_gets_nothing(
        self, stage: Stage, officer: Talker, clock: FixedClock
    ) -> None:
        stage.sealed()
        clock.office = CLOSES
        officer.tap(f"/paper_receipt {stage.batch.number}")
        officer.say("1")
        said = officer.say("否")
        assert said.files == ()
        with stage.store.reading() as work:
            assert work.paper_receipts.of(stage.batch.id) == ()

    def test_the_management_station_reads_who_signed_when_and_for_what(
        self, stage: Stage, officer: Talker, clock: FixedClock
    ) -> None:
        papers = stage.sealed()
        manager = stage.at(of(stage.officer))
        assert "还没有人签收" in manager.tap("/paper_receipts").text
        clock.office = CLOSES
        self.sign(officer, stage)
        manager.tap("/paper_receipts")
        said = manager.tap(f"/paper_receipts {stage.batch.number}")
        digest = papers[0].digest
        assert "2026-08-22 00:00　李晓雨　电焊工 四级（中级工） 理论试卷" in said.text
        assert f"校验码 {digest[:4]} {digest[4:8]}" in said.text

    def test_another_station_reads_nothing(
        self, stage: Stage, officer: Talker, clock: FixedClock
    ) -> None:
        stage.sealed()
        clock.office = CLOSES
        self.sign(officer, stage)
        other = at(stage.store, Role.STATION_HEAD, HAMI)
        assert "还没有人签收过试卷" in other.tap("/paper_receipts").text
        assert "不能查看或办理" in other.tap(f"/paper_receipts {stage.batch.number}").text
