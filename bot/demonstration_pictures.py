"""Of the demonstration: pages with a few words on them, where people would hand in pictures."""

import io

from conversations.engine.messages import Json
from store.unit import UnitOfWork


def picture(work: UnitOfWork, words: str) -> dict[str, Json]:
    """A page with these words, as a photo box keeps it."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (1200, 900), "#f4f4f0")
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, 1180, 880), outline="#444444", width=4)
    draw.text((120, 380), f"DEMONSTRATION: {words}", fill="#222222", font_size=60)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    kept = work.files.note(out.getvalue(), "image/jpeg", size_in_pixels=image.size)
    return {
        "file": kept.id,
        "media_type": kept.media_type,
        "size": kept.size,
        "width": kept.width,
        "height": kept.height,
    }
