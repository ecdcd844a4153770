"""Who may do what where, cell by cell (R1.1, R1.9), and that a refusal is noted whatever is undone."""

from dataclasses import replace

import pytest

from rules.catalogue import Programme
from rules.findings import NotPossible
from rules.roles import Action, Role
from store import rights
from store.audit import AuditEntry
from store.institutions import Institution, InstitutionKind
from store.people import PersonId
from store.unit import Caller, Store, UnitOfWork

CENTRE, BODY, OTHER_BODY, BRANCH = "CENTRE", "49283000", "49286000", "JS"
NEAR, FAR, ELSEWHERE, APPLICANT = "49284267", "49284299", "49284417", "U000001"
"""NEAR lies in the branch's province, FAR in another; ELSEWHERE is below the other body."""

TREE = (
    (CENTRE, InstitutionKind.CENTRE, None, "", True),
    (BODY, InstitutionKind.SECOND_TIER, CENTRE, "", True),
    (OTHER_BODY, InstitutionKind.SECOND_TIER, CENTRE, "", True),
    (BRANCH, InstitutionKind.BRANCH, CENTRE, "江苏省", True),
    (NEAR, InstitutionKind.STATION, BODY, "江苏省常州市", True),
    (FAR, InstitutionKind.STATION, BODY, "重庆市", True),
    (ELSEWHERE, InstitutionKind.STATION, OTHER_BODY, "江苏省", False),
    (APPLICANT, InstitutionKind.APPLICANT, BODY, "", False),
)
EVERYWHERE = {code for code, *_ in TREE}

AT = {
    Role.CANDIDATE: None,
    Role.ACCOUNT_HOLDER: None,
    Role.APPLICANT_UNIT: APPLICANT,
    Role.STATION_HEAD: NEAR,
    Role.STATION_DEPUTY: NEAR,
    Role.STATION_OFFICER: NEAR,
    Role.EXAMINER: NEAR,
    Role.SENIOR_EXAMINER: NEAR,
    Role.EXAM_MANAGER: NEAR,
    Role.SUPERVISOR: BODY,
    Role.MANAGEMENT_OFFICER: BODY,
    Role.BRANCH_OFFICER: BRANCH,
    Role.CENTRE_OFFICER: CENTRE,
}
"""Where each role of the table works."""

COVERED = {
    ".": set[str](),
    "s": set[str](),
    "p": {BRANCH, NEAR},
    "b": {BODY, NEAR, FAR, APPLICANT},
    "a": EVERYWHERE,
}
"""What a letter of the table reaches; `o` is the institution of the post, `s` only the person's own."""

COLUMNS = (
    Role.CANDIDATE,
    Role.APPLICANT_UNIT,
    Role.STATION_HEAD,
    Role.STATION_DEPUTY,
    Role.STATION_OFFICER,
    Role.MANAGEMENT_OFFICER,
    Role.BRANCH_OFFICER,
    Role.CENTRE_OFFICER,
)
"""Examiners, exam managers and supervisors act on the papers they are named in, never on an institution."""

EXAMINES = frozenset({"answer_assignment", "confirm_scores", "file_evaluation"})
OWN = {
    Role.EXAMINER: EXAMINES,
    Role.SENIOR_EXAMINER: EXAMINES,
    Role.SUPERVISOR: frozenset({"answer_assignment", "file_supervision_report"}),
}
"""What those who are called to a batch do for themselves (R4.7, R4.8, R7.1–R7.3)."""

# Written by hand from the regulations and not from rules/roles.py:
#  candidate, applicant | head, deputy, officer of a station | management station, branch, centre
TABLE = {
    "file_registration": "s. ... ...",  # R5.1
    "upload_stamped_form": "s. ... ...",  # R5.4
    "review_registration": ".. ooo ...",  # R5.6
    "export_roster": ".. ooo bpa",  # R9.3
    "hand_out_recovery_code": ".. ooo bpa",  # R5.8
    "release_id_number": ".. ooo bpa",  # R5.8
    "bind_chat": ".. ... bpa",  # R9.5
    "set_policy": ".. ... b..",  # ⚙ editable by the management station
    "complete_unit": ".. ... bpa",  # R1.5
    "manage_staff": ".o o.. ooo",  # R1.9, R2.2: who answers for the institution
    "manage_accounts": ".. ... b.a",  # R1.8; a branch stands beside the management station, R1.1
    "file_paper": ".o ooo o..",  # R4.10
    "give_department_opinion": ".o ooo ...",  # R2.4
    "give_unit_opinion": ".o oo. ...",  # R2.4
    "decide_at_branch": ".. ... .p.",  # R4.10
    "decide_at_management_station": ".. ... b..",  # R4.10
    "decide_at_centre": ".. ... ..a",  # R4.10
    "file_station_application": ".o ... ...",  # R2.1
    "inspect_station": ".. ... b..",  # R2.8
    "found_station": ".. ... ..a",  # R2.3
    "set_licence": ".. ... b.a",  # R1.7
    "read_station": ".o ooo bpa",  # R9.3
    "file_examiner_application": ".o ooo ...",  # R2.1, R2.4
    "see_examiners": ".o ooo bpa",  # R9.3
    "end_examiner": ".o ooo b.a",  # R2.5
    "nominate": ".o ooo b..",  # R2.9
    "hold_training": ".. ... b..",  # R2.9
    "keep_supervisors": ".. ... b..",  # R2.7
    "open_personal_account": ".o ooo b..",  # R1.9, R2.7
    "publish_notice": ".. ... bpa",  # R1.11
    "send_broadcast": ".. ... bpa",  # R1.11
    "address_everybody": ".. ... b.a",  # R1.11
    "edit_contacts": ".. ... bpa",  # R1.12
    "handle_complaint": ".. ... o.a",  # R1.10: the management station and the centre
    "enter_plan": ".. ... b..",  # R4.1
    "see_plans": ".. ooo bpa",  # R9.3
    "see_plan_summary": ".. ... b.a",  # R4.10
    "see_batches": ".. ooo bpa",  # R9.3
    "file_settlement": ".. ooo ...",  # R7.9: the station pays
    "check_settlement": ".. ... b..",  # R7.9
    "see_settlement": ".. ooo bpa",  # R9.3
    "keep_paper_photos": ".. ... b..",  # R7.8
    "see_paper_photos": ".. ooo bpa",  # R7.8
    "send_certificates": ".. ... b.a",  # R7.9
    "sign_for_certificates": ".. ooo ...",  # R7.9
    "see_shipments": ".. ooo bpa",  # R9.3
    "open_archive": ".. ooo bpa",  # R7.7
    "spot_check": ".. ... b..",  # R7.7: the management station draws
    "answer_spot_check": ".. ooo ...",  # R7.7
    "submit_roster": ".. ooo ...",  # R5.7
    "withdraw_batch": ".. ooo ...",  # R4.1: until the roster is in
    "enter_registrations": ".. ooo ...",  # R5.1
    "keep_exam_papers": ".. ooo ...",  # R6.5
    "see_receipts": ".. ooo bpa",  # R4.7, R9.3
    "send_supervisor": ".. ... b..",  # R4.8
    "answer_assignment": ".. ... ...",  # OWN
    "enter_scores": ".. ooo ...",  # R7.1: typed by the station from the signed sheet
    "confirm_scores": ".. ... ...",  # OWN
    "see_scores": ".. ooo bpa",  # R9.3
    "file_evaluation": ".. ... ...",  # OWN
    "overrule": ".. ... b..",  # R7.2: the management station overrules an objection
    "file_supervision_report": ".. ... ...",  # OWN
    "confirm_supervision_report": ".. ... b..",  # R7.3
    "read_supervision_report": ".. ooo bpa",  # R9.3
    "answer_supervision_correction": ".. ooo ...",  # R7.3
    "keep_exam_material": ".. ooo ...",  # R7.4
    "submit_results": ".. ooo ...",  # R7.5
    "apply_for_certificates": ".. ... b..",  # R7.6: the management station applies
    "issue_certificates": ".. ... ..a",  # R7.6: the centre releases the numbers
    "change_certificate": ".. ... ..a",  # R8.2
    "set_issuer_code": ".. ... ..a",  # R8.3
}


@pytest.fixture(autouse=True)
def tree(store: Store) -> None:
    with store.writing() as work:
        for code, kind, parent, region, skill_level in TREE:
            work.institutions.put(
                Institution(
                    code=code,
                    name=f"机构{code}",
                    kind=kind,
                    parent_code=parent,
                    region=region,
                    skill_level=skill_level,
                )
            )


def somebody(store: Store, role: Role, at: str | None) -> Caller:
    with store.writing() as work:
        person = work.people.add_guest().id
        work.people.hold_account(person, "王志强", f"{role}-{at}")
        if at is not None:
            work.people.appoint(person, role, at)
    return Caller(person, None, "web", None, frozenset({role}))


def letters(role: Role) -> dict[str, str]:
    """Each action's letter for the role."""
    if role not in COLUMNS:
        return {**dict.fromkeys(TABLE, "."), **dict.fromkeys(OWN.get(role, ()), "s")}
    place = COLUMNS.index(role)
    return {action: row.replace(" ", "")[place] for action, row in TABLE.items()}


def refusal(work: UnitOfWork, action: Action, institution: str) -> str:
    try:
        rights.check(work, action, institution=institution)
    except NotPossible as refused:
        return refused.findings[0].key
    return ""


def noted(store: Store, subject: str) -> tuple[AuditEntry, ...]:
    with store.reading() as work:
        return work.audit.of(subject)


class TestRights:
    def test_every_action_stands_in_the_table(self) -> None:
        assert TABLE.keys() == {str(action) for action in Action}

    @pytest.mark.parametrize("role", AT)
    def test_each_cell_of_the_table(self, store: Store, role: Role) -> None:
        at = AT[role]
        caller = somebody(store, role, at)
        with store.reading(caller) as work:
            for name, letter in letters(role).items():
                action = Action(name)
                expected = {at} if letter == "o" else COVERED[letter]
                denied = "not-your-role" if letter == "." else "not-yours"
                for code in EVERYWHERE:
                    wanted = "" if code in expected else denied
                    assert refusal(work, action, code) == wanted, (name, code)
                assert set(rights.covered(work, action)) == expected, name

    def test_the_office_itself_may_everything(self, store: Store) -> None:
        with store.reading() as work:
            assert {refusal(work, action, FAR) for action in Action} == {""}

    def test_a_branch_sees_nothing_of_the_capability_programme(self, store: Store) -> None:
        with store.reading(somebody(store, Role.BRANCH_OFFICER, BRANCH)) as work:
            seen = [rights.covers(work, Action.EXPORT_ROSTER, NEAR, one) for one in Programme]
        assert dict(zip(Programme, seen, strict=True)) == {
            Programme.CAPABILITY: False,
            Programme.SKILL_LEVEL: True,
        }

    def test_a_branch_without_a_province_sees_no_station(self, store: Store) -> None:
        caller = somebody(store, Role.BRANCH_OFFICER, BRANCH)
        with store.writing() as work:
            work.institutions.set_region(BRANCH, "")
        with store.reading(caller) as work:
            assert rights.covered(work, Action.EXPORT_ROSTER) == (BRANCH,)

    def test_two_posts_reach_what_either_does(self, store: Store) -> None:
        caller = somebody(store, Role.STATION_OFFICER, NEAR)
        assert caller.person
        with store.writing() as work:
            work.people.appoint(caller.person, Role.STATION_OFFICER, FAR)
        with store.reading(caller) as work:
            assert set(rights.covered(work, Action.REVIEW_REGISTRATION)) == {NEAR, FAR}
            assert rights.own_institution(work).code == NEAR

    def test_a_handed_over_draft_carries_no_post(self, store: Store) -> None:
        caller = somebody(store, Role.CENTRE_OFFICER, CENTRE)
        handed_over = replace(caller, roles=frozenset({Role.CANDIDATE}))
        with store.reading(handed_over) as work:
            assert refusal(work, Action.EXPORT_ROSTER, NEAR) == "not-your-role"
            assert rights.covered(work, Action.EXPORT_ROSTER) == ()

    def test_who_belongs_nowhere_is_told_so(self, store: Store) -> None:
        caller = somebody(store, Role.ACCOUNT_HOLDER, None)
        with store.reading(caller) as work, pytest.raises(NotPossible, match="no-institution"):
            rights.own_institution(work)

    def test_a_parent_that_goes_round_in_circles_ends(self, store: Store) -> None:
        with store.writing() as work:
            work.institutions.put(replace(work.institutions.get(BODY), parent_code=NEAR))
            assert work.institutions.is_below(NEAR, BODY)
            assert not work.institutions.is_below(NEAR, CENTRE)

    def test_a_person_with_a_post_elsewhere_is_out_of_reach(self, store: Store) -> None:
        caller = somebody(store, Role.STATION_OFFICER, NEAR)
        people: dict[str | None, PersonId] = {}
        for at in (None, NEAR, CENTRE):
            role = Role.CANDIDATE if at is None else Role.EXAMINER
            found = somebody(store, role, at).person
            assert found
            people[at] = found
        with store.reading(caller) as work:
            action = Action.HAND_OUT_RECOVERY_CODE
            rights.check_person(work, action, people[None])
            rights.check_person(work, action, people[NEAR])
            with pytest.raises(NotPossible, match="not-yours"):
                rights.check_person(work, action, people[CENTRE])


class TestNotes:
    def test_a_refusal_is_noted_although_the_unit_is_undone(self, store: Store) -> None:
        caller = somebody(store, Role.STATION_HEAD, NEAR)
        with pytest.raises(NotPossible), store.writing(caller) as work:
            act_on(work, FAR)
        (entry,) = noted(store, f"institution:{FAR}")
        assert (entry.act, entry.person, entry.role) == ("refused", caller.person, "station_head")
        assert entry.detail == {"what": "export_roster"}
        assert not noted(store, "undone:1")

    def test_a_refusal_is_noted_although_the_savepoint_is_undone(self, store: Store) -> None:
        caller = somebody(store, Role.STATION_HEAD, NEAR)
        with store.writing(caller) as work:
            with pytest.raises(NotPossible), work.savepoint():
                act_on(work, FAR)
            work.audit.note("went-on", "turn:1")
        assert noted(store, f"institution:{FAR}")
        assert noted(store, "turn:1")
        assert not noted(store, "undone:1")

    def test_a_refusal_while_only_looking_is_noted(self, store: Store) -> None:
        caller = somebody(store, Role.STATION_HEAD, NEAR)
        with pytest.raises(NotPossible), store.reading(caller) as work:
            rights.check(work, Action.EXPORT_ROSTER, institution=FAR)
        assert len(noted(store, f"institution:{FAR}")) == 1

    def test_the_same_refusal_is_noted_once_a_unit(self, store: Store) -> None:
        caller = somebody(store, Role.STATION_HEAD, NEAR)
        with store.writing(caller) as work:
            for _ in range(3):
                assert refusal(work, Action.EXPORT_ROSTER, FAR)
        assert len(noted(store, f"institution:{FAR}")) == 1

    def test_the_public_comes_upon_refusals_by_old_links(self, store: Store) -> None:
        caller = somebody(store, Role.CANDIDATE, None)
        with store.writing(caller) as work:
            assert refusal(work, Action.EXPORT_ROSTER, FAR)
        assert not noted(store, "action:export_roster")


def act_on(work: UnitOfWork, station: str) -> None:
    """Something that writes before it is refused."""
    work.audit.note("written", "undone:1")
    rights.check(work, Action.EXPORT_ROSTER, institution=station)
