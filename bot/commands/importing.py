"""`kaowu import`: lists people send to the office, taken row by row."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import DataDir, settings_of
from bot.faults import Stopped
from rules.certificates import CertificateKind

if TYPE_CHECKING:
    from bot.certificate_imports import CertificateList
    from bot.roster_chores import Tally
    from bot.roster_imports import Outcome, RosterImport
    from conversations.stations.roster_rows import RosterSheet
    from exports.picture_zip import PictureZip
    from store.batches import BatchId
    from store.certificate_imports import Progress
    from store.unit import Store

Batch = Annotated[str, typer.Option(help="The number of the batch, 2026-0001.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be done, and do nothing.")]

importing = typer.Typer(name="import", help="Take a list, row by row.", no_args_is_help=True)


@importing.callback()
def lists() -> None:
    """Take a list, row by row."""


@importing.command()
def roster(
    file: Annotated[Path, typer.Argument(help="The list as a workbook (.xlsx).")],
    *,
    batch: Batch,
    photos: Annotated[
        Path | None, typer.Option(help="The pictures in a zip, named by ID number.")
    ] = None,
    dry_run: DryRun = False,
    report: Annotated[
        Path | None, typer.Option(help="Where to write the list with what is wrong beside it.")
    ] = None,
    data: DataDir = None,
) -> None:
    """Register the candidates of a station's own roster; sent again it applies only what changed."""
    from bot import wiring
    from bot.commands.export import of, written_whole
    from bot.roster_chores import opened_pictures, opened_sheet
    from conversations.words import LANGUAGES, words

    sheet = opened_sheet(content(file), words(LANGUAGES[0]))
    with (
        opened_pictures(content(photos) if photos else None) as package,
        wiring.opened(settings_of(data)) as store,
    ):
        with store.reading() as work:
            number = of(work, batch).id
        tally = taken(store, number, sheet, package, dry_run=dry_run)
    if report and tally.remarks:
        written_whole(report, lambda out: out.write(tally.report(sheet)))
    tell(tally, dry_run=dry_run)


def taken(
    store: "Store",
    batch: "BatchId",
    sheet: "RosterSheet",
    package: "PictureZip | None",
    *,
    dry_run: bool,
) -> "Tally":
    """The whole list, with a bar where somebody watches."""
    from bot.roster_chores import Tally
    from bot.roster_imports import RosterImport
    from bot.roster_pictures import PictureCase
    from conversations.words import LANGUAGES, words
    from store.pictures import PictureDesk
    from store.unit import OFFICE

    say = words(LANGUAGES[0])
    tally = Tally(say)
    with PictureDesk() as desk:
        case = PictureCase(package, desk, say)
        taking = RosterImport(store, lambda _: OFFICE, batch, sheet, case, dry_run)
        for outcome in shown(taking, sum(1 for _ in sheet.rows())):
            tally.note(outcome)
    return tally


@importing.command()
def certificates(
    file: Annotated[Path, typer.Argument(help="The list: .xlsx, or .csv in UTF-8 or GBK.")],
    *,
    kind: Annotated[
        CertificateKind | None, typer.Option(help="Of all of them, where no column says so.")
    ] = None,
    dry_run: DryRun = False,
    report: Annotated[
        Path | None,
        typer.Option(help="Where to write the rows with something to say; else beside the list."),
    ] = None,
    data: DataDir = None,
) -> None:
    """Take existing certificates into the register; killed and started again it goes on."""
    from bot import wiring
    from bot.certificate_imports import CertificateList
    from conversations.words import LANGUAGES, words

    beside = report or file.with_name(f"{file.stem}-problems.csv")
    with wiring.opened(settings_of(data)) as store:
        try:
            taking = CertificateList(
                store, file, beside, words(LANGUAGES[0]), kind=kind, trial=dry_run
            )
            if taking.unused:
                typer.echo(f"Columns not used: {', '.join(taking.unused)}.", err=True)
            progress = watched(taking, file.name)
        except OSError as error:
            raise Stopped(f"{error.filename or file}: {error.strerror}.") from error
    done = "would be" if dry_run else "were"
    typer.echo(
        f"{progress.added} {done} added, {progress.known} are registered already, "
        f"{progress.differing} differ from what is registered, {progress.wrong} are wrong."
    )
    if progress.report_bytes:
        typer.echo(f"Row by row in {beside}.")
    if progress.differing or progress.wrong:
        raise typer.Exit(1)


def watched(taking: "CertificateList", name: str) -> "Progress":
    """Take it to its end, with a bar where somebody watches."""
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    rows = TextColumn("{task.fields[rows]} rows")
    console = Console(stderr=True)
    shown = console.is_terminal
    with Bar(*columns, rows, TimeRemainingColumn(), console=console, disable=not shown) as bar:
        task = bar.add_task(name, total=1.0, rows=0)
        for state in taking.states():
            bar.update(task, completed=state.done, rows=state.progress.rows)
    return state.progress


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


@importing.command()
def scores(
    file: Annotated[Path, typer.Argument(help="The filled-in score sheet (.xlsx).")],
    *,
    batch: Batch,
    dry_run: DryRun = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace scores that stand otherwise.")
    ] = False,
    reason: Annotated[
        str, typer.Option(help="Why scores an examiner has confirmed are replaced.")
    ] = "",
    data: DataDir = None,
) -> None:
    """Enter the scores of a batch: the whole sheet, or nothing where something in it is wrong or differs."""
    from bot import wiring
    from bot.commands.export import of
    from bot.score_imports import ScoreImport
    from conversations.words import LANGUAGES, words

    say = words(LANGUAGES[0])
    with wiring.opened(settings_of(data)) as store, store.writing() as work:
        found = of(work, batch)
        taking = ScoreImport.of(work, found, content(file), say)
        told = taking.take(replace=replace, reason=reason, dry_run=dry_run)
    for line in told.lines:
        typer.echo(line)
    done = "would be" if dry_run else "were"
    typer.echo(
        f"{told.entered} {done} entered, {told.same} are as they were, {told.differs} differ, "
        f"{told.wrong} are wrong."
    )
    if told.wrong or told.refused:
        raise typer.Exit(1)
