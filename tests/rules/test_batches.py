"""What a batch application is refused for, all reasons at once, and the windows that follow (R4)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from rules.batches import (
    AppliedBatch,
    AppliedItem,
    Assessor,
    LineFacts,
    begins_at,
    counts_from,
    findings,
    machinery_findings,
    opening_findings,
    windows,
)
from rules.candidates import CandidateType
from rules.catalogue import Level, Programme, Unit
from rules.deadlines import OFFICE
from rules.examiners import ExaminerKind
from rules.findings import Finding
from rules.licences import LicenceState, Permit
from rules.policy import Policy
from tests.plans import FITTER, PERMIT
from tests.store.office import MACHINIST, WELDER

STATION = "49284267"
JUNE, SEPTEMBER = date(2026, 6, 1), date(2026, 9, 1)
POLICY = Policy()


def assessor(number: int, **changes: object) -> Assessor:
    one = Assessor(
        person=number,
        called=f"王*国 KP26-{number:04}",
        station=STATION,
        kind=ExaminerKind.EXAMINER,
        trades=(WELDER.key, MACHINIST.key, FITTER.key),
        appointed_on=date(2026, 1, 1),
        last_day=date(2028, 12, 31),
    )
    return replace(one, **changes)


LINE = LineFacts(1, STATION, WELDER.key, Level.FOUR, free=True)
TEAM = (assessor(1), assessor(2), assessor(3))
ITEM = AppliedItem(unit=WELDER, level=Level.FOUR, people=40, line=LINE, has_leader=True, team=TEAM)
BATCH = AppliedBatch(
    station=STATION,
    programme=Programme.CAPABILITY,
    candidate_type=CandidateType.STUDENT,
    theory_on=SEPTEMBER,
    practice_on=SEPTEMBER,
    applied_on=JUNE,
    items=(ITEM,),
    venue="江苏省常州市武进区",
    contact="刘芳",
)


def keys(found: Iterable[Finding]) -> list[str]:
    return [finding.key for finding in found]


def refused(permit: Permit | None = PERMIT, **changes: object) -> list[str]:
    return keys(findings(replace(BATCH, **changes), permit, POLICY))


def item(**changes: object) -> list[str]:
    """What stands against the batch when its one item is like this."""
    return refused(items=(replace(ITEM, **changes),))


def team(*members: Assessor) -> list[str]:
    return item(team=members)


def test_a_complete_application_stands() -> None:
    assert refused() == []


class TestDates:
    @pytest.mark.parametrize(
        ("applied", "first"),
        [
            (date(2026, 6, 1), date(2026, 7, 1)),
            (date(2026, 1, 31), date(2026, 3, 2)),
            (date(2024, 1, 30), date(2024, 2, 29)),
            (date(2024, 2, 29), date(2024, 3, 30)),
            (date(2026, 12, 2), date(2027, 1, 1)),
        ],
    )
    def test_thirty_days_lie_between_application_and_exam(self, applied: date, first: date) -> None:
        valid = replace(PERMIT, valid_from=date(2024, 1, 1))
        day = timedelta(days=1)
        on = {"applied_on": applied}
        trained = (replace(ITEM, team=tuple(replace(a, appointed_on=applied) for a in TEAM)),)
        assert refused(valid, **on, items=trained, theory_on=first, practice_on=first) == []
        assert refused(valid, **on, items=trained, theory_on=first, practice_on=first - day) == [
            "exam-date-too-early"
        ]

    def test_the_earlier_of_the_two_days_counts(self) -> None:
        window = windows(SEPTEMBER, SEPTEMBER - timedelta(days=2))
        assert window.exam_on == date(2026, 8, 30)
        assert window.last_day == date(2026, 8, 19)
        assert window.closes_at == datetime(2026, 8, 20, tzinfo=OFFICE)
        assert window.papers_from == window.closes_at

    def test_an_exam_on_the_first_of_september_closes_with_the_twenty_first_of_august(
        self,
    ) -> None:
        window = windows(SEPTEMBER, SEPTEMBER)
        assert (window.last_day, window.closes_at.isoformat()) == (
            date(2026, 8, 21),
            "2026-08-22T00:00:00+08:00",
        )

    def test_the_exam_begins_with_its_first_part(self) -> None:
        first, second = (SEPTEMBER, "14:00"), (SEPTEMBER + timedelta(days=1), "08:00")
        assert begins_at(second, first) == datetime(2026, 9, 1, 14, tzinfo=OFFICE)
        assert begins_at((SEPTEMBER, "13:30"), (SEPTEMBER, "09:00")).hour == 9

    def test_it_is_not_opened_once_registration_would_be_closed(self) -> None:
        window = windows(SEPTEMBER, SEPTEMBER)
        last = datetime(2026, 8, 21, 23, 59, 59, tzinfo=OFFICE)
        assert keys(opening_findings(window, last)) == []
        late = keys(opening_findings(window, last + timedelta(seconds=1)))
        assert late == ["batch-closed-before-open"]

    @pytest.mark.parametrize(
        ("back", "again", "unchanged", "from_first"),
        [
            (date(2026, 6, 3), date(2026, 6, 8), True, True),
            (date(2026, 6, 3), date(2026, 6, 9), True, False),
            (date(2026, 6, 3), date(2026, 6, 3), False, False),
            (date(2026, 2, 27), date(2026, 3, 4), True, True),
        ],
    )
    def test_a_returned_application_keeps_its_day_for_five_days_with_the_exam_unchanged(
        self, back: date, again: date, *, unchanged: bool, from_first: bool
    ) -> None:
        first = date(2026, 1, 1)
        day = counts_from(first, back, again, exam_unchanged=unchanged, policy=POLICY)
        assert day == (first if from_first else again)


class TestLines:
    def test_without_items_there_is_no_batch(self) -> None:
        assert refused(items=()) == ["batch-without-lines"]

    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            (None, "plan-line-missing"),
            (replace(LINE, free=False), "plan-line-used"),
            (replace(LINE, station="49284299"), "plan-line-unfit"),
            (replace(LINE, unit=MACHINIST.key), "plan-line-unfit"),
            (replace(LINE, level=Level.FIVE), "plan-line-unfit"),
        ],
    )
    def test_an_item_stands_on_a_free_line_of_its_own(
        self, line: LineFacts | None, reason: str
    ) -> None:
        assert item(line=line) == [reason]

    @pytest.mark.parametrize(("people", "fits"), [(0, False), (1, True), (99, True), (100, False)])
    def test_a_line_carries_one_to_ninety_nine_people(self, people: int, *, fits: bool) -> None:
        assert item(people=people) == ([] if fits else ["line-size"])

    def test_a_line_is_used_once_in_a_batch_too(self) -> None:
        assert refused(items=(ITEM, ITEM)) == ["plan-line-twice"]
        assert refused(items=(ITEM, replace(ITEM, line=replace(LINE, id=2)))) == []

    def test_the_programmes_do_not_mix(self) -> None:
        line = replace(LINE, id=2, unit=FITTER.key, level=Level.FIVE)
        other = replace(ITEM, unit=FITTER, level=Level.FIVE, line=line)
        assert refused(items=(ITEM, other)) == ["programmes-mixed"]

    def test_a_level_that_is_switched_off_is_not_examined(self) -> None:
        permit = replace(PERMIT, units=tuple(replace(u, levels=tuple(Level)) for u in PERMIT.units))
        senior = tuple(replace(one, kind=ExaminerKind.SENIOR_EXAMINER) for one in TEAM)
        two = replace(ITEM, level=Level.TWO, line=replace(LINE, level=Level.TWO), team=senior)
        on = replace(POLICY, open_levels=tuple(Level))
        assert refused(permit, items=(two,)) == ["level-closed"]
        assert keys(findings(replace(BATCH, items=(two,)), permit, on)) == []


class TestTeams:
    def test_three_distinct_people_with_the_leader(self) -> None:
        assert team(*TEAM) == []
        assert team(*TEAM[:2]) == ["team-too-few"]
        assert team(TEAM[0], TEAM[1], replace(TEAM[1], called="again")) == ["team-too-few"]
        assert item(has_leader=False) == ["team-without-leader"]

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"station": "49284299"}, "team-other-station"),
            ({"appointed_on": SEPTEMBER + timedelta(days=1)}, "team-not-yet"),
            ({"last_day": SEPTEMBER - timedelta(days=1)}, "team-expired"),
            ({"trades": (MACHINIST.key,)}, "team-other-trade"),
            ({"trades": ((Programme.SKILL_LEVEL, WELDER.code),)}, "team-other-trade"),
            ({"kind": ExaminerKind.EXAM_MANAGER}, "team-level"),
        ],
    )
    def test_who_is_missing_what_is_named(self, changes: dict[str, object], reason: str) -> None:
        unfit = assessor(3, **changes)
        (found,) = findings(
            replace(BATCH, items=(replace(ITEM, team=(*TEAM[:2], unfit)),)), PERMIT, POLICY
        )
        assert (found.key, found.args["who"]) == (reason, "王*国 KP26-0003")

    def test_the_appointment_holds_on_the_first_and_on_the_last_day(self) -> None:
        days = {"appointed_on": SEPTEMBER, "last_day": SEPTEMBER + timedelta(days=1)}
        members = tuple(assessor(n, **days) for n in (1, 2, 3))
        two_days = {"practice_on": SEPTEMBER + timedelta(days=1)}
        assert refused(items=(replace(ITEM, team=members),), **two_days) == []
        longer = {"practice_on": SEPTEMBER + timedelta(days=2)}
        assert refused(items=(replace(ITEM, team=members),), **longer) == ["team-expired"] * 3

    def test_an_examiner_may_not_assess_level_two(self) -> None:
        permit = replace(PERMIT, units=tuple(replace(u, levels=tuple(Level)) for u in PERMIT.units))
        senior = replace(TEAM[0], kind=ExaminerKind.SENIOR_EXAMINER)
        line = replace(LINE, level=Level.TWO)
        two = replace(ITEM, level=Level.TWO, line=line, team=(senior, *TEAM[1:]))
        on = replace(POLICY, open_levels=tuple(Level))
        assert keys(findings(replace(BATCH, items=(two,)), permit, on)) == ["team-level"] * 2


class TestLicence:
    @pytest.mark.parametrize(
        ("changes", "reasons"),
        [
            ({"state": LicenceState.SUSPENDED}, ["licence-suspended"]),
            ({"valid_until": SEPTEMBER - timedelta(days=1)}, ["licence-expired"]),
            ({"valid_from": SEPTEMBER + timedelta(days=1)}, ["licence-not-yet"]),
            ({"units": PERMIT.units[1:]}, ["outside-licence"]),
            ({"region": "江苏省南京市"}, ["venue-outside-licence"]),
            ({"region": "江苏省"}, []),
        ],
    )
    def test_it_holds_on_the_exam_day_and_covers_trade_level_and_venue(
        self, changes: dict[str, object], reasons: list[str]
    ) -> None:
        assert refused(replace(PERMIT, **changes)) == reasons

    def test_it_holds_on_the_later_day_as_well(self) -> None:
        permit = replace(PERMIT, valid_until=SEPTEMBER)
        assert refused(permit) == []
        assert refused(permit, practice_on=SEPTEMBER + timedelta(days=1)) == ["licence-expired"]

    def test_without_one_nothing_is_examined(self) -> None:
        assert refused(None) == ["no-licence"]


def machine(name: str, occupation: str = "JX05-03-01") -> Unit:
    code = f"{occupation}-01"
    return Unit(Programme.CAPABILITY, occupation, "操作工", code, name, tuple(Level), True)


@pytest.mark.parametrize(
    ("names", "mixed"),
    [
        (["土方机械操作工(挖掘机)", "土方机械操作工(装载机)"], False),
        (["土方机械操作工(挖掘机)", "起重机械操作工(塔式起重机)"], True),
        (["土方机械操作工(挖掘机)", "市政环卫机械操作工"], True),
        (["土方机械操作工(挖掘机)"], False),
    ],
)
def test_a_batch_stays_within_one_class_of_construction_machinery(
    names: list[str], *, mixed: bool
) -> None:
    units = [*(machine(name) for name in names), WELDER]
    assert keys(machinery_findings(units)) == (["batch-machinery-classes"] if mixed else [])


def test_everything_missing_is_named_at_once() -> None:
    bad = replace(ITEM, people=100, line=replace(LINE, free=False), team=TEAM[:1])
    worst = {"theory_on": date(2026, 6, 30), "items": (bad,), "venue": " ", "contact": ""}
    assert set(refused(replace(PERMIT, state=LicenceState.SUSPENDED), **worst)) == {
        "exam-date-too-early",
        "line-size",
        "plan-line-used",
        "team-too-few",
        "licence-suspended",
        "batch-venue-missing",
        "batch-contact-missing",
    }


def test_no_reason_tells_a_name_in_full() -> None:
    unfit = assessor(1, station="49284299", last_day=JUNE, trades=())
    for finding in findings(replace(BATCH, items=(replace(ITEM, team=(unfit,)),)), PERMIT, POLICY):
        assert "王建国" not in str(finding.args)
        assert finding.rule
