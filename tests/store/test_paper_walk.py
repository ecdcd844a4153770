"""Whatever people try in whatever order: no paper skips a desk, is decided twice, or gets lost (R4.10)."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.approvals import CHAINS, DecisionKind, Desk, PaperKind, PaperState
from rules.catalogue import Programme
from rules.findings import NotPossible
from rules.roles import Role
from store import approving
from store.papers import PaperId
from store.sealed import Keys
from store.unit import Caller, Store
from tests.fakes import FixedClock, store_on
from tests.store import tree
from tests.store.tree import BRANCH, CENTRE, CHANGZHOU, HAMI, MANAGEMENT, hold

KINDS = sorted(
    {(kind, programme or Programme.SKILL_LEVEL) for kind, programme in CHAINS}
    | {(kind, Programme.CAPABILITY) for kind, _ in CHAINS}
)
ACTS = ("forward", "approve", "return", "reject", "resubmit", "changed", "withdraw", "claim")
STEPS = st.lists(st.tuples(st.sampled_from([*Desk, "filer", "stranger"]), st.sampled_from(ACTS)))


@pytest.fixture(scope="module")
def store(
    sqlite_template: Path, keys: Keys, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("walk")
    shutil.copyfile(sqlite_template, folder / "kaowu.db")
    store = store_on(f"sqlite:///{folder / 'kaowu.db'}", keys, folder / "files", FixedClock())
    with store.writing() as work:
        tree.grow(work)
    yield store
    store.close()


@pytest.fixture(scope="module")
def people(store: Store) -> dict[str, Caller]:
    """One at each desk, one of each kind who files, and somebody from elsewhere."""
    return {
        Desk.DEPARTMENT: hold(store, Role.STATION_OFFICER, HAMI),
        Desk.UNIT: hold(store, Role.STATION_HEAD, HAMI),
        Desk.BRANCH: hold(store, Role.BRANCH_OFFICER, BRANCH),
        Desk.MANAGEMENT_STATION: hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT),
        Desk.CENTRE: hold(store, Role.CENTRE_OFFICER, CENTRE),
        "applicant": hold(store, Role.APPLICANT_UNIT, HAMI),
        "stranger": hold(store, Role.STATION_HEAD, CHANGZHOU),
    }


class Walk:
    """One paper, and what the regulation says about it, worked out apart from the code."""

    def __init__(
        self, store: Store, people: dict[str, Caller], kind: PaperKind, programme: Programme
    ) -> None:
        self.store, self.people = store, people
        self.chain = CHAINS.get((kind, programme)) or CHAINS[kind, None]
        by_management = kind in {PaperKind.PLAN_SUMMARY, PaperKind.CERTIFICATE_APPLICATION}
        by_unit = kind is PaperKind.STATION_APPLICATION
        filer = "applicant" if by_unit else Desk.MANAGEMENT_STATION if by_management else Desk.UNIT
        self.filer = people[filer]
        self.at, self.state, self.passed = 0, PaperState.WAITING, list[Desk]()
        self.content = ("1", "1")
        self.claimed: Caller | None = None
        with store.writing(self.filer) as work:
            code = MANAGEMENT if by_management else HAMI
            filed = work.papers.file(kind, programme, code, 0, {"venue": "1", "people": "1"})
        self.paper: PaperId = filed.id

    def take(self, who: str, act: str) -> None:
        caller = self.filer if who == "filer" else self.people[who]
        expected = self.allowed(caller, act)
        try:
            self.try_(caller, act)
        except NotPossible:
            assert not expected, (who, act, self.state, self.chain[self.at])
        else:
            assert expected, (who, act, self.state, self.chain[self.at])
            self.follow(act)
        self.check()

    def allowed(self, caller: Caller, act: str) -> bool:
        """By hand: the filer corrects what came back and withdraws what is open, the desk does the rest."""
        match act:
            case "resubmit" | "changed":
                return self.files(caller) and self.state is PaperState.RETURNED
            case "withdraw":
                open_ = self.state in {PaperState.WAITING, PaperState.RETURNED}
                return self.files(caller) and open_
            case "forward" | "approve":
                last = self.at == len(self.chain) - 1
                return self.decides(caller) and (act == "approve") == last
            case _:
                return self.decides(caller)

    def files(self, caller: Caller) -> bool:
        staff = {self.people[Desk.UNIT], self.people[Desk.DEPARTMENT]}
        return caller == self.filer or (self.filer in staff and caller in staff)

    def decides(self, caller: Caller) -> bool:
        desk = self.chain[self.at]
        able = {self.people[desk]}
        if desk is Desk.DEPARTMENT:
            able |= {self.people[Desk.UNIT], self.people["applicant"]}
        if desk is Desk.UNIT:
            able |= {self.people["applicant"]}
        return self.state is PaperState.WAITING and caller in able and self.free(caller)

    def free(self, caller: Caller) -> bool:
        return self.claimed in {None, caller}

    def try_(self, caller: Caller, act: str) -> None:
        with self.store.writing(caller) as work:
            match act:
                case "resubmit":
                    work.papers.resubmit(self.paper, {"venue": "2", "people": "1"})
                case "changed":
                    work.papers.resubmit(self.paper, {"venue": "2", "people": "2"})
                case "withdraw":
                    work.papers.withdraw(self.paper)
                case "claim":
                    work.papers.claim(self.paper)
                    self.claimed = caller
                case _:
                    why = {"venue": "看不清"} if act == "return" else {}
                    reason = "不行" if act == "reject" else ""
                    work.papers.decide(self.paper, DecisionKind(act), reason=reason, boxes=why)

    def follow(self, act: str) -> None:
        desk = self.chain[self.at]
        match act:
            case "forward":
                self.passed.append(desk)
                self.at += 1
            case "approve":
                self.passed.append(desk)
                self.state = PaperState.APPROVED
            case "return":
                self.state = PaperState.RETURNED
            case "reject":
                self.state = PaperState.REJECTED
            case "withdraw":
                self.state = PaperState.WITHDRAWN
            case "resubmit" | "changed":
                self.corrected(act)
        if act != "claim":
            self.claimed = None

    def corrected(self, act: str) -> None:
        """A first correction changes what was named; any other content changes more than that."""
        self.state = PaperState.WAITING
        before = self.content
        after = ("2", "2" if act == "changed" else "1")
        if before[1] != after[1]:
            self.at, self.passed = 0, []
        self.content = after

    def check(self) -> None:
        """The store says the same, the paper lies in one list only, and an approved one passed every desk."""
        with self.store.reading() as work:
            paper = work.papers.get(self.paper)
            history = work.papers.history(paper)
        assert (paper.state, paper.desk) == (self.state, self.chain[self.at])
        assert [d.step for d in history] == list(range(1, paper.step + 1))
        if paper.state is PaperState.APPROVED:
            assert tuple(self.passed) == self.chain
        for desk in Desk:
            lies_here = self.state is PaperState.WAITING and desk is self.chain[self.at]
            assert (self.paper in self.listed(self.people[desk])) >= lies_here
            if not lies_here and desk not in {Desk.UNIT, Desk.DEPARTMENT}:
                assert self.paper not in self.listed(self.people[desk])
        with self.store.reading(self.filer) as work:
            assert self.paper in [p.id for p in work.papers.of_caller().things]

    def leave(self) -> None:
        """Take what is open away, or the lists of the walks after this one grow and grow."""
        if self.state in {PaperState.WAITING, PaperState.RETURNED}:
            self.take("filer", "withdraw")

    def listed(self, caller: Caller) -> list[PaperId]:
        with self.store.reading(caller) as work:
            return [paper.id for paper in work.papers.waiting_for_caller().things]


@pytest.mark.parametrize(("kind", "programme"), KINDS, ids=str)
def test_no_path_skips_a_desk_decides_twice_or_loses_the_paper(
    kind: PaperKind,
    programme: Programme,
    store: Store,
    people: dict[str, Caller],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(approving, "EFFECTS", {})

    @settings(max_examples=6)
    @given(STEPS)
    def walked(steps: list[tuple[str, str]]) -> None:
        walk = Walk(store, people, kind, programme)
        for who, act in steps:
            walk.take(who, act)
        walk.leave()

    walked()


@pytest.mark.parametrize(("kind", "programme"), KINDS, ids=str)
def test_the_straight_way_leads_through_every_desk_to_the_approval(
    kind: PaperKind,
    programme: Programme,
    store: Store,
    people: dict[str, Caller],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(approving, "EFFECTS", {})
    walk = Walk(store, people, kind, programme)
    for desk in walk.chain:
        for other in Desk:
            if not walk.decides(people[other]):
                walk.take(other, "reject")
        walk.take(desk, "approve" if desk is walk.chain[-1] else "forward")
    assert walk.state is PaperState.APPROVED
