"""Results of a batch (提交成绩): when they may be filed, and when what follows them may happen (R7.5, R7.6)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rules.findings import Finding
from rules.grading import Result

QUALIFIED = frozenset(Result) - {Result.FAILED}
"""合格 and better: who is on the qualified roster."""


@dataclass(frozen=True, slots=True)
class ResultsFacts:
    """A batch whose results somebody wants to file."""

    has_roster: bool
    last_exam_day: date
    today: date
    already_in: bool


def filing_findings(facts: ResultsFacts) -> Iterator[Finding]:
    """What forbids filing, whatever the scores and reports say."""
    if not facts.has_roster:
        yield Finding("results-no-roster", "R5.7")
    elif facts.today < facts.last_exam_day:
        yield Finding("results-before-exam", "R7.1", {"on": facts.last_exam_day})
    if facts.already_in:
        yield Finding("results-in-already", "R7.5")


def free_on(approved_on: date, notice_days: int) -> date:
    """The first day for what follows the approval: past the public notice, whose first day is the next one.

    ▶ ⚙ 0 days: no notice, the same day.
    """
    return approved_on + timedelta(days=notice_days + 1) if notice_days else approved_on


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one candidate: whether they sat both parts, and the result once it is derived."""

    present: bool
    result: Result | None


@dataclass(frozen=True, slots=True)
class Figures:
    """How an item came out (R7.2, R7.5)."""

    expected: int
    present: int
    results: dict[Result, int]

    @property
    def absent(self) -> int:
        return self.expected - self.present

    @property
    def qualified(self) -> int:
        return sum(count for result, count in self.results.items() if result in QUALIFIED)

    @property
    def per_cent(self) -> str:
        """Of those present who qualified, with one decimal; empty where nobody came."""
        return f"{100 * self.qualified / self.present:.1f}" if self.present else ""


def figures(outcomes: Iterable[Outcome]) -> Figures:
    """Counted; a result of somebody absent counts among the failed."""
    everybody = tuple(outcomes)
    counted = {one: sum(x.result is one for x in everybody) for one in Result}
    return Figures(len(everybody), sum(one.present for one in everybody), counted)
