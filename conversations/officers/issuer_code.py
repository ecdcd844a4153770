"""评价机构编码: what the labour department gave an institution, with which its skill-level numbers begin (R8.3)."""

from conversations.engine.boxes import Pick, Text
from conversations.engine.form import Done, Form
from conversations.engine.messages import Sentence
from rules.certificates import read_issuer
from rules.roles import Action, who_may
from store.unit import UnitOfWork


def read_code(raw: str) -> str:
    return read_issuer(raw).prefix


class IssuerCode(Form):
    """Stations without one use that of the institution above them; a new one counts from now on."""

    roles = who_may(Action.SET_ISSUER_CODE)

    institution = Pick("institutions_of_codes")
    code = Text(longest=13, reader=read_code)

    def submit(self, work: UnitOfWork) -> Done:
        work.certificate_series.set_issuer_code(self.institution, read_issuer(self.code))
        name = work.institutions.get(self.institution).name
        said = Sentence("issuer-code-set", {"institution": name, "code": self.code})
        return Done((said,), next=("/certificates", "/menu"))
