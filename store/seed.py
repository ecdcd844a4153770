"""What every database begins with: the institutions and units of the guide (G§2.4, 2.5).

Policy needs no rows: what nobody set has the value the rules ship with.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.catalogue.stations import load_stations
from store.catalogue.units import load_units
from store.institutions import Institution, InstitutionKind

if TYPE_CHECKING:
    from store.unit import UnitOfWork

CENTRE = "CENTRE"
"""The guide prints no code for the centre (指导中心)."""
MANAGEMENT_STATION = "49283000"


def seed(work: "UnitOfWork") -> None:
    """Add what is missing; what an officer has changed since stays as it is."""
    work.signing.publish()
    for institution in _institutions():
        if work.institutions.find(institution.code) is None:
            work.institutions.put(institution)
    # A completed unit may have got another code, so one that is missing is not added again.
    if not work.units.all():
        work.units.put_all(load_units())


def _institutions() -> Iterator[Institution]:
    yield Institution(
        code=CENTRE,
        name="机械工业职业技能鉴定指导中心",
        kind=InstitutionKind.CENTRE,
        parent_code=None,
        skill_level=True,
    )
    yield Institution(
        code=MANAGEMENT_STATION,
        name="机械行业职业能力评价职教管理站",
        kind=InstitutionKind.SECOND_TIER,
        parent_code=CENTRE,
        operator="北京企学研教育科技有限公司",
        skill_level=True,
    )
    for station in load_stations():
        yield Institution(
            code=station.code,
            name=station.name,
            kind=InstitutionKind.STATION,
            parent_code=MANAGEMENT_STATION,
            operator=station.operator,
            skill_level=True,
        )
