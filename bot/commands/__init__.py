"""The commands of `kaowu`, by what they are about. What is heavy is imported when a command runs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.settings import Settings

DataDir = Annotated[
    Path | None, typer.Option("--data", help="The data directory.", show_default="KAOWU_DATA_DIR")
]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]


def settings_of(data: Path | None) -> "Settings":
    """The settings as the environment, the data directory and `--data` have them."""
    from bot.settings import load

    return load(data)
