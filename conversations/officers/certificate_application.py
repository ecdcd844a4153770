"""证书核发申请: the management station asks the centre for the certificates of batches that are ready (R7.6)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from conversations.engine.boxes import Known, Several, Text, optional
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Sentence, Words, sentences
from conversations.filing import file_paper, receipt
from rules.approvals import PaperKind
from rules.catalogue import Level, Programme, Unit, level_name
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from store import outcomes
from store.batches import Batch, BatchId
from store.certificate_applications import CertificateApplication as Filed
from store.certificate_applications import CertificateApplicationId
from store.pages import PAGE_SIZE
from store.papers import Paper, PaperId
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Wanted:
    """A batch certificates can be applied for, with how many of what."""

    batch: Batch
    certificates: tuple[tuple[Unit, Level, int], ...]
    paper: PaperId | None = None
    """The application it stands on, where that came back."""


@dataclass(frozen=True, slots=True)
class ReadyFacts:
    """Everything the officer may choose from."""

    wanted: tuple[Wanted, ...]


def to_choose(form: Sheet) -> tuple[Wanted, ...]:
    """What stands on another application is none of this one's."""
    facts: ReadyFacts = form.facts
    return tuple(one for one in facts.wanted if one.paper in {None, form.paper_id})


def listed(form: Sheet) -> Iterable[Choosable]:
    for one in to_choose(form):
        args = {
            "number": one.batch.number,
            "station": one.batch.station_name,
            "programme": one.batch.programme,
            "count": sum(count for _, _, count in one.certificates),
        }
        yield Choosable(str(one.batch.id), key="certificates-batch-option", args=args)


def chosen(form: Sheet) -> tuple[Wanted, ...]:
    return tuple(one for one in to_choose(form) if str(one.batch.id) in (form.batches or ()))


def shown(wanted: Sequence[Wanted], say: Words) -> str:
    return "\n".join(
        say.say(
            "certificates-wanted",
            number=one.batch.number,
            trade=unit.name,
            level=level_name(level, unit),
            count=count,
        )
        for one in wanted
        for unit, level, count in one.certificates
    )


class CertificateApplication(Form):
    """▶ Several batches go on one application; the two programmes never on the same (R1.2)."""

    roles = who_may(Action.APPLY_FOR_CERTIFICATES)
    paper = PaperKind.CERTIFICATE_APPLICATION

    batches = Several(listed)
    certificates = Known(chosen, shown)
    note = optional(Text(longest=300))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`2026-0417`; NotPossible with what that batch, or each that waits, still lacks."""
        if argument:
            batch = work.batches.seen(argument)
            if against := work.certificate_applications.against(batch):
                raise NotPossible(against)
            return {"batches": [str(batch.id)]}
        if not work.certificate_applications.ready():
            raise NotPossible(tuple(islice(lacking(work), PAGE_SIZE)) or NONE_READY)
        return {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ReadyFacts:
        """What is ready, and what stands on applications that came back."""
        applications = work.certificate_applications
        ready = [wanted(work, one) for one in applications.ready()]
        back = [wanted(work, one, paper) for paper, one in applications.returned()]
        return ReadyFacts((*ready, *back))

    @classmethod
    def briefing(cls, work: UnitOfWork, paper: Paper) -> tuple[Sentence, ...]:
        """What stands against it now, for the centre that decides (R7.6)."""
        filed = work.certificate_applications.get(CertificateApplicationId(paper.subject))
        found = [work.batches.get(one) for one in filed.batches]
        against = [
            finding
            for one in found
            for finding in work.certificate_applications.against(one, filed.id)
        ]
        count = sum(len(outcomes.qualified(work, one)) for one in filed.batches)
        args = {"batches": len(found), "count": count, "against": len(against)}
        says = Sentence("certificates-briefing", args)
        return (says, *sentences(against))

    def submit(self, work: UnitOfWork) -> Done:
        filed = self.kept(work, [one.batch.id for one in chosen(self)])
        paper = file_paper(
            self,
            work,
            programme=programme_of(work, filed),
            institution=filed.institution,
            subject=filed.id,
        )
        return Done((receipt(paper),), next=(f"/my_papers {paper.id}", "/menu"))

    def kept(self, work: UnitOfWork, batches: Sequence[BatchId]) -> Filed:
        if self.paper_id:
            subject = work.papers.own(PaperId(self.paper_id)).subject
            return work.certificate_applications.correct(CertificateApplicationId(subject), batches)
        return work.certificate_applications.file(batches)


NONE_READY = (Finding("certificates-none-ready", "R7.6"),)


def lacking(work: UnitOfWork) -> Iterator[Finding]:
    """What batches with approved results wait for; one nobody passed in waits for nothing."""
    for one in work.certificate_applications.open():
        against = work.certificate_applications.against(one)
        yield from (finding for finding in against if finding.key != "certificates-nobody")


def programme_of(work: UnitOfWork, filed: Filed) -> Programme:
    return work.batches.get(filed.batches[0]).programme


def wanted(work: UnitOfWork, batch: Batch, paper: PaperId | None = None) -> Wanted:
    qualified = outcomes.qualified(work, batch.id)
    items = work.batches.items(batch.id)
    counted = ((one, sum(line.item == one.id for line in qualified)) for one in items)
    certificates = tuple((one.unit, one.level, count) for one, count in counted if count)
    return Wanted(batch, certificates, paper)
