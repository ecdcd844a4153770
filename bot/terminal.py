"""A person at the terminal: prints what is said, reads answers, sends pictures by their path."""

import getpass
import sys
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from bot import demo, wiring
from bot.faults import Stopped
from bot.front import MAYBE_WORKBOOKS, keep, keep_whole, keep_workbook, look_into, looked_at
from bot.passwords import Passwords
from bot.settings import Settings
from conversations.engine.messages import Kind, Outgoing, Received
from conversations.house import house
from conversations.incoming import Answer, Incoming, PasswordWork
from conversations.intake import Intake
from exports.picture_zip import MEDIA_TYPE as PICTURE_ZIP
from exports.received_workbook import read_workbook
from rules.findings import Refused
from rules.roles import Role
from store.demonstration import Demonstration
from store.picture_kinds import kind_of
from store.pictures import PictureDesk
from store.sessions import SessionKind
from store.unit import Store

CHANNEL = "terminal"


def converse(settings: Settings, role: Role, language: str, form: str) -> None:
    """Talk until the input ends."""
    shown = demo.fill(settings)
    with wiring.opened(settings) as store, PictureDesk() as pictures:
        person = Somebody(store, pictures, Console())
        person.arrive(shown, role, language)
        if form:
            person.send(choice=f"/{form}")
        while (line := person.asked()) is not None:
            person.answer(line)


class Somebody:
    """One session of one person."""

    def __init__(self, store: Store, pictures: PictureDesk, console: Console) -> None:
        self._store = store
        self._pictures = pictures
        self._console = console
        self._intake = Intake(store, house("http://127.0.0.1:8000"))
        self._passwords = Passwords()
        self._keys = map(str, count(1))
        self._token = ""
        self._last = Outgoing("")

    def arrive(self, shown: Demonstration, role: Role, language: str) -> None:
        """As a guest, or signed in as the demonstration's account of that role."""
        if role is Role.GUEST:
            self._hear(self._intake.greet(SessionKind.BEARER, language, CHANNEL))
            return
        account = next((a for a in shown.accounts if a.role is role), None)
        if account is None:
            known = ", ".join(a.role for a in shown.accounts)
            raise Stopped(f"No demonstration account is a {role}; there are {known} and guest.")
        with self._store.writing() as work:
            person = work.people.find_by_user_name(account.user_name)
            assert person is not None
            _, self._token = work.sessions.open(person.id, SessionKind.BEARER)
        self.send(choice="/menu")

    def asked(self) -> str | None:
        """The next line typed; None at the end of the input. Passwords are not shown."""
        secret = self._last.question is not None and self._last.question.kind is Kind.SECRET
        try:
            if secret and sys.stdin.isatty():
                return getpass.getpass("> ")
            return self._console.input("> ")
        except EOFError:
            return None

    def answer(self, line: str) -> None:
        """Words as they are; where a picture or a workbook is wanted, the path of one."""
        question = self._last.question
        handed_in = question and question.kind in {Kind.PHOTO, Kind.FILE}
        wanted = question and (handed_in or question.accepts)
        path = Path(line.strip()).expanduser()
        if wanted and path.is_file():
            self.send(file=self._received(path.read_bytes()))
        else:
            self.send(text=line)

    def send(
        self, *, text: str | None = None, choice: str | None = None, file: Received | None = None
    ) -> None:
        make = partial(Incoming, next(self._keys), self._token, CHANNEL)
        answer = self._intake.receive(make(text=text, choice=choice, file=file))
        if isinstance(answer, PasswordWork):
            read = self._passwords.read(answer, text or "", self._store.clock.machine_now())
            answer = self._intake.receive(make(secret=read))
        assert isinstance(answer, Answer)
        self._hear(answer)

    def _received(self, data: bytes) -> Received:
        try:
            match self._last.question and self._last.question.input:
                case "document":
                    media_type, digest = looked_at(data)
                    return replace(keep_whole(self._store, data, media_type), digest=digest)
                case "pictures":
                    look_into(data)
                    return keep_whole(self._store, data, PICTURE_ZIP)
            if kind_of(data) in MAYBE_WORKBOOKS:
                return replace(keep_workbook(self._store, data), sheet=read_workbook(data))
            return keep(self._store, self._pictures.prepare(data))
        except Refused as refused:
            return Received("", original_size=len(data), problem=refused.finding)

    def _hear(self, answer: Answer) -> None:
        self._token = answer.token or self._token
        for message in answer.messages:
            if not message.mine:
                self._last = message.body
                self._console.print(drawn(message.body))


def drawn(message: Outgoing) -> Panel:
    """A message with its options as numbered lines and its files by name."""
    lines = [message.text]
    lines += [f"{one.number or '·'} {one.label}" for one in message.options]
    lines += [f"[{getattr(one, 'label', '') or getattr(one, 'name', '')}]" for one in message.files]
    return Panel(Text("\n".join(lines)), expand=False)
