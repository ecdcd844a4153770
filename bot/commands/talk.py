"""`kaowu talk`: the conversations in the terminal, as a person on any channel has them."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands import DataDir, settings_of
from rules.roles import Role


def talk(
    form: Annotated[str, typer.Argument(help="The form or command to begin with.")] = "",
    *,
    role: Annotated[Role, typer.Option("--as", help="As whom.")] = Role.GUEST,
    language: Annotated[str, typer.Option(help="zh-CN or en.")] = "zh-CN",
    data: DataDir = None,
) -> None:
    """Play the conversations: on throw-away demonstration data, or on a demonstration directory."""
    from tempfile import TemporaryDirectory

    from bot.settings import Settings
    from bot.terminal import converse

    if data is not None:
        converse(settings_of(data), role, language, form)
        return
    with TemporaryDirectory(prefix="kaowu-talk-") as folder:
        own = Settings(
            data_dir=Path(folder),
            database_url=None,
            redis_url=None,
            files_url=None,
            secret_key=None,
            data_keys=None,
        )
        converse(own, role, language, form)
