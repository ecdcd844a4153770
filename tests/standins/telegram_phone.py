"""A person with Telegram on their phone: writes, taps, sends pictures, reads what the bot says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.standins.telegram import Bot, TelegramStandIn

NUMBERS = count(1)


@dataclass
class Bubble:
    """One message of the bot as the phone shows it now; `fields` are those of the call that made it."""

    id: int
    text: str
    keyboard: list[list[dict[str, Any]]] = field(default_factory=list)
    file: tuple[str, bytes] | None = None
    fields: dict[str, Any] = field(default_factory=dict)

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.keyboard for button in row]

    def data(self, label: str) -> str:
        return next(b["callback_data"] for row in self.keyboard for b in row if b["text"] == label)


class Phone:
    """One person's private chat with one bot. `screen` holds the bot's messages, `own` theirs."""

    def __init__(self, telegram: TelegramStandIn, bot: Bot, number: int, language: str) -> None:
        self.telegram = telegram
        self.bot = bot
        self.id = number
        self.language = language
        self.screen: list[Bubble] = []
        self.own: dict[int, dict[str, Any]] = {}
        self.wrote = False
        self.blocked = False
        self._read = 0

    def user(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": "小李",
            "language_code": self.language,
        }

    def chat(self) -> dict[str, Any]:
        return {"id": self.id, "type": "private", "first_name": "小李"}

    # --- what the person does ---

    def start(self, payload: str = "") -> int:
        return self.say(f"/start {payload}".strip())

    def say(self, text: str) -> int:
        """Write a message; its id."""
        fields: dict[str, Any] = {"text": text}
        if text.startswith("/"):
            length = len(text.split(" ")[0])
            fields["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return self.send(**fields)

    def send(self, **content: Any) -> int:
        """Any message: text, photo, voice, sticker … as the Bot API describes it."""
        self.wrote = True
        message = self._message(self.telegram.next_message_id(), content)
        self.own[message["message_id"]] = message
        self.telegram.deliver(self.bot, "message", message)
        return int(message["message_id"])

    def written(self, text: str) -> dict[str, Any]:
        """The update of a message that is not yet under way."""
        self.wrote = True
        message = self._message(self.telegram.next_message_id(), {"text": text})
        return {"update_id": self.telegram.next_update_id(), "message": message}

    def edit(self, number: int, text: str) -> None:
        """Change a message of one's own."""
        edited = self._message(number, {"text": text, "edit_date": 1_780_275_700})
        self.own[number] = edited
        self.telegram.deliver(self.bot, "edited_message", edited)

    def photo(self, data: bytes, *, caption: str | None = None, album: str | None = None) -> int:
        """A picture sent as a photo: Telegram makes it smaller and names no file."""
        sizes = [
            {
                "file_id": self.upload(data[: len(data) // scale]),
                "file_unique_id": f"s{scale}",
                "width": 1280 // scale,
                "height": 1280 // scale,
                "file_size": len(data) // scale,
            }
            for scale in (4, 2)
        ]
        sizes.append(
            {
                "file_id": self.upload(data),
                "file_unique_id": "s1",
                "width": 1280,
                "height": 1280,
                "file_size": len(data),
            }
        )
        return self.send(photo=sizes, **self._beside(caption, album))

    def document(
        self,
        data: bytes,
        name: str = "photo.jpg",
        media_type: str = "image/jpeg",
        *,
        caption: str | None = None,
        album: str | None = None,
        said_size: int | None = None,
    ) -> int:
        """A file sent as a file, untouched; `said_size` when it claims another size than it has."""
        document = {
            "file_id": self.upload(data),
            "file_unique_id": f"d{next(NUMBERS)}",
            "file_name": name,
            "mime_type": media_type,
            "file_size": len(data) if said_size is None else said_size,
        }
        return self.send(document=document, **self._beside(caption, album))

    def album(self, pictures: Sequence[bytes]) -> None:
        group = f"album{next(NUMBERS)}"
        for data in pictures:
            self.photo(data, album=group)

    def tap(self, label: str, bubble: Bubble | None = None) -> str:
        """Tap a button by its label, of the latest message that has it; the id of the tap."""
        with self.telegram.lock:
            shown = bubble or next(b for b in reversed(self.screen) if label in b.labels)
            return self.tap_data(shown, shown.data(label))

    def tap_data(self, bubble: Bubble, data: str) -> str:
        number = f"{next(NUMBERS)}000000"
        self.bot.queries[number] = None
        message = self.telegram._message(self, bubble)
        query = {
            "id": number,
            "from": self.user(),
            "message": message,
            "chat_instance": str(self.id),
            "data": data,
        }
        self.telegram.deliver(self.bot, "callback_query", query)
        return number

    def block(self) -> None:
        self.blocked = True
        self._member("member", "kicked")

    def unblock(self) -> None:
        self.blocked = False
        self._member("kicked", "member")

    # --- what the person sees ---

    def hear(self, messages: int = 1) -> Bubble:
        """Wait until the bot has said this many more messages; the last of them."""
        self._read += messages
        self.telegram.wait(lambda: len(self.screen) >= self._read)
        return self.screen[self._read - 1]

    def until(self, part: str) -> Bubble:
        """Wait for a message that holds these words, after what was heard before."""
        self.telegram.wait(lambda: any(part in b.text for b in self.screen[self._read :]))
        for place in range(self._read, len(self.screen)):
            if part in self.screen[place].text:
                self._read = place + 1
                return self.screen[place]
        raise AssertionError(part)

    @property
    def unheard(self) -> int:
        return len(self.screen) - self._read

    # --- inside ---

    def upload(self, data: bytes) -> str:
        number = f"file{next(NUMBERS)}"
        self.bot.files[number] = ("", data)
        return number

    def _message(self, number: int, content: dict[str, Any]) -> dict[str, Any]:
        head = {"message_id": number, "date": 1_780_275_600, "from": self.user()}
        return head | {"chat": self.chat()} | content

    @staticmethod
    def _beside(caption: str | None, album: str | None) -> dict[str, Any]:
        fields = {"caption": caption, "media_group_id": album}
        return {name: value for name, value in fields.items() if value}

    def _member(self, before: str, after: str) -> None:
        def member(status: str) -> dict[str, Any]:
            bot = self.telegram._do_getme(self.bot, {})
            return {"user": bot, "status": status} | (
                {"until_date": 0} if status == "kicked" else {}
            )

        change = {
            "chat": self.chat(),
            "from": self.user(),
            "date": 1_780_275_600,
            "old_chat_member": member(before),
            "new_chat_member": member(after),
        }
        self.telegram.deliver(self.bot, "my_chat_member", change)
