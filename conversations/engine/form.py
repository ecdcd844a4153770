"""A paper form: a class whose boxes stand in printed order, and a copy of it filled so far."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import Any, ClassVar

from conversations.engine.boxes import Box, Known, Many, Part, Secret
from conversations.engine.messages import Json, Lookup, Paper, Picture, Sentence, Stored
from rules.approvals import PaperKind
from rules.findings import Finding, NotPossible, Refused
from rules.roles import ANYONE, Role

SKIPPED: Json = {"skipped": True}
"""The answer of an optional box a person chose to leave empty."""

PAPER = "paper"
"""Beside the answers: which returned paper they correct. No box can have this name."""

NOTED = "noted"
"""Beside the answers of a form that keeps times: when each was given, by path. No box can have this name."""


class State(Enum):
    """What re-reading found in a box."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    KNOWN = "known"
    OPEN = "open"
    UNFIT = "unfit"
    """Answered, but the answer no longer fits what stands before it."""
    ASLEEP = "asleep"
    """Does not apply now; its answer waits and returns with it."""


# Tuples: asked some hundred times a turn, and an enum's hash is slow.
GIVEN = (State.ANSWERED, State.SKIPPED)
OURS = (State.KNOWN, State.ASLEEP)


@dataclass(frozen=True, slots=True)
class Line:
    """One box as it stands on the filled paper. `path` is `box`, or `part.entry.box` inside a part."""

    path: str
    box: Box[Any]
    state: State
    sheet: Any
    why: Finding | None = None
    """Of an answer that no longer fits: what stands against it."""

    @property
    def settled(self) -> bool:
        """Nothing more is to be asked here."""
        return self.state in GIVEN or self.state in OURS

    @property
    def given(self) -> bool:
        """A person answered here, and the answer stands."""
        return self.state in GIVEN

    @property
    def theirs(self) -> bool:
        """A person answers here: it applies, and nobody knows it without them."""
        return self.state not in OURS


@dataclass(frozen=True, slots=True)
class Done:
    """What a filed form leaves behind: sentences, documents, next steps, and who the chat now speaks with."""

    says: tuple[Sentence, ...]
    papers: tuple[Paper, ...] = ()
    pictures: tuple[Picture, ...] = ()
    next: tuple[str, ...] = ()
    """Commands offered next, as `/name` or `/name argument`; `/again box` changes one answer and asks anew."""
    becomes: int | None = None
    """The person this session now belongs to (sign-up, log-in, log-out)."""
    speaks: str | None = None
    """The language spoken from now on."""
    once: tuple[Sentence, ...] = ()
    """What is shown in this reply only and kept nowhere, such as a link that opens something."""
    goes_on: str = ""
    """A step that follows by itself in the same reply, where one form is filled again and again."""


class Form:
    """A form to be filled. Subclasses list boxes; an instance is one copy of it, as filled as it is.

    `self.<box>` is the typed answer, or None while the box is open, skipped or asleep. In `submit`
    every box that applies is answered, so there it never is None without reason.
    """

    boxes: ClassVar[tuple[Box[Any], ...]] = ()
    title: ClassVar[str] = ""
    version: ClassVar[int] = 1
    roles: ClassVar[frozenset[Role]] = ANYONE
    in_menu_of: ClassVar[frozenset[Role]] = ANYONE
    """Of those roles, the ones whose menu lists it."""
    reviewed: ClassVar[bool] = True
    """Whether a review page is shown before it is filed; one- and two-question forms do without."""
    paper: ClassVar[PaperKind | None] = None
    """What it files, where that goes from desk to desk; the form has the name of the kind."""
    ways_out: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Of findings that keep it from being opened: the step that comes first."""
    on_site: ClassVar[bool] = False
    """Filled in where there may be no line: it is kept when each answer was given, and a page that is cut
    off asks the next questions itself."""
    speaks_like: ClassVar[str] = ""
    """The form whose words it borrows for boxes it has no words for."""
    facts_from: ClassVar[tuple[str, ...]] = ()
    """The boxes `look_up` depends on; the facts are read again only when one of them changes."""

    def __init_subclass__(cls) -> None:
        cls.title = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        inherited = [b for base in reversed(cls.__mro__[1:]) for b in vars(base).values()]
        own = vars(cls).values()
        cls.boxes = tuple(b for b in [*inherited, *own] if isinstance(b, Box))

    def __init__(self, answers: Mapping[str, Json], lookup: Lookup) -> None:
        self.answers = dict(answers)
        self.lookup = lookup
        self.looked_up: tuple[dict[str, Json], Any] | None = None
        self.values: dict[str, Any] = {}
        self.fitting: dict[str, Json] = {}
        self.lines: list[Line] = []
        self._read()

    def _read(self) -> None:
        """Read every answer again, in printed order, against facts and options."""
        for box in self.boxes:
            self.lines.extend(read_box(box, self.answers, self, box.name))

    @property
    def facts(self) -> Any:
        """What the store knows beside the answers given so far, as the form's own `look_up` returns it."""
        known = {name: self.fitting[name] for name in self.facts_from if name in self.fitting}
        # Asked for by every condition of every box, some hundred times a turn.
        if self.looked_up is None or self.looked_up[0] != known:
            self.looked_up = known, self.lookup.facts(self.title, known)
        return self.looked_up[1]

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        """The answers a form opens with when it was reached by `/name argument`."""
        return {}

    @classmethod
    def prefilled(cls, work: Any, argument: str) -> dict[str, Json]:
        """The same where the store is asked for them, as when something kept is to be changed."""
        return cls.opening(argument)

    @classmethod
    def first_steps(cls, work: Any, argument: str, refused: NotPossible) -> tuple[str, ...]:
        """What comes first where `prefilled` refused: as `ways_out` says of its findings."""
        keys = (finding.key for finding in refused.findings)
        return tuple(dict.fromkeys(cls.ways_out[key] for key in keys if key in cls.ways_out))

    @classmethod
    def sent_back(cls, work: Any, answers: Mapping[str, Json]) -> Mapping[str, str]:
        """Of something returned that a form opens for: why, by box. These boxes are asked first."""
        return {}

    @classmethod
    def look_up(cls, work: Any, answers: Mapping[str, Json]) -> Any:
        """Read the facts this form needs; `work` is the running unit of work."""
        return None

    @property
    def paper_id(self) -> int | None:
        """The returned paper this copy corrects; None on a new one."""
        number: int | None = self.answers.get(PAPER)
        return number

    @classmethod
    def kept_since(cls, work: Any, paper: Any) -> Mapping[str, Json] | None:
        """Answers corrected since the paper came back that are not on it yet; None where there are none."""
        return None

    @classmethod
    def briefing(cls, work: Any, paper: Any) -> tuple[Sentence, ...]:
        """What whoever decides on the paper should know beside its lines, such as checks met and not met."""
        return ()

    @classmethod
    def errands(cls, work: Any, paper: Any) -> tuple[str, ...]:
        """Commands for what the desk does itself before it decides, as `/name argument`."""
        return ()

    @classmethod
    def documents(cls, work: Any, paper: Any) -> tuple[Paper, ...]:
        """What whoever decides on the paper should be able to print, such as the table it stands for."""
        return ()

    def problems(self) -> Iterable[Finding]:
        """What is wrong across boxes; each finding may name a box. Empty when the form may be filed."""
        return ()

    def submit(self, work: Any) -> Done:
        """File the form in the running unit of work; NotPossible undoes it and keeps the draft."""
        raise NotImplementedError

    def stored_password(self, work: Any, typed: str) -> Stored:
        """What a typed password is checked against; NotPossible past a limit."""
        return Stored()

    def wrong_password(self, work: Any) -> None:
        """Note that the password was wrong."""

    def password_problem(self, password: str) -> Finding | None:
        """Why a new password will not do."""
        return None

    # --- questions about the filled paper ---

    def line(self, path: str) -> Line | None:
        return next((line for line in self.lines if line.path == path), None)

    def first_open(self) -> Line | None:
        """The next thing to ask: the first box that applies and has no fitting answer."""
        return next(
            (x for x in self.lines if not x.settled and not isinstance(x.box, Secret)), None
        )

    def open_secret(self, given: Mapping[str, object]) -> Line | None:
        """The next password to ask for: passwords come after everything else, and after the review."""
        return next(
            (
                x
                for x in self.lines
                if isinstance(x.box, Secret) and x.state is State.OPEN and x.box.name not in given
            ),
            None,
        )

    def asked(self) -> Iterator[Line]:
        """The lines a person answers, a part counting once: for '3 of 17'."""
        for line in self.lines:
            if line.theirs and "." not in line.path:
                yield line


def read_box(
    box: Box[Any], answers: Mapping[str, Json], sheet: "Form | PartCopy", path: str
) -> Iterator[Line]:
    """Read one box of a form or of a part's entry; its value goes to `sheet.values`."""
    if not box.applies(sheet):
        sheet.values[box.name] = None
        yield Line(path, box, State.ASLEEP, sheet)
    elif isinstance(box, Known):
        sheet.values[box.name] = box.derive(sheet)
        yield Line(path, box, State.KNOWN, sheet)
    elif isinstance(box, Many):
        yield from read_part(box, answers, sheet, path)
    else:
        yield read_answer(box, answers, sheet, path)


def read_answer(
    box: Box[Any], answers: Mapping[str, Json], sheet: "Form | PartCopy", path: str
) -> Line:
    """The kept answer, or the only option where there is no choice and no answer of use."""
    line = read_kept(box, answers.get(box.name), sheet, path)
    gone = line.state is State.UNFIT and (line.why is None or line.why.key in NOT_LISTED)
    wanted = box.is_settled and (line.state is State.OPEN or gone)
    only = only_option(box, sheet) if wanted else None
    if only is None:
        return line
    known = read_kept(box, only, sheet, path)
    return replace(known, state=State.KNOWN) if known.state is State.ANSWERED else known


NOT_LISTED = frozenset({"choice-unknown", "pick-unknown"})
"""How a list says that it no longer holds a value."""


def read_kept(box: Box[Any], answer: Json, sheet: "Form | PartCopy", path: str) -> Line:
    """Whether an answer still fits; if so it becomes the sheet's value."""
    sheet.values[box.name] = None
    if answer is None or isinstance(box, Secret):
        return Line(path, box, State.OPEN, sheet)
    if answer == SKIPPED:
        return Line(path, box, State.SKIPPED if box.is_optional else State.OPEN, sheet)
    try:
        value = box.load(answer)
        box.fits(value, sheet)
    except Refused as refused:
        return Line(path, box, State.UNFIT, sheet, refused.finding)
    except (ValueError, TypeError, KeyError):
        return Line(path, box, State.UNFIT, sheet)
    sheet.values[box.name] = value
    sheet.fitting[box.name] = answer
    return Line(path, box, State.ANSWERED, sheet)


def only_option(box: Box[Any], sheet: "Form | PartCopy") -> str | None:
    """The option there is no way around, where there is but one."""
    page = box.options(sheet, "", 0)
    return page.options[0].value if len(page.options) == 1 and not page.more else None


class PartCopy:
    """One entry of a repeating part, as filled as it is."""

    def __init__(
        self, part: type[Part], entry: str, answers: Mapping[str, Json], form: Form
    ) -> None:
        self.part = part
        self.entry = entry
        self.form = form
        self.answers = dict(answers)
        self.values: dict[str, Any] = {}
        self.fitting: dict[str, Json] = {}

    @property
    def lookup(self) -> Lookup:
        return self.form.lookup

    @property
    def facts(self) -> Any:
        return self.form.facts

    def filled(self) -> Part:
        """The entry as the part's own class, for the form's code."""
        return self.part(self.values, self)

    def __getattr__(self, name: str) -> Any:
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(name) from None


def read_part(
    box: "Many[Any]", answers: Mapping[str, Json], form: Any, path: str
) -> Iterator[Line]:
    """Read a repeating part: every entry's boxes, then the part itself ("another one?")."""
    kept = box.load(answers.get(box.name))
    entries = [e for e in kept["entries"] if not e.get("removed")]
    if not entries and not kept["closed"] and not box.is_optional:
        entries = [{"id": box.new_entry(kept["entries"]), "answers": {}}]
    copies: list[PartCopy] = []
    lines: list[Line] = []
    for entry in entries:
        copy = PartCopy(box.part, entry["id"], entry["answers"], form)
        for inner in box.part.boxes:
            lines.extend(
                read_box(inner, entry["answers"], copy, f"{path}.{entry['id']}.{inner.name}")
            )
        copies.append(copy)
    whole = all(line.settled for line in lines)
    form.values[box.name] = [c.filled() for c in copies] if whole else []
    form.fitting[box.name] = kept
    yield from lines
    closed = kept["closed"] or len(entries) >= box.most(form)
    if whole and closed and len(entries) >= box.at_least:
        state = State.ANSWERED if entries else State.SKIPPED
    else:
        state = State.OPEN
    yield Line(path, box, state, form)
