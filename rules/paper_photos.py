"""Paper photos (2寸免冠): one of everybody who is to have a certificate, in the platform's order (R7.8)."""

from enum import StrEnum


class PhotoState(StrEnum):
    """How it stands with one photo."""

    AWAITED = "awaited"
    """Nothing was noted."""
    RECEIVED = "received"
    RETURNED = "returned"
    """It will not do: another one is awaited, for the reason told."""
