"""What a person says to a form, and what a form says back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from rules.cells import SentSheet
from rules.findings import Finding

Json = Any
"""Anything json.dumps takes: what a draft keeps."""


class Kind(StrEnum):
    """How a question wants to be answered; every channel draws each kind with its own means."""

    TEXT = "text"
    SECRET = "secret"  # noqa: S105 - the name of a kind
    CHOICE = "choice"
    YES_NO = "yes_no"
    DAY = "day"
    NUMBER = "number"
    PHOTO = "photo"
    FILE = "file"
    CONFIRM = "confirm"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Received:
    """A picture, PDF or workbook as it reached us: decoded, reduced and kept before any form sees it (R5.3).

    Sizes are in pixels and bytes. `problem` says why it cannot be used, then `file` is empty.
    """

    file: str
    media_type: str = ""
    size: int = 0
    width: int | None = None
    height: int | None = None
    original_width: int | None = None
    original_height: int | None = None
    original_size: int = 0
    turned: bool = False
    reduced: bool = False
    taken_at: str | None = None
    by_camera: bool = False
    """Taken on our own page; `taken_at` is the office's time then (R7.4)."""
    preview: str | None = None
    sheet: SentSheet | None = None
    """What a workbook says."""
    digest: str | None = None
    """SHA-256 of a document that is taken as it came; such a file is shown to nobody again."""
    noted_at: str | None = None
    """When it was handed over, office time (ISO), where a box keeps that: see `FieldPhoto`."""
    problem: Finding | None = None

    @property
    def kept(self) -> tuple[str, ...]:
        """The names under which it and its preview lie on the shelf."""
        return tuple(name for name in (self.file, self.preview) if name)

    @property
    def is_workbook(self) -> bool:
        """Whether it is one, or was meant to be."""
        key = self.problem.key if self.problem else ""
        return self.sheet is not None or key.startswith("workbook-")


@dataclass(frozen=True, slots=True)
class SecretRead:
    """What became of a typed password: checked against a stored hash, or hashed. Never the password."""

    at: datetime
    verified: bool | None = None
    hashed: str | None = None
    weak: Finding | None = None
    first: bool = False
    """It is one somebody else gave out, which has to be changed at once (R1.8)."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What a typed password is checked against; `hash` is None for an unknown name and for a first password.

    `fits_first`: whether it is the first password. `pause_s`: how long to wait before it is looked at.
    """

    hash: str | None = None
    fits_first: bool = False
    pause_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Said:
    """One answer: words, the value of a tapped option, or a file."""

    text: str | None = None
    choice: str | None = None
    file: Received | None = None
    secret: SecretRead | None = None
    at: datetime | None = None
    """When it was given, office time: a page that was cut off sends it on later."""
    again: bool = False
    """The very words the copy before this one has just taken: perhaps sent twice."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose. `number` is what a person may reply instead of tapping."""

    label: str
    value: str
    number: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """The question a message ends with; `step` of `of` is its place on the form."""

    form: str
    box: str
    kind: Kind
    turn: str
    optional: bool = False
    private: bool = False
    step: int | None = None
    of: int | None = None
    error: str | None = None
    problem: str | None = None
    label: str = ""
    hint: str | None = None
    input: str = "text"
    min: str | None = None
    max: str | None = None
    shown: str | None = None
    ahead: bool = False
    """Whether a page that is cut off may ask what comes next itself: see `engine/ahead.py`."""
    accepts: str | None = None
    """The ending of files that answer it, too: `.xlsx` where a list may be sent as a workbook."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to be printed outside the turn: which export, of what."""

    export: str
    subject: int
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A kept file shown with a message."""

    file: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to a person."""

    text: str
    options: tuple[Option, ...] = ()
    files: tuple[Paper | Picture, ...] = ()
    question: Question | None = None
    once: str | None = None
    """The text with private answers in full: delivered in this reply and kept nowhere."""
    progress: int | None = None
    """Per cent of long work that is done; such a message is revised until it says 100."""


@dataclass(frozen=True, slots=True)
class Choosable:
    """An option before it is put into words: a fixed label, or the key of one."""

    value: str
    label: str = ""
    key: str = ""
    args: Mapping[str, object] = field(default_factory=dict)
    number: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a searched list, and whether there are more."""

    options: Sequence[Choosable]
    more: bool = False


class Lookup(Protocol):
    """All a form may learn from the store while it is being filled: read-only, remembered for one turn."""

    def facts(self, form: str, answers: Mapping[str, Json]) -> Any:
        """What the form needs to know beside its answers; the type is the form's own."""

    def options(self, source: str, answers: Mapping[str, Json], query: str, page: int) -> Page:
        """A page of a searched list; an empty query means all of it."""

    def find(self, source: str, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        """The option with this value, if it may (still) be chosen."""


class Words(Protocol):
    """The sentences of one language."""

    language: str

    def __hash__(self) -> int: ...

    def say(self, key: str, **args: object) -> str:
        """The text of `key`, or of `key.attribute`. A missing key is a bug and raises KeyError."""

    def has(self, key: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text to be said, still as key and arguments."""

    key: str
    args: Mapping[str, object] = field(default_factory=dict)


def sentences(findings: Iterable[Finding]) -> tuple[Sentence, ...]:
    """What the rules found, to be said in a reply."""
    return tuple(Sentence(one.key, one.args) for one in findings)
