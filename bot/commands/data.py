"""`kaowu migrate`, `kaowu demo`, `kaowu officer add`: what is in the data directory."""

import secrets
from typing import Annotated

import typer

from bot.commands import AsJson, DataDir, settings_of
from bot.faults import WrongUsage
from rules.roles import OFFICERS, Role

MANAGEMENT_STATION = "49283000"


def migrate(*, data: DataDir = None) -> None:
    """Bring the database to the current version."""
    from bot import wiring
    from store import migrate
    from store.seed import seed

    settings = settings_of(data)
    wiring.make_folder(settings.data_dir)
    migrate.migrate(settings.database)
    with wiring.opened(settings) as store, store.writing() as work:
        seed(work)
    typer.echo("The database is at the current version.")


def demo(*, data: DataDir = None, as_json: AsJson = False) -> None:
    """Fill a directory of its own with demonstration data, once, and show what there is to try."""
    from bot import demo

    shown = demo.fill(settings_of(data))
    typer.echo(demo.as_json(shown) if as_json else demo.accounts(shown))


def add_officer(
    *,
    name: Annotated[str, typer.Option(prompt=True, help="The officer's name.")],
    id_number: Annotated[
        str, typer.Option(prompt="ID number", hide_input=True, help="Asked for unless given.")
    ],
    role: Annotated[
        Role, typer.Option(help="One of the officers' roles.")
    ] = Role.MANAGEMENT_OFFICER,
    institution: Annotated[str, typer.Option(help="Its code.")] = MANAGEMENT_STATION,
    data: DataDir = None,
) -> None:
    """Open the first officer account of an institution; its user name is the institution's full name."""
    from bot import wiring
    from bot.passwords import Passwords
    from rules.identity import read_id_number
    from rules.names import read_name

    if role not in OFFICERS:
        raise WrongUsage(f"--role must be one of {', '.join(sorted(OFFICERS))}.")
    password = secrets.token_urlsafe(12)
    hashed = Passwords().hash(password)
    with wiring.opened(settings_of(data)) as store, store.writing() as work:
        place = work.institutions.get(institution)
        number = read_id_number(id_number, work.today)
        guest = work.people.add_guest()
        person = work.people.register(guest.id, read_name(name), number, place.name, hashed)
        work.people.appoint(person.id, role, institution)
        work.accounts.assign(institution, person.id)
        work.audit.note("officer-added", f"person:{person.id}", role=role, institution=institution)
    typer.echo(f"User name: {place.name}\nPassword:  {password}  (shown only now)")
