"""The empty list a station fills in for its candidates: the boxes of the application form, with what may be chosen."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from conversations.candidates.registration import Registration
from conversations.engine import wording
from conversations.engine.boxes import Box, Many
from conversations.engine.messages import Words
from conversations.sources.batch_trades import option
from conversations.stations.roster_rows import NAMED, boxes, condition_named
from conversations.words import FluentWords, words
from exports.template import EmptySheet, TemplateColumn
from rules.candidates import CandidateType, Schooling, Title
from rules.catalogue import Level, level_name
from rules.conditions import Condition
from rules.eligibility import conditions_for
from rules.needs import ClassHours, Graduated, InSchool, Need, ProfessionalTitle, WorkedSince
from rules.roles import Action
from store import rights
from store.batches import Batch, BatchId
from store.unit import UnitOfWork

OF_STUDENTS = frozenset({"school", "enrolled_on", "major", "study", "graduating"}) | {
    "leaves_for_practice"
}
OF_WORKERS = frozenset({"years_in_trade", "employer", "work", "finished_at"})
ALWAYS = frozenset({*NAMED, "phone", "education", "school", "enrolled_on", "major", "study"})
"""What nobody of the type may leave empty (R5.1)."""
ASKED_FOR: Mapping[str, type[Need]] = MappingProxyType(
    {
        "held_title": ProfessionalTitle,
        "title_on": ProfessionalTitle,
        "finished_at": Graduated,
        "graduating": Graduated,
        "leaves_for_practice": InSchool,
        "class_hours": ClassHours,
    }
)
"""Columns only conditions of that kind look at."""
WIDE: Mapping[str, int] = MappingProxyType(
    {"name": 12, "id_number": 22, "school": 26, "employer": 26, "phone": 16, "major": 18}
    | {"study": 60, "work": 60, "other": 20}
)
DERIVED = frozenset({"has_employer"})
"""Follows from what stands beside it."""


def empty_roster(work: UnitOfWork, subject: int) -> tuple[str, EmptySheet]:
    """For the batch, with its trades, levels and conditions to choose from."""
    batch = work.batches.get(BatchId(subject))
    rights.check(
        work,
        Action.ENTER_REGISTRATIONS,
        institution=batch.station_code,
        programme=batch.programme,
    )
    assert work.caller.person
    say = words(work.people.get(work.caller.person).language)
    heading = (
        say.say("roster-template-title", number=batch.number, type=batch.candidate_type),
        say.say("roster-template-rows"),
        say.say("roster-template-history"),
        say.say("roster-template-pictures"),
    )
    names = say.say("form-roster_import"), say.say("plan-template-choices")
    sheet = EmptySheet(*names, heading, tuple(columns(work, batch, say)))
    return f"roster-template-{batch.number}", sheet


def columns(work: UnitOfWork, batch: Batch, say: FluentWords) -> Iterator[TemplateColumn]:
    claimed = list(conditions(work, batch))
    choices = offered(work, batch, claimed, say)
    others = OF_WORKERS if batch.candidate_type is CandidateType.STUDENT else OF_STUDENTS
    needs = {type(need) for one in claimed for need in with_starts(one)}
    unasked = {box for box, need in ASKED_FOR.items() if need not in needs}
    for name in (*NAMED, *(box.name for box in boxes())):
        if name not in others | unasked | DERIVED:
            yield TemplateColumn(
                title=wording.title(Registration, name, say),
                note=note(name, say),
                choices=choices.get(name, ()),
                needed=is_needed(name, choices, batch.candidate_type),
                wide=WIDE.get(name, 0),
            )


def conditions(work: UnitOfWork, batch: Batch) -> Iterator[Condition]:
    """What can be claimed in the batch."""
    policy = work.policy.current(work.today)
    for item in work.batches.items(batch.id):
        yield from conditions_for(item.unit, item.level, batch.candidate_type, policy)


def with_starts(condition: Condition) -> Iterator[Need]:
    for need in condition.needs:
        yield need
        if isinstance(need, WorkedSince):
            yield need.start


def is_needed(name: str, choices: dict[str, tuple[str, ...]], of: CandidateType) -> bool:
    if name in {"employer", "work"}:
        return of is CandidateType.EMPLOYED
    if name in {"trade", "level", "condition"}:
        return len(choices[name]) > 1
    return name in ALWAYS


def note(name: str, say: Words) -> str:
    """How it is written; a history has a way of its own."""
    box: Box[object] | None = next((box for box in boxes() if box.name == name), None)
    if isinstance(box, Many):
        return say.say(f"roster-template-{name}")
    hint = wording.part_of_text(Registration, name, "hint", say)
    return say.say(hint) if hint and name not in {"photo", "condition"} else ""


def offered(
    work: UnitOfWork, batch: Batch, claimed: Iterable[Condition], say: FluentWords
) -> dict[str, tuple[str, ...]]:
    """What may be chosen in the columns that hold choices."""
    items = work.batches.items(batch.id)
    return {
        "trade": once(option(item.unit).label for item in items),
        "level": once(say.argument(level_name(item.level, item.unit)) for item in items),
        "condition": once(condition_named(one.id, say) for one in claimed),
        "education": tuple(map(say.argument, Schooling)),
        "held_level": tuple(map(say.argument, Level)),
        "held_title": tuple(map(say.argument, Title)),
    }


def once(labels: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(labels))
