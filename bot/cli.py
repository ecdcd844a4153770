"""`kaowu`: the command line. Errors are one sentence on stderr; exit codes 0 done, 1 refused, 2 wrong usage."""

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from bot.commands import data, export, serve, show, talk
from bot.faults import Stopped, WrongUsage
from conversations.words import words
from rules.findings import Finding, NotPossible, Refused
from store.faults import TransientFault

DONE, REFUSED, WRONG_USAGE = 0, 1, 2

app = typer.Typer(
    name="kaowu",
    help="考务通: the chat front end of China's machinery-industry skill assessment.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
officer = typer.Typer(help="Officers' accounts.")

app.command()(serve.serve)
app.command()(data.demo)
app.command()(data.migrate)
app.command()(talk.talk)
app.command()(show.catalogue)
app.command()(show.forms)
app.command()(show.check)
app.command()(export.export)
app.add_typer(officer, name="officer")
officer.command("add")(data.add_officer)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    *,
    trace: Annotated[bool, typer.Option(help="Show where an error came from.")] = False,
) -> None:
    context.obj = trace
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> None:
    """The `kaowu` command."""
    arguments = sys.argv[1:]
    try:
        status = run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing is left to be written at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = DONE
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Carry out one command; the exit code."""
    try:
        # Typer brings the library it is built on, whose exceptions have no public name.
        result = app(list(arguments), standalone_mode=False)
    except BrokenPipeError:
        raise
    except (KeyboardInterrupt, typer.Abort):
        return said("Stopped.", REFUSED)
    except typer.Exit as done:
        return done.exit_code
    except WrongUsage as wrong:
        return said(str(wrong), WRONG_USAGE)
    except Stopped as stopped:
        return said(str(stopped), REFUSED)
    except Refused as refused:
        return said(sentence(refused.finding), REFUSED)
    except NotPossible as refused:
        return said(" ".join(map(sentence, refused.findings)), REFUSED)
    except TransientFault as fault:
        return said(f"The database cannot be used now: {fault}.", REFUSED)
    except Exception as error:  # noqa: BLE001 - the one edge of a command: never a traceback
        return fault_of_ours(error, trace="--trace" in arguments)
    return result if isinstance(result, int) else DONE


def fault_of_ours(error: Exception, *, trace: bool) -> int:
    """Wrong usage as the library found it, or a bug."""
    if hasattr(error, "format_message") and hasattr(error, "exit_code"):
        return said(str(error.format_message()), int(error.exit_code))
    if trace:
        traceback.print_exception(error)
    name = type(error).__name__
    return said(f"A fault of ours ({name}); `kaowu --trace …` shows where it came from.", REFUSED)


def said(text: str, status: int) -> int:
    typer.echo(text, err=True)
    return status


def sentence(finding: Finding) -> str:
    english = words("en")
    return english.say(finding.key, **finding.args) if english.has(finding.key) else finding.key
