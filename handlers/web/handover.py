"""A handover link, looked at and taken up; its token comes in a body, so no log of addresses holds it."""

from fastapi import APIRouter, Request, Response

from conversations.incoming import SessionUnknown
from handlers.web import documented
from handlers.web.desk import FrontDesk
from handlers.web.inbound import HandoverLooked, HandoverTaken, read_json
from handlers.web.outbound import Writer, json_response
from handlers.web.visitor import Doorkeeper


class Handovers:
    """POST /api/handover/show and POST /api/handover."""

    def __init__(self, desk: FrontDesk, writer: Writer, door: Doorkeeper) -> None:
        self._desk = desk
        self._writer = writer
        self._door = door

    async def show(self, request: Request) -> Response:
        """Who, from where, which form; needs no session and changes nothing."""
        looked = await read_json(request, HandoverLooked)
        try:
            token = self._door.session(request).token
        except SessionUnknown:
            token = None
        shown = await self._desk.show_handover(looked.token, token)
        return json_response(
            {
                "name": shown.name,
                "from": shown.channel,
                "form": shown.form,
                "language": shown.language,
                "signed_in": shown.signed_in,
            }
        )

    async def redeem(self, request: Request) -> Response:
        """Once; the session the request came in is void afterwards."""
        carried = self._door.session(request)
        taken = await read_json(request, HandoverTaken)
        address = self._door.address(request)
        answer = await self._desk.redeem_handover(
            taken.token, carried.token, replace=taken.replace, address=address
        )
        return self._writer.answer(answer, carried)


def router(handovers: Handovers) -> APIRouter:
    paths = APIRouter(prefix="/api/handover", tags=["handover"])
    paths.add_api_route(
        "/show", handovers.show, methods=["POST"], **documented.shown(HandoverLooked)
    )
    paths.add_api_route("", handovers.redeem, methods=["POST"], **documented.turn(HandoverTaken))
    return paths
