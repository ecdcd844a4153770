"""证书变更: a certificate revoked, replaced by one with another number, or printed again, with the reason (R8.2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from conversations.engine.boxes import Choice, Pick, Text, only_if, optional
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.officers.certificate_news import certificate_told, tell_of_change
from conversations.sources.certificates import held_named
from rules.findings import Finding
from rules.issuing import change_findings
from rules.names import read_name
from rules.roles import Action, who_may
from store.certificate_changes import CertificateStep, Held
from store.certificates import Certificate
from store.unit import UnitOfWork


class CertificateAct(StrEnum):
    """What is to be done."""

    REISSUE = "reissue"
    REVOKE = "revoke"
    PRINT_AGAIN = "print_again"


STEPS: Mapping[CertificateAct, CertificateStep] = {
    CertificateAct.REISSUE: CertificateStep.REISSUED,
    CertificateAct.REVOKE: CertificateStep.REVOKED,
    CertificateAct.PRINT_AGAIN: CertificateStep.PRINTED_AGAIN,
}


@dataclass(frozen=True, slots=True)
class HeldFacts:
    """The certificate chosen, as it stands."""

    held: Held | None


def is_to_be_replaced(form: "CertificateChange") -> bool:
    return form.act is CertificateAct.REISSUE


class CertificateChange(Form):
    """Nothing is erased: the look-up shows what became of it, and the history who did it and why."""

    roles = who_may(Action.CHANGE_CERTIFICATE)
    facts_from = ("certificate",)

    certificate = Pick("certificates_by_number")
    act = Choice(CertificateAct)
    name = only_if(is_to_be_replaced, optional(Text(longest=100, reader=read_name)))
    reason = Text(longest=300)

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> HeldFacts:
        return HeldFacts(held_named(work, str(answers.get("certificate", ""))))

    def problems(self) -> Iterator[Finding]:
        held: Held | None = self.facts.held
        if held and self.act:
            one = held.certificate
            yield from change_findings(one.kind, one.state, anew=is_to_be_replaced(self))

    def submit(self, work: UnitOfWork) -> Done:
        held: Held = self.facts.held
        now = self.changed(work, held)
        holder = work.certificate_changes.holder(held.id)
        if holder is not None:
            tell_of_change(work, holder, STEPS[self.act], now, self.reason)
        told = {**certificate_told(now), "act": self.act.value, "told": "yes" if holder else "no"}
        return Done((Sentence("certificate-changed", told),), next=("/certificate_change", "/menu"))

    def changed(self, work: UnitOfWork, held: Held) -> Certificate:
        """The certificate that counts now: of a replaced one the new one."""
        changes, act = work.certificate_changes, self.act
        match act:
            case CertificateAct.REISSUE:
                return changes.reissue(held.id, self.reason, name=self.name)
            case CertificateAct.REVOKE:
                changes.revoke(held.id, self.reason)
            case CertificateAct.PRINT_AGAIN:
                changes.print_again(held.id, self.reason)
            case _:
                assert_never(act)
        return held.certificate
