"""A whole batch in rehearsal time, as everybody concerned lives through it: from the plan to the exam and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.chores import ChoreHand, tell_of_roster
from bot.in_process import jobs_of
from bot.jobs import step
from conversations.engine.messages import Kind, Outgoing, Paper, Received
from conversations.telling import bring_all
from rules.catalogue import Programme
from rules.plans import PlannedLine
from rules.roles import Role
from rules.years import DAY
from store.batches import Batch
from store.chores import ChoreKind
from store.clock import OFFICE_ZONE
from store.examiners import ExaminerId
from store.messages import Sender
from store.people import PersonId
from store.unit import Store
from tests import batches, candidates
from tests.officers import at
from tests.plans import FITTER, WELDERS
from tests.store.office import upload
from tests.store.tree import BRANCH, CENTRE, CHANGZHOU, HAMI, MANAGEMENT
from tests.talk import Talker

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BEGINS = datetime(2026, 6, 1, 9, tzinfo=OFFICE_ZONE)
BOXES_OF_THE_BATCH = frozenset({"trade", "level"})
"""Not asked where a batch has one of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """Who plays, and which desks the papers pass, the last of which approves."""

    programme: Programme
    station: str
    region: str
    line: PlannedLine
    candidate_type: str
    answers: Mapping[str, str | list[str]]
    venue: str
    desks: tuple[tuple[Role, str], ...]


MANAGEMENT_DESK = (Role.MANAGEMENT_OFFICER, MANAGEMENT)
PLAYS = (
    Play(
        programme=Programme.CAPABILITY,
        station=CHANGZHOU,
        region=batches.REGION,
        line=WELDERS,
        candidate_type="在读学生",
        answers=candidates.STUDENT,
        venue="武进区鸣新中路2号实训楼一层",
        desks=(MANAGEMENT_DESK,),
    ),
    Play(
        programme=Programme.SKILL_LEVEL,
        station=HAMI,
        region="新疆维吾尔自治区哈密市",
        line=PlannedLine(FITTER, FITTER.levels[0], 30, 9),
        candidate_type="社会人员",
        answers={**candidates.SOCIAL, "held_skill": "-"},
        venue="伊州区建国北路",
        desks=((Role.BRANCH_OFFICER, BRANCH), MANAGEMENT_DESK, (Role.CENTRE_OFFICER, CENTRE)),
    ),
)


class WholeBatch:
    """The station, its officers and candidates; `at` moves the clock and does what becomes due on the way."""

    def __init__(self, store: Store, play: Play) -> None:
        with store.writing() as work:
            work.rehearsal.begin(BEGINS)
        store.rehearsing = True
        store.public_url = "https://kaowu.example"
        self.store = store
        self.play = play
        self.team: list[ExaminerId] = batches.furnish(
            store, station=play.station, region=play.region
        )
        batches.planned(store, play.line, programme=play.programme, station=play.station)
        self.head = at(store, Role.STATION_HEAD, play.station)
        self.desks = [at(store, role, code) for role, code in play.desks]
        self.officer = self.desks[-2 if len(self.desks) > 1 else -1]
        self.candidates: list[Talker] = []

    # --- time ---

    def until(self, moment: datetime) -> None:
        """Let it be that moment; on the way the timetable is looked at every morning."""
        jobs = jobs_of(self.store, "rehearsal")
        with self.store.reading() as work:
            morning = work.now.replace(hour=8, minute=0, second=0) + DAY
        while morning < moment:
            step(jobs, morning)
            morning += DAY
        step(jobs, moment)

    # --- what anybody does ---

    @property
    def batch(self) -> Batch:
        with self.store.reading() as work:
            return work.batches.of_station(self.play.station).things[0]

    def person(self, talker: Talker) -> PersonId:
        with self.store.reading() as work:
            session = work.sessions.find(talker.token)
        assert session is not None
        return session.person

    def heard(self, talker: Talker) -> list[str]:
        """Everything that was ever said to them."""
        bring_all(self.store)
        with self.store.reading() as work:
            said = work.messages.after(self.person(talker), 0, 2000)
        return [str(m.body["text"]) for m in said if m.sender is Sender.BOT]

    def decided(self, paper: int) -> None:
        """Every desk of the chain agrees, each in its turn."""
        for desk in self.desks:
            desk.tap(f"/approve {paper}")
            agreeing = (v for v in desk.values if v.endswith((" approve", " forward")))
            desk.tap(next(agreeing))
            desk.say("同意")
            assert desk.last.question is None, desk.last.text

    def document(self, content: str) -> Received:
        return Received(upload(self.store, content, WORD), WORD, len(content), digest="0" * 64)

    # --- the station applies ---

    def fill_in(self, **changes: str) -> Outgoing:
        """The application up to its review."""
        play = self.play
        answers = {
            "programme": {
                Programme.CAPABILITY: "职业能力水平评价",
                Programme.SKILL_LEVEL: "职业技能等级认定",
            }[play.programme],
            "candidate_type": play.candidate_type,
            "items.plan_line": "1",
            "items.people": "20",
            "items.leader": "1",
            "items.examiners": "1 2",
            "items.more": "否",
            "theory_on": "2026-09-01",
            "theory_starts_at": "9点",
            "practice_on": "2026-09-01",
            "practice_starts_at": "13:30",
            "venue": play.venue,
            "contact": "刘芳",
            "contact_phone": "0519-85001234",
        } | changes
        while (question := self.head.last.question) and question.kind is not Kind.REVIEW:
            assert question.error is None, (question.box, self.head.last.text)
            self.head.say(answers[question.box])
        return self.head.last

    def submitted(self) -> int:
        """The number of the paper the head has just filed."""
        self.head.tap("submit")
        assert self.head.last.question is None, self.head.last.text
        return int(self.head.values[0].removeprefix("/my_papers "))

    # --- candidates and their station ---

    def candidate(self, serial: int) -> Talker:
        """Somebody at the review of the form."""
        born = date(2008, 3, 4)
        talker = candidates.signed_in(self.store, serial, born)
        self.candidates.append(talker)
        talker.tap(f"/registration {self.batch.number}")
        asked = {k: v for k, v in self.play.answers.items() if k not in BOXES_OF_THE_BATCH}
        candidates.fill(talker, asked)
        return talker

    def registered(self, serial: int) -> Talker:
        """Everything of theirs is in."""
        talker = self.candidate(serial)
        talker.tap("submit")
        assert talker.last.question is None, talker.last.text
        stamping = next((v for v in talker.values if v.startswith("/stamped_form")), None)
        if stamping:
            talker.tap(stamping)
            talker.show(candidates.picture(self.store, f"stamped {serial}"))
            talker.tap("keep")
        return talker

    def approved(self, talker: Talker) -> None:
        """The station approves it, every point confirmed."""
        with self.store.reading() as work:
            number = work.registrations.of(self.person(talker))[0].number
        head = self.head
        head.tap(f"/registration_review {number}")
        head.tap(next(v for v in head.values if v.endswith(" approve")))
        head.say("0")
        with self.store.reading() as work:
            assert work.registrations.of(self.person(talker))[0].state == "approved"

    def with_papers(self) -> None:
        """Both papers of the trade handed in."""
        self.head.tap(f"/paper {self.batch.number}")
        for part in ("theory", "practice"):
            if self.head.box == "place":
                self.head.say("1")
            self.head.show(self.document(part))
            if self.head.values and part == "theory":
                self.head.tap(self.head.values[0])

    def roster(self) -> Outgoing:
        """Handed in, and everybody told."""
        self.head.tap(f"/roster {self.batch.number} confirm")
        ChoreHand(self.store, "one", {ChoreKind.ROSTER_NEWS: tell_of_roster}).drain()
        return self.head.last

    # --- the papers, and another day ---

    def signed_for(self) -> Paper:
        """One paper, with the file that comes for it."""
        self.head.tap(f"/paper_receipt {self.batch.number}")
        self.head.say("1")
        self.head.say("是")
        (paper,) = self.head.last.files
        assert isinstance(paper, Paper)
        return paper

    def moved_to(self, day: str) -> int:
        """The paper that asks for it."""
        self.head.tap("/reschedule")
        for answer in (day, day, "实训设备检修"):
            self.head.say(answer)
        return self.submitted()
