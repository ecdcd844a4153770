"""Registrations a station enters for its candidates: as if they had filed them, and theirs to claim later (R5.1, R5.2)."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from rules.catalogue import Level
from rules.deadlines import OFFICE as OFFICE_ZONE
from rules.findings import NotPossible
from rules.identity import IdNumber, read_id_number
from rules.materials import Material
from rules.registration import RegistrationState
from rules.registration_reviews import ReviewKind
from store.batches import Batch, NewItem
from store.registrations import Registration
from store.roster_entries import Entry, Known
from store.unit import Caller, Store
from tests.fakes import FixedClock
from tests.people import id_number
from tests.store import office, reviewing
from tests.store.office import OTHER_STATION, STUDENT, STUDENTS_MATERIALS, WELDER, upload

LINES = (NewItem(WELDER, Level.FOUR, 3), NewItem(WELDER, Level.FIVE, 3))
BOXES = {"school": STUDENT.school, "phone": STUDENT.phone, "class_hours": 400}


@pytest.fixture
def batch(store: Store) -> Batch:
    return office.open_batch(store, *LINES)


@pytest.fixture
def officer(store: Store, batch: Batch) -> Caller:
    return reviewing.officer(store)


def number(serial: int = 1) -> IdNumber:
    return read_id_number(id_number(STUDENT.born, serial=serial), date(2026, 6, 1))


def entry(store: Store, batch: Batch, serial: int = 1, **boxes: object) -> Entry:
    kept = {**BOXES, **boxes}
    files = {one: upload(store, f"{one} of entry {serial}") for one in STUDENTS_MATERIALS}
    return Entry(
        batch=batch.id,
        name="李晓雨",
        number=number(serial),
        application=replace(STUDENT, class_hours=int(str(kept["class_hours"]))),
        boxes=kept,
        form_version=1,
        files=files,
        row_fp=repr(sorted(kept.items())).encode(),
    )


def entered(store: Store, caller: Caller, new: Entry) -> Registration:
    with store.writing(caller) as work:
        return work.roster_entries.enter(new)


def changed(store: Store, caller: Caller, filed: Registration, new: Entry) -> Registration:
    with store.writing(caller) as work:
        return work.roster_entries.change(filed.id, new, "考试站重新导入")


def known(store: Store, caller: Caller, batch: Batch, name: str = "李晓雨") -> Known:
    with store.reading(caller) as work:
        return work.roster_entries.known(batch.id, name, number())


def refusal(store: Store, caller: Caller, new: Entry) -> set[str]:
    with pytest.raises(NotPossible) as refused:
        entered(store, caller, new)
    return {finding.key for finding in refused.value.findings}


def test_who_nobody_knows_becomes_a_person_without_a_password(
    store: Store, officer: Caller, batch: Batch
) -> None:
    filed = entered(store, officer, entry(store, batch))
    with store.reading() as work:
        person = work.people.get(filed.person_id)
        assert (person.name, person.id_number) == ("李晓雨", number().number)
        assert person.password_hash is None
        assert person.user_name == filed.number
        assert work.registrations.boxes(filed)["id_number"] == number().number
    assert filed.state is RegistrationState.SUBMITTED


def test_they_claim_it_with_a_code_handed_out_on_sight_of_the_card(
    store: Store, officer: Caller, batch: Batch
) -> None:
    filed = entered(store, officer, entry(store, batch))
    with store.writing() as work:
        code = work.codes.make(filed.person_id)
        assert work.codes.redeem(filed.person_id, code)
        work.people.set_password(filed.person_id, "hash")
        found = work.people.find_by_user_name(filed.number)
    assert found is not None
    assert found.id == filed.person_id


def test_who_has_an_account_keeps_it(store: Store, officer: Caller, batch: Batch) -> None:
    person = office.sign_up(store)
    filed = entered(store, officer, entry(store, batch))
    assert filed.person_id == person
    with store.reading() as work:
        assert work.people.get(person).user_name == "student-1"


def test_a_number_of_somebody_else_is_refused_without_a_word_about_them(
    store: Store, officer: Caller, batch: Batch
) -> None:
    office.sign_up(store)
    new = replace(entry(store, batch), name="王建国")
    assert refusal(store, officer, new) == {"roster-name-differs"}
    with pytest.raises(NotPossible, match="roster-name-differs"):
        known(store, officer, batch, "王建国")


def test_everything_the_regulations_forbid_is_refused_as_for_anybody(
    store: Store, officer: Caller, batch: Batch
) -> None:
    new = entry(store, batch, class_hours=360)
    new = replace(new, files={Material.PHOTO: new.files[Material.PHOTO]})
    assert refusal(store, officer, new) == {"need-class-hours", "material-missing"}
    with store.reading() as work:
        assert work.people.find_by_id_number(number()) is None


def test_twice_in_one_batch_is_refused(store: Store, officer: Caller, batch: Batch) -> None:
    entered(store, officer, entry(store, batch))
    assert refusal(store, officer, entry(store, batch)) == {"already-registered"}


def test_what_there_is_of_somebody_in_the_batch(
    store: Store, officer: Caller, batch: Batch
) -> None:
    assert known(store, officer, batch) == Known()
    new = entry(store, batch)
    filed = entered(store, officer, new)
    there = known(store, officer, batch)
    assert there.registration == filed
    assert there.row_fp == new.row_fp
    assert not there.is_own


def test_who_registered_themselves_is_left_alone(
    store: Store, officer: Caller, batch: Batch
) -> None:
    filed = reviewing.filed(store, batch, 1)
    there = known(store, officer, batch)
    assert there.registration == filed
    assert there.is_own


def test_a_changed_row_puts_the_registration_right_and_the_old_version_stays(
    store: Store, officer: Caller, batch: Batch
) -> None:
    filed = entered(store, officer, entry(store, batch))
    after = changed(store, officer, filed, entry(store, batch, class_hours=420))
    assert after.state is RegistrationState.SUBMITTED
    with store.reading() as work:
        assert work.registrations.boxes(after)["class_hours"] == 420
        assert work.corrections.before(filed.id, after.step)["class_hours"] == 400


def test_a_box_that_comes_along_is_taken_with_the_others(
    store: Store, officer: Caller, batch: Batch
) -> None:
    filed = entered(store, officer, entry(store, batch))
    after = changed(store, officer, filed, entry(store, batch, other="会气焊"))
    with store.reading() as work:
        assert work.registrations.boxes(after)["other"] == "会气焊"


def test_another_picture_takes_the_place_of_the_first(
    store: Store, officer: Caller, batch: Batch
) -> None:
    new = entry(store, batch)
    filed = entered(store, officer, new)
    better = upload(store, "a sharper photo")
    again = replace(new, files={**new.files, Material.PHOTO: better}, row_fp=b"other")
    after = changed(store, officer, filed, again)
    assert after.state is RegistrationState.SUBMITTED
    with store.reading() as work:
        given = [d.file for d in work.registrations.documents(filed.id)]
    assert given[-1] == better
    assert new.files[Material.PHOTO] in given


def test_another_level_takes_a_seat_of_its_own(store: Store, officer: Caller, batch: Batch) -> None:
    new = entry(store, batch)
    filed = entered(store, officer, new)
    application = replace(new.application, level=Level.FIVE, condition="5.1")
    again = replace(new, application=application, boxes={**new.boxes, "level": 5}, row_fp=b"5")
    again = replace(again, boxes={**again.boxes, "phone": "0902-2231235"})
    changed(store, officer, filed, again)
    assert reviewing.seats(store, batch) == [0, 1]


def test_the_stamped_form_comes_from_the_station_as_well(
    store: Store, officer: Caller, batch: Batch
) -> None:
    filed = entered(store, officer, entry(store, batch))
    form = upload(store, "stamped")
    with store.writing(officer) as work:
        complete = work.roster_entries.stamp(filed.id, form)
    assert complete.state is RegistrationState.COMPLETE
    done = reviewing.approved(store, officer, complete)
    assert done.state is RegistrationState.APPROVED


def test_what_was_approved_changes_no_more(store: Store, officer: Caller, batch: Batch) -> None:
    filed = entered(store, officer, entry(store, batch))
    form = upload(store, "stamped")
    with store.writing(officer) as work:
        complete = work.roster_entries.stamp(filed.id, form)
    reviewing.approved(store, officer, complete)
    again = entry(store, batch, class_hours=420)
    with pytest.raises(NotPossible, match="roster-row-decided"):
        changed(store, officer, filed, again)


def test_after_the_close_nothing_is_entered_or_changed(
    store: Store, officer: Caller, batch: Batch, clock: FixedClock
) -> None:
    filed = entered(store, officer, entry(store, batch))
    again = entry(store, batch, class_hours=420)
    new = entry(store, batch, 2)
    clock.office = datetime(2026, 7, 10, tzinfo=OFFICE_ZONE)
    assert "window-closed" in refusal(store, officer, new)
    with pytest.raises(NotPossible, match="window-closed"):
        changed(store, officer, filed, again)
    with store.reading() as work:
        assert work.registrations.get(filed.id).state is RegistrationState.SUBMITTED


def test_another_station_enters_nothing_here(store: Store, officer: Caller, batch: Batch) -> None:
    other = reviewing.officer(store, OTHER_STATION.code)
    new = entry(store, batch)
    assert refusal(store, other, new) == {"not-yours"}
    filed = entered(store, officer, new)
    with pytest.raises(NotPossible, match="not-yours"):
        changed(store, other, filed, entry(store, batch, class_hours=420))
    with pytest.raises(NotPossible, match="not-yours"):
        known(store, other, batch)


def test_a_candidate_enters_nobody(store: Store, officer: Caller, batch: Batch) -> None:
    candidate = office.candidate(office.sign_up(store))
    assert refusal(store, candidate, entry(store, batch, 2)) == {"not-your-role"}


def test_the_same_row_has_the_same_fingerprint(store: Store) -> None:
    with store.reading() as work:
        first = work.roster_entries.fingerprint({"name": "李晓雨", "phone": "1"})
        assert first == work.roster_entries.fingerprint({"phone": "1", "name": "李晓雨"})
        assert first != work.roster_entries.fingerprint({"phone": "2", "name": "李晓雨"})


def test_the_history_tells_what_happened(store: Store, officer: Caller, batch: Batch) -> None:
    filed = entered(store, officer, entry(store, batch))
    changed(store, officer, filed, entry(store, batch, class_hours=420))
    with store.reading(officer) as work:
        kinds = [step.kind for step in work.reviews.history(filed.id)]
    assert kinds == [ReviewKind.RETURN, ReviewKind.CORRECT]
