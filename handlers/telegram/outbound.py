"""What a message looks like in Telegram: texts within its limit, and the options as buttons below the last."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from conversations.engine.messages import Option, Outgoing
from handlers.channel import Limits
from handlers.splitting import pieces, utf16_units

TEXT = 4096
CAPTION = 1024
DATA_BYTES = 64
MOST_BUTTONS = 100
ROW_COLUMNS = 26
"""What a row of buttons shows on a small phone, in columns: a Chinese character takes two."""
BUTTON_COLUMNS = 34
"""What one button alone in its row shows; with longer labels all are listed in the text, their numbers below."""
NUMBERS_A_ROW = 5
BUTTONS_A_ROW = 3

LIMITS = Limits(
    text=TEXT,
    text_unit="utf-16",
    buttons=MOST_BUTTONS,
    choice_bytes=DATA_BYTES,
    photo_in=20_000_000,
    file_in=20_000_000,
    file_out=50_000_000,
    per_second=30,
    per_chat_second=1,
    abroad=True,
)


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; `data` comes back when it is tapped, at most 64 bytes."""

    label: str
    data: str


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """A message in Telegram's measure; the keyboard belongs under the last text."""

    texts: tuple[str, ...]
    keyboard: Keyboard


def compose(message: Outgoing, links: Sequence[str] = ()) -> Composed:
    """Options become buttons; where a label is too long for one, they are listed with numbers instead."""
    turn = message.question.turn if message.question else ""
    listed = listing(message.options)
    lines = [f"{option.number}　{option.label}" for option in listed]
    text = "\n".join([message.text, *lines, *links])
    if message.options and not text.strip():
        text = "…"  # buttons hang on a text
    rows = keyboard(message.options, turn, {option.number for option in listed})
    return Composed(tuple(pieces(text, TEXT, utf16_units)), rows)


def listing(options: Sequence[Option]) -> list[Option]:
    """The numbered options, when one of them does not fit on a button."""
    numbered = [option for option in options if option.number]
    long = any(columns(option.label) > BUTTON_COLUMNS for option in numbered)
    return numbered if long else []


def columns(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def keyboard(options: Sequence[Option], turn: str, listed: Collection[str]) -> Keyboard:
    """Options in their order, several to a row where they are short, controls in rows of their own."""
    proper = [made for o in options if not o.quiet and (made := button(o, turn, listed))]
    quiet = [made for o in options if o.quiet and (made := button(o, turn, listed))]
    return (*rows(proper[: MOST_BUTTONS - len(quiet)]), *rows(quiet))


def button(option: Option, turn: str, listed: Collection[str]) -> Button | None:
    """The option as a button; None when nothing we could send would name it."""
    data = data_of(option, turn)
    label = option.number if option.number in listed else option.label
    return Button(label, data) if data else None


def data_of(option: Option, turn: str) -> str | None:
    """`draft.turn:value`, or `draft.turn=number` where the value is too long: the desk knows what it showed."""
    for data in (f"{turn}:{option.value}", f"{turn}={option.number}"):
        if len(data.encode()) <= DATA_BYTES and data[-1] != "=":
            return data
    return None


def rows(buttons: Sequence[Button]) -> Keyboard:
    """Fill each row as far as its labels stay readable: buttons of a row are equally wide."""
    made: list[list[Button]] = []
    for one in buttons:
        if made and fits([*made[-1], one]):
            made[-1].append(one)
        else:
            made.append([one])
    return tuple(map(tuple, made))


def fits(row: Sequence[Button]) -> bool:
    if all(one.label.isdigit() for one in row):
        return len(row) <= NUMBERS_A_ROW
    widest = max(columns(one.label) for one in row)
    return len(row) <= BUTTONS_A_ROW and widest * len(row) <= ROW_COLUMNS


def with_choice(text: str, label: str) -> str | None:
    """A question after its button was tapped: the choice stands where the buttons were."""
    changed = f"{text}\n\n› {label}"
    return changed if utf16_units(changed) <= TEXT else None
