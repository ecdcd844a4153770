"""Of the demonstration: a unit that has applied to become a station, so that there is something to decide on.

It goes the way people go: examiners proposed and trained, the form filled in, signed and sealed.
"""

import io
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from conversations.engine.messages import Json
from conversations.house import house
from conversations.lookup import StoreLookup
from conversations.sources.trades import trade_value
from conversations.stations.sealed_application import SealedApplication
from conversations.stations.station_application import StationApplication
from rules.candidates import Sex
from rules.catalogue import Level, Unit
from rules.examiners import ExaminerApplication, ExaminerKind, Proof
from rules.identity import read_id_number
from rules.roles import Role
from rules.stations import EXAMINERS_PER_TRADE, SITE_PHOTOS, ManagementSystem, OfficeEquipment
from rules.training import ClassPlan, TrainingKind, TrainingMode
from store.demonstration import WELDER
from store.demonstration_accounts import RESERVED, UNIT, MadeUp
from store.examiner_applications import PHOTO, ExaminerFiling
from store.files import FileId
from store.institutions import Institution
from store.seed import MANAGEMENT_STATION
from store.unit import Caller, UnitOfWork

NAMES = ("钱志强", "吴秀英", "郑国栋")
CLASS_BEFORE = timedelta(days=60)


def apply(work: UnitOfWork) -> None:
    """File the application of the demonstration's unit; it then waits at the management station."""
    unit = work.institutions.by_name(UNIT)
    account = work.accounts.main(unit.code) if unit else None
    assert unit
    assert account
    welder = work.units.get(*WELDER)
    train(work, unit, welder)
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


def train(work: UnitOfWork, unit: Institution, trade: Unit) -> None:
    """As many examiners as a trade needs, after a class of two months ago."""
    proposals = [
        work.examiner_applications.file(filing)
        for filing in list(proposed(work, unit, trade))[:EXAMINERS_PER_TRADE]
    ]
    starts_on = work.today - CLASS_BEFORE
    plan = ClassPlan(
        kind=TrainingKind.EXAMINER,
        mode=TrainingMode.ON_SITE,
        place="北京市",
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=2),
        seats=30,
    )
    held = work.training_classes.plan(MANAGEMENT_STATION, plan)
    for proposal in proposals:
        work.nominations.nominate(held.id, proposal.id)
    work.nominations.record(held.id, {})


def proposed(work: UnitOfWork, unit: Institution, trade: Unit) -> Iterator[ExaminerFiling]:
    for serial, name in enumerate(NAMES, start=11):
        somebody = MadeUp(name, date(1984, 3, serial), Sex.MALE, serial)
        files = {
            box: FileId(picture(work, f"{box} {serial}")["file"])
            for box in (PHOTO, Proof.SKILL_PROOF)
        }
        yield ExaminerFiling(
            institution=unit.code,
            name=name,
            number=read_id_number(somebody.id_number, work.today),
            application=ExaminerApplication(
                kind=ExaminerKind.EXAMINER, trades=(trade.key,), skill=Level.TWO, conduct=True
            ),
            boxes={"major": "焊接技术"},
            form_version=1,
            files=files,
        )


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


def picture(work: UnitOfWork, words: str) -> dict[str, Json]:
    """A page with these words, as a photo box keeps it."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (1200, 900), "#f4f4f0")
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, 1180, 880), outline="#444444", width=4)
    draw.text((120, 380), f"DEMONSTRATION: {words}", fill="#222222", font_size=60)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    kept = work.files.note(out.getvalue(), "image/jpeg", size_in_pixels=image.size)
    return {
        "file": kept.id,
        "media_type": kept.media_type,
        "size": kept.size,
        "width": kept.width,
        "height": kept.height,
    }
