"""Commands carried out: to the menu, back, to a box, out of a form and into it again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from conversations import steps
from conversations.commands import Order
from conversations.engine import wording
from conversations.engine.choosing import folded
from conversations.engine.desk import Filling
from conversations.engine.form import Form
from conversations.engine.messages import Option, Outgoing
from conversations.engine.moving import back, edit
from conversations.engine.presenting import present
from conversations.engine.review import editable
from conversations.returned import is_about_paper, take_back, with_reasons
from rules.findings import NotPossible
from rules.roles import Role
from store.drafts import Draft, DraftId, DraftState

if TYPE_CHECKING:
    from conversations.talk import Talk


FIRST = ("change_password", "language", "logout")
"""What is open to somebody who has yet to change a first password (R1.8)."""

SIGN_UPS = {Role.CANDIDATE: "sign_up", Role.APPLICANT_UNIT: "unit_sign_up"}
"""Where whom nobody knows yet becomes somebody."""


def obey(talk: Talk, order: Order) -> list[Outgoing]:
    """Carry out a command; the history shows it by its title."""
    talk.heard = talk.next_label(f"/{order.name} {order.argument}".strip())
    if closed := closed_to(talk, order.name):
        return closed
    match order.name:
        case "back" | "edit" if talk.front:
            return [moved(talk, order)]
        case "back" | "edit":
            return talk.lobby(before=[talk.words.say("nothing-open")])
        case "cancel":
            return cancel(talk)
        case "menu":
            talk.put_aside()
            return talk.section(order.argument) if order.argument else talk.lobby()
        case "help":
            return explain(talk)
        case "resume":
            return resume(talk, order.argument)
        case "undo" | "again":
            return reopen(talk, order)
        case "new":
            name, _, argument = order.argument.partition(" ")
            return start(talk, name, argument, anew=True)
        case _:
            return start(talk, order.name, order.argument)


def closed_to(talk: Talk, name: str) -> list[Outgoing]:
    """What is said to who may do only little here: one handed-over form, or change a first password."""
    here = {"back", "edit", "help", "cancel"}
    if talk.only_draft and name in {"login", "logout"}:
        return leave(talk)
    if talk.only_draft and name not in here:
        return guarded(talk, "handover-only-this-form", "/login")
    if talk.confined and name not in {*here, *FIRST, "menu"}:
        return guarded(talk, "first-password", "/change_password")
    return []


def leave(talk: Talk) -> list[Outgoing]:
    """Off the one form handed over: it stays as it is, and waits where it came from."""
    talk.only_draft = talk.front = None
    return talk.said(talk.house.commands["logout"].act(talk, ""))


def moved(talk: Talk, order: Order) -> Outgoing:
    """Back, or to a box by its name, its number or its title."""
    assert talk.front
    filling = talk.filling(talk.front)
    if order.name == "back":
        return talk.shown(back(filling, talk.lookup, talk.words))
    path = box_meant(talk, filling, order.argument)
    return talk.shown(edit(filling, path, talk.lookup, talk.words))


def box_meant(talk: Talk, filling: Filling, said: str) -> str:
    """The path of a box by its number on the review, its title or a part of it; else what was said."""
    form = filling.read(talk.lookup)
    paths = editable(form)
    if said.isdigit() and 0 < int(said) <= len(paths):
        return paths[int(said) - 1]
    titles = {path: folded(wording.title(filling.form, path, talk.words)) for path in paths}
    for meant in (lambda title: title == folded(said), lambda title: folded(said) in title):
        found = [path for path, title in titles.items() if meant(title)]
        if len(found) == 1:
            return found[0]
    return said


def cancel(talk: Talk) -> list[Outgoing]:
    """Leave the form; everything written stays for an undo."""
    if not talk.front:
        return talk.lobby(before=[talk.words.say("nothing-open")])
    talk.work.drafts.close(talk.front.id, DraftState.CANCELLED)
    talk.put_aside()
    form = talk.title(talk.front.form)
    if not talk.front.answers:
        return [Outgoing(talk.words.say("cancelled-empty", form=form), talk.options(["/menu"]))]
    options = talk.options([f"/undo {talk.front.id}", "/menu"])
    return [Outgoing(talk.words.say("cancelled", form=form), options)]


def reopen(talk: Talk, order: Order) -> list[Outgoing]:
    """Take up a cancelled form again, or change one answer of a question asked before."""
    number, _, box = order.argument.partition(" ")
    draft = (
        talk.work.drafts.find(DraftId(int(number)), talk.person.id) if number.isdigit() else None
    )
    allowed = draft and (draft.state == "cancelled" or not talk.house.forms[draft.form].reviewed)
    if not draft or not allowed:
        return talk.lobby(before=[talk.words.say("nothing-to-reopen")])
    talk.work.drafts.reopen(draft.id)
    talk.front = talk.work.drafts.find_open(draft.id, talk.person.id)
    assert talk.front
    talk.work.people.set_front_draft(talk.person.id, draft.id)
    filling = talk.filling(talk.front)
    if order.name == "again" and (box or draft.state == "filed"):
        first = box or next(b.name for b in filling.form.boxes)
        return [talk.shown(edit(filling, first, talk.lookup, talk.words))]
    return [talk.shown(present(filling, talk.lookup, talk.words))]


def explain(talk: Talk) -> list[Outgoing]:
    if not talk.front:
        return talk.lobby(before=[talk.words.say("help")])
    before = [talk.words.say("help-in-form")]
    return [talk.shown(present(talk.filling(talk.front), talk.lookup, talk.words, before=before))]


def resume(talk: Talk, argument: str) -> list[Outgoing]:
    """Go on with an unfinished form; with several, choose which."""
    drafts = talk.open_drafts()
    wanted = [d for d in drafts if str(d.id) == argument] or ([] if argument else list(drafts))
    match wanted:
        case []:
            return talk.lobby(before=[talk.words.say("nothing-open")])
        case [draft]:
            return talk.take_up(draft)
        case several:
            options = [
                Option(talk.unfinished(d), f"/resume {d.id}", str(n))
                for n, d in enumerate(several, start=1)
            ]
            return [Outgoing(talk.words.say("resume-which"), tuple(options))]


def start(talk: Talk, name: str, argument: str = "", *, anew: bool = False) -> list[Outgoing]:
    """Open a form or carry out a command, if the person's roles allow it."""
    if name not in talk.house.order:
        return talk.lobby(before=[talk.words.say("lobby-unknown")])
    if not talk.house.roles(name) & talk.roles:
        return not_allowed(talk, name)
    if name in talk.house.commands:
        talk.put_aside()
        return talk.said(talk.house.commands[name].act(talk, argument))
    form = talk.house.forms[name]
    try:
        if is_about_paper(form, argument):
            return take_back(talk, form, argument)
        answers = form.prefilled(talk.work, argument)
    except NotPossible as refused:
        return first_things(talk, form, argument, refused) or not_now(talk, refused)
    open_ones = [d for d in talk.work.drafts.open_ones(talk.person.id) if d.form == name]
    begun = [d for d in talk.begun() if d.form == name]
    if begun and not anew:
        return old_or_new(talk, name, argument, begun)
    for draft in open_ones:
        if draft not in begun:
            talk.work.drafts.close(draft.id, DraftState.CANCELLED)
    draft = talk.work.drafts.open(talk.person.id, name, form.version, answers)
    try:
        return talk.take_up(with_reasons(talk, draft, form.sent_back(talk.work, answers)))
    except NotPossible as refused:
        talk.work.drafts.close(draft.id, DraftState.CANCELLED)
        return not_now(talk, refused)


def old_or_new(talk: Talk, name: str, argument: str, open_ones: Sequence[Draft]) -> list[Outgoing]:
    """An unfinished copy exists: go on with it, or begin another."""
    talk.put_aside()
    options = [
        Option(talk.unfinished(d), f"/resume {d.id}", str(n))
        for n, d in enumerate(open_ones, start=1)
    ]
    anew = f"/new {name} {argument}".strip()
    options.append(Option(talk.words.say("start-new"), anew, str(len(options) + 1)))
    return [Outgoing(talk.words.say("old-or-new", form=talk.title(name)), tuple(options))]


def first_things(
    talk: Talk, form: type[Form], argument: str, refused: NotPossible
) -> list[Outgoing]:
    """Why a form cannot be opened yet, with the step that comes first, where there is one."""
    steps = form.first_steps(talk.work, argument, refused)
    if not steps:
        return []
    talk.put_aside()
    said = "\n".join(talk.words.say(f.key, **f.args) for f in refused.findings)
    return [Outgoing(said, talk.options([*steps, "/menu"]))]


def not_now(talk: Talk, refused: NotPossible) -> list[Outgoing]:
    """What the button named is gone, decided or not the person's: every reason, and the way to the menu."""
    talk.put_aside()
    said = "\n".join(talk.words.say(f.key, **f.args) for f in refused.findings)
    return [Outgoing(said, talk.options(["/menu"]))]


def not_allowed(talk: Talk, name: str) -> list[Outgoing]:
    """A form of other roles: guests are shown the way in, by signing up where that leads to it."""
    talk.put_aside()
    talk.work.audit.refused(name, f"form:{name}")
    form = talk.title(name)
    if Role.GUEST not in talk.roles:
        return [Outgoing(talk.words.say("not-your-form", form=form), talk.options(["/menu"]))]
    ways = [f"/{way}" for role, way in SIGN_UPS.items() if role in talk.house.roles(name)][:1]
    said = talk.words.say("first-sign-up" if ways else "first-login", form=form)
    return [Outgoing(said, talk.options([*ways, "/login"]))]


def guarded(talk: Talk, key: str, *ways: str) -> list[Outgoing]:
    """Not now: the present question again, or the way on."""
    before = [talk.words.say(key)]
    if talk.front:
        return [
            talk.shown(present(talk.filling(talk.front), talk.lookup, talk.words, before=before))
        ]
    return [Outgoing(before[0], steps.options(ways, talk.words))]
