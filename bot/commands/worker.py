"""`kaowu worker`."""

from typing import Annotated

import typer

from bot.commands import DataDir, settings_of
from bot.faults import WrongUsage


def worker(
    *,
    concurrency: Annotated[int, typer.Option("-n", help="Runs at once.", min=1, max=16)] = 2,
    data: DataDir = None,
) -> None:
    """Carry out the jobs of the timetable, on PostgreSQL; start as many as you like."""
    import asyncio
    from uuid import uuid4

    from bot import logs, wiring
    from bot.worker import Worker

    settings = settings_of(data)
    if settings.database_file is not None:
        raise WrongUsage(
            "Workers need PostgreSQL (KAOWU_DATABASE_URL); on SQLite `kaowu serve` does the jobs."
        )
    logs.configure(settings.log)
    with wiring.opened(settings) as store:
        ours = Worker(store, settings.database, uuid4().hex, concurrency)
        typer.echo("Kaowu works  (Ctrl-C ends it)")
        asyncio.run(ours.run())
