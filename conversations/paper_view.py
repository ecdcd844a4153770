"""A paper as it is read on the screen: its lines, its pictures and what became of it so far."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from conversations import reasons
from conversations.engine.messages import Picture, Sentence, Words
from rules.approvals import OWN_DESKS, DecisionKind
from store.decisions import Decision
from store.institutions import Institution
from store.paper_versions import PaperVersion, Shown, ShownFile
from store.papers import Paper
from store.unit import UnitOfWork

AGREED = frozenset({DecisionKind.FORWARD, DecisionKind.APPROVE})


def head(work: UnitOfWork, paper: Paper) -> Sentence:
    """'年度计划 12 号　职业能力　哈密职业技术学校　2026-06-01 提交　管理站审批中'."""
    return Sentence(
        "paper-head",
        {
            "kind": paper.kind,
            "number": paper.id,
            "programme": paper.programme or "none",
            "institution": called(work.institutions.get(paper.institution)),
            "on": paper.filed_at.date(),
            "version": paper.version,
            "again": "no" if paper.version == 1 else "yes",
            "state": paper.state,
            "desk": paper.desk,
        },
    )


def called(institution: Institution) -> str:
    """The school or company that runs it, with the code; who has no operator, by its name."""
    return f"{institution.operator or institution.name}（{institution.code}）"


def lines(version: PaperVersion, words: Words, *, openly: bool = False) -> Iterator[Sentence]:
    """Every line of the form; private ones masked, or in full. A number would look like an option's."""
    for line in version.shown:
        texts = line.openly if openly and line.openly else line.answer
        answer, title = texts[words.language], line.title[words.language]
        yield Sentence("engine-review-line", {"mark": "", "title": title, "answer": answer})


def has_private(version: PaperVersion) -> bool:
    return any(line.openly for line in version.shown)


def pictures(shown: Iterable[Shown], words: Words) -> tuple[Picture, ...]:
    """Everything handed in with the paper, named after its line."""
    return tuple(picture(file, line.title[words.language]) for line in shown for file in line.files)


def picture(file: ShownFile, name: str) -> Picture:
    if file.preview:
        return Picture(file.preview, name, "image/jpeg", file.size)
    return Picture(file.file, name, file.media_type, file.size)


def history(work: UnitOfWork, paper: Paper, words: Words) -> Iterator[Sentence]:
    """Who did what at which desk, when and why, from the filing on; nothing while it was only filed."""
    told = work.papers.history(paper)
    if len(told) > 1:
        yield Sentence("paper-history")
        for decision in told:
            yield from step(work, paper, decision, words)


def step(work: UnitOfWork, paper: Paper, decision: Decision, words: Words) -> Iterator[Sentence]:
    desk, by = place(work, decision, words) if decision.desk else "none", who(work, decision)
    yield Sentence(
        "paper-step",
        {
            "on": shown_moment(decision.at),
            # An institution's own account is called what the institution is called.
            "desk": "none" if desk == by else desk,
            "by": by,
            "done": decision.kind,
        },
    )
    yield from why(work, paper, decision, words)


def why(work: UnitOfWork, paper: Paper, decision: Decision, words: Words) -> Iterator[Sentence]:
    """The opinion of who agreed, or what is to be changed, box by box."""
    if decision.kind in AGREED:
        for opinion in decision.reasons.values():
            yield Sentence("paper-opinion", {"opinion": reasons.in_words(opinion, words)})
        return
    shown = work.papers.version(paper, decision.version).shown if decision.reasons else ()
    for box, reason in reasons.by_box(decision.reasons, shown, words):
        yield Sentence("paper-reason", {"box": box, "reason": reason})


def place(work: UnitOfWork, decision: Decision, words: Words) -> str:
    """Where it was decided: the institution by its name, an own desk by what it is called."""
    assert decision.desk
    where = work.institutions.find(decision.institution or "")
    if where and decision.desk not in OWN_DESKS:
        return where.name
    return words.say(f"desk-{decision.desk}")


def shown_moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")


def who(work: UnitOfWork, decision: Decision) -> str:
    """The person's name, or what the account is called; empty for the office itself."""
    if decision.person is None:
        return ""
    person = work.people.get(decision.person)
    return person.name or person.user_name or ""


def waiting(work: UnitOfWork, paper: Paper) -> str:
    """How many days it has lain there; `today` and `yesterday` have words of their own."""
    days = (work.today - paper.waiting_since.date()).days
    return ("today", "yesterday")[days] if days < 2 else str(days)
