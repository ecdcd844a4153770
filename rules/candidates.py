"""What is known about a candidate in fixed choices: type, sex, schooling, title (R4.5, R3.1)."""

from enum import StrEnum


class CandidateType(StrEnum):
    """A batch admits exactly one of these (R4.5)."""

    EMPLOYED = "employed"
    """在职人员"""
    STUDENT = "student"
    """在读学生"""
    SOCIAL = "social"
    """社会人员"""


class Sex(StrEnum):
    """As derived from an ID number, or asked for where the document does not show it (R5.1)."""

    MALE = "male"
    FEMALE = "female"


class Schooling(StrEnum):
    """文化程度: the highest school finished or attended, by the kind of diploma (R3.1, R3.2)."""

    PRIMARY = "primary"
    """小学"""
    JUNIOR_MIDDLE = "junior_middle"
    """初中"""
    HIGH_SCHOOL = "high_school"
    """高中"""
    SECONDARY_VOCATIONAL = "secondary_vocational"
    """中专, 技校, 职高"""
    SENIOR_TECHNICAL = "senior_technical"
    """技工院校高级工班, 高级技校"""
    TECHNICIAN_CLASS = "technician_class"
    """技师学院预备技师班, 技师班"""
    COLLEGE = "college"
    """大专, 高职"""
    BACHELOR = "bachelor"
    """本科"""
    POSTGRADUATE = "postgraduate"
    """研究生"""

    def at_least(self, wanted: "Schooling") -> bool:
        """Whether this schooling is `wanted` or higher on a ladder both stand on.

        Technical schools and colleges are two ladders above the secondary school: a college
        diploma is no 高级工班 diploma, else condition 4 of level 3 would make 5 and 6 pointless.
        """
        return any(
            self in ladder and wanted in ladder and ladder.index(self) >= ladder.index(wanted)
            for ladder in (_COLLEGES, _TECHNICAL_SCHOOLS)
        )


_UP_TO_SECONDARY = (
    Schooling.PRIMARY,
    Schooling.JUNIOR_MIDDLE,
    Schooling.HIGH_SCHOOL,
    Schooling.SECONDARY_VOCATIONAL,
)
_COLLEGES = (*_UP_TO_SECONDARY, Schooling.COLLEGE, Schooling.BACHELOR, Schooling.POSTGRADUATE)
_TECHNICAL_SCHOOLS = (*_UP_TO_SECONDARY, Schooling.SENIOR_TECHNICAL, Schooling.TECHNICIAN_CLASS)


class Title(StrEnum):
    """职称: the professional title (R3.1)."""

    JUNIOR = "junior"
    """初级职称"""
    INTERMEDIATE = "intermediate"
    """中级职称"""
    SENIOR = "senior"
    """高级职称"""

    def at_least(self, wanted: "Title") -> bool:
        """Whether this title is `wanted` or a higher one."""
        ladder = tuple(Title)
        return ladder.index(self) >= ladder.index(wanted)
