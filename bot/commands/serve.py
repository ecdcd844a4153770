"""`kaowu serve`."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import DataDir, settings_of
from bot.faults import Stopped

if TYPE_CHECKING:
    from bot.settings import Settings
    from store.unit import Store


def serve(
    *,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8000,
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
        serve_settings(settings_of(data), host, port, demo_public=demo_public)
        return
    from bot import rehearsal

    start = rehearsal.moment_of(rehearse)
    with rehearsal.directory(data) as settings:
        rehearsal.prepare(settings, start)
        serve_settings(settings, host, port, demo_public=demo_public)


@contextmanager
def uncollected() -> Iterator[None]:
    """What a start makes stays: to look through it again and again would take a sixth of the start."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@uncollected()
def serve_settings(settings: "Settings", host: str, port: int, *, demo_public: bool) -> None:
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
    logs.configure(settings.log)
    if shows:
        demo.bring_up_to_date(settings)
    with serve.listen(host, port) as listener:

        def announce(address: str, store: "Store") -> None:
            typer.echo(f"Kaowu is at {address}  (Ctrl-C ends it)")
            if store.rehearsing:
                typer.echo(f"Rehearsal; office time: {office_time(store)}")
            if shows:
                typer.echo(demo.accounts(demo.shown(store)))

        serve.serve(settings, listener, announce)


def office_time(store: "Store") -> str:
    with store.reading() as work:
        return f"{work.now:%Y-%m-%d %H:%M}"


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
