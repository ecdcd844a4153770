"""报名审核: what waits for the station, longest first, and one registration whole beside its documents (R5.6)."""

from collections.abc import Iterator, Sequence

from conversations.candidates.kept import reread
from conversations.engine.form import Done
from conversations.engine.messages import Sentence, sentences
from conversations.menu import Command
from conversations.paging import further, page_meant
from conversations.stations import registration_view as view
from conversations.talk import Talk
from rules.findings import NotPossible
from rules.registration import RegistrationState
from rules.registration_reviews import DECIDED, STANDING, ReviewKind, choices
from rules.roles import Action, who_may
from store.batches import Batch
from store.registrations import Registration, RegistrationId
from store.unit import UnitOfWork

ROLES = who_may(Action.REVIEW_REGISTRATION)
WORTH_A_LOT = 2
"""So many plain ones are worth approving together."""


def registration_review(talk: Talk, argument: str) -> Done:
    """The queue, `page:2`, or of one batch, `2026-0417`.

    `26-0417-0032` takes one and shows it, `26-0417-0032 openly` in full, `… release` puts it back.
    """
    number, _, wish = argument.partition(" ")
    try:
        if one := talk.work.registrations.find_by_number(number):
            return one_of(talk, one.id, wish)
        batch = talk.work.batches.seen(number) if "-" in number else None
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/registration_review",))
    page = page_meant(wish if batch else number)
    return queue(talk.work, page, batch)


# --- the queue ---


def queue(work: UnitOfWork, page: int, batch: Batch | None) -> Done:
    found = work.reviews.waiting(page, batch.id if batch else None)
    batches = batches_of(work, found.things, batch)
    says = [count_line(work, one) for one in batches]
    if not found.things:
        nothing = Sentence("reviews-none")
        return Done((nothing, *says), next=("/batches", "/menu"))
    says += [Sentence("reviews-listed"), *queue_lines(work, found.things)]
    steps = [f"/registration_review {one.number}" for one in found.things]
    steps += [f"/approve_registrations {one.number}" for one in plain_in(batches, found.things)]
    here = f"/registration_review {batch.number}" if batch else "/registration_review"
    return Done(tuple(says), next=(*steps, *further(here, page, found)))


def batches_of(
    work: UnitOfWork, waiting: Sequence[Registration], batch: Batch | None
) -> list[Batch]:
    """Those on the page, each once, or the one that was asked about."""
    ids = dict.fromkeys(one.batch_id for one in waiting)
    return [batch] if batch else [work.batches.get(one) for one in ids]


def count_line(work: UnitOfWork, batch: Batch) -> Sentence:
    """'批次 2026-0417：待审核 5，待盖章表 3，已退回 2，已通过 76'."""
    counts = work.registrations.counts(batch.id)
    named = {str(state): counts[state] for state in RegistrationState}
    return Sentence("reviews-counted", {"batch": batch.number, **named})


def queue_lines(work: UnitOfWork, waiting: Sequence[Registration]) -> Iterator[Sentence]:
    for n, one in enumerate(waiting, start=1):
        said = {"n": n, "days": days_waited(work, one), "claim": claim(work, one)}
        yield Sentence("reviews-line", {**view.told(work, one), **said})


def days_waited(work: UnitOfWork, one: Registration) -> str:
    """How many days it has waited; `today` and `yesterday` have words of their own."""
    assert one.waiting_since
    days = (work.today - one.waiting_since.date()).days
    return ("today", "yesterday")[days] if days < 2 else str(days)


def claim(work: UnitOfWork, one: Registration) -> str:
    if not work.reviews.is_claimed(one):
        return "none"
    return "mine" if one.claimed_by == work.caller.person else "other"


def plain_in(batches: Sequence[Batch], waiting: Sequence[Registration]) -> list[Batch]:
    """The batches several of which look plain; who else shares a photo is found when they are listed."""
    plain = [one.batch_id for one in waiting if set(one.to_confirm) <= STANDING]
    return [batch for batch in batches if plain.count(batch.id) >= WORTH_A_LOT]


# --- one registration ---


def one_of(talk: Talk, registration: RegistrationId, wish: str) -> Done:
    work = talk.work
    one = work.reviews.see(registration)
    if wish == "release":
        work.reviews.release(registration)
        return Done(
            (Sentence("review-released", {"number": one.number}),), next=("/registration_review",)
        )
    if one.state not in DECIDED:
        try:
            one = work.reviews.claim(registration)
        except NotPossible as refused:
            return only_told(talk, one, refused)
    return openly(talk, one) if wish == "openly" else shown(talk, one)


def shown(talk: Talk, one: Registration) -> Done:
    """The whole application with its documents, and the decisions there are."""
    work, words, form = talk.work, talk.words, reread(talk.work, one)
    says = (
        view.head(work, one),
        *view.lines(form, words),
        *view.explained(work, form, one),
        *view.alike(work, one),
        *view.sent_again(work, one, words),
        *view.history(work, one, words),
    )
    steps = (*decisions(one), f"/registration_review {one.number} openly", *put_back(one))
    pictures = view.documents(work, one, words)
    return Done(says, pictures=pictures, next=(*steps, "/registration_review"))


def decisions(one: Registration) -> Iterator[str]:
    for kind in choices(one.state):
        if kind is ReviewKind.REOPEN:
            yield f"/reopen_registration {one.id}.{one.step}"
        else:
            yield f"/registration_decision {one.id}.{one.step} {kind}"


def put_back(one: Registration) -> tuple[str, ...]:
    return () if one.state in DECIDED else (f"/registration_review {one.number} release",)


def openly(talk: Talk, one: Registration) -> Done:
    """The private lines in full, in this reply only; that somebody looked is noted."""
    talk.work.audit.note("registration-private-shown", f"registration:{one.id}")
    head = view.head(talk.work, one)
    once = tuple(view.lines(reread(talk.work, one), talk.words, openly=True))
    return Done(
        (head, Sentence("paper-private-shown")),
        once=(head, *once),
        next=(f"/registration_review {one.number}",),
    )


def only_told(talk: Talk, one: Registration, refused: NotPossible) -> Done:
    """Why it cannot be reviewed now, and what happened to it."""
    why = sentences(refused.findings)
    happened = tuple(view.history(talk.work, one, talk.words))
    return Done((*why, view.head(talk.work, one), *happened), next=("/registration_review",))


REGISTRATION_REVIEW = Command("registration_review", ROLES, registration_review)
