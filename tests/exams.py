"""A station with a batch open for 1 September, its papers, and who is concerned with its exam."""

import hashlib
from dataclasses import replace
from datetime import date, datetime

from conversations.telling import bring_all
from rules.catalogue import Level
from rules.deadlines import ExamDays
from rules.exam_papers import PaperPlace
from rules.identity import read_id_number
from rules.roles import Role
from store.batches import Batch, BatchId, BatchState, NewItem, batches
from store.clock import OFFICE_ZONE
from store.exam_calls import ExamCall
from store.exam_papers import ExamPaper, Upload
from store.examiners import ExaminerId
from store.messages import Sender
from store.people import PersonId
from store.sessions import SessionKind
from store.supervisors import NewSupervisor, Supervisor
from store.unit import Caller, Store
from tests.batches import application, furnish, item, planned
from tests.people import id_number
from tests.store import office, tree
from tests.store.tree import CHANGZHOU, MANAGEMENT
from tests.talk import Talker

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CLOSES = datetime(2026, 8, 22, tzinfo=OFFICE_ZONE)
"""The papers can be signed for from the same moment."""
BEGINS = datetime(2026, 9, 1, 9, tzinfo=OFFICE_ZONE)


class Stage:
    """The station, its batch of forty welders with a team of three, and its management station."""

    def __init__(self, store: Store, **changes: object) -> None:
        self.store = store
        self.examiners: list[ExaminerId] = furnish(store, 4)
        (line,) = planned(store)
        self.station = tree.hold(store, Role.STATION_OFFICER, CHANGZHOU)
        self.officer = tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
        new = replace(application(item(line, self.examiners[:3])), state=BatchState.OPEN)
        with store.writing() as work:
            self.batch: Batch = work.batches.add(replace(new, **changes))

    def places(self) -> tuple[PaperPlace, ...]:
        with self.store.reading() as work:
            return work.exam_papers.places(self.batch.id)

    def upload(self, content: str) -> Upload:
        digest = hashlib.sha256(content.encode()).hexdigest()
        return Upload(office.upload(self.store, content, WORD), digest)

    def put(self, place: PaperPlace, content: str = "", caller: Caller | None = None) -> ExamPaper:
        upload = self.upload(content or f"{place.part} paper")
        with self.store.writing(caller or self.station) as work:
            return work.exam_papers.put(self.batch.id, place, upload)

    def sealed(self) -> tuple[ExamPaper, ...]:
        """All papers in and sealed, as the roster does it."""
        for place in self.places():
            self.put(place)
        with self.store.writing() as work:
            work.exam_papers.seal(self.batch.id)
        self.submitted()
        with self.store.reading() as work:
            return work.exam_papers.of(self.batch.id)

    def submitted(self) -> None:
        """The roster is in."""
        with self.store.writing() as work:
            changing = batches.update().where(batches.c.id == self.batch.id)
            work.connection.execute(changing.values(state=BatchState.SUBMITTED))

    def now(self) -> Batch:
        """The batch as it stands."""
        with self.store.reading() as work:
            return work.batches.get(BatchId(self.batch.id))

    def examiner(self, n: int) -> Talker:
        """A device of the n-th examiner of the station."""
        with self.store.reading() as work:
            return self.at(work.examiners.by_ids(self.examiners)[self.examiners[n]].person)

    def at(self, person: PersonId) -> Talker:
        with self.store.writing() as work:
            _, token = work.sessions.open(person, SessionKind.BEARER)
        return Talker(self.store, token=token)

    def heard(self, person: PersonId) -> list[str]:
        """Everything that was ever said to that person."""
        bring_all(self.store)
        with self.store.reading() as work:
            return [
                m.body["text"]
                for m in work.messages.after(person, 0, 500)
                if m.sender is Sender.BOT
            ]


def registered(
    store: Store,
    born: date = date(1978, 4, 1),
    *,
    serial: int = 71,
    name: str = "周海燕",
    **changes: object,
) -> Supervisor:
    """Somebody of the management station's register, trained and appointed for three years."""
    new = NewSupervisor(
        name=name,
        number=read_id_number(id_number(born, serial=serial), date(2026, 6, 1)),
        works_at="机械工业教育发展中心",
        phone="13912345678",
        training="督导员培训班 2026-01",
        trained_on=date(2026, 3, 1),
        valid_until=date(2029, 2, 28),
    )
    with store.writing() as work:
        return work.supervisors.register(MANAGEMENT, replace(new, **changes))


def near(store: Store) -> Batch:
    """A batch of the small office that is examined in a week, its papers sealed."""
    with store.writing() as work:
        batch = work.batches.add(office.new_batch())
        for place in work.exam_papers.places(batch.id):
            file = work.files.note(f"{place.part} paper".encode(), WORD).id
            work.exam_papers.put(batch.id, place, Upload(file, "0" * 64))
        work.exam_papers.seal(batch.id)
        work.batches.move(batch.id, ExamDays(date(2026, 6, 8), date(2026, 6, 8)))
        changing = batches.update().where(batches.c.id == batch.id)
        work.connection.execute(changing.values(state=BatchState.SUBMITTED))
        return work.batches.get(batch.id)


def unable(store: Store) -> ExamCall:
    """An examiner of the small office who was asked again and declined; others could stand in."""
    with store.writing() as work:
        first = work.examiners.of(office.STATION.code)[0]
        item = NewItem(office.WELDER, Level.FOUR, 40, None, first.id)
        batch = work.batches.add(office.new_batch(item))
        (call,) = work.exam_calls.ask(batch.id)
    called = Caller(call.person, None, "web", None, frozenset({Role.EXAMINER}))
    with store.writing(called) as work:
        return work.exam_calls.answer(call.id, accepts=False, reason="那天要开会")
