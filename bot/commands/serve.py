"""`kaowu serve`."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import DataDir, settings_of
from bot.faults import Stopped, WrongUsage

if TYPE_CHECKING:
    from bot.settings import Settings
    from store.unit import Store


def serve(
    *,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8000,
    processes: Annotated[
        int,
        typer.Option(
            help="How many processes share the port; more than one on PostgreSQL and Redis only.",
            min=1,
        ),
    ] = 1,
    data: DataDir = None,
    demo_public: Annotated[
        bool,
        typer.Option("--demo-public", help="Let others than this machine see demonstration data."),
    ] = False,
    rehearse: Annotated[
        str | None,
        typer.Option(
            metavar="MOMENT",
            help="Rehearse from 2026-06-01T09:00 on: a directory of its own, a clock that is moved.",
        ),
    ] = None,
) -> None:
    """Serve the chat page and its API."""
    if rehearse is None:
        serve_settings(settings_of(data), host, port, processes, demo_public=demo_public)
        return
    if processes > 1:
        raise WrongUsage("A rehearsal has one process: leave --processes away.")
    from bot import rehearsal

    start = rehearsal.moment_of(rehearse)
    with rehearsal.directory(data) as settings:
        rehearsal.prepare(settings, start)
        serve_settings(settings, host, port, 1, demo_public=demo_public)


@contextmanager
def uncollected() -> Iterator[None]:
    """What a start makes stays: to look through it again and again would take a sixth of the start."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@uncollected()
def serve_settings(
    settings: "Settings", host: str, port: int, processes: int, *, demo_public: bool
) -> None:
    from bot import demo, logs, serve

    shows = demo.is_marked(settings)
    if shows and not demo_public and not is_loopback(host):
        raise Stopped(
            "This is demonstration data with known passwords: "
            "serve it on 127.0.0.1, or add --demo-public."
        )
    if shows and settings.is_live:
        raise Stopped(
            "This is demonstration data: it does not go together with the token of a real chat "
            "account. Take another KAOWU_DATA_DIR."
        )
    if processes > 1 and (settings.database_file is not None or settings.redis_url is None):
        raise Stopped(
            "More than one process needs a database and limits that all of them share: set "
            "KAOWU_DATABASE_URL=postgresql://… and KAOWU_REDIS_URL, or leave --processes away."
        )
    logs.configure(settings.log)
    if shows:
        demo.bring_up_to_date(settings)
    with serve.listen(host, port) as listener:
        speaks = processes == 1 or is_first_of(processes, settings)

        def announce(address: str, store: "Store") -> None:
            if not speaks:
                return
            typer.echo(f"Kaowu is at {address}  (Ctrl-C ends it)")
            if store.rehearsing:
                typer.echo(f"Rehearsal; office time: {office_time(store)}")
            if shows:
                typer.echo(demo.accounts(demo.shown(store)))

        serve.serve(settings, listener, announce)


def is_first_of(processes: int, settings: "Settings") -> bool:
    """Go on as so many processes; the one behind them ends here, with their exit code."""
    from bot.processes import Ended, become
    from bot.wiring import require_current

    # Whatever is wrong is said once, and not by each of them.
    require_current(settings)
    try:
        return become(processes)
    except Ended as ended:
        raise typer.Exit(ended.code) from None


def office_time(store: "Store") -> str:
    with store.reading() as work:
        return f"{work.now:%Y-%m-%d %H:%M}"


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
