"""Rehearsals: a data directory of their own whose office time stands until it is moved."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bot import demo, wiring
from bot.faults import Stopped, WrongUsage
from bot.settings import Settings, load
from store.clock import OFFICE_ZONE


def moment_of(text: str) -> datetime:
    """`2026-06-01T09:00`, office time."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise WrongUsage("--rehearse wants a moment like 2026-06-01T09:00.") from wrong
    return moment if moment.tzinfo else moment.replace(tzinfo=OFFICE_ZONE)


@contextmanager
def directory(named: Path | None) -> Iterator[Settings]:
    """The settings of a rehearsal: of the directory named, else of one that is thrown away afterwards."""
    if named is not None:
        yield load(named)
        return
    with TemporaryDirectory(prefix="kaowu-rehearsal-") as folder:
        yield load(Path(folder) / "data")


def prepare(settings: Settings, start: datetime) -> None:
    """Make the directory a rehearsal that begins there; one begun before goes on where it stands."""
    if not demo.is_marked(settings):
        demo.claim(settings)
    demo.bring_up_to_date(settings)
    with wiring.opened(settings) as store:
        if store.rehearsing:
            return
        with store.writing() as work:
            if work.people.anybody():
                raise Stopped(
                    f"{settings.data_dir} shows demonstration data in real time; "
                    "name another directory with --data."
                )
            work.rehearsal.begin(start)
