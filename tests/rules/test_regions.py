"""A region begins with its province, written out (R1.7, R1.1)."""

import pytest

from rules.findings import Refused
from rules.regions import PROVINCES, read_postcode, read_region


def test_there_are_34_provinces() -> None:
    assert len(set(PROVINCES)) == 34


@pytest.mark.parametrize(
    ("said", "region"),
    [
        ("江苏省", "江苏省"),
        ("江苏", "江苏省"),
        ("江苏常州市", "江苏省常州市"),
        (" 江苏省 常州市 ", "江苏省常州市"),
        ("新疆", "新疆维吾尔自治区"),
        ("新疆维吾尔自治区哈密市", "新疆维吾尔自治区哈密市"),
        ("内蒙古", "内蒙古自治区"),
        ("广西", "广西壮族自治区"),
        ("北京市海淀区", "北京市海淀区"),
        ("香港", "香港特别行政区"),
    ],
)
def test_a_province_may_be_written_short(said: str, region: str) -> None:
    assert read_region(said) == region


@pytest.mark.parametrize("province", PROVINCES)
def test_every_province_is_itself(province: str) -> None:
    assert read_region(province) == province


@pytest.mark.parametrize("said", ["常州市", "省", "", "Jiangsu", "在江苏"])
def test_what_begins_with_no_province_is_refused(said: str) -> None:
    with pytest.raises(Refused):
        read_region(said)


@pytest.mark.parametrize("said", ["214151", " 214 151", "２１４１５１"])
def test_a_postcode_is_six_figures(said: str) -> None:
    assert read_postcode(said) == "214151"


@pytest.mark.parametrize("said", ["21415", "2141511", "21415a", "", "٢١٤١٥١"])
def test_anything_else_is_no_postcode(said: str) -> None:
    with pytest.raises(Refused):
        read_postcode(said)
