"""What the engine's tests fill: a form with every kind of box, lists without a store, words that name their keys."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from conversations.engine.answering import answer
from conversations.engine.boxes import (
    Box,
    Choice,
    Day,
    Known,
    Many,
    Number,
    Part,
    Photo,
    Pick,
    Secret,
    Text,
    YesNo,
    only_if,
    optional,
    private,
)
from conversations.engine.desk import Desk, Filling
from conversations.engine.form import Form, Line, State
from conversations.engine.messages import (
    Choosable,
    Json,
    Lookup,
    Option,
    Outgoing,
    Page,
    Question,
    Received,
    Said,
    SecretRead,
    Words,
)
from conversations.engine.moving import back, edit, refused_filing
from conversations.engine.presenting import Turn, present, repeat
from rules.findings import Finding

# --- words ---


class KeyWords:
    """Says the key and its arguments. Only texts named in `written` exist, the rest is the engine's own."""

    language = "keys"

    def __init__(self, *written: str) -> None:
        self.written = frozenset(written)

    def has(self, key: str) -> bool:
        return key in self.written

    def say(self, key: str, **args: object) -> str:
        told = ", ".join(f"{name}={value}" for name, value in args.items())
        return f"{key}({told})" if told else key


# --- lists and facts ---


@dataclass
class ListLookup:
    """Facts and searched lists out of dictionaries, `size` options a page."""

    known: Any = None
    lists: Mapping[str, Sequence[Choosable]] = field(default_factory=dict)
    size: int = 3

    def facts(self, form: str, answers: Mapping[str, Json]) -> Any:
        return self.known

    def options(self, source: str, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = [o for o in self.lists[source] if query in o.label or query in o.value]
        first = page * self.size
        return Page(found[first : first + self.size], more=len(found) > first + self.size)

    def find(self, source: str, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        return next((o for o in self.lists[source] if o.value == value), None)


TRADES = (
    Choosable("welder", "电焊工"),
    Choosable("gas-welder", "气焊工"),
    Choosable("turner", "车工（数控）"),
    Choosable("fitter", "钳工"),
    Choosable("drafter", "制图员"),
)


@dataclass(frozen=True)
class Facts:
    today: date = date(2026, 6, 1)
    landline: bool = False


def trades(*values: str) -> ListLookup:
    """The office's facts and a list of these trades, all of them when none is named."""
    listed = [t for t in TRADES if t.value in values] if values else TRADES
    return ListLookup(Facts(), {"trades": tuple(listed)})


# --- forms ---


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


LEVELS = {"welder": "54321", "drafter": "543"}


def levels(form: Any) -> Iterable[Choosable]:
    return [Choosable(n, f"{n}级", number=n) for n in LEVELS.get(form.trade or "", "54")]


def too_small(photo: Received) -> Iterable[Finding]:
    if photo.width and photo.width < 295:
        yield Finding("photo-too-small", "R5.3", {"width": photo.width})


class Job(Part):
    since = Day(month=True, latest=lambda job: job.facts.today)
    until = optional(Day(month=True, earliest=lambda job: job.since))
    employer = private(Text())


class Application(Form):
    """One box of every kind, in the order of a printed form."""

    facts_from = ("trade",)

    name = Text(longest=10)
    id_number = private(Text())
    born = Day(earliest=lambda form: date(1900, 1, 1), latest=lambda form: form.facts.today)
    sex = Choice(Sex)
    student = YesNo()
    school = only_if(lambda form: form.student, Text())
    trade = Pick("trades")
    level = Choice(levels)
    years = Number(most=60, places=1)
    station = Known(lambda form: "示范考试站")
    note = optional(Text())
    work = Many(Job, at_most=3)
    photo = Photo(too_small)
    password = Secret()

    def problems(self) -> Iterable[Finding]:
        if self.note == "两处不对":
            yield Finding("note-odd", box="note")
            yield Finding("years-odd", box="years")
        if self.note == "不对":
            yield Finding("note-odd", box="note")


PORTRAIT = Received("f1", "image/jpeg", 620_000, 413, 531, 3024, 4032, 3_000_000, turned=True)
OTHER_PORTRAIT = Received("f2", "image/jpeg", 300_000, 413, 531)
SMALL_PORTRAIT = Received("f3", "image/jpeg", 9_000, 180, 240)
PDF = Received("f4", "application/pdf", 40_000)

PORTRAIT_KEPT = {"file": "f1", "media_type": "image/jpeg", "size": 620_000, "width": 413}


def job(number: str, since: str = "2020-01-01", employer: str = "机械厂") -> dict[str, Json]:
    answers = {"since": since, "until": {"skipped": True}, "employer": employer}
    return {"id": number, "answers": answers}


def filled(**other: Json) -> dict[str, Json]:
    """All answers of an Application, some of them `other` ones; None takes one away."""
    answers = {
        "name": "张三",
        "id_number": "110101200601010028",
        "born": "2006-01-01",
        "sex": "female",
        "student": True,
        "school": "机电学校",
        "trade": "welder",
        "level": "2",
        "years": "3.5",
        "note": {"skipped": True},
        "work": {"entries": [job("1"), job("2", "2021-01-01", "汽车厂")], "closed": True},
        "photo": PORTRAIT_KEPT,
    }
    return {name: kept for name, kept in {**answers, **other}.items() if kept is not None}


def slip(*, reviewed: bool = True, **boxes: Box[Any]) -> type[Form]:
    """A form named `slip` with just these boxes."""
    return type("Slip", (Form,), {"reviewed": reviewed, **boxes})


# --- a person at the desk ---


@dataclass
class Person:
    """Somebody filling a form. The draft goes through JSON before every step, as in the store."""

    form: type[Form]
    answers: dict[str, Json] = field(default_factory=dict)
    lookup: Lookup = field(default_factory=trades)
    words: Words = field(default_factory=KeyWords)
    desk: dict[str, Json] = field(default_factory=dict)
    turn: Turn = field(init=False)

    def __post_init__(self) -> None:
        self.look()

    @property
    def filling(self) -> Filling:
        kept = json.loads(json.dumps([self.answers, self.desk], allow_nan=False))
        return Filling(7, self.form, kept[0], Desk.load(kept[1]))

    def step(self, turn: Turn) -> "Person":
        self.turn = turn
        self.answers = dict(turn.filling.answers)
        self.desk = turn.filling.desk.dump()
        return self

    # --- what a person does ---

    def look(self) -> "Person":
        """The present question, put anew."""
        return self.step(present(self.filling, self.lookup, self.words))

    def said(self, said: Said) -> "Person":
        return self.step(answer(self.filling, said, self.lookup, self.words))

    def say(self, text: str) -> "Person":
        return self.said(Said(text=text))

    def tap(self, choice: str, *, token: str | None = None) -> "Person":
        """Tap an option; `token` is that of the question it stood under, the present one if none."""
        if token and token != self.filling.token:
            return self.step(repeat(self.filling, self.lookup, self.words))
        return self.said(Said(choice=choice))

    def hand_in(self, file: Received) -> "Person":
        return self.said(Said(file=file))

    def back(self) -> "Person":
        return self.step(back(self.filling, self.lookup, self.words))

    def edit(self, path: str) -> "Person":
        return self.step(edit(self.filling, path, self.lookup, self.words))

    def refused(self, *findings: Finding) -> "Person":
        """The store did not take the form."""
        return self.step(refused_filing(self.filling, findings, self.lookup, self.words))

    def password(self, at: datetime = datetime(2026, 6, 1, tzinfo=UTC), **read: Any) -> "Person":
        """A password after it was checked or hashed outside the turn."""
        return self.said(Said(secret=SecretRead(at, **read)))

    # --- what a person sees ---

    @property
    def message(self) -> Outgoing:
        assert self.turn.message is not None
        return self.turn.message

    @property
    def question(self) -> Question:
        assert self.message.question is not None
        return self.message.question

    @property
    def box(self) -> str:
        return self.question.box

    @property
    def error(self) -> str | None:
        return self.question.error

    @property
    def text(self) -> str:
        return self.message.text

    @property
    def options(self) -> tuple[Option, ...]:
        return self.message.options

    @property
    def values(self) -> list[str]:
        return [o.value for o in self.options]

    @property
    def numbers(self) -> dict[str, str]:
        return {o.number: o.value for o in self.options if o.number}

    # --- what is on the paper ---

    @property
    def paper(self) -> Form:
        return self.filling.read(self.lookup)

    def line(self, path: str) -> Line:
        line = self.paper.line(path)
        assert line is not None
        return line

    def state(self, path: str) -> State:
        return self.line(path).state


def asked(box: Box[Any], *, answers: Mapping[str, Json] | None = None, **more: Any) -> Person:
    """A person asked one box, named `box`."""
    return Person(slip(box=box), dict(answers or {}), **more)


def refusal(box: Box[Any], text: str) -> str | None:
    """Why `text` is refused in the box, None when it is taken."""
    person = asked(box).say(text)
    return person.error if "box" not in person.answers else None


def kept(box: Box[Any], text: str) -> Json:
    """What is kept of `text` written in the box."""
    return asked(box).say(text).answers["box"]
