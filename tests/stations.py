"""A unit on its way to becoming a station: three trained examiners, a form with everything, two sealed pages."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from rules.approvals import DecisionKind, PaperKind
from rules.catalogue import Level
from rules.licences import Permit
from rules.roles import Role
from rules.stations import (
    Attachment,
    DeclaredTrade,
    Equipment,
    Found,
    InspectionLine,
    InspectionRecord,
    InspectionResult,
    InspectionVerdict,
    ManagementSystem,
    OfficeEquipment,
    StationApplication,
    UnitKind,
    Venue,
)
from store.accounts import Reserved
from store.files import FileId
from store.papers import Paper
from store.station_applications import SEALED_PAGES, StationFiling, StationRecord
from store.unit import Caller, Store
from tests import examiners
from tests.examiners import APPLICANT, CENTRE, TIER, holder
from tests.store import office
from tests.store.office import WELDER

APPLICATION = StationApplication(
    kind=UnitKind.TECHNICAL,
    trades=(DeclaredTrade(WELDER, (Level.FOUR, Level.FIVE)),),
    head="王建国",
    deputies=("刘芳",),
    full_time_officer="陈明",
    areas={Venue.OFFICE: Decimal(60), Venue.THEORY: Decimal(180), Venue.PRACTICE: Decimal(900)},
    theory_for_training=True,
    office_equipment=frozenset(OfficeEquipment),
    equipment=(Equipment("焊机 ZX7-400", 12, frozenset({WELDER.key})),),
    testing_equipment=(Equipment("焊缝检验尺", 6, frozenset({WELDER.key})),),
    systems=frozenset(ManagementSystem),
    attachments=frozenset(Attachment),
    site_photos=5,
)
BOXES = {"head": "王建国", "address": "无锡市惠山区学院路 1 号", "trades": {"entries": []}}
PERMIT = Permit(
    region="江苏省",
    valid_from=date(2026, 7, 1),
    valid_until=date(2029, 6, 30),
    units=(),
)
RECORD = InspectionRecord(
    on=date(2026, 6, 1),
    inspectors=("孙丽华",),
    found=dict.fromkeys(InspectionLine, Found(InspectionVerdict.MET)),
    photos=1,
    result=InspectionResult.PASSED,
)


def signed_up(store: Store) -> Caller:
    """The account of the unit."""
    reserved = Reserved("刘芳", "office@wxjx.example", "13912345678")
    with store.writing() as work:
        guest = work.people.add_guest().id
        person = work.accounts.sign_up(guest, APPLICANT, reserved, "hash").id
    return Caller(person, None, "web", None, frozenset({Role.APPLICANT_UNIT}))


@dataclass(frozen=True)
class Stage:
    """Everybody who acts until a station is founded."""

    store: Store
    unit: Caller
    officer: Caller
    centre: Caller
    applicant: str = APPLICANT.code

    def train(self, people: int = 3, first: int = 11) -> None:
        """So many people proposed by the unit as welding examiners, after their class."""
        proposals = [
            examiners.proposed(self.store, self.unit, serial, institution=self.applicant)
            for serial in range(first, first + people)
        ]
        examiners.trained(self.store, self.officer, *proposals)

    def filing(
        self, application: StationApplication = APPLICATION, **boxes: object
    ) -> StationFiling:
        return StationFiling(
            institution=self.applicant,
            application=application,
            boxes={**BOXES, **boxes},
            form_version=1,
            files={"introduction": self.upload("introduction")},
        )

    def file(self, application: StationApplication = APPLICATION, **boxes: object) -> StationRecord:
        new = self.filing(application, **boxes)
        with self.store.writing(self.unit) as work:
            return work.station_applications.file(new)

    def seal(self, filed: StationRecord, **boxes: object) -> StationRecord:
        """Send in both pages."""
        pages = {page: self.upload(page) for page in SEALED_PAGES}
        kept = {**BOXES, **boxes, **{page: {"file": file} for page, file in pages.items()}}
        with self.store.writing(self.unit) as work:
            return work.station_applications.seal(filed.id, pages, kept, ())

    def inspect(self, filed: StationRecord, record: InspectionRecord = RECORD) -> None:
        photo = self.upload("on site")
        with self.store.writing(self.officer) as work:
            work.inspections.add(filed.id, record, [photo])

    def approve(self, filed: StationRecord) -> None:
        """Inspected, recommended by the second tier, approved by the centre."""
        self.inspect(filed)
        self.decide(self.officer, filed, DecisionKind.FORWARD)
        self.decide(self.centre, filed, DecisionKind.APPROVE)

    def decide(
        self, caller: Caller, filed: StationRecord, kind: DecisionKind, **why: object
    ) -> None:
        lying = self.paper(filed)
        with self.store.writing(caller) as work:
            work.papers.decide(lying.id, kind, **why)

    def paper(self, filed: StationRecord) -> Paper:
        with self.store.reading() as work:
            found = work.papers.under_way(PaperKind.STATION_APPLICATION, filed.id)
        assert found
        return found

    def upload(self, content: str) -> FileId:
        return office.upload(self.store, content)


def set_stage(store: Store) -> Stage:
    """An office, a unit that signed up, and the officers above it."""
    examiners.furnish(store)
    return Stage(
        store,
        unit=signed_up(store),
        officer=holder(store, Role.MANAGEMENT_OFFICER, TIER.code, 2),
        centre=holder(store, Role.CENTRE_OFFICER, CENTRE.code, 3),
    )


def with_examiners(store: Store) -> Stage:
    """The same, its three examiners trained."""
    stage = set_stage(store)
    stage.train()
    return stage


def failed(record: InspectionRecord = RECORD) -> InspectionRecord:
    unmet = {**record.found, InspectionLine.OFFICE: Found(InspectionVerdict.NOT_MET, "没有资料柜")}
    return replace(record, found=unmet, result=InspectionResult.FAILED)
