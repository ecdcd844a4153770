"""督导报告: filled in on site by whoever was sent, on a phone and with a line that comes and goes (R7.3)."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from conversations import exam_wording as wording
from conversations.engine.boxes import (
    Choice,
    Hour,
    Known,
    Many,
    Pick,
    Text,
    only_if,
    only_when,
    optional,
    settled,
)
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import NOTED, Done, Form
from conversations.engine.messages import Json, Received, Sentence, Words
from conversations.examiners.seen_on_site import (
    FaultFound,
    Headcount,
    LeavingHour,
    ReportFacts,
    SitePicture,
    days_from_arrival,
    days_seen,
    facts_of,
    moment,
    said_no,
)
from conversations.examiners.supervision_news import printed, tell_filed
from rules.deadlines import OFFICE
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from rules.supervision_reports import (
    Fault,
    LineVerdict,
    ReportRecord,
    ReportState,
    Seen,
    SupervisionConclusion,
    SupervisionLine,
    report_findings,
)
from store.batches import Batch
from store.files import FileId
from store.supervision_report_rows import NewReport, ReportPhoto, exam_seen
from store.unit import UnitOfWork


def exam_shown(facts: ReportFacts | None, say: Words) -> str:
    if facts is None:
        return "…"
    return say.say("supervised-exam", **wording.told(facts.batch, say))


def came_back(form: Sheet) -> str:
    facts = facts_of(form)
    return facts.came_back if facts else ""


def how_many(form: Sheet) -> int | None:
    facts = facts_of(form)
    return facts.expected if facts else None


class SupervisionReport(Form):
    """Arrival first and leaving last, as the day goes; every answer keeps the time it was given."""

    roles = who_may(Action.FILE_SUPERVISION_REPORT)
    facts_from = ("batch",)
    on_site = True

    batch = settled(Pick("batches_to_report_on"))
    exam = Known(facts_of, exam_shown)
    returned_for = only_if(lambda form: bool(came_back(form)), Known(came_back))
    arrived_on = settled(Choice(days_seen))
    arrived_at = Hour()
    expected = Known(how_many, lambda count, _: "…" if count is None else str(count))
    present = Headcount("supervision-present-too-many", of="expected")
    checked = Headcount("supervision-checked-too-many", of="present")
    mismatched = Headcount("supervision-mismatched-too-many", of="checked")
    examiners_on_time = Choice(LineVerdict)
    examiners_on_time_remark = said_no(SupervisionLine.EXAMINERS_ON_TIME)
    examiners_badges = Choice(LineVerdict)
    examiners_badges_remark = said_no(SupervisionLine.EXAMINERS_BADGES)
    identity_checked = Choice(LineVerdict)
    identity_checked_remark = said_no(SupervisionLine.IDENTITY_CHECKED)
    no_substitutes = Choice(LineVerdict)
    no_substitutes_remark = said_no(SupervisionLine.NO_SUBSTITUTES)
    belongings_checked = Choice(LineVerdict)
    belongings_checked_remark = said_no(SupervisionLine.BELONGINGS_CHECKED)
    rules_read = Choice(LineVerdict)
    rules_read_remark = said_no(SupervisionLine.RULES_READ)
    rooms_patrolled = Choice(LineVerdict)
    rooms_patrolled_remark = said_no(SupervisionLine.ROOMS_PATROLLED)
    violations_noted = Choice(LineVerdict)
    violations_noted_remark = said_no(SupervisionLine.VIOLATIONS_NOTED)
    standard_applied = Choice(LineVerdict)
    standard_applied_remark = said_no(SupervisionLine.STANDARD_APPLIED)
    no_cheating = Choice(LineVerdict)
    no_cheating_remark = said_no(SupervisionLine.NO_CHEATING)
    record_kept = Choice(LineVerdict)
    record_kept_remark = said_no(SupervisionLine.RECORD_KEPT)
    theory_seats = Choice(LineVerdict)
    theory_seats_remark = said_no(SupervisionLine.THEORY_SEATS)
    practice_site = Choice(LineVerdict)
    practice_site_remark = said_no(SupervisionLine.PRACTICE_SITE)
    equipment_ready = Choice(LineVerdict)
    equipment_ready_remark = said_no(SupervisionLine.EQUIPMENT_READY)
    papers_sealed = Choice(LineVerdict)
    papers_sealed_remark = said_no(SupervisionLine.PAPERS_SEALED)
    order_of_events = Choice(LineVerdict)
    order_of_events_remark = said_no(SupervisionLine.ORDER_OF_EVENTS)
    safety = Choice(LineVerdict)
    safety_remark = said_no(SupervisionLine.SAFETY)
    fees = Choice(LineVerdict)
    fees_remark = said_no(SupervisionLine.FEES)
    numbers_shown = Choice(LineVerdict)
    numbers_shown_remark = said_no(SupervisionLine.NUMBERS_SHOWN)
    faults = optional(Many(FaultFound, at_most=20))
    photos = Many(SitePicture, at_least=1, at_most=20)
    left_on = settled(Choice(days_from_arrival))
    left_at = LeavingHour()
    conclusion = Choice(SupervisionConclusion)
    grounds = only_when("conclusion", SupervisionConclusion.INVALID, Text(longest=500))
    remarks = optional(Text(longest=500))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`2026-0417`; a report that came back opens as it was filed. NotPossible says why not now."""
        owed = [one.number for one in work.supervision_reports.to_file()]
        if not argument and not owed:
            raise NotPossible(Finding("supervision-reports-none", "R7.3"))
        number = argument or (owed[0] if len(owed) == 1 else "")
        if not number:
            return {}
        batch = named(work, number)
        if against := work.supervision_reports.against(batch.id):
            raise NotPossible(against)
        before = work.supervision_reports.find(batch.id)
        return {**(before.content.answers if before else {}), "batch": batch.number}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ReportFacts | None:
        batch = work.batches.find_by_number(answers["batch"]) if "batch" in answers else None
        if batch is None:
            return None
        before = work.supervision_reports.find(batch.id)
        is_back = before is not None and before.state is ReportState.RETURNED
        reason = before.reason if before and is_back else ""
        return ReportFacts(batch, work.supervisions.people(batch.id), work.now, reason)

    def problems(self) -> Iterator[Finding]:
        facts: ReportFacts = self.facts
        yield from report_findings(self.record(), exam_seen(facts.batch), facts.now)

    def record(self) -> ReportRecord:
        return ReportRecord(
            arrived_at=moment(self.arrived_on, self.arrived_at),
            left_at=moment(self.left_on, self.left_at),
            expected=self.facts.expected,
            present=int(self.present),
            checked=int(self.checked),
            mismatched=int(self.mismatched),
            lines={
                line: Seen(self.values[line], self.values[f"{line}_remark"] or "")
                for line in SupervisionLine
            },
            faults=tuple(map(fault, self.faults)),
            conclusion=self.conclusion,
            grounds=self.grounds or "",
            remarks=self.remarks or "",
        )

    def submit(self, work: UnitOfWork) -> Done:
        batch = named(work, self.batch)
        new = NewReport(
            record=self.record(),
            photos=tuple(photo(one, work.now) for one in self.photos),
            noted=noted(self.answers),
            answers=self.answers,
        )
        filed = work.supervision_reports.file(batch.id, new)
        tell_filed(work, batch, filed)
        said = Sentence("supervision-report-filed", {"number": batch.number})
        steps = (f"/supervision_reports {filed.id}", "/menu")
        return Done((said,), (printed(filed, batch, wording.spoken(work)),), next=steps)


def named(work: UnitOfWork, number: str) -> Batch:
    """The batch; whose it is the report's own check says."""
    found = work.batches.find_by_number(number)
    if found is None:
        raise NotPossible(Finding("batch-unknown"))
    return found


def fault(one: FaultFound) -> Fault:
    return Fault(one.what, one.handled or "", one.demanded or "", one.due_on)


def photo(one: SitePicture, now: datetime) -> ReportPhoto:
    """The camera's own time names no zone; it is taken to be on office time."""
    picture: Received = one.values["picture"]
    taken = datetime.fromisoformat(picture.taken_at) if picture.taken_at else None
    return ReportPhoto(
        FileId(picture.file),
        one.values["shows"].value,
        datetime.fromisoformat(picture.noted_at) if picture.noted_at else now,
        taken.replace(tzinfo=taken.tzinfo or OFFICE) if taken else None,
    )


def noted(answers: Mapping[str, Json]) -> tuple[datetime, datetime] | None:
    """When the first and the last of the answers that stand were given."""
    times = sorted(map(datetime.fromisoformat, answers.get(NOTED, {}).values()))
    return (times[0], times[-1]) if times else None
