"""The page behind the QR code of a certificate (R8.2): a plain page, for it is opened by any scanner."""

from collections.abc import Iterator
from html import escape

from fastapi import APIRouter, Request, Response

from conversations.words import FluentWords, words
from handlers.channel import TooMany
from handlers.web.desk import FrontDesk, QrAsked, Verified
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
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
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
    <h2>{heading}</h2>
    <p>{detail}</p>
    <dl>{facts}</dl>
    <p class="note"><a href="/">{look_up}</a></p>
    <p class="note">{phones}</p>
  </main>
</body>
</html>
"""


class Verification:
    """GET /verify/{number}?k=…: what we did not sign gets one and the same answer, whatever is registered."""

    def __init__(self, desk: FrontDesk, door: Doorkeeper) -> None:
        self._desk = desk
        self._door = door
        self._headers = HEADERS | (STRICT_TRANSPORT if door.secure else {})
        self._headers |= {"Cache-Control": "no-store", "Vary": "Accept-Language"}

    async def page(self, request: Request, number: str) -> Response:
        say = words(language_of(request))
        asked = QrAsked(number, request.query_params.get("k", ""), self._door.address(request))
        try:
            verified = await self._desk.verify(asked)
        except TooMany as late:
            minutes = max(1, round(late.retry_after / 60))
            return self._answer(say, "verify-wait", 429, {"minutes": minutes})
        if verified is None:
            return self._answer(say, "verify-failed", 404, {})
        return self._verified(say, verified)

    async def nothing_asked(self, request: Request) -> Response:
        """The bare address, typed by hand: how to go on."""
        return self._answer(words(language_of(request)), "verify-nothing", 200, {})

    async def keys(self) -> Response:
        text = await self._desk.published_keys()
        return Response(text, 200, self._headers, "text/plain; charset=utf-8")

    def _verified(self, say: FluentWords, verified: Verified) -> Response:
        certificate = verified.certificate
        if certificate.state is not CertificateState.ISSUED:
            heading = "verify-void"
        else:
            heading = "verify-genuine" if verified.agrees else "verify-differs"
        return self._answer(say, heading, 200, {"state": certificate.state}, verified)

    def _answer(
        self,
        say: FluentWords,
        heading: str,
        status: int,
        args: dict[str, object],
        verified: Verified | None = None,
    ) -> Response:
        phones, facts = "", ""
        if verified is not None:
            numbers = {"query": verified.query_phone, "complaint": verified.complaint_phone}
            phones = say.say("verify-phones", **numbers)
            facts = "".join(lines(say, verified))
        detail = say.say(f"{heading}-detail", **args)
        page = PAGE.format(
            language=say.language,
            title=escape(say.say("verify-title")),
            heading=escape(say.say(heading)),
            detail=escape(detail),
            facts=facts,
            look_up=escape(say.say("verify-look-up")),
            phones=escape(phones),
        )
        return Response(page, status, self._headers, "text/html; charset=utf-8")


def router(verification: Verification) -> APIRouter:
    paths = APIRouter(include_in_schema=False)
    methods = ["GET", "HEAD"]
    paths.add_api_route("/verify", verification.nothing_asked, methods=methods)
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
            yield f"<dd>{escape(say.argument(value))}</dd>"
