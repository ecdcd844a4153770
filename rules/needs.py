"""What a condition can ask for. Every need answers with the day from which it holds (R3.1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Protocol, Self, TypeVar

from rules.candidates import Schooling, Title
from rules.catalogue import Level
from rules.names import institution_key
from rules.policy import Policy
from rules.profile import Diploma, Profile
from rules.years import add_months, add_years, full_on


class _Related(Protocol):
    @property
    def related(self) -> bool | None: ...


T = TypeVar("T", bound=_Related)
ALWAYS = date.min


@dataclass(frozen=True, slots=True)
class Case:
    """A candidate as one reading sees him: what a need may look at.

    Asked twice, as confirmed and as claimed, a need shows what still needs proof.
    """

    profile: Profile
    policy: Policy
    confirmed: bool

    @classmethod
    def as_confirmed(cls, profile: Profile, policy: Policy) -> Self:
        """Only what the reviewer confirmed and what needs no reviewer."""
        return cls(_counting((True,), profile), policy, confirmed=True)

    @classmethod
    def as_claimed(cls, profile: Profile, policy: Policy) -> Self:
        """All that the candidate says and nobody refused."""
        return cls(_counting((True, None), profile), policy, confirmed=False)


def _counting(judgements: Sequence[bool | None], profile: Profile) -> Profile:
    """The profile with only what the reviewer judged so about the occupation applied for."""

    def counted(things: Iterable[T]) -> tuple[T, ...]:
        return tuple(one for one in things if one.related in judgements)

    return replace(
        profile,
        work=counted(profile.work),
        certificates=counted(profile.certificates),
        titles=counted(profile.titles),
        diplomas=counted(profile.diplomas),
        graduating=profile.graduating and profile.major_matches in judgements,
    )


class Need(Protocol):
    """One requirement of a condition; a value without state."""

    @property
    def key(self) -> str:
        """The text that says what is asked for."""

    @property
    def box(self) -> str:
        """The box of the registration form that answers it."""

    def args(self, case: Case, /) -> Mapping[str, object]:
        """The figures the text shows: what is wanted and, where it is a figure, what there is."""

    def holds_from(self, case: Case, /) -> date | None:
        """The first day on which the need is met, None if time alone never brings it."""


@dataclass(frozen=True, slots=True)
class OfAge:
    """年满 16 周岁 on the exam date, for every level (R3.3)."""

    key: ClassVar[str] = "need-age"
    box: ClassVar[str] = "id_number"

    def args(self, case: Case, /) -> Mapping[str, object]:
        return {"years": case.policy.min_age}

    def holds_from(self, case: Case, /) -> date | None:
        return add_years(case.profile.born, case.policy.min_age)


@dataclass(frozen=True, slots=True)
class Works:
    """从事本职业或相关职业工作, for whatever time."""

    key: ClassVar[str] = "need-work"
    box: ClassVar[str] = "work"

    def args(self, _case: Case, /) -> Mapping[str, object]:
        return {}

    def holds_from(self, case: Case, /) -> date | None:
        return full_on(case.profile.work, 0)


@dataclass(frozen=True, slots=True)
class Worked:
    """累计从事本职业或相关职业工作满 N 年."""

    years: int
    key: ClassVar[str] = "need-worked"
    box: ClassVar[str] = "work"

    def args(self, _case: Case, /) -> Mapping[str, object]:
        return {"years": self.years}

    def holds_from(self, case: Case, /) -> date | None:
        return full_on(case.profile.work, self.years)


@dataclass(frozen=True, slots=True)
class Certificate:
    """取得本职业或相关职业 N 级证书, of any kind (R1.2), where asked for N years ago.

    ▶ A higher certificate counts from its own day: it presupposes the lower one.
    """

    level: Level
    years: int = 0
    box: ClassVar[str] = "held_skill"

    @property
    def key(self) -> str:
        return "need-certificate-held" if self.years else "need-certificate"

    def args(self, _case: Case, /) -> Mapping[str, object]:
        return {"held": self.level, "years": self.years}

    def holds_from(self, case: Case, /) -> date | None:
        held = case.profile.certificates
        issued = [one.issued_on for one in held if one.level <= self.level]
        return add_years(min(issued), self.years) if issued else None


@dataclass(frozen=True, slots=True)
class ProfessionalTitle:
    """取得符合专业对应关系的职称, this one or a higher."""

    title: Title
    key: ClassVar[str] = "need-title"
    box: ClassVar[str] = "title"

    def args(self, _case: Case, /) -> Mapping[str, object]:
        return {"title": str(self.title)}

    def holds_from(self, case: Case, /) -> date | None:
        held = case.profile.titles
        return min((one.awarded_on for one in held if one.title.at_least(self.title)), default=None)


@dataclass(frozen=True, slots=True)
class WorkedSince:
    """取得证书（职称）后累计从事工作满 N 年: only work after that day counts."""

    start: Certificate | ProfessionalTitle
    years: int
    box: ClassVar[str] = "work"

    @property
    def key(self) -> str:
        return self.start.key.replace("need-", "need-worked-since-")

    def args(self, case: Case, /) -> Mapping[str, object]:
        return {**self.start.args(case), "years": self.years}

    def holds_from(self, case: Case, /) -> date | None:
        start = self.start.holds_from(case)
        if start is None:
            return None
        return full_on(case.profile.work, self.years, after=start)


@dataclass(frozen=True, slots=True)
class Graduated:
    """取得本专业或相关专业毕业证书（含在读应届毕业生）, where asked for of an assessed school."""

    schooling: Schooling
    assessed: bool = False
    final_year: bool = True
    """Whether 应届毕业生 count as well."""
    box: ClassVar[str] = "education"

    @property
    def key(self) -> str:
        return "need-diploma-assessed" if self.assessed else "need-diploma"

    def args(self, _case: Case, /) -> Mapping[str, object]:
        return {"schooling": str(self.schooling)}

    def holds_from(self, case: Case, /) -> date | None:
        return min(
            (one.awarded_on for one in self._held(case) if self._fits(one, case)), default=None
        )

    def _held(self, case: Case) -> tuple[Diploma, ...]:
        profile = case.profile
        if not (self.final_year and profile.graduating and profile.schooling):
            return profile.diplomas
        return (*profile.diplomas, Diploma(profile.schooling, profile.school))

    def _fits(self, diploma: Diploma, case: Case) -> bool:
        if not diploma.schooling.at_least(self.schooling):
            return False
        listed = map(institution_key, case.policy.assessed_schools)
        return not self.assessed or institution_key(diploma.school) in listed


@dataclass(frozen=True, slots=True)
class Attends:
    """中专、技校或职高（大专）及以上: the school attended (R3.2)."""

    schooling: Schooling
    key: ClassVar[str] = "need-schooling"
    box: ClassVar[str] = "education"

    def args(self, _case: Case, /) -> Mapping[str, object]:
        return {"schooling": str(self.schooling)}

    def holds_from(self, case: Case, /) -> date | None:
        attended = case.profile.schooling
        return ALWAYS if attended and attended.at_least(self.schooling) else None


@dataclass(frozen=True, slots=True)
class BornInRange:
    """申报年龄规定范围: the birth years printed for the level (R3.2).

    Without a usable range nobody is refused; the reviewer is warned and decides.
    """

    level: Level
    key: ClassVar[str] = "need-birth-year"
    box: ClassVar[str] = "id_number"

    def args(self, case: Case, /) -> Mapping[str, object]:
        years = case.policy.birth_years(self.level)
        first, last = (years.first, years.last) if years else (0, 0)
        return {"born": case.profile.born.year, "first": first, "last": last}

    def holds_from(self, case: Case, /) -> date | None:
        years = case.policy.birth_years(self.level)
        if years is None or years.reversed:
            return None if case.confirmed else ALWAYS
        return ALWAYS if years.first <= case.profile.born.year <= years.last else None


@dataclass(frozen=True, slots=True)
class InSchool:
    """在校满两年 to the exam date; less before practice, if the station confirms it (R3.3)."""

    key: ClassVar[str] = "need-years-in-school"
    box: ClassVar[str] = "enrolled_on"

    def args(self, case: Case, /) -> Mapping[str, object]:
        return {"years": case.policy.years_in_school, "months": case.policy.practice_months}

    def holds_from(self, case: Case, /) -> date | None:
        if case.profile.enrolled_on is None:
            return None
        full = add_years(case.profile.enrolled_on, case.policy.years_in_school)
        if case.confirmed or not case.profile.leaves_for_practice:
            return full
        return min(full, add_months(case.profile.enrolled_on, case.policy.practice_months))


@dataclass(frozen=True, slots=True)
class ClassHours:
    """经本校正规培训达 400 学时以上; 以上 includes the figure (R3.2)."""

    key: ClassVar[str] = "need-class-hours"
    box: ClassVar[str] = "class_hours"

    def args(self, case: Case, /) -> Mapping[str, object]:
        return {"hours": case.policy.class_hours, "has": case.profile.class_hours or 0}

    def holds_from(self, case: Case, /) -> date | None:
        return ALWAYS if (case.profile.class_hours or 0) >= case.policy.class_hours else None
