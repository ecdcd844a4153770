"""Who hears what of a supervision report and its corrections: officers, the supervisor, the station (R7.3)."""

from collections.abc import Callable

from conversations.engine.messages import Outgoing, Paper, Words
from conversations.steps import options
from conversations.telling import tell, tell_institution
from rules.roles import STATION_STAFF, Action
from store import rights
from store.batches import Batch
from store.people import PersonId
from store.supervision_corrections import SupervisionCorrection
from store.supervision_report_rows import SupervisionReport
from store.unit import UnitOfWork

News = Callable[[Words], Outgoing]


def printed(report: SupervisionReport, batch: Batch, say: Words) -> Paper:
    label = say.say("export-supervision_report", number=batch.number)
    return Paper("supervision_report", report.id, label)


def tell_filed(work: UnitOfWork, batch: Batch, filed: SupervisionReport) -> None:
    """Those who confirm it; advice to void the results is said in so many words."""
    args = {
        **named(batch),
        "name": filed.name,
        "conclusion": filed.conclusion.value,
        "grounds": filed.record.grounds,
    }
    tell_officers(
        work, batch, news("supervision-told-filed", [f"/supervision_reports {filed.id}"], args)
    )


def tell_returned(work: UnitOfWork, batch: Batch, back: SupervisionReport) -> None:
    args = {**named(batch), "reason": back.reason}
    steps = [f"/supervision_report {batch.number}"]
    person = work.people.get(back.person)
    tell(work, person, news("supervision-told-returned", steps, args))


def tell_confirmed(work: UnitOfWork, batch: Batch, report: SupervisionReport) -> None:
    """The supervisor; and the station, with what it has to put right and by when."""
    steps = [f"/supervision_reports {report.id}"]
    person = work.people.get(report.person)
    tell(work, person, news("supervision-told-confirmed", steps, named(batch)))
    corrections = work.supervision_corrections.of(report.id)
    args = {**named(batch), "conclusion": report.conclusion.value, "count": len(corrections)}
    steps = [f"/correction_reply {one.id}" for one in corrections[:1]] + steps

    def told(say: Words) -> Outgoing:
        lines = [say.say("supervision-told-station", **args)]
        lines += [say.say("supervision-correction-line", **demanded(one)) for one in corrections]
        return Outgoing("\n".join(lines), options(steps, say))

    tell_institution(work, batch.station_code, told, STATION_STAFF)


def tell_replied(work: UnitOfWork, batch: Batch, one: SupervisionCorrection) -> None:
    args = {**named(batch), **demanded(one)}
    steps = [f"/correction_check {one.id}"]
    tell_officers(work, batch, news("correction-told-replied", steps, args))


def tell_accepted(work: UnitOfWork, batch: Batch, one: SupervisionCorrection) -> None:
    args = {**named(batch), **demanded(one)}
    said = news("correction-told-accepted", [f"/batches {batch.number}"], args)
    tell_institution(work, batch.station_code, said, STATION_STAFF)


def tell_asked_again(work: UnitOfWork, batch: Batch, one: SupervisionCorrection) -> None:
    args = {**named(batch), **demanded(one), "reason": one.replies[-1].reason}
    said = news("correction-told-again", [f"/correction_reply {one.id}"], args)
    tell_institution(work, batch.station_code, said, STATION_STAFF)


def tell_excused(work: UnitOfWork, batch: Batch, supervisor: PersonId, reason: str) -> None:
    args = {**named(batch), "reason": reason}
    tell(work, work.people.get(supervisor), news("supervision-told-excused", [], args))


def tell_officers(work: UnitOfWork, batch: Batch, said: News) -> None:
    action, station = Action.CONFIRM_SUPERVISION_REPORT, batch.station_code
    for officer in sorted(rights.holders(work, action, station, batch.programme)):
        tell(work, work.people.get(officer), said)


def named(batch: Batch) -> dict[str, object]:
    return {"number": batch.number, "station": batch.station_name, "exam_on": batch.exam_on}


def demanded(one: SupervisionCorrection) -> dict[str, object]:
    return {
        "place": one.place,
        "what": one.fault.what,
        "demanded": one.fault.demanded,
        "due": one.due_on,
    }


def news(key: str, steps: list[str], args: dict[str, object]) -> News:
    return lambda say: Outgoing(say.say(key, **args), options(steps, say))
