"""What a candidate chooses on the registration form, refused at once where it leads nowhere."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from conversations.engine.boxes import Choice, Pick
from conversations.engine.messages import Choosable, Page, Said
from conversations.levels import level_options
from rules.candidates import CandidateType
from rules.catalogue import Level
from rules.conditions import Condition
from rules.eligibility import closed, judge
from rules.findings import Finding, Refused
from rules.needs import Graduated
from rules.registration import duty_findings, window_findings
from store.batches import seats_left

if TYPE_CHECKING:
    from conversations.candidates.registration import Registration, RegistrationFacts


class BatchPick(Pick):
    """考试批次. Refused when it is chosen; a batch that closes later is named on the review (R4.9)."""

    def options(self, sheet: "Registration", query: str, page: int) -> Page:
        """Asked again of a filled form, the list holds those with a seat for the same choice."""
        found = with_seat(sheet, page) if not query else Page(())
        return found if found.options else super().options(sheet, query, page)

    def read(self, said: Said, sheet: "Registration") -> str:
        value = super().read(said, sheet)
        self.refuse(value, sheet)
        return value

    def fits(self, value: str, sheet: "Registration") -> None:
        super().fits(value, sheet)
        if sheet.answers.keys() <= {self.name}:
            # The form was opened for this batch and holds nothing yet that would be lost.
            self.refuse(value, sheet)

    def refuse(self, value: str, sheet: "Registration") -> None:
        facts: RegistrationFacts = sheet.lookup.facts(sheet.title, {self.name: value})
        for finding in batch_findings(facts):
            raise Refused(finding.key, finding.rule, **finding.args)


def with_seat(form: "Registration", page: int = 0) -> Page:
    """The open batches that have a seat for what the form was filled in for."""
    level = "" if form.level is None else f"{form.level:d}"
    answers = {"batch": form.batch or "", "trade": form.trade or "", "level": level}
    found: Page = form.lookup.options("batches_with_seat", answers, "", page)
    return found


def elsewhere(finding: Finding, form: "Registration") -> Finding:
    """A full choice, with the other batches that have a seat for it; one of them may be picked at once (R4.6)."""
    if finding.key != "batch-full":
        return finding
    others = [one.value for one in with_seat(form).options if one.value != form.batch]
    if not others:
        return finding
    return Finding("batch-full-elsewhere", "R4.6", {"others": others}, box="batch")


def batch_findings(facts: "RegistrationFacts") -> Iterator[Finding]:
    """Why this person cannot register in the batch, whatever else they would say."""
    if facts.person.name is None or facts.person.born is None:
        yield Finding("not-signed-up", "R5.1")
    if facts.registered_here:
        yield Finding("already-registered", "R5.2")
    yield from duty_findings(facts.duty)
    yield from window_findings(facts.offered, facts.now)
    if all(item.taken >= item.people for item in facts.items):
        yield Finding("batch-full", "R4.6")


class LevelChoice(Choice[Level]):
    """申报等级: of the batch, for the trade chosen (R4.6)."""

    def __init__(self) -> None:
        super().__init__(offered_levels, of=Level)

    def read(self, said: Said, sheet: "Registration") -> Any:
        value = super().read(said, sheet)
        assert sheet.unit is not None
        if not seats_left(sheet.facts.items, sheet.unit, value):
            raise Refused("batch-full", "R4.6")
        return value

    def fits(self, value: Any, sheet: "Registration") -> None:
        super().fits(value, sheet)
        assert sheet.unit is not None
        for finding in closed(sheet.unit, value, sheet.facts.policy):
            raise Refused(finding.key, finding.rule, **finding.args)


def offered_levels(form: "Registration") -> list[Choosable]:
    unit = form.unit
    if unit is None:
        return []
    offered = {f"{item.level:d}" for item in form.facts.items if item.unit.key == unit.key}
    return [option for option in level_options(unit) if option.value in offered]


class ConditionChoice(Choice[str]):
    """The condition claimed, in its printed words; one that is plainly not met is refused (R3.1, R3.5)."""

    def __init__(self) -> None:
        super().__init__(claimable)

    def fits(self, value: str, sheet: "Registration") -> None:
        super().fits(value, sheet)
        condition = next(one for one in sheet.conditions if one.id == value)
        for finding in plainly_missing(condition, sheet):
            raise Refused(finding.key, finding.rule, **finding.args)


def claimable(form: "Registration") -> list[Choosable]:
    return [Choosable(one.id, key=condition_key(one)) for one in form.conditions]


def condition_key(condition: Condition) -> str:
    """The text key of the printed words: `condition-4-2`, `condition-school-4-and-4-2`."""
    return "condition-" + condition.id.replace(".", "-").replace("+", "-and-")


def plainly_missing(condition: Condition, form: "Registration") -> Iterator[Finding]:
    """What the answers before this one already rule out, however the answers to come turn out."""
    application = form.application()
    profile = replace(application.profile(), graduating=True, leaves_for_practice=True)
    for result in judge(
        condition, profile, form.facts.offered.exam_date, form.facts.policy
    ).missing:
        need = result.need
        school_to_come = (
            isinstance(need, Graduated)
            and need.assessed
            and application.candidate_type is not CandidateType.STUDENT
        )
        if need.box in ANSWERED_BEFORE and not school_to_come:
            yield result.finding


ANSWERED_BEFORE = frozenset({"id_number", "education", "enrolled_on", "held_skill"})
"""The boxes a need may look at that stand before the condition."""
