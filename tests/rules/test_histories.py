"""R3.4, R5.1: histories of study and work, seen on 2026-10-01."""

from dataclasses import replace
from datetime import date

import pytest

from rules.candidates import Schooling
from rules.histories import StudyEntry, WorkEntry, study_findings, work_findings

TODAY = date(2026, 10, 1)
BORN = date(2008, 3, 4)
SCHOOL = "哈密职业技术学校"
MIDDLE = StudyEntry(
    date(2020, 9, 1), date(2023, 6, 20), "哈密第四中学", Schooling.JUNIOR_MIDDLE, "三(2)班"
)
VOCATIONAL = StudyEntry(date(2023, 9, 1), None, SCHOOL, Schooling.SECONDARY_VOCATIONAL, "机电班")


def study(*entries: StudyEntry, school: str = SCHOOL) -> list[str]:
    return [finding.key for finding in study_findings(entries, school, BORN, TODAY)]


def work(*entries: WorkEntry) -> list[str]:
    return [finding.key for finding in work_findings(entries, BORN, TODAY)]


def test_an_unbroken_history_from_junior_middle_school_to_the_present_school_is_right():
    """R3.4, G§4.3(3)"""
    assert study(MIDDLE, VOCATIONAL) == []


def test_the_order_of_typing_does_not_matter():
    """R3.4"""
    assert study(VOCATIONAL, MIDDLE) == []


def test_a_student_without_history_is_asked_for_it():
    """R3.4"""
    assert study() == ["study-missing"]


def test_a_history_may_begin_with_primary_school():
    """R3.4: from junior middle school on at the latest."""
    primary = StudyEntry(date(2014, 9, 1), date(2020, 6, 20), "小学", Schooling.PRIMARY)
    assert study(primary, MIDDLE, VOCATIONAL) == []


@pytest.mark.parametrize("stage", [Schooling.HIGH_SCHOOL, Schooling.SECONDARY_VOCATIONAL, None])
def test_a_history_that_begins_after_junior_middle_school_is_incomplete(stage):
    """R3.4, G§4.7(2)"""
    assert study(replace(VOCATIONAL, stage=stage)) == ["study-starts-too-late"]


@pytest.mark.parametrize(
    ("left", "entered", "findings"),
    [
        (date(2023, 6, 20), date(2023, 10, 20), []),
        (date(2023, 6, 20), date(2023, 10, 21), ["study-gap"]),
        (date(2023, 9, 1), date(2023, 9, 1), []),
        (date(2023, 9, 2), date(2023, 9, 1), ["study-overlap"]),
        (None, date(2023, 9, 1), ["study-overlap"]),
    ],
)
def test_between_two_schools_lies_a_summer_and_no_more(left, entered, findings):
    """R3.4: unbroken, one school at a time."""
    assert study(replace(MIDDLE, until=left), replace(VOCATIONAL, since=entered)) == findings


def test_a_gap_names_the_entries_as_they_stand_on_the_form():
    """R4.9"""
    entries = (replace(VOCATIONAL, since=date(2024, 9, 1)), MIDDLE)
    (finding,) = study_findings(entries, SCHOOL, BORN, TODAY)
    assert (finding.args["first"], finding.args["second"]) == (2, 1)
    assert (finding.args["since"], finding.args["until"]) == ("2023-06", "2024-09")
    assert finding.box == "study"


def test_the_last_school_must_be_the_present_one():
    """R3.4; names compare as R1.8 says"""
    assert study(MIDDLE, VOCATIONAL, school="另一所学校") == ["study-ends-elsewhere"]
    assert study(MIDDLE, VOCATIONAL, school=" 哈密 职业技术学校") == []


@pytest.mark.parametrize(
    ("until", "findings"),
    [
        (date(2026, 9, 30), ["study-ends-elsewhere"]),
        (date(2026, 10, 1), []),
        (date(2027, 7, 1), []),
    ],
)
def test_the_present_school_has_not_ended(until, findings):
    """R3.4"""
    assert study(MIDDLE, replace(VOCATIONAL, until=until)) == findings


def test_reversed_study_dates_are_named_alone():
    """R3.4: gaps mean nothing while a date is wrong."""
    reversed_dates = replace(MIDDLE, since=date(2023, 9, 1), until=date(2020, 6, 20))
    assert study(reversed_dates, VOCATIONAL) == ["study-reversed"]


def test_every_impossible_date_is_named_at_once():
    """R4.9"""
    unborn = replace(MIDDLE, since=BORN)
    ahead = replace(VOCATIONAL, since=date(2026, 10, 2))
    assert study(unborn, ahead) == ["study-before-birth", "study-future"]


def test_several_jobs_at_a_time_are_allowed():
    """R5.1"""
    assert work(WorkEntry(date(2024, 1, 1)), WorkEntry(date(2025, 1, 1), TODAY)) == []


@pytest.mark.parametrize(
    ("since", "until", "findings"),
    [
        (date(2024, 1, 1), date(2024, 1, 1), []),
        (date(2024, 1, 2), date(2024, 1, 1), ["work-reversed"]),
        (date(2026, 10, 1), None, []),
        (date(2026, 10, 2), None, ["work-future"]),
        (date(2026, 10, 2), date(2026, 10, 1), ["work-reversed", "work-future"]),
        (date(2024, 1, 1), date(2026, 10, 2), ["work-future"]),
        (date(2026, 10, 2), date(2026, 12, 1), ["work-future"]),
        (date(2008, 3, 4), None, ["work-before-birth"]),
    ],
)
def test_a_job_has_begun_and_ends_after_its_beginning(since, until, findings):
    """R5.1"""
    assert work(WorkEntry(since, until)) == findings


def test_no_job_at_all_is_no_fault_of_the_history():
    """R5.1"""
    assert work() == []
