"""The staff bot on python-telegram-bot: only its transport."""

import os

# The library changes over to spans of time and warns whoever has not opted in.
os.environ.setdefault("PTB_TIMEDELTA", "true")
