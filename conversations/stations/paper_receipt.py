"""试卷签收: a sealed paper is handed out to whoever signs for it, from ten days before the exam (R4.7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from conversations import exam_wording as wording
from conversations.engine.boxes import Choice, Pick, YesNo, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Paper, Sentence
from rules.findings import Finding, NotPossible, Refused
from rules.roles import Action, who_may
from store.batches import Batch
from store.exam_papers import ExamPaper
from store.office_documents import PDF
from store.paper_receipts import Receipt
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """The papers of the batch, and why they cannot be signed for now."""

    papers: tuple[ExamPaper, ...]
    against: tuple[Finding, ...]


class SigningBatch(Pick):
    """Refuses a batch whose papers are not open, with the day from which they are."""

    def fits(self, value: str, sheet: Sheet) -> None:
        super().fits(value, sheet)
        facts: ReceiptFacts | None = sheet.lookup.facts(PaperReceipt.title, {self.name: value})
        for finding in facts.against if facts else ():
            raise Refused(finding.key, finding.rule, **finding.args)


def papers_sealed(form: Sheet) -> Iterator[Choosable]:
    facts: ReceiptFacts | None = form.facts
    for paper in facts.papers if facts else ():
        args = wording.called_told(paper.place)
        yield Choosable(str(paper.id), key="exam-paper-called", args=args)


class PaperReceipt(Form):
    """The signature says who, when and what; without it there is no paper."""

    roles = who_may(Action.KEEP_EXAM_PAPERS)
    reviewed = False
    facts_from = ("batch",)

    batch = settled(SigningBatch("batches_to_sign_for"))
    paper_signed = settled(Choice(papers_sealed))
    signed = YesNo()

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`2026-0417`; NotPossible outside the window, with the day it opens."""
        if not argument:
            if not work.reschedules.movable():
                raise NotPossible(Finding("receipt-no-exam", "R4.7"))
            return {}
        if against := work.paper_receipts.against(work.batches.seen(argument)):
            raise NotPossible(against)
        return {"batch": argument}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ReceiptFacts | None:
        batch = work.batches.find_by_number(answers["batch"]) if "batch" in answers else None
        if batch is None:
            return None
        return ReceiptFacts(work.exam_papers.of(batch.id), work.paper_receipts.against(batch))

    def submit(self, work: UnitOfWork) -> Done:
        batch = work.batches.seen(self.batch)
        again = f"/paper_receipt {batch.number}"
        if not self.signed:
            return Done((Sentence("nothing-changed"),), next=(again, "/menu"))
        paper = next(one for one in self.facts.papers if str(one.id) == self.paper_signed)
        receipt = work.paper_receipts.sign(paper.id)
        steps = (again, f"/paper_receipts {batch.number}", "/menu")
        return Done(
            (signed_for(work, batch, paper, receipt), digest(receipt)),
            (printed(work, paper, receipt),),
            next=steps,
        )


def signed_for(work: UnitOfWork, batch: Batch, paper: ExamPaper, receipt: Receipt) -> Sentence:
    called = wording.called(paper.place, wording.spoken(work))
    args = {"number": batch.number, "called": called, "at": receipt.signed_at}
    return Sentence("paper-signed-for", args)


def digest(receipt: Receipt) -> Sentence:
    return Sentence("paper-digest", {"digest": receipt.digest})


def printed(work: UnitOfWork, paper: ExamPaper, receipt: Receipt) -> Paper:
    """The paper for this signature, and for no other."""
    say = wording.spoken(work)
    file = wording.file_shown(paper.media_type, paper.size, say)
    label = say.say("receipt-paper", called=wording.called(paper.place, say), file=file)
    if paper.media_type == PDF:
        return Paper("paper_pdf", receipt.id, label)
    return Paper("paper_word", receipt.id, label)
