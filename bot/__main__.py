"""`python -m bot` is `kaowu`."""

from bot.cli import main

main()
