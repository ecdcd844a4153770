"""Certificates: released by the centre, numbered without gaps, each once, whatever happens in between (R7.6, R8.3)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from decimal import Decimal

import pytest

from rules.approvals import DecisionKind
from rules.catalogue import Level, Programme
from rules.certificates import CertificateKind, CertificateState, read_issuer
from rules.deadlines import OFFICE as OFFICE_ZONE
from rules.findings import NotPossible
from rules.grading import Result
from rules.issuing import Series
from rules.roles import Role
from store import outcomes
from store.certificate_fields import printed_mark
from store.certificates import Certificate
from store.unit import Caller, Store
from tests.fakes import FixedClock
from tests.issuing import Released
from tests.prepared import prepared
from tests.qualified import Qualified, approve
from tests.scoring import Marking
from tests.store import tree
from tests.store.tree import CENTRE, CHANGZHOU, HAMI, MANAGEMENT

SERIES = Series(CertificateKind.CAPABILITY, CHANGZHOU, 2026, Level.FOUR)
FIRST, SECOND, THIRD = (SERIES.number(serial) for serial in (1, 2, 3))


@pytest.fixture
def one(store: Store, clock: FixedClock) -> Released:
    return prepared(Released, store, clock)


def refused(store: Store, caller: Caller, act: str, batch: int) -> list[str]:
    with pytest.raises(NotPossible) as refusal, store.writing(caller) as work:
        getattr(work.issuing, act)(batch)
    return [finding.key for finding in refusal.value.findings]


def test_everybody_qualified_has_one_with_every_printed_field(one: Released) -> None:
    assert one.issued() == [FIRST, SECOND]
    with one.store.reading() as work:
        assert work.issuing.is_finished(one.batch.id)
        issued = list(work.issuing.of(one.batch.id))
        assert [each.running_number for each in issued] == [1, 3]
        printed = work.registrations.printed(issued[0].registration)
        assert issued[0].certificate == Certificate(
            kind=CertificateKind.CAPABILITY,
            number="2649284267400001",
            name=printed.boxes["name"],
            id_number=printed.boxes["id_number"],
            sex=issued[0].certificate.sex,
            programme=Programme.CAPABILITY,
            occupation_name="焊工",
            unit_code="JX04-06-04-01",
            unit_name="电焊工",
            level=Level.FOUR,
            level_text="四级/中级工",
            theory="85",
            practice="82.5",
            result=Result.GOOD,
            issued_on=date(2026, 9, 18),
            issuer="指导中心",
            station_code=CHANGZHOU,
            photo=printed.photo,
        )
        assert work.issuing.of_registration(issued[0].registration) == issued[0].certificate
        by_pair = work.certificates.find(printed.boxes["name"], printed.boxes["id_number"])
        assert [found.number for found in by_pair] == [FIRST]
        (held,) = work.certificate_changes.find(FIRST)
        assert [file.id for file in work.files.of(f"certificate:{held.id}")] == [printed.photo]


def test_a_unit_that_fails_gives_its_numbers_back_and_nothing_comes_twice(one: Released) -> None:
    one.begun()

    def interrupted() -> None:
        with one.store.writing() as work:
            assert work.issuing.issue_some(one.batch.id, 2) == 2
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        interrupted()
    assert one.numbers() == []
    assert one.issued() == one.issued() == [FIRST, SECOND]
    with one.store.writing() as work:
        assert work.issuing.issue_some(one.batch.id) == 0
        assert not work.issuing.finish(one.batch.id)
        assert work.issuing.waiting() == ()


def test_the_day_of_the_beginning_is_printed_on_all_of_them(
    one: Released, clock: FixedClock
) -> None:
    clock.office = datetime(2026, 12, 31, 23, 59, tzinfo=OFFICE_ZONE)
    one.begun()
    with one.store.writing() as work:
        work.issuing.issue_some(one.batch.id, 1)
    clock.office = datetime(2027, 1, 1, 0, 1, tzinfo=OFFICE_ZONE)
    assert one.issued() == [FIRST, SECOND]
    with one.store.reading() as work:
        days = {each.certificate.issued_on for each in work.issuing.of(one.batch.id)}
    assert days == {date(2026, 12, 31)}


def test_what_was_imported_is_counted_over(one: Released) -> None:
    with one.store.writing() as work:
        work.certificates.add(
            Certificate(
                kind=CertificateKind.CAPABILITY,
                number=SERIES.number(17),
                name="王强",
                id_number="11010519491231002X",
                unit_name="电焊工",
                level=Level.FOUR,
                level_text="四级/中级工",
                issued_on=date(2026, 3, 1),
            )
        )
    assert one.issued() == [SERIES.number(serial) for serial in (18, 19)]


def test_two_officers_at_once_number_one_batch_without_gap_or_double(one: Released) -> None:
    one.begun()

    def issue(_: int) -> None:
        done = False
        while not done:
            with one.store.writing() as work:
                done = not work.issuing.issue_some(one.batch.id, 1)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(issue, range(2)))
    assert one.numbers() == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("scores", "goes_on"),
    [
        ({1: ("60", "60"), 2: ("0", "0")}, True),
        ({1: ("59.9", "100"), 2: ("100", "59.9")}, False),
        ({1: ("absent", "90"), 2: ("90", "absent")}, False),
    ],
)
def test_where_nobody_passed_the_approval_is_the_end(
    store: Store, clock: FixedClock, scores: dict[int, tuple[str, str]], goes_on: bool
) -> None:
    exam = prepared(Marking, store, clock)

    def under_way() -> tuple[bool, bool]:
        with store.reading() as work:
            jobs = work.issuing.unfinished, work.settlements.unsettled
            listed = [exam.batch.id in job(0, 10) for job in jobs]
        return listed[0], listed[1]

    for place, marks in scores.items():
        exam.score(place, *marks)
    exam.confirm()
    assert under_way() == (True, False)
    approve(exam)
    assert under_way() == (goes_on, goes_on)
    with store.reading() as work:
        assert bool(outcomes.passed(work, exam.batch.id)) is goes_on


def test_only_the_centre_issues_and_only_what_it_released(
    one: Released, store: Store, clock: FixedClock
) -> None:
    batch = one.batch.id
    assert refused(store, one.station, "begin", batch) == ["not-your-role"]
    assert refused(store, one.officer, "begin", batch) == ["not-your-role"]
    assert refused(store, one.centre, "issue_some", batch) == ["certificates-not-begun"]
    with store.reading(one.centre) as work:
        assert [each.batch for each in work.issuing.waiting()] == [batch]


def test_without_the_application_nothing_is_issued(store: Store, clock: FixedClock) -> None:
    one = prepared(Qualified, store, clock)
    assert refused(store, tree.hold(store, Role.CENTRE_OFFICER, CENTRE), "begin", one.batch.id) == [
        "certificates-not-released"
    ]


# --- numbers ---


def test_a_skill_level_number_begins_with_the_code_of_the_nearest_institution(
    one: Released, store: Store
) -> None:
    day = date(2026, 9, 18)
    with store.writing(one.centre) as work:
        numbers = work.certificate_series
        with pytest.raises(NotPossible, match="issuer-code-missing"):
            numbers.of(Programme.SKILL_LEVEL, HAMI, Level.FOUR, day)
        numbers.set_issuer_code(CENTRE, read_issuer("S000011000001"))
        numbers.set_issuer_code(HAMI, read_issuer("s0000 65 000102"))
        own = numbers.of(Programme.SKILL_LEVEL, HAMI, Level.FOUR, day)
        above = numbers.of(Programme.SKILL_LEVEL, CHANGZHOU, Level.FOUR, day)
        assert numbers.take(own, 2) == ("S000065000102264000001", "S000065000102264000002")
        assert numbers.take(above, 1) == ("S000011000001264000001",)
    with pytest.raises(NotPossible, match="not-your-role"), store.writing(one.officer) as work:
        work.certificate_series.set_issuer_code(MANAGEMENT, read_issuer("S000011000001"))


def test_a_series_that_is_full_says_so_and_takes_nothing(store: Store) -> None:
    nearly = Series(CertificateKind.CAPABILITY, CHANGZHOU, 2026, Level.FOUR, "YYSSSSSSSSLN")
    with store.writing() as work:
        assert len(work.certificate_series.take(nearly, 8)) == 8
        with pytest.raises(NotPossible, match="certificate-series-full"):
            work.certificate_series.take(nearly, 2)
        assert work.certificate_series.take(nearly, 1) == ("264928426749",)


@pytest.mark.parametrize(
    ("mark", "printed"), [("86", "86"), ("86.0", "86"), ("82.5", "82.5"), ("100", "100")]
)
def test_marks_are_printed_without_idle_zeros(mark: str, printed: str) -> None:
    assert printed_mark(Decimal(mark)) == printed


# --- the application ---


def test_what_stands_against_an_application_is_said_for_each_batch(
    store: Store, clock: FixedClock
) -> None:
    one = prepared(Qualified, store, clock)
    with pytest.raises(NotPossible) as refusal, store.writing(one.officer) as work:
        work.certificate_applications.file([one.batch.id])
    assert [f.key for f in refusal.value.findings] == ["certificates-unsettled"]
    with store.reading(one.officer) as work:
        assert [b.id for b in work.certificate_applications.open()] == [one.batch.id]
        assert work.certificate_applications.ready() == ()


def test_a_rejected_application_leaves_its_batches_to_another(
    store: Store, clock: FixedClock
) -> None:
    class Rejected(Released):
        def decided(self, paper, kind=DecisionKind.REJECT):
            super().decided(paper, kind)

    one = Rejected(store, clock)
    with store.reading(one.officer) as work:
        assert [b.id for b in work.certificate_applications.ready()] == [one.batch.id]
        assert work.issuing.find(one.batch.id) is None
    paper = one.applied()
    with pytest.raises(NotPossible, match="certificates-applied"), store.writing(one.officer) as w:
        w.certificate_applications.file([one.batch.id])
    Released.decided(one, paper)
    assert one.issued() == [FIRST, SECOND]


# --- afterwards ---


def changed(one: Released, act: str, number: str, *args: object, **named: object) -> object:
    with one.store.writing(one.centre) as work:
        (held,) = work.certificate_changes.find(number)
        return getattr(work.certificate_changes, act)(held.id, *args, **named)


def history(one: Released, number: str) -> list[tuple[str, str, str]]:
    with one.store.reading(one.centre) as work:
        (held,) = work.certificate_changes.find(number)
        steps = work.certificate_changes.history(held.id)
        return [(step.kind.value, step.reason, step.other_number) for step in steps]


def test_printed_again_it_stays_as_it_is_and_revoked_it_says_so(one: Released) -> None:
    one.issued()
    changed(one, "print_again", FIRST, "邮寄丢失")
    with one.store.reading(one.centre) as work:
        (held,) = work.certificate_changes.find(FIRST)
    assert held.certificate.state is CertificateState.ISSUED
    changed(one, "revoke", FIRST, "成绩作废")
    with one.store.reading(one.centre) as work:
        (held,) = work.certificate_changes.find(FIRST)
    assert held.certificate.state is CertificateState.REVOKED
    assert held.certificate.changed_on == date(2026, 9, 18)
    assert history(one, FIRST) == [
        ("issued", "", ""),
        ("printed_again", "邮寄丢失", ""),
        ("revoked", "成绩作废", ""),
    ]
    with pytest.raises(NotPossible, match="certificate-not-valid"):
        changed(one, "reissue", FIRST, "再补一本")
    with one.store.reading(one.officer) as work:
        assert work.certificate_changes.find(FIRST) == ()
    with pytest.raises(NotPossible, match="not-yours"), one.store.writing(one.officer) as work:
        work.certificate_changes.revoke(held.id, "理由")


def test_replaced_it_names_the_new_one_which_counts_from_now_on(
    one: Released, clock: FixedClock
) -> None:
    one.issued()
    clock.office = datetime(2026, 10, 8, 9, tzinfo=OFFICE_ZONE)
    changed(one, "reissue", SECOND, "姓名印错", name="王彊")
    new = THIRD
    with one.store.reading(one.centre) as work:
        (old,) = work.certificate_changes.find(SECOND)
        (fresh,) = work.certificate_changes.find(new)
        counting = [each.certificate.number for each in work.issuing.of(one.batch.id)]
        holders = {work.certificate_changes.holder(held.id) for held in (old, fresh)}
    assert old.certificate.state is CertificateState.REISSUED
    assert old.certificate.replaced_by == new
    assert (fresh.certificate.name, fresh.certificate.issued_on) == ("王彊", date(2026, 10, 8))
    assert fresh.certificate.state is CertificateState.ISSUED
    assert counting == [FIRST, new]
    assert len(holders) == 1
    assert history(one, SECOND)[-1] == ("reissued", "姓名印错", new)
    assert history(one, new) == [("issued", "姓名印错", SECOND)]
    assert one.issued() == counting


def test_of_two_officers_who_replace_one_only_one_does(one: Released) -> None:
    one.issued()

    def reissue(_: int) -> bool:
        try:
            changed(one, "reissue", FIRST, "印错")
        except NotPossible:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(reissue, range(2))) == [False, True]
    assert one.numbers() == [THIRD, SECOND]


def test_an_old_qualification_is_revoked_but_never_issued_anew(one: Released) -> None:
    number = "1249284267500001"
    with one.store.writing() as work:
        work.certificates.add(
            Certificate(
                kind=CertificateKind.OLD_QUALIFICATION,
                number=number,
                name="王强",
                id_number="11010519491231002X",
                unit_name="电焊工",
                level=Level.FIVE,
                level_text="五级/初级工",
                issued_on=date(2012, 3, 1),
            )
        )
    with pytest.raises(NotPossible, match="certificate-old-kind"):
        changed(one, "reissue", number, "遗失")
    changed(one, "revoke", number, "冒名")
