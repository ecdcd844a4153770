"""The boxes every form about a person shares: name, ID number, phone; and how often something may be tried."""

from datetime import timedelta

from conversations.engine.boxes import Text
from conversations.engine.boxes.base import Sheet, plain
from conversations.engine.messages import Said
from rules.findings import Finding, NotPossible, Refused
from rules.identity import IdNumber, mask_id_number, read_id_number
from rules.names import (
    NAME_LONGEST,
    mask_email,
    mask_phone,
    read_email,
    read_name,
    read_phone,
)
from store.unit import UnitOfWork


class Name(Text):
    """姓名, with middle dots unified (R8.2)."""

    def __init__(self) -> None:
        super().__init__(longest=NAME_LONGEST, reader=read_name)


class IdNumberBox(Text):
    """身份证号, checked as it is read and kept as printed on the card (R5.5)."""

    def __init__(self) -> None:
        super().__init__(longest=18, input="id_number", masked=mask_id_number)
        self.is_private = True

    def read(self, said: Said, sheet: Sheet) -> str:
        text = plain(said.text)
        if not text:
            raise Refused("text-empty")
        return read_id_number(text, sheet.facts.today).number


class Phone(Text):
    """考生电话; whether a landline will do is the form's matter (R5.4)."""

    def __init__(self) -> None:
        super().__init__(longest=20, input="phone", masked=mask_phone)
        self.is_private = True

    def read(self, said: Said, sheet: Sheet) -> str:
        text = plain(said.text)
        if not text:
            raise Refused("text-empty")
        return read_phone(text, landline=sheet.facts.landline)


class Email(Text):
    """电子邮箱, which mail really goes to."""

    def __init__(self) -> None:
        super().__init__(longest=NAME_LONGEST, reader=read_email, input="email", masked=mask_email)
        self.is_private = True


def id_number(sheet: Sheet) -> IdNumber:
    """The form's ID number with what it tells: kind, birth date, sex."""
    return read_id_number(sheet.id_number, sheet.facts.today)


PEOPLE_AT_AN_ADDRESS = 20
"""A school has one address for a whole class: it has so many people's worth of tries."""


def limit_caller(
    work: UnitOfWork, what: str, limit: int, per: timedelta, *, account: str | None = None
) -> None:
    """Count one attempt for everybody concerned; NotPossible names the minutes to wait.

    Counted are the person, the session or chat, the account tried where there is one, and the address,
    under keys that tell nothing (R8.2).
    """
    caller = work.caller
    limits: dict[str, int] = {}
    if caller.person:
        limits[f"person:{caller.person}"] = limit
    if caller.chat:
        # Logging in and out opens new sessions; the chat stays the same.
        limits[f"chat:{caller.chat}"] = limit
    elif caller.session:
        limits[f"session:{caller.session}"] = limit
    if account:
        limits[account] = limit
    if caller.address:
        key = work.fingerprint(caller.address, "address").hex()
        limits[f"address:{key}"] = limit * PEOPLE_AT_AN_ADDRESS
    waits = [work.store.rates.take(what, subject, most, per) for subject, most in limits.items()]
    longest = max((wait for wait in waits if wait), default=None)
    if longest:
        minutes = max(1, round(longest.total_seconds() / 60))
        raise NotPossible(Finding("too-many-tries", args={"minutes": minutes}))
