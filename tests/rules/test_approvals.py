"""R4.10: the desks papers pass, what each may do, and where a corrected paper goes on."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from rules.approvals import (
    ACTION_AT,
    CHAINS,
    FILED_BY,
    WHOLE_PAPER,
    DecisionKind,
    Desk,
    PaperKind,
    PaperState,
    ReplacedChain,
    chain_of,
    choices,
    claim_holds,
    desk_after_return,
    outcome,
)
from rules.catalogue import Programme
from rules.policy import Policy, as_json
from rules.roles import Role, who_may

CAPABILITY, SKILL_LEVEL = Programme.CAPABILITY, Programme.SKILL_LEVEL
AS_WRITTEN = {
    (PaperKind.STATION_APPLICATION, CAPABILITY): "management_station centre",
    (PaperKind.STATION_APPLICATION, SKILL_LEVEL): "management_station centre",
    (PaperKind.STATION_APPLICATION, None): "management_station centre",
    (PaperKind.LICENCE_CHANGE, CAPABILITY): "management_station centre",
    (PaperKind.LICENCE_CHANGE, SKILL_LEVEL): "management_station centre",
    (PaperKind.EXAMINER_APPLICATION, None): "department unit management_station centre",
    (PaperKind.ANNUAL_REVIEW, None): "management_station",
    (PaperKind.ANNUAL_PLAN, CAPABILITY): "management_station",
    (PaperKind.ANNUAL_PLAN, SKILL_LEVEL): "management_station",
    (PaperKind.PLAN_SUMMARY, CAPABILITY): "centre",
    (PaperKind.BATCH, CAPABILITY): "management_station",
    (PaperKind.BATCH, SKILL_LEVEL): "branch management_station centre",
    (PaperKind.RESCHEDULE, CAPABILITY): "management_station",
    (PaperKind.RESCHEDULE, SKILL_LEVEL): "management_station",
    (PaperKind.RESULTS, CAPABILITY): "management_station",
    (PaperKind.RESULTS, SKILL_LEVEL): "branch management_station centre",
    (PaperKind.CERTIFICATE_APPLICATION, SKILL_LEVEL): "centre",
}
"""The regulation, written down once more by hand."""


@pytest.mark.parametrize(("paper", "desks"), AS_WRITTEN.items(), ids=str)
def test_every_paper_passes_the_desks_of_the_regulation(
    paper: tuple[PaperKind, Programme | None], desks: str
) -> None:
    assert " ".join(chain_of(*paper)) == desks


def test_every_kind_has_a_chain_an_applicant_and_a_line_in_this_test() -> None:
    assert {kind for kind, _ in CHAINS} == set(PaperKind) == {kind for kind, _ in AS_WRITTEN}
    assert FILED_BY.keys() == set(PaperKind)
    assert ACTION_AT.keys() == set(Desk)


def test_papers_travel_upwards_and_no_chain_begins_with_who_files() -> None:
    for (kind, _), chain in CHAINS.items():
        assert all(list(Desk).index(a) < list(Desk).index(b) for a, b in pairwise(chain))
        if FILED_BY[kind] == {Role.MANAGEMENT_OFFICER}:
            assert chain == (Desk.CENTRE,)


def test_the_capability_programme_never_sees_a_branch() -> None:
    assert not any(Desk.BRANCH in chain_of(kind, CAPABILITY) for kind in PaperKind)


@pytest.mark.parametrize("kind", [PaperKind.BATCH, PaperKind.RESULTS])
def test_where_the_programme_decides_it_has_to_be_named(kind: PaperKind) -> None:
    with pytest.raises(KeyError):
        chain_of(kind, None)


def test_each_desk_belongs_to_its_own_people() -> None:
    assert who_may(ACTION_AT[Desk.CENTRE]) == {Role.CENTRE_OFFICER}
    assert who_may(ACTION_AT[Desk.MANAGEMENT_STATION]) == {Role.MANAGEMENT_OFFICER}
    assert who_may(ACTION_AT[Desk.BRANCH]) == {Role.BRANCH_OFFICER}
    assert Role.STATION_OFFICER not in who_may(ACTION_AT[Desk.UNIT])


@pytest.mark.parametrize("chain", sorted(set(CHAINS.values())), ids=str)
def test_only_the_last_desk_approves_and_every_desk_may_return_and_reject(
    chain: tuple[Desk, ...],
) -> None:
    for desk in chain:
        agree = DecisionKind.APPROVE if desk is chain[-1] else DecisionKind.FORWARD
        assert choices(chain, desk) == (agree, DecisionKind.RETURN, DecisionKind.REJECT)


def test_a_decision_moves_the_paper_one_desk_or_ends_its_way() -> None:
    chain = chain_of(PaperKind.BATCH, SKILL_LEVEL)
    assert outcome(chain, Desk.BRANCH, DecisionKind.FORWARD) == (
        PaperState.WAITING,
        Desk.MANAGEMENT_STATION,
    )
    assert outcome(chain, Desk.CENTRE, DecisionKind.APPROVE) == (PaperState.APPROVED, Desk.CENTRE)
    assert outcome(chain, Desk.BRANCH, DecisionKind.RETURN) == (PaperState.RETURNED, Desk.BRANCH)
    assert outcome(chain, Desk.BRANCH, DecisionKind.REJECT) == (PaperState.REJECTED, Desk.BRANCH)


@pytest.mark.parametrize(
    ("desk", "decision"),
    [
        (Desk.BRANCH, DecisionKind.APPROVE),
        (Desk.CENTRE, DecisionKind.FORWARD),
        (Desk.CENTRE, DecisionKind.WITHDRAW),
        (Desk.CENTRE, DecisionKind.FILE),
    ],
)
def test_what_a_desk_may_not_do_has_no_outcome(desk: Desk, decision: DecisionKind) -> None:
    with pytest.raises(ValueError, match="cannot"):
        outcome(chain_of(PaperKind.BATCH, SKILL_LEVEL), desk, decision)


CHAIN = chain_of(PaperKind.EXAMINER_APPLICATION, None)


@pytest.mark.parametrize(
    ("named", "changed", "goes_to"),
    [
        ({"photo"}, {"photo"}, Desk.CENTRE),
        ({"photo"}, set(), Desk.CENTRE),
        ({"photo", "phone"}, {"phone"}, Desk.CENTRE),
        ({"photo"}, {"photo", "trades"}, Desk.DEPARTMENT),
        ({"photo"}, {"trades"}, Desk.DEPARTMENT),
        ({WHOLE_PAPER}, {"trades", "photo"}, Desk.CENTRE),
    ],
)
def test_a_corrected_paper_goes_back_to_who_returned_it_unless_something_else_changed(
    named: set[str], changed: set[str], goes_to: Desk
) -> None:
    assert desk_after_return(CHAIN, Desk.CENTRE, named=named, changed=changed) is goes_to


def test_the_last_replacement_of_a_chain_counts_and_only_for_its_kind_and_programme() -> None:
    first = ReplacedChain(PaperKind.BATCH, "skill_level", (Desk.BRANCH, Desk.CENTRE))
    second = ReplacedChain(PaperKind.BATCH, "skill_level", (Desk.MANAGEMENT_STATION,))
    assert chain_of(PaperKind.BATCH, SKILL_LEVEL, [first, second]) == (Desk.MANAGEMENT_STATION,)
    assert chain_of(PaperKind.BATCH, CAPABILITY, [first]) == (Desk.MANAGEMENT_STATION,)
    assert chain_of(PaperKind.RESULTS, SKILL_LEVEL, [first])[-1] is Desk.CENTRE


@pytest.mark.parametrize(
    ("kind", "programme", "desks"),
    [
        (PaperKind.BATCH, "", (Desk.CENTRE,)),
        (PaperKind.ANNUAL_PLAN, "skill_level", (Desk.CENTRE,)),
        (PaperKind.BATCH, "capability", (Desk.BRANCH, Desk.CENTRE)),
        (PaperKind.ANNUAL_PLAN, "", (Desk.BRANCH, Desk.CENTRE)),
        (PaperKind.BATCH, "skill_level", ()),
        (PaperKind.BATCH, "skill_level", (Desk.CENTRE, Desk.BRANCH)),
        (PaperKind.BATCH, "skill_level", (Desk.CENTRE, Desk.CENTRE)),
        (PaperKind.EXAMINER_APPLICATION, "", (Desk.DEPARTMENT, Desk.UNIT)),
    ],
)
def test_a_chain_that_cannot_be_is_refused(
    kind: PaperKind, programme: str, desks: tuple[Desk, ...]
) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each has words of its own
        ReplacedChain(kind, programme, desks)


def test_an_officer_writes_a_chain_as_plain_values() -> None:
    written = [["batch", "skill_level", ["branch", "centre"]]]
    policy = Policy.from_values({"approval_chains": written})
    assert policy.approval_chains[0].desks == (Desk.BRANCH, Desk.CENTRE)
    assert as_json(policy.approval_chains) == written
    with pytest.raises(ValueError, match="approval_chains"):
        Policy.from_values({"approval_chains": [["batch", "capability", ["branch"]]]})


def test_a_claim_holds_until_its_hours_are_over() -> None:
    claimed = datetime(2026, 6, 1, 9, tzinfo=UTC)
    assert claim_holds(claimed, claimed + timedelta(hours=2, microseconds=-1), 2)
    assert not claim_holds(claimed, claimed + timedelta(hours=2), 2)
