"""A station's own roster taken row by row: a dry run goes the same way, only the last step is left out."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.front import keep
from bot.roster_pictures import PictureCase, Sent
from conversations.candidates.registration import Registration as Form
from conversations.engine.messages import Json, Received
from conversations.stations.entry_news import tell_changed, tell_entered
from conversations.stations.roster_rows import RosterSheet, RowRead, RowReader
from rules.catalogue import Level
from rules.cells import Cell
from rules.findings import Finding, NotPossible
from rules.materials import Material
from rules.registration import duty_findings, findings
from store.batch_duties import duty
from store.batches import BatchId, BatchItem, facts_of, seats_left
from store.files import FileId, name_of
from store.pictures import Prepared
from store.registrations import Registration
from store.roster_entries import Entry, Known
from store.unit import Caller, Store, UnitOfWork


class Verdict(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    OWN = "own"
    """Registered by the candidate: nothing of it changes."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one row: what was, or would be, done, and what stands against it."""

    row: int
    verdict: Verdict
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A row on its way: who it is of, what there is of them, and what came."""

    cells: Mapping[str, Cell] = field(repr=False)
    who: RowRead
    known: Known
    sent: Sent
    row_fp: bytes
    pictures_fp: bytes | None

    @property
    def is_same(self) -> bool:
        """Sent before as it is; pictures that did not come again stay what they are."""
        pictures = self.pictures_fp in {None, self.known.pictures_fp}
        return self.known.row_fp == self.row_fp and pictures


@dataclass(slots=True)
class RosterImport:
    """One list for one batch, in somebody's name. Nothing of a row is taken by half: it is one unit."""

    store: Store
    caller: Callable[[UnitOfWork], Caller]
    batch: BatchId
    sheet: RosterSheet
    pictures: PictureCase
    dry: bool
    seated: Counter[tuple[object, Level]] = field(default_factory=Counter)
    """Seats the rows before would have taken, in a dry run."""

    def outcomes(self) -> Iterator[Outcome]:
        """Row after row; a number that comes twice is wrong the second time."""
        seen: dict[str, int] = {}
        for row, cells in self.sheet.rows():
            try:
                yield self._outcome(row, cells, seen)
            except NotPossible as refused:
                yield Outcome(row, Verdict.WRONG, self._told(refused.findings))

    def _outcome(self, row: int, cells: Mapping[str, Cell], seen: dict[str, int]) -> Outcome:
        with self._reading() as (work, reader):
            who = reader.who(cells)
            if who.number is None:
                return Outcome(row, Verdict.WRONG, who.faults)
            first = seen.setdefault(who.number.number, row)
            if first != row:
                twice = self.pictures.say.say("roster-row-twice", row=first)
                return Outcome(row, Verdict.WRONG, (twice,))
            case = self._case(work, who, cells)
            if case.known.is_own:
                return Outcome(row, Verdict.OWN)
            if case.is_same:
                return Outcome(row, Verdict.UNCHANGED)
            read = reader.read(who, cells, self._items(work, case.known))
        faults = (*read.faults, *case.sent.faults)
        if faults:
            return Outcome(row, Verdict.WRONG, faults)
        return self._judged(row, case, read)

    def _case(self, work: UnitOfWork, who: RowRead, cells: Mapping[str, Cell]) -> Case:
        assert who.number is not None
        known = work.roster_entries.known(self.batch, who.name, who.number)
        sent = self.pictures.of(who.number.number)
        said = {box: str(cell) for box, cell in cells.items() if cell is not None}
        prints = work.roster_entries.fingerprint
        pictures = prints(sent.digests) if sent.pictures else None
        return Case(cells, who, known, sent, prints(said), pictures)

    def _judged(self, row: int, case: Case, read: RowRead) -> Outcome:
        """The row with its pictures held against the rules, and taken unless it is a dry run."""
        received, unfit = self.pictures.decoded(case.sent, self._keep)
        stamped = received.pop(Material.STAMPED_FORM, None)
        with self._reading() as (work, reader):
            items = self._items(work, case.known)
            form = reader.form(read, {**there(work, case.known), **received}, items)
            entry = entry_of(self.batch, form, case)
            faults = (*unfit, *reader.unfit(form)) or self._against(work, reader, entry, case)
            if faults:
                return Outcome(row, Verdict.WRONG, faults)
            sealed = stamped and FileId(stamped["file"])
            verdict = verdict_of(work, case.known, entry, sealed)
        if self.dry:
            self._seat(entry, case.known)
        elif verdict is not Verdict.UNCHANGED:
            self._take(entry, case.known, sealed)
        return Outcome(row, verdict)

    def _against(
        self, work: UnitOfWork, reader: RowReader, entry: Entry, case: Case
    ) -> tuple[str, ...]:
        """Everything the store would refuse, said beforehand."""
        application, items = entry.application, self._items(work, case.known)
        found = findings(
            application,
            facts_of(work.batches.get(self.batch), items),
            already_registered=False,
            seats_left=seats_left(items, application.unit, application.level),
            now=work.now,
            policy=work.policy.current(work.today),
        )
        if case.known.person and not case.known.registration:
            found = (*duty_findings(duty(work, self.batch, case.known.person.id)), *found)
        if case.known.registration:
            found = (*found, *work.roster_entries.against(case.known.registration, entry))
        return tuple(map(reader.told, found))

    def _take(self, entry: Entry, known: Known, stamped: FileId | None) -> None:
        with self.store.writing() as work:
            work.caller = self.caller(work)
            filed = known.registration
            if filed is None:
                filed = work.roster_entries.enter(entry)
            elif work.roster_entries.changed(filed, entry):
                reason = self.pictures.say.say("roster-entry-reason")
                filed = work.roster_entries.change(filed.id, entry, reason)
            else:
                work.roster_entries.note(filed, entry)
            if stamped and is_new_stamp(work, filed, stamped):
                filed = work.roster_entries.stamp(filed.id, stamped)
            (tell_changed if known.registration else tell_entered)(work, filed)

    # --- pictures and seats ---

    def _keep(self, prepared: Prepared) -> Received:
        if not self.dry:
            return keep(self.store, prepared)
        return Received(
            file=name_of(self.store.keys, prepared.data),
            media_type=prepared.media_type,
            size=len(prepared.data),
            width=prepared.width,
            height=prepared.height,
        )

    def _items(self, work: UnitOfWork, known: Known) -> tuple[BatchItem, ...]:
        """The lines with the seats there are for this row: its own is free for it (R4.6)."""
        left = Counter(self.seated)
        return tuple(seats_for(item, known, left) for item in work.batches.items(self.batch))

    def _seat(self, entry: Entry, known: Known) -> None:
        if known.registration is None:
            self.seated[entry.application.unit.key, entry.application.level] += 1

    # --- units ---

    @contextmanager
    def _reading(self) -> Iterator[tuple[UnitOfWork, RowReader]]:
        with self.store.reading() as work:
            work.caller = self.caller(work)
            yield work, RowReader(work, work.batches.get(self.batch), self.pictures.say)

    def _told(self, refused: Sequence[Finding]) -> tuple[str, ...]:
        with self._reading() as (_, reader):
            return tuple(map(reader.told, refused))


def seats_for(item: BatchItem, known: Known, seated: Counter[tuple[object, Level]]) -> BatchItem:
    own = known.registration is not None and known.registration.item_id == item.id
    taken, choice = item.taken - own, (item.unit.key, item.level)
    more = min(seated[choice], item.people - taken)
    seated[choice] -= more
    return replace(item, taken=taken + more)


def there(work: UnitOfWork, known: Known) -> dict[Material, Json]:
    """What was handed in at an earlier time, which counts as long as nothing else comes."""
    return {m: as_received(work, file) for m, file in counting(work, known.registration).items()}


def counting(work: UnitOfWork, filed: Registration | None) -> dict[Material, FileId]:
    """Of each material the last upload; the stamped form has no box."""
    given = work.registrations.documents(filed.id) if filed else ()
    last = {one.material: one.file for one in given}
    return {m: file for m, file in last.items() if m is not Material.STAMPED_FORM}


def as_received(work: UnitOfWork, file: FileId) -> Json:
    known = work.files.get(file)
    kept = Received(file, known.media_type, known.size, known.width, known.height)
    return Form.photo.dump(kept)


def entry_of(batch: BatchId, form: Form, case: Case) -> Entry:
    assert case.who.number is not None
    return Entry(
        batch=batch,
        name=case.who.name,
        number=case.who.number,
        application=form.application(),
        boxes=form.as_filed(),
        form_version=form.version,
        files=form.handed_in,
        row_fp=case.row_fp,
        pictures_fp=case.pictures_fp,
    )


def verdict_of(work: UnitOfWork, known: Known, entry: Entry, stamped: FileId | None) -> Verdict:
    """What the row comes to: another spelling of the same is no change."""
    filed = known.registration
    if filed is None:
        return Verdict.NEW
    if work.roster_entries.changed(filed, entry) or is_new_stamp(work, filed, stamped):
        return Verdict.CHANGED
    return Verdict.UNCHANGED


def is_new_stamp(work: UnitOfWork, filed: Registration, stamped: FileId | None) -> bool:
    given = work.registrations.documents(filed.id)
    forms = [one.file for one in given if one.material is Material.STAMPED_FORM]
    return stamped is not None and stamped not in forms[-1:]
