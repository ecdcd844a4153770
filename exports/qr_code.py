"""QR codes: drawn as SVG for what we print, and read from a picture somebody took of one."""

import io
from collections.abc import Iterator

from rules.findings import Refused

MOST_PIXELS = 50_000_000
"""A photo of a phone has twelve million."""
FORMATS = ("PNG", "JPEG")


def svg(text: str) -> str:
    """A QR code with its quiet zone, one unit a module, to be printed at any size."""
    import zxingcpp

    # M: a seal or a fold may cover some of it.
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    return str(code.to_svg(add_quiet_zones=True))


def read(picture: bytes) -> Iterator[str]:
    """The texts of all QR codes on a PNG or JPEG; Refused when it cannot be opened."""
    import warnings

    import zxingcpp
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(picture), formats=FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise Refused("verify-picture", "R8.2")
                grey = image.convert("L")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombWarning) as error:
        raise Refused("verify-picture", "R8.2") from error
    for code in zxingcpp.read_barcodes(
        grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    ):
        yield code.text
