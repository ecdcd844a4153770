"""A unit becomes a station: filed, sealed, inspected, recommended, approved, founded (R2.1–R2.3, R2.8)."""

from dataclasses import replace
from threading import Barrier, Thread

import pytest

from rules.approvals import DecisionKind, Desk, PaperState
from rules.catalogue import Level
from rules.findings import NotPossible
from rules.licences import LicensedUnit
from rules.roles import Role
from rules.stations import ManagementSystem, StationApplicationState
from store.institutions import InstitutionKind
from store.station_applications import StationRecord
from store.unit import Store
from tests.examiners import APPLICANT, OTHER_TIER, TIER, holder
from tests.prepared import prepared
from tests.stations import (
    APPLICATION,
    BOXES,
    PERMIT,
    RECORD,
    Stage,
    failed,
    set_stage,
    with_examiners,
)
from tests.store.office import WELDER

CODE = "49284299"


@pytest.fixture
def stage(store: Store) -> Stage:
    return prepared(with_examiners, store)


def keys(refused: pytest.ExceptionInfo[NotPossible]) -> list[str]:
    return [finding.key for finding in refused.value.findings]


def approved(stage: Stage) -> StationRecord:
    """Sealed, inspected, recommended and approved."""
    filed = stage.seal(stage.file())
    stage.approve(filed)
    return filed


def state(stage: Stage, filed: StationRecord) -> StationApplicationState:
    with stage.store.reading() as work:
        return work.station_applications.get(filed.id).state


# --- filing ---


def test_a_whole_form_is_taken_and_waits_for_its_seals(stage: Stage) -> None:
    filed = stage.file()
    assert filed.state is StationApplicationState.AWAITING_SEAL
    assert filed.trades == (LicensedUnit(*WELDER.key, (Level.FIVE, Level.FOUR)),)
    with stage.store.reading(stage.unit) as work:
        assert work.station_applications.opened(filed.id) == BOXES
    with stage.store.reading(stage.officer) as work:
        assert work.papers.waiting_for_caller().things == ()


def test_the_store_names_everything_missing_at_once_whoever_asks(store: Store) -> None:
    stage = set_stage(store)
    stage.train(2)
    less = replace(APPLICATION, site_photos=3, systems=frozenset({ManagementSystem.PLAN}))
    with pytest.raises(NotPossible) as refused:
        stage.file(less)
    assert keys(refused) == [
        "station-examiners-few",
        "station-systems-missing",
        "station-photos-few",
    ]


def test_examiners_without_their_class_do_not_count(store: Store) -> None:
    stage = set_stage(store)
    with pytest.raises(NotPossible) as refused:
        stage.file()
    assert refused.value.findings[0].args == {"trade": "电焊工", "has": 0, "least": 3}


def test_until_the_seals_are_in_another_copy_takes_the_place_of_the_first(stage: Stage) -> None:
    first = stage.file()
    again = stage.file(address="无锡市滨湖区 2 号")
    assert again.id == first.id
    with stage.store.reading(stage.unit) as work:
        assert work.station_applications.opened(first.id)["address"] == "无锡市滨湖区 2 号"


def test_an_application_under_way_stands(stage: Stage) -> None:
    stage.seal(stage.file())
    with pytest.raises(NotPossible) as refused:
        stage.file()
    assert keys(refused) == ["station-application-under-way"]


@pytest.mark.parametrize("role", [Role.MANAGEMENT_OFFICER, Role.STATION_HEAD])
def test_only_the_unit_itself_files(stage: Stage, role: Role) -> None:
    caller = holder(stage.store, role, TIER.code, 50)
    new = stage.filing()
    with pytest.raises(NotPossible) as refused, stage.store.writing(caller) as work:
        work.station_applications.file(new)
    assert keys(refused) == ["not-your-role"]


def test_another_unit_sees_and_seals_nothing(stage: Stage) -> None:
    filed = stage.file()
    with stage.store.writing() as work:
        work.institutions.put(replace(APPLICANT, code="U000002", name="另一所学校"))
    stranger = holder(stage.store, Role.APPLICANT_UNIT, "U000002", 51)
    far = holder(stage.store, Role.MANAGEMENT_OFFICER, OTHER_TIER.code, 52)
    for caller in (stranger, far):
        with pytest.raises(NotPossible) as refused, stage.store.reading(caller) as work:
            work.station_applications.opened(filed.id)
        assert keys(refused) == ["not-yours"]
    with pytest.raises(NotPossible) as sealed, stage.store.writing(stranger) as work:
        work.station_applications.seal(filed.id, {}, {}, ())
    assert keys(sealed) == ["not-yours"]


def test_both_pages_are_wanted_and_wanted_once(stage: Stage) -> None:
    filed = stage.file()
    with pytest.raises(NotPossible) as refused, stage.store.writing(stage.unit) as work:
        work.station_applications.seal(filed.id, {}, BOXES, ())
    assert [f.box for f in refused.value.findings] == ["first_page", "last_page"]
    stage.seal(filed)
    with pytest.raises(NotPossible) as again:
        stage.seal(filed)
    assert keys(again) == ["station-seal-not-awaited"]


# --- inspection and decisions ---


def test_without_a_passed_inspection_nobody_recommends(stage: Stage) -> None:
    filed = stage.seal(stage.file())
    with pytest.raises(NotPossible) as none:
        stage.decide(stage.officer, filed, DecisionKind.FORWARD)
    assert keys(none) == ["inspection-wanted"]
    stage.inspect(filed, failed())
    with pytest.raises(NotPossible) as unmet:
        stage.decide(stage.officer, filed, DecisionKind.FORWARD)
    assert keys(unmet) == ["inspection-failed"]
    stage.inspect(filed)
    stage.decide(stage.officer, filed, DecisionKind.FORWARD)
    assert stage.paper(filed).desk is Desk.CENTRE
    with stage.store.reading() as work:
        assert [one.result for one in work.inspections.of(filed.id)] == ["failed", "passed"]


def test_what_was_found_comes_back_line_by_line(stage: Stage) -> None:
    filed = stage.seal(stage.file())
    stage.inspect(filed, failed())
    with stage.store.reading() as work:
        last = work.inspections.last(filed.id)
        assert last
        assert work.files.of(f"inspection:{last.id}")
    assert (last.inspectors, last.on) == (RECORD.inspectors, RECORD.on)
    assert last.found == failed().found


def test_only_what_lies_at_the_second_tier_is_inspected(stage: Stage) -> None:
    filed = stage.file()
    with pytest.raises(NotPossible) as early:
        stage.inspect(filed)
    assert keys(early) == ["inspection-not-now"]
    stage.seal(filed)
    stage.inspect(filed)
    with stage.store.reading(stage.officer) as work:
        assert [one.subject for one in work.inspections.waiting()] == [filed.id]
    stage.decide(stage.officer, filed, DecisionKind.FORWARD)
    with pytest.raises(NotPossible) as late:
        stage.inspect(filed)
    assert keys(late) == ["inspection-not-now"]


def test_an_officer_of_another_second_tier_inspects_nothing(stage: Stage) -> None:
    filed = stage.seal(stage.file())
    far = holder(stage.store, Role.MANAGEMENT_OFFICER, OTHER_TIER.code, 53)
    with pytest.raises(NotPossible) as refused, stage.store.writing(far) as work:
        work.inspections.add(filed.id, RECORD, [])
    assert keys(refused) == ["not-yours"]


def test_a_correction_of_the_printed_sheet_is_sealed_anew(stage: Stage) -> None:
    filed = stage.seal(stage.file())
    stage.decide(stage.officer, filed, DecisionKind.RETURN, boxes={"address": "请写门牌号"})
    with stage.store.reading() as work:
        returned = work.station_applications.get(filed.id)
        assert work.station_applications.returned_for(returned) == {"address": "请写门牌号"}
    corrected = stage.file(
        address="学院路 18 号", first_page={"file": "x"}, last_page={"file": "y"}
    )
    assert corrected.state is StationApplicationState.AWAITING_SEAL
    assert stage.paper(filed).state is PaperState.RETURNED
    with stage.store.reading(stage.unit) as work:
        assert "first_page" not in work.station_applications.opened(filed.id)
    stage.seal(corrected, address="学院路 18 号")
    assert (stage.paper(filed).state, stage.paper(filed).version) == (PaperState.WAITING, 2)


def test_a_correction_of_what_is_not_printed_keeps_its_seals(stage: Stage) -> None:
    filed = stage.seal(stage.file())
    stage.decide(stage.officer, filed, DecisionKind.RETURN, boxes={"email": "退信了"})
    with stage.store.reading(stage.unit) as work:
        kept = work.station_applications.opened(filed.id)
    pages = {page: kept[page] for page in ("first_page", "last_page")}
    corrected = stage.file(email="office@example.cn", **pages)
    assert corrected.state is StationApplicationState.UNDER_WAY
    assert stage.paper(filed).state is PaperState.WAITING


@pytest.mark.parametrize("ends", ["rejected", "withdrawn"])
def test_after_the_end_the_unit_may_apply_again(stage: Stage, ends: str) -> None:
    filed = stage.seal(stage.file())
    if ends == "rejected":
        stage.decide(stage.officer, filed, DecisionKind.REJECT, reason="场地不在许可区域")
    else:
        with stage.store.writing(stage.unit) as work:
            work.papers.withdraw(stage.paper(filed).id)
    assert state(stage, filed) is StationApplicationState.ENDED
    assert stage.file().id != filed.id


# --- founding ---


def test_the_centre_founds_the_station_with_code_licence_and_account(stage: Stage) -> None:
    filed = approved(stage)
    assert state(stage, filed) is StationApplicationState.APPROVED
    with stage.store.writing(stage.centre) as work:
        assert [one.id for one in work.station_applications.approved()] == [filed.id]
        station = work.station_applications.found(filed.id, "301", PERMIT)
        assert work.station_applications.approved() == ()
    assert (station.code, station.name) == ("49284301", "机械行业职业能力评价职教301考试站")
    assert (station.kind, station.parent_code) == (InstitutionKind.STATION, TIER.code)
    with stage.store.reading() as work:
        licence = work.licences.get(station.code)
        assert (licence.number, licence.valid_until) == (station.code, PERMIT.valid_until)
        assert licence.units == filed.trades
        assert stage.unit.person
        (post,) = work.people.posts_of(stage.unit.person)
        assert (post.role, post.institution) == (Role.STATION_HEAD, station.code)
        found = work.institutions.get(station.code)
        assert (found.operator, found.region) == (APPLICANT.name, "江苏省")
        assert (found.capability, found.skill_level) == (True, False)
        assert work.station_applications.of(station.code)
    assert state(stage, filed) is StationApplicationState.FOUNDED


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("299", "station-number-taken"),
        ("000", "station-number-unfit"),
        ("3011", "station-number-unfit"),
    ],
)
def test_a_number_that_cannot_be_changes_nothing(stage: Stage, number: str, key: str) -> None:
    filed = approved(stage)
    with stage.store.writing() as work:
        held = work.institutions.get(CODE)
        work.institutions.put(replace(held, parent_code=TIER.code))
    with pytest.raises(NotPossible) as refused, stage.store.writing(stage.centre) as work:
        work.station_applications.found(filed.id, number, PERMIT)
    assert keys(refused) == [key]
    assert state(stage, filed) is StationApplicationState.APPROVED


def test_only_the_centre_founds_and_only_what_is_approved(stage: Stage) -> None:
    filed = stage.seal(stage.file())
    with pytest.raises(NotPossible) as early, stage.store.writing(stage.centre) as work:
        work.station_applications.found(filed.id, "301", PERMIT)
    assert keys(early) == ["station-not-approved"]
    with pytest.raises(NotPossible) as role, stage.store.writing(stage.officer) as work:
        work.station_applications.found(filed.id, "301", PERMIT)
    assert keys(role) == ["not-your-role"]


def test_two_officers_founding_at_once_found_one_station(stage: Stage) -> None:
    filed, together, done = approved(stage), Barrier(2), []

    def found(number: str) -> None:
        together.wait()
        try:
            with stage.store.writing(stage.centre) as work:
                done.append(work.station_applications.found(filed.id, number, PERMIT).code)
        except NotPossible as refused:
            done.append(refused.findings[0].key)

    threads = [Thread(target=found, args=(number,)) for number in ("301", "302")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(done) in ({"49284301", "station-not-approved"}, {"49284302", "station-not-approved"})
