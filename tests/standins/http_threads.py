"""A small HTTP server in threads for stand-ins of chat networks: bodies read whole, one function answers."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Self
from urllib.parse import parse_qsl, unquote

from python_multipart import parse_form


@dataclass(frozen=True, slots=True)
class Request:
    """What came in: fields of JSON, form or query alike, and files by the name of their part."""

    method: str
    path: str
    fields: Mapping[str, Any]
    files: Mapping[str, tuple[str, bytes]]
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes out; `hang_up` closes the connection instead."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    hang_up: bool = False


def as_json(status: int, body: object) -> Reply:
    return Reply(status, json.dumps(body).encode(), {"Content-Type": "application/json"})


class HttpThreads:
    """Serves on a free port of this machine until stopped."""

    def __init__(self, answer: Callable[[Request], Reply]) -> None:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                serve(self, answer)

            do_GET = do_POST  # noqa: N815 - the library's name

            def log_message(self, *_: object) -> None:
                """Tests read what was said, not a log."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class Server(ThreadingHTTPServer):
    """Does not wait for kept-alive connections at the end."""

    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is none of our business; a fault of the stand-in shows as no answer."""


def serve(handler: BaseHTTPRequestHandler, answer: Callable[[Request], Reply]) -> None:
    reply = answer(request_of(handler))
    if reply.hang_up:
        handler.close_connection = True
        return
    handler.send_response(reply.status)
    for name, value in {**reply.headers, "Content-Length": str(len(reply.body))}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(reply.body)


def request_of(handler: BaseHTTPRequestHandler) -> Request:
    path, _, query = handler.path.partition("?")
    body = body_of(handler)
    fields: dict[str, Any] = dict(parse_qsl(query, keep_blank_values=True))
    files: dict[str, tuple[str, bytes]] = {}
    kind = handler.headers.get("Content-Type", "")
    if kind.startswith("application/json"):
        fields |= json.loads(body or b"{}")
    elif kind.startswith("multipart/"):
        read_multipart(kind, body, fields, files)
    elif kind.startswith("application/x-www-form-urlencoded"):
        fields |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    headers = {name.lower(): value for name, value in handler.headers.items()}
    return Request(handler.command, unquote(path), fields, files, headers, body)


def body_of(handler: BaseHTTPRequestHandler) -> bytes:
    """The whole body, announced or in chunks (aiohttp sends forms in chunks)."""
    if "chunked" not in handler.headers.get("Transfer-Encoding", ""):
        return handler.rfile.read(int(handler.headers.get("Content-Length", 0)))
    body = bytearray()
    while size := int(handler.rfile.readline().split(b";")[0], 16):
        body += handler.rfile.read(size)
        handler.rfile.readline()
    handler.rfile.readline()
    return bytes(body)


def read_multipart(
    kind: str, body: bytes, fields: dict[str, Any], files: dict[str, tuple[str, bytes]]
) -> None:
    from io import BytesIO

    def on_field(part: Any) -> None:
        fields[part.field_name.decode()] = (part.value or b"").decode()

    def on_file(part: Any) -> None:
        part.file_object.seek(0)
        name = (part.file_name or b"").decode()
        files[part.field_name.decode()] = (name, part.file_object.read())
        part.close()

    headers = {"Content-Type": kind.encode(), "Content-Length": str(len(body)).encode()}
    parse_form(headers, BytesIO(body), on_field, on_file)
