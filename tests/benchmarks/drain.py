"""Ten thousand reminders that wait, drained at the network's rate while people write: how long replies take.

Telegram lets a bot send 30 a second; `KAOWU_BENCH_A_SECOND` is the rate of the run, so that it ends soon.
"""

import os
from dataclasses import replace
from pathlib import Path

from bot import wiring
from bot.settings import Settings
from conversations.engine.messages import Outgoing
from conversations.telling import tell
from store.unit import Store
from tests.benchmarks import databases
from tests.benchmarks.channels import TOKEN, Networks, networks, our_server
from tests.benchmarks.networks import Play

REMINDERS = 10_000
A_SECOND = int(os.environ.get("KAOWU_BENCH_A_SECOND", "200"))
AT_ONCE, PHONES, PAUSE_S = 8, 200, 1.0
"""Eight people at a time who think for a second: what is measured is a reply, not a crowd."""
WARM_UP_S = 5.0
"""The first replies of a process wait for what it loads once."""
CHANNEL = "telegram_aiogram"
FIRST_REMINDED, FIRST_WRITING = 20_000_000, 30_000_000
PAGE = 500


def main() -> None:
    print(f"{REMINDERS} reminders at {A_SECOND} a second, {AT_ONCE} people writing meanwhile")
    with networks() as outside:
        for kind, database in databases.KINDS.items():
            if databases.reachable(kind):
                with database() as url:
                    report(kind, drained(outside, url))


Drained = tuple[list[int], list[int], list[float]]
"""Every reply's time in microseconds, while the server warms up and after, and when each reminder came."""


def drained(outside: Networks, url: str) -> Drained:

    def filled(folder: str) -> None:
        none = dict.fromkeys(("redis_url", "files_url", "secret_key", "data_keys"))
        settings = Settings(data_dir=Path(folder), database_url=url, **none)
        with wiring.opened(settings) as store:
            fill(store)

    rate = {"KAOWU_TELEGRAM_PER_SECOND": str(A_SECOND)}
    with our_server(url, outside.address, filled, **rate) as address:
        play = Play(
            *("telegram", address, "/telegram/candidate", WARM_UP_S, PHONES, AT_ONCE),
            first=FIRST_WRITING,
            pause_s=PAUSE_S,
        )
        before = outside.play(play)
        seconds = REMINDERS / A_SECOND * 1.5 - WARM_UP_S
        said = outside.play(replace(play, seconds=seconds))
    came = [*before["unasked"], *(WARM_UP_S + at for at in said["unasked"])]
    return before["took"], said["took"], came


def fill(store: Store) -> None:
    """One reminder to each of so many chats."""
    bot = TOKEN.partition(":")[0]
    for begin in range(0, REMINDERS, PAGE):
        with store.writing() as work:
            for n in range(begin, begin + PAGE):
                person = work.people.add_guest()
                work.chats.bind(CHANNEL, f"{bot}:{FIRST_REMINDED + n}", person.id)
                tell(work, person, lambda _: Outgoing("明天 24:00 截止，还缺 2 份材料。"))


def report(kind: str, measured: Drained) -> None:
    first, took, came = measured
    half, slow = took[len(took) // 2] / 1000, took[len(took) * 99 // 100] / 1000
    speed = len(came) / came[-1] if came else 0.0
    print(
        f"{kind:12}{len(came)}/{REMINDERS} reminders, {speed:.0f}/s; "
        f"replies: {len(took)}, p50 {half:.0f} ms, p99 {slow:.0f} ms (goal < 1000 ms), "
        f"slowest after the start {first[-1] / 1000:.0f} ms",
        flush=True,
    )


if __name__ == "__main__":
    main()
