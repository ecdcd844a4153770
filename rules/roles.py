"""Who there is (R1.9), and what the store lets whom do, and how far it reaches."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """A person may hold several; a chat nobody has signed in to is a guest."""

    GUEST = "guest"
    CANDIDATE = "candidate"
    ACCOUNT_HOLDER = "account_holder"
    """An account without an ID number, of an institution or one of its staff; posts say what it may do."""
    APPLICANT_UNIT = "applicant_unit"
    """申报单位, before approval"""
    STATION_HEAD = "station_head"
    """站长"""
    STATION_DEPUTY = "station_deputy"
    """副站长"""
    STATION_OFFICER = "station_officer"
    """专职管理员"""
    EXAMINER = "examiner"
    """考评员"""
    SENIOR_EXAMINER = "senior_examiner"
    """高级考评员"""
    EXAM_MANAGER = "exam_manager"
    """管理人员"""
    SUPERVISOR = "supervisor"
    """督导员"""
    MANAGEMENT_OFFICER = "management_officer"
    """Of the management station (管理站)"""
    BRANCH_OFFICER = "branch_officer"
    """Of the provincial branch (省级分支机构)"""
    CENTRE_OFFICER = "centre_officer"
    """Of the centre (指导中心)"""


Roles = frozenset[Role]

ANYONE: Roles = frozenset(Role)
SIGNED_IN: Roles = ANYONE - {Role.GUEST}
STATION_STAFF: Roles = frozenset({Role.STATION_HEAD, Role.STATION_DEPUTY, Role.STATION_OFFICER})
EXAMINERS: Roles = frozenset({Role.EXAMINER, Role.SENIOR_EXAMINER})
OFFICERS: Roles = frozenset({Role.MANAGEMENT_OFFICER, Role.BRANCH_OFFICER, Role.CENTRE_OFFICER})
STAFF: Roles = STATION_STAFF | EXAMINERS | OFFICERS | {Role.EXAM_MANAGER, Role.SUPERVISOR}
POSTS: Roles = STAFF | {Role.APPLICANT_UNIT}
"""Roles held at an institution."""


class Reach(StrEnum):
    """Whose data a role may touch in an action; `store.rights` holds it against the tree (R1.1)."""

    SELF = "self"
    """The person's own"""
    OWN = "own"
    """The institution of the post"""
    PROVINCE = "province"
    """Stations of the branch's province, in the skill-level programme only (R1.1)"""
    BELOW = "below"
    """The institution of the post and everything below it"""
    ALL = "all"


class Action(StrEnum):
    """What the store checks itself, whoever asks; what a form shows is the form's own rule."""

    FILE_REGISTRATION = "file_registration"
    UPLOAD_STAMPED_FORM = "upload_stamped_form"
    REVIEW_REGISTRATION = "review_registration"
    EXPORT_ROSTER = "export_roster"
    SUBMIT_ROSTER = "submit_roster"
    WITHDRAW_BATCH = "withdraw_batch"
    ENTER_REGISTRATIONS = "enter_registrations"
    HAND_OUT_RECOVERY_CODE = "hand_out_recovery_code"
    RELEASE_ID_NUMBER = "release_id_number"
    BIND_CHAT = "bind_chat"
    SET_POLICY = "set_policy"
    COMPLETE_UNIT = "complete_unit"
    MANAGE_STAFF = "manage_staff"
    MANAGE_ACCOUNTS = "manage_accounts"
    FILE_PAPER = "file_paper"
    GIVE_DEPARTMENT_OPINION = "give_department_opinion"
    GIVE_UNIT_OPINION = "give_unit_opinion"
    DECIDE_AT_BRANCH = "decide_at_branch"
    DECIDE_AT_MANAGEMENT_STATION = "decide_at_management_station"
    DECIDE_AT_CENTRE = "decide_at_centre"
    FILE_STATION_APPLICATION = "file_station_application"
    INSPECT_STATION = "inspect_station"
    FOUND_STATION = "found_station"
    SET_LICENCE = "set_licence"
    READ_STATION = "read_station"
    FILE_EXAMINER_APPLICATION = "file_examiner_application"
    SEE_EXAMINERS = "see_examiners"
    END_EXAMINER = "end_examiner"
    NOMINATE = "nominate"
    HOLD_TRAINING = "hold_training"
    KEEP_SUPERVISORS = "keep_supervisors"
    OPEN_PERSONAL_ACCOUNT = "open_personal_account"
    PUBLISH_NOTICE = "publish_notice"
    SEND_BROADCAST = "send_broadcast"
    ADDRESS_EVERYBODY = "address_everybody"
    EDIT_CONTACTS = "edit_contacts"
    HANDLE_COMPLAINT = "handle_complaint"
    ENTER_PLAN = "enter_plan"
    SEE_PLANS = "see_plans"
    SEE_PLAN_SUMMARY = "see_plan_summary"
    SEE_BATCHES = "see_batches"
    FILE_SETTLEMENT = "file_settlement"
    CHECK_SETTLEMENT = "check_settlement"
    SEE_SETTLEMENT = "see_settlement"
    KEEP_PAPER_PHOTOS = "keep_paper_photos"
    SEE_PAPER_PHOTOS = "see_paper_photos"
    SEND_CERTIFICATES = "send_certificates"
    SIGN_FOR_CERTIFICATES = "sign_for_certificates"
    SEE_SHIPMENTS = "see_shipments"
    OPEN_ARCHIVE = "open_archive"
    SPOT_CHECK = "spot_check"
    ANSWER_SPOT_CHECK = "answer_spot_check"
    KEEP_EXAM_PAPERS = "keep_exam_papers"
    SEE_RECEIPTS = "see_receipts"
    KEEP_EXAM_MATERIAL = "keep_exam_material"
    FILE_EVALUATION = "file_evaluation"
    OVERRULE = "overrule"
    SEND_SUPERVISOR = "send_supervisor"
    ANSWER_ASSIGNMENT = "answer_assignment"
    SUBMIT_RESULTS = "submit_results"
    ENTER_SCORES = "enter_scores"
    SEE_SCORES = "see_scores"
    CONFIRM_SCORES = "confirm_scores"
    FILE_SUPERVISION_REPORT = "file_supervision_report"
    CONFIRM_SUPERVISION_REPORT = "confirm_supervision_report"
    READ_SUPERVISION_REPORT = "read_supervision_report"
    ANSWER_SUPERVISION_CORRECTION = "answer_supervision_correction"
    APPLY_FOR_CERTIFICATES = "apply_for_certificates"
    ISSUE_CERTIFICATES = "issue_certificates"
    CHANGE_CERTIFICATE = "change_certificate"
    SET_ISSUER_CODE = "set_issuer_code"


Reaches = Mapping[Role, Reach]

_CANDIDATE: Reaches = {Role.CANDIDATE: Reach.SELF}
_APPLICANT: Reaches = {Role.APPLICANT_UNIT: Reach.OWN}
_STATION: Reaches = dict.fromkeys(STATION_STAFF, Reach.OWN)
_HEAD: Reaches = {Role.STATION_HEAD: Reach.OWN}
_LEADERS: Reaches = {**_HEAD, Role.STATION_DEPUTY: Reach.OWN}
_MANAGEMENT: Reaches = {Role.MANAGEMENT_OFFICER: Reach.BELOW}
_BRANCH: Reaches = {Role.BRANCH_OFFICER: Reach.PROVINCE}
_CENTRE: Reaches = {Role.CENTRE_OFFICER: Reach.ALL}
_OFFICERS: Reaches = {**_MANAGEMENT, **_BRANCH, **_CENTRE}
_OFFICERS_OWN: Reaches = dict.fromkeys(OFFICERS, Reach.OWN)

MAY: Mapping[Action, Reaches] = MappingProxyType(
    {
        Action.FILE_REGISTRATION: _CANDIDATE,  # R5.1
        Action.UPLOAD_STAMPED_FORM: _CANDIDATE,  # R5.4
        Action.REVIEW_REGISTRATION: _STATION,  # R5.6
        Action.EXPORT_ROSTER: {**_STATION, **_OFFICERS},  # R9.3
        Action.SUBMIT_ROSTER: _STATION,  # R5.7
        Action.WITHDRAW_BATCH: _STATION,  # R4.1
        Action.ENTER_REGISTRATIONS: _STATION,  # R5.1, from a roster of its own
        Action.HAND_OUT_RECOVERY_CODE: {**_STATION, **_OFFICERS},  # R5.8, on sight of the ID card
        Action.RELEASE_ID_NUMBER: {**_STATION, **_OFFICERS},  # a number taken by somebody else
        Action.BIND_CHAT: _OFFICERS,  # on sight of the ID card
        Action.SET_POLICY: _MANAGEMENT,  # ⚙
        Action.COMPLETE_UNIT: _OFFICERS,  # R1.5
        Action.MANAGE_STAFF: {**_APPLICANT, **_HEAD, **_OFFICERS_OWN},  # R1.9, R2.2
        Action.MANAGE_ACCOUNTS: {**_MANAGEMENT, **_CENTRE},  # R1.8
        Action.FILE_PAPER: {**_APPLICANT, **_STATION, Role.MANAGEMENT_OFFICER: Reach.OWN},  # R4.10
        Action.GIVE_DEPARTMENT_OPINION: {**_APPLICANT, **_STATION},  # R2.4
        Action.GIVE_UNIT_OPINION: {**_APPLICANT, **_LEADERS},  # R2.4
        Action.DECIDE_AT_BRANCH: _BRANCH,  # R4.10
        Action.DECIDE_AT_MANAGEMENT_STATION: _MANAGEMENT,  # R4.10
        Action.DECIDE_AT_CENTRE: _CENTRE,  # R4.10
        Action.FILE_STATION_APPLICATION: _APPLICANT,  # R2.1
        Action.INSPECT_STATION: _MANAGEMENT,  # R2.8
        Action.FOUND_STATION: _CENTRE,  # R2.3
        Action.SET_LICENCE: {**_MANAGEMENT, **_CENTRE},  # R1.7
        Action.READ_STATION: {**_APPLICANT, **_STATION, **_OFFICERS},  # R9.3
        Action.FILE_EXAMINER_APPLICATION: {**_APPLICANT, **_STATION},  # R2.1, R2.4
        Action.SEE_EXAMINERS: {**_APPLICANT, **_STATION, **_OFFICERS},  # R9.3
        Action.END_EXAMINER: {**_APPLICANT, **_STATION, **_MANAGEMENT, **_CENTRE},  # R2.5
        Action.NOMINATE: {**_APPLICANT, **_STATION, **_MANAGEMENT},  # R2.9
        Action.HOLD_TRAINING: _MANAGEMENT,  # R2.9
        Action.KEEP_SUPERVISORS: _MANAGEMENT,  # R2.7
        Action.OPEN_PERSONAL_ACCOUNT: {**_APPLICANT, **_STATION, **_MANAGEMENT},  # R1.9, R2.7
        Action.PUBLISH_NOTICE: _OFFICERS,  # R1.11
        Action.SEND_BROADCAST: _OFFICERS,  # R1.11
        Action.ADDRESS_EVERYBODY: {**_MANAGEMENT, **_CENTRE},  # R1.11, candidates have no region
        Action.EDIT_CONTACTS: _OFFICERS,  # R1.12
        Action.HANDLE_COMPLAINT: {Role.MANAGEMENT_OFFICER: Reach.OWN, **_CENTRE},  # R1.10
        Action.ENTER_PLAN: _MANAGEMENT,  # R4.1
        Action.SEE_PLANS: {**_STATION, **_OFFICERS},  # R9.3
        Action.SEE_PLAN_SUMMARY: {**_MANAGEMENT, **_CENTRE},  # R4.10, R9.3
        Action.SEE_BATCHES: {**_STATION, **_OFFICERS},  # R9.3
        Action.FILE_SETTLEMENT: _STATION,  # R7.9
        Action.CHECK_SETTLEMENT: _MANAGEMENT,  # R7.9
        Action.SEE_SETTLEMENT: {**_STATION, **_OFFICERS},  # R9.3
        Action.KEEP_PAPER_PHOTOS: _MANAGEMENT,  # R7.8
        Action.SEE_PAPER_PHOTOS: {**_STATION, **_OFFICERS},  # R7.8
        Action.SEND_CERTIFICATES: {**_MANAGEMENT, **_CENTRE},  # R7.9
        Action.SIGN_FOR_CERTIFICATES: _STATION,  # R7.9
        Action.SEE_SHIPMENTS: {**_STATION, **_OFFICERS},  # R9.3
        Action.OPEN_ARCHIVE: {**_STATION, **_OFFICERS},  # R7.7
        Action.SPOT_CHECK: _MANAGEMENT,  # R7.7
        Action.ANSWER_SPOT_CHECK: _STATION,  # R7.7
        Action.KEEP_EXAM_PAPERS: _STATION,  # R4.7, R6.5
        Action.SEE_RECEIPTS: {**_STATION, **_OFFICERS},  # R4.7
        Action.KEEP_EXAM_MATERIAL: _STATION,  # R7.4
        Action.FILE_EVALUATION: dict.fromkeys(EXAMINERS, Reach.SELF),  # R7.2, and its opinions
        Action.OVERRULE: _MANAGEMENT,  # R7.2
        Action.SEND_SUPERVISOR: _MANAGEMENT,  # R4.8
        Action.SUBMIT_RESULTS: _STATION,  # R7.5
        Action.FILE_SUPERVISION_REPORT: {Role.SUPERVISOR: Reach.SELF},  # R7.3
        Action.CONFIRM_SUPERVISION_REPORT: _MANAGEMENT,  # R7.3
        Action.READ_SUPERVISION_REPORT: {**_STATION, **_OFFICERS},  # R7.3
        Action.ANSWER_SUPERVISION_CORRECTION: _STATION,  # R7.3
        Action.APPLY_FOR_CERTIFICATES: _MANAGEMENT,  # R7.6
        Action.ISSUE_CERTIFICATES: _CENTRE,  # R7.6
        Action.CHANGE_CERTIFICATE: _CENTRE,  # R8.2
        Action.SET_ISSUER_CODE: _CENTRE,  # R8.3
        Action.ANSWER_ASSIGNMENT: dict.fromkeys(EXAMINERS | {Role.SUPERVISOR}, Reach.SELF),  # R4.7
        Action.ENTER_SCORES: _STATION,  # R7.1
        Action.SEE_SCORES: {**_STATION, **_OFFICERS},  # R9.3
        Action.CONFIRM_SCORES: dict.fromkeys(EXAMINERS, Reach.SELF),  # R7.1
    }
)
"""Who may do what, and how far it reaches. A new action is one line here and one above."""


def who_may(action: Action) -> Roles:
    """The roles that are allowed the action."""
    return frozenset(MAY[action])


def may(roles: Iterable[Role], action: Action) -> bool:
    """Whether one of the roles is allowed the action; whose data it touches is checked apart."""
    return not MAY[action].keys().isdisjoint(roles)
