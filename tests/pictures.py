"""Pictures of nobody, drawn for tests: a portrait and a document that pass the checks."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw


def portrait(width: int = 826, height: int = 1062) -> bytes:
    """A face-like drawing on white, upright, as JPEG."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    middle = width // 2
    draw.ellipse(
        (middle - width // 5, height // 6, middle + width // 5, height // 2), fill="#e8c39e"
    )
    draw.rectangle((width // 4, height * 11 // 20, width * 3 // 4, height), fill="#27496d")
    return jpeg(image)


def document(width: int = 1200, height: int = 800, line: str = "TEST DOCUMENT") -> bytes:
    """A page with a line of text."""
    image = Image.new("RGB", (width, height), "#f4f4f0")
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, width - 20, height - 20), outline="#444444", width=4)
    draw.text((width // 10, height // 3), line, fill="#222222", font_size=height // 10)
    return jpeg(image)


def jpeg(image: Image.Image) -> bytes:
    kept = BytesIO()
    image.save(kept, "JPEG", quality=90)
    return kept.getvalue()


def kept_in(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file
