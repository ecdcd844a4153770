"""The station's review of a registration: what it confirms, what it may decide, what a return lets change (R3.4, R5.6)."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from rules.deadlines import office_day
from rules.eligibility import Verdict, judge
from rules.findings import Finding
from rules.materials import Material
from rules.needs import BornInRange, InSchool
from rules.policy import Policy
from rules.registration import (
    Application,
    RegistrationState,
    claimed_condition,
    reviewer_warnings,
)


class Point(StrEnum):
    """What the reviewer compares with the documents and confirms before the registration is approved."""

    SCHOOL_AND_MAJOR = "school-and-major"
    """R3.4: they correspond to the trade, as on the student card."""
    ENROLMENT = "enrolment"
    """R3.4: the enrolment date is the one on the student card."""
    ENROLMENT_DIFFERS = "enrolment-differs"
    """R3.4: the last school of the history begins in another month than the enrolment."""
    PRACTICE = "practice"
    """R3.3: leaves for practice before two years in school are full."""
    BIRTH_YEARS = "birth-years"
    """R3.2: the printed range is missing or reversed, so the year of birth is judged by hand."""
    PROOF = "proof"
    """R3.1: what is claimed of work, certificates, titles or diplomas is proved and related."""


STANDING = frozenset({Point.SCHOOL_AND_MAJOR, Point.ENROLMENT})
"""What is confirmed of every student; anything else asks for a look of its own."""

_POINT_OF: Mapping[str, Point] = MappingProxyType(
    {
        "confirm-school-and-major": Point.SCHOOL_AND_MAJOR,
        "confirm-enrolment-as-on-student-card": Point.ENROLMENT,
        "enrolment-differs-from-study": Point.ENROLMENT_DIFFERS,
        "confirm-practice": Point.PRACTICE,
        "birth-years-reversed": Point.BIRTH_YEARS,
        "birth-years-not-set": Point.BIRTH_YEARS,
    }
)


def points_to_confirm(
    application: Application, exam_date: date, policy: Policy
) -> tuple[Point, ...]:
    """What a reviewer has to confirm of this registration, in the order of `Point`."""
    wanted = {_POINT_OF[f.key] for f in reviewer_warnings(application, exam_date, policy)}
    if _needs_proof(application, exam_date, policy):
        wanted.add(Point.PROOF)
    return tuple(point for point in Point if point in wanted)


def _needs_proof(application: Application, exam_date: date, policy: Policy) -> bool:
    """Whether the condition claimed rests on papers, beyond what has a point of its own."""
    condition = claimed_condition(application, policy)
    needs = judge(condition, application.profile(), exam_date, policy).needs if condition else ()
    return any(
        one.verdict is Verdict.NEEDS_PROOF and not isinstance(one.need, BornInRange | InSchool)
        for one in needs
    )


class ReviewKind(StrEnum):
    """What happened to a registration after it was filed: by the station the first four, then by the candidate."""

    APPROVE = "approve"
    RETURN = "return"
    REJECT = "reject"
    REOPEN = "reopen"
    """A decision of the same day is taken back."""
    STAMP = "stamp"
    """The stamped form came in (R5.4)."""
    HAND_IN = "hand_in"
    """Documents that were asked for again."""
    CORRECT = "correct"
    """Boxes that were returned, put right."""


DECIDED = frozenset({RegistrationState.APPROVED, RegistrationState.REJECTED})


def choices(state: RegistrationState) -> tuple[ReviewKind, ...]:
    """What the station may do with a registration in this state (R5.6).

    Only what is complete, the stamped form among it, can be approved (R5.4).
    """
    match state:
        case RegistrationState.COMPLETE:
            return (ReviewKind.APPROVE, ReviewKind.RETURN, ReviewKind.REJECT)
        case RegistrationState.SUBMITTED:
            return (ReviewKind.RETURN, ReviewKind.REJECT)
        case RegistrationState.RETURNED:
            return (ReviewKind.REJECT,)
        case RegistrationState.APPROVED | RegistrationState.REJECTED:
            return (ReviewKind.REOPEN,)


def confirmation_findings(
    wanted: Collection[Point], confirmed: Collection[Point]
) -> Iterator[Finding]:
    """The points that are still to be confirmed before it is approved (R3.1–R3.4)."""
    for point in wanted:
        if point not in confirmed:
            yield Finding("review-not-confirmed", "R3.4", {"point": str(point)}, box="confirmed")


def reopening_findings(decided_at: datetime, now: datetime) -> Iterator[Finding]:
    """A decision may be taken back on the day it was made; later the candidate relies on it."""
    if office_day(decided_at) != office_day(now):
        yield Finding("review-not-today", "R5.6", {"on": office_day(decided_at)})


FIXED = frozenset({"batch", "name", "sex", "born", "id_number"})
"""Never returned for correction: they are those of the sign-up and of the batch itself (R5.2)."""

FOLLOWS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "level": frozenset({"trade"}),
        "study": frozenset({"school"}),
        "condition": frozenset(
            {
                *("level", "education", "enrolled_on", "class_hours", "graduating", "work"),
                *("held_skill", "held_level", "held_on", "held_title", "title_on"),
            }
        ),
    }
)
"""Boxes that may have to be changed along with one before them: the level with the trade, and so on."""


def correctable(returned: Collection[str]) -> frozenset[str]:
    """What may be changed where these boxes were returned: they, and what follows from them (R5.2)."""
    boxes = {*returned}
    for box, leaders in FOLLOWS.items():
        if leaders & boxes:
            boxes.add(box)
    return frozenset(boxes)


def returnable(box: str, boxes: Collection[str], handed_in: Collection[Material]) -> bool:
    """Whether the station may send this back: a document that was handed in, or a box that was filled in."""
    if box in set(Material):
        return box in handed_in
    return box in boxes and box not in FIXED


def unasked_changes(
    before: Mapping[str, Any], after: Mapping[str, Any], returned: Collection[str]
) -> tuple[str, ...]:
    """The boxes changed though neither they nor what they follow were returned (R5.2).

    A box that comes or goes with a corrected one is no such change.
    """
    allowed = correctable(returned)
    changed = (box for box in before if box in after and before[box] != after[box])
    return tuple(box for box in changed if box not in allowed)
