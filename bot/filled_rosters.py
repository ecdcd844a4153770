"""The roster and the sign-in sheets of a batch as they stand on paper: everybody in the platform's order (R7.8)."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from bot.filled import PAPER, Boxes, level, roster_head, roster_row
from exports.roster import RosterHead, RosterRow, roster
from exports.sign_in_sheet import SignInLine, SignInSheet, Subject
from rules.candidates import Sex
from rules.catalogue import Level, Unit
from rules.identity import mask_id_number
from rules.registration import RegistrationState
from store.batches import Batch, BatchState
from store.registrations import RosterLine
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class FilledRoster:
    """All of it: who may see it was checked."""

    head: RosterHead
    rows: tuple[RosterRow, ...]


def filled_roster(work: UnitOfWork, batch: Batch) -> FilledRoster:
    return FilledRoster(head(work, batch), tuple(rows(work, batch)))


def roster_workbook(filled: FilledRoster) -> bytes:
    out = io.BytesIO()
    roster(filled.head, filled.rows, out)
    return out.getvalue()


def head(work: UnitOfWork, batch: Batch) -> RosterHead:
    """What stands above the list; before it is submitted it says so."""
    there = work.rosters.find(batch.id)
    state = (
        PAPER.say("roster-head-in", on=there.submitted_at.date(), people=there.people)
        if there
        else PAPER.say("roster-head-draft")
    )
    return replace(roster_head(batch), state=state)


def rows(work: UnitOfWork, batch: Batch) -> Iterator[RosterRow]:
    """Read as it is written, row by row."""
    return map(roster_row, lines(work, batch))


def lines(work: UnitOfWork, batch: Batch) -> Iterator[RosterLine]:
    """Everybody but those who were rejected, in the order of filing: that of the running numbers."""
    on_it = (RegistrationState.APPROVED,) if batch.state is BatchState.SUBMITTED else ()
    for line in work.registrations.roster(batch.id):
        state = line.registration.state
        if state in on_it or (not on_it and state is not RegistrationState.REJECTED):
            yield line


@dataclass(frozen=True, slots=True)
class Expected:
    """One candidate, and the trade and level they are examined in."""

    unit: Unit
    level: Level
    line: SignInLine


def sign_in_sheets(
    work: UnitOfWork, batch: Batch, subjects: Iterable[Subject]
) -> tuple[SignInSheet, ...]:
    """A sheet for each trade and level in each subject (R7.4)."""
    expected = list(everybody(work, batch))
    choices = {(item.unit.key, item.level): item for item in work.batches.items(batch.id)}
    station = work.institutions.get(batch.station_code)
    is_draft = batch.state is not BatchState.SUBMITTED
    return tuple(
        SignInSheet(
            programme=batch.programme,
            subject=subject,
            batch=batch.number,
            station=station.name,
            station_code=station.code,
            trade=called(item.unit),
            level=level(item.level, item.unit),
            at=at(batch, subject),
            venue=batch.venue,
            lines=here,
            is_draft=is_draft,
        )
        for subject in subjects
        for choice, item in choices.items()
        if (here := tuple(x.line for x in expected if (x.unit.key, x.level) == choice))
    )


def everybody(work: UnitOfWork, batch: Batch) -> Iterator[Expected]:
    """Who is approved, under the running number: before the roster is in, the one they would have."""
    places = count(1)
    for line in work.registrations.roster(batch.id):
        if line.registration.state is RegistrationState.APPROVED:
            boxes = Boxes(line.boxes)
            number = mask_id_number(boxes.text("id_number"))
            signs = SignInLine(next(places), boxes.text("name"), boxes.choice("sex", Sex), number)
            yield Expected(line.unit, line.registration.level, signs)


def at(batch: Batch, subject: Subject) -> str:
    if subject is Subject.THEORY:
        return f"{batch.theory_on} {batch.starts_at}"
    return f"{batch.practice_on} {batch.practice_starts_at}"


def called(unit: Unit) -> str:
    """An occupation with its trade, as on the forms."""
    if unit.name == unit.occupation_name:
        return unit.name
    return f"{unit.occupation_name}（{unit.name}）"
