"""Certificates issued batch by batch: in short units, each with the numbers of its own, taken up again after a kill (R7.6)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, exists, insert, select, update

from rules.findings import Finding, NotPossible
from rules.roles import Action
from store import outcomes, rights
from store.batch_rows import Batch, BatchId, BatchState, batches
from store.certificate_fields import unnumbered
from store.certificates import Certificate, certificates
from store.issue_rows import (
    COUNTS,
    OF_BATCH,
    Issue,
    IssuedCertificate,
    issue_of,
    issued_certificates,
    issues,
)
from store.registration_rows import RegistrationId
from store.results import approved_results
from store.rosters import LOCK_BATCH
from store.score_rows import SOMEBODY_PASSED

if TYPE_CHECKING:
    from store.score_rows import ScoreLine
    from store.unit import UnitOfWork

__all__ = ["Issue", "IssuedCertificate", "Issuing"]

AT_ONCE = 10
"""So many are numbered in one unit: others who write wait no longer than for that."""


class Issuing:
    """Under the lock of the batch nobody gets two; under the lock of the series no number is lost."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    # --- by the centre ---

    def release(self, batch: BatchId, people: int) -> None:
        """The centre agreed to the application (▶ R7.6)."""
        values = {"batch_id": batch, "people": people, "released_at": self._unit.now, "told": 0}
        self._unit.connection.execute(insert(issues), values)
        self._unit.audit.note("certificates-released", f"batch:{batch}", people=people)

    def begin(self, batch: BatchId) -> bool:
        """Let them be issued with today's date; False where somebody has begun already.

        NotPossible before the release, and where a series has nobody's code (R8.3).
        """
        self._lock(batch)
        found = self._unit.batches.get(batch)
        action, station, programme = Action.ISSUE_CERTIFICATES, found.station_code, found.programme
        rights.check(self._unit, action, institution=station, programme=programme)
        if self.get(batch).issued_on is not None:
            return False
        for item in self._unit.batches.items(batch):
            self._unit.certificate_series.of(programme, station, item.level, self._unit.today)
        self._set(batch, issued_on=self._unit.today, begun_by=self._unit.caller.person)
        self._unit.audit.note("certificates-begun", f"batch:{batch}")
        return True

    def issue_some(
        self,
        batch: BatchId,
        at_most: int = AT_ONCE,
        qualified: Sequence["ScoreLine"] | None = None,
    ) -> int:
        """The next few of a batch that was begun, in the order of the platform; how many: 0 once all are done.

        Approved results do not change, so whoever issues a large batch reads who is `qualified` once,
        before the lock.
        """
        self._lock(batch)
        issued_on = self.get(batch).issued_on
        if issued_on is None:
            raise NotPossible(Finding("certificates-not-begun", "R7.6"))
        now = self._next(batch, at_most, qualified)
        if now:
            self._issue(self._unit.batches.get(batch), issued_on, now)
        return len(now)

    def finish(self, batch: BatchId) -> bool:
        """Everybody has one; True for whoever finds it so first."""
        self._lock(batch)
        if self.get(batch).finished_at is not None or self._next(batch, 1):
            return False
        self._set(batch, finished_at=self._unit.now)
        self._unit.audit.note("certificates-issued", f"batch:{batch}", people=self.count(batch))
        return True

    def take_untold(self, batch: BatchId) -> IssuedCertificate | None:
        """The next whose holder is to hear of it, each once; None when all have been taken."""
        self._lock(batch)
        told = self.get(batch).told
        question = OF_BATCH.where(issued_certificates.c.batch_id == batch)
        row = self._unit.connection.execute(question.offset(told).limit(1)).first()
        if row is None:
            return None
        self._set(batch, told=told + 1)
        return self._issued(row)

    # --- questions ---

    def get(self, batch: BatchId) -> Issue:
        found = self.find(batch)
        if found is None:
            raise NotPossible(Finding("certificates-not-released", "R7.6"))
        return found

    def find(self, batch: BatchId) -> Issue | None:
        row = self._unit.connection.execute(select(issues).where(issues.c.batch_id == batch))
        return issue_of(row.first())

    def is_finished(self, batch: BatchId) -> bool:
        """Whether everybody qualified has a certificate."""
        found = self.find(batch)
        return found is not None and found.finished_at is not None

    def waiting(self) -> tuple[Issue, ...]:
        """Released and not yet finished, of the caller's, the longest waiting first."""
        codes = rights.covered(self._unit, Action.ISSUE_CERTIFICATES)
        question = (
            select(issues)
            .join(batches)
            .where(issues.c.finished_at.is_(None), batches.c.station_code.in_(codes))
            .order_by(issues.c.released_at, issues.c.batch_id)
        )
        rows = self._unit.connection.execute(question)
        return tuple(one for row in rows if (one := issue_of(row)))

    def unfinished(self, after: int, limit: int) -> Sequence[BatchId]:
        """Batches from the last day of their exam to their last certificate, by ascending number: for jobs.

        Where nobody passed there is none: the approval of the results is the end.
        """
        done = exists().where(issues.c.batch_id == batches.c.id, issues.c.finished_at.is_not(None))
        approved = exists().where(approved_results.c.batch_id == batches.c.id)
        question = (
            select(batches.c.id)
            .where(
                batches.c.state == BatchState.SUBMITTED,
                batches.c.theory_on <= self._unit.today,
                batches.c.practice_on <= self._unit.today,
                batches.c.id > after,
                ~done,
                ~approved | SOMEBODY_PASSED,
            )
            .order_by(batches.c.id)
            .limit(limit)
        )
        return [BatchId(batch) for batch in self._unit.connection.execute(question).scalars()]

    def count(self, batch: BatchId) -> int:
        """How many have one."""
        return len(self._having(batch))

    def of(self, batch: BatchId) -> Iterator[IssuedCertificate]:
        """Those that count, in the order of the platform; the caller's right is the caller's matter."""
        question = OF_BATCH.where(issued_certificates.c.batch_id == batch)
        for row in self._unit.connection.execute(question):
            yield self._issued(row)

    def of_registration(self, registration: RegistrationId) -> Certificate | None:
        """The one that counts; the caller's right is the caller's matter."""
        question = (
            select(*(certificates.c[name] for name in Certificate.__slots__))
            .join(issued_certificates)
            .where(issued_certificates.c.registration_id == registration, COUNTS)
        )
        row = self._unit.connection.execute(question).first()
        return None if row is None else self._unit.certificates.opened(tuple(row))

    # --- inside ---

    def _lock(self, batch: BatchId) -> None:
        self._unit.connection.execute(LOCK_BATCH, {"batch": batch})

    def _having(self, batch: BatchId) -> set[RegistrationId]:
        question = select(issued_certificates.c.registration_id).where(
            issued_certificates.c.batch_id == batch
        )
        return set(map(RegistrationId, self._unit.connection.execute(question).scalars()))

    def _next(
        self, batch: BatchId, at_most: int, known: Sequence["ScoreLine"] | None = None
    ) -> Sequence["ScoreLine"]:
        """Who comes next: of one level, so that a unit waits for one series only."""
        have = self._having(batch)
        qualified = known or outcomes.qualified(self._unit, batch)
        waiting = [one for one in qualified if one.registration not in have]
        levels = {item.id: item.level for item in self._unit.batches.items(batch)}
        same = (one for one in waiting if levels[one.item] is levels[waiting[0].item])
        return [one for one, _ in zip(same, range(at_most), strict=False)]

    def _issue(self, batch: Batch, issued_on: date, lines: Sequence["ScoreLine"]) -> None:
        """Everything is read first; from the numbers on others of the series wait."""
        filled_in = [unnumbered(self._unit, batch, issued_on, line) for line in lines]
        level = filled_in[0].level
        series = self._unit.certificate_series.of(
            batch.programme, batch.station_code, level, issued_on
        )
        numbers = self._unit.certificate_series.take(series, len(lines))
        numbered = [
            replace(one, number=number) for one, number in zip(filled_in, numbers, strict=True)
        ]
        added = self._unit.certificates.add_new(numbered)
        rows = [
            {
                "certificate_id": certificate,
                "batch_id": batch.id,
                "registration_id": line.registration,
                "running_number": line.running_number,
                "counts": True,
            }
            for certificate, line in zip(added, lines, strict=True)
        ]
        self._unit.connection.execute(insert(issued_certificates), rows)
        self._unit.certificate_changes.note_issued(added)

    def _issued(self, row: Row[Any]) -> IssuedCertificate:
        opened = self._unit.certificates.opened(tuple(row[2:]))
        return IssuedCertificate(row.registration_id, row.running_number, opened)

    def _set(self, batch: BatchId, **values: object) -> None:
        changing = update(issues).where(issues.c.batch_id == batch)
        self._unit.connection.execute(changing.values(values))
