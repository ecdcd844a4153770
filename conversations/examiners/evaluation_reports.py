"""考评报告一览: how the report of each item stands, and one version in full with what was said of it (R7.2)."""

from collections.abc import Iterator
from dataclasses import replace

from conversations import evaluation_wording as wording
from conversations.engine.form import Done
from conversations.engine.messages import Paper, Sentence, sentences
from conversations.menu import Command
from conversations.paging import further, is_page, page_meant
from conversations.talk import Talk
from rules.evaluations import ReportState
from rules.findings import NotPossible
from rules.roles import Action, who_may
from store.evaluations import ItemReport, Report, ReportId
from store.pages import page_of

ROLES = who_may(Action.FILE_EVALUATION) | who_may(Action.SEE_BATCHES)


def evaluation_reports(talk: Talk, argument: str) -> Done:
    """The caller's own, `2026-0417` those of a batch, `r12` one version."""
    try:
        if argument.startswith("r") and argument[1:].isdecimal():
            return shown(talk, talk.work.evaluations.get(ReportId(int(argument[1:]))))
        if not is_page(argument):
            items = of_batch(talk, argument)
            return replace(listed(talk, items, 0), papers=together(talk, items))
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/menu",))
    return listed(talk, talk.work.evaluations.own(), page_meant(argument))


def of_batch(talk: Talk, number: str) -> tuple[ItemReport, ...]:
    """What the caller served on, else all of it for who may see the batch."""
    mine = tuple(one for one in talk.work.evaluations.own() if one.batch.number == number)
    return mine or talk.work.evaluations.of(talk.work.batches.seen(number).id)


def together(talk: Talk, items: tuple[ItemReport, ...]) -> tuple[Paper, ...]:
    """All reports of a batch in one document, that on the supervision among them, for station and officers."""
    served = any(talk.work.caller.person in one.team for one in items)
    batch = next((one.batch for one in items if one.report), None)
    if served or batch is None:
        return ()
    supervised = talk.work.supervision_reports.counting_readable(batch.id) is not None
    args = {"number": batch.number, "supervised": "yes" if supervised else "no"}
    return (Paper("reports", batch.id, talk.words.say("reports-file", **args)),)


def listed(talk: Talk, items: tuple[ItemReport, ...], page: int) -> Done:
    found = page_of(items, page)
    if not found.things:
        return Done((Sentence("reports-none"),), next=("/menu",))
    lines = (Sentence("report-line", {"n": n, **told(h)}) for n, h in enumerate(found.things, 1))
    steps = [step for here in found.things for step in due(talk, here)]
    steps += [f"/evaluation_reports r{h.report.id}" for h in found.things if h.report]
    steps += further("/evaluation_reports", page, found)
    return Done((Sentence("reports-listed"), *lines), next=(*steps, "/menu"))


def told(here: ItemReport) -> dict[str, object]:
    return {
        **wording.item_told(here),
        "state": here.state.value,
        "version": here.version,
        "count": len(here.facts.awaited),
    }


def due(talk: Talk, here: ItemReport) -> Iterator[str]:
    """What the caller has to do about it."""
    person = talk.work.caller.person
    if here.team.leader.person == person and here.state in {
        ReportState.DUE,
        ReportState.OUTDATED,
        ReportState.OBJECTED,
    }:
        yield f"/evaluation_report {here.item.id}"
    if here.report and person in here.facts.awaited:
        yield f"/report_opinion {here.report.id}"
    mine = {one.id for one, _ in talk.work.evaluations.objections()}
    yield from (f"/report_overruling {one.id}" for one in here.opinions if one.id in mine)


def shown(talk: Talk, report: Report) -> Done:
    """A version in full, as a document too, and the way to those before."""
    work = talk.work
    here = work.evaluations.item(report.item)
    work.evaluations.check_sight(here)
    says = tuple(wording.said(work, here, report, talk.words))
    steps = [*due(talk, here), *revising(talk, here, report)]
    others = (one for one in work.evaluations.versions(here) if one.id != report.id)
    steps += [f"/evaluation_reports r{one.id}" for one in others]
    label = talk.words.say("report-file", version=report.version)
    papers = (Paper("evaluation_report_pdf", report.id, label),)
    return Done(says, papers, next=(*dict.fromkeys(steps), "/evaluation_reports", "/menu"))


def revising(talk: Talk, here: ItemReport, report: Report) -> Iterator[str]:
    """The leader may also better what nobody objected to."""
    is_latest = here.report is not None and here.report.id == report.id
    leads = here.team.leader.person == talk.work.caller.person
    if is_latest and leads and not talk.work.evaluations.against(here, here.version):
        yield f"/evaluation_report {here.item.id}"


EVALUATION_REPORTS = Command("evaluation_reports", ROLES, evaluation_reports)
