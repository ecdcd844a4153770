"""A filled-in application form to start from; every test changes the boxes it is about."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

from PIL import Image

from exports.application_form import ApplicationForm, HistoryLine, Seal
from rules.catalogue import Programme


def photo(size: tuple[int, int] = (413, 579)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "steelblue").save(out, "JPEG")
    return out.getvalue()


def application_form(**changes: Any) -> ApplicationForm:
    return replace(
        ApplicationForm(
            programme=Programme.CAPABILITY,
            number="26-0417-0032",
            candidate_type="在读学生",
            name="张晓梅",
            sex="女",
            born=date(2007, 5, 12),
            id_number="11010519491231002X",
            photo=photo(),
            seal=Seal.SCHOOL,
            school="北京市工业技师学院",
            enrolled_on=date(2023, 9, 1),
            education="中等专业学校",
            major="机电一体化技术",
            occupation="焊工",
            trade="电焊工",
            trade_code="JX04-05-12-01",
            years_in_trade="2 年",
            level="四级（中级工）",
            phone="13800138000",
            eligible="符合",
            condition="四级第（3）条：取得中等职业学校本专业毕业证书（含在读应届毕业生）。",
            class_hours="420",
            study=(
                HistoryLine(date(2020, 9, 1), date(2023, 6, 30), "北京市第八中学", "初三（2）班"),
                HistoryLine(date(2023, 9, 1), None, "北京市工业技师学院", "23机电1班"),
            ),
            batch_number="2026-0417",
            station="机械行业职业能力评价职教484考试站",
            exam_date=date(2026, 9, 1),
        ),
        **changes,
    )


def schools(count: int) -> tuple[HistoryLine, ...]:
    return tuple(
        HistoryLine(date(2010 + i, 9, 1), date(2011 + i, 7, 1), f"第{i + 1}学校", f"{i + 1}班")
        for i in range(count)
    )
