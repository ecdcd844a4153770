"""The HTTP app: the page, the chat's API, downloads, and what operation asks."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI, Request, Response
from starlette.routing import Route

from handlers.web import certificates, chat, handover, problems, rehearsal, verification
from handlers.web.certificates import CertificateLookup
from handlers.web.chat import Chat
from handlers.web.desk import FrontDesk, PublicFacts
from handlers.web.downloads import Downloads, Links
from handlers.web.events import LOOK_EVERY, EventStreams
from handlers.web.handover import Handovers
from handlers.web.outbound import Writer, json_response
from handlers.web.pages import Pages
from handlers.web.rehearsal import Rehearsed
from handlers.web.verification import Verification
from handlers.web.visitor import Doorkeeper

ABOUT = """\
`POST /api/chat/session` gives a token; send it as `Authorization: Bearer …` with every other request
to `/api/chat` and with every download. When an answer carries a new `token`, the old one is void.
Whatever is refused comes as a problem document (RFC 9457).
"""


def make_app(
    desk: FrontDesk,
    *,
    public: PublicFacts,
    networks: Iterable[Route] = (),
    rehearsed: Rehearsed | None = None,
    look_every: float = LOOK_EVERY,
) -> FastAPI:
    """The web of one process; `networks` is where the chat networks call us. `app.state.streams.close()` ends the event streams before a shutdown."""
    door = Doorkeeper(public)
    links = Links(desk, public)
    writer = Writer(desk, links, door)
    streams = EventStreams(desk, writer, look_every=look_every)
    app = bare_app(streams)
    problems.install(app)
    # In the order of how often they are called: a path is looked for from the top.
    app.router.routes.extend(networks)
    app.include_router(chat.router(Chat(desk, writer, door, streams)))
    app.include_router(handover.router(Handovers(desk, writer, door)))
    app.include_router(certificates.router(CertificateLookup(desk, door)))
    app.include_router(verification.router(Verification(desk, door)))
    app.include_router(files(Downloads(desk, links, door)))
    app.include_router(page(Pages(secure=door.secure)))
    app.include_router(operation(desk))
    if rehearsed is not None:
        app.include_router(rehearsal.router(rehearsed))
    return app


def bare_app(streams: EventStreams) -> FastAPI:
    """Without paths; its end is the end of the streams."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        streams.close()

    # The documentation pages load scripts from elsewhere, which the page's policy forbids.
    app = FastAPI(
        title="考务通 Kaowu",
        version="1",
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
        # Addresses open documents: they are for nobody's traces.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    app.state.streams = streams
    return app


def files(downloads: Downloads) -> APIRouter:
    paths = APIRouter(tags=["files"])
    paths.add_api_route("/files/{signed}", downloads.hand_out, methods=["GET"])
    return paths


def page(pages: Pages) -> APIRouter:
    paths = APIRouter(include_in_schema=False)

    async def chat_page(request: Request) -> Response:
        return pages.serve(request, "index.html")

    async def handover_page(request: Request) -> Response:
        return pages.serve(request, "handover.html")

    async def asset(request: Request, name: str) -> Response:
        return pages.serve(request, name)

    paths.add_api_route("/", chat_page, methods=["GET", "HEAD"])
    paths.add_api_route("/handover", handover_page, methods=["GET", "HEAD"])
    paths.add_api_route("/page/{name}", asset, methods=["GET", "HEAD"])
    return paths


def operation(desk: FrontDesk) -> APIRouter:
    paths = APIRouter(tags=["operation"])

    async def healthz() -> Response:
        """The process runs."""
        return json_response({"status": "ok"})

    async def readyz() -> Response:
        """The process can take messages; a load balancer sends none while this says 503."""
        ready = await desk.ready()
        return json_response({"status": "ok" if ready else "not ready"}, 200 if ready else 503)

    paths.add_api_route("/healthz", healthz, methods=["GET"])
    paths.add_api_route("/readyz", readyz, methods=["GET"])
    return paths
