"""A registration as the station reads it: the form, what is to be compared, look-alikes, what happened so far."""

from collections.abc import Iterator

from conversations import reasons
from conversations.anyone.explaining import need_lines
from conversations.candidates.box_titles import box_title, document_title
from conversations.candidates.registration import Registration as Form
from conversations.engine import wording
from conversations.engine.boxes import Photo
from conversations.engine.form import Line
from conversations.engine.messages import Picture, Sentence, Words, sentences
from conversations.engine.review import answer_text, review_lines
from conversations.paper_view import shown_moment
from rules.catalogue import level_name
from rules.eligibility import judge
from rules.registration import claimed_condition, reviewer_warnings
from rules.registration_reviews import Point, ReviewKind
from store.documents import Document, DocumentState
from store.registrations import Registration
from store.review_steps import ReviewStep
from store.unit import UnitOfWork


def told(work: UnitOfWork, one: Registration) -> dict[str, object]:
    """What tells a registration from the others, in one line."""
    unit = work.units.get(*one.unit_key)
    return {
        "number": one.number,
        "name": name_of(work, one),
        "trade": unit.name,
        "level": level_name(one.level, unit),
        "state": one.state,
    }


def name_of(work: UnitOfWork, one: Registration) -> str:
    """As on the form; a registration stays when its person was erased."""
    return work.people.get(one.person_id).name or str(work.registrations.boxes(one)["name"])


def head(work: UnitOfWork, one: Registration) -> Sentence:
    batch = work.batches.get(one.batch_id)
    on = {"batch": batch.number, "exam_on": batch.exam_on, "filed_on": one.filed_at.date()}
    return Sentence("review-head", {**told(work, one), **on})


def lines(form: Form, words: Words, *, openly: bool = False) -> Iterator[Sentence]:
    """Every box but the pictures, which are shown themselves; private ones masked, or in full."""
    for n, line in enumerate(written(form), start=1):
        answer = answer_text(line, words, openly=openly)
        title = wording.title(type(form), line.path, words)
        yield Sentence("engine-review-line", {"mark": f"{n} ", "title": title, "answer": answer})


def written(form: Form) -> list[Line]:
    return [line for line in review_lines(form) if not isinstance(line.box, Photo)]


def explained(work: UnitOfWork, form: Form, one: Registration) -> Iterator[Sentence]:
    """The condition claimed, need by need, and what the reviewer has to compare (R3.1–R3.5)."""
    application, exam_on = form.application(), work.batches.get(one.batch_id).exam_on
    policy = form.facts.policy
    yield Sentence("review-eligibility", {"exam_on": exam_on})
    if condition := claimed_condition(application, policy):
        yield from need_lines([judge(condition, application.profile(), exam_on, policy)])
    if application.is_student:
        yield Sentence(
            "review-student-card",
            {
                "school": application.school,
                "major": application.major,
                "enrolled": (application.enrolled_on or one.filed_at.date()).strftime("%Y-%m"),
                "trade": application.unit.name,
            },
        )
    yield from sentences(reviewer_warnings(application, exam_on, policy))
    if Point.PROOF in one.to_confirm:
        yield Sentence("review-proof")


def alike(work: UnitOfWork, one: Registration) -> Iterator[Sentence]:
    """Others with the same photo or mobile number; of another station only that there is one."""
    here = work.batches.get(one.batch_id).station_code
    for other in work.reviews.look_alikes(one):
        yield Sentence(
            "review-look-alike",
            {
                "number": other.number if other.station_code == here else "elsewhere",
                "same": "photo" if other.same_photo else "phone",
            },
        )


def documents(work: UnitOfWork, one: Registration, words: Words) -> tuple[Picture, ...]:
    """Those that count, named as on the form."""
    found = work.registrations.counting(one.id)
    return tuple(picture(work, document, words) for document in found.values())


def picture(work: UnitOfWork, document: Document, words: Words) -> Picture:
    file = work.files.get(document.file)
    return Picture(file.id, document_title(document.material, words), file.media_type, file.size)


def sent_again(work: UnitOfWork, one: Registration, words: Words) -> Iterator[Sentence]:
    """What came in after a return and was not looked at yet."""
    steps = work.reviews.history(one.id)
    if not any(step.kind is ReviewKind.RETURN for step in steps):
        return
    fresh = [
        document_title(material, words)
        for material, document in work.registrations.counting(one.id).items()
        if document.state is DocumentState.GIVEN
    ]
    if fresh:
        yield Sentence("review-sent-again", {"documents": fresh})


def history(work: UnitOfWork, one: Registration, words: Words) -> Iterator[Sentence]:
    """What happened since it was filed, who did it, when and why."""
    steps = work.reviews.history(one.id)
    if steps:
        yield Sentence("review-history")
    for step in steps:
        by = called(work, step) if step.person != one.person_id else "candidate"
        said = {"on": shown_moment(step.at), "by": by, "done": str(step.kind)}
        yield Sentence("review-step", said)
        yield from why(step, words)


def called(work: UnitOfWork, step: ReviewStep) -> str:
    """The person's name, or what the account is called; the office itself takes what a station's list brings."""
    if step.person is None:
        return "office"
    person = work.people.get(step.person)
    return person.name or person.user_name or ""


def why(step: ReviewStep, words: Words) -> Iterator[Sentence]:
    for box, reason in step.reasons.items():
        told = {"box": box_title(box, words), "reason": reasons.in_words(reason, words)}
        yield Sentence("paper-reason", told)
