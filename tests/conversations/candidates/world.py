"""What registration looks up, as a dictionary: batches, a person, a moment; tests change it at will."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from conversations.candidates.registration import Registration, RegistrationFacts
from conversations.engine.messages import Choosable, Json, Page
from conversations.sources import batch_trades, open_batches
from conversations.sources.trades import trade_value
from rules.candidates import CandidateType, Sex
from rules.catalogue import Level, Programme, Unit
from rules.deadlines import OFFICE, closes_at
from rules.identity import IdKind
from rules.policy import Policy
from rules.registration import Duty
from store.batches import Batch, BatchId, BatchItem, BatchState, ItemId
from store.people import Person, PersonId
from tests.people import id_number
from tests.rules.units import MACHINIST, WELDER

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=OFFICE)
EXAM = date(2026, 9, 1)
BORN = date(2007, 5, 4)

PERSON = Person(
    id=PersonId(7),
    guest=False,
    language="zh-CN",
    last_number=0,
    front_draft=None,
    created_at=NOW,
    erased_at=None,
    user_name="zhangsan",
    password_hash="hash",
    name="张三",
    id_number=id_number(BORN),
    id_kind=IdKind.RESIDENT,
    sex=Sex.MALE,
    born=BORN,
    phone=None,
)


def batch(number: int, candidate_type: CandidateType) -> Batch:
    return Batch(
        id=BatchId(number),
        number=f"2026-{number:04}",
        station_code="49284267",
        station_name="机械行业职业能力评价职教267考试站",
        programme=Programme.CAPABILITY,
        candidate_type=candidate_type,
        theory_on=EXAM,
        practice_on=EXAM,
        starts_at="09:00",
        practice_starts_at="09:00",
        venue="实训楼一层",
        applied_on=NOW.date(),
        state=BatchState.OPEN,
        exam_on=EXAM,
        opens_at=NOW,
        closes_at=closes_at(EXAM),
        procedures=(),
    )


def items(*choices: tuple[Unit, Level], taken: int = 0) -> tuple[BatchItem, ...]:
    return tuple(
        BatchItem(ItemId(n), unit, level, 30, taken) for n, (unit, level) in enumerate(choices, 1)
    )


STUDENTS = batch(1, CandidateType.STUDENT)
EMPLOYED = batch(2, CandidateType.EMPLOYED)
SOCIAL = batch(3, CandidateType.SOCIAL)
ONE_CHOICE = batch(4, CandidateType.STUDENT)

ALL = items(
    (WELDER, Level.FIVE),
    (WELDER, Level.FOUR),
    (WELDER, Level.THREE),
    (MACHINIST, Level.FOUR),
    (MACHINIST, Level.THREE),
)


@dataclass(frozen=True)
class World:
    """A Lookup for the registration form."""

    batches: Mapping[str, tuple[Batch, tuple[BatchItem, ...]]] = field(
        default_factory=lambda: {
            STUDENTS.number: (STUDENTS, ALL),
            EMPLOYED.number: (EMPLOYED, ALL),
            SOCIAL.number: (SOCIAL, ALL),
            ONE_CHOICE.number: (ONE_CHOICE, items((WELDER, Level.FOUR))),
        }
    )
    person: Person = PERSON
    now: datetime = NOW
    policy: Policy = field(default_factory=Policy)
    registered: frozenset[str] = frozenset()
    duty: Duty | None = None

    def facts(self, form: str, answers: Mapping[str, Json]) -> RegistrationFacts:
        number = answers.get("batch", "")
        empty = RegistrationFacts(self.now, self.now.date(), self.policy, self.person)
        if number not in self.batches:
            return empty
        chosen, lines = self.batches[number]
        here = number in self.registered
        return replace(empty, batch=chosen, items=lines, registered_here=here, duty=self.duty)

    def options(self, source: str, answers: Mapping[str, Json], query: str, page: int) -> Page:
        listed = [one for one in self._list(source, answers) if query in f"{one.label}{one.value}"]
        return Page(listed)

    def find(self, source: str, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        return next((one for one in self._list(source, answers) if one.value == value), None)

    def _list(self, source: str, answers: Mapping[str, Json]) -> list[Choosable]:
        if source == "open_batches":
            return [open_batches.option(one) for one, _ in self.batches.values()]
        if source == "batches_with_seat":
            return []
        assert source == "batch_trades"
        _, lines = self.batches.get(answers.get("batch", ""), (None, ()))
        return [batch_trades.option(unit) for unit in dict.fromkeys(i.unit for i in lines)]


def read(answers: Mapping[str, Json], world: World | None = None) -> Registration:
    return Registration(answers, world or World())


PORTRAIT = {
    "file": "p" * 64,
    "media_type": "image/jpeg",
    "size": 90_000,
    "width": 413,
    "height": 531,
}
PAGE = {"file": "d" * 64, "media_type": "image/jpeg", "size": 300_000, "width": 900, "height": 1200}
SKIPPED = {"skipped": True}


def entries(*lines: Mapping[str, Json]) -> Json:
    kept = [{"id": str(n), "answers": dict(line)} for n, line in enumerate(lines, start=1)]
    return {"entries": kept, "closed": True}


COMMON: dict[str, Any] = {
    "photo": PORTRAIT,
    "held_skill": SKIPPED,
    "trade": trade_value(WELDER),
    "level": "4",
    "phone": "13812345678",
    "other": SKIPPED,
    "id_card_front": PAGE,
    "id_card_back": PAGE,
}
SCHOOL = "哈密职业技术学校"
STUDENT: dict[str, Any] = {
    **COMMON,
    "batch": STUDENTS.number,
    "school": SCHOOL,
    "education": "secondary_vocational",
    "enrolled_on": "2023-09-01",
    "major": "焊接技术应用",
    "condition": "school-4",
    "class_hours": "420",
    "study": entries(
        {
            "since": "2020-09-01",
            "until": "2023-07-01",
            "school": "哈密第四中学",
            "stage": "junior_middle",
            "class_name": SKIPPED,
        },
        {
            "since": "2023-09-01",
            "until": SKIPPED,
            "school": SCHOOL,
            "stage": "secondary_vocational",
            "class_name": "23焊接1班",
        },
    ),
    "student_card": PAGE,
    "class_hours_proof": PAGE,
}
JOB = {
    "since": "2015-01-01",
    "until": SKIPPED,
    "employer": "哈密机械厂",
    "occupation": "焊工",
    "related": True,
}
WORKER: dict[str, Any] = {
    **COMMON,
    "batch": EMPLOYED.number,
    "education": "junior_middle",
    "years_in_trade": "11",
    "condition": "4.1",
    "employer": "哈密机械厂",
    "work": entries(JOB),
    "work_proof": PAGE,
}
ANYBODY: dict[str, Any] = {
    **COMMON,
    "batch": SOCIAL.number,
    "level": "5",
    "education": "high_school",
    "years_in_trade": "0",
    "condition": "5.1",
    "has_employer": False,
    "pledge": PAGE,
}
