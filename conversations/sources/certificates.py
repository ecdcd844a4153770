"""Certificates of the register an officer may change, found by their whole number (R8.2)."""

from collections.abc import Mapping

from conversations.engine.messages import Choosable, Json, Page
from rules.findings import NotPossible
from rules.names import mask_name
from store.certificate_changes import Held
from store.certificates import CertificateId
from store.unit import UnitOfWork


class CertificatesByNumber:
    """Values are their ids: a number in full finds one of each kind at most, a part of it none."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        return Page([option(held) for held in work.certificate_changes.find(query)])

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        held = held_named(work, value)
        return option(held) if held else None


def held_named(work: UnitOfWork, value: str) -> Held | None:
    """The certificate of a list's value, None for anything else."""
    try:
        return work.certificate_changes.get(CertificateId(int(value)))
    except (NotPossible, ValueError):
        return None


def option(held: Held) -> Choosable:
    one = held.certificate
    args = {
        "kind": one.kind,
        "name": mask_name(one.name),
        "trade": one.unit_name,
        "level": one.level_text,
        "issued_on": one.issued_on,
        "state": one.state,
    }
    return Choosable(str(held.id), key="certificate-option", args=args)
