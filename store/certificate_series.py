"""The numbers of certificates: taken last of all, under a lock, so that none is missing and none comes twice (R8.3)."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, String, Table, func, select, update
from sqlalchemy.dialects.postgresql import insert

from rules.catalogue import Level, Programme
from rules.certificates import CertificateKind, SkillLevelIssuer
from rules.findings import Finding, NotPossible
from rules.issuing import KIND_OF, Series
from rules.roles import Action
from store import rights
from store.certificates import certificates
from store.counters import counters
from store.institutions import institutions
from store.people import people
from store.schema import Moment, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

issuer_codes = Table(
    "issuer_codes",
    metadata,
    Column("institution_code", ForeignKey(institutions.c.code), primary_key=True),
    Column("prefix", String(13), nullable=False),
    Column("set_by", ForeignKey(people.c.id)),
    Column("set_at", Moment, nullable=False),
)
"""What the labour departments gave out, to the institution itself or to one above it."""

# PostgreSQL's construct compiles for SQLite as well, whose clause is the same.
LOCK = (
    insert(counters)
    .values(last=0)
    .on_conflict_do_update(index_elements=[counters.c.name], set_={"last": counters.c.last})
    .returning(counters.c.last)
)
_NEW_CODE = insert(issuer_codes)
SET_CODE = _NEW_CODE.on_conflict_do_update(
    index_elements=[issuer_codes.c.institution_code],
    set_={name: _NEW_CODE.excluded[name] for name in ("prefix", "set_by", "set_at")},
)


class CertificateSeries:
    """A unit that is rolled back gives its numbers back; others who want one of the series wait for it."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def take(self, series: Series, count: int) -> tuple[str, ...]:
        """The next numbers of the series; what came in by an import is counted over.

        NotPossible when the series has no more.
        """
        last = self._locked(series)
        try:
            numbers = tuple(series.number(last + n) for n in range(1, count + 1))
        except ValueError as full:
            raise NotPossible(Finding("certificate-series-full", "R8.3")) from full
        taken = update(counters).where(counters.c.name == series.name)
        self._unit.connection.execute(taken.values(last=last + count))
        return numbers

    def of(self, programme: Programme, station: str, level: Level, day: date) -> Series:
        """The series a station's certificates of that day belong to; NotPossible without a code."""
        kind = KIND_OF[programme]
        if kind is CertificateKind.CAPABILITY:
            scheme = self._unit.policy.current(day).capability_number_scheme
            return Series(kind, station, day.year, level, scheme)
        prefix = self.issuer_code(station)
        if prefix is None:
            raise NotPossible(Finding("issuer-code-missing", "R8.3", {"code": station}))
        return Series(kind, prefix, day.year, level)

    def issuer_code(self, station: str) -> str | None:
        """The prefix of a station: its own, else that of the nearest institution above it (R8.3)."""
        rows = self._unit.connection.execute(
            select(issuer_codes.c.institution_code, issuer_codes.c.prefix)
        )
        known = {row.institution_code: row.prefix for row in rows}
        line = self._unit.institutions.line(station)
        return next((known[code] for code in line if code in known), None)

    def set_issuer_code(self, institution: str, issuer: SkillLevelIssuer) -> None:
        """From now on; numbers that are given out stay."""
        rights.check(self._unit, Action.SET_ISSUER_CODE, institution=institution)
        values = {
            "institution_code": institution,
            "prefix": issuer.prefix,
            "set_by": self._unit.caller.person,
            "set_at": self._unit.now,
        }
        self._unit.connection.execute(SET_CODE, values)
        self._unit.audit.note("issuer-code-set", f"institution:{institution}", to=issuer.prefix)

    def _locked(self, series: Series) -> int:
        """The last serial there is, of ours or imported; nobody else takes one until the unit ends."""
        execute = self._unit.connection.execute
        last: int = execute(LOCK, {"name": series.name}).scalar_one()
        highest = select(func.max(certificates.c.number_key)).where(
            certificates.c.kind == series.kind,
            certificates.c.number_key.between(series.number(1), series.last),
            certificates.c.number_key.like(series.pattern),
        )
        known = execute(highest).scalar()
        return max(last, series.serial(known)) if known else last
