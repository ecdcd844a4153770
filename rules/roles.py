"""Who there is (R1.9), and what the store lets whom do."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """A person may hold several; a chat nobody has signed in to is a guest."""

    GUEST = "guest"
    CANDIDATE = "candidate"
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


class Action(StrEnum):
    """What the store checks itself, whoever asks; what a form shows is the form's own rule."""

    FILE_REGISTRATION = "file_registration"
    UPLOAD_STAMPED_FORM = "upload_stamped_form"
    REVIEW_REGISTRATION = "review_registration"
    EXPORT_ROSTER = "export_roster"
    HAND_OUT_RECOVERY_CODE = "hand_out_recovery_code"
    RELEASE_ID_NUMBER = "release_id_number"
    BIND_CHAT = "bind_chat"
    SET_POLICY = "set_policy"
    COMPLETE_UNIT = "complete_unit"


MAY: Mapping[Action, Roles] = MappingProxyType(
    {
        Action.FILE_REGISTRATION: frozenset({Role.CANDIDATE}),  # R5.1
        Action.UPLOAD_STAMPED_FORM: frozenset({Role.CANDIDATE}),  # R5.4
        Action.REVIEW_REGISTRATION: STATION_STAFF,  # R5.6
        Action.EXPORT_ROSTER: STATION_STAFF | OFFICERS,  # R9.3
        Action.HAND_OUT_RECOVERY_CODE: STATION_STAFF | OFFICERS,  # R5.8, on sight of the ID card
        Action.RELEASE_ID_NUMBER: STATION_STAFF | OFFICERS,  # a number taken by somebody else
        Action.BIND_CHAT: OFFICERS,  # on sight of the ID card
        Action.SET_POLICY: frozenset({Role.MANAGEMENT_OFFICER}),  # ⚙
        Action.COMPLETE_UNIT: OFFICERS,  # R1.5
    }
)


def may(roles: Iterable[Role], action: Action) -> bool:
    """Whether one of the roles is allowed the action; whose data it touches is checked apart."""
    return not MAY[action].isdisjoint(roles)
