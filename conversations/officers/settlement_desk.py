"""What waits for the caller after the results: payments to check or to make, parcels, returned photos, spot checks (R7.7–R7.9)."""

from collections.abc import Iterator

from conversations.engine.messages import Sentence
from conversations.officers.supervision_desk import Entry
from conversations.sources.spot_checks import told, value_of
from conversations.stations.shipments import told_of
from rules.money import in_yuan
from rules.paper_photos import PhotoState
from rules.roles import Action, may
from store.pages import PAGE_SIZE
from store.unit import UnitOfWork


def here(work: UnitOfWork) -> Iterator[Entry]:
    """Everything the caller has to do, by what they may do."""
    roles = work.caller.roles
    if may(roles, Action.CHECK_SETTLEMENT):
        yield from to_check(work)
    if may(roles, Action.SPOT_CHECK):
        yield from to_conclude(work)
    if may(roles, Action.FILE_SETTLEMENT):
        yield from to_settle(work)
    if may(roles, Action.SIGN_FOR_CERTIFICATES):
        yield from to_sign_for(work)
    if may(roles, Action.ANSWER_SPOT_CHECK):
        yield from to_answer(work)


def to_check(work: UnitOfWork) -> Iterator[Entry]:
    for one in work.settlements.to_check()[:PAGE_SIZE]:
        batch = work.batches.get(one.batch)
        args = {
            "number": batch.number,
            "station": batch.station_name,
            "yuan": in_yuan(work.settlements.bill(batch.id).total),
        }
        line = Sentence("todo-settlement-to-check", args)
        yield Entry(line, f"/settlement_check {batch.number}")


def to_conclude(work: UnitOfWork) -> Iterator[Entry]:
    for one in work.spot_checks.waiting(Action.SPOT_CHECK)[:PAGE_SIZE]:
        line = Sentence("todo-spot-check-answered", told(work, one))
        yield Entry(line, f"/spot_checks {value_of(one)}")


def to_settle(work: UnitOfWork) -> Iterator[Entry]:
    for batch in work.settlements.to_file()[:PAGE_SIZE]:
        sent_back = work.settlements.find(batch.id)
        args = {"number": batch.number, "again": "yes" if sent_back else "no"}
        yield Entry(Sentence("todo-settlement-due", args), f"/payment_slip {batch.number}")
    for batch in work.paper_photos.awaiting()[:PAGE_SIZE]:
        photos = work.paper_photos.of(batch.id)
        returned = sum(one.state is PhotoState.RETURNED for one in photos)
        if returned:
            missing = {"number": batch.number, "count": returned}
            line = Sentence("todo-photos-returned", missing)
            yield Entry(line, f"/paper_photos {batch.number}")


def to_sign_for(work: UnitOfWork) -> Iterator[Entry]:
    for sent in work.shipments.to_sign_for()[:PAGE_SIZE]:
        number = work.batches.get(sent.batch).number
        line = Sentence("todo-parcel-under-way", told_of(work, sent))
        yield Entry(line, f"/shipments {number}")


def to_answer(work: UnitOfWork) -> Iterator[Entry]:
    for one in work.spot_checks.waiting(Action.ANSWER_SPOT_CHECK)[:PAGE_SIZE]:
        line = Sentence("todo-spot-check-asked", told(work, one))
        yield Entry(line, f"/spot_check_reply {one.id}")
