"""Whom a demonstration lets in: made-up people, a branch, another body of the second tier, an applicant."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rules.candidates import Sex
from rules.identity import check_character, read_id_number
from rules.roles import Role
from store.accounts import Colleague, Reserved, new_password
from store.institutions import Institution, InstitutionKind
from store.people import PersonId
from store.seed import CENTRE, MANAGEMENT_STATION
from store.supervisors import NewSupervisor

if TYPE_CHECKING:
    from store.unit import UnitOfWork

STATION = "49284267"
PROVINCE = "江苏省"
BRANCH = Institution(
    code="B32",
    name="机械行业职业技能等级认定江苏省分支机构",
    kind=InstitutionKind.BRANCH,
    parent_code=CENTRE,
    region=PROVINCE,
    capability=False,
    skill_level=True,
)
BASE = Institution(
    code="J65",
    name="机械工业新疆高技能人才培养基地",
    kind=InstitutionKind.SECOND_TIER,
    parent_code=CENTRE,
    region="新疆维吾尔自治区",
)
UNIT = "示范市机电职业技术学校"
TRAINED_BEFORE = timedelta(days=200)
RESERVED = Reserved("吴建军", "wu@example.com", "13800000000")


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody to log in as; an institution's account has no ID number."""

    role: Role
    user_name: str
    password: str = field(repr=False)
    name: str
    id_number: str = ""


@dataclass(frozen=True, slots=True)
class MadeUp:
    """Somebody made up."""

    name: str
    born: date
    sex: Sex
    serial: int

    @property
    def id_number(self) -> str:
        """Passes every check and was never given out: 100000 is the whole country, no county."""
        order = 2 * self.serial + (self.sex is Sex.MALE)
        first_17 = f"100000{self.born:%Y%m%d}{order:03}"
        return first_17 + check_character(first_17)


STUDENT = MadeUp("李晓雨", date(2008, 3, 17), Sex.FEMALE, 1)
EXAMINER = MadeUp("周建平", date(1979, 11, 2), Sex.MALE, 2)
SUPERVISOR = MadeUp("孙丽华", date(1983, 6, 25), Sex.FEMALE, 3)
STATION_OFFICER = Colleague("郑海燕", "zhenghaiyan", Role.STATION_OFFICER)

Hasher = Callable[[str], str]


def accounts(work: "UnitOfWork", hasher: Hasher) -> Iterator[Account]:
    """One for each role there is, all with passwords that need no change."""
    station = replace(work.institutions.get(STATION), region=PROVINCE)
    for institution in (station, BRANCH, BASE):
        work.institutions.put(institution)
    yield _person(work, hasher, STUDENT, Role.CANDIDATE, "lixiaoyu")
    yield _institution(work, hasher, STATION, Role.STATION_HEAD)
    yield _colleague(work, hasher)
    yield _person(work, hasher, EXAMINER, Role.EXAMINER, "zhoujianping")
    work.people.appoint(_known(work, EXAMINER), Role.EXAMINER, STATION)
    yield _person(work, hasher, SUPERVISOR, Role.SUPERVISOR, "sunlihua")
    work.supervisors.register(MANAGEMENT_STATION, _supervisor(work))
    yield _institution(work, hasher, MANAGEMENT_STATION, Role.MANAGEMENT_OFFICER)
    yield _institution(work, hasher, BRANCH.code, Role.BRANCH_OFFICER)
    yield _institution(work, hasher, CENTRE, Role.CENTRE_OFFICER)
    yield _applicant(work, hasher)


def _person(
    work: "UnitOfWork", hasher: Hasher, somebody: MadeUp, role: Role, user_name: str
) -> Account:
    password = new_password()
    number = read_id_number(somebody.id_number, work.today)
    guest = work.people.add_guest().id
    work.people.register(guest, somebody.name, number, user_name, hasher(password))
    return Account(role, user_name, password, somebody.name, somebody.id_number)


def _known(work: "UnitOfWork", somebody: MadeUp) -> PersonId:
    found = work.people.find_by_id_number(read_id_number(somebody.id_number, work.today))
    assert found
    return found.id


def _supervisor(work: "UnitOfWork") -> NewSupervisor:
    return NewSupervisor(
        name=SUPERVISOR.name,
        number=read_id_number(SUPERVISOR.id_number, work.today),
        works_at="示范职业技术学院",
        phone="13800000001",
        training="督导员培训班",
        trained_on=work.today - TRAINED_BEFORE,
        valid_until=work.today.replace(year=work.today.year + 3, day=1),
    )


def _institution(work: "UnitOfWork", hasher: Hasher, code: str, role: Role) -> Account:
    """R1.8: the user name of an institution is its full name."""
    password, institution = new_password(), work.institutions.get(code)
    work.accounts.open(institution, hasher(password))
    return Account(role, institution.name, password, institution.name)


def _colleague(work: "UnitOfWork", hasher: Hasher) -> Account:
    person, _ = work.accounts.add_colleague(STATION, STATION_OFFICER)
    password = new_password()
    work.people.set_password(person.id, hasher(password))
    return Account(STATION_OFFICER.role, STATION_OFFICER.user_name, password, STATION_OFFICER.name)


def _applicant(work: "UnitOfWork", hasher: Hasher) -> Account:
    password = new_password()
    unit = work.institutions.add_applicant(UNIT, MANAGEMENT_STATION)
    work.accounts.sign_up(work.people.add_guest().id, unit, RESERVED, hasher(password))
    return Account(Role.APPLICANT_UNIT, unit.name, password, unit.name)
