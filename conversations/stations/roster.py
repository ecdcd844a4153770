"""提交花名册: what a batch still lacks, everything at once, and the roster handed in (R5.7)."""

from collections.abc import Iterator

from conversations.engine.form import Done
from conversations.engine.messages import Paper, Sentence, Words, sentences
from conversations.menu import Command
from conversations.talk import Talk
from rules.deadlines import office_day
from rules.findings import Finding, NotPossible
from rules.registration import RegistrationState
from rules.roles import Action, who_may
from rules.rosters import PENDING
from rules.years import DAY
from store.batches import Batch, BatchState
from store.chores import ChoreKind
from store.pages import PAGE_SIZE
from store.rosters import Roster
from store.unit import UnitOfWork

ASKED, SURE = "submit", "confirm"


def roster(talk: Talk, argument: str) -> Done:
    """The batches without a roster; `2026-0417` what that one lacks; `2026-0417 submit`, then `confirm`."""
    number, _, wish = argument.partition(" ")
    try:
        if not number:
            return listed(talk.work)
        batch = talk.work.batches.seen(number)
        match wish:
            case "submit":
                return asked(talk, batch)
            case "confirm":
                return submitted(talk, batch)
            case _:
                return report(talk, batch)
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/roster", "/batches", "/menu"))


def listed(work: UnitOfWork) -> Done:
    found = work.rosters.to_submit()[:PAGE_SIZE]
    if not found:
        return Done((Sentence("rosters-none"),), next=("/batches", "/menu"))
    lines = (Sentence("rosters-line", {"n": n, **told(work, one)}) for n, one in numbered(found))
    steps = (f"/roster {one.number}" for one in found)
    return Done((Sentence("rosters-listed"), *lines), next=(*steps, "/menu"))


def numbered(batches: tuple[Batch, ...]) -> Iterator[tuple[int, Batch]]:
    return iter(enumerate(batches, start=1))


def told(work: UnitOfWork, batch: Batch) -> dict[str, object]:
    counts = work.registrations.counts(batch.id)
    last = office_day(batch.closes_at) - DAY
    pending = sum(counts[state] for state in PENDING)
    return {
        "number": batch.number,
        "ready": counts[RegistrationState.APPROVED],
        "pending": pending,
        "month": last.month,
        "day": last.day,
        "closed": "yes" if work.now >= batch.closes_at else "no",
    }


def report(talk: Talk, batch: Batch) -> Done:
    """How it stands, with its documents and what to do first."""
    work = talk.work
    if there := work.rosters.find(batch.id):
        return is_in(talk, batch, there)
    if batch.state is not BatchState.OPEN:
        findings = work.rosters.against(batch)
        return Done(sentences(findings), next=(f"/batches {batch.number}", "/menu"))
    against = work.rosters.against(batch)
    others = sentences(one for one in against if one.key != "roster-incomplete")
    says = (Sentence("roster-stands", told(work, batch)), *waiting(work, batch), *others)
    return Done(
        says, documents(talk, batch), next=(*steps(batch, against), f"/batches {batch.number}")
    )


def waiting(work: UnitOfWork, batch: Batch) -> Iterator[Sentence]:
    """Everybody who is not ready, by what is missing; by the last figures of their number and name."""
    everybody = work.rosters.candidates(batch.id, PENDING)
    for state in PENDING:
        here = [one for one in everybody if one.state is state]
        names = tuple(f"{one.number[-4:]} {work.people.get(one.person).name}" for one in here)
        if here:
            args = {"state": state.value, "count": len(here), "names": names}
            yield Sentence("roster-waiting", args)


def steps(batch: Batch, against: tuple[Finding, ...]) -> Iterator[str]:
    """To submit it, or to what settles it first."""
    keys = {one.key for one in against}
    if not against:
        yield f"/roster {batch.number} {ASKED}"
    if "roster-closed" in keys:
        return
    if "roster-incomplete" in keys:
        yield f"/registration_review {batch.number}"
    if "exam-paper-missing" in keys:
        yield f"/paper {batch.number}"
    yield f"/roster_import {batch.number}"


def asked(talk: Talk, batch: Batch) -> Done:
    """The last look: it cannot be taken back."""
    if talk.work.rosters.find(batch.id) or talk.work.rosters.against(batch):
        return report(talk, batch)
    sure = (f"/roster {batch.number} {SURE}", f"/roster {batch.number}")
    return Done((Sentence("roster-sure", told(talk.work, batch)),), next=sure)


def submitted(talk: Talk, batch: Batch) -> Done:
    """Handed in, and everybody concerned told beside the turns; a second click finds it in."""
    work = talk.work
    if there := work.rosters.find(batch.id):
        return is_in(talk, batch, there)
    with work.savepoint():
        there = work.rosters.submit(batch.id)
        work.chores.ask(ChoreKind.ROSTER_NEWS, batch.id)
    return is_in(talk, work.batches.get(batch.id), there)


def is_in(talk: Talk, batch: Batch, there: Roster) -> Done:
    args = {"number": batch.number, "people": there.people, "at": there.submitted_at}
    says = (Sentence("roster-is-in", args),)
    further = (f"/application_forms {batch.number}", f"/paper_receipt {batch.number}")
    return Done(says, documents(talk, batch), next=(*further, f"/batches {batch.number}", "/menu"))


def documents(talk: Talk, batch: Batch) -> tuple[Paper, ...]:
    """The list and the sheets to sign, as soon as there is somebody on them."""
    counts = talk.work.registrations.counts(batch.id)
    if not counts[RegistrationState.APPROVED]:
        return ()
    return papers(batch, talk.words)


def papers(batch: Batch, words: Words) -> tuple[Paper, ...]:
    def named(export: str) -> str:
        return words.say(f"export-{export}", number=batch.number)

    return (
        Paper("roster", batch.id, named("roster")),
        Paper("sign_in_sheet_theory", batch.id, named("sign_in_sheet_theory")),
        Paper("sign_in_sheet_practice", batch.id, named("sign_in_sheet_practice")),
    )


ROSTER = Command("roster", who_may(Action.SUBMIT_ROSTER), roster)
