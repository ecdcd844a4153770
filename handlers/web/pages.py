"""The page and its parts, read once and served from memory with the headers that keep it to itself."""

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from fastapi import Request, Response

from handlers.web.problems import Problem

FOLDER = Path(__file__).parent / "page"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Without a build step names stay the same, so browsers ask each time whether it is still this one.
    "Cache-Control": "no-cache",
    "Vary": "Accept-Encoding",
}
STRICT_TRANSPORT = {"Strict-Transport-Security": "max-age=31536000"}


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the page."""

    media_type: str
    plain: bytes
    packed: bytes
    tag: str


class Pages:
    """Serves the files of a folder by name."""

    def __init__(self, folder: Path = FOLDER, *, secure: bool = False) -> None:
        self._parts = {file.name: part(file) for file in folder.iterdir() if file.suffix in TYPES}
        self._headers = HEADERS | (STRICT_TRANSPORT if secure else {})

    def serve(self, request: Request, name: str) -> Response:
        found = self._parts.get(name)
        if found is None:
            raise Problem(404, "web-not-found")
        headers = self._headers | {"ETag": found.tag}
        if found.tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return Response(found.packed, headers=headers, media_type=found.media_type)
        return Response(found.plain, headers=headers, media_type=found.media_type)


def part(file: Path) -> Part:
    plain = file.read_bytes()
    # Weak, for both encodings of a file carry the same.
    tag = f'W/"{hashlib.sha256(plain).hexdigest()[:20]}"'
    return Part(TYPES[file.suffix], plain, gzip.compress(plain, mtime=0), tag)
