"""A zip in pieces: they put together to one whole, and memory holds no more than one of them."""

import io
import tracemalloc
import zipfile

from exports.bundle import Bundle


def bundled(*documents: tuple[str, bytes], piece: int = 100) -> list[bytes]:
    bundle = Bundle(piece)
    pieces = [one for name, data in documents for one in bundle.add(name, data)]
    return [*pieces, *bundle.close()]


def test_the_pieces_are_one_zip() -> None:
    pieces = bundled(("0001.pdf", b"a" * 250), ("0002.pdf", b"b" * 30))
    assert [len(piece) for piece in pieces[:-1]] == [100] * (len(pieces) - 1)
    with zipfile.ZipFile(io.BytesIO(b"".join(pieces))) as whole:
        assert whole.testzip() is None
        assert {name: whole.read(name) for name in whole.namelist()} == {
            "0001.pdf": b"a" * 250,
            "0002.pdf": b"b" * 30,
        }


def test_a_zip_of_nothing_is_a_zip() -> None:
    with zipfile.ZipFile(io.BytesIO(b"".join(bundled()))) as whole:
        assert whole.namelist() == []


def test_the_same_documents_give_the_same_zip() -> None:
    assert bundled(("0001.pdf", b"a")) == bundled(("0001.pdf", b"a"))


def test_memory_does_not_grow_with_the_documents() -> None:
    document = bytes(100_000)
    tracemalloc.start()
    bundle = Bundle(1_000_000)
    for n in range(300):
        bundle.add(f"{n:04}.pdf", document)
    bundle.close()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 6_000_000  # of 30 million bytes
