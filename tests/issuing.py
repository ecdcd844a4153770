"""A batch of welders whose certificates the centre has released."""

from rules.approvals import DecisionKind, PaperKind
from rules.roles import Role
from store.papers import Paper
from store.settlements import Payment
from store.unit import Caller, Store
from tests.fakes import FixedClock
from tests.qualified import TODAY, Qualified
from tests.store import tree
from tests.store.office import upload
from tests.store.tree import CENTRE


class Released(Qualified):
    """Everybody passed but those in `failed`; paid for, applied for, and agreed to by the centre."""

    def __init__(
        self, store: Store, clock: FixedClock, people: int = 3, failed: tuple[int, ...] = (2,)
    ) -> None:
        super().__init__(store, clock, people, failed)
        self.centre: Caller = tree.hold(store, Role.CENTRE_OFFICER, CENTRE)
        self.settled()
        self.decided(self.applied())

    def settled(self) -> None:
        self.priced()
        payment = Payment("常州市工贸高级技工学校", TODAY.date(), upload(self.store, "slip"))
        with self.store.writing(self.station) as work:
            filed = work.settlements.file(self.batch.id, payment)
        with self.store.writing(self.officer) as work:
            work.settlements.confirm(filed.id, filed.step)

    def applied(self) -> Paper:
        kind, own = PaperKind.CERTIFICATE_APPLICATION, tree.MANAGEMENT
        with self.store.writing(self.officer) as work:
            filed = work.certificate_applications.file([self.batch.id])
            return work.papers.file(kind, None, own, filed.id, {})

    def decided(self, paper: Paper, kind: DecisionKind = DecisionKind.APPROVE) -> None:
        with self.store.writing(self.centre) as work:
            work.papers.decide(paper.id, kind, reason="理由")

    def begun(self) -> None:
        with self.store.writing(self.centre) as work:
            work.issuing.begin(self.batch.id)

    def issued(self) -> list[str]:
        """All of them; their numbers in running order."""
        self.begun()
        while True:
            with self.store.writing() as work:
                if not work.issuing.issue_some(self.batch.id):
                    work.issuing.finish(self.batch.id)
                    return self.numbers()

    def numbers(self) -> list[str]:
        with self.store.reading() as work:
            return [one.certificate.number for one in work.issuing.of(self.batch.id)]
