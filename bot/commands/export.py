"""`kaowu export`: documents of a batch and registers, for the office."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from bot.commands import DataDir
from bot.faults import Stopped, WrongUsage
from bot.settings import load

if TYPE_CHECKING:
    from store.batches import Batch
    from store.unit import UnitOfWork


def export(
    name: Annotated[
        str,
        typer.Argument(
            help="roster, sign_in_sheet, application_forms; examiner_register, station_register; plan_summary."
        ),
    ],
    *,
    batch: Annotated[
        str | None, typer.Option(help="The number of the batch, 2026-0001; registers have none.")
    ] = None,
    paper: Annotated[
        int | None, typer.Option(help="The number under which a plan summary was filed.")
    ] = None,
    out: Annotated[Path, typer.Option(help="The file to write.")],
    data: DataDir = None,
) -> None:
    """Write a document of a batch, the table of a plan summary, or a register."""
    from bot import wiring

    check_usage(name, batch=batch, paper=paper)
    with wiring.opened(load(data)) as store, store.reading() as work:
        if batch is not None:
            count = written_whole(out, lambda file: DOCUMENTS[name](work, of(work, batch), file))
            typer.echo(f"{out}: {count} candidates.")
        elif paper is not None:
            count = written_whole(out, lambda file: plan_summary(work, paper, file))
            typer.echo(f"{out}: {count} entries.")
        else:
            count = written_whole(out, lambda file: REGISTERS[name](work, file))
            typer.echo(f"{out}: {count} entries.")


def check_usage(name: str, *, batch: str | None, paper: int | None) -> None:
    """What an export is of has to be named, and nothing else."""
    known = [*DOCUMENTS, *REGISTERS, PLAN_SUMMARY]
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


DOCUMENTS: dict[str, Callable[["UnitOfWork", "Batch", BinaryIO], int]] = {
    "roster": roster,
    "sign_in_sheet": sign_in_sheet,
    "application_forms": application_forms,
}


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
