"""R3: who may apply for which level, each boundary on the exam date 2026-12-20."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rules.candidates import CandidateType, Schooling, Title
from rules.catalogue import Level
from rules.certificates import CertificateKind
from rules.conditions import national_conditions, school_set
from rules.eligibility import Explanation, Verdict, conditions_for, explain
from rules.policy import BirthYears, Policy
from rules.profile import Diploma, HeldCertificate, HeldTitle, Profile, WorkPeriod
from tests.rules.units import ALL_LEVELS, ENGINEER, LOST, MACHINIST, WELDER

EXAM = date(2026, 12, 20)
POLICY = Policy()
ALL_OPEN = Policy(open_levels=ALL_LEVELS)
MET, NEEDS_PROOF, NOT_MET = Verdict.MET, Verdict.NEEDS_PROOF, Verdict.NOT_MET

NOBODY = Profile(born=date(1990, 1, 1))
STUDENT = Profile(
    born=date(2008, 3, 4),
    schooling=Schooling.SECONDARY_VOCATIONAL,
    school="哈密职业技术学校",
    enrolled_on=date(2024, 9, 1),
    class_hours=400,
)


def years_before(years: int, *, days: int = 0) -> date:
    return EXAM.replace(year=EXAM.year - years) + timedelta(days=days)


def work(years: int, *, days: int = 0, related: bool | None = True) -> tuple[WorkPeriod, ...]:
    """A running job that is `years` old on the exam date, `days` later begun."""
    return (WorkPeriod(years_before(years, days=days), related=related),)


def certificate(
    level: Level, years: int = 1, *, days: int = 0, related: bool | None = True
) -> tuple[HeldCertificate, ...]:
    issued = years_before(years, days=days)
    return (HeldCertificate(level, issued, CertificateKind.CAPABILITY, related=related),)


def title(kind: Title, years: int, *, days: int = 0) -> tuple[HeldTitle, ...]:
    return (HeldTitle(kind, years_before(years, days=days), related=True),)


def explained(
    profile: Profile,
    level: Level,
    candidate_type: CandidateType = CandidateType.EMPLOYED,
    policy: Policy = ALL_OPEN,
) -> Explanation:
    return explain(profile, WELDER, level, candidate_type, EXAM, policy)


def verdicts(explanation: Explanation) -> dict[str, Verdict]:
    return {result.condition.id: result.verdict for result in explanation.conditions}


def met(profile: Profile, condition: str, policy: Policy = ALL_OPEN) -> Verdict:
    level = Level(int(condition[0]))
    return verdicts(explained(profile, level, policy=policy))[condition]


# What is printed


@pytest.mark.parametrize(("level", "count"), [(5, 2), (4, 3), (3, 6), (2, 5), (1, 3)])
def test_every_level_has_its_printed_number_of_conditions(level, count):
    """R3.1, G§4.3(2)"""
    ids = [condition.id for condition in national_conditions(WELDER.code, Level(level))]
    assert ids == [f"{level}.{n}" for n in range(1, count + 1)]


def test_every_condition_names_its_clause():
    """R3.5"""
    clauses = [c.clause for level in ALL_LEVELS for c in national_conditions(WELDER.code, level)]
    assert "G§4.3(2) 四级(2)" in clauses
    assert "人社厅发〔2023〕31号 二级(5)" in clauses
    assert len(set(clauses)) == len(clauses)
    assert school_set(WELDER.code, Level.FOUR).clause == "G§4.3(1) 1)"
    assert school_set(WELDER.code, Level.THREE).clause == "G§4.3(1) 2)"


def test_industrial_engineering_has_no_conditions_and_is_closed():
    """R3.1: its sets are empty until an officer fills them, whatever levels are open."""
    for level in ENGINEER.levels:
        for candidate_type in CandidateType:
            assert conditions_for(ENGINEER, level, candidate_type, ALL_OPEN) == ()
    student = explain(STUDENT, ENGINEER, Level.THREE, CandidateType.STUDENT, EXAM, ALL_OPEN)
    assert [finding.key for finding in student.closed] == ["level-closed"]
    assert student.nearest is None


# Age


@pytest.mark.parametrize("candidate_type", list(CandidateType))
@pytest.mark.parametrize(
    ("born", "verdict", "opens_on"),
    [
        (date(2010, 12, 20), MET, None),
        (date(2010, 12, 21), NOT_MET, date(2026, 12, 21)),
    ],
)
def test_sixteen_is_reached_on_the_exam_date_or_not_at_all(born, candidate_type, verdict, opens_on):
    """R3.3, G§4.3(2) 五级(1)"""
    explanation = explained(Profile(born=born), Level.FIVE, candidate_type)
    assert verdicts(explanation)["5.1"] is verdict
    assert explanation.opens_on == opens_on


@pytest.mark.parametrize("level", ALL_LEVELS)
def test_the_age_floor_is_part_of_every_condition(level):
    """R3.3"""
    conditions = [*national_conditions(WELDER.code, level), school_set(WELDER.code, level)]
    for condition in filter(None, conditions):
        assert [need.key for need in condition.needs].count("need-age") == 1


def test_the_age_floor_is_policy():
    """R3.3"""
    policy = replace(ALL_OPEN, min_age=18)
    assert met(Profile(born=date(2008, 12, 20)), "5.1", policy) is MET
    assert met(Profile(born=date(2008, 12, 21)), "5.1", policy) is NOT_MET


# Work, certificates, titles: one boundary for every printed figure


@pytest.mark.parametrize(("condition", "years"), [("4.1", 5), ("3.1", 10)])
def test_cumulative_years_are_full_on_the_same_day(condition, years):
    """R3.1, G§4.3(2) 四级(1), 三级(1)"""
    assert met(replace(NOBODY, work=work(years)), condition) is MET
    assert met(replace(NOBODY, work=work(years, days=1)), condition) is NOT_MET


@pytest.mark.parametrize(
    ("condition", "held", "years"), [("4.2", 5, 3), ("3.2", 4, 4), ("2.1", 3, 5), ("1.1", 2, 5)]
)
def test_years_after_a_certificate_count_from_its_date(condition, held, years):
    """R3.1, G§4.3(2) 四级(2), 三级(2); 2023 edition 二级(1), 一级(1)"""
    long = replace(NOBODY, work=work(20))
    level = Level(held)
    assert met(replace(long, certificates=certificate(level, years)), condition) is MET
    late = certificate(level, years, days=1)
    assert met(replace(long, certificates=late), condition) is NOT_MET
    assert met(replace(NOBODY, certificates=certificate(level, years)), condition) is NOT_MET
    lower = [certificate(Level(held + 1), years)] if held < 5 else []
    for held_lower in lower:
        assert met(replace(long, certificates=held_lower), condition) is NOT_MET


@pytest.mark.parametrize(
    ("condition", "kind", "years"),
    [("3.3", Title.JUNIOR, 1), ("2.3", Title.INTERMEDIATE, 1), ("1.3", Title.SENIOR, 1)],
)
def test_years_after_a_title_count_from_its_date(condition, kind, years):
    """R3.1, G§4.3(2) 三级(3); 2023 edition 二级(3), 一级(3)"""
    long = replace(NOBODY, work=work(20))
    assert met(replace(long, titles=title(kind, years)), condition) is MET
    assert met(replace(long, titles=title(kind, years, days=1)), condition) is NOT_MET
    assert met(replace(NOBODY, titles=title(kind, years)), condition) is NOT_MET


@pytest.mark.parametrize(
    ("condition", "kind", "held"),
    [("2.2", Title.JUNIOR, Level.THREE), ("1.2", Title.INTERMEDIATE, Level.TWO)],
)
def test_title_and_certificate_conditions_want_both_spans(condition, kind, held):
    """R3.1, 2023 edition 二级(2), 一级(2): five years after the title, one after the certificate."""
    both = replace(NOBODY, work=work(20), titles=title(kind, 5), certificates=certificate(held, 1))
    assert met(both, condition) is MET
    assert met(replace(both, titles=title(kind, 5, days=1)), condition) is NOT_MET
    assert met(replace(both, certificates=certificate(held, 1, days=1)), condition) is NOT_MET


def test_a_lower_title_does_not_stand_for_a_higher():
    """R3.1"""
    holder = replace(NOBODY, work=work(20), titles=title(Title.JUNIOR, 10))
    assert met(holder, "2.3") is NOT_MET


def test_a_higher_certificate_or_title_stands_for_the_lower():
    """R3.1"""
    holder = replace(NOBODY, work=work(20), certificates=certificate(Level.THREE, 4))
    assert met(holder, "4.2") is MET
    assert met(holder, "3.2") is MET
    assert met(replace(NOBODY, work=work(20), titles=title(Title.SENIOR, 1)), "3.3") is MET


@pytest.mark.parametrize("kind", list(CertificateKind))
def test_a_certificate_of_any_kind_counts(kind):
    """R1.2"""
    held = (HeldCertificate(Level.FIVE, years_before(3), kind, related=True),)
    assert met(replace(NOBODY, work=work(3), certificates=held), "4.2") is MET


def test_the_graduate_of_a_senior_technical_school_needs_certificate_diploma_and_two_years():
    """R3.1, 2023 edition 二级(4)"""
    graduate = replace(
        NOBODY,
        work=work(2),
        certificates=certificate(Level.THREE),
        diplomas=(Diploma(Schooling.SENIOR_TECHNICAL, related=True),),
    )
    assert met(graduate, "2.4") is MET
    assert met(replace(graduate, work=work(2, days=1)), "2.4") is NOT_MET
    assert met(replace(graduate, certificates=certificate(Level.FOUR)), "2.4") is NOT_MET
    assert met(replace(graduate, diplomas=()), "2.4") is NOT_MET
    final_year = replace(
        graduate, diplomas=(), schooling=Schooling.SENIOR_TECHNICAL, graduating=True
    )
    assert met(final_year, "2.4") is NOT_MET, "printed for graduates, without 应届毕业生"


def test_a_student_of_the_technician_class_needs_the_certificate_for_two_years():
    """R3.1, 2023 edition 二级(5)"""
    student = replace(
        NOBODY, schooling=Schooling.TECHNICIAN_CLASS, certificates=certificate(Level.THREE, 2)
    )
    assert met(student, "2.5") is MET
    late = replace(student, certificates=certificate(Level.THREE, 2, days=1))
    assert met(late, "2.5") is NOT_MET
    assert met(replace(student, schooling=Schooling.SENIOR_TECHNICAL), "2.5") is NOT_MET


def test_working_in_the_occupation_needs_work_that_has_begun():
    """R3.1, G§4.3(2) 五级(2)"""
    assert met(NOBODY, "5.2") is NOT_MET
    assert met(replace(NOBODY, work=work(0)), "5.2") is MET
    assert met(replace(NOBODY, work=work(0, days=1)), "5.2") is NOT_MET


# Diplomas


@pytest.mark.parametrize(
    ("condition", "enough", "too_little"),
    [
        ("4.3", Schooling.SECONDARY_VOCATIONAL, Schooling.HIGH_SCHOOL),
        ("4.3", Schooling.BACHELOR, Schooling.JUNIOR_MIDDLE),
        ("3.4", Schooling.SENIOR_TECHNICAL, Schooling.SECONDARY_VOCATIONAL),
        ("3.4", Schooling.TECHNICIAN_CLASS, Schooling.COLLEGE),
    ],
)
def test_a_diploma_of_the_printed_kind_or_the_final_year_opens_the_level(
    condition, enough, too_little
):
    """R3.1, G§4.3(2) 四级(3), 三级(4), 含在读应届毕业生"""
    assert met(replace(NOBODY, diplomas=(Diploma(enough, related=True),)), condition) is MET
    lower = replace(NOBODY, diplomas=(Diploma(too_little, related=True),))
    assert met(lower, condition) is NOT_MET
    final_year = replace(NOBODY, schooling=enough, graduating=True, major_matches=True)
    assert met(final_year, condition) is MET
    assert met(replace(final_year, graduating=False), condition) is NOT_MET


def test_level_three_by_certificate_and_college_needs_both():
    """R3.1, G§4.3(2) 三级(5)"""
    both = replace(
        NOBODY,
        certificates=certificate(Level.FOUR, 0),
        diplomas=(Diploma(Schooling.COLLEGE, related=True),),
    )
    assert met(both, "3.5") is MET
    assert met(replace(both, certificates=()), "3.5") is NOT_MET
    assert met(replace(both, certificates=certificate(Level.FOUR, 0, days=1)), "3.5") is NOT_MET
    senior_class = (Diploma(Schooling.SENIOR_TECHNICAL, related=True),)
    assert met(replace(both, diplomas=senior_class), "3.5") is NOT_MET


def test_only_a_college_on_the_officers_list_opens_level_three_by_itself():
    """R3.1, G§4.3(2) 三级(6); names compare as R1.8 says"""
    policy = replace(ALL_OPEN, assessed_schools=("新疆职业大学（昌吉）",))
    graduate = replace(
        NOBODY, diplomas=(Diploma(Schooling.COLLEGE, "新疆职业大学 (昌吉)", related=True),)
    )
    assert met(graduate, "3.6", policy) is MET
    assert met(graduate, "3.6") is NOT_MET
    elsewhere = (Diploma(Schooling.COLLEGE, "哈密职业技术学院", related=True),)
    assert met(replace(graduate, diplomas=elsewhere), "3.6", policy) is NOT_MET
    final_year = replace(
        NOBODY,
        schooling=Schooling.BACHELOR,
        school="新疆职业大学（昌吉）",
        graduating=True,
        major_matches=True,
    )
    assert met(final_year, "3.6", policy) is MET


# What the reviewer confirms


@pytest.mark.parametrize(
    ("related", "verdict"), [(True, MET), (None, NEEDS_PROOF), (False, NOT_MET)]
)
def test_whether_work_papers_and_major_belong_to_the_occupation_is_the_reviewers_word(
    related, verdict
):
    """R3.1, R3.5: claimed is needs proof, confirmed is met, refused is not met."""
    assert met(replace(NOBODY, work=work(5, related=related)), "4.1") is verdict
    papers = replace(NOBODY, work=work(9), certificates=certificate(Level.FIVE, 3, related=related))
    assert met(papers, "4.2") is verdict
    diploma = Diploma(Schooling.COLLEGE, related=related)
    assert met(replace(NOBODY, diplomas=(diploma,)), "4.3") is verdict
    student = replace(STUDENT, graduating=True, major_matches=related)
    assert met(student, "4.3") is verdict
    holder = HeldTitle(Title.JUNIOR, years_before(1), related=related)
    assert met(replace(NOBODY, work=work(1), titles=(holder,)), "3.3") is verdict


def test_confirmed_years_that_suffice_need_no_proof_of_further_claims():
    """R3.1"""
    jobs = (*work(5), *work(12, related=None))
    assert met(replace(NOBODY, work=jobs), "4.1") is MET
    assert met(replace(NOBODY, work=jobs), "3.1") is NEEDS_PROOF


# The school set


def at_school(profile: Profile, level: Level = Level.FOUR, policy: Policy = POLICY) -> Explanation:
    return explained(profile, level, CandidateType.STUDENT, policy)


def needs(explanation: Explanation) -> dict[str, Verdict]:
    (condition,) = explanation.conditions
    return {result.finding.key: result.verdict for result in condition.needs}


def test_a_student_who_meets_the_whole_school_set_may_apply_for_level_four():
    """R3.2, G§4.3(1) 1)"""
    explanation = at_school(STUDENT)
    assert verdicts(explanation) == {"school-4": MET}
    assert explanation.nearest is Level.FOUR


@pytest.mark.parametrize(
    ("change", "need"),
    [
        ({"class_hours": 399}, "need-class-hours"),
        ({"class_hours": None}, "need-class-hours"),
        ({"schooling": Schooling.HIGH_SCHOOL}, "need-schooling"),
        ({"schooling": None}, "need-schooling"),
        ({"born": date(2004, 12, 31)}, "need-birth-year"),
        ({"born": date(2010, 1, 1)}, "need-birth-year"),
        ({"enrolled_on": date(2024, 12, 21)}, "need-years-in-school"),
        ({"enrolled_on": None}, "need-years-in-school"),
    ],
)
def test_one_missing_part_of_the_school_set_closes_level_four(change, need):
    """R3.2: all of it is the condition."""
    explanation = at_school(replace(STUDENT, **change))
    assert explanation.verdict is NOT_MET
    assert {key for key, verdict in needs(explanation).items() if verdict is NOT_MET} == {need}
    assert explanation.nearest is Level.FIVE


@pytest.mark.parametrize(
    "change",
    [
        {"class_hours": 401},
        {"born": date(2005, 1, 1)},
        {"born": date(2009, 12, 31)},
        {"enrolled_on": date(2024, 12, 20)},
        {"schooling": Schooling.TECHNICIAN_CLASS},
        {"schooling": Schooling.BACHELOR},
    ],
)
def test_the_edges_of_the_school_set_are_inside(change):
    """R3.2"""
    assert at_school(replace(STUDENT, **change)).verdict is MET


@pytest.mark.parametrize(
    ("schooling", "verdict"),
    [
        (Schooling.COLLEGE, MET),
        (Schooling.BACHELOR, MET),
        (Schooling.SECONDARY_VOCATIONAL, NOT_MET),
        (Schooling.HIGH_SCHOOL, NOT_MET),
    ],
)
def test_level_three_wants_a_college(schooling, verdict):
    """R3.2, G§4.3(1) 2)"""
    policy = Policy(student_birth_years=(BirthYears(Level.THREE, 2003, 2009),))
    student = replace(STUDENT, schooling=schooling)
    assert at_school(student, Level.THREE, policy).verdict is verdict


@pytest.mark.parametrize("born", [1999, 2004, 2005, 2010])
def test_the_reversed_range_of_level_three_warns_and_never_blocks(born):
    """R3.2, G§4.3(1) 2): printed 2005–2004, neither swapped nor believed."""
    student = replace(STUDENT, born=date(born, 1, 1), schooling=Schooling.COLLEGE)
    explanation = at_school(student, Level.THREE)
    assert needs(explanation)["need-birth-year"] is NEEDS_PROOF
    warning = next(w for w in explanation.warnings if w.key == "birth-years-reversed")
    assert (warning.args["first"], warning.args["last"]) == (2005, 2004)


def test_a_missing_range_warns_and_never_blocks():
    """R3.2"""
    explanation = at_school(STUDENT, policy=Policy(student_birth_years=()))
    assert explanation.verdict is NEEDS_PROOF
    assert "birth-years-not-set" in [warning.key for warning in explanation.warnings]


def test_a_good_range_gives_no_warning():
    """R3.2; what is always compared with the student card stays (R3.4)."""
    assert [warning.key for warning in at_school(STUDENT).warnings] == [
        "confirm-school-and-major",
        "confirm-enrolment-as-on-student-card",
    ]


def test_others_than_students_give_the_reviewer_no_school_to_compare():
    """R3.4"""
    assert explained(replace(NOBODY, work=work(5)), Level.FOUR).warnings == ()


def test_ordinary_conditions_do_not_replace_the_school_set():
    """R3.2: for students at levels 4 and 3 the set is the condition."""
    veteran = replace(STUDENT, class_hours=0, work=work(12), graduating=True, major_matches=True)
    assert at_school(veteran).verdict is NOT_MET


def test_level_five_is_the_ordinary_list_for_students():
    """R3.2"""
    ids = [c.id for c in conditions_for(WELDER, Level.FIVE, CandidateType.STUDENT, POLICY)]
    assert ids == ["5.1", "5.2"]


@pytest.mark.parametrize("candidate_type", [CandidateType.EMPLOYED, CandidateType.SOCIAL])
def test_the_school_set_is_for_students_only(candidate_type):
    """R3.2"""
    ids = [c.id for c in conditions_for(WELDER, Level.FOUR, candidate_type, POLICY)]
    assert ids == ["4.1", "4.2", "4.3"]
    assert explained(STUDENT, Level.FOUR, candidate_type).verdict is NOT_MET


def test_with_also_national_condition_a_student_meets_both():
    """R3.2 ⚙"""
    policy = Policy(also_national_condition=True)
    assert verdicts(at_school(STUDENT, policy=policy)) == {
        "school-4+4.1": NOT_MET,
        "school-4+4.2": NOT_MET,
        "school-4+4.3": NOT_MET,
    }
    final_year = replace(STUDENT, graduating=True, major_matches=True)
    assert verdicts(at_school(final_year, policy=policy))["school-4+4.3"] is MET
    untrained = replace(final_year, class_hours=399)
    assert at_school(untrained, policy=policy).verdict is NOT_MET


# The third-year exception


@pytest.mark.parametrize(
    ("enrolled_on", "leaves", "verdict"),
    [
        (date(2025, 6, 20), True, NEEDS_PROOF),
        (date(2025, 6, 21), True, NOT_MET),
        (date(2025, 6, 20), False, NOT_MET),
        (date(2024, 12, 21), True, NEEDS_PROOF),
        (date(2024, 12, 20), True, MET),
    ],
)
def test_a_student_leaving_for_practice_may_apply_after_eighteen_months(
    enrolled_on, leaves, verdict
):
    """R3.3, G§4.7(4): the station confirms it."""
    student = replace(STUDENT, enrolled_on=enrolled_on, leaves_for_practice=leaves)
    explanation = at_school(student)
    assert explanation.verdict is verdict
    warned = "confirm-practice" in [warning.key for warning in explanation.warnings]
    assert warned is (verdict is NEEDS_PROOF)


# The whole answer


def test_what_is_missing_is_explained_with_figures_and_clause():
    """R3.5"""
    (condition,) = at_school(replace(STUDENT, class_hours=360)).conditions
    (missing,) = condition.missing
    assert missing.finding.args == {"hours": 400, "has": 360}
    assert missing.finding.rule == "G§4.3(1) 1)"
    assert missing.finding.box == "class_hours"


def test_the_day_the_level_opens_is_the_first_on_which_a_condition_is_full():
    """R3.5: level 4 by five years of work, or earlier by three years after the certificate."""
    worker = replace(NOBODY, work=work(2))
    assert explained(worker, Level.FOUR).opens_on == date(2029, 12, 20)
    holder = replace(worker, certificates=certificate(Level.FIVE, 2))
    assert explained(holder, Level.FOUR).opens_on == date(2027, 12, 20)
    assert explained(holder, Level.FOUR).nearest is Level.FIVE


def test_a_level_that_lacks_more_than_time_has_no_opening_day_and_says_what_is_lacking():
    """R3.5"""
    student = replace(STUDENT, enrolled_on=date(2025, 9, 1), class_hours=360)
    explanation = at_school(student)
    assert explanation.opens_on is None
    (condition,) = explanation.conditions
    assert {r.finding.key: r.opens_on for r in condition.missing} == {
        "need-years-in-school": date(2027, 9, 1),
        "need-class-hours": None,
    }


def test_a_level_that_only_waits_for_the_second_year_opens_on_its_day():
    """R3.5"""
    student = replace(STUDENT, enrolled_on=date(2025, 9, 1))
    assert at_school(student).opens_on == date(2027, 9, 1)
    leaving = replace(student, leaves_for_practice=True)
    assert at_school(leaving).opens_on == date(2027, 3, 1)


def test_the_latest_of_several_waits_decides():
    """R3.5: sixteen comes after the second year of school."""
    young = Profile(born=date(2011, 5, 1), work=(WorkPeriod(date(2026, 12, 21), related=True),))
    (_, working) = explained(young, Level.FIVE).conditions
    assert working.opens_on == date(2027, 5, 1)


def test_an_open_level_has_no_opening_day():
    """R3.5"""
    assert explained(replace(NOBODY, work=work(5)), Level.FOUR).opens_on is None


def test_work_that_has_ended_never_fills_the_years():
    """R3.5"""
    ended = (WorkPeriod(years_before(4), years_before(1), related=True),)
    assert explained(replace(NOBODY, work=ended), Level.FOUR).opens_on is None


def test_the_nearest_level_is_the_highest_open_one_the_unit_has():
    """R3.5"""
    veteran = replace(NOBODY, work=work(10))
    assert explained(veteran, Level.ONE).nearest is Level.THREE
    assert explained(replace(NOBODY, work=work(9)), Level.THREE).nearest is Level.FOUR
    machinist = explain(NOBODY, MACHINIST, Level.FOUR, CandidateType.SOCIAL, EXAM, POLICY)
    assert machinist.nearest is None, "the unit has no level 5"


def test_levels_two_and_one_are_shipped_but_closed():
    """R3.1"""
    master = replace(NOBODY, work=work(20), certificates=certificate(Level.TWO, 6))
    for level in (Level.TWO, Level.ONE):
        shut = explained(master, level, policy=POLICY)
        assert [finding.key for finding in shut.closed] == ["level-closed"]
        assert (shut.conditions, shut.verdict, shut.opens_on) == ((), NOT_MET, None)
        assert explained(master, level).verdict is MET
    assert explained(master, Level.ONE, policy=POLICY).nearest is Level.THREE
    assert explained(master, Level.ONE).nearest is Level.ONE


def test_a_level_the_unit_does_not_have_is_closed():
    """R1.3"""
    shut = explain(NOBODY, MACHINIST, Level.FIVE, CandidateType.SOCIAL, EXAM, POLICY)
    assert [finding.key for finding in shut.closed] == ["level-not-in-unit"]


def test_an_incomplete_unit_is_closed():
    """R1.5"""
    shut = explain(NOBODY, LOST, Level.FIVE, CandidateType.SOCIAL, EXAM, POLICY)
    assert [finding.key for finding in shut.closed] == ["unit-incomplete"]
    assert shut.nearest is None
