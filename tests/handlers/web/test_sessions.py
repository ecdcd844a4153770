"""Who is calling: cookies only from our own page, tokens only for programs, addresses only from our proxies."""

from ipaddress import ip_network

import pytest
from fastapi import Request

from handlers.web.desk import PublicFacts
from handlers.web.visitor import Doorkeeper
from tests.handlers.web.conftest import OUR_PAGE, Caller, Web
from tests.handlers.web.desk import PUBLIC_URL, StoreDesk

HOME = "/api/chat/messages"
SIGN_UP = ("/sign_up", "是", "王五", "11010519491231002X", "wangwu", "提交", "wuxi-0417-lathe")


def sign_up(caller: Caller) -> dict[str, object]:
    """The whole last answer."""
    caller.send(choice=SIGN_UP[0])
    answers = [caller.send(text=text) for text in SIGN_UP[1:]]
    body: dict[str, object] = answers[-1].json()
    return body | {"set-cookie": answers[-1].headers.get("set-cookie")}


class TestOpening:
    def test_a_program_gets_a_token_and_no_cookie(self, web: Web) -> None:
        opened = web.post("/api/chat/session")
        assert opened.status_code == 201
        assert len(opened.json()["token"]) >= 43
        assert "set-cookie" not in opened.headers

    def test_the_page_gets_a_cookie_and_no_token(self, web: Web) -> None:
        opened = web.post("/api/chat/session", json={"cookie": True}, headers=OUR_PAGE)
        assert opened.status_code == 201
        assert "token" not in opened.json()
        cookie = opened.headers["set-cookie"]
        assert cookie.startswith("__Host-kaowu=")
        assert {"HttpOnly", "SameSite=lax", "Secure", "Path=/"} <= set(cookie.split("; "))

    def test_without_https_the_cookie_cannot_be_secure(self) -> None:
        door = Doorkeeper(PublicFacts("http://127.0.0.1:8000"))
        assert not door.secure

    def test_a_visitor_is_greeted_in_the_language_asked_for(self, web: Web) -> None:
        english = web.post("/api/chat/session", headers={"Accept-Language": "en-US,zh;q=0.5"})
        assert "Kaowu" in english.json()["messages"][0]["text"]
        chinese = web.post("/api/chat/session", json={"language": "zh-CN"})
        assert "考务通" in chinese.json()["messages"][0]["text"]

    def test_another_site_cannot_give_the_browser_a_new_session(self, web: Web) -> None:
        other = {"Sec-Fetch-Site": "cross-site"}
        refused = web.post("/api/chat/session", json={"cookie": True}, headers=other)
        assert refused.status_code == 403
        assert "set-cookie" not in refused.headers


class TestCarrying:
    def test_the_page_talks_with_its_cookie(self, page: Caller) -> None:
        assert page.send(choice="/menu").status_code == 200
        assert page.get(HOME).status_code == 200

    @pytest.mark.parametrize("site", ["cross-site", "same-site"])
    def test_a_cookie_another_site_made_the_browser_send_counts_for_nothing(
        self, page: Caller, site: str
    ) -> None:
        page.headers = {"Sec-Fetch-Site": site}
        assert page.send(choice="/menu").status_code == 403
        assert page.get(HOME).status_code == 403

    @pytest.mark.parametrize(
        ("headers", "status"),
        [
            ({"Origin": PUBLIC_URL}, 200),
            ({"Origin": "https://evil.example"}, 403),
            ({"Origin": "http://kaowu.example"}, 403),
            ({"Origin": "null"}, 403),
            ({"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"}, 200),
            ({}, 403),
        ],
    )
    def test_older_browsers_are_known_by_the_origin(
        self, page: Caller, headers: dict[str, str], status: int
    ) -> None:
        page.headers = headers
        assert page.send(choice="/menu").status_code == status

    def test_a_program_needs_no_origin(self, program: Caller) -> None:
        assert program.send(choice="/menu").status_code == 200

    @pytest.mark.parametrize("authorization", ["Bearer made-up", "Bearer", "Basic abc", ""])
    def test_an_unknown_session_is_401_in_words(self, web: Web, authorization: str) -> None:
        stranger = Caller(web, {"Authorization": authorization})
        for refused in (
            stranger.send(text="x"),
            stranger.get(HOME),
            stranger.get("/api/chat/events"),
        ):
            assert refused.status_code == 401
            assert refused.headers["www-authenticate"] == "Bearer"
            assert "失效" in refused.json()["detail"]

    def test_a_program_gets_its_new_token_and_the_old_one_is_void(self, program: Caller) -> None:
        answer = sign_up(program)
        assert answer["session"] is True
        assert answer["set-cookie"] is None
        assert program.get(HOME).status_code == 401
        program.headers = {"Authorization": f"Bearer {answer['token']}"}
        assert program.get(HOME).status_code == 200

    def test_the_page_gets_a_new_cookie_and_never_sees_the_token(self, page: Caller) -> None:
        before = page.web.client.cookies["__Host-kaowu"]
        answer = sign_up(page)
        assert answer["session"] is True
        assert "token" not in answer
        assert page.web.client.cookies["__Host-kaowu"] != before
        assert page.get(HOME).status_code == 200

    def test_answers_are_kept_in_no_cache(self, program: Caller) -> None:
        assert program.get(HOME).headers["cache-control"] == "no-store"


def address(peer: str, forwarded: str | None, *networks: str) -> str | None:
    door = Doorkeeper(PublicFacts(PUBLIC_URL, tuple(ip_network(n) for n in networks)))
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    return door.address(Request({"type": "http", "headers": headers, "client": (peer, 1)}))


class TestAddress:
    def test_the_address_reaches_the_desk(self, program: Caller, desk: StoreDesk) -> None:
        program.send(choice="/menu")
        assert desk.received[-1].address == "192.0.2.7"

    @pytest.mark.parametrize(
        ("peer", "forwarded", "expected"),
        [
            ("198.51.100.1", "203.0.113.9", "198.51.100.1"),
            ("10.0.0.1", "203.0.113.9", "203.0.113.9"),
            ("10.0.0.1", "1.2.3.4, 203.0.113.9", "203.0.113.9"),
            ("10.0.0.1", "203.0.113.9, 10.0.0.2", "203.0.113.9"),
            ("10.0.0.1", "2001:db8::7", "2001:db8::7"),
            ("10.0.0.1", "nonsense", "10.0.0.1"),
            ("10.0.0.1", None, "10.0.0.1"),
        ],
    )
    def test_only_our_proxies_are_believed(
        self, peer: str, forwarded: str | None, expected: str
    ) -> None:
        assert address(peer, forwarded, "10.0.0.0/8") == expected

    def test_without_proxies_nobody_is_believed(self) -> None:
        assert address("10.0.0.1", "203.0.113.9") == "10.0.0.1"
