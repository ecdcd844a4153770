"""Reads hostile files in a process of its own: a script that imports nothing of the project.

`pictures.py` starts it, sends a kind and a file, and receives a JSON head and, for a picture, two JPEGs.
What it raises on purpose is `CannotRead`; any other exception ends the process, and the desk starts another.
"""

import io
import json
import math
import re
import resource
import struct
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pi_heif
from PIL import (
    ExifTags,
    Image,
    ImageCms,
    ImageFile,
    JpegImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
)

# The classes themselves instead of Image.open: what was judged to be a PNG is read as a PNG or not at all.
OPEN: dict[str, Callable[[io.BytesIO], ImageFile.ImageFile]] = {
    "jpeg": JpegImagePlugin.JpegImageFile,
    "png": PngImagePlugin.PngImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
    "heic": pi_heif.HeifImageFile,
}
# What Pillow and libheif raise on files that are not what they claim to be, or do not fit into memory.
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    ArithmeticError,
    RuntimeError,
    MemoryError,
    Image.DecompressionBombError,
    struct.error,
    zlib.error,
)
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SIDEWAYS = frozenset({5, 6, 7, 8})

PIXELS_ENOUGH = 12_500_000
"""An A4 sheet at 300 dpi has 8.7 million: a larger picture is first brought down to this."""
LEAST_QUALITY = {"quality": 85}
# Colour at full detail where there is room for it: a red stamp over black print stays sharp.
BETTER_QUALITIES = ({"quality": 95, "subsampling": 0}, {"quality": 90})
PREVIEW_SIDE, PREVIEW_QUALITY = 480, 80
PDF_UNPACKED_LIMIT = 20_000_000

Coding = dict[str, Any]


class CannotRead(Exception):
    """The file is refused; `key` and `args` become the text a person reads."""

    def __init__(self, key: str, **args: int) -> None:
        super().__init__(key)
        self.key, self.args_of_text = key, args


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost, and what its picture may be."""

    memory_bytes: int
    cpu_s: int
    max_pixels: int
    max_bytes: int


@dataclass(frozen=True, slots=True)
class Head:
    """The facts sent before the picture; sizes are width and height in pixels, upright."""

    size: tuple[int, int]
    original_size: tuple[int, int]
    turned: bool
    taken_at: str | None


def read_picture(kind: str, data: bytes, limits: Limits) -> tuple[Head, bytes, bytes]:
    """The facts, the picture as an upright sRGB JPEG without metadata (≤ max_bytes), and its preview."""
    try:
        if kind == "webp":
            # Its decoder takes memory for all pixels as soon as it is opened.
            _check_pixels(_webp_size(data), limits.max_pixels)
        image = OPEN[kind](io.BytesIO(data))
        size = image.size
        _check_pixels(size, limits.max_pixels)
        _decode(image)
        orientation, taken_at = _exif(image)
        own = _own_coding(image) if len(data) <= limits.max_bytes else None
        photo = _plain_rgb(image)
        turned = orientation in TURNS
        if turned:
            photo = photo.transpose(TURNS[orientation])
        if orientation in SIDEWAYS:
            size = size[::-1]
        photo, jpeg = _fit(photo, limits.max_bytes, own)
    except BROKEN as error:
        key = "picture-truncated" if _is_cut_off(kind, data, error) else "picture-unreadable"
        raise CannotRead(key) from error
    # A HEIC decoder turns by itself and only says so.
    turned = turned or image.info.get("original_orientation") in TURNS
    return Head(photo.size, size, turned, taken_at), jpeg, _preview(photo)


def read_pdf(data: bytes) -> None:
    """Refuses what no office program would print: cut off, locked, or without a page (R5.4)."""
    if b"%%EOF" not in data[-2048:]:
        raise CannotRead("pdf-broken")
    if re.search(rb"/Encrypt\b", data):
        raise CannotRead("pdf-encrypted")
    page = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
    if not page.search(data) and not any(map(page.search, _object_streams(data))):
        raise CannotRead("pdf-broken")


def _object_streams(data: bytes) -> Iterator[bytes]:
    """Newer PDFs keep their page objects in compressed streams."""
    left = PDF_UNPACKED_LIMIT
    for start in re.finditer(rb"/ObjStm\b[^\0]{0,400}?stream\r?\n", data):
        with suppress(zlib.error):
            unpacked = zlib.decompressobj().decompress(data[start.end() :], left)
            left -= len(unpacked)
            yield unpacked
        if left <= 0:
            return


def _check_pixels(size: tuple[int, int], limit: int) -> None:
    width, height = size
    if width * height > limit:
        raise CannotRead("picture-too-many-pixels", width=width, height=height, limit=limit)


def _webp_size(data: bytes) -> tuple[int, int]:
    """As the header of the extended, the lossless or the plain kind claims it."""

    def number(start: int, end: int) -> int:
        return int.from_bytes(data[start:end], "little")

    match data[12:16]:
        case b"VP8X":
            return number(24, 27) + 1, number(27, 30) + 1
        case b"VP8L":
            return (number(21, 25) & 0x3FFF) + 1, (number(21, 25) >> 14 & 0x3FFF) + 1
        case _:
            return number(26, 28) & 0x3FFF, number(28, 30) & 0x3FFF


def _decode(image: ImageFile.ImageFile) -> None:
    if image.width * image.height > 2 * PIXELS_ENOUGH:
        # JPEG can be decoded at half size, in a quarter of the memory; other kinds ignore this.
        image.draft(None, (image.width // 2, image.height // 2))
    image.load()


def _exif(image: Image.Image) -> tuple[int, str | None]:
    """Orientation (1 to 8) and the local time of taking; what is damaged in an EXIF block counts as absent."""
    orientation, taken = 1, None
    with suppress(*BROKEN):
        exif = image.getexif()
        orientation = int(exif.get(ExifTags.Base.Orientation, 1))
        taken = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
    return orientation, _as_time(taken)


def _as_time(taken: object) -> str | None:
    if not isinstance(taken, str):
        return None
    with suppress(ValueError):
        clock = taken.strip("\0 ")
        return datetime.strptime(clock, "%Y:%m:%d %H:%M:%S").isoformat()  # noqa: DTZ007 - EXIF knows no zone
    return None


def _plain_rgb(image: Image.Image) -> Image.Image:
    """8-bit sRGB without transparency, metadata or profile, of at most PIXELS_ENOUGH."""
    profile = image.info.get("icc_profile")
    if image.has_transparency_data:
        rgba = _shrink(image.convert("RGBA"))
        image = Image.new("RGB", rgba.size, "white")
        image.paste(rgba, mask=rgba.getchannel("A"))
    elif image.mode.startswith(("I", "F")):
        # 16-bit grey: convert("L") alone would cut every brightness above 255.
        image = _shrink(image.convert("I").point(lambda value: value / 256).convert("L"))
    elif image.mode in {"1", "P", "PA", "LA"}:
        image = _shrink(image.convert("RGB"))
    else:
        image = _shrink(image)
    photo = _as_srgb(image, profile)
    photo.info = {}
    return photo


def _as_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        # A damaged profile, or one for another kind of colour, does not make the picture unreadable.
        with suppress(ImageCms.PyCMSError, *BROKEN):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if "sRGB" not in ImageCms.getProfileDescription(source):
                return ImageCms.profileToProfile(image, source, SRGB, outputMode="RGB") or image
    return image.convert("RGB")


def _shrink(image: Image.Image, pixels: int = PIXELS_ENOUGH) -> Image.Image:
    factor = math.sqrt(pixels / (image.width * image.height))
    return _scaled(image, factor) if factor < 1 else image


def _scaled(image: Image.Image, factor: float) -> Image.Image:
    size = (max(1, int(image.width * factor)), max(1, int(image.height * factor)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _own_coding(image: Image.Image) -> Coding | None:
    """How a colour JPEG was compressed: repeating it loses nothing further and keeps its size."""
    if not isinstance(image, JpegImagePlugin.JpegImageFile) or image.mode != "RGB":
        return None
    return {"qtables": image.quantization, "subsampling": JpegImagePlugin.get_sampling(image)}


def _fit(photo: Image.Image, max_bytes: int, own: Coding | None) -> tuple[Image.Image, bytes]:
    """The picture within the limit: first by quality 95 to 85, below that by fewer pixels.

    The least portrait of the rules needs no guard: even noise of that size is far below the limit.
    """
    if own and len(jpeg := _jpeg(photo, **own)) <= max_bytes:
        return photo, jpeg
    full, factor = photo, 1.0
    while len(jpeg := _jpeg(photo, **LEAST_QUALITY)) > max_bytes:
        factor *= min(0.95, math.sqrt(max_bytes / len(jpeg)))
        photo = _scaled(full, factor)
    for how in BETTER_QUALITIES:
        if len(better := _jpeg(photo, **how)) <= max_bytes:
            return photo, better
    return photo, jpeg


def _jpeg(photo: Image.Image, **how: Any) -> bytes:
    out = io.BytesIO()
    photo.save(out, "JPEG", **how)
    return out.getvalue()


def _preview(photo: Image.Image) -> bytes:
    small = photo.copy()
    small.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE), reducing_gap=3.0)
    return _jpeg(small, quality=PREVIEW_QUALITY)


def _is_cut_off(kind: str, data: bytes, error: BaseException) -> bool:
    """Whether the end of the file is missing, so that sending it again would help."""
    match kind:
        case "png":
            return b"IEND" not in data[-4096:]
        case "webp":
            return int.from_bytes(data[4:8], "little") + 8 > len(data)
        case "heic":
            return _boxes_end(data) > len(data)
        case _:
            return "truncated" in str(error).lower()


def _boxes_end(data: bytes) -> int:
    at = 0
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if size < 8:
            break
        at += size
    return at


def confine(limits: Limits) -> None:
    """Takes from this process what reading a picture does not need."""
    Image.MAX_IMAGE_PIXELS = limits.max_pixels
    pi_heif.options.THUMBNAILS = pi_heif.options.DEPTH_IMAGES = pi_heif.options.AUX_IMAGES = False
    _limit(resource.RLIMIT_CORE, 0)
    if sys.platform == "linux":  # macOS refuses a limit on address space
        _limit(resource.RLIMIT_AS, limits.memory_bytes)
        with suppress(OSError):
            # If the machine runs out of memory, this process goes first, not the server.
            Path("/proc/self/oom_score_adj").write_text("1000")


def _limit(what: int, value: int) -> None:
    _, hard = resource.getrlimit(what)
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(what, (value, hard))


def serve(desk: Connection, limits: Limits) -> None:
    """One file after the other until the desk hangs up."""
    desk.send_bytes(b"ready")
    while True:
        try:
            kind, data = desk.recv_bytes().decode(), desk.recv_bytes()
        except (EOFError, ConnectionResetError):
            return
        # The desk watches the clock; this holds when the desk itself was killed.
        _limit(resource.RLIMIT_CPU, math.ceil(time.process_time()) + limits.cpu_s)
        for part in _answer(kind, data, limits):
            desk.send_bytes(part)


def _answer(kind: str, data: bytes, limits: Limits) -> tuple[bytes, bytes, bytes]:
    try:
        if kind == "pdf":
            read_pdf(data)
            return b"{}", b"", b""
        head, jpeg, preview = read_picture(kind, data, limits)
    except CannotRead as no:
        return json.dumps({"refused": no.key, "args": no.args_of_text}).encode(), b"", b""
    return json.dumps(asdict(head)).encode(), jpeg, preview


SRGB = ImageCms.createProfile("sRGB")

if __name__ == "__main__":
    given = Limits(**json.loads(sys.argv[1]))
    confine(given)
    serve(Connection(0), given)
