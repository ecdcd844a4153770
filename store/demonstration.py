"""Demonstration data: open batches, certificates and accounts of people who do not exist.

Everything depends on the day it is made, and is made once: the passwords are kept with it.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Integer, Table, insert, select

from rules.candidates import CandidateType, Schooling, Sex
from rules.catalogue import Level, Programme, Unit
from rules.certificates import (
    CertificateKind,
    CertificateState,
    SkillLevelIssuer,
    capability_number,
    skill_level_number,
)
from rules.grading import Result
from rules.licences import LicensedUnit, Permit
from rules.plans import PlannedLine
from rules.roles import Role
from store.batches import Batch, BatchState, NewBatch, NewItem
from store.certificates import Certificate
from store.database import dumps
from store.demonstration_accounts import PROVINCE, STATION, Account, MadeUp, accounts
from store.schema import Moment, Sealed, metadata
from store.seed import seed

if TYPE_CHECKING:
    from store.unit import UnitOfWork

EXAM_AHEAD = timedelta(days=90)
PLANNED_MONTH = 12
WELDER = (Programme.CAPABILITY, "JX04-06-04-01")
MACHINIST = (Programme.CAPABILITY, "JX04-05-07-03")
ISSUER = "机械工业职业技能鉴定指导中心"
SPARK_ERODER = (Programme.SKILL_LEVEL, "6-18-01-08-01")

demonstration = Table(
    "demonstration",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("made_at", Moment, nullable=False),
    Column("content", Sealed, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """What to look up a certificate by."""

    kind: CertificateKind
    name: str
    id_number: str
    number: str


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What there is to try."""

    accounts: tuple[Account, ...]
    batches: tuple[Batch, ...]
    certificates: tuple[Sample, ...]


WORKER = MadeUp("陈国强", date(1986, 9, 8), Sex.MALE, 4)
DOTTED = MadeUp("阿依古丽·买买提", date(1995, 4, 12), Sex.FEMALE, 5)
OTHER = MadeUp("赵志远", date(1991, 1, 30), Sex.MALE, 6)


def demonstrate(work: "UnitOfWork", hasher: Callable[[str], str]) -> Demonstration:
    """Make the demonstration, or return the one made before; `hasher` hashes the passwords."""
    sealed = work.connection.execute(select(demonstration.c.content)).scalar()
    if sealed is not None:
        return _kept(work, json.loads(work.unseal(sealed, "demonstration.content:1")))
    seed(work)
    samples = _certificates(work)
    work.certificates.add_many(samples)
    made = Demonstration(
        accounts=tuple(accounts(work, hasher)),
        batches=tuple(work.batches.add(new) for new in _batches(work)),
        certificates=tuple(
            Sample(one.kind, one.name, one.id_number, one.number) for one in samples
        ),
    )
    _license(work)
    _plan_ahead(work)
    content = {
        "accounts": [asdict(account) for account in made.accounts],
        "batches": [batch.id for batch in made.batches],
        "certificates": [asdict(sample) for sample in made.certificates],
    }
    sealed = work.seal(dumps(content), "demonstration.content:1")
    values = {"id": 1, "made_at": work.now, "content": sealed}
    work.connection.execute(insert(demonstration), values)
    return made


def _kept(work: "UnitOfWork", content: dict[str, Any]) -> Demonstration:
    return Demonstration(
        accounts=tuple(
            Account(**{**account, "role": Role(account["role"])}) for account in content["accounts"]
        ),
        batches=tuple(map(work.batches.get, content["batches"])),
        certificates=tuple(
            Sample(**{**sample, "kind": CertificateKind(sample["kind"])})
            for sample in content["certificates"]
        ),
    )


def _batches(work: "UnitOfWork") -> Iterator[NewBatch]:
    """One open batch for each type of candidate, and one of the skill-level programme."""
    welder, machinist = work.units.get(*WELDER), work.units.get(*MACHINIST)
    spark_eroder = work.units.get(*SPARK_ERODER)
    trades = (
        NewItem(welder, Level.FIVE, 60),
        NewItem(welder, Level.FOUR, 99),
        NewItem(welder, Level.FOUR, 40),
        NewItem(welder, Level.THREE, 40),
        NewItem(machinist, Level.FOUR, 50),
        NewItem(machinist, Level.THREE, 30),
    )
    others = (NewItem(spark_eroder, Level.FIVE, 40), NewItem(spark_eroder, Level.FOUR, 40))
    theory_on = work.today + EXAM_AHEAD
    for days, programme, candidate_type, items in (
        (0, Programme.CAPABILITY, CandidateType.STUDENT, trades),
        (7, Programme.CAPABILITY, CandidateType.EMPLOYED, trades),
        (14, Programme.CAPABILITY, CandidateType.SOCIAL, trades),
        (21, Programme.SKILL_LEVEL, CandidateType.EMPLOYED, others),
    ):
        yield NewBatch(
            station_code=STATION,
            programme=programme,
            candidate_type=candidate_type,
            theory_on=theory_on + timedelta(days=days),
            practice_on=theory_on + timedelta(days=days + 1),
            starts_at="09:00",
            venue="实训楼一层",
            applied_on=work.today,
            items=on_plan(work, programme, theory_on.year, items),
            state=BatchState.OPEN,
        )


def on_plan(
    work: "UnitOfWork", programme: Programme, year: int, items: tuple[NewItem, ...]
) -> tuple[NewItem, ...]:
    """The items on lines of an approved plan of their own (R4.1)."""
    lines = [PlannedLine(one.unit, one.level, one.people, PLANNED_MONTH) for one in items]
    plan = work.plans.enter(STATION, programme, year, lines)
    entered = work.plans.lines(plan.id)
    return tuple(replace(one, line=line.id) for one, line in zip(items, entered, strict=True))


def is_made(work: "UnitOfWork") -> bool:
    return work.connection.execute(select(demonstration.c.id)).first() is not None


def _license(work: "UnitOfWork") -> None:
    """Both programmes, for what the station's batches hold."""
    units = tuple(
        LicensedUnit(*key, tuple(work.units.get(*key).levels))
        for key in (MACHINIST, WELDER, SPARK_ERODER)
    )
    year = work.today.year
    permit = Permit(
        region=PROVINCE,
        valid_from=date(year, 1, 1),
        valid_until=date(year + 2, 12, 31),
        units=units,
    )
    work.licences.enter(STATION, "", permit)


def _plan_ahead(work: "UnitOfWork") -> None:
    """Lines that are still free, for batches to be applied for."""
    welder, machinist = work.units.get(*WELDER), work.units.get(*MACHINIST)
    lines = [
        PlannedLine(welder, Level.FOUR, 99, PLANNED_MONTH),
        PlannedLine(welder, Level.THREE, 50, PLANNED_MONTH),
        PlannedLine(machinist, Level.FOUR, 45, PLANNED_MONTH),
    ]
    year = (work.today + EXAM_AHEAD).year
    work.plans.enter(STATION, Programme.CAPABILITY, year, lines)


def _certificates(work: "UnitOfWork") -> tuple[Certificate, ...]:
    """All kinds and states: one person holds two, one had a certificate replaced, one lost it."""
    year = work.today.year - 1
    welder, spark_eroder = work.units.get(*WELDER), work.units.get(*SPARK_ERODER)
    issuer = SkillLevelIssuer("S", "0000", "32", "000267")
    numbers = [capability_number(year, STATION, Level.FIVE, serial) for serial in (1, 2, 3)]
    skill_level = skill_level_number(issuer, year, Level.FIVE, 1)
    first, again, wrong = (
        _certificate(person, CertificateKind.CAPABILITY, number, welder, date(year, month, 10))
        for person, number, month in zip((DOTTED, DOTTED, OTHER), numbers, (4, 9, 5), strict=True)
    )
    return (
        _certificate(
            WORKER,
            CertificateKind.OLD_QUALIFICATION,
            "1249284267500001",
            welder,
            date(2012, 6, 15),
        ),
        _certificate(
            WORKER, CertificateKind.SKILL_LEVEL, skill_level, spark_eroder, date(year, 6, 20)
        ),
        replace(first, state=CertificateState.REISSUED, replaced_by=again.number),
        again,
        replace(wrong, state=CertificateState.REVOKED),
    )


def _certificate(
    person: MadeUp, kind: CertificateKind, number: str, unit: Unit, issued_on: date
) -> Certificate:
    old = kind is CertificateKind.OLD_QUALIFICATION
    return Certificate(
        kind=kind,
        number=number,
        name=person.name,
        id_number=person.id_number,
        sex=person.sex,
        programme=None if old else unit.programme,
        occupation_name=unit.occupation_name,
        unit_code="" if old else unit.code,
        unit_name=unit.name,
        level=Level.FIVE,
        level_text="五级/初级工",
        theory="86",
        practice="82.5",
        result=Result.GOOD,
        schooling=Schooling.SECONDARY_VOCATIONAL,
        issued_on=issued_on,
        issuer=ISSUER,
        station_code=STATION,
    )
