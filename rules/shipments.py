"""Certificates on their way to the station: what a tracking number looks like, and how it may arrive (R7.9)."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from rules.findings import Finding, Refused

_TRACKING = re.compile(r"(?=.*\d)[A-Z0-9]{8,30}")
"""Carriers have schemes of their own; all of them are letters and figures, and some figure is in it."""
_BETWEEN = re.compile(r"[\s-]+")


class ShipmentState(StrEnum):
    """How far a parcel has come."""

    ON_ITS_WAY = "on_its_way"
    RECEIVED = "received"
    TROUBLE = "trouble"
    """Arrived with something missing or damaged, or not at all; another one may follow."""


class Trouble(StrEnum):
    """What the station found."""

    MISSING = "missing"
    """Some certificates are not in it."""
    DAMAGED = "damaged"
    WRONG = "wrong"
    """Certificates of others, or misprints."""
    LOST = "lost"
    """The parcel never came."""


def read_tracking_number(text: str) -> str:
    """Upper case, without spaces and hyphens; Refused for what no carrier gives out."""
    number = _BETWEEN.sub("", unicodedata.normalize("NFKC", text)).upper()
    if not _TRACKING.fullmatch(number):
        raise Refused("tracking-number-form", "R7.9")
    return number


def sending_findings(
    *, settled: bool, issued: bool, states: tuple[ShipmentState, ...]
) -> Iterator[Finding]:
    """What stands against sending: the settlement, the certificates, a parcel that arrived whole (R7.9)."""
    if not settled:
        yield Finding("shipment-not-settled", "R7.9")
    if not issued:
        yield Finding("shipment-not-issued", "R7.9")
    if ShipmentState.RECEIVED in states:
        yield Finding("shipment-arrived", "R7.9")
    elif ShipmentState.ON_ITS_WAY in states:
        yield Finding("shipment-under-way", "R7.9")


def day_findings(sent_on: date, today: date) -> Iterator[Finding]:
    """A parcel is noted once it was handed to the carrier."""
    if sent_on > today:
        yield Finding("shipment-in-future", "R7.9", {"today": today}, box="sent_on")
