"""How a rule says no: findings, each with a text key and the regulation it comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason, in data: `key` names the text a person reads, `rule` the regulation (R-number or clause).

    `args` are the text's arguments: strings, integers and dates only; never personal data in full.
    """

    key: str
    rule: str = ""
    args: Mapping[str, object] = field(default_factory=dict)
    box: str | None = None
    """The box of the form the reason belongs to, where there is one."""


class Refused(Exception):
    """An answer cannot be taken as it stands; the same question is asked again."""

    def __init__(self, key: str, rule: str = "", **args: object) -> None:
        super().__init__(key)
        self.finding = Finding(key, rule, args)


class NotPossible(Exception):
    """The regulations or the present state forbid what was asked; every reason is named at once (R4.9)."""

    def __init__(self, findings: Iterable[Finding] | Finding) -> None:
        self.findings = (findings,) if isinstance(findings, Finding) else tuple(findings)
        super().__init__(", ".join(f.key for f in self.findings))
