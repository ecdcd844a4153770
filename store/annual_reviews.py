"""年审: the yearly reviews of stations; passed they extend the licence, failed they suspend it (R1.7, R4.10)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from rules.approvals import PaperState
from rules.findings import Finding, NotPossible
from rules.reviews import ReviewState, extended_until, findings
from rules.roles import Action
from store import rights
from store.institutions import institutions
from store.schema import Moment, Serial, metadata

if TYPE_CHECKING:
    from store.decisions import Decision
    from store.papers import Paper
    from store.unit import UnitOfWork

ReviewId = NewType("ReviewId", int)

annual_reviews = Table(
    "annual_reviews",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("station_code", ForeignKey(institutions.c.code), nullable=False),
    Column("year", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("filed_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)
_STANDS = annual_reviews.c.state.in_([ReviewState.FILED, ReviewState.PASSED])
Index(
    None,
    annual_reviews.c.station_code,
    annual_reviews.c.year,
    unique=True,
    sqlite_where=_STANDS,
    postgresql_where=_STANDS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualReview:
    """One review; what the station answered stands on its paper."""

    id: ReviewId
    station: str
    year: int
    state: ReviewState
    filed_at: datetime


BY_ID = select(annual_reviews).where(annual_reviews.c.id == bindparam("review"))


class AnnualReviews:
    """A suspended station may be reviewed too: that is how a suspension ends."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def file(self, station: str) -> AnnualReview:
        """This year's review of the station, on its way; one at a time, and none after it was passed."""
        rights.check(self._unit, Action.FILE_PAPER, institution=station)
        self._unit.licences.get(station)
        year = self._unit.today.year
        last = self.last(station, year)
        passed = last is not None and last.state is ReviewState.PASSED
        if against := tuple(findings(year, passed=passed)):
            raise NotPossible(against)
        values = {
            "station_code": station,
            "year": year,
            "state": ReviewState.FILED,
            "filed_at": self._unit.now,
        }
        try:
            with self._unit.savepoint():
                adding = insert(annual_reviews).returning(annual_reviews.c.id)
                number = self._unit.connection.execute(adding, values).scalar_one()
        except IntegrityError as error:
            raise NotPossible(Finding("review-under-way", "R1.7", {"year": year})) from error
        return self.get(ReviewId(number))

    def decided(self, paper: "Paper", decision: "Decision") -> None:
        """Passed, the licence runs a year longer; failed, the station can do nothing new (R1.7)."""
        review = self._locked(ReviewId(paper.subject))
        licences = self._unit.licences
        match paper.state:
            case PaperState.APPROVED:
                until = licences.get(review.station).valid_until
                licences.extend(review.station, extended_until(until, self._unit.today))
                self._state(review.id, ReviewState.PASSED)
            case PaperState.REJECTED:
                licences.suspend(review.station, next(iter(decision.reasons.values()), ""))
                self._state(review.id, ReviewState.FAILED)
            case PaperState.WITHDRAWN:
                self._state(review.id, ReviewState.CLOSED)
            case _:
                pass

    def get(self, review: ReviewId) -> AnnualReview:
        return _one(self._unit.connection.execute(BY_ID, {"review": review}).first())

    def last(self, station: str, year: int) -> AnnualReview | None:
        """The station's latest review of that year."""
        question = (
            select(annual_reviews)
            .where(annual_reviews.c.station_code == station, annual_reviews.c.year == year)
            .order_by(annual_reviews.c.id.desc())
            .limit(1)
        )
        row = self._unit.connection.execute(question).first()
        return None if row is None else _one(row)

    def _locked(self, review: ReviewId) -> AnnualReview:
        row = self._unit.connection.execute(BY_ID.with_for_update(), {"review": review}).first()
        return _one(row)

    def _state(self, review: ReviewId, state: ReviewState) -> None:
        changing = update(annual_reviews).where(annual_reviews.c.id == review)
        self._unit.connection.execute(changing.values(state=state))


def _one(row: Row[Any] | None) -> AnnualReview:
    if row is None:
        raise NotPossible(Finding("annual-review-unknown", "R1.7"))
    return AnnualReview(
        id=row.id,
        station=row.station_code,
        year=row.year,
        state=ReviewState(row.state),
        filed_at=row.filed_at,
    )
