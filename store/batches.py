"""Batches: one exam of one station for one type of candidate, and the plan lines it examines (R4)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    delete,
    exists,
    false,
    insert,
    or_,
    select,
    update,
)

from rules.approvals import DecisionKind, PaperKind, PaperState
from rules.batches import counts_from, entry_findings, opening_findings
from rules.candidates import CandidateType
from rules.catalogue import Level, Programme, Unit
from rules.deadlines import ExamDays, Reschedule, closes_at, exam_date, rescheduled_close
from rules.findings import Finding, NotPossible
from rules.notices import NoticeKind
from rules.registration import BatchFacts, OfferedItem
from rules.roles import Action
from store import rights
from store.batch_facts import against, as_new, gathered
from store.batch_rows import (
    BATCHES,
    BY_ID,
    BY_NUMBER,
    ITEMS,
    Batch,
    BatchContact,
    BatchId,
    BatchItem,
    BatchState,
    ItemId,
    NewBatch,
    NewItem,
    batch_items,
    batch_of,
    batches,
    examines,
    is_of,
    item_of,
    trade_reads,
)
from store.batch_teams import BatchTeams, TeamMember
from store.counters import next_number
from store.pages import Page, first_page, window
from store.unit import OFFICE

if TYPE_CHECKING:
    from store.examiners import ExaminerId
    from store.papers import Paper
    from store.plans import PlanLineId
    from store.unit import UnitOfWork

__all__ = [
    "Batch",
    "BatchId",
    "BatchItem",
    "BatchState",
    "Batches",
    "ItemId",
    "NewBatch",
    "NewItem",
    "TeamMember",
    "batch_items",
    "batches",
    "facts_of",
    "seats_left",
]


class Batches:
    """Applied for whole with all items, opened by the approval of their paper."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit
        self._teams = BatchTeams(unit)

    # --- the application ---

    def apply(self, new: NewBatch) -> Batch:
        """A station's application of today (R4.11); NotPossible names all that stands against it (R4.9).

        Its paper is the caller's to file. Of two who use a line at once one is refused.
        """
        rights.check(self._unit, Action.FILE_PAPER, institution=new.station_code)
        new = replace(new, applied_on=self._unit.today, state=BatchState.APPLIED)
        self._check(new)
        return self._put(new)

    def correct(self, batch: BatchId, new: NewBatch) -> Batch:
        """Other boxes on an application that was returned; the first date is kept as R4.2 says."""
        before = self._locked(batch)
        rights.check(self._unit, Action.FILE_PAPER, institution=before.station_code)
        if before.state is not BatchState.APPLIED:
            raise NotPossible(Finding("batch-decided", "R4.2"))
        if new.programme is not before.programme:
            args = {"programme": before.programme}
            raise NotPossible(Finding("batch-other-programme", "R1.2", args, box="programme"))
        new = replace(
            new,
            station_code=before.station_code,
            applied_on=self._counts_from(before, new),
            state=BatchState.APPLIED,
        )
        self._check(new, batch)
        self._set(batch, **self._values(new), **self._sealed(batch, new))
        self._put_items(batch, new.items, before=self.items(batch))
        self._unit.audit.note("batch-corrected", f"batch:{batch}")
        return self.get(batch)

    def decided(self, paper: "Paper") -> None:
        """What a decision on its paper does to a batch; what has changed since may forbid approval."""
        batch = self._locked(BatchId(paper.subject))
        match paper.state:
            case PaperState.APPROVED:
                self._open(batch)
            case PaperState.REJECTED:
                self._give_up(batch, BatchState.REJECTED)
            case PaperState.WITHDRAWN:
                self._give_up(batch, BatchState.WITHDRAWN)
            case _:
                pass

    def against(self, batch: Batch) -> tuple[Finding, ...]:
        """What stands against a batch today, for the officers who decide on it (R4.9)."""
        applied = as_new(self._unit, batch)
        late = opening_findings(batch.windows, self._unit.now)
        return (*against(self._unit, applied, batch.id), *late)

    def add(self, new: NewBatch) -> Batch:
        """Enter a batch as it is, by the office itself only: plan, team and licence are not asked for."""
        if self._unit.caller is not OFFICE:
            subject = f"institution:{new.station_code}"
            raise rights.refused(self._unit, Action.FILE_PAPER, subject)
        if findings := tuple(entry_findings(gathered(self._unit, new))):
            raise NotPossible(findings)
        return self._put(new)

    def move(self, batch: BatchId, days: ExamDays) -> Batch:
        """To other days; a close that has not happened yet moves along. What forbids it is the caller's matter (R4.7)."""
        before = self._locked(batch)
        old = ExamDays(before.theory_on, before.practice_on)
        move = Reschedule(old, days, before.begins_at, before.closes_at, moved_before=False)
        self._set(
            batch,
            theory_on=days.theory_on,
            practice_on=days.practice_on,
            exam_on=days.exam_on,
            closes_at=rescheduled_close(move, self._unit.now),
        )
        self._unit.audit.note("batch-moved", f"batch:{batch}", exam=days.exam_on.isoformat())
        return self.get(batch)

    def withdraw(self, batch: BatchId) -> Batch:
        """Given up after it was opened; who may do so, and until when, is the caller's matter (R4.1)."""
        self._give_up(self._locked(batch), BatchState.WITHDRAWN)
        return self.get(batch)

    def replace_examiner(self, batch: BatchId, old: "ExaminerId", new: "ExaminerId") -> None:
        """Another examiner in all places of one; whether they may is the caller's matter (R4.4)."""
        self._teams.replace(batch, old, new)

    # --- questions ---

    def get(self, batch: BatchId) -> Batch:
        return self._one(BY_ID, batch)

    def find_by_number(self, number: str) -> Batch | None:
        found = self._unit.connection.execute(BY_NUMBER, {"number": number.strip()}).first()
        return None if found is None else batch_of(found)

    def seen(self, number: str) -> Batch:
        """The batch of that number, for its station's staff and the officers above them."""
        found = self.find_by_number(number)
        if found is None:
            raise NotPossible(Finding("batch-unknown"))
        self._check_sight(found.station_code, found)
        return found

    def of_station(self, station: str, page: int = 0) -> Page[Batch]:
        """Everything the station applied for, the newest first."""
        self._check_sight(station)
        mine = BATCHES.where(batches.c.station_code == station).order_by(batches.c.id.desc())
        return first_page(map(batch_of, self._unit.connection.execute(window(mine, page))))

    def in_reach(self, page: int = 0) -> Page[Batch]:
        """Everything the caller may see, of whatever station, the newest first (R9.3)."""
        reached = (
            and_(batches.c.programme == programme, batches.c.station_code.in_(codes))
            for programme in Programme
            if (codes := rights.covered(self._unit, Action.SEE_BATCHES, programme))
        )
        theirs = BATCHES.where(or_(false(), *reached)).order_by(batches.c.id.desc())
        return first_page(map(batch_of, self._unit.connection.execute(window(theirs, page))))

    def under_way(self, station: str) -> tuple[Batch, ...]:
        """The station's applications that are not decided yet."""
        question = BATCHES.where(
            batches.c.station_code == station, batches.c.state == BatchState.APPLIED
        )
        return tuple(map(batch_of, self._unit.connection.execute(question.order_by(batches.c.id))))

    def coming(self, after: int, limit: int) -> Sequence[BatchId]:
        """Approved batches whose exam is not over, by their ids: for jobs, which look at all of them."""
        approved = batches.c.state.in_([BatchState.OPEN, BatchState.SUBMITTED])
        question = select(batches.c.id).where(
            approved, batches.c.exam_on >= self._unit.today, batches.c.id > after
        )
        return self._unit.connection.scalars(question.order_by(batches.c.id).limit(limit)).all()

    def open_now(
        self,
        candidate_type: CandidateType | None = None,
        choice: tuple[Unit, Level] | None = None,
        page: int = 0,
        *,
        query: str = "",
    ) -> Page[Batch]:
        """Batches a candidate can register for at this moment, the next exam first (R4.3).

        `query` names the batch by its number, its station or a trade it examines.
        """
        now = self._unit.now
        question = BATCHES.where(
            batches.c.state == BatchState.OPEN, batches.c.opens_at <= now, batches.c.closes_at > now
        )
        if candidate_type is not None:
            question = question.where(batches.c.candidate_type == candidate_type)
        if choice is not None:
            question = question.where(examines(*choice))
        if query.strip():
            question = question.where(self._named(query.strip()))
        question = window(question.order_by(batches.c.exam_on, batches.c.id), page)
        return first_page(map(batch_of, self._unit.connection.execute(question)))

    def _named(self, query: str) -> ColumnElement[bool]:
        stations = [one.code for one in self._unit.institutions.search(query).things]
        trades = [unit.key for unit in self._unit.units.search(query).things]
        examined = exists().where(
            batch_items.c.batch_id == batches.c.id,
            or_(*(is_of(key) for key in trades), trade_reads(query)),
        )
        number = batches.c.number.contains(query, autoescape=True)
        return or_(number, batches.c.station_code.in_(stations), examined)

    def items(self, batch: BatchId) -> tuple[BatchItem, ...]:
        """The lines of a batch as they were applied for, each with its seats."""
        return tuple(map(item_of, self._unit.connection.execute(ITEMS, {"batch": batch})))

    def facts(self, batch: Batch) -> BatchFacts:
        """What a registration has to know of the batch: several lines of a choice are one (R4.6)."""
        return facts_of(batch, self.items(batch.id))

    def team(self, batch: BatchId) -> tuple[TeamMember, ...]:
        """Who assesses, item by item, the leader first (R4.4)."""
        return self._teams.of(batch)

    def contact(self, batch: Batch) -> BatchContact:
        """Whom to ask; empty for a batch the office entered. The caller's right is the caller's matter."""
        question = select(batches.c.contact, batches.c.contact_phone).where(
            batches.c.id == batch.id
        )
        row = self._unit.connection.execute(question).one()
        opened = {
            name: self._unit.unseal(sealed, f"batches.{name}:{batch.id}") if sealed else ""
            for name, sealed in row._mapping.items()
        }
        return BatchContact(opened["contact"], opened["contact_phone"])

    # --- inside ---

    def _check(self, new: NewBatch, own: BatchId | None = None) -> None:
        if findings := against(self._unit, new, own):
            raise NotPossible(findings)

    def _check_sight(self, station: str, batch: Batch | None = None) -> None:
        programme = batch.programme if batch else None
        rights.check(self._unit, Action.SEE_BATCHES, institution=station, programme=programme)

    def _counts_from(self, before: Batch, new: NewBatch) -> "date":
        """Kept when the paper came back a few days ago and the exam is as it was (R4.2)."""
        paper = self._unit.papers.about(PaperKind.BATCH, before.id)
        history = self._unit.papers.history(paper) if paper else ()
        returns = [one.at.date() for one in history if one.kind is DecisionKind.RETURN]
        return counts_from(
            before.applied_on,
            returns[-1] if returns else before.applied_on,
            self._unit.today,
            exam_unchanged=exam_date(new.theory_on, new.practice_on) == before.exam_on,
            policy=self._unit.policy.current(self._unit.today),
        )

    def _put(self, new: NewBatch) -> Batch:
        year = new.applied_on.year
        values = {
            **self._values(new),
            "number": f"{year}-{next_number(self._unit.connection, f'batch:{year}'):04}",
            "station_code": new.station_code,
            "opens_at": self._unit.now,
            "next_serial": 1,
        }
        adding = insert(batches).returning(batches.c.id)
        batch = BatchId(self._unit.connection.execute(adding, values).scalar_one())
        self._set(batch, **self._sealed(batch, new))
        self._put_items(batch, new.items)
        self._unit.audit.note("batch-applied", f"batch:{batch}", number=values["number"])
        return self.get(batch)

    def _values(self, new: NewBatch) -> dict[str, object]:
        exam = exam_date(new.theory_on, new.practice_on)
        kept = ("programme", "candidate_type", "theory_on", "practice_on", "starts_at", "venue")
        procedures = self._unit.notices.in_force_of_kind(NoticeKind.PROCEDURE)
        return {
            **{name: getattr(new, name) for name in (*kept, "applied_on", "state")},
            "practice_starts_at": new.practice_starts_at or new.starts_at,
            "exam_on": exam,
            "closes_at": closes_at(exam),
            "procedures": [[one.notice, one.version] for one in procedures],
        }

    def _sealed(self, batch: BatchId, new: NewBatch) -> dict[str, bytes]:
        given = {"contact": new.contact, "contact_phone": new.contact_phone}
        return {
            name: self._unit.seal(text, f"batches.{name}:{batch}")
            for name, text in given.items()
            if text
        }

    def _put_items(
        self, batch: BatchId, items: Iterable[NewItem], before: Sequence[BatchItem] = ()
    ) -> None:
        """Items on their lines; one that keeps its line stays the same item, with what hangs on it."""
        lines = self._unit.plans.lines_of(batch)
        standing = {lines[item.id].id: item.id for item in before if item.id in lines}
        kept = {standing[item.line] for item in items if item.line in standing}
        self._remove_items([item.id for item in before if item.id not in kept])
        used: list[tuple[PlanLineId, ItemId]] = []
        for item in items:
            known = standing.get(item.line) if item.line is not None else None
            put = self._put_item(batch, item, known)
            self._teams.name(put, item.leader, item.team)
            if item.line is not None and known is None:
                used.append((item.line, put))
        # By number, so that two applications never wait for each other.
        for line, put in sorted(used):
            self._unit.plans.use(line, put)

    def _put_item(self, batch: BatchId, item: NewItem, known: ItemId | None) -> ItemId:
        values = {
            "programme": item.unit.programme,
            "unit_code": item.unit.code,
            "level": item.level,
            "people": item.people,
        }
        if known is not None:
            changing = update(batch_items).where(batch_items.c.id == known)
            self._unit.connection.execute(changing.values(values))
            return known
        adding = insert(batch_items).returning(batch_items.c.id)
        added = self._unit.connection.execute(adding, {**values, "batch_id": batch, "taken": 0})
        return ItemId(added.scalar_one())

    def _remove_items(self, items: Sequence[ItemId]) -> None:
        self._teams.dismiss(items)
        self._unit.plans.free_items(items)
        self._unit.connection.execute(delete(batch_items).where(batch_items.c.id.in_(items)))

    def _open(self, batch: Batch) -> None:
        if findings := self.against(batch):
            raise NotPossible(findings)
        self._set(batch.id, state=BatchState.OPEN, opens_at=self._unit.now)
        self._unit.audit.note("batch-opened", f"batch:{batch.id}")

    def _give_up(self, batch: Batch, state: BatchState) -> None:
        """R4.1 ▶: its lines can be used again."""
        self._set(batch.id, state=state)
        self._unit.plans.free(batch.id)
        self._unit.audit.note(f"batch-{state}", f"batch:{batch.id}")

    def _locked(self, batch: BatchId) -> Batch:
        return self._one(BY_ID.with_for_update(of=batches), batch)

    def _one(self, question: Select[Any], batch: BatchId) -> Batch:
        found = self._unit.connection.execute(question, {"batch": batch}).first()
        if found is None:
            raise NotPossible(Finding("batch-unknown"))
        return batch_of(found)

    def _set(self, batch: BatchId, **values: object) -> None:
        if values:
            changing = update(batches).where(batches.c.id == batch)
            self._unit.connection.execute(changing.values(values))


def facts_of(batch: Batch, items: Iterable[BatchItem]) -> BatchFacts:
    return BatchFacts(
        candidate_type=batch.candidate_type,
        items=tuple(dict.fromkeys(OfferedItem(item.unit, item.level) for item in items)),
        exam_date=batch.exam_on,
        opens_at=batch.opens_at,
        closes_at=batch.closes_at,
    )


def seats_left(items: Iterable[BatchItem], unit: Unit, level: Level) -> int:
    """The seats of a choice over all its lines (R4.6)."""
    return sum(
        item.people - item.taken
        for item in items
        if item.unit.key == unit.key and item.level is level
    )
