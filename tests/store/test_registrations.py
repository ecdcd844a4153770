"""Registrations: what the regulations forbid is refused in the store, with every reason at once."""

import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import insert

from rules.candidates import CandidateType, Schooling, Sex
from rules.catalogue import Level
from rules.findings import NotPossible
from rules.histories import StudyEntry
from rules.materials import Material
from rules.registration import RegistrationState
from rules.roles import Role
from store.batches import Batch, BatchState, NewItem
from store.clock import OFFICE_ZONE
from store.documents import DocumentState
from store.files import FileId
from store.people import PersonId, people
from store.registrations import Filing, Registration, RegistrationId, registrations
from store.unit import OFFICE, Caller, Store
from tests.fakes import FixedClock
from tests.people import id_number
from tests.store.office import (
    MACHINIST,
    OTHER_STATION,
    SCHOOL,
    STATION,
    STUDENT,
    WELDER,
    candidate,
    filing,
    open_batch,
    sign_up,
    upload,
)

CLOSES = datetime(2026, 7, 10, tzinfo=OFFICE_ZONE)
INSTANT = timedelta(microseconds=1)


@pytest.fixture
def batch(store: Store) -> Batch:
    return open_batch(store)


@pytest.fixture
def student(store: Store) -> PersonId:
    return sign_up(store)


def file(store: Store, filing: Filing, caller: Caller = OFFICE) -> Registration:
    with store.writing(caller) as work:
        return work.registrations.file(filing)


def reasons(store: Store, filing: Filing, caller: Caller = OFFICE) -> set[str]:
    with store.writing(caller) as work, pytest.raises(NotPossible) as refusal:
        work.registrations.file(filing)
    return {finding.key for finding in refusal.value.findings}


class TestFiling:
    def test_a_student_registers_and_gets_a_number(
        self, store: Store, batch: Batch, student: PersonId, clock: FixedClock
    ) -> None:
        filed = file(store, filing(store, batch, student), candidate(student))
        assert filed.number == "26-0001-0001"
        assert filed.state is RegistrationState.SUBMITTED
        assert (filed.batch_id, filed.person_id) == (batch.id, student)
        assert (filed.unit_code, filed.level, filed.condition) == (WELDER.code, 4, "school-4")
        assert (filed.filed_at, filed.stamped_at) == (clock.office, None)
        with store.reading() as work:
            assert work.registrations.get(filed.id) == filed
            assert work.registrations.of(student) == (filed,)
            assert [item.taken for item in work.batches.items(batch.id)] == [1]
            assert [entry.act for entry in work.audit.of(f"registration:{filed.id}")] == [
                "registration-filed"
            ]

    def test_the_files_belong_to_the_registration_from_then_on(
        self, store: Store, batch: Batch, student: PersonId
    ) -> None:
        handed_in = filing(store, batch, student)
        filed = file(store, handed_in)
        with store.reading() as work:
            documents = work.registrations.documents(filed.id)
            owned = work.files.of(f"registration:{filed.id}:photo")
        assert {document.material: document.file for document in documents} == handed_in.files
        assert {document.state for document in documents} == {DocumentState.GIVEN}
        assert [one.id for one in owned] == [handed_in.files[Material.PHOTO]]

    def test_a_second_registration_in_a_batch_is_refused(
        self, store: Store, batch: Batch, student: PersonId
    ) -> None:
        file(store, filing(store, batch, student))
        assert reasons(store, filing(store, batch, student)) == {"already-registered"}

    def test_a_person_may_register_in_another_batch(
        self, store: Store, batch: Batch, student: PersonId
    ) -> None:
        first = file(store, filing(store, batch, student))
        second = file(store, filing(store, open_batch(store), student))
        with store.reading() as work:
            assert work.registrations.of(student) == (second, first)

    def test_an_id_number_registers_once_in_a_batch_even_as_another_account(
        self, store: Store, batch: Batch, student: PersonId
    ) -> None:
        file(store, filing(store, batch, student))
        with store.writing() as work:
            work.people.erase(student)
        assert reasons(store, filing(store, batch, sign_up(store))) == {"already-registered"}

    def test_the_window_is_open_until_its_last_moment(
        self, store: Store, batch: Batch, student: PersonId, clock: FixedClock
    ) -> None:
        clock.office = CLOSES - INSTANT
        assert file(store, filing(store, batch, student)).filed_at == clock.office

    def test_from_the_close_on_the_window_is_closed(
        self, store: Store, batch: Batch, student: PersonId, clock: FixedClock
    ) -> None:
        clock.office = CLOSES
        assert reasons(store, filing(store, batch, student)) == {"window-closed"}

    @pytest.mark.parametrize("state", [state for state in BatchState if state != BatchState.OPEN])
    def test_only_an_open_batch_takes_registrations(
        self, store: Store, student: PersonId, state: BatchState
    ) -> None:
        closed = open_batch(store, state=state)
        assert reasons(store, filing(store, closed, student)) == {"batch-not-open"}

    def test_another_candidate_type_is_refused(self, store: Store, student: PersonId) -> None:
        batch = open_batch(store, candidate_type=CandidateType.EMPLOYED)
        assert reasons(store, filing(store, batch, student)) == {"wrong-candidate-type"}

    def test_a_trade_the_batch_does_not_examine_is_refused(
        self, store: Store, batch: Batch, student: PersonId
    ) -> None:
        refused = reasons(store, filing(store, batch, student, unit=MACHINIST))
        assert refused == {"trade-not-offered", "batch-full"}

    def test_a_level_the_batch_does_not_examine_is_refused(
        self, store: Store, batch: Batch, student: PersonId
    ) -> None:
        changes = {"level": Level.FIVE, "condition": "5.1"}
        refused = reasons(store, filing(store, batch, student, **changes))
        assert refused == {"level-not-offered", "batch-full"}

    def test_sixteen_on_the_exam_date_is_old_enough_and_a_day_less_is_not(
        self, store: Store
    ) -> None:
        batch = open_batch(store, NewItem(WELDER, Level.FIVE, 9))
        changes = {
            "level": Level.FIVE,
            "condition": "5.1",
            "enrolled_on": date(2025, 9, 1),
            "study": (
                StudyEntry(
                    date(2022, 9, 1), date(2025, 6, 20), "哈密第四中学", Schooling.JUNIOR_MIDDLE
                ),
                StudyEntry(date(2025, 9, 1), None, SCHOOL, Schooling.SECONDARY_VOCATIONAL),
            ),
        }
        sixteen = sign_up(store, 1, date(2010, 7, 20))
        younger = sign_up(store, 2, date(2010, 7, 21))
        assert file(store, filing(store, batch, sixteen, **changes))
        assert reasons(store, filing(store, batch, younger, **changes)) == {"under-age"}

    def test_reversed_study_dates_are_refused(
        self, store: Store, batch: Batch, student: PersonId
    ) -> None:
        first, *rest = STUDENT.study
        study = (replace(first, since=first.until, until=first.since), *rest)
        assert reasons(store, filing(store, batch, student, study=study)) == {"study-reversed"}

    def test_a_missing_material_is_named(
        self, store: Store, batch: Batch, student: PersonId
    ) -> None:
        handed_in = filing(store, batch, student)
        files = {material: handed_in.files[material] for material in (Material.PHOTO,)}
        with store.writing() as work, pytest.raises(NotPossible) as refusal:
            work.registrations.file(replace(handed_in, files=files))
        assert {finding.args["material"] for finding in refusal.value.findings} == {
            "id_card_front",
            "id_card_back",
            "student_card",
            "class_hours_proof",
        }

    def test_a_material_only_claimed_is_missing(
        self, store: Store, batch: Batch, student: PersonId
    ) -> None:
        handed_in = filing(store, batch, student, materials=frozenset(Material))
        assert reasons(store, replace(handed_in, files={})) == {"material-missing"}

    def test_a_file_that_is_gone_is_no_material(
        self, store: Store, batch: Batch, student: PersonId
    ) -> None:
        handed_in = filing(store, batch, student)
        files = {**handed_in.files, Material.PHOTO: FileId("0" * 64)}
        assert reasons(store, replace(handed_in, files=files)) == {"file-gone"}

    def test_everything_wrong_is_said_at_once(self, store: Store, clock: FixedClock) -> None:
        batch = open_batch(store, candidate_type=CandidateType.SOCIAL)
        child = sign_up(store, born=date(2012, 3, 4))
        first, *rest = STUDENT.study
        handed_in = filing(
            store,
            batch,
            child,
            unit=MACHINIST,
            study=(replace(first, since=first.until, until=first.since), *rest),
        )
        clock.office = CLOSES
        assert reasons(store, replace(handed_in, files={})) >= {
            "window-closed",
            "wrong-candidate-type",
            "trade-not-offered",
            "under-age",
            "study-reversed",
            "material-missing",
        }

    def test_a_refusal_leaves_seat_and_number_to_the_next(
        self, store: Store, batch: Batch, student: PersonId
    ) -> None:
        handed_in = filing(store, batch, student)
        with store.writing() as work:
            with pytest.raises(NotPossible):
                work.registrations.file(replace(handed_in, files={}))
            assert work.registrations.file(handed_in).number == "26-0001-0001"
            assert [item.taken for item in work.batches.items(batch.id)] == [1]

    def test_name_and_birth_date_are_those_of_the_sign_up(
        self, store: Store, batch: Batch, student: PersonId
    ) -> None:
        handed_in = filing(store, batch, student, name="别人", born=date(2012, 1, 1))
        boxes = {**handed_in.boxes, "name": "别人", "id_number": "1"}
        filed = file(store, replace(handed_in, boxes=boxes))
        with store.reading() as work:
            assert work.registrations.printed(filed.id).boxes == {
                "school": SCHOOL,
                "phone": STUDENT.phone,
                "name": "李晓雨",
                "id_number": id_number(STUDENT.born),
                "sex": Sex.MALE,
                "born": "2008-03-04",
            }

    def test_who_has_not_signed_up_cannot_register(self, store: Store, batch: Batch) -> None:
        with store.writing() as work:
            guest = work.people.add_guest().id
        assert reasons(store, filing(store, batch, guest)) == {"not-signed-up"}

    def test_nobody_registers_somebody_else(
        self, store: Store, batch: Batch, student: PersonId
    ) -> None:
        handed_in = filing(store, batch, student)
        assert reasons(store, handed_in, candidate(sign_up(store, 2))) == {"not-yours"}
        guest = replace(candidate(student), roles=frozenset({Role.GUEST}))
        assert reasons(store, handed_in, guest) == {"not-your-role"}

    def test_an_employerless_person_is_complete_with_the_pledge(self, store: Store) -> None:
        batch = open_batch(
            store, NewItem(WELDER, Level.FIVE, 9), candidate_type=CandidateType.SOCIAL
        )
        handed_in = filing(
            store,
            batch,
            sign_up(store),
            candidate_type=CandidateType.SOCIAL,
            level=Level.FIVE,
            condition="5.1",
            phone="13812345678",
            school="",
            study=(),
        )
        files = {**handed_in.files, Material.PLEDGE: upload(store, "pledge")}
        assert file(store, replace(handed_in, files=files)).state is RegistrationState.COMPLETE


class TestCapacity:
    def test_lines_of_one_choice_fill_one_after_the_other(self, store: Store) -> None:
        batch = open_batch(store, *[NewItem(WELDER, Level.FOUR, 1)] * 2)
        filed = [file(store, filing(store, batch, sign_up(store, n))) for n in (1, 2)]
        with store.reading() as work:
            items = work.batches.items(batch.id)
        assert [one.item_id for one in filed] == [item.id for item in items]
        assert [one.number for one in filed] == ["26-0001-0001", "26-0001-0002"]
        assert reasons(store, filing(store, batch, sign_up(store, 3))) == {"batch-full"}

    def test_the_last_seat_goes_to_one_of_two(self, store: Store) -> None:
        batch = open_batch(store, NewItem(WELDER, Level.FOUR, 1))
        handed_in = [filing(store, batch, sign_up(store, n)) for n in (1, 2)]
        assert sorted(at_once(store, handed_in)) == ["batch-full", "filed"]
        with store.reading() as work:
            assert [item.taken for item in work.batches.items(batch.id)] == [1]

    def test_two_tabs_submitting_at_once_register_once(
        self, store: Store, batch: Batch, student: PersonId
    ) -> None:
        handed_in = filing(store, batch, student)
        assert sorted(at_once(store, [handed_in, handed_in])) == ["already-registered", "filed"]
        with store.reading() as work:
            assert len(work.registrations.of(student)) == 1


def at_once(store: Store, filings: list[Filing]) -> list[str]:
    """What became of filings submitted at the same moment."""
    start = Barrier(len(filings))

    def submit(filing: Filing) -> str:
        start.wait()
        try:
            file(store, filing)
        except NotPossible as refusal:
            return str(refusal)
        return "filed"

    with ThreadPoolExecutor(len(filings)) as pool:
        return list(pool.map(submit, filings))


class TestStampedForm:
    @pytest.fixture
    def filed(self, store: Store, batch: Batch, student: PersonId) -> Registration:
        return file(store, filing(store, batch, student))

    def add(self, store: Store, filed: Registration, form: FileId) -> Registration:
        with store.writing(candidate(filed.person_id)) as work:
            return work.registrations.add_stamped_form(filed.id, form)

    def refused(self, store: Store, filed: Registration, form: FileId) -> set[str]:
        with pytest.raises(NotPossible) as refusal:
            self.add(store, filed, form)
        return {finding.key for finding in refusal.value.findings}

    def test_it_completes_the_registration(
        self, store: Store, filed: Registration, clock: FixedClock
    ) -> None:
        clock.office = CLOSES - INSTANT
        form = upload(store, "stamped")
        completed = self.add(store, filed, form)
        assert completed.state is RegistrationState.COMPLETE
        assert completed.stamped_at == clock.office
        with store.reading() as work:
            assert work.registrations.get(filed.id) == completed
            assert work.registrations.documents(filed.id)[-1].file == form
            assert work.files.of(f"registration:{filed.id}:stamped_form")

    def test_it_may_be_a_pdf(self, store: Store, filed: Registration) -> None:
        form = upload(store, "%PDF", "application/pdf")
        assert self.add(store, filed, form).state is RegistrationState.COMPLETE

    def test_a_better_one_may_follow_and_both_are_kept(
        self, store: Store, filed: Registration
    ) -> None:
        forms = [upload(store, "blurred"), upload(store, "sharp")]
        for form in forms:
            self.add(store, filed, form)
        with store.reading() as work:
            documents = work.registrations.documents(filed.id)
        assert [d.file for d in documents if d.material is Material.STAMPED_FORM] == forms

    def test_after_the_close_it_comes_too_late(
        self, store: Store, filed: Registration, clock: FixedClock
    ) -> None:
        clock.office = CLOSES
        assert self.refused(store, filed, upload(store, "late")) == {"window-closed"}

    def test_every_reason_is_said_at_once(
        self, store: Store, filed: Registration, clock: FixedClock
    ) -> None:
        clock.office = CLOSES
        with store.writing() as work:
            tiny = work.files.note(b"tiny", "image/png", size_in_pixels=(60, 80)).id
        assert self.refused(store, filed, tiny) == {"window-closed", "picture-too-small"}

    def test_it_is_taken_from_the_candidate_only(self, store: Store, filed: Registration) -> None:
        other = replace(filed, person_id=sign_up(store, 2))
        assert self.refused(store, other, upload(store, "x")) == {"not-yours"}

    def test_an_unknown_registration_is_refused(self, store: Store, filed: Registration) -> None:
        unknown = replace(filed, id=RegistrationId(filed.id + 1))
        assert self.refused(store, unknown, upload(store, "x")) == {"registration-unknown"}


class TestRoster:
    def staff(self, store: Store, role: Role, station: str) -> Caller:
        person = sign_up(store, 9)
        with store.writing() as work:
            work.people.appoint(person, role, station)
        return Caller(person, None, "web", None, frozenset({role}))

    def test_it_lists_everybody_in_the_order_of_filing(self, store: Store) -> None:
        batch = open_batch(store, NewItem(WELDER, Level.FOUR, 3))
        filed = [file(store, filing(store, batch, sign_up(store, n))) for n in (2, 1, 3)]
        file(store, filing(store, open_batch(store), sign_up(store, 4)))
        with store.reading() as work:
            lines = list(work.registrations.roster(batch.id))
        assert [line.registration for line in lines] == filed
        assert {line.unit for line in lines} == {WELDER}
        assert [line.boxes["id_number"] for line in lines] == [
            id_number(STUDENT.born, serial=n) for n in (2, 1, 3)
        ]

    @pytest.mark.parametrize(
        ("role", "station", "allowed"),
        [
            (Role.STATION_OFFICER, STATION.code, True),
            (Role.STATION_OFFICER, OTHER_STATION.code, False),
            (Role.MANAGEMENT_OFFICER, "", True),
            (Role.CANDIDATE, STATION.code, False),
            (Role.EXAMINER, STATION.code, False),
        ],
    )
    def test_stations_see_their_own_batches_and_officers_all(
        self, store: Store, batch: Batch, *, role: Role, station: str, allowed: bool
    ) -> None:
        caller = self.staff(store, role, station)
        with store.reading(caller) as work:
            if allowed:
                assert list(work.registrations.roster(batch.id)) == []
            else:
                with pytest.raises(NotPossible, match="not-your"):
                    work.registrations.roster(batch.id)

    def test_a_long_roster_does_not_fill_the_memory(self, store: Store, batch: Batch) -> None:
        template = file(store, filing(store, batch, sign_up(store)))
        with store.writing() as work:
            item = work.batches.items(batch.id)[0]
            guests = [
                {"guest": True, "language": "zh-CN", "last_number": 0, "created_at": work.now}
            ] * 3000
            added = work.connection.execute(insert(people).returning(people.c.id), guests).scalars()
            rows = [
                {
                    "number": (number := f"26-0001-{serial:04}"),
                    "batch_id": batch.id,
                    "person_id": person,
                    "id_fp": serial.to_bytes(16, "big"),
                    "programme": template.programme,
                    "unit_code": template.unit_code,
                    "level": template.level,
                    "item_id": item.id,
                    "candidate_type": template.candidate_type,
                    "condition": template.condition,
                    "state": template.state,
                    "boxes": work.seal(
                        f'{{"other": "{"x" * 10_000}"}}', f"registrations.boxes:{number}"
                    ),
                    "form_version": 1,
                    "filed_at": work.now,
                }
                for serial, person in enumerate(added, start=2)
            ]
            work.connection.execute(insert(registrations), rows)
        with store.reading() as work:
            tracemalloc.start()
            count = sum(1 for _ in work.registrations.roster(batch.id))
            _, peak = tracemalloc.get_traced_memory()
            tracemalloc.stop()
        assert count == 3001
        assert peak < 15_000_000  # all 3000 rows together are 30 MB


class TestPrinted:
    def test_a_candidate_sees_all_that_the_form_shows(
        self, store: Store, batch: Batch, student: PersonId
    ) -> None:
        handed_in = filing(store, batch, student)
        filed = file(store, handed_in)
        with store.reading(candidate(student)) as work:
            printed = work.registrations.printed(filed.id)
        assert (printed.registration, printed.batch, printed.unit) == (filed, batch, WELDER)
        assert printed.photo == handed_in.files[Material.PHOTO]
        assert printed.boxes["phone"] == STUDENT.phone

    def test_nobody_else_sees_it(self, store: Store, batch: Batch, student: PersonId) -> None:
        filed = file(store, filing(store, batch, student))
        stranger = candidate(sign_up(store, 2))
        with store.reading(stranger) as work, pytest.raises(NotPossible, match="not-your-role"):
            work.registrations.printed(filed.id)
