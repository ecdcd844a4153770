"""撤回申请: a paper is taken back before it is decided; what stood on it can be filed anew."""

from conversations import paper_news as news
from conversations.engine.boxes import Pick, YesNo
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Outgoing, Sentence
from conversations.sources.papers import seen_paper
from conversations.steps import options
from rules.approvals import UNDER_WAY
from rules.findings import Finding, NotPossible
from rules.roles import Action, who_may
from store.unit import UnitOfWork


class Withdrawal(Form):
    """Which one, and a yes."""

    roles = who_may(Action.FILE_PAPER)
    in_menu_of = frozenset()
    reviewed = False

    application = Pick("papers_under_way")
    sure = YesNo()

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """NotPossible when there is nothing to take back."""
        if not work.papers.of_caller(0, *UNDER_WAY).things:
            raise NotPossible(Finding("withdrawal-none"))
        return {"application": argument} if argument else {}

    def submit(self, work: UnitOfWork) -> Done:
        if not self.sure:
            return Done((Sentence("withdrawal-not"),), next=(f"/my_papers {self.application}",))
        number = seen_paper(self.application)[0]
        had_it = work.papers.own(number).claimed_by
        paper = work.papers.withdraw(number)
        told = {"kind": paper.kind, "number": paper.id}
        news.tell_all(
            work,
            filter(None, [had_it]),
            lambda words: Outgoing(words.say("withdrawal-told", **told), options(["/todo"], words)),
        )
        return Done(
            (Sentence("withdrawal-done", told),), next=(news.correction(paper), "/my_papers")
        )
