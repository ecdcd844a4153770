"""Walking over a form in any way a person may: answers, nonsense, back, edit, old buttons, a restart at every step.

The walk knows the kinds of questions and nothing of the form. What must hold is asserted at every step.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from conversations.engine.answering import SecretWanted, answer
from conversations.engine.desk import Desk, Filling
from conversations.engine.form import Form
from conversations.engine.messages import (
    Json,
    Kind,
    Lookup,
    Option,
    Outgoing,
    Question,
    Received,
    Said,
    SecretRead,
)
from conversations.engine.moving import back, edit
from conversations.engine.presenting import Turn, present, repeat
from conversations.words import words
from rules.cells import SentSheet
from rules.findings import Finding
from tests.people import id_number

PORTRAIT = Received("p" * 64, "image/jpeg", 90_000, 413, 531)
PAGE = Received("d" * 64, "image/jpeg", 300_000, 1200, 1600)
PDF = Received("f" * 64, "application/pdf", 200_000)
WORD = Received("e" * 64, "word", 180_000, digest="0" * 64)
BROKEN = Received("", problem=Finding("picture-unreadable", "R5.3"))
ZIP = Received("z" * 64, "application/zip", 9_000)
SHEET = Received("w" * 64, "xlsx", 9_000, sheet=SentSheet("x", (("甲",), ("乙",))))

WRITTEN = {
    "id_number": (id_number(date(2008, 3, 4)),),
    "phone": ("13812345678", "0902-2231234"),
    "email": ("li@example.com",),
    "day": ("2025-01-15", "2023-09-01"),
    "month": ("2023-09", "2020-09"),
    "number": ("400", "3", "0"),
}
WORDS = (
    "哈密职业技术学校",
    "焊接技术应用",
    "zhangsan",
    "李晓雨",
    "KJ7FQ2MX",
    "江苏省无锡市",
    "214151",
    "901",
)
WISE: Mapping[str, Mapping[str, Said]] = {
    "exam_material": {"taken_on": Said(text="2026-05-30")},
    "issuer_code": {"code": Said(text="S000065000102")},
    "photo_receipt": {"numbers": Said(text="1")},
    "score_return": {"which": Said(text="1")},
    "registration": {"education": Said(choice="bachelor"), "enrolled_on": Said(text="2023-09")},
    "correction": {"education": Said(choice="bachelor"), "enrolled_on": Said(text="2023-09")},
}
"""Answers without which a form rightly leads nowhere: who enrolled yesterday meets no condition."""
NONSENSE = (
    Said(text=""),
    Said(text="？？？"),
    Said(text="99"),
    Said(text="-"),
    Said(text="2019-02-30"),
    Said(text="不" * 300),
    Said(choice="no-such-option"),
    Said(choice="edit:"),
    Said(file=PDF),
    Said(file=BROKEN),
    Said(file=SHEET),
    Said(file=replace(PAGE, width=20, height=30)),
)


def fitting(question: Question, options: Sequence[Option]) -> list[Said]:
    """Answers of the kind that is asked for, the likeliest first."""
    taps = [Said(choice=o.value) for o in options if not o.quiet]
    match question.kind:
        case Kind.SECRET:
            return [Said(secret=SecretRead(datetime(2026, 6, 1, tzinfo=UTC), True, "hash"))]
        case Kind.PHOTO:
            return [Said(file=file) for file in (PORTRAIT, PAGE, PDF, WORD)]
        case Kind.FILE:
            return [Said(file=file) for file in (WORD, SHEET, ZIP, PDF)]
        case Kind.TEXT | Kind.DAY | Kind.NUMBER:
            bounds = [bound for bound in (question.min, question.max) if bound]
            written = (*WRITTEN.get(question.input, WORDS), *bounds)
            return [*(Said(text=text) for text in written), *taps]
        case _:
            return taps


@dataclass
class Walk:
    """One draft of one form; `lookup` may be changed between two steps, as the world is."""

    form: type[Form]
    lookup: Lookup
    argument: str = ""
    answers: Mapping[str, Json] = field(default_factory=dict)
    """What stands on the draft already."""
    wise: Mapping[str, Said] = field(default_factory=dict)
    """Of this world what `WISE` is of every one."""
    filling: Filling = field(init=False)
    said: Outgoing = field(init=False)
    filed: Form | None = None
    tries: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words = words("zh-CN")
        answers = {**self.form.opening(self.argument), **self.answers}
        self.filling = Filling(1, self.form, answers, Desk())
        self.took(present(self.filling, self.lookup, self.words))

    @property
    def question(self) -> Question:
        assert self.said.question is not None
        return self.said.question

    # --- what a person may do ---

    def answer(self, said: Said) -> None:
        """Send an answer; only the question it belongs to may change."""
        before = dict(self.filling.answers)
        here = self.question.box.split(".", maxsplit=1)[0]
        try:
            turn = answer(self.filling, said, self.lookup, self.words)
        except SecretWanted:
            assert self.question.kind is Kind.SECRET
            return
        after = turn.filling.answers
        changed = {b for b in {*before, *after} if before.get(b) != after.get(b)}
        assert changed <= {here}, f"an answer to {here} changed {changed}"
        self.took(turn)

    def tap(self, place: int) -> None:
        """Any of the options shown, by its value or its number."""
        options = self.said.options
        if options:
            option = options[place % len(options)]
            number = option.number if place % 2 else ""
            self.answer(Said(text=number) if number else Said(choice=option.value))

    def fit(self, place: int) -> None:
        offered = fitting(self.question, self.said.options)
        self.answer(offered[place % len(offered)])

    def nonsense(self, place: int) -> None:
        self.answer(NONSENSE[place % len(NONSENSE)])

    def back(self) -> None:
        self.moved(back(self.filling, self.lookup, self.words))

    def edit(self, place: int) -> None:
        """Any box, also one that is known, asleep or of nobody's."""
        lines = [line.path for line in self.filling.read(self.lookup).lines]
        paths = [*lines, "no_such_box"]
        self.moved(edit(self.filling, paths[place % len(paths)], self.lookup, self.words))

    def press_an_old_button(self) -> None:
        box = self.question.box
        self.moved(repeat(self.filling, self.lookup, self.words))
        assert self.question.box == box
        assert self.question.error == "moved-on"

    def look_again(self, lookup: Lookup) -> None:
        """The world has changed while nobody said anything."""
        self.lookup = lookup
        self.moved(present(self.filling, lookup, self.words))

    def fill(self, most: int = 400) -> None:
        """Answer whatever is asked until the review, or until it is filed: a form without dead ends gets there."""
        wise = {**WISE.get(self.form.title, {}), **self.wise}
        for box, said in wise.items():
            self.correct(box, said)
        for _ in range(most):
            if self.filed or self.question.kind is Kind.REVIEW:
                return
            box = self.question.box
            offered = fitting(self.question, self.said.options)
            if box.endswith(".more"):
                offered = [Said(choice="no"), Said(choice="yes")]
            if box in wise:
                offered = [wise[box]]
            if self.question.kind is Kind.CONFIRM:
                offered = [Said(choice="keep")]
            place = self.tries.get(box, 0)
            self.tries[box] = place + 1
            self.answer(offered[place % len(offered)])
        raise AssertionError(f"{self.form.title} goes round in circles at {self.question.box}")

    def correct(self, box: str, said: Said) -> None:
        """Change an answer given before, with all that follows from it."""
        line = self.filling.read(self.lookup).line(box)
        if line is None or not line.given:
            return
        self.moved(edit(self.filling, box, self.lookup, self.words))
        self.answer(said)
        if self.question.kind is Kind.CONFIRM:
            self.answer(Said(choice="keep"))

    # --- what must hold ---

    def moved(self, turn: Turn) -> None:
        """Going somewhere writes nothing."""
        assert turn.filling.answers == self.filling.answers
        self.took(turn)

    def took(self, turn: Turn) -> None:
        """Keep the draft as a restart would find it, and look at what was said."""
        answers = json.loads(json.dumps(turn.filling.answers, ensure_ascii=False))
        desk = Desk.load(json.loads(json.dumps(turn.filling.desk.dump(), ensure_ascii=False)))
        assert answers == turn.filling.answers
        self.filling = replace(turn.filling, answers=answers, desk=desk)
        if turn.file:
            self.filed = turn.file
            assert turn.file.first_open() is None
            if turn.file.reviewed:
                assert not list(turn.file.problems())
        if turn.message is None:
            assert turn.file or turn.cancel
            turn = present(self.filling, self.lookup, self.words) if turn.cancel else turn
        if turn.message:
            self.filling = turn.filling
            self.said = turn.message
            self.check_question()

    def check_question(self) -> None:
        """Every question can be answered, and a number or label means one thing."""
        question, options = self.question, self.said.options
        assert question.turn == self.filling.token
        assert self.said.text.strip()
        written = question.kind in {Kind.TEXT, Kind.DAY, Kind.NUMBER, Kind.SECRET}
        handed_in = question.kind in {Kind.PHOTO, Kind.FILE}
        assert options or written or handed_in, f"nothing can be answered at {question.box}"
        numbers = [o.number for o in options if o.number]
        assert len(numbers) == len(set(numbers))
        values = [o.value for o in options]
        assert len(values) == len(set(values))


STEPS = ("fit", "fit", "fit", "tap", "nonsense", "back", "edit", "old", "skip", "keep", "change")
"""How often each is tried; `change` puts another world in place."""


def take(walk: Walk, steps: Sequence[tuple[str, int]], worlds: Sequence[Lookup]) -> None:
    """The steps one after the other, until the form is filed."""
    moves: Mapping[str, Callable[[int], None]] = {
        "fit": walk.fit,
        "tap": walk.tap,
        "nonsense": walk.nonsense,
        "back": lambda _: walk.back(),
        "edit": walk.edit,
        "old": lambda _: walk.press_an_old_button(),
        "skip": lambda _: walk.answer(Said(choice="skip")),
        "keep": lambda _: walk.answer(Said(choice="keep")),
        "change": lambda place: walk.look_again(worlds[place % len(worlds)]),
    }
    for step, place in steps:
        if walk.filed is None:
            moves[step](place)
