"""How a command says no: one sentence for the person at the terminal, and an exit code."""


class Stopped(Exception):
    """The command ends here with exit code 1; the message is the whole sentence shown."""


class WrongUsage(Stopped):
    """The command was called wrongly or a setting is wrong: exit code 2."""
