"""One incoming message = one unit of work: noted, answered and filed together, or not at all."""

import json
from dataclasses import dataclass

from conversations import bodies
from conversations.engine.answering import SecretWanted
from conversations.engine.boxes import Secret
from conversations.engine.form import Form
from conversations.engine.messages import Outgoing, Picture
from conversations.engine.presenting import present
from conversations.incoming import Answer, Incoming, Numbered, PasswordWork, SessionUnknown
from conversations.menu import House
from conversations.talk import Talk, roles_of
from conversations.words import words
from rules.findings import NotPossible, Refused
from rules.roles import Role
from store.drafts import DraftId
from store.inbox import Seen
from store.messages import NewMessage, Sender
from store.people import Person
from store.sessions import Session, SessionKind
from store.unit import Caller, Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class Intake:
    """Takes messages of people, from any thread. Channels authenticate before and deliver after."""

    store: Store
    house: House

    def greet(self, kind: SessionKind, language: str, channel: str) -> Answer:
        """A new guest with a session of their own, and the first thing we say."""
        with self.store.writing() as work:
            guest = work.people.add_guest(language)
            session, token = work.sessions.open(guest.id, kind)
            work.caller = Caller(guest.id, session, channel, None, frozenset({Role.GUEST}))
            talk = Talk(work, guest, words(language), self.house)
            said = work.messages.add(guest.id, *self.spoken(talk.lobby(), None))
        return Answer(bodies.numbered(said), guest.id, token)

    def receive(self, incoming: Incoming) -> Answer | PasswordWork:
        """Take one message; the same key again gives the same answer and does nothing twice.

        PasswordWork asks the caller to check or hash outside, then to call again with `secret` set.
        Raises SessionUnknown, store.faults.KeyReused; TransientFault means: nothing happened, try again.
        """
        try:
            with self.store.writing() as work:
                return self.received(work, incoming)
        except PasswordWanted as wanted:
            return wanted.work

    def received(self, work: UnitOfWork, incoming: Incoming) -> Answer:
        session = work.sessions.find(incoming.token)
        if session is None:
            return self.replayed_after_change(work, incoming)
        person = work.people.lock(session.person)
        seen = work.inbox.note(inbox_key(session, incoming), self.fingerprint(work, incoming))
        if seen:
            return Answer(self.replies(work, seen), person.id)
        work.caller = Caller(
            person.id,
            session.id,
            incoming.channel,
            incoming.address,
            self.roles(work, person, session),
        )
        talk = Talk(work, person, words(person.language), self.house)
        talk.only_draft = session.only_draft
        said = self.hear(talk, incoming)
        return self.answered(work, talk, incoming, session, said)

    def hear(self, talk: Talk, incoming: Incoming) -> list[Outgoing]:
        """Let the talk reply; a password leaves the unit first, unless it is refused on sight."""
        try:
            return talk.hear(incoming)
        except SecretWanted as wanted:
            assert talk.front
            filling = talk.filling(talk.front)
            try:
                work = password_work(wanted.form, wanted.box, incoming.text or "", talk.work)
            except (Refused, NotPossible) as refused:
                talk.heard = "••••••"
                finding = refused.finding if isinstance(refused, Refused) else refused.findings[0]
                return [talk.shown(present(filling, talk.lookup, talk.words, error=finding))]
            raise PasswordWanted(work) from None

    def answered(
        self,
        work: UnitOfWork,
        talk: Talk,
        incoming: Incoming,
        session: Session,
        said: list[Outgoing],
    ) -> Answer:
        """Number what was said on both sides, under the person the session belongs to from now on."""
        token, person = None, talk.person.id
        if talk.becomes is not None:
            person = talk.becomes
            work.sessions.void(session.id, incoming.key)
            _, token = work.sessions.open(person, session.kind)
        draft = talk.front.id if talk.front else None
        mine = NewMessage(Sender.ME, bodies.dump(heard(talk, incoming), key=incoming.key), draft)
        numbered = work.messages.add(person, mine, *self.spoken(said, draft))
        key = inbox_key(session, incoming)
        work.inbox.done(key, person, numbered[0].number, numbered[-1].number)
        once = {n.number: s.once for n, s in zip(numbered[1:], said, strict=True) if s.once}
        return Answer(bodies.numbered(numbered, once), person, token)

    def replayed_after_change(self, work: UnitOfWork, incoming: Incoming) -> Answer:
        """A sign-in whose reply was lost: the same message again opens the new person's session once more."""
        replaced = work.sessions.find_replaced(incoming.token, incoming.key)
        if replaced is None:
            raise SessionUnknown
        key = inbox_key(replaced, incoming)
        seen = work.inbox.find(key)
        if seen is None or seen.person is None:
            raise SessionUnknown
        _, token = work.sessions.open(seen.person, replaced.kind)
        return Answer(self.replies(work, seen), seen.person, token)

    def apologise(self, incoming: Incoming, reference: str) -> Answer:
        """After a fault of ours: the message counts as seen, the draft stays as it was, we say so."""
        with self.store.writing() as work:
            session = work.sessions.find(incoming.token)
            if session is None:
                raise SessionUnknown
            person = work.people.lock(session.person)
            key = inbox_key(session, incoming)
            seen = work.inbox.note(key, self.fingerprint(work, incoming))
            if seen:
                return Answer(self.replies(work, seen), person.id)
            text = words(person.language).say("fault-of-ours", reference=reference)
            numbered = work.messages.add(
                person.id, *self.spoken([Outgoing(text)], person.front_draft)
            )
            work.inbox.failed(key, person.id, numbered[0].number, numbered[-1].number)
            return Answer(bodies.numbered(numbered), person.id)

    @staticmethod
    def fingerprint(work: UnitOfWork, incoming: Incoming) -> bytes:
        """What makes two messages of one key the same; passwords leave no trace, not even this one."""
        if incoming.secret is not None:
            return b""
        file = incoming.file.file if incoming.file else None
        content = json.dumps([incoming.text, incoming.choice, incoming.turn, file])
        return work.fingerprint(content, "inbox")

    @staticmethod
    def roles(work: UnitOfWork, person: Person, session: Session) -> frozenset[Role]:
        """What the person may do here; a handed-over draft never carries staff rights."""
        if session.only_draft is not None and not person.guest:
            return frozenset({Role.CANDIDATE})
        return roles_of(work, person)

    def replies(self, work: UnitOfWork, seen: Seen) -> tuple[Numbered, ...]:
        if seen.person is None or seen.first is None or seen.last is None:
            return ()
        return bodies.numbered(work.messages.range(seen.person, seen.first, seen.last))

    @staticmethod
    def spoken(said: list[Outgoing], draft: DraftId | None) -> list[NewMessage]:
        return [NewMessage(Sender.BOT, bodies.dump(m), draft) for m in said]


def inbox_key(session: Session, incoming: Incoming) -> str:
    """The sender's ids count per session."""
    return f"{incoming.channel}:{session.id}:{incoming.key}"


class PasswordWanted(Exception):
    """Carries the work out of the unit, which is rolled back: not even the inbox has seen the password."""

    def __init__(self, work: PasswordWork) -> None:
        super().__init__("password")
        self.work = work


def password_work(form: Form, box: Secret, typed: str, work: UnitOfWork) -> PasswordWork:
    """What is to be done with a typed password; Refused when it will not do or came too often."""
    if box.against_stored:
        return PasswordWork(check=True, stored=form.stored_hash(work))
    problem = form.password_problem(typed)
    if problem:
        raise Refused(problem.key, problem.rule, **problem.args)
    return PasswordWork(check=False)


def heard(talk: Talk, incoming: Incoming) -> Outgoing:
    """The person's own message as the history keeps it."""
    files: tuple[Picture, ...] = ()
    if incoming.file and incoming.file.file:
        file = incoming.file
        files = (Picture(file.preview or file.file, "", file.media_type, file.size),)
    text = talk.heard if talk.heard is not None else (incoming.text or incoming.choice or "")
    return Outgoing(text, files=files)
