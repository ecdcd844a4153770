"""The press: which export a message may offer, what it is printed from, and who may have it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from bot.filled import application_form
from conversations.engine.messages import Paper
from exports import application_form as form
from handlers.web.desk import CHANNEL, Printed
from rules.findings import Finding, NotPossible
from store.people import PersonId
from store.registrations import RegistrationId
from store.rights import roles_of
from store.unit import Caller, Store, UnitOfWork

PRINTED_KEPT = 64
"""Documents kept in memory: the one just looked at is usually fetched again, to be stamped."""

PAGE = 500


@dataclass(frozen=True, slots=True)
class Sheet:
    """All a document is printed from, read in one unit; printing needs the store no more."""

    export: str
    name: str
    content: Any = field(repr=False)


@dataclass(frozen=True, slots=True)
class Export:
    """A document a message may offer. `collect` checks the caller's right in the store."""

    ending: str
    media_type: str
    collect: Callable[[UnitOfWork, int], tuple[str, Any]]
    """The name of the file without its ending, and a hashable content."""
    print: Callable[[Any], bytes]


def filled_form(work: UnitOfWork, subject: int) -> tuple[str, form.ApplicationForm]:
    """The application form of a registration, for its candidate and for who may see the roster."""
    printed = work.registrations.printed(RegistrationId(subject))
    photo = work.files.content(printed.photo) if printed.photo else None
    return f"application-form-{printed.registration.number}", application_form(printed, photo)


def own_data(work: UnitOfWork, subject: int) -> tuple[str, str]:
    """Everything we keep about a person, for that person alone (PIPL 45), as JSON."""
    person = work.people.get(PersonId(subject))
    if work.caller.person != person.id:
        raise NotPossible(Finding("not-yours"))
    registrations = [work.registrations.printed(r.id) for r in work.registrations.of(person.id)]
    data = {
        "name": person.name,
        "id_number": person.id_number,
        "user_name": person.user_name,
        "phone": person.phone,
        **account_data(work, person.id),
        "language": person.language,
        "since": person.created_at.isoformat(),
        "registrations": [
            {
                "number": r.registration.number,
                "batch": r.batch.number,
                "state": r.registration.state,
                "filed_at": r.registration.filed_at.isoformat(),
                "boxes": dict(r.boxes),
            }
            for r in registrations
        ],
        "messages": list(everything_said(work, person.id)),
    }
    return "my-data", json.dumps(data, ensure_ascii=False, indent=1)


def account_data(work: UnitOfWork, person: PersonId) -> dict[str, object]:
    """The institution somebody has an account at, and whom it named as its contact."""
    account = work.accounts.of(person)
    if account is None:
        return {}
    return {
        "institution": account.institution,
        "contact": account.contact,
        "email": account.email,
        "opened_at": account.opened_at.isoformat(),
    }


def everything_said(work: UnitOfWork, person: PersonId) -> list[dict[str, object]]:
    said: list[dict[str, object]] = []
    cursor = 0
    while found := work.messages.after(person, cursor, PAGE):
        said += [{"at": m.at.isoformat(), "from": m.sender, "text": m.body["text"]} for m in found]
        cursor = found[-1].number
    return said


EXPORTS: Mapping[str, Export] = MappingProxyType(
    {
        "application_form_pdf": Export("pdf", "application/pdf", filled_form, form.pdf),
        "application_form_word": Export(
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            filled_form,
            form.word,
        ),
        "my_data": Export("json", "application/json", own_data, str.encode),
    }
)


class Press:
    """Prints for any number of threads, and keeps the latest prints."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._printed = lru_cache(PRINTED_KEPT)(printed)

    def collect(self, paper: Paper, person: PersonId) -> Sheet:
        """What the paper is printed from; NotPossible when it is not the person's to have."""
        export = EXPORTS.get(paper.export)
        if export is None:
            raise NotPossible(Finding("file-gone"))
        with self._store.reading() as work:
            roles = roles_of(work, work.people.get(person))
            work.caller = Caller(person, None, CHANNEL, None, roles)
            name, content = export.collect(work, paper.subject)
        return Sheet(paper.export, f"{name}.{export.ending}", content)

    def print(self, sheet: Sheet) -> Printed:
        return self._printed(sheet)


def printed(sheet: Sheet) -> Printed:
    export = EXPORTS[sheet.export]
    return Printed(sheet.name, export.media_type, export.print(sheet.content))
