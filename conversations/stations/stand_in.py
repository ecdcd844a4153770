"""更换考评员: somebody takes the place of an examiner who cannot come on the new days (R4.4, R4.7)."""

from conversations import exam_wording as wording
from conversations.engine.boxes import Pick, settled
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Outgoing, Sentence, Words
from conversations.steps import options
from conversations.telling import tell
from rules.findings import Finding, NotPossible
from rules.roles import STATION_STAFF, Action
from store import rights
from store.batches import Batch
from store.exam_calls import CallId, ExamCall
from store.examiners import ExaminerId
from store.unit import UnitOfWork


class StandIn(Form):
    """In all items of the batch; the newcomer is asked, the management station hears of it."""

    roles = STATION_STAFF
    in_menu_of = frozenset()
    reviewed = False

    absent = settled(Pick("absent_examiners"))
    examiner = Pick("stand_ins")

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        declined = {str(one.id) for one in work.exam_calls.declined()}
        if not declined or (argument and argument not in declined):
            raise NotPossible(Finding("stand-in-not-declined", "R4.4"))
        return {"absent": argument} if argument else {}

    def submit(self, work: UnitOfWork) -> Done:
        absent = work.exam_calls.get(CallId(int(self.absent)))
        called = work.exam_calls.stand_in(absent.id, ExaminerId(int(self.examiner)))
        batch = work.batches.get(called.batch)
        names = {
            "absent": work.people.get(absent.person).name or "",
            "name": work.people.get(called.person).name or "",
        }
        tell_newcomer(work, batch, called)
        tell_officers(work, batch, names)
        said = Sentence("stand-in-named", {"number": batch.number, **names})
        more = ["/stand_in"] if work.exam_calls.declined() else []
        return Done((said,), next=(*more, f"/batches {batch.number}", "/menu"))


def tell_newcomer(work: UnitOfWork, batch: Batch, called: ExamCall) -> None:
    def asked(say: Words) -> Outgoing:
        steps = [f"/assignment_reply e{called.id} {answer}" for answer in ("yes", "no")]
        return Outgoing(say.say("stand-in-told", **wording.told(batch, say)), options(steps, say))

    tell(work, work.people.get(called.person), asked)


def tell_officers(work: UnitOfWork, batch: Batch, names: dict[str, str]) -> None:
    def replaced(say: Words) -> Outgoing:
        return Outgoing(say.say("stand-in-told-officer", **wording.told(batch, say), **names))

    station, programme = batch.station_code, batch.programme
    for officer in rights.holders(work, Action.DECIDE_AT_MANAGEMENT_STATION, station, programme):
        tell(work, work.people.get(officer), replaced)
