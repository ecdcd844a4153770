"""What officers should know of a station application beside its lines: examiners, inspection, what comes next."""

from collections.abc import Iterator

from conversations.engine.messages import Sentence
from rules.approvals import Desk
from rules.stations import EXAMINERS_PER_TRADE, InspectionResult, InspectionVerdict
from store.inspections import Inspection
from store.papers import Paper
from store.station_applications import StationApplicationId
from store.unit import UnitOfWork


def briefing(work: UnitOfWork, paper: Paper) -> tuple[Sentence, ...]:
    """Examiners of each trade today, and the inspection that recommends or does not."""
    application = StationApplicationId(paper.subject)
    last = work.inspections.last(application)
    return (
        *examiners(work, paper),
        *(inspected(last) if last else (Sentence("station-briefing-uninspected"),)),
        *([Sentence("station-briefing-centre")] if paper.desk is Desk.CENTRE else []),
    )


def examiners(work: UnitOfWork, paper: Paper) -> Iterator[Sentence]:
    """One line a trade: also those that lapsed since the filing are seen."""
    for one in work.station_applications.get(StationApplicationId(paper.subject)).trades:
        has = work.examiners.trained_for(paper.institution, one.key)
        yield Sentence(
            "station-briefing-examiners",
            {
                "trade": work.units.get(*one.key).name,
                "has": has,
                "least": EXAMINERS_PER_TRADE,
                "enough": "yes" if has >= EXAMINERS_PER_TRADE else "no",
            },
        )


def inspected(last: Inspection) -> Iterator[Sentence]:
    """The result with its day and inspectors, and every line with a word to it."""
    yield Sentence(
        "station-briefing-inspected",
        {
            "on": last.on,
            "result": last.result,
            "passed": "yes" if last.result is InspectionResult.PASSED else "no",
            "inspectors": last.inspectors,
        },
    )
    for line, found in last.found.items():
        if found.verdict is not InspectionVerdict.MET:
            yield Sentence(
                "station-briefing-line",
                {"line": line, "verdict": found.verdict, "remark": found.remark},
            )
