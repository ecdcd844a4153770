"""What comes back after a return: only what was asked for, only from its candidate, and the old stays (R5.2, R5.6)."""

from dataclasses import replace
from datetime import datetime

import pytest

from rules.catalogue import Level
from rules.findings import NotPossible
from rules.materials import Material
from rules.registration import RegistrationState
from rules.registration_reviews import ReviewKind
from store.batches import Batch, NewItem
from store.clock import OFFICE_ZONE
from store.files import FileId
from store.registrations import Filing, Registration
from store.unit import Caller, Store
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.store.office import MACHINIST, WELDER, candidate, filing, open_batch, sign_up, upload
from tests.store.reviewing import (
    FOUR,
    approved,
    by,
    by_candidate,
    complete,
    filed,
    not_taken,
    officer,
    seats,
    stamped,
)

CLOSES = datetime(2026, 7, 10, tzinfo=OFFICE_ZONE)
CARD = {Material.STUDENT_CARD: "看不清"}


def with_one(store: Store) -> tuple[Batch, Registration]:
    batch = open_batch(store, FOUR, NewItem(MACHINIST, Level.FOUR, 1))
    return batch, complete(store, batch)


@pytest.fixture
def handed_in(store: Store) -> tuple[Batch, Registration]:
    return prepared(with_one, store)


@pytest.fixture
def batch(store: Store, request: pytest.FixtureRequest) -> Batch:
    """The one of `one`, where that is asked for."""
    if "one" in request.fixturenames:
        found: Batch = request.getfixturevalue("handed_in")[0]
        return found
    return open_batch(store, FOUR, NewItem(MACHINIST, Level.FOUR, 1))


@pytest.fixture
def reviewer(store: Store, batch: Batch) -> Caller:
    assert batch.number
    return officer(store)


@pytest.fixture
def one(handed_in: tuple[Batch, Registration]) -> Registration:
    return handed_in[1]


def returned(store: Store, reviewer: Caller, one: Registration, **reasons: str) -> Registration:
    back: Registration = by(store, reviewer, "send_back", one.id, reasons)
    return back


def corrected(store: Store, batch: Batch, one: Registration, **boxes: object) -> Filing:
    """The form as it was, with these boxes changed."""
    as_it_was = filing(store, batch, one.person_id)
    return replace(as_it_was, boxes={**as_it_was.boxes, **boxes})


class TestDocuments:
    def test_what_was_asked_for_comes_back_to_the_station(
        self, store: Store, reviewer: Caller, one: Registration
    ) -> None:
        returned(store, reviewer, one, student_card="看不清")
        sharper = upload(store, "sharper card")
        again = by_candidate(store, one, "hand_in", {Material.STUDENT_CARD: sharper})
        assert again.state is RegistrationState.COMPLETE
        assert again.stamped_at == one.stamped_at
        with store.reading() as work:
            cards = [
                d.file
                for d in work.registrations.documents(one.id)
                if d.material is Material.STUDENT_CARD
            ]
            kinds = [step.kind for step in work.reviews.history(one.id)]
        assert len(cards) == 2
        assert cards[-1] == sharper
        assert kinds == [ReviewKind.STAMP, ReviewKind.RETURN, ReviewKind.HAND_IN]
        assert approved(store, reviewer, again).state is RegistrationState.APPROVED

    def test_everything_asked_for_is_wanted_and_nothing_else_taken(
        self, store: Store, reviewer: Caller, one: Registration
    ) -> None:
        returned(store, reviewer, one, student_card="x", photo="y")
        card, photo = upload(store, "card"), upload(store, "photo")
        assert not_taken(store, one, "hand_in", {Material.STUDENT_CARD: card}) == {
            "material-missing"
        }
        more = {
            Material.STUDENT_CARD: card,
            Material.PHOTO: photo,
            Material.ID_CARD_FRONT: upload(store, "another card"),
        }
        assert not_taken(store, one, "hand_in", more) == {"document-not-returned"}

    def test_a_document_that_is_no_picture_or_gone_is_refused(
        self, store: Store, reviewer: Caller, one: Registration
    ) -> None:
        returned(store, reviewer, one, student_card="x")
        pdf = upload(store, "%PDF", "application/pdf")
        assert not_taken(store, one, "hand_in", {Material.STUDENT_CARD: pdf}) == {"picture-type"}
        gone = {Material.STUDENT_CARD: FileId("0" * 64)}
        assert not_taken(store, one, "hand_in", gone) == {"file-gone"}

    def test_a_stamped_form_asked_for_again_counts_from_then(
        self, store: Store, reviewer: Caller, one: Registration, clock: FixedClock
    ) -> None:
        returned(store, reviewer, one, stamped_form="章看不清")
        clock.office = CLOSES.replace(day=9)
        form = upload(store, "%PDF", "application/pdf")
        again = by_candidate(store, one, "hand_in", {Material.STAMPED_FORM: form})
        assert (again.state, again.stamped_at) == (RegistrationState.COMPLETE, clock.office)

    def test_returned_before_the_stamp_it_still_awaits_it(
        self, store: Store, batch: Batch, reviewer: Caller
    ) -> None:
        unstamped = filed(store, batch)
        returned(store, reviewer, unstamped, student_card="x")
        again = by_candidate(
            store, unstamped, "hand_in", {Material.STUDENT_CARD: upload(store, "c")}
        )
        assert (again.state, again.waiting_since) == (RegistrationState.SUBMITTED, None)
        assert stamped(store, again).state is RegistrationState.COMPLETE

    def test_a_second_hand_in_is_refused(
        self, store: Store, reviewer: Caller, one: Registration
    ) -> None:
        returned(store, reviewer, one, student_card="x")
        again = {Material.STUDENT_CARD: upload(store, "card")}
        by_candidate(store, one, "hand_in", again)
        assert not_taken(store, one, "hand_in", again) == {"registration-not-returned"}

    def test_the_last_moment_is_the_close(
        self, store: Store, reviewer: Caller, one: Registration, clock: FixedClock
    ) -> None:
        returned(store, reviewer, one, student_card="x")
        again = {Material.STUDENT_CARD: upload(store, "card")}
        clock.office = CLOSES
        assert not_taken(store, one, "hand_in", again) == {"window-closed"}
        clock.office = datetime(2026, 7, 9, 23, 59, 59, tzinfo=OFFICE_ZONE)
        assert by_candidate(store, one, "hand_in", again).state is RegistrationState.COMPLETE

    def test_nobody_hands_in_for_somebody_else(
        self, store: Store, reviewer: Caller, one: Registration
    ) -> None:
        returned(store, reviewer, one, student_card="x")
        stranger = replace(one, person_id=sign_up(store, 2))
        again = {Material.STUDENT_CARD: upload(store, "card")}
        assert not_taken(store, stranger, "hand_in", again) == {"not-yours"}
        with store.writing(reviewer) as work, pytest.raises(NotPossible, match="not-yours"):
            work.corrections.hand_in(one.id, again)


class TestBoxes:
    def test_a_corrected_box_voids_the_stamp_and_keeps_the_old_words(
        self, store: Store, batch: Batch, reviewer: Caller, one: Registration
    ) -> None:
        returned(store, reviewer, one, school="和学生证上不一样")
        again = by_candidate(
            store, one, "correct", corrected(store, batch, one, school="哈密职业学校")
        )
        assert (again.state, again.stamped_at) == (RegistrationState.SUBMITTED, None)
        with store.reading() as work:
            now = work.registrations.boxes(again)
            before = work.corrections.before(one.id, again.step)
        assert (now["school"], before["school"]) == ("哈密职业学校", "哈密职业技术学校")
        assert now["name"] == "李晓雨"
        assert stamped(store, again, "new").state is RegistrationState.COMPLETE

    def test_a_box_nobody_returned_stays(
        self, store: Store, batch: Batch, reviewer: Caller, one: Registration
    ) -> None:
        returned(store, reviewer, one, school="x")
        forged = corrected(store, batch, one, school="新校名", phone="0902-7777777")
        assert not_taken(store, one, "correct", forged) == {"box-not-returned"}

    def test_the_rules_hold_for_a_correction_too(
        self, store: Store, batch: Batch, reviewer: Caller, one: Registration
    ) -> None:
        returned(store, reviewer, one, school="x")
        wrong = filing(store, batch, one.person_id, class_hours=360)
        assert not_taken(store, one, "correct", wrong) == {"need-class-hours"}

    def test_documents_and_boxes_may_come_one_after_the_other(
        self, store: Store, batch: Batch, reviewer: Caller, one: Registration
    ) -> None:
        returned(store, reviewer, one, school="x", student_card="y")
        half = by_candidate(
            store, one, "hand_in", {Material.STUDENT_CARD: upload(store, "sharper")}
        )
        assert half.state is RegistrationState.RETURNED
        with store.reading() as work:
            assert work.corrections.boxes_wanted(one.id) == {"school": "x"}
            assert work.corrections.documents_wanted(one.id) == {}
        whole = by_candidate(store, one, "correct", corrected(store, batch, one, school="新校名"))
        assert whole.state is RegistrationState.SUBMITTED

    def test_another_trade_takes_another_seat(
        self, store: Store, batch: Batch, reviewer: Caller, one: Registration
    ) -> None:
        returned(store, reviewer, one, trade="报错了工种")
        assert seats(store, batch) == [1, 0]
        change = replace(
            corrected(store, batch, one),
            application=replace(filing(store, batch, one.person_id).application, unit=MACHINIST),
        )
        again = by_candidate(store, one, "correct", change)
        assert again.unit_code == MACHINIST.code
        assert seats(store, batch) == [0, 1]

    def test_a_trade_that_is_full_is_refused_and_the_seat_kept(
        self, store: Store, batch: Batch, reviewer: Caller, one: Registration
    ) -> None:
        filed(store, batch, 2, unit=MACHINIST)
        returned(store, reviewer, one, trade="报错了工种")
        change = filing(store, batch, one.person_id, unit=MACHINIST)
        assert not_taken(store, one, "correct", change) == {"batch-full"}
        assert seats(store, batch) == [1, 1]

    def test_a_full_batch_still_takes_the_correction_of_who_sits_in_it(
        self, store: Store, reviewer: Caller
    ) -> None:
        small = open_batch(store, NewItem(WELDER, Level.FOUR, 1))
        only = complete(store, small)
        returned(store, reviewer, only, school="x")
        again = by_candidate(store, only, "correct", corrected(store, small, only, school="新校名"))
        assert (again.item_id, seats(store, small)) == (only.item_id, [1])

    def test_what_was_not_returned_is_not_corrected(
        self, store: Store, batch: Batch, reviewer: Caller, one: Registration
    ) -> None:
        assert not_taken(store, one, "correct", corrected(store, batch, one)) == {
            "registration-not-returned"
        }
        returned(store, reviewer, one, photo="x")
        assert "registration-not-returned" in not_taken(
            store, one, "correct", corrected(store, batch, one)
        )

    def test_nobody_corrects_for_somebody_else(
        self, store: Store, batch: Batch, reviewer: Caller, one: Registration
    ) -> None:
        returned(store, reviewer, one, school="x")
        change = corrected(store, batch, one, school="新校名")
        stranger = candidate(sign_up(store, 2))
        with store.writing(stranger) as work, pytest.raises(NotPossible, match="not-yours"):
            work.corrections.correct(one.id, change)
