"""The commands of `kaowu`, by what they are about. What is heavy is imported when a command runs."""

from pathlib import Path
from typing import Annotated

import typer

DataDir = Annotated[
    Path | None, typer.Option("--data", help="The data directory.", show_default="KAOWU_DATA_DIR")
]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]
