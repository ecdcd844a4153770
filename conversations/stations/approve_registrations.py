"""批量通过: those of a batch that ask for no look of their own, by name, approved together (R3.4, R5.6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from conversations.engine.boxes import Pick, Several, settled
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Sentence
from conversations.sources.registrations_here import seen_registration
from conversations.stations import review_news as news
from conversations.stations.registration_review import ROLES
from rules.findings import Finding, NotPossible
from rules.registration_reviews import STANDING
from store.people import PersonId
from store.registrations import RegistrationId
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Facts:
    """The plain ones of the batch, as `12.3` with what they are called."""

    plain: tuple[tuple[str, dict[str, object]], ...] = ()


def plain(form: "ApproveRegistrations") -> Iterable[Choosable]:
    facts: Facts = form.facts
    for value, told in facts.plain:
        yield Choosable(value, key="review-plain-option", args=told)


class ApproveRegistrations(Form):
    """Submitting confirms of everybody named what is confirmed of every student; the review says so."""

    roles = ROLES
    in_menu_of = frozenset()
    facts_from = ("batch",)

    batch = settled(Pick("batches_to_review"))
    people = Several(plain)

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """NotPossible when the batch is not the caller's, or nobody in it is that plain."""
        if not work.reviews.batches_waiting():
            raise NotPossible(Finding("reviews-none"))
        if not argument:
            return {}
        batch = work.batches.seen(argument)
        if not work.reviews.plain(batch.id):
            raise NotPossible(Finding("reviews-none-plain"))
        return {"batch": argument}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> Facts:
        if "batch" not in answers:
            return Facts()
        found = work.reviews.plain(work.batches.seen(answers["batch"]).id)
        return Facts(
            tuple(
                (f"{one.id}.{one.step}", {"name": name(work, one.person_id), "number": one.number})
                for one in found
            )
        )

    def submit(self, work: UnitOfWork) -> Done:
        seen: dict[RegistrationId, int] = {}
        for value in self.people:
            registration, step = seen_registration(value)
            seen[registration] = step or 0
        lot, done = work.reviews.approve_together(seen, confirmed=STANDING)
        for one in done:
            news.tell_candidate(work, one, work.reviews.history(one.id)[-1])
        says = [Sentence("reviews-approved", {"count": len(done)})]
        if left := len(seen) - len(done):
            says.append(Sentence("reviews-left", {"count": left}))
        undo = (f"/reopen_registration lot:{lot}",) if done else ()
        return Done(tuple(says), next=("/registration_review", *undo))


def name(work: UnitOfWork, person: PersonId) -> str:
    return work.people.get(person).name or ""
