"""回复任务: a supervisor or an examiner accepts, or declines with the reason; who arranged it hears at once (R4.7, R4.8)."""

from collections.abc import Callable, Mapping

from conversations import exam_wording as wording
from conversations.engine.boxes import Pick, Text, YesNo, only_if, settled
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Outgoing, Sentence, Words
from conversations.sources.own_assignments import find, own
from conversations.steps import options
from conversations.telling import tell, tell_institution
from rules.findings import Finding, NotPossible
from rules.roles import STATION_STAFF, Action, who_may
from rules.supervision import SupervisionState
from store import rights
from store.batches import Batch
from store.exam_calls import CallId, CallState, ExamCall
from store.supervisions import Supervision, SupervisionId
from store.unit import UnitOfWork


class AssignmentReply(Form):
    """One tap for a yes; a no asks why."""

    roles = who_may(Action.ANSWER_ASSIGNMENT)
    in_menu_of = frozenset()
    reviewed = False

    assignment = settled(Pick("own_assignments"))
    accepts = YesNo()
    reason = only_if(lambda form: form.accepts is False, Text(longest=200))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`s12 yes`; NotPossible says what became of it where nothing is to be answered any more."""
        value, _, answer = argument.partition(" ")
        if not value:
            if not any(one.open for one in own(work)):
                raise NotPossible(Finding("assignments-none"))
            return {}
        looked_up(work, value)
        return {"assignment": value, **({"accepts": answer == "yes"} if answer else {})}

    def submit(self, work: UnitOfWork) -> Done:
        number = int(self.assignment[1:])
        say, reason = wording.spoken(work), self.reason or ""
        if self.assignment.startswith("s"):
            sent = work.supervisions.answer(
                SupervisionId(number), accepts=self.accepts, reason=reason
            )
            batch = work.batches.get(sent.batch)
            tell_officers(work, batch, sent)
        else:
            called = work.exam_calls.answer(CallId(number), accepts=self.accepts, reason=reason)
            batch = work.batches.get(called.batch)
            tell_station(work, batch, called)
        said = "assignment-accepted" if self.accepts else "assignment-declined"
        return Done((Sentence(said, wording.told(batch, say)),), next=("/assignments", "/menu"))


def looked_up(work: UnitOfWork, value: str) -> None:
    """NotPossible where it is not the caller's, called off, or over."""
    number = int(value[1:]) if value[1:].isdecimal() else 0
    if value.startswith("s"):
        work.supervisions.own(SupervisionId(number))
    else:
        work.exam_calls.own(CallId(number))
    if find(work, value) is None:
        raise NotPossible(Finding("assignment-over", "R4.8"))


def tell_officers(work: UnitOfWork, batch: Batch, answered: Supervision) -> None:
    """Those who may send another one; a no leads them there."""
    is_declined = answered.state is SupervisionState.DECLINED
    key = "assignment-told-declined" if is_declined else "assignment-told-accepted"
    steps = [f"/supervision {batch.number}"] if is_declined else []
    officers = rights.holders(work, Action.SEND_SUPERVISOR, batch.station_code, batch.programme)
    news = answer_news(key, steps, batch, name=answered.name, reason=answered.answer)
    for officer in sorted(officers):
        tell(work, work.people.get(officer), news)


def tell_station(work: UnitOfWork, batch: Batch, answered: ExamCall) -> None:
    """A no at once, with the way to somebody else; a yes when it was the last one awaited."""
    name = work.people.get(answered.person).name or ""
    if answered.state is CallState.DECLINED:
        steps = [f"/stand_in {answered.id}"]
        news = answer_news("call-told-declined", steps, batch, name=name, reason=answered.answer)
    elif all(one.state is CallState.ACCEPTED for one in work.exam_calls.of(batch.id)):
        news = answer_news("call-told-all", [f"/batches {batch.number}"], batch)
    else:
        return
    tell_institution(work, batch.station_code, news, STATION_STAFF)


def answer_news(
    key: str, steps: list[str], batch: Batch, **more: str
) -> Callable[[Words], Outgoing]:
    def news(say: Words) -> Outgoing:
        told: Mapping[str, object] = {**wording.told(batch, say), **more}
        return Outgoing(say.say(key, **told), options(steps, say))

    return news
