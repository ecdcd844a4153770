"""督导报告和整改: what the caller owes, has to decide or may read of supervision reports and their corrections (R7.3)."""

from collections.abc import Iterator

from conversations.engine.form import Done
from conversations.engine.messages import Picture, Sentence, sentences
from conversations.examiners.supervision_news import demanded, named, printed
from conversations.menu import Command
from conversations.officers.supervision_desk import Entry, here
from conversations.paging import further, is_page, page_meant
from conversations.talk import Talk
from rules.deadlines import OFFICE
from rules.findings import NotPossible
from rules.roles import Action, who_may
from rules.supervision_reports import CorrectionState, LineVerdict, ReportState
from store import rights
from store.pages import page_of
from store.supervision_corrections import CorrectionId, SupervisionCorrection
from store.supervision_report_rows import ReportId, ReportPhoto, SupervisionReport
from store.unit import UnitOfWork

READERS = who_may(Action.READ_SUPERVISION_REPORT) | who_may(Action.FILE_SUPERVISION_REPORT)


def supervision_reports(talk: Talk, argument: str) -> Done:
    """What is to be done first, then what else can be read; `12` one report with its PDF and pictures."""
    if not is_page(argument):
        number = argument.partition(" ")[0]
        try:
            report = ReportId(int(number) if number.isdecimal() else 0)
            return shown(talk, talk.work.supervision_reports.read(report))
        except NotPossible as refused:
            return Done(sentences(refused.findings), next=("/supervision_reports", "/menu"))
    return listed(talk.work, page_meant(argument))


def listed(work: UnitOfWork, page: int) -> Done:
    to_do = tuple(here(work))
    above = {one.step for one in to_do}
    others = (one for one in readable(work) if one.step not in above)
    found = page_of([*to_do, *others], page)
    if not found.things:
        return Done((Sentence("supervision-reports-none"),), next=("/menu",))
    lines = (
        Sentence(one.line.key, {**one.line.args, "n": n})
        for n, one in enumerate(found.things, start=1)
    )
    steps = [one.step for one in found.things]
    steps += further("/supervision_reports", page, found)
    return Done((Sentence("supervision-reports-listed"), *lines), next=(*steps, "/menu"))


def readable(work: UnitOfWork) -> Iterator[Entry]:
    """Reports decided or under way, the latest first."""
    page = 0
    while True:
        found = work.supervision_reports.readable(page)
        for one in found.things:
            yield Entry(Sentence("supervision-report-line", report_told(work, one)), reading(one))
        if not found.more:
            return
        page += 1


def reading(report: SupervisionReport) -> str:
    return f"/supervision_reports {report.id}"


def report_told(work: UnitOfWork, report: SupervisionReport) -> dict[str, object]:
    return {
        **named(work.batches.get(report.batch)),
        "state": report.state.value,
        "conclusion": report.conclusion.value,
    }


def shown(talk: Talk, report: SupervisionReport) -> Done:
    """The whole of it in words, what was wrong line by line; the checklist in full stands on the PDF."""
    work, record = talk.work, report.record
    told = {
        **report_told(work, report),
        "name": report.name,
        "arrived": record.arrived_at,
        "left": record.left_at,
        "expected": record.expected,
        "present": record.present,
        "checked": record.checked,
        "mismatched": record.mismatched,
        "filed_at": report.filed_at,
    }
    says = [
        Sentence("supervision-report-shown", told),
        *wrong_lines(talk, report),
        *fault_lines(report),
        *closing_lines(report),
    ]
    corrections = work.supervision_corrections.of(report.id)
    says += [correction_sentence(work, one) for one in corrections]
    batch = work.batches.get(report.batch)
    papers = (printed(report, batch, talk.words),)
    steps = (*ways_on(work, report, corrections), "/supervision_reports", "/menu")
    return Done(tuple(says), papers, tuple(pictures(talk, report)), next=steps)


def wrong_lines(talk: Talk, report: SupervisionReport) -> Iterator[Sentence]:
    """Every no with its remark; how many lines were in order."""
    seen = report.record.lines
    verdicts = [one.verdict for one in seen.values()]
    args = {
        "all": len(verdicts),
        "yes": verdicts.count(LineVerdict.YES),
        "no": verdicts.count(LineVerdict.NO),
        "na": verdicts.count(LineVerdict.NOT_APPLICABLE),
    }
    yield Sentence("supervision-checklist", args)
    for line, one in seen.items():
        if one.verdict is LineVerdict.NO:
            label = talk.words.say(f"supervision_report-{line}")
            yield Sentence("supervision-checklist-no", {"line": label, "remark": one.remark})


def fault_lines(report: SupervisionReport) -> Iterator[Sentence]:
    for n, fault in enumerate(report.record.faults, start=1):
        args = {
            "n": n,
            "what": fault.what,
            "handled": fault.handled or "none",
            "demanded": fault.demanded or "none",
            "due": fault.due_on or "none",
        }
        yield Sentence("supervision-fault-line", args)


def closing_lines(report: SupervisionReport) -> Iterator[Sentence]:
    if report.record.grounds:
        yield Sentence("supervision-grounds", {"grounds": report.record.grounds})
    if report.record.remarks:
        yield Sentence("supervision-remarks", {"remarks": report.record.remarks})
    if report.state is ReportState.RETURNED:
        yield Sentence("supervision-returned-for", {"reason": report.reason})
    if report.content.noted:
        first, last = report.content.noted
        yield Sentence("supervision-noted", {"first": first, "last": last})


def pictures(talk: Talk, report: SupervisionReport) -> Iterator[Picture]:
    for photo in report.content.photos:
        file = talk.work.files.find(photo.file)
        if file is not None:
            called = photo_called(talk, photo)
            yield Picture(file.id, called, file.media_type, file.size)


def photo_called(talk: Talk, photo: ReportPhoto) -> str:
    """What it shows and when: the camera's own time, or when it was handed over."""
    at = (photo.taken_at or photo.noted_at).astimezone(OFFICE)
    args = {
        "shows": talk.words.say(f"photo-of-{photo.caption}"),
        "at": f"{at:%Y-%m-%d %H:%M}",
        "from": "camera" if photo.taken_at else "upload",
    }
    return talk.words.say("supervision-photo", **args)


def ways_on(
    work: UnitOfWork, report: SupervisionReport, corrections: tuple[SupervisionCorrection, ...]
) -> Iterator[str]:
    station = work.batches.get(report.batch).station_code
    if rights.covers(work, Action.CONFIRM_SUPERVISION_REPORT, station):
        if report.state is ReportState.FILED:
            yield f"/supervision_confirmation {report.id} confirm"
            yield f"/supervision_confirmation {report.id} send_back"
    elif report.person == work.caller.person and is_back(work, report):
        yield f"/supervision_report {work.batches.get(report.batch).number}"
    yield from (f"/supervision_corrections {one.id}" for one in corrections)


def is_back(work: UnitOfWork, report: SupervisionReport) -> bool:
    """Whether it came back and nothing was filed in its place."""
    returned = report.state is ReportState.RETURNED
    return returned and work.supervision_reports.counting(report.batch) is None


# --- one correction ---


def supervision_corrections(talk: Talk, argument: str) -> Done:
    """`12`: what was demanded, every reply with its pictures, and what was said to it."""
    number = argument.partition(" ")[0]
    try:
        one = talk.work.supervision_corrections.read(
            CorrectionId(int(number) if number.isdecimal() else 0)
        )
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/supervision_reports", "/menu"))
    says = (correction_sentence(talk.work, one), *reply_lines(one))
    steps = (*next_of(talk.work, one), f"/supervision_reports {one.report}", "/menu")
    return Done(says, pictures=tuple(reply_pictures(talk, one)), next=steps)


def correction_sentence(work: UnitOfWork, one: SupervisionCorrection) -> Sentence:
    state = "overdue" if one.is_overdue(work.today) else one.state.value
    return Sentence("supervision-correction-shown", {**demanded(one), "state": state})


def reply_lines(one: SupervisionCorrection) -> Iterator[Sentence]:
    for reply in one.replies:
        yield Sentence("correction-reply-shown", {"at": reply.replied_at, "words": reply.words})
        if reply.accepted is False:
            yield Sentence("correction-refused-shown", {"reason": reply.reason})


def reply_pictures(talk: Talk, one: SupervisionCorrection) -> Iterator[Picture]:
    files = [file for reply in one.replies for file in reply.photos]
    for n, file in enumerate(files, start=1):
        if found := talk.work.files.find(file):
            yield Picture(found.id, str(n), found.media_type, found.size)


def next_of(work: UnitOfWork, one: SupervisionCorrection) -> Iterator[str]:
    station = work.batches.get(one.batch).station_code
    mine = rights.covers(work, Action.ANSWER_SUPERVISION_CORRECTION, station)
    deciding = rights.covers(work, Action.CONFIRM_SUPERVISION_REPORT, station)
    if one.state is CorrectionState.OPEN and mine:
        yield f"/correction_reply {one.id}"
    if one.state is CorrectionState.ANSWERED and deciding:
        yield f"/correction_check {one.id} yes"
        yield f"/correction_check {one.id} no"


SUPERVISION_REPORTS = Command("supervision_reports", READERS, supervision_reports)
SUPERVISION_CORRECTIONS = Command(
    "supervision_corrections",
    who_may(Action.READ_SUPERVISION_REPORT),
    supervision_corrections,
    in_menu_of=frozenset(),
)
