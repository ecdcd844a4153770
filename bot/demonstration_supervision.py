"""Of the demonstration: exams somebody was sent to, and what they found there (R4.8, R7.3).

One report waits for the management station; of another the station has answered what was demanded.
"""

from datetime import date, datetime, time, timedelta

from bot.demonstration_hands import SKIPPED, Hands, at
from bot.demonstration_pictures import PAGE, picture
from bot.demonstration_station import entries
from conversations.engine.form import NOTED, Form
from conversations.engine.messages import Json
from conversations.examiners.assignment_reply import AssignmentReply
from conversations.examiners.seen_on_site import PhotoOf
from conversations.examiners.supervision_report import SupervisionReport
from conversations.officers.supervision import Supervision, SupervisionChoice
from conversations.officers.supervision_confirmation import ReportDecision, SupervisionConfirmation
from conversations.stations.correction_reply import CorrectionReply
from rules.roles import Role
from rules.supervision_reports import LineVerdict, SupervisionConclusion, SupervisionLine
from store.batches import Batch
from store.clock import OFFICE_ZONE
from store.demonstration_accounts import STATION
from store.seed import MANAGEMENT_STATION

SENT_BEFORE = timedelta(days=10)
ARRIVED, PHOTO_AT, LEFT, FILED = time(8, 30), time(14, 5), time(16, 40), time(17, 15)
CONFIRMED_AFTER = timedelta(days=1)
ANSWERED_AFTER = timedelta(days=3)
DUE_AFTER = timedelta(days=20)


class Supervised:
    """A batch with a supervisor; each step on the day it would be taken."""

    def __init__(self, hands: Hands, batch: Batch) -> None:
        self.hands, self.work, self.batch = hands, hands.work, batch

    def file(self) -> None:
        """Sent, accepted, and the report filed on the day of the exam."""
        with at(self.work, self.on_exam_day(ARRIVED) - SENT_BEFORE):
            self.send()
        with at(self.work, self.on_exam_day(FILED)):
            self.by_supervisor(SupervisionReport, **self.report())

    def answer(self) -> None:
        """Confirmed, and answered by the station; to be looked at."""
        report = self.work.supervision_reports.find(self.batch.id)
        assert report
        with at(self.work, report.filed_at + CONFIRMED_AFTER):
            self.by_officer(
                SupervisionConfirmation, report=str(report.id), decision=ReportDecision.CONFIRM
            )
        (demanded,) = self.work.supervision_corrections.of(report.id)
        photo = picture(self.work, f"{self.batch.number} extractor", PAGE)
        with at(self.work, report.filed_at + ANSWERED_AFTER):
            self.hands.fill_in(
                CorrectionReply,
                Role.STATION_HEAD,
                STATION,
                correction=str(demanded.id),
                done_so_far="2 号工位已装移动式焊烟净化器，试焊时排烟正常，见照片。",
                photos=entries({"picture": photo}),
            )

    def send(self) -> None:
        (supervisor,) = self.work.supervisors.of(MANAGEMENT_STATION)
        self.by_officer(
            Supervision,
            batch=f"{self.batch.number}.0",
            decision=SupervisionChoice.SEND,
            supervisor=supervisor.number,
        )
        sent = self.work.supervisions.standing(self.batch.id)
        assert sent
        self.by_supervisor(AssignmentReply, assignment=f"s{sent.id}", accepts=True)

    def report(self) -> dict[str, Json]:
        """Everything as it should be but for the smoke, which was seen to at once and demands more."""
        day = self.batch.exam_on.isoformat()
        people = str(self.work.supervisions.people(self.batch.id))
        lines: dict[str, Json] = dict.fromkeys(SupervisionLine, LineVerdict.YES)
        lines[SupervisionLine.VIOLATIONS_NOTED] = LineVerdict.NOT_APPLICABLE
        lines[SupervisionLine.SAFETY] = LineVerdict.NO
        return {
            "batch": self.batch.number,
            "arrived_on": day,
            "arrived_at": f"{ARRIVED:%H:%M}",
            "present": people,
            "checked": people,
            "mismatched": "0",
            **lines,
            "safety_remark": "2 号工位没有排烟设备",
            "faults": entries(self.fault()),
            "photos": entries(self.photo()),
            "left_on": day,
            "left_at": f"{LEFT:%H:%M}",
            "conclusion": SupervisionConclusion.CORRECTION,
            "remarks": SKIPPED,
            NOTED: {
                "arrived_at": self.on_exam_day(ARRIVED).isoformat(),
                "conclusion": self.on_exam_day(LEFT).isoformat(),
            },
        }

    def fault(self) -> dict[str, Json]:
        due: date = self.batch.exam_on + DUE_AFTER
        return {
            "what": "2 号工位没有排烟设备，焊接烟尘较大",
            "handled": "当场停用该工位，考生改到 5 号工位",
            "demanded": "给 2 号工位装好排烟设备，附照片",
            "due_on": due.isoformat(),
        }

    def photo(self) -> dict[str, Json]:
        taken_at = self.on_exam_day(PHOTO_AT).isoformat()
        shown = picture(self.work, f"{self.batch.number} bay 2", PAGE)
        return {"picture": {**shown, "taken_at": taken_at}, "shows": PhotoOf.FAULT}

    def on_exam_day(self, hour: time) -> datetime:
        return datetime.combine(self.batch.exam_on, hour, OFFICE_ZONE)

    # --- whoever does it ---

    def by_officer(self, form: type[Form], **answers: Json) -> None:
        self.hands.fill_in(form, Role.MANAGEMENT_OFFICER, MANAGEMENT_STATION, **answers)

    def by_supervisor(self, form: type[Form], **answers: Json) -> None:
        (supervisor,) = self.work.supervisors.of(MANAGEMENT_STATION)
        self.hands.fill_in_oneself(form, Role.SUPERVISOR, supervisor.person, **answers)
