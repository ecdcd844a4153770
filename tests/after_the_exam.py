"""A whole batch after its exam: from the supervisor in the hall to the certificate, as everybody concerned lives through it."""

from datetime import datetime

from bot.chores import ChoreHand, tell_of_results
from bot.issued import issue_certificates
from bot.press import Press
from conversations.engine.messages import Kind, Paper, Received
from rules.certificates import read_issuer
from rules.roles import Role
from store.certificates import Certificate
from store.chores import ChoreKind
from store.clock import OFFICE_ZONE
from store.people import PersonId
from store.sessions import SessionKind
from tests.candidates import picture
from tests.exams import registered
from tests.officers import at
from tests.store.tree import CENTRE, MANAGEMENT
from tests.talk import Talker
from tests.whole_batch import WholeBatch

WORKS = {
    ChoreKind.RESULTS_NEWS: tell_of_results,
    ChoreKind.CERTIFICATES: issue_certificates,
}
SEEN = {
    "present": "2",
    "checked": "2",
    "mismatched": "0",
    "safety": "否",
    "safety_remark": "灭火器过期",
    "faults.more": ["是", "否"],
    "faults.what": "2 号工位缺少排烟设备",
    "faults.handled": "当场停用该工位",
    "faults.demanded": "装好排烟设备并附照片",
    "faults.due_on": "2026-09-20",
    "photos.shows": "实操现场",
    "photos.more": "否",
    "left_at": "16:40",
    "conclusion": "需整改",
    "remarks": "-",
}
"""What the supervisor notes; every other line is as it should be."""

IN_MATERIAL = {"examiners": "3", "kept_at": "二楼档案室 3 号柜"}
"""What is said beside the pictures; of a list the first."""


class AfterTheExam:
    """Goes on where the roster is in and the exam was moved to 5 September."""

    def __init__(self, whole: WholeBatch) -> None:
        self.whole, self.store, self.head = whole, whole.store, whole.head
        self.number = whole.batch.number
        self.officer = at(self.store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
        self.centre = at(self.store, Role.CENTRE_OFFICER, CENTRE)
        self.supervisor = Talker(self.store, token=self.session_of(registered(self.store).person))
        self.examiners = [Talker(self.store, token=self.session_of(one)) for one in self.team()]
        with self.store.reading() as work:
            (self.item,) = work.batches.items(whole.batch.id)

    def team(self) -> list[PersonId]:
        with self.store.reading() as work:
            return [one.person for one in work.batches.team(self.whole.batch.id)]

    def session_of(self, person: PersonId) -> str:
        with self.store.writing() as work:
            return work.sessions.open(person, SessionKind.BEARER)[1]

    def carried_out(self) -> None:
        """The long work anybody asked for."""
        ChoreHand(self.store, "one", WORKS).drain()

    # --- the supervisor ---

    def sent(self) -> None:
        """Somebody is sent, and comes."""
        self.officer.tap("/supervision")
        for said in ("1", "send", "周海燕", "submit"):
            step(self.officer, said)
        self.supervisor.tap("/assignments")
        self.supervisor.say("1")
        ending(self.supervisor, " yes")

    def seen_on_site(self) -> None:
        """The report, begun at the door and filed in the evening."""
        site, left = (
            self.supervisor,
            {k: [v] if isinstance(v, str) else [*v] for k, v in SEEN.items()},
        )
        site.tap("/supervision_report")
        site.tap("now")
        self.whole.until(datetime(2026, 9, 5, 17, tzinfo=OFFICE_ZONE))
        while (question := site.last.question) and question.kind is not Kind.REVIEW:
            assert question.error is None, (question.box, site.last.text)
            if question.kind is Kind.PHOTO:
                site.show(picture(self.store, "the hall"))
            else:
                site.say(left[question.box].pop(0) if question.box in left else "是")
        site.tap("submit")

    def confirmed(self) -> None:
        """By the management station; the station replies to the demand, and that is accepted."""
        self.officer.tap("/supervision_reports")
        self.officer.say("1")
        ending(self.officer, " confirm")
        self.officer.tap("submit")
        self.head.tap("/correction_reply")
        self.head.say("已装好排烟设备")
        self.head.tap("yes")
        self.head.show(picture(self.store, "the new device"))
        for said in ("keep", "no", "submit"):
            self.head.tap(said)
        self.officer.tap("/supervision_reports")
        self.officer.say("1")

    # --- scores ---

    def scored(self, *lines: str) -> None:
        """Both parts of everybody, given by the leader."""
        self.head.tap(f"/score_entry {self.number}")
        for said in ("理论和实操", "1", "1", "1", *lines):
            self.head.say(said)

    def corrected(self, place: int, marks: str, reason: str) -> None:
        """A confirmed score put right, with the reason on record."""
        self.head.tap(f"/score_entry {self.number} {self.item.id} place={place} correct")
        for said in (marks, "是", reason):
            self.head.say(said)

    def scores_confirmed(self) -> None:
        self.examiners[0].tap(f"/score_confirmation {self.number} {self.item.id}")
        self.examiners[0].say("1")

    # --- reports and material ---

    def reported(self) -> None:
        """Filed, objected to, revised, confirmed by all (R7.2)."""
        leader, second, third = self.examiners
        leader.tap("/evaluation_report")
        for box in ("unsealing", "rooms", "scoring", "incidents"):
            assert leader.box == box
            leader.say("1")
        leader.say("-")
        leader.tap("submit")
        third.tap("/report_opinion")
        third.say("3")
        third.say("没有写焊机故障")
        leader.tap(f"/evaluation_report {self.item.id}")
        leader.say("补写焊机故障")
        leader.tap("edit:rooms")
        leader.say("2")
        leader.say("3 号工位焊机故障，当场更换")
        leader.tap("submit")
        for talker in (second, third):
            talker.tap("/report_opinion")
            talker.say("1")

    def pictured(self) -> None:
        """Every picture and scan, one after the other, and where the papers are kept."""
        taken = datetime(2026, 9, 5, 9, 30, tzinfo=OFFICE_ZONE)
        self.head.tap("/exam_material")
        for _ in range(40):
            if "影像材料齐了" in self.head.last.text:
                return
            question = self.head.last.question
            if question is None:
                ending(self.head, " missing")
            elif question.kind is Kind.CONFIRM:
                self.head.tap("keep")
            elif question.kind in {Kind.PHOTO, Kind.FILE}:
                self.head.show(self.dated(taken))
            else:
                self.head.say(IN_MATERIAL.get(question.box, "1"))
        raise AssertionError(self.head.last.text)

    def dated(self, taken: datetime) -> Received:
        with self.store.writing() as work:
            content = f"{self.number} {taken} {self.head.last.text}".encode()
            file = work.files.note(content, "image/jpeg", taken_at=taken)
        when = taken.replace(tzinfo=None).isoformat()
        return Received(file.id, "image/jpeg", len(content), 1200, 900, taken_at=when)

    # --- results, money, certificates ---

    def results_in(self) -> int:
        """The number of the paper."""
        self.head.tap(f"/results {self.number}")
        self.head.tap("skip")
        return self.whole.submitted()

    def paid(self) -> None:
        """At the price of the year, and found to have come."""
        with self.store.writing() as work:
            price = [[int(self.item.level), 6500]]
            work.policy.set("unit_prices", price, work.today.replace(month=1, day=1))
        self.head.tap(f"/settlement {self.number}")
        self.head.say("江苏省常州技师学院")
        self.head.say("2026-09-17")
        self.head.show(picture(self.store, "the slip"))
        self.head.tap("keep")
        self.head.tap("submit")
        self.officer.tap(f"/settlement_check {self.number}")
        ending(self.officer, "confirm")

    def applied_for(self) -> None:
        """By the management station; the centre releases the numbers, with the code the labour department gave."""
        with self.store.writing() as work:
            code = read_issuer("S000065000102")
            work.certificate_series.set_issuer_code(self.whole.play.station, code)
        self.officer.tap(f"/certificate_application {self.number}")
        self.officer.tap("skip")
        self.officer.tap("submit")
        self.centre.tap("/todo")
        self.centre.tap(next(v for v in self.centre.values if v.startswith("/approve ")))
        ending(self.centre, " approve")
        self.centre.say("同意")

    def issued(self) -> None:
        self.centre.tap(f"/certificates {self.number} confirm")
        self.carried_out()

    def reissued(self, number: str, name: str, reason: str) -> None:
        """Another certificate in its place, under a number of its own."""
        self.centre.tap("/certificate_change")
        self.centre.say(number)
        self.centre.tap("reissue")
        for said in (name, reason, "提交"):
            self.centre.say(said)

    def sent_home(self) -> None:
        """Posted, and signed for whole."""
        self.officer.tap(f"/shipment {self.number}")
        for said in (
            "江苏省常州市武进区鸣新中路2号",
            "中国邮政 EMS",
            "EA123456789CN",
            "2026-09-18",
        ):
            self.officer.say(said)
        self.officer.tap("submit")
        self.head.tap(f"/shipments {self.number}")
        ending(self.head, " yes")

    def printed(self, export: str) -> bytes:
        """A document of the batch, as the centre gets it."""
        press = Press(self.store)
        paper = Paper(export, self.whole.batch.id, "")
        return press.print(press.collect(paper, self.whole.person(self.centre))).data

    def certificates(self) -> list[Certificate]:
        """In running order."""
        with self.store.reading() as work:
            return [one.certificate for one in work.issuing.of(self.whole.batch.id)]


def step(talker: Talker, said: str) -> None:
    """A value that can be tapped, or words."""
    talker.tap(said) if said in talker.values else talker.say(said)


def ending(talker: Talker, how: str) -> None:
    talker.tap(next(value for value in talker.values if value.endswith(how)))
