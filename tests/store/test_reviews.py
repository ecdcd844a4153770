"""The station reviews: who may, what for, in which order, and what becomes of the seat (R3.4, R5.6)."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from threading import Barrier

import pytest

from rules.catalogue import Level
from rules.findings import NotPossible
from rules.materials import Material
from rules.registration import RegistrationState
from rules.registration_reviews import STANDING, Point, ReviewKind
from rules.roles import Role
from store.batches import Batch, BatchState, NewItem
from store.clock import OFFICE_ZONE
from store.documents import DocumentState
from store.registrations import Registration, RegistrationId
from store.unit import Caller, Store
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.store import tree
from tests.store.office import OTHER_STATION, WELDER, candidate, filing, open_batch, sign_up, upload
from tests.store.reviewing import (
    FOUR,
    approved,
    by,
    by_candidate,
    complete,
    file,
    filed,
    officer,
    refused,
    seats,
    stamped,
)

CLOSES = datetime(2026, 7, 10, tzinfo=OFFICE_ZONE)


def with_one(store: Store) -> tuple[Batch, Registration]:
    batch = open_batch(store, FOUR)
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
    return open_batch(store, FOUR)


@pytest.fixture
def reviewer(store: Store, batch: Batch) -> Caller:
    assert batch.number
    return officer(store)


@pytest.fixture
def one(handed_in: tuple[Batch, Registration]) -> Registration:
    return handed_in[1]


def waiting(store: Store, caller: Caller) -> list[RegistrationId]:
    with store.reading(caller) as work:
        return [found.id for found in work.reviews.waiting().things]


class TestQueue:
    def test_what_is_complete_waits_longest_first(
        self, store: Store, batch: Batch, reviewer: Caller, clock: FixedClock
    ) -> None:
        first, second = filed(store, batch, 1), filed(store, batch, 2)
        stamped(store, second)
        clock.advance(timedelta(hours=1))
        stamped(store, first)
        filed(store, batch, 3)
        assert waiting(store, reviewer) == [second.id, first.id]

    def test_a_better_stamped_form_keeps_its_place(
        self, store: Store, batch: Batch, reviewer: Caller, clock: FixedClock
    ) -> None:
        first, second = complete(store, batch, 1), None
        clock.advance(timedelta(hours=1))
        second = complete(store, batch, 2)
        clock.advance(timedelta(hours=1))
        stamped(store, first, "sharper")
        assert waiting(store, reviewer) == [first.id, second.id]

    def test_another_station_has_a_queue_of_its_own(self, store: Store, one: Registration) -> None:
        assert waiting(store, officer(store, OTHER_STATION.code)) == []
        assert one.state is RegistrationState.COMPLETE

    def test_a_batch_whose_roster_is_submitted_waits_no_more(
        self, store: Store, reviewer: Caller
    ) -> None:
        later = open_batch(store, FOUR)
        complete(store, later)
        close(store, later)
        assert waiting(store, reviewer) == []

    def test_numbers_of_every_state_are_counted(
        self, store: Store, batch: Batch, reviewer: Caller
    ) -> None:
        approved(store, reviewer, complete(store, batch, 1))
        filed(store, batch, 2)
        with store.reading(reviewer) as work:
            counts = work.registrations.counts(batch.id)
            ready = work.registrations.of_batch(batch.id, [RegistrationState.APPROVED]).things
        assert counts[RegistrationState.APPROVED] == counts[RegistrationState.SUBMITTED] == 1
        assert counts[RegistrationState.REJECTED] == 0
        assert [found.number for found in ready] == ["26-0001-0001"]


def close(store: Store, batch: Batch) -> None:
    """The roster is in: the batch takes and gives nothing any more."""
    from sqlalchemy import update

    from store.batches import batches

    with store.writing() as work:
        shut = update(batches).where(batches.c.id == batch.id).values(state=BatchState.SUBMITTED)
        work.connection.execute(shut)


class TestClaim:
    def test_a_claimed_one_is_not_a_colleagues_until_the_claim_expires(
        self, store: Store, reviewer: Caller, one: Registration, clock: FixedClock
    ) -> None:
        colleague = officer(store)
        assert by(store, reviewer, "claim", one.id).claimed_by == reviewer.person
        assert refused(store, colleague, "claim", one.id) == {"review-claimed"}
        assert refused(store, colleague, "approve", one.id, confirmed=STANDING) == {
            "review-claimed"
        }
        clock.advance(timedelta(hours=2))
        assert by(store, colleague, "claim", one.id).claimed_by == colleague.person

    def test_it_may_be_put_back(self, store: Store, reviewer: Caller, one: Registration) -> None:
        by(store, reviewer, "claim", one.id)
        by(store, reviewer, "release", one.id)
        assert by(store, officer(store), "claim", one.id)

    def test_of_two_who_decide_at_once_one_does(
        self, store: Store, reviewer: Caller, one: Registration
    ) -> None:
        start = Barrier(2)

        def decide(caller: Caller) -> str:
            start.wait()
            try:
                by(store, caller, "approve", one.id, confirmed=STANDING, seen=one.step)
            except NotPossible as refusal:
                return str(refusal)
            return "approved"

        with ThreadPoolExecutor(2) as pool:
            ends = sorted(pool.map(decide, (reviewer, officer(store))))
        assert ends == ["approved", "review-moved-on"]


class TestApproval:
    def test_an_approved_one_is_ready_with_all_its_documents(
        self, store: Store, reviewer: Caller, one: Registration
    ) -> None:
        done = approved(store, reviewer, one)
        assert (done.state, done.waiting_since) == (RegistrationState.APPROVED, None)
        with store.reading(reviewer) as work:
            documents = work.registrations.documents(one.id)
            (*_, last) = work.reviews.history(one.id)
            noted = [entry.act for entry in work.audit.of(f"registration:{one.id}")]
        assert {document.state for document in documents} == {DocumentState.ACCEPTED}
        assert (last.kind, last.person) == (ReviewKind.APPROVE, reviewer.person)
        assert set(last.boxes) == {"school-and-major", "enrolment"}
        assert noted[-1] == "registration-approve"

    def test_every_point_not_confirmed_is_named(
        self, store: Store, reviewer: Caller, one: Registration
    ) -> None:
        assert set(one.to_confirm) == STANDING
        with pytest.raises(NotPossible) as refusal:
            by(store, reviewer, "approve", one.id)
        assert {finding.args["point"] for finding in refusal.value.findings} == STANDING
        half = [Point.ENROLMENT]
        assert refused(store, reviewer, "approve", one.id, confirmed=half) == {
            "review-not-confirmed"
        }

    def test_without_the_stamped_form_nothing_is_approved(
        self, store: Store, batch: Batch, reviewer: Caller
    ) -> None:
        unstamped = filed(store, batch)
        assert refused(store, reviewer, "approve", unstamped.id, confirmed=STANDING) == {
            "review-not-now"
        }

    def test_a_second_click_finds_it_decided(
        self, store: Store, reviewer: Caller, one: Registration
    ) -> None:
        approved(store, reviewer, one)
        again = {"confirmed": STANDING, "seen": one.step}
        assert refused(store, reviewer, "approve", one.id, **again) == {"review-moved-on"}

    def test_what_the_candidate_changed_meanwhile_must_be_seen(
        self, store: Store, reviewer: Caller, one: Registration
    ) -> None:
        stamped(store, one, "sharper")
        again = {"confirmed": STANDING, "seen": one.step}
        assert refused(store, reviewer, "approve", one.id, **again) == {"review-moved-on"}

    def test_nobody_reviews_their_own(self, store: Store, reviewer: Caller, batch: Batch) -> None:
        assert reviewer.person
        own = sign_up_as(store, batch, reviewer)
        assert refused(store, reviewer, "claim", own.id) == {"review-own"}


def sign_up_as(store: Store, batch: Batch, caller: Caller) -> Registration:
    assert caller.person
    return file(store, filing(store, batch, caller.person))


class TestRights:
    ACTS = (
        ("claim", ()),
        ("see", ()),
        ("approve", ()),
        ("send_back", ({"photo": "unclear"},)),
        ("reject", ("untrue",)),
    )

    @pytest.mark.parametrize(("act", "args"), ACTS)
    def test_another_stations_staff_may_nothing_and_it_is_noted(
        self, store: Store, one: Registration, act: str, args: tuple[object, ...]
    ) -> None:
        stranger = officer(store, OTHER_STATION.code)
        assert refused(store, stranger, act, one.id, *args) == {"not-yours"}
        with store.reading() as work:
            noted = [entry.act for entry in work.audit.of(f"registration:{one.id}")]
        assert noted[-1] == "refused"

    @pytest.mark.parametrize(("act", "args"), ACTS)
    def test_candidates_review_nothing(
        self, store: Store, one: Registration, act: str, args: tuple[object, ...]
    ) -> None:
        assert refused(store, candidate(one.person_id), act, one.id, *args) == {"not-your-role"}

    def test_officers_above_read_the_roster_and_review_nothing(
        self, store: Store, one: Registration
    ) -> None:
        above = tree.hold(store, Role.MANAGEMENT_OFFICER, "")
        assert refused(store, above, "approve", one.id) == {"not-your-role"}

    def test_those_of_another_station_are_not_approved_among_ones_own(
        self, store: Store, one: Registration
    ) -> None:
        stranger = officer(store, OTHER_STATION.code)
        seen = {one.id: one.step}
        assert refused(store, stranger, "approve_together", seen) == {"not-yours"}


class TestReturn:
    def test_single_documents_are_asked_for_again_and_the_others_accepted(
        self, store: Store, reviewer: Caller, one: Registration
    ) -> None:
        back = by(store, reviewer, "send_back", one.id, {"student_card": "看不清年份"})
        assert (back.state, back.waiting_since) == (RegistrationState.RETURNED, None)
        with store.reading() as work:
            found = {d.material: d for d in work.registrations.documents(one.id)}
            asked = work.reviews.asked_for(one.id)
        card = found.pop(Material.STUDENT_CARD)
        assert (card.state, card.reason) == (DocumentState.REJECTED, "看不清年份")
        assert {document.state for document in found.values()} == {DocumentState.ACCEPTED}
        assert asked == {"student_card": "看不清年份"}

    def test_reasons_are_sealed(self, store: Store, reviewer: Caller, one: Registration) -> None:
        from sqlalchemy import text

        by(store, reviewer, "send_back", one.id, {"photo": "不是李晓雨本人"})
        with store.reading() as work:
            rows = work.connection.execute(text("SELECT reason FROM documents"))
            steps = work.connection.execute(text("SELECT reasons FROM registration_steps"))
            kept = b"".join(bytes(row[0]) for row in (*rows, *steps) if row[0])
        assert "李晓雨".encode() not in kept

    @pytest.mark.parametrize("box", ["diploma", "name", "id_number", "batch", "no_such_box"])
    def test_only_what_was_handed_in_or_filled_in_can_be_returned(
        self, store: Store, reviewer: Caller, one: Registration, box: str
    ) -> None:
        assert refused(store, reviewer, "send_back", one.id, {box: "x"}) == {
            "review-not-returnable"
        }

    def test_it_takes_a_reason(self, store: Store, reviewer: Caller, one: Registration) -> None:
        assert refused(store, reviewer, "send_back", one.id, {}) == {"review-reason-wanted"}
        assert refused(store, reviewer, "send_back", one.id, {"photo": ""}) == {
            "review-reason-wanted"
        }
        assert refused(store, reviewer, "reject", one.id, "") == {"review-reason-wanted"}

    def test_after_the_close_nothing_is_returned_for_it_could_not_come_back(
        self, store: Store, reviewer: Caller, one: Registration, clock: FixedClock
    ) -> None:
        clock.office = CLOSES
        assert refused(store, reviewer, "send_back", one.id, {"photo": "x"}) == {"window-closed"}
        assert approved(store, reviewer, one).state is RegistrationState.APPROVED

    def test_once_the_roster_is_submitted_nothing_is_decided(
        self, store: Store, reviewer: Caller
    ) -> None:
        later = open_batch(store, FOUR)
        one = complete(store, later)
        close(store, later)
        assert refused(store, reviewer, "approve", one.id, confirmed=STANDING) == {"review-over"}
        assert refused(store, reviewer, "reject", one.id, "x") == {"review-over"}


class TestSeats:
    def test_a_rejected_one_gives_its_seat_to_the_next(
        self, store: Store, reviewer: Caller
    ) -> None:
        small = open_batch(store, NewItem(WELDER, Level.FOUR, 1))
        one = complete(store, small)
        with pytest.raises(NotPossible, match="batch-full"):
            filed(store, small, 2)
        done = by(store, reviewer, "reject", one.id, "untrue")
        assert done.state is RegistrationState.REJECTED
        assert seats(store, small) == [0]
        assert filed(store, small, 3).state is RegistrationState.SUBMITTED

    def test_a_second_rejection_gives_no_second_seat(
        self, store: Store, batch: Batch, reviewer: Caller, one: Registration
    ) -> None:
        filed(store, batch, 2)
        by(store, reviewer, "reject", one.id, "untrue")
        assert refused(store, reviewer, "reject", one.id, "untrue") == {"review-not-now"}
        assert seats(store, batch) == [1]

    def test_a_rejected_person_has_used_the_one_registration_of_the_batch(
        self, store: Store, batch: Batch, reviewer: Caller, one: Registration
    ) -> None:
        by(store, reviewer, "reject", one.id, "untrue")
        again = filing(store, batch, one.person_id)
        with pytest.raises(NotPossible, match="already-registered"):
            file(store, again)

    def test_the_last_seat_is_told_once(self, store: Store, reviewer: Caller) -> None:
        small = open_batch(store, NewItem(WELDER, Level.FOUR, 2))
        told = []
        for serial in (1, 2):
            one = filed(store, small, serial)
            told.append(just_filled(store, one))
        told.append(just_filled(store, one))
        by(store, reviewer, "reject", one.id, "untrue")
        told.append(just_filled(store, filed(store, small, 3)))
        assert told == [False, True, False, False]


def just_filled(store: Store, one: Registration) -> bool:
    with store.writing() as work:
        return work.seats.just_filled(one.batch_id, one.unit_key, one.level)


class TestReopening:
    def test_a_decision_of_the_day_is_taken_back(
        self, store: Store, reviewer: Caller, one: Registration, clock: FixedClock
    ) -> None:
        done = approved(store, reviewer, one)
        clock.office = clock.office.replace(hour=23, minute=59)
        again = by(store, reviewer, "reopen", done.id, seen=done.step)
        assert (again.state, again.waiting_since) == (RegistrationState.COMPLETE, clock.office)

    def test_the_next_day_it_stands(
        self, store: Store, reviewer: Caller, one: Registration, clock: FixedClock
    ) -> None:
        approved(store, reviewer, one)
        clock.office = clock.office.replace(hour=0) + timedelta(days=1)
        assert refused(store, reviewer, "reopen", one.id) == {"review-not-today"}

    def test_a_rejected_one_takes_a_seat_again_if_there_is_one(
        self, store: Store, reviewer: Caller
    ) -> None:
        small = open_batch(store, NewItem(WELDER, Level.FOUR, 1))
        unstamped = filed(store, small, 1)
        by(store, reviewer, "reject", unstamped.id, "x")
        assert by(store, reviewer, "reopen", unstamped.id).state is RegistrationState.SUBMITTED
        assert seats(store, small) == [1]
        by(store, reviewer, "reject", unstamped.id, "x")
        filed(store, small, 2)
        assert refused(store, reviewer, "reopen", unstamped.id) == {"review-no-seat"}

    def test_what_was_asked_for_before_a_rejection_still_is(
        self, store: Store, reviewer: Caller, one: Registration
    ) -> None:
        by(store, reviewer, "send_back", one.id, {"photo": "x"})
        by(store, reviewer, "reject", one.id, "x")
        assert by(store, reviewer, "reopen", one.id).state is RegistrationState.RETURNED

    def test_after_the_roster_it_stands(self, store: Store, reviewer: Caller) -> None:
        later = open_batch(store, FOUR)
        one = complete(store, later)
        approved(store, reviewer, one)
        close(store, later)
        assert refused(store, reviewer, "reopen", one.id) == {"review-over"}


class TestTogether:
    def plain(self, store: Store, caller: Caller, batch: Batch) -> list[RegistrationId]:
        with store.reading(caller) as work:
            return [one.id for one in work.reviews.plain(batch.id)]

    def test_the_plain_ones_are_approved_together_and_taken_back_together(
        self, store: Store, batch: Batch, reviewer: Caller
    ) -> None:
        both = [complete(store, batch, 1), complete(store, batch, 2)]
        filed(store, batch, 3)
        assert self.plain(store, reviewer, batch) == [one.id for one in both]
        seen = {one.id: one.step for one in both}
        lot, done = by(store, reviewer, "approve_together", seen, confirmed=STANDING)
        assert [one.state for one in done] == [RegistrationState.APPROVED] * 2
        undone = by(store, reviewer, "reopen_together", lot)
        assert [one.state for one in undone] == [RegistrationState.COMPLETE] * 2
        assert by(store, reviewer, "reopen_together", lot) == ()

    def test_what_asks_for_a_look_of_its_own_is_left_out(
        self, store: Store, batch: Batch, reviewer: Caller
    ) -> None:
        practising = complete(store, batch, enrolled_on=date(2024, 10, 1), leaves_for_practice=True)
        assert Point.PRACTICE in practising.to_confirm
        assert self.plain(store, reviewer, batch) == []
        seen = {practising.id: practising.step}
        _, done = by(store, reviewer, "approve_together", seen, confirmed=set(Point))
        assert done == ()

    def test_without_confirmation_nothing_is_approved(
        self, store: Store, reviewer: Caller, one: Registration
    ) -> None:
        _, done = by(store, reviewer, "approve_together", {one.id: one.step})
        assert done == ()

    def test_what_changed_or_is_in_a_colleagues_hands_stays(
        self, store: Store, batch: Batch, reviewer: Caller
    ) -> None:
        changed, claimed = complete(store, batch, 1), complete(store, batch, 2)
        stamped(store, changed, "sharper")
        by(store, officer(store), "claim", claimed.id)
        assert self.plain(store, reviewer, batch) == [changed.id]
        seen = {one.id: one.step for one in (changed, claimed)}
        _, done = by(store, reviewer, "approve_together", seen, confirmed=STANDING)
        assert done == ()


class TestLookAlikes:
    def test_the_same_photo_of_two_people_is_pointed_out(
        self, store: Store, batch: Batch, reviewer: Caller
    ) -> None:
        first, second = sign_up(store, 1), sign_up(store, 2)
        both = []
        for person in (first, second):
            handed_in = filing(store, batch, person)
            files = {**handed_in.files, Material.PHOTO: upload(store, "one face")}
            both.append(file(store, replace(handed_in, files=files)))
        with store.reading(reviewer) as work:
            (alike,) = work.reviews.look_alikes(both[0])
        assert (alike.number, alike.same_photo, alike.same_phone) == (both[1].number, True, False)

    def test_the_same_mobile_is_pointed_out_and_a_landline_is_not(
        self, store: Store, batch: Batch, reviewer: Caller
    ) -> None:
        school = [filed(store, batch, n) for n in (1, 2)]
        mobile = filed(store, batch, 3, phone="138 1234 5678")
        other = open_batch(store, FOUR)
        same = filed(store, other, 4, phone="13812345678")
        with store.reading(reviewer) as work:
            assert work.reviews.look_alikes(school[0]) == ()
            (alike,) = work.reviews.look_alikes(mobile)
        assert (alike.id, alike.same_photo, alike.same_phone) == (same.id, False, True)

    def test_ones_own_photo_in_another_batch_is_no_look_alike(
        self, store: Store, reviewer: Caller, one: Registration
    ) -> None:
        other = open_batch(store, FOUR)
        file(store, filing(store, other, one.person_id))
        with store.reading(reviewer) as work:
            assert work.reviews.look_alikes(one) == ()

    def test_who_has_one_is_not_approved_in_a_lot(
        self, store: Store, batch: Batch, reviewer: Caller
    ) -> None:
        for serial in (1, 2):
            complete(store, batch, serial, phone="13812345678")
        with store.reading(reviewer) as work:
            assert work.reviews.plain(batch.id) == ()


def test_the_next_in_line_is_told_apart_after_a_return(
    store: Store, reviewer: Caller, one: Registration, clock: FixedClock
) -> None:
    """Who hands in again waits from then on."""
    by(store, reviewer, "send_back", one.id, {"photo": "x"})
    clock.advance(timedelta(hours=3))
    again = by_candidate(store, one, "hand_in", {Material.PHOTO: upload(store, "sharper")})
    assert again.waiting_since == clock.office
