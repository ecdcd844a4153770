"""导入花名册: a station's own list, with its pictures in a zip; looked through first, taken once somebody has seen what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conversations.engine.boxes import Pick, SentList, SentPictures, Template, optional, settled
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Sentence, sentences
from conversations.menu import Command
from conversations.sources.open_batches import last_day
from conversations.talk import Talk
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from store import rights
from store.batches import Batch
from store.chores import Chore, ChoreId, ChoreKind, ChoreState
from store.files import FileId
from store.unit import UnitOfWork

STAFF = who_may(Action.ENTER_REGISTRATIONS)


@dataclass(frozen=True, slots=True)
class ImportFacts:
    """The batch chosen."""

    batch: Batch | None = None


def batch_of(form: "RosterImport") -> int:
    return form.facts.batch.id if form.facts.batch else 0


class RosterImport(Form):
    """The list is only looked at; what it comes to is told in a moment, with the button that takes it."""

    roles = STAFF
    reviewed = False
    facts_from = ("batch",)

    batch = settled(Pick("batches_to_enter"))
    roster = SentList(Template("roster_template", batch_of))
    pictures = optional(SentPictures())

    @classmethod
    def opening(cls, argument: str) -> dict[str, Json]:
        return {"batch": argument} if argument else {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> ImportFacts:
        number = str(answers.get("batch", ""))
        return ImportFacts(next((b for b in to_enter(work) if b.number == number), None))

    def submit(self, work: UnitOfWork) -> Done:
        batch = self.facts.batch
        if batch is None:
            raise NotPossible(Finding("batch-not-open", "R4.3", {"state": ""}, box="batch"))
        given = {"roster": FileId(self.roster.file)}
        if self.pictures:
            given["pictures"] = FileId(self.pictures.file)
        check_station(work, batch)
        work.chores.ask(ChoreKind.ROSTER_CHECK, batch.id, given)
        args = {"number": batch.number}
        return Done((Sentence("roster-looked-at", args),), next=(f"/roster {batch.number}",))


def to_enter(work: UnitOfWork) -> Sequence[Batch]:
    """Batches of the caller's stations somebody can still register in, the next close first."""
    return [batch for batch in work.rosters.to_submit() if work.now < batch.closes_at]


def open_for_lists(_: UnitOfWork, batch: Batch) -> Choosable:
    last = last_day(batch)
    args = {"number": batch.number, "type": batch.candidate_type, "last_day": last}
    return Choosable(batch.number, key="roster-batch-option", args=args)


def check_station(work: UnitOfWork, batch: Batch) -> None:
    rights.check(
        work,
        Action.ENTER_REGISTRATIONS,
        institution=batch.station_code,
        programme=batch.programme,
    )


def take_roster(talk: Talk, argument: str) -> Done:
    """Take what was looked through; tapped twice it is taken once."""
    work = talk.work
    try:
        looked = checked(work, argument)
        batch = work.batches.get(looked.batch_id)
        check_station(work, batch)
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/roster_import", "/menu"))
    work.chores.ask(ChoreKind.ROSTER_IMPORT, batch.id, looked.given)
    args = {"number": batch.number}
    return Done((Sentence("roster-being-taken", args),), next=(f"/roster {batch.number}",))


def checked(work: UnitOfWork, argument: str) -> Chore:
    """The look whose result the person saw; NotPossible when its files are gone."""
    if not argument.isdecimal():
        raise NotPossible(Finding("file-gone"))
    looked = work.chores.own(ChoreId(int(argument)))
    if (looked.kind, looked.state) != (ChoreKind.ROSTER_CHECK, ChoreState.DONE):
        raise NotPossible(Finding("file-gone"))
    return looked


TAKE_ROSTER = Command("take_roster", STAFF, take_roster, in_menu_of=frozenset())
