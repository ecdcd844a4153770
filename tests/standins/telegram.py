"""Telegram as bots see it: the Bot API over HTTP with its real limits, and people with phones on the other side."""

import json
import secrets
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from math import ceil
from threading import Condition, RLock, Thread
from time import monotonic
from typing import Any, Self

from tests.standins import telegram_rules as rules
from tests.standins.http_threads import HttpThreads, Reply, Request, as_json
from tests.standins.telegram_phone import Bubble, Phone
from tests.standins.telegram_rules import ApiError, bad
from tests.standins.telegram_webhook import Webhook

PATIENCE = 60
"""Seconds anything in a test may take before it has failed."""
DEFAULT_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
OFFICE_DAY = 1_780_275_600
"""2026-06-01 09:00 in Shanghai: every message says it was sent then."""


@dataclass
class Fault:
    """What happens to the next calls of a method; `done` when the call is carried out nevertheless."""

    error: ApiError | None
    times: int
    done: bool = False


@dataclass
class Bot:
    """One bot account: what waits for it, where it wants it, and what it has told Telegram."""

    token: str
    id: int
    username: str
    updates: deque[dict[str, Any]] = field(default_factory=deque)
    allowed: tuple[str, ...] = DEFAULT_UPDATES
    webhook: Webhook | None = None
    polls: int = 0
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    queries: dict[str, str | None] = field(default_factory=dict)
    """Taps by their id, with what was answered to them."""
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)


@dataclass
class Bucket:
    """A rate of one a second or many: full at the start, refilled by the clock."""

    rate: float
    size: float
    level: float
    at: float

    def take(self, now: float) -> float:
        """Seconds to wait; 0 when there was room."""
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        if self.level < 1:
            return (1 - self.level) / self.rate
        self.level -= 1
        return 0


class TelegramStandIn:
    """Start it with `with`; `bot()` makes an account, `phone()` a person. `limited` switches on 429."""

    def __init__(self, *, limited: bool = False, clock: Callable[[], float] = monotonic) -> None:
        self.limited = limited
        self.clock = clock
        self.lock = RLock()
        self.news = Condition(self.lock)
        self.bots: dict[str, Bot] = {}
        self.phones: dict[int, Phone] = {}
        self.calls: list[tuple[str, dict[str, Any]]] = []
        """Every call of a bot as method and fields, in order."""
        self._faults: dict[str, Fault] = {}
        self._buckets: dict[str, Bucket] = {}
        self._ids = count(1000)
        self._updates = count(500_001)
        self._http = HttpThreads(self._answer)

    def __enter__(self) -> Self:
        self._http.__enter__()
        self.address = self._http.address
        return self

    def __exit__(self, *of: object) -> None:
        with self.lock:
            for bot in self.bots.values():
                bot.webhook = None
            self.news.notify_all()
        self._http.__exit__(*of)

    # --- the test's side ---

    def bot(self, username: str = "kaowu_bot") -> str:
        """A bot account's token."""
        number = next(self._ids)
        token = f"{number}:{secrets.token_urlsafe(26)[:35]}"
        self.bots[token] = Bot(token, number, username)
        return token

    def phone(self, token: str, *, language: str = "zh-hans") -> Phone:
        """A person who has opened a chat with the bot, but said nothing yet."""
        number = next(self._ids)
        self.phones[number] = Phone(self, self.bots[token], number, language)
        return self.phones[number]

    def fail(
        self, method: str, error: ApiError | None, *, times: int = 1, done: bool = False
    ) -> None:
        """Answer the next calls of a method so; None closes the connection, `done` after doing as asked."""
        self._faults[method.lower()] = Fault(error, times, done)

    def called(self, method: str) -> list[dict[str, Any]]:
        with self.lock:
            return [fields for name, fields in self.calls if name == method.lower()]

    def wait(self, until: Callable[[], bool]) -> None:
        with self.news:
            assert self.news.wait_for(until, PATIENCE), "nothing happened in time"

    def deliver(self, bot: Bot, kind: str, content: dict[str, Any]) -> int:
        """Put an update in the bot's queue; the id it got."""
        with self.news:
            update = {"update_id": next(self._updates), kind: content}
            if kind in bot.allowed:
                bot.updates.append(update)
            self.news.notify_all()
            return int(update["update_id"])

    def redeliver(self, bot: Bot, update: dict[str, Any]) -> None:
        """Telegram heard no 2xx the last time, so it sends the same update again."""
        with self.news:
            bot.updates.append(update)
            self.news.notify_all()

    def next_message_id(self) -> int:
        return next(self._ids)

    def next_update_id(self) -> int:
        return next(self._updates)

    # --- the bots' side ---

    def _answer(self, request: Request) -> Reply:
        if request.path.startswith("/file/bot"):
            return self._download(request.path.removeprefix("/file/bot"))
        token, _, method = request.path.removeprefix("/bot").partition("/")
        fields = dict(request.fields)
        with self.lock:
            self.calls.append((method.lower(), fields))
            self.news.notify_all()
        fault = self._fault(method.lower())
        if fault and not fault.done:
            return self._failed(fault)
        try:
            result = self._do(token, method.lower(), fields, request)
        except ApiError as error:
            return as_json(error.code, error.body())
        return self._failed(fault) if fault else as_json(200, {"ok": True, "result": result})

    def _fault(self, method: str) -> Fault | None:
        with self.lock:
            fault = self._faults.get(method)
            if fault is None:
                return None
            fault.times -= 1
            if fault.times <= 0:
                del self._faults[method]
            return fault

    @staticmethod
    def _failed(fault: Fault) -> Reply:
        if fault.error is None:
            return Reply(0, b"", hang_up=True)
        return as_json(fault.error.code, fault.error.body())

    def _do(self, token: str, method: str, fields: dict[str, Any], request: Request) -> Any:
        bot = self.bots.get(token)
        if bot is None:
            raise ApiError(401, "Unauthorized")
        act = getattr(self, f"_do_{method}", None)
        if act is None:
            raise ApiError(404, "Not Found: method not found")
        if method == "getupdates":
            return act(bot, fields)
        with self.lock:
            result = act(bot, fields, request) if method.startswith("send") else act(bot, fields)
            self.news.notify_all()
            return result

    def _download(self, path: str) -> Reply:
        token, _, file = path.partition("/")
        with self.lock:
            found = (
                self.bots[token].files.get(file.removeprefix("files/"))
                if token in self.bots
                else None
            )
        return Reply(200, found[1]) if found else as_json(404, ApiError(404, "Not Found").body())

    # receiving

    def _do_getme(self, bot: Bot, _: Mapping[str, Any]) -> Any:
        return {
            "id": bot.id,
            "is_bot": True,
            "first_name": "考务通",
            "username": bot.username,
            "can_join_groups": False,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }

    def _do_getupdates(self, bot: Bot, fields: Mapping[str, Any]) -> Any:
        """An offset confirms everything below it; without one everything comes again."""
        timeout, limit = float(fields.get("timeout", 0)), int(fields.get("limit", 100))
        with self.news:
            if bot.webhook is not None:
                raise ApiError(409, f"Conflict: {rules.WEBHOOK_ACTIVE}")
            bot.polls += 1
            turn = bot.polls
            self.news.notify_all()
            self._allow(bot, fields)
            while bot.updates and bot.updates[0]["update_id"] < int(fields.get("offset", 0)):
                bot.updates.popleft()
            self.news.wait_for(
                lambda: bool(bot.updates) or bot.polls != turn, min(timeout, PATIENCE)
            )
            if bot.polls != turn:
                raise ApiError(409, f"Conflict: {rules.TWO_POLLERS}")
            return list(bot.updates)[:limit]

    def _do_setwebhook(self, bot: Bot, fields: Mapping[str, Any]) -> Any:
        rules.check_webhook(fields)
        self._allow(bot, fields)
        bot.webhook = None
        if fields.get("url"):
            bot.webhook = Webhook(fields["url"], fields.get("secret_token"))
            Thread(target=self._push, args=(bot, bot.webhook), daemon=True).start()
        return True

    def _do_deletewebhook(self, bot: Bot, fields: Mapping[str, Any]) -> Any:
        bot.webhook = None
        if str(fields.get("drop_pending_updates", "")).lower() == "true":
            bot.updates.clear()
        return True

    def _do_getwebhookinfo(self, bot: Bot, _: Mapping[str, Any]) -> Any:
        url = bot.webhook.url if bot.webhook else ""
        return {
            "url": url,
            "has_custom_certificate": False,
            "pending_update_count": len(bot.updates),
        }

    @staticmethod
    def _allow(bot: Bot, fields: Mapping[str, Any]) -> None:
        allowed = fields.get("allowed_updates")
        if allowed:
            listed = json.loads(allowed) if isinstance(allowed, str) else allowed
            bot.allowed = tuple(listed) or DEFAULT_UPDATES

    def _push(self, bot: Bot, webhook: Webhook) -> None:
        """Deliver one update after the other; what is not answered with 2xx comes again."""
        with webhook.connected() as post:
            while True:
                with self.news:
                    self.news.wait_for(lambda: bool(bot.updates) or bot.webhook is not webhook)
                    if bot.webhook is not webhook:
                        return
                    update = bot.updates[0]
                status = post(update)
                with self.news:
                    webhook.answers.append((update["update_id"], status))
                    if 200 <= status < 300 and update in bot.updates:
                        bot.updates.remove(update)
                    self.news.notify_all()
                    if not 200 <= status < 300:
                        self.news.wait_for(lambda: bot.webhook is not webhook, webhook.pause)

    # sending

    def _chat(self, bot: Bot, fields: Mapping[str, Any]) -> Phone:
        """Whom a message goes to, if Telegram lets it through."""
        phone = self.phones.get(int(fields["chat_id"]))
        if phone is None or phone.bot is not bot:
            raise bad("chat not found")
        if phone.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if not phone.wrote:
            raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
        self._meter(bot, phone)
        return phone

    def _meter(self, bot: Bot, phone: Phone) -> None:
        if not self.limited:
            return
        now = self.clock()
        chat = self._buckets.setdefault(f"chat:{phone.id}", Bucket(1, 3, 3, now))
        whole = self._buckets.setdefault(f"bot:{bot.id}", Bucket(30, 30, 30, now))
        wait = max(chat.take(now), whole.take(now))
        if wait:
            raise rules.too_many(ceil(wait))

    def _add(self, phone: Phone, bubble: Bubble) -> Any:
        phone.screen.append(bubble)
        return self._message(phone, bubble)

    def _message(self, phone: Phone, bubble: Bubble) -> dict[str, Any]:
        message: dict[str, Any] = {
            "message_id": bubble.id,
            "date": OFFICE_DAY,
            "chat": phone.chat(),
            "from": self._do_getme(phone.bot, {}),
        }
        if bubble.file is None:
            message["text"] = bubble.text
        else:
            name, content = bubble.file
            message["document"] = {
                "file_id": f"sent{bubble.id}",
                "file_unique_id": f"u{bubble.id}",
                "file_name": name,
                "file_size": len(content),
            }
            if bubble.text:
                message["caption"] = bubble.text
        if bubble.keyboard:
            message["reply_markup"] = {"inline_keyboard": bubble.keyboard}
        return message

    def _do_sendmessage(self, bot: Bot, fields: Mapping[str, Any], _: Request) -> Any:
        text = rules.check_text(fields.get("text", ""))
        keyboard = rules.check_keyboard(fields.get("reply_markup"))
        phone = self._chat(bot, fields)
        return self._add(phone, Bubble(self.next_message_id(), text, keyboard, fields=dict(fields)))

    def _do_senddocument(self, bot: Bot, fields: Mapping[str, Any], request: Request) -> Any:
        caption = rules.check_caption(fields.get("caption", ""))
        keyboard = rules.check_keyboard(fields.get("reply_markup"))
        if not request.files:
            raise bad("there is no document in the request")
        file = next(iter(request.files.values()))
        if len(file[1]) > rules.UPLOAD:
            raise ApiError(413, "Request Entity Too Large")
        if not file[1]:
            raise bad("file must be non-empty")
        phone = self._chat(bot, fields)
        bubble = Bubble(self.next_message_id(), caption, keyboard, file, dict(fields))
        return self._add(phone, bubble)

    def _do_sendphoto(self, bot: Bot, fields: Mapping[str, Any], request: Request) -> Any:
        """As a document, but small, and really a picture."""
        for _, data in request.files.values():
            if len(data) > rules.PHOTO:
                raise bad(f"file of size {len(data)} bytes is too big for a photo")
            if not data.startswith((b"\xff\xd8\xff", b"\x89PNG")):
                raise bad("IMAGE_PROCESS_FAILED")
        return self._do_senddocument(bot, fields, request)

    def _do_sendchataction(self, bot: Bot, fields: Mapping[str, Any], _: Request) -> Any:
        self._chat(bot, fields)
        return True

    def _bubble(self, bot: Bot, fields: Mapping[str, Any], what: str) -> tuple[Phone, Bubble]:
        phone = self._chat(bot, fields)
        number = int(fields["message_id"])
        for bubble in phone.screen:
            if bubble.id == number:
                return phone, bubble
        raise bad(f"message to {what} not found")

    def _do_editmessagetext(self, bot: Bot, fields: Mapping[str, Any]) -> Any:
        text = rules.check_text(fields.get("text", ""))
        keyboard = rules.check_keyboard(fields.get("reply_markup"))
        phone, bubble = self._bubble(bot, fields, "edit")
        if bubble.file is not None:
            raise bad("there is no text in the message to edit")
        if (bubble.text, bubble.keyboard) == (text, keyboard):
            raise bad(rules.NOT_MODIFIED)
        bubble.text, bubble.keyboard = text, keyboard
        return self._message(phone, bubble)

    def _do_editmessagereplymarkup(self, bot: Bot, fields: Mapping[str, Any]) -> Any:
        keyboard = rules.check_keyboard(fields.get("reply_markup"))
        phone, bubble = self._bubble(bot, fields, "edit")
        if bubble.keyboard == keyboard:
            raise bad(rules.NOT_MODIFIED)
        bubble.keyboard = keyboard
        return self._message(phone, bubble)

    def _do_deletemessage(self, bot: Bot, fields: Mapping[str, Any]) -> Any:
        phone = self._chat(bot, fields)
        number = int(fields["message_id"])
        if number in phone.own:
            del phone.own[number]
        else:
            phone.screen.remove(self._bubble(bot, fields, "delete")[1])
        return True

    def _do_answercallbackquery(self, bot: Bot, fields: Mapping[str, Any]) -> Any:
        if fields["callback_query_id"] not in bot.queries:
            raise bad(rules.TOO_OLD)
        if rules.units(fields.get("text", "")) > rules.CALLBACK_ANSWER:
            raise bad("MESSAGE_TOO_LONG")
        bot.queries[fields["callback_query_id"]] = fields.get("text", "")
        return True

    # files and commands

    def _do_getfile(self, bot: Bot, fields: Mapping[str, Any]) -> Any:
        found = bot.files.get(fields["file_id"])
        if found is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if len(found[1]) > rules.DOWNLOAD:
            raise bad("file is too big")
        return {
            "file_id": fields["file_id"],
            "file_unique_id": f"u{fields['file_id']}",
            "file_size": len(found[1]),
            "file_path": f"files/{fields['file_id']}",
        }

    def _do_setmycommands(self, bot: Bot, fields: Mapping[str, Any]) -> Any:
        commands = fields["commands"]
        commands = json.loads(commands) if isinstance(commands, str) else commands
        rules.check_commands(commands)
        bot.commands[self._scope(fields)] = commands
        return True

    def _do_deletemycommands(self, bot: Bot, fields: Mapping[str, Any]) -> Any:
        bot.commands.pop(self._scope(fields), None)
        return True

    @staticmethod
    def _scope(fields: Mapping[str, Any]) -> tuple[str, str]:
        scope = fields.get("scope") or '{"type": "default"}'
        scope = json.loads(scope) if isinstance(scope, str) else scope
        number = f":{scope['chat_id']}" if "chat_id" in scope else ""
        return f"{scope['type']}{number}", str(fields.get("language_code", ""))
