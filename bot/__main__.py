"""`python -m bot` is `kaowu`, where nothing is installed."""

from bot.cli import main

main()
