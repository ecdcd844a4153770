"""The chat's API: one message, one turn, whoever sends it however often."""

from collections.abc import AsyncIterator

import pytest

from handlers.channel import Busy, TooMany
from store.faults import TransientFault
from tests.handlers.web.conftest import Caller, Web, a_program
from tests.handlers.web.desk import StoreDesk


class TestMessages:
    def test_a_question_carries_everything_a_widget_needs(self, program: Caller) -> None:
        message = program.said(choice="/language")
        assert message["from"] == "bot"
        assert message["cursor"].isdigit()
        assert message["files"] == []
        assert [o["value"] for o in message["options"]] == ["zh-CN", "en"]
        assert {"form", "box", "kind", "optional", "private", "turn", "step", "of", "error"} < set(
            message["question"]
        )
        assert message["question"]["kind"] == "choice"

    def test_the_same_id_again_returns_the_same_messages(self, program: Caller) -> None:
        first = program.send(id="one", choice="/language")
        again = program.send(id="one", choice="/language")
        assert again.json() == first.json()
        assert len(program.get("/api/chat/messages").json()["messages"]) == 3

    def test_the_same_id_with_other_content_is_a_conflict(self, program: Caller) -> None:
        program.send(id="one", choice="/language")
        refused = program.send(id="one", choice="/menu")
        assert refused.status_code == 409
        assert refused.json()["type"] == "urn:kaowu:problem:key-reused"

    def test_ids_count_per_session(self, web: Web, program: Caller) -> None:
        program.send(id="one", choice="/language")
        assert a_program(web).send(id="one", choice="/menu").status_code == 200

    def test_an_answer_to_a_passed_turn_records_nothing(self, program: Caller) -> None:
        turn = program.said(choice="/language")["question"]["turn"]
        program.said(text="quatsch", turn=turn)
        late = program.said(choice="en", turn=turn)
        assert late["question"]["error"] == "moved-on"
        assert late["question"]["box"] == "language"

    def test_the_senders_own_message_comes_back_with_its_id(self, program: Caller) -> None:
        mine = program.send(id="mine", text="菜单").json()["messages"][0]
        assert (mine["from"], mine["text"], mine["id"]) == ("me", "菜单", "mine")

    @pytest.mark.parametrize(
        "body",
        [
            {"text": "x"},
            {"id": "", "text": "x"},
            {"id": "x" * 65, "text": "x"},
            {"id": "a\x00b", "text": "x"},
            {"id": 7, "text": "x"},
            {"id": "a"},
            {"id": "a", "text": "x", "choice": "y"},
            {"id": "a", "text": "zero \x00 byte"},
            {"id": "a", "txt": "x"},
            {"id": "a", "text": ["x"]},
            ["id"],
        ],
    )
    def test_what_is_not_a_message_is_refused(self, program: Caller, body: object) -> None:
        refused = program.post("/api/chat/messages", body)
        assert refused.status_code == 422
        assert refused.headers["content-type"] == "application/problem+json"
        assert "字段" in refused.json()["detail"]

    def test_a_text_may_be_long_but_not_endless(self, program: Caller) -> None:
        assert program.send(text="长" * 4000).status_code == 200
        refused = program.send(text="长" * 4001)
        assert refused.status_code == 422
        assert "4000" in refused.json()["detail"]

    @pytest.mark.parametrize("data", [b"{", b"", b"\xff", b'{"id":"a","text":"\\ud800"}'])
    def test_malformed_json_is_refused(self, program: Caller, data: bytes) -> None:
        headers = program.headers | {"Content-Type": "application/json"}
        refused = program.web.post("/api/chat/messages", content=data, headers=headers)
        assert refused.status_code == 400
        assert refused.json()["status"] == 400

    def test_json_must_say_that_it_is(self, program: Caller) -> None:
        headers = program.headers | {"Content-Type": "text/plain"}
        refused = program.web.post(
            "/api/chat/messages", content=b'{"id":"a","text":"x"}', headers=headers
        )
        assert refused.status_code == 415


async def pieces(how_many: int) -> AsyncIterator[bytes]:
    for _ in range(how_many):
        yield b"x" * 10_000


class TestLimits:
    def test_a_body_over_64_kb_is_too_large(self, program: Caller) -> None:
        refused = program.send(text="x" * 70_000)
        assert refused.status_code == 413
        assert "64 KB" in refused.json()["detail"]

    def test_an_unannounced_body_is_counted_as_it_comes(self, program: Caller) -> None:
        headers = program.headers | {"Content-Type": "application/json"}
        refused = program.web.post("/api/chat/messages", content=pieces(7), headers=headers)
        assert refused.status_code == 413
        assert "connection" not in refused.headers

    def test_a_body_far_too_large_is_not_read_to_its_end(self, program: Caller) -> None:
        headers = program.headers | {"Content-Type": "application/json"}
        refused = program.web.post("/api/chat/messages", content=pieces(500), headers=headers)
        assert refused.status_code == 413
        assert refused.headers["connection"] == "close"

    def test_a_file_over_20_mb_is_too_large(self, program: Caller) -> None:
        assert program.upload(b"x" * 20_000_001).status_code == 413
        refused = program.upload(b"x" * 21_000_000)
        assert refused.status_code == 413
        assert "20 MB" in refused.json()["detail"]

    def test_a_file_of_20_mb_is_taken(self, program: Caller) -> None:
        assert program.upload(b"x" * 20_000_000).status_code == 200


class TestFiles:
    def test_a_file_reaches_the_desk_with_its_turn(self, program: Caller, desk: StoreDesk) -> None:
        turn = program.said(choice="/language")["question"]["turn"]
        program.upload(b"picture", id="photo", turn=turn)
        incoming = desk.received[-1]
        assert incoming.file is not None
        assert (incoming.key, incoming.turn, incoming.file.size) == ("photo", turn, 7)

    def test_what_a_page_kept_says_how_long_ago_it_was_given(
        self, program: Caller, desk: StoreDesk
    ) -> None:
        program.said(choice="/language", ago=4210)
        assert desk.received[-1].given_s_ago == 4210
        program.upload(b"picture", id="photo", ago="86400")
        assert desk.received[-1].given_s_ago == 86400

    def test_sent_again_it_is_the_same_answer_however_long_ago_that_is_now(
        self, program: Caller
    ) -> None:
        first = program.send(id="kept", choice="/language", ago=10)
        assert program.send(id="kept", choice="/language", ago=70).json() == first.json()

    @pytest.mark.parametrize("ago", [-1, 10_000_000, 1.5, "60"])
    def test_a_time_to_come_or_none_at_all_is_refused(self, program: Caller, ago: object) -> None:
        assert program.send(id="kept", choice="/language", ago=ago).status_code == 422

    def test_of_an_ordinary_form_nothing_is_told_ahead(self, web: Web, program: Caller) -> None:
        assert program.said(choice="/language")["question"]["ahead"] is False
        assert program.get("/api/chat/ahead").json() == {"questions": []}
        assert web.get("/api/chat/ahead").status_code == 401

    def test_the_same_upload_again_returns_the_same_messages(self, program: Caller) -> None:
        first = program.upload(b"picture", id="photo")
        assert program.upload(b"picture", id="photo").json() == first.json()
        assert program.upload(b"another", id="photo").status_code == 409

    def test_an_upload_without_a_file_is_refused(self, program: Caller) -> None:
        refused = program.web.post(
            "/api/chat/files", files={"id": (None, "a")}, headers=program.headers
        )
        assert (refused.status_code, "file" in refused.json()["detail"]) == (422, True)

    def test_an_upload_that_is_no_form_is_refused(self, program: Caller) -> None:
        headers = program.headers | {"Content-Type": "multipart/form-data"}
        refused = program.web.post("/api/chat/files", content=b"x", headers=headers)
        assert refused.status_code == 400
        assert program.post("/api/chat/files", {"id": "a"}).status_code == 415

    def test_a_stranger_uploads_nothing(self, web: Web, desk: StoreDesk) -> None:
        stranger = Caller(web, {"Authorization": "Bearer nobody"})
        assert stranger.upload(b"x" * 1000).status_code == 401
        with desk.store.reading() as work:
            assert work.files.orphans(work.now.replace(year=2100)) == ()


class TestHistory:
    def test_a_cursor_goes_on_where_the_last_page_ended(self, program: Caller) -> None:
        for _ in range(3):
            program.send(choice="/menu")
        pages, after = [], "0"
        while True:
            page = program.get(f"/api/chat/messages?after={after}&limit=3").json()
            pages.append([m["cursor"] for m in page["messages"]])
            if not page["more"]:
                break
            after = pages[-1][-1]
        assert pages == [["1", "2", "3"], ["4", "5", "6"], ["7"]]

    def test_history_says_whose_it_is_without_naming_anybody(
        self, web: Web, program: Caller
    ) -> None:
        page = program.get("/api/chat/messages").json()
        assert page["language"] == "zh-CN"
        assert page["person"] == program.get("/api/chat/messages").json()["person"]
        assert page["person"] != a_program(web).get("/api/chat/messages").json()["person"]

    @pytest.mark.parametrize("query", ["after=x", "after=-1", "after=99999999999", "limit=٣"])
    def test_what_is_no_cursor_is_refused(self, program: Caller, query: str) -> None:
        assert program.get(f"/api/chat/messages?{query}").status_code == 422

    def test_a_page_is_never_longer_than_200(self, program: Caller) -> None:
        assert program.get("/api/chat/messages?limit=100000").status_code == 200


class TestTrouble:
    @pytest.mark.parametrize(
        ("fault", "status", "seconds"),
        [(Busy(7), 503, "7"), (TooMany(120), 429, "120"), (TransientFault("gone"), 503, "2")],
    )
    def test_whoever_has_to_wait_is_told_how_long(
        self, program: Caller, desk: StoreDesk, fault: Exception, status: int, seconds: str
    ) -> None:
        desk.refusing = fault
        refused = program.send(text="x")
        assert (refused.status_code, refused.headers["retry-after"]) == (status, seconds)

    def test_a_bug_is_a_problem_document_too(self, program: Caller, desk: StoreDesk) -> None:
        desk.refusing = ZeroDivisionError("secret details")
        refused = program.send(text="x")
        assert refused.status_code == 500
        assert "secret" not in refused.text

    @pytest.mark.parametrize(
        ("accepted", "title"),
        [
            ("", "没有找到"),
            ("en-GB,en;q=0.9", "Not found"),
            ("zh-TW,en", "没有找到"),
            ("fr,en", "Not found"),
        ],
    )
    def test_problems_speak_the_callers_language(self, web: Web, accepted: str, title: str) -> None:
        problem = web.get("/nowhere", headers={"Accept-Language": accepted})
        assert problem.status_code == 404
        assert problem.json()["title"] == title

    def test_a_wrong_method_names_the_right_ones(self, web: Web) -> None:
        problem = web.get("/api/chat/session")
        assert (problem.status_code, problem.headers["allow"]) == (405, "POST")


class TestOperation:
    def test_health_and_readiness(self, web: Web, desk: StoreDesk) -> None:
        assert web.get("/healthz").status_code == 200
        assert web.get("/readyz").status_code == 200
        desk.is_ready = False
        assert web.get("/readyz").status_code == 503

    def test_the_api_describes_itself(self, web: Web) -> None:
        paths = web.get("/openapi.json").json()["paths"]
        assert {"/api/chat/messages", "/api/handover", "/api/certificates/lookup"} < set(paths)
        said = paths["/api/chat/messages"]["post"]["requestBody"]["content"]["application/json"]
        assert set(said["schema"]["properties"]) == {"id", "text", "choice", "turn", "ago"}

    def test_there_is_no_page_of_documentation(self, web: Web) -> None:
        assert web.get("/docs").status_code == 404
