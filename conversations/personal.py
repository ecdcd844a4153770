"""The boxes every form about a person shares: name, ID number, phone; and how often something may be tried."""

from datetime import date, timedelta
from typing import Protocol

from conversations.engine.boxes import Text
from conversations.engine.boxes.base import Sheet, plain
from conversations.engine.messages import Said
from rules.findings import Finding, NotPossible, Refused
from rules.identity import IdNumber, mask_id_number, read_id_number
from rules.names import NAME_LONGEST, mask_phone, read_name, read_phone
from store.unit import UnitOfWork


class Dated(Protocol):
    """Facts of a form that has an ID number box: the check needs to know the day."""

    today: date


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


def id_number(sheet: Sheet) -> IdNumber:
    """The form's ID number with what it tells: kind, birth date, sex."""
    return read_id_number(sheet.id_number, sheet.facts.today)


def limited(
    work: UnitOfWork, what: str, subjects: tuple[str | None, ...], limit: int, per: timedelta
) -> None:
    """Count one attempt for each subject; NotPossible names the minutes to wait once one is past its limit."""
    waits = [work.store.rates.take(what, s, limit, per) for s in subjects if s]
    longest = max((w for w in waits if w), default=None)
    if longest:
        minutes = max(1, round(longest.total_seconds() / 60))
        raise NotPossible(Finding("too-many-tries", args={"minutes": minutes}))


def caller_subjects(work: UnitOfWork) -> tuple[str | None, ...]:
    """Who is limited: the person, the session and the address, under keys that tell nothing."""
    caller = work.caller
    address = work.fingerprint(caller.address, "address").hex() if caller.address else None
    return (
        f"person:{caller.person}" if caller.person else None,
        f"session:{caller.session}" if caller.session else None,
        f"address:{address}" if address else None,
    )
