"""Long work people asked for, beside the turns: step by step, with its progress, taken up again after a kill."""

import time
from collections.abc import Callable, Generator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

from bot.archives import make_archive
from bot.beside import Beside, pausing
from bot.bundles import make_bundle
from bot.issued import issue_certificates
from bot.logs import note_fault
from bot.pool import Pool
from bot.retries import retrying
from bot.roster_chores import look_through
from conversations.chore_news import Step, show_progress, tell_end
from conversations.officers import results_news
from conversations.stations import roster_news
from rules.findings import Finding, NotPossible, Refused
from store.batches import Batch, BatchId
from store.chores import Chore, ChoreKind, ChoreState
from store.faults import TransientFault
from store.pictures import PictureDesk
from store.unit import Store, UnitOfWork

LEASE = timedelta(seconds=60)
LOOK_EVERY_S = 2.0
"""How soon new work is found."""
TELL_EVERY_S = 1.0
"""How often it is said how far it is."""
SLICE_S = 0.1
"""So long a thread is at it before other work gets its turn."""

Work = Callable[[Store, Chore], Generator[Step, None, Mapping[str, Any]]]
"""Does the chore between the yields, holding no unit open across them; the figures it ends with."""


class TakenOver(Exception):
    """Another process goes on with it: this one was thought dead."""


@dataclass(slots=True)
class AtWork:
    """A chore in hand, between two slices."""

    chore: Chore
    steps: Generator[Step, None, Mapping[str, Any]]
    at: Step = field(default_factory=lambda: Step(0, 0))
    told: float = 0.0


@dataclass(frozen=True, slots=True)
class ChoreHand:
    """Carries chores out, called from threads; of several processes each takes another chore."""

    store: Store
    holder: str
    works: Mapping[ChoreKind, Work]
    lease: timedelta = LEASE
    tell_every_s: float = TELL_EVERY_S

    def take(self) -> AtWork | None:
        with self.store.reading() as work:
            if not work.chores.any_waiting():
                return None
        with self.store.writing() as work:
            chore = work.chores.take_first(self.holder, self.lease)
            if chore is None:
                return None
            show_progress(work, chore, Step(0, 1))
        with self.store.reading() as work:
            chore = work.chores.get(chore.id)
        return AtWork(chore, self.works[chore.kind](self.store, chore))

    def slice(self, job: AtWork) -> bool:
        """Go on for a moment; whether there is more to do."""
        ends = time.monotonic() + SLICE_S
        try:
            while time.monotonic() < ends:
                job.at = next(job.steps)
        except StopIteration as end:
            self._end(job.chore, ChoreState.DONE, end.value)
            return False
        except NotPossible as refused:
            self._fail(job.chore, refused.findings[0])
            return False
        except Refused as refused:
            self._fail(job.chore, refused.finding)
            return False
        except TransientFault:
            # What was interrupted cannot go on: it is begun anew, by us or by another.
            self._give_back(job.chore)
            return False
        except Exception as error:  # noqa: BLE001 - the edge of one chore: the others go on
            note_fault("chore-failed", error)
            self._fail(job.chore, Finding("chore-fault"))
            return False
        self._tell(job)
        return True

    def drain(self) -> int:
        """All there is, one after the other; how many."""
        done = 0
        while job := self.take():
            while self.slice(job):
                pass
            done += 1
        return done

    def _give_back(self, chore: Chore) -> None:
        with suppress(TransientFault), self.store.writing() as work:
            work.chores.give_back(chore.id, self.holder)

    def _tell(self, job: AtWork) -> None:
        now = time.monotonic()
        if now - job.told < self.tell_every_s:
            return
        job.told = now
        with self.store.writing() as work:
            ours = work.chores.go_on(job.chore.id, self.holder, self.lease, job.at.done, job.at.of)
            if not ours:
                raise TakenOver
            show_progress(work, job.chore, job.at)

    def _fail(self, chore: Chore, why: Finding) -> None:
        """Told with the reason; what the reason speaks of is kept as text."""
        args = {name: told(value) for name, value in why.args.items()}
        self._end(chore, ChoreState.FAILED, {"key": why.key, "args": args})

    def _end(self, chore: Chore, state: ChoreState, result: Mapping[str, Any]) -> None:
        with self.store.writing() as work:
            ended = work.chores.end(chore.id, self.holder, state, result)
            if ended is None:
                return
            if state is ChoreState.DONE:
                show_progress(work, chore, Step(1, 1))
            tell_end(work, ended)
            work.audit.note(f"chore-{state}", f"chore:{chore.id}", why=result.get("key", ""))


def told(value: object) -> object:
    match value:
        case tuple() | list():
            return [told(one) for one in value]
        case bool() | int() | str():
            return value
        case _:
            return str(value)


class Chores(Beside):
    """The chores of a server, in a thread beside the turns.

    What is under way at its end is left: whoever finds it once the lease is over takes it up.
    """

    def __init__(self, hand: ChoreHand, pool: Pool) -> None:
        super().__init__("chores-failed", pausing(LOOK_EVERY_S))
        self._hand = hand
        self._pool = pool
        self._job: AtWork | None = None

    async def look(self) -> bool:
        job, self._job = self._job, None
        with suppress(TakenOver):
            job = job or await retrying(self._pool, self._hand.take)
            if job:
                more = await self._pool.run(partial(self._hand.slice, job))
                self._job = job if more else None
        return self._job is not None


def telling(
    count: Callable[[UnitOfWork, BatchId], int],
    tell_one: Callable[[UnitOfWork, Batch, int], None],
) -> Work:
    """Everybody concerned, each in a unit that also notes that they were told: nobody hears twice."""

    def told_to_all(store: Store, chore: Chore) -> Generator[Step, None, Mapping[str, Any]]:
        with store.reading() as work:
            batch = work.batches.get(chore.batch_id)
            of = count(work, batch.id)
        for step in range(chore.done, of):
            with store.writing() as work:
                tell_one(work, batch, step)
                work.chores.advance(chore.id, step + 1, of)
            yield Step(step + 1, of)
        return {"people": of}

    return told_to_all


tell_of_roster = telling(roster_news.people_to_tell, roster_news.tell_one)
tell_of_results = telling(results_news.people_to_tell, results_news.tell_one)


def works(desk: PictureDesk) -> Mapping[ChoreKind, Work]:
    """Who does what; pictures are decoded at that desk."""
    return {
        ChoreKind.APPLICATION_FORMS: make_bundle,
        ChoreKind.ARCHIVE: make_archive,
        ChoreKind.ROSTER_CHECK: partial(look_through, desk, dry=True),
        ChoreKind.ROSTER_IMPORT: partial(look_through, desk, dry=False),
        ChoreKind.ROSTER_NEWS: tell_of_roster,
        ChoreKind.RESULTS_NEWS: tell_of_results,
        ChoreKind.CERTIFICATES: issue_certificates,
    }
