"""A sent roster looked through, or taken, beside the turns: counts, and the list with what is wrong in each row."""

import io
from collections import Counter
from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bot.press import caller_of
from bot.roster_imports import Outcome, RosterImport, Verdict
from bot.roster_pictures import PictureCase
from conversations.chore_news import Step
from conversations.engine.messages import Words
from conversations.stations.roster_rows import RosterSheet, find_columns
from conversations.words import LANGUAGES, words
from exports.checked_sheet import checked_sheet
from exports.picture_zip import PictureZip
from exports.received_workbook import MEDIA_TYPE, read_workbook
from rules.findings import Refused
from rules.roles import Action
from store import rights
from store.chores import Chore
from store.pictures import PictureDesk
from store.unit import Caller, Store, UnitOfWork


@dataclass(slots=True)
class Tally:
    """What the rows come to, and what is said beside them."""

    say: Words
    counts: Counter[Verdict] = field(default_factory=Counter)
    remarks: dict[int, str] = field(default_factory=dict)

    def note(self, outcome: Outcome) -> None:
        self.counts[outcome.verdict] += 1
        if outcome.faults:
            self.remarks[outcome.row] = "\n".join(outcome.faults)
        elif outcome.verdict is Verdict.OWN:
            self.remarks[outcome.row] = self.say.say("roster-row-own")

    @property
    def figures(self) -> dict[str, int]:
        good = self.counts[Verdict.NEW] + self.counts[Verdict.CHANGED]
        return {**{v.value: self.counts[v] for v in Verdict}, "good": good}

    def report(self, sheet: RosterSheet) -> bytes:
        """The list as it was sent, with a column of what is wrong."""
        headed = [self.say.say("roster-problem-column")]
        headed += [words(one).say("roster-problem-column") for one in LANGUAGES]
        return checked_sheet(sheet.sheet, sheet.titles, self.remarks, headed)


def look_through(
    desk: PictureDesk, store: Store, chore: Chore, *, dry: bool
) -> Generator[Step, None, Mapping[str, Any]]:
    """Row by row; who sent it must still have the right."""
    with store.reading() as work:
        say = words(work.people.get(chore.person_id).language)
        check(work, chore)
        sent = {name: work.files.content(file) for name, file in chore.given.items()}
    sheet = opened_sheet(sent["roster"], say)
    with opened_pictures(sent.get("pictures")) as package:
        tally = Tally(say)
        rows = sum(1 for _ in sheet.rows())
        caller = partial(caller_in, chore)
        case = PictureCase(package, desk, say)
        taking = RosterImport(store, caller, chore.batch_id, sheet, case, dry)
        for done, outcome in enumerate(taking.outcomes(), start=1):
            tally.note(outcome)
            yield Step(done, rows)
    return {**tally.figures, **kept_report(store, chore, tally, sheet)}


def caller_in(chore: Chore, work: UnitOfWork) -> Caller:
    return caller_of(work, chore.person_id)


def check(work: UnitOfWork, chore: Chore) -> None:
    work.caller = caller_of(work, chore.person_id)
    batch = work.batches.get(chore.batch_id)
    rights.check(
        work,
        Action.ENTER_REGISTRATIONS,
        institution=batch.station_code,
        programme=batch.programme,
    )


def opened_sheet(data: bytes, say: Words) -> RosterSheet:
    """The titles found; Refused for a list without rows."""
    sheet = find_columns(read_workbook(data), say)
    if not any(True for _ in sheet.rows()):
        raise Refused("workbook-no-rows")
    return sheet


def opened_pictures(data: bytes | None) -> AbstractContextManager[PictureZip | None]:
    return nullcontext() if data is None else PictureZip(io.BytesIO(data))


def kept_report(store: Store, chore: Chore, tally: Tally, sheet: RosterSheet) -> dict[str, object]:
    """On the shelf for as long as the chore's other files; none where there is nothing to say."""
    if not tally.remarks:
        return {}
    report = tally.report(sheet)
    with store.writing() as work:
        file = work.chores.add_piece(chore.id, 0, report, MEDIA_TYPE)
    return {"report": file, "report_size": len(report)}
