"""A zip of any number of documents, handed on in pieces while it is written: memory holds one piece at a time."""

import io
import zipfile
from typing import cast

PIECE = 4_000_000
_SAME_DAY = (1980, 1, 1, 0, 0, 0)
"""Of every document in it: the same documents give the same zip."""


class Bundle:
    """Documents go in with `add`, pieces come out; `close` gives the rest. Used by one thread."""

    def __init__(self, piece: int = PIECE) -> None:
        self._sink = _Sink()
        self._zip = zipfile.ZipFile(cast("io.BytesIO", self._sink), "w", zipfile.ZIP_STORED)
        self._piece = piece

    def add(self, name: str, data: bytes) -> list[bytes]:
        """The pieces that have become whole. PDFs are compressed already and stored as they are."""
        self._zip.writestr(zipfile.ZipInfo(name, _SAME_DAY), data)
        return self._sink.whole(self._piece)

    def close(self) -> list[bytes]:
        """What is left, the list of contents with it."""
        self._zip.close()
        return [*self._sink.whole(self._piece), self._sink.rest()]


class _Sink:
    """What the zip writes to: a file that cannot be read and never goes back."""

    def __init__(self) -> None:
        self._kept = bytearray()

    def write(self, data: bytes) -> int:
        self._kept += data
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""

    def whole(self, piece: int) -> list[bytes]:
        pieces = []
        while len(self._kept) >= piece:
            pieces.append(bytes(self._kept[:piece]))
            del self._kept[:piece]
        return pieces

    def rest(self) -> bytes:
        rest, self._kept = bytes(self._kept), bytearray()
        return rest
