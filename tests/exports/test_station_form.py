"""The approval form of stations as printed in the guide (G§2.3), the licence, and the register."""

import io
from dataclasses import replace
from datetime import date

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from exports import licence as licences
from exports import station_application as forms
from exports.licence import LicensedTrade, PrintedLicence
from exports.station_application import (
    PrintedEquipment,
    PrintedTrade,
    StationForm,
    StationOpinion,
)
from exports.station_register import StationRow, station_register

FORM = StationForm(
    category="考试站",
    operator="无锡市第一技工学校",
    head="王建国",
    applied_on="2026 年 6 月 1 日",
    kind="技工学校",
    legal_representative="李明",
    address="江苏省无锡市惠山区学院路 18 号",
    phone="0510-82712345",
    postcode="214151",
    teachers="实训教师 12 人",
    staffing="站长：王建国　副站长：刘芳　专职管理人员：陈明",
    systems="财务管理制度、保密制度",
    trades=(
        PrintedTrade("JX04-05-01-01", "数控车工", "五级"),
        PrintedTrade("JX04-06-04-01", "电焊工", "五级、四级"),
    ),
    office_area="60",
    theory_area="180.5",
    practice_area="900",
    equipment=(PrintedEquipment("数控车床 CK6140", "4"), PrintedEquipment("焊机 ZX7-400", "12")),
    testing_equipment=(PrintedEquipment("焊缝检验尺", "6"),),
    remarks="首次申报",
)
LICENCE = PrintedLicence(
    number="49284301",
    station="机械行业职业能力评价职教301考试站",
    code="49284301",
    operator="无锡市第一技工学校",
    region="江苏省",
    programmes="职业能力水平评价、职业技能等级认定",
    since="2026 年 7 月 1 日",
    until="2029 年 6 月 30 日",
    trades=(
        LicensedTrade("职业能力水平评价", "JX04-06-04-01", "电焊工", "五级、四级"),
        LicensedTrade("职业技能等级认定", "6-18-01-08-01", "电切削工", "五级"),
    ),
)


def pages(pdf: bytes) -> list[str]:
    return ["".join(p.extract_text().split()) for p in PdfReader(io.BytesIO(pdf)).pages]


def drawer() -> list[PrintedEquipment]:
    return [PrintedEquipment(f"{n} 号焊机", str(n)) for n in range(1, 130)]


def test_the_cover_has_a_page_of_its_own_to_be_signed_and_sealed() -> None:
    cover, *_ = pages(forms.pdf(FORM))
    places = [
        cover.index(words)
        for words in (
            "机械行业人才评价机构",
            "审批登记表",
            "申报机构类别：",
            "承建单位：（盖章）",
            "单位负责人：（签字）",
            "申请日期：",
            "机械工业职业技能鉴定指导中心制",
        )
    ]
    assert places == sorted(places)
    assert "承建单位法人代表" not in cover


def test_every_answer_stands_on_it_in_printed_order() -> None:
    text = "".join(pages(forms.pdf(FORM)))
    labels = (
        "承建单位简况与基本条件 承建单位性质 承建单位法人代表 承建单位地址 联系电话 邮政编码 "
        "实训教师 考评人员 机构管理 申报职业（工种） 场地与设备 办公场地 培训及考核设备 检测设备 "
        "推荐与审批、批准 分中心 审查意见 备注"
    )
    places = [text.index(label) for label in labels.split()]
    assert places == sorted(places)
    for answer in ("李明", "214151", "数控车床CK6140", "焊缝检验尺", "180.5", "首次申报"):
        assert answer in text
    assert text.index("JX04-05-01-01") < text.index("JX04-06-04-01")


def test_the_last_page_holds_all_opinions_and_what_was_decided() -> None:
    said = replace(FORM, second_tier=StationOpinion("符合条件，同意推荐。", "2026 年 6 月 20 日"))
    *_, last = pages(forms.pdf(said))
    assert "符合条件，同意推荐。" in last
    assert "（盖章）2026年6月20日" in last
    assert last.count("（盖章）") == 3
    assert last.count("（盖章）年月日") == 2


def test_a_long_list_repeats_its_head_and_loses_nothing() -> None:
    printed = pages(forms.pdf(replace(FORM, equipment=tuple(drawer()))))
    text = "".join(printed)
    assert all(f"{n}号焊机" in text for n in (1, 64, 129))
    assert sum("培训及考核设备" in page for page in printed) > 1


@pytest.mark.parametrize("text", ["#set page(fill: red)", "$x$ *a* _b_", "=1+1"])
def test_what_somebody_wrote_is_never_markup(text: str) -> None:
    assert "".join(text.split()) in "".join(pages(forms.pdf(replace(FORM, remarks=text))))


def test_a_character_the_font_lacks_is_named() -> None:
    assert "U+20BB7" in "".join(pages(forms.pdf(replace(FORM, head="王𠮷"))))


def test_the_same_form_gives_the_same_bytes() -> None:
    assert forms.pdf(FORM) == forms.pdf(FORM)


def test_word_holds_the_same_boxes_in_tables() -> None:
    document = docx.Document(io.BytesIO(forms.word(FORM)))
    cells = {c.text for table in document.tables for row in table.rows for c in row.cells}
    for grid in forms.printed(FORM).grids:
        for cell in (cell for row in grid.rows for cell in row if cell.kind != "opinion"):
            assert cell.text in cells
    cover = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "单位负责人：（签字）" in cover
    assert "王建国" in cover


def test_the_licence_says_where_what_and_until_when() -> None:
    first, annex = pages(licences.pdf(LICENCE))
    for words in (
        "机械行业人才评价机构许可证",
        "No.49284301",
        "江苏省",
        "2026年7月1日至2029年6月30日",
        "职业能力水平评价、职业技能等级认定",
        "指导中心（盖章）",
    ):
        assert words in first
    assert annex.index("JX04-06-04-01") < annex.index("6-18-01-08-01")


def test_the_register_has_one_row_a_station() -> None:
    licensed = StationRow(
        code="49284267",
        name="机械行业职业能力评价职教267考试站",
        operator="常州市工贸高级技工学校",
        region="江苏省",
        number="49284267",
        valid_from=date(2026, 1, 1),
        valid_until=date(2028, 12, 31),
        state="有效",
        trades="电焊工（JX04-06-04-01）五级、四级",
        plaque_on=date(2026, 1, 5),
    )
    bare = StationRow(code="49284299", name="299", operator="=cmd()", region="", state="没有许可证")
    out = io.BytesIO()
    assert station_register(date(2026, 6, 1), [licensed, bare], out) == 2
    page = openpyxl.load_workbook(out).active
    assert page["A2"].value == "截至 2026-06-01"
    titles = ["".join(cell.value.split()) for cell in page[3]]
    first, second = (
        dict(zip(titles, (cell.value for cell in page[row]), strict=True)) for row in (4, 5)
    )
    assert first["截止日期"].date() == date(2028, 12, 31)
    assert (first["铜牌交付"].date(), first["印章交付"]) == (date(2026, 1, 5), None)
    assert (second["承建单位"], second["状态"]) == ("=cmd()", "没有许可证")
