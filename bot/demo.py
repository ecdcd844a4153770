"""Demonstration data: only ever in a directory made for it."""

import hashlib
import json
from dataclasses import asdict

from bot import wiring
from bot.faults import Stopped
from bot.passwords import Passwords
from bot.settings import Settings
from store.demonstration import Demonstration, demonstrate, is_made
from store.migrate import migrate
from store.unit import Store

MARK = "demonstration"


def is_marked(settings: Settings) -> bool:
    """Whether the data directory, with the database it was filled with, is one for demonstration."""
    mark = settings.data_dir / MARK
    return mark.exists() and mark.read_text() == mark_of(settings)


def mark_of(settings: Settings) -> str:
    """Tells the database it stands for, so that a mark left over never speaks for real data."""
    where = hashlib.sha256((settings.database_url or "").encode()).hexdigest()
    return f"Everything here may be shown to anybody and thrown away. {where[:16]}\n"


def fill(settings: Settings) -> Demonstration:
    """Bring the directory to the current version and fill it; Stopped for one that is somebody's own."""
    if not is_marked(settings):
        claim(settings)
    bring_up_to_date(settings)
    with wiring.opened(settings) as store:
        return shown(store)


def bring_up_to_date(settings: Settings) -> None:
    """A demonstration takes a new version's steps by itself; real data waits for `kaowu migrate`."""
    if not wiring.is_current(settings):
        migrate(settings.database)


def shown(store: Store) -> Demonstration:
    """What there is to try; made at the first call, the same at every other."""
    with store.writing() as work:
        fresh = not is_made(work)
        made = demonstrate(work, Passwords().hash)
        if fresh:
            from bot import (
                demonstration_exam,
                demonstration_examiners,
                demonstration_results,
                demonstration_station,
            )

            demonstration_examiners.appoint(work, made)
            demonstration_results.tell(work)
            demonstration_exam.hold(work)
            demonstration_station.apply(work)
        return made


def claim(settings: Settings) -> None:
    """Mark the directory as one for demonstration, if there is nothing in it yet."""
    folder = settings.data_dir
    if folder.exists() and any(folder.iterdir()):
        raise Stopped(f"{folder} was not made for demonstration data; name another with --data.")
    if wiring.is_current(settings):
        raise Stopped(
            "KAOWU_DATABASE_URL names a database in use; demonstration data stays out of it."
        )
    wiring.make_folder(settings.data_dir)
    (folder / MARK).write_text(mark_of(settings))


def accounts(shown: Demonstration) -> str:
    """The accounts for the terminal."""
    lines = ["Demonstration accounts:"]
    lines += [f"  {a.role:20} {a.user_name}  {a.password}" for a in shown.accounts]
    lines.append("Certificates to look up:")
    lines += dict.fromkeys(f"  {c.name}  {c.id_number}" for c in shown.certificates)
    return "\n".join(lines)


def as_json(shown: Demonstration) -> str:
    content = {
        "accounts": [asdict(account) for account in shown.accounts],
        "batches": [
            {
                "number": batch.number,
                "station": batch.station_code,
                "programme": batch.programme,
                "candidate_type": batch.candidate_type,
                "exam_on": batch.exam_on.isoformat(),
                "closes_at": batch.closes_at.isoformat(),
            }
            for batch in shown.batches
        ],
        "certificates": [asdict(sample) for sample in shown.certificates],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)
