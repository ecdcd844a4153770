"""年审: once a year a station confirms that it still meets what it was approved for (R1.7, G§2.1)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from conversations.engine.boxes import Known, Several, Text, YesNo, only_if, optional
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.filing import file_paper, receipt
from rules.approvals import PaperKind
from rules.findings import Finding, NotPossible
from rules.reviews import ReviewItem, ReviewState, extended_until, findings
from rules.roles import STATION_STAFF, Role
from rules.stations import EXAMINERS_PER_TRADE, ManagementSystem
from store import rights
from store.institutions import Institution
from store.licences import Licence
from store.papers import Paper, PaperId
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """Whose licence is reviewed."""

    today: date
    station: Institution
    licence: Licence
    passed: bool


def missed(item: ReviewItem) -> Callable[[Sheet], bool]:
    """Whether the station says that it does not meet this."""
    if item is ReviewItem.SYSTEMS:
        return lambda form: set(form.systems or ManagementSystem) != set(ManagementSystem)
    return lambda form: form.values.get(item.value) is False


def remark(item: ReviewItem) -> Text:
    """What is missing and until when it will be put right."""
    return only_if(missed(item), Text(longest=200))


class AnnualReview(Form):
    """The checklist of G§2.1 in its order; what is not met is explained, and the officer decides."""

    roles = STATION_STAFF | {Role.MANAGEMENT_OFFICER}
    in_menu_of = STATION_STAFF
    paper = PaperKind.ANNUAL_REVIEW

    licence = Known[Licence](
        lambda form: form.facts.licence,
        lambda licence, words: words.say(
            "review-licence", number=licence.number, until=licence.valid_until
        ),
    )
    staff = YesNo()
    staff_remark = remark(ReviewItem.STAFF)
    examiners = YesNo()
    examiners_remark = remark(ReviewItem.EXAMINERS)
    theory_venue = YesNo()
    theory_venue_remark = remark(ReviewItem.THEORY_VENUE)
    practice_venue = YesNo()
    practice_venue_remark = remark(ReviewItem.PRACTICE_VENUE)
    equipment = YesNo()
    equipment_remark = remark(ReviewItem.EQUIPMENT)
    office = YesNo()
    office_remark = remark(ReviewItem.OFFICE)
    systems = Several(ManagementSystem)
    systems_remark = remark(ReviewItem.SYSTEMS)
    scope = YesNo()
    scope_remark = remark(ReviewItem.SCOPE)
    archives = YesNo()
    archives_remark = remark(ReviewItem.ARCHIVES)
    other = optional(Text(longest=300))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """Officers are shown to their desk; a station without a licence has nothing to review."""
        if not work.caller.roles & STATION_STAFF:
            raise NotPossible(Finding("review-is-filed-by-stations", "R4.10"))
        station = rights.own_institution(work, STATION_STAFF).code
        work.licences.get(station)
        if against := tuple(findings(work.today.year, passed=has_passed(work, station))):
            raise NotPossible(against)
        return {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ReviewFacts:
        station = rights.own_institution(work, STATION_STAFF)
        licence = work.licences.get(station.code)
        return ReviewFacts(work.today, station, licence, has_passed(work, station.code))

    @classmethod
    def briefing(cls, work: UnitOfWork, paper: Paper) -> tuple[Sentence, ...]:
        """What the books say: trades short of examiners, the days of the licence, and what follows."""
        return tuple(from_the_books(work, work.licences.get(paper.institution)))

    def problems(self) -> Iterator[Finding]:
        facts: ReviewFacts = self.facts
        return findings(facts.today.year, passed=facts.passed)

    def submit(self, work: UnitOfWork) -> Done:
        station = self.facts.station.code
        if self.paper_id:
            subject = work.papers.own(PaperId(self.paper_id)).subject
        else:
            subject = work.annual_reviews.file(station).id
        paper = file_paper(self, work, programme=None, institution=station, subject=subject)
        return Done((receipt(paper),), next=(f"/my_papers {paper.id}", "/menu"))


def has_passed(work: UnitOfWork, station: str) -> bool:
    last = work.annual_reviews.last(station, work.today.year)
    return last is not None and last.state is ReviewState.PASSED


def from_the_books(work: UnitOfWork, licence: Licence) -> Iterator[Sentence]:
    for unit in licence.units:
        has = work.examiners.trained_for(licence.station, unit.key)
        if has < EXAMINERS_PER_TRADE:
            name = work.units.get(*unit.key).name
            args = {"trade": name, "has": has, "least": EXAMINERS_PER_TRADE}
            yield Sentence("review-briefing-examiners", args)
    yield Sentence(
        "review-briefing-licence",
        {
            "until": licence.valid_until,
            "state": licence.state.value,
            "extended": extended_until(licence.valid_until, work.today),
        },
    )
