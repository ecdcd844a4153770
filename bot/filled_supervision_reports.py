"""The supervision report as it stands on paper: in Chinese, whatever its reader speaks (R7.3)."""

from collections.abc import Iterator

from bot.filled import PAPER
from exports.supervision_report import FilledFault, FilledLine, FilledPhoto, FilledReport
from rules.catalogue import level_name
from store.batches import Batch
from store.clock import OFFICE_ZONE
from store.supervision_report_rows import ReportId, ReportPhoto, SupervisionReport
from store.unit import UnitOfWork

MINUTE = "%Y-%m-%d %H:%M"


def supervision_report(work: UnitOfWork, subject: int) -> tuple[str, FilledReport]:
    """For its supervisor, the officers above, and once it is confirmed the station."""
    report = work.supervision_reports.read(ReportId(subject))
    batch = work.batches.get(report.batch)
    return f"supervision-report-{batch.number}", filled(work, batch, report)


def filled(work: UnitOfWork, batch: Batch, report: SupervisionReport) -> FilledReport:
    record = report.record
    return FilledReport(
        station=f"{batch.station_name}（{batch.station_code}）",
        batch=batch.number,
        trades="、".join(trades(work, batch)),
        days=" / ".join(dict.fromkeys((f"{batch.theory_on}", f"{batch.practice_on}"))),
        venue=batch.venue,
        supervisor=report.name,
        arrived=f"{record.arrived_at:{MINUTE}}",
        left=f"{record.left_at:{MINUTE}}",
        noted=noted(report),
        filed=f"{report.filed_at:{MINUTE}}",
        counts=(record.expected, record.present, record.checked, record.mismatched),
        lines=tuple(
            FilledLine(PAPER.say(f"supervision_report-{line}"), seen.verdict.value, seen.remark)
            for line, seen in record.lines.items()
        ),
        faults=tuple(
            FilledFault(
                one.what, one.handled, one.demanded, one.due_on.isoformat() if one.due_on else ""
            )
            for one in record.faults
        ),
        conclusion=PAPER.say(f"supervision-conclusion-{record.conclusion}"),
        grounds=record.grounds,
        remarks=record.remarks,
        state=state(report),
        photos=tuple(photos(work, report)),
    )


def trades(work: UnitOfWork, batch: Batch) -> Iterator[str]:
    for item in work.batches.items(batch.id):
        yield f"{item.unit.name} {PAPER.argument(level_name(item.level, item.unit))}"


def noted(report: SupervisionReport) -> str:
    """When the answers were given on site, which may be long before the filing."""
    if report.content.noted is None:
        return "—"
    first, last = (f"{at.astimezone(OFFICE_ZONE):{MINUTE}}" for at in report.content.noted)
    return f"{first} 至 {last}"


def state(report: SupervisionReport) -> str:
    decided = report.decided_at.date() if report.decided_at else ""
    args = {"state": report.state.value, "on": decided}
    return PAPER.say("supervision-paper-state", **args)


def photos(work: UnitOfWork, report: SupervisionReport) -> Iterator[FilledPhoto]:
    """Those that are still there, with their times as they were kept."""
    gone = work.files.gone([one.file for one in report.content.photos])
    for n, one in enumerate(report.content.photos, start=1):
        if one.file not in gone:
            yield FilledPhoto(work.files.content(one.file), f"{n}　{called(one)}")


def called(photo: ReportPhoto) -> str:
    """What it shows and when: the camera's own time, or when it was handed over."""
    at = (photo.taken_at or photo.noted_at).astimezone(OFFICE_ZONE)
    args = {
        "shows": PAPER.say(f"photo-of-{photo.caption}"),
        "at": f"{at:{MINUTE}}",
        "from": "camera" if photo.taken_at else "upload",
    }
    return PAPER.say("supervision-photo", **args)


def for_batch(work: UnitOfWork, batch: Batch) -> FilledReport | None:
    """The one that counts; None where none was filed."""
    found = work.supervision_reports.counting(batch.id)
    return filled(work, batch, found) if found else None
