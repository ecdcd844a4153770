"""`kaowu import`: lists people send to the office, taken row by row."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import DataDir
from bot.faults import Stopped
from bot.settings import load

if TYPE_CHECKING:
    from bot.roster_chores import Tally
    from bot.roster_imports import Outcome, RosterImport

importing = typer.Typer(name="import", help="Take a list, row by row.", no_args_is_help=True)


@importing.callback()
def lists() -> None:
    """Take a list, row by row."""


@importing.command()
def roster(
    file: Annotated[Path, typer.Argument(help="The list as a workbook (.xlsx).")],
    *,
    batch: Annotated[str, typer.Option(help="The number of the batch, 2026-0001.")],
    photos: Annotated[
        Path | None, typer.Option(help="The pictures in a zip, named by ID number.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be done, and do nothing.")
    ] = False,
    report: Annotated[
        Path | None, typer.Option(help="Where to write the list with what is wrong beside it.")
    ] = None,
    data: DataDir = None,
) -> None:
    """Register the candidates of a station's own roster; sent again it applies only what changed."""
    from bot import wiring
    from bot.commands.export import of, written_whole
    from bot.roster_chores import Tally, opened_pictures, opened_sheet
    from bot.roster_imports import RosterImport
    from bot.roster_pictures import PictureCase
    from conversations.words import LANGUAGES, words
    from store.pictures import PictureDesk
    from store.unit import OFFICE

    say = words(LANGUAGES[0])
    sheet = opened_sheet(content(file), say)
    with (
        opened_pictures(content(photos) if photos else None) as package,
        wiring.opened(load(data)) as store,
        PictureDesk() as desk,
    ):
        with store.reading() as work:
            number = of(work, batch).id
        case = PictureCase(package, desk, say)
        taking = RosterImport(store, lambda _: OFFICE, number, sheet, case, dry_run)
        tally = Tally(say)
        for outcome in shown(taking, sum(1 for _ in sheet.rows())):
            tally.note(outcome)
    if report and tally.remarks:
        written_whole(report, lambda out: out.write(tally.report(sheet)))
    tell(tally, dry_run=dry_run)


def content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Stopped(f"{file} cannot be read: {error.strerror}.") from error


def shown(taking: "RosterImport", rows: int) -> Iterator["Outcome"]:
    """The rows, with a bar where somebody watches."""
    with typer.progressbar(taking.outcomes(), length=rows, label=taking.sheet.sheet.name) as bar:
        yield from bar


def tell(tally: "Tally", *, dry_run: bool) -> None:
    """Row by row what is wrong, then the sum; exit code 1 when something is."""
    for row, remark in sorted(tally.remarks.items()):
        typer.echo(f"{row}: {'; '.join(remark.splitlines())}")
    done = "would be" if dry_run else "were"
    figures = tally.figures
    typer.echo(
        f"{figures['new']} {done} registered, {figures['changed']} {done} changed, "
        f"{figures['unchanged']} are as they were, {figures['own']} registered themselves, "
        f"{figures['wrong']} are wrong."
    )
    if figures["wrong"]:
        raise typer.Exit(1)
