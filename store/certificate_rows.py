"""A row of somebody's list of certificates as the certificate it tells of, or everything that is wrong with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from rules import certificate_lists as lists
from rules.catalogue import Programme
from rules.cells import Cell
from rules.certificates import CertificateKind, read_certificate_number
from rules.findings import Finding, NotPossible, Refused
from rules.identity import read_id_number
from rules.issuing import level_text
from rules.names import read_name
from store.certificates import Certificate

T = TypeVar("T")

PROGRAMMES = {
    CertificateKind.CAPABILITY: Programme.CAPABILITY,
    CertificateKind.SKILL_LEVEL: Programme.SKILL_LEVEL,
}
TITLE_ROWS = 20
"""Titles stand among the first rows; above them there may be headings."""
ID_SHORTEST, ID_LONGEST = 5, 30
FIRST_GENERATION = 15
MOST_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field stands, counted from 0."""

    at: Mapping[str, int]
    titles: Mapping[str, str]
    """What each is called in this list."""
    unused: tuple[str, ...]
    """Titles nobody knows."""

    def title(self, field: str) -> str:
        """As the list calls it; as we do where it has no such column."""
        return self.titles.get(field, lists.TITLES[field][0])


def columns_of(titles: Sequence[Cell]) -> Columns | None:
    """The columns when this is the row of titles; None when it is another one.

    NotPossible names the columns that are missing or stand there twice.
    """
    known = {
        lists.title_key(name): field for field, names in lists.TITLES.items() for name in names
    }
    at: dict[str, int] = {}
    unused, twice = [], []
    for place, title in enumerate(titles):
        text = title.strip() if isinstance(title, str) else ""
        field = known.get(lists.title_key(text))
        if field is None and text and text not in lists.UNUSED:
            unused.append(text[:30])
        elif field in at:
            twice.append(text)
        elif field is not None:
            at[field] = place
    if len(at.keys() & {"number", "name", "id_number"}) < 2:
        return None
    missing = [lists.TITLES[name][0] for name in lists.WANTED if name not in at]
    if not at.keys() & {"occupation_name", "unit_name"}:
        missing.append(lists.TITLES["unit_name"][0])
    against = [Finding("list-columns-missing", lists.RULE, {"titles": tuple(missing)})] * bool(
        missing
    )
    against += [Finding("list-columns-twice", lists.RULE, {"titles": tuple(twice)})] * bool(twice)
    if against:
        raise NotPossible(against)
    called = {field: " ".join(str(titles[place]).split()) for field, place in at.items()}
    return Columns(at, called, tuple(unused))


@dataclass(frozen=True, slots=True)
class Judged:
    """A row's certificate, or None with what is wrong; `notes` are what was not taken of a good row."""

    certificate: Certificate | None
    wrong: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()


class RowJudge:
    """Judges the rows of one list; knows nothing of what is registered."""

    def __init__(
        self,
        columns: Columns,
        today: date,
        kind: CertificateKind | None,
        stations: Mapping[str, str],
    ) -> None:
        """`kind` where the list has no column for it; `stations`: codes by their names' keys."""
        self._columns = columns
        self._today = today
        self._kind = kind
        self._stations = stations
        self.read_before: dict[tuple[str, Cell], tuple[object, Finding | None]] = {}
        """What stands in row after row, trades and levels and days, is read once."""

    def judge(self, row: Sequence[Cell]) -> Judged:
        """Everything wrong with it at once (R4.9), each under the column it stands in."""
        return _Row(self, row).judged()

    def cell(self, row: Sequence[Cell], field: str) -> Cell:
        at = self._columns.at.get(field)
        return row[at] if at is not None and at < len(row) else None

    def id_number(self, cell: Cell, kind: CertificateKind | None) -> str:
        """As printed; old certificates may name other documents, or fifteen digits."""
        text = lists.digits_of(cell)
        bare = "".join(text.split()).upper()
        old = kind is CertificateKind.OLD_QUALIFICATION
        shaped = len(bare) == 18 and bare[:17].isdigit()
        if not bare:
            raise Refused("list-missing", lists.RULE)
        if shaped or (len(bare) == FIRST_GENERATION and bare.isdigit() and not old):
            return read_id_number(bare, self._today).number
        if not ID_SHORTEST <= len(bare) <= ID_LONGEST or not bare.isalnum():
            raise Refused("list-id-number", lists.RULE)
        return bare

    def kind_of(self, cell: Cell, number: str) -> CertificateKind:
        text = lists.text_of(cell)
        if text:
            return lists.kind_of(text)
        if self._kind is not None:
            return self._kind
        kinds = read_certificate_number(number).kinds if number else ()
        if len(kinds) != 1:
            raise Refused("list-kind-unknown", lists.RULE)
        return kinds[0]

    def station(self, text: str) -> str:
        """A code, or the code behind a name; what we do not know stays as it was written."""
        found = self._stations.get(lists.title_key(text), text)
        if len(found) > 30:
            raise Refused("list-station", lists.RULE)
        return found

    def day(self, cell: Cell) -> date:
        return lists.day_of(cell, self._today)


class _Row:
    """One row while it is read: its findings gather here."""

    def __init__(self, judge: RowJudge, row: Sequence[Cell]) -> None:
        self._judge, self._row = judge, row
        self._wrong: list[Finding] = []
        self._notes: list[Finding] = []

    def judged(self) -> Judged:
        made = self._certificate()
        if self._wrong:
            return Judged(None, tuple(self._wrong), tuple(self._notes))
        return Judged(made, (), tuple(self._notes))

    def _certificate(self) -> Certificate | None:
        number = self._read("number", self._number)
        kind = self._read("kind", lambda cell: self._judge.kind_of(cell, number or ""))
        name = self._read("name", lambda cell: read_name(lists.text_of(cell)))
        id_number = self._read("id_number", lambda cell: self._judge.id_number(cell, kind))
        level = self._read("level_text", lambda cell: lists.level_of(lists.text_of(cell)))
        issued_on = self._read("issued_on", self._judge.day)
        texts = {field: self._text(field) for field in _TEXTS}
        sex = self._read("sex", lambda cell: lists.sex_of(lists.text_of(cell)))
        state = self._read("state", lambda cell: lists.state_of(lists.text_of(cell)))
        station = self._read("station_code", lambda cell: self._judge.station(lists.text_of(cell)))
        if not (texts["unit_name"] or texts["occupation_name"]):
            self._wrong.append(_at("unit_name", Finding("list-missing", lists.RULE)))
        if self._wrong or not (number and kind and name and id_number and level and issued_on):
            return None
        assert state is not None
        return Certificate(
            kind=kind,
            number=number,
            name=name,
            id_number=id_number,
            sex=sex,
            programme=PROGRAMMES.get(kind),
            occupation_name=texts["occupation_name"],
            unit_code=texts["unit_code"],
            unit_name=texts["unit_name"] or texts["occupation_name"],
            level=level,
            level_text=level_text(level, texts["unit_code"]),
            theory=texts["theory"],
            practice=texts["practice"],
            result=self._noted("result", lists.result_of),
            schooling=self._noted("schooling", lists.schooling_of),
            issued_on=issued_on,
            issuer=texts["issuer"],
            station_code=station or "",
            state=state,
            replaced_by=texts["replaced_by"],
        )

    def _number(self, cell: Cell) -> str:
        text = " ".join(lists.digits_of(cell).split()).upper()
        if not text:
            raise Refused("list-missing", lists.RULE)
        read_certificate_number(text)
        return text

    def _text(self, field: str) -> str:
        def read(cell: Cell) -> str:
            text = " ".join(lists.text_of(cell).split())
            if len(text) > lists.LONGEST[field]:
                raise Refused("list-too-long", lists.RULE, most=lists.LONGEST[field])
            return text

        return self._read(field, read) or ""

    def _noted(self, field: str, read: Callable[[str], T | None]) -> T | None:
        text = self._read(field, lists.text_of) or ""
        found = read(text) if text else None
        if text and found is None:
            self._notes.append(_at(field, Finding("list-not-taken", lists.RULE)))
        return found

    def _read(self, field: str, read: Callable[[Cell], T]) -> T | None:
        cell = self._judge.cell(self._row, field)
        known = self._judge.read_before
        if field in _OWN or (field, cell) not in known:
            value, refusal = _attempt(read, cell)
            if field not in _OWN:
                if len(known) > MOST_KEPT:
                    known.clear()
                known[field, cell] = value, refusal
        else:
            value, refusal = known[field, cell]  # type: ignore[assignment]  # of the same field
        if refusal is not None:
            self._wrong.append(_at(field, refusal))
        return value


_TEXTS = (
    "occupation_name",
    "unit_name",
    "unit_code",
    "theory",
    "practice",
    "issuer",
    "replaced_by",
)


_OWN = frozenset({"number", "name", "id_number", "kind"})
"""These are another row's in no other row; the kind may follow from the number."""


def _attempt(read: Callable[[Cell], T], cell: Cell) -> tuple[T | None, Finding | None]:
    try:
        return read(cell), None
    except Refused as refused:
        return None, refused.finding


def _at(field: str, finding: Finding) -> Finding:
    return Finding(finding.key, finding.rule, finding.args, box=field)
