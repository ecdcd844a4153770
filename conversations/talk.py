"""One message of one person within a running unit of work: drafts, commands, filing."""

from collections.abc import Sequence
from dataclasses import replace

from conversations.commands import CONTROLS, Order, meant, understood
from conversations.engine import wording
from conversations.engine.answering import answer
from conversations.engine.asking import target, writes
from conversations.engine.choosing import chosen
from conversations.engine.desk import Desk, Filling
from conversations.engine.form import Done, Form
from conversations.engine.messages import Option, Outgoing, Said, Words
from conversations.engine.moving import back, edit, refused_filing
from conversations.engine.presenting import Turn, present, repeat
from conversations.engine.review import editable
from conversations.incoming import Incoming
from conversations.lookup import StoreLookup
from conversations.menu import House
from conversations.words import words
from rules.findings import NotPossible
from rules.roles import Role
from store.drafts import Draft, DraftId, DraftState
from store.people import Person, PersonId
from store.unit import UnitOfWork


class Talk:
    """What the bot makes of one message. Everything it changes is in the running unit."""

    def __init__(self, work: UnitOfWork, person: Person, words: Words, house: House) -> None:
        self.work = work
        self.person = person
        self.words = words
        self.house = house
        self.roles = work.caller.roles
        self.lookup = StoreLookup(work, house.sources, house.forms)
        self.front: Draft | None = None
        self.only_draft: DraftId | None = None
        self.becomes: PersonId | None = None
        self.heard: str | None = None
        """The person's message as history shows it, once known: labels for taps, masks for private ones."""

    # --- the way in ---

    def hear(self, incoming: Incoming) -> list[Outgoing]:
        """Everything said in reply to one message."""
        self.front = self.present_draft()
        filling = self.filling(self.front) if self.front else None
        if incoming.turn and incoming.turn != (filling.token if filling else None):
            return (
                [self.shown(repeat(filling, self.lookup, self.words))] if filling else self.lobby()
            )
        order = understood(
            incoming.text,
            incoming.choice,
            self.words,
            self.house.order,
            writing=filling is not None and self.is_written(filling),
        )
        if order:
            return self.obey(order)
        if filling:
            return self.take(filling, incoming)
        return self.without_question(incoming)

    def present_draft(self) -> Draft | None:
        number = self.only_draft or self.person.front_draft
        return self.work.drafts.find_open(number, self.person.id) if number else None

    def filling(self, draft: Draft) -> Filling:
        form = self.house.forms[draft.form]
        return Filling(draft.id, form, draft.answers, Desk.load(draft.desk))

    def is_written(self, filling: Filling) -> bool:
        """Whether the present question wants free text."""
        line = target(filling.read(self.lookup), filling.desk)
        return line is not None and not filling.desk.confirming and writes(line.box)

    def without_question(self, incoming: Incoming) -> list[Outgoing]:
        """A message while nothing is asked: an option of the last message, or a wish in plain words."""
        if incoming.text:
            value = self.last_options(incoming.text) or meant(
                incoming.text, self.words, self.house.allowed(self.roles)
            )
            if value:
                order = understood(None, value, self.words, self.house.order, writing=False)
                return self.obey(order) if order else self.lobby()
        return self.lobby(before=[self.words.say("lobby-unknown")])

    def last_options(self, text: str) -> str | None:
        """The value of an option of the last message, by number or label."""
        last = self.work.messages.last_said(self.person.id)
        options = [Option(**o) for o in last["options"]] if last else []
        return chosen(Said(text=text), options, {o.number: o.value for o in options if o.number})

    # --- orders ---

    def obey(self, order: Order) -> list[Outgoing]:
        """Carry out a command; the history shows it by its title."""
        self.heard = self.command_title(order.name)
        if self.only_draft and order.name not in {"back", "edit", "help", "cancel"}:
            return self.guarded("handover-only-this-form")
        match order.name:
            case "back" | "edit" if self.front:
                return [self.moved(order)]
            case "back" | "edit":
                return self.lobby(before=[self.words.say("nothing-open")])
            case "cancel":
                return self.cancel()
            case "menu":
                self.put_aside()
                return self.lobby()
            case "help":
                return self.help()
            case "resume":
                return self.resume(order.argument)
            case "undo" | "again":
                return self.reopen(order)
            case "new":
                return self.start(order.argument, anew=True)
            case _:
                return self.start(order.name, order.argument)

    def moved(self, order: Order) -> Outgoing:
        """Back, or to a box by its name, its number or its title."""
        assert self.front
        filling = self.filling(self.front)
        if order.name == "back":
            return self.shown(back(filling, self.lookup, self.words))
        path = self.box_meant(filling, order.argument)
        return self.shown(edit(filling, path, self.lookup, self.words))

    def box_meant(self, filling: Filling, said: str) -> str:
        form = filling.read(self.lookup)
        paths = editable(form)
        if said.isdigit() and 0 < int(said) <= len(paths):
            return paths[int(said) - 1]
        titles = {wording.title(filling.form, p, self.words): p for p in paths}
        return titles.get(said, said)

    def cancel(self) -> list[Outgoing]:
        """Leave the form; everything written stays for an undo."""
        if not self.front:
            return self.lobby(before=[self.words.say("nothing-open")])
        self.work.drafts.close(self.front.id, DraftState.CANCELLED)
        self.put_aside()
        options = self.options([f"/undo {self.front.id}", "/menu"])
        return [Outgoing(self.words.say("cancelled", form=self.title(self.front.form)), options)]

    def reopen(self, order: Order) -> list[Outgoing]:
        """Take up a cancelled form again, or change one answer of a question asked before."""
        number, _, box = order.argument.partition(" ")
        draft = (
            self.work.drafts.find(DraftId(int(number)), self.person.id)
            if number.isdigit()
            else None
        )
        allowed = draft and (
            draft.state == "cancelled" or not self.house.forms[draft.form].reviewed
        )
        if not draft or not allowed:
            return self.lobby(before=[self.words.say("nothing-to-reopen")])
        self.work.drafts.reopen(draft.id)
        self.front = self.work.drafts.find_open(draft.id, self.person.id)
        assert self.front
        self.work.people.set_front_draft(self.person.id, draft.id)
        filling = self.filling(self.front)
        if order.name == "again" and (box or draft.state == "filed"):
            first = box or next(b.name for b in filling.form.boxes)
            return [self.shown(edit(filling, first, self.lookup, self.words))]
        return [self.shown(present(filling, self.lookup, self.words))]

    def help(self) -> list[Outgoing]:
        if not self.front:
            return self.lobby(before=[self.words.say("help")])
        before = [self.words.say("help-in-form")]
        return [
            self.shown(present(self.filling(self.front), self.lookup, self.words, before=before))
        ]

    def resume(self, argument: str) -> list[Outgoing]:
        """Go on with an unfinished form; with several, choose which."""
        drafts = self.work.drafts.open_ones(self.person.id)
        wanted = [d for d in drafts if str(d.id) == argument] or ([] if argument else list(drafts))
        match wanted:
            case []:
                return self.lobby(before=[self.words.say("nothing-open")])
            case [draft]:
                return self.take_up(draft)
            case several:
                options = [
                    Option(self.unfinished(d), f"/resume {d.id}", str(n))
                    for n, d in enumerate(several, start=1)
                ]
                return [Outgoing(self.words.say("resume-which"), tuple(options))]

    def take_up(self, draft: Draft, before: Sequence[str] = ()) -> list[Outgoing]:
        """Bring a draft to the front and put its present question."""
        self.front = draft
        self.work.people.set_front_draft(self.person.id, draft.id)
        filling = self.filling(draft)
        fresh = replace(filling, desk=filling.desk.cleared(filing=False, passed={}))
        return [self.shown(present(fresh, self.lookup, self.words, before=before))]

    def start(self, name: str, argument: str = "", *, anew: bool = False) -> list[Outgoing]:
        """Open a form or carry out a command, if the person's roles allow it."""
        if name not in self.house.order:
            return self.lobby(before=[self.words.say("lobby-unknown")])
        if not self.house.roles(name) & self.roles:
            return self.not_allowed(name)
        if name in self.house.commands:
            self.put_aside()
            return self.said(self.house.commands[name].act(self, argument))
        form = self.house.forms[name]
        open_ones = [d for d in self.work.drafts.open_ones(self.person.id) if d.form == name]
        if open_ones and form.reviewed and not anew:
            return self.old_or_new(name, open_ones)
        for draft in open_ones if not form.reviewed else ():
            self.work.drafts.close(draft.id, DraftState.CANCELLED)
        draft = self.work.drafts.open(self.person.id, name, form.version, form.opening(argument))
        return self.take_up(draft)

    def old_or_new(self, name: str, open_ones: Sequence[Draft]) -> list[Outgoing]:
        """An unfinished copy exists: go on with it, or begin another."""
        self.put_aside()
        options = [
            Option(self.unfinished(d), f"/resume {d.id}", str(n))
            for n, d in enumerate(open_ones, start=1)
        ]
        options.append(Option(self.words.say("start-new"), f"/new {name}", str(len(options) + 1)))
        return [Outgoing(self.words.say("old-or-new", form=self.title(name)), tuple(options))]

    def not_allowed(self, name: str) -> list[Outgoing]:
        """A form of other roles: guests are shown the way in."""
        self.put_aside()
        guest = Role.GUEST in self.roles
        key = "first-sign-up" if guest else "not-your-form"
        options = self.options(["/sign_up", "/login"] if guest else ["/menu"])
        return [Outgoing(self.words.say(key, form=self.title(name)), options)]

    # --- answers ---

    def take(self, filling: Filling, incoming: Incoming) -> list[Outgoing]:
        """An answer to the present question."""
        said = Said(incoming.text, incoming.choice, incoming.file, incoming.secret)
        turn = answer(filling, said, self.lookup, self.words)
        self.heard = self.as_heard(filling, turn, incoming)
        if turn.cancel:
            return self.cancel()
        if turn.file:
            return self.file(turn.filling, turn.file)
        return [self.shown(turn)]

    def as_heard(self, filling: Filling, turn: Turn, incoming: Incoming) -> str:
        """The answer as the history keeps it."""
        if incoming.choice is not None:
            return filling.desk.label(incoming.choice)
        if incoming.secret is not None:
            return "••••••"
        text = incoming.text or ""
        box = turn.answered.box if turn.answered else None
        return box.mask(text) if box and box.is_private else text

    def file(self, filling: Filling, form: Form) -> list[Outgoing]:
        """Submit in a savepoint: a refusal undoes it, keeps the draft and names every reason."""
        assert self.front
        answered = replace(self.front, answers=dict(filling.answers), desk=filling.desk.dump())
        try:
            with self.work.savepoint():
                self.work.drafts.save(answered)
                self.work.drafts.close(answered.id, DraftState.FILED)
                done = form.submit(self.work)
        except NotPossible as refused:
            return [self.shown(refused_filing(filling, refused.findings, self.lookup, self.words))]
        self.put_aside()
        return self.said(done, filed=answered.id)

    def said(self, done: Done, filed: int | None = None) -> list[Outgoing]:
        """What a form or command leaves, with the next steps and anything still unfinished."""
        self.becomes = PersonId(done.becomes) if done.becomes is not None else None
        self.words = words(done.speaks) if done.speaks else self.words
        text = "\n".join(self.words.say(s.key, **s.args) for s in done.says)
        steps = [s.replace("/again", f"/again {filed}") if filed else s for s in done.next]
        once = self.words.say(done.once.key, **done.once.args) if done.once else None
        options = list(self.options(steps))
        rest = [
            d
            for d in self.work.drafts.open_ones(self.becomes or self.person.id)
            if self.house.forms[d.form].reviewed
        ]
        for draft in rest[:2]:
            label = self.words.say("go-on", form=self.unfinished(draft))
            options.append(Option(label, f"/resume {draft.id}", str(len(options) + 1)))
        return [Outgoing(text, tuple(options), (*done.papers, *done.pictures), once=once)]

    def shown(self, turn: Turn) -> Outgoing:
        """Keep the draft as the turn left it, and say what it says."""
        if turn.file:
            return self.file(turn.filling, turn.file)[0]
        assert self.front
        assert turn.message
        self.work.drafts.save(
            replace(self.front, answers=dict(turn.filling.answers), desk=turn.filling.desk.dump())
        )
        return turn.message

    # --- the lobby ---

    def put_aside(self) -> None:
        """No form lies in front; unfinished ones stay."""
        if self.person.front_draft is not None:
            self.work.people.set_front_draft(self.person.id, None)

    def lobby(self, before: Sequence[str] = ()) -> list[Outgoing]:
        """The menu: what this person may do, unfinished forms first."""
        drafts = [
            d
            for d in self.work.drafts.open_ones(self.person.id)
            if self.house.forms[d.form].reviewed
        ]
        options = [
            Option(self.words.say("go-on", form=self.unfinished(d)), f"/resume {d.id}")
            for d in drafts[:3]
        ]
        options += [Option(self.title(n), f"/{n}") for n in self.house.menu(self.roles)]
        numbered = tuple(replace(o, number=str(n)) for n, o in enumerate(options, start=1))
        text = self.words.say(
            "greeting-guest" if Role.GUEST in self.roles else "greeting",
            name=self.person.name or "",
        )
        return [Outgoing("\n".join([*before, text]), numbered)]

    def guarded(self, key: str) -> list[Outgoing]:
        before = [self.words.say(key)]
        if self.front:
            return [
                self.shown(
                    present(self.filling(self.front), self.lookup, self.words, before=before)
                )
            ]
        return [Outgoing(before[0])]

    # --- words ---

    def command_title(self, name: str) -> str:
        return self.words.say(f"command-{name}") if name in CONTROLS else self.title(name)

    def title(self, name: str) -> str:
        return self.words.say(f"form-{name}")

    def unfinished(self, draft: Draft) -> str:
        """'报名（3/17）'."""
        form = self.filling(draft).read(self.lookup)
        asked = list(form.asked())
        done = sum(line.given for line in asked)
        return self.words.say("unfinished", form=self.title(draft.form), done=done, of=len(asked))

    def options(self, steps: Sequence[str]) -> tuple[Option, ...]:
        """Next steps as options: `/name argument`, labelled `next-name` where such a text exists."""
        there = [s for s in steps if named(s) in {*CONTROLS, *self.house.order}]
        return tuple(Option(self.next_label(s), s, str(n)) for n, s in enumerate(there, start=1))

    def next_label(self, step: str) -> str:
        keys = [f"{kind}-{named(step)}" for kind in ("next", "command", "form")]
        return self.words.say(next(key for key in keys if self.words.has(key)))


def named(step: str) -> str:
    """The command of a next step: `registration` of `/registration 12`."""
    return step.removeprefix("/").split(" ")[0]
