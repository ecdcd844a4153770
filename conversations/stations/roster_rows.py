"""Rows of a station's own roster, each read as the application form it stands for: as strictly as typed answers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from conversations.candidates.registration import Registration, RegistrationFacts
from conversations.engine import wording
from conversations.engine.boxes import Box, Choice, Known, Many, Photo, Pick, YesNo
from conversations.engine.cells import answer_of, is_empty, written
from conversations.engine.choosing import folded
from conversations.engine.form import State, only_option
from conversations.engine.messages import Choosable, Json, Page, Said, Words
from conversations.engine.workbooks import TITLES_WITHIN, row_columns
from conversations.lookup import Source, StoreLookup
from conversations.sources.batch_trades import BatchTrades
from conversations.sources.open_batches import OpenBatches
from conversations.stations.written_histories import read_history
from conversations.words import LANGUAGES, words
from rules.cells import Cell, CellFault, SentSheet
from rules.findings import Finding, Refused
from rules.identity import IdNumber, read_id_number
from rules.materials import Material
from rules.names import read_name
from store.batches import Batch, BatchItem
from store.people import Person, PersonId
from store.unit import UnitOfWork

N = TypeVar("N")

NAMED = ("name", "id_number")
"""Whose row it is; on the form they are known from the sign-up."""
SOURCES: Mapping[str, Source] = {"open_batches": OpenBatches(), "batch_trades": BatchTrades()}
NOBODY = PersonId(0)


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """The list as it was sent: where its titles stand, and the column of each box that has one."""

    sheet: SentSheet
    titles: int
    """The number of the row, as Excel shows it."""
    columns: Mapping[str, int]

    def rows(self) -> Iterator[tuple[int, Mapping[str, Cell]]]:
        """Every row somebody filled in, by its number."""
        for number, row in enumerate(self.sheet.rows[self.titles :], start=self.titles + 1):
            if not all(is_empty(cell) or cell is CellFault.MERGED for cell in row):
                yield number, {box: row[at] for box, at in self.columns.items() if at < len(row)}


@dataclass(frozen=True, slots=True)
class RowRead:
    """What a row amounts to: whose it is, the answers in it, and what is wrong."""

    name: str = field(default="", repr=False)
    number: IdNumber | None = field(default=None, repr=False)
    answers: Mapping[str, Json] = field(default_factory=dict, repr=False)
    faults: tuple[str, ...] = ()


def boxes() -> list[Box[Any]]:
    """The boxes that have a column."""
    return [
        box
        for box in Registration.boxes
        if box.name != "batch" and not isinstance(box, Known | Photo)
    ]


def find_columns(sheet: SentSheet, say: Words) -> RosterSheet:
    """Refused when there are no titles, or name or number have none."""
    wanted = {name: called(name) for name in (*NAMED, *(box.name for box in boxes()))}
    found = [(at, row_columns(row, wanted)) for at, row in enumerate(sheet.rows[:TITLES_WITHIN])]
    at, columns = max(found, key=lambda one: len(one[1]), default=(0, {}))
    if not columns:
        raise Refused("workbook-no-titles", titles=titles(NAMED, say))
    if twice := [name for name, places in columns.items() if len(places) > 1]:
        raise Refused("workbook-title-twice", titles=titles(twice, say))
    if missing := [name for name in NAMED if name not in columns]:
        raise Refused("workbook-titles-missing", titles=titles(missing, say))
    return RosterSheet(sheet, at + 1, {name: places[0] for name, places in columns.items()})


def called(box: str) -> frozenset[str]:
    """What the column of a box may be called, in any language, as `folded`."""
    spoken: set[str] = set()
    for say in map(words, LANGUAGES):
        spoken |= {say.say(key) for key in wording.keys(Registration, box) if say.has(key)}
        if say.has(f"roster-column-{box}"):
            spoken |= set(say.say(f"roster-column-{box}").split("／"))
    return frozenset(map(folded, spoken))


def titles(names: Sequence[str], say: Words) -> tuple[str, ...]:
    return tuple(wording.title(Registration, name, say) for name in names)


class RowReader:
    """Reads the rows of one batch in one unit; `say` is the language of what is wrong."""

    def __init__(self, work: UnitOfWork, batch: Batch, say: Words) -> None:
        self._work = work
        self._batch = batch
        self._say = say
        self._store = StoreLookup(work, SOURCES, {})
        self._policy = work.policy.current(work.today)

    def who(self, cells: Mapping[str, Cell]) -> RowRead:
        """Whose row it is."""
        faults: list[str] = []
        name = self._named("name", cells, read_name, faults)
        number = self._named("id_number", cells, self._number, faults)
        return RowRead(name or "", None if faults else number, faults=tuple(faults))

    def read(self, who: RowRead, cells: Mapping[str, Cell], items: Sequence[BatchItem]) -> RowRead:
        """The cells of somebody's row; `items` are the lines of the batch with the seats there are for it."""
        form = Registration({"batch": self._batch.number}, self._look(who, items))
        answers: dict[str, Json] = {"batch": self._batch.number}
        faults = list(self.unfit(form))
        if faults:
            # The batch takes nobody now, whatever else the row says.
            return replace(who, faults=tuple(faults))
        for box in Registration.boxes:
            if box.name not in answers:
                self._take(box, form, cells, answers, faults)
        return replace(who, answers=answers, faults=tuple(faults))

    def form(
        self, row: RowRead, pictures: Mapping[Material, Json], items: Sequence[BatchItem]
    ) -> Registration:
        """The row as the filled form, with what was sent beside the list; pictures nobody asks for sleep."""
        given = {str(material): kept for material, kept in pictures.items()}
        return Registration({**row.answers, **given}, self._look(row, items))

    def unfit(self, form: Registration) -> tuple[str, ...]:
        """What does not fit on the filled form, such as a photo that is too small."""
        return tuple(
            self._told(line.path, line.why or Finding("photo-wanted"))
            for line in form.lines
            if line.state is State.UNFIT
        )

    def told(self, finding: Finding) -> str:
        """A reason of the rules in words, under the title of its box."""
        return self._told(finding.box, finding) if finding.box else self._plain(finding)

    # --- inside ---

    def _named(
        self, box: str, cells: Mapping[str, Cell], read: Callable[[str], N], faults: list[str]
    ) -> N | None:
        try:
            return read(text_in(cells.get(box)))
        except Refused as refused:
            faults.append(self._told(box, refused.finding))
            return None

    def _number(self, text: str) -> IdNumber:
        number = read_id_number(text, self._work.today)
        if number.born is None or number.sex is None:
            # Who has such a card says both on the form.
            raise Refused("roster-card-tells-too-little", "R5.5")
        return number

    def _look(self, who: RowRead, items: Sequence[BatchItem]) -> "RowLookup":
        number = who.number
        assert number is not None
        person = Person(
            id=NOBODY,
            guest=False,
            language=self._say.language,
            last_number=0,
            front_draft=None,
            created_at=self._work.now,
            erased_at=None,
            user_name=None,
            password_hash=None,
            name=who.name,
            id_number=number.number,
            id_kind=number.kind,
            sex=number.sex,
            born=number.born,
            phone=None,
        )
        facts = RegistrationFacts(
            self._work.now, self._work.today, self._policy, person, self._batch, tuple(items)
        )
        return RowLookup(self._store, facts)

    def _take(
        self,
        box: Box[Any],
        form: Registration,
        cells: Mapping[str, Cell],
        answers: dict[str, Json],
        faults: list[str],
    ) -> None:
        """Read one box of the row into the form; behind a fault lists may only seem wrong."""
        form.values[box.name] = None
        if isinstance(box, Photo) or not box.applies(form):
            return
        if isinstance(box, Known):
            form.values[box.name] = box.derive(form)
            return
        try:
            answers[box.name] = self._answer(box, form, cells)
        except Refused as refused:
            if not (faults and isinstance(box, Choice | Pick | YesNo)):
                faults.append(self._told(box.name, refused.finding))

    def _answer(self, box: Box[Any], form: Registration, cells: Mapping[str, Cell]) -> Json:
        cell = cells.get(box.name)
        if isinstance(box, Many):
            return read_history(box, text_in(cell), form, self._say)
        meant = implied(box, form, cells) if is_empty(cell) else None
        if box.name == "condition" and not is_empty(cell):
            meant = condition_meant(text_in(cell), form, self._say)
        if meant is None:
            return answer_of(box, cell, form, self._say)
        value = box.read(Said(choice=meant), form)
        form.values[box.name], form.fitting[box.name] = value, box.dump(value)
        return box.dump(value)

    def _told(self, box: str | None, finding: Finding) -> str:
        if box is None or box not in {one.name for one in Registration.boxes}:
            return self._plain(finding)
        title = wording.title(Registration, box, self._say)
        return self._say.say(
            "roster-fault",
            title=title,
            problem=wording.refusal(Registration, box, finding, self._say),
        )

    def _plain(self, finding: Finding) -> str:
        return self._say.say(finding.key, **finding.args)


def implied(box: Box[Any], form: Registration, cells: Mapping[str, Cell]) -> str | None:
    """What an empty cell can only mean: the one option there is; an employer named or not."""
    if box.name == "has_employer":
        return "no" if is_empty(cells.get("employer")) else "yes"
    listed = box.is_settled or box.name == "condition"
    return only_option(box, form) if listed else None


def condition_meant(text: str, form: Registration, say: Words) -> str | None:
    """A condition by its number, `4.2`, or the way the roster names it, 四级（2）."""
    for one in form.conditions:
        if folded(text) in {folded(one.id), folded(condition_named(one.id, say))}:
            return one.id
    return None


def condition_named(condition: str, say: Words) -> str:
    """四级（2）, or 在校学生条件 as R3.2 has it recorded."""
    if condition.startswith("school"):
        return say.say("condition-name-school")
    level, _, number = condition.partition(".")
    spoken = say.say(f"level-{level}").split("（")[0].split(" (")[0]
    return say.say("condition-name", level=spoken, number=number)


def text_in(cell: Cell) -> str:
    """The words of a cell; Refused for a number that lost its last figures, and for what is none."""
    match cell:
        case CellFault():
            raise Refused(f"cell-{cell.value}")
        case _ if is_empty(cell):
            raise Refused("cell-empty")
        case int() | float() if abs(cell) >= 10**15:
            raise Refused("cell-number-too-long")
        case str():
            return cell if "\n" in cell else written(cell)
        case _:
            return str(cell)


@dataclass(frozen=True, slots=True)
class RowLookup:
    """A Lookup in which the person is who the row says, with the seats there are for them."""

    store: StoreLookup
    known: RegistrationFacts

    def facts(self, form: str, answers: Mapping[str, Json]) -> RegistrationFacts:
        return self.known

    def options(self, source: str, answers: Mapping[str, Json], query: str, page: int) -> Page:
        return self.store.options(source, answers, query, page)

    def find(self, source: str, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        return self.store.find(source, value, answers)
