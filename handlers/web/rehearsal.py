"""POST /api/rehearsal/clock: move office time, only in a rehearsal; what becomes due runs in order."""

from datetime import datetime, timedelta
from typing import Annotated, Protocol

from fastapi import APIRouter, Request, Response
from pydantic import Field, model_validator

from handlers.web.inbound import Body, read_json
from handlers.web.outbound import json_response
from handlers.web.problems import Problem
from store.clock import OFFICE_ZONE

LONGEST = timedelta(days=1000)


class ClockMoved(Body):
    """Exactly one of the two: the moment it shall be (office time), or how far to go on (ISO 8601)."""

    set: datetime | None = None
    advance: Annotated[timedelta, Field(gt=timedelta(0), le=LONGEST)] | None = None

    @model_validator(mode="after")
    def is_one(self) -> "ClockMoved":
        if (self.set is None) == (self.advance is None):
            raise ValueError("either set or advance")
        return self


class Rehearsed(Protocol):
    """A rehearsal's clock."""

    async def now(self) -> datetime: ...

    async def move(self, moment: datetime) -> dict[str, int]:
        """Go there from due time to due time; how often each job ran. Raises NotPossible for the past."""


def router(clock: Rehearsed) -> APIRouter:
    paths = APIRouter(prefix="/api/rehearsal", tags=["rehearsal"])

    async def look() -> Response:
        """What time it is in the office."""
        return json_response({"now": (await clock.now()).isoformat()})

    async def move(request: Request) -> Response:
        """Move the clock forward; answers when everything due until then is done."""
        wanted = await read_json(request, ClockMoved)
        now = await clock.now()
        target = now + wanted.advance if wanted.advance else in_office(wanted.set or now)
        if target - now > LONGEST:
            raise Problem(422, "web-fields-wrong", fields="set")
        ran = await clock.move(target)
        return json_response({"now": (await clock.now()).isoformat(), "ran": ran})

    paths.add_api_route("/clock", look, methods=["GET"])
    paths.add_api_route("/clock", move, methods=["POST"])
    return paths


def in_office(moment: datetime) -> datetime:
    """A moment without a zone is one in the office."""
    return moment if moment.tzinfo else moment.replace(tzinfo=OFFICE_ZONE)
