"""Lists of existing certificates: what their columns may be called, and what stands in a cell (R8.1, DF§1.4)."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from rules.candidates import Schooling, Sex
from rules.catalogue import Level
from rules.cells import LARGEST_EXACT, Cell, CellFault
from rules.certificates import CertificateKind, CertificateState
from rules.findings import Refused
from rules.grading import Result

RULE = "R8.2"

TITLES: Mapping[str, Sequence[str]] = {
    "kind": ("证书类别", "证书种类", "证书类型", "证书名称"),
    "number": ("证书编号", "证书号码", "证书号", "编号"),
    "name": ("姓名", "持证人", "持证人姓名"),
    "id_number": ("身份证号", "证件号码", "身份证号码", "证件号", "身份证"),
    "sex": ("性别",),
    "occupation_name": ("职业名称", "职业", "职业工种名称", "职业（工种）", "职业(工种)名称"),
    "unit_name": ("工种", "工种名称", "工种/职业方向", "职业方向", "评价单元"),
    "unit_code": ("工种编码", "评价单元编码", "职业编码", "职业代码"),
    "level_text": ("职业技能等级", "技能等级", "等级", "级别", "认定等级", "评价等级"),
    "theory": ("理论知识考试成绩", "理论成绩", "理论知识成绩"),
    "practice": ("技能考核成绩", "操作技能考核成绩", "技能成绩", "实操成绩", "操作成绩"),
    "result": ("评定成绩", "成绩评定", "评定结果"),
    "schooling": ("文化程度", "学历"),
    "issued_on": ("发证日期", "核发日期", "颁发日期", "发证时间"),
    "issuer": ("发证机关", "发证单位", "颁发机构", "发证机构"),
    "station_code": (
        "评价机构",
        "评价机构名称",
        "考试站",
        "机构编码",
        "职业技能鉴定机构",
        "鉴定机构",
    ),
    "state": ("证书状态", "状态"),
    "replaced_by": ("换发编号", "新证编号"),
}
"""The field of a certificate, and what its column may be called; the first is what we call it."""
UNUSED = ("序号", "行号", "问题")
"""Columns nobody misses."""
WANTED = ("number", "name", "id_number", "level_text", "issued_on")
"""Besides the occupation or the trade."""

LONGEST: Mapping[str, int] = {
    "number": 40,
    "occupation_name": 100,
    "unit_name": 100,
    "unit_code": 30,
    "level_text": 50,
    "theory": 5,
    "practice": 5,
    "issuer": 200,
    "station_code": 100,
    "replaced_by": 40,
}
EARLIEST = date(1980, 1, 1)
_DAY_0 = date(1899, 12, 30)
_SERIAL_DAYS = range(20_000, 80_000)
"""1954 to 2119 as Excel counts days."""
_TRICK = re.compile(r'="(.*)"', re.DOTALL)
"""How a text is kept a text in a CSV that Excel opens."""
_SCIENTIFIC = re.compile(r"[0-9](\.[0-9]+)?E\+?[0-9]{1,3}", re.IGNORECASE)
_DATE = re.compile(r"([0-9]{4})(?:[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|([0-9]{2})([0-9]{2}))")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u0080-\u009f\ufffd]")

_KINDS = {
    "职业能力证书": CertificateKind.CAPABILITY,
    "职业能力水平评价证书": CertificateKind.CAPABILITY,
    "职业技能等级证书": CertificateKind.SKILL_LEVEL,
    "职业资格证书": CertificateKind.OLD_QUALIFICATION,
    "国家职业资格证书": CertificateKind.OLD_QUALIFICATION,
    **{kind.value: kind for kind in CertificateKind},
}
_SEXES = {"男": Sex.MALE, "女": Sex.FEMALE}
_STATES = {
    **dict.fromkeys(("有效", "正常", "issued"), CertificateState.ISSUED),
    **dict.fromkeys(
        ("已注销", "注销", "已撤销", "撤销", "作废", "revoked"), CertificateState.REVOKED
    ),
    **dict.fromkeys(("已换发", "换发", "reissued"), CertificateState.REISSUED),
}
_RESULTS = {
    "合格": Result.PASSED,
    "及格": Result.PASSED,
    "良好": Result.GOOD,
    "优秀": Result.EXCELLENT,
}
_SCHOOLINGS = {
    "小学": Schooling.PRIMARY,
    "初中": Schooling.JUNIOR_MIDDLE,
    "高中": Schooling.HIGH_SCHOOL,
    **dict.fromkeys(
        ("中专", "技校", "职高", "中等专业学校", "中职", "中技"), Schooling.SECONDARY_VOCATIONAL
    ),
    **dict.fromkeys(("高级技校", "高级工班"), Schooling.SENIOR_TECHNICAL),
    **dict.fromkeys(("技师学院", "预备技师班"), Schooling.TECHNICIAN_CLASS),
    **dict.fromkeys(("大专", "专科", "高职", "大学专科", "大学专科和专科学校"), Schooling.COLLEGE),
    **dict.fromkeys(("本科", "大学本科", "大学"), Schooling.BACHELOR),
    **dict.fromkeys(("研究生", "硕士", "博士"), Schooling.POSTGRADUATE),
}
_LEVELS = {
    **{name: Level(5 - n) for n, name in enumerate(("五级", "四级", "三级", "二级", "一级"))},
    **{f"{level:d}": level for level in Level},
    **{f"{level:d}级": level for level in Level},
    **dict.fromkeys(("初级", "初级工", "初级技能"), Level.FIVE),
    **dict.fromkeys(("中级", "中级工", "中级技能"), Level.FOUR),
    **dict.fromkeys(("高级", "高级工", "高级技能"), Level.THREE),
    "技师": Level.TWO,
    "高级技师": Level.ONE,
}


def title_key(title: str) -> str:
    """For comparing column titles: width, spaces and marks of obligation do not count."""
    text = unicodedata.normalize("NFKC", title)
    return re.sub(r"[\s*:()/、,（）：]", "", text)


def text_of(cell: Cell) -> str:
    """A cell as text; Refused for one that holds no value, or digits that were lost."""
    match cell:
        case None:
            return ""
        case CellFault():
            raise Refused("list-cell-fault", RULE)
        case bool():
            raise Refused("list-cell-fault", RULE)
        case int() | float() if abs(cell) >= LARGEST_EXACT:
            raise Refused("list-digits-lost", RULE)
        case str():
            return _written(cell)
        case _:
            return str(cell)


def _written(cell: str) -> str:
    trick = _TRICK.fullmatch(cell.strip())
    text = (trick[1] if trick else cell).strip().lstrip("'\u2018\u200b\ufeff").strip()
    if text.startswith("="):
        raise Refused("list-formula", RULE)
    if _CONTROL.search(text):
        raise Refused("list-characters", RULE)
    return text


def digits_of(cell: Cell) -> str:
    """A number of many digits; Refused where a program wrote it as 1.10101E+17."""
    text = text_of(cell)
    if _SCIENTIFIC.fullmatch(text):
        raise Refused("list-digits-lost", RULE)
    return text


def day_of(cell: Cell, today: date) -> date:
    """A day in any of the ways people write one, Excel's count of days among them."""
    if isinstance(cell, date):
        day = cell
    elif isinstance(cell, int | float) and int(cell) in _SERIAL_DAYS:
        day = _DAY_0 + timedelta(days=int(cell))
    else:
        day = _written_day(text_of(cell))
    if not EARLIEST <= day <= today:
        raise Refused("list-day-impossible", RULE, earliest=EARLIEST, today=today)
    return day


def _written_day(text: str) -> date:
    found = _DATE.match(text)
    if not text:
        raise Refused("list-missing", RULE)
    if found is None or text[found.end() :].strip(" 0:T"):
        raise Refused("list-day", RULE)
    year, month, day = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError as impossible:
        raise Refused("list-day", RULE) from impossible


def level_of(text: str) -> Level:
    """`四级/中级工`, 中级, 4 …; Refused where its halves differ."""
    parts = [part for part in re.split(r"[/／\s()（）、]+", text) if part]
    levels = {_LEVELS.get(unicodedata.normalize("NFKC", part)) for part in parts}
    level = levels.pop() if len(levels) == 1 else None
    if level is None:
        raise Refused("list-level", RULE)
    return level


def kind_of(text: str) -> CertificateKind:
    found = _KINDS.get(text)
    if found is None:
        raise Refused("list-kind", RULE)
    return found


def state_of(text: str) -> CertificateState:
    found = _STATES.get(text or "有效")
    if found is None:
        raise Refused("list-state", RULE)
    return found


def sex_of(text: str) -> Sex | None:
    if text and text not in _SEXES:
        raise Refused("list-sex", RULE)
    return _SEXES.get(text)


def result_of(text: str) -> Result | None:
    """Of a certificate nobody failed; what is no result in one word stays unknown."""
    return _RESULTS.get(text)


def schooling_of(text: str) -> Schooling | None:
    """Unknown where a list names a school we have no name for."""
    return _SCHOOLINGS.get(text)
