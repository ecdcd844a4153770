"""Of the demonstration: pages with a few words on them, where people would hand in pictures."""

import io

from conversations.engine.messages import Json
from store.unit import UnitOfWork

PAGE = (1200, 900)
PORTRAIT = (413, 531)


def picture(
    work: UnitOfWork, words: str, size_in_pixels: tuple[int, int] = PAGE
) -> dict[str, Json]:
    """A page with these words, as a photo box keeps it."""
    content = jpeg(words, size_in_pixels)
    kept = work.files.note(content, "image/jpeg", size_in_pixels=size_in_pixels)
    return {
        "file": kept.id,
        "media_type": kept.media_type,
        "size": kept.size,
        "width": kept.width,
        "height": kept.height,
    }


def jpeg(words: str, size_in_pixels: tuple[int, int]) -> bytes:
    from PIL import Image, ImageDraw

    width, height = size_in_pixels
    image = Image.new("RGB", size_in_pixels, "#f4f4f0")
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, width - 20, height - 20), outline="#444444", width=4)
    place, font_size = (width // 10, height * 2 // 5), width // 20
    draw.text(place, f"DEMONSTRATION\n{words}", fill="#222222", font_size=font_size)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()
