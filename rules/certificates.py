"""Certificates: kinds, states, numbers and what a look-up needs (R8.1–R8.3)."""

from enum import StrEnum


class CertificateKind(StrEnum):
    """The three kinds anyone may look up (R1.2, R8.1)."""

    CAPABILITY = "capability"
    """职业能力证书"""
    SKILL_LEVEL = "skill_level"
    """职业技能等级证书"""
    OLD_QUALIFICATION = "old_qualification"
    """职业资格证书, issued until the old functions were dropped"""


class CertificateState(StrEnum):
    """What a look-up says about a certificate (R8.2)."""

    ISSUED = "issued"
    REVOKED = "revoked"
    REISSUED = "reissued"
