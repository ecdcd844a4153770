"""`kaowu verify`: whether the QR code of a certificate is ours, without any network (R8.2)."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import DataDir, settings_of
from bot.faults import Stopped, WrongUsage

if TYPE_CHECKING:
    from rules.verification import SignedLink

PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
LARGEST = 30_000_000

Code = Annotated[
    str,
    typer.Argument(
        metavar="FILE|TEXT", help="The QR code's text, or a file with it or a picture of it."
    ),
]
Keys = Annotated[
    Path | None,
    typer.Option(
        "--keys", help="The published keys as a file; without it those of the data directory."
    ),
]
Publishing = Annotated[bool, typer.Option("--key", help="Print the published keys instead.")]
WithHolder = Annotated[
    bool,
    typer.Option(
        "--holder", help="Ask for the printed name, ID number and check code, and check them too."
    ),
]


def verify(
    code: Code = "",
    *,
    keys: Keys = None,
    publish: Publishing = False,
    holder: WithHolder = False,
    data: DataDir = None,
) -> None:
    """Check the signature in a certificate's QR code; exit code 1 when it is not ours."""
    from store.signing import as_published, is_genuine

    if publish is bool(code):
        raise WrongUsage("Give the QR code's text or a file, or --key alone.")
    published = the_keys(keys, data)
    if publish:
        typer.echo(as_published(published), nl=False)
        return
    found = link_in(code)
    if not is_genuine(found, published):
        raise Stopped("Not verified: this was not signed here, or it was changed.")
    shown(found)
    if holder:
        check_holder(found)


def the_keys(file: Path | None, data: Path | None) -> dict[int, bytes]:
    from bot import wiring
    from store.signing import read_published

    if file is None:
        with wiring.opened(settings_of(data)) as store, store.reading() as work:
            return work.signing.published()
    return read_published(content(file).decode("utf-8", "replace"))


def link_in(code: str) -> "SignedLink":
    """The link in a text, a text file or a picture. Raises Refused when there is none."""
    from rules.findings import Refused
    from rules.verification import read_link

    file = as_file(code)
    if file is None:
        return read_link(code)
    data = content(file)
    if not data.startswith(PICTURES):
        return read_link(data.decode("utf-8", "replace"))
    from exports import qr_code

    for text in qr_code.read(data):
        try:
            return read_link(text)
        except Refused:
            continue  # another QR code on the same picture
    raise Refused("verify-no-code", "R8.2")


def as_file(code: str) -> Path | None:
    try:
        return Path(code) if Path(code).is_file() else None
    except (OSError, ValueError):
        return None  # a text too long, or with characters no file name has


def content(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            raise Stopped(f"{file} is larger than {LARGEST // 1_000_000} MB.")
        return file.read_bytes()
    except OSError as error:
        raise Stopped(f"{file} cannot be read: {error.strerror}.") from error


def shown(link: "SignedLink") -> None:
    """What was signed: to be compared with the paper by whoever holds it."""
    from conversations.words import words

    facts, say = link.facts, words("zh-CN")
    for name in ("kind", "number", "trade", "level", "issued_on", "issuer"):
        label = f"{say.say(f'verify-{name}')} {words('en').say(f'verify-{name}')}"
        typer.echo(f"{label}: {say.argument(getattr(facts, name))}")
    typer.echo(f"Signed with key {link.key}. Compare every line with the paper; whether the")
    typer.echo("certificate was revoked since is told by its page or by a look-up only.")


def check_holder(link: "SignedLink") -> None:
    """Asked for and not given as options: what stands in a command line is kept in its history."""
    import hmac

    from rules.verification import holder_digest, read_check_code

    name = typer.prompt("Name")
    id_number = typer.prompt("ID number")
    code = read_check_code(typer.prompt("Check code"))
    if not hmac.compare_digest(holder_digest(name, id_number, code), link.facts.holder):
        raise Stopped("Not verified: the certificate was not issued to this name and ID number.")
    typer.echo("Name and ID number are those the certificate was issued to.")
