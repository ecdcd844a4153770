"""申报表打包: all application forms of a batch in a zip, made beside the turns and told of when it is there."""

from conversations.engine.form import Done
from conversations.engine.messages import Sentence, sentences
from conversations.menu import Command
from conversations.talk import Talk
from rules.findings import NotPossible
from rules.registration import RegistrationState
from rules.roles import Action, who_may
from store import rights
from store.chores import ChoreKind


def application_forms(talk: Talk, argument: str) -> Done:
    """`2026-0417` of that batch; tapped twice it is made once."""
    work = talk.work
    try:
        batch = work.batches.seen(argument)
        rights.check(
            work,
            Action.EXPORT_ROSTER,
            institution=batch.station_code,
            programme=batch.programme,
        )
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/roster", "/menu"))
    counts = work.registrations.counts(batch.id)
    people = sum(counts.values()) - counts[RegistrationState.REJECTED]
    if not people:
        return Done((Sentence("roster-empty"),), next=(f"/roster {batch.number}", "/menu"))
    work.chores.ask(ChoreKind.APPLICATION_FORMS, batch.id)
    args = {"number": batch.number, "people": people}
    return Done((Sentence("application-forms-asked", args),), next=(f"/roster {batch.number}",))


APPLICATION_FORMS = Command(
    "application_forms", who_may(Action.EXPORT_ROSTER), application_forms, in_menu_of=frozenset()
)
