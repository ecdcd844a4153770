"""Of the demonstration: batches between the exam and the certificate, so that every desk has something to do (R7.2-R7.9).

Everything goes through the forms of those who do it in real use, on the day it would have.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from bot.demonstration_exam import APPLIED_BEFORE, confirm, score, team_of, to_the_exam
from bot.demonstration_hands import SKIPPED, Hands, acting, at, at_ten
from bot.demonstration_pictures import PAGE, jpeg, picture
from bot.demonstration_supervision import Supervised
from conversations.officers.certificate_application import CertificateApplication
from conversations.officers.certificate_news import tell_holder, tell_of_issue
from conversations.officers.decision import Decision
from conversations.officers.settlement_decision import SettlementDecision
from conversations.stations.results import Results
from conversations.stations.settlement import Settlement
from rules.approvals import DecisionKind, PaperKind
from rules.candidates import Sex
from rules.catalogue import Level
from rules.evaluations import OpinionKind
from rules.exam_material import PHOTOS, MaterialPlace
from rules.grading import Mark
from rules.roles import Role
from store.batches import Batch
from store.clock import OFFICE_ZONE
from store.demonstration_accounts import STATION, MadeUp
from store.exam_material import NewMaterial
from store.papers import Paper
from store.seed import CENTRE, MANAGEMENT_STATION
from store.unit import UnitOfWork

PRICES = ((Level.FIVE, 6000), (Level.FOUR, 6500), (Level.THREE, 8000))
"""Made up, in fen (R7.9)."""
DAY = timedelta(days=1)
STEP = 3 * DAY
"""From one desk to the next."""
PHOTO_AT = time(9, 40)

Marks = tuple[Mark, Mark]
GOOD: Marks = (Decimal(88), Decimal("90.5"))
FAIR: Marks = (Decimal(72), Decimal(81))
FAILED: Marks = (Decimal(55), Decimal(62))


@dataclass(frozen=True, slots=True)
class Story:
    """A batch: how long ago its exam was, how many of the steps after it are taken, and who took part."""

    exam_before: timedelta
    steps: int
    people: Mapping[MadeUp, Marks]
    supervised: bool = False


def made_up(name: str, sex: Sex, serial: int) -> MadeUp:
    return MadeUp(name, date(1997, 9, serial - 40), sex, serial)


STORIES = (
    Story(
        40 * DAY,
        5,
        {
            made_up("高文博", Sex.MALE, 41): GOOD,
            made_up("热依汗·吐尔逊", Sex.FEMALE, 42): FAIR,
            made_up("林晓东", Sex.MALE, 43): FAILED,
            made_up("欧阳静雯", Sex.FEMALE, 44): GOOD,
        },
    ),
    Story(
        26 * DAY,
        4,
        {made_up("曹志刚", Sex.MALE, 45): FAIR, made_up("丁雅琴", Sex.FEMALE, 46): GOOD},
    ),
    Story(
        19 * DAY,
        3,
        {made_up("彭海涛", Sex.MALE, 47): GOOD, made_up("萧雨桐", Sex.FEMALE, 48): FAILED},
    ),
    Story(
        8 * DAY,
        1,
        {made_up("田广林", Sex.MALE, 49): FAIR, made_up("董佳慧", Sex.FEMALE, 50): GOOD},
        supervised=True,
    ),
)
"""Oldest first: certificates issued; applied for; a payment to be found; results to be approved."""


class Afterwards:
    """The days after an exam; each step is taken by whose it is."""

    def __init__(self, hands: Hands, batch: Batch) -> None:
        self.hands, self.work, self.batch = hands, hands.work, batch
        self.steps: tuple[Callable[[], None], ...] = (
            self.hand_in,
            self.approve,
            self.pay,
            self.apply,
            self.issue,
        )

    def evaluate(self, marks: Mapping[int, Marks]) -> None:
        """Scores, report and material: what results rest on."""
        work, (leader, *others) = self.work, team_of(self.work)
        score(work, self.batch, leader, marks)
        confirm(work, self.batch, leader)
        for item in work.batches.items(self.batch.id):
            with acting(work, leader.person, Role.EXAMINER):
                report = work.evaluations.file(item.id, 0, {}, advice="焊接工位可增加排烟设备。")
            for one in others:
                with acting(work, one.person, Role.EXAMINER):
                    work.evaluations.opine(report.id, OpinionKind.CONFIRM)
        for place in work.exam_material.places(self.batch.id):
            work.exam_material.put(self.batch.id, place, self.material(place))
        work.exam_material.keep_answers(self.batch.id, "行政楼 204 档案室 3 号柜")

    def material(self, place: MaterialPlace) -> NewMaterial:
        """Of the day itself; what stands on it keeps each apart."""
        taken_at = datetime.combine(self.batch.exam_on, PHOTO_AT, OFFICE_ZONE)
        content = jpeg(f"{self.batch.number} {place.kind}", PAGE)
        file = self.work.files.note(
            content,
            "image/jpeg",
            size_in_pixels=PAGE,
            taken_at=taken_at if place.kind in PHOTOS else None,
        )
        return NewMaterial(file=file.id, examiners=len(team_of(self.work)))

    def hand_in(self) -> None:
        self.hands.fill_in(
            Results, Role.STATION_HEAD, STATION, batch=self.batch.number, note=SKIPPED
        )

    def approve(self) -> None:
        paper = self.work.papers.about(PaperKind.RESULTS, self.batch.id)
        self.agree(paper, Role.MANAGEMENT_OFFICER, MANAGEMENT_STATION)

    def pay(self) -> None:
        self.hands.fill_in(
            Settlement,
            Role.STATION_HEAD,
            STATION,
            batch=self.batch.number,
            payer="示范职业技术学院",
            paid_on=self.work.today.isoformat(),
            slip=picture(self.work, f"{self.batch.number} remittance slip", PAGE),
        )

    def apply(self) -> None:
        """The payment is there, so the management station brings the batch before the centre."""
        paid = self.work.settlements.find(self.batch.id)
        assert paid
        officer = (Role.MANAGEMENT_OFFICER, MANAGEMENT_STATION)
        seen = f"{paid.id}.{paid.step}"
        self.hands.fill_in(SettlementDecision, *officer, settlement=seen, decision="confirm")
        self.hands.fill_in(
            CertificateApplication, *officer, batches=[str(self.batch.id)], note=SKIPPED
        )

    def issue(self) -> None:
        """The centre agrees and has the certificates issued; everybody hears of it."""
        work, batch = self.work, self.batch.id
        application = work.certificate_applications.counting(batch)
        assert application
        paper = work.papers.about(PaperKind.CERTIFICATE_APPLICATION, application.id)
        self.agree(paper, Role.CENTRE_OFFICER, CENTRE)
        with self.hands.as_main(Role.CENTRE_OFFICER, CENTRE):
            work.issuing.begin(batch)
        while work.issuing.issue_some(batch):
            pass
        work.issuing.finish(batch)
        tell_of_issue(work, self.batch)
        while issued := work.issuing.take_untold(batch):
            tell_holder(work, issued)

    def agree(self, paper: Paper | None, role: Role, institution: str) -> None:
        assert paper
        seen, yes = f"{paper.id}.{paper.step}", DecisionKind.APPROVE
        self.hands.fill_in(
            Decision, role, institution, application=seen, decision=yes, opinion="同意"
        )


def tell(work: UnitOfWork) -> None:
    """Every story up to where it stands today."""
    now, hands = at_ten(work.now), Hands(work)
    first = now - STORIES[0].exam_before - APPLIED_BEFORE
    work.policy.set("unit_prices", [[int(level), fen] for level, fen in PRICES], first.date())
    for story in STORIES:
        batch = to_the_exam(work, story.exam_before, story.people)
        after = Afterwards(hands, batch)
        if story.supervised:
            supervised = Supervised(hands, batch)
            supervised.file()
            supervised.answer()
        with at(work, now - story.exam_before + DAY):
            after.evaluate(dict(enumerate(story.people.values(), start=1)))
        for desk, step in enumerate(after.steps[: story.steps], start=1):
            with at(work, now - story.exam_before + DAY + desk * STEP):
                step()
