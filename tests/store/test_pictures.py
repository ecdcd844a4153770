"""Pictures come out upright, small, in sRGB and anonymous, or are refused with the reason (R5.3, R5.4)."""

import io
import math
import os
import select
import signal
import struct
import subprocess
import sys
import threading
import zipfile
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageStat

from rules.findings import Refused
from rules.photos import MAX_BYTES, PORTRAIT_MIN
from store.pictures import MAX_INPUT_BYTES, MAX_PIXELS, PictureDesk, Prepared

HEIC = (Path(__file__).parent / "pictures" / "portrait.heic").read_bytes()
RED, BLUE, WHITE = (200, 20, 20), (20, 40, 180), (255, 255, 255)
TAKEN = datetime(2026, 8, 14, 9, 30, 15)  # noqa: DTZ001 - EXIF knows no zone
TURN_BACK = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.fixture(scope="module")
def desk() -> Iterator[PictureDesk]:
    with PictureDesk() as desk:
        yield desk


# Pictures as people send them


def card(width: int = 450, height: int = 600) -> Image.Image:
    """White, with a red corner top left and a blue bottom: no turn or mirror image looks the same."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width // 3, height // 4), fill=RED)
    draw.rectangle((0, height * 3 // 4, width, height), fill=BLUE)
    return image


def scene(width: int, height: int) -> Image.Image:
    """As hard to compress as a photo: large coloured shapes, fine grain of brightness, printed lines."""
    grain = Image.effect_noise((width // 2, height // 2), 20).resize((width, height))
    bands = []
    for coarse in (64, 48, 32):
        shapes = Image.effect_noise((width // coarse, height // coarse), 120)
        bands.append(Image.blend(shapes.resize((width, height)), grain, 0.4))
    image = Image.merge("RGB", bands)
    draw = ImageDraw.Draw(image)
    for y in range(0, height, height // 20):
        draw.line((0, y, width, y), fill=(30, 30, 30), width=max(1, height // 600))
    return image


def stamped(width: int, height: int) -> Image.Image:
    """A form: fine black print with a red stamp over it."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    for y in range(20, height, 24):
        draw.text((20, y), "Application form, page one. " * 9, fill="black")
    for ring in range(80, 160, 20):
        draw.circle((width // 2, height // 2), ring, outline=(210, 20, 30), width=2)
    return image


def noise(width: int, height: int) -> Image.Image:
    return Image.frombytes("RGB", (width, height), os.urandom(width * height * 3))


def saved(image: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def camera_exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Maker of cameras"
    exif.get_ifd(0x8769)[0x9003] = "2026:08:14 09:30:15"
    exif.get_ifd(0x8825).update({1: "N", 2: (39.0, 54.0, 26.0), 3: "E", 4: (116.0, 23.0, 29.0)})
    return exif


def display_p3() -> bytes:
    """A Display P3 profile as phones embed it, with a plain gamma of 2.2."""

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(v * 65536) for v in values))

    name = b"Display P3\0"
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + bytes(78),
        b"cprt": b"text\0\0\0\0none\0",
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": xyz(0.5151, 0.2412, -0.0011),
        b"gXYZ": xyz(0.2920, 0.6922, 0.0419),
        b"bXYZ": xyz(0.1571, 0.0666, 0.7841),
        b"rTRC": b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)),
    }
    tags[b"gTRC"] = tags[b"bTRC"] = tags[b"rTRC"]
    table, body, start = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for tag, content in tags.items():
        table += tag + struct.pack(">II", start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    header = struct.pack(
        ">I4sI4s4s4s", start + len(body), b"lcms", 0x02100000, b"mntr", b"RGB ", b"XYZ "
    )
    header += bytes(12) + b"acsp" + bytes(28) + struct.pack(">3i", 63190, 65536, 54061)
    return header.ljust(128, b"\0") + table + body


def png(width: int, height: int, *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG that claims this size, whatever its chunks really hold."""
    header = (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in (header, *chunks, (b"IEND", b""))
    )


def pdf(*, page: bytes = b"<< /Type /Page /Parent 2 0 R >>", trailer: bytes = b"") -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
        b"2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
        b"3 0 obj " + page + b" endobj\ntrailer << /Root 1 0 R " + trailer + b">>\n%%EOF\n"
    )


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("photo.jpg", b"not a photo")
    return out.getvalue()


# What came back


def shown(prepared: Prepared) -> Image.Image:
    image = Image.open(io.BytesIO(prepared.data))
    image.load()
    assert image.format == "JPEG"
    assert image.mode == "RGB"
    assert image.size == (prepared.width, prepared.height)
    return image


def alike(one: tuple[int, ...], other: tuple[int, ...], within: int = 12) -> bool:
    return all(abs(a - b) <= within for a, b in zip(one, other, strict=True))


def psnr(image: Image.Image, original: Image.Image, mode: str = "RGB") -> float:
    """Decibels between a picture and its original at the same size; from 35 on the eye sees no difference."""
    same_size = original.resize(image.size, Image.Resampling.LANCZOS).convert(mode)
    squares = ImageStat.Stat(ImageChops.difference(image.convert(mode), same_size)).sum2
    mean = sum(squares) / len(squares) / (image.width * image.height)
    return 10 * math.log10(255**2 / max(1e-9, mean))


def refusal(desk: PictureDesk, data: bytes) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refused) as refused:
        desk.prepare(data)
    return refused.value.finding.key, dict(refused.value.finding.args)


def is_upright_card(prepared: Prepared) -> bool:
    image = shown(prepared)
    width, height = image.size
    return (
        alike(image.getpixel((20, 20)), RED)
        and alike(image.getpixel((width - 20, 20)), WHITE)
        and alike(image.getpixel((20, height - 20)), BLUE)
        and alike(image.getpixel((width - 20, height - 20)), BLUE)
    )


def has_no_metadata(jpeg: bytes) -> bool:
    """No segment of applications but JFIF's own, no comment, and nothing behind the end."""
    at = 2
    while (marker := jpeg[at + 1]) != 0xDA:
        if marker == 0xFE or (0xE1 <= marker <= 0xEF):
            return False
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return jpeg.endswith(b"\xff\xd9") and jpeg.count(b"\xff\xd8") == 1


def is_taken_or_refused(desk: PictureDesk, data: bytes) -> bool:
    try:
        prepared = desk.prepare(data)
    except Refused as refused:
        return refused.finding.key.startswith(("picture-", "pdf-"))
    if prepared.media_type == "application/pdf":
        return prepared.data == data
    return has_no_metadata(prepared.data) and len(prepared.data) <= MAX_BYTES


def children() -> set[int]:
    """The reader processes of this test process, running, stopped or zombie."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = stat.read_text().partition("(")[2].rpartition(")")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(rest.split()[1]) == os.getpid() and name.startswith("python"):
            found.add(int(stat.parent.name))
    return found


@pytest.fixture
def started(desk: PictureDesk) -> Callable[[], int]:
    """The one reader that was started since the test began."""
    desk.prepare(saved(card()))
    before = children()

    def new_one() -> int:
        (pid,) = children() - before
        return pid

    return new_one


# Upright


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_held_any_way_comes_out_upright(
    desk: PictureDesk, kind: str, orientation: int
) -> None:
    stored = card().transpose(TURN_BACK[orientation]) if orientation in TURN_BACK else card()
    prepared = desk.prepare(saved(stored, kind, quality=95, exif=camera_exif(orientation)))
    assert is_upright_card(prepared)
    assert (prepared.width, prepared.height) == (450, 600)
    assert (prepared.original_width, prepared.original_height) == (450, 600)
    assert prepared.turned == (orientation != 1)


def test_a_heic_of_a_phone_comes_out_upright_with_its_time_and_without_its_place(
    desk: PictureDesk,
) -> None:
    prepared = desk.prepare(HEIC)
    assert is_upright_card(prepared)
    assert prepared.turned
    assert prepared.taken_at == TAKEN
    assert has_no_metadata(prepared.data)


# Anonymous


@pytest.mark.parametrize("profile", [None, display_p3()], ids=["srgb", "p3"])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_camera_and_comments_are_gone_and_the_time_is_kept(
    desk: PictureDesk, kind: str, profile: bytes | None
) -> None:
    came = saved(card(), kind, exif=camera_exif(), comment=b"taken at home", icc_profile=profile)
    assert b"Maker of cameras" in came
    prepared = desk.prepare(came + b"GPS hidden behind the end")
    for part in (prepared.data, prepared.preview or b""):
        assert has_no_metadata(part)
        for trace in (b"Exif", b"GPS", b"Maker", b"home", b"ICC_PROFILE"):
            assert trace not in part
    assert prepared.taken_at == TAKEN


@pytest.mark.parametrize("written", ["    :  :     :  :  ", "0000:00:00 00:00:00", "yesterday", ""])
def test_a_time_that_is_none_is_not_guessed(desk: PictureDesk, written: str) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = written
    assert desk.prepare(saved(card(), exif=exif)).taken_at is None


def test_damaged_metadata_does_not_make_a_picture_unreadable(desk: PictureDesk) -> None:
    came = saved(card(), exif=b"Exif\0\0MM\0*\xff\xff\xff\xff", icc_profile=b"no profile at all")
    prepared = desk.prepare(came)
    assert is_upright_card(prepared)
    assert prepared.taken_at is None


# Colours


def test_colours_of_a_wide_profile_become_those_of_srgb(desk: PictureDesk) -> None:
    came = saved(Image.new("RGB", (300, 400), (180, 120, 90)), icc_profile=display_p3(), quality=95)
    red, green, blue = shown(desk.prepare(came)).getpixel((150, 200))
    assert red > 184
    assert green < 120
    assert blue < 88


def test_a_picture_of_a_print_shop_keeps_its_colours(desk: PictureDesk) -> None:
    prepared = desk.prepare(saved(card().convert("CMYK"), quality=95))
    assert is_upright_card(prepared)


def test_what_is_transparent_becomes_white(desk: PictureDesk) -> None:
    image = card().convert("RGBA")
    image.paste((0, 0, 0, 0), (150, 200, 300, 400))
    for came in (saved(image, "PNG"), saved(image, "WEBP", lossless=True)):
        prepared = desk.prepare(came)
        assert is_upright_card(prepared)
        assert alike(shown(prepared).getpixel((225, 300)), WHITE)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16"])
def test_every_way_to_store_grey_is_read(desk: PictureDesk, mode: str) -> None:
    value = {"1": 1, "LA": (128, 255), "I;16": 128 * 256}.get(mode, 128)
    image = Image.new(mode, (300, 400), value)
    if mode == "P":
        image.putpalette([level for level in range(256) for _ in "rgb"])
    expected = (255 if mode == "1" else 128,) * 3
    assert alike(shown(desk.prepare(saved(image, "PNG"))).getpixel((150, 200)), expected, within=2)


def test_of_a_moving_picture_the_first_frame_is_taken(desk: PictureDesk) -> None:
    frames = [Image.new("RGB", (450, 600), colour) for colour in (BLUE, WHITE)]
    for how in ({"lossless": True}, {"quality": 90}):
        came = saved(card(), "WEBP", save_all=True, append_images=frames, duration=100, **how)
        assert is_upright_card(desk.prepare(came))
    came = saved(card(), "PNG", save_all=True, append_images=frames)
    assert is_upright_card(desk.prepare(came))


# Small enough, without visible loss


@pytest.mark.parametrize(
    ("kind", "how"), [("JPEG", {"quality": 92}), ("PNG", {"compress_level": 1})]
)
def test_a_large_photo_is_reduced_below_the_limit_without_visible_loss(
    desk: PictureDesk, kind: str, how: dict[str, object]
) -> None:
    original = scene(3000, 2250)
    came = saved(original, kind, **how)
    assert len(came) > MAX_BYTES
    prepared = desk.prepare(came)
    assert 0.75 * MAX_BYTES < len(prepared.data) <= MAX_BYTES
    assert prepared.reduced
    assert (prepared.original_width, prepared.original_height) == (3000, 2250)
    assert prepared.original_bytes == len(came)
    assert (prepared.width or 0) > 1800
    assert psnr(shown(prepared), original) > 35
    assert psnr(shown(prepared), original, "L") > 38


def test_print_and_stamp_of_a_form_stay_sharp(desk: PictureDesk) -> None:
    original = stamped(1240, 1754)
    prepared = desk.prepare(saved(original, "PNG"))
    assert (prepared.width, prepared.height, prepared.reduced) == (1240, 1754, False)
    assert psnr(shown(prepared), original) > 38


def test_a_photo_over_the_limit_loses_quality_before_it_loses_pixels(desk: PictureDesk) -> None:
    came = saved(scene(1700, 1275), quality=98, subsampling=0)
    assert len(came) > MAX_BYTES
    prepared = desk.prepare(came)
    assert (prepared.width, prepared.height) == (1700, 1275)
    assert prepared.reduced


def test_a_photo_within_the_limit_stays_as_it_was(desk: PictureDesk) -> None:
    came = saved(scene(1500, 2000), quality=80)
    assert 0.3 * MAX_BYTES < len(came) < MAX_BYTES
    prepared = desk.prepare(came)
    assert not prepared.reduced
    assert not prepared.turned
    assert len(prepared.data) == pytest.approx(len(came), rel=0.02)
    assert psnr(shown(prepared), Image.open(io.BytesIO(came))) > 45


def test_a_picture_prepared_twice_is_not_reduced_twice(desk: PictureDesk) -> None:
    once = desk.prepare(saved(scene(3000, 2250), quality=92))
    twice = desk.prepare(once.data)
    assert (twice.width, twice.height, twice.reduced) == (once.width, once.height, False)
    assert psnr(shown(twice), shown(once)) > 45


def test_the_hardest_portrait_keeps_more_than_the_least_size(desk: PictureDesk) -> None:
    prepared = desk.prepare(saved(noise(1500, 2000), quality=95))
    assert len(prepared.data) <= MAX_BYTES
    assert (prepared.width or 0) > 2 * PORTRAIT_MIN[0]
    assert (prepared.height or 0) > 2 * PORTRAIT_MIN[1]


def test_a_small_picture_is_not_blown_up(desk: PictureDesk) -> None:
    prepared = desk.prepare(saved(card(180, 240)))
    assert (prepared.width, prepared.height, prepared.reduced) == (180, 240, False)


@pytest.mark.parametrize("size", [(3000, 2000), (2000, 3000), (100, 120), (1, 1), (60000, 1)])
def test_the_preview_is_small_and_of_the_same_shape(
    desk: PictureDesk, size: tuple[int, int]
) -> None:
    prepared = desk.prepare(saved(card(*size), quality=90))
    preview = Image.open(io.BytesIO(prepared.preview or b""))
    assert max(preview.size) == min(480, max(shown(prepared).size))
    assert len(prepared.preview or b"") < 60_000


def test_a_photo_of_fifty_megapixels_is_read(desk: PictureDesk) -> None:
    prepared = desk.prepare(saved(card(8160, 6120)))
    assert (prepared.original_width, prepared.original_height) == (8160, 6120)
    assert prepared.reduced
    assert is_upright_card(prepared)


# Refused by kind, whatever it is called


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        ("svg", b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a -->\n<svg width="9"/>'),
        ("html", b"<!DOCTYPE html><html><body>photo.jpg</body></html>"),
        ("text", "这是一张照片".encode()),
        ("text", ("照" * 5000).encode()),
        ("zip", zipped()),
        ("exe", b"MZ\x90\0" + bytes(500)),
        ("gif", saved(card(), "GIF")),
        ("bmp", saved(card(), "BMP")),
        ("tiff", saved(card(), "TIFF")),
        ("avif", saved(card(64, 64), "AVIF")),
        ("doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)),
        ("video", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"),
        ("video", b"RIFF\x24\0\0\0AVI LIST"),
    ],
)
def test_what_is_not_a_picture_is_refused_by_its_kind(
    desk: PictureDesk, kind: str, data: bytes
) -> None:
    assert refusal(desk, data) == ("picture-kind", {"kind": kind})


def test_nothing_at_all_is_refused(desk: PictureDesk) -> None:
    assert refusal(desk, b"") == ("picture-empty", {})


def test_more_bytes_than_anybody_sends_are_refused_unread(desk: PictureDesk) -> None:
    data = bytes(MAX_INPUT_BYTES + 1)
    numbers = {"bytes": MAX_INPUT_BYTES + 1, "limit": MAX_INPUT_BYTES}
    assert refusal(desk, data) == ("picture-too-big", numbers)


@pytest.mark.parametrize(
    "data",
    [
        bytes(1000),
        b"\xff\xd8\xff" + b"<svg/>" * 100,
        b"\x89PNG\r\n\x1a\n" + bytes(200) + b"IEND",
        b"RIFF\x10\0\0\0WEBPVP8 " + bytes(8),
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        png(50, 50, (b"IDAT", b"no zlib stream")),
    ],
)
def test_what_only_begins_like_a_picture_is_unreadable(desk: PictureDesk, data: bytes) -> None:
    assert refusal(desk, data) == ("picture-unreadable", {})


# Bombs


def test_a_header_of_billions_of_pixels_is_refused_before_decoding(desk: PictureDesk) -> None:
    numbers = {"width": 60000, "height": 60000, "limit": MAX_PIXELS}
    bomb = png(60000, 60000, (b"IDAT", zlib.compress(bytes(10_000_000))))
    assert refusal(desk, bomb) == ("picture-too-many-pixels", numbers)


def test_a_jpeg_header_of_billions_of_pixels_is_refused_before_decoding(desk: PictureDesk) -> None:
    jpeg = saved(card())
    at = jpeg.index(b"\xff\xc0") + 5
    bomb = jpeg[:at] + struct.pack(">HH", 65000, 65000) + jpeg[at + 4 :]
    assert refusal(desk, bomb)[0] == "picture-too-many-pixels"


@pytest.mark.parametrize("how", [{}, {"lossless": True}, {"exif": camera_exif()}])
def test_a_webp_header_of_too_many_pixels_is_refused_before_decoding(
    desk: PictureDesk, how: dict[str, object]
) -> None:
    webp = bytearray(saved(card(), "WEBP", **how))
    match bytes(webp[12:16]):
        case b"VP8X":
            webp[24:30] = b"\xfe\xff\0" * 2
        case b"VP8L":
            webp[21:25] = (0x3FFE << 14 | 0x3FFE).to_bytes(4, "little")
        case _:
            webp[26:30] = b"\xff\x3f" * 2
    key, numbers = refusal(desk, bytes(webp))
    assert key == "picture-too-many-pixels"
    assert numbers["width"] == numbers["height"] in {16383, 65535}


@pytest.mark.parametrize("chunk", [b"iCCP", b"zTXt", b"iTXt"])
def test_a_text_chunk_that_unpacks_to_hundreds_of_megabytes_does_no_harm(
    desk: PictureDesk, chunk: bytes
) -> None:
    packed = zlib.compress(bytes(300_000_000), 1)
    name = b"XML\0\1\0\0\0" if chunk == b"iTXt" else b"name\0\0"
    pixels = (b"IDAT", zlib.compress(bytes(50 * 151)))
    assert is_taken_or_refused(desk, png(50, 50, (chunk, name + packed), pixels))


def test_pixels_beyond_those_announced_are_not_unpacked(desk: PictureDesk) -> None:
    bomb = png(50, 50, (b"IDAT", zlib.compress(bytes(15_000_000))))
    assert desk.prepare(bomb).width == 50


# Cut off, damaged, random


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
@pytest.mark.parametrize(
    "whole",
    [
        saved(scene(600, 800)),
        saved(scene(600, 800), progressive=True),
        saved(scene(600, 800), "PNG"),
        saved(scene(600, 800), "WEBP"),
        saved(scene(600, 800), "WEBP", exif=camera_exif()),
        HEIC,
    ],
    ids=["jpeg", "progressive", "png", "webp", "webp-exif", "heic"],
)
def test_a_file_without_its_end_is_said_to_be_cut_off(
    desk: PictureDesk, whole: bytes, kept: float
) -> None:
    assert refusal(desk, whole[: int(len(whole) * kept)])[0] == "picture-truncated"


WHOLE = {
    "jpeg": saved(card(90, 120), exif=camera_exif(6), icc_profile=display_p3()),
    "png": saved(card(90, 120), "PNG", exif=camera_exif(3)),
    "webp": saved(card(90, 120), "WEBP", exif=camera_exif(8)),
    "heic": HEIC,
    "pdf": pdf(),
}


WITH_ONE_DESK = settings(
    deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@WITH_ONE_DESK
@given(
    start=st.sampled_from([b"", b"\xff\xd8\xff\xe0", b"%PDF-", *(w[:16] for w in WHOLE.values())]),
    rest=st.binary(max_size=3000),
)
def test_random_bytes_are_refused_or_taken_but_never_harm(
    desk: PictureDesk, start: bytes, rest: bytes
) -> None:
    assert is_taken_or_refused(desk, start + rest)


@WITH_ONE_DESK
@given(
    kind=st.sampled_from(sorted(WHOLE)),
    wounds=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=4)), max_size=6),
)
def test_a_damaged_file_is_refused_or_taken_but_never_harms(
    desk: PictureDesk, kind: str, wounds: list[tuple[float, bytes]]
) -> None:
    data = bytearray(WHOLE[kind])
    for where, what in wounds:
        at = int(where * (len(data) - len(what)))
        data[at : at + len(what)] = what
    assert is_taken_or_refused(desk, bytes(data))


# The stamped form as a PDF


def test_a_pdf_is_kept_as_it_is(desk: PictureDesk) -> None:
    prepared = desk.prepare(pdf())
    assert prepared.data == pdf()
    assert prepared.media_type == "application/pdf"
    assert prepared.original_bytes == len(pdf())
    assert (prepared.width, prepared.height, prepared.preview) == (None, None, None)


def test_a_pdf_with_its_pages_in_a_compressed_stream_is_taken(desk: PictureDesk) -> None:
    packed = zlib.compress(b"3 0 <</Type/Page/Parent 2 0 R>>")
    stream = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >> stream\r\n" + packed
    assert desk.prepare(pdf(page=stream + b"\nendstream")).media_type == "application/pdf"


@pytest.mark.parametrize(
    ("key", "data"),
    [
        ("pdf-encrypted", pdf(trailer=b"/Encrypt 4 0 R ")),
        ("pdf-broken", pdf(page=b"<< /Type /Pages >>")),
        ("pdf-broken", pdf()[:-8]),
        ("pdf-broken", b"%PDF-"),
        (
            "pdf-broken",
            b"%PDF-1.7\n" + b"/ObjStm stream\n" + zlib.compress(bytes(90_000_000)) + b"%%EOF",
        ),
    ],
)
def test_a_pdf_nobody_could_print_is_refused(desk: PictureDesk, key: str, data: bytes) -> None:
    assert refusal(desk, data) == (key, {})


def test_a_pdf_above_the_limit_is_refused_with_both_numbers(desk: PictureDesk) -> None:
    data = pdf() + bytes(MAX_BYTES)
    assert refusal(desk, data) == ("pdf-too-large", {"bytes": len(data), "limit": MAX_BYTES})


# The reader's life


def test_no_reader_runs_before_the_first_picture(started: Callable[[], int]) -> None:
    before = children()
    with PictureDesk() as desk:
        assert refusal(desk, b"text")[0] == "picture-kind"
        assert children() == before
        desk.prepare(saved(card()))
        assert started() in children()


def test_a_reader_stays_warm_from_picture_to_picture(started: Callable[[], int]) -> None:
    with PictureDesk() as desk:
        desk.prepare(saved(card()))
        pid = started()
        assert refusal(desk, bytes(100))[0] == "picture-unreadable"
        assert refusal(desk, saved(scene(600, 800))[:9000])[0] == "picture-truncated"
        desk.prepare(HEIC)
        assert started() == pid


def test_a_reader_killed_at_work_costs_one_picture(started: Callable[[], int]) -> None:
    with PictureDesk() as desk, ThreadPoolExecutor(1) as pool:
        desk.prepare(saved(card()))
        pid = started()
        os.kill(pid, signal.SIGSTOP)
        at_work = pool.submit(desk.prepare, saved(card()))
        while not any(isinstance(thread, threading.Timer) for thread in threading.enumerate()):
            os.sched_yield()  # until the picture is on its way, watched by the clock
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(Refused, match="picture-unreadable"):
            at_work.result()
        assert is_upright_card(desk.prepare(saved(card())))
        assert started() != pid


def test_a_reader_killed_while_idle_costs_no_picture(started: Callable[[], int]) -> None:
    with PictureDesk() as desk:
        desk.prepare(saved(card()))
        pid = started()
        os.kill(pid, signal.SIGKILL)
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        assert is_upright_card(desk.prepare(saved(card())))
        assert started() != pid


def test_a_reader_that_hangs_is_ended_at_its_time(started: Callable[[], int]) -> None:
    with PictureDesk(timeout_s=1) as desk:
        desk.prepare(saved(card()))
        os.kill(started(), signal.SIGSTOP)
        assert refusal(desk, saved(card())) == ("picture-too-slow", {"seconds": 1})
        assert is_upright_card(desk.prepare(saved(card())))


def test_a_picture_that_outgrows_the_memory_is_refused_and_the_next_is_read() -> None:
    with PictureDesk(memory_bytes=200_000_000) as desk:
        assert refusal(desk, saved(card(9000, 9000), "PNG"))[0] == "picture-unreadable"
        assert is_upright_card(desk.prepare(saved(card())))


def test_pictures_of_many_threads_are_not_mixed_up() -> None:
    with PictureDesk(workers=2) as desk, ThreadPoolExecutor(8) as pool:
        sizes = [(200 + n, 300) for n in range(40)]
        prepared = pool.map(desk.prepare, [saved(card(*size)) for size in sizes])
        assert [(p.width, p.height) for p in prepared] == sizes


def test_closing_leaves_no_process_behind(started: Callable[[], int]) -> None:
    desk = PictureDesk(workers=2)
    desk.prepare(saved(card()))
    pid = started()
    desk.close()
    desk.close()
    assert pid not in children()
    with pytest.raises(RuntimeError):
        desk.prepare(saved(card()))


def test_a_reader_sees_nothing_of_the_servers_environment(
    started: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAOWU_KEYS", "secret")
    with PictureDesk() as desk:
        desk.prepare(saved(card()))
        assert b"KAOWU" not in Path(f"/proc/{started()}/environ").read_bytes()


SERVER_KILLED_AT_REST = """
import os, signal, sys
from store.pictures import PictureDesk
PictureDesk().prepare(sys.stdin.buffer.read())
children = open(f"/proc/self/task/{os.getpid()}/children").read()
print(children, flush=True)
sys.stdin.close()
os.kill(os.getpid(), signal.SIGSTOP)
"""


def test_a_reader_ends_when_its_server_was_killed() -> None:
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER_KILLED_AT_REST],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    with server:
        assert server.stdin
        assert server.stdout
        server.stdin.write(saved(card()))
        server.stdin.close()
        reader = os.pidfd_open(int(server.stdout.readline()))
        server.kill()
    ended, _, _ = select.select([reader], [], [], 10)
    os.close(reader)
    assert ended
