"""`kaowu keys`: the keys certificates are signed with."""

import typer

from bot.commands import DataDir, settings_of

keys = typer.Typer(help="The keys certificates are signed with.", no_args_is_help=True)


@keys.callback()
def about() -> None:
    """The keys certificates are signed with."""


@keys.command("rotate-signing")
def rotate_signing(*, data: DataDir = None) -> None:
    """Sign what is printed from now on with a new key; everything printed before stays valid."""
    from bot import wiring

    # The way on for whoever has lost the secret key for good.
    settings = settings_of(data)
    with wiring.opened(settings, with_other_keys=True) as store, store.writing() as work:
        number = work.signing.rotate()
    typer.echo(f"Certificates are signed with key {number} from now on; publish it anew.")
