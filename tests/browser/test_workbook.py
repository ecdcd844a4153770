"""An annual plan by thumb: the template fetched, filled in, sent with a mistake in it, corrected, filed."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.phone import Phone
from tests.conftest import Served

pytestmark = pytest.mark.browser


def filled(template: Path, *rows: tuple[str, ...]) -> Path:
    book = openpyxl.load_workbook(template)
    page = book.worksheets[0]
    for at, row in enumerate(rows, start=page.max_row - 299):
        for column, text in enumerate(row, start=1):
            page.cell(at, column, text)
    book.save(template)
    return template


def test_a_plan_comes_from_the_template_and_every_mistake_is_told(
    phone: Phone, served: Served, tmp_path: Path
) -> None:
    account = served.account("station_officer")
    phone.log_in(account["user_name"], account["password"])
    phone.page.locator("#menu").click()
    phone.tap("/menu plans").tap("/annual_plan")
    next_year = str(date.today().year + 1)  # noqa: DTZ011 - the server's own day
    phone.choose("programme", "capability").choose("year", next_year).asks("plan_lines.trade")
    with phone.page.expect_download() as download:
        phone.page.locator("a.card").last.click()
    template = tmp_path / "plan.xlsx"
    download.value.save_as(template)

    sent = phone.page.locator("#workbook-input")
    wrong = ("加工中心操作工 JX04-05-07-03", "五级", "40", "9")
    sent.set_input_files(str(filled(template, ("电焊工", "4", "250", "9"), wrong)))
    phone.asks_to_confirm("plan_lines").says("第 7 行“等级”：没有“五级”")
    right = ("加工中心操作工", "三级（高级工）", "40", "10月")
    sent = phone.page.locator("#workbook-input")
    sent.set_input_files(str(filled(template, ("电焊工", "4", "250", "9"), right)))
    phone.asks("note").says("2 行都可以用").tap("skip")
    expect(phone.page.locator(".review .line").filter(has_text="计划条目")).to_contain_text("250")
    phone.tap("submit").says("拆成了 3 条")
    assert phone.faults == []
