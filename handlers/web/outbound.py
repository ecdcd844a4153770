"""What goes out: messages as the JSON of interface.md, and the answer to a turn with the session it may have opened."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from typing import Any

from fastapi import Response

from conversations.ahead import Ahead
from conversations.engine.messages import Option, Outgoing, Question
from conversations.history import History
from conversations.incoming import Answer, Numbered
from handlers.web.desk import FrontDesk
from handlers.web.downloads import Links
from handlers.web.visitor import Carried, Doorkeeper
from store.people import PersonId
from store.sessions import SessionKind

NO_STORE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}

Json = dict[str, Any]


def json_response(body: Json, status: int = 200) -> Response:
    return Response(dumps(body), status, NO_STORE, "application/json")


# One encoder for all: json.dumps would make one for each message.
dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Writer:
    """Puts messages and answers into JSON."""

    def __init__(self, desk: FrontDesk, links: Links, door: Doorkeeper) -> None:
        self._desk = desk
        self._links = links
        self._door = door

    def answer(self, answer: Answer, carried: Carried) -> Response:
        """What one turn led to; a new session goes back the way the old one came."""
        body: Json = {"messages": self.messages(answer.messages, answer.person)}
        if answer.token is None:
            return json_response(body)
        return self._with_session(body | {"session": True}, answer.token, carried.kind)

    def greeting(self, answer: Answer, kind: SessionKind) -> Response:
        assert answer.token is not None
        body: Json = {
            "messages": self.messages(answer.messages, answer.person),
            "person": self._alias(answer.person),
        }
        return self._with_session(body, answer.token, kind, 201)

    def history(self, page: History) -> Response:
        return json_response(
            {
                "messages": self.messages(page.messages, page.person),
                "more": page.more,
                "person": self._alias(page.person),
                "language": page.language,
            }
        )

    def ahead(self, listed: Iterable[Ahead]) -> Response:
        """The questions a page may put itself while it is cut off."""
        return json_response({"questions": [ahead(one) for one in listed]})

    def messages(self, said: Iterable[Numbered], person: int) -> list[Json]:
        return [self.message(one, PersonId(person)) for one in said]

    def message(self, said: Numbered, person: PersonId) -> Json:
        body: Outgoing = said.body
        return {
            "cursor": str(said.number),
            "id": said.key,
            "at": said.at.isoformat(timespec="seconds") if said.at else None,
            "from": "me" if said.mine else "bot",
            "text": body.text,
            "options": [option(one) for one in body.options],
            "files": [self._links.offered(file, person) for file in body.files],
            "question": question(body.question) if body.question else None,
            "progress": body.progress,
        }

    def _with_session(
        self, body: Json, token: str, kind: SessionKind, status: int = 200
    ) -> Response:
        """A cookie's token is never shown to the page, a bearer's never set as a cookie."""
        if kind is SessionKind.BEARER:
            return json_response(body | {"token": token}, status)
        response = json_response(body, status)
        self._door.hand_cookie(response, token)
        return response

    def _alias(self, person: int) -> str:
        """The same for the same person, and told to nobody else: by it a page notices a change."""
        return urlsafe_b64encode(self._desk.sign(f"person:{person}".encode())[:9]).decode()


def ahead(one: Ahead) -> Json:
    return {
        "text": one.text,
        "options": [option(each) for each in one.options],
        "question": question(one.question),
        "when": {"box": one.when[0], "is": one.when[1]} if one.when else None,
    }


def option(one: Option) -> Json:
    body: Json = {"label": one.label, "value": one.value}
    if one.number:
        body["number"] = one.number
    if one.quiet:
        body["style"] = "quiet"
    return body


def question(asked: Question) -> Json:
    return {
        "form": asked.form,
        "box": asked.box,
        "kind": asked.kind,
        "optional": asked.optional,
        "private": asked.private,
        "turn": asked.turn,
        "step": asked.step,
        "of": asked.of,
        "error": asked.error,
        "problem": asked.problem,
        "label": asked.label,
        "hint": asked.hint,
        "input": asked.input,
        "min": asked.min,
        "max": asked.max,
        "shown": asked.shown,
        "ahead": asked.ahead,
        "accepts": asked.accepts,
    }
