"""One message of one person within a running unit of work: drafts, commands, filing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from conversations import secure, steps
from conversations.commands import ALWAYS, CONTROLS, Order, meant, understood
from conversations.engine.answering import answer
from conversations.engine.asking import target, writes
from conversations.engine.choosing import chosen, folded, reads
from conversations.engine.desk import Desk, Filling
from conversations.engine.form import Done, Form
from conversations.engine.messages import Option, Outgoing, Said, Words
from conversations.engine.moving import refused_filing
from conversations.engine.presenting import Turn, present, repeat
from conversations.incoming import Incoming
from conversations.lookup import StoreLookup
from conversations.menu import House
from conversations.orders import FIRST, cancel, obey, start
from conversations.words import words
from rules.findings import NotPossible
from rules.roles import POSTS, Role, Roles
from store.drafts import Draft, DraftId, DraftState
from store.files import FileId
from store.people import Person, PersonId
from store.rights import roles_of
from store.unit import UnitOfWork

SENT_TWICE_WITHIN = timedelta(seconds=3)
"""Nobody reads the next name and writes the same again so soon."""


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
        self.confined = person.must_change_password
        """Nothing else is open before a first password is changed (R1.8)."""
        self.heard: str | None = None
        """The person's message as history shows it, once known: labels for taps, masks for private ones."""
        self.just: dict[str, str] = {}
        """What was filed a moment ago, for the copy that opens by itself."""

    # --- the way in ---

    def hear(self, incoming: Incoming) -> list[Outgoing]:
        """Everything said in reply to one message."""
        self.front = self.present_draft()
        filling = self.filling(self.front) if self.front else None
        if incoming.turn and incoming.turn != (filling.token if filling else None):
            return self.too_late(filling)
        order = understood(
            incoming.text,
            incoming.choice,
            self.words,
            self.house.order,
            writing=filling is not None and bool(incoming.text) and self.is_written(filling),
        )
        if order and not self.picks(order, filling, incoming):
            return obey(self, order)
        if filling:
            return self.take(filling, incoming)
        return self.without_question(incoming)

    def picks(self, order: Order, filling: Filling | None, incoming: Incoming) -> bool:
        """Whether a title that was typed is a label before one's eyes; control words stay orders."""
        text = (incoming.text or "").strip()
        if order.name in ALWAYS or not text or text.startswith(("/", "／")):
            return False
        labels = (o.label for o in self.last_shown()) if filling is None else filling.desk.labels
        return reads(text, labels)

    def too_late(self, filling: Filling | None) -> list[Outgoing]:
        """An answer to an earlier question records nothing, its words neither: it may be a password."""
        self.heard = "…"
        if filling is None:
            return self.lobby()
        return [self.shown(repeat(filling, self.lookup, self.words))]

    def present_draft(self) -> Draft | None:
        number = self.only_draft or self.person.front_draft
        draft = self.work.drafts.find_open(number, self.person.id) if number else None
        return None if draft and self.confined and draft.form not in FIRST else draft

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
            # A guest's menu offers what first shows the way in, too.
            offered = {*self.house.allowed(self.roles), *self.house.menu(self.roles)}
            value = (
                self.last_options(incoming.text)
                or self.line_meant(incoming.text)
                or meant(incoming.text, self.words, offered)
            )
            if value:
                order = understood(None, value, self.words, self.house.order, writing=False)
                return obey(self, order) if order else self.lobby()
        unread = incoming.file.problem if incoming.file else None
        said = self.words.say(unread.key, **unread.args) if unread else None
        return self.lobby(before=[said or self.words.say("lobby-unknown")])

    def line_meant(self, text: str) -> str | None:
        """A line of the menu by its words, though the menu was not shown last."""
        lines = {folded(self.line(step)): f"/{step}" for step in self.house.folded(self.roles)}
        return lines.get(folded(text))

    def last_options(self, text: str) -> str | None:
        """The value of an option of the last message, by number or label."""
        options = self.last_shown()
        return chosen(Said(text=text), options, {o.number: o.value for o in options if o.number})

    def last_shown(self) -> list[Option]:
        """What the last message offered."""
        last = self.work.messages.last_said(self.person.id)
        return [Option(**o) for o in last["options"]] if last else []

    def take_up(self, draft: Draft, before: Sequence[str] = ()) -> list[Outgoing]:
        """Bring a draft to the front and put its present question."""
        self.front = draft
        self.work.people.set_front_draft(self.person.id, draft.id)
        filling = self.filling(draft)
        desk = filling.desk.cleared(filing=False, passed={}, just=self.just)
        fresh = replace(filling, desk=desk)
        return [self.shown(present(fresh, self.lookup, self.words, before=before))]

    # --- answers ---

    def take(self, filling: Filling, incoming: Incoming) -> list[Outgoing]:
        """An answer to the present question."""
        if secure.is_barred(self, filling, incoming):
            self.heard = "••••••"
            before = [self.words.say("private-only-on-page")]
            return [self.shown(present(filling, self.lookup, self.words, before=before))]
        given = self.work.now - timedelta(seconds=incoming.given_s_ago)
        again = self.is_again(filling, incoming)
        said = Said(incoming.text, incoming.choice, incoming.file, incoming.secret, given, again)
        if incoming.secret and incoming.secret.verified is False:
            filling.read(self.lookup).wrong_password(self.work)
        if incoming.file and self.front:
            self.work.drafts.hold(self.front.id, [FileId(name) for name in incoming.file.kept])
        turn = answer(filling, said, self.lookup, self.words)
        if order := self.refused_title(turn, incoming):
            return obey(self, order)
        self.heard = self.as_heard(filling, turn, incoming)
        if turn.cancel:
            return cancel(self)
        if turn.file:
            return self.file(turn.filling, turn.file)
        return [self.shown(turn)]

    def refused_title(self, turn: Turn, incoming: Incoming) -> Order | None:
        """The form whose title was written where it is no answer, as at an ID number or a date."""
        question = turn.message.question if turn.message else None
        if question is None or question.error is None:
            return None
        order = understood(incoming.text, None, self.words, self.house.order, writing=False)
        return order if order and order.name in self.house.allowed(self.roles) else None

    def is_again(self, filling: Filling, incoming: Incoming) -> bool:
        """Whether a chat, which names no turns, brings the words once more that were just filed."""
        just = filling.desk.just
        if not just or not incoming.chat or incoming.turn or incoming.text is None:
            return False
        passed = self.work.machine_now - datetime.fromisoformat(just["at"])
        return passed <= SENT_TWICE_WITHIN and incoming.text.strip() == just["text"].strip()

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
        if self.only_draft and not form.roles & self.roles:
            self.work.drafts.save(answered)
            ways = steps.options(("/login",), self.words)
            return [Outgoing(self.words.say("handover-file-elsewhere"), ways)]
        try:
            with self.work.savepoint():
                self.work.drafts.save(answered)
                self.work.drafts.close(answered.id, DraftState.FILED)
                done = form.submit(self.work)
        except NotPossible as refused:
            return [self.shown(refused_filing(filling, refused.findings, self.lookup, self.words))]
        self.put_aside()
        return self.going_on(done) if done.goes_on else self.said(done, filed=answered.id)

    def going_on(self, done: Done) -> list[Outgoing]:
        """What follows by itself, under what was just done."""
        self.lookup = StoreLookup(self.work, self.house.sources, self.house.forms)
        name, _, argument = done.goes_on.removeprefix("/").partition(" ")
        self.just = {"text": self.heard or "", "at": self.work.machine_now.isoformat()}
        first, *more = start(self, name, argument, anew=True)
        said = [self.words.say(s.key, **s.args) for s in done.says]
        return [replace(first, text="\n".join([*said, first.text])), *more]

    def said(self, done: Done, filed: int | None = None) -> list[Outgoing]:
        """What a form or command leaves, with the next steps and anything still unfinished."""
        if done.becomes is not None:
            self.speak_for(PersonId(done.becomes))
        elif self.confined:
            # A first password may have been changed just now: everything is open again.
            self.take_roles(self.work.people.get(self.person.id))
        self.words = words(done.speaks) if done.speaks else self.words
        text = "\n".join(self.words.say(s.key, **s.args) for s in done.says)
        following = [s.replace("/again", f"/again {filed}") if filed else s for s in done.next]
        once = "\n".join(self.words.say(s.key, **s.args) for s in done.once) or None
        options = list(self.options(following))
        arrived = filed is not None or done.becomes is not None
        for draft in self.begun()[:2] if arrived else ():
            label = self.words.say("go-on", form=self.unfinished(draft))
            options.append(Option(label, f"/resume {draft.id}", str(len(options) + 1)))
        return [Outgoing(text, tuple(options), (*done.papers, *done.pictures), once=once)]

    def speak_for(self, person: PersonId) -> None:
        """From here on this device is that person's, with their language, roles and what they may look up."""
        self.becomes = person
        speaker = self.work.people.lock(person)
        self.take_roles(speaker)
        self.words = words(speaker.language)
        self.work.caller = replace(self.work.caller, person=person, roles=self.roles)
        self.lookup = StoreLookup(self.work, self.house.sources, self.house.forms)

    def take_roles(self, speaker: Person) -> None:
        self.roles, self.confined = roles_of(self.work, speaker), speaker.must_change_password

    def shown(self, turn: Turn) -> Outgoing:
        """Keep the draft as the turn left it, and say what it says."""
        if turn.file:
            return self.file(turn.filling, turn.file)[0]
        assert self.front
        assert turn.message
        self.work.drafts.save(
            replace(self.front, answers=dict(turn.filling.answers), desk=turn.filling.desk.dump())
        )
        return secure.offered(self, turn.message)

    # --- the lobby ---

    def open_drafts(self) -> list[Draft]:
        """What the person has begun and may still go on with; a lost role hides its forms, keeping them."""
        drafts = self.work.drafts.open_ones(self.becomes or self.person.id)
        forms = self.house.forms
        return [d for d in drafts if d.form in forms and forms[d.form].roles & self.roles]

    def begun(self) -> list[Draft]:
        """Unfinished forms worth a button: something is filled in, and they may be gone on with here."""
        there = [] if self.confined else self.open_drafts()
        reviewed = [d for d in there if d.answers and self.house.forms[d.form].reviewed]
        return [d for d in reviewed if (self.progress(d) or (1, 1))[0]]

    def put_aside(self) -> None:
        """No form lies in front; unfinished ones stay."""
        if self.person.front_draft is not None:
            self.work.people.set_front_draft(self.person.id, None)

    def lobby(self, before: Sequence[str] = ()) -> list[Outgoing]:
        """The menu: what this person may do, unfinished forms first."""
        options = [
            Option(self.words.say("go-on", form=self.unfinished(d)), f"/resume {d.id}")
            for d in self.begun()[:3]
        ]
        lines: Sequence[str] = self.house.folded(self.roles)
        if self.confined:
            lines = [name for name in self.house.menu(self.roles) if name in FIRST]
        options += [Option(self.line(step), f"/{step}") for step in lines]
        greeting = self.words.say(greeting_of(self.roles), name=self.person.name or "")
        return [Outgoing("\n".join([*before, greeting]), numbered(options))]

    def section(self, name: str) -> list[Outgoing]:
        """One part of the menu, unfolded; one that is empty for this person shows the whole."""
        names = self.house.menu(self.roles, name)
        if not names or self.confined:
            return self.lobby()
        options = [Option(self.title(one), f"/{one}") for one in names]
        options.append(Option(self.words.say("menu-whole"), "/menu"))
        return [Outgoing(self.words.say(f"menu-{name}"), numbered(options))]

    # --- words ---

    def line(self, step: str) -> str:
        """A line of the menu: a form's title, or that of a section."""
        name, _, section = step.partition(" ")
        return self.words.say(f"menu-{section}") if section else self.title(name)

    def title(self, name: str) -> str:
        return self.words.say(f"form-{name}")

    def unfinished(self, draft: Draft) -> str:
        """'报名（3/17）'; the title alone where the form cannot be gone on with at present."""
        title, progress = self.title(draft.form), self.progress(draft)
        if progress is None:
            return title
        done, of = progress
        return self.words.say("unfinished", form=title, done=done, of=of)

    def progress(self, draft: Draft) -> tuple[int, int] | None:
        """How many of the questions asked are answered; None where the form cannot be read at present."""
        try:
            asked = list(self.filling(draft).read(self.lookup).asked())
        except NotPossible:
            return None
        return sum(line.given for line in asked), len(asked)

    def options(self, following: Sequence[str]) -> tuple[Option, ...]:
        """Next steps as options: `/name argument`, labelled `next-name` where such a text exists."""
        # What other roles may open is no next step; a guest is shown the way in.
        guest = Role.GUEST in self.roles
        open_here = self.house.order if guest else self.house.allowed(self.roles)
        known = {*CONTROLS, *open_here}
        return steps.options((s for s in following if steps.named(s) in known), self.words)

    def next_label(self, step: str) -> str:
        return steps.label(step, self.words)


def greeting_of(roles: Roles) -> str:
    """The polite form for those who are here at work."""
    if Role.GUEST in roles:
        return "greeting-guest"
    return "greeting-staff" if roles & (POSTS | {Role.ACCOUNT_HOLDER}) else "greeting"


def numbered(options: Sequence[Option]) -> tuple[Option, ...]:
    """Options with their place as number."""
    return tuple(replace(o, number=str(n)) for n, o in enumerate(options, start=1))
