"""The chat's API: a session, answers and files in, history and events out."""

from fastapi import APIRouter, Request, Response

from conversations.incoming import Incoming
from handlers.web import documented
from handlers.web.desk import CHANNEL, FrontDesk
from handlers.web.events import EventStreams
from handlers.web.inbound import Message, SessionWanted, Upload, read_json, read_upload
from handlers.web.outbound import Writer
from handlers.web.problems import Problem, language_of
from handlers.web.visitor import Doorkeeper
from store.sessions import SessionKind

PAGE = 50
LONGEST_PAGE = 200
CURSOR_MOST = 2**31 - 1
"""The numbers of a person's messages are 32-bit integers."""


class Chat:
    """POST /api/chat/… and the two ways to read."""

    def __init__(
        self, desk: FrontDesk, writer: Writer, door: Doorkeeper, streams: EventStreams
    ) -> None:
        self._desk = desk
        self._writer = writer
        self._door = door
        self._streams = streams

    async def session(self, request: Request) -> Response:
        """A guest session: the token for programs, an HttpOnly cookie for the page."""
        wanted = await read_json(request, SessionWanted, empty=True)
        kind = SessionKind.COOKIE if wanted.cookie else SessionKind.BEARER
        if wanted.cookie:
            # Another site could not read the cookie, but would sign the person out by it.
            self._door.require_our_page(request)
        language = wanted.language or language_of(request)
        answer = await self._desk.greet(kind, language, self._door.address(request))
        return self._writer.greeting(answer, kind)

    async def say(self, request: Request) -> Response:
        """One turn. The same id again returns the same messages and does nothing twice."""
        carried = self._door.session(request)
        said = await read_json(request, Message)
        incoming = Incoming(
            key=said.id,
            token=carried.token,
            channel=CHANNEL,
            text=said.text,
            choice=said.choice,
            turn=said.turn,
            address=self._door.address(request),
            given_s_ago=said.ago,
        )
        return self._writer.answer(await self._desk.receive(incoming), carried)

    async def send_file(self, request: Request) -> Response:
        """A photo or document as the answer; decoded and kept before the turn begins."""
        carried = self._door.session(request)
        # Nobody's twenty megabytes are read for a session that does not exist.
        await self._desk.reader(carried.token)
        fields, name, data = await read_upload(request)
        incoming = Incoming(
            key=fields.id,
            token=carried.token,
            channel=CHANNEL,
            turn=fields.turn,
            file=await self._desk.prepare(
                data, name, carried.token, by_camera=fields.camera == "yes"
            ),
            address=self._door.address(request),
            given_s_ago=int(fields.ago),
        )
        return self._writer.answer(await self._desk.receive(incoming), carried)

    async def history(self, request: Request) -> Response:
        """Both sides after a cursor, and everything pushed since."""
        carried = self._door.session(request)
        after = whole_number(request, "after", 0, CURSOR_MOST)
        limit = whole_number(request, "limit", PAGE, CURSOR_MOST)
        page = await self._desk.history(carried.token, after, min(max(limit, 1), LONGEST_PAGE))
        return self._writer.history(page)

    async def ahead(self, request: Request) -> Response:
        """The questions after the present one, of a form filled in where there may be no line."""
        carried = self._door.session(request)
        return self._writer.ahead(await self._desk.ahead(carried.token))

    async def events(self, request: Request) -> Response:
        """The same as server-sent events; Last-Event-ID goes before `after`, for browsers keep the address."""
        carried = self._door.session(request)
        after = whole_number(request, "after", 0, CURSOR_MOST)
        last = request.headers.get("last-event-id")
        if last is not None:
            after = number(last, "Last-Event-ID", CURSOR_MOST)
        return await self._streams.open(request, carried.token, after)


def router(chat: Chat) -> APIRouter:
    paths = APIRouter(prefix="/api/chat", tags=["chat"])
    paths.add_api_route(
        "/session", chat.session, methods=["POST"], **documented.created(SessionWanted)
    )
    paths.add_api_route("/messages", chat.say, methods=["POST"], **documented.turn(Message))
    paths.add_api_route("/files", chat.send_file, methods=["POST"], **documented.upload(Upload))
    paths.add_api_route("/messages", chat.history, methods=["GET"], **documented.history())
    paths.add_api_route("/ahead", chat.ahead, methods=["GET"], **documented.ahead())
    paths.add_api_route("/events", chat.events, methods=["GET"], **documented.events())
    return paths


def whole_number(request: Request, name: str, default: int, most: int) -> int:
    text = request.query_params.get(name)
    return default if text is None else number(text, name, most)


def number(text: str, name: str, most: int) -> int:
    """Digits only, as we gave them out."""
    if not (text.isascii() and text.isdigit() and len(text) <= 10 and int(text) <= most):
        raise Problem(422, "web-fields-wrong", fields=name)
    return int(text)
