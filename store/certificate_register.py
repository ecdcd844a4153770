"""The register of certificates: all of the stations somebody may see, by day of issue (R9.3)."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import select

from rules.catalogue import Programme
from rules.findings import Finding, NotPossible
from rules.roles import Action
from store import rights
from store.certificates import Certificate, certificates

if TYPE_CHECKING:
    from store.unit import UnitOfWork

ROWS_AT_ONCE = 500
"""How many are in memory at a time."""


def registered(work: "UnitOfWork", since: date, until: date) -> Iterator[Certificate]:
    """Issued from the one day to the other, the earliest first, read row by row as they are written."""
    if since > until:
        raise NotPossible(Finding("certificate-register-days", "R9.3"))
    work.require(Action.EXPORT_ROSTER)
    return _read(work, since, until)


def _read(work: "UnitOfWork", since: date, until: date) -> Iterator[Certificate]:
    @cache
    def may_see(station: str, programme: Programme | None) -> bool:
        return rights.covers(work, Action.EXPORT_ROSTER, station, programme)

    question = (
        select(*(certificates.c[name] for name in Certificate.__slots__))
        .where(certificates.c.issued_on.between(since, until))
        .order_by(certificates.c.issued_on, certificates.c.id)
    )
    rows = work.connection.execute(question, execution_options={"yield_per": ROWS_AT_ONCE})
    for row in rows:
        if may_see(row.station_code, row.programme and Programme(row.programme)):
            yield work.certificates.opened(tuple(row))
