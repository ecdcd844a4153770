"""我的信息: everything we keep about a person, for that person alone, as JSON (PIPL 45)."""

import json

from bot.filled_results import own_result
from bot.filled_settlements import own_photo
from rules.findings import Finding, NotPossible
from store.people import PersonId
from store.registrations import PrintedRegistration
from store.unit import UnitOfWork

PAGE = 500


def own_data(work: UnitOfWork, subject: int) -> tuple[str, str]:
    """Everything, to whoever it is about."""
    person = work.people.get(PersonId(subject))
    if work.caller.person != person.id:
        raise NotPossible(Finding("not-yours"))
    data = {
        "name": person.name,
        "id_number": person.id_number,
        "user_name": person.user_name,
        "phone": person.phone,
        **account_data(work, person.id),
        "language": person.language,
        "since": person.created_at.isoformat(),
        "registrations": registrations(work, person.id),
        "appointments": appointments(work, person.id),
        "messages": everything_said(work, person.id),
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


def registrations(work: UnitOfWork, person: PersonId) -> list[dict[str, object]]:
    """Each as it was filed, with what became of it."""
    filed = [work.registrations.printed(one.id) for one in work.registrations.of(person)]
    return [{**as_filed(one), **afterwards(work, one)} for one in filed]


def as_filed(one: PrintedRegistration) -> dict[str, object]:
    return {
        "number": one.registration.number,
        "batch": one.batch.number,
        "state": one.registration.state,
        "filed_at": one.registration.filed_at.isoformat(),
        "boxes": dict(one.boxes),
    }


def afterwards(work: UnitOfWork, one: PrintedRegistration) -> dict[str, object]:
    """How it was reviewed, and what came of the exam."""
    history = work.reviews.history(one.registration.id)
    steps = [
        {"kind": step.kind, "at": step.at.isoformat(), "reasons": dict(step.reasons)}
        for step in history
    ]
    result, photo = own_result(work, one.registration), own_photo(work, one.registration.id)
    return {"steps": steps, **result, **photo}


def appointments(work: UnitOfWork, person: PersonId) -> list[dict[str, object]]:
    return [
        {
            "number": one.number,
            "kind": one.kind,
            "institution": one.institution,
            "trades": one.trades,
            "appointed_on": one.appointed_on.isoformat(),
            "valid_until": one.valid_until.isoformat(),
        }
        for one in work.examiners.appointments(person)
    ]


def everything_said(work: UnitOfWork, person: PersonId) -> list[dict[str, object]]:
    said: list[dict[str, object]] = []
    cursor = 0
    while found := work.messages.after(person, cursor, PAGE):
        said += [{"at": m.at.isoformat(), "from": m.sender, "text": m.body["text"]} for m in found]
        cursor = found[-1].number
    return said
