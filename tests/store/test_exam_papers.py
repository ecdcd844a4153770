"""Papers of an exam: handed in by the station until the close, sealed, and handed out against a signature only."""

from dataclasses import replace
from datetime import timedelta
from threading import Thread

import pytest

from rules.catalogue import Level
from rules.exam_papers import ExamPart, PaperPlace
from rules.findings import NotPossible
from rules.roles import Role
from store.batches import BatchState
from store.paper_receipts import HOLDS
from store.unit import Caller, Store
from tests.batches import planned
from tests.exams import BEGINS, CLOSES, Stage
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.store import tree
from tests.store.office import MACHINIST
from tests.store.tree import CENTRE, CHANGZHOU, HAMI, URUMQI

SECOND = timedelta(seconds=1)


@pytest.fixture
def stage(store: Store) -> Stage:
    return prepared(Stage, store)


def missing(stage: Stage) -> list[object]:
    with stage.store.reading() as work:
        return [finding.args["part"] for finding in work.exam_papers.missing(stage.batch.id)]


def reasons(refusal: pytest.ExceptionInfo[NotPossible]) -> list[str]:
    return [finding.key for finding in refusal.value.findings]


class TestHandingIn:
    def test_a_batch_lacks_both_papers_until_they_are_in(self, stage: Stage) -> None:
        theory, practice = stage.places()
        assert missing(stage) == ["theory", "practice"]
        stage.put(theory)
        assert missing(stage) == ["practice"]
        stage.put(practice)
        assert missing(stage) == []

    def test_another_file_takes_the_place_of_the_first_which_is_erased(self, stage: Stage) -> None:
        theory = stage.places()[0]
        first, second = stage.put(theory, "first"), stage.put(theory, "second")
        assert second.id == first.id
        assert second.digest != first.digest
        with stage.store.reading() as work:
            assert work.files.find(first.file) is None
            assert work.files.content(second.file) == b"second"

    def test_the_same_file_may_be_both_papers(self, stage: Stage) -> None:
        for place in stage.places():
            stage.put(place, "the same")
        papers = stage.sealed()
        assert papers[0].file != papers[1].file

    def test_the_close_ends_it_at_its_very_second(self, stage: Stage, clock: FixedClock) -> None:
        theory, practice = stage.places()
        clock.office = CLOSES - SECOND
        stage.put(theory)
        clock.office = CLOSES
        with pytest.raises(NotPossible) as refusal:
            stage.put(practice)
        assert reasons(refusal) == ["exam-papers-closed"]

    def test_nothing_changes_after_the_seal(self, stage: Stage) -> None:
        papers = stage.sealed()
        with pytest.raises(NotPossible) as refusal:
            stage.put(papers[0].place, "another")
        assert reasons(refusal) == ["exam-papers-sealed"]

    def test_a_batch_that_waits_for_approval_takes_papers_already(self, store: Store) -> None:
        stage = Stage(store, state=BatchState.APPLIED)
        assert stage.put(stage.places()[0]).sealed_at is None

    @pytest.mark.parametrize("state", [BatchState.REJECTED, BatchState.WITHDRAWN])
    def test_a_batch_that_is_given_up_takes_none(self, store: Store, state: BatchState) -> None:
        stage = Stage(store, state=state)
        with pytest.raises(NotPossible) as refusal:
            stage.put(stage.places()[0])
        assert reasons(refusal) == ["exam-papers-no-batch"]

    def test_a_paper_is_for_an_item_of_the_batch(self, stage: Stage) -> None:
        with pytest.raises(NotPossible) as refusal:
            stage.put(PaperPlace(MACHINIST, Level.FOUR, ExamPart.THEORY))
        assert reasons(refusal) == ["exam-paper-no-place"]

    @pytest.mark.parametrize(
        ("role", "code"),
        [
            (Role.STATION_HEAD, HAMI),
            (Role.MANAGEMENT_OFFICER, "49283000"),
            (Role.EXAMINER, CHANGZHOU),
        ],
    )
    def test_only_the_stations_own_staff_hand_papers_in(
        self, stage: Stage, role: Role, code: str
    ) -> None:
        with pytest.raises(NotPossible):
            stage.put(stage.places()[0], caller=tree.hold(stage.store, role, code))
        assert missing(stage) == ["theory", "practice"]

    def test_the_seal_names_what_is_missing_and_seals_nothing(self, stage: Stage) -> None:
        paper = stage.put(stage.places()[0])
        with pytest.raises(NotPossible) as refusal, stage.store.writing() as work:
            work.exam_papers.seal(stage.batch.id)
        assert reasons(refusal) == ["exam-paper-missing"]
        with stage.store.reading() as work:
            assert work.exam_papers.get(paper.id).sealed_at is None

    def test_a_paper_handed_in_while_it_is_sealed_is_in_the_seal_or_refused(
        self, stage: Stage
    ) -> None:
        theory, practice = stage.places()
        early, _ = stage.put(theory), stage.put(practice)
        outcomes: list[str] = []

        def hand_in() -> None:
            try:
                outcomes.append(stage.put(theory, "late").digest)
            except NotPossible as refused:
                outcomes.append(refused.findings[0].key)

        def seal() -> None:
            with stage.store.writing() as work:
                work.exam_papers.seal(stage.batch.id)

        threads = [Thread(target=hand_in), Thread(target=seal)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with stage.store.reading() as work:
            sealed = work.exam_papers.of(stage.batch.id)[0]
        assert sealed.sealed_at is not None
        refused = (["exam-papers-sealed"], early.digest)
        assert (outcomes, sealed.digest) in (
            refused,
            ([sealed.digest], stage.upload("late").digest),
        )


class TestSigningFor:
    def sign(self, stage: Stage, caller: Caller | None = None) -> int:
        with stage.store.writing(caller or stage.station) as work:
            paper = work.exam_papers.of(stage.batch.id)[0]
            return work.paper_receipts.sign(paper.id).id

    def fetch(self, stage: Stage, receipt: int, caller: Caller | None = None) -> bytes:
        with stage.store.reading(caller or stage.station) as work:
            return work.paper_receipts.handed_out(receipt).content

    def test_the_window_opens_ten_days_before_and_ends_with_the_exam(
        self, stage: Stage, clock: FixedClock
    ) -> None:
        stage.sealed()
        for moment, reason in (
            (CLOSES - SECOND, "exam-papers-not-open"),
            (CLOSES, ""),
            (BEGINS - SECOND, ""),
            (BEGINS, "exam-papers-over"),
        ):
            clock.office = moment
            if reason:
                with pytest.raises(NotPossible) as refusal:
                    self.sign(stage)
                assert reasons(refusal) == [reason]
            else:
                assert self.fetch(stage, self.sign(stage)) == b"theory paper"

    def test_without_the_seal_there_is_nothing_to_sign_for(
        self, stage: Stage, clock: FixedClock
    ) -> None:
        for place in stage.places():
            stage.put(place)
        clock.office = CLOSES
        with pytest.raises(NotPossible) as refusal:
            self.sign(stage)
        assert reasons(refusal) == ["exam-papers-not-sealed"]

    def test_a_receipt_says_who_when_and_what(self, stage: Stage, clock: FixedClock) -> None:
        papers = stage.sealed()
        clock.office = CLOSES
        self.sign(stage)
        for caller in (stage.station, stage.officer):
            with stage.store.reading(caller) as work:
                (receipt,) = work.paper_receipts.of(stage.batch.id)
            assert (receipt.person, receipt.signed_at) == (stage.station.person, CLOSES)
            assert (receipt.name, receipt.digest) == ("李晓雨", papers[0].digest)

    @pytest.mark.parametrize(
        ("role", "code"),
        [
            (Role.STATION_HEAD, HAMI),
            (Role.MANAGEMENT_OFFICER, URUMQI),
            (Role.EXAMINER, CHANGZHOU),
        ],
    )
    def test_receipts_are_nobody_elses_to_see(self, stage: Stage, role: Role, code: str) -> None:
        caller = tree.hold(stage.store, role, code)
        with stage.store.reading(caller) as work, pytest.raises(NotPossible):
            work.paper_receipts.of(stage.batch.id)

    def test_only_who_signed_gets_the_paper(self, stage: Stage, clock: FixedClock) -> None:
        stage.sealed()
        clock.office = CLOSES
        receipt = self.sign(stage)
        colleague = tree.hold(stage.store, Role.STATION_HEAD, CHANGZHOU)
        centre = tree.hold(stage.store, Role.CENTRE_OFFICER, CENTRE)
        for caller in (colleague, centre, stage.officer):
            with pytest.raises(NotPossible) as refusal:
                self.fetch(stage, receipt, caller)
            assert reasons(refusal) == ["not-yours"]

    def test_a_receipt_holds_half_an_hour(self, stage: Stage, clock: FixedClock) -> None:
        stage.sealed()
        clock.office = CLOSES
        receipt = self.sign(stage)
        clock.office = CLOSES + HOLDS - SECOND
        assert self.fetch(stage, receipt) == b"theory paper"
        clock.office = CLOSES + HOLDS
        with pytest.raises(NotPossible) as refusal:
            self.fetch(stage, receipt)
        assert reasons(refusal) == ["receipt-over"]

    def test_who_left_the_station_gets_nothing_for_the_old_receipt(
        self, stage: Stage, clock: FixedClock
    ) -> None:
        stage.sealed()
        clock.office = CLOSES
        receipt = self.sign(stage)
        with stage.store.writing() as work:
            work.people.dismiss(tree.of(stage.station), Role.STATION_OFFICER, CHANGZHOU)
        dismissed = replace(stage.station, roles=frozenset({Role.CANDIDATE}))
        with pytest.raises(NotPossible):
            self.fetch(stage, receipt, dismissed)

    def test_nobody_signs_as_the_office(self, stage: Stage, clock: FixedClock) -> None:
        papers = stage.sealed()
        clock.office = CLOSES
        with stage.store.writing() as work, pytest.raises(NotPossible) as refusal:
            work.paper_receipts.sign(papers[0].id)
        assert reasons(refusal) == ["receipt-of-nobody"]

    def test_the_own_stations_batches_are_listed_and_no_others(self, stage: Stage) -> None:
        other = tree.hold(stage.store, Role.STATION_HEAD, HAMI)
        planned(stage.store, station=HAMI)
        with stage.store.reading(stage.station) as work:
            assert [one.id for one in work.exam_papers.awaiting()] == [stage.batch.id]
        with stage.store.reading(other) as work:
            assert work.exam_papers.awaiting() == ()
        stage.sealed()
        with stage.store.reading(stage.station) as work:
            assert work.exam_papers.awaiting() == ()

    def test_batches_with_receipts_are_counted_for_whoever_may_see_them(
        self, stage: Stage, clock: FixedClock
    ) -> None:
        stage.sealed()
        clock.office = CLOSES
        for _ in range(2):
            self.sign(stage)
        with stage.store.reading(stage.officer) as work:
            ((batch, count),) = work.paper_receipts.batches().things
            assert (batch.id, count) == (stage.batch.id, 2)
        with stage.store.reading(tree.hold(stage.store, Role.STATION_HEAD, HAMI)) as work:
            assert work.paper_receipts.batches().things == ()
