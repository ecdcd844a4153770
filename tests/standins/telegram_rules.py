"""What Telegram refuses: the limits of the Bot API, as it words them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TEXT = 4096
CAPTION = 1024
CALLBACK_ANSWER = 200
DATA_BYTES = 64
BUTTONS = 100
BUTTONS_A_ROW = 8
DOWNLOAD = 20_000_000
UPLOAD = 50_000_000
PHOTO = 10_000_000
COMMANDS = 100

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
TWO_POLLERS = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


@dataclass
class ApiError(Exception):
    """A refusal as the Bot API sends it."""

    code: int
    description: str
    retry_after: int | None = None

    def body(self) -> dict[str, Any]:
        body = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad(description: str) -> ApiError:
    return ApiError(400, f"Bad Request: {description}")


def too_many(seconds: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {seconds}", seconds)


def units(text: str) -> int:
    """Length as Telegram counts it: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def check_text(text: str) -> str:
    if not text.strip():
        raise bad("message text is empty")
    if units(text) > TEXT:
        raise bad("message is too long")
    return text


def check_caption(text: str) -> str:
    if units(text) > CAPTION:
        raise bad("message caption is too long")
    return text


def check_keyboard(markup: Any) -> list[list[dict[str, Any]]]:
    """The rows of an inline keyboard; an absent one is none."""
    markup = json.loads(markup) if isinstance(markup, str) else markup
    rows: list[list[dict[str, Any]]] = (markup or {}).get("inline_keyboard", [])
    if sum(map(len, rows)) > BUTTONS:
        raise bad("reply markup is too long")
    for row in rows:
        if len(row) > BUTTONS_A_ROW:
            raise bad("too many buttons in a row")
        for button in row:
            check_button(button)
    return rows


def check_button(button: Mapping[str, Any]) -> None:
    if not str(button.get("text", "")).strip():
        raise bad("can't parse inline keyboard button: text is empty")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID")


def check_webhook(fields: Mapping[str, Any]) -> None:
    """The real one wants https and one of four ports; the stand-in also takes this machine's loopback."""
    url = str(fields.get("url", ""))
    local = url.startswith("http://127.0.0.1:")
    if url and not local and not re.match(r"https://[^:/]+(:(443|80|88|8443))?(/|$)", url):
        raise bad("bad webhook: HTTPS URL must be provided for webhook")
    secret = fields.get("secret_token")
    if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", str(secret)):
        raise bad("secret token contains unallowed characters")


def check_commands(commands: list[dict[str, str]]) -> None:
    if len(commands) > COMMANDS:
        raise bad("too many commands specified")
    for one in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", one["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= units(one["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
