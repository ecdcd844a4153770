"""核发证书: batches whose numbers the centre has released, issued beside the turns with their progress (R7.6)."""

from collections import Counter
from collections.abc import Iterable, Iterator

from conversations.engine.form import Done
from conversations.engine.messages import Paper, Sentence, Words, sentences
from conversations.menu import Command
from conversations.paging import further, page_meant
from conversations.talk import Talk
from rules.catalogue import level_name
from rules.findings import NotPossible
from rules.roles import Action, who_may
from store import outcomes, rights
from store.batches import Batch
from store.certificates import Certificate
from store.chores import ChoreKind
from store.issuing import Issue
from store.pages import page_of
from store.unit import UnitOfWork

ASKED, SURE = "issue", "confirm"


def certificates(talk: Talk, argument: str) -> Done:
    """What waits, `page:2` of it; `2026-0417` one batch; `2026-0417 issue`, then `confirm`."""
    number, _, wish = argument.partition(" ")
    if "-" not in number:
        return listed(talk.work, page_meant(argument))
    try:
        batch = talk.work.batches.seen(number)
        match wish:
            case "issue":
                return asked(talk, batch)
            case "confirm":
                return begun(talk, batch)
            case _:
                return shown(talk, batch)
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/issuer_code", "/certificates", "/menu"))


def listed(work: UnitOfWork, page: int) -> Done:
    found = page_of(work.issuing.waiting(), page)
    if not found.things:
        return Done((Sentence("certificates-none"),), next=("/todo", "/menu"))
    batches = [work.batches.get(one.batch) for one in found.things]
    lines = (
        Sentence("certificates-line", {"n": n, **told(work, batch, issue)})
        for n, (batch, issue) in enumerate(zip(batches, found.things, strict=True), start=1)
    )
    steps = [f"/certificates {one.number}" for one in batches]
    steps += further("/certificates", page, found)
    return Done((Sentence("certificates-listed"), *lines), next=(*steps, "/menu"))


def told(work: UnitOfWork, batch: Batch, issue: Issue) -> dict[str, object]:
    return {
        "number": batch.number,
        "station": batch.station_name,
        "people": issue.people,
        "issued": work.issuing.count(batch.id),
        "released_on": issue.released_at.date(),
        "issued_on": issue.issued_on or "none",
    }


def shown(talk: Talk, batch: Batch) -> Done:
    """How many of what, and how far it is; once all are issued from which number to which."""
    work = talk.work
    check(work, batch)
    issue = work.issuing.get(batch.id)
    says = (Sentence("certificates-shown", told(work, batch, issue)), *counted(work, batch))
    if issue.finished_at is None:
        step = ASKED if issue.issued_on is None else SURE
        return Done(says, next=(f"/certificates {batch.number} {step}", "/certificates"))
    series = ranges(one.certificate for one in work.issuing.of(batch.id))
    told_series = tuple(in_words(ends, talk.words) for ends in series)
    done = Sentence("certificates-done", {"numbers": told_series})
    name = talk.words.say("export-qualified_roster", number=batch.number)
    sheets = talk.words.say("certificate-sheets", number=batch.number)
    papers = (
        Paper("qualified_roster", batch.id, name),
        Paper("certificate_sheets", batch.id, sheets),
    )
    return Done((*says, done), papers, next=("/certificates", "/menu"))


def ranges(issued: Iterable[Certificate]) -> list[tuple[str, str]]:
    """From which number to which, of each level: it has a series of its own (R8.3)."""
    numbers: dict[str, list[str]] = {}
    for one in issued:
        numbers.setdefault(one.level_text, []).append(one.number)
    return [(min(series), max(series)) for series in numbers.values()]


def in_words(ends: tuple[str, str], say: Words) -> str:
    first, last = ends
    return say.say("certificates-range", first=first, last="none" if last == first else last)


def check(work: UnitOfWork, batch: Batch) -> None:
    action, station = Action.ISSUE_CERTIFICATES, batch.station_code
    rights.check(work, action, institution=station, programme=batch.programme)


def counted(work: UnitOfWork, batch: Batch) -> Iterator[Sentence]:
    qualified = Counter(one.item for one in outcomes.qualified(work, batch.id))
    for item in work.batches.items(batch.id):
        if count := qualified[item.id]:
            args = {
                "trade": item.unit.name,
                "level": level_name(item.level, item.unit),
                "count": count,
            }
            yield Sentence("certificates-item", args)


def asked(talk: Talk, batch: Batch) -> Done:
    """The last look: numbers that are given out stay given out."""
    work = talk.work
    check(work, batch)
    issue = work.issuing.get(batch.id)
    if issue.issued_on is not None:
        return shown(talk, batch)
    args = {**told(work, batch, issue), "today": work.today}
    sure = (f"/certificates {batch.number} {SURE}", f"/certificates {batch.number}")
    return Done((Sentence("certificates-sure", args), *counted(work, batch)), next=sure)


def begun(talk: Talk, batch: Batch) -> Done:
    """Begun, or gone on with where it was interrupted; what is issued is never issued again."""
    work = talk.work
    with work.savepoint():
        work.issuing.begin(batch.id)
        if work.issuing.is_finished(batch.id):
            return shown(talk, batch)
        work.chores.ask(ChoreKind.CERTIFICATES, batch.id)
    args = {"number": batch.number, "people": work.issuing.get(batch.id).people}
    return Done((Sentence("certificates-begun", args),), next=("/certificates", "/menu"))


CERTIFICATES = Command("certificates", who_may(Action.ISSUE_CERTIFICATES), certificates)
