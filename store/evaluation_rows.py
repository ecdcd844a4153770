"""The rows of evaluation reports: each version as it was filed, and what the other examiners said of it (R7.2)."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NewType

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    Row,
    Select,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    insert,
    select,
    update,
)

from rules.evaluations import OpinionKind, PaperFacts, Remark, ReportContent, Said
from rules.exam_papers import ExamPart
from rules.grading import Result
from rules.results import Figures
from store.batch_rows import BatchId, ItemId, batch_items
from store.people import PersonId, people
from store.schema import Moment, Sealed, Serial, metadata

if TYPE_CHECKING:
    from store.unit import UnitOfWork

ReportId = NewType("ReportId", int)
OpinionId = NewType("OpinionId", int)

evaluation_reports = Table(
    "evaluation_reports",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("item_id", ForeignKey(batch_items.c.id), nullable=False),
    Column("version", Integer, nullable=False),
    Column("content", Sealed, nullable=False),
    Column("filed_by", ForeignKey(people.c.id), nullable=False),
    Column("filed_at", Moment, nullable=False),
    UniqueConstraint("item_id", "version"),
    sqlite_autoincrement=True,
)

report_opinions = Table(
    "report_opinions",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("report_id", ForeignKey(evaluation_reports.c.id), nullable=False),
    Column("person_id", ForeignKey(people.c.id), nullable=False, index=True),
    Column("kind", String(10), nullable=False),
    Column("text", Sealed),
    Column("given_at", Moment, nullable=False),
    Column("overruled_by", ForeignKey(people.c.id)),
    Column("overruled_at", Moment),
    Column("overruling", Sealed),
    UniqueConstraint("report_id", "person_id"),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One version of the report of an item; the highest one counts."""

    id: ReportId
    batch: BatchId
    item: ItemId
    version: int
    content: ReportContent
    filed_by: PersonId
    filed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one examiner said of one version, and what the management station said of an objection."""

    id: OpinionId
    report: ReportId
    person: PersonId
    name: str = field(repr=False)
    kind: OpinionKind
    text: str = field(repr=False)
    given_at: datetime
    overruled_at: datetime | None
    overruling: str = field(repr=False)
    """Why the objection does not stand."""

    @property
    def said(self) -> Said:
        return Said(self.kind, overruled=self.overruled_at is not None)


_REPORTS: Select[Any] = select(evaluation_reports, batch_items.c.batch_id).join(batch_items)
REPORT = _REPORTS.where(evaluation_reports.c.id == bindparam("report"))
OF_BATCH = _REPORTS.where(batch_items.c.batch_id == bindparam("batch")).order_by(
    evaluation_reports.c.item_id, evaluation_reports.c.version
)
_OPINIONS: Select[Any] = select(report_opinions)
OPINION = _OPINIONS.where(report_opinions.c.id == bindparam("opinion"))
OF_REPORT = _OPINIONS.where(report_opinions.c.report_id == bindparam("report")).order_by(
    report_opinions.c.id
)


class EvaluationRows:
    """Knows nothing of rules and rights."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def find(self, report: ReportId) -> Report | None:
        row = self._unit.connection.execute(REPORT, {"report": report}).first()
        return self._report(row) if row else None

    def of_batch(self, batch: BatchId) -> tuple[Report, ...]:
        """Every version, item by item, the latest last."""
        rows = self._unit.connection.execute(OF_BATCH, {"batch": batch})
        return tuple(map(self._report, rows))

    def find_opinion(self, opinion: OpinionId) -> Opinion | None:
        row = self._unit.connection.execute(OPINION, {"opinion": opinion}).first()
        return self._opinion(row) if row else None

    def opinions(self, report: ReportId) -> tuple[Opinion, ...]:
        rows = self._unit.connection.execute(OF_REPORT, {"report": report})
        return tuple(map(self._opinion, rows))

    def add(self, item: ItemId, version: int, content: ReportContent) -> ReportId:
        """The next version, by the caller."""
        sealed = self._unit.seal(written(content), _report_context(item, version))
        values = {
            "item_id": item,
            "version": version,
            "content": sealed,
            "filed_by": self._unit.caller.person,
            "filed_at": self._unit.now,
        }
        adding = insert(evaluation_reports).returning(evaluation_reports.c.id)
        return ReportId(self._unit.connection.execute(adding, values).scalar_one())

    def add_opinion(self, report: ReportId, kind: OpinionKind, text: str) -> OpinionId:
        """The caller's."""
        person = self._unit.caller.person
        context = f"report_opinions.text:{report}:{person}"
        values = {
            "report_id": report,
            "person_id": person,
            "kind": kind,
            "text": self._unit.seal(text, context) if text else None,
            "given_at": self._unit.now,
        }
        adding = insert(report_opinions).returning(report_opinions.c.id)
        return OpinionId(self._unit.connection.execute(adding, values).scalar_one())

    def overrule(self, opinion: OpinionId, reason: str) -> None:
        """By the caller."""
        values = {
            "overruled_by": self._unit.caller.person,
            "overruled_at": self._unit.now,
            "overruling": self._unit.seal(reason, f"report_opinions.overruling:{opinion}"),
        }
        changing = update(report_opinions).where(report_opinions.c.id == opinion)
        self._unit.connection.execute(changing.values(values))

    def _report(self, row: Row[Any]) -> Report:
        context = _report_context(row.item_id, row.version)
        return Report(
            id=row.id,
            batch=row.batch_id,
            item=row.item_id,
            version=row.version,
            content=read(self._unit.unseal(row.content, context)),
            filed_by=row.filed_by,
            filed_at=row.filed_at,
        )

    def _opinion(self, row: Row[Any]) -> Opinion:
        unseal = self._unit.unseal
        context = f"report_opinions.text:{row.report_id}:{row.person_id}"
        overruling = f"report_opinions.overruling:{row.id}"
        return Opinion(
            id=row.id,
            report=row.report_id,
            person=row.person_id,
            name=self._unit.people.get(row.person_id).name or "",
            kind=OpinionKind(row.kind),
            text=unseal(row.text, context) if row.text else "",
            given_at=row.given_at,
            overruled_at=row.overruled_at,
            overruling=unseal(row.overruling, overruling) if row.overruling else "",
        )


def _report_context(item: ItemId, version: int) -> str:
    return f"evaluation_reports.content:{item}:{version}"


def written(content: ReportContent) -> str:
    """A version as JSON."""
    return json.dumps(asdict(content), ensure_ascii=False, default=datetime.isoformat)


def read(text: str) -> ReportContent:
    kept: dict[str, Any] = json.loads(text)
    return ReportContent(
        leader=kept["leader"],
        examiners=tuple(kept["examiners"]),
        figures=_figures(kept["figures"]),
        papers=tuple(map(_paper, kept["papers"])),
        remarks={Remark(name): said for name, said in kept["remarks"].items()},
        advice=kept["advice"],
        changed=kept["changed"],
    )


def _figures(kept: Mapping[str, Any]) -> Figures:
    results = {Result(name): count for name, count in kept["results"].items()}
    return Figures(kept["expected"], kept["present"], results)


def _paper(kept: Mapping[str, Any]) -> PaperFacts:
    signed = tuple((name, datetime.fromisoformat(at)) for name, at in kept["signed"])
    return PaperFacts(part=ExamPart(kept["part"]), digest=kept["digest"], signed=signed)
