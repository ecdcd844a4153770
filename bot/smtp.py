"""Sending a mail: the server as KAOWU_SMTP_URL names it, one connection for a few mails."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from urllib.parse import parse_qs, unquote, urlsplit

from rules.findings import Refused
from rules.names import read_email
from store.mails import Mail

PORTS = {"smtp": 25, "starttls": 587, "smtps": 465}
PATIENCE_S = 20
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class CannotSend(Exception):
    """A mail was not taken; `for_good` when trying again is of no use. Tells no address."""

    def __init__(self, problem: str, *, for_good: bool) -> None:
        super().__init__(problem)
        self.for_good = for_good


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where our mail is handed in, and who it comes from."""

    scheme: str
    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def named(cls, url: str) -> "MailServer":
        """`smtps://user:password@host:465?from=kaowu@example.org`; ValueError says what is wrong.

        smtp is not encrypted, smtps from the first byte, starttls after the greeting. A user name
        that is an address is the sender, too.
        """
        parts = urlsplit(url)
        if parts.scheme not in PORTS or not parts.hostname:
            raise ValueError("it must be smtp://…, starttls://… or smtps:// and a host")
        user = unquote(parts.username or "")
        sender = parse_qs(parts.query).get("from", [user])[0]
        try:
            sender = read_email(sender)
        except Refused as refused:
            raise ValueError("it must name the sender, ?from=kaowu@example.org") from refused
        if parts.scheme == "smtp" and user and parts.hostname not in LOOPBACK:
            raise ValueError("a password is not sent in the clear; use starttls:// or smtps://")
        return cls(
            parts.scheme,
            parts.hostname,
            parts.port or PORTS[parts.scheme],
            sender,
            user,
            unquote(parts.password or ""),
        )

    @property
    def is_live(self) -> bool:
        """Whether mail leaves this machine."""
        return self.host not in LOOPBACK

    @contextmanager
    def connected(self) -> Iterator[smtplib.SMTP]:
        """A connection, signed in; CannotSend when there is none to be had now."""
        try:
            connection = self._open()
        except (OSError, smtplib.SMTPException) as error:
            raise CannotSend(problem_of(error), for_good=False) from error
        try:
            yield connection
        finally:
            connection.close()

    def _open(self) -> smtplib.SMTP:
        if self.scheme == "smtps":
            safe = ssl.create_default_context()
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=PATIENCE_S, context=safe
            )
        else:
            connection = smtplib.SMTP(self.host, self.port, timeout=PATIENCE_S)
        if self.scheme == "starttls":
            connection.starttls(context=ssl.create_default_context())
        if self.user:
            connection.login(self.user, self.password)
        return connection

    def send(self, connection: smtplib.SMTP, mail: Mail) -> None:
        """Hand in one mail; CannotSend when the server does not take it."""
        try:
            connection.send_message(self.letter(mail))
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _ in error.recipients.values()]
            raise CannotSend(f"recipient refused {codes}", for_good=min(codes) >= 500) from error
        except smtplib.SMTPResponseException as error:
            raise CannotSend(problem_of(error), for_good=error.smtp_code >= 500) from error
        except (OSError, smtplib.SMTPException) as error:
            raise CannotSend(problem_of(error), for_good=False) from error

    def letter(self, mail: Mail) -> EmailMessage:
        letter = EmailMessage()
        letter["From"] = self.sender
        letter["To"] = mail.recipient
        letter["Subject"] = mail.subject
        letter["Date"] = formatdate()
        letter["Message-ID"] = make_msgid(domain=self.sender.rpartition("@")[2])
        # Nobody's absence note shall answer us.
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(mail.body)
        return letter


def problem_of(error: Exception) -> str:
    """The kind of fault and the server's code, never its words: they may repeat the address."""
    code = getattr(error, "smtp_code", "")
    return f"{type(error).__name__} {code}".strip()
