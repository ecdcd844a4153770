"""What every channel may hear from the front desk instead of an answer."""


class Busy(Exception):
    """Nothing was done; the same message is welcome again after `retry_after` seconds."""

    def __init__(self, retry_after: int = 1) -> None:
        super().__init__(f"busy, come back after {retry_after} s")
        self.retry_after = retry_after


class TooMany(Busy):
    """Not we but the caller is too busy: a limit of R8.2 or on new sessions is reached."""
