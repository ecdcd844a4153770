"""Papers: applications on their way from desk to desk until they are decided (R2.3, R4.10)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, false, or_, select

from rules.approvals import (
    ACTION_AT,
    FILED_BY,
    WHOLE_PAPER,
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
from rules.roles import MAY, Action
from store import rights
from store.decisions import Decision, Decisions
from store.pages import Page
from store.paper_rows import IS_UNDER_WAY, IS_WAITING, Paper, PaperId, PaperRows, papers
from store.paper_versions import PaperVersion, PaperVersions, Shown
from store.people import PersonId
from store.unit import OFFICE

if TYPE_CHECKING:
    from store.unit import UnitOfWork

__all__ = ["Paper", "PaperId", "Papers"]


class Papers:
    """Every change is decided under the lock of the paper's row: never twice, never out of order."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit
        self._rows = PaperRows(unit)
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
        paper = self._rows.add(values)
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
        back = replace(taken, state=PaperState.WITHDRAWN, claimed_by=None, claimed_at=None)
        with self._unit.savepoint():
            done, decision = self._done(back, DecisionKind.WITHDRAW)
            self._take_effect(done, decision)
        return done

    # --- by the desks ---

    def claim(self, paper: PaperId) -> Paper:
        """Take a paper for oneself for a while (⚙), so that two officers do not work on the same."""
        waiting = self._locked_at_desk(paper)
        person = self._unit.caller.person
        return self._rows.put(replace(waiting, claimed_by=person, claimed_at=self._unit.now))

    def release(self, paper: PaperId) -> Paper:
        """Leave a paper to the others again."""
        waiting = self._locked_at_desk(paper)
        return self._rows.put(replace(waiting, claimed_by=None, claimed_at=None))

    def decide(
        self,
        paper: PaperId,
        kind: DecisionKind,
        *,
        reason: str = "",
        boxes: Mapping[str, str] | None = None,
        seen: int | None = None,
    ) -> Paper:
        """Forward, approve, return or reject a paper lying at a desk of the caller's.

        `reason` is about the paper as a whole (the opinion, where it is agreed to), `boxes` says why by
        box; to return or to reject takes one or the other. `seen` is the step the caller looked at:
        NotPossible when the paper has moved on since. The kind's effect may refuse as well.
        """
        waiting = self._locked_at_desk(paper, seen)
        if kind not in choices(waiting.chain, waiting.desk):
            raise NotPossible(Finding("paper-not-at-this-desk", "R4.10"))
        reasons = {**({WHOLE_PAPER: reason} if reason else {}), **(boxes or {})}
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
        # The effect may have moved it: an approved unit becomes a station.
        return self._rows.get(paper)

    def take_back(self, paper: PaperId, reason: str) -> Paper:
        """Return what the last desk, which has to be the caller's, has approved.

        To undo what the approval did is the caller's matter.
        """
        approved = self._visible(self._rows.lock(paper))
        if not self.may_take_back(approved):
            raise NotPossible(self._gone(approved))
        returned = replace(approved, state=PaperState.RETURNED, waiting_since=self._unit.now)
        reasons = {WHOLE_PAPER: reason}
        return self._done(returned, DecisionKind.RETURN, approved.desk, reasons)[0]

    # --- questions ---

    def may_take_back(self, paper: Paper) -> bool:
        """Whether it is approved, by a desk of the caller's."""
        return paper.state is PaperState.APPROVED and self._covers(ACTION_AT[paper.desk], paper)

    def get(self, paper: PaperId) -> Paper:
        """Whoever asks; `see` is for people."""
        return self._rows.get(paper)

    def see(self, paper: PaperId) -> Paper:
        """The paper, for its institution's staff and for the desks it has reached."""
        return self._visible(self._rows.get(paper))

    def own(self, paper: PaperId) -> Paper:
        """The paper, for the staff of the institution that filed it."""
        found = self.get(paper)
        rights.check(self._unit, Action.FILE_PAPER, institution=found.institution)
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
        return self._rows.find(papers.c.kind == kind, papers.c.subject == subject, IS_UNDER_WAY)

    def about(self, kind: PaperKind, subject: int) -> Paper | None:
        """The latest paper of that kind about the subject, decided or not."""
        of_subject = (papers.c.kind == kind, papers.c.subject == subject)
        found = self._rows.page(0, *of_subject, order=papers.c.id.desc()).things
        return found[0] if found else None

    def waiting_for_caller(self, page: int = 0) -> Page[Paper]:
        """What lies at the caller's desks, longest waiting first."""
        held = {post.role for post in rights.posts(self._unit)}
        desks = [desk for desk in Desk if held & MAY[ACTION_AT[desk]].keys()]
        lying = [
            and_(papers.c.desk == d, papers.c.institution_code.in_(self._reached(d))) for d in desks
        ]
        return self._rows.page(page, IS_WAITING, or_(false(), *lying), order=papers.c.waiting_since)

    def of_caller(self, page: int = 0, *states: PaperState) -> Page[Paper]:
        """The papers of the caller's institutions, newest first; of these states, where some are named."""
        held = rights.posts(self._unit)
        codes = {p.institution for p in held if p.role in MAY[Action.FILE_PAPER]}
        own = papers.c.institution_code.in_(codes)
        wanted = papers.c.state.in_(list(states or PaperState))
        return self._rows.page(page, own, wanted, order=papers.c.id.desc())

    def lying(self, after: int, limit: int) -> Sequence[int]:
        """All papers that wait at some desk, by their ids: for jobs."""
        question = select(papers.c.id).where(IS_WAITING, papers.c.id > after)
        return self._unit.connection.scalars(question.order_by(papers.c.id).limit(limit)).all()

    def officers_at(self, paper: Paper) -> tuple[PersonId, ...]:
        """Everybody who may decide on it where it lies."""
        return rights.holders(self._unit, ACTION_AT[paper.desk], paper.institution, paper.programme)

    def move(self, applicant: str, station: str) -> None:
        """The applicant unit became a station (R2.1): its papers go along."""
        self._rows.move(applicant, station)

    # --- what the above is made of ---

    def _check_applicant(self, kind: PaperKind, institution: str) -> None:
        """Staff of the institution whose role files such papers (R4.10); officers of none other."""
        rights.check(self._unit, Action.FILE_PAPER, institution=institution)
        if self._unit.caller is OFFICE:
            return
        held = rights.posts(self._unit)
        if not any(p.institution == institution and p.role in FILED_BY[kind] for p in held):
            raise rights.refused(self._unit, Action.FILE_PAPER, f"institution:{institution}")

    def _locked_of_applicant(self, paper: PaperId, *states: PaperState) -> Paper:
        locked = self._rows.lock(paper)
        self._check_applicant(locked.kind, locked.institution)
        if locked.state not in states:
            raise NotPossible(self._gone(locked))
        return locked

    def _locked_at_desk(self, paper: PaperId, seen: int | None = None) -> Paper:
        return self._decidable(self._visible(self._rows.lock(paper)), seen)

    def _visible(self, paper: Paper) -> Paper:
        """NotPossible tells outsiders nothing, not even that it is decided."""
        reached = paper.chain[: paper.chain.index(paper.desk) + 1]
        actions = (Action.FILE_PAPER, *(ACTION_AT[desk] for desk in reached))
        if not any(self._covers(action, paper) for action in actions):
            raise rights.refused(self._unit, Action.FILE_PAPER, _subject(paper))
        return paper

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
        return self._unit.people.get(person).masked

    def _covers(self, action: Action, paper: Paper) -> bool:
        return rights.covers(self._unit, action, paper.institution, paper.programme)

    def _reached(self, desk: Desk) -> set[str]:
        """The applicants with something at the desk whom a post of the caller's reaches."""
        return {
            code
            for code, programme in self._rows.applicants_at(desk)
            if rights.covers(self._unit, ACTION_AT[desk], code, programme)
        }

    def _done(
        self,
        paper: Paper,
        kind: DecisionKind,
        desk: Desk | None = None,
        reasons: Mapping[str, str] | None = None,
    ) -> tuple[Paper, Decision]:
        """Write the paper as it is now, and the decision that made it so."""
        done = self._rows.put(replace(paper, step=paper.step + 1))
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


def _subject(paper: Paper) -> str:
    return f"paper:{paper.id}"
