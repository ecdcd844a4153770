"""The page in a real Chromium, 390×844: what a thumb, a keyboard and a second tab meet."""

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.conftest import PHONE
from tests.browser.phone import Phone
from tests.conftest import Served

pytestmark = pytest.mark.browser


@pytest.fixture
def sample(served: Served) -> dict[str, str]:
    """Somebody with a certificate."""
    found: dict[str, str] = served.shown["certificates"][0]
    return found


def test_anyone_finds_a_certificate_by_name_and_number(
    phone: Phone, sample: dict[str, str]
) -> None:
    phone.tap("/certificate_lookup").answer("name", sample["name"])
    phone.answer("id_number", sample["id_number"].lower())
    phone.says("找到")
    expect(phone.page.locator("#log")).not_to_contain_text(sample["id_number"])
    assert phone.faults == []


def test_a_refusal_stands_beside_the_field_and_keeps_what_was_typed(phone: Phone) -> None:
    phone.tap("/certificate_lookup").answer("name", "张三").answer(
        "id_number", "110105194912310021"
    )
    expect(phone.page.locator("#problem")).to_contain_text("最后一位对不上")
    expect(phone.page.locator("#field")).to_have_attribute("aria-invalid", "true")


def test_a_reload_comes_back_to_the_open_question(phone: Phone) -> None:
    phone.tap("/certificate_lookup").answer("name", "张三").asks("id_number")
    phone.page.reload()
    phone.asks("id_number")
    expect(phone.page.locator("#log")).to_contain_text("张三")


def test_two_tabs_show_the_same_conversation(
    phone: Phone, context: BrowserContext, served: Served
) -> None:
    phone.tap("/certificate_lookup").asks("name")
    other = Phone(context, served.address).asks("name")
    phone.write("张三").asks("id_number")
    other.asks("id_number")


def test_an_answer_from_a_stale_tab_records_nothing(
    phone: Phone, context: BrowserContext, served: Served
) -> None:
    phone.tap("/certificate_lookup").asks("name")
    other = Phone(context, served.address).asks("name")
    context.set_offline(offline=True)
    context.set_offline(offline=False)
    phone.write("张三").asks("id_number")
    other.asks("id_number").write("not a number")
    expect(other.page.locator("#problem")).to_be_visible()
    phone.asks("id_number")


def test_the_id_number_is_tapped_on_a_pad_with_an_x(phone: Phone) -> None:
    phone.tap("/certificate_lookup").answer("name", "张三").asks("id_number")
    for key in "11010519491231002X":
        phone.page.locator(f"#pad [data-key='{key}']").click()
    expect(phone.page.locator("#field")).to_have_value("11010519491231002X")


def test_everything_works_with_the_keyboard_alone(phone: Phone) -> None:
    keyboard = phone.page.keyboard
    phone.page.locator("button[data-choice='/certificate_lookup']").focus()
    keyboard.press("Enter")
    phone.asks("name")
    keyboard.type("张三")
    keyboard.press("Enter")
    phone.asks("id_number")
    keyboard.type("11010519491231002x")
    keyboard.press("Enter")
    phone.says("没有查到")


def test_a_trade_is_found_by_pinyin_initials(phone: Phone) -> None:
    phone.tap("/catalogue").answer("trade", "dhg")
    phone.says("JX04-06-04-01")


def test_an_option_shows_the_number_the_office_takes_for_it_and_a_control_shows_none(
    phone: Phone,
) -> None:
    phone.tap("/eligibility").choose("candidate_type", "student").answer("trade", "加工中心操作工")
    phone.choose("level", "4").asks("exam_on")
    phone.page.locator("#back").click()
    phone.asks("level")
    shown = phone.page.locator("button[data-choice]:enabled")
    numbers = {o.get_attribute("data-choice"): o.get_attribute("data-number") for o in shown.all()}
    assert numbers["4"] == "4"
    assert numbers["keep"] is None


def test_a_month_gone_back_to_stands_in_its_picker_alone(phone: Phone) -> None:
    phone.tap("/eligibility").choose("candidate_type", "student").answer("trade", "电焊工")
    phone.choose("level", "4").choose("exam_on", "skip").answer("born", "2008-03-04")
    phone.choose("education", "secondary_vocational").answer("enrolled_on", "2024-09")
    phone.asks("class_hours")
    phone.page.locator("#back").click()
    phone.asks("enrolled_on")
    expect(phone.page.locator("#field")).to_have_count(1)
    expect(phone.page.locator("#field")).to_have_value("2024-09")
    assert phone.faults == []


def test_english_and_a_dark_screen_fit_the_phone(browser: Browser, served: Served) -> None:
    context = browser.new_context(viewport=PHONE, locale="en-GB", color_scheme="dark")
    phone = Phone(context, served.address)
    expect(phone.page.locator("html")).to_have_attribute("lang", "en")
    phone.says("This is Kaowu")
    phone.tap("/eligibility")
    expect(phone.dock).to_be_visible()
    width = phone.page.locator("body").evaluate("body => body.scrollWidth")
    assert width <= PHONE["width"]
    context.close()


def test_type_twice_as_large_fits_the_phone(phone: Phone) -> None:
    page = phone.page
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.locator("body").evaluate("body => body.scrollWidth") <= PHONE["width"]
    expect(page.locator("#language")).to_be_in_viewport(ratio=1)


def test_a_double_tap_sends_once(phone: Phone) -> None:
    phone.page.locator("button[data-choice='/certificate_lookup']").dblclick()
    phone.asks("name")
    expect(phone.page.locator("article.message.me")).to_have_count(1)
