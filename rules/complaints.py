"""Complaints: what they are about, how they end, and who may read them (R1.10)."""

from collections.abc import Iterable
from enum import StrEnum


class About(StrEnum):
    """What a complaint is about."""

    STATION = "station"
    BATCH = "batch"
    CERTIFICATE = "certificate"
    PERSON = "person"
    OTHER = "other"


class ComplaintState(StrEnum):
    """How far it has come."""

    FILED = "filed"
    CLAIMED = "claimed"
    ANSWERED = "answered"


class ComplaintResult(StrEnum):
    """What came out."""

    UPHELD = "upheld"
    PARTLY_UPHELD = "partly_upheld"
    NOT_UPHELD = "not_upheld"
    PASSED_ON = "passed_on"
    """Another authority is responsible."""


def readers(
    concerned: str | None,
    above: Iterable[str],
    *,
    second_tier: Iterable[str],
    centre: Iterable[str],
) -> frozenset[str]:
    """The codes of the institutions a complaint goes to, never the one concerned.

    The centre, and the second tier above the institution concerned. Where no institution is known,
    or none of the second tier is above it, all of the second tier; what concerns the second tier
    itself is the centre's alone.
    """
    tier = frozenset(second_tier)
    if concerned in tier:
        return frozenset(centre)
    return (frozenset(centre) | (tier.intersection(above) or tier)) - {concerned or ""}
