"""A region begins with its province, written out (R1.7, R1.1)."""

import pytest

from rules.findings import Refused
from rules.regions import PROVINCES, address_within, lies_in, read_postcode, read_region


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


TOWN = "江苏省常州市"


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("江苏省常州市武进区鸣新中路2号", "江苏省常州市武进区鸣新中路2号"),
        ("江苏常州市武进区", "江苏省常州市武进区"),
        ("江苏常州武进区", "江苏省常州武进区"),
        ("常州市武进区", "江苏省常州市武进区"),
        ("常州武进区", "江苏省常州市武进区"),
        ("武进区 鸣新中路 2 号", "江苏省常州市武进区鸣新中路2号"),
        ("实训楼一层", "江苏省常州市实训楼一层"),
        ("北京路12号", "江苏省常州市北京路12号"),
        ("重庆大道1号", "江苏省常州市重庆大道1号"),
    ],
)
def test_an_address_is_written_out_within_the_region(said: str, address: str) -> None:
    assert address_within(said, TOWN) == address
    assert lies_in(address, TOWN)


@pytest.mark.parametrize(
    "said", ["南京市江宁区", "江苏省南京市江宁区", "北京市海淀区", "新疆哈密市", "喀什地区疏附县"]
)
def test_an_address_outside_of_the_region_is_refused(said: str) -> None:
    with pytest.raises(Refused) as refused:
        address_within(said, TOWN)
    assert refused.value.finding.key == "venue-outside-licence"


def test_a_whole_province_holds_all_its_towns() -> None:
    assert address_within("哈密市伊州区", "新疆维吾尔自治区") == "新疆维吾尔自治区哈密市伊州区"
    assert lies_in("新疆哈密市", "新疆维吾尔自治区")
    assert not lies_in("江苏省常州市", "新疆维吾尔自治区")


def test_where_no_region_is_known_nothing_is_outside() -> None:
    assert address_within("南京市", "") == "南京市"
    assert lies_in("南京市", "")
