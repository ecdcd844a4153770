"""`kaowu export`: documents of a batch and registers, for the office."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from bot.commands import DataDir, settings_of
from bot.faults import Stopped, WrongUsage

if TYPE_CHECKING:
    from exports.certificate_register import RegisterDays
    from store.batches import Batch
    from store.unit import UnitOfWork


CERTIFICATES = "certificate_register"
DAY = "%Y-%m-%d"
FIRST = "Of the certificate register: first day of issue; this year's first unless said."
LAST = "Last day of issue, today unless said."


def export(
    name: Annotated[
        str,
        typer.Argument(
            help="roster, sign_in_sheet, application_forms, score_sheet, qualified_roster, certificate_sheets, reports, supervision_report, settlement, archive; examiner_register, station_register, certificate_register; plan_summary."
        ),
    ],
    *,
    batch: Annotated[
        str | None, typer.Option(help="The number of the batch, 2026-0001; registers have none.")
    ] = None,
    paper: Annotated[
        int | None, typer.Option(help="The number under which a plan summary was filed.")
    ] = None,
    since: Annotated[datetime | None, typer.Option("--from", formats=[DAY], help=FIRST)] = None,
    until: Annotated[datetime | None, typer.Option("--to", formats=[DAY], help=LAST)] = None,
    out: Annotated[Path, typer.Option(help="The file to write.")],
    data: DataDir = None,
) -> None:
    """Write a document of a batch, the table of a plan summary, or a register."""
    from bot import wiring

    check_usage(name, batch=batch, paper=paper)
    if (since or until) and name != CERTIFICATES:
        raise WrongUsage(f"{name} has no days: --from and --to are for {CERTIFICATES}.")
    with wiring.opened(settings_of(data)) as store, store.reading() as work:
        if batch is not None:
            count = written_whole(out, lambda file: DOCUMENTS[name](work, of(work, batch), file))
            typer.echo(f"{out}: {count} {COUNTED.get(name, 'candidates')}.")
        elif paper is not None:
            count = written_whole(out, lambda file: plan_summary(work, paper, file))
            typer.echo(f"{out}: {count} entries.")
        elif name == CERTIFICATES:
            days = register_days(work, since, until)
            count = written_whole(out, lambda file: certificate_register(work, days, file))
            typer.echo(f"{out}: {count} certificates.")
        else:
            count = written_whole(out, lambda file: REGISTERS[name](work, file))
            typer.echo(f"{out}: {count} entries.")


def check_usage(name: str, *, batch: str | None, paper: int | None) -> None:
    """What an export is of has to be named, and nothing else."""
    known = [*DOCUMENTS, *REGISTERS, CERTIFICATES, PLAN_SUMMARY]
    if name not in known:
        raise WrongUsage(f"There is no export {name}; there are {', '.join(known)}.")
    if (batch is None) is (name in DOCUMENTS):
        raise WrongUsage(f"{name} {'is of a batch: --batch' if batch is None else 'has no batch'}.")
    if (paper is None) is (name == PLAN_SUMMARY):
        raise WrongUsage(f"{name} {'is of a paper: --paper' if paper is None else 'has no paper'}.")


def of(work: "UnitOfWork", number: str) -> "Batch":
    found = work.batches.find_by_number(number)
    if found is None:
        raise Stopped(f"There is no batch {number}.")
    return found


def written_whole(out: Path, write: Callable[[BinaryIO], int]) -> int:
    """Write a file that is there only once it is whole."""
    part = out.with_name(f".{out.name}.part")
    try:
        with part.open("wb") as file:
            count = write(file)
        part.replace(out)
    except OSError as error:
        raise Stopped(f"{out} cannot be written: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)
    return count


def roster(work: "UnitOfWork", batch: "Batch", file: BinaryIO) -> int:
    from bot.filled_rosters import head, rows
    from exports.roster import roster

    return roster(head(work, batch), rows(work, batch), file)


def sign_in_sheet(work: "UnitOfWork", batch: "Batch", file: BinaryIO) -> int:
    from bot.filled_rosters import sign_in_sheets
    from exports.sign_in_sheet import Subject, pdf

    sheets = sign_in_sheets(work, batch, Subject)
    if not sheets:
        raise Stopped(f"Nobody of batch {batch.number} is approved yet: there is no sheet to sign.")
    file.write(pdf(sheets))
    return sum(len(sheet.lines) for sheet in sheets if sheet.subject is Subject.THEORY)


def application_forms(work: "UnitOfWork", batch: "Batch", file: BinaryIO) -> int:
    from bot.bundles import wanted_forms
    from bot.press import filled_form
    from exports import application_form
    from exports.bundle import Bundle

    bundle, wanted = Bundle(), wanted_forms(work, batch.id)
    for one in wanted:
        _, form = filled_form(work, one.registration)
        file.writelines(bundle.add(one.name, application_form.pdf(form)))
    file.writelines(bundle.close())
    return len(wanted)


def certificate_sheets(work: "UnitOfWork", batch: "Batch", file: BinaryIO) -> int:
    from bot.filled_certificates import of_batch
    from exports.certificate import pdf

    _, sheets = of_batch(work, batch.id)
    file.write(pdf(sheets))
    return len(sheets)


def reports(work: "UnitOfWork", batch: "Batch", file: BinaryIO) -> int:
    """How many, that on the supervision among them."""
    from bot.filled_evaluations import reports_of_batch
    from exports.evaluation_report import pdf
    from rules.findings import NotPossible

    try:
        _, (papers, supervision) = reports_of_batch(work, batch.id)
    except NotPossible as early:
        raise Stopped(f"Batch {batch.number} has no evaluation report yet.") from early
    file.write(pdf(papers, supervision))
    return len(papers) + (supervision is not None)


def settlement(work: "UnitOfWork", batch: "Batch", file: BinaryIO) -> int:
    from bot.filled_settlements import settlement_sheet
    from exports.settlement import settlement
    from rules.findings import NotPossible

    try:
        sheet = settlement_sheet(work, batch)
    except NotPossible as early:
        raise Stopped(f"Batch {batch.number} cannot be settled: {early}.") from early
    file.write(settlement(sheet))
    return sheet.certificates


def archive(work: "UnitOfWork", batch: "Batch", file: BinaryIO) -> int:
    """How many documents; the opening is on record."""
    from bot.archives import write_archive

    with work.store.writing() as noting:
        noting.archives.note_opened(batch.id)
    return write_archive(work, batch, file)


def qualified_roster(work: "UnitOfWork", batch: "Batch", file: BinaryIO) -> int:
    from bot.filled_results import filled_qualified
    from exports.qualified_roster import qualified_roster
    from rules.findings import NotPossible

    try:
        filled = filled_qualified(work, batch)
    except NotPossible as early:
        raise Stopped(f"The results of batch {batch.number} are not approved and free.") from early
    return qualified_roster(*filled, file)


def supervision_report(work: "UnitOfWork", batch: "Batch", file: BinaryIO) -> int:
    """The one that counts; how many findings."""
    from bot.filled_supervision_reports import for_batch
    from exports.supervision_report import pdf

    report = for_batch(work, batch)
    if report is None:
        raise Stopped(f"No supervision report on batch {batch.number} is filed.")
    file.write(pdf(report))
    return len(report.faults)


def score_sheet(work: "UnitOfWork", batch: "Batch", file: BinaryIO) -> int:
    from bot.filled_scores import scores_of_batch
    from exports.score_sheet import score_sheet
    from rules.findings import NotPossible

    try:
        _, sheet = scores_of_batch(work, batch.id)
    except NotPossible as early:
        raise Stopped(f"The roster of batch {batch.number} is not in yet.") from early
    file.write(score_sheet(sheet))
    return len(sheet.rows)


DOCUMENTS: dict[str, Callable[["UnitOfWork", "Batch", BinaryIO], int]] = {
    "roster": roster,
    "sign_in_sheet": sign_in_sheet,
    "application_forms": application_forms,
    "score_sheet": score_sheet,
    "certificate_sheets": certificate_sheets,
    "qualified_roster": qualified_roster,
    "reports": reports,
    "settlement": settlement,
    "supervision_report": supervision_report,
    "archive": archive,
}


COUNTED = {
    "reports": "reports",
    "supervision_report": "findings",
    "settlement": "certificates",
    "archive": "documents",
}
"""What is counted of a document that has no line for each candidate."""


def examiner_register(work: "UnitOfWork", file: BinaryIO) -> int:
    from bot.filled_examiners import register_row
    from exports.examiner_register import examiner_register

    rows = (register_row(work, one) for one in work.examiners.everyone())
    return examiner_register(work.today, rows, file)


def station_register(work: "UnitOfWork", file: BinaryIO) -> int:
    from bot.filled_stations import register_rows
    from exports.station_register import station_register

    return station_register(work.today, register_rows(work), file)


REGISTERS: dict[str, Callable[["UnitOfWork", BinaryIO], int]] = {
    "examiner_register": examiner_register,
    "station_register": station_register,
}


def register_days(
    work: "UnitOfWork", since: datetime | None, until: datetime | None
) -> "RegisterDays":
    """This year's as far as nothing else is said."""
    from exports.certificate_register import RegisterDays

    first = since.date() if since else date(work.today.year, 1, 1)
    last = until.date() if until else work.today
    if first > last:
        raise WrongUsage("--from cannot be after --to.")
    return RegisterDays(first, last, work.today)


def certificate_register(work: "UnitOfWork", days: "RegisterDays", file: BinaryIO) -> int:
    from bot.filled_results import register_rows
    from exports.certificate_register import certificate_register

    return certificate_register(days, register_rows(work, days), file)


PLAN_SUMMARY = "plan_summary"


def plan_summary(work: "UnitOfWork", number: int, file: BinaryIO) -> int:
    from bot.plan_papers import summary
    from exports.plan_summary import plan_summary
    from rules.approvals import PaperKind
    from rules.findings import NotPossible
    from store.papers import PaperId

    try:
        paper = work.papers.get(PaperId(number))
    except NotPossible as unknown:
        raise Stopped(f"There is no paper {number}.") from unknown
    if paper.kind is not PaperKind.PLAN_SUMMARY:
        raise Stopped(f"Paper {number} is no plan summary.")
    _, sheet = summary(work, paper.subject)
    file.write(plan_summary(sheet))
    return len(sheet.rows)
