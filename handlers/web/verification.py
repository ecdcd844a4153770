"""The page behind the QR code of a certificate (R8.2): a plain page, for it is opened by any scanner."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from html import escape
from types import MappingProxyType

from fastapi import APIRouter, Request, Response

from conversations.words import FluentWords, words
from handlers.channel import TooMany
from handlers.web.desk import FrontDesk, Phones, QrAsked, Verified
from handlers.web.pages import HEADERS, STRICT_TRANSPORT
from handlers.web.problems import language_of
from handlers.web.visitor import Doorkeeper
from rules.certificates import CertificateState
from rules.identity import mask_id_number
from rules.names import mask_name

EMPTY = "--"
"""What certificates print where there is nothing to print."""

PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <meta name="color-scheme" content="light dark">
  <meta name="theme-color" content="#f7f9f9" media="(prefers-color-scheme: light)">
  <meta name="theme-color" content="#111819" media="(prefers-color-scheme: dark)">
  <meta name="format-detection" content="telephone=no">
  <meta name="referrer" content="no-referrer">
  <meta name="robots" content="noindex">
  <title>{title}</title>
  <link rel="icon" href="/page/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/page/style.css">
</head>
<body class="sheet">
  <header id="top"><h1>{title}</h1></header>
  <main>
    <h2 class="{tone}">{heading}</h2>
    <p>{detail}</p>
    <dl>{facts}</dl>
    <p><a class="button" href="/">{look_up}</a></p>
    <ul class="phones">{phones}</ul>
  </main>
</body>
</html>
"""


TONES = MappingProxyType(
    {
        "verify-genuine": "verdict",
        "verify-void": "verdict warning",
        "verify-differs": "verdict warning",
        "verify-failed": "verdict warning",
    }
)
"""How a heading looks that says what came of the check."""


@dataclass(frozen=True, slots=True)
class Said:
    """An answer: its heading, what the heading's detail speaks of, and the lines below."""

    heading: str
    status: int = 200
    args: dict[str, object] = field(default_factory=dict)
    verified: Verified | None = None


class Verification:
    """GET /verify/{number}?k=…: what we did not sign gets one and the same answer, whatever is registered."""

    def __init__(self, desk: FrontDesk, door: Doorkeeper) -> None:
        self._desk = desk
        self._door = door
        self._headers = HEADERS | (STRICT_TRANSPORT if door.secure else {})
        self._headers |= {"Cache-Control": "no-store", "Vary": "Accept-Language"}

    async def page(self, request: Request, number: str) -> Response:
        asked = QrAsked(number, request.query_params.get("k", ""), self._door.address(request))
        try:
            verified = await self._desk.verify(asked)
        except TooMany as late:
            minutes = max(1, round(late.retry_after / 60))
            return await self._answer(request, Said("verify-wait", 429, {"minutes": minutes}))
        return await self._answer(request, outcome(verified))

    async def nothing_asked(self, request: Request) -> Response:
        """The bare address, typed by hand: how to go on."""
        return await self._answer(request, Said("verify-nothing"))

    async def keys(self) -> Response:
        text = await self._desk.published_keys()
        return Response(text, 200, self._headers, "text/plain; charset=utf-8")

    async def _answer(self, request: Request, said: Said) -> Response:
        say = words(language_of(request))
        page = PAGE.format(
            language=say.language,
            title=escape(say.say("verify-title")),
            tone=TONES.get(said.heading, ""),
            heading=escape(say.say(said.heading)),
            detail=escape(say.say(f"{said.heading}-detail", **said.args)),
            facts="".join(lines(say, said.verified)) if said.verified else "",
            look_up=escape(say.say("verify-look-up")),
            phones="".join(calls(say, await self._desk.phones())),
        )
        return Response(page, said.status, self._headers, "text/html; charset=utf-8")


def outcome(verified: Verified | None) -> Said:
    """What a scanned code comes to."""
    if verified is None:
        return Said("verify-failed", 404)
    state = verified.certificate.state
    if state is not CertificateState.ISSUED:
        return Said("verify-void", args={"state": state.value}, verified=verified)
    return Said("verify-genuine" if verified.agrees else "verify-differs", verified=verified)


def router(verification: Verification) -> APIRouter:
    paths = APIRouter(include_in_schema=False)
    methods = ["GET", "HEAD"]
    for bare in ("/verify", "/verify/"):
        paths.add_api_route(bare, verification.nothing_asked, methods=methods)
    paths.add_api_route("/verify/{number:path}", verification.page, methods=methods)
    paths.add_api_route("/.well-known/kaowu-certificate-keys", verification.keys, methods=methods)
    return paths


def lines(say: FluentWords, verified: Verified) -> Iterator[str]:
    """The printed fields (DF§1.4), name and ID number masked (R8.2)."""
    one = verified.certificate
    shown = {
        "state": one.state,
        "changed_on": one.changed_on,
        "replaced_by": one.replaced_by,
        "kind": one.kind,
        "number": one.number,
        "name": mask_name(one.name),
        "id_number": mask_id_number(one.id_number),
        "occupation": one.occupation_name or EMPTY,
        "trade": one.unit_name or EMPTY,
        "level": one.level_text,
        "result": one.result or EMPTY,
        "issued_on": one.issued_on,
        "station": verified.station or EMPTY,
        "issuer": one.issuer or EMPTY,
    }
    for name, value in shown.items():
        if value:
            yield f"<dt>{escape(say.say(f'verify-{name}'))}</dt>"
            yield f"<dd>{escape(told(say, value))}</dd>"


def told(say: FluentWords, value: object) -> str:
    """A choice begins its line, so it begins with a capital where there are any."""
    text = say.argument(value)
    return text[:1].upper() + text[1:] if isinstance(value, Enum) else text


def calls(say: FluentWords, phones: Phones) -> Iterator[str]:
    """The numbers that stand under every answer (⚙ R1.10), to be dialled by a tap."""
    for name, number in (("query", phones.query), ("complaint", phones.complaint)):
        digits = "".join(filter(str.isdigit, number))
        label, shown = escape(say.say(f"verify-{name}")), escape(number)
        yield f'<li>{label} <a href="tel:{digits}">{shown}</a></li>'
