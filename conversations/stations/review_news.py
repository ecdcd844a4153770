"""Word to a candidate about the review, with the one button that leads to the thing to do (R5.6)."""

from conversations import reasons
from conversations.candidates.box_titles import box_title
from conversations.engine.messages import Outgoing, Words
from conversations.sources.open_batches import last_day
from conversations.steps import options
from conversations.telling import tell
from rules.materials import Material
from rules.registration_reviews import ReviewKind
from store.registrations import Registration
from store.review_steps import ReviewStep
from store.unit import UnitOfWork


def tell_candidate(work: UnitOfWork, one: Registration, step: ReviewStep) -> None:
    """What was decided and why, what to do and until when."""
    batch = work.batches.get(one.batch_id)
    last = last_day(batch)
    told = {
        "number": one.number,
        "trade": work.units.get(*one.unit_key).name,
        "exam_on": batch.exam_on,
        "month": last.month,
        "day": last.day,
    }

    def news(words: Words) -> Outgoing:
        lines = [words.say(f"review-told-{step.kind}", **told)]
        for box, why in step.reasons.items():
            reason = reasons.in_words(why, words)
            lines.append(words.say("paper-reason", box=box_title(box, words), reason=reason))
        return Outgoing("\n".join(lines), options([button(one, step)], words))

    tell(work, work.people.get(one.person_id), news)


def button(one: Registration, step: ReviewStep) -> str:
    if step.kind is not ReviewKind.RETURN:
        return f"/my_registrations {one.number}"
    documents = any(box in set(Material) for box in step.boxes)
    return f"/document {one.id}" if documents else f"/correction {one.id}"
