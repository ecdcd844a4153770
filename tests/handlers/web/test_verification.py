"""The page behind a QR code: what we signed and know, masked, with its present state; nothing else says anything."""

from dataclasses import replace

import pytest

from rules.certificates import CertificateState
from rules.identity import mask_id_number
from rules.policy import Policy
from rules.verification import SignedLink, read_link
from store.certificates import Certificate
from store.sealed import Keys
from store.signing import read_published
from tests.handlers.web.conftest import Web
from tests.handlers.web.desk import StoreDesk
from tests.store.test_certificates import FIRST, OTHER

KEYS = "/.well-known/kaowu-certificate-keys"


def link(desk: StoreDesk, certificate: Certificate = FIRST, *, added: bool = True) -> SignedLink:
    with desk.store.writing() as work:
        if added:
            work.certificates.add(certificate)
        return work.signing.link(certificate)


def test_the_printed_fields_and_the_state_are_shown_masked(web: Web, desk: StoreDesk) -> None:
    page = web.get(link(desk).path)
    assert page.status_code == 200
    for shown in ("证书是真的", "有效", FIRST.number, "电焊工", "五级/初级工", "2024-06-11"):
        assert shown in page.text
    assert mask_id_number(FIRST.id_number) in page.text
    for private in (FIRST.name, FIRST.id_number, FIRST.name[:4]):
        assert private not in page.text
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert "script-src 'self'" in page.headers["content-security-policy"]


def test_it_speaks_english_to_who_wants_it(web: Web, desk: StoreDesk) -> None:
    page = web.get(link(desk).path, headers={"Accept-Language": "en"})
    assert "The certificate is genuine" in page.text
    assert '<html lang="en">' in page.text


@pytest.mark.parametrize("path", ["/verify", "/verify/"])
def test_the_bare_address_says_how_to_go_on(web: Web, path: str) -> None:
    page = web.get(path)
    assert page.status_code == 200
    assert "请扫二维码，或用证书编号查询" in page.text
    assert '<a class="button" href="/">证书查询</a>' in page.text


def test_the_numbers_to_call_stand_under_every_answer(web: Web, desk: StoreDesk) -> None:
    with desk.store.writing() as work:
        work.policy.set("complaint_phone", "010-00000000", work.today)
    for path in (link(desk).path, "/verify/0000000000000000?k=1.2.3", "/verify"):
        text = web.get(path).text
        assert '举报 <a href="tel:01000000000">010-00000000</a>' in text
        assert f'查询热线 <a href="tel:{Policy().query_phone.replace("-", "")}">' in text


def test_only_a_certificate_that_counts_looks_like_one(web: Web, desk: StoreDesk) -> None:
    revoked = link(desk, replace(OTHER, state=CertificateState.REVOKED))
    assert '<h2 class="verdict">证书是真的' in web.get(link(desk).path).text
    for path in (revoked.path, "/verify/0000000000000000?k=1.2.3"):
        assert '<h2 class="verdict warning">' in web.get(path).text


def test_choices_begin_with_a_capital_in_english(web: Web, desk: StoreDesk) -> None:
    page = web.get(link(desk).path, headers={"Accept-Language": "en"})
    assert "<dd>Valid</dd>" in page.text


@pytest.mark.parametrize(
    ("state", "word"), [(CertificateState.REVOKED, "已注销"), (CertificateState.REISSUED, "已换发")]
)
def test_what_is_no_longer_valid_says_so(
    web: Web, desk: StoreDesk, state: CertificateState, word: str
) -> None:
    page = web.get(link(desk, replace(FIRST, state=state, replaced_by="2449284267500002")).path)
    assert "证书已不能使用" in page.text
    assert "证书是真的" not in page.text
    assert word in page.text
    assert "2449284267500002" in page.text


def test_a_print_that_differs_from_the_register_is_not_called_genuine(
    web: Web, desk: StoreDesk
) -> None:
    printed = link(desk, replace(FIRST, level_text="四级/中级工"), added=False)
    link(desk)
    page = web.get(printed.path)
    assert "内容和登记的不一致" in page.text
    assert "五级/初级工" in page.text


def test_forged_changed_and_unknown_codes_all_get_the_same_answer(
    web: Web, desk: StoreDesk
) -> None:
    """Another number, another certificate's proof, a stranger's key, a cut one, rubbish, one too long."""
    genuine, other = link(desk), link(desk, OTHER)
    stranger = Keys.fresh().signer(1).sign(genuine.facts.message())
    unregistered = link(desk, replace(FIRST, number="2449284267500777"), added=False)
    wanted = [
        genuine.path.replace(FIRST.number, OTHER.number),
        f"/verify/{FIRST.number}?k={other.proof}",
        replace(genuine, signature=stranger).path,
        genuine.path[:-1],
        f"/verify/{FIRST.number}",
        f"/verify/{FIRST.number}?k=",
        f"/verify/{FIRST.number}?k=1.%F0%9F%98%80.%00",
        f"/verify/{FIRST.number}?k={'A' * 20_000}",
        "/verify/%E8%81%8C?k=1.2.3",
        "/verify/0000000000000000?k=1.2.3",
        unregistered.path,
    ]
    answers = [web.get(path) for path in wanted]
    assert {one.status_code for one in answers} == {404}
    assert len({one.text for one in answers}) == 1
    assert "没有核验通过" in answers[0].text
    assert "任意两项查询" in answers[0].text


def test_nothing_registered_can_become_markup(web: Web, desk: StoreDesk) -> None:
    page = web.get(link(desk, replace(FIRST, unit_name="<b>电焊工</b>")).path)
    assert "<b>" not in page.text
    assert "&lt;b&gt;电焊工" in page.text


def test_an_address_has_so_many_checks_an_hour(web: Web, desk: StoreDesk) -> None:
    path = link(desk).path
    with desk.store.writing() as work:
        work.policy.set("lookups_per_hour", 1, work.today)
    answers = [web.get(path).status_code for _ in range(21)]
    assert answers == [200] * 20 + [429]
    assert "请稍后再核验" in web.get(path).text


def test_the_published_keys_verify_what_was_printed(web: Web, desk: StoreDesk) -> None:
    answer = web.get(KEYS)
    assert answer.headers["content-type"].startswith("text/plain")
    with desk.store.reading() as work:
        assert read_published(answer.text) == work.signing.published()
    assert read_link(f"https://kaowu.example{link(desk).path}").key in read_published(answer.text)
