"""Complaints: never read by who is concerned, nothing kept of who stays anonymous, one answer (R1.10)."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import time
from threading import Barrier

import pytest
from sqlalchemy import select

from rules.complaints import About, ComplaintResult, ComplaintState
from rules.findings import NotPossible
from rules.roles import Role
from store.audit import audit
from store.complaints import Complaint, ComplaintId, NewComplaint, Receipt, complaints
from store.unit import OFFICE, Caller, Store
from tests.fakes import FixedClock
from tests.store import office, tree
from tests.store.test_certificates import FIRST
from tests.store.tree import BASE, CENTRE, CHANGZHOU, MANAGEMENT, URUMQI, of

TEXT = "考场里有人替考。"
COMPLAINT = NewComplaint(
    about=About.STATION, concerned=CHANGZHOU, text=TEXT, contact="13812345678", person=None
)


@pytest.fixture(autouse=True)
def grown(store: Store) -> None:
    with store.writing() as work:
        tree.grow(work)


@pytest.fixture
def officer(store: Store) -> Caller:
    return tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)


def file(store: Store, new: NewComplaint = COMPLAINT) -> Receipt:
    with store.writing() as work:
        return work.complaints.file(new)


def sees(store: Store, caller: Caller, complaint: Complaint) -> bool:
    with store.reading(caller) as work:
        listed = complaint.id in [one.id for one in work.complaints.desk().things]
    with store.writing(caller) as work:
        try:
            work.complaints.read(complaint.id)
        except NotPossible:
            assert not listed
            return False
    assert listed
    return True


class TestWhoReads:
    def test_the_management_station_above_and_the_centre(
        self, store: Store, officer: Caller
    ) -> None:
        complaint = file(store).complaint
        assert sees(store, officer, complaint)
        assert sees(store, tree.hold(store, Role.CENTRE_OFFICER, CENTRE), complaint)
        assert not sees(store, tree.hold(store, Role.MANAGEMENT_OFFICER, BASE), complaint)

    def test_not_the_second_tier_it_is_about(self, store: Store, officer: Caller) -> None:
        complaint = file(store, replace(COMPLAINT, concerned=MANAGEMENT)).complaint
        assert not sees(store, officer, complaint)
        assert sees(store, tree.hold(store, Role.CENTRE_OFFICER, CENTRE), complaint)

    @pytest.mark.parametrize(
        ("role", "code"),
        [
            (Role.STATION_HEAD, CHANGZHOU),
            (Role.STATION_HEAD, URUMQI),
            (Role.BRANCH_OFFICER, tree.BRANCH),
            (Role.EXAMINER, CHANGZHOU),
        ],
    )
    def test_no_station_and_no_branch(self, store: Store, role: Role, code: str) -> None:
        complaint = file(store).complaint
        with store.reading(tree.hold(store, role, code)) as work:
            with pytest.raises(NotPossible):
                work.complaints.get(complaint.id)
            with pytest.raises(NotPossible):
                work.complaints.desk()

    def test_an_officer_who_also_works_at_the_station_reads_nothing_and_is_not_told(
        self, store: Store, officer: Caller
    ) -> None:
        with store.writing() as work:
            work.people.appoint(of(officer), Role.STATION_DEPUTY, CHANGZHOU)
        both = replace(officer, roles=officer.roles | {Role.STATION_DEPUTY})
        complaint = file(store).complaint
        assert not sees(store, both, complaint)
        with store.reading() as work:
            assert work.complaints.people_told(complaint) == ()

    def test_the_officers_of_its_readers_are_told(self, store: Store, officer: Caller) -> None:
        centre = tree.hold(store, Role.CENTRE_OFFICER, CENTRE)
        tree.hold(store, Role.MANAGEMENT_OFFICER, BASE)
        complaint = file(store).complaint
        with store.reading() as work:
            told = {person.id for person in work.complaints.people_told(complaint)}
        assert told == {officer.person, centre.person}

    def test_what_names_a_batch_concerns_its_station(self, store: Store, officer: Caller) -> None:
        batch = office.open_batch(store)
        with store.writing() as work:
            tree.grow(work)
        new = replace(COMPLAINT, about=About.BATCH, concerned=None, subject=f" {batch.number}")
        assert file(store, new).complaint.concerned == CHANGZHOU
        unknown = file(store, replace(new, subject="2099-9999")).complaint
        assert unknown.concerned is None
        assert unknown.readers == (MANAGEMENT, BASE, CENTRE)

    def test_what_names_a_certificate_concerns_its_station(self, store: Store) -> None:
        with store.writing() as work:
            work.certificates.add(FIRST)
        new = replace(
            COMPLAINT, about=About.CERTIFICATE, concerned=None, subject=f"{FIRST.number} "
        )
        assert file(store, new).complaint.concerned == CHANGZHOU


class TestAnonymous:
    def test_neither_who_nor_the_moment_is_kept(self, store: Store, clock: FixedClock) -> None:
        complaint = file(store).complaint
        with store.reading() as work:
            row = work.connection.execute(select(complaints)).one()
            noted = work.connection.execute(select(audit)).all()
        assert row.person_id is None
        assert complaint.filed_at.time() == time(0)
        assert complaint.filed_at.date() == clock.office.date()
        assert [(entry.person_id, entry.role, entry.at) for entry in noted] == [
            (None, "anonymous", complaint.filed_at)
        ]

    def test_of_who_gives_a_name_the_moment_counts(self, store: Store, clock: FixedClock) -> None:
        complaint = file(store, replace(COMPLAINT, person=office.sign_up(store))).complaint
        assert complaint.filed_at == clock.office

    def test_nobody_reads_it_in_the_database(self, store: Store) -> None:
        receipt = file(store)
        with store.reading() as work:
            row = work.connection.execute(select(complaints)).one()
        cells = b"|".join(c if isinstance(c, bytes) else str(c).encode() for c in row)
        assert TEXT.encode() not in cells
        assert receipt.code.encode() not in cells
        assert b"13812345678" not in cells


class TestAsking:
    def test_number_and_code_together_open_it(self, store: Store) -> None:
        receipt = file(store)
        with store.reading() as work:
            found = work.complaints.asked(receipt.complaint.number.lower(), receipt.code.lower())
            assert found == receipt.complaint
            assert work.complaints.asked(receipt.complaint.number, "WRONGCODE2") is None
            assert work.complaints.asked("TS26-9999", receipt.code) is None

    def test_ones_own_needs_no_code_and_somebody_elses_does(self, store: Store) -> None:
        person, other = office.sign_up(store, 1), office.sign_up(store, 2)
        number = file(store, replace(COMPLAINT, person=person)).complaint.number
        with store.reading(office.candidate(person)) as work:
            assert work.complaints.asked(number, "") is not None
        with store.reading(office.candidate(other)) as work:
            assert work.complaints.asked(number, "") is None

    def test_a_guest_without_a_person_owns_no_anonymous_one(self, store: Store) -> None:
        number = file(store).complaint.number
        with store.reading(OFFICE) as work:
            assert work.complaints.asked(number, "") is None


class TestHandling:
    def test_claimed_answered_and_closed(self, store: Store, officer: Caller) -> None:
        complaint = file(store).complaint
        with store.writing(officer) as work:
            claimed = work.complaints.claim(complaint.id)
            assert (claimed.state, claimed.claimed_by) == (
                ComplaintState.CLAIMED,
                officer.person,
            )
            done = work.complaints.answer(complaint.id, ComplaintResult.UPHELD, "已责令整改。")
            assert (done.result, done.answer) == (ComplaintResult.UPHELD, "已责令整改。")
            assert done.answered_at == work.now
            with pytest.raises(NotPossible):
                work.complaints.answer(complaint.id, ComplaintResult.NOT_UPHELD, "再答")

    def test_what_another_has_in_hand_is_not_answered_over_their_head(
        self, store: Store, officer: Caller
    ) -> None:
        complaint = file(store).complaint
        colleague = tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
        with store.writing(officer) as work:
            work.complaints.claim(complaint.id)
        with store.writing(colleague) as work:
            for act in (
                lambda: work.complaints.claim(complaint.id),
                lambda: work.complaints.release(complaint.id),
                lambda: work.complaints.answer(complaint.id, ComplaintResult.UPHELD, "x"),
            ):
                with pytest.raises(NotPossible):
                    act()

    def test_the_centre_may_take_it_out_of_a_hand(self, store: Store, officer: Caller) -> None:
        complaint = file(store).complaint
        with store.writing(officer) as work:
            work.complaints.claim(complaint.id)
        with store.writing(tree.hold(store, Role.CENTRE_OFFICER, CENTRE)) as work:
            assert work.complaints.release(complaint.id).state is ComplaintState.FILED

    def test_of_two_who_claim_at_once_one_is_told(self, store: Store, officer: Caller) -> None:
        complaint = file(store).complaint
        colleague = tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
        start = Barrier(2)

        def claim(caller: Caller) -> bool:
            start.wait()
            try:
                with store.writing(caller) as work:
                    work.complaints.claim(complaint.id)
            except NotPossible:
                return False
            return True

        with ThreadPoolExecutor(2) as threads:
            assert sorted(threads.map(claim, (officer, colleague))) == [False, True]

    def test_open_ones_come_first_then_the_newest(self, store: Store, officer: Caller) -> None:
        old, answered, new = (file(store).complaint for _ in range(3))
        with store.writing(officer) as work:
            work.complaints.answer(answered.id, ComplaintResult.NOT_UPHELD, "查无此事。")
            listed = [one.id for one in work.complaints.desk().things]
        assert listed == [new.id, old.id, answered.id]

    def test_reading_it_is_noted(self, store: Store, officer: Caller) -> None:
        complaint = file(store).complaint
        assert sees(store, officer, complaint)
        with store.reading() as work:
            acts = [entry.act for entry in work.audit.of(f"complaint:{complaint.id}")]
        assert acts == ["complaint-filed", "complaint-read"]

    def test_one_that_is_not_there(self, store: Store, officer: Caller) -> None:
        with store.reading(officer) as work, pytest.raises(NotPossible):
            work.complaints.get(ComplaintId(99))
