"""批次归档: everything of a batch in one zip with its digests, made beside the turns; until when it is kept (R7.7)."""

from conversations import exam_wording as wording
from conversations.engine.form import Done
from conversations.engine.messages import Sentence, sentences
from conversations.menu import Command
from conversations.paging import further, is_page, page_meant
from conversations.talk import Talk
from rules.archives import kept_until
from rules.findings import NotPossible
from rules.roles import Action, who_may
from store.batches import Batch
from store.chores import ChoreKind
from store.unit import UnitOfWork

LATEST = 3


def archive(talk: Talk, argument: str) -> Done:
    """Batches, `page:2`; `2026-0417` what was made of that one; `2026-0417 make` asks for another zip."""
    if is_page(argument):
        return listed(talk.work, page_meant(argument))
    number, _, wish = argument.partition(" ")
    try:
        batch = talk.work.batches.seen(number)
        talk.work.archives.check(batch)
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/archive", "/menu"))
    return asked(talk.work, batch) if wish == "make" else shown(talk.work, batch)


def listed(work: UnitOfWork, page: int) -> Done:
    found = work.archives.batches(page)
    if not found.things:
        return Done((Sentence("archive-none"),), next=("/menu",))
    lines = (
        Sentence(
            "archive-line",
            {"n": n, "number": b.number, "station": b.station_name, "exam_on": b.exam_on},
        )
        for n, b in enumerate(found.things, start=1)
    )
    steps = [f"/archive {batch.number}" for batch in found.things]
    steps += further("/archive", page, found)
    return Done((Sentence("archive-listed"), *lines), next=(*steps, "/menu"))


def shown(work: UnitOfWork, batch: Batch) -> Done:
    """Until when everything is kept (⚙), and the latest zips with the beginning of their digests."""
    policy = work.policy.current(work.today)
    kept = {
        "number": batch.number,
        "station": batch.station_name,
        "paper": kept_until(batch.exam_on, policy.paper_retention_years),
        "electronic": kept_until(batch.exam_on, policy.electronic_retention_years),
        "answers": work.exam_material.answers_kept_at(batch.id) or "none",
    }
    lines = (
        Sentence(
            "archive-made",
            {
                "at": one.made_at,
                "documents": one.documents,
                "digest": wording.grouped(one.digest),
            },
        )
        for one in work.archives.of(batch.id)[:LATEST]
    )
    steps = (f"/archive {batch.number} make", "/archive", "/menu")
    return Done((Sentence("archive-kept", kept), *lines), next=steps)


def asked(work: UnitOfWork, batch: Batch) -> Done:
    """Tapped twice it is made once."""
    work.chores.ask(ChoreKind.ARCHIVE, batch.id)
    said = Sentence("archive-asked", {"number": batch.number})
    return Done((said,), next=(f"/archive {batch.number}", "/menu"))


ARCHIVE = Command("archive", who_may(Action.OPEN_ARCHIVE), archive)
