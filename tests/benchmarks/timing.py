"""Whether the time of a look-up tells what it found, and what ten thousand guesses gain (R8.2).

A hit, an unknown pair and a wrong pair (somebody's name, somebody else's ID number) in turn, each timed
by itself, in the store and as a whole request. AUC is the chance that one of the one kind takes longer
than one of the other: 0.50 tells nothing. KS is the largest gap between their distributions; about
0.04 is chance among 2 000.
"""

import asyncio
import gc
import random
import sys
import time
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from contextlib import closing
from statistics import median

from httpx import ASGITransport, AsyncClient

from bot.front import find_certificates
from handlers.channel import TooMany
from handlers.web.app import make_app
from handlers.web.desk import CertificateAsked, PublicFacts
from store.migrate import migrate
from store.unit import Store
from tests.benchmarks import databases, lookups
from tests.handlers.web.desk import PUBLIC_URL, StoreDesk

CALLS = int(sys.argv[1]) if sys.argv[1:] else 2_000
GUESSES = 10_000
REGISTERED = 20_000
WARMING = 200
KINDS = ("hit", "unknown", "wrong pair")
Times = dict[str, list[float]]


def asked(kind: str, n: int) -> tuple[str, str]:
    """Name and ID number of the nth look-up of a kind; each of other people."""
    one = lookups.certificate(n * 7 % REGISTERED)
    match kind:
        case "hit":
            other = lookups.certificate((n * 7 + 3) % REGISTERED)  # whom nobody asked for just now
            return other.name, other.id_number
        case "unknown":
            nobody = lookups.certificate(REGISTERED + n)
            return f"{nobody.name}某", nobody.id_number
        case _:
            return one.name, lookups.certificate((n * 7 + 1) % REGISTERED).id_number


def shuffled(n: int) -> list[str]:
    """The kinds in another order each time: what comes second finds more at hand."""
    return random.Random(n).sample(KINDS, len(KINDS))


def main() -> None:
    lookups.CERTIFICATES = REGISTERED
    for kind, database in databases.KINDS.items():
        if not databases.reachable(kind):
            continue
        with database() as url:
            migrate(url)
            with closing(lookups.filled(url)) as store:
                gc.collect()
                gc.freeze()
                print(f"{kind}: {REGISTERED} certificates, {CALLS} look-ups of each kind")
                report("in the store", in_the_store(store))
                report("as a request", asyncio.run(as_requests(store)))
                print(f"  {guessed(store)}")


def in_the_store(store: Store) -> Times:
    times: Times = {kind: [] for kind in KINDS}
    with store.reading() as work:
        policy = work.policy.current(work.today)
        for n in range(CALLS + WARMING):
            for kind in shuffled(n):
                name, number = asked(kind, n)
                begin = time.perf_counter()
                found = work.certificates.find(name, number, policy=policy)
                times[kind].append(time.perf_counter() - begin)
                assert bool(found) is (kind == "hit")
    return times


async def as_requests(store: Store) -> Times:
    times: Times = {kind: [] for kind in KINDS}
    app = make_app(StoreDesk(store), public=PublicFacts(PUBLIC_URL))
    async with AsyncClient(transport=ASGITransport(app), base_url=PUBLIC_URL) as client:
        for n in range(CALLS + WARMING):
            for kind in shuffled(n):
                name, number = asked(kind, n)
                body = {"name": name, "id_number": number}
                times[kind].append(await timed(client, body))
    return times


async def timed(client: AsyncClient, body: dict[str, str]) -> float:
    begin = time.perf_counter()
    answer = await client.post("/api/certificates/lookup", json=body)
    taken = time.perf_counter() - begin
    assert answer.status_code == 200
    return taken


def guessed(store: Store) -> str:
    """One address tries people one after the other; every hundredth guess would be right."""
    gained = refused = 0
    begin = time.perf_counter()
    for n in range(GUESSES):
        name, number = asked("hit" if n % 100 == 99 else "wrong pair", n)
        try:
            gained += len(
                find_certificates(store, CertificateAsked(name, number, None, "192.0.2.1"))
            )
        except TooMany:
            refused += 1
    seconds = time.perf_counter() - begin
    answered = GUESSES - refused
    return (
        f"{GUESSES} guesses from one address: {answered} answered, {refused} refused, {gained} found; "
        f"at {answered} an hour they would take {GUESSES // answered} hours (tried in {seconds:.0f} s)"
    )


def report(where: str, times: Times) -> None:
    kept = {kind: sorted(all_of[WARMING:]) for kind, all_of in times.items()}
    told = "   ".join(f"{kind} {median(kept[kind]) * 1e6:.0f} µs" for kind in KINDS)
    print(f"  {where}: {told}")
    for one, other in (("hit", "unknown"), ("hit", "wrong pair"), ("unknown", "wrong pair")):
        auc, gap = longer(kept[one], kept[other]), largest_gap(kept[one], kept[other])
        print(f"    {one} against {other}: AUC {auc:.3f}, KS {gap:.3f}")


def longer(one: Sequence[float], other: Sequence[float]) -> float:
    """How often one of the first takes longer than one of the second; equals count half."""
    below = sum(bisect_left(other, t) + bisect_right(other, t) for t in one)
    return below / 2 / len(one) / len(other)


def largest_gap(one: Sequence[float], other: Sequence[float]) -> float:
    every = (*one, *other)
    return max(
        abs(bisect_right(one, t) / len(one) - bisect_right(other, t) / len(other)) for t in every
    )


if __name__ == "__main__":
    main()
