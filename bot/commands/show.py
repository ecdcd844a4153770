"""`kaowu catalogue`, `kaowu forms`, `kaowu check`: what is in the program itself."""

import json
from typing import Annotated

import typer

from bot.commands import AsJson


def catalogue(
    search: Annotated[str, typer.Argument(help="Part of a name, a code, or pinyin.")] = "",
    *,
    as_json: AsJson = False,
) -> None:
    """The occupations, trades and levels of the guide."""
    from store.catalogue.search import Index
    from store.catalogue.units import load_units

    found = Index(load_units()).find(search)
    if as_json:
        described = [
            {
                "programme": unit.programme,
                "occupation_code": unit.occupation_code,
                "occupation_name": unit.occupation_name,
                "unit_code": unit.code,
                "unit_name": unit.name,
                "levels": [int(level) for level in unit.levels],
                "complete": unit.complete,
            }
            for unit in found
        ]
        typer.echo(json.dumps(described, ensure_ascii=False, indent=1))
        return
    for unit in found:
        levels = " ".join(str(int(level)) for level in unit.levels) or "—"
        typer.echo(f"{unit.code:18} {levels:10} {unit.name}（{unit.occupation_name}）")
    if not found:
        typer.echo(f"Nothing is called {search}.", err=True)
        raise typer.Exit(1)


def forms(*, as_json: AsJson = False) -> None:
    """Every form and command: who may open it, and its boxes in printed order."""
    from bot.paper_forms import described, outlined
    from conversations.house import house

    here = house()
    if as_json:
        typer.echo(json.dumps(described(here), ensure_ascii=False, indent=1))
    else:
        typer.echo(outlined(here))


def check() -> None:
    """Check forms, texts and settings; exit 1 with the list of faults."""
    from bot.checks import faults
    from bot.faults import Stopped
    from bot.settings import load

    found = list(faults())
    try:
        load()
    except Stopped as wrong:
        found.append(str(wrong))
    for fault in found:
        typer.echo(fault)
    if found:
        typer.echo(f"{len(found)} faults.", err=True)
        raise typer.Exit(1)
    typer.echo("Forms, texts and settings are in order.")
