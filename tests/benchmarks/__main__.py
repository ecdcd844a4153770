"""All benchmarks, each in a process of its own: `python -m tests.benchmarks [turns] [lookups] …`.

They compare with a baseline measured in the same run, and report; they never fail on time.
"""

import os
import platform
import subprocess
import sys

BENCHMARKS = (
    "turns",
    "channels",
    "drain",
    "lookups",
    "timing",
    "imports",
    "roster",
    "reminders",
    "seats",
)


def main(wanted: list[str]) -> int:
    if unknown := set(wanted) - set(BENCHMARKS):
        print(f"No such benchmark: {', '.join(sorted(unknown))}.", file=sys.stderr)
        return 2
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.platform()}")
    for name in wanted or BENCHMARKS:
        print(f"\n{name}", flush=True)
        subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}"], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
