"""The staff bot on python-telegram-bot: only its transport."""
