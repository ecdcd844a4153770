"""What holds a roster up, said all at once (R4.3, R5.7, R6.5)."""

from dataclasses import replace
from datetime import datetime, timedelta

from rules.deadlines import OFFICE
from rules.findings import Finding
from rules.registration import RegistrationState
from rules.rosters import RosterFacts, Standing, roster_findings

CLOSES = datetime(2026, 8, 22, tzinfo=OFFICE)
BEFORE = CLOSES - timedelta(seconds=1)
READY = Standing("26-0001-0001", RegistrationState.APPROVED)
FACTS = RosterFacts(CLOSES, (READY,))


def keys(facts: RosterFacts, now: datetime = BEFORE) -> list[str]:
    return [finding.key for finding in roster_findings(facts, now)]


def test_who_is_approved_is_all_it_takes() -> None:
    assert keys(FACTS) == []


def test_the_last_second_counts_and_midnight_is_too_late() -> None:
    assert keys(FACTS, CLOSES - timedelta(microseconds=1)) == []
    (late,) = roster_findings(FACTS, CLOSES)
    assert (late.key, late.rule, str(late.args["last"])) == ("roster-closed", "R4.3", "2026-08-21")


def test_who_was_rejected_holds_nothing_up_and_is_nobody_to_examine() -> None:
    rejected = Standing("26-0001-0002", RegistrationState.REJECTED)
    assert keys(replace(FACTS, everybody=(READY, rejected))) == []
    assert keys(replace(FACTS, everybody=(rejected,))) == ["roster-empty"]
    assert keys(replace(FACTS, everybody=())) == ["roster-empty"]


def test_every_registration_that_is_not_ready_is_named_by_its_number_and_state() -> None:
    states = (
        RegistrationState.SUBMITTED,
        RegistrationState.RETURNED,
        RegistrationState.COMPLETE,
        RegistrationState.SUBMITTED,
    )
    others = [Standing(f"26-0001-000{n}", state) for n, state in enumerate(states, start=2)]
    found = list(roster_findings(replace(FACTS, everybody=(READY, *others)), BEFORE))
    told = {str(one.args["state"]): one.args["numbers"] for one in found}
    assert told == {
        "complete": ("26-0001-0004",),
        "returned": ("26-0001-0003",),
        "submitted": ("26-0001-0002", "26-0001-0005"),
    }
    assert {one.key for one in found} == {"roster-incomplete"}


def test_time_people_and_papers_are_said_together() -> None:
    waiting = Standing("26-0001-0002", RegistrationState.COMPLETE)
    paper = Finding("exam-paper-missing", "R6.5")
    facts = RosterFacts(CLOSES, (READY, waiting), (paper,))
    assert keys(facts, CLOSES) == ["roster-closed", "roster-incomplete", "exam-paper-missing"]
