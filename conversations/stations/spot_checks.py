"""抽查情况: what was asked for, answered and found, round by round, for the station and the officers who check (R7.7)."""

from collections.abc import Iterator

from conversations.engine.form import Done
from conversations.engine.messages import Picture, Sentence, sentences
from conversations.menu import Command
from conversations.paging import further, is_page, page_meant
from conversations.sources.spot_checks import seen_check, told, value_of
from conversations.talk import Talk
from rules.findings import NotPossible
from rules.roles import Action, may, who_may
from rules.spot_checks import SpotCheckState
from store.pages import page_of
from store.spot_checks import Round, SpotCheck
from store.unit import UnitOfWork

MAY_SEE = who_may(Action.SPOT_CHECK) | who_may(Action.ANSWER_SPOT_CHECK)


def spot_checks(talk: Talk, argument: str) -> Done:
    """All of them, the latest first, `page:2`; `5` one with its answers and pictures."""
    if is_page(argument):
        return listed(talk.work, page_meant(argument))
    try:
        return shown(talk, talk.work.spot_checks.seen(seen_check(argument)[0]))
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/spot_checks", "/menu"))


def listed(work: UnitOfWork, page: int) -> Done:
    found = page_of(work.spot_checks.listed(), page)
    new = ("/spot_check",) if may(work.caller.roles, Action.SPOT_CHECK) else ()
    if not found.things:
        return Done((Sentence("spot-checks-none"),), next=(*new, "/menu"))
    lines = (
        Sentence("spot-checks-line", {"n": n, **told(work, one)})
        for n, one in enumerate(found.things, start=1)
    )
    steps = [f"/spot_checks {one.id}" for one in found.things]
    steps += further("/spot_checks", page, found)
    return Done((Sentence("spot-checks-listed"), *lines), next=(*steps, *new, "/menu"))


def shown(talk: Talk, check: SpotCheck) -> Done:
    work = talk.work
    rounds = work.spot_checks.rounds(check.id)
    asked = {
        **told(work, check),
        "asked_on": check.asked_at.date(),
        "wanted": check.request.wanted,
        "note": check.request.note or "none",
    }
    says = [Sentence("spot-check-head", asked)]
    if check.request.drawn_from:
        args = {"seed": check.request.seed, "pool": check.request.drawn_from}
        says.append(Sentence("spot-check-draw", args))
    says += [line for one in rounds for line in lines_of(one)]
    pictures = tuple(picture for one in rounds for picture in enclosed(talk, one))
    return Done(tuple(says), pictures=pictures, next=(*steps(work, check), "/spot_checks", "/menu"))


def lines_of(one: Round) -> Iterator[Sentence]:
    yield Sentence(
        "spot-check-answer",
        {
            "on": one.answered_at.date(),
            "answer": one.answer.text,
            "place": one.answer.place or "none",
            "files": len(one.answer.files),
        },
    )
    if one.verdict and one.decided_at:
        verdict = one.verdict
        args = {
            "on": one.decided_at.date(),
            "conclusion": verdict.conclusion,
            "findings": verdict.findings,
            "correction": verdict.correction or "none",
            "correct_by": verdict.correct_by or "",
        }
        yield Sentence("spot-check-verdict", args)


def enclosed(talk: Talk, one: Round) -> Iterator[Picture]:
    for n, file in enumerate(talk.work.spot_checks.files(one.id), start=1):
        name = talk.words.say("spot-check-file", n=n)
        yield Picture(file.id, name, file.media_type, file.size)


def steps(work: UnitOfWork, check: SpotCheck) -> Iterator[str]:
    roles = work.caller.roles
    if check.state is SpotCheckState.ASKED and may(roles, Action.ANSWER_SPOT_CHECK):
        yield f"/spot_check_reply {check.id}"
    if check.state is SpotCheckState.ANSWERED and may(roles, Action.SPOT_CHECK):
        yield f"/spot_check_finding {value_of(check)}"


SPOT_CHECKS = Command("spot_checks", MAY_SEE, spot_checks)
