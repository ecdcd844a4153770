"""Word to the station that a trade and level of a batch is full: another plan line is wanted (R4.6)."""

from conversations.engine.messages import Outgoing, Words
from conversations.steps import options
from conversations.telling import tell_institution
from rules.catalogue import level_name
from rules.roles import STATION_STAFF
from store.registrations import Registration
from store.unit import UnitOfWork


def tell_when_full(work: UnitOfWork, filed: Registration) -> None:
    """Said once for as many seats, by whoever took the last one."""
    if not work.seats.just_filled(filed.batch_id, filed.unit_key, filed.level):
        return
    batch = work.batches.get(filed.batch_id)
    unit = work.units.get(*filed.unit_key)
    told = {"batch": batch.number, "trade": unit.name, "level": level_name(filed.level, unit)}

    def news(words: Words) -> Outgoing:
        steps = ["/batch", f"/batches {batch.number}"]
        return Outgoing(words.say("batch-line-full", **told), options(steps, words))

    tell_institution(work, batch.station_code, news, STATION_STAFF)
