"""One incoming message = one unit of work: noted, answered and filed together, or not at all."""

import json
from dataclasses import dataclass, replace
from datetime import timedelta

from conversations import bodies, passing
from conversations.correcting import correct
from conversations.engine.answering import SecretWanted
from conversations.engine.boxes import Secret
from conversations.engine.form import Form
from conversations.engine.messages import Outgoing, Picture
from conversations.engine.presenting import present
from conversations.incoming import (
    Answer,
    Held,
    Incoming,
    Numbered,
    PasswordWork,
    SessionUnknown,
)
from conversations.menu import House
from conversations.orders import not_now
from conversations.talk import Talk
from conversations.words import words
from rules.findings import NotPossible, Refused
from rules.roles import Role
from store.chats import ChatId
from store.inbox import Seen
from store.messages import NewMessage, Sender
from store.people import Person, PersonId
from store.rights import roles_of
from store.sessions import Session, SessionKind
from store.unit import OFFICE, Caller, Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class Intake:
    """Takes messages of people, from any thread. Channels authenticate before and deliver after."""

    store: Store
    house: House
    holder: str = "intake"
    """Who holds the replies to chats until they are sent: this process."""

    def greet(self, kind: SessionKind, language: str, channel: str) -> Answer:
        """A new guest with a session of their own, and the first thing we say."""
        with self.store.writing() as work:
            guest = work.people.add_guest(language)
            session, token = work.sessions.open(guest.id, kind)
            work.caller = Caller(guest.id, session, channel, None, frozenset({Role.GUEST}))
            talk = Talk(work, guest, words(language), self.house)
            said = work.messages.add(guest.id, *bodies.spoken(talk.lobby()))
        return Answer(bodies.numbered(said), guest.id, token)

    def receive(self, incoming: Incoming) -> Answer | PasswordWork:
        """Take one message in a unit of its own; PasswordWork instead of PasswordWanted."""
        try:
            with self.store.writing() as work:
                return self.received(work, incoming)
        except PasswordWanted as wanted:
            return wanted.work

    def received(self, work: UnitOfWork, incoming: Incoming) -> Answer:
        """Take one message; the same key again gives the same answer and does nothing twice.

        PasswordWanted asks the caller to check or hash outside, then to call again with `secret` set.
        Raises SessionUnknown, store.faults.KeyReused; TransientFault means: nothing happened, try again.
        """
        chat, session = self.origin(work, incoming)
        if session is None:
            return self.replayed_after_change(work, incoming)
        person = work.people.lock(session.person)
        seen = self.noted(work, inbox_key(session, incoming), incoming)
        if seen:
            return Answer(self.replies(work, seen), person.id)
        work.caller = Caller(
            person.id,
            session.id,
            incoming.channel,
            incoming.address,
            self.roles(work, person, session),
            chat,
        )
        talk = Talk(work, person, words(person.language), self.house)
        talk.only_draft = session.only_draft
        if incoming.link is not None:
            talk, said = passing.continue_here(talk, incoming.link)
        else:
            said = self.hear(talk, incoming)
        return self.answered(work, talk, incoming, session, said)

    @staticmethod
    def origin(work: UnitOfWork, incoming: Incoming) -> tuple[ChatId | None, Session | None]:
        """The session a message came in, and its chat where it came from one."""
        if not incoming.chat:
            return None, work.sessions.find(incoming.token)
        chat, session = work.chats.enter(incoming.channel, incoming.chat, incoming.language)
        if session.only_draft and not work.drafts.find_open(session.only_draft, session.person):
            # The form handed over is done: the chat is a guest's again, not stuck with nothing to do.
            work.sessions.void(session.id)
            chat, session = work.chats.enter(incoming.channel, incoming.chat, incoming.language)
        return chat, session

    def hear(self, talk: Talk, incoming: Incoming) -> list[Outgoing]:
        """Let the talk reply; a password leaves the unit first, unless it is refused on sight."""
        try:
            return correct(talk, incoming) if incoming.corrects else talk.hear(incoming)
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
        except NotPossible as refused:
            # The form in front cannot even be read any more: it is put aside, and the reason told.
            return not_now(talk, refused)

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
            opened, token = work.sessions.open(person, session.kind, talk.only_draft)
            if incoming.chat:
                work.chats.bind(incoming.channel, incoming.chat, person, opened)
                token = None
        draft = talk.front.id if talk.front else None
        mine = NewMessage(Sender.ME, bodies.dump(heard(talk, incoming), key=incoming.key), draft)
        numbered = work.messages.add(person, mine, *bodies.spoken(said, draft))
        key = inbox_key(session, incoming)
        work.inbox.done(key, person, numbered[0].number, numbered[-1].number)
        once = {n.number: s.once for n, s in zip(numbered[1:], said, strict=True) if s.once}
        messages = bodies.numbered(numbered, once)
        return Answer(messages, person, token, self.held(work, person, messages, incoming))

    def held(
        self,
        work: UnitOfWork,
        person: PersonId,
        messages: tuple[Numbered, ...],
        incoming: Incoming,
    ) -> tuple[Held, ...]:
        """The replies on their way to the chat: this process sends them at once, or else the sender."""
        chat, hold = work.caller.chat, timedelta(seconds=incoming.hold_s)
        if chat is None:
            return ()
        ours = [message for message in messages if not message.mine]
        rows = [work.outbox.hold(person, m.number, chat, self.holder, hold) for m in ours]
        return tuple(Held(row, chat, m) for row, m in zip(rows, ours, strict=True) if row)

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

    def apologise(self, work: UnitOfWork, incoming: Incoming, reference: str) -> Answer:
        """After a fault of ours: the message counts as seen, the draft stays as it was, we say so."""
        chat, session = self.origin(work, incoming)
        if session is None:
            raise SessionUnknown
        person = work.people.lock(session.person)
        work.caller = replace(OFFICE, chat=chat)
        key = inbox_key(session, incoming)
        seen = self.noted(work, key, incoming)
        if seen:
            return Answer(self.replies(work, seen), person.id)
        text = words(person.language).say("fault-of-ours", reference=reference)
        numbered = work.messages.add(
            person.id, *bodies.spoken([Outgoing(text)], person.front_draft)
        )
        work.inbox.failed(key, person.id, numbered[0].number, numbered[-1].number)
        messages = bodies.numbered(numbered)
        return Answer(
            messages, person.id, deliveries=self.held(work, person.id, messages, incoming)
        )

    def noted(self, work: UnitOfWork, key: str, incoming: Incoming) -> Seen | None:
        """None for a new message, with what it opens; else what came of it. Under the lock of its person."""
        seen = work.inbox.note(key, self.fingerprint(work, incoming))
        if seen is None and incoming.opens:
            work.wechat_chats.opened(incoming.chat, incoming.opens)
        return seen

    @staticmethod
    def fingerprint(work: UnitOfWork, incoming: Incoming) -> bytes:
        """What makes two messages of one key the same; passwords leave no trace, not even this one."""
        if incoming.secret is not None or incoming.chat:
            # The ids of a network are its own: a repetition need not be compared.
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


def inbox_key(session: Session, incoming: Incoming) -> str:
    """The sender's ids count per session, those of a network for its whole channel."""
    if incoming.chat:
        return f"{incoming.channel}:{incoming.key}"
    return f"{incoming.channel}:{session.id}:{incoming.key}"


class PasswordWanted(Exception):
    """Carries the work out of the unit, which is rolled back: not even the inbox has seen the password."""

    def __init__(self, work: PasswordWork) -> None:
        super().__init__("password")
        self.work = work


def password_work(form: Form, box: Secret, typed: str, work: UnitOfWork) -> PasswordWork:
    """What is to be done with a typed password; Refused when it will not do or came too often."""
    if box.against_stored:
        stored = form.stored_password(work, typed)
        return PasswordWork(
            check=True, stored=stored.hash, fits_first=stored.fits_first, pause_s=stored.pause_s
        )
    problem = form.password_problem(typed)
    if problem:
        raise Refused(problem.key, problem.rule, **problem.args)
    return PasswordWork(check=False)


def heard(talk: Talk, incoming: Incoming) -> Outgoing:
    """The person's own message as the history keeps it."""
    files: tuple[Picture, ...] = ()
    if incoming.file and incoming.file.file and incoming.file.digest is None:
        file = incoming.file
        files = (Picture(file.preview or file.file, "", file.media_type, file.size),)
    text = talk.heard if talk.heard is not None else (incoming.text or incoming.choice or "")
    return Outgoing(text, files=files)
