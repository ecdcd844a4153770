"""Word about a batch to those who deal with it: its station, the officers above it, a candidate; with the next step."""

from collections.abc import Callable, Mapping

from conversations.engine.messages import Outgoing, Words
from conversations.steps import options
from conversations.telling import tell, tell_institution
from rules.roles import STATION_STAFF, Action
from store import rights
from store.batches import Batch
from store.unit import UnitOfWork


def news(key: str, batch: Batch, *steps: str, **told: object) -> Callable[[Words], Outgoing]:
    """A sentence that may name the batch and its station."""
    args: Mapping[str, object] = {
        "number": batch.number,
        "station": batch.station_name,
        **told,
    }
    return lambda say: Outgoing(say.say(key, **args), options(steps, say))


def tell_station(work: UnitOfWork, batch: Batch, key: str, *steps: str, **told: object) -> None:
    """Everybody of its staff."""
    tell_institution(work, batch.station_code, news(key, batch, *steps, **told), STATION_STAFF)


def tell_officers(
    work: UnitOfWork, batch: Batch, action: Action, key: str, *steps: str, **told: object
) -> None:
    """Everybody whose post reaches the station in that action."""
    said = news(key, batch, *steps, **told)
    for officer in rights.holders(work, action, batch.station_code, batch.programme):
        tell(work, work.people.get(officer), said)
