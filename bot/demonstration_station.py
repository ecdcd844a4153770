"""Of the demonstration: a unit that has applied to become a station, so that there is something to decide on.

It goes the way people go: examiners proposed and trained, the form filled in, signed and sealed.
"""

from collections.abc import Mapping
from datetime import date

from bot.demonstration_examiners import train
from bot.demonstration_pictures import picture
from conversations.engine.messages import Json
from conversations.house import house
from conversations.lookup import StoreLookup
from conversations.sources.trades import trade_value
from conversations.stations.sealed_application import SealedApplication
from conversations.stations.station_application import StationApplication
from rules.candidates import Sex
from rules.catalogue import Unit
from rules.roles import Role
from rules.stations import SITE_PHOTOS, ManagementSystem, OfficeEquipment
from store.demonstration import WELDER
from store.demonstration_accounts import RESERVED, UNIT, MadeUp
from store.unit import Caller, UnitOfWork

PEOPLE = tuple(
    MadeUp(name, date(1984, 3, serial), Sex.MALE, serial)
    for serial, name in enumerate(("钱志强", "吴秀英", "郑国栋"), start=11)
)


def apply(work: UnitOfWork) -> None:
    """File the application of the demonstration's unit; it then waits at the management station."""
    unit = work.institutions.by_name(UNIT)
    account = work.accounts.main(unit.code) if unit else None
    assert unit
    assert account
    welder = work.units.get(*WELDER)
    train(work, unit.code, PEOPLE, (welder.key,))
    office = work.caller
    work.caller = Caller(
        account.person, None, "demonstration", None, frozenset({Role.APPLICANT_UNIT})
    )
    here = house()
    lookup = StoreLookup(work, here.sources, here.forms)
    form = StationApplication(answers(work, welder), lookup)
    assert form.first_open() is None
    form.submit(work)
    filed = work.station_applications.of(unit.code)
    assert filed
    pages = {page: picture(work, page) for page in ("first_page", "last_page")}
    SealedApplication({"application": str(filed.id), **pages}, lookup).submit(work)
    work.caller = office


def answers(work: UnitOfWork, trade: Unit) -> dict[str, Json]:
    """Everything the form asks for."""
    declared = {"trade": trade_value(trade), "levels": ["5", "4", "3"]}
    uploads = ("staff_list", "past_assessments", "introduction", "three_year_plan")
    return {
        "head": RESERVED.contact,
        "email": RESERVED.email,
        "trades": entries(declared),
        "kind": "vocational",
        "legal_representative": RESERVED.contact,
        "address": "江苏省示范市学院路 1 号",
        "phone": RESERVED.phone,
        "postcode": "210000",
        "teachers": "实训教师 12 人，其中高级技师 4 人",
        "deputies": entries({"name": "何丽"}),
        "full_time_officer": "高翔",
        "staff_note": {"skipped": True},
        "systems": [one.value for one in ManagementSystem],
        "system_files": entries(),
        "office_area": "60",
        "theory_area": "240",
        "practice_area": "1200",
        "theory_for_training": True,
        "office_equipment": [one.value for one in OfficeEquipment],
        "equipment": entries({"model": "直流弧焊机 ZX7-400", "quantity": "20"}),
        "testing_equipment": entries({"model": "焊缝检验尺", "quantity": "10"}),
        **{box: picture(work, box) for box in uploads},
        "site_photos": entries(
            *({"picture": picture(work, f"site {n}")} for n in range(1, SITE_PHOTOS + 1))
        ),
        "remarks": {"skipped": True},
    }


def entries(*lines: Mapping[str, Json]) -> Json:
    """A repeating part as it is kept."""
    listed = [{"id": str(n), "answers": dict(line)} for n, line in enumerate(lines, start=1)]
    return {"entries": listed, "closed": True}
