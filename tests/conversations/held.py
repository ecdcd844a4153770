"""The same office after its exams: from the hall to the parcel something waits for that one person at every desk."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import count

from conversations.engine.messages import Received, Said
from conversations.score_wording import scored
from conversations.stations.score_rows import READ
from conversations.words import words
from rules.catalogue import Level
from rules.cells import SentSheet
from rules.deadlines import ExamDays
from rules.evaluations import OpinionKind
from rules.spot_checks import SpotCheckMaterial
from store.batches import Batch, BatchState, batches
from store.clock import OFFICE_ZONE
from store.exam_material import NewMaterial
from store.examiners import ExaminerId
from store.settlements import Payment, Settlement
from store.shipments import Addressee, Waybill
from store.spot_check_rows import Answer, Request
from store.supervision_report_rows import NewReport, SupervisionReport
from store.supervisors import Supervisor
from store.unit import Caller, Store
from tests import exams
from tests.evaluating import examined
from tests.qualified import approve_batch
from tests.store import office
from tests.store.office import OTHER_STATION, STATION, upload
from tests.supervising import FAULT, record

DAYS_AGO = timedelta(days=2)


@dataclass(frozen=True)
class Held:
    """Batches of one candidate each, examined the day before yesterday; the first of the team is that person."""

    store: Store
    everybody: Caller
    serials: Iterator[int] = field(default_factory=lambda: count(201))

    @cached_property
    def team(self) -> Sequence[ExaminerId]:
        """That person, and two others of the station."""
        with self.store.reading() as work:
            known = {one.person: one.id for one in work.examiners.of(STATION.code)}
        assert self.everybody.person
        return (known.pop(self.everybody.person), *known.values())[:3]

    def everywhere(self) -> Mapping[str, Mapping[str, Said]]:
        """Something at every desk; what a wise person answers there, by form and box."""
        self.to_hand_in()
        self.approved()
        self.paid()
        self.confirmed()
        number = self.issued()
        self.sent()
        self.spot_checked()
        self.supervised()
        batch = self.examined()
        return {
            "certificate_change": {"certificate": Said(text=number)},
            "score_import": {
                "batch": Said(text=batch.number),
                "sheet": Said(file=self.sheet(batch)),
            },
        }

    def examined(self) -> Batch:
        """With all scores confirmed."""
        return examined(self.store, self.everybody, self.team, next(self.serials))[0]

    def sheet(self, batch: Batch) -> Received:
        """Its score sheet, filled in otherwise than its scores stand."""
        say = words("zh-CN")
        with self.store.reading() as work:
            there = scored(work, batch)
        (line,) = there.lines
        leader = next(one.number for one in there.team if one.examiner == self.team[0])
        cells = {
            "place": line.running_number,
            "name": there.name(line),
            "theory": 70,
            "practice": 71,
        }
        cells |= {"theory_examiner": leader, "practice_examiner": leader}
        titles = tuple(say.say(f"score-column-{column}") for column in READ)
        head = (say.say("score-sheet-head", number=batch.number, station="", days=""),)
        rows = (head, titles, tuple(cells.get(column) for column in READ))
        return Received("s" * 64, "xlsx", 9_000, sheet=SentSheet("x", rows))

    # --- to the results ---

    def to_hand_in(self) -> Batch:
        """With reports and material, nothing missing."""
        batch = self.examined()
        with self.store.reading() as work:
            (item,) = work.batches.items(batch.id)
            people = [work.examiners.get(one).person for one in self.team]
            places = work.exam_material.places(batch.id)
        leader, *others = (replace(self.everybody, person=one) for one in people)
        with self.store.writing(leader) as work:
            report = work.evaluations.file(item.id, 0, {})
        for one in others:
            with self.store.writing(one) as work:
                work.evaluations.opine(report.id, OpinionKind.CONFIRM, "")
        with self.store.writing(self.everybody) as work:
            taken = datetime.combine(work.today - DAYS_AGO, time(9, 30), OFFICE_ZONE)
            for place in places:
                picture = f"{batch.id} {place}".encode()
                file = work.files.note(picture, "image/jpeg", taken_at=taken).id
                work.exam_material.put(batch.id, place, NewMaterial(file=file, examiners=3))
            work.exam_material.keep_answers(batch.id, "教务处档案室 3 号柜")
        return batch

    def approved(self) -> Batch:
        """To be paid for, and its photos are awaited."""
        batch = self.examined()
        approve_batch(self.store, batch)
        with self.store.writing() as work:
            work.policy.set("unit_prices", [[int(Level.FOUR), 6500]], date(2026, 1, 1))
        return batch

    # --- to the parcel ---

    def paid(self) -> Settlement:
        """As the station says."""
        batch = self.approved()
        slip = upload(self.store, f"slip {batch.id}")
        with self.store.writing(self.everybody) as work:
            payment = Payment("常州市工贸高级技工学校", work.today, slip)
            return work.settlements.file(batch.id, payment)

    def confirmed(self) -> Batch:
        """And found in the account: certificates can be applied for."""
        filed = self.paid()
        with self.store.writing(self.everybody) as work:
            work.settlements.confirm(filed.id, filed.step)
            return work.batches.get(filed.batch)

    def issued(self) -> str:
        """Certificates to be sent; the number of one."""
        batch = self.confirmed()
        with self.store.writing(self.everybody) as work:
            work.issuing.release(batch.id, 1)
            work.issuing.begin(batch.id)
            work.issuing.issue_some(batch.id)
            work.issuing.finish(batch.id)
            (one,) = work.issuing.of(batch.id)
        return one.certificate.number

    def sent(self) -> None:
        """A parcel on its way."""
        self.issued()
        with self.store.writing(self.everybody) as work:
            latest = work.shipments.to_send()[-1]
            to = Addressee(recipient="刘芳", address="常州市新北区", phone="13912345678")
            waybill = Waybill(carrier="EMS", tracking_number="1012345678", sent_on=work.today)
            work.shipments.send(latest.id, to, waybill)

    # --- afterwards ---

    def spot_checked(self) -> None:
        """One check to answer, one to look into."""
        for answered in (False, True):
            batch = self.examined()
            with self.store.writing(self.everybody) as work:
                request = Request((SpotCheckMaterial.PAPERS,), work.today + timedelta(days=9))
                check = work.spot_checks.ask(batch.id, request)
                if answered:
                    work.spot_checks.answer(check.id, check.step, Answer("已备好", "档案室"))

    def supervised(self) -> None:
        """A report the person owes, one nobody filed, one to decide on, and of another a demand or two."""
        own = self.supervisor(office.STUDENT.born, serial=1, name="李晓雨")
        other = self.supervisor(date(1978, 4, 1), serial=71, name="周海燕")
        self.watched(own, OTHER_STATION.code)
        self.watched(other)
        self.reported(other)
        found = self.reported(other, faults=(FAULT, replace(FAULT, what="灭火器过期")))
        with self.store.writing(self.everybody) as work:
            work.supervision_reports.confirm(found.id)
            first, _ = work.supervision_corrections.of(found.id)
            work.supervision_corrections.reply(first.id, "已装好")

    def supervisor(self, born: date, **known: object) -> Supervisor:
        """The one of the register, or a new one."""
        with self.store.reading() as work:
            there = {one.name: one for one in work.supervisors.everyone()}
        return there.get(str(known["name"])) or exams.registered(self.store, born, **known)

    def watched(self, by: Supervisor, station: str = STATION.code) -> Batch:
        """Somebody was sent, and the exam is over."""
        with self.store.writing() as work:
            batch = work.batches.add(office.new_batch(station_code=station))
            work.supervisions.send(batch.id, by.id, None)
            day = work.today - DAYS_AGO
            work.batches.move(batch.id, ExamDays(day, day))
            over = batches.update().where(batches.c.id == batch.id)
            work.connection.execute(over.values(state=BatchState.SUBMITTED))
            return work.batches.get(batch.id)

    def reported(self, by: Supervisor, **changes: object) -> SupervisionReport:
        batch = self.watched(by)
        here = datetime.combine(batch.exam_on, time(8, 30), OFFICE_ZONE)
        none = {"present": 0, "checked": 0, "mismatched": 0}
        times = {"arrived_at": here, "left_at": here + timedelta(hours=8)}
        with self.store.writing(replace(self.everybody, person=by.person)) as work:
            new = NewReport(record=record(**none, **times, **changes))
            return work.supervision_reports.file(batch.id, new)
