"""Decisions on papers: who did what at which desk, when and why; added, never changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, ForeignKey, Integer, String, Table, insert, select

from rules.approvals import WHOLE_PAPER, DecisionKind, Desk
from rules.roles import Role
from store.database import dumps
from store.people import PersonId, people
from store.schema import Moment, Sealed, metadata

if TYPE_CHECKING:
    from store.papers import PaperId
    from store.unit import UnitOfWork

paper_decisions = Table(
    "paper_decisions",
    metadata,
    Column("paper_id", ForeignKey("papers.id"), primary_key=True),
    Column("step", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("desk", String(30)),
    Column("person_id", ForeignKey(people.c.id)),
    Column("role", String(30)),
    Column("institution_code", String(30)),
    Column("at", Moment, nullable=False),
    Column("reasons", Sealed, nullable=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One step of a paper. `desk` is None for what the applicant did, `person` for the office itself."""

    step: int
    version: int
    kind: DecisionKind
    desk: Desk | None
    person: PersonId | None
    role: Role | None
    institution: str | None
    at: datetime
    reasons: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Why, by box; under "" what is said about the paper as a whole, such as the opinion to be printed."""

    @property
    def opinion(self) -> str:
        return self.reasons.get(WHOLE_PAPER, "")


class Decisions:
    """The history of papers."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def add(self, paper: "PaperId", decision: Decision) -> None:
        values = {
            "paper_id": paper,
            "step": decision.step,
            "version": decision.version,
            "kind": decision.kind,
            "desk": decision.desk,
            "person_id": decision.person,
            "role": decision.role,
            "institution_code": decision.institution,
            "at": decision.at,
            "reasons": self._unit.seal(
                dumps(dict(decision.reasons)), f"paper_decisions.reasons:{paper}.{decision.step}"
            ),
        }
        self._unit.connection.execute(insert(paper_decisions), values)

    def of(self, paper: "PaperId") -> tuple[Decision, ...]:
        """From the filing on."""
        question = select(paper_decisions).where(paper_decisions.c.paper_id == paper)
        rows = self._unit.connection.execute(question.order_by(paper_decisions.c.step))
        return tuple(map(self._decision, rows))

    def _decision(self, row: Any) -> Decision:
        context = f"paper_decisions.reasons:{row.paper_id}.{row.step}"
        return Decision(
            step=row.step,
            version=row.version,
            kind=DecisionKind(row.kind),
            desk=row.desk and Desk(row.desk),
            person=row.person_id,
            role=row.role and Role(row.role),
            institution=row.institution_code,
            at=row.at,
            reasons=json.loads(self._unit.unseal(row.reasons, context)),
        )
