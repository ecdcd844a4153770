"""Downloads: signed links that expire and open for one person only, and what they open."""

import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from conversations.engine.messages import Paper, Picture
from handlers.web.desk import FrontDesk, Kept, Printed, PublicFacts, Streamed
from handlers.web.problems import Problem
from handlers.web.visitor import Doorkeeper
from rules.findings import NotPossible
from store.people import PersonId

GOOD_FOR = timedelta(hours=23)
"""At least; the end is rounded up to the hour, so that a link stays the same and browsers keep the picture."""
OPENS_FOR = timedelta(minutes=15)
"""A link in a chat, which anybody it is passed on to could open."""
ENDINGS = {
    "image/jpeg": "photo.jpg",
    "image/png": "photo.png",
    "application/pdf": "document.pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "workbook.xlsx",
}


@dataclass(frozen=True, slots=True)
class Link:
    """What a link says once its signature is found right."""

    kind: str
    subject: str
    person: PersonId
    until: int
    opens: bool = False
    """Whether it opens for whoever holds it: a chat's browser has no session of ours."""


class Links:
    """Makes and reads the signed part of /files/…; it names the thing by ids, never a person by name."""

    def __init__(self, desk: FrontDesk, public: PublicFacts) -> None:
        self._desk = desk
        self._papers = public.papers

    def offered(self, file: Paper | Picture, person: PersonId) -> dict[str, Any]:
        """A message's file as JSON; a paper's size is known once it is printed."""
        match file:
            case Paper(export, subject, label):
                media_type, size = self._papers.get(export, "application/pdf"), None
                name, url = label, self.url(export, str(subject), person)
            case Picture(kept, name, media_type, size):
                name, url = name or name_of(media_type), self.url("", kept, person)
        return {"name": name, "url": url, "media_type": media_type, "size": size}

    def url(self, kind: str, subject: str, person: PersonId) -> str:
        """`kind` is an export's name, or empty for a kept file."""
        until = full_hour_after(self._desk.now() + GOOD_FOR)
        return self._signed([kind, subject, person, until])

    def opening(self, file: Paper | Picture, person: PersonId) -> str:
        """A link that opens without a session, for a short time: for chats that carry no files."""
        until = int((self._desk.now() + OPENS_FOR).timestamp())
        match file:
            case Paper(export, subject, _):
                return self._signed([export, str(subject), person, until, True])
            case Picture(kept, _, _, _):
                return self._signed(["", kept, person, until, True])

    def _signed(self, content: list[object]) -> str:
        said = json.dumps(content, separators=(",", ":")).encode()
        return f"/files/{encode(said)}.{encode(self._signature(said))}"

    def read(self, signed: str) -> Link:
        """Problem 404 for what we did not sign, 410 once it has expired."""
        said, _, signature = signed.partition(".")
        try:
            content, given = decode(said), decode(signature)
        except (NotBase64, ValueError) as error:
            raise Problem(404, "web-not-found") from error
        if not hmac.compare_digest(self._signature(content), given):
            raise Problem(404, "web-not-found")
        link = Link(*json.loads(content))
        if link.until < self._desk.now().timestamp():
            raise Problem(410, "web-link-expired")
        return link

    def _signature(self, said: bytes) -> bytes:
        return self._desk.sign(b"file:" + said)[:16]


class Downloads:
    """GET /files/{signed}."""

    def __init__(self, desk: FrontDesk, links: Links, door: Doorkeeper) -> None:
        self._desk = desk
        self._links = links
        self._door = door

    async def hand_out(self, request: Request, signed: str) -> Response:
        """The file, to the person the link was made for; to everybody else there is none."""
        link = self._links.read(signed)
        reader = link.person
        if not link.opens:
            reader = await self._desk.reader(self._door.token_for_reading(request))
        if link.person != reader:
            raise Problem(404, "web-not-found")
        try:
            if link.kind:
                paper = Paper(link.kind, int(link.subject), "")
                if large := await self._desk.stream_paper(paper, reader):
                    return streamed(large)
                return printed(await self._desk.print_paper(paper, reader))
            return kept(await self._desk.kept_file(link.subject, reader))
        except NotPossible as gone:
            raise Problem(404, "web-not-found") from gone


def printed(paper: Printed) -> Response:
    """Printed anew each time, for what it says may have changed."""
    return download(paper.data, paper.media_type, paper.name, "private, no-cache")


def streamed(paper: Streamed) -> Response:
    """Piece by piece; the size lets a browser show how far it is."""
    headers = {**saved(paper.name, "private, no-store"), "Content-Length": str(paper.size)}
    return StreamingResponse(paper.pieces, headers=headers, media_type=paper.media_type)


def kept(file: Kept) -> Response:
    return download(file.data, file.media_type, name_of(file.media_type), "private, max-age=3600")


def download(data: bytes, media_type: str, name: str, caching: str) -> Response:
    """Pictures open in the page, everything else is saved; nothing in a file may run as ours."""
    shown = "inline" if media_type.startswith("image/") else "attachment"
    return Response(data, headers=saved(name, caching, shown), media_type=media_type)


def saved(name: str, caching: str, shown: str = "attachment") -> dict[str, str]:
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "_" for c in name)
    return {
        "Content-Disposition": f"{shown}; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}",
        "Cache-Control": caching,
        "Vary": "Cookie, Authorization",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def name_of(media_type: str) -> str:
    """A neutral name for what somebody sent in."""
    return ENDINGS.get(media_type, "document")


def full_hour_after(moment: datetime) -> int:
    return -(-int(moment.timestamp()) // 3600) * 3600


def encode(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
