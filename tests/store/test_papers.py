"""Papers on their way: who may act, what is kept, and that no path skips a desk or decides twice (R4.10)."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import select

from rules.approvals import DecisionKind, Desk, PaperKind, PaperState
from rules.catalogue import Programme
from rules.findings import NotPossible
from rules.roles import Role
from store import approving
from store.decisions import Decision, paper_decisions
from store.faults import TransientFault
from store.paper_versions import Shown, ShownFile, paper_versions
from store.papers import Paper, PaperId
from store.unit import Caller, Store, UnitOfWork
from tests.fakes import FixedClock
from tests.store import office, tree
from tests.store.tree import BASE, BRANCH, CENTRE, CHANGZHOU, HAMI, MANAGEMENT, URUMQI, hold

CAPABILITY, SKILL_LEVEL = Programme.CAPABILITY, Programme.SKILL_LEVEL
FORWARD, APPROVE = DecisionKind.FORWARD, DecisionKind.APPROVE
RETURN, REJECT = DecisionKind.RETURN, DecisionKind.REJECT
CONTENT: Mapping[str, Any] = {"venue": "实训楼一层", "people": "40"}


@pytest.fixture(autouse=True)
def institutions(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tree of institutions, and papers about nothing."""
    monkeypatch.setattr(approving, "EFFECTS", {})
    with store.writing() as work:
        tree.grow(work)


@pytest.fixture
def station(store: Store) -> Caller:
    return hold(store, Role.STATION_HEAD, HAMI)


@pytest.fixture
def branch(store: Store) -> Caller:
    return hold(store, Role.BRANCH_OFFICER, BRANCH)


@pytest.fixture
def officer(store: Store) -> Caller:
    return hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)


@pytest.fixture
def centre(store: Store) -> Caller:
    return hold(store, Role.CENTRE_OFFICER, CENTRE)


def file(
    store: Store,
    caller: Caller,
    kind: PaperKind = PaperKind.ANNUAL_PLAN,
    programme: Programme | None = CAPABILITY,
    institution: str = HAMI,
    **changes: Any,
) -> Paper:
    given = {"subject": 0, "content": CONTENT, "shown": ()} | changes
    with store.writing(caller) as work:
        return work.papers.file(
            kind, programme, institution, given["subject"], given["content"], shown=given["shown"]
        )


def decide(store: Store, caller: Caller, paper: Paper, kind: DecisionKind, **changes: Any) -> Paper:
    why = {"reason": "看过了"} if kind in {RETURN, REJECT} else {}
    with store.writing(caller) as work:
        return work.papers.decide(paper.id, kind, **(why | changes))


def refused(store: Store, caller: Caller, act: Any) -> list[str]:
    """The keys of all reasons; the unit is rolled back."""
    with pytest.raises(NotPossible) as caught, store.writing(caller) as work:
        act(work)
    return [finding.key for finding in caught.value.findings]


def waiting(store: Store, caller: Caller) -> list[PaperId]:
    with store.reading(caller) as work:
        return [paper.id for paper in work.papers.waiting_for_caller().things]


# --- the way of a paper ---


def test_a_skill_level_batch_passes_branch_management_station_and_centre(
    store: Store, station: Caller, branch: Caller, officer: Caller, centre: Caller
) -> None:
    paper = file(store, station, PaperKind.BATCH, SKILL_LEVEL)
    for caller, desk in (
        (branch, Desk.BRANCH),
        (officer, Desk.MANAGEMENT_STATION),
        (centre, Desk.CENTRE),
    ):
        assert (paper.state, paper.desk) == (PaperState.WAITING, desk)
        assert waiting(store, caller) == [paper.id]
        paper = decide(store, caller, paper, APPROVE if desk is Desk.CENTRE else FORWARD)
        assert waiting(store, caller) == []
    assert paper.state is PaperState.APPROVED


def test_a_branch_sees_the_skill_level_papers_of_its_province_only(
    store: Store, station: Caller, branch: Caller
) -> None:
    capability = file(store, station, PaperKind.BATCH, CAPABILITY)
    elsewhere = file(
        store, hold(store, Role.STATION_HEAD, CHANGZHOU), PaperKind.BATCH, SKILL_LEVEL, CHANGZHOU
    )
    assert waiting(store, branch) == []
    for paper in (capability, elsewhere):
        assert refused(store, branch, lambda work, p=paper: work.papers.see(p.id)) == ["not-yours"]
    assert refused(store, branch, lambda work: work.papers.decide(elsewhere.id, FORWARD)) == [
        "not-yours"
    ]


def test_a_second_tier_decides_for_what_is_below_it_and_for_nobody_else(
    store: Store, officer: Caller
) -> None:
    base = hold(store, Role.MANAGEMENT_OFFICER, BASE)
    urumqi = file(store, hold(store, Role.STATION_HEAD, URUMQI), institution=URUMQI)
    assert (waiting(store, base), waiting(store, officer)) == ([urumqi.id], [])
    assert refused(store, officer, lambda work: work.papers.decide(urumqi.id, APPROVE)) == [
        "not-yours"
    ]
    assert decide(store, base, urumqi, APPROVE).state is PaperState.APPROVED


def test_department_and_unit_of_the_applicant_give_their_opinion_first(
    store: Store, station: Caller, officer: Caller, centre: Caller
) -> None:
    clerk = hold(store, Role.STATION_OFFICER, HAMI)
    neighbour = hold(store, Role.STATION_HEAD, CHANGZHOU)
    paper = file(store, clerk, PaperKind.EXAMINER_APPLICATION, None)
    assert waiting(store, neighbour) == waiting(store, officer) == []
    paper = decide(store, clerk, paper, FORWARD, reason="推荐")
    assert (paper.desk, waiting(store, clerk)) == (Desk.UNIT, [])
    assert refused(store, clerk, lambda work: work.papers.decide(paper.id, FORWARD)) == [
        "not-yours"
    ]
    paper = decide(store, station, paper, FORWARD, reason="同意推荐")
    paper = decide(store, officer, paper, FORWARD)
    paper = decide(store, centre, paper, APPROVE)
    with store.reading() as work:
        opinions = {d.desk: d.opinion for d in work.papers.history(paper) if d.desk}
    assert opinions[Desk.DEPARTMENT] == "推荐"
    assert opinions[Desk.UNIT] == "同意推荐"


def test_the_management_stations_own_paper_is_decided_by_the_centre(
    store: Store, officer: Caller, centre: Caller
) -> None:
    paper = file(store, officer, PaperKind.PLAN_SUMMARY, CAPABILITY, MANAGEMENT)
    assert waiting(store, officer) == []
    assert refused(store, officer, lambda work: work.papers.decide(paper.id, APPROVE)) == [
        "not-yours"
    ]
    assert decide(store, centre, paper, APPROVE).state is PaperState.APPROVED


@pytest.mark.parametrize("desk", [Desk.BRANCH, Desk.MANAGEMENT_STATION])
def test_only_the_last_desk_approves(
    store: Store, station: Caller, branch: Caller, officer: Caller, desk: Desk
) -> None:
    paper = file(store, station, PaperKind.BATCH, SKILL_LEVEL)
    if desk is Desk.MANAGEMENT_STATION:
        paper = decide(store, branch, paper, FORWARD)
    caller = branch if desk is Desk.BRANCH else officer
    assert refused(store, caller, lambda work: work.papers.decide(paper.id, APPROVE)) == [
        "paper-not-at-this-desk"
    ]


def test_nobody_decides_before_the_paper_has_come_to_his_desk(
    store: Store, station: Caller, officer: Caller, centre: Caller
) -> None:
    paper = file(store, station, PaperKind.BATCH, SKILL_LEVEL)
    for caller in (officer, centre):
        assert refused(store, caller, lambda work: work.papers.decide(paper.id, REJECT)) == [
            "not-yours"
        ]
        assert refused(store, caller, lambda work: work.papers.see(paper.id)) == ["not-yours"]


# --- who may file ---


@pytest.mark.parametrize(
    ("role", "code", "kind"),
    [
        (Role.STATION_HEAD, CHANGZHOU, PaperKind.ANNUAL_PLAN),
        (Role.MANAGEMENT_OFFICER, MANAGEMENT, PaperKind.ANNUAL_PLAN),
        (Role.STATION_HEAD, HAMI, PaperKind.STATION_APPLICATION),
        (Role.STATION_HEAD, HAMI, PaperKind.PLAN_SUMMARY),
        (Role.EXAMINER, HAMI, PaperKind.ANNUAL_PLAN),
        (Role.CENTRE_OFFICER, CENTRE, PaperKind.ANNUAL_PLAN),
    ],
)
def test_a_paper_is_filed_by_its_own_people_only(
    store: Store, role: Role, code: str, kind: PaperKind
) -> None:
    caller = hold(store, role, code)
    keys = refused(store, caller, lambda work: work.papers.file(kind, CAPABILITY, HAMI, 0, {}))
    assert keys[0] in {"not-yours", "not-your-role"}


def test_a_refusal_of_what_belongs_to_others_is_audited_although_it_is_undone(
    store: Store, station: Caller
) -> None:
    paper = file(store, station)
    stranger = hold(store, Role.MANAGEMENT_OFFICER, BASE)
    with store.writing(stranger) as work, pytest.raises(NotPossible), work.savepoint():
        work.papers.decide(paper.id, APPROVE)
    with store.reading() as work:
        assert [e.act for e in work.audit.of(f"paper:{paper.id}")] == ["paper-file", "refused"]


def test_a_subject_has_one_paper_under_way_at_a_time(
    store: Store, station: Caller, officer: Caller
) -> None:
    paper = file(store, station, PaperKind.RESCHEDULE, subject=7)

    def again(work: UnitOfWork) -> object:
        return work.papers.file(PaperKind.RESCHEDULE, CAPABILITY, HAMI, 7, CONTENT)

    assert refused(store, station, again) == ["paper-under-way"]
    decide(store, officer, paper, RETURN)
    assert refused(store, station, again) == ["paper-under-way"]
    with store.writing(station) as work:
        work.papers.withdraw(paper.id)
    assert file(store, station, PaperKind.RESCHEDULE, subject=7).id != paper.id
    file(store, station, PaperKind.BATCH, subject=7)


# --- returning and correcting ---


def test_a_returned_paper_comes_back_to_the_desk_that_returned_it(
    store: Store, clock: FixedClock, station: Caller, branch: Caller, officer: Caller
) -> None:
    paper = file(store, station, PaperKind.BATCH, SKILL_LEVEL)
    paper = decide(store, branch, paper, FORWARD)
    paper = decide(store, officer, paper, RETURN, reason="", boxes={"venue": "没有写地址"})
    assert (paper.state, paper.version) == (PaperState.RETURNED, 1)
    assert waiting(store, officer) == []
    clock.advance(timedelta(days=2))
    with store.writing(station) as work:
        assert work.papers.returned_for(paper) == {"venue": "没有写地址"}
        again = work.papers.resubmit(paper.id, {**CONTENT, "venue": "学院路 1 号"})
    assert (again.state, again.desk, again.version) == (
        PaperState.WAITING,
        Desk.MANAGEMENT_STATION,
        2,
    )
    assert again.first_filed_at == paper.filed_at
    assert again.filed_at - paper.filed_at == timedelta(days=2)


def test_what_nobody_asked_for_is_put_before_the_first_desk_again(
    store: Store, station: Caller, branch: Caller, officer: Caller
) -> None:
    paper = decide(store, branch, file(store, station, PaperKind.BATCH, SKILL_LEVEL), FORWARD)
    decide(store, officer, paper, RETURN, reason="", boxes={"venue": "没有写地址"})
    with store.writing(station) as work:
        again = work.papers.resubmit(paper.id, {"venue": "学院路 1 号", "people": "99"})
    assert again.desk is Desk.BRANCH


def test_every_version_is_kept_sealed_with_its_lines_and_its_files(
    store: Store, station: Caller, officer: Caller
) -> None:
    photo = office.upload(store, "a photo")
    line = Shown(
        box="phone",
        title={"zh-CN": "电话", "en": "Phone"},
        answer={"zh-CN": "138****5678", "en": "138****5678"},
        openly={"zh-CN": "13812345678", "en": "13812345678"},
        files=(ShownFile(photo, "image/jpeg", 90_000),),
    )
    paper = file(store, station, content={"phone": "13812345678"}, shown=(line,))
    decide(store, officer, paper, RETURN, boxes={"phone": "号码打不通"})
    with store.writing(station) as work:
        again = work.papers.resubmit(paper.id, {"phone": "13912345678"})
    with store.reading() as work:
        assert work.papers.version(again).content == {"phone": "13912345678"}
        assert work.papers.version(again, 1).content == {"phone": "13812345678"}
        assert work.papers.version(again, 1).shown == (line,)
        assert [one.id for one in work.files.of(f"paper:{paper.id}")] == [photo]
        rows = work.connection.execute(
            select(paper_versions.c.content, paper_versions.c.shown)
        ).all()
        reasons = work.connection.execute(select(paper_decisions.c.reasons)).scalars().all()
    kept = b"".join([part for row in rows for part in row] + list(reasons))
    assert b"138" not in kept
    assert "号码打不通".encode() not in kept


def test_a_return_or_a_rejection_takes_a_reason(
    store: Store, station: Caller, officer: Caller
) -> None:
    paper = file(store, station)
    for kind in (RETURN, REJECT):
        assert refused(store, officer, lambda work, k=kind: work.papers.decide(paper.id, k)) == [
            "paper-reason-wanted"
        ]


def test_a_paper_is_withdrawn_while_it_is_under_way_and_not_after(
    store: Store, station: Caller, officer: Caller
) -> None:
    paper = file(store, station)
    assert refused(store, officer, lambda work: work.papers.withdraw(paper.id)) == ["not-yours"]
    with store.writing(station) as work:
        assert work.papers.withdraw(paper.id).state is PaperState.WITHDRAWN
    assert waiting(store, officer) == []
    for act in (
        lambda work: work.papers.withdraw(paper.id),
        lambda work: work.papers.resubmit(paper.id, CONTENT),
    ):
        assert refused(store, station, act) == ["paper-moved-on"]
    assert refused(store, officer, lambda work: work.papers.decide(paper.id, APPROVE)) == [
        "paper-moved-on"
    ]


def test_whichever_of_the_institutions_staff_corrects_it(
    store: Store, station: Caller, officer: Caller
) -> None:
    paper = file(store, station)
    decide(store, officer, paper, RETURN)
    deputy = hold(store, Role.STATION_DEPUTY, HAMI)
    with store.writing(deputy) as work:
        again = work.papers.resubmit(paper.id, CONTENT)
        history = work.papers.history(again)
    assert again.filed_by == deputy.person
    assert [(d.kind, d.person, d.role) for d in history] == [
        (DecisionKind.FILE, station.person, Role.STATION_HEAD),
        (DecisionKind.RETURN, officer.person, Role.MANAGEMENT_OFFICER),
        (DecisionKind.RESUBMIT, deputy.person, Role.STATION_DEPUTY),
    ]


# --- two officers ---


def test_what_is_decided_is_not_decided_again_and_says_by_whom_and_when(
    store: Store, station: Caller, officer: Caller
) -> None:
    paper = file(store, station)
    decide(store, officer, paper, APPROVE)
    colleague = hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
    with pytest.raises(NotPossible) as caught, store.writing(colleague) as work:
        work.papers.decide(paper.id, REJECT, reason="不行")
    (finding,) = caught.value.findings
    assert (finding.key, finding.args["done"]) == ("paper-moved-on", APPROVE)
    assert finding.args["on"] == store.clock.office_now().date()
    assert "李晓雨" not in str(finding.args)


def test_outsiders_are_not_even_told_that_it_is_decided(
    store: Store, station: Caller, officer: Caller
) -> None:
    paper = file(store, station)
    decide(store, officer, paper, APPROVE)
    stranger = hold(store, Role.MANAGEMENT_OFFICER, BASE)
    for act in (
        lambda work: work.papers.decide(paper.id, APPROVE),
        lambda work: work.papers.claim(paper.id),
        lambda work: work.papers.see(paper.id),
        lambda work: work.papers.withdraw(paper.id),
    ):
        assert refused(store, stranger, act) == ["not-yours"]


def test_a_claimed_paper_is_left_to_who_has_it_until_released_or_too_long_ago(
    store: Store, clock: FixedClock, station: Caller, officer: Caller
) -> None:
    paper = file(store, station)
    colleague = hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
    with store.writing(officer) as work:
        work.papers.claim(paper.id)
        work.papers.claim(paper.id)
    for act in (
        lambda work: work.papers.claim(paper.id),
        lambda work: work.papers.release(paper.id),
        lambda work: work.papers.decide(paper.id, APPROVE),
    ):
        assert refused(store, colleague, act) == ["paper-claimed"]
    assert waiting(store, colleague) == [paper.id]
    clock.advance(timedelta(hours=2))
    with store.writing(colleague) as work:
        work.papers.claim(paper.id)
        work.papers.release(paper.id)
    assert decide(store, officer, paper, APPROVE).claimed_by is None


def test_who_saw_an_earlier_step_decides_nothing(
    store: Store, station: Caller, officer: Caller
) -> None:
    """Somebody with posts at two desks must not decide at the second by a tap meant for the first."""
    both = hold(store, Role.BRANCH_OFFICER, BRANCH)
    with store.writing() as work:
        work.people.appoint(tree.of(both), Role.MANAGEMENT_OFFICER, MANAGEMENT)
    both = Caller(both.person, None, "web", None, both.roles | {Role.MANAGEMENT_OFFICER})
    paper = file(store, station, PaperKind.BATCH, SKILL_LEVEL)
    decide(store, both, paper, FORWARD, seen=paper.step)

    def tap(work: UnitOfWork) -> object:
        return work.papers.decide(paper.id, FORWARD, seen=paper.step)

    assert refused(store, both, tap) == ["paper-moved-on"]


def test_of_two_officers_who_decide_at_once_one_wins(
    store: Store, station: Caller, officer: Caller
) -> None:
    colleague = hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
    paper = file(store, station)
    start = Barrier(2)

    def act(caller: Caller, kind: DecisionKind) -> str:
        start.wait(5)
        try:
            return decide(store, caller, paper, kind).state
        except NotPossible as refused:
            return refused.findings[0].key

    with ThreadPoolExecutor(2) as pool:
        ends = [pool.submit(act, officer, APPROVE), pool.submit(act, colleague, REJECT)]
        results = sorted(end.result(10) for end in ends)
    assert results in (["approved", "paper-moved-on"], ["paper-moved-on", "rejected"])
    with store.reading() as work:
        assert len(work.papers.history(work.papers.get(paper.id))) == 2


def test_of_a_withdrawal_and_an_approval_at_once_one_wins(
    store: Store, station: Caller, officer: Caller
) -> None:
    paper = file(store, station)
    start = Barrier(2)

    def act(caller: Caller, what: Any) -> str:
        start.wait(5)
        try:
            with store.writing(caller) as work:
                return str(what(work).state)
        except NotPossible as refused:
            return refused.findings[0].key

    with ThreadPoolExecutor(2) as pool:
        ends = [
            pool.submit(act, station, lambda work: work.papers.withdraw(paper.id)),
            pool.submit(act, officer, lambda work: work.papers.decide(paper.id, APPROVE)),
        ]
        results = sorted(end.result(10) for end in ends)
    assert results in (["approved", "paper-moved-on"], ["paper-moved-on", "withdrawn"])


def test_of_two_papers_filed_at_once_about_one_subject_one_is_kept(
    store: Store, station: Caller
) -> None:
    start = Barrier(2)

    def act() -> str:
        start.wait(5)
        try:
            return file(store, station, PaperKind.RESCHEDULE, subject=9).state
        except (NotPossible, TransientFault) as refused:
            return str(refused)

    with ThreadPoolExecutor(2) as pool:
        ends = [pool.submit(act) for _ in range(2)]
        assert sorted(end.result(10) for end in ends) == ["paper-under-way", "waiting"]


# --- policy, effects, lists ---


def test_a_new_chain_holds_for_new_papers_and_the_others_keep_theirs(
    store: Store, station: Caller, officer: Caller, centre: Caller
) -> None:
    before = file(store, station)
    with store.writing() as work:
        longer = [["annual_plan", "", ["management_station", "centre"]]]
        work.policy.set("approval_chains", longer, work.today)
    after = file(store, station)
    assert decide(store, officer, before, APPROVE).state is PaperState.APPROVED
    after = decide(store, officer, after, FORWARD)
    assert decide(store, centre, after, APPROVE).state is PaperState.APPROVED


def test_a_kinds_effect_is_told_of_every_decision_and_may_refuse_it(
    store: Store, station: Caller, officer: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[DecisionKind, Desk | None, PaperState]] = []

    def effect(work: UnitOfWork, paper: Paper, decision: Decision) -> None:
        seen.append((decision.kind, decision.desk, paper.state))
        if decision.kind is APPROVE:
            raise NotPossible(())

    monkeypatch.setattr(approving, "EFFECTS", {PaperKind.RESCHEDULE: effect})
    paper = file(store, station, PaperKind.RESCHEDULE)
    with store.writing(officer) as work, pytest.raises(NotPossible):
        work.papers.decide(paper.id, APPROVE)
    with store.reading() as work:
        assert work.papers.get(paper.id) == paper
    decide(store, officer, paper, RETURN)
    with store.writing(station) as work:
        work.papers.resubmit(paper.id, CONTENT)
        work.papers.withdraw(paper.id)
    desk = Desk.MANAGEMENT_STATION
    assert seen == [
        (APPROVE, desk, PaperState.APPROVED),
        (RETURN, desk, PaperState.RETURNED),
        (DecisionKind.WITHDRAW, None, PaperState.WITHDRAWN),
    ]


def test_what_waits_longest_comes_first_and_page_by_page(
    store: Store, clock: FixedClock, station: Caller, officer: Caller
) -> None:
    filed = []
    for _ in range(10):
        filed.append(file(store, station).id)
        clock.advance(timedelta(minutes=1))
    with store.reading(officer) as work:
        first, second = (work.papers.waiting_for_caller(page) for page in (0, 1))
    assert ([p.id for p in first.things], first.more) == (filed[:8], True)
    assert ([p.id for p in second.things], second.more) == (filed[8:], False)


def test_ones_own_papers_are_those_of_ones_institution(
    store: Store, station: Caller, officer: Caller
) -> None:
    mine, returned = file(store, station), file(store, station)
    decide(store, officer, returned, RETURN)
    file(store, hold(store, Role.STATION_HEAD, CHANGZHOU), institution=CHANGZHOU)
    with store.reading(hold(store, Role.STATION_OFFICER, HAMI)) as work:
        assert [p.id for p in work.papers.of_caller().things] == [returned.id, mine.id]
        only = work.papers.of_caller(0, PaperState.RETURNED)
        assert [p.id for p in only.things] == [returned.id]
    with store.reading(officer) as work:
        assert work.papers.of_caller().things == ()


def test_a_papers_officers_are_those_who_may_decide_where_it_lies(
    store: Store, station: Caller, branch: Caller, officer: Caller
) -> None:
    hold(store, Role.MANAGEMENT_OFFICER, BASE)
    paper = file(store, station, PaperKind.BATCH, SKILL_LEVEL)
    with store.writing(branch) as work:
        assert work.papers.officers_at(paper) == (branch.person,)
        moved = work.papers.decide(paper.id, FORWARD)
        assert work.papers.officers_at(moved) == (officer.person,)


def test_an_unknown_paper_says_so(store: Store, officer: Caller) -> None:
    for act in (
        lambda work: work.papers.get(PaperId(99)),
        lambda work: work.papers.decide(PaperId(99), APPROVE),
        lambda work: work.papers.own(PaperId(99)),
    ):
        assert refused(store, officer, act) == ["paper-unknown"]


def test_a_decision_returns_the_paper_as_its_effect_left_it(
    store: Store, station: Caller, officer: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    def founded(work: UnitOfWork, paper: Paper, decision: Decision) -> None:
        work.papers.move(HAMI, URUMQI)

    monkeypatch.setattr(approving, "EFFECTS", {PaperKind.ANNUAL_PLAN: founded})
    assert decide(store, officer, file(store, station), APPROVE).institution == URUMQI


def test_the_papers_of_a_unit_go_along_when_it_becomes_a_station(
    store: Store, station: Caller
) -> None:
    paper = file(store, station)
    with store.writing() as work:
        work.papers.move(HAMI, URUMQI)
        assert work.papers.get(paper.id).institution == URUMQI
