"""Regions a licence is for: a province, perhaps with what lies in it (R1.7); branches go by the province (R1.1)."""

import unicodedata

from rules.findings import Refused

PROVINCES = (
    *("北京市", "天津市", "上海市", "重庆市"),
    *("河北省", "山西省", "辽宁省", "吉林省", "黑龙江省", "江苏省", "浙江省", "安徽省"),
    *("福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省", "海南省"),
    *("四川省", "贵州省", "云南省", "陕西省", "甘肃省", "青海省", "台湾省"),
    *("内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区"),
    *("香港特别行政区", "澳门特别行政区"),
)
_ENDINGS = ("壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区", "自治区", "省", "市")
LONGEST = 100


def read_region(raw: str) -> str:
    """江苏常州市 → 江苏省常州市; Refused for what begins with no province."""
    text = "".join(unicodedata.normalize("NFKC", raw).split())[:LONGEST]
    for province in PROVINCES:
        if text.startswith(province):
            return text
    for province in PROVINCES:
        short = _short(province)
        if text.startswith(short):
            return province + text.removeprefix(short)
    raise Refused("region-unknown", "R1.7")


def _short(province: str) -> str:
    """江苏 of 江苏省, 新疆 of 新疆维吾尔自治区."""
    ending = next(ending for ending in _ENDINGS if province.endswith(ending))
    return province.removesuffix(ending)


def read_postcode(raw: str) -> str:
    """Six figures (邮政编码)."""
    text = "".join(unicodedata.normalize("NFKC", raw).split())
    if len(text) != 6 or not text.isascii() or not text.isdecimal():
        raise Refused("postcode-form", "R2.1")
    return text
