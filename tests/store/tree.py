"""A centre, two second tiers, a branch and stations in three provinces, and people who hold posts there."""

from itertools import count

from rules.roles import Role
from store.institutions import Institution, InstitutionKind
from store.people import PersonId
from store.unit import Caller, Store, UnitOfWork
from tests.store import office

CENTRE, MANAGEMENT, BASE, BRANCH = "CENTRE", "49283000", "49283007", "XJ-BRANCH"
CHANGZHOU, URUMQI, HAMI, YUNYANG = "49284267", "49284101", "49284102", "49284299"
SERIALS = count(100)


def grow(work: UnitOfWork) -> None:
    """Put the institutions in; 云阳 has no licence yet, so its region is unknown."""
    second_tier, station = InstitutionKind.SECOND_TIER, InstitutionKind.STATION
    for code, name, kind, parent, region, skill_level in (
        (CENTRE, "指导中心", InstitutionKind.CENTRE, None, "", True),
        (MANAGEMENT, "职教管理站", second_tier, CENTRE, "", True),
        (BASE, "新疆实训基地", second_tier, CENTRE, "新疆维吾尔自治区", True),
        (BRANCH, "新疆省级分支机构", InstitutionKind.BRANCH, CENTRE, "新疆维吾尔自治区", True),
        (CHANGZHOU, "职教267考试站", station, MANAGEMENT, "江苏省常州市", False),
        (YUNYANG, "职教299考试站", station, MANAGEMENT, "", False),
        (HAMI, "职教102考试站", station, MANAGEMENT, "新疆维吾尔自治区哈密市", True),
        (URUMQI, "职教101考试站", station, BASE, "新疆维吾尔自治区乌鲁木齐市", True),
    ):
        work.institutions.put(
            Institution(
                code=code,
                name=name,
                kind=kind,
                parent_code=parent,
                region=region,
                skill_level=skill_level,
            )
        )


def hold(store: Store, role: Role, code: str) -> Caller:
    """Somebody with a name who holds this post, as they come."""
    person = office.sign_up(store, next(SERIALS))
    with store.writing() as work:
        work.people.appoint(person, role, code)
    return Caller(person, None, "web", None, frozenset({role, Role.CANDIDATE}))


def of(caller: Caller) -> PersonId:
    assert caller.person is not None
    return caller.person
