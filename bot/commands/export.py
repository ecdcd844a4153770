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
    name: Annotated[str, typer.Argument(help="roster, sign_in_sheet, application_forms or examiner_register.")],
    *,
    batch: Annotated[
        str | None, typer.Option(help="The number of the batch, 2026-0001; registers have none.")
    ] = None,
    out: Annotated[Path, typer.Option(help="The file to write.")],
    data: DataDir = None,
) -> None:
    """Write a document of a batch (roster, sign-in sheets, application forms in a zip), or a register."""
    from bot import wiring

    if name not in {*DOCUMENTS, *REGISTERS}:
        known = " and ".join([*DOCUMENTS, *REGISTERS])
        raise WrongUsage(f"There is no export {name}; there are {known}.")
    if (batch is None) is (name in DOCUMENTS):
        raise WrongUsage(f"{name} {'is of a batch: --batch' if batch is None else 'has no batch'}.")
    with wiring.opened(load(data)) as store, store.reading() as work:
        if batch is None:
            count = written_whole(out, lambda file: REGISTERS[name](work, file))
            typer.echo(f"{out}: {count} entries.")
        else:
            count = written_whole(out, lambda file: DOCUMENTS[name](work, of(work, batch), file))
            typer.echo(f"{out}: {count} candidates.")


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


REGISTERS: dict[str, Callable[["UnitOfWork", BinaryIO], int]] = {
    "examiner_register": examiner_register,
}
