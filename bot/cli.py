"""`kaowu`: the command line. Errors are one sentence on stderr; exit codes 0 done, 1 refused, 2 wrong usage.

Imports little: each command imports what it needs, so that the small ones answer at once.
"""

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from bot.commands import data, export, importing, keys, outbox, serve, show, talk, verify, worker
from bot.faults import Stopped, WrongUsage
from rules.findings import Finding, NotPossible, Refused

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
INTERRUPTED = 130
"""How Typer reports Ctrl-C."""

app = typer.Typer(
    name="kaowu",
    help="考务通: the chat front end of China's machinery-industry skill assessment.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
officer = typer.Typer(help="Officers' accounts.")

app.command()(serve.serve)
app.command()(worker.worker)
app.command()(data.demo)
app.command()(data.migrate)
app.command()(talk.talk)
app.command()(show.catalogue)
app.command()(show.forms)
app.command()(show.check)
app.command()(export.export)
app.command()(verify.verify)
app.add_typer(officer, name="officer")
app.add_typer(outbox.outbox, name="outbox")
app.add_typer(keys.keys, name="keys")
app.add_typer(importing.importing, name="import")
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
        result = app(list(arguments), standalone_mode=False)
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        result = INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one edge of a command: never a traceback
        if "--trace" in arguments:
            traceback.print_exception(error)
        text, result = told(error)
        typer.echo(text, err=True)
    if result == INTERRUPTED:
        typer.echo("Stopped.", err=True)
        return REFUSED
    return result if isinstance(result, int) else DONE


def told(error: Exception) -> tuple[str, int]:
    """An error in one sentence, and the exit code it stands for."""
    match error:
        case WrongUsage():
            return str(error), WRONG_USAGE
        case Stopped():
            return str(error), REFUSED
        case Refused(finding=finding):
            return sentence(finding), REFUSED
        case NotPossible(findings=findings):
            return " ".join(map(sentence, findings)), REFUSED
        case typer.Abort():
            return "Stopped.", REFUSED
        case OSError(strerror=str(why)):
            return f"{error.filename}: {why}." if error.filename else f"{why}.", REFUSED
    # Typer brings the library it is built on, whose exceptions have no public name.
    if hasattr(error, "format_message") and hasattr(error, "exit_code"):
        return str(error.format_message()), int(error.exit_code)
    from store.faults import TransientFault

    if isinstance(error, TransientFault):
        return f"The database cannot be used now: {error}.", REFUSED
    name = type(error).__name__
    return f"A fault of ours ({name}); `kaowu --trace …` shows where it came from.", REFUSED


def sentence(finding: Finding) -> str:
    from conversations.words import words

    english = words("en")
    return english.say(finding.key, **finding.args) if english.has(finding.key) else finding.key
