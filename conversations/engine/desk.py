"""A form being filled: its answers, and the small desk beside them (what was shown, what is being changed).

Losing the desk loses no answer.
"""

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self

from conversations.engine.boxes import Many
from conversations.engine.form import Form, Line, State
from conversations.engine.messages import Json, Lookup


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the person stands. Everything here can be rebuilt by asking again."""

    turn: int = 0
    at: str | None = None
    """The path asked on request (back, edit); None means: the first open box."""
    walking: bool = False
    """Going through all boxes of one entry of a repeating part."""
    confirming: str = ""
    """`photo`, `edit`, `again` or `workbook` while `proposed` waits for a yes."""
    proposed: Json = None
    query: str = ""
    page: int = 0
    shown: Sequence[Sequence[str]] = ()
    """The options of the last question as shown: number, value, label."""
    filing: bool = False
    """The review is passed; only passwords are still asked for."""
    passed: Mapping[str, str] = field(default_factory=dict)
    """Passwords found right, by box, with the time (ISO): never the passwords."""
    returned: Mapping[str, str] = field(default_factory=dict)
    """Why officers returned the paper, by box, in words; a box leaves once it was looked at again."""
    just: Mapping[str, str] = field(default_factory=dict)
    """Of a copy that opened by itself: the words the one before was filed with, and when (ISO, machine time)."""

    @property
    def numbers(self) -> dict[str, str]:
        """The option values by the number they were shown with."""
        return {number: value for number, value, _ in self.shown if number}

    @property
    def labels(self) -> tuple[str, ...]:
        """How the options read when they were shown."""
        return tuple(label for _, _, label in self.shown)

    def label(self, value: str) -> str:
        """How an option read when it was shown."""
        return next((label for _, shown, label in self.shown if shown == value), value)

    def dump(self) -> dict[str, Json]:
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def load(cls, kept: Mapping[str, Json]) -> Self:
        """The kept desk; one of another version is put aside, keeping the turn so that old buttons stay old."""
        try:
            return cls(**kept)
        except TypeError:
            return cls(turn=int(kept.get("turn", 0)))

    def looked_at(self, path: str) -> Self:
        """The desk after a box was answered or left as it was."""
        return replace(self, returned={k: v for k, v in self.returned.items() if k != path})

    def cleared(self, **changes: Any) -> Self:
        """The desk with nothing pending, ready for the next question."""
        return replace(
            self,
            **{
                "at": None,
                "walking": False,
                "confirming": "",
                "proposed": None,
                "query": "",
                "page": 0,
                "just": {},
                **changes,
            },
        )


@dataclass(frozen=True, slots=True)
class Filling:
    """A draft as the engine sees it."""

    id: int
    form: type[Form]
    answers: Mapping[str, Json]
    desk: Desk
    papers: list[Form] = field(default_factory=list, repr=False, compare=False)
    """The paper as read already, which stays while only the desk changes."""

    @property
    def token(self) -> str:
        """The turn a question belongs to; answers carrying another one record nothing."""
        return f"{self.id}.{self.desk.turn}"

    def read(self, lookup: Lookup) -> Form:
        """The paper with these answers on it; read once for a lookup, which is for one turn."""
        if not self.papers or self.papers[0].lookup is not lookup:
            self.papers[:] = [self.form(self.answers, lookup)]
        return self.papers[0]

    def with_desk(self, **changes: Any) -> Self:
        return replace(self, desk=replace(self.desk, **changes))

    def with_answer(self, path: str, answer: Json) -> Self:
        """The same draft with one answer written; `path` as on a Line."""
        answers = copy.deepcopy(dict(self.answers))
        match path.split("."):
            case [box]:
                answers[box] = answer
            case [part, entry, box]:
                kept = part_answers(self.form, answers, part)
                found = next((e for e in kept["entries"] if e["id"] == entry), None)
                if found is None:
                    found = {"id": entry, "answers": {}}
                    kept["entries"].append(found)
                found["answers"][box] = answer
                answers[part] = kept
            case _:
                raise ValueError(path)
        return replace(self, answers=answers, papers=[])

    def with_part(self, part: str, change: Mapping[str, Json]) -> Self:
        """The same draft with the part's `closed` mark or entries replaced."""
        answers = copy.deepcopy(dict(self.answers))
        answers[part] = {**part_answers(self.form, answers, part), **change}
        return replace(self, answers=answers, papers=[])


def part_box(form: type[Form], part: str) -> Many[Any]:
    box = next(b for b in form.boxes if b.name == part)
    assert isinstance(box, Many)
    return box


def part_answers(form: type[Form], answers: Mapping[str, Json], part: str) -> dict[str, Json]:
    return dict(part_box(form, part).load(answers.get(part)))


def entries_left(filling: Filling, part: str) -> list[dict[str, Json]]:
    """The entries of a part that were not taken away."""
    return [
        e
        for e in part_answers(filling.form, filling.answers, part)["entries"]
        if not e.get("removed")
    ]


def touched(before: Form, after: Form, path: str) -> list[Line]:
    """The lines that were answered and are not any more, when `after` replaces `before` by a change at `path`.

    Of a part that still applies its boxes are named, of one that does not the part itself.
    """
    stands = {line.path for line in after.lines if line.given}
    asleep = {line.path for line in after.lines if line.state is State.ASLEEP}

    def lost(line: Line) -> bool:
        if line.path == path or line.path.startswith(f"{path}."):
            return False
        if "." in line.path:
            return line.path.split(".")[0] not in asleep
        return line.path in asleep if isinstance(line.box, Many) else True

    return [x for x in before.lines if x.given and x.path not in stands and lost(x)]
