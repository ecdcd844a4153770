"""What every way in shares: whose password it is, how often it may be wrong, what comes after (R1.8, R5.8)."""

from datetime import timedelta

from conversations.engine.form import Done
from conversations.engine.messages import Option, Outgoing, SecretRead, Sentence, Stored
from conversations.personal import limit_caller
from conversations.telling import tell, tell_institution
from rules.findings import Finding, NotPossible
from rules.names import user_name_key
from rules.roles import EXAMINERS, POSTS, Action, Role, Roles, who_may
from store.institutions import Institution
from store.people import Person
from store.rights import roles_of
from store.unit import UnitOfWork


def stored_password(work: UnitOfWork, user_name: str, typed: str) -> Stored:
    """What the password is checked against; an unknown name is checked just as long. NotPossible past a limit."""
    check_not_locked_out(work, user_name)
    policy = work.policy.current(work.today)
    per = timedelta(minutes=policy.lock_out_minutes)
    limit_caller(work, "login", policy.lock_out_after, per)
    entrance = work.accounts.entrance(user_name)
    return Stored(
        hash=entrance.person.password_hash if entrance.person else None,
        fits_first=work.accounts.fits_first_password(entrance, typed),
        pause_s=work.tries.of(user_name).pause_s(),
    )


def check_not_locked_out(work: UnitOfWork, user_name: str) -> None:
    """NotPossible while too many wrong passwords keep everybody out, the owner too (R1.8)."""
    wait = work.tries.locked_for(user_name)
    if wait:
        work.audit.refused("log-in-while-locked-out", subject(work, user_name), anybody=True)
        minutes = max(1, round(wait.total_seconds() / 60))
        raise NotPossible(Finding("too-many-tries", "R1.8", {"minutes": minutes}))


def wrong_password(work: UnitOfWork, user_name: str) -> None:
    """Count it, note it, and warn the owner when it locked the account."""
    after = work.tries.failed(user_name)
    locked = after.locked_for(work.machine_now)
    work.audit.note("log-in-refused", subject(work, user_name), locked=locked is not None)
    owner = work.people.find_by_user_name(user_name)
    if locked and owner:
        minutes = round(locked.total_seconds() / 60)
        tell(work, owner, lambda words: Outgoing(words.say("locked-out", minutes=minutes)))


def enter(work: UnitOfWork, user_name: str, password: SecretRead) -> Person:
    """Who signs in, the password having been right; NotPossible when things changed meanwhile."""
    check_not_locked_out(work, user_name)
    entrance = work.accounts.entrance(user_name)
    known = entrance.person
    first = entrance.unopened is not None or (known is not None and known.must_change_password)
    if password.first is not first:
        raise NotPossible(Finding("password-wrong", box="password"))
    if known and known.locked:
        work.audit.refused("log-in-to-locked-account", f"person:{known.id}", anybody=True)
    person = work.accounts.enter(entrance)
    if entrance.unopened:
        tell_those_above(work, entrance.unopened)
    work.tries.clear(user_name)
    work.audit.note("logged-in", f"person:{person.id}")
    return person


def tell_those_above(work: UnitOfWork, station: Institution) -> None:
    """Its code is printed in the guide: whoever looks after the station should know who came first (R1.8)."""
    if station.parent_code:
        tell_institution(
            work,
            station.parent_code,
            lambda words: Outgoing(
                words.say("station-came-first", name=station.name),
                (Option(words.say("account-see-it"), f"/accounts {station.code}", "1"),),
            ),
            who_may(Action.MANAGE_ACCOUNTS),
        )


def signed_in(work: UnitOfWork, person: Person, says: str) -> Done:
    """The session becomes the person's; what a guest began here goes along."""
    here = work.caller.person
    if here is not None and here != person.id and work.people.get(here).guest:
        work.drafts.adopt(here, person.id)
    said = [Sentence(says, {"name": person.name or ""})]
    if person.must_change_password:
        said.append(Sentence("first-password"))
    return Done(tuple(said), next=first_steps(work, person), becomes=person.id)


def first_steps(work: UnitOfWork, person: Person) -> tuple[str, ...]:
    """What somebody most likely came for."""
    if person.must_change_password:
        return ("/change_password", "/logout")
    account = work.accounts.of(person.id)
    if account and account.main and account.email is None:
        # Without a reserved address nobody can recover the password by mail (R1.8).
        return ("/staff reserve", *steps_of(roles_of(work, person)))
    roles = roles_of(work, person)
    steps = steps_of(roles)
    if roles & EXAMINERS:
        return ("/score_confirmation", "/evaluation_reports", *steps)
    return steps


def steps_of(roles: Roles) -> tuple[str, ...]:
    if roles & POSTS:
        return ("/todo", "/menu")
    if Role.CANDIDATE in roles:
        return ("/registration", "/my_registrations", "/menu")
    return ("/menu",)


def subject(work: UnitOfWork, user_name: str) -> str:
    """The account as the audit trail names it; of an unknown one a fingerprint, never what was typed."""
    person = work.people.find_by_user_name(user_name)
    if person:
        return f"person:{person.id}"
    return f"account:{work.fingerprint(user_name_key(user_name), 'user-name').hex()[:32]}"
