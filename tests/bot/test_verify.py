"""`kaowu verify`: texts, files and pictures, with nothing but the published keys; rubbish gets one sentence."""

import io
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from bot import wiring
from bot.settings import load
from exports import qr_code
from store.sealed import Keys
from tests.bot.test_cli import assert_one_sentence, kaowu
from tests.store.test_certificates import FIRST

ADDRESS = "https://kaowu.example"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("verify") / "data"
    assert kaowu("migrate", "--data", folder).returncode == 0
    return folder


@pytest.fixture(scope="module")
def printed(data: Path) -> str:
    """What the QR code of a certificate says."""
    with wiring.opened(load(data)) as store, store.reading() as work:
        return ADDRESS + work.signing.link(FIRST).path


@pytest.fixture(scope="module")
def code(data: Path) -> str:
    with wiring.opened(load(data)) as store, store.reading() as work:
        return work.signing.check_code(FIRST)


@pytest.fixture(scope="module")
def keys(data: Path, printed: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published keys on a machine that has nothing else."""
    file = tmp_path_factory.mktemp("keys") / "kaowu.keys"
    file.write_text(kaowu("verify", "--key", "--data", data).stdout)
    return file


def picture(text: str, ending: str = "png") -> bytes:
    out = io.BytesIO()
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode).to_image(scale=3)
    Image.frombytes("L", code.shape[::-1], bytes(memoryview(code))).save(out, "PNG")
    if ending == "png":
        return out.getvalue()
    jpeg = io.BytesIO()
    with Image.open(out) as image:
        image.convert("RGB").rotate(7, expand=True, fillcolor="white").save(jpeg, "JPEG")
    return jpeg.getvalue()


def test_a_text_is_checked_with_the_keys_of_the_data_directory(data: Path, printed: str) -> None:
    ran = kaowu("verify", printed, "--data", data)
    assert ran.returncode == 0, ran.stderr
    for shown in (FIRST.number, "电焊工", "五级/初级工", "2024-06-11"):
        assert shown in ran.stdout
    assert FIRST.name not in ran.stdout


@pytest.mark.parametrize("ending", ["txt", "png", "jpg"])
def test_a_file_is_checked_with_the_published_keys_alone(
    printed: str, keys: Path, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"code.{ending}"
    file.write_bytes(
        f"扫到的内容：{printed}\n".encode() if ending == "txt" else picture(printed, ending)
    )
    ran = kaowu("verify", file, "--keys", keys)
    assert ran.returncode == 0, ran.stderr
    assert FIRST.number in ran.stdout


def test_the_holder_is_checked_with_what_is_printed(printed: str, keys: Path, code: str) -> None:
    typed = f"{FIRST.name}\n{FIRST.id_number}\n"
    ran = kaowu("verify", printed, "--keys", keys, "--holder", typed=f"{typed}{code.lower()}\n")
    assert ran.returncode == 0, ran.stderr
    assert "issued to" in ran.stdout
    assert FIRST.id_number not in ran.stdout
    other = kaowu("verify", printed, "--keys", keys, "--holder", typed=f"王五\n1\n{code}\n")
    assert other.returncode == 1
    assert "Not verified" in other.stderr
    assert kaowu("verify", printed, "--keys", keys, "--holder", typed=f"{typed}x\n").returncode == 1


def test_forged_changed_and_cut_codes_are_refused_in_one_sentence(
    printed: str, keys: Path, tmp_path: Path
) -> None:
    rubbish = tmp_path / "rubbish.bin"
    rubbish.write_bytes(bytes(range(256)) * 10)
    empty = tmp_path / "empty.png"
    empty.write_bytes(picture("nothing of ours"))
    broken = tmp_path / "broken.png"
    broken.write_bytes(picture(printed)[:200])
    wanted = [
        printed.replace(FIRST.number, "2449284267500002"),
        printed[:-1],
        printed[:-4] + "AAAA",
        printed.replace("?k=1.", "?k=2."),
        "\U0001f600",
        "k" * 100_000,
        "\0",
        rubbish,
        empty,
        broken,
        tmp_path,
        tmp_path / "not-there.png",
    ]
    for one in wanted:
        assert_one_sentence(kaowu("verify", one, "--keys", keys), 1)


def test_a_strangers_keys_and_what_are_no_keys_verify_nothing(printed: str, tmp_path: Path) -> None:
    from store.signing import as_published

    stranger = tmp_path / "stranger.keys"
    key = Keys.fresh().signer(1).public_key().public_bytes_raw()
    stranger.write_text(as_published({1: key}))
    assert_one_sentence(kaowu("verify", printed, "--keys", stranger), 1)
    stranger.write_bytes(b"\xff\xfe rubbish")
    assert_one_sentence(kaowu("verify", printed, "--keys", stranger), 1)
    assert_one_sentence(kaowu("verify", printed, "--keys", tmp_path / "none"), 1)


def test_without_a_code_or_with_both_the_usage_is_wrong(data: Path, printed: str) -> None:
    assert_one_sentence(kaowu("verify", "--data", data), 2)
    assert_one_sentence(kaowu("verify", printed, "--key", "--data", data), 2)


def test_a_new_signing_key_leaves_old_prints_valid(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert kaowu("migrate", "--data", folder).returncode == 0
    with wiring.opened(load(folder)) as store, store.reading() as work:
        before = ADDRESS + work.signing.link(FIRST).path
    assert "key 2" in kaowu("keys", "rotate-signing", "--data", folder).stdout
    assert len(kaowu("verify", "--key", "--data", folder).stdout.splitlines()) == 2
    assert kaowu("verify", before, "--data", folder).returncode == 0


def test_what_is_drawn_is_read_again(printed: str) -> None:
    assert "<svg" in qr_code.svg(printed)
    assert list(qr_code.read(picture(printed))) == [printed]
