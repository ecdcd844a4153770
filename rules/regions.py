"""Regions a licence is for: a province, perhaps with what lies in it (R1.7); branches go by the province (R1.1)."""

import re
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
_STREET = re.compile("[东西南北中]?(路|街|大道|道|巷)")
"""After a province's short name: 北京路 lies in any town."""
_OTHER_TOWN = re.compile("[\u3400-\u9fff]{2,9}?(市|地区|自治州|盟)")
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


def address_within(raw: str, region: str) -> str:
    """The address in full; Refused for one that does not lie in the region (R1.7).

    Whoever leaves out province and town means the region: 武进区鸣新路 → 江苏省常州市武进区鸣新路.
    """
    text = "".join(unicodedata.normalize("NFKC", raw).split())[:LONGEST]
    if _names_province(text):
        if not lies_in(text, region):
            raise Refused("venue-outside-licence", "R4.11", region=region)
        return read_region(text)
    for start in range(len(region) - 1):
        if text.startswith(region[start:]):
            return region[:start] + text
    town = _below_province(region).removesuffix("市")
    if town and text.startswith(town):
        return region + text.removeprefix(town)
    if town and _OTHER_TOWN.match(text):
        raise Refused("venue-outside-licence", "R4.11", region=region)
    return region + text


def lies_in(place: str, region: str) -> bool:
    """Whether an address begins with the region; 市 and the province's ending may be left out."""
    if not region or place.startswith(region):
        return True
    if not (_names_province(place) and _names_province(region)):
        return False
    full, wanted = read_region(place), read_region(region)
    province = next(one for one in PROVINCES if wanted.startswith(one))
    below, town = full.removeprefix(province), _below_province(wanted)
    return full.startswith(province) and below.startswith((town, town.removesuffix("市")))


def _names_province(text: str) -> bool:
    for province in PROVINCES:
        short = _short(province)
        if text.startswith(province):
            return True
        if text.startswith(short):
            return not _STREET.match(text.removeprefix(short))
    return False


def _below_province(region: str) -> str:
    """常州市 of 江苏省常州市."""
    province = next((one for one in PROVINCES if region.startswith(one)), "")
    return region.removeprefix(province)


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
