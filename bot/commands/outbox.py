"""`kaowu outbox`: messages that wait for a chat network, those it never took, and another try."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import DataDir, settings_of

if TYPE_CHECKING:
    from store.outbox import Delivery
    from store.unit import UnitOfWork

MOST_SHOWN = 200

outbox = typer.Typer(help="Messages on their way to the chat networks.", no_args_is_help=False)


@outbox.callback(invoke_without_command=True)
def show(
    context: typer.Context,
    *,
    failed: Annotated[
        bool, typer.Option("--failed", help="What was given up, the oldest first.")
    ] = False,
    data: DataDir = None,
) -> None:
    """How many messages wait, and with --failed those no network took."""
    if context.invoked_subcommand is not None:
        return
    from bot import wiring

    with wiring.opened(settings_of(data)) as store, store.reading() as work:
        if not failed:
            for state, count in work.outbox.counts().items():
                typer.echo(f"{state:8} {count}")
            return
        dead = work.outbox.dead(MOST_SHOWN)
        for delivery in dead:
            typer.echo(line(work, delivery))
    typer.echo("Nothing was given up." if not dead else "Try one again: kaowu outbox replay ID")


@outbox.command()
def replay(
    delivery: Annotated[int, typer.Argument(metavar="ID", help="As --failed shows it.")],
    *,
    data: DataDir = None,
) -> None:
    """Let the sender try a message again that was given up."""
    from bot import wiring
    from store.outbox import OutboxId

    with wiring.opened(settings_of(data)) as store, store.writing() as work:
        work.outbox.replay(OutboxId(delivery))
        work.audit.note("outbox-replayed", f"outbox:{delivery}")
    typer.echo(f"Message {delivery} waits to be sent again.")


def line(work: "UnitOfWork", delivery: "Delivery") -> str:
    """Numbers and words only: neither text nor address may reach a terminal."""
    channel = work.chats.get(delivery.chat).channel
    return (
        f"{delivery.id}  {channel}  person {delivery.person}, message {delivery.number}: "
        f"{delivery.problem} after {delivery.attempts} attempts"
    )
