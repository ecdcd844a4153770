"""Logs: one line an event, as text or JSON; never a text, a name, a token or a query string."""

import logging
import sys
import traceback
from typing import Literal

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

log = structlog.get_logger()


def configure(shape: Literal["json", "text"]) -> None:
    """Let our own events and those of the libraries come out alike, on stderr."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_messages,
        on_one_line,
    ]
    last: Processor = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    if shape == "json":
        last = structlog.processors.JSONRenderer(ensure_ascii=False)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    # httpx logs every address it calls, and a bot's token is part of it.
    for chatty in ("aiogram", "alembic", "httpcore", "httpx", "telegram", "uvicorn"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


def without_messages(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """An exception by its kind and its places in the code, whoever logs it."""
    error = event.pop("exc_info", None)
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
        event["at"] = places(error)
    return event


def on_one_line(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """What libraries say on several lines."""
    event["event"] = " ".join(str(event["event"]).split())
    return event


def note_fault(event: str, error: BaseException, **about: object) -> None:
    """A bug of ours by its kind and its places in the code, without its message."""
    log.error(event, **about, error=type(error).__name__, at=places(error))


def places(error: BaseException) -> list[str]:
    """Where an error came from, without its message: that may hold what a person wrote."""
    found = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
    cause = error.__cause__
    return [*places(cause), f"then {type(error).__name__}", *found] if cause else found
