"""`kaowu export`: documents of a batch, for the office."""

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
    name: Annotated[str, typer.Argument(help="roster or application_forms.")],
    *,
    batch: Annotated[str, typer.Option(help="The number of the batch, 2026-0001.")],
    out: Annotated[Path, typer.Option(help="The file to write.")],
    data: DataDir = None,
) -> None:
    """Write a document of a batch: its roster, or all its application forms in a zip."""
    from bot import wiring

    if name not in DOCUMENTS:
        raise WrongUsage(f"There is no export {name}; there are {' and '.join(DOCUMENTS)}.")
    with wiring.opened(load(data)) as store, store.reading() as work:
        found = work.batches.find_by_number(batch)
        if found is None:
            raise Stopped(f"There is no batch {batch}.")
        count = written_whole(out, lambda file: DOCUMENTS[name](work, found, file))
    typer.echo(f"{out}: {count} candidates.")


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
    from bot.filled import roster_head, roster_row
    from exports.roster import roster

    return roster(roster_head(batch), map(roster_row, work.registrations.roster(batch.id)), file)


def application_forms(work: "UnitOfWork", batch: "Batch", file: BinaryIO) -> int:
    from zipfile import ZIP_DEFLATED, ZipFile

    from bot.press import filled_form
    from exports import application_form

    count = 0
    with ZipFile(file, "w", ZIP_DEFLATED) as bundle:
        for line in work.registrations.roster(batch.id):
            name, form = filled_form(work, line.registration.id)
            bundle.writestr(f"{name}.pdf", application_form.pdf(form))
            count += 1
    return count


DOCUMENTS: dict[str, Callable[["UnitOfWork", "Batch", BinaryIO], int]] = {
    "roster": roster,
    "application_forms": application_forms,
}
