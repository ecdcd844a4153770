"""A station that can apply for batches: a plan, a licence, and examiners for its trades."""

from dataclasses import replace
from datetime import date
from itertools import count

from rules.audiences import Audience, AudienceKind
from rules.catalogue import Programme
from rules.notices import NoticeKind
from rules.plans import PlannedLine
from rules.roles import Role
from store.batches import NewBatch, NewItem
from store.examiners import ExaminerId
from store.notices import NewEdition
from store.plans import PlanLineId
from store.unit import Caller, Store
from tests import examiners, plans
from tests.examiners import EXAMINER, SENIOR
from tests.plans import FITTER, PERMIT, WELDERS
from tests.store import tree
from tests.store.office import MACHINIST, WELDER, new_batch
from tests.store.tree import CENTRE, CHANGZHOU, MANAGEMENT

EXAM = date(2026, 9, 1)
"""Registration closes on 2026-08-22 at 00:00."""
NAMES = ("王建国", "刘芳", "陈明", "赵志远", "孙丽华")
TRADES = (WELDER.key, MACHINIST.key, FITTER.key)
REGION = "江苏省常州市"
VENUE = "江苏省常州市武进区鸣新中路2号实训楼一层"


def furnish(
    store: Store, people: int = 4, station: str = CHANGZHOU, region: str = REGION
) -> list[ExaminerId]:
    """The tree with licences, and so many examiners of the station, the last one a senior."""
    with store.writing() as work:
        if work.institutions.find(station) is None:
            plans.furnish(work)
        work.licences.enter(station, "", replace(PERMIT, region=region))
    return appointed(store, station, people)


SERIALS = count(11)


def appointed(store: Store, station: str, people: int) -> list[ExaminerId]:
    """Trained and appointed for all three trades; the last one as 高级考评员."""
    head = tree.hold(store, Role.STATION_HEAD, station)
    officer = tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
    filings = [
        examiners.filing(
            store,
            next(SERIALS),
            institution=station,
            name=NAMES[n % 5],
            application=replace(SENIOR if n == people - 1 else EXAMINER, trades=TRADES),
        )
        for n in range(people)
    ]
    with store.writing(head) as work:
        proposals = [work.examiner_applications.file(filing) for filing in filings]
    *examined, senior = proposals
    if examined:
        examiners.trained(store, officer, *examined)
    examiners.trained(store, officer, senior)
    with store.writing() as work:
        return [work.examiners.appoint(proposal).id for proposal in proposals]


def planned(
    store: Store,
    *lines: PlannedLine,
    programme: Programme = Programme.CAPABILITY,
    station: str = CHANGZHOU,
) -> list[PlanLineId]:
    """Approved lines of this year."""
    with store.writing() as work:
        plan = work.plans.enter(station, programme, 2026, lines or (WELDERS,))
        return [line.id for line in work.plans.lines(plan.id)]


def item(line: PlanLineId, team: list[ExaminerId], **changes: object) -> NewItem:
    """Forty welders of level 4, led by the first of the team."""
    new = NewItem(WELDERS.unit, WELDERS.level, WELDERS.people, line, team[0], tuple(team[1:]))
    return replace(new, **changes)


def application(*items: NewItem, **changes: object) -> NewBatch:
    """A complete application, with the exam on 1 September."""
    complete = {
        "station_code": CHANGZHOU,
        "theory_on": EXAM,
        "practice_on": EXAM,
        "venue": VENUE,
        "contact": "刘芳",
        "contact_phone": "0519-85001234",
    }
    return replace(new_batch(*items, **complete), **changes)


def ended(store: Store, examiner: ExaminerId) -> None:
    """The appointment ends today: yesterday was its last day."""
    with store.writing() as work:
        work.examiners.end(examiner)


def head(store: Store, station: str = CHANGZHOU) -> Caller:
    return tree.hold(store, Role.STATION_HEAD, station)


def procedure(store: Store, heading: str) -> None:
    """A procedure in force, published for everybody."""
    officer = tree.hold(store, Role.CENTRE_OFFICER, CENTRE)
    with store.writing(officer) as work:
        work.notices.publish(
            NewEdition(
                kind=NoticeKind.PROCEDURE,
                heading=heading,
                text="按新流程办理。",
                audience=Audience(kind=AudienceKind.STATIONS),
                valid_from=work.today,
            )
        )
