"""A registration by thumb: photos, review, edit, printed form, and the same form on a second device."""

from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from rules.candidates import CandidateType
from store.clock import OFFICE_ZONE
from tests import pictures
from tests.answers import Candidate
from tests.browser.conftest import PHONE
from tests.browser.phone import Phone
from tests.conftest import Served

pytestmark = pytest.mark.browser


@pytest.fixture
def candidate() -> Candidate:
    return Candidate(CandidateType.STUDENT, datetime.now(OFFICE_ZONE).date())


def test_a_student_registers_edits_prints_and_uploads_on_another_device(
    phone: Phone, browser: Browser, served: Served, candidate: Candidate, tmp_path: Path
) -> None:
    account = served.account("candidate")
    phone.log_in(account["user_name"], account["password"])
    phone.tap("/registration").asks("batch").tap(served.batch("student"))
    phone.asks("photo")
    small = pictures.kept_in(tmp_path, "small.jpg", pictures.portrait(180, 240))
    phone.page.locator("#choose-input").set_input_files(str(small))
    phone.page.locator("#send-file").click()
    expect(phone.page.locator("#problem")).to_contain_text("180×240")
    empty = pictures.kept_in(tmp_path, "empty.jpg", b"")
    phone.page.locator("#choose-input").set_input_files(str(empty))
    phone.page.locator("#send-file").click()
    expect(phone.page.locator("#problem")).to_contain_text("文件是空的")
    expect(phone.page.locator("article.me").last).to_contain_text("文件没有留下")
    large = pictures.kept_in(tmp_path, "large.jpg", pictures.portrait() + bytes(20_000_000))
    phone.page.locator("#choose-input").set_input_files(str(large))
    phone.page.locator("#send-file").click()
    expect(phone.page.locator("#problem")).to_contain_text("最多可以发 20 MB。请换一个小一些的")
    phone.page.locator("[data-action='discard']").click()
    expect(phone.page.locator("#problem")).to_be_empty()
    phone.fill(candidate, tmp_path)
    expect(phone.page.locator(".review .line")).to_have_count(22)
    phone.page.locator(".review [data-choice='edit:major']").click()
    phone.answer("major", "焊接技术与自动化").asks("review")
    phone.says("焊接技术与自动化").tap("submit").says("已提交")
    with phone.page.expect_download() as download:
        phone.page.locator("a.card").first.click()
    printed = PdfReader(str(download.value.path())).pages[0].extract_text()
    assert "焊接技术与自动化" in printed
    assert phone.faults == []

    context = browser.new_context(viewport=PHONE, locale="zh-CN")
    other = Phone(context, served.address)
    other.log_in(account["user_name"], account["password"])
    other.tap("/my_registrations").says("盖章")
    other.page.locator("button[data-choice^='/my_registrations']:enabled").first.click()
    other.page.locator("button[data-choice^='/stamped_form']:enabled").last.click()
    stamped = pictures.kept_in(tmp_path, "stamped.jpg", pictures.document(line="STAMPED"))
    other.photograph("stamped", stamped)
    if other.kind() == "review":
        other.tap("submit")
    other.says("完成")
    context.close()


def test_a_form_goes_on_from_a_handover_link_on_another_device(
    phone: Phone, browser: Browser, served: Served
) -> None:
    phone.tap("/menu accounts").tap("/sign_up").choose("consent", "yes").answer(
        "name", "王小明"
    ).asks("id_number")
    phone.page.locator("#menu").click()
    phone.tap("/menu self").tap("/handover").says("/handover#")
    said = phone.page.locator("article.message.bot a[href*='/handover#']").last
    link = str(said.get_attribute("href"))
    context = browser.new_context(viewport=PHONE, locale="zh-CN")
    page = context.new_page()
    page.goto(link)
    expect(page.locator("#form")).to_contain_text("注册")
    page.locator("#handover-continue").click()
    expect(page.locator("#dock[data-box='id_number']")).to_be_visible()
    context.close()
