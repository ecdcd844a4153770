"""Certificates for other systems (R8): the look-up of the chat as one request."""

import asyncio
from typing import Any

from fastapi import APIRouter, Request, Response

from handlers.web import documented
from handlers.web.desk import CertificateAsked, FrontDesk
from handlers.web.inbound import CertificateWanted, read_json
from handlers.web.outbound import json_response
from handlers.web.visitor import Doorkeeper
from rules.identity import mask_id_number
from store.certificates import Certificate

EVEN_S = 0.05
"""Every answer leaves so long after its question came: what was found makes it no sooner or later."""


class CertificateLookup:
    """POST /api/certificates/lookup; a wrong pair and an unknown one answer alike."""

    def __init__(self, desk: FrontDesk, door: Doorkeeper) -> None:
        self._desk = desk
        self._door = door

    async def look_up(self, request: Request) -> Response:
        even = asyncio.get_running_loop().time() + EVEN_S
        wanted = await read_json(request, CertificateWanted)
        address = self._door.address(request)
        asked = CertificateAsked(wanted.name, wanted.id_number, wanted.number, address)
        found = await self._desk.find_certificates(asked)
        answer = json_response({"certificates": [shown(one) for one in found]})
        await asyncio.sleep(even - asyncio.get_running_loop().time())
        return answer


def router(lookup: CertificateLookup) -> APIRouter:
    paths = APIRouter(prefix="/api/certificates", tags=["certificates"])
    paths.add_api_route(
        "/lookup", lookup.look_up, methods=["POST"], **documented.found(CertificateWanted)
    )
    return paths


def shown(one: Certificate) -> dict[str, Any]:
    """The fields of the national query (DF§1.4), the ID number masked (R8.2)."""
    return {
        "kind": one.kind,
        "number": one.number,
        "state": one.state,
        "changed_on": one.changed_on.isoformat() if one.changed_on else None,
        "replaced_by": one.replaced_by,
        "name": one.name,
        "id_number": mask_id_number(one.id_number),
        "sex": one.sex,
        "occupation": one.occupation_name,
        "trade": one.unit_name,
        "level": one.level,
        "level_text": one.level_text,
        "theory": one.theory,
        "practice": one.practice,
        "result": one.result,
        "schooling": one.schooling,
        "issued_on": one.issued_on.isoformat(),
        "issuer": one.issuer,
    }
