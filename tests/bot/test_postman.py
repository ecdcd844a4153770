"""Mails reach a real SMTP server on loopback; what fails is tried again, and nothing is sent too late."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from sqlalchemy import select, update

from bot.postman import RETRY_IN, Postman
from bot.smtp import MailServer
from rules.findings import Finding, NotPossible
from store.mails import MailState, mails
from store.unit import Store
from tests.fakes import FixedClock

SOON = timedelta(minutes=30)


@dataclass
class Letters:
    """What the stand-in takes: every letter, unless told to refuse."""

    answer: str = "250 OK"
    taken: list[Any] = field(default_factory=list)

    async def handle_DATA(self, _server: object, _session: object, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        if self.answer.startswith("250"):
            self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        return self.answer


@pytest.fixture
def letters() -> Letters:
    return Letters()


@pytest.fixture
def server(letters: Letters) -> Iterator[MailServer]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(letters, hostname="127.0.0.1", port=port)
    controller.start()
    yield MailServer.named(f"smtp://127.0.0.1:{port}?from=kaowu@example.org")
    controller.stop()


def put(store: Store, recipient: str = "zhou@example.com") -> None:
    with store.writing() as work:
        work.mails.put(recipient, "考务通找回码", "您的找回码是 12345678", SOON)


def states(store: Store) -> dict[str, int]:
    with store.reading() as work:
        return {state: n for state, n in work.mails.counts().items() if n}


def test_a_mail_is_sent_once_and_forgotten(
    store: Store, server: MailServer, letters: Letters
) -> None:
    put(store)
    postman = Postman(store, server)
    assert [postman.round(), postman.round()] == [1, 0]
    (letter,) = letters.taken
    assert (letter["To"], letter["From"], letter["Subject"]) == (
        "zhou@example.com",
        "kaowu@example.org",
        "考务通找回码",
    )
    assert "12345678" in letter.get_content()
    assert states(store) == {MailState.SENT: 1}
    with store.reading() as work:
        row = work.connection.execute(select(mails)).one()
    assert (row.recipient, row.subject, row.body) == (None, None, None)


def test_a_mail_put_in_a_unit_that_is_undone_is_never_sent(
    store: Store, server: MailServer, letters: Letters
) -> None:
    with pytest.raises(NotPossible):
        put_in_vain(store)
    assert Postman(store, server).round() == 0
    assert not letters.taken


def put_in_vain(store: Store) -> None:
    with store.writing() as work:
        work.mails.put("zhou@example.com", "a", "b", SOON)
        raise NotPossible(Finding("not-yours"))


def test_what_the_server_cannot_take_now_waits_and_nobody_else_gets_it_meanwhile(
    store: Store, server: MailServer, letters: Letters
) -> None:
    letters.answer = "451 try again later"
    put(store)
    postman = Postman(store, server)
    assert [postman.round(), postman.round()] == [1, 0]
    assert states(store) == {MailState.WAITING: 1}


def test_what_it_will_never_take_is_given_up(
    store: Store, server: MailServer, letters: Letters
) -> None:
    letters.answer = "550 no such mailbox"
    put(store)
    Postman(store, server).round()
    assert states(store) == {MailState.DEAD: 1}


def test_without_a_server_it_is_tried_again_and_at_last_given_up(store: Store) -> None:
    nobody = MailServer.named("smtp://127.0.0.1:9?from=kaowu@example.org")
    put(store)
    postman = Postman(store, nobody)
    for _ in range(len(RETRY_IN) + 1):
        assert states(store) == {MailState.WAITING: 1}
        assert postman.round() == 1
        free_leases(store)
    assert states(store) == {MailState.DEAD: 1}


def free_leases(store: Store) -> None:
    """As if the time until the next try had passed: leases go by the database's own clock."""
    with store.writing() as work:
        work.connection.execute(update(mails).values(leased_until=None))


def test_a_code_that_counts_no_more_is_not_sent(
    store: Store, server: MailServer, letters: Letters, clock: FixedClock
) -> None:
    put(store)
    clock.advance(SOON + timedelta(seconds=1))
    assert Postman(store, server).round() == 0
    assert states(store) == {MailState.DEAD: 1}
    assert not letters.taken


def test_one_refused_letter_does_not_keep_the_others(
    store: Store, server: MailServer, letters: Letters
) -> None:
    put(store, "a" * 80 + "@example.com")  # longer than a server takes before the @
    put(store)
    Postman(store, server).round()
    assert "zhou@example.com" in [letter["To"] for letter in letters.taken]


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("http://example.org", "smtp://"),
        ("smtps://", "host"),
        ("smtps://mail.example.org", "sender"),
        ("smtp://me:secret@mail.example.org?from=a@example.org", "clear"),
    ],
)
def test_a_server_that_cannot_be_used_is_refused_with_the_reason(url: str, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        MailServer.named(url)


def test_the_password_is_not_printed_and_may_hold_any_character() -> None:
    server = MailServer.named("smtps://kaowu%40example.org:p%2Fw@mail.example.org")
    assert (server.user, server.password, server.sender) == (
        "kaowu@example.org",
        "p/w",
        "kaowu@example.org",
    )
    assert (server.port, server.is_live) == (465, True)
    assert "p/w" not in repr(server)
