"""The demonstration has an exam behind it: the station enters, its examiner confirms, and nothing is made twice."""

from bot import demo
from conversations.anyone.signing_in import first_steps
from rules.roles import Role
from store.batches import BatchState
from store.demonstration_accounts import STATION
from store.unit import Caller, Store
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.talks.conftest import database_url as database_url


def test_scores_wait_for_the_station_and_for_the_examiner(store: Store, clock: FixedClock) -> None:
    prepared(demo.shown, store)
    demo.shown(store)
    with store.reading() as work:
        (batch,) = [
            one
            for one in work.batches.of_station(STATION).things
            if one.state is BatchState.SUBMITTED and work.results.find(one.id) is None
        ]
        lines = work.scores.of(batch.id)
        roster = work.rosters.find(batch.id)
        prices = work.policy.current(work.today).unit_prices
        examiner = work.people.find_by_user_name("zhoujianping")
        papers = [work.files.content(one.file) for one in work.exam_papers.of(batch.id)]
    assert examiner
    assert roster
    assert [one.running_number for one in lines] == [1, 2, 3, 4, 5]
    assert [one.confirmed for one in lines] == [True, True, False, False, False]
    assert batch.applied_on < roster.submitted_at.date() < batch.exam_on < clock.office.date()
    assert roster.submitted_at < batch.closes_at
    assert prices
    assert [one[:5] for one in papers] == [b"%PDF-"] * 2
    with store.reading() as work:
        assert first_steps(work, examiner)[0] == "/score_confirmation"
    caller = Caller(examiner.id, None, "web", None, frozenset({Role.EXAMINER}))
    with store.reading(caller) as work:
        ((there, waiting),) = [(one.batch, one.count) for one in work.scores.to_confirm()]
    assert (there, waiting) == (batch, 2)
