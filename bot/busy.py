"""How we say that there is too much to do just now."""


class Busy(Exception):
    """Nothing was done; the same message is welcome again after `retry_after` seconds."""

    def __init__(self, retry_after: int = 1) -> None:
        super().__init__(f"busy, come back after {retry_after} s")
        self.retry_after = retry_after
