"""Registrations of different people that share a photo or a mobile number: pointed out, never decided (R5.6)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, select

from rules.materials import Material
from store.batches import batches
from store.documents import Documents, documents
from store.registration_rows import Registration, RegistrationId, registrations

if TYPE_CHECKING:
    from store.unit import UnitOfWork

MOST = 9
"""More of the same need not be listed to be looked into."""


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A registration of somebody else with the same photo or mobile number."""

    id: RegistrationId
    number: str
    station_code: str
    same_photo: bool
    same_phone: bool


def look_alikes(work: "UnitOfWork", filed: Registration) -> tuple[LookAlike, ...]:
    """Prepared pictures are compared by their digests, phones by their fingerprints; the latest first.

    Those of the same person in other batches are no look-alikes.
    """
    photo = Documents(work).latest(filed.id, Material.PHOTO)
    by_photo = select(documents.c.registration_id).where(
        documents.c.file_id == photo, documents.c.material == Material.PHOTO
    )
    phone = select(registrations.c.phone_fp).where(registrations.c.id == filed.id)
    same_photo = _others(work, filed, registrations.c.id.in_(by_photo))
    same_phone = _others(work, filed, registrations.c.phone_fp == phone.scalar_subquery())
    found = {row.id: row for row in (*same_photo, *same_phone)}
    return tuple(
        LookAlike(
            row.id,
            row.number,
            row.station_code,
            same_photo=any(one.id == row.id for one in same_photo),
            same_phone=any(one.id == row.id for one in same_phone),
        )
        for row in sorted(found.values(), key=lambda row: -row.id)
    )


def _others(work: "UnitOfWork", filed: Registration, alike: ColumnElement[bool]) -> list[Any]:
    question = (
        select(registrations.c.id, registrations.c.number, batches.c.station_code)
        .join(batches, batches.c.id == registrations.c.batch_id)
        .where(registrations.c.person_id != filed.person_id, alike)
        .order_by(registrations.c.id.desc())
        .limit(MOST)
    )
    return list(work.connection.execute(question))
