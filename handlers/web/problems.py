"""What the API says when it cannot do as asked: problem documents (RFC 9457) in the caller's language."""

import json
from collections.abc import Mapping

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from conversations.incoming import SessionUnknown
from conversations.passing import HandoverGone, SomebodySignedIn
from conversations.words import words
from handlers.channel import Busy, TooMany
from rules.findings import Finding, NotPossible, Refused
from store.faults import KeyReused, TransientFault

RETRY_AFTER = 2
"""Seconds until a fault that passes by itself is likely to have passed."""


class Problem(Exception):
    """Ends a request; `key` names the text: its value the title, its `.detail` what to do."""

    def __init__(
        self, status: int, key: str, headers: Mapping[str, str] | None = None, **args: object
    ) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.headers = headers
        self.args_of_text = args


def language_of(request: Request) -> str:
    """The first language of Accept-Language we speak; Chinese when it names none."""
    for wanted in request.headers.get("accept-language", "").lower().split(","):
        tag = wanted.strip()
        if tag.startswith("zh"):
            return "zh-CN"
        if tag.startswith("en"):
            return "en"
    return "zh-CN"


def document(request: Request, problem: Problem, findings: tuple[Finding, ...] = ()) -> Response:
    """The problem as JSON; findings of the rules take the place of the detail."""
    say = words(language_of(request)).say
    if findings:
        detail = "\n".join(say(f.key, **f.args) for f in findings)
    else:
        detail = say(f"{problem.key}.detail", **problem.args_of_text)
    body = {
        "type": f"urn:kaowu:problem:{problem.key.removeprefix('web-')}",
        "title": say(problem.key),
        "status": problem.status,
        "detail": detail,
    }
    return Response(
        json.dumps(body, ensure_ascii=False),
        problem.status,
        {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        | dict(problem.headers or {}),
        "application/problem+json",
    )


FIXED: dict[type[Exception], tuple[int, str]] = {
    KeyReused: (409, "web-key-reused"),
    HandoverGone: (410, "web-handover-gone"),
    SomebodySignedIn: (409, "web-somebody-signed-in"),
    ClientDisconnect: (400, "web-not-readable"),
}
OF_HTTP = {404: "web-not-found", 405: "web-wrong-method"}


def meant(error: Exception) -> Problem:
    """The problem an exception stands for; a bug when nobody foresaw it."""
    match error:
        case Problem():
            return error
        case SessionUnknown():
            return Problem(401, "web-no-session", {"WWW-Authenticate": "Bearer"})
        case TooMany(retry_after=seconds):
            minutes = max(1, round(seconds / 60))
            return Problem(429, "web-too-many", {"Retry-After": str(seconds)}, minutes=minutes)
        case Busy(retry_after=seconds):
            return busy(seconds)
        case TransientFault():
            return busy(RETRY_AFTER)
        case Refused() | NotPossible():
            return Problem(422, "web-refused")
        case HTTPException(status_code=status, headers=headers):
            return Problem(status, OF_HTTP.get(status, "web-not-readable"), headers)
        case _:
            return Problem(*FIXED.get(type(error), (500, "web-our-fault")))


def findings_of(error: Exception) -> tuple[Finding, ...]:
    match error:
        case Refused(finding=finding):
            return (finding,)
        case NotPossible(findings=findings):
            return findings
        case _:
            return ()


def busy(seconds: int) -> Problem:
    return Problem(503, "web-busy", {"Retry-After": str(seconds)}, seconds=seconds)


async def answer(request: Request, error: Exception) -> Response:
    return document(request, meant(error), findings_of(error))


def install(app: FastAPI) -> None:
    """Every exception becomes a problem document; bugs are also raised on, for the log of the server."""
    known = (
        Problem,
        SessionUnknown,
        Busy,
        TransientFault,
        Refused,
        NotPossible,
        HTTPException,
        Exception,
    )
    for kind in (*known, *FIXED):
        app.add_exception_handler(kind, answer)
