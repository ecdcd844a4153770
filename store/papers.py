"""Papers: applications on their way from desk to desk until they are decided (R2.3, R4.10)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    Row,
    Select,
    String,
    Table,
    and_,
    bindparam,
    false,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from rules.approvals import (
    ACTION_AT,
    FILED_BY,
    UNDER_WAY,
    Chain,
    DecisionKind,
    Desk,
    PaperKind,
    PaperState,
    chain_of,
    choices,
    claim_holds,
    desk_after_return,
    outcome,
)
from rules.catalogue import Programme
from rules.findings import Finding, NotPossible
from rules.names import mask_name
from rules.roles import MAY, Action
from store import rights
from store.decisions import Decision, Decisions
from store.institutions import institutions
from store.pages import Page, first_page, window
from store.paper_versions import PaperVersion, PaperVersions, Shown
from store.people import PersonId, people
from store.schema import Document, Moment, Serial, metadata
from store.unit import OFFICE

if TYPE_CHECKING:
    from store.unit import UnitOfWork

PaperId = NewType("PaperId", int)

papers = Table(
    "papers",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("kind", String(30), nullable=False),
    Column("programme", String(20)),
    Column("institution_code", ForeignKey(institutions.c.code), nullable=False),
    Column("subject", BigInteger, nullable=False),
    Column("state", String(20), nullable=False),
    Column("desk", String(30), nullable=False),
    Column("chain", Document, nullable=False),
    Column("version", Integer, nullable=False),
    Column("step", Integer, nullable=False),
    Column("filed_by", ForeignKey(people.c.id)),
    Column("first_filed_at", Moment, nullable=False),
    Column("filed_at", Moment, nullable=False),
    Column("waiting_since", Moment, nullable=False),
    Column("claimed_by", ForeignKey(people.c.id)),
    Column("claimed_at", Moment),
    sqlite_autoincrement=True,
)
Index(None, papers.c.state, papers.c.desk, papers.c.waiting_since)
Index(None, papers.c.institution_code, papers.c.id)
IS_UNDER_WAY = papers.c.state.in_(UNDER_WAY)
Index(
    None,
    papers.c.kind,
    papers.c.subject,
    unique=True,
    sqlite_where=and_(IS_UNDER_WAY, papers.c.subject != 0),
    postgresql_where=and_(IS_UNDER_WAY, papers.c.subject != 0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One application; what stands on it is in its versions."""

    id: PaperId
    kind: PaperKind
    programme: Programme | None
    institution: str
    """The applicant's code."""
    subject: int
    """The row of the noun applied for, in its own table; 0 where there is none."""
    state: PaperState
    desk: Desk
    """Where it lies; of a returned or decided one, where that happened."""
    chain: Chain
    """As it was in force at the filing; it stays (⚙)."""
    version: int
    step: int
    """Decisions so far: whoever acts on what he saw names it."""
    filed_by: PersonId | None
    first_filed_at: datetime
    """R4.2: kept through corrections."""
    filed_at: datetime
    waiting_since: datetime
    """When it came to this desk."""
    claimed_by: PersonId | None
    claimed_at: datetime | None


PAPERS: Select[Any] = select(papers)
BY_ID = PAPERS.where(papers.c.id == bindparam("paper"))
LOCK = BY_ID.with_for_update()


class Papers:
    """Every change is decided under the lock of the paper's row: never twice, never out of order."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit
        self._versions = PaperVersions(unit)
        self._decisions = Decisions(unit)

    # --- by the applicant ---

    def file(
        self,
        kind: PaperKind,
        programme: Programme | None,
        institution: str,
        subject: int,
        content: Mapping[str, Any],
        *,
        shown: Iterable[Shown] = (),
    ) -> Paper:
        """Hand a new paper in: it goes to the first desk of the chain in force today (R4.10).

        `content` are the form's kept answers, which open it again when it is returned; `shown` its
        lines as officers read them. A subject has one paper of a kind under way at a time.
        """
        self._check_applicant(kind, institution)
        now = self._unit.now
        replaced = self._unit.policy.current(self._unit.today).approval_chains
        chain = chain_of(kind, programme, replaced)
        values = {
            "kind": kind,
            "programme": programme,
            "institution_code": institution,
            "subject": subject,
            "state": PaperState.WAITING,
            "desk": chain[0],
            "chain": list(chain),
            "version": 1,
            "step": 0,
            "filed_by": self._unit.caller.person,
            "first_filed_at": now,
            "filed_at": now,
            "waiting_since": now,
        }
        paper = self._add(values)
        self._versions.keep(paper.id, 1, content, shown)
        return self._done(paper, DecisionKind.FILE)[0]

    def resubmit(
        self, paper: PaperId, content: Mapping[str, Any], *, shown: Iterable[Shown] = ()
    ) -> Paper:
        """Hand a returned paper in again as its next version; `desk_after_return` says where it goes."""
        returned = self._locked_of_applicant(paper, PaperState.RETURNED)
        last, why = self._versions.get(paper, returned.version), self.returned_for(returned)
        boxes = content.keys() | last.content.keys()
        changed = {box for box in boxes if content.get(box) != last.content.get(box)}
        desk = desk_after_return(returned.chain, returned.desk, named=why.keys(), changed=changed)
        now, version = self._unit.now, returned.version + 1
        self._versions.keep(paper, version, content, shown)
        waiting = replace(
            returned,
            state=PaperState.WAITING,
            desk=desk,
            version=version,
            filed_by=self._unit.caller.person,
            filed_at=now,
            waiting_since=now,
        )
        return self._done(waiting, DecisionKind.RESUBMIT)[0]

    def withdraw(self, paper: PaperId) -> Paper:
        """Take a paper back before it is decided."""
        taken = self._locked_of_applicant(paper, PaperState.WAITING, PaperState.RETURNED)
        done, decision = self._done(
            replace(taken, state=PaperState.WITHDRAWN), DecisionKind.WITHDRAW
        )
        self._take_effect(done, decision)
        return done

    # --- by the desks ---

    def claim(self, paper: PaperId) -> Paper:
        """Take a paper for oneself for a while (⚙), so that two officers do not work on the same."""
        waiting = self._locked_at_desk(paper)
        person = self._unit.caller.person
        return self._put(replace(waiting, claimed_by=person, claimed_at=self._unit.now))

    def release(self, paper: PaperId) -> Paper:
        """Leave a paper to the others again."""
        return self._put(replace(self._locked_at_desk(paper), claimed_by=None, claimed_at=None))

    def decide(
        self,
        paper: PaperId,
        kind: DecisionKind,
        *,
        reasons: Mapping[str, str] | None = None,
        seen: int | None = None,
    ) -> Paper:
        """Forward, approve, return or reject a paper lying at a desk of the caller's.

        `reasons` say why, by box, and under "" about the paper as a whole (there the opinion, too); to
        return or reject takes one at least. `seen` is the step the caller looked at:
        NotPossible when the paper has moved on since. The kind's effect may refuse as well.
        """
        waiting = self._locked_at_desk(paper, seen)
        if kind not in choices(waiting.chain, waiting.desk):
            raise NotPossible(Finding("paper-not-at-this-desk", "R4.10"))
        if kind in {DecisionKind.RETURN, DecisionKind.REJECT} and not reasons:
            raise NotPossible(Finding("paper-reason-wanted", "R2.3"))
        state, desk = outcome(waiting.chain, waiting.desk, kind)
        moved = replace(
            waiting,
            state=state,
            desk=desk,
            waiting_since=self._unit.now,
            claimed_by=None,
            claimed_at=None,
        )
        with self._unit.savepoint():
            done, decision = self._done(moved, kind, waiting.desk, reasons)
            self._take_effect(done, decision)
        return done

    # --- questions ---

    def get(self, paper: PaperId) -> Paper:
        """Whoever asks; `see` is for people."""
        return self._one(BY_ID, paper)

    def see(self, paper: PaperId) -> Paper:
        """The paper, for its institution's staff and for the desks it has reached."""
        found = self.get(paper)
        reached = found.chain[: found.chain.index(found.desk) + 1]
        actions = (Action.FILE_PAPER, *(ACTION_AT[desk] for desk in reached))
        if not any(self._covers(action, found) for action in actions):
            raise rights.refused(self._unit, Action.FILE_PAPER, _subject(found))
        return found

    def own(self, paper: PaperId) -> Paper:
        """The paper, for those who may file, correct and withdraw it."""
        found = self.get(paper)
        self._check_applicant(found.kind, found.institution)
        return found

    def at_desk(self, paper: PaperId, seen: int | None = None) -> Paper:
        """The paper, if the caller may decide on it now; NotPossible says what happened to it."""
        return self._decidable(self.see(paper), seen)

    def version(self, paper: Paper, number: int | None = None) -> PaperVersion:
        """What stands on it now, or stood on an earlier version."""
        return self._versions.get(paper.id, number or paper.version)

    def history(self, paper: Paper) -> tuple[Decision, ...]:
        return self._decisions.of(paper.id)

    def returned_for(self, paper: Paper) -> Mapping[str, str]:
        """Why it was returned last, by box; nothing when it never was."""
        returns = [d for d in self.history(paper) if d.kind is DecisionKind.RETURN]
        return returns[-1].reasons if returns else {}

    def under_way(self, kind: PaperKind, subject: int) -> Paper | None:
        """The paper of that kind about the subject that is neither decided nor withdrawn."""
        question = PAPERS.where(papers.c.kind == kind, papers.c.subject == subject, IS_UNDER_WAY)
        row = self._unit.connection.execute(question).first()
        return None if row is None else _paper(row)

    def waiting_for_caller(self, page: int = 0) -> Page[Paper]:
        """What lies at the caller's desks, longest waiting first."""
        waiting = PAPERS.where(papers.c.state == PaperState.WAITING, self._at_callers_desks())
        return self._page(waiting.order_by(papers.c.waiting_since, papers.c.id), page)

    def of_caller(self, page: int = 0, *states: PaperState) -> Page[Paper]:
        """The papers of the caller's institutions, newest first; of these states, where some are named."""
        held = rights.posts(self._unit)
        codes = {p.institution for p in held if p.role in MAY[Action.FILE_PAPER]}
        own = PAPERS.where(papers.c.institution_code.in_(codes))
        if states:
            own = own.where(papers.c.state.in_(states))
        return self._page(own.order_by(papers.c.id.desc()), page)

    def officers_at(self, paper: Paper) -> tuple[PersonId, ...]:
        """Everybody who may decide on it where it lies."""
        return rights.holders(self._unit, ACTION_AT[paper.desk], paper.institution, paper.programme)

    def move(self, applicant: str, station: str) -> None:
        """The applicant unit became a station (R2.1): its papers go along."""
        own = update(papers).where(papers.c.institution_code == applicant)
        self._unit.connection.execute(own.values(institution_code=station))

    # --- what the above is made of ---

    def _add(self, values: Mapping[str, object]) -> Paper:
        try:
            with self._unit.savepoint():
                adding = insert(papers).returning(*papers.c)
                return _paper(self._unit.connection.execute(adding, values).one())
        except IntegrityError as error:
            raise NotPossible(Finding("paper-under-way", "R4.10")) from error

    def _check_applicant(self, kind: PaperKind, institution: str) -> None:
        """Staff of the institution whose role files such papers (R4.10); officers of none other."""
        rights.check(self._unit, Action.FILE_PAPER, institution=institution)
        if self._unit.caller is OFFICE:
            return
        held = rights.posts(self._unit)
        if not any(p.institution == institution and p.role in FILED_BY[kind] for p in held):
            raise rights.refused(self._unit, Action.FILE_PAPER, f"institution:{institution}")

    def _locked_of_applicant(self, paper: PaperId, *states: PaperState) -> Paper:
        locked = self._one(LOCK, paper)
        self._check_applicant(locked.kind, locked.institution)
        if locked.state not in states:
            raise NotPossible(self._gone(locked))
        return locked

    def _locked_at_desk(self, paper: PaperId, seen: int | None = None) -> Paper:
        return self._decidable(self._one(LOCK, paper), seen)

    def _decidable(self, paper: Paper, seen: int | None) -> Paper:
        """NotPossible unless it waits, as it was seen, at a desk of the caller's, and nobody else has it."""
        if paper.state is not PaperState.WAITING or seen not in {None, paper.step}:
            raise NotPossible(self._gone(paper))
        if not self._covers(ACTION_AT[paper.desk], paper):
            raise rights.refused(self._unit, ACTION_AT[paper.desk], _subject(paper))
        if self.is_claimed(paper) and paper.claimed_by != self._unit.caller.person:
            assert paper.claimed_by
            raise NotPossible(Finding("paper-claimed", args={"by": self._who(paper.claimed_by)}))
        return paper

    def is_claimed(self, paper: Paper) -> bool:
        hours = self._unit.policy.current(self._unit.today).claim_hours
        return paper.claimed_at is not None and claim_holds(paper.claimed_at, self._unit.now, hours)

    def _gone(self, paper: Paper) -> Finding:
        """What was done with it last, by whom and when."""
        last = self.history(paper)[-1]
        by = self._who(last.person) if last.person else ""
        return Finding("paper-moved-on", args={"done": last.kind, "by": by, "on": last.at.date()})

    def _who(self, person: PersonId) -> str:
        name = self._unit.people.get(person).name
        return mask_name(name) if name else ""

    def _covers(self, action: Action, paper: Paper) -> bool:
        return rights.covers(self._unit, action, paper.institution, paper.programme)

    def _at_callers_desks(self) -> ColumnElement[bool]:
        """The desks the caller has a post at, each with the applicants it reaches."""
        desks = [
            d for d in Desk if any(p.role in MAY[ACTION_AT[d]] for p in rights.posts(self._unit))
        ]
        question = (
            select(papers.c.desk, papers.c.institution_code, papers.c.programme)
            .where(papers.c.state == PaperState.WAITING, papers.c.desk.in_(desks))
            .distinct()
        )
        reached = [
            and_(papers.c.desk == desk, papers.c.institution_code == code)
            for desk, code, programme in self._unit.connection.execute(question)
            if rights.covers(
                self._unit, ACTION_AT[Desk(desk)], code, programme and Programme(programme)
            )
        ]
        return or_(false(), *reached)

    def _done(
        self,
        paper: Paper,
        kind: DecisionKind,
        desk: Desk | None = None,
        reasons: Mapping[str, str] | None = None,
    ) -> tuple[Paper, Decision]:
        """Write the paper as it is now, and the decision that made it so."""
        done = self._put(replace(paper, step=paper.step + 1))
        roles = MAY[ACTION_AT[desk]].keys() if desk else FILED_BY[paper.kind]
        post = next((p for p in rights.posts(self._unit) if p.role in roles), None)
        decision = Decision(
            step=done.step,
            version=done.version,
            kind=kind,
            desk=desk,
            person=self._unit.caller.person,
            role=post.role if post else None,
            institution=post.institution if post else None,
            at=self._unit.now,
            reasons=reasons or {},
        )
        self._decisions.add(done.id, decision)
        self._unit.audit.note(
            f"paper-{kind}", _subject(done), paper=done.kind, desk=desk, boxes=sorted(reasons or {})
        )
        return done, decision

    def _take_effect(self, paper: Paper, decision: Decision) -> None:
        # Nouns know papers and papers know nouns by their effects: whoever comes first must not need the other.
        from store.approving import EFFECTS

        if effect := EFFECTS.get(paper.kind):
            effect(self._unit, paper, decision)

    def _put(self, paper: Paper) -> Paper:
        values = {name: getattr(paper, name) for name in CHANGING}
        self._unit.connection.execute(update(papers).where(papers.c.id == paper.id).values(values))
        return paper

    def _page(self, question: Select[Any], page: int) -> Page[Paper]:
        return first_page(map(_paper, self._unit.connection.execute(window(question, page))))

    def _one(self, question: Select[Any], paper: PaperId) -> Paper:
        row = self._unit.connection.execute(question, {"paper": paper}).first()
        if row is None:
            raise NotPossible(Finding("paper-unknown"))
        return _paper(row)


CHANGING = (
    *("state", "desk", "version", "step", "filed_by", "filed_at"),
    *("waiting_since", "claimed_by", "claimed_at"),
)


def _subject(paper: Paper) -> str:
    return f"paper:{paper.id}"


def _paper(row: Row[Any]) -> Paper:
    return Paper(
        id=row.id,
        kind=PaperKind(row.kind),
        programme=row.programme and Programme(row.programme),
        institution=row.institution_code,
        subject=row.subject,
        state=PaperState(row.state),
        desk=Desk(row.desk),
        chain=tuple(map(Desk, row.chain)),
        version=row.version,
        step=row.step,
        filed_by=row.filed_by,
        first_filed_at=row.first_filed_at,
        filed_at=row.filed_at,
        waiting_since=row.waiting_since,
        claimed_by=row.claimed_by,
        claimed_at=row.claimed_at,
    )
