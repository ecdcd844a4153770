"""A handover through the API: looked at without a session, taken up once with one."""

from fastapi import FastAPI

from tests.handlers.web.conftest import OUR_PAGE, Caller, Web, a_program

SHOW, TAKE = "/api/handover/show", "/api/handover"


def link_from(caller: Caller) -> str:
    caller.send(choice="/language")
    text: str = caller.said(choice="/handover")["text"]
    return text.partition("/handover#")[2].split()[0]


def test_showing_needs_no_session_and_changes_nothing(web: Web, program: Caller) -> None:
    link = link_from(program)
    for _ in range(3):
        shown = web.post(SHOW, json={"token": link})
        assert shown.json() == {
            "name": "",
            "from": "网页",
            "form": "语言（0/1）",
            "language": "zh-CN",
            "signed_in": False,
        }
    assert a_program(web).post(TAKE, {"token": link}).status_code == 200


def test_opening_the_link_itself_is_only_a_page(web: Web, program: Caller) -> None:
    link = link_from(program)
    assert web.get("/handover").headers["content-type"].startswith("text/html")
    assert web.post(SHOW, json={"token": link}).status_code == 200


def test_redeeming_gives_a_new_session_with_the_question(web: Web, program: Caller) -> None:
    phone = a_program(web)
    answer = phone.post(TAKE, {"token": link_from(program)}).json()
    assert answer["session"] is True
    assert answer["messages"][-1]["question"]["box"] == "language"
    assert phone.send(text="1").status_code == 401
    phone.headers = {"Authorization": f"Bearer {answer['token']}"}
    assert phone.send(text="1").status_code == 200


def test_the_page_gets_the_new_session_as_a_cookie(program: Caller, page: Caller) -> None:
    before = page.web.client.cookies["__Host-kaowu"]
    answer = page.post(TAKE, {"token": link_from(program)})
    assert "token" not in answer.json()
    assert page.web.client.cookies["__Host-kaowu"] != before
    assert page.get("/api/chat/messages").json()["messages"][-1]["question"]["box"] == "language"


def test_a_link_is_redeemed_once(web: Web, program: Caller) -> None:
    link = link_from(program)
    a_program(web).post(TAKE, {"token": link})
    again = a_program(web).post(TAKE, {"token": link})
    assert (again.status_code, again.json()["title"]) == (410, "链接已失效")
    assert web.post(SHOW, json={"token": link}).status_code == 410


def test_redeeming_needs_a_session(web: Web, program: Caller) -> None:
    link = link_from(program)
    assert web.post(TAKE, json={"token": link}, headers=OUR_PAGE).status_code == 401
    assert web.post(SHOW, json={"token": link}).status_code == 200


def test_another_site_redeems_nothing(program: Caller, page: Caller) -> None:
    link = link_from(program)
    page.headers = {"Sec-Fetch-Site": "cross-site"}
    assert page.post(TAKE, {"token": link}).status_code == 403
    page.headers = OUR_PAGE
    assert page.post(TAKE, {"token": link}).status_code == 200


def test_somebody_signed_in_here_is_asked_first(web: Web, program: Caller) -> None:
    other = a_program(web)
    other.send(choice="/sign_up")
    for text in ("是", "王五", "11010519491231002X", "wangwu", "提交"):
        other.send(text=text)
    token = other.send(text="wuxi-0417-lathe").json()["token"]
    other.headers = {"Authorization": f"Bearer {token}"}
    link = link_from(program)
    assert other.post(SHOW, {"token": link}).json()["signed_in"] is True
    assert other.post(TAKE, {"token": link}).status_code == 409
    assert other.post(TAKE, {"token": link, "replace": True}).status_code == 200


def test_no_address_holds_the_token(web: Web) -> None:
    app: FastAPI = web.app
    assert all("{token}" not in path for path in app.openapi()["paths"])
