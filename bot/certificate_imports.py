"""`kaowu import certificates`: a list of any length, judged row by row and taken chunk by chunk.

Everything slow (reading, judging, sealing) is done before a chunk's unit; the unit itself holds the
write lock of SQLite for some hundredths of a second, whatever the machine: chunks follow its pace.
"""

import csv
import io
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from conversations.engine.messages import Words
from exports.long_list import LongList, Row
from rules import certificate_lists as lists
from rules.cells import Cell, CellFault
from rules.certificates import CertificateKind
from rules.findings import Finding, Refused
from store.certificate_imports import (
    ImportId,
    Outcome,
    Progress,
    SeenNumbers,
    Taken,
    sealed,
)
from store.certificate_rows import TITLE_ROWS, Columns, Judged, RowJudge, columns_of
from store.unit import Store

LOCK_S = 0.03
"""How long a unit should hold the lock; nobody who waits for it notices."""
FIRST_CHUNK, SMALLEST, LARGEST = 200, 200, 4000
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Or Excel takes UTF-8 for something else."""
FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")

JudgedRow = tuple[int, list[Cell], Judged]


@dataclass(frozen=True, slots=True)
class State:
    """How far it has come, and how much of the file has been read, from 0 to 1."""

    progress: Progress
    done: float


class CertificateList:
    """One list on its way into the register; `states` does the work.

    A trial run changes nothing and comes to the same counts and the same report.
    """

    def __init__(
        self,
        store: Store,
        file: Path,
        report: Path,
        say: Words,
        *,
        kind: CertificateKind | None = None,
        trial: bool = False,
    ) -> None:
        """`kind` where the list has no column for it. Raises Refused or NotPossible for what is no such list."""
        self._store = store
        self._list = LongList(file)
        self._kind = kind
        self._seen = SeenNumbers() if trial else None
        self._titles, titles, self._columns = _titles(self._list)
        self._report = _Report(report, titles, self._columns, say)
        self._size = FIRST_CHUNK
        self.slowest_s = 0.0
        """Of the units so far, the longest."""

    @property
    def unused(self) -> tuple[str, ...]:
        """Columns of the list that say nothing to us."""
        return self._columns.unused

    def states(self) -> Iterator[State]:
        """Take the list, telling now and then how far it is; the last one is the end.

        Killed at any moment and begun again it goes on behind the last chunk that was taken.
        Raises TransientFault when the database is too busy: begun again it goes on.
        """
        begun, progress = self._begin()
        with self._store.reading() as work:
            stations = {lists.title_key(one.name): one.code for one in work.institutions.all()}
            judge = RowJudge(self._columns, work.today, self._kind, stations)
        for chunk in self._chunks(behind=progress.rows):
            judged = [(number, row, judge.judge(row)) for number, row in chunk]
            progress = self._take(begun, progress, judged)
            yield State(progress, self._list.done)
        self._end(begun, progress)
        yield State(progress, 1.0)

    def _begin(self) -> tuple[ImportId | None, Progress]:
        if self._seen is not None:
            self._report.begin(0)
            return None, Progress()
        with self._store.writing() as work:
            imports = work.certificate_imports
            begun = imports.begin(self._list.digest + (self._kind or "").encode())
            if not self._report.begin(begun.progress.report_bytes):
                begun = imports.begin_anew(begun.id)
        return begun.id, begun.progress

    def _chunks(self, behind: int) -> Iterator[list[Row]]:
        """The rows below the titles and behind that one; empty ones are nobody's."""
        chunk: list[Row] = []
        for number, row in self._list.rows():
            if number <= max(behind, self._titles) or not any(map(_filled, row)):
                continue
            chunk.append((number, row))
            if len(chunk) >= self._size:
                yield chunk
                chunk = []
        if chunk:
            yield chunk

    def _take(
        self, begun: ImportId | None, before: Progress, judged: Sequence[JudgedRow]
    ) -> Progress:
        """A chunk with its counts and its part of the report, all or nothing."""
        keys = self._store.keys
        good = [sealed(keys, one.certificate) for _, _, one in judged if one.certificate]
        wanted = self._columns.at.keys()
        if begun is None:
            with self._store.reading() as work:
                taken = work.certificate_imports.compare(good, wanted, self._seen)
            return self._counted(before, judged, taken)
        begin = time.perf_counter()
        with self._store.writing() as work:
            taken = work.certificate_imports.take(begun, before, good, wanted)
            after = self._counted(before, judged, taken)
            work.certificate_imports.note(begun, after)
        self._follow_pace(time.perf_counter() - begin)
        return after

    def _counted(
        self, before: Progress, judged: Sequence[JudgedRow], taken: Sequence[Taken]
    ) -> Progress:
        wrong = len(judged) - len(taken)
        after = before.further(judged[-1][0], taken, wrong)
        return replace(after, report_bytes=self._report.add(judged, taken))

    def _follow_pace(self, seconds: float) -> None:
        self.slowest_s = max(self.slowest_s, seconds)
        fitting = self._size * LOCK_S / max(seconds, 0.001)
        # Slowly up and at once down: one quick unit says little.
        self._size = int(min(LARGEST, max(SMALLEST, min(fitting, self._size * 1.2))))

    def _end(self, begun: ImportId | None, progress: Progress) -> None:
        if begun is not None:
            with self._store.writing() as work:
                work.certificate_imports.finish(begun, progress)
        self._report.end()
        if self._seen is not None:
            self._seen.close()


def _titles(given: LongList) -> tuple[int, list[str], Columns]:
    """The row of titles; above it there may be headings."""
    for number, row in given.rows():
        columns = columns_of(row)
        if columns is not None:
            return number, list(map(_shown, row)), columns
        if number >= TITLE_ROWS:
            break
    raise Refused("list-no-titles", lists.RULE)


class _Report:
    """The rows with something to say, as CSV beside the list: what it is, then the row as it came.

    It is written as far as `begin` was told it counts; it gets its name at the end, and only when
    there is something in it.
    """

    def __init__(self, file: Path, titles: Sequence[str], columns: Columns, say: Words) -> None:
        self._file, self._part = file, file.with_name(f"{file.name}.part")
        self._titles, self._columns, self._say = titles, columns, say
        self._length = 0

    def begin(self, length: int) -> bool:
        """Cut off what was written after the last unit that counts; False when some of that is gone."""
        there = self._part.stat().st_size if self._part.exists() else 0
        self._length = length if there >= length else 0
        with os.fdopen(os.open(self._part, os.O_RDWR | os.O_CREAT, 0o600), "rb+") as part:
            part.truncate(self._length)
        return self._length == length

    def add(self, judged: Sequence[JudgedRow], taken: Sequence[Taken]) -> int:
        """Write what there is to say of a chunk; how long the report is then."""
        good = iter(taken)
        lines = []
        for number, row, one in judged:
            said = self._remarks(one, next(good) if one.certificate else None)
            if said:
                lines.append([str(number), "；".join(said), *map(_shown, row)])
        if lines:
            text = io.StringIO()
            writer = csv.writer(text)
            if not self._length:
                writer.writerow([*map(self._say.say, ("list-row", "list-remark")), *self._titles])
            writer.writerows([_harmless(cell) for cell in line] for line in lines)
            data = BYTE_ORDER_MARK * (not self._length) + text.getvalue().encode()
            with self._part.open("rb+") as part:
                part.truncate(self._length)
                part.seek(self._length)
                part.write(data)
            self._length += len(data)
        return self._length

    def end(self) -> None:
        if self._length:
            self._part.replace(self._file)
        else:
            self._part.unlink(missing_ok=True)

    def _remarks(self, one: Judged, taken: Taken | None) -> list[str]:
        said = [self._finding(finding) for finding in (*one.wrong, *one.notes)]
        if taken is not None and taken.outcome is Outcome.DIFFERING:
            titles = tuple(map(self._columns.title, taken.fields))
            said.append(self._say.say("list-differing", titles=titles))
        return said

    def _finding(self, finding: Finding) -> str:
        reason = self._say.say(finding.key, **finding.args)
        if finding.box is None:
            return reason
        return self._say.say("list-fault", column=self._columns.title(finding.box), reason=reason)


def _filled(cell: Cell) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None


def _shown(cell: Cell) -> str:
    return "" if cell is None or isinstance(cell, CellFault) else str(cell)


def _harmless(cell: str) -> str:
    """A cell nothing takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_BEGINS) else cell
