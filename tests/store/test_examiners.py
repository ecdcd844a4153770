"""Applications of examiners and the register, on both databases (R2.4–R2.6)."""

from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import select

from rules.approvals import DecisionKind, PaperState
from rules.catalogue import INDUSTRIAL_ENGINEERING, Level, Programme
from rules.examiners import ExaminerKind, Proof
from rules.findings import NotPossible
from rules.roles import Role
from store.examiner_applications import ApplicationState, examiner_applications
from store.examiners import ExaminerState
from store.unit import Caller, Store
from tests.examiners import (
    APPLICANT,
    BORN,
    CENTRE,
    EXAMINER,
    SENIOR,
    TIER,
    agreed_by_all_but_the_centre,
    announced,
    appointed,
    filing,
    furnish,
    holder,
    paper_of,
    proposed,
    trained,
)
from tests.fakes import FixedClock
from tests.people import id_number
from tests.store import office
from tests.store.office import MACHINIST, OTHER_STATION, STATION, WELDER

TODAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def tree(store: Store) -> None:
    furnish(store)


@pytest.fixture
def head(store: Store) -> Caller:
    return holder(store, Role.STATION_HEAD, STATION.code, 101)


@pytest.fixture
def officer(store: Store) -> Caller:
    return holder(store, Role.MANAGEMENT_OFFICER, TIER.code, 102)


@pytest.fixture
def centre(store: Store) -> Caller:
    return holder(store, Role.CENTRE_OFFICER, CENTRE.code, 103)


def keys(refused: pytest.ExceptionInfo[NotPossible]) -> list[str]:
    return [finding.key for finding in refused.value.findings]


# --- proposing ---


def test_a_proposal_keeps_what_was_filed_and_tells_the_number_to_nobody(
    store: Store, head: Caller
) -> None:
    proposal = proposed(store, head)
    assert (proposal.number, proposal.state) == ("KP26-0001", ApplicationState.OPEN)
    assert (proposal.name, proposal.trades) == ("王建国", (WELDER.key,))
    assert "王建国" not in repr(proposal)
    with store.reading(head) as work:
        printed = work.examiner_applications.printed(proposal.id)
    assert printed.boxes["major"] == "焊接工程"
    assert (printed.boxes["sex"], printed.boxes["born"]) == ("male", "1985-05-20")
    assert printed.id_number not in repr(printed)
    assert printed.photo is not None


def test_everything_wrong_is_said_at_once(store: Store, head: Caller) -> None:
    bare = replace(EXAMINER, skill=Level.FOUR, conduct=False, trades=())
    with pytest.raises(NotPossible) as refused:
        proposed(store, head, application=bare, files={})
    assert keys(refused) == [
        "examiner-not-qualified",
        "examiner-trades-missing",
        "proof-missing",
        "conduct-needed",
        "material-missing",
    ]


def test_proofs_are_what_was_really_uploaded(store: Store, head: Caller) -> None:
    claimed = replace(EXAMINER, proofs=frozenset(Proof))
    with pytest.raises(NotPossible) as refused:
        proposed(store, head, application=claimed, files={"photo": office.upload(store, "photo")})
    assert keys(refused) == ["proof-missing"]


def test_a_trade_whose_name_is_not_confirmed_cannot_be_chosen(store: Store, head: Caller) -> None:
    with store.writing() as work:
        work.units.put(replace(MACHINIST, complete=False), 2)
    with pytest.raises(NotPossible) as refused:
        proposed(store, head, application=replace(EXAMINER, trades=(MACHINIST.key,)))
    assert keys(refused) == ["unit-unknown"]


def test_the_same_person_is_proposed_once_at_a_time_for_the_same(
    store: Store, head: Caller
) -> None:
    proposed(store, head)
    with pytest.raises(NotPossible) as refused:
        proposed(store, head)
    assert keys(refused) == ["examiner-application-open"]
    assert proposed(store, head, application=SENIOR).kind is ExaminerKind.SENIOR_EXAMINER


def test_of_two_filings_at_the_same_moment_one_is_taken(store: Store, head: Caller) -> None:
    new, start, refused = filing(store), Barrier(2), []

    def file() -> None:
        start.wait()
        try:
            with store.writing(head) as work:
                work.examiner_applications.file(new)
        except NotPossible as no:
            refused.append([finding.key for finding in no.findings])

    threads = [Thread(target=file) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == [["examiner-application-open"]]
    with store.reading() as work:
        assert len(work.examiner_applications.of(STATION.code)) == 1


@pytest.mark.parametrize(
    ("role", "at"),
    [
        (Role.STATION_HEAD, OTHER_STATION.code),
        (Role.MANAGEMENT_OFFICER, TIER.code),
        (Role.EXAMINER, STATION.code),
        (Role.CANDIDATE, STATION.code),
    ],
)
def test_only_the_institution_itself_proposes(store: Store, role: Role, at: str) -> None:
    stranger = holder(store, role, at, 110)
    with pytest.raises(NotPossible) as refused:
        proposed(store, stranger)
    assert keys(refused)[0] in {"not-yours", "not-your-role"}


def test_a_correction_keeps_the_number_and_lets_go_of_old_files(store: Store, head: Caller) -> None:
    proposal = proposed(store, head)
    better = filing(
        store, name="王建军", files={**filing(store).files, "photo": office.upload(store, "better")}
    )
    with store.writing(head) as work:
        changed = work.examiner_applications.change(proposal.id, better)
    assert (changed.number, changed.name) == (proposal.number, "王建军")
    with store.reading() as work:
        kept = {file.id for file in work.files.of(f"examiner-application:{proposal.id}")}
    assert kept == set(better.files.values())


def test_another_institution_cannot_correct_it(store: Store, head: Caller) -> None:
    proposal = proposed(store, head)
    stranger = holder(store, Role.STATION_HEAD, OTHER_STATION.code, 110)
    taken_over = filing(store, institution=OTHER_STATION.code)
    with store.writing(stranger) as work, pytest.raises(NotPossible) as refused:
        work.examiner_applications.change(proposal.id, taken_over)
    assert keys(refused) == ["not-yours"]


@pytest.mark.parametrize(
    ("role", "at", "sees"),
    [
        (Role.STATION_OFFICER, STATION.code, True),
        (Role.MANAGEMENT_OFFICER, TIER.code, True),
        (Role.CENTRE_OFFICER, CENTRE.code, True),
        (Role.STATION_HEAD, OTHER_STATION.code, False),
        (Role.MANAGEMENT_OFFICER, OTHER_STATION.code, False),
        (Role.EXAMINER, STATION.code, False),
    ],
)
def test_the_form_is_for_its_institution_and_the_officers_above(
    store: Store, head: Caller, role: Role, at: str, sees: bool
) -> None:
    proposal = proposed(store, head)
    reader = holder(store, role, at, 110)
    with store.writing(reader) as work:
        if sees:
            assert work.examiner_applications.printed(proposal.id).proposal == proposal
        else:
            with pytest.raises(NotPossible):
                work.examiner_applications.printed(proposal.id)


# --- approving ---


def test_the_centre_cannot_approve_before_the_training_is_passed(
    store: Store, head: Caller, officer: Caller, centre: Caller
) -> None:
    proposal = proposed(store, head)
    paper = agreed_by_all_but_the_centre(store, head, officer, proposal)
    with store.writing(centre) as work:
        with pytest.raises(NotPossible) as refused:
            work.papers.decide(paper.id, DecisionKind.APPROVE)
        assert keys(refused) == ["training-not-passed"]
        assert work.papers.get(paper.id).state is PaperState.WAITING
        assert work.examiners.of(STATION.code) == ()
    trained(store, officer, proposal)
    with store.writing(centre) as work:
        work.papers.decide(paper.id, DecisionKind.APPROVE)
        assert len(work.examiners.of(STATION.code)) == 1


def test_approval_appoints_with_post_trades_and_term(
    store: Store, head: Caller, officer: Caller, centre: Caller
) -> None:
    examiner = appointed(store, head, officer, centre)
    assert (examiner.kind, examiner.trades) == (ExaminerKind.EXAMINER, (WELDER.key,))
    assert (examiner.trained_on, examiner.appointed_on) == (date(2026, 4, 3), TODAY)
    assert examiner.valid_until == date(2029, 5, 31)
    with store.reading() as work:
        assert Role.EXAMINER in work.people.roles_of(examiner.person)
        assert work.examiner_applications.get(examiner.application).state is (
            ApplicationState.APPROVED
        )


def test_who_signed_up_as_a_candidate_is_the_same_person(
    store: Store, head: Caller, officer: Caller, centre: Caller
) -> None:
    new = filing(store)
    with store.writing() as work:
        guest = work.people.add_guest().id
        candidate = work.people.register(guest, new.name, new.number, "wang-jianguo", "hash").id
    examiner = appointed(store, head, officer, centre)
    assert examiner.person == candidate
    with store.reading() as work:
        assert work.people.get(candidate).user_name == "wang-jianguo"


def test_another_name_under_the_same_number_is_for_the_officer_to_sort_out(
    store: Store, head: Caller, officer: Caller, centre: Caller
) -> None:
    new = filing(store)
    with store.writing() as work:
        work.people.register(work.people.add_guest().id, "赵志远", new.number, "zhao", "hash")
    proposal = proposed(store, head)
    trained(store, officer, proposal)
    paper = agreed_by_all_but_the_centre(store, head, officer, proposal)
    with store.writing(centre) as work, pytest.raises(NotPossible) as refused:
        work.papers.decide(paper.id, DecisionKind.APPROVE)
    assert keys(refused) == ["person-name-differs"]


@pytest.mark.parametrize("how", ["reject", "withdraw"])
def test_a_closed_application_lets_go_of_its_place_and_may_be_filed_anew(
    store: Store, head: Caller, officer: Caller, how: str
) -> None:
    proposal = proposed(store, head)
    paper = paper_of(store, head, proposal)
    held = announced(store, officer)
    with store.writing(head) as work:
        work.nominations.nominate(held.id, proposal.id)
        if how == "reject":
            work.papers.decide(paper.id, DecisionKind.REJECT, reason="不符合条件")
        else:
            work.papers.withdraw(paper.id)
        assert work.nominations.of_class(held.id) == ()
        assert work.examiner_applications.get(proposal.id).state is ApplicationState.CLOSED
    assert proposed(store, head).number == "KP26-0002"


# --- the register ---


def test_expiry_needs_nobody_to_notice_it(
    store: Store, clock: FixedClock, head: Caller, officer: Caller, centre: Caller
) -> None:
    examiner = appointed(store, head, officer, centre)
    last = examiner.valid_until
    with store.reading() as work:
        args = (STATION.code, WELDER.key, Level.THREE)
        assert work.examiners.entitled(*args, last) == (examiner,)
        assert work.examiners.entitled(*args, last + timedelta(days=1)) == ()
        assert work.examiners.entitled(*args, TODAY - timedelta(days=1)) == ()
    assert examiner.state(last + timedelta(days=1)) is ExaminerState.EXPIRED


def test_entitled_goes_by_trade_programme_level_and_station(
    store: Store, head: Caller, officer: Caller, centre: Caller
) -> None:
    with store.writing() as work:
        engineer = replace(WELDER, code=INDUSTRIAL_ENGINEERING, name="工业工程技术人员")
        work.units.put(engineer, 3)
    trades = (WELDER.key, engineer.key)
    appointed(store, head, officer, centre, application=replace(EXAMINER, trades=trades))
    with store.reading() as work:
        entitled = work.examiners.entitled
        assert entitled(STATION.code, WELDER.key, Level.FOUR, TODAY)
        assert not entitled(STATION.code, WELDER.key, Level.TWO, TODAY)
        assert entitled(STATION.code, engineer.key, Level.ONE, TODAY)
        assert not entitled(STATION.code, MACHINIST.key, Level.FOUR, TODAY)
        assert not entitled(OTHER_STATION.code, WELDER.key, Level.FOUR, TODAY)
        other = (Programme.SKILL_LEVEL, WELDER.code)
        assert not entitled(STATION.code, other, Level.FOUR, TODAY)


def test_a_senior_examiner_takes_the_place_of_the_examiner(
    store: Store, head: Caller, officer: Caller, centre: Caller
) -> None:
    before = appointed(store, head, officer, centre)
    senior = appointed(store, head, officer, centre, application=SENIOR)
    assert senior.person == before.person
    with store.reading() as work:
        states = {one.kind: one.state(TODAY) for one in work.examiners.of(STATION.code)}
        assert states == {
            ExaminerKind.EXAMINER: ExaminerState.ENDED,
            ExaminerKind.SENIOR_EXAMINER: ExaminerState.APPOINTED,
        }
        assert work.people.roles_of(senior.person) == {Role.SENIOR_EXAMINER}
        assert work.examiners.entitled(STATION.code, WELDER.key, Level.ONE, TODAY) == (senior,)


def test_a_further_appointment_extends_the_entry_and_needs_no_second_training(
    store: Store, clock: FixedClock, head: Caller, officer: Caller, centre: Caller
) -> None:
    first = appointed(store, head, officer, centre)
    clock.advance(timedelta(days=700))
    again = proposed(store, head, application=replace(EXAMINER, trades=(MACHINIST.key,)))
    paper = agreed_by_all_but_the_centre(store, head, officer, again)
    with store.writing(centre) as work:
        work.papers.decide(paper.id, DecisionKind.APPROVE)
        (examiner,) = work.examiners.of(STATION.code)
    assert (examiner.id, examiner.appointed_on) == (first.id, TODAY)
    assert examiner.trades == (MACHINIST.key,)
    assert examiner.valid_until > first.valid_until


def test_ending_takes_the_post_along_and_happens_once(
    store: Store, head: Caller, officer: Caller, centre: Caller
) -> None:
    examiner = appointed(store, head, officer, centre)
    with store.writing(head) as work:
        ended = work.examiners.end(examiner.id)
        assert ended.state(TODAY) is ExaminerState.ENDED
        assert Role.EXAMINER not in work.people.roles_of(examiner.person)
        with pytest.raises(NotPossible) as refused:
            work.examiners.end(examiner.id)
    assert keys(refused) == ["examiner-ended"]


def test_another_station_neither_sees_nor_ends(
    store: Store, head: Caller, officer: Caller, centre: Caller
) -> None:
    examiner = appointed(store, head, officer, centre)
    stranger = holder(store, Role.STATION_HEAD, OTHER_STATION.code, 110)
    with store.writing(stranger) as work:
        for act in (
            lambda: work.examiners.end(examiner.id),
            lambda: work.examiners.get(examiner.id),
            lambda: work.examiners.register(STATION.code),
        ):
            with pytest.raises(NotPossible) as refused:
                act()
            assert keys(refused) == ["not-yours"]
        assert list(work.examiners.everyone()) == []
    for caller in (head, officer, centre):
        with store.reading(caller) as work:
            assert list(work.examiners.everyone()) == [examiner]


# --- what counts for a station (R2.2) ---


def test_only_the_trained_count_each_person_once_and_managers_never(
    store: Store, head: Caller, officer: Caller, centre: Caller
) -> None:
    unit = holder(store, Role.APPLICANT_UNIT, APPLICANT.code, 120)
    at = {"institution": APPLICANT.code}
    first = proposed(store, unit, 1, **at)
    second = proposed(store, unit, 2, **at)
    proposed(store, unit, 3, **at)
    trained(store, officer, first, second)
    trained(store, officer, proposed(store, unit, 1, application=SENIOR, **at))
    with store.reading() as work:
        assert work.examiners.trained_for(APPLICANT.code, WELDER.key) == 2
        assert work.examiners.trained_for(APPLICANT.code, MACHINIST.key) == 0
        assert work.examiners.trained_for(STATION.code, WELDER.key) == 0


def test_the_appointed_count_until_they_are_ended_or_expired(
    store: Store, clock: FixedClock, head: Caller, officer: Caller, centre: Caller
) -> None:
    examiner = appointed(store, head, officer, centre)
    appointed(store, head, officer, centre, serial=2)
    with store.writing(head) as work:
        assert work.examiners.trained_for(STATION.code, WELDER.key) == 2
        work.examiners.end(examiner.id)
        assert work.examiners.trained_for(STATION.code, WELDER.key) == 1
    clock.advance(timedelta(days=4 * 366))
    with store.reading() as work:
        assert work.examiners.trained_for(STATION.code, WELDER.key) == 0


def test_examiners_and_their_applications_go_along_when_the_unit_becomes_a_station(
    store: Store, officer: Caller
) -> None:
    unit = holder(store, Role.APPLICANT_UNIT, APPLICANT.code, 120)
    proposal = proposed(store, unit, institution=APPLICANT.code)
    trained(store, officer, proposal)
    with store.writing() as work:
        work.examiners.move(APPLICANT.code, STATION.code)
        assert work.examiners.trained_for(STATION.code, WELDER.key) == 1
        assert work.examiners.trained_for(APPLICANT.code, WELDER.key) == 0


def test_names_and_numbers_lie_sealed(store: Store, head: Caller) -> None:
    proposed(store, head)
    with store.reading() as work:
        row = work.connection.execute(select(examiner_applications)).one()
    whole = b"".join(value for value in row if isinstance(value, bytes))
    assert "王建国".encode() not in whole
    assert id_number(BORN, serial=1).encode() not in whole
